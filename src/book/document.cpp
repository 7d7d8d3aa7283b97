#include "book/document.h"

#include "book/document_file.h"

namespace book {
namespace {

std::uint64_t words_of(const std::vector<Block>& blocks, std::uint64_t hash) {
    for (const Block& block : blocks) {
        if (block.type == BlockType::list) continue;
        for (const Span& span : block.spans)
            if (span.footnote < 0) hash = hash_of(span.text, hash);
        hash = words_of(block.children, hash_of("\n", hash));
    }
    return hash;
}

}  // namespace

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

std::uint64_t task_of(const Block& item) {
    return words_of(item.children, hash_of(""));
}

}  // namespace book
