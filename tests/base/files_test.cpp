#include "base/files.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "as_nobody.h"
#include "temp_folder.h"

namespace fs = std::filesystem;
using base::Fault;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is written whole and read back, whatever bytes it holds") {
    const TempFolder folder;
    const fs::path file = folder.path / base::path_from_utf8("blåbær – ✓.md");
    const std::string content("æ\0\xFF\r\n", 6);
    REQUIRE(base::write_file(file, content));
    CHECK(base::read_file(file).value() == content);
    REQUIRE(base::write_file(file, ""));
    CHECK(base::read_file(file).value().empty());
    CHECK(files_in(folder.path) == 1);
}

TEST_CASE("paths go to UTF-8 and back") {
    CHECK(base::to_utf8(base::path_from_utf8("mappe/blåbær.md")) == "mappe/blåbær.md");
}

TEST_CASE("a file that is not there is not found, and a folder is no file") {
    const TempFolder folder;
    CHECK(base::read_file(folder.path / "ingen").error().fault == Fault::not_found);
    CHECK(base::read_file(folder.path).error().fault == Fault::unreadable);
    CHECK(base::read_file(folder.path / "ingen").error().path.ends_with("/ingen"));
}

TEST_CASE("a file larger than asked for is refused") {
    const TempFolder folder;
    REQUIRE(base::write_file(folder.path / "fil", "12345"));
    CHECK(base::read_file(folder.path / "fil", 5).ok());
    CHECK(base::read_file(folder.path / "fil", 4).error().fault == Fault::bad_input);
}

TEST_CASE("a file that can not be replaced is left as it was, without leftovers") {
    const TempFolder folder;
    fs::create_directory(folder.path / "fil");
    CHECK(base::write_file(folder.path / "fil", "ny").error().fault == Fault::unwritable);
    CHECK(fs::is_directory(folder.path / "fil"));
    CHECK(files_in(folder.path) == 1);
}

TEST_CASE("a folder is made with those above it, and again without complaint") {
    const TempFolder folder;
    REQUIRE(base::make_folder(folder.path / "a" / "b" / "c"));
    CHECK(fs::is_directory(folder.path / "a" / "b" / "c"));
    CHECK(base::make_folder(folder.path / "a" / "b" / "c"));
    CHECK(base::make_folder(folder.path / "d" / ""));
    CHECK(fs::is_directory(folder.path / "d"));
}

TEST_CASE("a file in the place of a folder is in the way") {
    const TempFolder folder;
    REQUIRE(base::write_file(folder.path / "fil", "x"));
    CHECK(base::make_folder(folder.path / "fil").error().fault == Fault::unwritable);
    CHECK(base::make_folder(folder.path / "fil" / "under").error().fault == Fault::unwritable);
}

TEST_CASE("a file is moved over another in one step") {
    const TempFolder folder;
    REQUIRE(base::write_file(folder.path / "gammel", "gammel"));
    REQUIRE(base::write_file(folder.path / "ny", "ny"));
    REQUIRE(base::sync_file(folder.path / "ny"));
    REQUIRE(base::move_file(folder.path / "ny", folder.path / "gammel"));
    CHECK(base::read_file(folder.path / "gammel").value() == "ny");
    CHECK(files_in(folder.path) == 1);
    CHECK_FALSE(base::move_file(folder.path / "ny", folder.path / "gammel"));
    CHECK(base::sync_file(folder.path / "ny").error().fault == Fault::not_found);
}

#ifndef _WIN32
TEST_CASE("a new folder is open to its owner only") {
    const TempFolder folder;
    REQUIRE(base::make_folder(folder.path / "data" / "kurs"));
    CHECK(fs::status(folder.path / "data").permissions() == fs::perms::owner_all);
    CHECK(fs::status(folder.path / "data" / "kurs").permissions() == fs::perms::owner_all);
}

TEST_CASE("a folder that can not be written to says so") {
    const TempFolder folder;
    REQUIRE(base::write_file(folder.path / "fil", "x"));
    fs::permissions(folder.path / "fil", fs::perms::none);
    fs::permissions(folder.path, fs::perms(0555));
    {
        const AsNobody nobody;
        CHECK(base::write_file(folder.path / "ny", "y").error().fault == Fault::unwritable);
        CHECK(base::make_folder(folder.path / "under").error().fault == Fault::unwritable);
        CHECK(base::read_file(folder.path / "fil").error().fault == Fault::unreadable);
    }
    fs::permissions(folder.path, fs::perms::owner_all);
}
#endif
