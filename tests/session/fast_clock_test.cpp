#include "session/fast_clock.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "sample_plan.h"

using namespace std::chrono_literals;
using sample::at;
using session::FastClock;

TEST_CASE("a clock that goes as the world's does shows the world's time") {
    const FastClock clock{at(0), at(0)};
    CHECK(clock.at(at(0)) == at(0));
    CHECK(clock.at(at(7, 3)) == at(7, 3));
}

TEST_CASE("ten times as fast, a minute is ten") {
    FastClock clock{at(0), at(0)};
    clock.set_speed(10, clock.at(at(1)));
    CHECK(clock.at(at(1)) == at(1));
    CHECK(clock.at(at(2)) == at(11));
    CHECK(clock.at(at(2, 30)) == at(16));
}

TEST_CASE("changing the speed again and again, the clock never jumps") {
    FastClock clock{at(0), at(0)};
    base::Instant real = at(0);
    base::Instant shown = at(0);
    for (const int speed : {10, 60, 1, 60, 10, 1}) {
        clock.set_speed(speed, clock.at(real));
        CHECK(clock.speed == speed);
        CHECK(clock.at(real) == shown);
        // A time that no speed divides.
        real += 7'333ms;
        shown += 7'333ms * speed;
        CHECK(clock.at(real) == shown);
    }
}

TEST_CASE("a world's clock that is put back stops it, and does not turn it back") {
    FastClock clock{at(0), at(0)};
    clock.set_speed(60, clock.at(at(5)));
    CHECK(clock.at(at(4)) == at(5));
    CHECK(clock.at(at(-600)) == at(5));
}

TEST_CASE("no speed stops it, turns it back or runs away") {
    const int speed = GENERATE(-5, 0, 61, std::numeric_limits<int>::max(), std::numeric_limits<int>::min());
    FastClock clock{at(0), at(0)};
    clock.set_speed(speed, at(0));
    CHECK(clock.speed >= 1);
    CHECK(clock.speed <= session::most_speed);
}
