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
using words::Key;

constexpr float pi = std::numbers::pi_v<float>;
constexpr book::Font word_font{book::Face::regular, wall_type::label};
constexpr book::Font strong_font{book::Face::semibold, wall_type::label};

// --- Choosing -------------------------------------------------------------------------------------------------------

constexpr float head_baseline = 92;
constexpr float field_top = 132, field_bottom = 622;
constexpr float pill = 54;        // height of a chosen word
constexpr float pill_inset = 20;  // from its ends to the word
constexpr float word_air = 8;     // between two pills
constexpr float least_row = 58, most_row = 84;

struct Row {
    std::vector<int> items;
    float width = 0;
};

/// Widths are those of chosen words, so that nothing moves when one is chosen.
std::vector<Row> rows_of(const WallCanvas& wall, const Values& compass, const std::vector<int>& items, float width) {
    std::vector<Row> rows(1);
    for (const int item : items) {
        const float wide =
            wall.advance(strong_font, compass.items[static_cast<std::size_t>(item)].name) + 2 * pill_inset;
        if (!rows.back().items.empty() && rows.back().width + word_air + wide > width) rows.emplace_back();
        Row& row = rows.back();
        row.width += wide + (row.items.empty() ? 0 : word_air);
        row.items.push_back(item);
    }
    return rows;
}

/// The words in as few rows as they take, and then in rows of about the same length.
std::vector<Row> even_rows(const WallCanvas& wall, const Values& compass, const std::vector<int>& items, float width) {
    std::vector<Row> rows = rows_of(wall, compass, items, width);
    for (float narrower = width - 20; narrower > width / 2; narrower -= 20) {
        std::vector<Row> closer = rows_of(wall, compass, items, narrower);
        if (closer.size() > rows.size()) break;
        rows = std::move(closer);
    }
    return rows;
}

/// All words, or where there are too many of them the chosen ones and as many as there is room for.
std::vector<Row> words_of(const WallCanvas& wall, const Values& compass, float width) {
    const auto most = static_cast<std::size_t>((field_bottom - field_top) / least_row);
    std::vector<int> items;
    for (int i = 0; i < static_cast<int>(compass.items.size()); ++i) items.push_back(i);
    while (rows_of(wall, compass, items, width).size() > most) {
        const auto last = std::find_if(items.rbegin(), items.rend(),
                                       [&](int item) { return !compass.items[static_cast<std::size_t>(item)].chosen; });
        if (last == items.rend()) break;
        items.erase(std::next(last).base());
    }
    return even_rows(wall, compass, items, width);
}

void draw_word(WallCanvas& wall, const Values& compass, int item, float x, float middle, float wide) {
    const Palette& p = wall.palette();
    const Values::Item& value = compass.items[static_cast<std::size_t>(item)];
    const bool lit = compass.lit == item;
    ImU32 ink = p.ink;
    if (value.chosen) {
        const book::Rect box{x, middle - pill / 2, wide, pill};
        wall.fill(box, lit ? p.amber : p.primary, pill / 2);
        if (lit && !p.dark) wall.outline(box, 4, p.edge, pill / 2);  // amber alone is too pale on a light ground
        ink = lit ? p.on_amber : p.on_primary;
    }
    wall.text(value.chosen ? strong_font : word_font, x + wide / 2, middle + wall_type::label * wall_type::capitals / 2,
              ink, value.name, 0.5f);
}

void draw_choosing(WallCanvas& wall, const Values& compass) {
    const Palette& p = wall.palette();
    const float margin = wall.margin();
    const float width = wall.width() - 2 * margin;
    wall.text({book::Face::bold, 52}, margin, head_baseline, p.ink,
              wall.words()(Key::aid_choose_values, {{"count", compass.pick}}));
    wall.text(word_font, wall.width() - margin, head_baseline, p.muted,
              wall.words()(Key::aid_chosen, {{"count", compass.chosen()}, {"of", compass.pick}}), 1);

    const std::vector<Row> rows = words_of(wall, compass, width);
    std::size_t shown = 0;
    for (const Row& row : rows) shown += row.items.size();
    const auto count = static_cast<float>(rows.size());
    const float pitch = std::clamp((field_bottom - field_top) / count, least_row, most_row);
    float y = (field_top + field_bottom) / 2 - pitch * (count - 1) / 2;
    for (const Row& row : rows) {
        float x = (wall.width() - row.width) / 2;
        for (const int item : row.items) {
            const std::string& name = compass.items[static_cast<std::size_t>(item)].name;
            const float wide = wall.advance(strong_font, name) + 2 * pill_inset;
            draw_word(wall, compass, item, x, y, wide);
            x += wide + word_air;
        }
        // There are more words than the wall has room for.
        if (shown < compass.items.size() && &row == &rows.back())
            wall.text(word_font, x + pill_inset, y + wall_type::label * wall_type::capitals / 2, p.muted, "…");
        y += pitch;
    }
}

// --- Important against lived ----------------------------------------------------------------------------------------

constexpr float top = 118, bottom = 650;  // of the rings; over them what they mean
constexpr float outer_ring = 32, inner_ring = 32, ring_air = 14;
constexpr float air = 30;  // from the rings to a name
constexpr float name_line = 48;
constexpr float name_sizes[] = {wall_type::label};
constexpr float lowest = 628;  // of a name; the footer's capitals begin at 642
constexpr int most_lines = 3;  // of a name
constexpr float full = 10;

struct Rings {
    float x = 0, y = 0, r = 0;
    int rotation = 0;
};

std::vector<int> chosen_of(const Values& compass) {
    std::vector<int> items;
    for (int i = 0; i < static_cast<int>(compass.items.size()); ++i)
        if (compass.items[static_cast<std::size_t>(i)].chosen) items.push_back(i);
    return items;
}

/// A share of each value's part of the turn stays open, so that the parts are told apart.
struct Part {
    float begin = 0, length = 0;
    float middle() const { return begin + length / 2; }
};

/// `rotation`: how many parts the first one is moved on.
Part part_of(std::size_t place, std::size_t count, int rotation) {
    const auto n = static_cast<float>(count);
    constexpr float open = 0.045f;
    // Turned so that no middle points straight up or down, where a name has no room.
    const float first = count % 2 == 1 ? 0.25f - 0.5f / n : 0;
    const float begin = first + (static_cast<float>(place) + static_cast<float>(rotation)) / n;
    return {begin - std::floor(begin) + open / 2, 1 / n - open};
}

void draw_ring(WallCanvas& wall, const Rings& rings, float r, float thickness, Part part, int value, ImU32 colour) {
    const Palette& p = wall.palette();
    wall.arc(rings.x, rings.y, r, thickness, part.begin, part.begin + part.length, p.primary_soft);
    if (value > 0)
        wall.arc(rings.x, rings.y, r, thickness, part.begin,
                 part.begin + part.length * static_cast<float>(value) / full, colour);
}

/// A needle to the value that is talked about, or to the north.
void draw_needle(WallCanvas& wall, const Rings& rings, float length, float turn) {
    const Palette& p = wall.palette();
    const float s = std::sin(2 * pi * turn), c = -std::cos(2 * pi * turn);
    const float half = length * 0.2f;
    const ImVec2 tip{rings.x + s * length, rings.y + c * length};
    const ImVec2 tail{rings.x - s * length * 0.72f, rings.y - c * length * 0.72f};
    const ImVec2 left{rings.x + c * half, rings.y - s * half};
    const ImVec2 right{rings.x - c * half, rings.y + s * half};
    const ImVec2 front[] = {tip, right, left}, back[] = {tail, left, right};
    wall.polygon(back, p.edge);
    wall.polygon(front, p.amber);
    if (!p.dark) {  // amber alone is too pale on a light ground
        wall.line(tip.x, tip.y, right.x, right.y, 3, p.edge);
        wall.line(tip.x, tip.y, left.x, left.y, 3, p.edge);
    }
    wall.disc(rings.x, rings.y, half * 0.42f, p.ground);
}

/// Never see-through: the ends of the arcs lie over them.
ImU32 quieted(const Palette& p, ImU32 colour) {
    const ImVec4 strong = ImGui::ColorConvertU32ToFloat4(colour);
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(p.ground);
    const auto between = [](float a, float b) { return a + (b - a) * 0.5f; };
    return ImGui::ColorConvertFloat4ToU32(
        {between(strong.x, ground.x), between(strong.y, ground.y), between(strong.z, ground.z), 1});
}

void draw_rings(WallCanvas& wall, const Values& compass, const std::vector<int>& items, const Rings& rings) {
    const Palette& p = wall.palette();
    const float outer = rings.r - outer_ring / 2;
    const float inner = outer - outer_ring / 2 - ring_air - inner_ring / 2;
    float turn = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Values::Item& item = compass.items[static_cast<std::size_t>(items[i])];
        const bool quiet = compass.lit >= 0 && compass.lit != items[i];
        const Part part = part_of(i, items.size(), rings.rotation);
        draw_ring(wall, rings, outer, outer_ring, part, item.value, quiet ? quieted(p, p.primary) : p.primary);
        draw_ring(wall, rings, inner, inner_ring, part, item.lived, quiet ? quieted(p, p.warm) : p.warm);
        if (compass.lit == items[i]) turn = part.middle();
    }
    draw_needle(wall, rings, inner - inner_ring / 2 - 18, turn);
}

/// What the two rings mean: a small compass with the ring in question drawn strong, its words, and the number of the
/// value that is lit.
void draw_meaning(WallCanvas& wall, const Values& compass) {
    const Palette& p = wall.palette();
    const bool lit = compass.lit >= 0;
    const Values::Item none;
    const Values::Item& item = lit ? compass.items[static_cast<std::size_t>(compass.lit)] : none;
    constexpr float sign = 22, sign_air = 16, baseline = 86;
    const float y = baseline - wall_type::label * wall_type::capitals / 2;
    const auto draw = [&](float x, const std::string& text, int value, bool outer) {
        wall.ring(x + sign, y, sign - 3, outer ? 8.0f : 2.0f, outer ? p.primary : p.edge);
        wall.ring(x + sign, y, sign - 13, outer ? 2.0f : 8.0f, outer ? p.edge : p.warm);
        x += 2 * sign + sign_air;
        wall.text(word_font, x, baseline, p.ink, text);
        if (lit)
            wall.text({book::Face::bold, wall_type::label}, x + wall.advance(word_font, text + " "), baseline, p.ink,
                      std::to_string(value));
    };
    const std::string& important = wall.words()[Key::aid_important];
    const std::string& lived = wall.words()[Key::aid_lived];
    const float number = wall.advance({book::Face::bold, wall_type::label}, " 10");
    const float lived_wide = 2 * sign + sign_air + wall.advance(word_font, lived) + number;
    draw(wall.margin(), important, item.value, true);
    draw(wall.width() - wall.margin() - lived_wide, lived, item.lived, false);
}

/// Lines that a name takes, or more than any when one of its words is wider than its place.
int lines_of(const WallCanvas& wall, std::string_view name, float width) {
    const WordWidths words = wall.measure({book::Face::bold, wall_type::label}, name);
    return words.breaks(width) ? most_lines + 1 : words.lines(width);
}

/// Beside its part of the rings, right or left of the middle.
struct Name {
    int item = 0;
    bool right = true;
    book::Rect box;
};

Name name_of(const WallCanvas& wall, const Rings& rings, int item, float turn, int lines) {
    const float reach = rings.r + air;
    const float height = name_line * static_cast<float>(lines);
    const float middle = rings.y - reach * std::cos(2 * pi * turn);
    const float y = std::clamp(middle - height / 2, top, lowest - height);
    const float nearest = std::max({0.0f, y - rings.y, rings.y - y - height});
    const float beside = nearest < reach ? std::sqrt(reach * reach - nearest * nearest) : 0;
    const float width = wall.width() / 2 - wall.margin() - beside;
    const bool right = turn - std::floor(turn) < 0.5f;
    return {item, right, {right ? rings.x + beside : wall.margin(), y, width, height}};
}

/// Nothing when they do not fit round rings of this size, turned this way.
std::vector<Name> names_of(const WallCanvas& wall, const Values& compass, const std::vector<int>& items,
                           const Rings& rings) {
    std::vector<Name> names;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const float turn = part_of(i, items.size(), rings.rotation).middle();
        const std::string& text = compass.items[static_cast<std::size_t>(items[i])].name;
        int lines = 1;
        Name name = name_of(wall, rings, items[i], turn, lines);
        // More lines are a taller name, and another place beside the ring.
        while (lines <= most_lines && lines_of(wall, text, name.box.width) > lines)
            name = name_of(wall, rings, items[i], turn, ++lines);
        if (lines > most_lines) return {};
        names.push_back(name);
    }
    for (const Name& a : names)
        for (const Name& b : names)
            if (&a != &b && a.right == b.right && a.box.y < b.box.bottom() + 8 && b.box.y < a.box.bottom() + 8)
                return {};
    return names;
}

/// The largest rings that all names have room around; the long ones stand above and below.
Rings fitting_rings(const WallCanvas& wall, const Values& compass, const std::vector<int>& items) {
    for (const float r : {250.0f, 232.0f, 214.0f, 196.0f, 178.0f, 160.0f}) {
        for (int rotation = 0; rotation < static_cast<int>(items.size()); ++rotation) {
            const Rings rings{wall.width() / 2, (top + bottom) / 2, r, rotation};
            if (!names_of(wall, compass, items, rings).empty()) return rings;
        }
    }
    return {};
}

void draw_name(WallCanvas& wall, const Values& compass, const Name& name) {
    const Palette& p = wall.palette();
    const bool lit = compass.lit == name.item;
    const LineStyle style{.sizes = name_sizes,
                          .most_lines = most_lines,
                          .strong = lit,
                          .colour = lit || compass.lit < 0 ? p.ink : p.muted};
    draw_line(wall, compass.items[static_cast<std::size_t>(name.item)].name, name.box.x, name.box.y, name.box.width,
              style, name.right ? 0.0f : 1.0f);
}

void draw_chosen(WallCanvas& wall, const Values& compass, const std::string& title) {
    const std::vector<int> items = chosen_of(compass);
    draw_meaning(wall, compass);
    if (const Rings rings = fitting_rings(wall, compass, items); rings.r > 0) {
        draw_rings(wall, compass, items, rings);
        for (const Name& name : names_of(wall, compass, items, rings)) draw_name(wall, compass, name);
        return;
    }
    // So long names that they cannot stand around it: the one that is talked about stands beside.
    RoundStage stage = round_stage(wall);
    stage.radius = std::min(stage.radius, (bottom - top) / 2);
    stage.y = (top + bottom) / 2;
    draw_rings(wall, compass, items, {stage.x, stage.y, stage.radius});
    draw_words(wall, stage, {}, compass.lit < 0 ? title : compass.items[static_cast<std::size_t>(compass.lit)].name,
               {});
}

}  // namespace

void draw_compass(WallCanvas& wall, const app::AidScene& scene, const Values& compass) {
    if (compass.chosen() < compass.pick)
        draw_choosing(wall, compass);
    else
        draw_chosen(wall, compass, scene.title);
}

}  // namespace ui
