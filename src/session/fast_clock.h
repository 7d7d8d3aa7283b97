// session/fast_clock.h: the clock of a rehearsal, which may go faster than the world's.
// Tests: tests/session/fast_clock_test.cpp
#pragma once

#include <algorithm>

#include "base/time.h"

namespace session {

inline constexpr int most_speed = 60;

struct FastClock {
    base::Instant real{};   ///< when it was last set
    base::Instant shown{};  ///< and what it showed then
    int speed = 1;

    base::Instant at(base::Instant now) const { return shown + std::max(base::Milliseconds{0}, now - real) * speed; }
    /// From the moment on when it shows `now` it goes `times` as fast, without a jump.
    void set_speed(int times, base::Instant now) {
        real += (now - shown) / speed;
        shown = now;
        speed = std::clamp(times, 1, most_speed);
    }
    bool operator==(const FastClock&) const = default;
};

}  // namespace session
