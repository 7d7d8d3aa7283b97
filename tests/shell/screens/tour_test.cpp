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

support::Finished tour(const fs::path& out) {
    return run({PROGRAM, "--handbook", HANDBOOK, "tour", out.string()},
               {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}, no_leak_check});
}

}  // namespace

TEST_CASE("the tour plays a whole course without a display, and the same twice, byte for byte") {
    const TempFolder folder;
    const fs::path first = folder.path / "a", second = folder.path / "b";
    auto again = std::async(std::launch::async, [&] { return tour(second); });
    const support::Finished done = tour(first);
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

TEST_CASE("the tour does not touch a folder that it did not make") {
    const TempFolder folder;
    std::ofstream(folder.path / "viktig.txt") << "ikke rør";
    const support::Finished done = tour(folder.path);
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
