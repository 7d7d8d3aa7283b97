// ui/aids/aid_controls.h: the leaders' controls of each aid, inside the card that aid_panel.cpp draws.
// Rule: what is pressed here changes the aid and never the plan. Each has a file of its own, ‹aid›_controls.cpp.
// Tests: tests/ui/aid_panel_test.cpp
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace ui {

/// Between the parts of a card.
inline constexpr float aid_air = 16;

void draw_controls(const app::Model& model, Context& context, const session::BodyScan& scan, float width);
void draw_controls(const app::Model& model, Context& context, const session::GroupDivider& divider, float width);
void draw_controls(const app::Model& model, Context& context, const session::Board& board, float width);
void draw_controls(const app::Model& model, Context& context, const session::WordCards& cards, float width);
void draw_controls(const app::Model& model, Context& context, const session::Reveal& reveal, float width);
void draw_controls(const app::Model& model, Context& context, const session::Values& values, float width);
void draw_controls(const app::Model& model, Context& context, const session::Network& network, float width);
void draw_controls(const app::Model& model, Context& context, const session::WeekGrid& week, float width);

/// Start, pause or go on: one button, one key.
void draw_clock_toggle(const app::Model& model, Context& context, bool running, bool begun, bool main);
/// The button of the next part, with its key; `label` says what comes.
void draw_forward(Context& context, std::string_view label, bool disabled = false);
/// "Ta vare på tallene": the hands are kept with the meeting, with the question as it stands on the wall.
void draw_keep_counts(const app::Model& model, Context& context, const session::Scale& scale, float width);
/// The same for hands at each point of a checklist, with the aid's title.
void draw_keep_counts(const app::Model& model, Context& context, const session::Reveal& list, float width);
/// Back, take back and begin again, small and quiet, at the end of the card.
void draw_aid_history(const app::Model& model, Context& context, bool back);

}  // namespace ui
