#include "shell/open_url.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("only web and mail addresses are handed on") {
    CHECK(shell::may_open("https://www.helsenorge.no/"));
    CHECK(shell::may_open("HTTP://example.org"));
    CHECK(shell::may_open("mailto:post@example.org"));
    CHECK_FALSE(shell::may_open("file:///etc/passwd"));
    CHECK_FALSE(shell::may_open("javascript:alert(1)"));
    CHECK_FALSE(shell::may_open("--help"));
    CHECK_FALSE(shell::may_open(""));
    CHECK_FALSE(shell::may_open("https://example.org/ a"));
    CHECK_FALSE(shell::may_open("https://example.org/\n"));
    CHECK_FALSE(shell::may_open("https://example.org/\"x"));
}

TEST_CASE("an address of another kind is refused, not tried") {
    const auto outcome = shell::open_url("file:///etc/passwd");
    REQUIRE_FALSE(outcome.ok());
    CHECK(outcome.error().fault == base::Fault::bad_input);
}
