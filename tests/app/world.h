// tests/app/world.h: a model at a known moment, with a small handbook, a course, and a shell that only remembers.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "app/commands.h"
#include "app/update.h"

namespace app_test {

using namespace app;
using namespace std::chrono_literals;

/// The handbook in tests/app/book. Every private text in it holds the word HEMMELIG.
std::shared_ptr<const book::Handbook> small_book();
inline constexpr const char* marker = "HEMMELIG";

/// Vårkurset: meetings on two Wednesdays at 10.00, nine participants.
course::Course spring_course();

struct World {
    Model model;
    base::Instant now;
    Effects effects;              ///< of the latest `act` or `run`, before they were answered
    std::vector<Effect> written;  ///< what the shell has stored
    bool disk_full = false;
    bool answers = true;  ///< the shell answers writes at once

    /// 11 March 2026, 10.00 in Oslo. `registered`: with an open store that has one course.
    explicit World(bool registered = true);

    /// The action alone; its effects are left in `effects`.
    Effects act(const Action& action);
    /// The action, and all that the shell would answer.
    void run(const Action& action);
    void pass(base::Milliseconds time) { now += time; }
    AudienceView wall();

    const session::State& state() const { return model.run->state; }
    bool says(words::Key key) const;
    template <class T>
    const T* effect() const {
        for (const Effect& each : effects)
            if (const T* found = std::get_if<T>(&each)) return found;
        return nullptr;
    }
    template <class T>
    int count_written() const {
        int count = 0;
        for (const Effect& each : written) count += std::holds_alternative<T>(each);
        return count;
    }
    /// Walks with Next to the step's first cue of the type `Cue`.
    template <class Cue>
    void go_to(int step) {
        run(GoToStep{step});
        for (int i = 0; i < 20 && !at<Cue>(step); ++i) run(Next{});
    }
    template <class Cue>
    bool at(int step) const {
        const auto& steps = model.run->plan.steps;
        return state().step == step &&
               std::holds_alternative<Cue>(
                   steps[static_cast<std::size_t>(step)].cues[static_cast<std::size_t>(state().cue)]);
    }

  private:
    void answer(const Effect& effect);
    std::int64_t next_id_ = 10;
};

/// All text that the view holds, in any field.
std::string all_text(const AudienceView& view);

/// The steps of the fixture's first meeting.
enum Step : int { welcome_step, pairs_step, pause_step, round_step, breath_step, scale_step, goodbye_step };

}  // namespace app_test
