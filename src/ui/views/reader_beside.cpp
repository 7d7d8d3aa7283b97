// Two texts side by side, what opens where, and the row of tools that has to do with places.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using words::Key;

bool inside(const book::Link& link, const book::Handbook& book) {
    return !link.external && link.document >= 0 && link.document < static_cast<int>(book.documents.size());
}

/// The page that the focus ring is in; -1 = in none, or no ring is shown.
int focused_page(const ImRect& left, const ImRect& right) {
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    if (!ImGui::GetIO().NavVisible || imgui.NavId == 0 || imgui.NavWindow == nullptr) return -1;
    const ImRect& own = imgui.NavWindow->NavRectRel[imgui.NavLayer];
    const ImVec2 middle = ImGui::WindowRectRelToAbs(imgui.NavWindow, own).GetCenter();
    return left.Contains(middle) ? 0 : right.Contains(middle) ? 1 : -1;
}

/// A tool with a sign of its own, drawn by `draw` on a board of 24 by 24.
template <class Draw>
bool tool(Reading& reading, const char* id, std::string_view tip, ImVec2 at, Draw draw) {
    Context& context = reading.context;
    ImGui::SetCursorScreenPos(at);
    const bool pressed = reader_tool(context, id, Icon::plus, " ", tip, false);
    const float side = std::round(context.px(40));
    const float size = context.px(22);
    const float unit = size / 24;
    const ImVec2 board{at.x + (side - size) / 2, at.y + (side - size) / 2};
    draw(
        *ImGui::GetWindowDrawList(),
        [&](float x, float y) {
            return ImVec2{board.x + x * unit, board.y + y * unit};
        },
        std::max(1.0f, 1.8f * unit));
    return pressed;
}

}  // namespace

std::string side_id(const Reading& reading, std::string_view id) {
    return (reading.side == 1 ? "beside/" : "") + std::string(id);
}

bool pressed_for_beside() {
    return ImGui::IsItemHovered() && ImGui::IsMouseReleased(2);
}

void open_from(Reading& reading, const std::string& path, const std::string& anchor, bool beside) {
    if (beside || reading.side == 1 || ImGui::GetIO().KeyCtrl)
        reading.context.say(app::OpenBeside{path, anchor});
    else
        reading.context.say(app::OpenDocument{path, anchor});
}

void open_link(Reading& reading, int number, bool beside) {
    const book::Link& link = reading.document().links[static_cast<std::size_t>(number)];
    if (inside(link, reading.book) && (beside || reading.side == 1 || ImGui::GetIO().KeyCtrl))
        reading.context.say(
            app::OpenBeside{reading.book.documents[static_cast<std::size_t>(link.document)].path, link.anchor});
    else
        reading.context.say(app::FollowLink{reading.document().path, number});
}

void choose_active_page(Reading& reading, const ImRect& left, const ImRect& right) {
    ReaderState& state = reading.state;
    if (!reading.two) {
        state.active = 0;
        return;
    }
    const app::Reader& reader = reading.model.reader;
    const bool main_opened = state.pages[0].arrivals != reader.arrivals;
    const bool beside_opened = state.pages[1].arrivals != reader.beside_arrivals;
    if (main_opened != beside_opened) state.active = beside_opened ? 1 : 0;
    if (const int focused = focused_page(left, right); focused >= 0) state.active = focused;
    const bool over =
        ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    if (over && (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1))) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        if (left.Contains(mouse)) state.active = 0;
        if (right.Contains(mouse)) state.active = 1;
    }
    // A quiet mark on top of the page that keys mean.
    const ImRect& on = state.active == 1 ? right : left;
    const float thick = std::max(2.0f, std::round(reading.context.px(3)));
    ImGui::GetWindowDrawList()->AddRectFilled(on.Min, {on.Max.x, on.Min.y + thick}, reading.context.palette.primary);
}

void draw_reader_beside(Reading& reading, ImVec2 at, ImVec2 size) {
    Context& context = reading.context;
    const float line = std::max(1.0f, std::round(context.scale));
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + line, at.y + size.y}, context.palette.line);
    const std::string& path = reading.model.reader.beside->document;
    Reading second{reading.model, context, reading.state, reading.book, reading.book.find(path), 1, true};
    ImGui::SetCursorScreenPos({at.x + line, at.y});
    // One that is gone from the handbook was closed when the handbook came.
    if (second.index >= 0) draw_reader_page(second, {size.x - line, size.y}, false);
}

// --- The breadcrumb -----------------------------------------------------------------------------------------------

void draw_breadcrumb(Reading& reading, ImVec2 at, float width, float height) {
    Context& context = reading.context;
    const ReaderFacts& facts = reading.state.facts;
    if (width < context.px(44)) return;
    const auto row = std::find_if(facts.rows.begin(), facts.rows.end(),
                                  [&](const ReaderRow& r) { return r.document == reading.index; });
    if (row == facts.rows.end() || row->part_row < 0) return;
    const TextStyle style{.size = text_small, .colour = context.palette.muted, .line = 1.4f};
    const std::string between = " › ";
    const float between_width = text_size(context, between, style).x;
    const ReaderRow& part = facts.rows[static_cast<std::size_t>(row->part_row)];
    const ReaderRow* group = row->group_row >= 0 ? &facts.rows[static_cast<std::size_t>(row->group_row)] : nullptr;
    const std::string& last = group != nullptr ? group->title : row->number;
    std::string first = part.title;
    const float last_width = last.empty() ? 0 : between_width + text_size(context, last, style).x;
    if (group != nullptr || text_size(context, first, style).x + last_width > width)
        first = reading.words()(Key::reader_part_short, {{"number", reading.document().part}});

    const float y = at.y + std::round((height - text_size(context, first, style).y) / 2);
    const auto open_first_of = [&](const ReaderRow& fold, int row_of_fold) {
        reading.state.open[part.id] = true;
        reading.state.open[fold.id] = true;
        reading.state.contents.stale = true;
        for (const ReaderRow& each : facts.rows) {
            if (each.document < 0 || (each.part_row != row_of_fold && each.group_row != row_of_fold)) continue;
            open_from(reading, each.id, {});
            return;
        }
    };
    const std::string first_shown = fitted(context, first, style, width);
    ImGui::SetCursorScreenPos({at.x, y});
    if (reader_link(context, side_id(reading, "crumb/part").c_str(), first_shown, style, 0))
        open_first_of(part, row->part_row);
    float x = at.x + text_size(context, first_shown, style).x;
    const float left = at.x + width - x - between_width;
    if (last.empty() || left < context.px(20)) return;
    text_at(context, {x, y}, between, style);
    x += between_width;
    const std::string last_shown = fitted(context, last, style, left);
    ImGui::SetCursorScreenPos({x, y});
    if (group != nullptr) {
        if (reader_link(context, side_id(reading, "crumb/group").c_str(), last_shown, style, 0))
            open_first_of(*group, row->group_row);
        return;
    }
    text_at(context, {x, y}, last_shown, style);
    report_text(last_shown, {x, y}, {x + left, y + height});
}

// --- The tools ----------------------------------------------------------------------------------------------------

float place_tools_width(const Reading& reading) {
    const int count = reading.side == 1 ? 3 : reading.model.reader.beside ? 1 : 2;
    const float after = reading.side == 1 ? 0 : std::round(reading.context.px(16));
    return static_cast<float>(count) * std::round(reading.context.px(40)) + after;
}

void draw_place_tools(Reading& reading, ImVec2 at) {
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const ImU32 ink = context.palette.muted;
    const float side = std::round(context.px(40));
    const bool marked = bookmarked_here(reading);
    if (tool(reading, side_id(reading, "bookmark").c_str(),
             words[marked ? Key::reader_bookmark_remove : Key::reader_bookmark_add], at,
             [&](ImDrawList& list, auto point, float) {
                 paint_ribbon(context, list, point(6.5f, 4), point(17.5f, 20.5f),
                              marked ? context.palette.primary : ink, marked);
             })) {
        reading.state.active = reading.side;
        reading.state.around.bookmark_wanted = true;
    }
    at.x += side;
    if (reading.side == 0 && reading.model.reader.beside) return;
    if (reading.side == 0) {
        if (tool(reading, "beside-open", words[Key::reader_beside_open], at,
                 [&](ImDrawList& list, auto point, float width) {
                     list.AddRect(point(3, 4.5f), point(21, 19.5f), ink, context.px(2), 0, width);
                     list.AddLine(point(12, 4.5f), point(12, 19.5f), ink, width);
                 }))
            context.say(app::OpenBeside{reading.document().path, {}});
        return;
    }
    if (tool(reading, "beside-swap", words[Key::reader_beside_swap], at,
             [&](ImDrawList& list, auto point, float width) {
                 list.AddLine(point(4, 8.5f), point(20, 8.5f), ink, width);
                 list.AddLine(point(16, 4.5f), point(20, 8.5f), ink, width);
                 list.AddLine(point(16, 12), point(20, 8.5f), ink, width);
                 list.AddLine(point(4, 16), point(20, 16), ink, width);
                 list.AddLine(point(8, 12.5f), point(4, 16), ink, width);
                 list.AddLine(point(8, 20), point(4, 16), ink, width);
             }))
        context.say(app::SwapBeside{});
    ImGui::SetCursorScreenPos({at.x + side, at.y});
    if (reader_tool(context, "beside-close", Icon::cross, {}, words[Key::reader_beside_close], false))
        context.say(app::CloseBeside{});
}

}  // namespace ui
