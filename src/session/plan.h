// session/plan.h: the plan of one meeting as it is run: steps, and within each the cues that the wall walks through.
// Rule: a plan is a value made from the handbook and the course's own changes (course_plan.h); it never changes while run.
// Used by: machine.h, app.                                                           Tests: tests/session/plan_test.cpp
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "book/handbook.h"
#include "book/plan_table.h"

namespace session {

/// One wall picture of a slide; `page` counts from 0 when its text needs more than one (book::wall_pages).
struct SlideCue {
    std::string document;  ///< path of the presentation
    int slide = 0;
    int page = 0;
    bool operator==(const SlideCue&) const = default;
};
/// One wall picture of an exercise's "På veggen".
struct ExerciseCue {
    std::string document;
    int page = 0;
    bool operator==(const ExerciseCue&) const = default;
};
/// The exercise's aid, ready to be started.
struct AidCue {
    std::string document;
    bool operator==(const AidCue&) const = default;
};
/// The break picture with its countdown.
struct BreakCue {
    bool operator==(const BreakCue&) const = default;
};
/// Only the step's title: for a step that has nothing else to show.
struct TitleCue {
    bool operator==(const TitleCue&) const = default;
};
using Cue = std::variant<TitleCue, SlideCue, ExerciseCue, AidCue, BreakCue>;

struct Step {
    std::string title;
    book::StepType type = book::StepType::info;
    book::Leader leader = book::Leader::none;
    int minutes = 0;
    book::Slack slack = book::Slack::none;
    int shortest = 0;                   ///< minutes, for may_shorten
    std::string exercise;               ///< path of the exercise document; may be empty
    std::string notes_anchor;           ///< section of the session document with the leaders' notes; may be empty
    std::vector<Cue> cues;              ///< never empty
    std::string key;                    ///< names it within its meeting, over editions; empty: the course's own step
    std::string note;                   ///< the leaders' own, never for the wall
    std::optional<base::TimeOfDay> at;  ///< fixed by the clock
};

struct Plan {
    int meeting = 0;  ///< 1–6
    std::string title;
    std::string document;  ///< path of the session document
    std::string picture;   ///< file name in images/
    std::vector<Step> steps;
    int minutes = 0;  ///< planned, the sum of the steps

    bool empty() const { return steps.empty(); }
};

/// What the wall may show of an exercise: its "På veggen" and nothing else. Empty when there is none.
std::vector<book::Block> wall_text(const book::Document& exercise);
/// The wall pictures that the cues count: page n of a SlideCue or an ExerciseCue is element n here.
std::vector<std::vector<book::Block>> pages_of(const book::Slide& slide);
std::vector<std::vector<book::Block>> pages_of(const book::Document& exercise);

/// What is shown of an exercise, in order: its text for the wall, then its aid. May be empty.
std::vector<Cue> exercise_cues(const book::Document& exercise);

/// Another exercise is done in the step: its name, its notes and its wall; who leads, when and how long stay.
void take_exercise(Step& step, const book::Document& exercise);

/// The plan of meeting `number`; empty when the handbook has none. Cues stand in the order of the room: slides as the
/// plan names them, the exercise's wall text, its aid; a break is a break; a step with nothing to show gets its title.
Plan make_plan(const book::Handbook& handbook, int number);

}  // namespace session
