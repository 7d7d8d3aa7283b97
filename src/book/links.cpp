#include "book/links.h"

#include <map>

#include "book/paths.h"

namespace book {
namespace {

bool has_anchor_in(const std::vector<Block>& blocks, const std::string& anchor) {
    for (const Block& block : blocks)
        if ((block.type == BlockType::heading && block.anchor == anchor) || has_anchor_in(block.children, anchor)) return true;
    return false;
}

}  // namespace

void resolve_links(Handbook& handbook) {
    std::map<std::string, int> by_path;
    for (std::size_t i = 0; i < handbook.documents.size(); ++i) by_path.emplace(handbook.documents[i].path, static_cast<int>(i));
    for (std::size_t i = 0; i < handbook.documents.size(); ++i) {
        Document& document = handbook.documents[i];
        for (Link& link : document.links) {
            if (link.external) continue;
            const auto hash = link.url.find('#');
            if (hash != std::string::npos) link.anchor = percent_decoded(std::string_view(link.url).substr(hash + 1)).value_or("");
            const auto target = percent_decoded(std::string_view(link.url).substr(0, hash));
            if (!target) continue;
            if (target->empty()) {
                link.document = static_cast<int>(i);
                continue;
            }
            const auto path = joined(document.path, *target);
            if (!path) continue;
            if (const auto found = by_path.find(*path); found != by_path.end()) link.document = found->second;
        }
    }
}

bool has_anchor(const Document& document, const std::string& anchor) { return has_anchor_in(document.blocks, anchor); }

}  // namespace book
