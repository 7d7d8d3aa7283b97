// book/excerpt.h: the source line that a problem is about, as `check` shows it.
// Tests: tests/book/excerpt_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/handbook.h"

namespace book {

/// `line` in at most 100 signs, without its indentation: cut with "…" round the first of `arguments` that stands in it,
/// else at its end.
std::string excerpt_of(std::string_view line, const std::vector<std::string>& arguments);

/// The problem as `check` prints it: to_line(), and below it, where the line is known, the source line with carets under
/// the place (or under the whole line when the place is not known).
std::string explained(const Problem& problem);

}  // namespace book
