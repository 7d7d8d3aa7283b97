// Tasks of the handbook that a course has done.
#include <limits>

#include "store/migrations.h"
#include "support.h"

using namespace support;
using base::Fault;
using course::Tick;
using store::Store;

namespace {

constexpr const char* document = "del-1/03-for-kurset.md";
const std::set<Tick> three{
    {document, 0}, {document, std::numeric_limits<std::uint64_t>::max()}, {"del-2/ark/ærlig.md", 1}};

std::set<Tick> ticks_of(Store& store, std::int64_t course) {
    return store.records(course, 6).value().ticks;
}

}  // namespace

TEST_CASE("ticks are read back as they were set, also by a later opening") {
    const TempFolder folder;
    std::int64_t id = 0;
    {
        Store store = opened(folder.path);
        id = store.add_course(spring_course()).value();
        CHECK(ticks_of(store, id).empty());
        for (const Tick& tick : three) REQUIRE(store.save_tick(id, tick, true, now));
    }
    Store store = opened(folder.path);
    CHECK(ticks_of(store, id) == three);
    CHECK(store::verify(store.file()).ok());
}

TEST_CASE("setting a tick again, or taking away one that is not there, changes nothing") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto id = store.add_course(spring_course()).value();
    REQUIRE(store.save_tick(id, {document, 7}, true, now));
    REQUIRE(store.save_tick(id, {document, 7}, true, now + 1h));
    CHECK(asked(store.file(), "SELECT count(*) || ' ' || min(at) FROM tick") ==
          "1 " + std::to_string(base::to_milliseconds(now)));
    REQUIRE(store.save_tick(id, {document, 7}, false, now));
    REQUIRE(store.save_tick(id, {document, 7}, false, now));
    REQUIRE(store.save_tick(id, {document, 8}, false, now));
    CHECK(ticks_of(store, id).empty());
}

TEST_CASE("each course has its own ticks, and they go with it") {
    const TempFolder folder;
    Store store = opened(folder.path);
    const auto spring = store.add_course(spring_course()).value();
    const auto autumn = store.add_course(spring_course()).value();
    REQUIRE(store.save_tick(spring, {document, 7}, true, now));
    REQUIRE(store.save_tick(autumn, {document, 8}, true, now));
    CHECK(ticks_of(store, spring) == std::set<Tick>{{document, 7}});
    REQUIRE(store.remove_course(spring));
    CHECK(asked(store.file(), "SELECT group_concat(course) FROM tick") == std::to_string(autumn));
    CHECK(store.save_tick(spring, {document, 7}, true, now).error().fault == Fault::not_found);
    CHECK(store.save_tick(spring, {document, 7}, false, now).error().fault == Fault::not_found);
}

TEST_CASE("a file of the edition before is taken to this one with all that is in it") {
    const TempFolder folder;
    {
        const std::vector<store::Migration> first(store::migrations().begin(), store::migrations().begin() + 1);
        store::Connection connection(file_in(folder), store::Access::write);
        connection.accept();
        store::migrate(connection, first);
        connection.database().exec(
            "INSERT INTO course (title, municipality, place, starts, leader_one, leader_two, participants) "
            "VALUES ('Vår', 'Eksempelvik', 'Sal', '10:00', 'a', 'b', 9)");
        CHECK(connection.edition() == 1);
    }
    Store store = opened(folder.path);
    REQUIRE(store.courses().value().size() == 1);
    const std::int64_t id = store.courses().value().front().id;
    CHECK(ticks_of(store, id).empty());
    REQUIRE(store.save_tick(id, {document, 7}, true, now));
    CHECK(ticks_of(store, id).size() == 1);
    CHECK(store::backups(folder.path).size() == 1);
}
