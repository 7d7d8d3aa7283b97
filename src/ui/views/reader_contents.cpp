#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

constexpr int many = 8;  ///< a group with more documents starts closed

bool is_open(const Reading& reading, const ReaderRow& row) {
    if (const auto chosen = reading.state.open.find(row.id); chosen != reading.state.open.end()) return chosen->second;
    return row.type == ReaderRow::Type::part || row.documents <= many;
}

bool is_hidden(const Reading& reading, const ReaderRow& row) {
    const auto closed = [&](int at) {
        return at >= 0 && !is_open(reading, reading.state.facts.rows[static_cast<std::size_t>(at)]);
    };
    return closed(row.part_row) || closed(row.group_row);
}

/// Opens what the current document lies in, so that it can be seen.
void uncover(Reading& reading) {
    ReaderState& state = reading.state;
    for (const ReaderRow& row : state.facts.rows) {
        if (row.document != reading.index) continue;
        for (const int at : {row.part_row, row.group_row})
            if (at >= 0) state.open[state.facts.rows[static_cast<std::size_t>(at)].id] = true;
    }
}

void draw_row(Reading& reading, const ReaderRow& row, float width) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    const bool document = row.type == ReaderRow::Type::document;
    const bool current = document && row.document == reading.index;
    const bool read = document && has_read(reading.model, row.id);
    const float pad = std::round(context.px(12));
    const float indent = std::round(context.px(row.type == ReaderRow::Type::part ? 0 : row.group_row >= 0 ? 28 : 12));
    const float number =
        row.number.empty() ? 0 : std::round(context.px(row.group_row >= 0 && row.number.size() < 3 ? 20 : 36));
    const float after = !document ? std::round(context.px(22)) : read ? std::round(context.px(18)) : 0;
    const bool part = row.type == ReaderRow::Type::part;

    TextStyle style{.size = 15,
                    .face = part || current ? book::Face::semibold : book::Face::regular,
                    .colour = current ? p.on_primary_soft
                              : part  ? p.ink
                                      : p.muted,
                    .line = 1.35f};
    style.wrap = width - 2 * pad - indent - number - after;
    const ImVec2 size = text_size(context, row.title, style);
    const float above = std::round(context.px(6));
    const float height = size.y + 2 * above;

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(row.id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
    const bool beside = document && pressed_for_beside();
    report(document ? ItemRole::link : ItemRole::toggle, row.id, row.title, false,
           document ? current : is_open(reading, row));
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (current && reading.state.reveal > 0) {
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleCenterY);
        --reading.state.reveal;
    }
    if (beside || (clicked && document)) {
        reading.state.contents_open = false;
        open_from(reading, row.id, {}, beside);
    } else if (clicked) {
        reading.state.open[row.id] = !is_open(reading, row);
    }
    if (ImGui::IsItemVisible()) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (current || hovered)
            list.AddRectFilled(at, {at.x + width, at.y + height}, current ? p.primary_soft : faded(p.ink, 0.05f),
                               context.px(8));
        const float x = at.x + pad + indent;
        if (number > 0) {
            const TextStyle small{.size = text_small, .colour = current ? p.on_primary_soft : p.muted, .line = 1.0f};
            const float line = std::round(context.px(15)) * style.line;
            const ImVec2 needed = text_size(context, row.number, small);
            text_at(context, {x, at.y + above + std::round((line - needed.y) / 2) + std::round(context.px(0.5f))},
                    row.number, small);
        }
        text_at(context, {x + number, at.y + above}, row.title, style);
        const float mark = std::round(context.px(14));
        const ImVec2 mark_at{at.x + width - pad - mark,
                             at.y + above + std::round((context.px(15) * style.line - mark) / 2)};
        if (!document)
            icon(context, list, is_open(reading, row) ? Icon::down : Icon::right, mark_at, mark, p.muted);
        else if (read)
            icon(context, list, Icon::check, mark_at, mark, faded(current ? p.on_primary_soft : p.muted, 0.75f));
    }
    focus_ring(context, 8);
}

void draw_contents(Reading& reading, float width) {
    draw_bookmark_rows(reading, width);
    bool first = true;
    for (const ReaderRow& row : reading.state.facts.rows) {
        if (is_hidden(reading, row)) continue;
        if (row.type == ReaderRow::Type::part && !first) gap(reading.context, 12);
        draw_row(reading, row, width);
        gap(reading.context, 1);
        first = false;
    }
}

/// The way to what has changed since an older edition.
void draw_compare_link(Reading& reading, float width) {
    const TextStyle style{.size = text_small, .colour = reading.context.palette.muted};
    if (reader_link(reading.context, "compare-editions", reading.words()[words::Key::compare_open], style, width))
        reading.state.compare_wanted = true;
}

/// "3 merknader til teksten": the way to all of them.
void draw_footer(Reading& reading, float width) {
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const int count = static_cast<int>(reading.book.problems.size());
    const std::string label =
        count == 1 ? words[words::Key::reader_problems_one] : words(words::Key::reader_problems, {{"count", count}});
    const bool serious = std::any_of(reading.book.problems.begin(), reading.book.problems.end(),
                                     [](const book::Problem& p) { return p.error; });
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = std::round(context.px(16));
    icon(context, *ImGui::GetWindowDrawList(), Icon::warning, {at.x, at.y + std::round(context.px(1))}, size,
         serious ? context.palette.warm : context.palette.muted);
    ImGui::SetCursorScreenPos({at.x + size + context.px(8), at.y});
    if (reader_link(context, "problems", label, {.size = text_small, .colour = context.palette.muted},
                    width - size - context.px(8)))
        reading.state.problems_open = true;
}

}  // namespace

void draw_reader_column(Reading& reading, ImVec2 size, bool narrow) {
    Context& context = reading.context;
    ReaderState& state = reading.state;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float margin = std::round(context.px(narrow ? 24 : 18));
    const float width = size.x - 2 * margin;
    float top = at.y + std::round(context.px(28));

    if (state.revealed != reading.document().path || state.revealed_arrivals != reading.model.reader.arrivals) {
        state.revealed = reading.document().path;
        state.revealed_arrivals = reading.model.reader.arrivals;
        uncover(reading);
        state.reveal = 2;  // the first frame with new rows does not know its full height yet
    }
    if (narrow) {
        ImGui::SetCursorScreenPos({at.x + margin, top - std::round(context.px(8))});
        if (button(context, "to-page", reading.words()[words::Key::reader_to_page],
                   {.kind = ButtonKind::quiet, .small = true}))
            state.contents_open = false;
        top += std::round(context.px(40));
    }
    ImGui::SetCursorScreenPos({at.x + margin, top});
    ImGui::PushID("reader-column");
    const bool searching = draw_reader_search_field(reading, width);
    top += std::round(context.px(44 + 16));

    const bool footer = !reading.book.problems.empty();
    const float pad = std::round(context.px(12));
    const float link = text_size(context, reading.words()[words::Key::compare_open],
                                 {.size = text_small, .wrap = width - 2 * pad})
                           .y;
    const float foot = 2 * pad + link + (footer ? std::round(context.px(28)) : 0);
    const float bar = std::round(context.px(16));   // the scroll bar stands in the margin, not over the rows
    const float bleed = std::round(context.px(8));  // room for the focus ring
    ImGui::SetCursorScreenPos({at.x + margin - bleed, top - bleed});
    scroll_area(context, searching ? "hits" : "contents", {bleed + width + bar, at.y + size.y - foot - top + bleed},
                [&] {
                    const ImVec2 start = ImGui::GetCursorScreenPos();
                    const ReaderColumn column({start.x + bleed, start.y + bleed}, width);
                    if (searching)
                        draw_reader_hits(reading, width);
                    else
                        draw_contents(reading, width);
                    gap(context, 16);
                });
    const float line = std::max(1.0f, std::round(context.scale));
    float y = at.y + size.y - foot;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + margin, y}, {at.x + margin + width, y + line},
                                              context.palette.line);
    y += pad;
    if (footer) {
        ImGui::SetCursorScreenPos({at.x + margin + pad, y});
        draw_footer(reading, width - pad);
        y += std::round(context.px(28));
    }
    ImGui::SetCursorScreenPos({at.x + margin + pad, y});
    draw_compare_link(reading, width - 2 * pad);
    ImGui::PopID();
}

}  // namespace ui
