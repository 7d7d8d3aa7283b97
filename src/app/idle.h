// app/idle.h: when the picture has to be drawn again without anyone touching anything, and which time it shows then.
// Rule: nothing moves → no wake-up at all; a clock → once a second; a breathing pacer → 60 a second, and only then.
//                                                                                    Tests: tests/app/idle_test.cpp
#pragma once

#include <optional>

#include "app/model.h"

namespace app {

struct Wake {
    std::optional<base::Milliseconds> leaders;  ///< until the leaders' window must be drawn; none = not by itself
    std::optional<base::Milliseconds> wall;
};

/// What the clocks show at `now`: in a rehearsal they may go faster than the world's.
base::Instant shown_time(const Model& model, base::Instant now);

/// `now` is exact; the waits end just after the next whole second of the clock they are for.
Wake next_wake(const Model& model, base::Instant now);

}  // namespace app
