// What a course changes in the plans of its meetings.
#include "store/fault.h"
#include "store/migrations.h"
#include "store/state.h"
#include "support.h"

using namespace support;
using session::CoursePlan;
using session::PlannedStep;
using store::Access;
using store::Connection;
using store::Store;

namespace {

/// Every field in use, and every one left as the handbook has it.
CoursePlan every_field() {
    return {{.standard = "velkommen"},
            {.title = "Kaffe – «æøå»; DROP TABLE course",
             .note = "To linjer\nom kaffen",
             .minutes = 240,
             .leader = book::Leader::user_rep,
             .at = base::TimeOfDay{11, 5}},
            {.standard = "bølger-og-reaksjoner", .exercise = "del-2/ovelser/stigen.md", .minutes = 1},
            {.standard = "pause", .leader = book::Leader::none, .at = base::TimeOfDay{0, 0}, .skipped = true}};
}

CoursePlan plan_in(Store& store, std::int64_t course, int meeting) {
    const auto plans = store.plans().value();
    const auto found = plans.find({course, meeting});
    return found == plans.end() ? CoursePlan{} : found->second;
}

/// Writes to the file as nobody's program would.
void write(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database database(base::to_utf8(file), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

std::string row(std::int64_t course, const char* values) {
    return "INSERT INTO course_step (course, meeting, place, standard, exercise, title, instruction, minutes, leader, "
           "at, skipped) VALUES (" +
           std::to_string(course) + ", 1, " + values + ")";
}

}  // namespace

TEST_CASE("a plan is read back as it was written, also by a later opening") {
    const TempFolder folder;
    std::int64_t id = 0;
    {
        Store store = opened(folder.path);
        id = store.add_course(spring_course()).value();
        CHECK(store.plans().value().empty());
        REQUIRE(store.save_plan(id, 2, every_field()));
    }
    Store store = opened(folder.path);
    CHECK(plan_in(store, id, 2) == every_field());
    CHECK(store.plans().value().size() == 1);
    CHECK(store::verify(store.file()).ok());
}

TEST_CASE("a plan takes the place of the one before it, and an empty one leaves nothing") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    REQUIRE(store.save_plan(id, 2, every_field()));
    REQUIRE(store.save_plan(id, 2, {{.title = "Bare dette"}}));
    CHECK(plan_in(store, id, 2) == CoursePlan{{.title = "Bare dette"}});
    REQUIRE(store.save_plan(id, 2, {}));
    CHECK(store.plans().value().empty());
    CHECK(asked(store.file(), "SELECT count(*) FROM course_step") == "0");
}

TEST_CASE("each course and each meeting has its own plan, and they go with the course") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto spring = store.add_course(spring_course()).value();
    const auto autumn = store.add_course(spring_course()).value();
    REQUIRE(store.save_plan(spring, 1, {{.title = "Vår en"}}));
    REQUIRE(store.save_plan(spring, 6, {{.title = "Vår seks"}}));
    REQUIRE(store.save_plan(autumn, 1, {{.title = "Høst en"}}));
    CHECK(plan_in(store, spring, 6) == CoursePlan{{.title = "Vår seks"}});
    REQUIRE(store.remove_course(spring));
    CHECK(store.plans().value().size() == 1);
    CHECK(plan_in(store, autumn, 1) == CoursePlan{{.title = "Høst en"}});
}

TEST_CASE("a plan of no course, of no meeting or with what cannot be is refused and changes nothing") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    REQUIRE(store.save_plan(id, 1, every_field()));
    CHECK_FALSE(store.save_plan(id + 1, 1, every_field()).ok());
    CHECK_FALSE(store.save_plan(id, 0, every_field()).ok());
    for (const PlannedStep& wrong :
         {PlannedStep{}, PlannedStep{.title = "Kaffe", .minutes = 0}, PlannedStep{.title = "Kaffe", .minutes = 241},
          PlannedStep{.title = "\xff"}, PlannedStep{.title = "Kaffe", .at = base::TimeOfDay{25, 0}},
          PlannedStep{.title = std::string(5000, 'a')}}) {
        CAPTURE(wrong.title);
        CHECK_FALSE(store.save_plan(id, 1, {wrong}).ok());
    }
    CHECK_FALSE(store.save_plan(id, 1, CoursePlan(session::most_planned_steps + 1, {.title = "Kaffe"})).ok());
    CHECK(plan_in(store, id, 1) == every_field());
}

TEST_CASE("the file itself refuses rows that no plan has") {
    const TempFolder folder;
    const auto id = fill(folder.path);
    const auto file = file_in(folder);
    for (const char* values : {"0, 'a', '', '', '', 0, NULL, NULL, 0", "0, 'a', '', '', '', 241, NULL, NULL, 0",
                               "0, 'a', '', '', '', 'ti', NULL, NULL, 0", "0, 'a', '', '', '', NULL, 'sjef', NULL, 0",
                               "0, 'a', '', '', '', NULL, NULL, 'snart', 0", "0, 'a', '', '', '', NULL, NULL, NULL, 2",
                               "-1, 'a', '', '', '', NULL, NULL, NULL, 0"}) {
        CAPTURE(values);
        CHECK_THROWS(write(file, row(id, values)));
    }
    CHECK_THROWS(write(file, "PRAGMA foreign_keys = ON; " + row(id + 1, "0, 'a', '', '', '', NULL, NULL, NULL, 0")));
    CHECK(opened(folder.path).plans().value().empty());
}

TEST_CASE("rows that the file lets through and no plan can hold are damage, not a plan") {
    for (const char* values :
         {"0, 'a', '', '', '', NULL, NULL, '29:00', 0",           // within the column's pattern, and yet no time of day
          "0, '', '', '', '', NULL, NULL, NULL, 0",               // a step of nothing
          "0, '', '', 'a' || char(27), '', NULL, NULL, NULL, 0",  // control characters
          "0, '', '', CAST(x'ff' AS TEXT), '', NULL, NULL, NULL, 0",
          "0, '', '', printf('%.*c', 5000, 'a'), '', NULL, NULL, NULL, 0"}) {
        CAPTURE(values);
        const TempFolder folder;
        const auto id = fill(folder.path);
        write(file_in(folder), row(id, values));
        Store store = opened(folder.path);
        const auto plans = store.plans();
        REQUIRE_FALSE(plans.ok());
        CHECK(plans.error().fault == base::Fault::damaged);
    }
}

TEST_CASE("more steps than a meeting can have are damage too") {
    const TempFolder folder;
    const auto id = fill(folder.path);
    for (std::size_t i = 0; i <= session::most_planned_steps; ++i)
        write(file_in(folder), row(id, (std::to_string(i) + ", '', '', 'a', '', NULL, NULL, NULL, 0").c_str()));
    Store store = opened(folder.path);
    CHECK_FALSE(store.plans().ok());
}

TEST_CASE("a file of edition 2 is brought up to date with all that it held") {
    const TempFolder folder;
    REQUIRE(store::guarded(file_in(folder), [&]() -> base::Outcome {
        Connection connection(file_in(folder), Access::write);
        store::migrate(connection, store::migrations().first(2));
        return base::Nothing{};
    }));
    CHECK(asked(file_in(folder), "PRAGMA user_version") == "2");
    write(file_in(folder),
          "INSERT INTO course VALUES (4, 'Gammelt kurs', 'Eksempelvik', '', '10:00', '', '', 8);"
          "INSERT INTO course_date VALUES (4, 1, '2026-03-03');"
          "INSERT INTO tick VALUES (4, 'del-1/03.md', 7, 1);"
          "INSERT INTO attendance_event VALUES (1, 4, 1, 1, 1, 3, NULL, 'late', 0);");
    Store store = opened(folder.path);
    CHECK(asked(store.file(), "PRAGMA user_version") == std::to_string(store::newest_edition()));
    REQUIRE(store.courses().value().size() == 1);
    CHECK(store.courses().value().front().title == "Gammelt kurs");
    CHECK(store.records(4, 6).value().attendance.mark(3, 1) == course::Mark::late);
    CHECK(store.records(4, 6).value().ticks == std::set<course::Tick>{{"del-1/03.md", 7}});
    CHECK(store.plans().value().empty());
    REQUIRE(store.save_plan(4, 1, every_field()));
    CHECK(plan_in(store, 4, 1) == every_field());
    CHECK(store::backups(folder.path).size() == 1);
}
