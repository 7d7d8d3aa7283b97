#include "book/row_pairing.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

namespace book {
namespace {

constexpr std::int64_t most_cells = 1 << 20;  // of the table that pairs the leaves of one gap
constexpr double least_likeness = 0.45;
constexpr double least_alone = 0.2;       // where there is but one candidate on either side
constexpr std::size_t few_words = 4;      // a text so short may be another and still stand in the same place
constexpr std::size_t telling_words = 4;  // a shorter text stands in many places by chance

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// One edition's leaves, as far as pairing looks at them.
struct Side {
    const std::vector<Leaf>& leaves;
    std::vector<int> ids;      // equal leaves of both sides have equal ids
    std::vector<int> partner;  // index on the other side, or -1
    std::vector<char> moved;

    explicit Side(const std::vector<Leaf>& all) : leaves(all), partner(all.size(), -1), moved(all.size()) {}
    int size() const { return static_cast<int>(leaves.size()); }
    bool free(int i) const { return i >= 0 && i < size() && partner[at(i)] < 0; }
};

/// The words of a leaf for counting what two have in common: sorted, punctuation left out.
struct Words {
    std::vector<std::pair<int, int>> all;  // id, bytes
    std::int64_t bytes = 0;
};

class Pairing {
  public:
    Pairing(Side& a, Side& b, Budget& budget) : a_(a), b_(b), budget_(budget) {}

    // True when leaves may have been left unpaired for want of time.
    bool run() {
        const Common shared = common(a_.ids, b_.ids, budget_);
        bool coarse = shared.coarse;
        for (const Pair pair : shared.pairs) join(pair.older, pair.newer, false);
        find_moved();
        int a = 0, b = 0;
        for (const Pair pair : shared.pairs) {
            coarse = !pair_gap(a, pair.older, b, pair.newer) || coarse;
            a = pair.older + 1;
            b = pair.newer + 1;
        }
        return !pair_gap(a, a_.size(), b, b_.size()) || coarse;
    }

  private:
    void join(int i, int j, bool moved) {
        a_.partner[at(i)] = j;
        b_.partner[at(j)] = i;
        a_.moved[at(i)] = b_.moved[at(j)] = moved;
    }

    // What stands once on either side, and says enough to be known again; then the short ones that went along with it.
    void find_moved() {
        std::map<int, std::pair<std::vector<int>, std::vector<int>>> places;
        for (int i = 0; i < a_.size(); ++i)
            if (a_.free(i)) places[a_.ids[at(i)]].first.push_back(i);
        for (int j = 0; j < b_.size(); ++j)
            if (b_.free(j)) places[b_.ids[at(j)]].second.push_back(j);
        std::vector<Pair> found;
        for (const auto& [id, both] : places) {
            if (both.first.size() != 1 || both.second.size() != 1) continue;
            const Leaf& leaf = a_.leaves[at(both.first.front())];
            if (leaf.block.type == BlockType::image || words_in(leaf.text).size() >= telling_words)
                found.push_back({both.first.front(), both.second.front()});
        }
        for (const Pair pair : found) join(pair.older, pair.newer, true);
        for (const Pair pair : found)
            for (const int way : {-1, 1})
                for (int i = pair.older + way, j = pair.newer + way;
                     a_.free(i) && b_.free(j) && a_.ids[at(i)] == b_.ids[at(j)]; i += way, j += way)
                    join(i, j, true);
    }

    bool pair_gap(int a0, int a1, int b0, int b1) {
        std::vector<int> left, right;
        for (int i = a0; i < a1; ++i)
            if (a_.free(i)) left.push_back(i);
        for (int j = b0; j < b1; ++j)
            if (b_.free(j)) right.push_back(j);
        if (left.empty() || right.empty()) return true;
        const auto n = static_cast<std::int64_t>(left.size()), m = static_cast<std::int64_t>(right.size());
        if (n * m > most_cells) return false;
        std::map<std::string_view, int> ids;
        const std::vector<Words> theirs = words_of(a_, left, ids), ours = words_of(b_, right, ids);
        std::int64_t cost = n * m;
        for (const Words& words : theirs) cost += m * static_cast<std::int64_t>(words.all.size());
        for (const Words& words : ours) cost += n * static_cast<std::int64_t>(words.all.size());
        if (!budget_.spend(cost)) return false;
        if (n == 1 && m == 1) {
            pair_only(left.front(), right.front(), theirs.front(), ours.front());
            return true;
        }
        std::vector<float> likeness(left.size() * right.size());
        for (std::size_t i = 0; i < left.size(); ++i)
            for (std::size_t j = 0; j < right.size(); ++j)
                likeness[i * right.size() + j] = static_cast<float>(like(left[i], right[j], theirs[i], ours[j]));
        pair_best(left, right, likeness);
        return true;
    }

    static std::vector<Words> words_of(const Side& side, const std::vector<int>& leaves,
                                       std::map<std::string_view, int>& ids) {
        std::vector<Words> result;
        result.reserve(leaves.size());
        for (const int index : leaves) {
            const std::string_view text = side.leaves[at(index)].text;
            Words words;
            for (const Stretch place : words_in(text)) {
                const std::string_view word = place.of(text);
                const int bytes = static_cast<int>(word.size());
                // A lone sign says nothing about likeness; a number does.
                if (bytes == 1 && (word[0] < '0' || word[0] > 'z')) continue;
                words.all.emplace_back(ids.try_emplace(word, static_cast<int>(ids.size())).first->second, bytes);
                words.bytes += bytes;
            }
            std::sort(words.all.begin(), words.all.end());
            result.push_back(std::move(words));
        }
        return result;
    }

    // From 0 to 1: the share of both texts, by bytes, that they have in common, whatever the order.
    double like(int i, int j, const Words& x, const Words& y) const {
        const Leaf& one = a_.leaves[at(i)];
        const Leaf& other = b_.leaves[at(j)];
        if (one.part != other.part) return 0;
        const bool same_type = one.block.type == other.block.type;
        if (one.text == other.text && (same_type || !one.text.empty())) return 1;
        std::int64_t shared = 0;
        for (auto p = x.all.begin(), q = y.all.begin(); p != x.all.end() && q != y.all.end();) {
            if (p->first == q->first) {
                shared += p->second;
                ++p;
                ++q;
            } else if (p->first < q->first) {
                ++p;
            } else {
                ++q;
            }
        }
        const std::int64_t all = x.bytes + y.bytes;
        const double likeness = all == 0 ? 0.0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
        return same_type ? likeness : 0.7 * likeness;
    }

    void pair_only(int i, int j, const Words& x, const Words& y) {
        const bool alike = a_.leaves[at(i)].block.type == b_.leaves[at(j)].block.type &&
                           a_.leaves[at(i)].part == b_.leaves[at(j)].part;
        const bool few = std::max(x.all.size(), y.all.size()) <= few_words;
        if ((alike && few) || like(i, j, x, y) >= least_alone) join(i, j, false);
    }

    // The pairs in order on both sides whose likeness adds up to most.
    void pair_best(const std::vector<int>& left, const std::vector<int>& right, const std::vector<float>& likeness) {
        const std::size_t n = left.size(), m = right.size(), width = m + 1;
        std::vector<float> best((n + 1) * width, 0.0F);
        const auto with = [&](std::size_t i, std::size_t j) {
            const float like = likeness[i * m + j];
            return like < least_likeness ? -1.0F : best[(i + 1) * width + j + 1] + like;
        };
        for (std::size_t i = n; i-- > 0;)
            for (std::size_t j = m; j-- > 0;)
                best[i * width + j] = std::max({best[(i + 1) * width + j], best[i * width + j + 1], with(i, j)});
        for (std::size_t i = 0, j = 0; i < n && j < m;) {
            const float here = best[i * width + j];
            if (with(i, j) == here) {
                join(left[i++], right[j++], false);
            } else if (best[(i + 1) * width + j] == here) {
                ++i;
            } else {
                ++j;
            }
        }
    }

    Side& a_;
    Side& b_;
    Budget& budget_;
};

void number_keys(Side& older, Side& newer, const std::vector<std::string>& older_keys,
                 const std::vector<std::string>& newer_keys) {
    std::map<std::string_view, int> ids;
    const auto number = [&](const std::vector<std::string>& keys, std::vector<int>& out) {
        for (const std::string& key : keys)
            out.push_back(ids.try_emplace(key, static_cast<int>(ids.size())).first->second);
    };
    number(older_keys, older.ids);
    number(newer_keys, newer.ids);
}

class Rows {
  public:
    Rows(DocumentChange& change, const Side& older, const Side& newer, Budget& budget)
        : change_(change), older_(older), newer_(newer), budget_(budget) {}

    void write() {
        int j = 0;
        for (int i = 0; i < older_.size(); ++i) {
            const int partner = older_.partner[at(i)];
            if (partner < 0 || older_.moved[at(i)] != 0) {
                alone(i, -1);
                continue;
            }
            for (; j < partner; ++j) alone(-1, j);
            both(i, j++);
        }
        for (; j < newer_.size(); ++j) alone(-1, j);
        tie_twins();
    }

  private:
    void alone(int i, int j) {
        const bool moved = i >= 0 ? older_.moved[at(i)] != 0 : newer_.moved[at(j)] != 0;
        Row row;
        row.kind = moved ? Change::moved : i >= 0 ? Change::gone : Change::added;
        row.older = i;
        row.newer = j;
        change_.rows.push_back(std::move(row));
    }

    void both(int i, int j) {
        Row row;
        row.older = i;
        row.newer = j;
        if (older_.ids[at(i)] != newer_.ids[at(j)]) {
            row.kind = Change::changed;
            WordDiff diff = word_diff(older_.leaves[at(i)].text, newer_.leaves[at(j)].text, budget_);
            row.words = std::move(diff.changes);
            row.coarse = diff.coarse;
        }
        change_.rows.push_back(std::move(row));
    }

    void tie_twins() {
        std::vector<int> row_of(newer_.leaves.size(), -1);
        for (std::size_t r = 0; r < change_.rows.size(); ++r)
            if (change_.rows[r].kind == Change::moved && change_.rows[r].newer >= 0)
                row_of[at(change_.rows[r].newer)] = static_cast<int>(r);
        for (std::size_t r = 0; r < change_.rows.size(); ++r) {
            Row& row = change_.rows[r];
            if (row.kind != Change::moved || row.older < 0) continue;
            row.twin = row_of[at(older_.partner[at(row.older)])];
            change_.rows[at(row.twin)].twin = static_cast<int>(r);
        }
    }

    DocumentChange& change_;
    const Side& older_;
    const Side& newer_;
    Budget& budget_;
};

}  // namespace

void pair_rows(DocumentChange& change, const std::vector<std::string>& older_keys,
               const std::vector<std::string>& newer_keys, Budget& budget) {
    Side older(change.older_leaves), newer(change.newer_leaves);
    number_keys(older, newer, older_keys, newer_keys);
    // Between equals the first found is taken, so the two are always looked at in the same order.
    const bool turned = newer_keys < older_keys;
    change.coarse = turned ? Pairing(newer, older, budget).run() : Pairing(older, newer, budget).run();
    Rows(change, older, newer, budget).write();
}

}  // namespace book
