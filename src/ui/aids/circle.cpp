// The circle of thought or of change: three to eight fields in a ring, read clockwise from the top. Short names stand in
// the fields; long ones stand as a numbered list beside the ring. The field that is talked about opens in words beside it.
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

constexpr float pi = std::numbers::pi_v<float>;
constexpr float text_top = 52;
constexpr float text_bottom = 616;  // the footer's capitals begin at 642
constexpr float most_disc = 118;
constexpr float list_air = 14;   // between the entries of the list
constexpr float sign_room = 62;  // an entry's number

struct Ring {
    float x = 0, y = 0;
    float radius = 0;  ///< of the circle that the fields stand on
    float disc = 0;    ///< of a field
    float lit = 0;     ///< of the field that is talked about
    bool named = false;
};

/// Whether a name stands whole, on at most two lines, within a disc.
bool fits_disc(const WallCanvas& wall, std::string_view name, float disc) {
    const book::Font font{book::Face::bold, wall_type::label};
    constexpr float line = wall_type::label * 1.2f;
    const auto chord = [&](float half) { return disc <= half ? 0 : 2 * std::sqrt(disc * disc - half * half) - 10; };
    if (wall.advance(font, name) <= chord(line * 0.4f)) return true;
    const std::size_t space = name.find(' ');
    if (space == std::string_view::npos || name.find(' ', space + 1) != std::string_view::npos) return false;
    const float widest =
        std::max(wall.advance(font, name.substr(0, space)), wall.advance(font, name.substr(space + 1)));
    return widest <= chord(line * 0.85f);
}

/// Fields large enough for their names, if those are short; else smaller ones, for their numbers.
Ring ring_of(const WallCanvas& wall, const RoundStage& stage, const session::Reveal& circle) {
    struct Fields {
        float spread;  ///< of the place that each has
        float most;
        float grows;
    };
    constexpr Fields named{0.94f, 124, 1.05f};
    constexpr Fields numbered{0.84f, 62, 1.14f};
    const float apart = std::sin(pi / static_cast<float>(circle.parts.size()));
    const float room = std::min(stage.radius + 16, (text_bottom + 24 - text_top) / 2);
    Ring ring{.x = stage.x, .y = (text_top + text_bottom) / 2 + 6};
    for (const Fields& fields : {named, numbered}) {
        const float spread = apart * fields.spread;
        ring.disc = std::min(fields.most, room * spread / (fields.grows + spread));
        ring.lit = ring.disc * fields.grows;
        ring.radius = room - ring.lit;
        ring.named = fields.most == named.most &&
                     std::all_of(circle.parts.begin(), circle.parts.end(),
                                 [&](const auto& part) { return fits_disc(wall, part.name, ring.disc); });
        if (ring.named) break;
    }
    return ring;
}

/// The way round: a line through the fields with an arrowhead between each two.
void draw_way(WallCanvas& wall, const Ring& ring, int count) {
    const Palette& p = wall.palette();
    wall.ring(ring.x, ring.y, ring.radius, 8, p.primary_soft);
    for (int i = 0; i < count; ++i) {
        const float angle = 2 * pi * (static_cast<float>(i) + 0.5f) / static_cast<float>(count) - pi / 2;
        const ImVec2 tangent{-std::sin(angle), std::cos(angle)};
        const ImVec2 outwards{std::cos(angle), std::sin(angle)};
        const ImVec2 at{ring.x + ring.radius * outwards.x, ring.y + ring.radius * outwards.y};
        constexpr float length = 15;
        constexpr float half = 15;
        const auto point = [&](float along, float out) {
            return ImVec2{at.x + tangent.x * along + outwards.x * out, at.y + tangent.y * along + outwards.y * out};
        };
        const std::array<ImVec2, 3> head{point(length, 0), point(-length * 0.7f, half), point(-length * 0.7f, -half)};
        wall.polygon(head, p.primary);
    }
}

void draw_field(WallCanvas& wall, const Ring& ring, const session::Reveal& circle, int i) {
    const Palette& p = wall.palette();
    const float angle = 2 * pi * static_cast<float>(i) / static_cast<float>(circle.parts.size()) - pi / 2;
    const float x = ring.x + ring.radius * std::cos(angle);
    const float y = ring.y + ring.radius * std::sin(angle);
    ImU32 ink = p.on_primary_soft;
    if (i == circle.lit) {
        wall.disc(x, y, ring.lit, p.amber);
        if (!p.dark) wall.ring(x, y, ring.lit - 1.5f, 3, p.edge);
        ink = p.on_amber;
    } else if (i < circle.shown) {
        wall.disc(x, y, ring.disc, p.primary_soft);
    } else {
        // Not come to yet: an empty ring.
        wall.disc(x, y, ring.disc, p.ground);
        wall.ring(x, y, ring.disc - 2, 4, p.edge);
        ink = circle.shown > 0 ? p.muted : p.ink;
    }
    if (ring.named) {
        static constexpr float sizes[] = {46, wall_type::label};
        const LineStyle style{.sizes = sizes, .most_lines = 2, .strong = true, .colour = ink};
        const std::string& name = circle.parts[static_cast<std::size_t>(i)].name;
        const float width = 2 * ring.disc - 16;
        draw_line(wall, name, x - width / 2, y - line_height(wall, name, width, style) / 2, width, style, 0.5f);
    } else {
        const book::Font font{book::Face::bold, i == circle.lit ? 56.0f : 46.0f};
        wall.text(font, x, y + font.size * wall_type::capitals / 2, ink, std::to_string(i + 1), 0.5f);
    }
}

/// The field that is talked about, alone: its name and, as large as there is room for, what stands in it.
void draw_open(WallCanvas& wall, const RoundStage& stage, std::string_view name, std::string_view text) {
    static constexpr float names[] = {68, 60, 52, 46, 40};
    static constexpr float texts[] = {60, 52, 46, 43, 40};
    const float width = stage.text.width;
    const float air = text.empty() ? 0 : 20.0f;
    const LineStyle heading{.sizes = names, .most_lines = text.size() > 120 ? 2 : 3, .strong = true};
    const float above = line_height(wall, name, width, heading) + air;
    LineStyle body{.most_lines = 99};
    for (std::size_t i = 0; i < std::size(texts); ++i) {
        body.sizes = {&texts[i], 1};
        const bool most = i == 0 && text.size() > 60;  // long texts are calmer a little smaller
        if (!most && above + line_height(wall, text, width, body) <= text_bottom - text_top) break;
    }
    const float height = above + line_height(wall, text, width, body);
    const float y = text_top + std::max(0.0f, (text_bottom - text_top - height) / 2);
    draw_line(wall, name, stage.text.x, y, width, heading);
    draw_line(wall, text, stage.text.x, y + above, width, body);
}

/// The fields' names from the top, with what stands in them.
class List {
  public:
    /// `texts`: of every field; else only the lit one's. `numbered`: with the number that stands in the ring.
    List(WallCanvas& wall, const RoundStage& stage, const session::Reveal& circle, bool texts, bool numbered)
        : wall_(wall), stage_(stage), circle_(circle), texts_(texts), numbered_(numbered) {
        // Larger type only as long as it costs no more lines.
        const float fewest = measured(wall_type::label) / wall_type::label;
        for (const float size : {52.0f, 46.0f, 43.0f, wall_type::label})
            if (measured(size) / size <= fewest + 0.01f && fits()) break;
    }

    /// Sets the size; the height without the air.
    float measured(float size) {
        size_ = size;
        broken_ = false;
        float height = 0;
        for (int i = 0; i < count(); ++i) height += entry_height(i);
        height_ = height + list_air * static_cast<float>(count() - 1);
        return height;
    }

    bool fits() const { return height_ <= text_bottom - text_top && !broken_; }

    void draw() {
        const Palette& p = wall_.palette();
        float y = text_top + (text_bottom - text_top - height_) / 2;
        for (int i = 0; i < count(); ++i) {
            const bool lit = i == circle_.lit;
            const float height = entry_height(i);
            const ImU32 ink = lit || (circle_.lit < 0 && (i < circle_.shown || circle_.shown == 0)) ? p.ink : p.muted;
            if (numbered_) {
                const float middle = y + size_ * 0.62f;
                if (lit) {
                    wall_.disc(stage_.text.x + 24, middle, 30, p.amber);
                    if (!p.dark) wall_.ring(stage_.text.x + 24, middle, 29, 3, p.edge);
                }
                const book::Font font{book::Face::bold, size_};
                wall_.text(font, stage_.text.x + 24, middle + size_ * wall_type::capitals / 2, lit ? p.on_amber : ink,
                           std::to_string(i + 1), 0.5f);
            }
            const float sizes[] = {size_};
            const LineStyle name{.sizes = sizes, .most_lines = 9, .strong = lit || !numbered_, .colour = ink};
            const float under = y + draw_line(wall_, name_of(i), left(), y, width(), name);
            draw_line(wall_, text_of(i), left(), under, width(), {.sizes = sizes, .most_lines = 9, .colour = ink});
            y += height + list_air;
        }
    }

  private:
    int count() const { return static_cast<int>(circle_.parts.size()); }
    float left() const { return stage_.text.x + (numbered_ ? sign_room : 0); }
    float width() const { return stage_.text.right() - left(); }
    const std::string& name_of(int i) const { return circle_.parts[static_cast<std::size_t>(i)].name; }
    std::string_view text_of(int i) const {
        return texts_ || i == circle_.lit ? std::string_view(circle_.text(i)) : std::string_view();
    }

    float entry_height(int i) {
        const float text = text_height(text_of(i), book::Face::regular);
        return text_height(name_of(i), book::Face::bold) + text;
    }

    float text_height(std::string_view text, book::Face face) {
        if (text.empty()) return 0;
        const book::Font font{face, size_};
        const WordWidths words = wall_.measure(font, text);
        broken_ = broken_ || words.breaks(width());
        return static_cast<float>(words.lines(width())) * size_ * 1.2f;
    }

    WallCanvas& wall_;
    const RoundStage& stage_;
    const session::Reveal& circle_;
    bool texts_;
    bool numbered_;
    float size_ = wall_type::label;
    float height_ = 0;
    bool broken_ = false;
};

bool any_text(const session::Reveal& circle) {
    for (int i = 0; i < static_cast<int>(circle.parts.size()); ++i)
        if (!circle.text(i).empty()) return true;
    return false;
}

/// The first that has room: the numbered list or, beside a ring with names in it, the open field alone.
void draw_beside(WallCanvas& wall, const RoundStage& stage, const app::AidScene& scene, const session::Reveal& circle,
                 bool named) {
    const bool open = circle.lit >= 0 && circle.lit < static_cast<int>(circle.parts.size());
    const bool all = !open && any_text(circle);
    if (!named || all) {
        if (List list(wall, stage, circle, all, !named); list.fits()) return list.draw();
        if (List list(wall, stage, circle, false, true); !named && list.fits()) return list.draw();
    }
    if (open)
        draw_open(wall, stage, circle.parts[static_cast<std::size_t>(circle.lit)].name, circle.text(circle.lit));
    else
        draw_words(wall, stage, {}, scene.title, {});
}

}  // namespace

void draw_circle(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& circle) {
    const int count = static_cast<int>(circle.parts.size());
    if (count < 2) return;
    const RoundStage stage = round_stage(wall);
    const Ring ring = ring_of(wall, stage, circle);
    draw_way(wall, ring, count);
    for (int i = 0; i < count; ++i) draw_field(wall, ring, circle, i);
    draw_beside(wall, stage, scene, circle, ring.named);
}

}  // namespace ui
