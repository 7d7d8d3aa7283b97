#include "book/links.h"

#include <algorithm>
#include <map>

#include "book/paths.h"

namespace book {
namespace {

bool has_anchor_in(const std::vector<Block>& blocks, const std::string& anchor) {
    for (const Block& block : blocks)
        if ((block.type == BlockType::heading && block.anchor == anchor) || has_anchor_in(block.children, anchor))
            return true;
    return false;
}

void lead_into_translation(Link& link, const Document& target) {
    if (link.anchor.empty() || target.source_anchors.empty() || has_anchor(target, link.anchor)) return;
    if (const auto found = target.source_anchors.find(link.anchor); found != target.source_anchors.end())
        link.anchor = found->second;
}

void collect_anchors(const std::vector<Block>& blocks, std::vector<std::string>& anchors) {
    for (const Block& block : blocks) {
        if (block.type == BlockType::heading) anchors.push_back(block.anchor);
        collect_anchors(block.children, anchors);
    }
}

}  // namespace

bool match_headings(const Document& source, Document& translation) {
    std::vector<std::string> theirs, ours;
    collect_anchors(source.blocks, theirs);
    collect_anchors(translation.blocks, ours);
    for (std::size_t i = 0; i < std::min(theirs.size(), ours.size()); ++i)
        translation.source_anchors.emplace(theirs[i], ours[i]);
    return theirs.size() == ours.size();
}

void resolve_links(Handbook& handbook) {
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
            lead_into_translation(link, handbook.documents[static_cast<std::size_t>(found->second)]);
        }
    }
}

bool has_anchor(const Document& document, const std::string& anchor) {
    return has_anchor_in(document.blocks, anchor);
}

}  // namespace book
