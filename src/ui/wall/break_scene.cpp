#include <algorithm>
#include <string>

#include "ui/clock_text.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using words::Key;

/// A bead for each minute left. They go one by one, so that the wall stands still in between.
void draw_beads(WallCanvas& wall, int minutes, float x, float y, float width) {
    constexpr float most_pitch = 34;
    constexpr int most = 60;
    if (minutes > most) return;
    const float pitch = std::min(most_pitch, width / static_cast<float>(minutes));
    const float bead = std::min(10.0f, pitch * 0.32f);
    for (int i = 0; i < minutes; ++i)
        wall.disc(x + bead + pitch * static_cast<float>(i), y, bead,
                  i == 0 ? wall.palette().amber : wall.palette().primary);
}

}  // namespace

void draw_break_scene(WallCanvas& wall, const app::BreakScene& scene) {
    const Palette& p = wall.palette();
    const Stage stage = stage_of(wall, scene.picture);
    draw_picture(wall, stage, scene.picture);
    const book::Rect& box = stage.text;
    const std::string title = scene.title.empty() ? wall.words()[Key::wall_break] : scene.title;
    const int minutes = minutes_left(scene.paused ? scene.left : scene.ends - wall.now());
    const LineStyle heading{.sizes = heading_sizes, .most_lines = 2, .strong = true};
    const float title_height = line_height(wall, title, box.width, heading);

    if (minutes == 0) {
        const LineStyle now{.sizes = line_sizes, .colour = p.primary};
        const float below = line_height(wall, wall.words()[Key::wall_starts_now], box.width, now);
        float y = box.y + (box.height - title_height - 24 - below) / 2;
        y += draw_line(wall, title, box.x, y, box.width, heading) + 24;
        draw_line(wall, wall.words()[Key::wall_starts_now], box.x, y, box.width, now);
        return;
    }
    const book::Font large{book::Face::bold, 168};
    const std::string number = std::to_string(minutes);
    const std::string when = wall.words()(Key::wall_starts_at, {{"time", base::to_text(scene.until)}});
    const LineStyle line{.sizes = line_sizes};
    const float when_height = line_height(wall, when, box.width, line);
    constexpr float number_room = 214;
    constexpr float beads_room = 68;
    float y = box.y + std::max(0.0f, (box.height - title_height - number_room - when_height - beads_room) / 2);
    y += draw_line(wall, title, box.x, y, box.width, heading);
    const float baseline = y + number_room - 38;
    wall.text(large, box.x - 8, baseline, p.ink,
              number);  // large digits have air on their left: the edge is to line up
    const float after = box.x - 8 + wall.advance(large, number) + 26;
    draw_line(wall, wall.words()[minutes == 1 ? Key::wall_minute_left : Key::wall_minutes_left], after, baseline - 44,
              std::max(10.0f, box.right() - after), {.sizes = line_sizes, .most_lines = 1, .colour = p.muted});
    y += number_room;
    y += draw_line(wall, when, box.x, y, box.width, line);
    draw_beads(wall, minutes, box.x, y + 44, box.width);
}

}  // namespace ui
