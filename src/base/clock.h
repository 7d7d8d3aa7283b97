// base/clock.h: the one place that asks the machine what time it is. Called by `shell` only.
#pragma once

#include "base/time.h"

namespace base {

Instant now();
/// How far east of UTC the machine's zone is at `at`, summer time included.
Minutes zone_east(Instant at);

}  // namespace base
