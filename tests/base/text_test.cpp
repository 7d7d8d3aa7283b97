#include "base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace base;

TEST_CASE("every code point is written as UTF-8 and read again") {
    for (char32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        std::size_t position = 0;
        REQUIRE(next_code_point(text, position) == c);
        REQUIRE(position == text.size());
    }
}

TEST_CASE("broken bytes become U+FFFD, one byte at a time, and good text after them is kept") {
    CHECK(sanitised("a\xC3") == "a\uFFFD");
    CHECK(sanitised("\xC0\xAF") == "\uFFFD\uFFFD");            // a slash in two bytes
    CHECK(sanitised("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");  // half a surrogate pair
    CHECK(sanitised("\xF4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(sanitised("\xE2\x82"
                    "blå") ==
          "\uFFFD\uFFFD"
          "blå");
    CHECK(sanitised(std::string_view("a\0b", 3)) ==
          "a\uFFFD"
          "b");
}

TEST_CASE("a byte order mark is dropped and line ends become one kind") {
    CHECK(sanitised("\xEF\xBB\xBF"
                    "en\r\nto\rtre\n\r") == "en\nto\ntre\n\n");
}

TEST_CASE("random bytes: sanitising gives valid text, and a second time changes nothing") {
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        std::string bytes(random() % 24, '\0');
        for (char& byte : bytes) byte = static_cast<char>(random() % 4 == 0 ? random() % 128 : random() % 256);
        std::string text = sanitised(bytes);
        if (text.starts_with("\uFEFF")) text.erase(0, 3);  // a second mark after the first is text, and only then goes
        REQUIRE(sanitised(text) == text);
        REQUIRE(text.find('\r') == std::string::npos);
        REQUIRE(text.find('\0') == std::string::npos);
    }
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("åndedrett") == 9);
    CHECK(count_code_points("–🙂") == 2);
}

TEST_CASE("Norwegian and its neighbours have their small letters") {
    CHECK(lower("ÆØÅ Čáhppes ŠÁMI ÜÖÄ ŽŁŃ Ÿ İ") == "æøå čáhppes šámi üöä žłń ÿ i");
    CHECK(lower("×÷ß 123 – ħĸŉ") == "×÷ß 123 – ħĸŉ");
}

TEST_CASE("small letters stay small, for every Latin letter") {
    for (char32_t c = 1; c < 0x250; ++c) CHECK(lower(lower(c)) == lower(c));
}

TEST_CASE("spaces around a text are cut off, those inside stay") {
    CHECK(trimmed("  to ord\t\r\n") == "to ord");
    CHECK(trimmed(" \n").empty());
    CHECK(trimmed("").empty());
}

TEST_CASE("lines are found without their ends, and an end at the end begins no new line") {
    using Lines = std::vector<std::string_view>;
    CHECK(lines("").empty());
    CHECK(lines("en") == Lines{"en"});
    CHECK(lines("en\n") == Lines{"en"});
    CHECK(lines("en\n\nto") == Lines{"en", "", "to"});
    CHECK(lines("\n") == Lines{""});
}

TEST_CASE("a heading's anchor is the one that GitHub gives it") {
    CHECK(slug("Slik gjør dere") == "slik-gjør-dere");
    CHECK(slug("Pause – 15 min.") == "pause--15-min");
    CHECK(slug("Hva er «mestring»?") == "hva-er-mestring");
    CHECK(slug("Steg_1: A/B-test") == "steg_1-ab-test");
    CHECK(slug("ÅPNING") == "åpning");
}
