#include <algorithm>

#include "session/elapsed.h"
#include "session/machine.h"

namespace session {
namespace {

std::size_t step_count(const State& state, const Plan& plan) {
    return std::min({plan.steps.size(), state.used.size(), state.minutes.size(), state.began.size()});
}

Milliseconds length(const State& state, std::size_t step) {
    return base::Minutes{state.minutes[step]};
}

Milliseconds used_at(const State& state, std::size_t step, Instant now) {
    const bool counting = state.phase == Phase::running && step == static_cast<std::size_t>(state.step);
    return state.used[step] + (counting ? elapsed(state.clock_since, now) : Milliseconds{0});
}

Milliseconds rest(const State& state, std::size_t step, Instant now) {
    if (step < state.skipped.size() && state.skipped[step]) return Milliseconds{0};
    return std::max(Milliseconds{0}, length(state, step) - used_at(state, step, now));
}

base::Minutes whole_minutes(Milliseconds span) {
    return std::chrono::floor<base::Minutes>(span + base::Seconds{30});
}

}  // namespace

Timing timing(const State& state, const Plan& plan, Instant now) {
    now = sane(now);
    const std::size_t count = step_count(state, plan);
    const auto here = static_cast<std::size_t>(std::max(0, state.step));
    const Instant today = state.phase == Phase::ended ? state.ended : now;

    Timing timing{.step_began = now, .ends = today};
    if (here < count) {
        timing.step_used = used_at(state, here, now);
        timing.step_planned = length(state, here);
        timing.step_left = timing.step_planned - timing.step_used;
        timing.step_began = state.began[here].value_or(now);
    }
    if (state.phase != Phase::ended) {
        for (std::size_t i = here; i < count; ++i) timing.ends += rest(state, i, now);
    }
    if (state.phase == Phase::ready) {
        timing.should_end = timing.ends;
        return timing;
    }
    timing.meeting_used = elapsed(state.started, today);
    timing.should_end = state.scheduled_start;
    for (const Step& step : plan.steps) timing.should_end += base::Minutes{step.minutes};
    timing.over = whole_minutes(timing.ends - timing.should_end);
    return timing;
}

std::vector<Instant> step_starts(const State& state, const Plan& plan, Instant now) {
    now = sane(now);
    const std::size_t count = step_count(state, plan);
    std::vector<Instant> starts(plan.steps.size(), state.phase == Phase::ended ? state.ended : now);
    if (count == 0) return starts;
    const std::size_t here = std::min(static_cast<std::size_t>(std::max(0, state.step)), count - 1);

    starts[here] = state.began[here].value_or(now);
    // A step that was passed over took no time: it stands at the beginning of the one that came instead.
    for (std::size_t i = here; i-- > 0;) starts[i] = state.began[i].value_or(starts[i + 1]);
    if (state.phase == Phase::ended) {
        for (std::size_t i = here + 1; i < count; ++i) starts[i] = state.began[i].value_or(state.ended);
        return starts;
    }
    Instant begins = now + rest(state, here, now);
    for (std::size_t i = here + 1; i < count; ++i) {
        starts[i] = begins;
        begins += rest(state, i, now);
    }
    return starts;
}

}  // namespace session
