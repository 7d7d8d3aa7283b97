#include "book/links.h"

#include <algorithm>
#include <map>

#include "book/paths.h"

namespace book {
namespace {

void collect_anchors(const std::vector<Block>& blocks, std::vector<std::string_view>& anchors) {
    for (const Block& block : blocks) {
        if (block.type == BlockType::heading) anchors.push_back(block.anchor);
        collect_anchors(block.children, anchors);
    }
}

}  // namespace

bool match_headings(const Document& source, Document& translation) {
    std::vector<std::string_view> theirs, ours;
    collect_anchors(source.blocks, theirs);
    collect_anchors(translation.blocks, ours);
    for (std::size_t i = 0; i < std::min(theirs.size(), ours.size()); ++i)
        translation.source_anchors.emplace(theirs[i], ours[i]);
    return theirs.size() == ours.size();
}

void resolve_links(Handbook& handbook) {
    Anchors anchors(handbook);
    std::map<std::string, int> by_path;
    for (std::size_t i = 0; i < handbook.documents.size(); ++i)
        by_path.emplace(handbook.documents[i].path, static_cast<int>(i));
    for (std::size_t i = 0; i < handbook.documents.size(); ++i) {
        Document& document = handbook.documents[i];
        for (Link& link : document.links) {
            if (link.external) continue;
            const auto hash = link.url.find('#');
            if (hash != std::string::npos)
                link.anchor = percent_decoded(std::string_view(link.url).substr(hash + 1)).value_or("");
            const auto target = percent_decoded(std::string_view(link.url).substr(0, hash));
            if (!target) continue;
            if (target->empty()) {
                link.document = static_cast<int>(i);
                continue;
            }
            const auto path = joined(document.path, *target);
            if (!path) continue;
            const auto found = by_path.find(*path);
            if (found == by_path.end()) continue;
            link.document = found->second;
            const auto& translated = handbook.documents[static_cast<std::size_t>(link.document)].source_anchors;
            if (translated.empty() || link.anchor.empty() || anchors.has(link.document, link.anchor)) continue;
            if (const auto ours = translated.find(link.anchor); ours != translated.end()) link.anchor = ours->second;
        }
    }
}

bool Anchors::has(int document, std::string_view anchor) {
    const auto [at, fresh] = known_.try_emplace(document);
    if (fresh) {
        std::vector<std::string_view> all;
        collect_anchors(handbook_.documents[static_cast<std::size_t>(document)].blocks, all);
        at->second.insert(all.begin(), all.end());
    }
    return at->second.contains(anchor);
}

}  // namespace book
