// One screen (Xvfb): the wall is an ordinary window beside the leaders' own.
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <fstream>

#include "shell/screens/running_program.h"

using namespace std::chrono_literals;
using screens::Data;
using screens::Running;
using support::Colour;
using support::until;
using support::XDisplay;

namespace {

Colour middle_of(const XDisplay& display, const support::SeenWindow& window) {
    return display.pixel(window.x + window.width / 2, window.y + window.height - 12);
}

constexpr Colour black{0, 0, 0};

/// The start of the first meeting, pressed as a person does it.
void start_meeting(const Data& data, Running& program, ImVec2 button) {
    program.click(button);
    program.settle();
    REQUIRE(program.child().running());
    static_cast<void>(data);
}

}  // namespace

TEST_CASE("nothing is on the wall until it is asked for, and Esc takes away one thing at a time") {
    const XDisplay display;
    const Data data;
    Running program(data.path, display);
    CHECK(display.windows().size() == 1);
    display.key("F5");
    REQUIRE(until([&] { return program.wall().has_value(); }));
    program.settle();
    const Colour ground = middle_of(display, *program.wall());
    CHECK(ground != black);
    display.key("b");
    REQUIRE(until([&] { return middle_of(display, *program.wall()) == black; }));
    display.key("Escape");
    REQUIRE(until([&] { return middle_of(display, *program.wall()) == ground; }));
    display.key("w");
    REQUIRE(until([&] { return middle_of(display, *program.wall()) != ground; }));
    display.key("period");
    REQUIRE(until([&] { return middle_of(display, *program.wall()) == black; }));
    display.key("Escape");
    display.key("Escape");
    REQUIRE(until([&] { return !program.wall(); }));
    CHECK(program.child().running());
    CHECK(program.child().end(SIGTERM) != 0);
    CHECK(program.complaints() == "");
}

TEST_CASE("the page keys of a clicker turn the wall, and each press is on disk at once: killed, the meeting goes on") {
    const XDisplay display;
    const Data data;
    const ImVec2 start = data.place_of("home-start", {0, "", 0, 0, 1440, 900});
    {
        Running program(data.path, display);
        start_meeting(data, program, start);
        display.key("F5");
        REQUIRE(until([&] { return program.wall().has_value(); }));
        program.settle();
        for (int i = 0; i < 4; ++i) {
            const std::uint64_t before = display.picture(*program.wall());
            display.key("Next");
            CHECK(until([&] { return display.picture(*program.wall()) != before; }));
            std::this_thread::sleep_for(250ms);  // sooner, a second press is taken for a bounce of the clicker
        }
        const std::uint64_t before = display.picture(*program.wall());
        display.key("Prior");
        REQUIRE(until([&] { return display.picture(*program.wall()) != before; }));
        program.settle();
        CHECK(program.child().end(SIGKILL) == -SIGKILL);
    }
    const auto left = data.unfinished();
    REQUIRE(left);
    CHECK(left->meeting == 1);
    int went = 0;
    for (const session::LoggedEvent& one : left->log) went += std::holds_alternative<session::Went>(one.event);
    CHECK(went == 5);

    // The next start offers to go on, and goes on where it was.
    const ImVec2 resume = data.place_of("home-resume", {0, "", 0, 0, 1440, 900});
    {
        Running program(data.path, display);
        CHECK_FALSE(program.wall());
        program.click(resume);
        program.settle();
        display.key("Next");
        display.key("F5");
        REQUIRE(until([&] { return program.wall().has_value(); }));  // by then the press before it has been heard
        CHECK(program.child().end(SIGKILL) == -SIGKILL);
    }
    const auto again = data.unfinished();
    REQUIRE(again);
    CHECK(again->id == left->id);
    CHECK(again->log.size() == left->log.size() + 1);
}

TEST_CASE("a program that nobody touches uses no CPU, and draws again when it is uncovered") {
    const XDisplay display;
    const Data data;
    Running program(data.path, display);
    std::this_thread::sleep_for(1500ms);  // the index is built, the settings are kept
    const long before = program.cpu();
    std::this_thread::sleep_for(3s);
    CHECK(program.cpu() - before <= 1);
    const std::uint64_t shown = display.picture(program.leaders());
    display.key("F1");
    REQUIRE(until([&] { return display.picture(program.leaders()) != shown; }));
    display.key("Escape");
    CHECK(until([&] { return display.picture(program.leaders()) == shown; }));
}

TEST_CASE("the wall's own close button takes the wall away and nothing else") {
    const XDisplay display;
    const Data data;
    Running program(data.path, display);
    display.key("F5");
    REQUIRE(until([&] { return program.wall().has_value(); }));
    program.settle();
    XDisplay other;
    support::run({"xdotool", "windowclose", std::to_string(program.wall()->id)});
    std::this_thread::sleep_for(500ms);
    CHECK(program.child().running());
}

TEST_CASE("a file of the handbook that is changed while the program runs is shown at once") {
    const XDisplay display;
    const Data data;
    const auto handbook = data.folder.path / "handbok";
    std::filesystem::copy(std::filesystem::path(HANDBOOK) / "mestringstreff", handbook,
                          std::filesystem::copy_options::recursive);
    const ImVec2 read = data.place_of("rail-handbook", {0, "", 0, 0, 1440, 900});
    Running program(data.path, display, handbook.string());
    program.click(read);
    program.settle();
    const std::uint64_t before = display.picture(program.leaders());
    const auto file = handbook / "nb" / "del-1" / "01-hva-er-mestringstreff.md";
    std::string text = support::content_of(file);
    const auto title = text.find("title:");
    REQUIRE(title != std::string::npos);
    text.replace(title, text.find('\n', title) - title, "title: En helt ny overskrift");
    std::ofstream(file, std::ios::trunc) << text;
    CHECK(until([&] { return display.picture(program.leaders()) != before; }));
    CHECK(program.child().running());
}
