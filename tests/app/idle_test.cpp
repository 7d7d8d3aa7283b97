#include "app/idle.h"

#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using base::Milliseconds;

namespace {

constexpr Milliseconds past{1};

Wake wake(const World& world) {
    return next_wake(world.model, world.now);
}

World at(int step) {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{step});
    return world;
}

World at_aid(int step) {
    World world = at(step);
    world.go_to<session::AidCue>(step);
    return world;
}

}  // namespace

TEST_CASE("nothing runs, nothing wakes") {
    World world;
    for (const Place place : {Place::home, Place::handbook, Place::courses, Place::meeting, Place::review}) {
        world.run(GoTo{place});
        CHECK_FALSE(wake(world).leaders);
        CHECK_FALSE(wake(world).wall);
    }
}

TEST_CASE("a running meeting wakes its own place at each whole second of the step's clock") {
    World world = at(pairs_step);
    CHECK(wake(world).leaders == 1000ms + past);
    world.pass(1400ms);
    CHECK(wake(world).leaders == 600ms + past);
    CHECK_FALSE(wake(world).wall);
    world.run(GoTo{Place::handbook});
    CHECK_FALSE(wake(world).leaders);
}

TEST_CASE("a paused meeting wakes once a minute, for the end that moves") {
    World world = at(pairs_step);
    world.run(ToggleClock{});
    world.pass(20s);
    CHECK(wake(world).leaders == 40s + past);
}

TEST_CASE("an ended meeting wakes nothing") {
    World world = at(pairs_step);
    world.run(EndMeeting{});
    CHECK_FALSE(wake(world).leaders);
    CHECK_FALSE(wake(world).wall);
}

TEST_CASE("a slide on the wall never wakes the wall") {
    World world = at(welcome_step);
    world.run(StartProjecting{});
    world.model.notices.clear();
    CHECK_FALSE(wake(world).wall);
}

TEST_CASE("a countdown wakes both windows each second until it is over") {
    World world = at_aid(pairs_step);
    world.run(StartProjecting{});
    world.model.notices.clear();
    world.pass(250ms);
    CHECK(wake(world).wall == 750ms + past);
    world.pass(20min);
    CHECK_FALSE(wake(world).wall);
    world.run(GoTo{Place::home});
    CHECK_FALSE(wake(world).leaders);
}

TEST_CASE("a paused aid, and one under a cover or a frozen picture, does not wake the wall") {
    World world = at_aid(breath_step);
    world.run(StartProjecting{});
    CHECK(wake(world).wall == 16ms);
    world.run(ToggleCover{session::Cover::black});
    CHECK_FALSE(wake(world).wall);
    world.run(ToggleCover{session::Cover::black});
    world.run(ToggleFreeze{});
    CHECK_FALSE(wake(world).wall);
    world.run(ToggleFreeze{});
    world.run(ToggleAid{});
    CHECK_FALSE(wake(world).wall);
}

TEST_CASE("breathing moves smoothly where it is seen and nowhere else") {
    World world = at_aid(breath_step);
    CHECK(wake(world).leaders == 33ms);
    CHECK_FALSE(wake(world).wall);
    world.run(StartProjecting{});
    CHECK(wake(world).wall == 16ms);
    world.run(GoTo{Place::home});
    world.model.notices.clear();
    CHECK_FALSE(wake(world).leaders);
    CHECK(wake(world).wall == 16ms);
}

TEST_CASE("with reduced motion breathing changes only at the turns") {
    World world = at_aid(breath_step);
    world.run(SetReducedMotion{true});
    world.run(StartProjecting{});
    world.pass(1s);
    CHECK(wake(world).wall == 3s + past);
    world.pass(3s);
    CHECK(wake(world).wall == 6s + past);
}

TEST_CASE("a body scan moves while its light comes and goes, and sleeps in between") {
    World world = at_aid(breath_step);
    session::BodyScan scan{.areas = {"Føttene", "Magen"}, .each = 10s};
    scan.clock.start(world.now);
    world.model.aid->aid = scan;
    world.run(StartProjecting{});
    CHECK(wake(world).wall == 8600ms + past);
    CHECK(wake(world).leaders == 1000ms + past);  // the step's own clock
    world.pass(8600ms);
    CHECK(wake(world).wall == 16ms);
    CHECK(wake(world).leaders == 33ms);
    world.pass(2800ms);
    CHECK(wake(world).wall == 7200ms + past);
    world.run(SetReducedMotion{true});
    CHECK(wake(world).wall == 8600ms + past);
    world.pass(8600ms);
    CHECK_FALSE(wake(world).wall);
}

TEST_CASE("the break wakes the wall each second until it is over") {
    World world = at(pause_step);
    world.run(StartProjecting{});
    world.pass(300ms);
    CHECK(wake(world).wall == 700ms + past);
    world.run(ToggleClock{});
    CHECK_FALSE(wake(world).wall);
    world.run(ToggleClock{});
    world.pass(11min);
    CHECK_FALSE(wake(world).wall);
}

TEST_CASE("a notice that goes by itself wakes the leaders when it goes, and one that has gone does not") {
    World world;
    world.run(UndoMark{});
    REQUIRE(world.model.notices.size() == 1);
    const auto until = *world.model.notices[0].until;
    CHECK(wake(world).leaders == until - world.now + past);
    world.now = until;
    CHECK_FALSE(wake(world).leaders);
}

TEST_CASE("waiting out each wake passes through every second and never spins") {
    World world = at_aid(pairs_step);
    world.run(StartProjecting{});
    world.model.notices.clear();
    const auto end = world.now + 30s;
    int wakes = 0;
    while (world.now < end) {
        const auto wait = wake(world).leaders;
        REQUIRE(wait);
        REQUIRE(*wait > 0ms);
        world.pass(*wait);
        ++wakes;
    }
    CHECK(wakes >= 30);
    CHECK(wakes <= 61);
}

TEST_CASE("the kiosk hides the meeting, so its clock wakes nobody") {
    World world = at(pairs_step);
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    CHECK_FALSE(wake(world).leaders);
}

TEST_CASE("in a rehearsal the clocks show its own time, and the waits are shorter by as much") {
    World world;
    CHECK(shown_time(world.model, world.now) == world.now);
    world.run(Rehearse{1});
    world.run(GoToStep{pairs_step});
    world.model.notices.clear();
    CHECK(shown_time(world.model, world.now) == world.now);
    CHECK(wake(world).leaders == 1000ms + past);
    const base::Instant before = world.now;
    world.run(SetRehearsalSpeed{10});
    world.pass(6s);
    CHECK(shown_time(world.model, world.now) == before + 60s);
    CHECK(session::timing(world.state(), world.model.run->plan, shown_time(world.model, world.now)).step_used == 60s);
    CHECK(wake(world).leaders == 101ms);
    world.run(Tick{});
    CHECK(world.model.now == before + 60s);
    world.run(LeaveMeeting{});
    CHECK(shown_time(world.model, world.now) == world.now);
    world.run(StartMeeting{1, 1});
    CHECK(shown_time(world.model, world.now) == world.now);
}

TEST_CASE("in a fast rehearsal the second comes sooner, but never faster than pictures are drawn") {
    World world;
    world.run(Rehearse{1});
    CHECK(wake(world).leaders == 1000ms + past);
    world.run(SetRehearsalSpeed{10});
    CHECK(wake(world).leaders == 101ms);
    world.run(SetRehearsalSpeed{60});
    CHECK(wake(world).leaders == 17ms);
    world.run(GoTo{Place::handbook});
    CHECK_FALSE(wake(world).leaders);
}

TEST_CASE("in a fast rehearsal a notice is waited for in real time") {
    World world;
    world.run(Rehearse{1});
    world.run(SetRehearsalSpeed{60});
    world.pass(2s);
    world.run(GoTo{Place::home});
    world.run(ChimeMissing{});
    REQUIRE(world.model.notices.size() == 1);
    CHECK(*world.model.notices[0].until == world.now + 6s);
    CHECK(next_wake(world.model, world.now).leaders == 6001ms);
    CHECK(next_wake(world.model, world.now + 4s).leaders == 2001ms);
}

TEST_CASE("with the chime on, the end of the time wakes whatever place is looked at") {
    World world = at(welcome_step);
    world.run(GoTo{Place::handbook});
    CHECK_FALSE(wake(world).leaders);
    world.run(SetChime{true});
    CHECK(wake(world).leaders == 10min + past);
    world.pass(9min);
    CHECK(wake(world).leaders == 1min + past);
    world.pass(2min);
    CHECK_FALSE(wake(world).leaders);
}
