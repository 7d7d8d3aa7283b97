// session/elapsed.h: the time between two moments, however odd they are.
// Rule: a clock that runs backwards gives no time, and no pair of moments overflows: a stored log may hold anything.
// Used by: machine, timing, aids.
// Tests: tests/session/machine_test.cpp
#pragma once

#include <algorithm>

#include "base/time.h"

namespace session {

/// The same moment, held within 1970–9999.
inline base::Instant sane(base::Instant at) {
    return std::clamp(at, base::Instant{}, base::Instant{base::Milliseconds{253402300799999}});
}

inline base::Milliseconds elapsed(base::Instant from, base::Instant to) {
    return std::max(base::Milliseconds{0}, sane(to) - sane(from));
}

}  // namespace session
