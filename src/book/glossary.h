// book/glossary.h: the words that the handbook's glossary explains, and where a text uses them.
// Rule: whole words, the longest term first, with common endings of Norwegian and English; a term's first use in each
// section counts. A short word in lower case ("pass") counts only in quotation marks: it says something else too often.
// Used by: ui/reader.                                                             Tests: tests/book/glossary_test.cpp
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book/handbook.h"

namespace book {

/// A word or an expression that the glossary explains.
struct Term {
    std::string word;               ///< as written
    std::vector<Block> definition;  ///< plain: without links and footnotes
    int document = -1;              ///< the glossary it stands in
    std::string anchor;             ///< of the nearest heading there; may be empty
};

/// A use of a term: a stretch of the searched text.
struct TermPlace {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    int term = -1;
};

/// A stretch of a text, in bytes.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

class Glossary {
  public:
    Glossary() = default;
    /// From all documents of kind `glossary`: rows of a table with the word first, list items that begin in bold, or
    /// headings with text below.
    explicit Glossary(const Handbook& handbook);

    const std::vector<Term>& terms() const { return terms_; }
    /// The first use of each term in each section of `text`, rising. Nothing is found in what is `closed` (links, code,
    /// headings); `sections`: where a new section begins. Both rise. The cost follows the length of the text alone.
    std::vector<TermPlace> find(std::string_view text, std::span<const TextRange> closed = {},
                                std::span<const std::uint32_t> sections = {}) const;
    /// The terms that a document uses, by first use. Looks at about the first `most_bytes` of its text.
    std::vector<int> used_in(const Document& document, std::size_t most_bytes = 300'000) const;

  private:
    struct Words {
        std::vector<std::string> words;  ///< lower case
        int term = -1;
        bool exact = false;   ///< an abbreviation: no lower case, no endings but s
        bool quoted = false;  ///< counts only in quotation marks
    };
    void add(std::string word, std::vector<Block> definition, int document, const std::string& anchor);
    void gather(const std::vector<Block>& blocks, int document, std::string& anchor);

    std::vector<Term> terms_;
    std::vector<Words> words_;                                    ///< by term
    std::unordered_map<std::string, std::vector<int>> by_first_;  ///< terms by their first word, longest first
};

}  // namespace book
