// Another exercise in a step that is on or ahead, and a meeting that is held on two days.
#include <catch2/catch_test_macros.hpp>

#include "book/handbook.h"
#include "sample_plan.h"
#include "session/machine.h"

using namespace session;
using namespace std::chrono_literals;
using sample::at;

namespace {

const Plan plan = sample::plan();

book::Handbook shelf() {
    book::Handbook handbook;
    const auto add = [&](const char* path, const char* title, book::Kind kind) {
        book::Document document;
        document.path = path;
        document.title = title;
        document.kind = kind;
        handbook.documents.push_back(std::move(document));
    };
    add("ovelser/en runde.md", "En runde", book::Kind::exercise);
    add("ovelser/anker.md", "Åndedrettsanker", book::Kind::exercise);
    add("teori.md", "Teori", book::Kind::chapter);
    return handbook;
}

const book::Handbook handbook = shelf();

std::vector<std::string> titles(const std::vector<LoggedEvent>& log) {
    std::vector<std::string> all;
    for (const Step& step : with_swaps(plan, log, handbook).steps) all.push_back(step.title);
    return all;
}

}  // namespace

TEST_CASE("a swapped step is the other exercise, with the minutes that it had") {
    const std::vector<LoggedEvent> log{{at(0), Started{}}, {at(3), Swapped{2, "ovelser/anker.md"}}};
    CHECK(titles(log) == std::vector<std::string>{"Velkommen", "Pause", "Åndedrettsanker", "Temperatur"});
    const Step step = with_swaps(plan, log, handbook).steps[2];
    CHECK(step.exercise == "ovelser/anker.md");
    CHECK(step.minutes == 15);
    CHECK_FALSE(step.cues.empty());
    CHECK(replay(with_swaps(plan, log, handbook), log).minutes == std::vector{10, 20, 15, 5});
}

TEST_CASE("a swap is taken back as everything else, and the one before it stands again") {
    std::vector<LoggedEvent> log{
        {at(0), Started{}}, {at(1), Swapped{2, "ovelser/anker.md"}}, {at(2), Swapped{2, "ovelser/en runde.md"}}};
    CHECK(titles(log)[2] == "En runde");
    log.push_back({at(3), Undone{}});
    CHECK(titles(log)[2] == "Åndedrettsanker");
    log.push_back({at(4), Undone{}});
    CHECK(titles(log)[2] == "Noe som hjalp");
    CHECK_FALSE(undoable(log));
}

TEST_CASE("swapping the step that is on shows it from its first cue, and its clock goes on") {
    State state = replay(plan, {{at(0), Started{}}, {at(2), Went{0, 2}}});
    state = next(state, plan, Swapped{0, "ovelser/anker.md"}, at(5));
    CHECK(state.step == 0);
    CHECK(state.cue == 0);
    CHECK(timing(state, plan, at(6)).step_used == 6min);
    CHECK(next(state, plan, Swapped{2, "ovelser/anker.md"}, at(7)).cue == 0);
    const State elsewhere =
        next(replay(plan, {{at(0), Started{}}, {at(2), Went{0, 2}}}), plan, Swapped{2, "ovelser/anker.md"}, at(5));
    CHECK(elsewhere.cue == 2);
}

TEST_CASE("before the start and after the end nothing is swapped in the state") {
    CHECK(next(initial(plan), plan, Swapped{0, "ovelser/anker.md"}, at(1)) == initial(plan));
    const State ended = replay(plan, {{at(0), Started{}}, {at(1), Ended{}}});
    CHECK(next(ended, plan, Swapped{0, "ovelser/anker.md"}, at(2)) == ended);
}

TEST_CASE("what is no exercise of this handbook leaves the plan as it was") {
    for (const Swapped& swap :
         {Swapped{2, "teori.md"}, Swapped{2, "finnes-ikke.md"}, Swapped{2, ""}, Swapped{-1, "ovelser/anker.md"},
          Swapped{4, "ovelser/anker.md"}, Swapped{std::numeric_limits<int>::max(), "ovelser/anker.md"},
          Swapped{std::numeric_limits<int>::min(), "ovelser/anker.md"}}) {
        INFO(swap.step << " " << swap.exercise);
        const std::vector<LoggedEvent> log{{at(0), Started{}}, {at(1), swap}};
        CHECK(titles(log) == titles({}));
        CHECK(replay(plan, log).step == 0);
    }
}

TEST_CASE("a swap comes back from its text, with any path that a file may have") {
    for (const char* path : {"ovelser/anker.md", "ovelser/en runde.md", "del-2/øvelser/æ  å.md", " "}) {
        const Event swap = Swapped{7, path};
        INFO(to_text(swap));
        CHECK(event_from_text(to_text(swap)) == swap);
    }
    CHECK(to_text(Swapped{3, "a b.md"}) == "swapped 3 a b.md");
}

TEST_CASE("a text that is no swap gives nothing") {
    for (const std::string& text :
         {std::string("swapped"), std::string("swapped "), std::string("swapped 3"), std::string("swapped 3 "),
          std::string("swapped x a.md"), std::string("swapped -1 a.md"), std::string("swapped 3x a.md"),
          std::string("swapped 99999999999 a.md"), std::string("swapped  a.md"), std::string("Swapped 3 a.md"),
          "swapped 3 " + std::string(500, 'a')}) {
        INFO(text);
        CHECK_FALSE(event_from_text(text));
    }
}

TEST_CASE("a meeting that goes on another day is measured from there, by what is left of it") {
    // Ten minutes late in the first step, then the rest a week later.
    std::vector<LoggedEvent> log{{at(0), Started{at(0)}}, {at(20), Went{1, 0}}, {at(25), Paused{}}};
    const int week = 7 * 24 * 60;
    CHECK(timing(replay(plan, log), plan, at(25)).over == base::Minutes{10});
    log.push_back({at(week), Resumed{}});
    const State state = replay(plan, log);
    const Timing timing = session::timing(state, plan, at(week));
    CHECK(timing.over == base::Minutes{0});
    CHECK(timing.ends == at(week + 15 + 15 + 5));
    CHECK(timing.step_used == 5min);
    CHECK(state.started == at(0));
    // And late again it is late from there.
    CHECK(session::timing(state, plan, at(week + 18)).over == base::Minutes{3});
}

TEST_CASE("a clock that stood for less than three hours stood on the same day") {
    std::vector<LoggedEvent> log{{at(0), Started{at(0)}}, {at(5), Paused{}}, {at(5 + 179), Resumed{}}};
    CHECK(timing(replay(plan, log), plan, at(184)).over == base::Minutes{179});
    log.back().at = at(5 + 180);
    CHECK(timing(replay(plan, log), plan, at(185)).over == base::Minutes{0});
}

TEST_CASE("going on another day can be taken back, and the clock stands as it did") {
    const std::vector<LoggedEvent> stood{{at(0), Started{at(0)}}, {at(5), Paused{}}};
    std::vector<LoggedEvent> log = stood;
    log.push_back({at(2000), Resumed{}});
    log.push_back({at(2001), Undone{}});
    CHECK(replay(plan, log) == replay(plan, stood));
}
