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

TEST_CASE("hands at the items of a list are added, kept beside those on the line, replaced and taken away") {
    const HandCount line = hands({1, 2});
    const HandCount first{3, "Søvnsjekken", {}, {{"Dagslys", 4}, {"Mørkt rom", 0}}};
    const HandCount second{3, "Søvnsjekken", {}, {{"Dagslys", 4}, {"Mørkt rom", 2}}};
    CHECK(course::total(second) == 6);
    CHECK(course::total(line) == 3);
    std::vector<HandCount> kept{line};
    CHECK(course::total(course::kept_of(kept, first)) == 0);
    CHECK(course::kept_of(kept, first).question == "Søvnsjekken");
    course::keep(kept, first);
    CHECK(course::kept_of(kept, second) == first);
    course::keep(kept, second);
    CHECK(kept == std::vector{line, second});
    course::keep(kept, {3, "Søvnsjekken", {}, {{"Dagslys", 0}}});
    CHECK(kept == std::vector{line});
}

TEST_CASE("counts that can not be are told from those that can") {
    const HandCount list{3, "Søvnsjekken", {}, {{"Dagslys", 4}, {"Mørkt rom", 0}}};
    CHECK(course::countable(list));
    CHECK(course::countable(hands({1, 2})));
    const auto but = [&](auto change) {
        HandCount counts = list;
        change(counts);
        return course::countable(counts);
    };
    CHECK(but([](HandCount& c) { c.items[0].hands = course::most_alike; }));
    CHECK_FALSE(but([](HandCount& c) { c.items[0].hands = course::most_alike + 1; }));
    CHECK_FALSE(but([](HandCount& c) { c.items[1].hands = -1; }));
    CHECK_FALSE(but([](HandCount& c) { c.hands[10] = 1; }));
    CHECK_FALSE(but([](HandCount& c) { c.meeting = 0; }));
    CHECK_FALSE(but([](HandCount& c) { c.question = std::string(course::longest_line + 1, 'x'); }));
    CHECK_FALSE(but([](HandCount& c) { c.items[0].name = std::string(course::longest_line + 1, 'x'); }));
    CHECK(but([](HandCount& c) { c.items.resize(course::most_items); }));
    CHECK_FALSE(but([](HandCount& c) { c.items.resize(course::most_items + 1); }));
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
