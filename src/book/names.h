// book/names.h: finds a name by what somebody remembers of it, for "go to anything".
// Rule: prepared once for a list of names; an answer looks at all of them, forgives typing errors and never asks the
// text behind them. 2,000 names take a fraction of a millisecond.                 Tests: tests/book/names_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "book/search_words.h"

namespace book {

struct Name {
    std::string text;  ///< as shown: "Stressbøtta"
    std::string more;  ///< what else it goes by: a code ("E07", "1.9") or a place ("samling 3"); may be empty
};

struct FoundName {
    int index = 0;                    ///< into the names as given
    int score = 0;                    ///< higher is better; says nothing outside this answer
    std::vector<Stretch> marks;       ///< the words of Name::text that were met
    std::vector<Stretch> more_marks;  ///< … and of Name::more
};

class Names {
  public:
    Names() = default;
    explicit Names(const std::vector<Name>& names);

    /// Names that have every word of the query, in any order: the whole word, its beginning, three letters or more
    /// inside it, or nearly so: one slip in a word of four letters, two in one of eight; a slip is a letter too much,
    /// too few or wrong, or two that changed places. å, aa and a are the same here. Best first; names that are exactly
    /// what was typed come before all, then codes that are. Nothing for a query without words.
    std::vector<FoundName> find(std::string_view query, int most = 20) const;

  private:
    struct Word {
        std::string plain;    ///< folded
        std::string spelled;  ///< letter by letter, for slips; a slip must not make or break an "aa"
        Stretch place;
        std::uint32_t letters = 0;  ///< which letters it has
        bool more = false;
    };
    struct Entry {
        std::vector<Word> words;
        std::string text;  ///< folded words with a blank between
        std::string more;
    };
    struct Use {
        int score = 0;  ///< 0: the query's word is not there
        std::size_t word = 0;
    };

    static Word prepared(const WordReader& reader, bool more);
    static int likeness(const Word& typed, const Word& word);
    static bool uses(const std::vector<Word>& query, const Entry& entry, std::vector<Use>& out);
    static int score(const std::string& typed, const Entry& entry, const std::vector<Use>& used);

    std::vector<Entry> entries_;
};

/// How many slips lead from `typed` to `word`, and to the best beginning of `word`; `most` + 1 when there are more.
/// Letters that changed places are one slip. By bytes: for folded words.
struct Slips {
    int word = 0;
    int beginning = 0;
};
Slips slips(std::string_view typed, std::string_view word, int most);

}  // namespace book
