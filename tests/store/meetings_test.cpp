// What is kept of a meeting: a line, hands as counts, who sat together, minutes used.
#include <array>

#include "support.h"

using namespace support;
using base::Fault;
using course::HandCount;
using course::StepTime;
using session::Groups;
using store::Store;

namespace {

const HandCount before{1, "Hvor urolig er du nå?", {0, 1, 2, 0, 0, 3, 0, 999, 0, 0, 1}};
const HandCount after{1, "Og etter «pust»; DROP TABLE hand_count", {4}};
const HandCount habits{1, "Søvnsjekken", {}, {{"Står opp til samme tid", 7}, {"«Dagslys»; --", 0}, {"Mørkt rom", 999}}};

struct Kept {
    TempFolder folder;
    Store store = opened(folder.path);
    std::int64_t course = store.add_course(spring_course()).value();

    store::CourseRecords records() { return store.records(course, 6).value(); }
    void times(std::int64_t run, const std::vector<StepTime>& times) {
        REQUIRE(store.append_run_event(run, {now, session::Ended{}}, times));
    }
    std::string ask(const std::string& sql) { return asked(store.file(), sql); }
    void reopen() {
        Store again = [&] {
            { Store gone = std::move(store); }
            return opened(folder.path);
        }();
        store = std::move(again);
    }
};

StepTime took(std::int64_t run, const Kept& kept, int meeting, const char* title, int planned, int used) {
    return {kept.course, meeting, title, "ovelser/a.md", planned, used, run};
}

}  // namespace

TEST_CASE("a line to next time is read back by a later opening, changed and taken away") {
    Kept kept;
    REQUIRE(kept.store.save_line(kept.course, 1, "Ta med flere penner; «æøå»"));
    REQUIRE(kept.store.save_line(kept.course, 6, std::string(course::longest_line, 'x')));
    kept.reopen();
    CHECK(kept.records().lines ==
          std::map<int, std::string>{{1, "Ta med flere penner; «æøå»"}, {6, std::string(course::longest_line, 'x')}});
    REQUIRE(kept.store.save_line(kept.course, 1, "Noe annet"));
    REQUIRE(kept.store.save_line(kept.course, 6, ""));
    REQUIRE(kept.store.save_line(kept.course, 5, ""));
    CHECK(kept.records().lines == std::map<int, std::string>{{1, "Noe annet"}});
}

TEST_CASE("a line that is too long, of no meeting or of no course is refused") {
    Kept kept;
    CHECK(kept.store.save_line(kept.course, 1, std::string(course::longest_line + 1, 'x')).error().fault ==
          Fault::bad_input);
    CHECK(kept.store.save_line(kept.course, 0, "x").error().fault == Fault::bad_input);
    CHECK(kept.store.save_line(99, 1, "x").error().fault == Fault::not_found);
    CHECK(kept.records().lines.empty());
}

TEST_CASE("hands are read back as counts, and counted anew they replace the old ones") {
    Kept kept;
    REQUIRE(kept.store.save_hands(kept.course, before));
    REQUIRE(kept.store.save_hands(kept.course, after));
    kept.reopen();
    CHECK(kept.records().hands == std::vector{before, after});
    HandCount again = before;
    again.hands = {1};
    REQUIRE(kept.store.save_hands(kept.course, again));
    REQUIRE(kept.store.save_hands(kept.course, {1, after.question, {}}));
    REQUIRE(kept.store.save_hands(kept.course, {2, after.question, {}}));
    CHECK(kept.records().hands == std::vector{again});
    // Counts, and nothing that could be one person's answer with a time to it.
    CHECK(kept.ask("SELECT count(*) FROM pragma_table_info('hand_count')") == "14");
}

TEST_CASE("hands at the items of a list are read back with the items' names, in their order") {
    Kept kept;
    REQUIRE(kept.store.save_hands(kept.course, before));
    REQUIRE(kept.store.save_hands(kept.course, habits));
    kept.reopen();
    CHECK(kept.records().hands == std::vector{before, habits});
    HandCount shorter{1, habits.question, {}, {{"Noe annet", 1}}};
    REQUIRE(kept.store.save_hands(kept.course, shorter));
    CHECK(kept.records().hands == std::vector{before, shorter});
    // The same question on the line takes its place, and the other way round.
    REQUIRE(kept.store.save_hands(kept.course, {1, habits.question, {0, 3}}));
    CHECK(kept.records().hands == std::vector{before, HandCount{1, habits.question, {0, 3}}});
    REQUIRE(kept.store.save_hands(kept.course, habits));
    CHECK(kept.records().hands == std::vector{before, habits});
    REQUIRE(kept.store.save_hands(kept.course, {1, habits.question, {}, {{"Dagslys", 0}}}));
    CHECK(kept.records().hands == std::vector{before});
}

TEST_CASE("hands that nobody can have held up are refused") {
    Kept kept;
    for (const int hands : {-1, 1000, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()}) {
        HandCount counts = before;
        counts.hands[10] = hands;
        CHECK(kept.store.save_hands(kept.course, counts).error().fault == Fault::bad_input);
    }
    CHECK(kept.store.save_hands(kept.course, {0, "x", {1}}).error().fault == Fault::bad_input);
    CHECK(kept.store.save_hands(kept.course, {1, "x", {}, {{"y", -1}}}).error().fault == Fault::bad_input);
    CHECK(kept.store.save_hands(kept.course, {1, "x", {1}, {{"y", 1}}}).error().fault == Fault::bad_input);
    CHECK(kept.store.save_hands(99, before).error().fault == Fault::not_found);
    CHECK(kept.records().hands.empty());
}

TEST_CASE("who sat together is read back in order, and a division dealt anew takes the place of the old one") {
    Kept kept;
    const Groups first{{1, 2, 3}, {4, 5}};
    const Groups second{{1, 4}, {2, 5}, {3}};
    REQUIRE(kept.store.save_groups(kept.course, 1, second));
    REQUIRE(kept.store.save_groups(kept.course, 0, second));
    REQUIRE(kept.store.save_groups(kept.course, 0, first));
    kept.reopen();
    CHECK(kept.records().groups == std::vector{first, second});
}

TEST_CASE("groups of nobody, of too many, and past the last division are refused") {
    Kept kept;
    const Groups nobody;
    const Groups empty_group{{1}, {}};
    const Groups zero{{0, 1}};
    const Groups crowd{std::vector<int>(201, 1)};
    for (const Groups& groups : {nobody, empty_group, zero, crowd})
        CHECK(kept.store.save_groups(kept.course, 0, groups).error().fault == Fault::bad_input);
    CHECK(kept.store.save_groups(kept.course, -1, {{1, 2}}).error().fault == Fault::bad_input);
    CHECK(kept.store.save_groups(kept.course, 1000, {{1, 2}}).error().fault == Fault::bad_input);
    CHECK(kept.store.save_groups(99, 0, {{1, 2}}).error().fault == Fault::not_found);
    CHECK(kept.records().groups.empty());
}

TEST_CASE("minutes are kept for each step of a run, and replaced as a whole") {
    Kept kept;
    const auto run = kept.store.begin_run(kept.course, 3, {now, session::Started{}}).value();
    const auto other = kept.store.begin_run(kept.course, 4, {now, session::Started{}}).value();
    kept.times(run,
               {took(run, kept, 3, "En", 10, 600), took(run, kept, 3, "To", 20, 0), took(run, kept, 3, "Tre", 5, 400)});
    kept.times(other, {took(other, kept, 4, "Fire", 15, 86400)});
    kept.reopen();
    const std::vector<StepTime> shorter{took(run, kept, 3, "En", 10, 660)};
    kept.times(run, shorter);
    CHECK(kept.store.times().value() == std::vector{shorter[0], took(other, kept, 4, "Fire", 15, 86400)});
    kept.times(run, {});
    CHECK(kept.store.times().value().size() == 1);
}

TEST_CASE("a meeting's end and its minutes are kept together or not at all") {
    Kept kept;
    const auto run = kept.store.begin_run(kept.course, 3, {now, session::Started{}}).value();
    const session::LoggedEvent end{now, session::Ended{}};
    // Stopped after the event and before the last of the minutes: the second step can not be written.
    SQLite::Database(base::to_utf8(kept.store.file()), SQLite::OPEN_READWRITE)
        .exec(
            "CREATE TRIGGER stop BEFORE INSERT ON step_time WHEN NEW.place = 1 BEGIN SELECT RAISE(ABORT, 'stop'); END");
    const std::vector<StepTime> two{took(run, kept, 3, "En", 10, 600), took(run, kept, 3, "To", 20, 60)};
    REQUIRE_FALSE(kept.store.append_run_event(run, end, two));
    CHECK(kept.records().held.empty());
    CHECK(kept.store.times().value().empty());
    SQLite::Database(base::to_utf8(kept.store.file()), SQLite::OPEN_READWRITE).exec("DROP TRIGGER stop");
    REQUIRE(kept.store.append_run_event(run, end, two));
    CHECK(kept.records().held == std::vector{3});
    CHECK(kept.store.times().value() == two);
}

TEST_CASE("minutes of no run, and such as nobody can have used, are refused and change nothing") {
    Kept kept;
    const auto run = kept.store.begin_run(kept.course, 3, {now, session::Started{}}).value();
    const std::vector<StepTime> good{took(run, kept, 3, "En", 10, 600)};
    kept.times(run, good);
    const session::LoggedEvent end{now, session::Ended{}};
    CHECK(kept.store.append_run_event(run + 1, end, good).error().fault == Fault::not_found);
    CHECK_FALSE(kept.store.append_run_event(run, end, {{good[0], took(run, kept, 3, "To", 10, -1)}}));
    CHECK_FALSE(kept.store.append_run_event(run, end, {{took(run, kept, 3, "To", -1, 10)}}));
    CHECK(kept.store.times().value() == good);
}

TEST_CASE("a removed course takes all of it along, and another course keeps its own") {
    Kept kept;
    const auto other = kept.store.add_course(spring_course()).value();
    for (const auto course : {kept.course, other}) {
        REQUIRE(kept.store.save_line(course, 1, "Linja"));
        REQUIRE(kept.store.save_hands(course, before));
        REQUIRE(kept.store.save_hands(course, {1, "Søvnsjekken", {}, {{"Dagslys", 4}}}));
        REQUIRE(kept.store.save_groups(course, 0, {{1, 2}}));
        const auto run = kept.store.begin_run(course, 1, {now, session::Started{}}).value();
        kept.times(run, {{course, 1, "En", "", 10, 60}});
    }
    REQUIRE(kept.store.remove_course(kept.course));
    for (const char* table : {"meeting_line", "hand_count", "item_count", "grouping", "step_time"}) {
        INFO(table);
        CHECK(kept.ask("SELECT count(*) FROM " + std::string(table)) == "1");
    }
    CHECK(kept.store.records(other, 6).value().lines.at(1) == "Linja");
    CHECK(kept.store.times().value() == std::vector{StepTime{other, 1, "En", "", 10, 60, 2}});
}

TEST_CASE("rows that this program never writes are refused by the file or said to be damaged") {
    Kept kept;
    REQUIRE(kept.store.save_groups(kept.course, 0, {{1, 2}}));
    const auto refused = [&](const std::string& sql) {
        SQLite::Database database(base::to_utf8(kept.store.file()), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA foreign_keys = ON");
        return database.tryExec(sql) != SQLite::OK;
    };
    CHECK(refused("INSERT INTO meeting_line VALUES (1, 0, 'x')"));
    CHECK(refused("INSERT INTO meeting_line VALUES (99, 1, 'x')"));
    CHECK(refused("INSERT INTO hand_count VALUES (1, 1, 'x', -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"));
    CHECK(refused("INSERT INTO item_count VALUES (1, 1, 'x', 0, 'y', 1000)"));
    CHECK(refused("INSERT INTO item_count VALUES (1, 1, 'x', 40, 'y', 1)"));
    CHECK(refused("INSERT INTO item_count VALUES (99, 1, 'x', 0, 'y', 1)"));
    CHECK(refused("INSERT INTO grouping VALUES (1, 1000, '1,2')"));
    CHECK(refused("INSERT INTO step_time VALUES (99, 0, 'x', '', 1, 1)"));
    for (const char* groups : {"1,x", "0", "-1", "1,,2", "1|", "99999999999999", "1;2", ""}) {
        INFO(groups);
        REQUIRE_FALSE(refused("UPDATE grouping SET groups = '" + std::string(groups) + "'"));
        const auto records = kept.store.records(kept.course, 6);
        CHECK_FALSE(records.ok());
    }
    REQUIRE_FALSE(refused("UPDATE grouping SET groups = '1,2|3'"));
    CHECK(kept.records().groups == std::vector<Groups>{Groups{{1, 2}, {3}}});
    REQUIRE_FALSE(refused("INSERT INTO item_count VALUES (1, 1, 'x', 0, '" + std::string(301, 'x') + "', 1)"));
    CHECK_FALSE(kept.store.records(kept.course, 6).ok());
    REQUIRE_FALSE(refused("DELETE FROM item_count"));
    REQUIRE_FALSE(refused("INSERT INTO meeting_line VALUES (1, 1, '" + std::string(301, 'x') + "')"));
    CHECK_FALSE(kept.store.records(kept.course, 6).ok());
    const auto run = kept.store.begin_run(kept.course, 1, {now, session::Started{}}).value();
    REQUIRE_FALSE(refused("INSERT INTO step_time VALUES (" + std::to_string(run) + ", 0, 'x', '', 1, 99999999999)"));
    CHECK_FALSE(kept.store.times().ok());
}
