#include "course/closing.h"

#include <catch2/catch_test_macros.hpp>

using course::HandCount;
using course::StepTime;
using course::usage_of;

namespace {

constexpr const char* bucket = "del-2/ovelser/stressbotta.md";

StepTime took(int planned, int used, const char* exercise = bucket, int course = 1) {
    return {course, 3, "Stressbøtta", exercise, planned, used};
}

HandCount hands(std::array<int, 11> counts) {
    return {3, "Hvor urolig er du?", counts};
}

}  // namespace

TEST_CASE("nobody answered: no hands and no middle") {
    CHECK(course::total(hands({}).hands) == 0);
    CHECK(course::median(hands({}).hands) == -1);
}

TEST_CASE("the median is the middle one's answer, the lower of two") {
    CHECK(course::median(hands({1}).hands) == 0);
    CHECK(course::median(hands({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}).hands) == 10);
    CHECK(course::median(hands({1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}).hands) == 0);
    CHECK(course::median(hands({1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1}).hands) == 4);
    CHECK(course::median(hands({0, 0, 3, 0, 0, 2, 0, 0, 4, 0, 0}).hands) == 5);
    CHECK(course::total(hands({0, 0, 3, 0, 0, 2, 0, 0, 4, 0, 0}).hands) == 9);
    CHECK(course::median(hands({0, 0, 2, 0, 0, 2, 0, 0, 4, 0, 0}).hands) == 5);
}

TEST_CASE("the largest counts that are kept can be added") {
    std::array<int, 11> all{};
    all.fill(999);
    CHECK(course::total(hands(all).hands) == 11 * 999);
    CHECK(course::median(hands(all).hands) == 5);
}

TEST_CASE("an exercise that nobody has done has no usage") {
    CHECK(usage_of({}, bucket).times == 0);
    CHECK(usage_of({took(15, 900, "annen.md")}, bucket).times == 0);
    // A step without an exercise is not the exercise without a name.
    CHECK(usage_of({took(15, 900, "")}, "").times == 0);
}

TEST_CASE("used minutes are the median over the courses, beside the planned ones") {
    const auto usage = usage_of({took(15, 26 * 60), took(15, 20 * 60, bucket, 2), took(99, 99 * 60, "annen.md"),
                                 took(15, 31 * 60, bucket, 3), took(15, 26 * 60, bucket, 4)},
                                bucket);
    CHECK(usage.times == 4);
    CHECK(usage.used == 26);
    CHECK(usage.planned == 15);
}

TEST_CASE("between two middle ones it is their mean, and halves are rounded up") {
    const auto usage = usage_of({took(10, 10 * 60), took(15, 11 * 60)}, bucket);
    CHECK(usage.used == 11);     // 10.5
    CHECK(usage.planned == 13);  // 12.5
    CHECK(usage_of({took(10, 10 * 60), took(10, 10 * 60 + 58)}, bucket).used == 10);
}

TEST_CASE("a step that was only looked at does not count") {
    const auto usage = usage_of({took(15, 59), took(15, 0), took(15, 60)}, bucket);
    CHECK(usage.times == 1);
    CHECK(usage.used == 1);
}

TEST_CASE("the longest day in the file is no trouble") {
    const std::vector<StepTime> times(3, took(240, 24 * 3600));
    CHECK(usage_of(times, bucket).used == 24 * 60);
}
