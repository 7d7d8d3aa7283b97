// One document of the comparison: what is new, gone, changed and moved in it, in reading order.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/edition_words.h"
#include "ui/index.h"
#include "ui/views/compare_items.h"

namespace ui {
namespace {

using words::Key;

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
};

Sign sign_of(const Palette& p, book::Change kind) {
    switch (kind) {
        case book::Change::added: return {p.good, "+"};
        case book::Change::gone: return {p.warm, "−"};
        case book::Change::moved: return {p.primary, "↕"};
        default: return {p.muted, "≠"};
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
        const Key word = is_fact(item) ? app::name_of(fact_of(comparing, item).fact) : app::name_of(kind);
        const std::string caption = std::string(sign.sign) + "  " + comparing.words()[word];
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
        chip(context, words[app::name_of(document->kind)], document->kind == book::Change::gone);
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
