// book/compounds.h: where a long Norwegian compound may be parted at the end of a line: "behandlings-linje".
// Rule: a wrong place is worse than none. A word is parted only between parts that are words themselves: known from the
// handbook's own text or from a short list of our own. There is no pattern file and no dictionary.
// Used by: ui/reader, for Style::parting.                                         Tests: tests/book/compounds_test.cpp
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "book/handbook.h"
#include "book/layout.h"

namespace book {

class Compounds final : public Parting {
  public:
    /// Knows our own list only.
    Compounds();
    Compounds(const Compounds&) = delete;  // its stems point into it
    Compounds& operator=(const Compounds&) = delete;
    /// Reads every document once; about as long as counting its words takes. Keep it for as long as the handbook's
    /// revision is the same.
    explicit Compounds(const Handbook& handbook);

    /// Nothing for a word of fewer than ten letters, one that is not letters only, or one with no sure parts.
    void places(std::string_view word, std::vector<std::uint32_t>& at) const override;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void read(const std::vector<Block>& blocks);
    void read(std::string_view text);
    void learn_stems();
    /// How far a part is from a sure thing, smaller being surer; `impossible` when it is no word.
    int first_cost(std::string_view part) const;
    int link_cost(std::string_view part) const;
    int last_cost(std::string_view part) const;
    bool known(std::string_view part) const;
    bool listed(std::string_view part) const;
    void part(std::string_view word, std::uint32_t from, std::vector<std::uint32_t>& at) const;

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;  ///< lower case, and how often seen
    std::unordered_set<std::string_view> stems_;                                   ///< into the words
    std::size_t bytes_read_ = 0;
};

}  // namespace book
