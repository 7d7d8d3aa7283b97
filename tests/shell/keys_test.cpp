#include "shell/keys.h"

#include <GLFW/glfw3.h>

#include <catch2/catch_test_macros.hpp>

using app::KeyName;
using shell::held_character;
using shell::key_name;

TEST_CASE("a letter is the one printed on the key, wherever the key is") {
    CHECK(key_name(GLFW_KEY_B, "b") == KeyName::b);
    CHECK(key_name(GLFW_KEY_Q, "a") == KeyName::a);  // a French keyboard has A where Q is on an American one
    CHECK(key_name(GLFW_KEY_5, "5") == KeyName::n5);
    CHECK(key_name(GLFW_KEY_PERIOD, ".") == KeyName::period);
    CHECK(key_name(GLFW_KEY_COMMA, ",") == KeyName::comma);
}

TEST_CASE("a letter that no command knows is none, also where an American keyboard has a known one") {
    CHECK(key_name(GLFW_KEY_SEMICOLON, "ø") == KeyName::none);
    CHECK(key_name(GLFW_KEY_LEFT_BRACKET, "å") == KeyName::none);
    CHECK(key_name(GLFW_KEY_MINUS, "+") == KeyName::none);
}

TEST_CASE("where the layout has no Latin letters, the place of the key counts") {
    CHECK(key_name(GLFW_KEY_B, "и") == KeyName::b);
    CHECK(key_name(GLFW_KEY_B, nullptr) == KeyName::b);
}

TEST_CASE("the keys of a clicker are known without a layout") {
    CHECK(key_name(GLFW_KEY_PAGE_DOWN, nullptr) == KeyName::page_down);
    CHECK(key_name(GLFW_KEY_PAGE_UP, nullptr) == KeyName::page_up);
    CHECK(key_name(GLFW_KEY_F5, nullptr) == KeyName::f5);
    CHECK(key_name(GLFW_KEY_F12, nullptr) == KeyName::f12);
    CHECK(key_name(GLFW_KEY_ESCAPE, nullptr) == KeyName::escape);
    CHECK(key_name(GLFW_KEY_KP_ENTER, nullptr) == KeyName::enter);
}

TEST_CASE("Ctrl and plus is plus on a Norwegian keyboard, where its key stands in the American minus's place") {
    CHECK(held_character(GLFW_KEY_MINUS, "+", false) == U'+');
    CHECK(held_character(GLFW_KEY_SLASH, "-", false) == U'-');
    CHECK(held_character(GLFW_KEY_EQUAL, "=", false) == U'+');  // American
    CHECK(held_character(GLFW_KEY_MINUS, "-", false) == U'-');
    CHECK(held_character(GLFW_KEY_KP_ADD, "+", false) == U'+');
    CHECK(held_character(GLFW_KEY_KP_SUBTRACT, "-", false) == U'-');
    CHECK(held_character(GLFW_KEY_A, "a", false) == U'\0');
}

TEST_CASE("a typed character belongs to the press before it, in the same window") {
    shell::KeyPresses presses;
    presses.key(GLFW_KEY_ESCAPE, 0, GLFW_PRESS, 0, false);
    presses.character('+', true);
    presses.key(GLFW_KEY_ESCAPE, 0, GLFW_REPEAT, GLFW_MOD_SHIFT, true);
    presses.character('+', true);
    presses.key(GLFW_KEY_ESCAPE, 0, GLFW_RELEASE, 0, true);
    const auto seen = presses.take();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].press.character == 0);
    CHECK_FALSE(seen[0].on_wall);
    CHECK(seen[1].press.character == U'+');
    CHECK(seen[1].on_wall);
    CHECK(seen[1].press.repeat);
    CHECK(seen[1].press.shift);
    CHECK(presses.empty());
}

TEST_CASE("a clicker that bounces turns one page; two presses, other keys and the way back are never swallowed") {
    using namespace std::chrono_literals;
    using app::Command;
    shell::Bounce bounce;
    const shell::Bounce::Steady::time_point start{1h};
    CHECK_FALSE(bounce.swallows(Command::next, start));
    CHECK(bounce.swallows(Command::next, start + 20ms));
    CHECK(bounce.swallows(Command::next, start + 149ms));
    CHECK_FALSE(bounce.swallows(Command::next, start + 150ms));
    CHECK_FALSE(bounce.swallows(Command::previous, start + 160ms));
    CHECK_FALSE(bounce.swallows(Command::black, start + 170ms));
    CHECK_FALSE(bounce.swallows(Command::black, start + 171ms));
    CHECK(bounce.swallows(Command::previous, start + 200ms));
    CHECK_FALSE(bounce.swallows(Command::next, start + 210ms));
}
