// tests/session/sample_plan.h: a plan and clock times that are easy to count with.
#pragma once

#include <vector>

#include "session/machine.h"

namespace sample {

using base::Instant;
using base::Milliseconds;
using base::Minutes;
using base::Seconds;

/// 21 November 2026, 10.00 UTC, and `minutes` and `seconds` after it.
inline Instant at(int minutes, int seconds = 0) {
    return base::from_milliseconds(1795255200000) + Minutes{minutes} + Seconds{seconds};
}

/// Four steps, 10 + 20 + 15 + 5 = 50 minutes, with 3, 1, 1 and 2 cues.
inline session::Plan plan() {
    session::Plan plan{.meeting = 1, .title = "Trygg start", .document = "del-1/samlinger/samling-1.md"};
    const auto add = [&](const char* title, int minutes, std::vector<session::Cue> cues) {
        session::Step step{.title = title, .minutes = minutes};
        step.cues = std::move(cues);
        plan.steps.push_back(std::move(step));
        plan.minutes += minutes;
    };
    add("Velkommen", 10,
        {session::SlideCue{"lysbilder.md", 0, 0}, session::SlideCue{"lysbilder.md", 1, 0},
         session::SlideCue{"lysbilder.md", 1, 1}});
    add("Pause", 20, {session::BreakCue{}});
    add("Noe som hjalp", 15, {session::TitleCue{}});
    add("Temperatur", 5, {session::ExerciseCue{"temperatur.md", 0}, session::AidCue{"temperatur.md"}});
    return plan;
}

}  // namespace sample
