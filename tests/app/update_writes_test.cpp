#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using course::Mark;

namespace {

base::Error disk_full_error() {
    return {base::Fault::disk_full, "/data", ""};
}

int retry_notices(const Model& model) {
    int count = 0;
    for (const Notice& notice : model.notices) count += notice.retry;
    return count;
}

}  // namespace

TEST_CASE("a mark changes the model at once and asks for one write") {
    World world;
    world.run(MarkAttendance{3, 1, Mark::present});
    CHECK(world.model.records.attendance.mark(3, 1) == Mark::present);
    REQUIRE(world.effect<AppendAttendance>());
    CHECK(world.effect<AppendAttendance>()->course == 1);
    CHECK(world.effects.size() == 1);
    CHECK(world.model.store.saved == world.now);
}

TEST_CASE("a write that fails is kept, told once with a way to try again, and the mark stands") {
    World world;
    world.disk_full = true;
    world.run(MarkAttendance{1, 1, Mark::present});
    CHECK(world.model.unsaved.size() == 1);
    CHECK(retry_notices(world.model) == 1);
    CHECK(world.model.records.attendance.mark(1, 1) == Mark::present);

    world.run(MarkAttendance{2, 1, Mark::late});
    CHECK(retry_notices(world.model) == 1);
}

TEST_CASE("writes that come after a failed one wait behind it in order") {
    World world;
    world.disk_full = true;
    world.run(MarkAttendance{1, 1, Mark::present});
    for (int participant = 2; participant <= 4; ++participant) {
        world.run(MarkAttendance{participant, 1, Mark::present});
        CHECK(world.effects.empty());
    }
    REQUIRE(world.model.unsaved.size() == 4);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(std::get<AppendAttendance>(world.model.unsaved[i]).events.front().participant == static_cast<int>(i) + 1);
}

TEST_CASE("trying again returns all that waits, in order, and takes the notice away when they are saved") {
    World world;
    world.disk_full = true;
    for (int participant = 1; participant <= 3; ++participant) world.run(MarkAttendance{participant, 1, Mark::present});
    world.disk_full = false;
    world.run(Retry{});
    REQUIRE(world.effects.size() == 3);
    CHECK(std::get<AppendAttendance>(world.effects[0]).events.front().participant == 1);
    CHECK(std::get<AppendAttendance>(world.effects[2]).events.front().participant == 3);
    CHECK(world.model.unsaved.empty());
    CHECK(retry_notices(world.model) == 0);
}

TEST_CASE("trying again while the disk is still full keeps everything in order and says so again") {
    World world;
    world.disk_full = true;
    for (int participant = 1; participant <= 3; ++participant) world.run(MarkAttendance{participant, 1, Mark::present});
    world.run(Retry{});
    REQUIRE(world.model.unsaved.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(std::get<AppendAttendance>(world.model.unsaved[i]).events.front().participant == static_cast<int>(i) + 1);
    CHECK(retry_notices(world.model) == 1);
}

TEST_CASE("with no register nothing is queued, the program goes on, and that is said once") {
    World world(false);
    world.run(StoreRefused{{base::Fault::damaged, "/data/mestringstreff.sqlite", ""}, "/data", {"2026-03-10"}});
    CHECK(world.model.store.phase == StorePhase::failed);
    CHECK(world.model.store.backups.size() == 1);
    world.run(ContinueWithoutStore{});
    CHECK_FALSE(world.model.store.error);
    CHECK(world.says(words::Key::notice_without_register));

    course::Course made = spring_course();
    world.run(CreateCourse{made});
    REQUIRE(world.model.open_course());
    world.pass(1h);
    world.run(Tick{base::Minutes{60}});
    CHECK(world.model.notices.empty());
    world.run(MarkAttendance{1, 1, Mark::present});
    world.run(StartMeeting{world.model.course, 1});
    world.run(Next{});
    CHECK(world.model.records.attendance.mark(1, 1) == Mark::present);
    CHECK(world.state().cue == 1);
    CHECK(world.model.unsaved.empty());
    CHECK(world.written.empty());
    CHECK(world.model.notices.empty());
}

TEST_CASE("a register that could not be opened can be tried again") {
    World world(false);
    world.run(StoreRefused{{base::Fault::in_use, "/data", ""}, "/data", {}});
    world.act(Retry{});
    CHECK(world.effect<OpenStore>());
    CHECK(world.model.store.phase == StorePhase::opening);
}

TEST_CASE("what is written while the register is being opened is written when it is open") {
    World world(false);
    world.run(CreateCourse{spring_course()});
    CHECK(world.effects.empty());
    world.run(StoreOpened{"/data", {}, {}, std::nullopt});
    CHECK(world.count_written<AddCourse>() == 1);
    CHECK(world.model.courses.size() == 1);
}

TEST_CASE("steps taken before the meeting has its number are written as soon as it has") {
    World world;
    world.disk_full = true;
    world.run(StartMeeting{1, 1});
    CHECK(world.model.run->id == 0);
    world.pass(1min);
    world.run(Next{});
    world.pass(1min);
    world.run(AddMinutes{2});
    CHECK(world.effects.empty());
    CHECK(world.model.unsaved.size() == 1);

    world.disk_full = false;
    world.run(Retry{});
    CHECK(world.model.run->id > 0);
    REQUIRE(world.written.size() == 3);
    CHECK(std::holds_alternative<BeginRun>(world.written[0]));
    CHECK(std::get<AppendRunEvent>(world.written[1]).event.event == session::Event(session::Went{welcome_step, 1}));
    CHECK(std::get<AppendRunEvent>(world.written[1]).run == world.model.run->id);
    CHECK(std::get<AppendRunEvent>(world.written[2]).event.event ==
          session::Event(session::MinutesAdded{welcome_step, 2}));
}

TEST_CASE("a meeting that was left before its number came is still written whole") {
    World world;
    world.disk_full = true;
    world.run(StartMeeting{1, 1});
    world.run(EndMeeting{});
    world.run(LeaveMeeting{});
    CHECK_FALSE(world.model.run);
    world.run(StartMeeting{1, 2});
    CHECK(world.says(words::Key::notice_run_unsaved));
    CHECK_FALSE(world.model.run);
    world.disk_full = false;
    world.run(Retry{});
    CHECK(world.count_written<AppendRunEvent>() == 1);
    world.run(StartMeeting{1, 2});
    CHECK(world.model.run->id > 0);
}

TEST_CASE("a rehearsal that follows is not taken for the meeting that waits for its number") {
    World world;
    world.disk_full = true;
    world.run(StartMeeting{1, 1});
    world.run(EndMeeting{});
    world.run(LeaveMeeting{});
    world.run(Rehearse{2});
    world.run(Next{});
    world.disk_full = false;
    world.run(Retry{});
    CHECK(world.model.run->id == 0);
    REQUIRE(world.count_written<AppendRunEvent>() == 1);
    CHECK(std::get<AppendRunEvent>(world.written.back()).event.event == session::Event(session::Ended{}));
}

TEST_CASE("only the latest value of a setting waits") {
    World world;
    world.act(WriteFailed{SetSetting{"look", "day"}, disk_full_error()});
    world.act(WriteFailed{AppendAttendance{1, {}}, disk_full_error()});
    world.act(WriteFailed{SetSetting{"look", "evening"}, disk_full_error()});
    REQUIRE(world.model.unsaved.size() == 2);
    CHECK(std::get<SetSetting>(world.model.unsaved[0]).value == "evening");
}

TEST_CASE("a deed that failed is told, and is not among what waits") {
    World world;
    world.act(DeedFailed{{base::Fault::unwritable, "/backup", ""}});
    CHECK(world.model.unsaved.empty());
    REQUIRE(world.model.notices.size() == 1);
    CHECK(world.model.notices[0].kind == NoticeKind::error);
    CHECK_FALSE(world.model.notices[0].retry);
}

TEST_CASE("notices for information go by themselves, the same text is told once, and there are never many") {
    World world;
    world.run(UndoMark{});
    world.run(UndoMark{});
    CHECK(world.model.notices.size() == 1);
    world.pass(10s);
    world.run(Tick{base::Minutes{60}});
    CHECK(world.model.notices.empty());
    for (int i = 0; i < 20; ++i) world.run(OpenDocument{"mangler-" + std::to_string(i) + ".md", ""});
    CHECK(world.model.notices.size() <= 5);
    const int id = world.model.notices.back().id;
    world.run(DismissNotice{id});
    for (const Notice& notice : world.model.notices) CHECK(notice.id != id);
}

TEST_CASE("the notice of unsaved work outlives those that only inform") {
    World world;
    world.act(WriteFailed{AppendAttendance{1, {}}, disk_full_error()});
    for (int i = 0; i < 20; ++i) world.act(DeedFailed{{base::Fault::unreadable, "/" + std::to_string(i), ""}});
    CHECK(retry_notices(world.model) == 1);
}

TEST_CASE("every update raises the revision, and only writes count as writes") {
    World world;
    const auto before = world.model.revision;
    world.act(Tick{base::Minutes{60}});
    CHECK(world.model.revision == before + 1);
    CHECK(is_write(SetSetting{}));
    CHECK(is_write(RemoveCourse{}));
    CHECK_FALSE(is_write(LoadRecords{}));
    CHECK_FALSE(is_write(MakeBackup{}));
    CHECK_FALSE(is_write(ShowWall{}));
}
