// One document of the comparison: what is new, gone, changed and moved in it, in reading order.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/compare_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr std::size_t settled_a_frame = 24'000;  ///< bytes of text
constexpr std::size_t most_kept = 64;            ///< rows that stay set
constexpr int fewest_folded = 3;

const std::vector<book::FactChange>& facts_of(const Comparing& comparing) {
    const book::DocumentChange* document = comparing.document();
    return document != nullptr ? document->facts : comparing.comparison.facts;
}

/// Rows below zero are facts: -1 is the first.
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

std::string fact_name(const words::Catalogue& words, book::Fact fact) {
    switch (fact) {
        case book::Fact::title: return words[Key::compare_field_title];
        case book::Fact::minutes: return words[Key::compare_field_minutes];
        case book::Fact::meetings: return words[Key::compare_field_meetings];
        case book::Fact::forms: return words[Key::compare_field_forms];
        case book::Fact::materials: return words[Key::compare_field_materials];
        case book::Fact::picture: return words[Key::compare_field_picture];
        case book::Fact::plan: return words[Key::compare_field_plan];
        case book::Fact::number: return words[Key::compare_field_number];
        case book::Fact::aid: return words[Key::compare_field_aid];
    }
    return words[Key::compare_changed];
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

/// Wide enough for two texts beside each other.
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

book::Layout set_fact(Comparing& comparing, const std::string& said, float width) {
    book::Block block;
    block.spans.push_back({said.empty() ? "–" : said});
    const FontMeasure measure(comparing.context.fonts);
    ++comparing.state.made;
    return book::lay_out({&block, 1}, book::Style::reader(comparing.context.px(16)), std::max(16.0f, width), measure,
                         reader_pictures(comparing.context));
}

/// Both texts of the item are shown, beside or above each other.
bool is_double(const Comparing& comparing, const CompareItem& item) {
    return is_fact(item) || row_of(comparing, item.first).kind == book::Change::changed;
}

/// The item, set; its height is known from then on.
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

/// Measures what is in view, and some of what is not known yet. Returns how far the text at `top` moved down by it.
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

/// A text of one edition with its bar and sign.
void paint_text(Comparing& comparing, const book::Layout& layout, std::span<const Highlight> marks, ImVec2 at,
                float indent, ImU32 colour, const char* sign, float opacity) {
    Context& context = comparing.context;
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    if (sign != nullptr) {
        const float thick = std::max(2.0f, std::round(context.px(3)));
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + thick, at.y + std::ceil(layout.height)}, colour,
                                                  thick / 2);
        const TextStyle style{.size = 15, .face = book::Face::bold, .colour = colour, .line = 1.6f};
        text_at(context, {at.x + thick + std::round(context.px(3)), at.y}, sign, style);
    }
    paint(layout, {at.x + indent, at.y}, clip.Min, clip.Max, context, context.palette,
          {.opacity = opacity, .highlights = marks});
}

struct Sign {
    ImU32 colour = 0;
    const char* sign = nullptr;
    Key word = Key::compare_changed;
};

Sign sign_of(const Palette& p, book::Change kind) {
    switch (kind) {
        case book::Change::added: return {p.good, "+", Key::compare_new};
        case book::Change::gone: return {p.warm, "−", Key::compare_gone};
        case book::Change::moved: return {p.primary, "↕", Key::compare_moved};
        default: return {p.muted, "≠", Key::compare_changed};
    }
}

void draw_fold(Comparing& comparing, const CompareItem& item, ImVec2 at) {
    Context& context = comparing.context;
    ComparePage& page = comparing.state.page;
    const std::string label = comparing.words()(Key::compare_unchanged, {{"count", item.end - item.first}});
    const TextStyle style{.size = 14, .colour = context.palette.muted, .line = 1.4f};
    const ImVec2 size = text_size(context, label, style);
    const float y = at.y + std::round((fold_height(context) - air(context) / 2 - size.y) / 2);
    const float x = at.x + compare_margin(context);
    ImGui::SetCursorScreenPos({x, y});
    if (reader_link(context, ("compare-fold/" + std::to_string(item.first)).c_str(), label, style, page.width)) {
        page.unfolded.insert(item.first);
        page.width = 0;  // the items are made anew in the next frame
        context.state->animating = true;
    }
    const float line = std::max(1.0f, std::round(context.scale));
    const float middle = std::round(y + size.y / 2);
    const float from = x + size.x + std::round(context.px(16));
    if (from < at.x + page.width)
        ImGui::GetWindowDrawList()->AddRectFilled({from, middle}, {at.x + page.width, middle + line},
                                                  context.palette.line);
}

void draw_item(Comparing& comparing, std::size_t index, ImVec2 at) {
    Context& context = comparing.context;
    const Palette& p = context.palette;
    ComparePage& page = comparing.state.page;
    if (page.items[index].folded) {
        draw_fold(comparing, page.items[index], at);
        return;
    }
    const CompareSet& set = set_item(comparing, index);
    const CompareItem& item = page.items[index];
    const book::Change kind = kind_of(comparing, item);
    const Sign sign = sign_of(p, kind);
    const float top = at.y;
    if (item.caption) {
        std::string caption = std::string(sign.sign) + "  " + comparing.words()[sign.word];
        if (is_fact(item))
            caption = std::string(sign.sign) + "  " + fact_name(comparing.words(), fact_of(comparing, item).fact);
        const TextStyle style{.size = text_small, .face = book::Face::semibold, .colour = sign.colour, .line = 1.4f};
        const ImVec2 size = text_at(context, at, caption, style);
        report_text(caption, at, {at.x + size.x, at.y + size.y});
        at.y += caption_height(context);
    }
    const float margin = compare_margin(context);
    const auto indent_of = [&](const std::vector<book::Leaf>& leaves, int leaf, float width) {
        return leaf < 0 ? margin : compare_indent(context, leaves[static_cast<std::size_t>(leaf)], width);
    };
    if (is_double(comparing, item)) {
        const bool two = beside(comparing);
        const float each = two ? std::floor((page.width - compare_between(context)) / 2) : page.width;
        float older = margin, newer = margin;
        if (!is_fact(item)) {
            const book::Row& row = row_of(comparing, item.first);
            older = indent_of(comparing.document()->older_leaves, row.older, each);
            newer = indent_of(comparing.document()->newer_leaves, row.newer, each);
        }
        paint_text(comparing, set.older, set.older_marks, at, older, p.warm, "−", 1);
        const ImVec2 other = two ? ImVec2{at.x + each + compare_between(context), at.y}
                                 : ImVec2{at.x, at.y + set.older.height + std::round(context.px(8))};
        paint_text(comparing, set.newer, set.newer_marks, other, newer, p.good, "+", 1);
    } else {
        const book::Row& row = row_of(comparing, item.first);
        const book::DocumentChange& document = *comparing.document();
        const bool newer = row.newer >= 0;
        const float indent = newer ? indent_of(document.newer_leaves, row.newer, page.width)
                                   : indent_of(document.older_leaves, row.older, page.width);
        const bool same = kind == book::Change::same;
        paint_text(comparing, newer ? set.newer : set.older, {}, at, indent, sign.colour, same ? nullptr : sign.sign,
                   same ? 0.75f : 1.0f);
    }
    const bool here = page.here >= 0 && page.changes[static_cast<std::size_t>(page.here)] == static_cast<int>(index);
    if (here) {
        const float around = std::round(context.px(7));
        ImGui::GetWindowDrawList()->AddRect({at.x - around, top - around},
                                            {at.x + page.width + around, top + item.height - air(context) + around},
                                            faded(p.primary, 0.55f), context.px(8), 0, std::max(1.0f, context.scale));
    }
    if (!is_fact(item)) {
        const book::Leaf& leaf = leaf_of(comparing, row_of(comparing, item.first));
        report_text(leaf.text, {at.x, top}, {at.x + page.width, top + item.height - air(context)});
    }
}

/// The last change that is not below the upper part of the view; as gone to, while the page has not been scrolled.
int present_change(Comparing& comparing, float scroll, float body_top) {
    ComparePage& page = comparing.state.page;
    if (page.here >= 0 && (page.to_change || std::abs(page.here_scroll - scroll) < 2)) return page.here;
    place(page);
    int found = -1;
    for (std::size_t i = 0; i < page.changes.size(); ++i)
        if (page.tops[static_cast<std::size_t>(page.changes[i])] <= scroll - body_top + comparing.context.px(8))
            found = static_cast<int>(i);
    return scroll <= 0 ? -1 : found;
}

void draw_rows(Comparing& comparing, ImVec2 origin, float body_top, float view) {
    Context& context = comparing.context;
    ComparePage& page = comparing.state.page;
    const float scroll = ImGui::GetScrollY();
    const float top = scroll - body_top;
    if (page.items.empty()) return;
    const float moved = settle(comparing, top, top + view);
    if (page.unknown > 0) context.state->animating = true;
    place(page);
    if (page.to_change && page.here >= 0) {
        const float y = page.tops[static_cast<std::size_t>(page.changes[static_cast<std::size_t>(page.here)])];
        const float target = page.here == 0 ? 0 : std::max(0.0f, std::round(body_top + y - context.px(40)));
        ImGui::SetScrollY(target);
        page.here_scroll = -1;
        page.to_change = page.unknown > 0;
        if (!page.to_change) context.state->animating = true;
    } else if (moved != 0 && top > 0) {
        ImGui::SetScrollY(std::round(scroll + moved));
    } else if (page.here >= 0 && page.here_scroll < 0) {
        page.here_scroll = scroll;
    }
    // A little more than is seen, so that Tab goes on to what lies just outside.
    const float more = context.px(160);
    for (std::size_t i = item_at(page, std::max(0.0f, top - more)); i < page.items.size(); ++i) {
        place(page);
        if (page.tops[i] > top + view + more) break;
        draw_item(comparing, i, {origin.x, origin.y + page.tops[i]});
        if (page.width == 0) break;  // a run was opened: there are other items now
    }
}

/// Steps between the changes, and the way to the text. Returns its height.
float draw_tools(Comparing& comparing, ImVec2 at, float left, float width, bool narrow) {
    Context& context = comparing.context;
    const words::Catalogue& words = comparing.words();
    CompareState& state = comparing.state;
    const float top = at.y + std::round(context.px(14));
    const ReaderColumn column({at.x + left, top}, width);
    const auto next = [&](const std::string& label) {
        flow(context, button_size(context, label, {.small = true}).x, 8);
    };
    if (narrow) {
        if (button(context, "compare-contents", words[Key::reader_contents], {.small = true})) state.list_open = true;
        next(words[Key::compare_previous]);
    }
    if (button(context, "compare-previous", words[Key::compare_previous], {.small = true})) go_to_change(comparing, -1);
    next(words[Key::compare_next]);
    if (button(context, "compare-next", words[Key::compare_next], {.small = true})) go_to_change(comparing, 1);
    if (const book::DocumentChange* document = comparing.document(); document != nullptr && document->newer >= 0) {
        next(words[Key::compare_read]);
        if (button(context, "compare-read", words[Key::compare_read], {.small = true})) {
            std::string anchor;
            const ComparePage& page = state.page;
            if (page.here >= 0 && page.here < static_cast<int>(page.changes.size())) {
                const CompareItem& item =
                    page.items[static_cast<std::size_t>(page.changes[static_cast<std::size_t>(page.here)])];
                if (!is_fact(item)) {
                    const book::Row& row = row_of(comparing, item.first);
                    // What is gone stands nowhere; what stands over it does, where the heading has been kept.
                    anchor = leaf_of(comparing, row).anchor;
                }
            }
            context.state->reader.compare_open = false;
            context.say(app::OpenDocument{document->newer_path, anchor});
        }
    }
    return ImGui::GetItemRectMax().y - at.y + std::round(context.px(12));
}

void draw_title(Comparing& comparing, float width) {
    Context& context = comparing.context;
    const words::Catalogue& words = comparing.words();
    const CompareEntry& entry = comparing.state.entries[static_cast<std::size_t>(comparing.state.chosen)];
    text(context, entry.title, {.size = text_title, .face = book::Face::bold, .wrap = width, .line = 1.25f});
    const book::DocumentChange* document = comparing.document();
    if (document != nullptr && document->kind != book::Change::changed) {
        gap(context, 8);
        chip(context, words[sign_of(context.palette, document->kind).word], document->kind == book::Change::gone);
        if (document->kind == book::Change::moved) {
            gap(context, 6);
            text(context,
                 words(Key::compare_between, {{"older", document->older_path}, {"newer", document->newer_path}}),
                 {.size = 14, .colour = context.palette.muted, .wrap = width});
        }
    }
    if (document != nullptr && document->coarse) {
        gap(context, 12);
        text(context, words[Key::compare_coarse], {.size = 14, .colour = context.palette.muted, .wrap = width});
    }
    gap(context, 20);
}

}  // namespace

void go_to_change(Comparing& comparing, int way) {
    CompareState& state = comparing.state;
    ComparePage& page = state.page;
    if (page.document != state.chosen || page.width == 0) return;  // not shown yet
    const int to = page.present + way;
    if (to >= 0 && to < static_cast<int>(page.changes.size())) {
        page.here = page.present = to;
        page.to_change = true;
        return;
    }
    const int entry = neighbour_entry(state, way);
    if (entry < 0) return;
    choose_compared(comparing, entry);
    page.here = way > 0 ? 0 : -1;
    page.to_last = way < 0;
}

void draw_compare_page(Comparing& comparing, ImVec2 size, bool narrow) {
    Context& context = comparing.context;
    CompareState& state = comparing.state;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (state.chosen < 0) {
        const float margin = std::round(context.px(32));
        const ReaderColumn column({at.x + margin, at.y + margin}, size.x - 2 * margin);
        text(context, comparing.words()[Key::compare_nothing_chosen],
             {.colour = context.palette.muted, .wrap = size.x - 2 * margin});
        return;
    }
    const float margin = std::round(std::min(context.px(32), size.x * 0.06f));
    const float width = std::min(size.x - 2 * margin, std::round(context.px(1040)));
    const float tools = draw_tools(comparing, at, margin, width, narrow);
    ComparePage& page = state.page;
    const bool other = page.document != state.chosen;
    prepare(comparing, width);
    // A document whose first change is asked for shows its head with it.
    if (other && page.here >= static_cast<int>(page.changes.size())) page.here = -1;
    const float view = size.y - tools;
    ImGui::SetCursorScreenPos({at.x, at.y + tools});
    if (other && page.to_top) ImGui::SetNextWindowScroll({-1, 0});
    page.to_top = false;
    scroll_area(context, "compare-page", {size.x, view}, [&] {
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const ReaderColumn column({start.x + margin, start.y + std::round(context.px(8))}, width);
        draw_title(comparing, width);
        const ImVec2 origin = ImGui::GetCursorScreenPos();
        const float body_top = origin.y - start.y;
        page.present = present_change(comparing, ImGui::GetScrollY(), body_top);
        if (page.here >= 0) page.here = page.present;
        draw_rows(comparing, origin, body_top, view);
        place(page);
        ImGui::SetCursorScreenPos(origin);
        ImGui::Dummy({width, page.tops.empty() ? 0 : page.tops.back()});
        gap(context, 64);
    });
}

}  // namespace ui
