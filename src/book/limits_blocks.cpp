// Blocks that would be set as one piece, whatever their size: cut when they are larger than any writer means them to be.
#include "base/text.h"
#include "book/limits.h"

namespace book {
namespace {

std::size_t text_bytes(const Block& block) {
    std::size_t bytes = 0;
    for (const Span& span : block.spans) bytes += span.text.size();
    for (const Block& child : block.children) bytes += text_bytes(child);
    return bytes;
}

// What lies within `left` bytes stays.
void cut(Block& block, std::size_t& left) {
    std::size_t kept = 0;
    for (Span& span : block.spans) {
        if (left == 0) break;
        ++kept;
        if (span.text.size() > left) {
            std::size_t end = left;
            while (end > 0 && (static_cast<unsigned char>(span.text[end]) & 0xC0) == 0x80) --end;
            span.text.resize(end);
            left = 0;
            if (end == 0) --kept;
        } else {
            left -= span.text.size();
        }
    }
    block.spans.resize(kept);
    kept = 0;
    for (Block& child : block.children) {
        if (left == 0) break;
        ++kept;
        cut(child, left);
    }
    block.children.resize(kept);
}

void look_at(std::vector<Block>& blocks, std::vector<int>& lines) {
    for (Block& block : blocks) {
        const bool parts = block.type == BlockType::list || block.type == BlockType::item ||
                           block.type == BlockType::details || block.type == BlockType::table;
        if (block.type == BlockType::code) continue;
        if (!parts && text_bytes(block) > most_block_bytes) {
            std::size_t left = most_block_bytes;
            cut(block, left);
            lines.push_back(block.line);
        } else if (parts) {
            look_at(block.children, lines);
        }
    }
}

}  // namespace

std::vector<int> cut_large_blocks(std::vector<Block>& blocks) {
    std::vector<int> lines;
    look_at(blocks, lines);
    return lines;
}

}  // namespace book
