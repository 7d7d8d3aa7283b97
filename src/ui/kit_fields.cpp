#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/line_input.h"

namespace ui {
namespace {

/// `width` 0: on one line, however long.
void label_above(Context& context, std::string_view label, float width = 0) {
    if (label.empty()) return;
    text(context, label, {.size = 14, .face = book::Face::semibold, .wrap = std::max(0.0f, width)});
    gap(context, 4);
}

}  // namespace

bool text_field(Context& context, const char* id, std::string_view label, std::string& value, float width,
                std::string_view hint, std::string_view fault) {
    const Palette& p = context.palette;
    ImGui::BeginGroup();
    label_above(context, label, width);
    const bool changed = line_input(context, id, label.empty() ? hint : label, hint, value, width,
                                    {.size = text_body,
                                     .padding = {context.px(14), context.px(11)},
                                     .ground = p.raised,
                                     .edge = fault.empty() ? p.edge : p.warm})
                             .edited;
    if (ImGui::IsItemActive()) {
        const ImVec2 min = ImGui::GetItemRectMin();
        const ImVec2 max = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddRect(min, max, p.primary, context.px(8), 0, std::max(2.0f, context.px(2)));
    } else {
        focus_ring(context, 8);
    }
    if (!fault.empty()) {
        gap(context, 4);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float size = context.px(16);
        icon(context, *ImGui::GetWindowDrawList(), Icon::warning, {at.x, at.y + context.px(2)}, size, p.warm);
        ImGui::SetCursorScreenPos({at.x + size + context.px(6), at.y});
        text(context, fault,
             {.size = 14, .colour = p.warm, .wrap = std::max(width, context.px(120)) - size - context.px(6)});
    }
    ImGui::EndGroup();
    return changed;
}

bool number_field(Context& context, const char* id, std::string_view label, int& value, int least, int most) {
    ImGui::BeginGroup();
    label_above(context, label);
    ImGui::PushID(id);
    const int before = value;
    const ButtonOptions step{.kind = ButtonKind::quiet, .small = true, .width = std::round(context.px(40))};
    ButtonOptions down = step;
    down.disabled = value <= least;
    const std::string name(id);
    if (button(context, (name + "-less").c_str(), "−", down)) --value;
    ImGui::SameLine(0, 0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.size = text_large, .face = book::Face::semibold, .line = 1.2f};
    const std::string shown = std::to_string(value);
    const ImVec2 words = text_size(context, shown, style);
    const float width = std::round(context.px(56));
    text_at(context, {at.x + std::round((width - words.x) / 2), at.y + std::round((context.px(36) - words.y) / 2)},
            shown, style);
    ImGui::Dummy({width, context.px(36)});
    report(ItemRole::text, id, shown);
    ImGui::SameLine(0, 0);
    ButtonOptions up = step;
    up.disabled = value >= most;
    if (button(context, (name + "-more").c_str(), "+", up)) ++value;
    ImGui::PopID();
    ImGui::EndGroup();
    value = std::clamp(value, least, most);
    return value != before;
}

int choice(Context& context, const char* id, std::span<const std::string> labels, int chosen) {
    const Palette& p = context.palette;
    int pressed = -1;
    ImGui::PushID(id);
    ImGui::BeginGroup();
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const std::string& label = labels[static_cast<std::size_t>(i)];
        const bool on = i == chosen;
        const TextStyle style{.size = 15,
                              .face = on ? book::Face::semibold : book::Face::regular,
                              .colour = on ? p.on_primary_soft : p.ink,
                              .line = 1.25f};
        const ImVec2 words = text_size(context, label, {.size = 15, .face = book::Face::semibold, .line = 1.25f});
        const ImVec2 size{words.x + context.px(32), std::round(context.px(40))};
        if (i > 0) flow(context, size.x, 8);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(i);
        if (ImGui::InvisibleButton("choice", size, ImGuiButtonFlags_EnableNav)) pressed = i;
        ImGui::PopID();
        const std::string name = std::string(id) + "/" + std::to_string(i);
        report(ItemRole::toggle, name, label, false, on);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 end{at.x + size.x, at.y + size.y};
        list.AddRectFilled(at, end,
                           on                       ? p.primary_soft
                           : ImGui::IsItemHovered() ? faded(p.ink, 0.06f)
                                                    : p.raised,
                           size.y / 2);
        list.AddRect(at, end, on ? p.primary : p.edge, size.y / 2, 0,
                     std::max(1.0f, (on ? 1.6f : 1.0f) * context.scale));
        const ImVec2 real = text_size(context, label, style);
        text_at(context, {at.x + std::round((size.x - real.x) / 2), at.y + std::round((size.y - real.y) / 2)}, label,
                style);
        focus_ring(context, 20);
    }
    ImGui::EndGroup();
    ImGui::PopID();
    return pressed;
}

bool toggle(Context& context, const char* id, std::string_view label, bool on) {
    const Palette& p = context.palette;
    const TextStyle style{.size = text_body};
    const ImVec2 words = text_size(context, label, style);
    const float track = context.px(44);
    const float height = context.px(40);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed =
        ImGui::InvisibleButton(id, {track + context.px(12) + words.x, height}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::toggle, id, label, false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float half = context.px(12);
    const ImVec2 min{at.x, at.y + height / 2 - half};
    list.AddRectFilled(min, {min.x + track, min.y + 2 * half}, on ? p.primary : p.raised, half);
    list.AddRect(min, {min.x + track, min.y + 2 * half}, on ? p.primary : p.edge, half, 0,
                 std::max(1.0f, 1.4f * context.scale));
    list.AddCircleFilled({on ? min.x + track - half : min.x + half, min.y + half}, half * 0.68f,
                         on ? p.on_primary : p.edge);
    text_at(context, {at.x + track + context.px(12), at.y + std::round((height - words.y) / 2)}, label, style);
    focus_ring(context, 12);
    return pressed;
}

}  // namespace ui
