// course/closing.h: what the leaders keep of a meeting when they round it off: one line to themselves, and numbers that the
// group showed with its hands.
// Rule: nothing here is about one person. The line is the leaders' own and never on the wall; hands are counts.
// Tests: tests/course/closing_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "course/feedback.h"

namespace course {

inline constexpr std::size_t longest_line = 300;  ///< bytes

inline constexpr std::size_t most_items = 40;  ///< of a list that hands are counted at

/// One question that was answered with hands: on the line from 0 to 10, or at each item of a list.
struct HandCount {
    struct Item {
        std::string name;  ///< as it stood on the wall
        int hands = 0;
        bool operator==(const Item&) const = default;
    };
    int meeting = 0;
    std::string question;  ///< as it stood on the wall
    Histogram hands{};
    std::vector<Item> items = {};  ///< of a list; then `hands` are none
    bool operator==(const HandCount&) const = default;
};
/// All hands of it.
int total(const HandCount& counts);
/// It can be so: no count is negative or above `most_alike`, no text longer than a line, no list too long.
bool countable(const HandCount& counts);
/// What is kept of the same question of the same meeting; none at all when nothing is.
HandCount kept_of(const std::vector<HandCount>& kept, const HandCount& counts);
/// Puts `counts` in the place of what was kept of the same question before; none at all takes it away.
void keep(std::vector<HandCount>& kept, const HandCount& counts);

/// One step of a meeting that was held: what was planned and what was used.
struct StepTime {
    std::int64_t course = 0;
    int meeting = 0;
    std::string title;
    std::string exercise;  ///< path in the handbook; empty when the step had none
    int planned = 0;       ///< minutes, as the plan had it
    int used = 0;          ///< seconds
    std::int64_t run = 0;  ///< in which of the meeting's runs
    bool operator==(const StepTime&) const = default;
};

/// A meeting of a course.
struct CourseMeeting {
    std::int64_t course = 0;
    int meeting = 0;
    auto operator<=>(const CourseMeeting&) const = default;
};

/// How long an exercise takes where it has been done, over all courses.
struct Usage {
    int times = 0;
    int used = 0;     ///< median, minutes (halves are rounded up)
    int planned = 0;  ///< median, minutes
};
Usage usage_of(const std::vector<StepTime>& times, const std::string& exercise);

}  // namespace course
