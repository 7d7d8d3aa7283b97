// ui/aids/aid_scene.h: the exercise aids as the room sees them, one function and one file each.
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
void draw_breathing(WallCanvas& wall, const app::AidScene& scene, const session::Breathing& breathing,
                    bool reduced_motion);

void draw_body_scan(WallCanvas& wall, const app::AidScene& scene, const session::BodyScan& scan, bool reduced_motion);
void draw_groups(WallCanvas& wall, const app::AidScene& scene, const session::GroupDivider& divider);
void draw_board(WallCanvas& wall, const app::AidScene& scene, const session::Board& board);
void draw_cards(WallCanvas& wall, const app::AidScene& scene, const session::WordCards& cards);
void draw_form(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& form);
void draw_circle(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& circle);
void draw_ladder(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& ladder);
void draw_mind_map(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& map);
void draw_checklist(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& list);
void draw_wheel(WallCanvas& wall, const app::AidScene& scene, const session::Values& wheel);
void draw_energy(WallCanvas& wall, const app::AidScene& scene, const session::Values& energy);
void draw_bucket(WallCanvas& wall, const app::AidScene& scene, const session::Values& bucket);
void draw_compass(WallCanvas& wall, const app::AidScene& scene, const session::Values& compass);
void draw_network(WallCanvas& wall, const app::AidScene& scene, const session::Network& network);
void draw_week(WallCanvas& wall, const app::AidScene& scene, const session::WeekGrid& week);

/// Words to the left, a round figure to the right.
struct RoundStage {
    book::Rect text;
    float x = 0, y = 0;  ///< the figure's centre
    float radius = 0;
};
/// `below`: height kept free at the bottom.
RoundStage round_stage(const WallCanvas& wall, float below = 0);
/// A small line, a heading and a line under it, centred upon the figure; empty ones take no room.
void draw_words(WallCanvas& wall, const RoundStage& stage, std::string_view over, std::string_view heading,
                std::string_view under);

}  // namespace ui
