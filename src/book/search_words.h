// book/search_words.h: the words of a text as searching sees them, in lower case and with their place.
// Rule: index, query, marks and names all read words here, so that what is found is what is marked.
//                                                             Tests: tests/book/search_test.cpp, tests/book/names_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "book/stretch.h"

namespace book {

/// Reads one word after the other. Letters and digits make a word; a soft hyphen inside it is not seen.
class WordReader {
  public:
    explicit WordReader(std::string_view text) : text_(text) {}
    /// Moves to the next word; false at the end of the text.
    bool next();
    const std::string& word() const { return word_; }  ///< in lower case
    Stretch place() const { return place_; }           ///< in the text as it was given

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::string word_;
    Stretch place_;
};

/// The words of a text in lower case, at most this many.
std::vector<std::string> words_of(std::string_view text, std::size_t most);

/// A word in lower case with each letter as a plain one: å and æ are a, ø is o, é is e.
std::string plain_letters(std::string_view word);
/// A word in lower case as somebody without a Norwegian keyboard writes it: å, aa and a become one, so do æ and ae,
/// ø and oe, é and e.
std::string folded(std::string_view word);

}  // namespace book
