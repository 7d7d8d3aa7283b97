// ui/views/courses_parts.h: the parts of the courses view, and the few pieces of layout that they share. Only for
// courses.cpp, course_form.cpp, course_about.cpp, attendance*.cpp, feedback*.cpp and kiosk.cpp.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "app/model.h"
#include "ui/context.h"
#include "ui/kit.h"
#include "ui/views/courses_state.h"

namespace ui {

// --- Parts: each draws at the cursor, `width` pixels wide ------------------------------------------------------------
void open_course_form(const app::Model& model, Context& context, const course::Course* course);
/// In the whole window, with its own margins and a footer that stays.
void draw_course_form(const app::Model& model, Context& context);
void draw_attendance(const app::Model& model, Context& context, const course::Course& course, float width);
/// Undo, redo and "everyone else is here": drawn to the right of the tabs.
void draw_attendance_buttons(const app::Model& model, Context& context, const course::Course& course, float right);
/// A mark as drawn in the table and in the legend, `design` pixels in radius at 100 %; told apart by fill, ring and
/// sign, not by colour alone.
void draw_mark(Context& context, const words::Catalogue& words, ImDrawList& list, ImVec2 centre, float design,
               std::optional<course::Mark> mark);
/// "til stede" …
words::Key name_of(std::optional<course::Mark> mark);
void draw_feedback(const app::Model& model, Context& context, const course::Course& course, float width);
/// The rows in which the leaders count hands, question by question.
void draw_hand_counts(const app::Model& model, Context& context, const course::FeedbackRound& round,
                      const book::Document& form, float width);
/// 0–10 in a row, each with + and − for the hands on it. True when one was pressed.
bool draw_hand_row(const app::Model& model, Context& context, course::Histogram& counts, float width);
void draw_course_about(const app::Model& model, Context& context, const course::Course& course, float width);

// --- What they share -------------------------------------------------------------------------------------------------
/// Draws `content` with its left edge at `at` and lets it flow and wrap within `width`; the cursor ends below it.
ImVec2 column(ImVec2 at, float width, const std::function<void(float inner)>& content);
/// The margin at the left and right of a page as wide as this.
float page_margin(const Context& context, float width);
/// And above it.
float page_top(const Context& context, float width);
/// A handbook picture within a box, centred, with round corners. False when there is none.
bool picture_in(Context& context, std::string_view name, ImVec2 min, ImVec2 max, float design_radius = radius);
/// Goes to the place from which things that are `width` wide end at `right`, on the last row if they fit, else on a new
/// one.
void to_the_right(Context& context, float width, float right);
/// To be called when all is drawn: where the thing that had the keyboard's focus is gone (a dialog's button, a closed
/// part), Tab begins at the first thing again. ImGui would look for the old one and stay where it is.
void let_go_of_vanished();
/// "a · b · c", without the empty ones.
std::string joined(std::initializer_list<std::string> parts);

base::Date today(const app::Model& model, const Context& context);
/// How many meetings a course has in the handbook that is open; six without one.
int meetings_of(const app::Model& model);
/// The title of a meeting in the handbook; empty without one.
std::string_view meeting_title(const app::Model& model, int meeting);
/// The meeting of today, else the next, else the last one.
int meeting_now(const course::Course& course, base::Date today);
/// The form that is answered after each meeting; null when the handbook has none.
const book::Document* feedback_form(const app::Model& model);
/// The round of a meeting, or null.
const course::FeedbackRound* round_of(const app::Model& model, int meeting);
/// True as long as every count of the round is one that the leaders typed: then showing it gives nothing away.
bool only_hands(const app::Model& model, const CoursesState& state, const course::FeedbackRound& round);
std::string hands_key(std::int64_t course, int meeting, std::string_view question);

}  // namespace ui
