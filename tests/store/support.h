// tests/store/support.h: a course to store, and the way to look at files from outside.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/temp_folder.h"
#include "store/store.h"

namespace support {

using namespace std::chrono_literals;
inline constexpr base::Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 18h + 15min + 2s;

inline course::Course spring_course() {
    course::Course course;
    course.title = "Vårkurset 2026 – «æøå»; DROP TABLE course";
    course.municipality = "Eksempelvik";
    course.place = "Frivilligsentralen";
    course.starts = {10, 30};
    course.dates = course::dates_from({2026, 3, 3}, 6);
    course.leader_one = "Fagperson";
    course.leader_two = "Brukerrepresentant";
    course.participants = 12;
    return course;
}

inline store::Store opened(const std::filesystem::path& folder) {
    auto store = store::Store::open(folder, now);
    INFO((store.ok() ? std::string() : store.error().path + ": " + store.error().detail));
    REQUIRE(store.ok());
    return std::move(store).value();
}

/// A folder's database file.
inline std::filesystem::path file_in(const TempFolder& folder) {
    return folder.path / "mestringstreff.sqlite";
}

inline std::string bytes(const std::filesystem::path& file) {
    auto content = base::read_file(file);
    REQUIRE(content.ok());
    return std::move(content).value();
}

inline void write_bytes(const std::filesystem::path& file, std::string_view content) {
    REQUIRE(base::write_file(file, content).ok());
}

/// A store with a course, twelve marks and a closed round; closed again.
inline std::int64_t fill(const std::filesystem::path& folder) {
    store::Store store = opened(folder);
    const std::int64_t id = store.add_course(spring_course()).value();
    course::AttendanceSheet sheet(12, 6);
    REQUIRE(store.append_attendance(id, sheet.rest_present(1, now)).ok());
    course::FeedbackRound round{1, course::RoundPhase::closed, {{"nytte", {0, 0, 0, 0, 0, 1, 2, 3, 2, 0, 1}}}};
    REQUIRE(store.save_round(id, round).ok());
    REQUIRE(store.set_setting("språk", "nb").ok());
    return id;
}

/// One value from a file as anyone's sqlite3 would read it.
inline std::string asked(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database database(base::to_utf8(file), SQLite::OPEN_READWRITE);
    return database.execAndGet(sql).getString();
}

}  // namespace support
