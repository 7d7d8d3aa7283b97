// ui/views/courses_state.h: what the courses view remembers between frames.
#pragma once

namespace ui {

struct CoursesState {};

}  // namespace ui
