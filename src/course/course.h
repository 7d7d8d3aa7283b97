// course/course.h: one course: where and when, how many, led by which roles. No names, by design.
// Rule: there is no field for a person: no phone, birth number, diagnosis or note (requirements E1).
// Tests: tests/course/course_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"

namespace course {

struct Course {
    std::int64_t id = 0;  ///< 0 = not stored yet
    std::string title;    ///< "Vårkurset 2026"
    std::string municipality;
    std::string place;
    base::TimeOfDay starts{10, 0};
    std::vector<base::Date> dates;  ///< one a meeting
    std::string leader_one;         ///< role, e.g. "Fagperson"
    std::string leader_two;         ///< role, e.g. "Brukerrepresentant"
    int participants = 0;
    bool operator==(const Course&) const = default;
};

/// What is wrong with a form that someone filled in; the words for it are in the interface.
enum class CourseFault : std::uint8_t {
    title_empty,
    municipality_empty,
    participants_out_of_range,
    dates_missing,
    date_invalid,
    dates_not_rising,
    text_too_long
};
inline constexpr int most_participants = 40;
inline constexpr std::size_t longest_text = 200;  ///< bytes

std::vector<CourseFault> faults(const Course& course, int meetings);
/// Dates a week (or `days`) apart from the first.
std::vector<base::Date> dates_from(base::Date first, int meetings, int days = 7);
/// The meeting held on `today`, else the next one after it; 0 when all are over. Meetings count from 1.
int meeting_on_or_after(const Course& course, base::Date today);

}  // namespace course
