// app/update.h: the one function that changes the model.
// Rule: pure: it reads no clock and touches no file; what must be done in the world comes back as effects, in order.
// Used by: shell (after a frame), the tour, tests.                                   Tests: tests/app/update_*_test.cpp
#pragma once

#include "app/action.h"
#include "app/effect.h"
#include "app/model.h"

namespace app {

Effects update(Model& model, const Action& action, base::Instant now);

/// The key-value form of what is remembered between starts (language, look, text size, place in the handbook …).
std::map<std::string, std::string> to_settings(const Model& model);

}  // namespace app
