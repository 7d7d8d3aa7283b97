// session/course_plan.h: what a course has changed in the handbook's plan of a meeting.
// Rule: the handbook's steps are named by their headings, not by their number, so that the changes survive a new edition;
// a step that the handbook no longer has is left out, and one that is new stands where the handbook has it.
// Used by: app/update_plan, ui's preparation, store.                          Tests: tests/session/course_plan_test.cpp
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "session/plan.h"

namespace session {

/// One step as the course wants it. What is empty is as the handbook has it.
struct PlannedStep {
    std::string standard;                ///< Step::key of the handbook's step; empty: the course's own step
    std::string exercise;                ///< path of the exercise that is done (instead)
    std::string title;                   ///< of an own step
    std::string note;                    ///< for the leaders, never for the wall
    std::optional<int> minutes;          ///< 1–240
    std::optional<book::Leader> leader;  ///< who leads it
    std::optional<base::TimeOfDay> at;   ///< fixed by the clock
    bool skipped = false;                ///< left out in this course
    bool operator==(const PlannedStep&) const = default;
};
/// All steps of a meeting in order; empty = the handbook's own plan.
using CoursePlan = std::vector<PlannedStep>;

inline constexpr int most_step_minutes = 240;
inline constexpr std::size_t most_planned_steps = 60;
inline constexpr std::size_t longest_step_text = 500;  ///< bytes, of a title and of a note

/// Every step of the handbook's plan, unchanged: what the first change begins with.
CoursePlan as_course_plan(const Plan& standard);
/// The changes as they fit the handbook's plan of today: each of its steps once, each in its place.
CoursePlan fitted(const Plan& standard, const CoursePlan& changes);
/// True when the changes make no difference.
bool is_standard(const Plan& standard, const CoursePlan& changes);
/// The plan that is run: without what is skipped. `standard` itself when there are no changes.
Plan changed(const Plan& standard, const CoursePlan& changes, const book::Handbook& handbook);
/// One step as it is run, skipped or not.
Step changed_step(const Plan& standard, const PlannedStep& step, const book::Handbook& handbook);
/// A text, leader, time or number of minutes that no edition of this program writes.
bool storable(const PlannedStep& step);

}  // namespace session
