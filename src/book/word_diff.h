// book/word_diff.h: which words of a text another edition of it lacks.
// Rule: whole words, punctuation by itself; readable before shortest: a lone word between two changes goes with them.
// White space is no change. The same two texts give the same marks whichever of them is called the older.
// Used by: compare.cpp, `mestringstreff compare`.                                Tests: tests/book/word_diff_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "book/alignment.h"
#include "book/stretch.h"

namespace book {

/// Words of the older text that are gone, and those of the newer that stand in their place. One of the two may be empty;
/// it lies then right behind the word before.
struct WordChange {
    Stretch older;
    Stretch newer;

    bool operator==(const WordChange&) const = default;
};

struct WordDiff {
    std::vector<WordChange> changes;  ///< in the order of both texts; none when the words are the same
    bool coarse = false;              ///< the texts were too much to look at word by word everywhere
};

/// The words and punctuation marks of a text, in order. A word keeps its hyphens and apostrophes, a number its point.
std::vector<Stretch> words_in(std::string_view text);

WordDiff word_diff(std::string_view older, std::string_view newer, Budget& budget);

/// Both texts as one: "Ta med [-kaffe-]{+te+} hjem."
std::string marked_text(std::string_view older, std::string_view newer, const std::vector<WordChange>& changes);

}  // namespace book
