#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using session::Values;

constexpr float pi = std::numbers::pi_v<float>;
constexpr float top = 56, bottom = 628;  // of the names; the footer's capitals begin at 642
constexpr float middle = 346;
constexpr float air = 30;             // from the rim to a name
constexpr float between = 14;         // names, one above the other
constexpr float name_line = 48;       // a line of a name
constexpr int most_lines = 3;         // of a name
constexpr float quiet_share = 0.45f;  // of the colour, where another slice is lit
constexpr float hub_share = 0.19f;    // of the radius; ten steps lie outside it
constexpr float name_sizes[] = {wall_type::label};

struct Wheel {
    float x = 0, r = 0;
    float half = 0;  ///< from its middle to the margin
};

/// A name beside its slice.
struct Name {
    int item = 0;
    float height = 0;
    float y = 0;  ///< top
};

/// Lines that a name takes, or more than any when one of its words is wider than its place.
int lines_of(const WallCanvas& wall, std::string_view name, float width) {
    const WordWidths words = wall.measure({book::Face::bold, wall_type::label}, name);
    return words.breaks(width) ? most_lines + 1 : words.lines(width);
}

int count_of(const Values& wheel) {
    return static_cast<int>(wheel.items.size());
}

/// Share of a turn where the middle of a slice is.
float direction(const Values& wheel, int item) {
    return (static_cast<float>(item) + 0.5f) / static_cast<float>(count_of(wheel));
}

bool on_the_right(const Values& wheel, int item) {
    return 2 * item + 1 < count_of(wheel);
}

/// How far a name stands from the middle, sideways, to follow the rim.
float beside(const Wheel& wheel, const Name& name) {
    const float reach = wheel.r + air;
    const float nearest = std::max({0.0f, name.y - middle, middle - name.y - name.height});
    return nearest < reach ? std::sqrt(reach * reach - nearest * nearest) : 0;
}

float width_of(const Wheel& wheel, const Name& name) {
    return wheel.half - beside(wheel, name);
}

/// As near their slices as there is room for, one under the other. False when they are too many.
bool place(std::vector<Name>& names, const Values& aid, const Wheel& wheel) {
    float least = top;
    for (Name& name : names) {
        const float y = middle - (wheel.r + air) * std::cos(2 * pi * direction(aid, name.item));
        name.y = std::max(y - name.height / 2, least);
        least = name.y + name.height + between;
    }
    float most = bottom;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, most - name->height);
        most = name->y - between;
    }
    return names.empty() || names.front().y >= top;
}

/// The names of one side from the top. Nothing when they do not fit.
std::vector<Name> names_of(const WallCanvas& wall, const Values& aid, const Wheel& wheel, bool right) {
    std::vector<Name> names;
    for (int i = 0; i < count_of(aid); ++i)
        if (on_the_right(aid, i) == right) names.push_back({i, name_line, 0});
    if (!right) std::reverse(names.begin(), names.end());
    const auto lines = [&](const Name& name) {
        return lines_of(wall, aid.items[static_cast<std::size_t>(name.item)].name, width_of(wheel, name));
    };
    // A name of more lines stands elsewhere, where the rim leaves it more or less room: again until all have theirs.
    for (int round = 0; round < 4; ++round) {
        if (!place(names, aid, wheel)) return {};
        bool fits = true;
        for (Name& name : names) {
            const int needed = lines(name);
            if (needed > most_lines) return {};
            const float height = name_line * static_cast<float>(needed);
            fits = fits && height <= name.height;
            name.height = std::max(name.height, height);
        }
        if (fits) return names;
    }
    return {};
}

void draw_slices(WallCanvas& wall, const Values& aid, float x, float y, float r) {
    const Palette& p = wall.palette();
    const float hub = r * hub_share;
    const float count = static_cast<float>(aid.items.size());
    constexpr float spoke = 6;
    constexpr int steps = 10;
    wall.disc(x, y, r, p.primary_soft);
    for (int i = 0; i < count_of(aid); ++i) {
        const float begin = static_cast<float>(i) / count, end = static_cast<float>(i + 1) / count;
        const int value = aid.items[static_cast<std::size_t>(i)].value;
        const float outer = hub + (r - hub) * static_cast<float>(value) / steps;
        const bool lit = aid.lit == i;
        if (value == 0) continue;
        wall.slice(x, y, hub - 1, outer, begin, end,
                   lit            ? p.amber
                   : aid.lit >= 0 ? faded(p.primary, quiet_share)
                                  : p.primary);
        // Amber alone is too pale on a light ground.
        if (lit && !p.dark) wall.arc(x, y, outer - 2, 4, begin, end, p.ink);
    }
    for (int step = 2; step < steps; step += 2)
        wall.ring(x, y, hub + (r - hub) * static_cast<float>(step) / steps, 2, p.ground);
    for (int i = 0; i < count_of(aid); ++i) {
        const float turn = 2 * pi * static_cast<float>(i) / count;
        wall.line(x, y, x + (r + 2) * std::sin(turn), y - (r + 2) * std::cos(turn), spoke, p.ground);
    }
    wall.disc(x, y, hub, p.ground);
    if (aid.lit < 0) return;
    const float half = 0.5f / count - 0.008f;
    const float at = direction(aid, aid.lit);
    wall.arc(x, y, r + 14, 10, at - half, at + half, p.dark ? p.amber : p.ink);
    const book::Font number{book::Face::bold, std::max(wall_type::label, hub * 1.15f)};
    wall.text(number, x, y + number.size * wall_type::capitals / 2, p.ink,
              std::to_string(aid.items[static_cast<std::size_t>(aid.lit)].value), 0.5f);
}

void draw_names(WallCanvas& wall, const Values& aid, const Wheel& wheel, const std::vector<Name>& names, bool right) {
    const Palette& p = wall.palette();
    for (const Name& name : names) {
        const bool lit = aid.lit == name.item;
        const LineStyle style{.sizes = name_sizes,
                              .most_lines = most_lines,
                              .strong = lit,
                              .colour = lit || aid.lit < 0 ? p.ink : p.muted};
        const float edge = wheel.x + (right ? 1.0f : -1.0f) * beside(wheel, name);
        const float width = width_of(wheel, name);
        draw_line(wall, aid.items[static_cast<std::size_t>(name.item)].name, right ? edge : edge - width, name.y, width,
                  style, right ? 0.0f : 1.0f);
    }
}

}  // namespace

void draw_wheel(WallCanvas& wall, const app::AidScene& scene, const Values& wheel) {
    if (wheel.items.empty()) return;
    for (const float r : {250.0f, 238.0f, 226.0f, 214.0f, 202.0f, 190.0f, 178.0f, 166.0f, 154.0f}) {
        const float x = wall.width() / 2;
        const Wheel drawn{x, r, x - wall.margin()};
        const auto right = names_of(wall, wheel, drawn, true);
        const auto left = names_of(wall, wheel, drawn, false);
        if (right.size() + left.size() < wheel.items.size()) continue;
        draw_slices(wall, wheel, x, middle, r);
        draw_names(wall, wheel, drawn, right, true);
        draw_names(wall, wheel, drawn, left, false);
        return;
    }
    // So many or so long names that they cannot stand around it: the one that is talked about stands beside.
    const RoundStage stage = round_stage(wall);
    draw_slices(wall, wheel, stage.x, stage.y, stage.radius - 20);
    if (wheel.lit < 0) return draw_words(wall, stage, {}, scene.title, {});
    const Values::Item& item = wheel.items[static_cast<std::size_t>(wheel.lit)];
    draw_words(wall, stage, scene.title, item.name,
               wall.words()(words::Key::aid_value, {{"value", item.value}, {"most", wheel.most()}}));
}

}  // namespace ui
