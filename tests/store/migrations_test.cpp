#include "store/migrations.h"

#include "store/fault.h"
#include "store/state.h"
#include "store_checksums.h"
#include "support.h"

using namespace support;
using base::Fault;
using store::Access;
using store::Connection;
using store::Migration;
using store::Store;
namespace fs = std::filesystem;

namespace {

/// The migrations there are, and one that a later edition might bring.
std::vector<Migration> with_next(std::string_view sql) {
    std::vector<Migration> steps(store::migrations().begin(), store::migrations().end());
    steps.push_back({store::newest_edition() + 1, sql});
    return steps;
}

base::Outcome upgraded(const TempFolder& folder, const std::vector<Migration>& steps) {
    return store::guarded(file_in(folder), [&]() -> base::Outcome {
        Connection connection(file_in(folder), Access::write);
        return store::bring_up_to_date(connection, folder.path, now, steps);
    });
}

}  // namespace

TEST_CASE("editions are counted from one without a gap") {
    int edition = 0;
    for (const Migration& step : store::migrations()) CHECK(step.edition == ++edition);
    CHECK(store::newest_edition() == edition);
}

TEST_CASE("a released migration is never edited") {
    REQUIRE(store::migrations().size() == std::size(released));
    for (std::size_t i = 0; i < std::size(released); ++i) {
        CAPTURE(i + 1);
        CHECK(checksum(store::migrations()[i].sql) == released[i]);
    }
}

TEST_CASE("an upgrade keeps the rows, brings the new schema, and makes a backup of the earlier edition first") {
    const TempFolder folder;
    fill(folder.path);
    const auto steps = with_next(
        "ALTER TABLE course ADD COLUMN track TEXT NOT NULL DEFAULT ''; CREATE TABLE extra (x INTEGER) STRICT;");
    REQUIRE(upgraded(folder, steps));
    CHECK(asked(file_in(folder), "PRAGMA user_version") == std::to_string(store::newest_edition() + 1));
    CHECK(asked(file_in(folder), "SELECT title || track FROM course") == spring_course().title);
    CHECK(asked(file_in(folder), "SELECT count(*) FROM attendance") == "12");
    const auto made = store::backups(folder.path);
    REQUIRE(made.size() == 1);
    CHECK(store::verify(made.front().file).value().schema == store::newest_edition());
    CHECK(store::verify(made.front().file).value().marks == 12);

    Connection fresh;
    store::migrate(fresh, steps);
    Connection grown(file_in(folder), Access::read);
    CHECK(store::missing_from_schema(grown, steps).empty());
    CHECK(fresh.edition() == grown.edition());
}

TEST_CASE("what has been upgraded is refused by the program of before, which leaves it as it is") {
    const TempFolder folder;
    fill(folder.path);
    REQUIRE(upgraded(folder, with_next("CREATE TABLE extra (x INTEGER) STRICT;")));
    const std::string before = bytes(file_in(folder));
    CHECK(Store::open(folder.path, now).error().fault == Fault::newer);
    CHECK((bytes(file_in(folder)) == before));
}

TEST_CASE("a migration that fails leaves the edition and every byte of the file as they were") {
    const TempFolder folder;
    fill(folder.path);
    const std::string before = bytes(file_in(folder));
    for (const char* sql : {"CREATE TABLE extra (x INTEGER) STRICT; CREATE TABLE course (x INTEGER);", "not SQL at all",
                            "DROP TRIGGER attendance_is_never_overwritten; UPDATE attendance_event SET course = NULL;",
                            "PRAGMA defer_foreign_keys = ON; INSERT INTO run (course, meeting) VALUES (77, 1);"}) {
        CAPTURE(sql);
        CHECK_FALSE(upgraded(folder, with_next(sql)));
        CHECK((bytes(file_in(folder)) == before));
    }
    CHECK(opened(folder.path).records(1, 6).value().attendance.of_meeting(1).present == 12);
}

TEST_CASE("a file whose backup can not be made is not migrated") {
    const TempFolder folder;
    fill(folder.path);
    write_bytes(folder.path / "backup", "i veien");
    CHECK_FALSE(upgraded(folder, with_next("CREATE TABLE extra (x INTEGER) STRICT;")));
    CHECK(opened(folder.path).courses().value().size() == 1);
}

TEST_CASE("a new file needs no backup, and opening an up-to-date one makes none") {
    const TempFolder folder;
    fill(folder.path);
    opened(folder.path);
    CHECK_FALSE(fs::exists(folder.path / "backup"));
}
