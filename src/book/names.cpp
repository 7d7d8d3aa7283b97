#include "book/names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace book {
namespace {

constexpr std::size_t most_query = 200;  // bytes
constexpr std::size_t most_words = 24;   // of a query, of a name and of its code
constexpr std::size_t longest = 48;      // bytes of a word in which slips are looked for

// What a word of the query earns.
constexpr int whole = 100;
constexpr int beginning = 80;
constexpr int inside = 50;
constexpr int nearly = 46;
constexpr int nearly_beginning = 36;
constexpr int each_slip = 6;

constexpr int exact_name = 1'000'000;
constexpr int exact_code = 900'000;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "e07" and "e7" are one code.
std::string without_zeros(std::string word) {
    for (std::size_t i = 0; i + 1 < word.size();) {
        if (word[i] == '0' && is_digit(word[i + 1]) && (i == 0 || !is_digit(word[i - 1])))
            word.erase(i, 1);
        else
            ++i;
    }
    return word;
}

std::uint32_t letters_of(std::string_view word) {
    std::uint32_t letters = 0;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        letters |= 1u << (c >= 'a' && c <= 'z' ? static_cast<unsigned>(c - 'a') : 26u + byte % 6u);
    }
    return letters;
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), is_digit);
}

int forgiven(std::string_view typed) {
    if (typed.size() > longest || has_digit(typed)) return 0;
    return typed.size() >= 8 ? 2 : typed.size() >= 4 ? 1 : 0;
}

std::string joined(const std::string& text, const std::string& word) {
    return text.empty() ? word : text + ' ' + word;
}

}  // namespace

// The table of Damerau and Levenshtein (letters that changed places are not touched again), only near its diagonal.
Slips slips(std::string_view typed, std::string_view word, int most) {
    const Slips none{most + 1, most + 1};
    word = word.substr(0, typed.size() + static_cast<std::size_t>(most) + 1);
    const int rows = static_cast<int>(typed.size()), columns = static_cast<int>(word.size());
    if (columns + most < rows || word.size() > longest + 8) return none;
    // Three rows of the table by turns; beyond the band stands "too many".
    std::array<std::array<int, longest + 12>, 3> table;
    auto* two_up = table[0].data();
    auto* up = table[1].data();
    auto* now = table[2].data();
    for (int column = 0; column <= columns + 1; ++column) up[column] = std::min(column, most + 1);
    int least_up = 0;
    for (int row = 1; row <= rows; ++row) {
        const int from = std::max(1, row - most), to = std::min(columns, row + most);
        now[from - 1] = from == 1 ? std::min(row, most + 1) : most + 1;
        int least = now[from - 1];
        for (int column = from; column <= to; ++column) {
            const char a = typed[static_cast<std::size_t>(row - 1)], b = word[static_cast<std::size_t>(column - 1)];
            int slip = std::min({up[column - 1] + (a == b ? 0 : 1), up[column] + 1, now[column - 1] + 1});
            if (row > 1 && column > 1 && a == word[static_cast<std::size_t>(column - 2)] &&
                typed[static_cast<std::size_t>(row - 2)] == b)
                slip = std::min(slip, two_up[column - 2] + 1);
            now[column] = std::min(slip, most + 1);
            least = std::min(least, now[column]);
        }
        now[to + 1] = most + 1;
        if (least > most && least_up > most) return none;
        least_up = least;
        std::swap(two_up, up);
        std::swap(up, now);
    }
    Slips result = none;
    for (int column = std::max(0, rows - most); column <= columns; ++column)
        result.beginning = std::min(result.beginning, up[column]);
    if (columns <= rows + most) result.word = up[columns];
    return result;
}

Names::Word Names::prepared(const WordReader& reader, bool more) {
    Word word{without_zeros(folded(reader.word())), plain_letters(reader.word()), reader.place(), 0, more};
    word.letters = letters_of(word.plain);
    return word;
}

Names::Names(const std::vector<Name>& names) {
    entries_.reserve(names.size());
    for (const Name& name : names) {
        Entry entry;
        for (WordReader reader(name.text); entry.words.size() < most_words && reader.next();) {
            entry.words.push_back(prepared(reader, false));
            entry.text = joined(entry.text, entry.words.back().plain);
        }
        const std::size_t most = entry.words.size() + most_words;
        for (WordReader reader(name.more); entry.words.size() < most && reader.next();) {
            entry.words.push_back(prepared(reader, true));
            entry.more = joined(entry.more, entry.words.back().plain);
        }
        entries_.push_back(std::move(entry));
    }
}

int Names::likeness(const Word& typed, const Word& word) {
    const std::string_view a = typed.plain, b = word.plain;
    if (b.starts_with(a)) return a.size() == b.size() ? whole : beginning;
    // Each letter that is typed and not there is a slip of its own.
    const int missing = std::popcount(typed.letters & ~word.letters);
    if (missing == 0 && a.size() >= 3 && b.size() > a.size() && b.find(a, 1) != std::string_view::npos) return inside;
    const int most = forgiven(typed.spelled);
    if (most == 0 || missing > most) return 0;
    Slips far = slips(a, b, most);
    if (far.word > most && (typed.spelled != a || word.spelled != b)) {
        const Slips spelled = slips(typed.spelled, word.spelled, most);
        far = {spelled.word, std::min(far.beginning, spelled.beginning)};
    }
    if (far.word <= most) return nearly - far.word * each_slip;
    if (far.beginning <= most) return nearly_beginning - far.beginning * each_slip;
    return 0;
}

bool Names::uses(const std::vector<Word>& query, const Entry& entry, std::vector<Use>& out) {
    out.clear();
    std::uint64_t used = 0;
    for (const Word& typed : query) {
        Use best;
        for (std::size_t i = 0; i < entry.words.size(); ++i) {
            int score = likeness(typed, entry.words[i]);
            // The second of two equal words means another one.
            if (score > 1 && (used >> i & 1) != 0) score = 1;
            if (score > best.score) best = {score, i};
        }
        if (best.score == 0) return false;
        used |= std::uint64_t{1} << best.word;
        out.push_back(best);
    }
    return true;
}

int Names::score(const std::string& typed, const Entry& entry, const std::vector<Use>& used) {
    if (typed == entry.text) return exact_name;
    if (typed == entry.more) return exact_code;
    int score = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
        score += used[i].score * 10;
        if (i > 0 && used[i].word == used[i - 1].word + 1) score += 20;
        if (entry.words[used[i].word].more) score -= 50;
    }
    if (entry.text.starts_with(typed)) score += 300;
    if (used.front().word == 0) score += 60;
    // Among names that have the same words the shorter one is nearer to what was typed.
    return score - std::min(static_cast<int>(entry.text.size()), 50);
}

std::vector<FoundName> Names::find(std::string_view query, int most) const {
    std::vector<FoundName> found;
    std::vector<Word> words;
    std::string typed;
    for (WordReader reader(query.substr(0, most_query)); words.size() < most_words && reader.next();) {
        words.push_back(prepared(reader, false));
        typed = joined(typed, words.back().plain);
    }
    if (words.empty() || most <= 0) return found;
    std::vector<Use> used;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (uses(words, entries_[i], used))
            found.push_back({static_cast<int>(i), score(typed, entries_[i], used), {}, {}});
    const auto best_first = [](const FoundName& a, const FoundName& b) {
        return a.score != b.score ? a.score > b.score : a.index < b.index;
    };
    const auto end = found.begin() + std::min<std::ptrdiff_t>(most, std::ssize(found));
    std::partial_sort(found.begin(), end, found.end(), best_first);
    found.erase(end, found.end());
    for (FoundName& name : found) {
        const Entry& entry = entries_[static_cast<std::size_t>(name.index)];
        uses(words, entry, used);
        std::sort(used.begin(), used.end(), [](const Use& a, const Use& b) { return a.word < b.word; });
        for (std::size_t i = 0; i < used.size(); ++i) {
            if (i > 0 && used[i].word == used[i - 1].word) continue;
            const Word& word = entry.words[used[i].word];
            (word.more ? name.more_marks : name.marks).push_back(word.place);
        }
    }
    return found;
}

}  // namespace book
