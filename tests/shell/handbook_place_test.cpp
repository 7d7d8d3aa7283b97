#include "shell/handbook_place.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "base/files.h"

TEST_CASE("the handbook that was asked for wins, even where there is none") {
    CHECK(shell::handbook_folder("mappe/som/ikke/finnes") == "mappe/som/ikke/finnes");
}

TEST_CASE("without asking, the handbook lies beside the program or where it was installed") {
    const auto folder = shell::handbook_folder({});
    const auto program = base::program_folder();
    CHECK(
        (folder == program / "handbook" || folder == program.parent_path() / "share" / "mestringstreff" / "handbook"));
}

TEST_CASE("pictures are looked for in the programme itself first, then where the drawings were turned into PNG") {
    const auto folders = shell::picture_folders("min/handbok/mestringstreff");
    REQUIRE(folders.size() >= 2);
    CHECK(folders.front() == std::filesystem::path("min/handbok/mestringstreff/images"));
    CHECK(folders[1] == base::program_folder() / "handbook" / "mestringstreff" / "images");
}
