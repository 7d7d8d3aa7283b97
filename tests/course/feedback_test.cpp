#include "course/feedback.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <random>

using namespace course;

namespace {

FeedbackRound open_round() {
    return {1, RoundPhase::open, {{"nytte", {}}, {"trygghet", {}}, {"tempo", {}}}};
}

Histogram of(std::initializer_list<int> values) {
    Histogram histogram{};
    for (const int value : values) ++histogram[static_cast<std::size_t>(value)];
    return histogram;
}

bool tells_nothing(const Result& result) {
    return result.low == 0 && result.middle == 0 && result.high == 0 && result.median == 0 && !result.ten_or_more;
}

}  // namespace

TEST_CASE("nothing is told before the round is closed") {
    const Histogram histogram = of({1, 5, 9, 9, 10, 3, 4, 4, 8, 10, 2});
    for (const RoundPhase phase : {RoundPhase::not_opened, RoundPhase::open}) {
        CHECK(result(histogram, phase).disclosure == Disclosure::sealed);
        CHECK(tells_nothing(result(histogram, phase)));
    }
}

TEST_CASE("four answers are too few and five are shown") {
    CHECK(result(of({}), RoundPhase::closed).disclosure == Disclosure::too_few);
    CHECK(result(of({1, 5, 9, 10}), RoundPhase::closed).disclosure == Disclosure::too_few);
    CHECK(tells_nothing(result(of({1, 5, 9, 10}), RoundPhase::closed)));
    CHECK(result(of({1, 5, 9, 10, 10}), RoundPhase::closed).disclosure == Disclosure::shown);
}

TEST_CASE("when all answered alike, only that is said") {
    const Result alike = result(of({7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}), RoundPhase::closed);
    CHECK(alike.disclosure == Disclosure::all_alike);
    CHECK(tells_nothing(alike));
}

TEST_CASE("four alike are too few, not all alike") {
    CHECK(result(of({7, 7, 7, 7}), RoundPhase::closed).disclosure == Disclosure::too_few);
}

TEST_CASE("a result is told in thirds: 0 to 3, 4 to 7, 8 to 10") {
    const Result shown = result(of({0, 3, 4, 7, 8, 10}), RoundPhase::closed);
    CHECK(shown.low == 2);
    CHECK(shown.middle == 2);
    CHECK(shown.high == 2);
}

TEST_CASE("the median of an even count is the lower of the two in the middle") {
    CHECK(result(of({0, 1, 2, 9, 10, 10}), RoundPhase::closed).median == 2);
    CHECK(result(of({0, 1, 2, 9, 10}), RoundPhase::closed).median == 2);
    CHECK(result(of({10, 10, 10, 10, 0}), RoundPhase::closed).median == 10);
    CHECK(result(of({0, 0, 0, 0, 10}), RoundPhase::closed).median == 0);
}

TEST_CASE("how many answered is told only as under ten, or ten and more") {
    CHECK_FALSE(result(of({1, 2, 3, 4, 5, 6, 7, 8, 9}), RoundPhase::closed).ten_or_more);
    CHECK(result(of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), RoundPhase::closed).ten_or_more);
}

TEST_CASE("random groups: a number is told only of a closed round with five answers that differ") {
    std::mt19937 random(11);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    for (int group = 0; group < 20'000; ++group) {
        Histogram histogram{};
        const int answers = pick(0, 12);
        const int spread = pick(0, 10);  // a small spread makes groups that agree, which must come up often
        const int lowest = pick(0, 10 - spread);
        std::vector<int> values;
        for (int i = 0; i < answers; ++i) {
            values.push_back(lowest + pick(0, spread));
            ++histogram[static_cast<std::size_t>(values.back())];
        }
        std::sort(values.begin(), values.end());
        const auto phase = static_cast<RoundPhase>(pick(0, 2));
        const Result told = result(histogram, phase);
        const bool may_tell = phase == RoundPhase::closed && answers >= 5 && values.front() != values.back();
        REQUIRE((told.disclosure == Disclosure::shown) == may_tell);
        if (!may_tell) {
            REQUIRE(tells_nothing(told));
            continue;
        }
        REQUIRE(told.low + told.middle + told.high == answers);
        REQUIRE(told.median == values[static_cast<std::size_t>((answers - 1) / 2)]);
    }
}

TEST_CASE("an answer counts up one number of each question, and a question left out adds nothing") {
    FeedbackRound round = open_round();
    CHECK(submit(round, {{"nytte", 8}, {"tempo", 0}}));
    CHECK(submit(round, {{"nytte", 8}}));
    CHECK(submit(round, {}));
    CHECK(round.questions == std::vector<QuestionCounts>{{"nytte", of({8, 8})}, {"trygghet", {}}, {"tempo", of({0})}});
}

TEST_CASE("a round that is not open takes no answer") {
    for (const RoundPhase phase : {RoundPhase::not_opened, RoundPhase::closed}) {
        FeedbackRound round = open_round();
        round.phase = phase;
        const FeedbackRound before = round;
        CHECK_FALSE(submit(round, {{"nytte", 8}}));
        CHECK_FALSE(set_counts(round, "nytte", of({1, 2, 3})));
        CHECK(round == before);
    }
}

TEST_CASE("a form with one wrong answer changes nothing at all") {
    FeedbackRound round = open_round();
    const FeedbackRound before = round;
    CHECK_FALSE(submit(round, {{"nytte", 8}, {"tempo", 11}}));
    CHECK_FALSE(submit(round, {{"nytte", 8}, {"tempo", -1}}));
    CHECK_FALSE(submit(round, {{"nytte", 8}, {"tempo", 3}, {"nytte", 8}}));
    CHECK_FALSE(submit(round, {{"nytte", 8}, {"", 3}}));
    CHECK(round == before);
}

TEST_CASE("hands counted in the room replace the counts of that question only") {
    FeedbackRound round = open_round();
    CHECK(submit(round, {{"nytte", 8}, {"tempo", 0}}));
    CHECK(set_counts(round, "nytte", of({5, 5, 6, 7, 8})));
    CHECK(round.questions[0].counts == of({5, 5, 6, 7, 8}));
    CHECK(round.questions[2].counts == of({0}));
}

TEST_CASE("a hand count is from 0 to 99") {
    FeedbackRound round = open_round();
    Histogram counts{};
    counts[10] = 99;
    CHECK(set_counts(round, "nytte", counts));
    const FeedbackRound before = round;
    counts[10] = 100;
    CHECK_FALSE(set_counts(round, "nytte", counts));
    counts[10] = -1;
    CHECK_FALSE(set_counts(round, "nytte", counts));
    CHECK(round == before);
}

TEST_CASE("a kiosk left alone stops counting before the numbers lose their meaning") {
    FeedbackRound round = open_round();
    for (int i = 0; i < most_alike; ++i) REQUIRE(submit(round, {{"nytte", 10}}));
    CHECK_FALSE(submit(round, {{"tempo", 1}, {"nytte", 10}}));
    CHECK(round.questions[0].counts[10] == most_alike);
    CHECK(total(round.questions[2].counts) == 0);
    CHECK(submit(round, {{"nytte", 9}}));
}

TEST_CASE("random groups: the round is the same whatever the order of those who answered") {
    std::mt19937 random(13);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    for (int group = 0; group < 500; ++group) {
        std::vector<std::vector<Answer>> people(static_cast<std::size_t>(pick(1, 9)));
        for (auto& answers : people)
            for (const char* question : {"tempo", "nytte", "trygghet", "aapent"})
                if (pick(0, 2) != 0) answers.push_back({question, pick(0, 10)});
        // Half of the rounds begin without questions, which then come from the answers.
        FeedbackRound one = group % 2 == 0 ? open_round() : FeedbackRound{1, RoundPhase::open, {}};
        FeedbackRound other = one;
        for (const auto& answers : people) REQUIRE(submit(one, answers));
        std::shuffle(people.begin(), people.end(), random);
        for (auto& answers : people) {
            std::shuffle(answers.begin(), answers.end(), random);
            REQUIRE(submit(other, answers));
        }
        REQUIRE(one == other);
    }
}
