// session/catch_up.h: the rest of a meeting that is late, planned anew so that it ends on time.
// Rule: takes only what the plan itself marks as `kan kortes til N` and `kan utgå`; fixed steps, breaks, the step that is
// on and what has been begun are never touched. Nothing is changed until a leader says yes (Replanned).
// Used by: app/update_meeting, ui's plan. Tests: tests/session/catch_up_test.cpp
#pragma once

#include <vector>

#include "session/machine.h"

namespace session {

struct CatchUp {
    std::vector<Replanned::Change>
        changes;     ///< in the order of the plan; empty: nothing can be gained, or nothing is late
    int gained = 0;  ///< minutes
    Instant ends{};  ///< "slutt ca." if a leader says yes

    bool enough(int late) const { return gained >= late; }
};

/// The least that has to be given up to end on time: as few steps skipped as can be, then as few shortened, then as
/// little cut beyond the need. When all there is to gain is too little, all of it.
CatchUp catch_up(const State& state, const Plan& plan, Instant now);

}  // namespace session
