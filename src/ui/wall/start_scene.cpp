#include <string>

#include "ui/wall/scenes.h"

namespace ui {

void draw_start_scene(WallCanvas& wall, const app::StartScene& scene) {
    const Stage stage = stage_of(wall, scene.picture);
    draw_picture(wall, stage, scene.picture);
    const book::Rect& box = stage.text;
    const std::string when = wall.words()(words::Key::wall_starts_at, {{"time", base::to_text(scene.begins)}});
    const LineStyle heading{.sizes = heading_sizes, .most_lines = 3, .strong = true};
    const LineStyle line{.sizes = line_sizes, .colour = wall.palette().primary};
    constexpr float between = 28;
    const float height =
        line_height(wall, scene.title, box.width, heading) + between + line_height(wall, when, box.width, line);
    float y = box.y + (box.height - height) / 2;
    y += draw_line(wall, scene.title, box.x, y, box.width, heading) + between;
    draw_line(wall, when, box.x, y, box.width, line);
}

}  // namespace ui
