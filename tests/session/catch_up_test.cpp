#include "session/catch_up.h"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <tuple>

using namespace session;

namespace {

constexpr Instant start{Milliseconds{1'790'000'000'000}};

Step step(int minutes, book::Slack slack = book::Slack::none, int shortest = 0,
          book::StepType type = book::StepType::exercise) {
    Step made{.title = "Steg", .type = type, .minutes = minutes, .slack = slack, .shortest = shortest};
    made.cues.push_back(TitleCue{});
    return made;
}

Plan plan_of(std::vector<Step> steps) {
    Plan plan{.meeting = 1, .steps = std::move(steps)};
    for (const Step& each : plan.steps) plan.minutes += each.minutes;
    return plan;
}

/// On step `at` of the plan, so many minutes after the start.
State after_minutes(const Plan& plan, int at, int minutes) {
    State state = next(initial(plan), plan, Started{}, start);
    return next(state, plan, Went{at, 0}, start + base::Minutes{minutes});
}

using Price = std::tuple<int, int, int, int>;  // still late, skipped, shortened, cut beyond the need

/// Every way there is, tried one by one.
Price best_of_all(const Plan& plan, const State& state, int late) {
    Price best{late, 0, 0, 0};
    std::vector<int> cuts(plan.steps.size(), 0);
    const auto judge = [&] {
        int gained = 0, skipped = 0, shortened = 0;
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            gained += cuts[i];
            if (cuts[i] == 0) continue;
            ++(cuts[i] == state.minutes[i] ? skipped : shortened);
        }
        best = std::min(best, Price{std::max(0, late - gained), skipped, shortened, std::max(0, gained - late)});
    };
    const auto walk = [&](auto&& self, std::size_t i) -> void {
        if (i == plan.steps.size()) return judge();
        self(self, i + 1);
        const Step& each = plan.steps[i];
        if (static_cast<int>(i) <= state.step || each.type == book::StepType::pause) return;
        if (each.slack == book::Slack::may_shorten)
            for (int to = each.shortest; to < state.minutes[i]; ++to) {
                cuts[i] = state.minutes[i] - to;
                self(self, i + 1);
            }
        if (each.slack == book::Slack::may_skip) {
            cuts[i] = state.minutes[i];
            self(self, i + 1);
        }
        cuts[i] = 0;
    };
    walk(walk, 0);
    return best;
}

}  // namespace

TEST_CASE("a meeting seven minutes late shortens what may be shortened before it skips anything") {
    const Plan plan =
        plan_of({step(10), step(25, book::Slack::may_shorten, 17),
                 step(20, book::Slack::fixed, 0, book::StepType::pause), step(5, book::Slack::may_skip), step(10)});
    const State state = after_minutes(plan, 0, 0);
    const Instant now = start + base::Minutes{17};
    const CatchUp found = catch_up(state, plan, now);
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0] == Replanned::Change{1, 18});
    CHECK(found.gained == 7);
    CHECK(found.ends == start + base::Minutes{plan.minutes});

    const State agreed = next(state, plan, Replanned{found.changes}, now);
    CHECK(timing(agreed, plan, now).over.count() == 0);
    CHECK(timing(agreed, plan, now).ends == found.ends);
}

TEST_CASE("nothing is proposed on time, before the start, after the end, or when nothing may be cut") {
    const Plan plan = plan_of({step(10), step(20, book::Slack::may_shorten, 10)});
    CHECK(catch_up(after_minutes(plan, 0, 0), plan, start + base::Minutes{9}).changes.empty());
    CHECK(catch_up(initial(plan), plan, start).changes.empty());
    State ended = after_minutes(plan, 0, 0);
    ended = next(ended, plan, Ended{}, start + base::Minutes{60});
    CHECK(catch_up(ended, plan, start + base::Minutes{60}).changes.empty());
    const Plan hard = plan_of({step(10), step(20), step(20, book::Slack::fixed)});
    CHECK(catch_up(after_minutes(hard, 0, 0), hard, start + base::Minutes{30}).changes.empty());
}

TEST_CASE("a skipped step is passed over both ways, takes no time, and comes back when it is gone to") {
    const Plan plan = plan_of({step(10), step(5, book::Slack::may_skip), step(10)});
    State state = after_minutes(plan, 0, 0);
    state = next(state, plan, Replanned{{{1, 0}}}, start + base::Minutes{5});
    CHECK(state.skipped[1]);
    CHECK(after(plan, state) == Went{2, 0});
    CHECK(timing(state, plan, start + base::Minutes{5}).ends == start + base::Minutes{20});
    const State later = next(state, plan, Went{2, 0}, start + base::Minutes{10});
    CHECK(before(plan, later) == Went{0, 0});
    const State back = next(later, plan, Went{1, 0}, start + base::Minutes{12});
    CHECK_FALSE(back.skipped[1]);
}

TEST_CASE("a new plan is one event: it is written, read again, and undone in one go") {
    const Replanned event{{{5, 20}, {7, 0}}};
    CHECK(to_text(Event{event}) == "replanned 5:20 7:0");
    CHECK(event_from_text("replanned 5:20 7:0") == Event{event});
    for (const char* broken : {"replanned", "replanned ", "replanned 5", "replanned 5:", "replanned 5:20 ",
                               "replanned a:1", "replanned -1:2"})
        CHECK_FALSE(event_from_text(broken));
    const Plan plan = plan_of({step(10), step(5, book::Slack::may_skip)});
    const std::vector<LoggedEvent> log{
        {start, Started{}}, {start + base::Minutes{1}, Replanned{{{1, 0}}}}, {start + base::Minutes{2}, Undone{}}};
    CHECK_FALSE(replay(plan, log).skipped[1]);
}

TEST_CASE("steps that are on, past, fixed or unknown are never replanned, whatever an event says") {
    const Plan plan = plan_of({step(10), step(20), step(30)});
    State state = after_minutes(plan, 1, 10);
    state = next(state, plan, Replanned{{{0, 1}, {1, 1}, {9, 0}, {2, 100'000}}}, start + base::Minutes{11});
    CHECK(state.minutes[0] == 10);
    CHECK(state.minutes[1] == 20);
    CHECK(state.minutes[2] == 24 * 60);
}

TEST_CASE("the proposal is the best there is: every generated plan against every way tried one by one") {
    std::mt19937 dice(20261122);
    const auto from = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(dice); };
    for (int round = 0; round < 400; ++round) {
        std::vector<Step> steps;
        const int count = from(2, 6);
        for (int i = 0; i < count; ++i) {
            const int minutes = from(1, 9);
            switch (from(0, 4)) {
                case 0: steps.push_back(step(minutes, book::Slack::may_shorten, from(1, minutes))); break;
                case 1: steps.push_back(step(minutes, book::Slack::may_shorten, std::max(1, minutes - 3))); break;
                case 2: steps.push_back(step(minutes, book::Slack::may_skip)); break;
                case 3: steps.push_back(step(minutes, book::Slack::fixed, 0, book::StepType::pause)); break;
                default: steps.push_back(step(minutes)); break;
            }
        }
        const Plan plan = plan_of(std::move(steps));
        const int late = from(1, 25);
        const State state = after_minutes(plan, 0, 0);
        const Instant now = start + base::Minutes{plan.steps[0].minutes + late};
        const CatchUp found = catch_up(state, plan, now);
        int skipped = 0, shortened = 0, gained = 0;
        for (const Replanned::Change& change : found.changes) {
            const auto index = static_cast<std::size_t>(change.step);
            CHECK(change.step > state.step);
            CHECK(plan.steps[index].type != book::StepType::pause);
            gained += state.minutes[index] - change.minutes;
            if (change.minutes == 0) {
                ++skipped;
                CHECK(plan.steps[index].slack == book::Slack::may_skip);
            } else {
                ++shortened;
                CHECK(change.minutes >= plan.steps[index].shortest);
                CHECK(plan.steps[index].slack == book::Slack::may_shorten);
            }
        }
        CHECK(gained == found.gained);
        const Price price{std::max(0, late - gained), skipped, shortened, std::max(0, gained - late)};
        CHECK(price == best_of_all(plan, state, late));
    }
}
