// shell/desk.h: the model with its hands: actions go in, effects are carried out, what came of them goes in again.
// Rule: acting and carrying out are two calls, so that the wall can show its new picture before the disk is waited for.
// Used by: program.cpp, tour.cpp.                                                    Tests: tests/shell/desk_test.cpp
#pragma once

#include <deque>

#include "app/update.h"
#include "shell/effects.h"

namespace shell {

class Desk {
  public:
    Desk(std::filesystem::path folder, Surroundings& surroundings) : runner_(std::move(folder), surroundings) {}

    /// Changes the model now; the effects wait for carry_out().
    void act(const app::Action& action, base::Instant now);
    void act(const app::Actions& actions, base::Instant now);
    /// Until no effect is left.
    void carry_out(base::Instant now);
    bool waiting() const { return !effects_.empty(); }

    const app::Model& model() const { return model_; }
    EffectRunner& runner() { return runner_; }

  private:
    app::Model model_;
    EffectRunner runner_;
    std::deque<app::Effects> effects_;  ///< one batch an action
};

}  // namespace shell
