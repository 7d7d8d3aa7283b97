#include "book/word_diff.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace book {
namespace {

enum class Sign { space, letter, digit, joiner, point, other };

Sign sign_of(char32_t c) {
    if (c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x2007 || c == 0x2009 || c == 0x202F) return Sign::space;
    if (c >= '0' && c <= '9') return Sign::digit;
    if (c < 0x80) {
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return Sign::letter;
        if (c == '_') return Sign::letter;  // a line to write on
        if (c == '-' || c == '\'') return Sign::joiner;
        return c == '.' || c == ',' || c == ':' ? Sign::point : Sign::other;
    }
    if (c == 0x2019 || c == 0x2010 || c == 0x2011) return Sign::joiner;
    const bool latin_sign = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
    const bool sign =
        latin_sign || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
    return sign ? Sign::other : Sign::letter;
}

bool is_word_sign(Sign sign) {
    return sign == Sign::letter || sign == Sign::digit;
}

Sign sign_at(std::string_view text, std::size_t position) {
    return position < text.size() ? sign_of(base::next_code_point(text, position)) : Sign::space;
}

struct Token {
    Stretch place;
    int id = 0;
    bool word = false;
};

using Tokens = std::vector<Token>;

Tokens tokens_of(std::string_view text, std::map<std::string_view, int>& ids) {
    Tokens tokens;
    for (const Stretch place : words_in(text)) {
        const auto id = ids.try_emplace(place.of(text), static_cast<int>(ids.size())).first->second;
        tokens.push_back({place, id, is_word_sign(sign_at(text, place.begin))});
    }
    return tokens;
}

std::vector<int> ids_of(const Tokens& tokens) {
    std::vector<int> ids;
    ids.reserve(tokens.size());
    for (const Token& token : tokens) ids.push_back(token.id);
    return ids;
}

// Tokens [a0, a1) of the older text became [b0, b1) of the newer.
struct Edit {
    std::size_t a0 = 0, a1 = 0, b0 = 0, b1 = 0;
};

std::vector<Edit> edits_between(const std::vector<Pair>& pairs, std::size_t n, std::size_t m) {
    std::vector<Edit> edits;
    std::size_t a = 0, b = 0;
    const auto close = [&](std::size_t a1, std::size_t b1) {
        if (a < a1 || b < b1) edits.push_back({a, a1, b, b1});
    };
    for (const Pair pair : pairs) {
        const auto i = static_cast<std::size_t>(pair.older), j = static_cast<std::size_t>(pair.newer);
        close(i, j);
        a = i + 1;
        b = j + 1;
    }
    close(n, m);
    return edits;
}

int words_within(const Tokens& tokens, std::size_t begin, std::size_t end) {
    return static_cast<int>(std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                          tokens.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](const Token& token) { return token.word; }));
}

// How much of a reader's eye a change takes.
int weight_of(const Edit& edit, const Tokens& a, const Tokens& b) {
    return std::max({words_within(a, edit.a0, edit.a1), words_within(b, edit.b0, edit.b1), 1});
}

// One or two words left over between two larger changes are met by chance: such islands are confetti to a reader.
std::vector<Edit> without_islands(const std::vector<Edit>& edits, const Tokens& a, const Tokens& b) {
    std::vector<Edit> merged;
    std::vector<int> weights;
    for (Edit edit : edits) {
        int weight = weight_of(edit, a, b);
        while (!merged.empty()) {
            const int island = words_within(a, merged.back().a1, edit.a0);
            const int around = weights.back() + weight;
            if (island > 2 || (island > 0 && around < 3 * island)) break;
            edit.a0 = merged.back().a0;
            edit.b0 = merged.back().b0;
            weight = around + island;
            merged.pop_back();
            weights.pop_back();
        }
        merged.push_back(edit);
        weights.push_back(weight);
    }
    return merged;
}

bool ends_sentence(std::string_view text, const Token& token) {
    const std::string_view sign = token.place.of(text);
    return sign == "." || sign == "!" || sign == "?" || sign == ":";
}

// "A. [+B. +]C." and "A[+. B+]. C." insert the same; the first is how people write.
void slide(std::size_t& begin, std::size_t& end, std::size_t least, std::size_t most, std::string_view text,
           const Tokens& tokens, std::size_t& other) {
    std::size_t left = 0;
    while (begin - left > least && tokens[begin - left - 1].id == tokens[end - left - 1].id) ++left;
    std::size_t right = 0;
    while (end + right < most && tokens[begin + right].id == tokens[end + right].id) ++right;
    for (std::size_t move = 0; move <= left + right; ++move) {
        const std::size_t at = begin - left + move;
        if (at != 0 && !ends_sentence(text, tokens[at - 1])) continue;
        other = other - left + move;
        end = end - left + move;
        begin = at;
        return;
    }
}

void slide_to_sentences(std::vector<Edit>& edits, std::string_view older, const Tokens& a, std::string_view newer,
                        const Tokens& b) {
    for (std::size_t i = 0; i < edits.size(); ++i) {
        Edit& edit = edits[i];
        if (edit.a0 == edit.a1) {
            const std::size_t most = i + 1 < edits.size() ? edits[i + 1].b0 : b.size();
            slide(edit.b0, edit.b1, i > 0 ? edits[i - 1].b1 : 0, most, newer, b, edit.a0);
            edit.a1 = edit.a0;
        } else if (edit.b0 == edit.b1) {
            const std::size_t most = i + 1 < edits.size() ? edits[i + 1].a0 : a.size();
            slide(edit.a0, edit.a1, i > 0 ? edits[i - 1].a1 : 0, most, older, a, edit.b0);
            edit.b1 = edit.b0;
        }
    }
}

Stretch stretch_of(const Tokens& tokens, std::size_t begin, std::size_t end) {
    if (begin < end) return {tokens[begin].place.begin, tokens[end - 1].place.end};
    const std::size_t at = begin == 0 ? 0 : tokens[begin - 1].place.end;
    return {at, at};
}

bool follows_space(std::string_view text, std::size_t position) {
    return position == 0 || text[position - 1] == ' ' || text[position - 1] == '\n' || text[position - 1] == '\t';
}

}  // namespace

std::vector<Stretch> words_in(std::string_view text) {
    std::vector<Stretch> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        Sign sign = sign_of(base::next_code_point(text, at));
        if (sign == Sign::space) continue;
        while (is_word_sign(sign)) {
            std::size_t next = at;
            const Sign after = next < text.size() ? sign_of(base::next_code_point(text, next)) : Sign::space;
            const bool joined = (after == Sign::joiner && is_word_sign(sign_at(text, next))) ||
                                (after == Sign::point && sign == Sign::digit && sign_at(text, next) == Sign::digit);
            if (!joined && !is_word_sign(after)) break;
            if (joined) base::next_code_point(text, next);
            at = next;
            sign = joined ? Sign::letter : after;
            if (joined && after == Sign::point) sign = Sign::digit;
        }
        words.push_back({begin, at});
    }
    return words;
}

WordDiff word_diff(std::string_view older, std::string_view newer, Budget& budget) {
    if (newer < older) {
        WordDiff turned = word_diff(newer, older, budget);
        for (WordChange& change : turned.changes) std::swap(change.older, change.newer);
        return turned;
    }
    std::map<std::string_view, int> ids;
    const Tokens a = tokens_of(older, ids), b = tokens_of(newer, ids);
    const Common shared = common(ids_of(a), ids_of(b), budget);
    std::vector<Edit> edits = without_islands(edits_between(shared.pairs, a.size(), b.size()), a, b);
    slide_to_sentences(edits, older, a, newer, b);
    WordDiff diff;
    diff.coarse = shared.coarse;
    for (const Edit& edit : edits)
        diff.changes.push_back({stretch_of(a, edit.a0, edit.a1), stretch_of(b, edit.b0, edit.b1)});
    return diff;
}

std::string marked_text(std::string_view older, std::string_view newer, const std::vector<WordChange>& changes) {
    std::string text;
    std::size_t at = 0;
    for (const WordChange& change : changes) {
        text += newer.substr(at, change.newer.begin - at);
        at = change.newer.end;
        if (!change.older.empty()) {
            // Where nothing came instead, the space before the gone words is gone with them.
            const bool apart =
                change.newer.empty() && change.newer.begin > 0 && follows_space(older, change.older.begin);
            text += apart ? " [-" : "[-";
            text += change.older.of(older);
            text += change.newer.empty() && change.newer.begin == 0 && !newer.empty() ? "-] " : "-]";
        }
        if (!change.newer.empty()) {
            text += "{+";
            text += change.newer.of(newer);
            text += "+}";
        }
    }
    text += newer.substr(at);
    return text;
}

}  // namespace book
