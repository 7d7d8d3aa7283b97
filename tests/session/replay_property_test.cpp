// Random logs against a model that is written as naively as possible: no state machine, only lists of what happened.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "sample_plan.h"
#include "session/machine.h"

using namespace session;
using sample::at;

namespace {

const Plan plan = sample::plan();

template <class T>
bool is(const LoggedEvent& logged) {
    return std::holds_alternative<T>(logged.event);
}

/// Strikes out undone events by looking back from the first undo, again and again.
std::vector<LoggedEvent> without_undone(std::vector<LoggedEvent> log) {
    for (;;) {
        const auto undo = std::find_if(log.begin(), log.end(), is<Undone>);
        if (undo == log.end()) return log;
        const auto start = std::find_if(log.begin(), undo, is<Started>);
        auto victim = undo;
        for (auto i = start; i != undo; ++i) {
            if (!is<Started>(*i)) victim = i;
        }
        log.erase(undo);
        if (victim != undo) log.erase(victim);
    }
}

struct Stretch {
    int step;
    Instant from, to;
    bool first;  ///< begins at the start, wherever that is moved to
};

struct Model {
    Phase phase = Phase::ready;
    int step = 0, cue = 0;
    Instant started{}, scheduled{}, ended{};
    std::vector<int> minutes;
    std::vector<Milliseconds> used;
    Milliseconds running{};  ///< in all, counted apart from the steps
};

int within(int value, int count) {
    return value < 0 ? 0 : value >= count ? count - 1 : value;
}

Model model_of(const std::vector<LoggedEvent>& whole_log) {
    Model model;
    const int steps = static_cast<int>(plan.steps.size());
    for (const Step& step : plan.steps) model.minutes.push_back(step.minutes);
    model.used.resize(plan.steps.size());
    const std::vector<LoggedEvent> log = without_undone(whole_log);

    std::vector<Stretch> stretches;
    std::optional<Instant> first_event;
    std::optional<Instant> given;
    Instant last{};
    for (const LoggedEvent& logged : log) {
        const bool runs = model.phase == Phase::running;
        const bool on = runs || model.phase == Phase::paused;
        const Phase old = model.phase;
        const auto* went = std::get_if<Went>(&logged.event);
        const auto* added = std::get_if<MinutesAdded>(&logged.event);
        if (is<Started>(logged) && old == Phase::ready) {
            model.phase = Phase::running;
            model.started = last = logged.at;
            given = std::get<Started>(logged.event).scheduled;
            continue;
        }
        if (const auto* corrected = std::get_if<StartCorrected>(&logged.event)) {
            if (old != Phase::ready) model.started = std::min(corrected->to, first_event ? *first_event : logged.at);
            continue;
        }
        const bool counts = (went && on) || (added && on) || (is<Paused>(logged) && runs) ||
                            (is<Resumed>(logged) && old == Phase::paused) || (is<Ended>(logged) && on) ||
                            (is<Reopened>(logged) && old == Phase::ended);
        if (!counts) continue;
        if (runs) stretches.push_back({model.step, last, logged.at, !first_event});
        if (!first_event) first_event = logged.at;
        last = logged.at;
        if (went) {
            model.step = within(went->step, steps);
            model.cue =
                within(went->cue, static_cast<int>(plan.steps[static_cast<std::size_t>(model.step)].cues.size()));
        }
        if (added) {
            int& minutes = model.minutes[static_cast<std::size_t>(within(added->step, steps))];
            minutes = std::max(1, minutes + added->minutes);
        }
        if (is<Paused>(logged)) model.phase = Phase::paused;
        if (is<Resumed>(logged) || is<Reopened>(logged)) model.phase = Phase::running;
        if (is<Ended>(logged)) model.phase = Phase::ended;
        model.ended = is<Ended>(logged) ? logged.at : Instant{};
    }
    if (model.phase != Phase::ready) model.scheduled = given.value_or(model.started);
    for (const Stretch& stretch : stretches) {
        const Instant from = stretch.first ? model.started : stretch.from;
        if (stretch.to <= from) continue;
        model.used[static_cast<std::size_t>(stretch.step)] += stretch.to - from;
        model.running += stretch.to - from;
    }
    return model;
}

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int between(int least, int most) {
        return least + static_cast<int>(engine_() % static_cast<unsigned>(most - least + 1));
    }

    /// A long meeting, a clock that is sometimes set back, leaders who press everything.
    std::vector<LoggedEvent> log() {
        std::vector<LoggedEvent> events;
        int seconds = 0;
        const int count = between(0, 40);
        if (between(0, 9) > 0)
            events.push_back({at(0), Started{between(0, 1) ? std::optional(at(between(-9, 9))) : std::nullopt}});
        for (int i = 0; i < count; ++i) {
            seconds += between(0, 14) == 0 ? -between(1, 3000) : between(0, 400);
            events.push_back({at(0, seconds), event(seconds)});
        }
        return events;
    }

  private:
    Event event(int seconds) {
        switch (between(0, 15)) {
            case 0: return Started{};
            case 1: return Paused{};
            case 2:
            case 3: return Resumed{};
            case 4: return MinutesAdded{between(-2, 5), between(-12, 12)};
            case 5: return StartCorrected{at(0, seconds + between(-2000, 500))};
            case 6: return between(0, 2) == 0 ? Event{Ended{}} : Event{Paused{}};
            case 7: return Reopened{};
            case 8:
            case 9:
            case 10: return Undone{};
            default: return Went{between(-2, 6), between(-2, 4)};
        }
    }

    std::mt19937 engine_;
};

std::string text_of(const std::vector<LoggedEvent>& log) {
    std::string text;
    for (const LoggedEvent& logged : log)
        text += std::to_string((logged.at - at(0)).count() / 1000) + " s  " + to_text(logged.event) + '\n';
    return text;
}

Milliseconds sum(const std::vector<Milliseconds>& spans) {
    Milliseconds all{};
    for (const Milliseconds span : spans) all += span;
    return all;
}

constexpr unsigned seeds = 3000;

}  // namespace

TEST_CASE("a replayed log is what a naive reading of it says") {
    int ended = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        const std::vector<LoggedEvent> log = Dice(seed).log();
        const State state = replay(plan, log);
        const Model model = model_of(log);
        INFO("seed " << seed << '\n' << text_of(log));
        REQUIRE(state.phase == model.phase);
        REQUIRE(state.step == model.step);
        REQUIRE(state.cue == model.cue);
        REQUIRE(state.started == model.started);
        REQUIRE(state.scheduled_start == model.scheduled);
        REQUIRE(state.ended == model.ended);
        REQUIRE(state.minutes == model.minutes);
        REQUIRE(state.used == model.used);
        REQUIRE(sum(state.used) == model.running);
        ended += state.phase == Phase::ended;
    }
    CHECK(ended > 100);  // else the dice do not try what they should
}

TEST_CASE("a log that grows by one event is the state before it, put through next") {
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        std::vector<LoggedEvent> log = Dice(seed).log();
        if (log.empty() || is<Undone>(log.back())) continue;
        const State whole = replay(plan, log);
        const LoggedEvent last = log.back();
        log.pop_back();
        INFO("seed " << seed << '\n' << text_of(log) << to_text(last.event));
        REQUIRE(next(replay(plan, log), plan, last.event, last.at) == whole);
    }
}

TEST_CASE("undo brings back the state before the event that undoable names") {
    int undone = 0;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        std::vector<LoggedEvent> log = Dice(seed).log();
        INFO("seed " << seed << '\n' << text_of(log));
        const LoggedEvent* victim = undoable(log);
        std::vector<LoggedEvent> expected = log;
        if (victim) {
            expected = without_undone(log);
            const auto same = std::find(expected.rbegin(), expected.rend(), *victim);
            REQUIRE(same != expected.rend());
            REQUIRE(std::all_of(expected.rbegin(), same, is<Started>));
            expected.erase(std::next(same).base());
            ++undone;
        }
        log.push_back({at(900), Undone{}});
        REQUIRE(replay(plan, log) == replay(plan, expected));
    }
    CHECK(undone > 1000);
}

TEST_CASE("an event undone at once has never been") {
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        std::vector<LoggedEvent> log = Dice(seed).log();
        const State before = replay(plan, log);
        if (before.phase == Phase::ready) continue;
        log.push_back({at(900), Went{static_cast<int>(seed % 4), 0}});
        log.push_back({at(901), Undone{}});
        INFO("seed " << seed << '\n' << text_of(log));
        REQUIRE(replay(plan, log) == before);
    }
}

TEST_CASE("a log written as text and read again gives the same meeting") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const std::vector<LoggedEvent> log = Dice(seed).log();
        std::vector<LoggedEvent> read;
        for (const LoggedEvent& logged : log) {
            const auto event = event_from_text(to_text(logged.event));
            REQUIRE(event);
            read.push_back({logged.at, *event});
        }
        REQUIRE(read == log);
        REQUIRE(replay(plan, read) == replay(plan, log));
    }
}

TEST_CASE("whatever was pressed, the clocks that the leaders see hold together") {
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        const std::vector<LoggedEvent> log = Dice(seed).log();
        const State state = replay(plan, log);
        for (const int minute : {-30, 20, 90, 300}) {
            const Instant now = at(minute);
            const Timing seen = timing(state, plan, now);
            INFO("seed " << seed << " at " << minute << '\n' << text_of(log));
            REQUIRE(state.step >= 0);
            REQUIRE(state.step < static_cast<int>(plan.steps.size()));
            REQUIRE(seen.step_left == seen.step_planned - seen.step_used);
            REQUIRE(seen.step_used >= state.used[static_cast<std::size_t>(state.step)]);
            REQUIRE(seen.meeting_used >= Milliseconds{0});
            REQUIRE((state.phase == Phase::ended || seen.ends >= now));
            const std::vector<Instant> starts = step_starts(state, plan, now);
            REQUIRE(starts.size() == plan.steps.size());
            REQUIRE(starts[static_cast<std::size_t>(state.step)] == seen.step_began);
            if (state.phase != Phase::ended) REQUIRE(std::is_sorted(starts.begin() + state.step + 1, starts.end()));
            for (const int minutes : state.minutes) REQUIRE(minutes >= 1);
        }
    }
}
