#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using session::WeekGrid;
using words::Key;

// Days go down and the parts of a day across, so that a field is wide enough for words.
constexpr float top = 30;
constexpr float head = 52;  // the parts' names
constexpr float legend_bottom = 624;
constexpr float legend_row = 46;
constexpr float gap = 6;
constexpr float sign = 12;  // half of its width
constexpr float before_text = 36;
constexpr float after_text = 4;
// An entry on one line; one that has no room takes two. 30 has capitals of 3 %; what is below is for words that leaders or
// other handbooks make too long.
constexpr float line_sizes_of_entry[] = {40, 38, 36, 34, 32, 30};
constexpr float two_line_sizes[] = {30, 28, 26, 24, 22, 20};
constexpr float least_common = 32;

/// A narrow wall gives the fields a little of its air.
float side_of(const WallCanvas& wall) {
    constexpr float narrow = 1100;
    return wall.width() < narrow ? wall.margin() * 0.75f : wall.margin();
}

/// A kind's ground and what is written on it.
struct Look {
    ImU32 ground = 0, ink = 0, sign = 0, edge = 0;
};

Look look_of(const Palette& p, int kind) {
    switch (kind) {
        case 0: return {p.primary, p.on_primary, p.on_primary, 0};
        case 1: return {p.amber, p.on_amber, p.on_amber, p.dark ? 0 : p.edge};
        case 2: return {p.primary_soft, p.on_primary_soft, p.on_primary_soft, p.primary};
        default: return {p.ground, p.ink, p.warm, p.warm};
    }
}

/// A square, a disc, a moon and a triangle: kinds are told apart without colour.
void draw_sign(WallCanvas& wall, int kind, float x, float y, ImU32 colour, ImU32 ground) {
    switch (kind) {
        case 0: wall.fill({x - sign + 2, y - sign + 2, 2 * sign - 4, 2 * sign - 4}, colour, 3); break;
        case 1: wall.disc(x, y, sign, colour); break;
        case 2:
            wall.disc(x, y, sign, colour);
            wall.disc(x + sign * 0.55f, y - sign * 0.35f, sign * 0.85f, ground);
            break;
        default:
            wall.polygon(
                std::array<ImVec2, 3>{ImVec2{x, y - sign}, {x + sign, y + sign * 0.8f}, {x - sign, y + sign * 0.8f}},
                colour);
            break;
    }
}

/// The part of "man tir ons …" for one day.
std::string_view day_name(std::string_view all, int day) {
    for (int i = 0; i < day && !all.empty(); ++i) all.remove_prefix(std::min(all.size(), all.find(' ') + 1));
    return all.substr(0, all.find(' '));
}

struct Table {
    float x = 0, y = 0;         ///< of the first field
    float width = 0, high = 0;  ///< of each
    float size = 0;             ///< type size of most entries
};

const std::string& words_of(const WeekGrid& week, const WeekGrid::Entry& entry) {
    static const std::string none;
    if (!entry.name.empty()) return entry.name;
    const bool known = entry.kind >= 0 && entry.kind < static_cast<int>(week.kinds.size());
    return known ? week.kinds[static_cast<std::size_t>(entry.kind)] : none;
}

/// The size at which all entries take one line, but those that are too long for it at any size.
float common_size(const WallCanvas& wall, const WeekGrid& week, float room) {
    float size = line_sizes_of_entry[0];
    for (const auto& day : week.week)
        for (const auto& entry : day)
            for (const float smaller : line_sizes_of_entry) {
                if (smaller < least_common) break;
                if (wall.advance({book::Face::regular, smaller}, words_of(week, entry)) > room) continue;
                size = std::min(size, smaller);
                break;
            }
    return size;
}

/// Where the words are best cut in two lines: npos when they fit no way.
std::size_t best_cut(const WallCanvas& wall, book::Font font, std::string_view words, float room) {
    std::size_t best = std::string_view::npos;
    float least = room;
    for (std::size_t at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1)) {
        const float wider = std::max(wall.advance(font, words.substr(0, at)), wall.advance(font, words.substr(at + 1)));
        if (wider > least) continue;
        least = wider;
        best = at;
    }
    return best;
}

/// Words that are too many even so lose the last of them: the kind is what the room must see.
void draw_two_lines(WallCanvas& wall, std::string words, const book::Rect& box, ImU32 colour) {
    constexpr float line = 1.05f;
    const float middle = box.y + box.height / 2;
    while (true) {
        for (const float size : two_line_sizes) {
            const book::Font font{book::Face::regular, size};
            if (2 * line * size > box.height) continue;
            const float half = size * wall_type::capitals / 2;
            if (wall.advance(font, words) <= box.width) {
                wall.text(font, box.x, middle + half, colour, words);
                return;
            }
            const std::size_t cut = best_cut(wall, font, words, box.width);
            if (cut == std::string::npos) continue;
            wall.text(font, box.x, middle - line * size / 2 + half, colour, words.substr(0, cut));
            wall.text(font, box.x, middle + line * size / 2 + half, colour, words.substr(cut + 1));
            return;
        }
        const std::size_t end = words.rfind(' ');
        if (end == std::string::npos) break;
        words = words.substr(0, end) + "…";
    }
    // One long word: smaller rather than broken.
    float size = two_line_sizes[std::size(two_line_sizes) - 1];
    while (wall.advance({book::Face::regular, size}, words) > box.width && size > 8) size -= 1;
    wall.text({book::Face::regular, size}, box.x, middle + size * wall_type::capitals / 2, colour, words);
}

void draw_entry(WallCanvas& wall, const WeekGrid& week, const WeekGrid::Entry& entry, const book::Rect& box,
                float size) {
    const Palette& p = wall.palette();
    if (entry.kind < 0) {
        wall.outline(box, 2, p.line, 10);
        return;
    }
    Look look = look_of(p, entry.kind);
    if (week.lit >= 0 && week.lit != entry.kind) look = {p.ground, p.muted, p.edge, p.edge};
    wall.fill(box, look.ground, 10);
    if (look.edge != 0) wall.outline(box, 3, look.edge, 10);
    draw_sign(wall, entry.kind, box.x + before_text / 2, box.y + box.height / 2, look.sign, look.ground);
    const std::string& words = words_of(week, entry);
    const float room = box.width - before_text - after_text;
    const float x = box.x + before_text, middle = box.y + box.height / 2;
    for (const float smaller : line_sizes_of_entry) {
        const book::Font font{book::Face::regular, smaller};
        if (smaller > size || wall.advance(font, words) > room) continue;
        wall.text(font, x, middle + smaller * wall_type::capitals / 2, look.ink, words);
        return;
    }
    draw_two_lines(wall, words, {x, box.y, room, box.height}, look.ink);
}

void draw_heads(WallCanvas& wall, const Table& table) {
    const Key parts[] = {Key::aid_morning, Key::aid_afternoon, Key::aid_evening};
    book::Font font{book::Face::semibold, wall_type::label};
    for (const Key part : parts)
        while (wall.advance(font, wall.words()[part]) > table.width - 8 && font.size > 20) font.size -= 1;
    for (int part = 0; part < WeekGrid::parts; ++part)
        wall.text(font, table.x + (table.width + gap) * static_cast<float>(part) + 6, table.y - 16,
                  wall.palette().muted, wall.words()[parts[part]]);
}

/// The kinds with their signs, and how much of the week is free; in two rows when the names are long.
struct Legend {
    std::string free;
    float size = wall_type::label;
    int rows = 1;
    static constexpr float chip = 38, after_chip = 12, apart = 28;

    int first_of(const WeekGrid& week, int row) const {
        const auto count = static_cast<int>(week.kinds.size());
        return row == 0 ? 0 : row == rows ? count : (count + 1) / 2;
    }
};

float name_width(const WallCanvas& wall, const Legend& legend, const std::string& name) {
    return Legend::chip + Legend::after_chip + wall.advance({book::Face::bold, legend.size}, name);
}

bool fits(const WallCanvas& wall, const WeekGrid& week, const Legend& legend) {
    const float width = wall.width() - 2 * side_of(wall);
    for (int row = 0; row < legend.rows; ++row) {
        float taken = row == legend.rows - 1 ? name_width(wall, legend, legend.free) : 0;
        for (int kind = legend.first_of(week, row); kind < legend.first_of(week, row + 1); ++kind)
            taken += name_width(wall, legend, week.kinds[static_cast<std::size_t>(kind)]) + Legend::apart;
        if (taken > width) return false;
    }
    return true;
}

Legend legend_for(const WallCanvas& wall, const WeekGrid& week) {
    Legend legend{.free = wall.words()(Key::aid_free, {{"percent", static_cast<int>(week.free_share() * 100 + 0.5f)}})};
    constexpr float least_in_one_row = 36, least = 18;
    while (!fits(wall, week, legend) && legend.size > least) {
        legend.size -= 2;
        if (legend.rows == 2 || legend.size >= least_in_one_row || week.kinds.size() < 2) continue;
        legend.rows = 2;
        legend.size = wall_type::label;
    }
    return legend;
}

void draw_legend(WallCanvas& wall, const WeekGrid& week, const Legend& legend) {
    const Palette& p = wall.palette();
    for (int row = 0; row < legend.rows; ++row) {
        const float middle = legend_bottom - legend_row * (static_cast<float>(legend.rows - row) - 0.5f);
        const float baseline = middle + legend.size * wall_type::capitals / 2;
        float x = side_of(wall);
        for (int kind = legend.first_of(week, row); kind < legend.first_of(week, row + 1); ++kind) {
            const Look look = look_of(p, kind);
            const bool lit = kind == week.lit;
            const book::Rect box{x, middle - Legend::chip / 2, Legend::chip, Legend::chip};
            wall.fill(box, look.ground, 9);
            if (look.edge != 0) wall.outline(box, 3, look.edge, 9);
            draw_sign(wall, kind, x + Legend::chip / 2, middle, look.sign, look.ground);
            const std::string& name = week.kinds[static_cast<std::size_t>(kind)];
            wall.text({lit ? book::Face::bold : book::Face::regular, legend.size},
                      x + Legend::chip + Legend::after_chip, baseline, lit || week.lit < 0 ? p.ink : p.muted, name);
            x += name_width(wall, legend, name) + Legend::apart;
        }
        if (row < legend.rows - 1) continue;
        const book::Font font{book::Face::regular, legend.size};
        const float right = wall.width() - side_of(wall);
        const float left = right - wall.advance(font, legend.free) - Legend::after_chip - Legend::chip;
        wall.outline({left, middle - Legend::chip / 2, Legend::chip, Legend::chip}, 2, p.edge, 9);
        wall.text(font, right, baseline, p.ink, legend.free, 1);
    }
}

}  // namespace

void draw_week(WallCanvas& wall, const app::AidScene&, const WeekGrid& week) {
    if (week.kinds.empty()) return;
    const std::string& days = wall.words()[Key::aid_days_short];
    const book::Font font{book::Face::semibold, wall_type::label};
    float label = 0;
    for (int day = 0; day < WeekGrid::days; ++day) label = std::max(label, wall.advance(font, day_name(days, day)));
    const Legend legend = legend_for(wall, week);
    const float bottom = legend_bottom - legend_row * static_cast<float>(legend.rows) - 14;
    Table table{.x = side_of(wall) + label + 12, .y = top + head};
    table.width = (wall.width() - side_of(wall) - table.x - gap * (WeekGrid::parts - 1)) / WeekGrid::parts;
    table.high = (bottom - table.y - gap * (WeekGrid::days - 1)) / WeekGrid::days;
    table.size = common_size(wall, week, table.width - before_text - after_text);
    draw_heads(wall, table);
    for (int day = 0; day < WeekGrid::days; ++day) {
        const float y = table.y + (table.high + gap) * static_cast<float>(day);
        wall.text(font, side_of(wall), y + table.high / 2 + font.size * wall_type::capitals / 2 - 2, wall.palette().ink,
                  day_name(days, day));
        for (int part = 0; part < WeekGrid::parts; ++part)
            draw_entry(wall, week, week.week[static_cast<std::size_t>(day)][static_cast<std::size_t>(part)],
                       {table.x + (table.width + gap) * static_cast<float>(part), y, table.width, table.high},
                       table.size);
    }
    draw_legend(wall, week, legend);
}

}  // namespace ui
