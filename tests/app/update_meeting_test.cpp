#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using course::Mark;
using session::Phase;

namespace {

int minutes_of(const World& world, int step) {
    return world.state().minutes[static_cast<std::size_t>(step)];
}

}  // namespace

TEST_CASE("starting a meeting stores the start, gets a number and goes to the meeting") {
    World world;
    world.run(StartMeeting{1, 1});
    REQUIRE(world.effect<BeginRun>());
    CHECK(world.effect<BeginRun>()->meeting == 1);
    CHECK(world.model.run->id > 0);
    CHECK(world.model.place == Place::meeting);
    CHECK(world.state().phase == Phase::running);
    CHECK(world.model.run->plan.steps.size() == 7);
    CHECK_FALSE(world.model.projection.visible);
}

TEST_CASE("a meeting begun near the hour of its day is measured against that hour") {
    World world;
    world.pass(12min);
    world.run(StartMeeting{1, 1});
    CHECK(world.state().scheduled);
    CHECK(world.state().scheduled_start == base::at_local({2026, 3, 11}, {10, 0}, base::Minutes{60}));
}

TEST_CASE("on another day, or hours away, a meeting is measured from its own start") {
    World late;
    late.pass(4h);
    late.run(StartMeeting{1, 1});
    CHECK_FALSE(late.state().scheduled);

    World other_day;
    other_day.run(StartMeeting{1, 2});
    CHECK_FALSE(other_day.state().scheduled);
    CHECK(other_day.state().scheduled_start == other_day.now);
}

TEST_CASE("starting while a meeting is on changes nothing") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(Next{});
    const auto before = world.model.run->log;
    world.run(StartMeeting{1, 2});
    world.run(Rehearse{2});
    CHECK(world.effects.empty());
    CHECK(world.model.run->log == before);
    CHECK(world.says(words::Key::notice_meeting_on));
}

TEST_CASE("starting a meeting of a course that is not open opens that course first") {
    World world;
    course::Course other = spring_course();
    other.id = 0;
    world.run(CreateCourse{other});
    world.act(StartMeeting{1, 1});
    REQUIRE(world.effects.size() == 2);
    CHECK(std::get<LoadRecords>(world.effects[0]).course == 1);
    CHECK(std::holds_alternative<BeginRun>(world.effects[1]));
    CHECK(world.model.course == 1);
}

TEST_CASE("a meeting that the handbook does not have cannot be started") {
    World world;
    world.run(StartMeeting{1, 6});
    CHECK_FALSE(world.model.run);
    CHECK(world.says(words::Key::notice_no_plan));
    world.run(StartMeeting{77, 1});
    CHECK(world.says(words::Key::notice_no_course));
    CHECK(world.written.empty());
}

TEST_CASE("a rehearsal runs like a meeting and writes nothing") {
    World world;
    world.run(Rehearse{1});
    for (int i = 0; i < 40; ++i) {
        world.pass(20s);
        world.run(Next{});
    }
    world.run(ToggleClock{});
    world.run(AddMinutes{1});
    world.run(Undo{});
    world.run(EndMeeting{});
    world.run(ReopenMeeting{});
    world.run(LeaveMeeting{});
    CHECK(world.written.empty());
    CHECK(world.model.records.held.empty());
    CHECK_FALSE(world.model.run);
}

TEST_CASE("next walks every cue of every step in order and stops at the last with a notice") {
    World world;
    world.run(StartMeeting{1, 1});
    std::vector<std::pair<int, int>> seen{{0, 0}};
    for (int i = 0; i < 100; ++i) {
        world.run(Next{});
        const std::pair here{world.state().step, world.state().cue};
        if (here == seen.back()) break;
        seen.push_back(here);
    }
    std::size_t cues = 0;
    for (const session::Step& step : world.model.run->plan.steps) cues += step.cues.size();
    CHECK(seen.size() == cues);
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    CHECK(world.says(words::Key::notice_last_step));
    CHECK(world.count_written<AppendRunEvent>() == static_cast<int>(cues) - 1);
    CHECK(world.state().phase == Phase::running);
    for (std::size_t i = 1; i < cues; ++i) world.run(Previous{});
    CHECK(world.state().step == 0);
    CHECK(world.state().cue == 0);
    world.run(Previous{});
    CHECK(world.effects.empty());
}

TEST_CASE("next and previous do nothing before, after and without a meeting") {
    World world;
    world.run(Next{});
    world.run(Previous{});
    CHECK(world.effects.empty());
    world.run(StartMeeting{1, 1});
    world.run(EndMeeting{});
    world.run(Next{});
    CHECK(world.effects.empty());
    CHECK(world.state().step == 0);
}

TEST_CASE("a step is reached directly, and going where one is writes nothing") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{round_step});
    CHECK(world.state().step == round_step);
    world.run(GoToStep{round_step});
    CHECK(world.effects.empty());
    world.run(GoToStep{99});
    world.run(GoToStep{-1});
    CHECK(world.state().step == round_step);
    world.run(LastStep{});
    CHECK(world.state().step == goodbye_step);
    world.run(FirstStep{});
    CHECK(world.state().step == welcome_step);
}

TEST_CASE("the clock pauses and goes on") {
    World world;
    world.run(StartMeeting{1, 1});
    world.pass(2min);
    world.run(ToggleClock{});
    CHECK(world.state().phase == Phase::paused);
    world.pass(5min);
    world.run(ToggleClock{});
    world.pass(1min);
    CHECK(session::timing(world.state(), world.model.run->plan, world.now).step_used == 3min);
}

TEST_CASE("minutes are added to the step, and a step that can shrink no more writes nothing") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(AddMinutes{5});
    CHECK(minutes_of(world, welcome_step) == 15);
    world.run(AddMinutes{-120});
    CHECK(minutes_of(world, welcome_step) == 1);
    world.run(AddMinutes{-1});
    CHECK(world.effects.empty());
    world.run(AddMinutes{0});
    CHECK(world.effects.empty());
}

TEST_CASE("the start can be corrected back, never into the future") {
    World world;
    world.pass(10min);
    world.run(StartMeeting{1, 1});
    world.pass(1min);
    world.run(CorrectStart{{10, 2}});
    CHECK(base::local(world.state().started, world.model.zone).time == base::TimeOfDay{10, 2});
    world.run(CorrectStart{{10, 12}});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_start_in_future));
    world.run(CorrectStart{{25, 0}});
    CHECK(world.effects.empty());
    world.run(CorrectStart{{6, 0}});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_start_not_usable));
}

TEST_CASE("corrections cannot creep further back than three hours before the start was pressed") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(CorrectStart{{8, 0}});
    CHECK(world.effect<AppendRunEvent>());
    world.run(CorrectStart{{6, 0}});
    CHECK(world.effects.empty());
}

TEST_CASE("the start cannot come after the first thing that happened") {
    World world;
    world.run(StartMeeting{1, 1});
    world.pass(3min);
    world.run(Next{});
    world.pass(10min);
    world.run(CorrectStart{{10, 8}});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_start_after_event));
    world.run(CorrectStart{{10, 2}});
    CHECK(world.effect<AppendRunEvent>());
}

TEST_CASE("just after midnight the start may have been yesterday") {
    World world;
    world.now = base::at_local({2026, 3, 12}, {0, 10}, base::Minutes{60});
    world.run(StartMeeting{1, 1});
    world.run(CorrectStart{{23, 50}});
    CHECK(base::local(world.state().started, world.model.zone).date == base::Date{2026, 3, 11});
}

TEST_CASE("ending marks the meeting as held, clears the cover, backs up and leaves a calm wall") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(StartProjecting{});
    world.run(ToggleCover{session::Cover::black});
    world.run(ToggleFreeze{});
    world.run(EndMeeting{});
    CHECK(world.effect<AppendRunEvent>());
    CHECK(world.effect<MakeBackup>());
    CHECK(world.model.records.held == std::vector<int>{1});
    CHECK(world.model.projection.cover == session::Cover::none);
    CHECK_FALSE(world.model.frozen);
    CHECK(world.model.projection.visible);
    CHECK(world.wall().cover == session::Cover::calm);
    CHECK(std::holds_alternative<EmptyScene>(world.wall().scene));
    world.run(EndMeeting{});
    CHECK(world.effects.empty());
}

TEST_CASE("an ended meeting can be opened again, by the button and by undo") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{round_step});
    world.run(EndMeeting{});
    world.run(ReopenMeeting{});
    CHECK(world.state().phase == Phase::running);
    CHECK(world.state().step == round_step);
    CHECK(world.model.records.held.empty());
    world.run(EndMeeting{});
    world.run(Undo{});
    CHECK(world.state().phase == Phase::running);
    CHECK(world.model.records.held.empty());
}

TEST_CASE("a meeting stays held when its second run is opened again, and is so no longer when the first is too") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(EndMeeting{});
    world.run(LeaveMeeting{});
    world.run(StartMeeting{1, 1});
    CHECK(world.model.records.held == std::vector<int>{1});
    world.run(EndMeeting{});
    CHECK(world.model.records.held == std::vector<int>{1, 1});
    world.run(ReopenMeeting{});
    CHECK(world.model.records.held == std::vector<int>{1});
    world.run(EndMeeting{});
    world.run(Undo{});
    CHECK(world.model.records.held == std::vector<int>{1});
}

TEST_CASE("a meeting is closed only when it has ended, and takes the wall down with it") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(StartProjecting{});
    world.run(LeaveMeeting{});
    CHECK(world.model.run);
    CHECK(world.says(words::Key::notice_still_running));
    world.run(EndMeeting{});
    world.run(LeaveMeeting{});
    CHECK_FALSE(world.model.run);
    REQUIRE(world.effect<ShowWall>());
    CHECK_FALSE(world.effect<ShowWall>()->visible);
    CHECK_FALSE(world.model.projection.visible);
}

TEST_CASE("undo in a meeting takes the latest of step, clock and mark") {
    World world;
    world.run(StartMeeting{1, 1});
    world.pass(1min);
    world.run(GoToStep{pairs_step});
    world.pass(1min);
    world.run(MarkAttendance{1, 1, Mark::present});
    world.run(Undo{});
    CHECK_FALSE(world.model.records.attendance.mark(1, 1));
    CHECK(world.state().step == pairs_step);
    world.run(Undo{});
    CHECK(world.state().step == welcome_step);
    world.run(Undo{});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_nothing_to_undo));
}

TEST_CASE("undo elsewhere takes the latest mark and leaves the meeting alone") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(MarkAttendance{1, 1, Mark::present});
    world.pass(1min);
    world.run(GoToStep{pairs_step});
    world.run(GoTo{Place::courses});
    world.run(Undo{});
    CHECK(world.state().step == pairs_step);
    CHECK_FALSE(world.model.records.attendance.mark(1, 1));
}

TEST_CASE("an unfinished meeting is offered, never resumed by itself, and resumes at the same step and clock") {
    World first;
    first.run(StartMeeting{1, 1});
    first.pass(4min);
    first.run(GoToStep{pairs_step});
    first.pass(3min);

    World second(false);
    second.now = first.now;
    second.run(
        StoreOpened{"/data", {spring_course()}, {}, Unfinished{first.model.run->id, 1, 1, first.model.run->log}});
    CHECK_FALSE(second.model.run);
    REQUIRE(second.model.unfinished);
    second.run(ResumeMeeting{});
    CHECK_FALSE(second.model.unfinished);
    CHECK(second.model.run->id == first.model.run->id);
    CHECK(second.state() == first.state());
    CHECK(second.model.place == Place::meeting);
    CHECK(second.written.empty());
    second.run(Next{});
    CHECK(second.effect<AppendRunEvent>()->run == first.model.run->id);
}

TEST_CASE("an unfinished meeting that is set aside ends where it was left") {
    World world;
    const std::vector<session::LoggedEvent> log{{world.now - 24h, session::Started{}},
                                                {world.now - 23h, session::Went{pairs_step, 0}}};
    world.run(StoreOpened{"/data", {spring_course()}, {}, Unfinished{5, 1, 1, log}});
    world.run(SetAsideMeeting{});
    REQUIRE(world.effect<AppendRunEvent>());
    CHECK(world.effect<AppendRunEvent>()->run == 5);
    CHECK(world.effect<AppendRunEvent>()->event == session::LoggedEvent{world.now - 23h, session::Ended{}});
    CHECK(world.model.records.held == std::vector<int>{1});
    CHECK_FALSE(world.model.unfinished);
    world.run(SetAsideMeeting{});
    CHECK(world.effects.empty());
}

TEST_CASE("beginning the unfinished meeting anew asks to go on or set aside; another one sets it aside") {
    World world;
    const std::vector<session::LoggedEvent> log{{world.now - 24h, session::Started{}}};
    world.run(StoreOpened{"/data", {spring_course()}, {}, Unfinished{5, 1, 1, log}});
    world.run(StartMeeting{1, 1});
    CHECK_FALSE(world.model.run);
    CHECK(world.says(words::Key::notice_meeting_begun));
    world.run(StartMeeting{1, 2});
    REQUIRE(world.model.run);
    CHECK(world.model.run->plan.meeting == 2);
    CHECK(world.count_written<AppendRunEvent>() == 1);
    CHECK_FALSE(world.model.unfinished);
}
