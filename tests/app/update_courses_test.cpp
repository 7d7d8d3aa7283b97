#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using course::Mark;

namespace {

course::Course autumn_course() {
    course::Course made = spring_course();
    made.id = 0;
    made.title = "Høstkurset";
    made.participants = 12;
    return made;
}

}  // namespace

TEST_CASE("a course that is created is stored, opened and empty") {
    World world;
    world.run(MarkAttendance{1, 1, Mark::present});
    world.run(CreateCourse{autumn_course()});
    CHECK(world.effect<AddCourse>());
    REQUIRE(world.model.open_course());
    CHECK(world.model.open_course()->title == "Høstkurset");
    CHECK(world.model.records.attendance.participants() == 12);
    CHECK(world.model.records.attendance.events().empty());
}

TEST_CASE("a course with faults is not stored") {
    World world;
    course::Course bad = autumn_course();
    bad.title.clear();
    world.run(CreateCourse{bad});
    CHECK(world.effects.empty());
    CHECK(world.model.courses.size() == 1);
    CHECK(world.says(words::Key::notice_course_faulty));
}

TEST_CASE("a changed course is stored, and its marks stay when it grows") {
    World world;
    world.run(MarkAttendance{9, 1, Mark::late});
    course::Course larger = spring_course();
    larger.participants = 11;
    world.run(EditCourse{larger});
    CHECK(world.effect<ChangeCourse>());
    CHECK(world.model.records.attendance.participants() == 11);
    CHECK(world.model.records.attendance.mark(9, 1) == Mark::late);
    world.run(EditCourse{larger});
    CHECK(world.effects.empty());
    larger.id = 99;
    world.run(EditCourse{larger});
    CHECK(world.says(words::Key::notice_no_course));
}

TEST_CASE("deleting the open course opens the newest of the others") {
    World world;
    world.run(CreateCourse{autumn_course()});
    const auto newest = world.model.course;
    world.run(OpenCourse{1});
    world.run(DeleteCourse{1});
    CHECK(world.effect<RemoveCourse>());
    CHECK(world.model.course == newest);
    CHECK(world.effect<LoadRecords>());
    world.run(DeleteCourse{newest});
    CHECK(world.model.course == 0);
    CHECK_FALSE(world.model.open_course());
}

TEST_CASE("a course whose meeting is on cannot be deleted") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(DeleteCourse{1});
    CHECK(world.model.courses.size() == 1);
    CHECK(world.says(words::Key::notice_course_running));
}

TEST_CASE("deleting a course takes what it had waiting to be written with it") {
    World world;
    world.disk_full = true;
    world.run(MarkAttendance{1, 1, Mark::present});
    world.run(DeleteCourse{1});
    REQUIRE(world.model.unsaved.size() == 1);
    CHECK(std::holds_alternative<RemoveCourse>(world.model.unsaved.front()));
}

TEST_CASE("opening a course asks for its records, and no mark is made before they are there") {
    World world;
    world.run(CreateCourse{autumn_course()});
    world.act(OpenCourse{1});
    CHECK(world.model.place == Place::courses);
    REQUIRE(world.effect<LoadRecords>());
    world.act(MarkAttendance{1, 1, Mark::present});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_records_missing));
    world.act(RecordsLoaded{1, {.attendance = {9, 2}}});
    world.act(MarkAttendance{1, 1, Mark::present});
    CHECK(world.effect<AppendAttendance>());
}

TEST_CASE("records of a course that is no longer open are not taken for this one's") {
    World world;
    world.run(CreateCourse{autumn_course()});
    world.act(RecordsLoaded{1, {.attendance = {9, 2}, .held = {1}}});
    CHECK(world.model.records.held.empty());
}

TEST_CASE("marks that could not be written yet are there again when the course is opened again") {
    World world;
    world.run(CreateCourse{autumn_course()});
    const auto autumn = world.model.course;
    world.run(OpenCourse{1});
    world.disk_full = true;
    world.run(MarkAttendance{4, 1, Mark::excused});
    world.run(OpenRound{1});
    world.run(OpenCourse{autumn});
    world.run(OpenCourse{1});
    CHECK(world.model.records.attendance.mark(4, 1) == Mark::excused);
    REQUIRE(world.model.records.feedback.size() == 1);
    CHECK(world.model.records.feedback[0].phase == course::RoundPhase::open);
}

TEST_CASE("everyone else is here fills only the unmarked, and one undo takes it back") {
    World world;
    world.run(MarkAttendance{2, 1, Mark::excused});
    world.pass(1s);
    world.run(MarkRestPresent{1});
    CHECK(world.model.records.attendance.of_meeting(1).present == 8);
    CHECK(world.model.records.attendance.mark(2, 1) == Mark::excused);
    world.run(Undo{});
    CHECK(world.model.records.attendance.of_meeting(1).unmarked == 8);
    CHECK(world.model.records.attendance.mark(2, 1) == Mark::excused);
    world.run(Redo{});
    CHECK(world.model.records.attendance.of_meeting(1).present == 8);
    CHECK(world.count_written<AppendAttendance>() == 4);
}

TEST_CASE("undoing with nothing to undo says so") {
    World world;
    world.run(UndoMark{});
    CHECK(world.says(words::Key::notice_nothing_to_undo));
    world.run(RedoMark{});
    CHECK(world.says(words::Key::notice_nothing_to_redo));
    CHECK(world.written.empty());
}

TEST_CASE("a course that is not there cannot be opened") {
    World world;
    world.run(OpenCourse{42});
    CHECK(world.says(words::Key::notice_no_course));
    CHECK(world.model.course == 1);
}

TEST_CASE("the meeting's place shows the records of its own course again") {
    World world;
    world.run(CreateCourse{autumn_course()});
    world.run(StartMeeting{1, 1});
    world.run(OpenCourse{world.model.courses.back().id});
    CHECK(world.model.course != 1);
    world.run(GoTo{Place::meeting});
    CHECK(world.model.course == 1);
}
