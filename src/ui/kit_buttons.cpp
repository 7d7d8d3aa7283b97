#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

struct Shape {
    float height, padding, size, key_gap;
};

Shape shape_of(const Context& context, const ButtonOptions& options) {
    if (options.small) return {context.px(36), context.px(14), 14, context.px(8)};
    return {context.px(48), context.px(20), text_body, context.px(10)};
}

TextStyle label_style(const Shape& shape) {
    return {.size = shape.size, .face = book::Face::semibold, .line = 1.25f};
}

float key_width(const Context& context, std::string_view key) {
    return text_size(context, key, {.size = text_small, .face = book::Face::semibold}).x + context.px(14);
}

struct Colours {
    ImU32 fill = 0, ink = 0, edge = 0;
};

/// A little ink over the fill: what hovering and pressing look like on every kind of button.
ImU32 mixed(ImU32 a, ImU32 b, float share) {
    const ImVec4 x = ImGui::ColorConvertU32ToFloat4(a);
    const ImVec4 y = ImGui::ColorConvertU32ToFloat4(b);
    return ImGui::ColorConvertFloat4ToU32(
        {x.x + (y.x - x.x) * share, x.y + (y.y - x.y) * share, x.z + (y.z - x.z) * share, 1});
}

Colours colours_of(const Palette& p, const ButtonOptions& options, bool hovered, bool pressed) {
    Colours c;
    const float shade = pressed ? 0.18f : hovered ? 0.09f : 0.0f;
    if (options.disabled) return {p.ground, p.muted, p.line};
    if (options.on) return {mixed(p.primary_soft, p.ink, shade), p.on_primary_soft, p.primary};
    switch (options.kind) {
        case ButtonKind::primary: c = {mixed(p.primary, p.ink, shade * 1.6f), p.on_primary, 0}; break;
        case ButtonKind::warm: c = {mixed(p.warm, p.ink, shade * 1.6f), p.dark ? p.on_primary : p.raised, 0}; break;
        case ButtonKind::ghost: c = {mixed(p.raised, p.primary, shade), p.primary, p.primary}; break;
        case ButtonKind::quiet: c = {mixed(p.raised, p.ink, shade * 0.7f), p.ink, p.edge}; break;
        case ButtonKind::plain: c = {shade > 0 ? mixed(p.ground, p.ink, shade * 0.7f) : 0, p.ink, 0}; break;
    }
    return c;
}

}  // namespace

void key_chip(Context& context, ImDrawList& list, ImVec2 at, std::string_view key, ImU32 ink, float* width) {
    const TextStyle style{.size = text_small, .face = book::Face::semibold, .colour = ink, .line = 1.0f};
    const ImVec2 size = text_size(context, key, style);
    const float w = size.x + context.px(14);
    const float h = context.px(22);
    list.AddRect({at.x, at.y}, {at.x + w, at.y + h}, faded(ink, 0.75f), context.px(5), 0,
                 std::max(1.0f, context.scale));
    text_at(context, {at.x + context.px(7), at.y + std::round((h - size.y) / 2)}, key, style);
    if (width != nullptr) *width = w;
}

ImVec2 button_size(const Context& context, std::string_view label, const ButtonOptions& options) {
    const Shape shape = shape_of(context, options);
    float width = text_size(context, label, label_style(shape)).x + 2 * shape.padding;
    if (!options.key.empty()) width += shape.key_gap + key_width(context, options.key);
    return {std::ceil(std::max(width, options.width)), std::round(shape.height)};
}

bool button(Context& context, const char* id, std::string_view label, const ButtonOptions& options) {
    const Shape shape = shape_of(context, options);
    const ImVec2 size =
        options.width > 0 ? ImVec2{options.width, std::round(shape.height)} : button_size(context, label, options);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (options.disabled) ImGui::BeginDisabled();
    const bool clicked = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
    const bool hovered = ImGui::IsItemHovered();
    const bool pressed = ImGui::IsItemActive();
    if (options.disabled) ImGui::EndDisabled();
    report(ItemRole::button, id, label, options.disabled, options.on);

    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Colours c = colours_of(context.palette, options, hovered, pressed);
    const float round = context.px(options.small ? 8 : radius);
    const ImVec2 end{at.x + size.x, at.y + size.y};
    if (c.fill != 0) list.AddRectFilled(at, end, c.fill, round);
    if (c.edge != 0) list.AddRect(at, end, c.edge, round, 0, std::max(1.0f, context.scale));

    TextStyle style = label_style(shape);
    style.colour = c.ink;
    const float key = options.key.empty() ? 0 : shape.key_gap + key_width(context, options.key);
    const float room = size.x - 2 * shape.padding - key;
    const std::string shown = options.width > 0 ? fitted(context, label, style, room + 1) : std::string(label);
    const ImVec2 words = text_size(context, shown, style);
    const float left = at.x + std::max(shape.padding, (size.x - words.x - key) / 2);
    text_at(context, {std::round(left), at.y + std::round((size.y - words.y) / 2)}, shown, style);
    if (!options.key.empty())
        key_chip(context, list,
                 {std::round(left + words.x + shape.key_gap), at.y + std::round((size.y - context.px(22)) / 2)},
                 options.key, c.ink, nullptr);
    focus_ring(context, options.small ? 8 : radius);
    if (hovered && !options.disabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return clicked && !options.disabled;
}

bool icon_button(Context& context, const char* id, Icon which, std::string_view tip, bool on) {
    const float side = context.px(40);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, {side, side}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::button, id, tip, false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Palette& p = context.palette;
    if (on || ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + side, at.y + side}, on ? p.primary_soft : faded(p.ink, 0.07f), context.px(8));
    const float size = context.px(22);
    icon(context, list, which, {at.x + (side - size) / 2, at.y + (side - size) / 2}, size,
         on ? p.on_primary_soft : p.muted);
    focus_ring(context, 8);
    if (ImGui::IsItemHovered() || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible)) tooltip(context, tip);
    return clicked;
}

void focus_ring(Context& context, float design_radius) {
    if (!ImGui::GetIO().NavVisible || !ImGui::IsItemFocused()) return;
    const float out = context.px(3);
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    ImGui::GetWindowDrawList()->AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, context.palette.focus,
                                        context.px(design_radius + 3), 0, std::max(2.0f, context.px(2.5f)));
}

void tooltip(Context& context, std::string_view words) {
    if (words.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.px(12), context.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.px(8));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, context.palette.ink);
    ImGui::PushStyleColor(ImGuiCol_Border, 0);
    if (ImGui::BeginTooltip()) {
        text(context, words, {.size = 14, .colour = context.palette.ground, .wrap = context.px(360)});
        ImGui::EndTooltip();
    }
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(2);
}

void chip(Context& context, std::string_view label, bool warm) {
    const Palette& p = context.palette;
    const TextStyle style{.size = text_small,
                          .face = book::Face::semibold,
                          .colour = warm ? p.on_amber_soft : p.on_primary_soft,
                          .line = 1.2f};
    const ImVec2 words = text_size(context, label, style);
    const ImVec2 size{words.x + context.px(20), std::round(context.px(24))};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y}, warm ? p.amber_soft : p.primary_soft,
                                              size.y / 2);
    text_at(context, {at.x + context.px(10), at.y + std::round((size.y - words.y) / 2)}, label, style);
    ImGui::Dummy(size);
    report(ItemRole::text, {}, label);
}

}  // namespace ui
