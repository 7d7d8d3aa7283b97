// ui/views/courses.h: the courses: making one, attendance, feedback and dates; and the kiosk that participants answer
// in. Rule: of feedback only course::result is shown, and nothing at all while a round is open, except what the leaders
// themselves have typed.                              Tests: tests/ui/courses_test.cpp, tests/ui/kiosk_test.cpp
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace ui {

/// The place "Kurs", in the whole content region of the current window.
void draw_courses(const app::Model& model, Context& context);
/// The kiosk, in the whole of the current window: no rail, no way to anything else.
void draw_kiosk(const app::Model& model, Context& context);

}  // namespace ui
