// ui/alert_sign.h: the sign of an alert on the page and on the wall. Each has a shape of its own, because colour alone
// must not carry the meaning: a ring with an i, a bulb, a speech bubble, a triangle and an octagon.
// Used by: page.cpp, wall/wall_canvas.cpp.
#pragma once

#include <imgui.h>

#include "book/layout.h"

namespace ui {

/// `tone`: the bar's (note_bar, tip_bar …), which says what alert it is. `size` in pixels, square.
void alert_sign(ImDrawList& list, book::Tone tone, ImVec2 min, float size, ImU32 colour);

}  // namespace ui
