#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using session::Values;

constexpr float top = 48;        // of the names of what runs in
constexpr float bottom = 604;    // of the bucket
constexpr float name_line = 48;  // a line of a name
constexpr int most_lines = 4;    // of a name beside a tap
constexpr int most_lines_above = 3;
constexpr float name_air = 14;                  // between two names, and between a name and its stream
constexpr float fall = 116;                     // where the streams bend together above the bucket
constexpr float thickness[] = {3, 12, 24, 38};  // of a stream, by value
constexpr float wall_thick = 14;                // of the bucket
constexpr float spout = 70;                     // from the bucket to the name of a tap
constexpr float tap_step = 126;                 // from one tap up to the next
constexpr float name_sizes[] = {wall_type::label};

/// Where everything stands.
struct Plan {
    std::vector<int> inflows, taps;  ///< indices into the items
    int rows = 1;                    ///< of names above: two when they take turns, one high and one low
    int lines[2] = {0, 0};           ///< of the names in each row
    float rim = 0;                   ///< top of the bucket
    bool named = true;               ///< false: only the one that is lit has room for its name
};

const Values::Item& item_of(const Values& bucket, int item) {
    return bucket.items[static_cast<std::size_t>(item)];
}

float thickness_of(const Values::Item& item) {
    return thickness[std::clamp(item.value, 0, 3)];
}

/// Lines that a name takes, or more than any when one of its words is wider than its place.
int lines_of(const WallCanvas& wall, std::string_view name, float width) {
    const WordWidths words = wall.measure({book::Face::bold, wall_type::label}, name);
    return words.breaks(width) ? most_lines + 1 : words.lines(width);
}

// --- Measures -------------------------------------------------------------------------------------------------------

/// Narrower on a narrow wall, where the names of the taps need the room beside.
float half_rim(const WallCanvas& wall) {
    const float wide = wall.width() / WallCanvas::height();
    return wall.width() * std::clamp(0.175f + (wide - 4.0f / 3) * 0.08f, 0.175f, 0.21f);
}

/// Where a stream falls into the bucket.
float mouth_x(const WallCanvas& wall, const Plan& plan, std::size_t place) {
    const float share = (static_cast<float>(place) + 0.5f) / static_cast<float>(plan.inflows.size()) - 0.5f;
    return wall.width() / 2 + share * 2 * (half_rim(wall) - wall_thick) * 0.94f;
}

/// Many streams are thinner, so that each is seen.
float stream_thickness(const WallCanvas& wall, const Plan& plan, const Values::Item& item) {
    const float room =
        2 * (half_rim(wall) - wall_thick) / static_cast<float>(std::max<std::size_t>(1, plan.inflows.size()));
    return thickness_of(item) * std::min(1.0f, room * 0.6f / thickness[3]);
}

/// Two rows of names begin and end farther in: the first and the last need room on both sides.
float inset(const WallCanvas& wall, const Plan& plan) {
    const float one_row =
        (wall.width() - 2 * wall.margin()) / static_cast<float>(std::max<std::size_t>(1, plan.inflows.size()));
    return plan.rows == 1 ? one_row / 2 : std::max(one_row / 2, 104.0f);
}

float pitch_of(const WallCanvas& wall, const Plan& plan) {
    const float width = wall.width() - 2 * wall.margin();
    return plan.inflows.size() < 2 ? width
                                   : (width - 2 * inset(wall, plan)) / static_cast<float>(plan.inflows.size() - 1);
}

/// Where a stream begins: under its name, or without names straight above the bucket.
float name_x(const WallCanvas& wall, const Plan& plan, std::size_t place) {
    if (!plan.named) return mouth_x(wall, plan, place);
    if (plan.inflows.size() < 2) return wall.width() / 2;
    return wall.margin() + inset(wall, plan) + pitch_of(wall, plan) * static_cast<float>(place);
}

/// A name's place is as wide as its stream's; in two rows twice that, less the streams that pass the low ones.
float name_width(const WallCanvas& wall, const Plan& plan, std::size_t place) {
    const float pitch = pitch_of(wall, plan);
    if (plan.rows == 1) return pitch - name_air;
    const bool low = place % 2 == 1;
    const float passing = low ? stream_thickness(wall, plan, {.value = 3}) + name_air : 0;
    // Nor outside the wall's margins.
    const float x = name_x(wall, plan, place);
    const float reach = std::min(x, wall.width() - x) - wall.margin();
    return std::min(2 * pitch - name_air - passing, 2 * reach);
}

/// The bucket's inner half width at a height: narrower below.
float half_at(const WallCanvas& wall, const Plan& plan, float y) {
    const float share = (y - plan.rim) / (bottom - plan.rim);
    return half_rim(wall) * (1 - 0.36f * share);
}

/// Taps take turns right and left; so many there are on a side.
int taps_on(const Plan& plan, bool right) {
    return static_cast<int>(plan.taps.size() + (right ? 1 : 0)) / 2;
}

/// From the bottom and up: what is to run out must lie low.
float tap_y(const Plan& plan, std::size_t place) {
    const float step = std::min(
        tap_step, (bottom - plan.rim) * 0.86f / static_cast<float>(std::max(1, taps_on(plan, place % 2 == 0))));
    return bottom - 70 - static_cast<float>(place / 2) * step;
}

/// From the middle of the wall to the name of a tap.
float tap_name_at(const WallCanvas& wall, const Plan& plan, std::size_t place) {
    return half_at(wall, plan, tap_y(plan, place)) + wall_thick / 2 + spout + name_air;
}

float tap_width(const WallCanvas& wall, const Plan& plan, std::size_t place) {
    return wall.width() / 2 - wall.margin() - tap_name_at(wall, plan, place);
}

bool names_above(const WallCanvas& wall, const Values& bucket, Plan& plan, int rows) {
    plan.rows = rows;
    plan.lines[0] = plan.lines[1] = 0;
    for (std::size_t i = 0; i < plan.inflows.size(); ++i) {
        const int lines = lines_of(wall, item_of(bucket, plan.inflows[i]).name, name_width(wall, plan, i));
        if (lines > most_lines_above) return false;
        int& most = plan.lines[rows == 2 ? i % 2 : 0];
        most = std::max(most, lines);
    }
    return plan.lines[0] + plan.lines[1] <= 5;
}

bool names_beside(const WallCanvas& wall, const Values& bucket, const Plan& plan) {
    const int high = taps_on(plan, true);
    const float room = high > 1 ? tap_y(plan, 0) - tap_y(plan, 2) : bottom - plan.rim;
    for (std::size_t i = 0; i < plan.taps.size(); ++i) {
        const int lines = lines_of(wall, item_of(bucket, plan.taps[i]).name, tap_width(wall, plan, i));
        if (lines > most_lines || static_cast<float>(lines) * name_line > room) return false;
    }
    return true;
}

float names_end(const Plan& plan) {
    return top + name_line * static_cast<float>(plan.lines[0] + plan.lines[1]) + (plan.rows == 2 ? name_air : 0);
}

Plan plan_of(const WallCanvas& wall, const Values& bucket) {
    Plan plan;
    for (int i = 0; i < static_cast<int>(bucket.items.size()); ++i)
        (item_of(bucket, i).tap ? plan.taps : plan.inflows).push_back(i);
    bool fits = names_above(wall, bucket, plan, 1) || names_above(wall, bucket, plan, 2);
    plan.rim = names_end(plan) + name_air + fall;
    fits = fits && names_beside(wall, bucket, plan);
    if (fits) return plan;
    plan.named = false;
    plan.rows = 1;
    plan.lines[0] = 2;
    plan.lines[1] = 0;
    plan.rim = names_end(plan) + name_air + fall;
    return plan;
}

// --- Drawing --------------------------------------------------------------------------------------------------------

/// The colour of water that runs: what is lit is the strongest. Never see-through, for streams are drawn in pieces.
ImU32 water(const Palette& p, const Values& bucket, int item) {
    if (bucket.lit < 0 || bucket.lit == item) return p.primary;
    const ImVec4 strong = ImGui::ColorConvertU32ToFloat4(p.primary);
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(p.ground);
    const auto between = [](float a, float b) { return a + (b - a) * 0.55f; };
    return ImGui::ColorConvertFloat4ToU32(
        {between(strong.x, ground.x), between(strong.y, ground.y), between(strong.z, ground.z), 1});
}

LineStyle name_style(const Palette& p, const Values& bucket, int item, int lines) {
    const bool lit = bucket.lit == item;
    return {.sizes = name_sizes, .most_lines = lines, .strong = lit, .colour = lit || bucket.lit < 0 ? p.ink : p.muted};
}

void draw_inflow(WallCanvas& wall, const Values& bucket, const Plan& plan, std::size_t place, float surface) {
    const Palette& p = wall.palette();
    const int i = plan.inflows[place];
    const Values::Item& item = item_of(bucket, i);
    const bool low = plan.rows == 2 && place % 2 == 1;
    const float x = name_x(wall, plan, place);
    const float row = top + (low ? name_line * static_cast<float>(plan.lines[0]) + name_air : 0);
    float begin = names_end(plan) + name_air;
    if (plan.named) {
        const float width = name_width(wall, plan, place);
        const LineStyle style = name_style(p, bucket, i, most_lines_above);
        const float room = name_line * static_cast<float>(plan.lines[low ? 1 : 0]);
        const float tall = line_height(wall, item.name, width, style);
        draw_line(wall, item.name, x - width / 2, row + room - tall, width, style, 0.5f);
        begin = row + room + name_air;
    }
    // From the name straight down past the low names, in a soft bend to the mouth, and down to the water.
    const float thick = stream_thickness(wall, plan, item);
    const float mouth = mouth_x(wall, plan, place);
    const float bend = names_end(plan) + name_air + thick / 2, over = plan.rim - 4;
    const ImU32 colour = item.value == 0 ? p.edge : water(p, bucket, i);
    wall.line(x, begin + thick / 2, x, std::max(bend, begin + thick / 2), thick, colour);
    if (std::abs(x - mouth) < 1 && item.value > 0) return wall.line(x, bend, x, std::max(over, surface), thick, colour);
    const float middle = (bend + over) / 2;
    wall.curve({x, bend}, {x, middle}, {mouth, middle}, {mouth, over}, thick, colour);
    // Nothing runs: the drop stops before the bucket.
    if (item.value > 0) wall.line(mouth, over, mouth, std::max(over, surface), thick, colour);
}

void draw_water(WallCanvas& wall, const Plan& plan, float surface) {
    const Palette& p = wall.palette();
    const float x = wall.width() / 2;
    const float above = half_at(wall, plan, surface), below = half_at(wall, plan, bottom);
    const ImVec2 body[] = {{x - above, surface}, {x + above, surface}, {x + below, bottom}, {x - below, bottom}};
    wall.polygon(body, p.primary_soft);
    wall.line(x - above, surface, x + above, surface, 6, p.primary);
}

void draw_shell(WallCanvas& wall, const Plan& plan) {
    const Palette& p = wall.palette();
    const float x = wall.width() / 2;
    const float above = half_rim(wall), below = half_at(wall, plan, bottom);
    wall.line(x - above, plan.rim, x - below, bottom, wall_thick, p.ink);
    wall.line(x + above, plan.rim, x + below, bottom, wall_thick, p.ink);
    wall.line(x - below, bottom, x + below, bottom, wall_thick, p.ink);
}

void draw_metal(WallCanvas& wall, float wall_x, float mouth, float y, float side, float grow, ImU32 colour) {
    const float stem = mouth - side * 24;
    wall.line(wall_x + side * 6, y, mouth, y, 22 + grow, colour);
    wall.line(mouth, y, mouth, y + 14, 22 + grow, colour);
    wall.fill({mouth - 23 - grow / 2, y + 14 - grow / 2, 46 + grow, 12 + grow}, colour, 4);
    wall.line(stem, y - 8, stem, y - 26, 8 + grow, colour);
    wall.line(stem - 15, y - 26, stem + 15, y - 26, 10 + grow, colour);
}

void draw_tap(WallCanvas& wall, const Values& bucket, const Plan& plan, std::size_t place) {
    const Palette& p = wall.palette();
    const int i = plan.taps[place];
    const Values::Item& item = item_of(bucket, i);
    const bool right = place % 2 == 0;
    const float side = right ? 1.0f : -1.0f;
    const float y = tap_y(plan, place);
    const float wall_x = wall.width() / 2 + side * half_at(wall, plan, y);
    const float mouth = wall_x + side * (spout - 24);
    const bool quiet = bucket.lit >= 0 && bucket.lit != i;
    const float thick = thickness_of(item);
    // An empty bucket lets nothing out.
    if (item.value > 0 && bucket.level() > 0)
        wall.line(mouth, y + 20, mouth, y + 74 - thick / 2, thick, water(p, bucket, i));
    if (!p.dark && !quiet) draw_metal(wall, wall_x, mouth, y, side, 5, p.edge);  // amber is pale on a light ground
    draw_metal(wall, wall_x, mouth, y, side, 0, quiet ? p.edge : p.amber);
    if (!plan.named) return;
    const float width = tap_width(wall, plan, place);
    const LineStyle style = name_style(p, bucket, i, most_lines);
    const float tall = line_height(wall, item.name, width, style);
    const float x = wall.width() / 2 + side * tap_name_at(wall, plan, place);
    const float text_top = std::min(y + 8 - tall / 2, 628 - tall);
    draw_line(wall, item.name, right ? x : x - width, text_top, width, style, right ? 0.0f : 1.0f);
}

/// Where there is no room for every name: the one that is talked about, or else what this is.
void draw_one_name(WallCanvas& wall, const Values& bucket, const std::string& title) {
    const bool lit = bucket.lit >= 0;
    const LineStyle style{.sizes = line_sizes, .most_lines = 2, .strong = true};
    const float width = wall.width() - 2 * wall.margin();
    draw_line(wall, lit ? item_of(bucket, bucket.lit).name : title, wall.margin(), top, width, style, 0.5f);
}

}  // namespace

void draw_bucket(WallCanvas& wall, const app::AidScene& scene, const Values& bucket) {
    const Plan plan = plan_of(wall, bucket);
    const float deep = bottom - plan.rim - wall_thick;
    const float surface = bottom - deep * bucket.level();
    if (!plan.named) draw_one_name(wall, bucket, scene.title);
    for (std::size_t i = 0; i < plan.inflows.size(); ++i) draw_inflow(wall, bucket, plan, i, surface);
    if (bucket.level() > 0) draw_water(wall, plan, surface);
    for (std::size_t i = 0; i < plan.taps.size(); ++i) draw_tap(wall, bucket, plan, i);
    draw_shell(wall, plan);
}

}  // namespace ui
