// The bar of finding in the page.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/line_input.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using words::Key;

/// "3 av 17", "Leter …", "Ingen treff".
std::string count_of(const Reading& reading) {
    const ReaderFind& find = reading.page().find;
    const words::Catalogue& words = reading.words();
    if (find.searched.empty()) return {};
    const int count = static_cast<int>(find.matches.size());
    if (reader_find_counting(reading))
        return words[Key::reader_find_counting] + (count > 0 ? " " + std::to_string(count) : "");
    if (count == 0) return words[Key::reader_find_none];
    return words(Key::reader_find_count, {{"at", std::max(0, find.at) + 1}, {"count", count}});
}

/// What a person did in the field.
struct FieldDeed {
    int step = 0;
    bool closed = false;
};

FieldDeed draw_field(Reading& reading, float width, float height) {
    Context& context = reading.context;
    ReaderFind& find = reading.page().find;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string kept = find.query;

    if (find.focus) {
        ImGui::SetKeyboardFocusHere();
        const ImGuiID id = ImGui::GetID("##find");
        ImGuiInputTextState* typed =
            ImGui::GetCurrentContext()->ActiveId == id ? ImGui::GetInputTextState(id) : nullptr;
        if (typed != nullptr) typed->ReloadUserBufAndSelectAll();  // Ctrl+F in the field itself: to write another
    }
    find.focus = false;
    const std::string& label = reading.words()[Key::reader_find];
    const LineDeed line = line_input(context, "find", label, label, find.query, width,
                                     {.padding = {context.px(12), line_padding(context, 15, height)},
                                      .ground = context.palette.ground,
                                      .flags = ImGuiInputTextFlags_AutoSelectAll});
    const bool typed = line.active || line.left;
    line_edge(context, at, {at.x + width, at.y + height}, 8, line);

    FieldDeed deed;
    const bool covered = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (covered) return deed;
    const bool backwards = ImGui::GetIO().KeyShift;
    if (typed && (ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter))) {
        deed.step = backwards ? -1 : 1;
        find.focus = true;  // Enter has left the field
    }
    const bool mine = !reading.model.reader.beside || reading.state.active == reading.side;
    if (mine && ImGui::IsKeyPressed(ImGuiKey_F3)) deed.step = backwards ? -1 : 1;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && (typed || !ImGui::GetIO().WantTextInput)) {
        find.query = kept;  // ImGui has put back what stood there before
        deed.closed = true;
    }
    return deed;
}

}  // namespace

void draw_reader_find(Reading& reading, float right, float top, float width) {
    ReaderFind& find = reading.page().find;
    if (!find.open) return;
    Context& context = reading.context;
    const Palette& p = context.palette;
    const words::Catalogue& words = reading.words();
    context.state->takes_escape = true;

    const float side = std::round(context.px(40));  // of a tool
    const float pad = std::round(context.px(8));
    const float between = std::round(context.px(12));
    const std::string count = count_of(reading);
    const TextStyle quiet{.size = text_small, .colour = find.matches.empty() ? p.warm : p.muted, .line = 1.4f};
    const float count_width =
        std::max(text_size(context, count, quiet).x, text_size(context, words[Key::reader_find_none], quiet).x);
    const TextStyle link{.size = text_small, .face = book::Face::semibold, .colour = p.primary, .line = 1.4f};
    const std::string& everywhere = words[Key::reader_find_everywhere];
    const ImVec2 link_size = text_size(context, everywhere, link);

    // One row where there is room, else the way to the whole handbook stands below.
    const float tools = count_width + 3 * side + 3 * between + 2 * pad;
    const float least_field = std::round(context.px(140));
    const float one_row = tools + std::round(context.px(180)) + link_size.x + between;
    const bool low = one_row > width;
    const float whole = low ? std::min(width, tools + std::round(context.px(200))) : one_row;
    const float field = std::max(least_field, whole - tools - (low ? 0 : link_size.x + between));
    const float height = side + 2 * pad + (low ? link_size.y + pad : 0);

    ImGui::SetCursorScreenPos({std::round(right - whole), top});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
    ImGui::BeginChild("find-bar", {whole, height + context.px(4)}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // A soft edge below lifts it off the text that it lies over.
    list.AddRectFilled({at.x, at.y + context.px(2)}, {at.x + whole, at.y + height + context.px(3)}, faded(p.ink, 0.10f),
                       context.px(radius));
    list.AddRectFilled(at, {at.x + whole, at.y + height}, p.raised, context.px(radius));
    list.AddRect(at, {at.x + whole, at.y + height}, p.edge, context.px(radius), 0, std::max(1.0f, context.scale));

    const float field_height = std::round(context.px(36));
    ImGui::SetCursorScreenPos({at.x + pad, at.y + pad + std::round((side - field_height) / 2)});
    const FieldDeed deed = draw_field(reading, field, field_height);
    float x = at.x + pad + field + between;
    const float text_y = at.y + pad + std::round((side - text_size(context, "0", quiet).y) / 2);
    if (!count.empty()) {
        text_at(context, {x, text_y}, count, quiet);
        report_text(count, {x, text_y}, {x + count_width, text_y + context.px(18)});
    }
    x += count_width + between;
    const auto tool = [&](const char* id, Icon sign, std::string_view letters, Key tip, bool disabled) {
        ImGui::SetCursorScreenPos({x, at.y + pad});
        x += side;
        return reader_tool(context, id, sign, letters, words[tip], disabled);
    };
    const bool nothing = find.matches.empty();
    int step = deed.step;
    if (tool("find-previous", Icon::back, "↑", Key::reader_find_previous, nothing)) step = -1;
    if (tool("find-next", Icon::down, "↓", Key::reader_find_next, nothing)) step = 1;
    if (low) {
        ImGui::SetCursorScreenPos({at.x + pad + context.px(4), at.y + 2 * pad + side - context.px(2)});
    } else {
        x += between;
        ImGui::SetCursorScreenPos({x, text_y});
        x += link_size.x + between;
    }
    const bool all = reader_link(context, "find-everywhere", everywhere, link, 0);
    if (low) x = at.x + whole - pad - side;
    const bool closed = tool("find-close", Icon::cross, {}, Key::reader_find_close, false) || deed.closed;
    ImGui::EndChild();

    if (step != 0) step_to_match(reading, step);
    if (all) {
        if (!find.searched.empty()) context.say(app::Search{find.searched});
        reading.state.focus_search = true;
    }
    if (closed || all) find.open = false;
}

}  // namespace ui
