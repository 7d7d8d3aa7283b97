#include "book/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <table.h>

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "book/block_nest.h"
#include "book/inline_text.h"
#include "book/limits.h"

namespace book {
namespace {

// A list level is two nodes (the list and its item), so this lets through everything that `excesses` does.
constexpr int most_node_depth = 2 * most_depth + 8;

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

std::string_view text_of(const char* text) {
    return text != nullptr ? std::string_view(text) : std::string_view();
}

// The library keeps a global table of special characters: two parsers at work at once give wrong results.
std::mutex& parser_door() {
    static std::mutex door;
    return door;
}

Tree parse(std::string_view text) {
    const std::lock_guard lock(parser_door());
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    static_cast<void>(registered);
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8));
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
        if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree(cmark_parser_finish(parser.get()));
}

std::size_t count_from(cmark_node* node) {
    std::size_t count = 0;
    for (; node != nullptr; node = cmark_node_next(node)) ++count;
    return count;
}

std::optional<AlertType> alert_named(std::string_view label) {
    const std::string low = base::lower(base::trimmed(label));
    if (low == "[!note]") return AlertType::note;
    if (low == "[!tip]") return AlertType::tip;
    if (low == "[!important]") return AlertType::important;
    if (low == "[!warning]") return AlertType::warning;
    if (low == "[!caution]") return AlertType::caution;
    return std::nullopt;
}

struct AlertLabel {
    AlertType type = AlertType::note;
    cmark_node* rest = nullptr;  // first node after the label's line, or null
};

// GitHub's rule: one of the five words, alone on the first line of the quote.
std::optional<AlertLabel> alert_label(cmark_node* quote) {
    cmark_node* paragraph = cmark_node_first_child(quote);
    if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return std::nullopt;
    std::string label;
    cmark_node* node = cmark_node_first_child(paragraph);
    for (; node != nullptr; node = cmark_node_next(node)) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) break;
        if (type != CMARK_NODE_TEXT || label.size() > 16) return std::nullopt;
        label += text_of(cmark_node_get_literal(node));
    }
    const auto type = alert_named(label);
    if (!type) return std::nullopt;
    return AlertLabel{*type, node != nullptr ? cmark_node_next(node) : nullptr};
}

class Converter {
  public:
    explicit Converter(int first_line) : offset_(first_line - 1) {}

    Markdown convert(cmark_node* document) {
        for (cmark_node* node = cmark_node_first_child(document); node != nullptr; node = cmark_node_next(node))
            if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
                footnotes_.emplace(node, static_cast<int>(footnotes_.size()));
        children(document, out_.blocks, 0);
        for (cmark_node* node = cmark_node_first_child(document); node != nullptr; node = cmark_node_next(node)) {
            if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
            Footnote footnote;
            footnote.label = text_of(cmark_node_get_literal(node));
            children(node, footnote.blocks, 1);
            out_.footnotes.push_back(std::move(footnote));
        }
        return std::move(out_);
    }

  private:
    int line_of(cmark_node* node) const { return cmark_node_get_start_line(node) + offset_; }

    void children(cmark_node* parent, std::vector<Block>& into, int depth) {
        siblings(cmark_node_first_child(parent), into, depth);
    }

    void siblings(cmark_node* first, std::vector<Block>& into, int depth) {
        into.reserve(into.size() + count_from(first));
        BlockNest nest(into, out_, most_node_depth - depth);
        for (cmark_node* node = first; node != nullptr; node = cmark_node_next(node)) {
            if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
                nest.html(text_of(cmark_node_get_literal(node)), line_of(node));
            else
                block(node, nest.target(), depth + nest.open_levels());
        }
        nest.finish();
    }

    void block(cmark_node* node, std::vector<Block>& into, int depth) {
        if (depth > most_node_depth) {
            if (out_.cut_at_line == 0) out_.cut_at_line = line_of(node);
            return;
        }
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_PARAGRAPH)
            paragraph(node, cmark_node_first_child(node), line_of(node), into);
        else if (type == CMARK_NODE_HEADING)
            heading(node, into);
        else if (type == CMARK_NODE_LIST)
            list(node, into, depth);
        else if (type == CMARK_NODE_BLOCK_QUOTE)
            quote(node, into, depth);
        else if (type == CMARK_NODE_CODE_BLOCK)
            code(node, into);
        else if (type == CMARK_NODE_THEMATIC_BREAK)
            made(BlockType::rule, node, into);
        else if (type == CMARK_NODE_TABLE)
            table(node, into);
        else if (type != CMARK_NODE_FOOTNOTE_DEFINITION)
            children(node, into, depth + 1);
    }

    Block& made(BlockType type, cmark_node* node, std::vector<Block>& into) const {
        Block& block = into.emplace_back();
        block.type = type;
        block.line = line_of(node);
        return block;
    }

    void paragraph(cmark_node* node, cmark_node* first, int line, std::vector<Block>& into) {
        for (Inline& piece : inlines_.pieces(node, first, line)) {
            if (piece.picture) {
                into.push_back(std::move(*piece.picture));
                continue;
            }
            Block& block = into.emplace_back();
            block.line = line;
            block.spans = std::move(piece.spans);
        }
    }

    void heading(cmark_node* node, std::vector<Block>& into) {
        Block& block = made(BlockType::heading, node, into);
        block.level = cmark_node_get_heading_level(node);
        block.spans = inlines_.spans(node, line_of(node));
        const std::string slug = base::slug(plain_text(block.spans));
        block.anchor = slug;
        for (int& next = repeats_[slug]; !take(block.anchor);) block.anchor = slug + '-' + std::to_string(++next);
    }

    bool take(const std::string& anchor) { return anchors_.insert(anchor).second; }

    void list(cmark_node* node, std::vector<Block>& into, int depth) {
        Block& block = made(BlockType::list, node, into);
        block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        block.start = block.ordered ? cmark_node_get_list_start(node) : 1;
        block.tight = cmark_node_get_list_tight(node) != 0;
        block.children.reserve(count_from(cmark_node_first_child(node)));
        for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
            Block& item = made(BlockType::item, child, block.children);
            if (std::string_view(cmark_node_get_type_string(child)) == "tasklist")
                item.task = cmark_gfm_extensions_get_tasklist_item_checked(child);
            children(child, item.children, depth + 2);
        }
    }

    void quote(cmark_node* node, std::vector<Block>& into, int depth) {
        Block& block = made(BlockType::quote, node, into);
        if (const auto label = alert_label(node)) {
            block.type = BlockType::alert;
            block.alert = label->type;
            cmark_node* opening = cmark_node_first_child(node);
            if (label->rest != nullptr) paragraph(opening, label->rest, line_of(opening) + 1, block.children);
            siblings(cmark_node_next(opening), block.children, depth + 1);
        } else {
            children(node, block.children, depth + 1);
        }
    }

    void code(cmark_node* node, std::vector<Block>& into) {
        Block& block = made(BlockType::code, node, into);
        const std::string_view info = text_of(cmark_node_get_fence_info(node));
        block.language = info.substr(0, info.find_first_of(" \t"));
        std::string_view text = text_of(cmark_node_get_literal(node));
        while (text.ends_with('\n')) text.remove_suffix(1);
        Span span;
        span.marks = mark_code;
        for (const char c : text) {
            if (c == '\t')
                span.text += "    ";
            else if (c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F))
                span.text += c;
        }
        block.spans.push_back(std::move(span));
    }

    void table(cmark_node* node, std::vector<Block>& into) {
        Block& block = made(BlockType::table, node, into);
        const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
        const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
        for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
            if (cmark_node_get_type(child) != CMARK_NODE_TABLE_ROW) continue;
            Block& row = made(BlockType::row, child, block.children);
            row.children.reserve(columns);
            row.header = cmark_gfm_extensions_get_table_row_is_header(child) != 0;
            for (cmark_node* inner = cmark_node_first_child(child); inner != nullptr; inner = cmark_node_next(inner)) {
                const std::size_t column = row.children.size();
                Block& cell = made(BlockType::cell, child, row.children);
                if (column < columns && alignments != nullptr) cell.align = align_of(alignments[column]);
                cell.spans = inlines_.spans(inner, line_of(inner));
            }
        }
    }

    static Align align_of(std::uint8_t letter) {
        if (letter == 'l') return Align::left;
        if (letter == 'c') return Align::center;
        return letter == 'r' ? Align::right : Align::none;
    }

    int offset_;
    Markdown out_;
    std::map<cmark_node*, int> footnotes_;
    InlineReader inlines_{out_, footnotes_};
    std::unordered_map<std::string, int> repeats_;
    std::unordered_set<std::string> anchors_;
};

}  // namespace

Markdown read_markdown(std::string_view body, int first_line) {
    const Tree tree = parse(body);
    if (!tree) return {};
    return Converter(first_line).convert(tree.get());
}

}  // namespace book
