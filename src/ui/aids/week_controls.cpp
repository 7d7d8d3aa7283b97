#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

using session::WeekGrid;
using words::Key;

/// The kind's sign as on the wall: square, disc, moon, triangle.
void draw_sign(Context& context, int kind, ImVec2 at, ImU32 ground) {
    const Palette& p = context.palette;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float r = context.px(6);
    switch (kind) {
        case 0: list.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r}, p.primary, context.px(2)); break;
        case 1:
            list.AddCircleFilled(at, r, p.amber);
            list.AddCircle(at, r, p.edge, 0, std::max(1.0f, context.scale));
            break;
        case 2:
            list.AddCircleFilled(at, r, p.primary);
            list.AddCircleFilled({at.x + r * 0.55f, at.y - r * 0.35f}, r * 0.85f, ground);
            break;
        default:
            list.AddTriangleFilled({at.x, at.y - r}, {at.x + r, at.y + r * 0.8f}, {at.x - r, at.y + r * 0.8f}, p.warm);
            break;
    }
}

void draw_kinds(Context& context, const WeekGrid& week, float width) {
    for (int kind = 0; kind < static_cast<int>(week.kinds.size()); ++kind) {
        const std::string label = week.kinds[static_cast<std::size_t>(kind)] + " · " + std::to_string(week.count(kind));
        const float wide = std::min(width, button_size(context, label).x + context.px(16));
        if (kind > 0) flow(context, wide, 8);
        const std::string id = "aid-item-" + std::to_string(kind);
        const bool lit = kind == week.lit;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (button(context, id.c_str(), label, {.kind = ButtonKind::quiet, .on = lit, .width = wide}))
            context.say(app::AidSelect{kind});
        draw_sign(context, kind, {at.x + context.px(16), at.y + context.px(24)},
                  lit ? context.palette.primary_soft : context.palette.raised);
    }
}

void draw_cell(Context& context, const WeekGrid& week, int day, int part, float width) {
    const auto& entry = week.week[static_cast<std::size_t>(day)][static_cast<std::size_t>(part)];
    const bool known = entry.kind >= 0 && entry.kind < static_cast<int>(week.kinds.size());
    const std::string label = !entry.name.empty() ? entry.name
                              : known             ? week.kinds[static_cast<std::size_t>(entry.kind)]
                                                  : std::string("–");
    const std::string id = "aid-cell-" + std::to_string(day) + "-" + std::to_string(part);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool lit = known && entry.kind == week.lit;
    if (button(context, id.c_str(), label, {.on = lit, .width = width})) context.say(app::AidTurn{day, part});
    if (known && ImGui::IsItemHovered()) tooltip(context, label);
    if (known)
        draw_sign(context, entry.kind, {at.x + context.px(11), at.y + context.px(24)},
                  lit ? context.palette.primary_soft : context.palette.raised);
}

/// Days down and parts across, as the room has it.
void draw_grid(const app::Model& model, Context& context, const WeekGrid& week, float width) {
    const auto& words = model.words;
    const float air = context.px(6);
    const float label = context.px(48);
    const float cell = std::floor((width - label - air * (WeekGrid::parts - 1)) / WeekGrid::parts);
    const TextStyle quiet{.size = text_small, .face = book::Face::semibold, .colour = context.palette.muted};
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const Key parts[] = {Key::aid_morning, Key::aid_afternoon, Key::aid_evening};
    for (int part = 0; part < WeekGrid::parts; ++part)
        text_at(context, {top.x + label + (cell + air) * static_cast<float>(part), top.y},
                fitted(context, words[parts[part]], quiet, cell), quiet);
    ImGui::Dummy({width, context.px(24)});
    std::string_view days = words[Key::aid_days_short];
    for (int day = 0; day < WeekGrid::days; ++day) {
        const std::string_view name = days.substr(0, days.find(' '));
        days.remove_prefix(std::min(days.size(), name.size() + 1));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const TextStyle style{.size = 14, .face = book::Face::semibold};
        text_at(context, {at.x, at.y + std::round((context.px(48) - text_size(context, name, style).y) / 2)}, name,
                style);
        for (int part = 0; part < WeekGrid::parts; ++part) {
            ImGui::SetCursorScreenPos({at.x + label + (cell + air) * static_cast<float>(part), at.y});
            draw_cell(context, week, day, part, cell);
        }
        ImGui::SetCursorScreenPos({at.x, at.y + context.px(48) + air});
        ImGui::Dummy({0, 0});
    }
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const WeekGrid& week, float width) {
    const auto& words = model.words;
    if (week.kinds.empty()) return;
    const bool last = week.lit == static_cast<int>(week.kinds.size()) - 1;
    draw_forward(context, words[last ? Key::aid_reveal_light_off : Key::aid_next_item]);
    gap(context, 12);
    draw_kinds(context, week, width);
    const std::string free = words(Key::aid_free, {{"percent", static_cast<int>(week.free_share() * 100 + 0.5f)}});
    const TextStyle style{.face = book::Face::semibold, .line = 3};
    flow(context, text_size(context, free, style).x, 16);
    text(context, free, style);
    gap(context, aid_air);
    text(context, words[Key::aid_week_hint], {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, 10);
    draw_grid(model, context, week, width);
    draw_aid_history(model, context, week.lit >= 0);
}

}  // namespace ui
