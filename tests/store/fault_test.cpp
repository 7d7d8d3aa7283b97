#include "store/fault.h"

#include <sqlite3.h>

#include "store/connection.h"
#include "support.h"

using namespace support;
using base::Fault;
using store::Access;
using store::Connection;

TEST_CASE("what SQLite says becomes what the user can do something about") {
    CHECK(store::fault_of(SQLITE_FULL) == Fault::disk_full);
    CHECK(store::fault_of(SQLITE_CORRUPT) == Fault::damaged);
    CHECK(store::fault_of(SQLITE_CORRUPT_INDEX) == Fault::damaged);
    CHECK(store::fault_of(SQLITE_NOTADB) == Fault::damaged);
    CHECK(store::fault_of(SQLITE_READONLY) == Fault::unwritable);
    CHECK(store::fault_of(SQLITE_READONLY_DIRECTORY) == Fault::unwritable);
    CHECK(store::fault_of(SQLITE_CANTOPEN) == Fault::unwritable);
    CHECK(store::fault_of(SQLITE_IOERR_WRITE) == Fault::unwritable);
    CHECK(store::fault_of(SQLITE_IOERR_FSYNC) == Fault::unwritable);
    CHECK(store::fault_of(SQLITE_IOERR_READ) == Fault::unreadable);
    CHECK(store::fault_of(SQLITE_IOERR_SHORT_READ) == Fault::damaged);
    CHECK(store::fault_of(SQLITE_BUSY) == Fault::in_use);
    CHECK(store::fault_of(SQLITE_BUSY_SNAPSHOT) == Fault::in_use);
    CHECK(store::fault_of(SQLITE_CONSTRAINT_CHECK) == Fault::bad_input);
    CHECK(store::fault_of(SQLITE_MISUSE) == Fault::internal);
    CHECK(store::fault_of(SQLITE_NOMEM) == Fault::internal);
}

TEST_CASE("no exception comes out of a guarded call") {
    const auto thrown = [](auto exception) {
        return store::guarded("fil", [&]() -> base::Outcome { throw exception; }).error().fault;
    };
    CHECK(thrown(SQLite::Exception("x", SQLITE_CORRUPT)) == Fault::damaged);
    CHECK(thrown(SQLite::Exception("x")) == Fault::internal);
    CHECK(thrown(std::bad_alloc()) == Fault::internal);
    CHECK(thrown(std::filesystem::filesystem_error("x", std::error_code())) == Fault::internal);
    CHECK(store::guarded("fil", [] { return base::Result<int>(7); }).value() == 7);
}

TEST_CASE("a database that may not grow is a full disk") {
    const TempFolder folder;
    Connection connection(folder.path / "liten.sqlite", Access::write);
    connection.accept();
    connection.database().exec("CREATE TABLE t (x); PRAGMA max_page_count = 8");
    const auto outcome = store::guarded(folder.path / "liten.sqlite", [&]() -> base::Outcome {
        for (int i = 0; i < 100; ++i) connection.database().exec("INSERT INTO t VALUES (zeroblob(1000))");
        return base::done();
    });
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().fault == Fault::disk_full);
    CHECK(outcome.error().path.ends_with("liten.sqlite"));
    CHECK_FALSE(outcome.error().detail.empty());
    CHECK(connection.check(true).empty());
}
