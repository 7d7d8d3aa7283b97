// tests/bench/aids.h: what a frame of each aid costs on the wall, and what a clock costs while nothing else happens.
#pragma once

#include "support/x_display.h"

namespace bench {

/// Prints the section "aids": every aid of the toolbox and of the exercises, one of a kind, moving. Needs a display.
void aids();
/// Prints the section "clocks": processor time of the whole program while only time passes. Needs a display.
void clocks(const support::XDisplay& display);

}  // namespace bench
