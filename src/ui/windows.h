// ui/windows.h: the two pictures that the program draws, each with one call a frame.
// Used by: shell.
#pragma once

#include <memory>

#include "app/audience_view.h"
#include "app/commands.h"
#include "app/model.h"
#include "ui/context.h"

namespace ui {

/// Makes and forgets a window's State (incomplete outside ui).
struct StateDeleter {
    void operator()(State* state) const;
};
using StatePointer = std::unique_ptr<State, StateDeleter>;
StatePointer make_state();

/// The leaders' window, whole: rail, place, dialogs, notices; the kiosk while it is on. Call between NewFrame and
/// Render.
void draw_leaders(const app::Model& model, Context& context);
/// The wall, whole. Draws from the audience view alone.
void draw_wall(const app::AudienceView& view, Context& context);

/// Carries out the commands that belong to the window and not to the model (help, find …); others do nothing.
void perform(app::Command command, State& state, const app::Model& model);
/// What was typed and is not written down yet, when the program ends.
app::Actions unsaid(State& state, const app::Model& model);
/// A text field has the keyboard; the focus ring is shown or a dialog is open. As of the latest frame.
bool typing(const State& state);
bool navigating(const State& state);
/// Something in this window that is no dialog is closed or cleared by Esc (a bar, text that is marked), and nothing else
/// should be. As of the latest frame.
bool takes_escape(const State& state, const app::Model& model);
/// How many layouts have been made since the start: an idle frame makes none.
std::uint64_t layouts_made(const State& state);
/// Something in this window moves on its own and wants another frame at once (a scroll that glides, a caret).
bool animating(const State& state);

}  // namespace ui
