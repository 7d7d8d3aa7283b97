// ui/aids/aid_scene.h: the exercise aids as the room sees them: countdown, talking round, scale, breathing.
// Rule: nothing flashes, nothing hurries; a seat is a number. The state is session/aids/aid.h, the time is an argument.
// Used by: ui/wall/wall.cpp.                                                          Tests: tests/ui/wall_test.cpp
#pragma once

#include "app/audience_view.h"
#include "ui/wall/wall_canvas.h"

namespace ui {

void draw_aid_scene(WallCanvas& wall, const app::AidScene& scene, bool reduced_motion);

void draw_countdown(WallCanvas& wall, const app::AidScene& scene, const session::Countdown& countdown);
void draw_talking_round(WallCanvas& wall, const app::AidScene& scene, const session::TalkingRound& round);
void draw_scale(WallCanvas& wall, const app::AidScene& scene, const session::Scale& scale);
void draw_breathing(WallCanvas& wall, const app::AidScene& scene, const session::Breathing& breathing, bool reduced_motion);

/// Words to the left, a round figure to the right.
struct RoundStage {
    book::Rect text;
    float x = 0, y = 0;   ///< the figure's centre
    float radius = 0;
};
/// `below`: height kept free at the bottom.
RoundStage round_stage(const WallCanvas& wall, float below = 0);
/// A small line, a heading and a line under it, centred upon the figure; empty ones take no room.
void draw_words(WallCanvas& wall, const RoundStage& stage, std::string_view over, std::string_view heading, std::string_view under);

}  // namespace ui
