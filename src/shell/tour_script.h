// shell/tour_script.h: what the tour plays: a whole course, from the first look to the last meeting.
// Used by: tour.cpp.                                                           Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include "shell/tour_stage.h"

namespace shell {

void play(Stage& stage);

// Its acts, in order.
void play_reading(Stage& stage);
void play_planning(Stage& stage);
void play_first_meeting(Stage& stage);
void play_feedback(Stage& stage);
void play_the_rest(Stage& stage);
void play_settings(Stage& stage);

}  // namespace shell
