#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using session::Values;

constexpr float top = 48;        // of the rows
constexpr float bottom = 478;    // below them the beam
constexpr float row_air = 6;     // least around a name
constexpr float most_more = 24;  // that a row is made higher by where few have room
constexpr float gutter = 40;     // between the names and the bars
constexpr float number = 56;     // room for a value outside its bar
constexpr float pivot = 584;     // top of the support under the beam
constexpr float name_sizes[] = {wall_type::label};
constexpr int steps = 3;  // on each side

/// Names to the left; to the right a middle line with room for three steps on each side.
struct Field {
    float name = 0, name_width = 0;
    float axis = 0, step = 0;
};

Field field_of(const WallCanvas& wall) {
    const float width = wall.width() - 2 * wall.margin();
    const float bars = width * 0.46f;
    Field field{.name = wall.margin(), .name_width = width - bars - gutter};
    field.axis = wall.width() - wall.margin() - bars / 2;
    field.step = (bars / 2 - number) / steps;
    return field;
}

LineStyle name_style(const Palette& p, const Values& energy, int item) {
    const bool lit = energy.lit == item;
    return {.sizes = name_sizes, .most_lines = 2, .strong = lit, .colour = lit || energy.lit < 0 ? p.ink : p.muted};
}

/// The activities that stand on the wall together. A long list is turned page by page, as they are lit.
struct Page {
    int first = 0, end = 0;
    int number = 0, count = 1;
    float height = 0;  ///< of its rows
    std::vector<float> rows;
};

/// Measured in bold, so that a name that is lit moves nothing.
float row_height(WallCanvas& wall, const Values& energy, int item, float width) {
    const LineStyle style{.sizes = name_sizes, .most_lines = 2, .strong = true};
    return line_height(wall, energy.items[static_cast<std::size_t>(item)].name, width, style) + row_air;
}

/// With at most `most` rows on a page.
Page page_of(WallCanvas& wall, const Values& energy, float width, int most) {
    const int count = static_cast<int>(energy.items.size());
    Page page, shown;
    for (int i = 0; i < count; ++i) {
        const float row = row_height(wall, energy, i, width);
        if (page.end > page.first && (page.height + row > bottom - top || page.end - page.first == most))
            page = {.first = i, .end = i, .number = page.number + 1};
        page.end = i + 1;
        page.height += row;
        page.rows.push_back(row);
        if (page.number == 0 || energy.lit >= page.first) shown = page;
    }
    shown.count = page.number + 1;
    return shown;
}

/// Pages of about the same length.
Page page_of(WallCanvas& wall, const Values& energy, float width) {
    const int count = static_cast<int>(energy.items.size());
    const Page page = page_of(wall, energy, width, count);
    return page.count == 1 ? page : page_of(wall, energy, width, (count + page.count - 1) / page.count);
}

/// "+2", "−3", "0".
std::string signed_number(int value) {
    return value > 0 ? "+" + std::to_string(value) : value < 0 ? "−" + std::to_string(-value) : "0";
}

void draw_row(WallCanvas& wall, const Values& energy, const Field& field, int item, float y, float height) {
    const Palette& p = wall.palette();
    const Values::Item& activity = energy.items[static_cast<std::size_t>(item)];
    const bool lit = energy.lit == item;
    const bool quiet = energy.lit >= 0 && !lit;
    constexpr float outside = 20;  // of the margin, for the band under the one that is lit
    if (lit) {
        const float left = field.name - outside;
        wall.fill({left, y + 2, wall.width() - 2 * left, height - 4}, p.raised, 14);
    }
    wall.fill({field.axis - 2, y, 4, height}, p.edge);
    const LineStyle style = name_style(p, energy, item);
    const float tall = line_height(wall, activity.name, field.name_width, style);
    draw_line(wall, activity.name, field.name, y + (height - tall) / 2, field.name_width, style);

    const float middle = y + height / 2;
    const float length = field.step * static_cast<float>(std::abs(activity.value));
    constexpr float half = 17;
    constexpr float off = 5;  // from the middle line
    const ImU32 full = activity.value < 0 ? p.warm : p.primary;
    const ImU32 colour = quiet ? faded(full, 0.5f) : full;
    if (activity.value > 0) wall.fill({field.axis + off, middle - half, length - off, 2 * half}, colour, 8);
    if (activity.value < 0) wall.fill({field.axis - length, middle - half, length - off, 2 * half}, colour, 8);
    const float tip = activity.value < 0 ? field.axis - length - 12 : field.axis + std::max(length, 4.0f) + 12;
    wall.text({lit ? book::Face::bold : book::Face::regular, wall_type::label}, tip,
              middle + wall_type::label * wall_type::capitals / 2, quiet ? p.muted : p.ink,
              signed_number(activity.value), activity.value < 0 ? 1.0f : 0.0f);
}

/// A beam that tips towards the heavier side: a stone for what takes, a sun for what gives.
void draw_beam(WallCanvas& wall, const Values& energy, const Field& field) {
    const Palette& p = wall.palette();
    int gives = 0, takes = 0;
    for (const Values::Item& item : energy.items) (item.value > 0 ? gives : takes) += std::abs(item.value);
    constexpr float steepest = 0.18f;  // rise over half the beam
    const float share = static_cast<float>(energy.balance()) / static_cast<float>(std::max(6, gives + takes));
    const float slope = std::clamp(share * 0.5f, -steepest, steepest);
    const float reach = std::min(220.0f, field.step * steps);
    const float rise = reach * slope;  // positive: the giving side is down
    const ImVec2 foot[] = {{field.axis, pivot}, {field.axis + 36, pivot + 56}, {field.axis - 36, pivot + 56}};
    wall.polygon(foot, p.edge);
    wall.line(field.axis - reach, pivot - rise, field.axis + reach, pivot + rise, 12, p.ink);

    const auto heavier = static_cast<float>(std::max({9, gives, takes}));
    const auto size_of = [&](int sum) { return 33 * std::sqrt(static_cast<float>(sum) / heavier); };
    constexpr float along = 0.8f;  // where on the beam they lie
    const float stone = size_of(takes), sun = size_of(gives);
    const float stone_y = pivot - rise * along - 7, sun_y = pivot + rise * along - 7;
    if (takes > 0)
        wall.fill({field.axis - reach * along - stone, stone_y - 1.6f * stone, 2 * stone, 1.6f * stone}, p.warm,
                  stone * 0.4f);
    if (gives > 0) wall.disc(field.axis + reach * along, sun_y - sun, sun, p.primary);
}

void draw_pages(WallCanvas& wall, const Page& page, float x, float y) {
    const Palette& p = wall.palette();
    for (int i = 0; i < page.count && page.count > 1; ++i, x += 30) {
        if (i == page.number)
            wall.disc(x, y, 10, p.primary);
        else
            wall.ring(x, y, 9, 3, p.edge);
    }
}

}  // namespace

void draw_energy(WallCanvas& wall, const app::AidScene&, const Values& energy) {
    const Palette& p = wall.palette();
    const Field field = field_of(wall);
    const Page page = page_of(wall, energy, field.name_width);
    const auto rows = static_cast<float>(page.rows.size());
    const float spare = std::max(0.0f, bottom - top - page.height);
    const float stretch = std::min(spare / std::max(1.0f, rows), most_more);
    float y = top + (spare - stretch * rows) / 2;
    for (int i = page.first; i < page.end; ++i) {
        const float height = page.rows[static_cast<std::size_t>(i - page.first)] + stretch;
        draw_row(wall, energy, field, i, y, height);
        y += height;
    }
    draw_beam(wall, energy, field);
    const std::string sum = wall.words()(words::Key::aid_balance, {{"sum", signed_number(energy.balance())}});
    wall.text({book::Face::regular, wall_type::label}, field.name, pivot + 15, p.muted, sum);
    draw_pages(wall, page, field.name + 11, pivot - 52);
}

}  // namespace ui
