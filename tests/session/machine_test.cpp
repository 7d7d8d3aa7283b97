#include "session/machine.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "sample_plan.h"
#include "session/elapsed.h"

using namespace session;
using namespace std::chrono_literals;
using sample::at;

namespace {

const Plan plan = sample::plan();

State run(const std::vector<LoggedEvent>& log) {
    return replay(plan, log);
}

Milliseconds sum(const std::vector<Milliseconds>& spans) {
    Milliseconds all{};
    for (const Milliseconds span : spans) all += span;
    return all;
}

}  // namespace

TEST_CASE("a meeting that nobody has started is ready at its first step, with the plan's minutes") {
    const State state = initial(plan);
    CHECK(state.phase == Phase::ready);
    CHECK(state.step == 0);
    CHECK(state.cue == 0);
    CHECK(state.minutes == std::vector{10, 20, 15, 5});
    CHECK(sum(state.used) == 0ms);
}

TEST_CASE("starting sets the clock of the first step going") {
    const State state = run({{at(0), Started{}}});
    CHECK(state.phase == Phase::running);
    CHECK(state.started == at(0));
    CHECK(state.scheduled_start == at(0));
    CHECK(state.clock_since == at(0));
    CHECK(state.began[0] == at(0));
    CHECK_FALSE(state.began[1]);
}

TEST_CASE("the course's clock time is kept beside the real start") {
    const State state = run({{at(7), Started{at(0)}}});
    CHECK(state.started == at(7));
    CHECK(state.scheduled_start == at(0));
}

TEST_CASE("nothing but a start does anything to a meeting that is ready") {
    const std::vector<Event> events{Went{1, 0}, Paused{},   Resumed{}, MinutesAdded{0, 5}, StartCorrected{at(-5)},
                                    Ended{},    Reopened{}, Undone{}};
    for (const Event& event : events) {
        INFO(to_text(event));
        CHECK(next(initial(plan), plan, event, at(3)) == initial(plan));
    }
}

TEST_CASE("starting again does nothing once a meeting has begun") {
    std::vector<LoggedEvent> log{{at(0), Started{}}};
    CHECK(next(run(log), plan, Started{at(1)}, at(2)) == run(log));
    log.push_back({at(3), Paused{}});
    CHECK(next(run(log), plan, Started{}, at(4)) == run(log));
    log.push_back({at(5), Ended{}});
    CHECK(next(run(log), plan, Started{}, at(6)) == run(log));
}

TEST_CASE("a running meeting can be neither resumed nor reopened") {
    const State state = run({{at(0), Started{}}, {at(5), Went{1, 0}}});
    CHECK(next(state, plan, Resumed{}, at(6)) == state);
    CHECK(next(state, plan, Reopened{}, at(6)) == state);
}

TEST_CASE("a paused meeting can be neither paused again nor reopened") {
    const State state = run({{at(0), Started{}}, {at(5), Paused{}}});
    CHECK(next(state, plan, Paused{}, at(6)) == state);
    CHECK(next(state, plan, Reopened{}, at(6)) == state);
}

TEST_CASE("a meeting that has ended takes only a reopening and a corrected start") {
    const State state = run({{at(0), Started{}}, {at(5), Ended{}}});
    const std::vector<Event> events{Went{1, 0}, Paused{}, Resumed{}, MinutesAdded{0, 5}, Ended{}};
    for (const Event& event : events) {
        INFO(to_text(event));
        CHECK(next(state, plan, event, at(6)) == state);
    }
    CHECK(next(state, plan, Reopened{}, at(6)).phase == Phase::running);
    CHECK(next(state, plan, StartCorrected{at(-2)}, at(6)).started == at(-2));
}

TEST_CASE("each step counts its own time, and going back adds to what it had") {
    const State state = run(
        {{at(0), Started{}}, {at(8), Went{1, 0}}, {at(12), Went{0, 2}}, {at(15), Went{1, 0}}, {at(16), Went{3, 1}}});
    CHECK(state.used == std::vector<Milliseconds>{11min, 5min, 0min, 0min});
    CHECK(state.step == 3);
    CHECK(state.cue == 1);
}

TEST_CASE("going to another cue of the same step lets its clock go on") {
    const State state = run({{at(0), Started{}}, {at(2), Went{0, 1}}, {at(5), Went{0, 2}}});
    CHECK(timing(state, plan, at(7)).step_used == 7min);
    CHECK(state.began[0] == at(0));
    CHECK(state.cue == 2);
}

TEST_CASE("a pause in the middle of a step counts for nobody") {
    std::vector<LoggedEvent> log{{at(0), Started{}}, {at(4), Paused{}}};
    CHECK(run(log).phase == Phase::paused);
    CHECK(timing(run(log), plan, at(30)).step_used == 4min);
    log.push_back({at(30), Resumed{}});
    CHECK(run(log).phase == Phase::running);
    log.push_back({at(33), Went{1, 0}});
    CHECK(run(log).used[0] == 7min);
}

TEST_CASE("the leaders can go to another step while the clock is paused, and it counts from when it goes again") {
    const State state =
        run({{at(0), Started{}}, {at(4), Paused{}}, {at(10), Went{2, 0}}, {at(12), Resumed{}}, {at(15), Ended{}}});
    CHECK(state.used == std::vector<Milliseconds>{4min, 0min, 3min, 0min});
    CHECK(state.began[2] == at(10));
}

TEST_CASE("ending while paused adds no time, and reopening goes on running") {
    std::vector<LoggedEvent> log{{at(0), Started{}}, {at(4), Paused{}}, {at(10), Ended{}}};
    CHECK(run(log).phase == Phase::ended);
    CHECK(run(log).ended == at(10));
    CHECK(run(log).used[0] == 4min);
    log.push_back({at(12), Reopened{}});
    CHECK(run(log).phase == Phase::running);
    log.push_back({at(13), Ended{}});
    CHECK(run(log).ended == at(13));
    CHECK(run(log).used[0] == 5min);
}

TEST_CASE("the time between ending and reopening belongs to no step") {
    const State state = run({{at(0), Started{}}, {at(5), Ended{}}, {at(60), Reopened{}}, {at(62), Went{1, 0}}});
    CHECK(state.used[0] == 7min);
}

TEST_CASE("added minutes lengthen and shorten a step, down to one minute") {
    std::vector<LoggedEvent> log{
        {at(0), Started{}}, {at(1), MinutesAdded{0, 1}}, {at(2), MinutesAdded{0, 1}}, {at(2), MinutesAdded{2, -6}}};
    CHECK(run(log).minutes == std::vector{12, 20, 9, 5});
    log.push_back({at(3), Paused{}});
    log.push_back({at(3), MinutesAdded{3, -50}});
    CHECK(run(log).minutes[3] == 1);
    log.push_back({at(3), MinutesAdded{3, 2}});
    CHECK(run(log).minutes[3] == 3);
}

TEST_CASE("correcting the start moves the start and the first step's clock") {
    std::vector<LoggedEvent> log{{at(0), Started{}}, {at(5), StartCorrected{at(-3)}}};
    CHECK(run(log).started == at(-3));
    CHECK(run(log).scheduled_start == at(-3));
    CHECK(run(log).began[0] == at(-3));
    CHECK(timing(run(log), plan, at(5)).step_used == 8min);
    log.push_back({at(7), Went{1, 0}});
    CHECK(run(log).used[0] == 10min);
}

TEST_CASE("correcting the start leaves the course's clock time alone, also when both were the same") {
    const State state = run({{at(0), Started{at(0)}}, {at(5), StartCorrected{at(3)}}});
    CHECK(state.started == at(3));
    CHECK(state.scheduled_start == at(0));
}

TEST_CASE("a start corrected after the first step was left still changes that step's time only") {
    const State state = run({{at(0), Started{}},
                             {at(8), Went{1, 0}},
                             {at(10), StartCorrected{at(2)}},
                             {at(12), Went{0, 0}},
                             {at(13), Ended{}}});
    CHECK(state.used == std::vector<Milliseconds>{7min, 4min, 0min, 0min});
    CHECK(state.started == at(2));
}

TEST_CASE("a start is never corrected to after the first thing that happened") {
    const State state =
        run({{at(0), Started{}}, {at(4), Went{0, 1}}, {at(8), Went{1, 0}}, {at(10), StartCorrected{at(9)}}});
    CHECK(state.started == at(4));
    CHECK(state.used[0] == 4min);
}

TEST_CASE("a start is never corrected into the future, and an earlier correction does not stand in the way") {
    std::vector<LoggedEvent> log{{at(0), Started{}}, {at(5), StartCorrected{at(30)}}};
    CHECK(run(log).started == at(5));
    log.push_back({at(6), StartCorrected{at(-10)}});
    CHECK(run(log).started == at(-10));
    log.push_back({at(20), StartCorrected{at(12)}});
    CHECK(run(log).started == at(12));
    CHECK(timing(run(log), plan, at(20)).step_used == 8min);
}

TEST_CASE("a pause in the first step is not eaten by a corrected start") {
    const State state = run({{at(0), Started{}},
                             {at(4), Paused{}},
                             {at(10), Resumed{}},
                             {at(12), StartCorrected{at(-5)}},
                             {at(13), Ended{}}});
    CHECK(state.used[0] == 9min + 3min);
}

TEST_CASE("a clock that is set back costs one stretch and no more") {
    std::vector<LoggedEvent> log{{at(0), Started{}}, {at(5), Went{1, 0}}};
    CHECK(timing(run(log), plan, at(-55)).step_used == 0ms);
    log.push_back({at(-55), Went{2, 0}});
    CHECK(run(log).used[1] == 0ms);
    log.push_back({at(-50), Went{3, 0}});
    CHECK(run(log).used == std::vector<Milliseconds>{5min, 0min, 5min, 0min});
}

TEST_CASE("undo takes back one thing after the other, and never the start") {
    const std::vector<LoggedEvent> base{
        {at(0), Started{}}, {at(5), Went{1, 0}}, {at(6), MinutesAdded{1, 3}}, {at(7), Paused{}}};
    std::vector<LoggedEvent> log = base;
    for (std::size_t left = base.size() - 1; left > 0; --left) {
        REQUIRE(undoable(log));
        CHECK(*undoable(log) == base[left]);
        log.push_back({at(8), Undone{}});
        CHECK(run(log) == run({base.begin(), base.begin() + static_cast<std::ptrdiff_t>(left)}));
    }
    CHECK_FALSE(undoable(log));
    const State before = run(log);
    log.push_back({at(9), Undone{}});
    CHECK(run(log) == before);
}

TEST_CASE("what comes after an undo is undone before what came before it") {
    std::vector<LoggedEvent> log{
        {at(0), Started{}}, {at(1), Went{1, 0}}, {at(2), Went{2, 0}}, {at(3), Undone{}}, {at(4), Went{3, 0}}};
    CHECK(run(log).step == 3);
    log.push_back({at(5), Undone{}});
    CHECK(run(log).step == 1);
    log.push_back({at(5), Undone{}});
    CHECK(run(log).step == 0);
}

TEST_CASE("an undone step gives its time back to the one before") {
    const State state = run({{at(0), Started{}}, {at(5), Went{1, 0}}, {at(9), Undone{}}, {at(10), Ended{}}});
    CHECK(state.used[0] == 10min);
    CHECK(state.used[1] == 0min);
}

TEST_CASE("undoing an end lets the meeting go on as if it had never stopped") {
    const State state = run({{at(0), Started{}}, {at(5), Ended{}}, {at(8), Undone{}}});
    CHECK(state.phase == Phase::running);
    CHECK(timing(state, plan, at(9)).step_used == 9min);
}

TEST_CASE("undoing a corrected start brings the first start back") {
    const State state = run({{at(0), Started{}}, {at(5), StartCorrected{at(-5)}}, {at(6), Undone{}}});
    CHECK(state == run({{at(0), Started{}}}));
}

TEST_CASE("an undone event no longer holds a corrected start back") {
    const State state =
        run({{at(0), Started{}}, {at(1), Went{0, 1}}, {at(2), Undone{}}, {at(9), StartCorrected{at(6)}}});
    CHECK(state.started == at(6));
}

TEST_CASE("events before the start change nothing and cannot be undone") {
    const std::vector<LoggedEvent> log{{at(-3), Undone{}}, {at(-2), Went{2, 0}}, {at(-1), Ended{}}, {at(0), Started{}}};
    CHECK(run(log) == run({{at(0), Started{}}}));
    CHECK_FALSE(undoable(log));
    CHECK_FALSE(undoable({{at(-2), Went{2, 0}}}));
    CHECK_FALSE(undoable({}));
}

TEST_CASE("steps and cues outside the plan are held within it") {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    State state = run({{at(0), Started{}}, {at(1), Went{most, most}}});
    CHECK(state.step == 3);
    CHECK(state.cue == 1);
    state = run({{at(0), Started{}}, {at(1), Went{least, least}}});
    CHECK(state.step == 0);
    CHECK(state.cue == 0);
    state = run({{at(0), Started{}}, {at(1), MinutesAdded{most, most}}, {at(1), MinutesAdded{least, least}}});
    CHECK(state.minutes == std::vector{1, 20, 15, 24 * 60});
}

TEST_CASE("moments at the edge of what a number holds do no harm") {
    const Instant first = Instant::min();
    const Instant last = Instant::max();
    std::vector<LoggedEvent> log{{last, Started{first}}};
    for (int i = 0; i < 200; ++i) {
        log.push_back({i % 2 == 0 ? first : last, Went{i, i}});
        log.push_back({i % 3 == 0 ? first : last, StartCorrected{i % 5 == 0 ? last : first}});
        log.push_back({last, MinutesAdded{i, std::numeric_limits<int>::max()}});
    }
    const State state = run(log);
    for (const Milliseconds used : state.used) CHECK(used >= 0ms);
    for (const Instant now : {first, at(0), last}) {
        CHECK(timing(state, plan, now).step_used >= 0ms);
        CHECK(step_starts(state, plan, now).size() == 4);
    }
    CHECK(elapsed(last, first) == 0ms);
    CHECK(elapsed(first, last) > 0ms);
}

TEST_CASE("a plan without steps can be started and ended, and nothing is out of bounds") {
    const Plan empty;
    std::vector<LoggedEvent> log{
        {at(0), Started{}}, {at(1), Went{3, 3}}, {at(2), MinutesAdded{0, 5}}, {at(3), StartCorrected{at(-1)}}};
    const State state = replay(empty, log);
    CHECK(state.phase == Phase::running);
    CHECK(state.step == 0);
    CHECK_FALSE(after(empty, state));
    CHECK_FALSE(before(empty, state));
    CHECK(timing(state, empty, at(5)).ends == at(5));
    CHECK(step_starts(state, empty, at(5)).empty());
}

TEST_CASE("a state from before the handbook changed is fitted to the plan that is there now") {
    const State state = run({{at(0), Started{}}, {at(5), Went{3, 1}}});
    Plan shorter = sample::plan();
    shorter.steps.resize(2);
    const State fitted = next(state, shorter, Paused{}, at(6));
    CHECK(fitted.step == 1);
    CHECK(fitted.cue == 0);
    CHECK(fitted.used.size() == 2);
    CHECK(timing(state, shorter, at(6)).step_used == 0ms);
    CHECK(step_starts(state, shorter, at(6)).size() == 2);

    Plan longer = sample::plan();
    longer.steps.push_back(Step{.title = "Enda et", .minutes = 7, .cues = {TitleCue{}}});
    CHECK(next(state, longer, Went{4, 0}, at(6)).minutes == std::vector{10, 20, 15, 5, 7});
}

TEST_CASE("a log of many thousand events is replayed at once") {
    std::vector<LoggedEvent> log{{at(0), Started{}}};
    for (int i = 0; i < 20000; ++i) log.push_back({at(0, i), Went{i % 4, 0}});
    for (int i = 0; i < 10000; ++i) log.push_back({at(0, 20000), Undone{}});
    const auto begun = std::chrono::steady_clock::now();
    const State state = run(log);
    CHECK(std::chrono::steady_clock::now() - begun < 2s);
    CHECK(state == run({log.begin(), log.begin() + 10001}));
}

TEST_CASE("next walks through the cues and on to the next step, and stops at the end") {
    State state = run({{at(0), Started{}}});
    std::vector<Went> way;
    while (const auto went = after(plan, state)) {
        way.push_back(*went);
        state = next(state, plan, *went, at(1));
        REQUIRE(way.size() < 20);
    }
    CHECK(way == std::vector<Went>{{0, 1}, {0, 2}, {1, 0}, {2, 0}, {3, 0}, {3, 1}});

    std::vector<Went> back;
    while (const auto went = before(plan, state)) {
        back.push_back(*went);
        state = next(state, plan, *went, at(2));
        REQUIRE(back.size() < 20);
    }
    CHECK(back == std::vector<Went>{{3, 0}, {2, 0}, {1, 0}, {0, 2}, {0, 1}, {0, 0}});
}

TEST_CASE("next leads nowhere before the start and after the end, but does so in a pause") {
    CHECK_FALSE(after(plan, initial(plan)));
    CHECK_FALSE(after(plan, run({{at(0), Started{}}, {at(1), Ended{}}})));
    CHECK_FALSE(before(plan, run({{at(0), Started{}}, {at(1), Went{2, 0}}, {at(2), Ended{}}})));
    CHECK(after(plan, run({{at(0), Started{}}, {at(1), Paused{}}})) == Went{0, 1});
}
