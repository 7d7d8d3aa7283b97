// book/word_index.h: which rows have which words: SQLite FTS5 in memory, with the list of all words beside it.
// Rule: an answer costs by what is asked for, never by how long the book is: prefixes become the words that there are
// or are read from an index of short prefixes, and rows are weighed one by one as they come, up to a limit.
//                                                                                   Tests: tests/book/search_test.cpp
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/query.h"

struct sqlite3;

namespace book {

class WordIndex {
  public:
    enum class Where : std::uint8_t {
        heading,  ///< the heading alone
        text,     ///< heading and body
        title     ///< heading, body and the title of the document
    };
    /// Ids from `first` to `last`.
    struct Range {
        std::int64_t first = 0;
        std::int64_t last = 0;
    };
    struct Row {
        std::int64_t id = 0;
        std::size_t range = 0;  ///< which of the ranges it was looked for in
        float weight = 0;
    };
    /// A query as the index understands it.
    struct Asked {
        std::string expression;
        std::vector<float> weights;  ///< one for each phrase of the expression
        bool none = false;           ///< a word of it is nowhere
        bool cut = false;            ///< a prefix had too many words: the rarest of them are left out
    };

    WordIndex();
    ~WordIndex();
    WordIndex(const WordIndex&) = delete;
    WordIndex& operator=(const WordIndex&) = delete;

    /// Ids should rise.
    void add(std::int64_t id, std::string_view heading, std::string_view title, std::string_view body);
    /// After the last add.
    void finish();

    /// `whole`: nothing is left out, which may cost more.
    Asked ask(const Query& query, bool whole = false) const;
    /// Of each range the first `most` rows that have all that was asked for. The ranges rise.
    std::vector<Row> rows(const Asked& asked, Where where, std::span<const Range> ranges, int most) const;

  private:
    struct Term {
        std::string text;
        std::int64_t rows = 0;
    };
    struct Plain {
        std::string text;  ///< folded
        std::uint32_t term = 0;
    };
    struct Choice {
        std::string text;
        bool star = false;   ///< stands for all words that begin so
        bool whole = false;  ///< is the word that was asked for
        std::int64_t rows = 0;
    };
    using Choices = std::vector<Choice>;

    void read_terms();
    void add_range(std::string_view prefix, bool open, std::vector<std::uint32_t>& out) const;
    void add_plain_range(std::string_view prefix, bool open, std::vector<std::uint32_t>& out) const;
    std::vector<std::string> other_spellings(std::string_view prefix) const;
    Choices choices(const Query& query, const Query::Part& part, std::size_t which, bool whole, bool& cut) const;

    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
    struct Statements;
    std::unique_ptr<Statements> adding_;
    std::vector<Term> terms_;   ///< sorted
    std::vector<Plain> plain_;  ///< sorted; those that folding changes
    std::int64_t rows_ = 0;
};

}  // namespace book
