// base/time.h: instants, days and clock times as values.
// Rule: nothing here reads a clock or a time zone; `now` and the zone's offset are always arguments (base/clock.h is
// the one place that asks the machine).
// Tests: tests/base/time_test.cpp
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;
using Milliseconds = std::chrono::milliseconds;

/// A moment, UTC, in whole milliseconds since 1970: what the database stores.
using Instant = std::chrono::sys_time<Milliseconds>;

inline std::int64_t to_milliseconds(Instant at) {
    return at.time_since_epoch().count();
}
inline Instant from_milliseconds(std::int64_t ms) {
    return Instant{Milliseconds{ms}};
}

/// A calendar day without a zone.
struct Date {
    int year = 0;
    int month = 0;  ///< 1–12
    int day = 0;    ///< 1–31

    auto operator<=>(const Date&) const = default;
};

bool is_valid(Date date);
/// "2026-11-21", or nothing where the text is not a real day.
std::optional<Date> parse_date(std::string_view iso);
/// "2026-11-21".
std::string to_iso(Date date);
Date add_days(Date date, int days);
/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);
/// 0 = Monday … 6 = Sunday (ISO 8601).
int weekday(Date date);

/// Hour and minute on a wall clock.
struct TimeOfDay {
    int hour = 0;    ///< 0–23
    int minute = 0;  ///< 0–59

    auto operator<=>(const TimeOfDay&) const = default;
};

/// "10.00", "10:00" or "1000"; nothing for anything else.
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);
/// "10.00", the Norwegian way.
std::string to_text(TimeOfDay time);

struct LocalTime {
    Date date;
    TimeOfDay time;
    int second = 0;
};

/// The local calendar and clock at `at`, in a zone `east` of UTC.
LocalTime local(Instant at, Minutes east);
/// The moment when the local clock showed this.
Instant at_local(Date date, TimeOfDay time, Minutes east);

}  // namespace base
