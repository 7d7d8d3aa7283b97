#include "ui/aids/aid_scene.h"

#include <algorithm>
#include <variant>

#include "ui/wall/scenes.h"

namespace ui {

void draw_aid_scene(WallCanvas& wall, const app::AidScene& scene, bool reduced_motion) {
    if (const auto* countdown = std::get_if<session::Countdown>(&scene.aid)) draw_countdown(wall, scene, *countdown);
    else if (const auto* round = std::get_if<session::TalkingRound>(&scene.aid)) draw_talking_round(wall, scene, *round);
    else if (const auto* scale = std::get_if<session::Scale>(&scene.aid)) draw_scale(wall, scene, *scale);
    else if (const auto* breathing = std::get_if<session::Breathing>(&scene.aid)) draw_breathing(wall, scene, *breathing, reduced_motion);
}

RoundStage round_stage(const WallCanvas& wall, float below) {
    constexpr float top = 64;
    constexpr float bottom = 656;
    constexpr float gutter = 40;
    constexpr float most_radius = 264;
    const float margin = wall.margin();
    // A narrow wall gives the words the larger half: long Norwegian words must stand whole.
    const float wide = wall.width() / WallCanvas::height();
    const float part = std::clamp(0.51f - (wide - 4.0f / 3) * 0.1f, 0.44f, 0.51f);
    RoundStage stage;
    stage.text = {margin, top, wall.width() * part - margin, bottom - top - below};
    const float left = stage.text.right() + gutter;
    const float right = wall.width() - margin;
    stage.radius = std::min({most_radius, (right - left) / 2, (bottom - top - below) / 2});
    stage.x = (left + right) / 2;
    stage.y = (top + bottom - below) / 2;
    return stage;
}

void draw_words(WallCanvas& wall, const RoundStage& stage, std::string_view over, std::string_view heading, std::string_view under) {
    const Palette& p = wall.palette();
    const float width = stage.text.width;
    const LineStyle small{.sizes = line_sizes, .most_lines = 2, .colour = p.muted};
    const LineStyle large{.sizes = heading_sizes, .most_lines = 3, .strong = true};
    const float gap_over = over.empty() ? 0 : 10.0f;
    const float gap_under = under.empty() ? 0 : 18.0f;
    const float height = line_height(wall, over, width, small) + gap_over + line_height(wall, heading, width, large) + gap_under +
                         line_height(wall, under, width, small);
    float y = std::max(stage.text.y, stage.y - height / 2);
    y += draw_line(wall, over, stage.text.x, y, width, small) + gap_over;
    y += draw_line(wall, heading, stage.text.x, y, width, large) + gap_under;
    draw_line(wall, under, stage.text.x, y, width, small);
}

}  // namespace ui
