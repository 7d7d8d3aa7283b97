#include "base/time.h"

#include <catch2/catch_test_macros.hpp>

using namespace base;

TEST_CASE("a date is valid only when the calendar has it") {
    CHECK(is_valid({2024, 2, 29}));
    CHECK_FALSE(is_valid({2026, 2, 29}));
    CHECK_FALSE(is_valid({2026, 13, 1}));
    CHECK_FALSE(is_valid({2026, 0, 1}));
    CHECK_FALSE(is_valid({2026, 4, 31}));
    CHECK_FALSE(is_valid({}));
    CHECK_FALSE(is_valid({2026, 257, 1}));  // 257 becomes 1 in eight bits
    CHECK_FALSE(is_valid({2026, 1, 257}));
}

TEST_CASE("a date is read from its ISO form and written so again") {
    for (const char* text : {"2026-11-21", "1900-01-01", "9999-12-31", "2024-02-29"}) {
        const auto date = parse_date(text);
        REQUIRE(date);
        CHECK(to_iso(*date) == text);
    }
}

TEST_CASE("a text that is not a day gives no date") {
    for (const char* text : {"", "2026-11-2", "2026-11-211", "2026/11/21", "2026-02-30", "26-11-21", "2026-1a-01",
                             "+026-01-01", "    -  -  "})
        CHECK_FALSE(parse_date(text));
}

TEST_CASE("days are counted over month ends, leap days and years, and back again") {
    CHECK(add_days({2024, 2, 28}, 1) == Date{2024, 2, 29});
    CHECK(add_days({2025, 12, 31}, 1) == Date{2026, 1, 1});
    CHECK(add_days({2026, 1, 1}, -1) == Date{2025, 12, 31});
    for (int days = -800; days <= 800; days += 37)
        CHECK(days_between({2026, 3, 3}, add_days({2026, 3, 3}, days)) == days);
}

TEST_CASE("the week begins on a Monday") {
    CHECK(weekday({2026, 11, 16}) == 0);
    CHECK(weekday({2026, 11, 21}) == 5);
    CHECK(weekday({2026, 11, 22}) == 6);
}

TEST_CASE("a clock time is read with a point, a colon or nothing between") {
    CHECK(parse_time_of_day("10.00") == TimeOfDay{10, 0});
    CHECK(parse_time_of_day("9:05") == TimeOfDay{9, 5});
    CHECK(parse_time_of_day("1830") == TimeOfDay{18, 30});
    CHECK(parse_time_of_day("00.00") == TimeOfDay{0, 0});
    CHECK(parse_time_of_day("23:59") == TimeOfDay{23, 59});
}

TEST_CASE("anything else is no clock time") {
    for (const char* text :
         {"", "24.00", "10.60", "10.5", "10.000", "kl 10", "-1.00", ".30", "10.", "001.00", "930", "10.0a", "10;00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_time_of_day(text));
    }
}

TEST_CASE("a clock time is written the Norwegian way") {
    CHECK(to_text({9, 5}) == "09.05");
}

TEST_CASE("the local calendar and clock follow the zone, over midnight too, and lead back to the same instant") {
    const Instant at = from_milliseconds(1'798'757'999'000);  // 2026-12-31 22:59:59 UTC
    CHECK(local(at, Minutes{60}).date == Date{2026, 12, 31});
    CHECK(local(at, Minutes{60}).time == TimeOfDay{23, 59});
    CHECK(local(at, Minutes{60}).second == 59);
    CHECK(local(at + Seconds{1}, Minutes{60}).date == Date{2027, 1, 1});
    CHECK(local(at, Minutes{-600}).time == TimeOfDay{12, 59});
    CHECK(at_local({2026, 12, 31}, {23, 59}, Minutes{60}) == at - Seconds{59});
}

TEST_CASE("an instant before 1970 has a date as well") {
    const LocalTime before = local(from_milliseconds(-1), Minutes{0});
    CHECK(before.date == Date{1969, 12, 31});
    CHECK(before.time == TimeOfDay{23, 59});
    CHECK(before.second == 59);
}

TEST_CASE("milliseconds lead to an instant and back") {
    CHECK(to_milliseconds(from_milliseconds(1'772'000'000'123)) == 1'772'000'000'123);
}
