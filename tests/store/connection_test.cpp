#include "store/connection.h"

#include "support.h"

using namespace support;
using store::Access;
using store::Connection;
using store::Query;

namespace {

constexpr std::string_view insert = "INSERT INTO t (a, b) VALUES (:a, :b)";
constexpr std::string_view all = "SELECT a, b FROM t ORDER BY a";

}  // namespace

TEST_CASE("every commit is synced to the disk, deleted content is overwritten, and keys are enforced") {
    const TempFolder folder;
    Connection connection(folder.path / "fil.sqlite", Access::write);
    connection.accept();
    SQLite::Database& database = connection.database();
    CHECK(database.execAndGet("PRAGMA synchronous").getInt() == 2);
    CHECK(database.execAndGet("PRAGMA secure_delete").getInt() == 1);
    CHECK(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
    CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK(database.execAndGet("PRAGMA temp_store").getInt() == 2);
}

TEST_CASE("a query is prepared once, and forgets its values and its place when its use is over") {
    Connection connection;
    connection.database().exec("CREATE TABLE t (a INTEGER, b TEXT) STRICT");
    connection.query(insert).bind(":a", 1).bind(":b", std::string_view("ét\0to", 6)).run();
    connection.query(insert).bind(":a", 2).run();  // b was forgotten, so it is nothing
    connection.query(insert).bind(":a", 3).bind_null(":b").run();
    {
        Query rows = connection.query(all);
        REQUIRE(rows.next());
        CHECK(rows.text(1) == std::string_view("ét\0to", 6));
    }
    Query rows = connection.query(all);
    for (const int wanted : {1, 2, 3}) {
        REQUIRE(rows.next());
        CHECK(rows.number(0) == wanted);
        CHECK(rows.is_null(1) == (wanted != 1));
    }
    CHECK_FALSE(rows.next());
}

TEST_CASE("a query that stopped half-way does not stand in the way of the next write") {
    const TempFolder folder;
    Connection connection(folder.path / "fil.sqlite", Access::write);
    connection.accept();
    connection.database().exec("CREATE TABLE t (a INTEGER, b TEXT) STRICT; INSERT INTO t (a) VALUES (1), (2)");
    CHECK(connection.query(all).next());
    connection.database().exec("VACUUM");
    connection.truncate_log();
    CHECK(std::filesystem::file_size(folder.path / "fil.sqlite-wal") == 0);
}

TEST_CASE("a connection that only reads can not write") {
    const TempFolder folder;
    fill(folder.path);
    Connection connection(file_in(folder), Access::read);
    CHECK(connection.read_only());
    CHECK_THROWS_AS(connection.database().exec("DELETE FROM setting"), SQLite::Exception);
    CHECK(connection.check(true).empty());
}
