#include "book/document.h"

namespace book {

const Section* Document::section(Role role) const {
    for (const Section& each : sections)
        if (each.role == role) return &each;
    return nullptr;
}

const Section* Document::section(const std::string& section_anchor) const {
    for (const Section& each : sections)
        if (each.anchor == section_anchor) return &each;
    return nullptr;
}

std::vector<Block> content_of(const Document& document, const Section& section) {
    return {document.blocks.begin() + static_cast<std::ptrdiff_t>(section.first),
            document.blocks.begin() + static_cast<std::ptrdiff_t>(section.end)};
}

std::string number_of(const Document& document) {
    if (document.kind == Kind::exercise) return document.code;
    if (document.kind == Kind::chapter && document.part > 0 && document.order > 0)
        return std::to_string(document.part) + '.' + std::to_string(document.order);
    return {};
}

}  // namespace book
