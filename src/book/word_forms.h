// book/word_forms.h: the other forms that a Norwegian word may have, by its endings (Bokmål and Nynorsk).
// Rule: a table of endings, no dictionary: some forms do not exist; who asks keeps those that the text has.
//                                                                                   Tests: tests/book/search_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace book {

/// "gruppereglene" → "grupperegel", "grupperegler", …; each once, sorted, without the word itself. `word` is in lower
/// case. Nothing for small words that have no forms ("dere", "men") and for words that are too short to tell.
std::vector<std::string> word_forms(std::string_view word);

}  // namespace book
