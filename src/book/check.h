// book/check.h: the checker: what can only be seen when the whole handbook is there.
// Rule: finds, never changes; every Problem names file and line and says how to mend it. Errors are what a reader or a
// meeting would miss, warnings what could be better.                                 Tests: tests/book/check_test.cpp
#pragma once

#include <vector>

#include "book/document_file.h"
#include "book/handbook.h"

namespace book {

constexpr std::size_t most_slide_words = 25;
constexpr std::size_t most_wall_words = 30;

/// Adds to handbook.problems. `picture_lines[i]` is the front matter line of documents[i].picture.
void check(Handbook& handbook, const std::vector<int>& picture_lines);

/// Words that a reader would count: runs of signs with a letter or digit among them.
std::size_t count_words(std::string_view text);

}  // namespace book
