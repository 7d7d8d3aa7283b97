#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using words::Key;

constexpr float pi = std::numbers::pi_v<float>;
constexpr float top = 44;
constexpr float bottom = 566;       // of the outer ring; the signs are explained below
constexpr float legend_line = 624;  // baseline
constexpr float core = 60;          // radius of "meg"
constexpr float between_marks = 8;

struct Circle {
    float x = 0, y = 0, r = 0;
    float band() const { return (r - core) / session::Network::rings; }
};

/// As a share of a turn from the top.
float sector_begin(int sector, int count) {
    return static_cast<float>(sector) / static_cast<float>(count);
}

float angle_of(float share) {
    return share * 2 * pi - pi / 2;
}

void draw_mark(WallCanvas& wall, float x, float y, float r, bool gives, bool quiet) {
    const Palette& p = wall.palette();
    if (gives) {
        wall.disc(x, y, r, quiet ? p.edge : p.primary);
        return;
    }
    // A square with an open middle: told apart without its colour.
    const float side = r * 0.92f;
    wall.fill({x - side, y - side, 2 * side, 2 * side}, p.ground, 2);
    wall.outline({x - side + 2, y - side + 2, 2 * side - 4, 2 * side - 4}, 5, quiet ? p.edge : p.warm, 3);
}

/// Marks of one field along its middle; in two rows when one has no room.
void draw_field(WallCanvas& wall, const session::Network::Field& field, const Circle& circle, int ring, float begin,
                float end, bool quiet) {
    const int count = field.gives + field.takes;
    if (count == 0) return;
    const float middle = core + circle.band() * (static_cast<float>(ring) + 0.5f);
    const float angle = (end - begin) * 2 * pi;
    const auto room = [&](float radius, float mark) {
        return static_cast<int>((angle * radius - 12) / (2 * mark + between_marks));
    };
    constexpr float large = 17, small = 12;
    const int rows = count > room(middle, large) ? 2 : 1;
    const float mark = rows == 1 ? large : small;
    const float apart = rows == 1 ? 0 : circle.band() * 0.25f;
    const int inner = rows == 1 ? 0 : std::min(count / 2, std::max(1, room(middle - apart, mark)));
    for (int i = 0; i < count; ++i) {
        const bool in_inner = i < inner;
        const int in_row = in_inner ? inner : count - inner;
        const int place = in_inner ? i : i - inner;
        const float radius = rows == 1 ? middle : in_inner ? middle - apart : middle + apart;
        const float pitch = (2 * mark + between_marks) / radius;
        const float at =
            angle_of((begin + end) / 2) + (static_cast<float>(place) - static_cast<float>(in_row - 1) / 2) * pitch;
        draw_mark(wall, circle.x + radius * std::cos(at), circle.y + radius * std::sin(at), mark, i < field.gives,
                  quiet);
    }
}

void draw_rings(WallCanvas& wall, const session::Network& network, const Circle& circle) {
    const Palette& p = wall.palette();
    const auto count = static_cast<int>(network.sectors.size());
    wall.disc(circle.x, circle.y, circle.r, p.raised);
    if (network.lit >= 0) {
        const float begin = sector_begin(network.lit, count);
        wall.slice(circle.x, circle.y, core, circle.r, begin, begin + 1.0f / static_cast<float>(count), p.primary_soft);
        wall.arc(circle.x, circle.y, circle.r, 8, begin + 0.004f, begin + 1.0f / static_cast<float>(count) - 0.004f,
                 p.dark ? p.amber : p.primary);
    }
    for (int ring = 1; ring <= session::Network::rings; ++ring)
        wall.ring(circle.x, circle.y, core + circle.band() * static_cast<float>(ring), 2, p.edge);
    for (int i = 0; i < count; ++i) {
        const float angle = angle_of(sector_begin(i, count));
        wall.line(circle.x + core * std::cos(angle), circle.y + core * std::sin(angle),
                  circle.x + circle.r * std::cos(angle), circle.y + circle.r * std::sin(angle), 2, p.edge);
    }
    wall.disc(circle.x, circle.y, core, p.amber);
    if (!p.dark) wall.ring(circle.x, circle.y, core - 1, 3, p.edge);
    const book::Font me{book::Face::bold, wall_type::label};
    wall.text(me, circle.x, circle.y + 12, p.on_amber, wall.words()[Key::aid_me], 0.5f);
}

/// A sector's name beside the circle, as near to its sector as the margin lets it be.
void draw_name(WallCanvas& wall, const session::Network& network, const Circle& circle, int sector) {
    const Palette& p = wall.palette();
    const auto count = static_cast<int>(network.sectors.size());
    const std::string& name = network.sectors[static_cast<std::size_t>(sector)];
    const float angle = angle_of(sector_begin(sector, count) + 0.5f / static_cast<float>(count));
    const bool right = std::cos(angle) >= -0.01f;
    constexpr float air = 24;
    constexpr float line = 26;  // half of a line's height
    // Where the circle ends at the height of the name, with a line above and below.
    const float wanted = circle.y + circle.r * 0.96f * std::sin(angle);
    const float y = std::clamp(wanted, top + line, bottom - line);
    const float off = std::max(0.0f, std::abs(y - circle.y) - 2 * line);
    const float edge = std::sqrt(std::max(0.0f, circle.r * circle.r - off * off));
    const float room = wall.width() / 2 - wall.margin() - edge - air;
    static constexpr float sizes[] = {46, 43, 40, 36, 32, 28};
    const bool lit = sector == network.lit;
    const LineStyle style{
        .sizes = sizes, .most_lines = 3, .strong = lit, .colour = lit || network.lit < 0 ? p.ink : p.muted};
    const float height = line_height(wall, name, room, style);
    const float at = std::clamp(y - height / 2, top - 4, bottom - height + 4);
    if (right)
        draw_line(wall, name, circle.x + edge + air, at, room, style);
    else
        draw_line(wall, name, wall.margin(), at, room, style, 1);
}

void draw_legend(WallCanvas& wall) {
    const Palette& p = wall.palette();
    const book::Font font{book::Face::regular, wall_type::label};
    const std::string& gives = wall.words()[Key::aid_gives];
    const std::string& takes = wall.words()[Key::aid_takes];
    constexpr float mark = 15, after_mark = 14, apart = 48;
    const float wide = 4 * mark + 2 * after_mark + apart + wall.advance(font, gives) + wall.advance(font, takes);
    float x = (wall.width() - wide) / 2;
    const float y = legend_line - wall_type::label * wall_type::capitals / 2;
    for (const bool giving : {true, false}) {
        draw_mark(wall, x + mark, y, mark, giving, false);
        x += 2 * mark + after_mark;
        wall.text(font, x, legend_line, p.muted, giving ? gives : takes);
        x += wall.advance(font, gives) + apart;
    }
}

}  // namespace

void draw_network(WallCanvas& wall, const app::AidScene&, const session::Network& network) {
    const auto count = static_cast<int>(network.sectors.size());
    if (count == 0 || network.fields.size() != network.sectors.size()) return;
    // A narrow wall keeps room for the names.
    const float r = std::min((bottom - top) / 2, wall.width() / 2 - wall.margin() - 180);
    const Circle circle{wall.width() / 2, (top + bottom) / 2, r};
    draw_rings(wall, network, circle);
    for (int sector = 0; sector < count; ++sector) {
        const float begin = sector_begin(sector, count);
        const bool quiet = network.lit >= 0 && network.lit != sector;
        for (int ring = 0; ring < session::Network::rings; ++ring)
            draw_field(wall, network.fields[static_cast<std::size_t>(sector)][static_cast<std::size_t>(ring)], circle,
                       ring, begin, begin + 1.0f / static_cast<float>(count), quiet);
        draw_name(wall, network, circle, sector);
    }
    draw_legend(wall);
}

}  // namespace ui
