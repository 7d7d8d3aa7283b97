#include "book/query.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "book/word_forms.h"

namespace book {
namespace {

constexpr std::size_t most_words = 12;
constexpr std::size_t most_query = 200;

bool is_quote(char32_t c) {
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F);
}

std::string_view whole_signs(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

struct Piece {
    std::string_view text;
    bool quoted = false;
    bool closed = false;
};

// The text between quotes and outside them, by turns.
std::vector<Piece> pieces_of(std::string_view typed) {
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t sign = at;
        if (!is_quote(base::next_code_point(typed, at))) continue;
        pieces.push_back({typed.substr(begin, sign - begin), quoted, quoted});
        quoted = !quoted;
        begin = at;
    }
    pieces.push_back({typed.substr(begin), quoted, false});
    return pieces;
}

}  // namespace

Query::Query(std::string_view typed, Way way) : way_(way) {
    std::size_t room = most_words;
    for (const Piece& piece : pieces_of(whole_signs(typed, most_query))) {
        std::vector<std::string> words = words_of(piece.text, room);
        if (words.empty()) continue;
        room -= words.size();
        if (piece.quoted) {
            parts_.push_back({std::move(words), !piece.closed, true, {}});
            continue;
        }
        for (std::string& word : words) parts_.push_back({{std::move(word)}, true, false, {}});
    }
    for (Part& part : parts_) {
        if (!part.phrase && way != Way::exact) part.forms = word_forms(part.words.front());
        if (way == Way::folded) {
            for (std::string& word : part.words) word = folded(word);
            for (std::string& form : part.forms) form = folded(form);
            std::sort(part.forms.begin(), part.forms.end());
        }
        phrases_ = phrases_ || part.phrase;
        first_[static_cast<unsigned char>(part.words.front().front())] = true;
        for (const std::string& form : part.forms) first_[static_cast<unsigned char>(form.front())] = true;
    }
}

bool Query::meets(const Part& part, std::size_t which, const std::string& word) const {
    const std::string& wanted = part.words[which];
    if (part.prefix && which + 1 == part.words.size()) {
        if (word.starts_with(wanted)) return true;
    } else if (word == wanted) {
        return true;
    }
    return !part.forms.empty() && std::binary_search(part.forms.begin(), part.forms.end(), word);
}

std::vector<Stretch> found_in(std::string_view text, const Query& query) {
    std::vector<Stretch> found;
    if (query.empty()) return found;
    struct Begun {
        std::size_t part;
        std::size_t words;
        std::size_t begin;
    };
    std::vector<Begun> begun, still;  // phrases whose first words have been seen
    const auto add = [&](Stretch stretch) {
        while (!found.empty() && found.back().begin >= stretch.begin) found.pop_back();
        if (found.empty() || found.back().end < stretch.end) {
            if (!found.empty() && found.back().end > stretch.begin)
                found.back().end = stretch.end;
            else
                found.push_back(stretch);
        }
    };
    std::string plain;
    for (WordReader reader(text); reader.next();) {
        const std::string* word = &reader.word();
        if (query.way() == Way::folded) {
            plain = folded(*word);
            word = &plain;
        }
        const Stretch place = reader.place();
        if (query.phrases_ && !begun.empty()) {
            still.clear();
            for (const Begun& each : begun) {
                const Query::Part& part = query.parts_[each.part];
                if (!query.meets(part, each.words, *word)) continue;
                if (each.words + 1 == part.words.size())
                    add({each.begin, place.end});
                else
                    still.push_back({each.part, each.words + 1, each.begin});
            }
            begun.swap(still);
        }
        if (!query.first_[static_cast<unsigned char>(word->front())]) continue;
        for (std::size_t i = 0; i < query.parts_.size(); ++i) {
            const Query::Part& part = query.parts_[i];
            if (!query.meets(part, 0, *word)) continue;
            if (part.words.size() == 1)
                add(place);
            else
                begun.push_back({i, 1, place.begin});
        }
    }
    return found;
}

}  // namespace book
