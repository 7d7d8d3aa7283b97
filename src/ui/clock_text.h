// ui/clock_text.h: lengths of time as people read them on a clock.
//                                                                                    Tests: tests/ui/wall_test.cpp
#pragma once

#include <string>

#include "base/time.h"

namespace ui {

/// "14:20"; from an hour on "1:05:00". What is left of a second counts as a whole one, so a clock that shows "0:00" is
/// over. Below zero it is the time gone over, in whole seconds: "−2:05".
std::string clock_text(base::Milliseconds left);
/// Minutes left as a whole number, rounded up; 0 when nothing is left.
int minutes_left(base::Milliseconds left);

}  // namespace ui
