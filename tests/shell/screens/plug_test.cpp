// Two screens (Xorg's dummy driver): the wall fills the projector, which is pulled out and put in again.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shell/screens/running_program.h"

using screens::Data;
using screens::Running;
using support::until;
using support::XDisplay;

namespace {

/// The server with its projector, for one test; where it cannot be started the test is skipped.
struct TwoScreens {
    TempFolder folder;
    std::string display;

    TwoScreens() {
        const support::Finished done = call("start");
        if (done.code != 0) SKIP("no second screen to be had here: " << done.error);
        display = done.out.substr(0, done.out.find('\n'));
    }
    ~TwoScreens() { call("stop"); }
    TwoScreens(const TwoScreens&) = delete;
    TwoScreens& operator=(const TwoScreens&) = delete;

    support::Finished call(const std::string& what, const std::string& size = "1280x720") const {
        return support::run({SUPPORT "/two-screens", what, folder.path.string()}, {{"PROJECTOR", size}});
    }
};

bool fills_projector(const support::SeenWindow& window) {
    return window.x == 1920 && window.y == 0 && window.width == 1280 && window.height == 720;
}

/// The program on the screens as they are, with the button of this id pressed, if any.
struct Started {
    XDisplay display;
    Data data;
    ImVec2 button;
    Running program;

    explicit Started(const TwoScreens& screens, const std::string& id = {})
        : display(screens.display),
          button(id.empty() ? ImVec2{} : data.place_of(id, {0, "", 0, 0, 1440, 900})),
          program(data.path, display) {
        if (id.empty()) return;
        program.click(button);
        program.settle();
    }
    bool wall_fills_projector() const {
        const auto wall = program.wall();
        return wall && fills_projector(*wall);
    }
    void project() {
        display.key("F5");
        REQUIRE(until([&] { return wall_fills_projector(); }));
    }
    void press_and_see(const std::string& key) {
        const auto wall = program.wall();
        REQUIRE(wall);
        const std::uint64_t before = display.picture(*wall);
        display.key(key);
        REQUIRE(until([&] { return display.picture(*wall) != before; }));
    }
};

}  // namespace

TEST_CASE("the wall fills the projector, goes when it is unplugged, and the meeting goes on") {
    TwoScreens screens;
    screens.call("plug");
    Started on(screens, "home-start");
    CHECK(on.display.windows().size() == 1);

    on.project();
    on.program.settle();
    on.press_and_see("Next");

    REQUIRE(screens.call("unplug").code == 0);
    REQUIRE(until([&] { return !on.program.wall(); }));
    CHECK(on.program.child().running());
    on.program.settle();  // the keyboard is the leaders' window's again
    on.display.key("Next");
    on.program.settle();

    // It comes back when it is asked for, not by itself.
    REQUIRE(screens.call("plug").code == 0);
    on.program.settle();
    CHECK_FALSE(on.program.wall());
    on.project();

    // Neither press was lost while the projector was away.
    on.program.child().end(SIGKILL);
    const auto left = on.data.unfinished();
    REQUIRE(left);
    const auto went = std::count_if(left->log.begin(), left->log.end(), [](const session::LoggedEvent& one) {
        return std::holds_alternative<session::Went>(one.event);
    });
    CHECK(went == 2);
}

TEST_CASE("a projector that appears while nothing is projected is left alone") {
    TwoScreens screens;
    Started on(screens);
    screens.call("plug");
    on.program.settle();
    CHECK(on.display.windows().size() == 1);
    on.project();
}

TEST_CASE("the screens change places with one key, and back again") {
    TwoScreens screens;
    screens.call("plug");
    Started on(screens);
    const auto on_first = [&] {
        const auto all = on.display.windows();
        return std::any_of(all.begin(), all.end(),
                           [](const auto& w) { return w.x == 0 && w.y == 0 && w.width == 1920 && w.height == 1080; });
    };
    const auto on_second = [&] {
        const auto all = on.display.windows();
        return std::any_of(all.begin(), all.end(), [](const auto& w) { return fills_projector(w); });
    };
    on.display.key("F5");
    REQUIRE(until(on_second));
    on.program.settle();
    on.display.key("x");
    REQUIRE(until(on_first));
    on.program.settle();
    on.display.key("x");
    REQUIRE(until(on_second));
    CHECK(until([&] { return !on_first(); }));
}

TEST_CASE("a projector that is given another resolution goes on with the picture, filled, and nothing is lost") {
    TwoScreens screens;
    screens.call("plug");
    Started on(screens, "home-start");
    on.project();
    REQUIRE(screens.call("plug", "1024x768").code == 0);
    const auto filled = [&] {
        const auto wall = on.program.wall();
        return wall && wall->x == 1920 && wall->y == 0 && wall->width == 1024 && wall->height == 768;
    };
    REQUIRE(until(filled));
    on.program.settle();
    on.press_and_see("Next");
    CHECK(filled());
    // It is this screen now that is missed when it goes.
    REQUIRE(screens.call("unplug").code == 0);
    REQUIRE(until([&] { return !on.program.wall(); }));
    CHECK(on.program.child().running());
}

TEST_CASE("mirrored screens are one: the wall has a window there, and gives way when they become so") {
    TwoScreens screens;
    screens.call("plug", "1920x1080");
    REQUIRE(screens.call("mirror").code == 0);
    Started on(screens);
    on.display.key("F5");
    REQUIRE(until([&] { return on.program.wall().has_value(); }));
    on.program.settle();
    // Never over the leaders' own window without being asked.
    CHECK(on.program.wall()->width < 1000);
    on.display.key("Escape");
    REQUIRE(until([&] { return !on.program.wall(); }));

    REQUIRE(screens.call("plug").code == 0);
    on.program.settle();
    on.project();
    REQUIRE(screens.call("mirror").code == 0);
    REQUIRE(until([&] { return !on.program.wall(); }));
    CHECK(on.program.child().running());
}

TEST_CASE("the screen that was chosen is known again by its name and size") {
    TwoScreens screens;
    screens.call("plug");
    Started on(screens);
    const auto at = [&](int x, int width) {
        const auto wall = on.program.wall();
        return wall && wall->x == x && wall->width == width;
    };
    on.display.key("F5");
    REQUIRE(until([&] { return at(1920, 1280); }));
    on.program.settle();
    // Unplugged and plugged in again as it was: one press, and it is there that the picture comes back.
    REQUIRE(screens.call("unplug").code == 0);
    REQUIRE(until([&] { return !on.program.wall(); }));
    const std::uint64_t alone = on.display.picture(on.program.leaders());
    REQUIRE(screens.call("plug").code == 0);
    CHECK(until([&] { return on.display.picture(on.program.leaders()) != alone; }));  // told: it is back
    const std::uint64_t back = on.display.picture(on.program.leaders());
    REQUIRE(screens.call("unplug").code == 0);
    on.program.settle();
    // Another size is another screen, and told as such.
    REQUIRE(screens.call("plug", "1024x768").code == 0);
    on.program.settle();
    CHECK(on.display.picture(on.program.leaders()) != back);
    CHECK_FALSE(on.program.wall());
    on.display.key("F5");
    REQUIRE(until([&] { return at(1920, 1024); }));
}
