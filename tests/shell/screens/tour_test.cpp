// The tour as a test: it plays to its end without a display, and plays the same twice.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <nlohmann/json.hpp>

#include "base/temp_folder.h"
#include "support/process.h"

namespace fs = std::filesystem;
using support::content_of;
using support::run;

namespace {

/// Mesa keeps two small blocks until it is unloaded, which the leak checker takes for ours.
const std::pair<std::string, std::string> no_leak_check{"ASAN_OPTIONS", "detect_leaks=0"};

support::Finished tour(const fs::path& out, const std::string& only, const std::string& handbook = HANDBOOK) {
    return run({PROGRAM, "--handbook", handbook, "tour", out.string(), "--only", only},
               {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, no_leak_check});
}

}  // namespace

TEST_CASE("the tour plays a whole course without a display, and the same twice, byte for byte") {
    const TempFolder folder;
    const fs::path first = folder.path / "a", second = folder.path / "b";
    auto again = std::async(std::launch::async, [&] { return tour(second, "course"); });
    const support::Finished done = tour(first, "course");
    INFO(done.error);
    REQUIRE(done.code == 0);
    CHECK(done.error == "");

    const auto told = nlohmann::json::parse(content_of(first / "tour.json"));
    REQUIRE(told["steps"].size() > 40);
    int screens = 0, walls = 0;
    for (const auto& step : told["steps"]) {
        if (step.contains("screen")) {
            ++screens;
            CHECK(fs::file_size(first / step["screen"].get<std::string>()) > 5000);
        }
        if (step.contains("wall")) {
            ++walls;
            CHECK(fs::exists(first / step["wall"].get<std::string>()));
        }
    }
    CHECK(screens > 40);
    CHECK(walls > 20);
    const support::Finished verified = run({PROGRAM, "--data", (first / "data").string(), "verify"});
    CHECK(verified.code == 0);

    REQUIRE(again.get().code == 0);
    CHECK(content_of(first / "tour.json") == content_of(second / "tour.json"));
    for (const auto& entry : fs::directory_iterator(first)) {
        if (entry.path().extension() != ".png") continue;
        INFO(entry.path().filename());
        CHECK(content_of(entry.path()) == content_of(second / entry.path().filename()));
    }
}

// The whole handbook takes minutes under the sanitizers; a small one has every kind of picture too, and what the pictures of
// the whole one hold is measured in tests/ui/wall_pictures_test.cpp.
TEST_CASE("the tour pictures every slide, exercise and aid on two sizes of wall, and the same twice, byte for byte") {
    const TempFolder folder;
    const std::string book = std::string(FIXTURES) + "/../app/book";
    for (const char* out : {"a", "b"}) {
        const support::Finished done = tour(folder.path / out, "walls", book);
        INFO(done.error);
        REQUIRE(done.code == 0);
    }
    const auto told = nlohmann::json::parse(content_of(folder.path / "a" / "tour.json"));
    CHECK(told["steps"].empty());
    int small = 0, large = 0, aids = 0;
    for (const auto& wall : told["walls"]) {
        const auto file = wall["file"].get<std::string>();
        INFO(file);
        small += file.starts_with("wall/1024x768/");
        large += file.starts_with("wall/1920x1080/");
        aids += file.find("hjelpemiddel") != std::string::npos;
        const std::string png = content_of(folder.path / "a" / file);
        CHECK(png.size() > 2000);
        CHECK(png == content_of(folder.path / "b" / file));
    }
    CHECK(small > 12);
    CHECK(large == small);
    CHECK(aids > 6);
}

TEST_CASE("the tour does not touch a folder that it did not make") {
    const TempFolder folder;
    folder.write("viktig.txt", "ikke rør");
    const support::Finished done = tour(folder.path, "course");
    CHECK(done.code != 0);
    CHECK(done.error.find(folder.path.string()) != std::string::npos);
    CHECK(std::count(done.error.begin(), done.error.end(), '\n') == 1);
    CHECK(content_of(folder.path / "viktig.txt") == "ikke rør");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("without a display and without Xvfb the tour says what to install") {
    const TempFolder folder;
    const support::Finished done =
        run({PROGRAM, "tour", (folder.path / "ut").string()}, {{"DISPLAY", ""}, {"PATH", folder.path.string()}});
    CHECK(done.code != 0);
    CHECK(done.error.find("xvfb") != std::string::npos);
}

TEST_CASE("without a display the window is refused in one sentence") {
    const TempFolder folder;
    const support::Finished done =
        run({PROGRAM, "--data", folder.path.string(), "--lang", "en"}, {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}});
    CHECK(done.code != 0);
    CHECK(done.error.starts_with("Cannot open a window here"));
    CHECK(std::count(done.error.begin(), done.error.end(), '\n') == 1);
}
