#include <algorithm>
#include <cmath>

#include "ui/views/compare_parts.h"

namespace ui {
namespace {

/// The leaf as a block that looks as it does on its page.
book::Block framed(const book::Leaf& leaf) {
    book::Block block = leaf.block;
    if (block.type == book::BlockType::row) {
        book::Block table;
        table.type = book::BlockType::table;
        table.children.push_back(std::move(block));
        block = std::move(table);
    } else if (block.type == book::BlockType::details) {
        block.type = book::BlockType::paragraph;
        for (book::Span& span : block.spans) span.marks |= book::mark_bold;
    }
    if (leaf.opens_item) {
        book::Block item, list;
        item.type = book::BlockType::item;
        item.task = leaf.task;
        item.children.push_back(std::move(block));
        list.type = book::BlockType::list;
        list.ordered = leaf.ordered;
        list.start = leaf.number.value_or(1);
        list.children.push_back(std::move(item));
        block = std::move(list);
    }
    if (leaf.alert || leaf.quoted) {
        book::Block frame;
        frame.type = leaf.alert ? book::BlockType::alert : book::BlockType::quote;
        if (leaf.alert) frame.alert = *leaf.alert;
        frame.children.push_back(std::move(block));
        block = std::move(frame);
    }
    return block;
}

book::Style compare_style(const Context& context) {
    book::Style style = book::Style::reader(context.px(16));
    // A heading is a line among others here.
    style.heading[0] = style.heading[1] = std::round(context.px(22));
    style.heading[2] = std::round(context.px(18));
    style.most_picture_height = context.px(160);
    return style;
}

book::Layout set_leaf(Comparing& comparing, const book::Leaf& leaf, float width) {
    const FontMeasure measure(comparing.context.fonts);
    const book::Block block = framed(leaf);
    ++comparing.state.made;
    return book::lay_out({&block, 1}, compare_style(comparing.context), std::max(width, 16.0f), measure,
                         reader_pictures(comparing.context));
}

void mark(std::vector<Highlight>& marks, const std::vector<std::uint32_t>& places, book::Stretch stretch,
          HighlightType type) {
    if (stretch.empty() || stretch.end >= places.size()) return;
    marks.push_back({places[stretch.begin], places[stretch.end - 1] + 1, type});
}

bool is_space(char sign) {
    return sign == ' ' || sign == '\n' || sign == '\t';
}

}  // namespace

std::vector<std::uint32_t> places_in(const book::Layout& layout, const std::string& text) {
    constexpr std::size_t look_ahead = 64;
    const std::string_view set = std::string_view(layout.text).substr(0, layout.text_end);
    std::vector<std::uint32_t> places(text.size() + 1, static_cast<std::uint32_t>(set.size()));
    std::size_t at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // The page may have other white space than the leaf, and the sign of a footnote between two words.
        if (is_space(text[i])) {
            places[i] = static_cast<std::uint32_t>(at);
            if (at < set.size() && is_space(set[at])) ++at;
            continue;
        }
        std::size_t found = at;
        while (found < set.size() && found < at + look_ahead && set[found] != text[i]) ++found;
        if (found < set.size() && set[found] == text[i]) {
            places[i] = static_cast<std::uint32_t>(found);
            at = found + 1;
        } else {
            places[i] = static_cast<std::uint32_t>(at);
        }
    }
    places[text.size()] = static_cast<std::uint32_t>(at);
    return places;
}

float compare_between(const Context& context) {
    return std::round(context.px(32));
}

float compare_margin(const Context& context) {
    return std::round(context.px(20));
}

float compare_indent(const Context& context, const book::Leaf& leaf, float width) {
    // What is below the first block of an item, or deeper in a list, is set in as far as its item is.
    const int deeper = std::max(0, leaf.depth - (leaf.opens_item ? 1 : 0));
    return compare_margin(context) + std::min(std::round(context.px(28)) * static_cast<float>(deeper), width * 0.4f);
}

CompareSet set_compared(Comparing& comparing, const book::Row& row, float width, bool beside) {
    const book::DocumentChange& document = *comparing.document();
    CompareSet set;
    const bool both = row.older >= 0 && row.newer >= 0 && row.kind == book::Change::changed;
    const float each = both && beside ? std::floor((width - compare_between(comparing.context)) / 2) : width;
    const auto leaf_of = [&](const std::vector<book::Leaf>& leaves, int index) -> const book::Leaf& {
        return leaves[static_cast<std::size_t>(index)];
    };
    const auto indent = [&](const book::Leaf& leaf) { return compare_indent(comparing.context, leaf, each); };
    if (row.newer >= 0) {
        const book::Leaf& leaf = leaf_of(document.newer_leaves, row.newer);
        set.newer = set_leaf(comparing, leaf, each - indent(leaf));
        if (both) {
            const std::vector<std::uint32_t> places = places_in(set.newer, leaf.text);
            for (const book::WordChange& word : row.words)
                mark(set.newer_marks, places, word.newer, HighlightType::added);
        }
    }
    if (row.older >= 0 && (row.newer < 0 || both)) {
        const book::Leaf& leaf = leaf_of(document.older_leaves, row.older);
        set.older = set_leaf(comparing, leaf, each - indent(leaf));
        if (both) {
            const std::vector<std::uint32_t> places = places_in(set.older, leaf.text);
            for (const book::WordChange& word : row.words)
                mark(set.older_marks, places, word.older, HighlightType::removed);
        }
    }
    return set;
}

}  // namespace ui
