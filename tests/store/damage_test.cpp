#include <sqlite3.h>

#include <random>

#include "store/header.h"
#include "store/migrations.h"
#include "support.h"

using namespace support;
using base::Fault;
using store::Store;
namespace fs = std::filesystem;

namespace {

Fault refused(const fs::path& folder) {
    const auto store = Store::open(folder, now);
    REQUIRE_FALSE(store.ok());
    CHECK(store.error().path.ends_with("mestringstreff.sqlite"));
    return store.error().fault;
}

/// Opens a store whose file has this content, and sees to it that a refusal leaves every byte.
Fault refusal_of(std::string_view content) {
    const TempFolder folder;
    write_bytes(file_in(folder), content);
    const Fault fault = refused(folder.path);
    CHECK((bytes(file_in(folder)) == content));
    CHECK(store::verify(file_in(folder)).error().fault == fault);
    return fault;
}

std::string sound_file() {
    const TempFolder folder;
    fill(folder.path);
    return bytes(file_in(folder));
}

fs::path log_of(const TempFolder& folder) {
    fs::path log = file_in(folder);
    log += "-wal";
    return log;
}

}  // namespace

TEST_CASE("a new file says whose it is, and of which edition") {
    const TempFolder folder;
    fill(folder.path);
    const auto header = store::read_header(file_in(folder)).value();
    CHECK(header.there);
    CHECK_FALSE(header.empty);
    CHECK(header.application == store::application_id);
    CHECK(header.edition == store::newest_edition());
    CHECK_FALSE(store::read_header(folder.path / "ingen").value().there);
}

TEST_CASE("a file that is no database is refused and left as it is") {
    CHECK(refusal_of("Dette er et brev, ikke en database.") == Fault::damaged);
    CHECK(refusal_of(std::string(8192, 'x')) == Fault::damaged);
    CHECK(refusal_of(std::string_view("SQLite format 3\0", 16)) == Fault::damaged);
}

TEST_CASE("a file cut short is refused and left as it is") {
    const std::string sound = sound_file();
    for (const std::size_t length : {std::size_t{50}, std::size_t{100}, std::size_t{4096}, sound.size() / 2,
                                     sound.size() - 4096, sound.size() - 1})
        CHECK(refusal_of(sound.substr(0, length)) == Fault::damaged);
}

TEST_CASE("one lost byte at the very end is found, though SQLite's own checks take it for a zero") {
    const TempFolder folder;
    constexpr int used = 77;
    {
        Store store = opened(folder.path);
        const auto course = store.add_course(spring_course()).value();
        // The newest table has the last page, and its first row ends where that page ends.
        REQUIRE(store.save_hands(course, {1, "Prøver dere?", {}, {{"Pust", used}}}));
    }
    const std::string sound = bytes(file_in(folder));
    REQUIRE(sound.back() == static_cast<char>(used));
    CHECK(refusal_of(sound.substr(0, sound.size() - 1)) == Fault::damaged);
}

TEST_CASE("a last page cut short is mended from the log of a program that was stopped while it wrote") {
    const TempFolder folder;
    std::string file;
    std::string log;
    {
        Store store = opened(folder.path);
        REQUIRE(store.set_setting("språk", "nb"));
        SQLite::Database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE).exec("PRAGMA wal_checkpoint(PASSIVE)");
        file = bytes(file_in(folder));
        log = bytes(log_of(folder));
    }
    REQUIRE_FALSE(log.empty());
    write_bytes(file_in(folder), file.substr(0, file.size() - 1));
    write_bytes(log_of(folder), log);
    CHECK(opened(folder.path).settings().value().at("språk") == "nb");
}

TEST_CASE("a file overwritten in its middle is refused and left as it is") {
    std::string content = sound_file();
    content.replace(4096, 4096, 4096, 'x');
    CHECK(refusal_of(content) == Fault::damaged);
}

TEST_CASE("a file of a newer edition is refused and left as it is") {
    std::string content = sound_file();
    content[63] = 99;
    CHECK(refusal_of(content) == Fault::newer);
}

TEST_CASE("a newer edition that is written only in the log is refused too, and file and log are left as they are") {
    const TempFolder folder;
    fill(folder.path);
    {
        SQLite::Database database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE);
        database.check(sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr));
        database.exec("PRAGMA user_version = 99");
    }
    const std::string file = bytes(file_in(folder));
    const std::string log = bytes(log_of(folder));
    REQUIRE(store::read_header(file_in(folder)).value().edition == store::newest_edition());
    REQUIRE_FALSE(log.empty());
    CHECK(refused(folder.path) == Fault::newer);
    CHECK((bytes(file_in(folder)) == file));
    CHECK((bytes(log_of(folder)) == log));
    CHECK(store::verify(file_in(folder)).error().fault == Fault::newer);
}

TEST_CASE("another program's database is refused and left as it is") {
    for (const char* sql : {"PRAGMA application_id = 42; CREATE TABLE t (x); PRAGMA user_version = 1",
                            "CREATE TABLE t (x)", "CREATE TABLE t (x); PRAGMA user_version = 1"}) {
        const TempFolder folder;
        SQLite::Database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
        CHECK(refusal_of(bytes(file_in(folder))) == Fault::damaged);
    }
}

TEST_CASE("a database that has lost a table, or the rule that marks are appended, is refused") {
    for (const char* sql : {"DROP TABLE setting", "DROP TRIGGER attendance_is_never_overwritten",
                            "DROP VIEW attendance", "ALTER TABLE course ADD COLUMN phone TEXT"}) {
        const TempFolder folder;
        fill(folder.path);
        SQLite::Database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE).exec(sql);
        CHECK(refused(folder.path) == Fault::damaged);
    }
}

TEST_CASE("someone's own view beside our tables harms nobody") {
    const TempFolder folder;
    fill(folder.path);
    SQLite::Database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE)
        .exec("CREATE VIEW mine AS SELECT title FROM course");
    CHECK(opened(folder.path).courses().value().size() == 1);
}

TEST_CASE("rows that belong to nothing are found by verify") {
    const TempFolder folder;
    fill(folder.path);
    SQLite::Database(base::to_utf8(file_in(folder)), SQLite::OPEN_READWRITE)
        .exec("PRAGMA foreign_keys = OFF; INSERT INTO run (course, meeting) VALUES (77, 1)");
    CHECK(store::verify(file_in(folder)).error().fault == Fault::damaged);
}

TEST_CASE("an empty file is a new one, unless there are backups of what it was") {
    const TempFolder folder;
    write_bytes(file_in(folder), "");
    {
        Store store = opened(folder.path);
        REQUIRE(store.backup(now).ok());
    }
    write_bytes(file_in(folder), "");
    CHECK(refused(folder.path) == Fault::damaged);
    CHECK(fs::file_size(file_in(folder)) == 0);
}

TEST_CASE("a log without its database is not begun over") {
    for (const bool empty_file : {true, false}) {
        const TempFolder folder;
        fill(folder.path);
        const std::string log(4152, 'x');
        if (empty_file)
            write_bytes(file_in(folder), "");
        else
            fs::remove(file_in(folder));
        write_bytes(log_of(folder), log);
        CHECK(refused(folder.path) == Fault::damaged);
        CHECK((bytes(log_of(folder)) == log));
    }
}

TEST_CASE("verify tells a sound file in numbers and changes nothing in its folder") {
    const TempFolder folder;
    fill(folder.path);
    const std::string before = bytes(file_in(folder));
    const auto told = store::verify(file_in(folder)).value();
    CHECK(told.schema == store::newest_edition());
    CHECK(told.courses == 1);
    CHECK(told.marks == 12);
    CHECK(told.rounds == 1);
    CHECK((bytes(file_in(folder)) == before));
    CHECK_FALSE(fs::exists(log_of(folder)));
    CHECK(store::verify(folder.path / "ingen").error().fault == Fault::not_found);
    CHECK_FALSE(store::verify(folder.path).ok());
}

TEST_CASE("verify reads a file that is open in the program, with what is only in the log so far") {
    const TempFolder folder;
    Store store = opened(folder.path);
    REQUIRE(store.add_course(spring_course()).ok());
    REQUIRE(fs::file_size(log_of(folder)) > 0);
    CHECK(store::verify(store.file()).value().courses == 1);
    CHECK(store.add_course(spring_course()).ok());
}

TEST_CASE("random damage is either found or harmless, and a refused file keeps its bytes") {
    const std::string sound = sound_file();
    std::mt19937 random(23);
    const auto pick = [&](std::size_t from, std::size_t to) { return std::uniform_int_distribution{from, to}(random); };
    int found = 0;
    for (int round = 0; round < 120; ++round) {
        std::string content = sound;
        switch (round % 3) {
            case 0: content.resize(pick(1, content.size() - 1)); break;
            case 1:
                for (std::size_t i = pick(1, 40); i > 0; --i)
                    content[pick(0, content.size() - 1)] = static_cast<char>(pick(0, 255));
                break;
            default: {
                const std::size_t length = pick(16, 5000);
                content.replace(pick(0, content.size() - length), length, length, static_cast<char>(pick(0, 255)));
            }
        }
        const TempFolder folder;
        write_bytes(file_in(folder), content);
        auto store = Store::open(folder.path, now);
        CAPTURE(round);
        if (!store) {
            ++found;
            REQUIRE(store.error().fault != Fault::internal);
            REQUIRE((bytes(file_in(folder)) == content));
            continue;
        }
        // Every call answers, with content or with an error that is not ours.
        const auto courses = store.value().courses();
        const auto records = store.value().records(1, 6);
        const auto run = store.value().unfinished_run();
        if (!courses) REQUIRE(courses.error().fault == Fault::damaged);
        if (!records) REQUIRE((records.error().fault == Fault::damaged || records.error().fault == Fault::not_found));
        if (!run) REQUIRE(run.error().fault == Fault::damaged);
    }
    CHECK(found > 60);
}
