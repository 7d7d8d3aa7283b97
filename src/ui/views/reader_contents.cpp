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
    state.contents.stale = true;
}

/// What a row looks like besides its words; its height depends on it.
std::uint8_t look_of(const Reading& reading, const ReaderRow& row) {
    if (row.type != ReaderRow::Type::document) return 0;
    return static_cast<std::uint8_t>((row.document == reading.index ? 1 : 0) + (has_read(reading.model, row.id) ? 2 : 0));
}

/// Where the words of a row stand in it, in pixels.
struct RowShape {
    float pad, indent, number, after, above;
    TextStyle style;
};

RowShape shape_of(const Reading& reading, const ReaderRow& row, float width, std::uint8_t look) {
    const Context& context = reading.context;
    const Palette& p = context.palette;
    const bool document = row.type == ReaderRow::Type::document;
    const bool part = row.type == ReaderRow::Type::part;
    const bool current = (look & 1) != 0;
    RowShape shape;
    shape.pad = std::round(context.px(12));
    shape.indent = std::round(context.px(part ? 0 : row.group_row >= 0 ? 28 : 12));
    shape.number =
        row.number.empty() ? 0 : std::round(context.px(row.group_row >= 0 && row.number.size() < 3 ? 20 : 36));
    shape.after = !document ? std::round(context.px(22)) : (look & 2) != 0 ? std::round(context.px(18)) : 0;
    shape.above = std::round(context.px(6));
    shape.style = {.size = 15,
                   .face = part || current ? book::Face::semibold : book::Face::regular,
                   .colour = current ? p.on_primary_soft
                             : part  ? p.ink
                                     : p.muted,
                   .line = 1.35f};
    shape.style.wrap = width - 2 * shape.pad - shape.indent - shape.number - shape.after;
    return shape;
}

/// Measures what has not been measured with this width and size of type, and places the rows that are not folded away.
void place_rows(Reading& reading, float width) {
    ReaderContents& contents = reading.state.contents;
    const ReaderFacts& facts = reading.state.facts;
    const float scale = reading.context.scale;
    if (contents.handbook != facts.handbook || contents.revision != facts.revision ||
        contents.language != facts.language || contents.width != width || contents.scale != scale) {
        contents.handbook = facts.handbook;
        contents.revision = facts.revision;
        contents.language = facts.language;
        contents.width = width;
        contents.scale = scale;
        contents.heights.assign(facts.rows.size(), -1.0f);
        contents.looks.assign(facts.rows.size(), 0);
        contents.stale = true;
    }
    if (!contents.stale) return;
    contents.stale = false;
    contents.places.clear();
    const float before_part = std::round(reading.context.px(12));
    const float between = std::round(reading.context.px(1));
    float y = 0;
    for (std::size_t i = 0; i < facts.rows.size(); ++i) {
        const ReaderRow& row = facts.rows[i];
        if (is_hidden(reading, row)) continue;
        const std::uint8_t look = look_of(reading, row);
        if (contents.heights[i] < 0 || contents.looks[i] != look) {
            const RowShape shape = shape_of(reading, row, width, look);
            contents.heights[i] = text_size(reading.context, row.title, shape.style).y + 2 * shape.above;
            contents.looks[i] = look;
            ++contents.measured;
        }
        if (row.type == ReaderRow::Type::part && !contents.places.empty()) y += before_part;
        contents.places.push_back({static_cast<int>(i), y, contents.heights[i]});
        y += contents.heights[i] + between;
    }
    contents.height = y;
}

void draw_row(Reading& reading, const ReaderContents::Place& place, float width) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    ReaderContents& contents = reading.state.contents;
    const ReaderRow& row = reading.state.facts.rows[static_cast<std::size_t>(place.row)];
    const std::uint8_t look = look_of(reading, row);
    // Read or opened since: the rows below may move in the next frame.
    if (look != contents.looks[static_cast<std::size_t>(place.row)]) contents.stale = true;
    const bool document = row.type == ReaderRow::Type::document;
    const bool current = (look & 1) != 0;
    const bool read = (look & 2) != 0;
    const auto [pad, indent, number, after, above, style] = shape_of(reading, row, width, look);
    const float height = place.height;

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
        contents.stale = true;
    }
    if (ImGui::IsItemFocused()) contents.focused = place.row;
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

/// The rows in view and a screen above and below them, so that keys find the next one; and those that a key or a jump
/// may lead to: the first, the last, the one with the focus and the current document.
void draw_contents(Reading& reading, float width) {
    draw_bookmark_rows(reading, width);
    place_rows(reading, width);
    ReaderContents& contents = reading.state.contents;
    const std::vector<ReaderContents::Place>& places = contents.places;
    if (places.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    const float room = clip.GetHeight();
    const auto below = [&](float y) {
        return std::partition_point(places.begin(), places.end(),
                                    [&](const ReaderContents::Place& place) { return place.y + place.height < y; });
    };
    const auto first = below(clip.Min.y - at.y - room);
    const auto last = below(clip.Max.y - at.y + room);
    std::vector<std::ptrdiff_t> drawn;
    const auto add_row = [&](int row) {
        const auto found = std::lower_bound(places.begin(), places.end(), row,
                                            [](const ReaderContents::Place& place, int r) { return place.row < r; });
        if (found != places.end() && found->row == row) drawn.push_back(found - places.begin());
    };
    drawn.push_back(0);
    for (auto each = first; each != places.end() && each <= last; ++each) drawn.push_back(each - places.begin());
    drawn.push_back(std::ssize(places) - 1);
    if (contents.focused >= 0) add_row(contents.focused);
    if (reading.state.reveal > 0) {
        for (std::size_t i = 0; i < reading.state.facts.rows.size(); ++i)
            if (reading.state.facts.rows[i].document == reading.index) add_row(static_cast<int>(i));
    }
    std::sort(drawn.begin(), drawn.end());
    drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
    contents.focused = -1;
    for (const std::ptrdiff_t i : drawn) {
        const ReaderContents::Place& place = places[static_cast<std::size_t>(i)];
        ImGui::SetCursorScreenPos({at.x, at.y + place.y});
        draw_row(reading, place, width);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + contents.height});
    ImGui::Dummy({0, 0});
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
