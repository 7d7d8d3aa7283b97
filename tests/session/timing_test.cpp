#include <catch2/catch_test_macros.hpp>

#include "sample_plan.h"
#include "session/machine.h"

using namespace session;
using namespace std::chrono_literals;
using sample::at;

namespace {

const Plan plan = sample::plan();

State run(const std::vector<LoggedEvent>& log) {
    return replay(plan, log);
}

}  // namespace

TEST_CASE("before the start the meeting would end after all its minutes, and is neither late nor early") {
    const Timing seen = timing(initial(plan), plan, at(0));
    CHECK(seen.ends == at(50));
    CHECK(seen.should_end == at(50));
    CHECK(seen.over == 0min);
    CHECK(seen.step_left == 10min);
    CHECK(seen.meeting_used == 0ms);
}

TEST_CASE("a step on time leaves the end where it was") {
    const State state = run({{at(0), Started{}}, {at(10), Went{1, 0}}});
    const Timing seen = timing(state, plan, at(13));
    CHECK(seen.step_used == 3min);
    CHECK(seen.step_planned == 20min);
    CHECK(seen.step_left == 17min);
    CHECK(seen.step_began == at(10));
    CHECK(seen.meeting_used == 13min);
    CHECK(seen.ends == at(50));
    CHECK(seen.should_end == at(50));
    CHECK(seen.over == 0min);
}

TEST_CASE("a step that takes too long moves the end minute by minute") {
    const State state = run({{at(0), Started{}}});
    const Timing seen = timing(state, plan, at(17));
    CHECK(seen.step_left == -7min);
    CHECK(seen.ends == at(57));
    CHECK(seen.over == 7min);
}

TEST_CASE("a late start is measured against the course's clock time") {
    const Timing seen = timing(run({{at(7), Started{at(0)}}}), plan, at(7));
    CHECK(seen.should_end == at(50));
    CHECK(seen.ends == at(57));
    CHECK(seen.over == 7min);
}

TEST_CASE("added minutes move the end, not the time when it should have been") {
    const Timing seen = timing(run({{at(0), Started{}}, {at(1), MinutesAdded{2, 4}}}), plan, at(1));
    CHECK(seen.ends == at(54));
    CHECK(seen.should_end == at(50));
    CHECK(seen.over == 4min);
}

TEST_CASE("a step passed over brings the end forward") {
    const Timing seen = timing(run({{at(0), Started{}}, {at(10), Went{2, 0}}}), plan, at(10));
    CHECK(seen.ends == at(30));
    CHECK(seen.over == -20min);
}

TEST_CASE("minutes over are rounded to the nearest whole one on both sides of zero") {
    const State state = run({{at(0), Started{}}});
    CHECK(timing(state, plan, at(10, 29)).over == 0min);
    CHECK(timing(state, plan, at(10, 30)).over == 1min);
    CHECK(timing(state, plan, at(11, 29)).over == 1min);
    const State early = run({{at(0), Started{}}, {at(9, 20), Went{1, 0}}});
    CHECK(timing(early, plan, at(9, 20)).over == -1min);
    const State barely = run({{at(0), Started{}}, {at(9, 40), Went{1, 0}}});
    CHECK(timing(barely, plan, at(9, 40)).over == 0min);
}

TEST_CASE("in a pause the step's clock stands and the end moves on") {
    const State state = run({{at(0), Started{}}, {at(4), Paused{}}});
    CHECK(timing(state, plan, at(4)).ends == at(50));
    CHECK(timing(state, plan, at(9)).ends == at(55));
    CHECK(timing(state, plan, at(9)).step_used == 4min);
    CHECK(timing(state, plan, at(9)).step_left == 6min);
    CHECK(timing(state, plan, at(9)).meeting_used == 9min);
}

TEST_CASE("after the end all clocks stand") {
    const State state = run({{at(0), Started{}}, {at(10), Went{3, 0}}, {at(53), Ended{}}});
    const Timing seen = timing(state, plan, at(600));
    CHECK(seen.ends == at(53));
    CHECK(seen.over == 3min);
    CHECK(seen.meeting_used == 53min);
    CHECK(seen.step_used == 43min);
}

TEST_CASE("a step ahead that has had its time already is not counted twice") {
    const State state = run({{at(0), Started{}}, {at(10), Went{1, 0}}, {at(30), Went{2, 0}}, {at(45), Went{1, 0}}});
    const Timing seen = timing(state, plan, at(46));
    CHECK(seen.step_left == -1min);
    CHECK(seen.ends == at(51));
}

TEST_CASE("starts of steps: past ones as they were, the rest from now on") {
    const std::vector<LoggedEvent> log{{at(0), Started{}}, {at(12), Went{1, 0}}};
    CHECK(step_starts(run(log), plan, log, at(15)) == std::vector{at(0), at(12), at(32), at(47)});
    CHECK(step_starts(run(log), plan, at(40)) == std::vector{at(0), at(12), at(40), at(55)});
}

TEST_CASE("before the start the steps follow each other from now on") {
    CHECK(step_starts(initial(plan), plan, at(3)) == std::vector{at(3), at(13), at(33), at(48)});
}

TEST_CASE("a step that was passed over stands at the beginning of the next one") {
    const State state = run({{at(0), Started{}}, {at(10), Went{3, 0}}});
    CHECK(step_starts(state, plan, at(11)) == std::vector{at(0), at(10), at(10), at(10)});
}

TEST_CASE("after the end the steps stand as they were, and those that never came stand at the end") {
    const State state = run({{at(0), Started{}}, {at(10), Went{1, 0}}, {at(25), Ended{}}});
    CHECK(step_starts(state, plan, at(90)) == std::vector{at(0), at(10), at(25), at(25)});
}

TEST_CASE(
    "a look ahead does not become the beginning of the step, and coming back does not move the one that was left") {
    const State back = run({{at(0), Started{}}, {at(10), Went{1, 0}}, {at(15), Went{2, 0}}, {at(15, 20), Went{1, 0}}});
    CHECK(timing(back, plan, at(16)).step_began == at(10));
    const State later = next(back, plan, Went{2, 0}, at(30));
    CHECK(timing(later, plan, at(31)).step_began == at(30));
}
