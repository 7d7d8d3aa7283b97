#include "course/course.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace course;

namespace {

Course sound() {
    Course course;
    course.title = "Vårkurset 2026";
    course.municipality = "Eksempelvik";
    course.place = "Frivilligsentralen";
    course.dates = dates_from({2026, 3, 3}, 6);
    course.leader_one = "Fagperson";
    course.leader_two = "Brukerrepresentant";
    course.participants = 10;
    return course;
}

using Faults = std::vector<CourseFault>;

}  // namespace

TEST_CASE("a filled-in course has no faults") {
    CHECK(faults(sound(), 6).empty());
}

TEST_CASE("an empty form names each field once, in the order of the form") {
    CHECK(faults({}, 6) == Faults{CourseFault::title_empty, CourseFault::municipality_empty,
                                  CourseFault::participants_out_of_range, CourseFault::dates_missing});
}

TEST_CASE("spaces alone are no title and no municipality") {
    Course course = sound();
    course.title = " \t";
    course.municipality = "\n";
    CHECK(faults(course, 6) == Faults{CourseFault::title_empty, CourseFault::municipality_empty});
}

TEST_CASE("a course has from one to forty participants") {
    Course course = sound();
    for (const auto& [count, sound_count] : {std::pair{-1, false}, {0, false}, {1, true}, {40, true}, {41, false}}) {
        course.participants = count;
        CAPTURE(count);
        CHECK(faults(course, 6).empty() == sound_count);
    }
}

TEST_CASE("every meeting needs its date, and there are no more dates than meetings") {
    Course course = sound();
    course.dates.pop_back();
    CHECK(faults(course, 6) == Faults{CourseFault::dates_missing});
    course.dates = dates_from({2026, 3, 3}, 7);
    CHECK(faults(course, 6) == Faults{CourseFault::dates_missing});
    course = sound();
    course.dates[2] = {};
    CHECK(faults(course, 6) == Faults{CourseFault::dates_missing});
}

TEST_CASE("a day that is not in the calendar is wrong, and is not also called out of order") {
    Course course = sound();
    course.dates[5] = {2026, 2, 30};
    CHECK(faults(course, 6) == Faults{CourseFault::date_invalid});
}

TEST_CASE("meetings come one after another, never twice on a day") {
    Course course = sound();
    std::swap(course.dates[1], course.dates[2]);
    CHECK(faults(course, 6) == Faults{CourseFault::dates_not_rising});
    course = sound();
    course.dates[3] = course.dates[2];
    CHECK(faults(course, 6) == Faults{CourseFault::dates_not_rising});
}

TEST_CASE("any text over two hundred bytes is too long") {
    for (std::string Course::*field :
         {&Course::title, &Course::municipality, &Course::place, &Course::leader_one, &Course::leader_two}) {
        Course course = sound();
        course.*field = std::string(longest_text, 'a');
        CHECK(faults(course, 6).empty());
        course.*field += 'a';
        CHECK(faults(course, 6) == Faults{CourseFault::text_too_long});
    }
}

TEST_CASE("dates are laid a week apart, over the ends of months, leap days and years") {
    CHECK(dates_from({2024, 2, 22}, 3) == std::vector<base::Date>{{2024, 2, 22}, {2024, 2, 29}, {2024, 3, 7}});
    CHECK(dates_from({2025, 12, 20}, 2, 14) == std::vector<base::Date>{{2025, 12, 20}, {2026, 1, 3}});
    CHECK(dates_from({2026, 2, 30}, 6).empty());
    CHECK(dates_from({2026, 3, 3}, 0).empty());
}

TEST_CASE("the next meeting is today's, else the first to come, and none when all are over") {
    const Course course = sound();
    CHECK(meeting_on_or_after(course, {2026, 1, 1}) == 1);
    CHECK(meeting_on_or_after(course, {2026, 3, 3}) == 1);
    CHECK(meeting_on_or_after(course, {2026, 3, 4}) == 2);
    CHECK(meeting_on_or_after(course, {2026, 4, 7}) == 6);
    CHECK(meeting_on_or_after(course, {2026, 4, 8}) == 0);
    CHECK(meeting_on_or_after({}, {2026, 4, 8}) == 0);
}
