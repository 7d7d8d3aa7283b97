#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

void follow(Reading& reading, const PageEvents& events) {
    const std::vector<book::Link>& links = reading.document().links;
    if (events.link_clicked >= 0 && events.link_clicked < static_cast<int>(links.size()))
        open_link(reading, events.link_clicked);
    if (events.link_hovered < 0 || events.link_hovered >= static_cast<int>(links.size())) return;
    const book::Rect& box = events.box;
    if (ImGui::IsMouseReleased(2) &&
        ImGui::IsMouseHoveringRect({box.x, box.y}, {box.x + box.width, box.y + box.height}, false))
        open_link(reading, events.link_hovered, true);
    peek_at(reading, {ReaderPeek::Type::link, events.link_hovered}, events.whole,
            events.rested || events.by_keyboard);
}

/// A slim bar below a table that is wider than the page. The table itself can be pushed sideways too.
void draw_pane(Reading& reading, std::uint32_t stretch, int number, const book::Pane& pane, ImVec2 origin) {
    Context& context = reading.context;
    ReaderPage& page = reading.page();
    const Palette& p = context.palette;
    const float most = pane.content_width - pane.box.width;
    float& scroll = page.panes[stretch][number];
    const std::pair own{stretch, number};
    const ImVec2 min{origin.x + pane.box.x, origin.y + pane.box.y};
    const ImVec2 max{origin.x + pane.box.right(), origin.y + pane.box.bottom()};
    const float hit = std::round(context.px(16));
    const float thick = std::round(context.px(6));

    ImGui::PushID(number);
    ImGui::SetCursorScreenPos({min.x, max.y});
    ImGui::InvisibleButton("pane", {pane.box.width, hit}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::mark, "pane/" + std::to_string(number), reading.words()[words::Key::reader_table_sideways]);
    const bool held = ImGui::IsItemActive();
    const bool hovered = ImGui::IsItemHovered();
    const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    const ImGuiIO& io = ImGui::GetIO();
    if (held) scroll += io.MouseDelta.x * pane.content_width / pane.box.width;
    if (focused) {
        const float step = context.px(48);
        if (ImGui::Shortcut(ImGuiKey_RightArrow, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat)) scroll += step;
        if (ImGui::Shortcut(ImGuiKey_LeftArrow, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat)) scroll -= step;
    }
    focus_ring(context, 6);
    ImGui::PopID();

    const bool over = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, {max.x, max.y + hit});
    if (over && io.MouseWheelH != 0) scroll -= io.MouseWheelH * context.px(64);
    if (over && !hovered && ImGui::IsMouseClicked(0) && !ImGui::IsAnyItemHovered()) page.dragged_pane = own;
    if (page.dragged_pane == own) {
        if (ImGui::IsMouseDown(0))
            scroll -= io.MouseDelta.x;
        else
            page.dragged_pane.reset();
    }
    scroll = std::clamp(scroll, 0.0f, most);

    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = max.y + std::round((hit - thick) / 2);
    const float length = std::max(context.px(32), pane.box.width * pane.box.width / pane.content_width);
    const float x = min.x + (pane.box.width - length) * (most > 0 ? scroll / most : 0);
    list.AddRectFilled({min.x, y}, {max.x, y + thick}, p.line, thick / 2);
    list.AddRectFilled({x, y}, {x + length, y + thick},
                       held || hovered || page.dragged_pane == own ? p.muted : p.edge, thick / 2);
}

}  // namespace

void answer_links(Reading& reading, const PageEvents& events) {
    follow(reading, events);
    if (events.term_hovered >= 0 && events.link_hovered < 0)
        peek_at(reading, {ReaderPeek::Type::term, events.term_hovered}, events.whole, events.rested);
    ReaderPage& page = reading.page();
    const int count = static_cast<int>(reading.document().footnotes.size());
    if (events.footnote_clicked >= 0 && events.footnote_clicked < count) {
        page.footnote = events.footnote_clicked;
        page.footnote_min = {events.whole.x, events.whole.y};
        page.footnote_max = {events.whole.right(), events.whole.bottom()};
        page.footnote_panes.clear();
        // Kept by the id in this window, so that the popup can be drawn outside the scrolled area.
        page.footnote_id = ImGui::GetID("footnote");
        ImGui::OpenPopup(page.footnote_id);
    }
}

void draw_footnote(Reading& reading) {
    ReaderPage& page = reading.page();
    const book::Document& document = reading.document();
    if (page.footnote < 0 || page.footnote >= static_cast<int>(document.footnotes.size())) return;
    if (!ImGui::IsPopupOpen(page.footnote_id, 0)) {
        page.footnote = -1;
        return;
    }
    Context& context = reading.context;
    const Palette& p = context.palette;
    const book::Footnote& footnote = document.footnotes[static_cast<std::size_t>(page.footnote)];
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    const float width = std::min(std::round(context.px(360)), viewport.Size.x - context.px(32));
    const float pad = std::round(context.px(20));
    const FontMeasure measure(context.fonts);
    const book::Layout& layout = context.state->layouts.get(
        "footnote:" + document.path + ":" + std::to_string(page.footnote), document.revision, footnote.blocks,
        book::Style::reader(context.px(15)), width - 2 * pad, measure, reader_pictures(context));
    const float edge = context.px(12);
    const float away = context.px(6);
    const float whole = layout.height + 2 * pad;
    // Where there is more room, but never over the line with the mark; what is longer scrolls.
    const float room_below = viewport.Size.y - edge - (page.footnote_max.y + away);
    const float room_above = page.footnote_min.y - away - edge;
    const bool below = whole <= room_below || room_below >= room_above;
    const float height = std::min(whole, std::max(below ? room_below : room_above, context.px(96)));
    ImGui::SetNextWindowPos(
        {std::clamp(page.footnote_min.x - pad, edge, std::max(edge, viewport.Size.x - width - edge)),
         below ? page.footnote_max.y + away : std::max(edge, page.footnote_min.y - away - height)});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, pad});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, context.px(radius));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0f, context.scale));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, p.raised);
    ImGui::PushStyleColor(ImGuiCol_Border, p.edge);
    const bool shown =
        ImGui::BeginPopupEx(page.footnote_id, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                                   ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    if (!shown) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    report_text(reading.words()(words::Key::reader_footnote, {{"label", footnote.label}}), at,
                {at.x + width - 2 * pad, at.y + layout.height});
    const PageEvents events =
        paint(layout, at, clip.Min, clip.Max, context, p, {.pane_scroll = &page.footnote_panes, .interactive = true});
    follow(reading, events);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({layout.width, layout.height});
    if (events.link_clicked >= 0 || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

void draw_panes(Reading& reading, std::uint32_t stretch, ImVec2 origin) {
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    const std::vector<book::Pane>& panes = reading.page().galley.layout(stretch).panes;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const book::Pane& pane = panes[i];
        if (pane.content_width <= pane.box.width + 1) continue;
        if (origin.y + pane.box.bottom() + reading.context.px(24) < clip.Min.y || origin.y + pane.box.y > clip.Max.y)
            continue;
        draw_pane(reading, stretch, static_cast<int>(i), pane, origin);
    }
}

}  // namespace ui
