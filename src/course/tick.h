// course/tick.h: a task of the handbook (a list item with a box) that a course has done.
// Rule: it is known by the words of the task, not by its place, so that text written above it does not move the tick.
// Used by: store, app.                                                     Tests: tests/app/update_shelf_test.cpp
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace course {

struct Tick {
    std::string document;    ///< path in the handbook
    std::uint64_t task = 0;  ///< book::task_of() of the item

    auto operator<=>(const Tick&) const = default;
};

}  // namespace course
