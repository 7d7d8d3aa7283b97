#include "shell/keep_awake.h"

#include <catch2/catch_test_macros.hpp>

#include "support/path_of_our_own.h"

using shell::KeepAwake;
using support::PathOfOurOwn;
using support::runs;
using support::until;

namespace {

/// A desktop that is held awake as long as the program that it is asked with lives.
std::string hold(const std::filesystem::path& id) {
    return "echo $$ > '" + id.string() + "'; for last; do :; done; exec \"$last\"";
}

}  // namespace

TEST_CASE("the desktop is asked to stay awake once, and let go when it is no longer needed") {
    const PathOfOurOwn path;
    const auto id = path.folder.path / "id";
    path.add("gnome-session-inhibit", hold(id));
    path.add("systemd-inhibit", "exit 1");
    KeepAwake awake;
    CHECK(path.heard().empty());
    awake.set(true);
    REQUIRE(until([&] { return runs(id); }));
    awake.set(true);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK(path.heard() == "gnome-session-inhibit|--inhibit|idle|--reason|Mestringstreff|cat|\n");
    CHECK(runs(id));
    awake.set(false);
    CHECK_FALSE(runs(id));
    awake.set(false);
    awake.set(true);
    CHECK(until([&] { return runs(id); }));
}

TEST_CASE("with another desktop its own program is asked, and without any nothing happens") {
    const PathOfOurOwn path;
    const auto id = path.folder.path / "id";
    KeepAwake nobody;
    nobody.set(true);
    nobody.set(false);
    path.add("systemd-inhibit", hold(id));
    {
        KeepAwake awake;
        awake.set(true);
        REQUIRE(until([&] { return runs(id); }));
        CHECK(path.heard().starts_with("systemd-inhibit|--what=idle|"));
    }
    CHECK_FALSE(runs(id));
}

TEST_CASE("a program that is killed holds nothing awake") {
    const PathOfOurOwn path;
    const auto id = path.folder.path / "id";
    path.add("gnome-session-inhibit", hold(id));
    const pid_t child = fork();
    if (child == 0) {
        KeepAwake awake;
        awake.set(true);
        for (;;) pause();
    }
    CHECK(until([&] { return runs(id); }));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    CHECK(until([&] { return !runs(id); }));
}
