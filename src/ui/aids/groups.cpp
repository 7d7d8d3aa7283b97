#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using words::Key;

constexpr float top = 52;
constexpr float bottom = 618;
constexpr float gutter = 20;
constexpr float most_number = 84;  // type size of the seats' numbers
constexpr int signs = 8;

/// A group's sign: eight shapes, each in several colours, so that no two groups have the same.
void draw_sign(WallCanvas& wall, int group, float x, float y, float r) {
    const Palette& p = wall.palette();
    // Amber is too pale on a light ground.
    const auto colours = p.dark ? std::array<ImU32, 4>{p.amber, p.primary, p.warm, p.good}
                                : std::array<ImU32, 4>{p.warm, p.primary, p.good, p.edge};
    const ImU32 colour = colours[static_cast<std::size_t>(group + group / signs) % colours.size()];
    const auto star = [&](int points, float inner, float turned) {
        std::vector<ImVec2> outline;
        for (int i = 0; i < points * 2; ++i) {
            const float angle =
                std::numbers::pi_v<float> * (static_cast<float>(i) / static_cast<float>(points) - 0.5f) + turned;
            const float reach = i % 2 == 0 ? r : r * inner;
            outline.push_back({x + reach * std::cos(angle), y + reach * std::sin(angle)});
        }
        wall.polygon(outline, colour, true);
    };
    const float quarter = std::numbers::pi_v<float> / 4;
    switch (group % signs) {
        case 0: wall.disc(x, y, r * 0.9f, colour); break;
        case 1: wall.fill({x - r * 0.82f, y - r * 0.82f, r * 1.64f, r * 1.64f}, colour, r * 0.14f); break;
        case 2:
            wall.polygon(std::array<ImVec2, 3>{ImVec2{x, y - r}, {x + r, y + r * 0.78f}, {x - r, y + r * 0.78f}},
                         colour);
            break;
        case 3:
            wall.polygon(std::array<ImVec2, 4>{ImVec2{x, y - r * 1.05f}, {x + r, y}, {x, y + r * 1.05f}, {x - r, y}},
                         colour);
            break;
        case 4: star(5, 0.44f, 0); break;
        case 5: wall.ring(x, y, r * 0.68f, r * 0.42f, colour); break;
        case 6:
            wall.fill({x - r * 0.95f, y - r * 0.32f, r * 1.9f, r * 0.64f}, colour, r * 0.1f);
            wall.fill({x - r * 0.32f, y - r * 0.95f, r * 0.64f, r * 1.9f}, colour, r * 0.1f);
            break;
        default: star(4, 0.34f, quarter); break;
    }
}

/// How the groups stand on the wall: cells in rows, and the numbers in rows within each.
struct Plan {
    int columns = 1, rows = 1;
    int across = 1;  ///< numbers side by side in a cell
    float cell_width = 0, cell_height = 0;
    float number = 0;  ///< type size
    float sign = 0;    ///< half of the sign's width
};

float sign_room(float sign) {
    return 2 * sign + 36;
}

Plan plan_for(const session::Groups& groups, float width, float height, int columns) {
    Plan plan;
    const auto count = static_cast<int>(groups.size());
    std::size_t most = 1;
    for (const auto& group : groups) most = std::max(most, group.size());
    plan.columns = columns;
    plan.rows = (count + columns - 1) / columns;
    plan.cell_width = (width - gutter * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    plan.cell_height =
        std::min(270.0f, (height - gutter * static_cast<float>(plan.rows - 1)) / static_cast<float>(plan.rows));
    plan.sign = std::clamp(std::min(plan.cell_width * 0.14f, plan.cell_height * 0.3f), 20.0f, 46.0f);
    // A number of two digits is 1.25 as wide as its size, and its row 1.2 as high, air counted.
    constexpr float wide = 1.45f, tall = 1.16f;
    for (int across = 1; across <= static_cast<int>(most); ++across) {
        const int down = (static_cast<int>(most) + across - 1) / across;
        const float size =
            std::min({most_number, (plan.cell_width - sign_room(plan.sign) - 14) / (wide * static_cast<float>(across)),
                      (plan.cell_height - 20) / (tall * static_cast<float>(down))});
        if (size <= plan.number) continue;
        plan.number = size;
        plan.across = across;
    }
    return plan;
}

Plan best_plan(const session::Groups& groups, float width, float height) {
    const int most = std::min(5, static_cast<int>(groups.size()));
    float largest = 0;
    for (int columns = 1; columns <= most; ++columns)
        largest = std::max(largest, plan_for(groups, width, height, columns).number);
    // Among those whose numbers are about as large, the one whose cells are best to look at.
    constexpr float as_large = 0.95f, good_shape = 1.9f;
    const auto off_shape = [&](const Plan& plan) {
        const int holes = plan.columns * plan.rows - static_cast<int>(groups.size());
        return std::abs(std::log(plan.cell_width / plan.cell_height / good_shape)) + 1.6f * static_cast<float>(holes);
    };
    Plan best;
    for (int columns = 1; columns <= most; ++columns) {
        const Plan plan = plan_for(groups, width, height, columns);
        if (plan.number < largest * as_large) continue;
        if (best.number == 0 || off_shape(plan) < off_shape(best)) best = plan;
    }
    return best;
}

void draw_group(WallCanvas& wall, const std::vector<int>& seats, int group, const Plan& plan, float x, float y) {
    const Palette& p = wall.palette();
    wall.fill({x, y, plan.cell_width, plan.cell_height}, p.raised, 22);
    const float middle = y + plan.cell_height / 2;
    draw_sign(wall, group, x + 20 + plan.sign, middle, plan.sign);
    const float left = x + sign_room(plan.sign);
    const float room = x + plan.cell_width - 14 - left;
    const float pitch = std::min(plan.number * 1.75f, room / static_cast<float>(plan.across));
    const int rows = (static_cast<int>(seats.size()) + plan.across - 1) / plan.across;
    const float row = std::min(plan.number * 1.3f, (plan.cell_height - 20) / static_cast<float>(rows));
    const book::Font font{book::Face::bold, plan.number};
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const auto column = static_cast<float>(static_cast<int>(i) % plan.across);
        const auto line = static_cast<float>(static_cast<int>(i) / plan.across);
        const float baseline =
            middle + (line - static_cast<float>(rows - 1) / 2) * row + plan.number * wall_type::capitals / 2;
        wall.text(font, left + pitch * (column + 0.5f), baseline, p.ink, std::to_string(seats[i]), 0.5f);
    }
}

/// Before they are dealt: everybody's number, still without a group.
void draw_undealt(WallCanvas& wall, const app::AidScene& scene, const session::GroupDivider& divider) {
    const Palette& p = wall.palette();
    const RoundStage stage = round_stage(wall);
    draw_words(wall, stage, {}, scene.title, wall.words()[Key::aid_groups_find]);
    const auto count = static_cast<int>(divider.seats.size());
    if (count == 0) return;
    const float side = 2 * stage.radius;
    const int columns = std::max(2, static_cast<int>(std::ceil(std::sqrt(static_cast<float>(count)))));
    const int rows = (count + columns - 1) / columns;
    const float pitch = std::min(132.0f, side / static_cast<float>(columns));
    const float r = pitch / 2 - 6;
    const book::Font font{book::Face::semibold, std::min(60.0f, r * 1.18f)};
    for (int i = 0; i < count; ++i) {
        // The last row stands in the middle.
        const int in_row = i / columns == rows - 1 ? count - columns * (rows - 1) : columns;
        const float x = stage.x + (static_cast<float>(i % columns) - static_cast<float>(in_row - 1) / 2) * pitch;
        const float y = stage.y + (static_cast<float>(i / columns) - static_cast<float>(rows - 1) / 2) * pitch;
        wall.disc(x, y, r, p.primary_soft);
        wall.text(font, x, y + font.size * wall_type::capitals / 2, p.on_primary_soft,
                  std::to_string(divider.seats[static_cast<std::size_t>(i)]), 0.5f);
    }
}

}  // namespace

void draw_groups(WallCanvas& wall, const app::AidScene& scene, const session::GroupDivider& divider) {
    if (divider.groups.empty()) {
        draw_undealt(wall, scene, divider);
        return;
    }
    const Palette& p = wall.palette();
    const float margin = wall.margin();
    const float width = wall.width() - 2 * margin;
    const LineStyle style{.sizes = line_sizes, .most_lines = 1, .colour = p.muted};
    const float heading = draw_line(wall, wall.words()[Key::aid_groups_find], margin, top, width, style);
    const float first = top + heading + 18;
    const Plan plan = best_plan(divider.groups, width, bottom - first);
    const float height = (plan.cell_height + gutter) * static_cast<float>(plan.rows) - gutter;
    const float begin = first + std::max(0.0f, (bottom - first - height) / 2);
    for (std::size_t i = 0; i < divider.groups.size(); ++i) {
        const int column = static_cast<int>(i) % plan.columns, row = static_cast<int>(i) / plan.columns;
        draw_group(wall, divider.groups[i], static_cast<int>(i), plan,
                   margin + (plan.cell_width + gutter) * static_cast<float>(column),
                   begin + (plan.cell_height + gutter) * static_cast<float>(row));
    }
}

}  // namespace ui
