#include <catch2/generators/catch_generators.hpp>

#include "base/as_nobody.h"
#include "support.h"

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace support;
using base::Fault;
using store::Store;
namespace fs = std::filesystem;

TEST_CASE("a missing data folder is made") {
    const TempFolder folder;
    const fs::path deep = folder.path / "en" / "to" / base::path_from_utf8("tre æøå");
    CHECK(opened(deep).file() == deep / "mestringstreff.sqlite");
    CHECK(fs::exists(deep / "mestringstreff.sqlite"));
}

TEST_CASE("a folder may have a name that a URI or SQL would stumble over") {
    const TempFolder folder;
    const fs::path odd = folder.path / "a?b#c%20d'e&mode=memory";
    fill(odd);
    CHECK(opened(odd).courses().value().size() == 1);
    CHECK(store::verify(odd / "mestringstreff.sqlite").value().courses == 1);
    Store store = opened(odd);
    CHECK(store.backup(now).ok());
    CHECK(store::backups(odd).size() == 1);
}

TEST_CASE("a file in the place of the folder is unwritable") {
    const TempFolder folder;
    write_bytes(folder.path / "data", "x");
    CHECK(Store::open(folder.path / "data", now).error().fault == Fault::unwritable);
}

TEST_CASE("a folder in the place of the database is refused") {
    const TempFolder folder;
    fs::create_directory(file_in(folder));
    CHECK_FALSE(Store::open(folder.path, now).ok());
    CHECK(fs::is_directory(file_in(folder)));
}

TEST_CASE("a second instance in the same folder is refused, and the first is not disturbed") {
    const TempFolder folder;
    Store first = opened(folder.path);
    CHECK(Store::open(folder.path, now).error().fault == Fault::in_use);
    CHECK(first.add_course(spring_course()).ok());
}

TEST_CASE("a store that was moved is one instance still, and a closed one makes room") {
    const TempFolder folder;
    {
        Store first = opened(folder.path);
        Store second = std::move(first);
        CHECK(second.set_setting("a", "b").ok());
        CHECK(Store::open(folder.path, now).error().fault == Fault::in_use);
    }
    CHECK(opened(folder.path).settings().value().size() == 1);
}

TEST_CASE("someone who writes with another tool at the same time is told as in use, and later it works") {
    const TempFolder folder;
    Store store = opened(folder.path);
    {
        SQLite::Database other(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        CHECK(store.set_setting("a", "b").error().fault == Fault::in_use);
        other.exec("ROLLBACK");
    }
    CHECK(store.set_setting("a", "b").ok());
}

TEST_CASE("the file in use is in WAL mode, and closing leaves one file behind") {
    const TempFolder folder;
    {
        Store store = opened(folder.path);
        REQUIRE(store.set_setting("a", "b"));
        CHECK(asked(file_in(folder), "PRAGMA journal_mode") == "wal");
    }
    for (const auto& entry : fs::directory_iterator(folder.path)) {
        const std::string name = base::to_utf8(entry.path().filename());
        CHECK((name == "mestringstreff.sqlite" || name == "in-use.lock"));
    }
}

#ifndef _WIN32
TEST_CASE("a new data folder is open to its owner only") {
    const TempFolder folder;
    opened(folder.path / "data");
    CHECK(fs::status(folder.path / "data").permissions() == fs::perms::owner_all);
}

TEST_CASE("a folder that can not be written to is told as unwritable, with or without a database in it") {
    const TempFolder folder;
    if (GENERATE(false, true)) fill(folder.path);
    fs::permissions(folder.path, fs::perms(0555));
    {
        const AsNobody nobody;
        CHECK(Store::open(folder.path, now).error().fault == Fault::unwritable);
        CHECK(Store::open(folder.path / "under", now).error().fault == Fault::unwritable);
    }
    fs::permissions(folder.path, fs::perms::owner_all);
}

TEST_CASE("a database file that can only be read is told as unwritable, and left as it is") {
    const TempFolder folder;
    fill(folder.path);
    const std::string before = bytes(file_in(folder));
    fs::remove(folder.path / "in-use.lock");
    fs::permissions(file_in(folder), fs::perms(0444));
    fs::permissions(folder.path, fs::perms(0777));
    {
        const AsNobody nobody;
        CHECK(Store::open(folder.path, now).error().fault == Fault::unwritable);
    }
    fs::permissions(folder.path, fs::perms::owner_all);
    CHECK((bytes(file_in(folder)) == before));
    CHECK(store::verify(file_in(folder)).ok());
}

TEST_CASE("a second instance in another process is refused") {
    const TempFolder folder;
    Store first = opened(folder.path);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto second = Store::open(folder.path, now);
        ::_exit(second.ok() ? 1 : second.error().fault == Fault::in_use ? 0 : 2);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(first.set_setting("a", "b").ok());
}
#endif
