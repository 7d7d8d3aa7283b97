#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using session::Countdown;
using session::TalkingRound;

namespace {

World at_aid(int step) {
    World world;
    world.run(StartMeeting{1, 1});
    world.go_to<session::AidCue>(step);
    return world;
}

template <class Aid>
Aid& aid(World& world) {
    return std::get<Aid>(world.model.aid->aid);
}

book::AidSpec five_minutes() {
    return {.type = "countdown", .values = {{"minutes", "5"}}};
}

}  // namespace

TEST_CASE("coming to an aid's cue starts it at once, and leaving forgets it") {
    World world = at_aid(pairs_step);
    REQUIRE(world.model.aid);
    CHECK(session::running(world.model.aid->aid));
    CHECK_FALSE(world.model.aid->from_toolbox);
    CHECK(world.model.aid->title == "Summing");
    world.pass(30s);
    CHECK(aid<Countdown>(world).view(world.now).left == 30s);
    world.run(Next{});
    CHECK_FALSE(world.model.aid);
    world.run(Previous{});
    CHECK(aid<Countdown>(world).view(world.now).left == 60s);
}

TEST_CASE("the talking round has a seat for each who came, or for all of the course when nobody is marked") {
    World unmarked = at_aid(round_step);
    CHECK(aid<TalkingRound>(unmarked).seats == 9);

    World marked;
    marked.run(MarkAttendance{1, 1, course::Mark::present});
    marked.run(MarkAttendance{2, 1, course::Mark::late});
    marked.run(MarkAttendance{3, 1, course::Mark::excused});
    marked.run(StartMeeting{1, 1});
    marked.go_to<session::AidCue>(round_step);
    CHECK(aid<TalkingRound>(marked).seats == 2);
}

TEST_CASE("a breathing pacer starts at once and a scale has nothing to start") {
    World breathing = at_aid(breath_step);
    CHECK(session::running(breathing.model.aid->aid));
    World line = at_aid(scale_step);
    CHECK(std::get<session::Scale>(line.model.aid->aid).question == "Hvor er du nå?");
    CHECK_FALSE(session::running(line.model.aid->aid));
}

TEST_CASE("pausing the meeting's clock pauses the aid, and both go on together") {
    World world = at_aid(pairs_step);
    world.pass(20s);
    world.run(ToggleClock{});
    CHECK_FALSE(session::running(world.model.aid->aid));
    world.pass(5min);
    world.run(ToggleClock{});
    CHECK(session::running(world.model.aid->aid));
    CHECK(aid<Countdown>(world).view(world.now).left == 40s);
}

TEST_CASE("an aid that stood by itself is not started by the meeting's clock") {
    World world = at_aid(pairs_step);
    world.run(ToggleAid{});
    world.run(ToggleClock{});
    world.run(ToggleClock{});
    CHECK_FALSE(session::running(world.model.aid->aid));
}

TEST_CASE("an aid reached while the clock stands waits for it") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(ToggleClock{});
    world.go_to<session::AidCue>(pairs_step);
    CHECK_FALSE(session::running(world.model.aid->aid));
    world.run(ToggleClock{});
    CHECK(session::running(world.model.aid->aid));
}

TEST_CASE("minutes added to the step are added to the countdown too") {
    World world = at_aid(pairs_step);
    const int before = world.state().minutes[pairs_step];
    world.run(AddMinutes{2});
    CHECK(world.state().minutes[pairs_step] == before + 2);
    CHECK(aid<Countdown>(world).view(world.now).left == 3min);
}

TEST_CASE("minutes added in the break move its end") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{pause_step});
    const auto ends = std::get<BreakScene>(world.wall().scene).ends;
    world.run(AddMinutes{3});
    CHECK(std::get<BreakScene>(world.wall().scene).ends == ends + 3min);
}

TEST_CASE("an aid from the toolbox lies over the plan's own, which goes on below") {
    World world = at_aid(pairs_step);
    world.pass(10s);
    world.run(OpenToolbox{five_minutes(), "Nedtelling"});
    CHECK(world.model.aid->from_toolbox);
    CHECK(world.model.aid->title == "Nedtelling");
    CHECK_FALSE(session::running(world.model.aid->aid));
    world.pass(10s);
    world.run(CloseAid{});
    REQUIRE(world.model.aid);
    CHECK(world.model.aid->title == "Summing");
    CHECK(aid<Countdown>(world).view(world.now).left == 40s);
}

TEST_CASE("the aid below the toolbox stands and goes with the clock too") {
    World world = at_aid(pairs_step);
    world.run(OpenToolbox{five_minutes(), "Nedtelling"});
    world.run(ToggleClock{});
    world.pass(1min);
    world.run(ToggleClock{});
    world.run(CloseAid{});
    CHECK(aid<Countdown>(world).view(world.now).left == 60s);
}

TEST_CASE("next closes the toolbox's aid and moves on") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(OpenToolbox{five_minutes(), "Nedtelling"});
    world.run(Next{});
    CHECK_FALSE(world.model.aid);
    CHECK(world.state().cue == 1);
}

TEST_CASE("the plan's own aid leaves by moving on, not by closing") {
    World world = at_aid(pairs_step);
    world.run(CloseAid{});
    CHECK(world.model.aid);
}

TEST_CASE("the toolbox works without a meeting, and refuses what cannot be drawn") {
    World world;
    world.run(OpenToolbox{five_minutes(), "Nedtelling"});
    REQUIRE(world.model.aid);
    world.run(ToggleAid{});
    CHECK(session::running(world.model.aid->aid));
    world.run(OpenToolbox{{.type = "compass"}, "Kompass"});
    CHECK(world.says(words::Key::notice_aid_unknown));
    CHECK(world.model.aid->title == "Nedtelling");
    world.run(CloseAid{});
    CHECK_FALSE(world.model.aid);
}

TEST_CASE("forward and back move through phases and seats") {
    World phases = at_aid(pairs_step);
    phases.run(AidForward{});
    CHECK(aid<Countdown>(phases).view(phases.now).phase == 1);
    phases.pass(30s);
    phases.run(AidBackward{});
    CHECK(aid<Countdown>(phases).view(phases.now).phase == 1);
    CHECK(aid<Countdown>(phases).view(phases.now).left == 4min);
    phases.run(AidBackward{});
    CHECK(aid<Countdown>(phases).view(phases.now).phase == 0);
    phases.run(AidBackward{});
    CHECK(aid<Countdown>(phases).view(phases.now).phase == 0);

    World seats = at_aid(round_step);
    seats.run(AidForward{});
    seats.run(AidForward{});
    seats.run(AidBackward{});
    CHECK(aid<TalkingRound>(seats).seat == 1);
}

TEST_CASE("more time in a talking round is for the one who speaks") {
    World world = at_aid(round_step);
    world.pass(80s);
    world.run(AidMoreTime{1});
    CHECK(aid<TalkingRound>(world).left(world.now) == 70s);
    CHECK(aid<TalkingRound>(world).each == 90s);
    world.run(AidForward{});
    CHECK(aid<TalkingRound>(world).left(world.now) == 90s);
}

TEST_CASE("hands, marker and counts belong to the scale alone") {
    World world = at_aid(scale_step);
    world.run(AidHand{7, 1});
    world.run(AidHand{7, 1});
    world.run(AidHand{7, -1});
    world.run(AidHand{11, 1});
    world.run(AidHand{-1, 1});
    world.run(AidMarker{4});
    const auto& line = aid<session::Scale>(world);
    CHECK(line.hands[7] == 1);
    CHECK(line.total() == 1);
    CHECK(line.marker == 4);
    world.run(AidMarker{99});
    CHECK(line.marker == -1);
    world.run(AidShowCounts{true});
    CHECK(line.counts_shown);

    World other = at_aid(pairs_step);
    const session::Aid before = other.model.aid->aid;
    other.run(AidHand{7, 1});
    other.run(AidMarker{1});
    other.run(AidShowCounts{true});
    CHECK(other.model.aid->aid == before);
}

TEST_CASE("after a restart the countdown stands where it would have been") {
    World first = at_aid(pairs_step);
    first.pass(20s);
    first.run(ToggleClock{});
    first.pass(1min);
    first.run(ToggleClock{});
    first.pass(10s);
    first.run(AddMinutes{1});

    World second(false);
    second.now = first.now;
    second.run(StoreOpened{"/data", {spring_course()}, {}, Unfinished{5, 1, 1, first.model.run->log}});
    second.run(ResumeMeeting{});
    REQUIRE(second.model.aid);
    CHECK(aid<Countdown>(second).view(second.now).left == aid<Countdown>(first).view(first.now).left);
    CHECK(session::running(second.model.aid->aid));
}

TEST_CASE("after a restart a talking round waits to be started") {
    World first = at_aid(round_step);
    World second(false);
    second.now = first.now;
    second.run(StoreOpened{"/data", {spring_course()}, {}, Unfinished{5, 1, 1, first.model.run->log}});
    second.run(ResumeMeeting{});
    REQUIRE(second.model.aid);
    CHECK_FALSE(session::running(second.model.aid->aid));
}

TEST_CASE("undoing the step to an aid takes the aid away") {
    World world = at_aid(pairs_step);
    world.run(Undo{});
    CHECK_FALSE(world.model.aid);
}
