#include "book/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "book/document_file.h"
#include "book/plan_table.h"
#include "book/row_pairing.h"

namespace book {
namespace {

// About a second of work for a whole book, and no document may use it all up.
constexpr std::int64_t most_steps = 400'000'000;
constexpr std::int64_t most_steps_of_one = 50'000'000;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// ---- which document answers to which ----

constexpr std::size_t sketch_size = 128;
constexpr std::size_t words_in_a_run = 3;
constexpr std::size_t most_sharing = 16;  // a run of words in more documents than this tells none of them
constexpr double least_likeness = 0.25;

/// The smallest hashes of a document's runs of words: two documents share about as large a part of them as of their
/// text (A. Broder, On the resemblance and containment of documents, 1997).
std::vector<std::uint64_t> sketch_of(const Document& document) {
    std::set<std::uint64_t> hashes;
    for (const Leaf& leaf : leaves_of(document)) {
        const std::string_view text = leaf.text;
        const std::vector<Stretch> words = words_in(text);
        for (std::size_t i = 0; i + words_in_a_run <= words.size(); ++i) {
            std::uint64_t hash = hash_of("");
            for (std::size_t w = i; w < i + words_in_a_run; ++w) hash = hash_of(" ", hash_of(words[w].of(text), hash));
            hashes.insert(hash);
            if (hashes.size() > sketch_size) hashes.erase(std::prev(hashes.end()));
        }
    }
    return {hashes.begin(), hashes.end()};
}

struct Matching {
    std::vector<int> newer_of;  // by older index, -1 = none
    std::vector<int> older_of;

    bool join(int older, int newer) {
        if (newer_of[at(older)] >= 0 || older_of[at(newer)] >= 0) return false;
        newer_of[at(older)] = newer;
        older_of[at(newer)] = older;
        return true;
    }
};

void match_by(std::string Document::*name, const Handbook& older, const Handbook& newer, Matching& matching) {
    std::map<std::string_view, int> places;
    for (int j = 0; j < static_cast<int>(newer.documents.size()); ++j)
        if (matching.older_of[at(j)] < 0 && !(newer.documents[at(j)].*name).empty())
            places.try_emplace(newer.documents[at(j)].*name, j);
    for (int i = 0; i < static_cast<int>(older.documents.size()); ++i)
        if (const auto found = places.find(older.documents[at(i)].*name);
            found != places.end() && matching.newer_of[at(i)] < 0)
            matching.join(i, found->second);
}

void match_by_likeness(const Handbook& older, const Handbook& newer, Matching& matching) {
    std::map<std::uint64_t, std::pair<std::vector<int>, std::vector<int>>> sharing;
    std::vector<std::size_t> older_sizes(older.documents.size()), newer_sizes(newer.documents.size());
    for (int i = 0; i < static_cast<int>(older.documents.size()); ++i) {
        if (matching.newer_of[at(i)] >= 0) continue;
        for (const std::uint64_t hash : sketch_of(older.documents[at(i)])) {
            sharing[hash].first.push_back(i);
            ++older_sizes[at(i)];
        }
    }
    if (sharing.empty()) return;
    for (int j = 0; j < static_cast<int>(newer.documents.size()); ++j) {
        if (matching.older_of[at(j)] >= 0) continue;
        for (const std::uint64_t hash : sketch_of(newer.documents[at(j)])) {
            sharing[hash].second.push_back(j);
            ++newer_sizes[at(j)];
        }
    }
    std::map<std::pair<int, int>, int> shared;
    for (const auto& [hash, both] : sharing) {
        if (both.first.size() > most_sharing || both.second.size() > most_sharing) continue;
        for (const int i : both.first)
            for (const int j : both.second) ++shared[{i, j}];
    }
    struct Candidate {
        double likeness;
        std::string_view low, high;  // paths, the lesser first: the order must not hang on which edition is the older
        int older, newer;
    };
    std::vector<Candidate> candidates;
    for (const auto& [pair, count] : shared) {
        const auto [i, j] = pair;
        if (older.documents[at(i)].kind != newer.documents[at(j)].kind) continue;
        const std::size_t size = std::max(older_sizes[at(i)], newer_sizes[at(j)]);
        const double likeness = static_cast<double>(count) / static_cast<double>(size);
        if (likeness < least_likeness) continue;
        const std::string_view one = older.documents[at(i)].path, other = newer.documents[at(j)].path;
        candidates.push_back({likeness, std::min(one, other), std::max(one, other), i, j});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
        return std::tie(y.likeness, x.low, x.high) < std::tie(x.likeness, y.low, y.high);
    });
    for (const Candidate& candidate : candidates) matching.join(candidate.older, candidate.newer);
}

Matching match_documents(const Handbook& older, const Handbook& newer) {
    Matching matching{std::vector<int>(older.documents.size(), -1), std::vector<int>(newer.documents.size(), -1)};
    match_by(&Document::path, older, newer, matching);
    match_by(&Document::id, older, newer, matching);
    match_by_likeness(older, newer, matching);
    return matching;
}

// ---- what the front matter says ----

std::string listed(const std::vector<std::string>& all, std::string_view between = ", ") {
    std::string text;
    for (const std::string& one : all) {
        if (!text.empty()) text += between;
        text += one;
    }
    return text;
}

std::string minutes_text(int minutes) {
    return minutes == 0 ? std::string() : std::to_string(minutes);
}

std::string meetings_text(const Document& document) {
    if (document.kind != Kind::exercise) return minutes_text(document.session);
    std::vector<std::string> numbers;
    for (const int number : document.sessions) numbers.push_back(std::to_string(number));
    return listed(numbers);
}

std::string aid_text(const Document& document) {
    if (!document.aid) return {};
    std::vector<std::string> parts{document.aid->type};
    for (const auto& [name, value] : document.aid->values) parts.push_back(name + ": " + value);
    for (const AidSpec::Phase& phase : document.aid->phases)
        parts.push_back(phase.name + " " +
                        (phase.seconds % 60 == 0 ? std::to_string(phase.seconds / 60) + " min"
                                                 : std::to_string(phase.seconds) + " s"));
    for (const auto& [name, items] : document.aid->lists)
        for (const AidSpec::Item& item : items) {
            std::string text = name + ": " + item.name;
            if (!item.example.empty()) text += " (" + item.example + ")";
            for (const auto& [unit, number] : item.numbers) text += " " + unit + " " + std::to_string(number);
            parts.push_back(text);
        }
    return listed(parts, "; ");
}

std::vector<std::string> plan_lines(const Handbook& handbook, const Document& document) {
    std::vector<std::string> lines;
    if (document.kind != Kind::session) return lines;
    for (const PlanRow& row : plan_table(handbook, document).rows)
        lines.push_back(std::to_string(row.minutes) + " min " + row.title);
    return lines;
}

// Only the steps that differ: the whole plan stands in the document's own rows.
void add_plan(const std::vector<std::string>& older, const std::vector<std::string>& newer, Budget& budget,
              std::vector<FactChange>& facts) {
    if (older == newer) return;
    std::map<std::string_view, int> ids;
    const auto numbered = [&](const std::vector<std::string>& lines) {
        std::vector<int> numbers;
        for (const std::string& line : lines)
            numbers.push_back(ids.try_emplace(line, static_cast<int>(ids.size())).first->second);
        return numbers;
    };
    const std::vector<int> a = numbered(older), b = numbered(newer);
    const Common shared = b < a ? common(b, a, budget) : common(a, b, budget);
    std::set<int> kept_a, kept_b;
    for (const Pair pair : shared.pairs) {
        kept_a.insert(b < a ? pair.newer : pair.older);
        kept_b.insert(b < a ? pair.older : pair.newer);
    }
    const auto others = [](const std::vector<std::string>& lines, const std::set<int>& kept) {
        std::vector<std::string> left;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (!kept.contains(static_cast<int>(i))) left.push_back(lines[i]);
        return listed(left, "; ");
    };
    facts.push_back({Fact::plan, others(older, kept_a), others(newer, kept_b)});
}

void add_fact(Fact fact, std::string older, std::string newer, std::vector<FactChange>& facts) {
    if (older != newer) facts.push_back({fact, std::move(older), std::move(newer)});
}

std::vector<FactChange> facts_between(const Handbook& older_book, const Document& older, const Handbook& newer_book,
                                      const Document& newer, Budget& budget) {
    std::vector<FactChange> facts;
    add_fact(Fact::title, older.title, newer.title, facts);
    add_fact(Fact::number, number_of(older), number_of(newer), facts);
    add_fact(Fact::minutes, minutes_text(older.minutes), minutes_text(newer.minutes), facts);
    add_fact(Fact::meetings, meetings_text(older), meetings_text(newer), facts);
    add_fact(Fact::forms, listed(older.forms), listed(newer.forms), facts);
    add_fact(Fact::materials, listed(older.materials), listed(newer.materials), facts);
    add_fact(Fact::picture, older.picture, newer.picture, facts);
    add_fact(Fact::aid, aid_text(older), aid_text(newer), facts);
    add_plan(plan_lines(older_book, older), plan_lines(newer_book, newer), budget, facts);
    return facts;
}

std::string meetings_text(const Programme& programme) {
    std::vector<std::string> lines;
    for (const SessionInfo& session : programme.sessions)
        lines.push_back(std::to_string(session.number) + ". " + session.title + " (" + std::to_string(session.minutes) +
                        " min)");
    return listed(lines, "; ");
}

// ---- one document ----

std::vector<std::string> keys_of(const std::vector<Leaf>& leaves, const Document& document, const Handbook& handbook) {
    std::vector<std::string> keys;
    keys.reserve(leaves.size());
    for (const Leaf& leaf : leaves) keys.push_back(key_of(leaf, document, handbook));
    return keys;
}

class Comparing {
  public:
    Comparing(const Handbook& older, const Handbook& newer) : older_(older), newer_(newer) {}

    Comparison run() {
        result_.older_edition = older_.programme.edition;
        result_.newer_edition = newer_.programme.edition;
        add_fact(Fact::title, older_.programme.title, newer_.programme.title, result_.facts);
        add_fact(Fact::meetings, meetings_text(older_.programme), meetings_text(newer_.programme), result_.facts);
        matching_ = match_documents(older_, newer_);
        gone_from(0);
        for (int j = 0; j < static_cast<int>(newer_.documents.size()); ++j) {
            const int i = matching_.older_of[at(j)];
            add(i, j);
            if (i >= 0) gone_from(i + 1);
        }
        return std::move(result_);
    }

  private:
    // What is gone stands behind what it stood behind.
    void gone_from(int i) {
        for (; i < static_cast<int>(older_.documents.size()) && matching_.newer_of[at(i)] < 0; ++i) add(i, -1);
    }

    void add(int i, int j) {
        DocumentChange change;
        change.older = i;
        change.newer = j;
        Budget budget{std::min(steps_left_, most_steps_of_one)};
        const std::int64_t given = budget.steps;
        std::vector<std::string> older_keys, newer_keys;
        if (i >= 0) {
            const Document& document = older_.documents[at(i)];
            change.older_path = document.path;
            change.title = document.title;
            change.older_leaves = leaves_of(document);
            older_keys = keys_of(change.older_leaves, document, older_);
        }
        if (j >= 0) {
            const Document& document = newer_.documents[at(j)];
            change.newer_path = document.path;
            change.title = document.title;
            change.newer_leaves = leaves_of(document);
            newer_keys = keys_of(change.newer_leaves, document, newer_);
        }
        if (i >= 0 && j >= 0)
            change.facts = facts_between(older_, older_.documents[at(i)], newer_, newer_.documents[at(j)], budget);
        if (i >= 0 && j >= 0 && older_keys == newer_keys) {
            change.older_leaves.clear();
            change.newer_leaves.clear();
        } else {
            pair_rows(change, older_keys, newer_keys, budget);
        }
        steps_left_ -= given - budget.steps;
        change.kind = kind_of(change);
        count(change);
        result_.documents.push_back(std::move(change));
    }

    static Change kind_of(const DocumentChange& change) {
        if (change.older < 0) return Change::added;
        if (change.newer < 0) return Change::gone;
        if (change.older_path != change.newer_path) return Change::moved;
        return change.rows.empty() && change.facts.empty() ? Change::same : Change::changed;
    }

    static int& place_in(ChangeCounts& counts, Change kind) {
        switch (kind) {
            case Change::added: return counts.added;
            case Change::gone: return counts.gone;
            case Change::changed: return counts.changed;
            case Change::moved: return counts.moved;
            case Change::same: break;
        }
        return counts.same;
    }

    void count(const DocumentChange& change) {
        ++place_in(result_.document_counts, change.kind);
        for (const Row& row : change.rows)
            if (row.kind != Change::moved || row.older >= 0) ++place_in(result_.leaf_counts, row.kind);
    }

    const Handbook& older_;
    const Handbook& newer_;
    Matching matching_;
    Comparison result_;
    std::int64_t steps_left_ = most_steps;
};

}  // namespace

bool Comparison::same() const {
    return facts.empty() &&
           std::all_of(documents.begin(), documents.end(), [](const DocumentChange& one) { return one.same(); });
}

Comparison compare(const Handbook& older, const Handbook& newer) {
    return Comparing(older, newer).run();
}

}  // namespace book
