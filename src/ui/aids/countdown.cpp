#include <algorithm>
#include <string>

#include "ui/aids/aid_scene.h"
#include "ui/clock_text.h"

namespace ui {
namespace {

using words::Key;

constexpr float steps_room = 120;

/// The phases as a row of steps: done, on, to come. Their names stand above when all have room, else only the next
/// one's.
void draw_steps(WallCanvas& wall, const session::Countdown& countdown, const session::Countdown::View& view) {
    const Palette& p = wall.palette();
    const auto count = countdown.phases.size();
    constexpr float gap = 14;
    constexpr float bar_y = 600;
    constexpr float bar = 12;
    constexpr float names_y = 582;
    const float x = wall.margin();
    const float width = (wall.width() - 2 * x - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    const auto on = static_cast<std::size_t>(view.phase);
    const auto font_of = [&](std::size_t i) {
        return book::Font{i == on && !view.finished ? book::Face::semibold : book::Face::regular, wall_type::label};
    };
    bool room = true;
    for (std::size_t i = 0; i < count; ++i)
        room = room && wall.advance({book::Face::semibold, wall_type::label}, countdown.phases[i].name) <= width;

    for (std::size_t i = 0; i < count; ++i) {
        const float left = x + (width + gap) * static_cast<float>(i);
        const float share = view.finished || i < on ? 1.0f : i == on ? view.share : 0.0f;
        wall.fill({left, bar_y, width, bar}, p.primary_soft, bar / 2);
        if (share > 0) wall.fill({left, bar_y, std::max(bar, width * share), bar}, p.primary, bar / 2);
        if (room)
            wall.text(font_of(i), left, names_y, i == on && !view.finished ? p.ink : p.muted, countdown.phases[i].name);
    }
    if (!room && !view.finished && on + 1 < count) {
        wall.text({book::Face::regular, wall_type::label}, x, names_y, p.muted,
                  wall.words()(Key::wall_next_phase, {{"name", countdown.phases[on + 1].name}}));
    }
}

}  // namespace

void draw_countdown(WallCanvas& wall, const app::AidScene& scene, const session::Countdown& countdown) {
    const Palette& p = wall.palette();
    const session::Countdown::View view = countdown.view(wall.now());
    const bool steps = countdown.phases.size() > 1;
    const RoundStage stage = round_stage(wall, steps ? steps_room : 0);

    constexpr float thickness = 26;
    const float middle = stage.radius - thickness / 2;
    wall.ring(stage.x, stage.y, middle, thickness, p.primary_soft);
    // It empties clockwise from the top.
    if (!view.finished) wall.arc(stage.x, stage.y, middle, thickness, view.share, 1, p.primary);

    const std::string clock = clock_text(view.left);
    const float inner = 2 * (stage.radius - thickness) - 56;
    book::Font font{book::Face::bold, 128};
    font.size = std::min(font.size, font.size * inner / wall.digits_width(font, clock));
    const bool standing = !countdown.clock.running() && !view.finished;
    wall.digits(font, stage.x, stage.y + font.size * 0.36f, standing || view.finished ? p.muted : p.ink, clock, 0.5f);
    if (standing) wall.pause_sign(stage.x, stage.y + font.size * 0.36f + 56, 34, p.muted);

    const auto name =
        countdown.phases.empty() ? std::string() : countdown.phases[static_cast<std::size_t>(view.phase)].name;
    if (view.finished)
        draw_words(wall, stage, scene.title, wall.words()[Key::wall_time_is_up], {});
    else if (name.empty())
        draw_words(wall, stage, {}, scene.title, {});
    else
        draw_words(wall, stage, scene.title, name, {});
    if (steps) draw_steps(wall, countdown, view);
}

}  // namespace ui
