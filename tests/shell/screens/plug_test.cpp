// Two screens (Xorg's dummy driver): the wall fills the projector, which is pulled out and put in again.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shell/screens/running_program.h"

using screens::Data;
using screens::Running;
using support::until;
using support::XDisplay;

namespace {

/// The server with its projector, for one test.
struct TwoScreens {
    TempFolder folder;
    std::string display;
    std::string why_not;

    TwoScreens() {
        const support::Finished done = call("start");
        if (done.code == 0) {
            display = done.out.substr(0, done.out.find('\n'));
        } else {
            why_not = done.error;
        }
    }
    ~TwoScreens() {
        if (!display.empty()) call("stop");
    }
    support::Finished call(const std::string& what, const std::string& size = "1280x720") const {
        return support::run({SUPPORT "/two-screens", what, folder.path.string()}, {{"PROJECTOR", size}});
    }
};

bool fills_projector(const support::SeenWindow& window) {
    return window.x == 1920 && window.y == 0 && window.width == 1280 && window.height == 720;
}

}  // namespace

TEST_CASE("the wall fills the projector, goes when it is unplugged, and the meeting goes on") {
    TwoScreens screens;
    if (screens.display.empty()) SKIP("no second screen to be had here: " << screens.why_not);
    screens.call("plug");
    const XDisplay display(screens.display);
    const Data data;
    const ImVec2 start = data.place_of("home-start", {0, "", 0, 0, 1440, 900});
    Running program(data.path, display);
    program.click(start);
    program.settle();
    CHECK(display.windows().size() == 1);

    display.key("F5");
    REQUIRE(until([&] { return program.wall() && fills_projector(*program.wall()); }));
    program.settle();
    const std::uint64_t title = display.picture(*program.wall());
    display.key("Next");
    REQUIRE(until([&] { return display.picture(*program.wall()) != title; }));

    REQUIRE(screens.call("unplug").code == 0);
    REQUIRE(until([&] { return !program.wall(); }));
    CHECK(program.child().running());
    program.settle();  // the keyboard is the leaders' window's again
    display.key("Next");
    program.settle();

    // It comes back when it is asked for, not by itself.
    REQUIRE(screens.call("plug").code == 0);
    program.settle();
    CHECK_FALSE(program.wall());
    display.key("F5");
    REQUIRE(until([&] { return program.wall() && fills_projector(*program.wall()); }));

    // Neither press was lost while the projector was away.
    program.child().end(SIGKILL);
    const auto left = data.unfinished();
    REQUIRE(left);
    const auto went = std::count_if(left->log.begin(), left->log.end(), [](const session::LoggedEvent& one) {
        return std::holds_alternative<session::Went>(one.event);
    });
    CHECK(went == 2);
}

TEST_CASE("a projector that appears while nothing is projected is left alone") {
    TwoScreens screens;
    if (screens.display.empty()) SKIP("no second screen to be had here: " << screens.why_not);
    const XDisplay display(screens.display);
    const Data data;
    Running program(data.path, display);
    screens.call("plug");
    program.settle();
    CHECK(display.windows().size() == 1);
    display.key("F5");
    REQUIRE(until([&] { return program.wall() && fills_projector(*program.wall()); }));
}

TEST_CASE("the screens change places with one key, and back again") {
    TwoScreens screens;
    if (screens.display.empty()) SKIP("no second screen to be had here: " << screens.why_not);
    screens.call("plug");
    const XDisplay display(screens.display);
    const Data data;
    Running program(data.path, display);
    const auto on_first = [&] {
        const auto all = display.windows();
        return std::any_of(all.begin(), all.end(),
                           [](const auto& w) { return w.x == 0 && w.y == 0 && w.width == 1920 && w.height == 1080; });
    };
    const auto on_second = [&] {
        const auto all = display.windows();
        return std::any_of(all.begin(), all.end(), [](const auto& w) { return fills_projector(w); });
    };
    display.key("F5");
    REQUIRE(until(on_second));
    program.settle();
    display.key("x");
    REQUIRE(until(on_first));
    program.settle();
    display.key("x");
    REQUIRE(until(on_second));
    CHECK(until([&] { return !on_first(); }));
}

TEST_CASE("a projector that is given another resolution goes on with the picture, filled, and nothing is lost") {
    TwoScreens screens;
    if (screens.display.empty()) SKIP("no second screen to be had here: " << screens.why_not);
    screens.call("plug");
    const XDisplay display(screens.display);
    const Data data;
    const ImVec2 start = data.place_of("home-start", {0, "", 0, 0, 1440, 900});
    Running program(data.path, display);
    program.click(start);
    program.settle();
    display.key("F5");
    REQUIRE(until([&] { return program.wall() && fills_projector(*program.wall()); }));
    REQUIRE(screens.call("plug", "1024x768").code == 0);
    const auto filled = [&] {
        const auto wall = program.wall();
        return wall && wall->x == 1920 && wall->y == 0 && wall->width == 1024 && wall->height == 768;
    };
    REQUIRE(until(filled));
    program.settle();
    const std::uint64_t title = display.picture(*program.wall());
    display.key("Next");
    REQUIRE(until([&] { return display.picture(*program.wall()) != title; }));
    CHECK(filled());
    // It is this screen now that is missed when it goes.
    REQUIRE(screens.call("unplug").code == 0);
    REQUIRE(until([&] { return !program.wall(); }));
    CHECK(program.child().running());
}

TEST_CASE("mirrored screens are one: the wall has a window there, and gives way when they become so") {
    TwoScreens screens;
    if (screens.display.empty()) SKIP("no second screen to be had here: " << screens.why_not);
    screens.call("plug", "1920x1080");
    REQUIRE(screens.call("mirror").code == 0);
    const XDisplay display(screens.display);
    const Data data;
    Running program(data.path, display);
    display.key("F5");
    REQUIRE(until([&] { return program.wall().has_value(); }));
    program.settle();
    // Never over the leaders' own window without being asked.
    CHECK(program.wall()->width < 1000);
    display.key("Escape");
    REQUIRE(until([&] { return !program.wall(); }));

    REQUIRE(screens.call("plug").code == 0);
    program.settle();
    display.key("F5");
    REQUIRE(until([&] { return program.wall() && fills_projector(*program.wall()); }));
    REQUIRE(screens.call("mirror").code == 0);
    REQUIRE(until([&] { return !program.wall(); }));
    CHECK(program.child().running());
}

TEST_CASE("the screen that was chosen is known again by its name and size") {
    TwoScreens screens;
    if (screens.display.empty()) SKIP("no second screen to be had here: " << screens.why_not);
    screens.call("plug");
    const XDisplay display(screens.display);
    const Data data;
    Running program(data.path, display);
    const auto at = [&](int x, int width) {
        const auto wall = program.wall();
        return wall && wall->x == x && wall->width == width;
    };
    display.key("F5");
    REQUIRE(until([&] { return at(1920, 1280); }));
    program.settle();
    // Unplugged and plugged in again as it was: one press, and it is there that the picture comes back.
    REQUIRE(screens.call("unplug").code == 0);
    REQUIRE(until([&] { return !program.wall(); }));
    const std::uint64_t alone = display.picture(program.leaders());
    REQUIRE(screens.call("plug").code == 0);
    CHECK(until([&] { return display.picture(program.leaders()) != alone; }));  // told: it is back
    const std::uint64_t back = display.picture(program.leaders());
    REQUIRE(screens.call("unplug").code == 0);
    program.settle();
    // Another size is another screen, and told as such.
    REQUIRE(screens.call("plug", "1024x768").code == 0);
    program.settle();
    CHECK(display.picture(program.leaders()) != back);
    CHECK_FALSE(program.wall());
    display.key("F5");
    REQUIRE(until([&] { return at(1920, 1024); }));
}
