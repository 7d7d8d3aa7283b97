// book/query.h: what somebody typed to find something, and where a text has it.
// Rule: the marks in a hit and on a page come from here, by the same rules as the search itself.
//                                                                                   Tests: tests/book/search_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "book/search_words.h"

namespace book {

/// How far the search went from what was typed.
enum class Way : std::uint8_t {
    exact,    ///< words that begin with what was typed; å is not a
    endings,  ///< also other forms of the same words: "gruppereglene" finds "grupperegler"
    folded    ///< å ø æ also by aa oe ae and a o, and other forms
};

class Query {
  public:
    /// Words apart, or words in quotes ("…", «…», “…”, „…“): these stand in this order, and nothing between them.
    struct Part {
        std::vector<std::string> words;  ///< in lower case; a word apart has one; never empty
        bool prefix = true;              ///< the last word may go on; false after a closing quote
        bool phrase = false;
        std::vector<std::string> forms;  ///< other forms of a word apart, sorted; empty when the way is exact
    };

    Query() = default;
    /// The first 200 bytes and 12 words count.
    explicit Query(std::string_view typed, Way way = Way::exact);

    const std::vector<Part>& parts() const { return parts_; }
    Way way() const { return way_; }
    bool empty() const { return parts_.empty(); }

  private:
    friend std::vector<Stretch> found_in(std::string_view text, const Query& query);
    bool meets(const Part& part, std::size_t which, const std::string& word) const;

    std::vector<Part> parts_;
    Way way_ = Way::exact;
    std::array<bool, 256> first_ = {};  ///< bytes that a word begins with which is looked for
    bool phrases_ = false;
};

/// Where `text` has what was looked for: whole words and whole phrases, in order, none inside another. Linear in the
/// text; about 50 ns a word.
std::vector<Stretch> found_in(std::string_view text, const Query& query);

}  // namespace book
