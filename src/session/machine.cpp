#include "session/machine.h"

#include <algorithm>
#include <iterator>

#include "session/elapsed.h"

namespace session {
namespace {

constexpr int most_minutes = 24 * 60;
constexpr Milliseconds most_used = std::chrono::hours{24 * 365 * 100};
/// Shorter than this in a step is a look at it, not its beginning.
constexpr Milliseconds peek = std::chrono::minutes{1};
/// A clock that stood longer than this stood over to another day: nobody is late after that.
constexpr Milliseconds another_day = std::chrono::hours{3};

int last_step(const Plan& plan) {
    return static_cast<int>(std::ssize(plan.steps)) - 1;
}

int last_cue(const Plan& plan, int step) {
    if (step < 0 || step > last_step(plan)) return 0;
    return std::max(0, static_cast<int>(std::ssize(plan.steps[static_cast<std::size_t>(step)].cues)) - 1);
}

bool skipped(const State& state, int step) {
    const auto index = static_cast<std::size_t>(step);
    return index < state.skipped.size() && state.skipped[index];
}

/// A state kept from before the handbook changed still points into the plan that is there now.
void fit(State& state, const Plan& plan) {
    const std::size_t count = plan.steps.size();
    state.used.resize(count);
    state.began.resize(count);
    state.skipped.resize(count);
    const std::size_t known = std::min(state.minutes.size(), count);
    state.minutes.resize(count);
    for (std::size_t i = known; i < count; ++i) state.minutes[i] = plan.steps[i].minutes;
    state.step = std::clamp(state.step, 0, std::max(0, last_step(plan)));
    state.cue = std::clamp(state.cue, 0, last_cue(plan, state.step));
}

/// One event put into a state: an overload for each type.
struct Change {
    State& state;
    const Plan& plan;
    Instant at;

    bool on() const { return state.phase == Phase::running || state.phase == Phase::paused; }
    bool has(int step) const { return step >= 0 && step <= last_step(plan); }

    /// Closes the stretch that is running and begins another, so that a clock set back costs one stretch at most.
    void count() {
        if (state.phase == Phase::running) {
            if (has(state.step)) {
                Milliseconds& used = state.used[static_cast<std::size_t>(state.step)];
                used = std::min(most_used, used + elapsed(state.clock_since, at));
            }
            state.clock_since = at;
        }
        if (!state.first_event) state.first_event = at;
    }

    void operator()(const Started& started) {
        if (state.phase != Phase::ready) return;
        state = initial(plan);
        state.phase = Phase::running;
        state.started = state.clock_since = at;
        state.scheduled = started.scheduled.has_value();
        state.scheduled_start = started.scheduled ? sane(*started.scheduled) : at;
        if (has(0)) state.began[0] = at;
    }

    void operator()(const Went& went) {
        if (!on()) return;
        count();
        const int step = std::clamp(went.step, 0, std::max(0, last_step(plan)));
        if (step != state.step) {
            const auto index = static_cast<std::size_t>(step);
            if (!state.began[index] || state.used[index] < peek) state.began[index] = at;
            state.step = step;
            state.skipped[index] = false;
        }
        state.cue = std::clamp(went.cue, 0, last_cue(plan, step));
    }

    void operator()(const Paused&) {
        if (state.phase != Phase::running) return;
        count();
        state.phase = Phase::paused;
    }

    void operator()(const Resumed&) {
        if (state.phase != Phase::paused) return;
        const Milliseconds stood = elapsed(state.clock_since, at);
        count();
        state.phase = Phase::running;
        state.clock_since = at;
        if (stood < another_day) return;
        const Timing today = timing(state, plan, at);
        state.scheduled_start += today.ends - today.should_end;
        state.scheduled = true;
    }

    void operator()(const MinutesAdded& added) {
        if (!on() || plan.empty()) return;
        count();
        const int step = std::clamp(added.step, 0, last_step(plan));
        int& minutes = state.minutes[static_cast<std::size_t>(step)];
        const int change = std::clamp(added.minutes, -most_minutes, most_minutes);
        minutes = std::clamp(std::clamp(minutes, 1, most_minutes) + change, 1, most_minutes);
    }

    void operator()(const Replanned& replanned) {
        if (!on()) return;
        count();
        for (const Replanned::Change& change : replanned.changes) {
            if (!has(change.step) || change.step <= state.step) continue;
            const auto index = static_cast<std::size_t>(change.step);
            state.skipped[index] = change.minutes <= 0;
            if (change.minutes > 0) state.minutes[index] = std::min(change.minutes, most_minutes);
        }
    }

    void operator()(const StartCorrected& corrected) {
        if (state.phase == Phase::ready) return;
        const Instant to = std::min(sane(corrected.to), state.first_event.value_or(at));
        if (!state.first_event) {
            state.clock_since = to;
        } else if (has(0)) {
            const Milliseconds more = elapsed(to, *state.first_event) - elapsed(state.started, *state.first_event);
            state.used[0] = std::clamp(state.used[0] + more, Milliseconds{0}, most_used);
        }
        if (has(0) && state.began[0] == state.started) state.began[0] = to;
        if (!state.scheduled) state.scheduled_start = to;
        state.started = to;
    }

    void operator()(const Swapped& swapped) {
        if (!on() || !has(swapped.step)) return;
        count();
        if (swapped.step == state.step) state.cue = 0;
    }

    void operator()(const Ended&) {
        if (!on()) return;
        count();
        state.phase = Phase::ended;
        state.ended = at;
    }

    void operator()(const Reopened&) {
        if (state.phase != Phase::ended) return;
        count();
        state.phase = Phase::running;
        state.ended = {};
        state.clock_since = at;
    }

    void operator()(const Undone&) {}
};

/// The log without what was undone: indices, so that it costs nothing to keep.
std::vector<std::size_t> standing(const std::vector<LoggedEvent>& log) {
    std::vector<std::size_t> kept;
    std::vector<std::size_t> undoable_now;  // positions in `kept`
    std::vector<bool> gone;
    for (std::size_t i = 0; i < log.size(); ++i) {
        const Event& event = log[i].event;
        if (std::holds_alternative<Undone>(event)) {
            if (undoable_now.empty()) continue;
            gone[undoable_now.back()] = true;
            undoable_now.pop_back();
            continue;
        }
        if (!std::holds_alternative<Started>(event)) undoable_now.push_back(kept.size());
        kept.push_back(i);
        gone.push_back(false);
    }
    std::size_t to = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!gone[i]) kept[to++] = kept[i];
    }
    kept.resize(to);
    return kept;
}

}  // namespace

State initial(const Plan& plan) {
    State state;
    fit(state, plan);
    return state;
}

Plan with_swaps(Plan plan, const std::vector<LoggedEvent>& log, const book::Handbook& handbook) {
    for (const std::size_t i : standing(log)) {
        const auto* swapped = std::get_if<Swapped>(&log[i].event);
        if (swapped == nullptr || swapped->step < 0 || swapped->step > last_step(plan)) continue;
        const book::Document* exercise = handbook.document(swapped->exercise);
        if (exercise == nullptr || exercise->kind != book::Kind::exercise) continue;
        take_exercise(plan.steps[static_cast<std::size_t>(swapped->step)], *exercise);
    }
    return plan;
}

State next(State state, const Plan& plan, const Event& event, Instant at) {
    fit(state, plan);
    std::visit(Change{state, plan, sane(at)}, event);
    return state;
}

State replay(const Plan& plan, const std::vector<LoggedEvent>& log) {
    State state = initial(plan);
    for (const std::size_t i : standing(log)) std::visit(Change{state, plan, sane(log[i].at)}, log[i].event);
    return state;
}

const LoggedEvent* undoable(const std::vector<LoggedEvent>& log) {
    const std::vector<std::size_t> kept = standing(log);
    const auto is_start = [&](std::size_t i) { return std::holds_alternative<Started>(log[i].event); };
    const auto first = std::find_if(kept.begin(), kept.end(), is_start);
    for (auto i = kept.end(); i != first;) {
        if (!is_start(*--i)) return &log[*i];
    }
    return nullptr;
}

std::optional<Went> after(const Plan& plan, const State& state) {
    if (state.phase != Phase::running && state.phase != Phase::paused) return std::nullopt;
    if (state.cue < last_cue(plan, state.step)) return Went{state.step, state.cue + 1};
    for (int step = state.step + 1; step <= last_step(plan); ++step)
        if (!skipped(state, step)) return Went{step, 0};
    return std::nullopt;
}

std::optional<Went> before(const Plan& plan, const State& state) {
    if (state.phase != Phase::running && state.phase != Phase::paused) return std::nullopt;
    if (state.cue > 0) return Went{state.step, state.cue - 1};
    for (int step = std::min(state.step, last_step(plan) + 1) - 1; step >= 0; --step)
        if (!skipped(state, step)) return Went{step, last_cue(plan, step)};
    return std::nullopt;
}

}  // namespace session
