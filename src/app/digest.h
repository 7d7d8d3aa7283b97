// app/digest.h: one number for a whole audience view, so that the wall is drawn again only when something differs.
// Rule: equal views give equal numbers; every field takes part except the number itself and a break's end while it
// stands. Private to the room: audience_view.cpp.
// Tests: tests/app/audience_view_test.cpp
#pragma once

#include <cstdint>

#include "app/audience_view.h"

namespace app {

std::uint64_t digest(const AudienceView& view);

}  // namespace app
