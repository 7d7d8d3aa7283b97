#include "store/dated.h"

#include <cstdio>

namespace store {
namespace {

constexpr std::string_view ending = ".sqlite";

}  // namespace

std::string dated_name(std::string_view prefix, base::Instant made) {
    const base::LocalTime time = base::local(made, base::Minutes{0});
    char clock[64];
    std::snprintf(clock, sizeof clock, "-%02d%02d%02d", time.time.hour, time.time.minute, time.second);
    return std::string(prefix) + base::to_iso(time.date) + clock + std::string(ending);
}

std::optional<base::Instant> date_in_name(std::string_view prefix, std::string_view name) {
    constexpr std::size_t length = std::string_view("2026-11-21-181502").size();
    if (name.size() != prefix.size() + length + ending.size() || !name.starts_with(prefix) || !name.ends_with(ending))
        return std::nullopt;
    const std::string_view stamp = name.substr(prefix.size(), length);
    const auto date = base::parse_date(stamp.substr(0, 10));
    const auto time = base::parse_time_of_day(stamp.substr(11, 4));
    if (!date || !time) return std::nullopt;
    const auto seconds = (stamp[15] - '0') * 10 + (stamp[16] - '0');
    const base::Instant made = base::at_local(*date, *time, base::Minutes{0}) + base::Seconds{seconds};
    // Written again it must be the same name, which settles the dashes and the seconds too.
    if (dated_name(prefix, made) != name) return std::nullopt;
    return made;
}

std::filesystem::path free_name(const std::filesystem::path& folder, std::string_view prefix, base::Instant made) {
    for (;; made += base::Seconds{1}) {
        std::filesystem::path path = folder / dated_name(prefix, made);
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) return path;
    }
}

}  // namespace store
