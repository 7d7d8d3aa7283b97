// session/preparation.h: what a meeting needs before people come: its goal, what to bring, what to print.
// Rule: everything is the handbook's own words; only numbers are reckoned, where the text says "× antall" or "fem til
// hver". Nothing is guessed: a line without such words keeps its words and gets no number.
// Used by: ui's preparation.                                              Tests: tests/session/preparation_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "session/course_plan.h"

namespace session {

/// One line of the checklist.
struct Equipment {
    std::string text;        ///< reckoned
    std::uint64_t task = 0;  ///< names it within the meeting's document (book::task_of)
    bool unneeded = false;   ///< only for an exercise that this course leaves out
};

/// A sheet to print.
struct Sheet {
    std::string title;
    std::string document;  ///< path
    std::string anchor;    ///< of the sheet within it; may be empty
    int copies = 0;        ///< 0: the handbook gives no number
    std::string remark;    ///< what the handbook says instead of a number
};

struct Preparation {
    std::string goal;
    std::vector<Equipment> equipment;
    bool reckoned = false;  ///< some line depends on the number of people
    std::vector<Sheet> sheets;
    std::vector<std::string> reserve;  ///< paths of the exercises that lie ready
};

/// `plan` is the course's, `standard` the handbook's; `people` 0: nothing is reckoned.
Preparation prepare(const book::Handbook& handbook, const Plan& standard, const Plan& plan, int people);

/// "Stegkort × antall" → "Stegkort × 11"; "fem til hver" → "fem til hver (55)". "Til hver gruppe" is left alone.
std::string reckoned(std::string_view text, int people);
/// How many a line asks for, of the first thing it names; 0 when it does not say.
int copies_of(std::string_view text, int people);

/// For each step of a fitted plan: does it stand elsewhere than the handbook has it? As few as can be are said to.
std::vector<bool> moved_steps(const Plan& standard, const CoursePlan& fitted);

}  // namespace session
