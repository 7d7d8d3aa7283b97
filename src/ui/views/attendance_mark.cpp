#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/kit.h"
#include "ui/views/courses_parts.h"

namespace ui {

using course::Mark;
using words::Key;

namespace {

constexpr float full_radius = 15;  ///< design pixels at which line and letter have their full size

void dashed_ring(ImDrawList& list, ImVec2 centre, float radius, float thickness, ImU32 colour) {
    constexpr int dashes = 11;
    constexpr float turn = 2 * IM_PI / dashes;
    for (int i = 0; i < dashes; ++i) {
        const float from = turn * static_cast<float>(i) - IM_PI / 2;
        list.PathArcTo(centre, radius, from, from + turn * 0.58f, 4);
        list.PathStroke(colour, 0, thickness);
    }
}

void letter(Context& context, ImVec2 centre, std::string_view sign, float size, ImU32 colour) {
    const TextStyle style{.size = size, .face = book::Face::semibold, .colour = colour, .line = 1.2f};
    const ImVec2 box = text_size(context, sign, style);
    text_at(context, {std::round(centre.x - box.x / 2), std::round(centre.y - box.y / 2)}, sign, style);
}

}  // namespace

words::Key name_of(std::optional<Mark> mark) {
    if (!mark) return Key::attendance_unmarked;
    switch (*mark) {
        case Mark::present: return Key::attendance_present;
        case Mark::late: return Key::attendance_late;
        case Mark::excused: return Key::attendance_excused;
        case Mark::absent: return Key::attendance_absent;
    }
    return Key::attendance_unmarked;
}

void draw_mark(Context& context, const words::Catalogue& words, ImDrawList& list, ImVec2 centre, float design,
               std::optional<Mark> mark) {
    const Palette& p = context.palette;
    const float r = context.px(design);
    const float line = std::max(1.5f, context.px(2) * design / full_radius);
    const float sign = std::round(14 * design / full_radius);
    if (!mark) {
        list.AddCircleFilled(centre, std::max(1.5f, context.px(2)), p.edge);
        return;
    }
    switch (*mark) {
        case Mark::present: {
            list.AddCircleFilled(centre, r, p.primary, 40);
            const float half = r * 0.56f;
            icon(context, list, Icon::check, {centre.x - half, centre.y - half}, 2 * half, p.on_primary);
            break;
        }
        case Mark::late:
            list.AddCircleFilled(centre, r, p.amber, 40);
            letter(context, centre, words[Key::attendance_sign_late], sign, p.on_amber);
            break;
        case Mark::excused:
            dashed_ring(list, centre, r - line / 2, line, p.muted);
            letter(context, centre, words[Key::attendance_sign_excused], sign, p.muted);
            break;
        case Mark::absent:
            list.AddCircle(centre, r - line / 2, p.warm, 40, line);
            letter(context, centre, "–", sign, p.warm);
            break;
    }
}

}  // namespace ui
