#include <algorithm>
#include <random>

#include "support.h"

using namespace support;
using base::Fault;
using course::AttendanceSheet;
using course::Course;
using course::FeedbackRound;
using course::Mark;
using course::RoundPhase;
using store::Store;

TEST_CASE("a course is read back as it was stored, also by a later opening") {
    const TempFolder folder;
    Course course = spring_course();
    {
        Store store = opened(folder.path);
        CHECK(store.courses().value().empty());
        course.id = store.add_course(course).value();
        CHECK(course.id > 0);
        CHECK(store.courses().value() == std::vector{course});
    }
    CHECK(opened(folder.path).courses().value() == std::vector{course});
}

TEST_CASE("a changed course keeps its id, its marks and its place in the list") {
    const TempFolder folder;
    Store store = opened(folder.path);
    Course first = spring_course();
    Course second = spring_course();
    first.id = store.add_course(first).value();
    second.id = store.add_course(second).value();
    AttendanceSheet sheet(12, 6);
    REQUIRE(store.append_attendance(first.id, sheet.set(1, 1, Mark::late, now)));
    first.title = "Høstkurset";
    first.starts = {9, 5};
    first.participants = 8;
    first.dates = course::dates_from({2026, 9, 1}, 4);
    REQUIRE(store.change_course(first));
    CHECK(store.courses().value() == std::vector{first, second});
    CHECK(store.records(first.id, 6).value().attendance.mark(1, 1) == Mark::late);
}

TEST_CASE("a removed course takes all that belongs to it along, and its id is not given again") {
    const TempFolder folder;
    {
        Store store = opened(folder.path);
        const auto id = store.add_course(spring_course()).value();
        const auto other = store.add_course(spring_course()).value();
        const AttendanceSheet sheet(12, 6);
        for (const auto course : {id, other}) {
            REQUIRE(store.append_attendance(course, sheet.rest_present(1, now)));
            REQUIRE(store.save_round(course, {1, RoundPhase::open, {{"nytte", {1}}}}));
            REQUIRE(store.begin_run(course, 1, {now, session::Started{}}).ok());
            REQUIRE(store.save_tick(course, {"om.md", 1}, true, now));
        }
        REQUIRE(store.remove_course(other));
        CHECK(store.courses().value().size() == 1);
        CHECK(store.records(other, 6).error().fault == Fault::not_found);
        CHECK(store.remove_course(other).error().fault == Fault::not_found);
        CHECK(store.records(id, 6).value().attendance.of_meeting(1).present == 12);
        CHECK(store.add_course(spring_course()).value() > other);
    }
    for (const char* table : {"attendance_event", "course_date", "feedback_round", "feedback_count", "run", "tick"})
        CHECK(asked(file_in(folder), "SELECT count(*) FROM " + std::string(table) + " WHERE course = 2") == "0");
    CHECK(asked(file_in(folder), "SELECT count(*) FROM run_event") == "1");
}

TEST_CASE("what a removed course said is in no file of the folder afterwards") {
    const TempFolder folder;
    Store store = opened(folder.path);
    Course course = spring_course();
    course.place = "MARKORD-I-STEDET";
    const auto id = store.add_course(course).value();
    REQUIRE(store.remove_course(id));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path))
        if (entry.is_regular_file()) CHECK((bytes(entry.path()).find("MARKORD") == std::string::npos));
}

TEST_CASE("what concerns a course that is not there is refused, and nothing is stored") {
    const TempFolder folder;
    Store store = opened(folder.path);
    Course course = spring_course();
    course.id = 7;
    const AttendanceSheet sheet(12, 6);
    CHECK(store.change_course(course).error().fault == Fault::not_found);
    CHECK(store.append_attendance(7, sheet.rest_present(1, now)).error().fault == Fault::not_found);
    CHECK(store.save_round(7, {1, RoundPhase::open, {}}).error().fault == Fault::not_found);
    CHECK(store.begin_run(7, 1, {now, session::Started{}}).error().fault == Fault::not_found);
    CHECK(store.append_run_event(7, {now, session::Paused{}}).error().fault == Fault::not_found);
    CHECK(store.records(7, 6).error().fault == Fault::not_found);
    CHECK(store::verify(store.file()).value().marks == 0);
}

TEST_CASE("a course with a date that no calendar has is refused whole") {
    const TempFolder folder;
    Store store = opened(folder.path);
    Course course = spring_course();
    course.dates[5] = {2026, 2, 30};
    CHECK(store.add_course(course).error().fault == Fault::bad_input);
    CHECK(store.courses().value().empty());
}

TEST_CASE("attendance is read back event by event, and gives the same sheet") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    AttendanceSheet sheet(12, 6);
    const auto keep = [&](const std::vector<course::AttendanceEvent>& events) {
        REQUIRE(store.append_attendance(id, events));
        sheet.apply(events);
    };
    keep(sheet.set(3, 1, Mark::excused, now));
    keep(sheet.set(4, 2, Mark::absent, now + 1s));
    keep(sheet.rest_present(1, now + 2s));
    keep(sheet.undo(now + 3s));
    keep(sheet.redo(now + 4s));
    keep(sheet.set(3, 1, std::nullopt, now + 5s));
    const auto records = store.records(id, 6).value();
    CHECK(records.attendance.events() == sheet.events());
    for (int meeting = 1; meeting <= 6; ++meeting)
        CHECK(records.attendance.of_meeting(meeting) == sheet.of_meeting(meeting));
    CHECK(records.attendance.undo(now) == sheet.undo(now));
}

TEST_CASE("appending no events, or the same events again after a failure, changes nothing") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    const auto events = AttendanceSheet(12, 6).rest_present(1, now);
    REQUIRE(store.append_attendance(id, {}));
    REQUIRE(store.append_attendance(id, events));
    REQUIRE(store.append_attendance(id, events));
    CHECK(store.records(id, 6).value().attendance.events() == events);
}

TEST_CASE("another event under a batch number that is taken is refused, with all that came along") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    const AttendanceSheet sheet(12, 6);
    const auto first = sheet.set(2, 1, Mark::late, now);
    REQUIRE(store.append_attendance(id, first));
    CHECK(store.append_attendance(id, sheet.rest_present(1, now)).error().fault == Fault::bad_input);
    CHECK(store.records(id, 6).value().attendance.events() == first);
}

TEST_CASE("the file itself refuses to have a mark overwritten or taken out") {
    const TempFolder folder;
    fill(folder.path);
    CHECK_THROWS_AS(asked(file_in(folder), "UPDATE attendance_event SET mark_after = 'absent' RETURNING 1"),
                    SQLite::Exception);
    CHECK_THROWS_AS(asked(file_in(folder), "DELETE FROM attendance_event RETURNING 1"), SQLite::Exception);
    CHECK(asked(file_in(folder), "SELECT count(*) FROM attendance WHERE mark = 'present'") == "12");
}

TEST_CASE("the view of attendance holds the marks as they stand, without the unmarked") {
    const TempFolder folder;
    {
        Store store = opened(folder.path);
        const auto id = store.add_course(spring_course()).value();
        AttendanceSheet sheet(12, 6);
        for (const auto mark : {std::optional(Mark::present), std::optional(Mark::late), std::optional<Mark>()}) {
            for (const int participant : {1, 2}) {
                if (participant == 2 && !mark) continue;
                const auto events = sheet.set(participant, 1, mark, now);
                REQUIRE(store.append_attendance(id, events));
                sheet.apply(events);
            }
        }
    }
    CHECK(asked(file_in(folder), "SELECT group_concat(participant || mark) FROM attendance") == "2late");
    CHECK(store::verify(file_in(folder)).value().marks == 1);
}

TEST_CASE("the schema has no column that could hold a person") {
    const TempFolder folder;
    fill(folder.path);
    const std::string columns =
        asked(file_in(folder),
              "SELECT group_concat(t.name || '.' || c.name) FROM sqlite_schema t, "
              "pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'");
    for (const char* word : {"name", "phone", "birth", "mail", "address", "diagnos", "note", "comment"})
        CHECK(columns.find(word) == std::string::npos);
    CHECK(columns.find("course.title") != std::string::npos);
}

TEST_CASE("every table is strict") {
    const TempFolder folder;
    fill(folder.path);
    CHECK(asked(file_in(folder),
                "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                "AND name NOT LIKE 'sqlite%' AND NOT strict") == "0");
}

TEST_CASE("every meeting has a round, in order, also where none was opened") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    const FeedbackRound third{3, RoundPhase::open, {{"trygghet", {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 99}}, {"nytte", {}}}};
    REQUIRE(store.save_round(id, third));
    const auto feedback = store.records(id, 6).value().feedback;
    REQUIRE(feedback.size() == 6);
    for (int meeting = 1; meeting <= 6; ++meeting)
        CHECK(feedback[static_cast<std::size_t>(meeting - 1)] ==
              (meeting == 3 ? third : FeedbackRound{meeting, RoundPhase::not_opened, {}}));
}

TEST_CASE("a round is replaced whole, questions and all, as long as it is open") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    REQUIRE(store.save_round(id, {1, RoundPhase::open, {{"nytte", {1}}, {"tempo", {2}}}}));
    const FeedbackRound other{1, RoundPhase::open, {{"trygghet", {3}}, {"nytte", {1, 1}}}};
    REQUIRE(store.save_round(id, other));
    CHECK(store.records(id, 1).value().feedback == std::vector{other});
}

TEST_CASE("a closed round takes no more answers and does not open again") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    const FeedbackRound closed{1, RoundPhase::closed, {{"nytte", {2, 3}}}};
    REQUIRE(store.save_round(id, closed));
    CHECK(store.save_round(id, closed).ok());
    CHECK(store.save_round(id, {1, RoundPhase::closed, {{"nytte", {2, 4}}}}).error().fault == Fault::bad_input);
    CHECK(store.save_round(id, {1, RoundPhase::open, {{"nytte", {2, 3}}}}).error().fault == Fault::bad_input);
    CHECK(store.records(id, 1).value().feedback == std::vector{closed});
}

TEST_CASE("counts that no room can give are refused") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    CHECK(store.save_round(id, {1, RoundPhase::open, {{"nytte", {-1}}}}).error().fault == Fault::bad_input);
    CHECK(store.save_round(id, {1, RoundPhase::open, {{"nytte", {1000}}}}).error().fault == Fault::bad_input);
    CHECK(store.save_round(id, {1, RoundPhase::open, {{"nytte", {1}}, {"nytte", {1}}}}).error().fault ==
          Fault::bad_input);
    CHECK(store.save_round(id, {1, RoundPhase::open, {{"", {1}}}}).error().fault == Fault::bad_input);
    CHECK(store.save_round(id, {0, RoundPhase::open, {}}).error().fault == Fault::bad_input);
    CHECK(store::verify(store.file()).value().rounds == 0);
}

TEST_CASE("the order in which people answered leaves no trace: the files are the same byte for byte") {
    std::mt19937 random(17);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    for (int group = 0; group < 6; ++group) {
        std::vector<std::vector<course::Answer>> people(static_cast<std::size_t>(pick(5, 12)));
        for (auto& answers : people)
            for (const char* question : {"nytte", "trygghet", "tempo"})
                if (answers.empty() || pick(0, 3) != 0) answers.push_back({question, pick(0, 10)});
        std::vector<std::string> files;
        for (int order = 0; order < 2; ++order) {
            const TempFolder folder;
            {
                Store store = opened(folder.path);
                const auto id = store.add_course(spring_course()).value();
                FeedbackRound round{1, RoundPhase::open, {{"nytte", {}}, {"trygghet", {}}, {"tempo", {}}}};
                REQUIRE(store.save_round(id, round));
                for (const auto& answers : people) {
                    REQUIRE(course::submit(round, answers));
                    REQUIRE(store.save_round(id, round));
                    std::filesystem::path log = store.file();
                    log += "-wal";
                    REQUIRE(std::filesystem::file_size(log) == 0);
                }
                round.phase = RoundPhase::closed;
                REQUIRE(store.save_round(id, round));
            }
            files.push_back(bytes(file_in(folder)));
            std::shuffle(people.begin(), people.end(), random);
        }
        CHECK(files[0] == files[1]);
    }
}

TEST_CASE("settings are kept, replaced, and hold any text") {
    const TempFolder folder;
    {
        Store store = opened(folder.path);
        CHECK(store.settings().value().empty());
        REQUIRE(store.set_setting("språk", "nb"));
        REQUIRE(store.set_setting("språk", "nn'; --"));
        REQUIRE(store.set_setting("tom", ""));
    }
    const std::map<std::string, std::string> wanted{{"språk", "nn'; --"}, {"tom", ""}};
    CHECK(opened(folder.path).settings().value() == wanted);
}
