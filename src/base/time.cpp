#include "base/time.h"

#include <charconv>
#include <cstdio>

namespace base {
namespace {

std::chrono::year_month_day calendar(Date date) {
    return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
           std::chrono::day{static_cast<unsigned>(date.day)};
}

Date date_of(std::chrono::sys_days day) {
    const std::chrono::year_month_day ymd{day};
    return {int{ymd.year()}, static_cast<int>(unsigned{ymd.month()}), static_cast<int>(unsigned{ymd.day()})};
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    if (text.empty()) return std::nullopt;
    for (char c : text)
        if (c < '0' || c > '9') return std::nullopt;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{}) return std::nullopt;
    return value;
}

}  // namespace

bool is_valid(Date date) {
    return date.year >= 1900 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= 31 && calendar(date).ok();
}

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = digits(iso.substr(0, 4));
    const auto month = digits(iso.substr(5, 2));
    const auto day = digits(iso.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const Date date{*year, *month, *day};
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::string to_iso(Date date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

Date add_days(Date date, int days) {
    return date_of(std::chrono::sys_days{calendar(date)} + std::chrono::days{days});
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days{calendar(to)} - std::chrono::sys_days{calendar(from)}).count());
}

int weekday(Date date) {
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{calendar(date)}}.iso_encoding()) - 1;
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view text) {
    std::optional<int> hour;
    std::optional<int> minute;
    if (const auto mark = text.find_first_of(".:"); mark != std::string_view::npos && mark <= 2) {
        hour = digits(text.substr(0, mark));
        minute = text.size() - mark == 3 ? digits(text.substr(mark + 1)) : std::nullopt;
    } else if (text.size() == 4) {
        hour = digits(text.substr(0, 2));
        minute = digits(text.substr(2));
    }
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return TimeOfDay{*hour, *minute};
}

std::string to_text(TimeOfDay time) {
    char text[32];
    std::snprintf(text, sizeof text, "%02d.%02d", time.hour, time.minute);
    return text;
}

LocalTime local(Instant at, Minutes east) {
    const auto shifted = at + east;
    const auto day = std::chrono::floor<std::chrono::days>(shifted);
    const auto seconds = std::chrono::floor<Seconds>(shifted - day).count();
    return {date_of(day),
            {static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60)},
            static_cast<int>(seconds % 60)};
}

Instant at_local(Date date, TimeOfDay time, Minutes east) {
    return std::chrono::sys_days{calendar(date)} + std::chrono::hours{time.hour} + Minutes{time.minute} - east;
}

}  // namespace base
