// The rows of one compared document as they stand below each other: folded, measured, set when they are needed.
#include <algorithm>
#include <cmath>

#include "ui/views/compare_items.h"

namespace ui {
namespace {

constexpr std::size_t settled_a_frame = 24'000;  ///< bytes of text
constexpr std::size_t most_kept = 64;            ///< rows that stay set
constexpr int fewest_folded = 3;

const std::vector<book::FactChange>& facts_of(const Comparing& comparing) {
    const book::DocumentChange* document = comparing.document();
    return document != nullptr ? document->facts : comparing.comparison.facts;
}

std::size_t bytes_of(const Comparing& comparing, const CompareItem& item) {
    if (item.folded) return 0;
    if (is_fact(item)) {
        const book::FactChange& fact = fact_of(comparing, item);
        return fact.older.size() + fact.newer.size();
    }
    const book::Row& row = row_of(comparing, item.first);
    const book::DocumentChange& document = *comparing.document();
    std::size_t bytes = 0;
    if (row.older >= 0 && row.kind != book::Change::same)
        bytes += document.older_leaves[static_cast<std::size_t>(row.older)].text.size();
    if (row.newer >= 0) bytes += document.newer_leaves[static_cast<std::size_t>(row.newer)].text.size();
    return bytes;
}

book::Layout set_fact(Comparing& comparing, const std::string& said, float width) {
    book::Block block;
    block.spans.push_back({said.empty() ? "–" : said});
    const FontMeasure measure(comparing.context.fonts);
    ++comparing.state.made;
    return book::lay_out({&block, 1}, book::Style::reader(comparing.context.px(16)), std::max(16.0f, width), measure,
                         reader_pictures(comparing.context));
}

/// Divides the rows into items, as they are folded now.
void make_items(Comparing& comparing) {
    ComparePage& page = comparing.state.page;
    page.items.clear();
    page.changes.clear();
    page.sets.clear();
    page.placed = false;
    for (int i = 0; i < static_cast<int>(facts_of(comparing).size()); ++i)
        page.items.push_back({.first = -1 - i, .end = -i, .caption = true});
    const book::DocumentChange* document = comparing.document();
    const int count = document == nullptr ? 0 : static_cast<int>(document->rows.size());
    const auto is_same = [&](int i) { return row_of(comparing, i).kind == book::Change::same; };
    for (int i = 0; i < count;) {
        const book::Row& row = row_of(comparing, i);
        if (!is_same(i)) {
            // A moved text is told of where it stands now.
            const bool left = row.kind == book::Change::moved && row.newer < 0;
            if (!left) page.items.push_back({.first = i, .end = i + 1});
            ++i;
            continue;
        }
        int end = i;
        while (end < count && is_same(end)) ++end;
        // The heading over a change says where it is.
        const bool heading =
            end < count && leaf_of(comparing, row_of(comparing, end - 1)).block.type == book::BlockType::heading;
        const int fold = heading ? end - 1 : end;
        const bool folded = fold - i >= fewest_folded && !page.unfolded.contains(i);
        if (folded) page.items.push_back({.first = i, .end = fold, .folded = true});
        for (int k = folded ? fold : i; k < end; ++k) page.items.push_back({.first = k, .end = k + 1});
        i = end;
    }
    const Context& context = comparing.context;
    const float signs = std::max(8.0f, page.width / context.px(8));
    page.unknown = 0;
    book::Change before = book::Change::same;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        CompareItem& item = page.items[i];
        const book::Change kind = kind_of(comparing, item);
        const bool change = !item.folded && kind != book::Change::same;
        if (change) page.changes.push_back(static_cast<int>(i));
        item.caption = change && (is_fact(item) || kind != before || (i > 0 && is_fact(page.items[i - 1])));
        before = kind;
        if (item.folded) {
            item.height = fold_height(context);
            item.known = true;
            continue;
        }
        ++page.unknown;
        item.height = std::ceil(static_cast<float>(bytes_of(comparing, item)) / signs + 1) * context.px(25) +
                      air(context) + (item.caption ? caption_height(context) : 0);
    }
}

}  // namespace

bool is_fact(const CompareItem& item) {
    return item.first < 0;
}
const book::FactChange& fact_of(const Comparing& comparing, const CompareItem& item) {
    return facts_of(comparing)[static_cast<std::size_t>(-1 - item.first)];
}
const book::Row& row_of(const Comparing& comparing, int row) {
    return comparing.document()->rows[static_cast<std::size_t>(row)];
}
const book::Leaf& leaf_of(const Comparing& comparing, const book::Row& row) {
    const book::DocumentChange& document = *comparing.document();
    return row.newer >= 0 ? document.newer_leaves[static_cast<std::size_t>(row.newer)]
                          : document.older_leaves[static_cast<std::size_t>(row.older)];
}

book::Change kind_of(const Comparing& comparing, const CompareItem& item) {
    return is_fact(item) ? book::Change::changed : row_of(comparing, item.first).kind;
}

bool beside(const Comparing& comparing) {
    return comparing.state.page.width >= comparing.context.px(600);
}

float caption_height(const Context& context) {
    return std::round(context.px(24));
}
float fold_height(const Context& context) {
    return std::round(context.px(44));
}
float air(const Context& context) {
    return std::round(context.px(14));
}

void prepare(Comparing& comparing, float width) {
    ComparePage& page = comparing.state.page;
    if (page.document == comparing.state.chosen && page.width == width && page.scale == comparing.context.scale) return;
    const bool other = page.document != comparing.state.chosen;
    const bool unfolded = page.width == 0;
    page.document = comparing.state.chosen;
    page.width = width;
    page.scale = comparing.context.scale;
    make_items(comparing);
    if (other && page.to_last) page.here = static_cast<int>(page.changes.size()) - 1;
    if (!other && page.here >= static_cast<int>(page.changes.size())) page.here = -1;
    if (page.here >= 0 && (other || !unfolded)) page.to_change = true;
}

void place(ComparePage& page) {
    if (page.placed) return;
    page.tops.resize(page.items.size() + 1);
    double top = 0;
    for (std::size_t i = 0; i < page.items.size(); ++i) {
        page.tops[i] = static_cast<float>(top);
        top += static_cast<double>(page.items[i].height);
    }
    page.tops[page.items.size()] = static_cast<float>(top);
    page.placed = true;
}

std::size_t item_at(ComparePage& page, float y) {
    place(page);
    const auto above = std::upper_bound(page.tops.begin(), page.tops.end(), y);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, above - page.tops.begin() - 1));
}

bool is_double(const Comparing& comparing, const CompareItem& item) {
    return is_fact(item) || row_of(comparing, item.first).kind == book::Change::changed;
}

const CompareSet& set_item(Comparing& comparing, std::size_t index) {
    ComparePage& page = comparing.state.page;
    CompareItem& item = page.items[index];
    auto found = page.sets.find(item.first);
    if (found == page.sets.end()) {
        // The page is read up and down: what is farthest from here is wanted last.
        while (page.sets.size() >= most_kept)
            page.sets.erase(std::abs(page.sets.begin()->first - item.first) >
                                    std::abs(page.sets.rbegin()->first - item.first)
                                ? page.sets.begin()
                                : std::prev(page.sets.end()));
        CompareSet set;
        if (is_fact(item)) {
            const float between = compare_between(comparing.context);
            const float each = beside(comparing) ? std::floor((page.width - between) / 2) : page.width;
            const float inner = each - compare_margin(comparing.context);
            set.older = set_fact(comparing, fact_of(comparing, item).older, inner);
            set.newer = set_fact(comparing, fact_of(comparing, item).newer, inner);
        } else {
            set = set_compared(comparing, row_of(comparing, item.first), page.width, beside(comparing));
        }
        found = page.sets.emplace(item.first, std::move(set)).first;
    }
    const CompareSet& set = found->second;
    float text = std::max(set.older.height, set.newer.height);
    if (is_double(comparing, item) && !beside(comparing))
        text = set.older.height + set.newer.height + std::round(comparing.context.px(8));
    const float height =
        std::ceil(text) + air(comparing.context) + (item.caption ? caption_height(comparing.context) : 0);
    if (!item.known) --page.unknown;
    if (!item.known || item.height != height) page.placed = false;
    item.known = true;
    item.height = height;
    return set;
}

float settle(Comparing& comparing, float top, float bottom) {
    ComparePage& page = comparing.state.page;
    if (page.unknown == 0) return 0;
    const std::size_t here = std::min(item_at(page, std::max(0.0f, top)), page.items.size() - 1);
    const float before = page.tops[here];
    std::size_t bytes = 0;
    const auto measure = [&](std::size_t index) {
        if (page.items[index].known) return;
        set_item(comparing, index);
        bytes += bytes_of(comparing, page.items[index]) + 200;
    };
    for (std::size_t i = here; i < page.items.size(); ++i) {
        place(page);
        if (page.tops[i] > bottom) break;
        measure(i);
    }
    std::size_t below = here, above = here;
    while (bytes < settled_a_frame && (below < page.items.size() || above > 0)) {
        if (below < page.items.size()) measure(below++);
        if (above > 0) measure(--above);
    }
    place(page);
    return page.tops[here] - before;
}

}  // namespace ui
