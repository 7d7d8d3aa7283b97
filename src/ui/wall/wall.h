// ui/wall/wall.h: the wall's picture: a scene of the audience view, drawn into a rectangle of any size.
// Rule: drawn from the audience view alone; the projector (draw_wall in windows.h) and the leaders' thumbnail are this
// one function. Drawing only: no ImGui items, nothing outside the rectangle.              Tests: tests/ui/wall_test.cpp
#pragma once

#include "app/audience_view.h"
#include "ui/context.h"

namespace ui {

/// Needs a frame of the context's window, for its fonts. `cleared`: the rectangle has the ground's colour already (the
/// projector's window is cleared to it), and filling it again would double what a picture costs.
void draw_wall_scene(const app::AudienceView& view, Context& context, ImDrawList& list, ImVec2 min, ImVec2 max,
                     bool cleared = false);

}  // namespace ui
