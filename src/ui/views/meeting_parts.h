// ui/views/meeting_parts.h: the parts of the meeting view. Only for meeting*.cpp.
#pragma once

#include <string>

#include "app/model.h"
#include "ui/context.h"

namespace ui {

/// The plan as a list with times; the step that is on stands out. Fills the height, scrolls by itself.
void draw_steps(const app::Model& model, Context& context, float width, float height, bool numbered = false);
/// The whole plan over everything: a step is chosen by pressing it, or by its number and Enter.
void draw_overview(const app::Model& model, Context& context);
/// The step that is on: title, clock, notes.
void draw_step_now(const app::Model& model, Context& context, float width, float height);
/// "Neste" and what else is pressed during a meeting.
void draw_meeting_bar(const app::Model& model, Context& context, float width);
float meeting_bar_height(const app::Model& model, const Context& context, float width);
/// The wall: thumbnail, covers, what comes next; the aid's controls; attendance.
void draw_side(const app::Model& model, Context& context, float width);
/// Each participant as a circle that is pressed to mark who came.
void draw_attendance_marks(const app::Model& model, Context& context, float width);
/// How fast the clock of a rehearsal goes.
void draw_rehearsal_speed(const app::Model& model, Context& context, float width);
/// After the end: what is kept, planned and used, and the way on.
void draw_summary(const app::Model& model, Context& context, float width);
/// No meeting is on: which one to start or rehearse.
void draw_choice(const app::Model& model, Context& context);
void draw_meeting_dialogs(const app::Model& model, Context& context);

/// What a cue is called where "Neste" says it.
std::string cue_title(const app::Model& model, const session::Step& step, const session::Cue& cue);
/// "Slutt ca. 12.37 (7 min over)".
std::string ends_text(const app::Model& model, const session::Timing& timing);

}  // namespace ui
