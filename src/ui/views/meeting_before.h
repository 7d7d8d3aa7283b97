// ui/views/meeting_before.h: the page on which a meeting is prepared, and the choice of another exercise. What is shown
// is gathered once for each state of the model, never in a frame. Only for meeting*.cpp.
//                                                                        Tests: tests/ui/meeting_before_test.cpp
#pragma once

#include <string>
#include <vector>

#include "app/model.h"
#include "session/preparation.h"
#include "ui/context.h"

namespace ui {

/// One row of the plan, ready to be drawn.
struct BeforeRow {
    session::PlannedStep planned;
    session::Step step;      ///< as it is going to be run
    session::Step standard;  ///< as the handbook has it; empty title for an own step
    bool own = false;
    bool moved = false;
    base::TimeOfDay begins;
    int late = 0;  ///< minutes after its fixed time; negative: before it
};

/// What was found out about the meeting before this one.
struct LastTime {
    int meeting = 0;  ///< 0: there was none before
    bool held = false;
    std::string line;
    std::string came;
    std::string time;
    std::string temperature;
    std::vector<book::Block> homework;
    std::uint64_t homework_revision = 0;
};

/// The dialog in which another exercise is chosen.
struct ExerciseChooser {
    bool open = false;
    bool fresh = false;  ///< just opened: the field takes the keyboard
    int step = 0;        ///< row of the plan, or step of the running meeting
    std::string query;
    std::string known;  ///< what the rows below were found for
    std::uint64_t known_of = ~0ull;
    std::vector<const book::Document*> reserve, others;  ///< of the handbook that the model holds
};

/// The dialog in which a step is changed.
struct StepEditor {
    bool open = false;
    bool fresh = false;
    int row = -1;  ///< −1: a new step
    std::string title, minutes, clock, note;
    book::Leader leader = book::Leader::none;
    bool title_fault = false, minutes_fault = false, clock_fault = false;
};

struct MeetingBefore {
    int meeting = 0;
    std::uint64_t revision = ~0ull;  ///< of the model that all below was gathered from
    bool can_change = false;
    bool begun = false;
    bool changed = false;
    int minutes = 0;  ///< the meeting's length
    int planned = 0;  ///< sum of the steps
    session::CoursePlan plan;
    std::vector<BeforeRow> rows;
    session::Preparation needs;
    std::vector<bool> ready;  ///< by line of needs.equipment
    LastTime last;

    std::string chosen;  ///< row_name of the row whose actions are shown
    std::string follow;  ///< the row that is to be scrolled into view, after it was moved
    std::string focus;   ///< the line that is to have the keyboard's focus

    ExerciseChooser chooser;
    StepEditor editor;
    std::vector<std::string> reserve;  ///< of the running meeting
    std::string reserve_of;            ///< its document
    std::uint64_t reserve_revision = 0;
};

MeetingBefore& before_of(Context& context);
/// Gathers anew when the model has changed.
void refresh_before(const app::Model& model, Context& context);
/// The whole page.
void draw_before(const app::Model& model, Context& context);
/// The plan with what can be done to it; `width` pixels.
void draw_before_plan(const app::Model& model, Context& context, float width);
void draw_before_dialogs(const app::Model& model, Context& context);

/// To be called after a line of a list: up and down lead to the lines `above` and `below` it, where ImGui would choose
/// among everything that is as high up on the page. Empty: the list ends.
void list_arrows(Context& context, const std::string& name, const std::string& above, const std::string& below);

/// Stays the same when the step is moved or changed.
std::string row_name(const MeetingBefore& before, int row);
/// Says the plan with one row changed.
void change_row(Context& context, int row, const session::PlannedStep& step);
void move_row(Context& context, int row, int by);
void change_minutes(Context& context, int row, int by);
/// An own step is taken away, one of the handbook's is skipped or taken in again.
void skip_row(Context& context, int row);
void open_editor(const app::Model& model, Context& context, int row);
void open_chooser(Context& context, int step);
bool can_swap(const session::Step& step);

/// The exercise that was chosen now, or null; closes itself. `steps` are those that it may be for.
const book::Document* draw_chooser(const app::Model& model, Context& context, const std::vector<int>& steps,
                                   const std::vector<session::Step>& plan, const std::vector<std::string>& reserve);
/// "Bytt øvelse" in the running meeting.
void draw_running_chooser(const app::Model& model, Context& context);

}  // namespace ui
