#include "session/aids/aid.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "sample_plan.h"

using namespace session;
using namespace std::chrono_literals;
using Catch::Approx;
using sample::at;

namespace {

Countdown three_phases() {
    return Countdown{.phases = {{"Tenk selv", 1min}, {"To og to", 4min}, {"Sammen", 3min}}};
}

Countdown made_countdown(const book::AidSpec& spec) {
    const std::optional<Aid> aid = make_aid(spec, 10);
    REQUIRE(aid);
    REQUIRE(std::holds_alternative<Countdown>(*aid));
    return std::get<Countdown>(*aid);
}

TalkingRound made_round(const std::string& seconds, int seats) {
    return std::get<TalkingRound>(make_aid({.type = "talking_round", .values = {{"seconds", seconds}}}, seats).value());
}

Breathing made_breathing(const std::string& in, const std::string& out) {
    return std::get<Breathing>(make_aid({.type = "breathing", .values = {{"in", in}, {"out", out}}}, 10).value());
}

}  // namespace

TEST_CASE("a stopwatch counts only while it goes") {
    Stopwatch watch;
    CHECK(watch.elapsed(at(5)) == 0ms);
    watch.start(at(0));
    CHECK(watch.elapsed(at(2)) == 2min);
    watch.start(at(1));
    CHECK(watch.elapsed(at(2)) == 2min);
    watch.pause(at(3));
    CHECK_FALSE(watch.running());
    CHECK(watch.elapsed(at(9)) == 3min);
    watch.pause(at(9));
    watch.start(at(10));
    CHECK(watch.elapsed(at(11)) == 4min);
}

TEST_CASE("a stopwatch on a clock that is set back stands still") {
    Stopwatch watch{.before = 1min};
    watch.start(at(10));
    CHECK(watch.elapsed(at(-50)) == 1min);
    watch.pause(at(-50));
    CHECK(watch.before == 1min);
}

TEST_CASE("a countdown shows what is left of the phase, and goes on to the next by itself") {
    Countdown countdown = three_phases();
    CHECK(countdown.total() == 8min);
    CHECK(countdown.view(at(0)).left == 1min);
    countdown.clock.start(at(0));
    CHECK(countdown.view(at(0, 15)).phase == 0);
    CHECK(countdown.view(at(0, 15)).left == 45s);
    CHECK(countdown.view(at(0, 15)).share == Approx(0.25));
    CHECK(countdown.view(at(1)).phase == 1);
    CHECK(countdown.view(at(1)).left == 4min);
    CHECK(countdown.view(at(1)).share == 0);
    CHECK(countdown.view(at(7)).phase == 2);
    CHECK(countdown.view(at(7)).left == 1min);
    CHECK_FALSE(countdown.view(at(7, 59)).finished);
}

TEST_CASE("a countdown that is over stays in its last phase with nothing left") {
    Countdown countdown = three_phases();
    countdown.clock.start(at(0));
    for (const Instant now : {at(8), at(100)}) {
        CHECK(countdown.view(now).finished);
        CHECK(countdown.view(now).phase == 2);
        CHECK(countdown.view(now).left == 0ms);
        CHECK(countdown.view(now).share == 1);
    }
}

TEST_CASE("a minute more goes to the phase that is on") {
    Countdown countdown = three_phases();
    countdown.clock.start(at(0));
    countdown.add(1min, at(2));
    CHECK(countdown.phases[1].length == 5min);
    CHECK(countdown.view(at(2)).left == 4min);
    CHECK(countdown.total() == 9min);
}

TEST_CASE("minutes taken away never take more than what is left of the phase") {
    Countdown countdown = three_phases();
    countdown.clock.start(at(0));
    countdown.add(-10min, at(2));
    CHECK(countdown.phases[1].length == 1min);
    CHECK(countdown.view(at(2)).phase == 2);
    CHECK(countdown.view(at(2)).left == 3min);
}

TEST_CASE("a minute more after the end is a minute from now") {
    Countdown countdown = three_phases();
    countdown.clock.start(at(0));
    countdown.add(1min, at(20));
    CHECK_FALSE(countdown.view(at(20)).finished);
    CHECK(countdown.view(at(20)).phase == 2);
    CHECK(countdown.view(at(20)).left == 1min);
    CHECK(countdown.view(at(20, 30)).left == 30s);
}

TEST_CASE("skipping a phase leads to the start of the next, and the last one to its end") {
    Countdown countdown = three_phases();
    countdown.clock.start(at(0));
    countdown.skip_phase(at(0, 20));
    CHECK(countdown.view(at(0, 20)).phase == 1);
    CHECK(countdown.view(at(0, 20)).left == 4min);
    countdown.clock.pause(at(1));
    countdown.skip_phase(at(5));
    CHECK(countdown.view(at(9)).left == 3min);
    CHECK_FALSE(countdown.clock.running());
    countdown.skip_phase(at(9));
    CHECK(countdown.view(at(9)).finished);
    countdown.skip_phase(at(10));
    CHECK(countdown.view(at(10)).finished);
    CHECK(countdown.phases == three_phases().phases);
}

TEST_CASE("a countdown without phases is over and can be asked anything") {
    Countdown countdown;
    countdown.clock.start(at(0));
    countdown.add(1min, at(1));
    countdown.skip_phase(at(1));
    CHECK(countdown.view(at(2)).finished);
    CHECK(countdown.total() == 0ms);
}

TEST_CASE("no number of added minutes overflows a countdown") {
    Countdown countdown = three_phases();
    for (int i = 0; i < 10; ++i) countdown.add(Milliseconds::max(), at(0));
    CHECK(countdown.view(at(0)).left == 24h);
    countdown.add(Milliseconds::min(), at(0));
    CHECK(countdown.phases[0].length == 0ms);
    CHECK(countdown.view(at(0)).phase == 1);
}

TEST_CASE("in a talking round each seat gets the same time, and nobody is cut off") {
    TalkingRound round{.seats = 3, .each = 90s};
    CHECK(round.left(at(0)) == 90s);
    round.clock.start(at(0));
    CHECK(round.left(at(1)) == 30s);
    CHECK(round.share(at(0, 45)) == Approx(0.5));
    CHECK(round.left(at(5)) == 0ms);
    CHECK(round.share(at(5)) == 1);
    CHECK(round.seat == 0);
    round.next_seat(at(5));
    CHECK(round.seat == 1);
    CHECK(round.left(at(5)) == 90s);
    CHECK(round.clock.running());
    CHECK(round.left(at(6)) == 30s);
}

TEST_CASE("a talking round ends after the last seat and can be taken back") {
    TalkingRound round{.seats = 2, .each = 60s};
    round.previous_seat(at(0));
    CHECK(round.seat == 0);
    round.clock.start(at(0));
    round.next_seat(at(1));
    round.next_seat(at(2));
    CHECK(round.seat == 2);
    CHECK_FALSE(round.clock.running());
    CHECK(round.left(at(2)) == 0ms);
    CHECK(round.share(at(2)) == 1);
    round.next_seat(at(3));
    CHECK(round.seat == 2);
    round.previous_seat(at(4));
    CHECK(round.seat == 1);
    CHECK(round.left(at(9)) == 60s);
}

TEST_CASE("a paused talking round stays paused for the next seat") {
    TalkingRound round{.seats = 3, .each = 60s};
    round.clock.start(at(0));
    round.clock.pause(at(0, 20));
    round.next_seat(at(1));
    CHECK_FALSE(round.clock.running());
    CHECK(round.left(at(5)) == 60s);
}

TEST_CASE("hands on the scale are counted, and never fall below none") {
    Scale scale;
    scale.add_hand(0, 2);
    scale.add_hand(10, 3);
    scale.add_hand(10, -1);
    scale.add_hand(5, -4);
    CHECK(scale.hands[0] == 2);
    CHECK(scale.hands[10] == 2);
    CHECK(scale.hands[5] == 0);
    CHECK(scale.total() == 4);
    scale.add_hand(-1, 1);
    scale.add_hand(11, 1);
    CHECK(scale.total() == 4);
    for (int i = 0; i < 3; ++i) scale.add_hand(7, std::numeric_limits<int>::max());
    CHECK(scale.hands[7] == 999);
    scale.add_hand(7, std::numeric_limits<int>::min());
    CHECK(scale.hands[7] == 0);
}

TEST_CASE("a breath fills on the way in and empties on the way out") {
    Breathing breathing;
    CHECK(breathing.view(at(0)).level == Approx(0));
    breathing.clock.start(at(0));
    CHECK(breathing.view(at(0, 2)).inhale);
    CHECK(breathing.view(at(0, 2)).level == Approx(0.5));
    CHECK_FALSE(breathing.view(at(0, 4)).inhale);
    CHECK(breathing.view(at(0, 4)).level == Approx(1));
    CHECK(breathing.view(at(0, 7)).level == Approx(0.5));
    CHECK(breathing.view(at(0, 10)).level == Approx(0).margin(1e-6));
    CHECK(breathing.view(at(0, 10)).inhale);
    CHECK(breathing.view(at(0, 9)).breaths == 0);
    CHECK(breathing.view(at(0, 10)).breaths == 1);
    CHECK(breathing.view(at(1)).breaths == 6);
}

TEST_CASE("the breathing picture never jumps, and never changes its speed at once") {
    Breathing breathing;
    breathing.in = 3s;
    breathing.out = 7s;
    breathing.clock.start(at(0));
    constexpr auto frame = 10ms;
    // Half a cosine over 3 s: at most pi/2 per 3 s, and its speed changes by at most pi^2/2 per 9 s^2.
    const double most_change = 3.15 / 2 / 3 * 0.01;
    const double most_bend = 9.87 / 2 / 9 * 0.01 * 0.01 + 1e-5;
    double before = breathing.view(at(0)).level;
    double speed = 0;
    for (Milliseconds into = frame; into < 25s; into += frame) {
        const double level = breathing.view(at(0) + into).level;
        INFO(into.count());
        REQUIRE(level >= 0);
        REQUIRE(level <= 1);
        REQUIRE(std::abs(level - before) <= most_change);
        REQUIRE(std::abs(level - before - speed) <= most_bend);
        speed = level - before;
        before = level;
    }
}

TEST_CASE("a breathing pacer without length stands still") {
    Breathing breathing;
    breathing.in = 0ms;
    breathing.clock.start(at(0));
    CHECK(breathing.view(at(3)).level == 0);
}

TEST_CASE("a countdown with phases is made from the front matter") {
    const Countdown countdown = made_countdown({.type = "phases", .phases = {{"Tenk selv", 60}, {"To og to", 240}}});
    REQUIRE(countdown.phases.size() == 2);
    CHECK(countdown.phases[0] == Countdown::Phase{"Tenk selv", 1min});
    CHECK(countdown.phases[1] == Countdown::Phase{"To og to", 4min});
    CHECK_FALSE(countdown.clock.running());
}

TEST_CASE("phases of hostile number and length are held within bounds, and none at all is no aid") {
    book::AidSpec spec{.type = "phases"};
    CHECK_FALSE(make_aid(spec, 10));
    spec.phases.assign(500, {"x", 10});
    CHECK(made_countdown(spec).phases.size() == 20);
    spec.phases = {{"a", std::numeric_limits<int>::max()}, {"b", std::numeric_limits<int>::min()}};
    CHECK(made_countdown(spec).phases[0].length == 1h);
    CHECK(made_countdown(spec).phases[1].length == 5s);
}

TEST_CASE("a countdown takes minutes, whole or broken, and holds them within bounds") {
    const auto length = [](const char* minutes) {
        return made_countdown({.type = "countdown", .values = {{"minutes", minutes}}}).phases.at(0).length;
    };
    CHECK(length("5") == 5min);
    CHECK(length("1.5") == 90s);
    CHECK(length("0") == 5s);
    CHECK(length("-3") == 5s);
    CHECK(length("1e300") == 1h);
    CHECK(length(("1" + std::string(400, '0')).c_str()) == 1h);
    CHECK(length(("-1" + std::string(400, '0')).c_str()) == 5s);
    CHECK(length("inf") == 1h);
    CHECK(length("nan") == 5min);
    CHECK(length("fem") == 5min);
    CHECK(length("5 minutter") == 5min);
    CHECK(length("") == 5min);
    CHECK(made_countdown({.type = "countdown"}).total() == 5min);
}

TEST_CASE("a talking round takes its seconds from the front matter and its seats from the group") {
    CHECK(made_round("40", 12).each == 40s);
    CHECK(made_round("40", 12).seats == 12);
    CHECK(made_round("1", 0).each == 10s);
    CHECK(made_round("1", 0).seats == 1);
    CHECK(made_round("99999", 5000).each == 600s);
    CHECK(made_round("99999", 5000).seats == 40);
    CHECK(made_round("mange", -3).each == 90s);
}

TEST_CASE("a scale takes its question and the words at both ends") {
    const auto aid =
        make_aid({.type = "scale", .values = {{"question", "Hvor er du?"}, {"low", "Lite"}, {"high", "Mye"}}}, 10);
    REQUIRE(aid);
    const Scale& scale = std::get<Scale>(*aid);
    CHECK(scale.question == "Hvor er du?");
    CHECK(scale.low == "Lite");
    CHECK(scale.high == "Mye");
    CHECK(scale.total() == 0);
    CHECK(scale.marker == -1);
    CHECK_FALSE(scale.counts_shown);
}

TEST_CASE("a breathing pacer stays within two and twelve seconds each way") {
    CHECK(made_breathing("4", "6") == Breathing{});
    CHECK(made_breathing("3.5", "4.5").in == 3500ms);
    CHECK(made_breathing("3.5", "4.5").out == 4500ms);
    CHECK(made_breathing("0", "-7").in == 2s);
    CHECK(made_breathing("0", "-7").out == 2s);
    CHECK(made_breathing("600", "1e99").in == 12s);
    CHECK(made_breathing("600", "1e99").out == 12s);
    CHECK(made_breathing("inn", "ut") == Breathing{});
}

TEST_CASE("an aid that this edition cannot draw gives nothing") {
    for (const char* type : {"", "Countdown", "body_scan", "mind_map"}) CHECK_FALSE(make_aid({.type = type}, 10));
}

TEST_CASE("an aid is started and paused whatever it is, and a scale has no clock") {
    const std::vector<Aid> clocked{three_phases(), TalkingRound{.seats = 3, .each = 60s}, Breathing{}};
    for (const Aid& original : clocked) {
        Aid aid = original;
        CHECK_FALSE(running(aid));
        start(aid, at(0));
        CHECK(running(aid));
        CHECK(moving(aid, at(0, 10)));
        pause(aid, at(0, 20));
        CHECK_FALSE(running(aid));
        CHECK_FALSE(moving(aid, at(0, 20)));
    }
    Aid scale = Scale{};
    start(scale, at(0));
    CHECK_FALSE(running(scale));
    pause(scale, at(1));
    CHECK(std::get<Scale>(scale) == Scale{});
}

TEST_CASE("what is over stands still and is not started again") {
    Aid countdown = three_phases();
    start(countdown, at(0));
    CHECK(moving(countdown, at(7, 59)));
    CHECK_FALSE(moving(countdown, at(8)));
    pause(countdown, at(9));
    start(countdown, at(10));
    CHECK_FALSE(running(countdown));

    Aid round = TalkingRound{.seats = 2, .each = 60s};
    start(round, at(0));
    CHECK_FALSE(moving(round, at(1)));
    std::get<TalkingRound>(round).next_seat(at(2));
    CHECK(moving(round, at(2)));
}
