// book/alignment.h: what two sequences have in common, in order: the ground under `compare` and `word_diff`.
// Rule: the longest common subsequence where it can be had within the budget; else a coarser answer that says so.
// Source: E. Myers, An O(ND) difference algorithm (1986); B. Cohen's patience diff where the two differ too much.
// Tests: tests/book/alignment_test.cpp
#pragma once

#include <cstdint>
#include <vector>

namespace book {

/// Steps of work that may still be spent. What would cost more is done more coarsely, so that hostile texts end too.
struct Budget {
    std::int64_t steps = 0;

    /// False when there was less left than that; nothing is spent then.
    bool spend(std::int64_t cost) {
        if (cost > steps) return false;
        steps -= cost;
        return true;
    }
};

/// An element of the older sequence and the equal one of the newer.
struct Pair {
    int older = 0;
    int newer = 0;

    bool operator==(const Pair&) const = default;
};

struct Common {
    std::vector<Pair> pairs;  ///< rising on both sides
    bool coarse = false;      ///< there may be more in common than was looked for
};

/// `older` and `newer` name equal elements by equal numbers: small ones, from 0.
Common common(const std::vector<int>& older, const std::vector<int>& newer, Budget& budget);

}  // namespace book
