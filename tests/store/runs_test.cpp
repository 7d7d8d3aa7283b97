#include "support.h"

using namespace support;
using namespace session;
using base::Fault;
using store::Store;

namespace {

struct Fixture {
    TempFolder folder;
    Store store = opened(folder.path);
    std::int64_t course = store.add_course(spring_course()).value();

    std::int64_t begin(int meeting) { return store.begin_run(course, meeting, {now, Started{now}}).value(); }
    void append(std::int64_t run, const Event& event) { REQUIRE(store.append_run_event(run, {now + 1min, event})); }
    std::optional<store::StoredRun> unfinished() { return store.unfinished_run().value(); }
    std::vector<int> held() { return store.records(course, 6).value().held; }
};

}  // namespace

TEST_CASE("a run that was begun is offered again after a new opening, with its log as it was") {
    const TempFolder folder;
    std::vector<LoggedEvent> log{
        {now, Started{now - 5min}}, {now + 1min, Went{2, 1}},          {now + 2min, Paused{}},
        {now + 3min, Resumed{}},    {now + 4min, MinutesAdded{2, -3}}, {now + 5min, StartCorrected{now - 2min}},
        {now + 6min, Undone{}}};
    std::int64_t run = 0;
    std::int64_t course = 0;
    {
        Store store = opened(folder.path);
        CHECK_FALSE(store.unfinished_run().value());
        course = store.add_course(spring_course()).value();
        run = store.begin_run(course, 4, log[0]).value();
        for (std::size_t i = 1; i < log.size(); ++i) REQUIRE(store.append_run_event(run, log[i]));
    }
    Store store = opened(folder.path);
    const auto found = store.unfinished_run().value();
    REQUIRE(found);
    CHECK(found->id == run);
    CHECK(found->course == course);
    CHECK(found->meeting == 4);
    CHECK(found->log == log);
}

TEST_CASE("an ended meeting is held, and is not offered again") {
    Fixture f;
    const auto run = f.begin(2);
    CHECK(f.held().empty());
    f.append(run, Ended{});
    CHECK(f.held() == std::vector{2});
    CHECK_FALSE(f.unfinished());
}

TEST_CASE("an ended meeting that was reopened, or whose end was undone, goes on") {
    Fixture f;
    const auto run = f.begin(2);
    f.append(run, Ended{});
    SECTION("reopened") {
        f.append(run, Reopened{});
    }
    SECTION("undone") {
        f.append(run, Undone{});
    }
    CHECK(f.held().empty());
    REQUIRE(f.unfinished());
    CHECK(f.unfinished()->id == run);
}

TEST_CASE("held meetings are told in order, one for each run that is over") {
    Fixture f;
    for (const int meeting : {3, 1, 3}) f.append(f.begin(meeting), Ended{});
    f.begin(1);
    CHECK(f.held() == std::vector{1, 3, 3});
}

TEST_CASE("a second run that is opened again leaves its meeting held by the first") {
    Fixture f;
    f.append(f.begin(2), Ended{});
    const auto second = f.begin(2);
    f.append(second, Ended{});
    f.append(second, Reopened{});
    CHECK(f.held() == std::vector{2});
}

TEST_CASE("a run left behind is not offered once its course has begun another") {
    Fixture f;
    f.begin(1);
    const auto second = f.begin(2);
    CHECK(f.unfinished()->id == second);
    f.append(second, Ended{});
    CHECK_FALSE(f.unfinished());
}

TEST_CASE("another course's ended meeting does not hide the one that is running") {
    Fixture f;
    const auto run = f.begin(1);
    const auto other = f.store.add_course(spring_course()).value();
    const auto ended = f.store.begin_run(other, 1, {now, Started{}}).value();
    f.append(ended, Ended{});
    REQUIRE(f.unfinished());
    CHECK(f.unfinished()->id == run);
}

TEST_CASE("a run begins with its start and nothing else") {
    Fixture f;
    CHECK(f.store.begin_run(f.course, 1, {now, Went{1, 0}}).error().fault == Fault::bad_input);
    CHECK(f.store.begin_run(f.course, 0, {now, Started{}}).error().fault == Fault::bad_input);
    CHECK_FALSE(f.unfinished());
}

TEST_CASE("an event that this program does not know is damage, not silence") {
    const TempFolder folder;
    {
        Store store = opened(folder.path);
        const auto course = store.add_course(spring_course()).value();
        REQUIRE(store.begin_run(course, 1, {now, Started{}}).ok());
    }
    SQLite::Database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE)
        .exec("UPDATE run_event SET event = 'fløy 3'");
    CHECK(opened(folder.path).unfinished_run().error().fault == Fault::damaged);
}
