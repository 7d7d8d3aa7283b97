#include "book/alignment.h"

#include <algorithm>
#include <cstddef>

namespace book {
namespace {

constexpr int most_differences = 1024;  // keeps Myers' memory to 2 MB
constexpr int most_splits = 12;

struct Range {
    int a0 = 0, a1 = 0, b0 = 0, b1 = 0;
};

class Aligner {
  public:
    Aligner(const std::vector<int>& older, const std::vector<int>& newer, Budget& budget) : budget_(budget) {
        int most = -1;
        for (const int id : older) most = std::max(most, id);
        for (const int id : newer) most = std::max(most, id);
        count_a_.resize(static_cast<std::size_t>(most + 1));
        count_b_.resize(count_a_.size());
        for (const int id : older) count_a_[at(id)] = 1;
        for (const int id : newer) count_b_[at(id)] = 1;
        // What one side lacks altogether cannot be in common, and the search is much shorter without it.
        keep_shared(older, count_b_, a_, places_a_);
        keep_shared(newer, count_a_, b_, places_b_);
        std::fill(count_a_.begin(), count_a_.end(), 0);
        std::fill(count_b_.begin(), count_b_.end(), 0);
    }

    Common run() {
        solve({0, static_cast<int>(a_.size()), 0, static_cast<int>(b_.size())}, 0);
        std::sort(found_.pairs.begin(), found_.pairs.end(), [](Pair x, Pair y) { return x.older < y.older; });
        for (Pair& pair : found_.pairs) pair = {places_a_[at(pair.older)], places_b_[at(pair.newer)]};
        return std::move(found_);
    }

  private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    static void keep_shared(const std::vector<int>& from, const std::vector<int>& there, std::vector<int>& kept,
                            std::vector<int>& places) {
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (there[at(from[i])] == 0) continue;
            kept.push_back(from[i]);
            places.push_back(static_cast<int>(i));
        }
    }

    void solve(Range r, int splits) {
        while (r.a0 < r.a1 && r.b0 < r.b1 && a_[at(r.a0)] == b_[at(r.b0)]) found_.pairs.push_back({r.a0++, r.b0++});
        while (r.a0 < r.a1 && r.b0 < r.b1 && a_[at(r.a1 - 1)] == b_[at(r.b1 - 1)])
            found_.pairs.push_back({--r.a1, --r.b1});
        if (r.a0 == r.a1 || r.b0 == r.b1) return;
        if (myers(r)) return;
        if (splits >= most_splits || !patience(r, splits)) found_.coarse = true;
    }

    // The greedy search forward; `rows_` keeps, for each number of differences, how far each diagonal came.
    bool myers(const Range& r) {
        const int n = r.a1 - r.a0, m = r.b1 - r.b0;
        const int most = std::min(n + m, most_differences);
        std::vector<std::vector<int>> rows;
        for (int d = 0; d <= most; ++d) {
            std::vector<int> row(at(d + 1), -1);
            int work = d + 1;
            bool done = false;
            for (int k = -d; k <= d && !done; k += 2) {
                int x = d == 0 ? 0 : step(rows.back(), d, k, n, m).x;
                if (x < 0) continue;
                const int start = x;
                while (x < n && x - k < m && a_[at(r.a0 + x)] == b_[at(r.b0 + x - k)]) ++x;
                work += x - start;
                row[at((k + d) / 2)] = x;
                done = x == n && x - k == m;
            }
            rows.push_back(std::move(row));
            if (!budget_.spend(work)) return false;
            if (done) {
                walk_back(rows, r);
                return true;
            }
        }
        return false;
    }

    struct Step {
        int x = -1;  // where diagonal k begins, before what is equal; -1: not within the two texts
        int from = 0;
    };
    static Step step(const std::vector<int>& before, int d, int k, int n, int m) {
        const auto reach = [&](int diagonal) {
            return diagonal < -(d - 1) || diagonal > d - 1 ? -1 : before[at((diagonal + d - 1) / 2)];
        };
        Step best;
        if (const int x = reach(k - 1); x >= 0 && x < n) best = {x + 1, k - 1};
        if (const int x = reach(k + 1); x >= 0 && x - k <= m && x > best.x) best = {x, k + 1};
        return best;
    }

    void walk_back(const std::vector<std::vector<int>>& rows, const Range& r) {
        const int n = r.a1 - r.a0, m = r.b1 - r.b0;
        int x = n, k = n - m;
        for (int d = static_cast<int>(rows.size()) - 1; d >= 0; --d) {
            const Step taken = d == 0 ? Step{0, 0} : step(rows[at(d - 1)], d, k, n, m);
            for (; x > taken.x; --x) found_.pairs.push_back({r.a0 + x - 1, r.b0 + x - 1 - k});
            if (d == 0) break;
            x = rows[at(d - 1)][at((taken.from + d - 1) / 2)];
            k = taken.from;
        }
    }

    // Elements that occur once on either side hold the rest in place: the longest rising run of them parts the range.
    bool patience(const Range& r, int splits) {
        const int size = r.a1 - r.a0 + r.b1 - r.b0;
        if (!budget_.spend(size)) return false;
        std::vector<Pair> anchors = rising(once_in_both(r));
        if (anchors.empty()) return false;
        Range gap = r;
        for (const Pair anchor : anchors) {
            gap.a1 = anchor.older;
            gap.b1 = anchor.newer;
            solve(gap, splits + 1);
            found_.pairs.push_back(anchor);
            gap.a0 = anchor.older + 1;
            gap.b0 = anchor.newer + 1;
        }
        gap.a1 = r.a1;
        gap.b1 = r.b1;
        solve(gap, splits + 1);
        return true;
    }

    std::vector<Pair> once_in_both(const Range& r) {
        place_b_.resize(count_b_.size());
        for (int i = r.a0; i < r.a1; ++i) ++count_a_[at(a_[at(i)])];
        for (int j = r.b0; j < r.b1; ++j) {
            ++count_b_[at(b_[at(j)])];
            place_b_[at(b_[at(j)])] = j;
        }
        std::vector<Pair> pairs;
        for (int i = r.a0; i < r.a1; ++i) {
            const std::size_t id = at(a_[at(i)]);
            if (count_a_[id] == 1 && count_b_[id] == 1) pairs.push_back({i, place_b_[id]});
        }
        for (int i = r.a0; i < r.a1; ++i) count_a_[at(a_[at(i)])] = 0;
        for (int j = r.b0; j < r.b1; ++j) count_b_[at(b_[at(j)])] = 0;
        return pairs;
    }

    static std::vector<Pair> rising(const std::vector<Pair>& pairs) {
        std::vector<int> ends;  // ends[n]: the pair that ends the best run of n + 1
        std::vector<int> before(pairs.size(), -1);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[i].newer,
                                                [&](int end, int newer) { return pairs[at(end)].newer < newer; });
            if (place != ends.begin()) before[i] = *(place - 1);
            if (place == ends.end())
                ends.push_back(static_cast<int>(i));
            else
                *place = static_cast<int>(i);
        }
        std::vector<Pair> run;
        for (int i = ends.empty() ? -1 : ends.back(); i >= 0; i = before[at(i)]) run.push_back(pairs[at(i)]);
        std::reverse(run.begin(), run.end());
        return run;
    }

    Budget& budget_;
    std::vector<int> a_, b_;                // what both have
    std::vector<int> places_a_, places_b_;  // where it stood
    std::vector<int> count_a_, count_b_;    // by id; all 0 between uses
    std::vector<int> place_b_;              // by id
    Common found_;
};

}  // namespace

Common common(const std::vector<int>& older, const std::vector<int>& newer, Budget& budget) {
    return Aligner(older, newer, budget).run();
}

}  // namespace book
