// ui/aids/aid_panel.h: the leaders' side of the aids: the controls of the one that is open, and the toolbox.
// Rule: what is pressed here changes the aid and never the plan; keys K (start and pause) and J (next phase, next seat)
// do the same. Called by: the meeting view.
// Tests: tests/ui/aid_panel_test.cpp
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace ui {

/// A card `width` pixels wide at the cursor; nothing when no aid is open.
void draw_aid_panel(const app::Model& model, Context& context, float width);
/// Aids with many things to press stand in the middle column; one with a clock is small enough for the side.
bool wants_width(const session::Aid& aid);
/// The aids that can be opened at any time, over the whole width there is. A heading is the caller's.
void draw_toolbox(const app::Model& model, Context& context);

}  // namespace ui
