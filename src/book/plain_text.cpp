#include "book/document.h"

namespace book {
namespace {

void append(std::string& out, const std::vector<Block>& blocks, std::string_view between);

void append_part(std::string& out, std::string_view text, std::string_view between) {
    if (text.empty()) return;
    if (!out.empty()) out += between;
    out += text;
}

void append_list(std::string& out, const Block& list, std::string_view between) {
    int number = list.start;
    std::string text;
    for (const Block& item : list.children) {
        std::string inside;
        append(inside, item.children, list.tight ? "\n" : "\n\n");
        if (list.ordered) inside = std::to_string(number++) + ". " + inside;
        append_part(text, inside, list.tight ? "\n" : "\n\n");
    }
    append_part(out, text, between);
}

void append_table(std::string& out, const Block& table, std::string_view between) {
    std::string text;
    for (const Block& row : table.children) {
        if (!text.empty()) text += '\n';
        bool first = true;
        for (const Block& cell : row.children) {
            if (!first) text += '\t';
            text += plain_text(cell.spans);
            first = false;
        }
    }
    append_part(out, text, between);
}

void append(std::string& out, const std::vector<Block>& blocks, std::string_view between) {
    for (const Block& block : blocks) {
        switch (block.type) {
            case BlockType::list: append_list(out, block, between); break;
            case BlockType::table: append_table(out, block, between); break;
            case BlockType::rule: break;
            case BlockType::image:
                append_part(out, block.alt, between);
                append_part(out, block.caption, between);
                break;
            default:
                append_part(out, plain_text(block.spans), between);
                if (!block.children.empty()) {
                    std::string inside;
                    append(inside, block.children, between);
                    append_part(out, inside, between);
                }
        }
    }
}

}  // namespace

std::string plain_text(const std::vector<Span>& spans) {
    std::string text;
    for (const Span& span : spans)
        if (span.footnote < 0) text += span.text;
    return text;
}

std::string plain_text(const std::vector<Block>& blocks) {
    std::string text;
    append(text, blocks, "\n\n");
    return text;
}

}  // namespace book
