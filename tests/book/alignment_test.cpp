#include "book/alignment.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

namespace {

using Numbers = std::vector<int>;

// The plain table, for small sequences.
std::size_t longest(const Numbers& a, const Numbers& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
    return table[0][0];
}

void check_is_common(const book::Common& found, const Numbers& a, const Numbers& b) {
    int i = -1, j = -1;
    bool right = true;
    for (const book::Pair pair : found.pairs) {
        right = right && pair.older > i && pair.newer > j && pair.older < static_cast<int>(a.size()) &&
                pair.newer < static_cast<int>(b.size());
        if (!right) break;
        i = pair.older;
        j = pair.newer;
        right = a[static_cast<std::size_t>(i)] == b[static_cast<std::size_t>(j)];
    }
    CHECK(right);
}

}  // namespace

TEST_CASE("the longest common subsequence is found, whatever the two sequences") {
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        Numbers a(random() % 40), b(random() % 40);
        const unsigned letters = 1 + random() % 8;
        for (int& one : a) one = static_cast<int>(random() % letters);
        for (int& one : b) one = static_cast<int>(random() % letters);
        book::Budget budget{1'000'000};
        const book::Common found = book::common(a, b, budget);
        check_is_common(found, a, b);
        CHECK_FALSE(found.coarse);
        CHECK(found.pairs.size() == longest(a, b));
    }
}

TEST_CASE("sequences that differ too much are parted where they surely agree") {
    Numbers a, b;
    for (int i = 0; i < 20'000; ++i) {
        a.push_back(i % 10 == 0 ? 2 + i : i % 2);
        b.push_back(i % 10 == 0 ? 2 + i : (i / 2) % 2);
    }
    book::Budget budget{50'000'000};
    const book::Common found = book::common(a, b, budget);
    check_is_common(found, a, b);
    CHECK_FALSE(found.coarse);
    CHECK(found.pairs.size() > 10'000);
}

TEST_CASE("an empty budget gives a coarse answer that is still right, and is never overdrawn") {
    std::mt19937 random(11);
    Numbers a(50'000), b(50'000);
    for (int& one : a) one = static_cast<int>(random() % 3);
    for (int& one : b) one = static_cast<int>(random() % 3);
    for (const std::int64_t steps : {0, 1'000, 2'000'000}) {
        book::Budget budget{steps};
        const book::Common found = book::common(a, b, budget);
        check_is_common(found, a, b);
        CHECK(found.coarse);
        CHECK(budget.steps >= 0);
    }
}
