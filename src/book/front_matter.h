// book/front_matter.h: the YAML between the two `---` lines at the top of a document.
// Rule: a broken field costs that field, never the document.                         Tests: tests/book/check_test.cpp
#pragma once

#include <string_view>

#include "book/document.h"
#include "book/faults.h"

namespace book {

struct Split {
    std::string_view front_matter;  ///< without the `---` lines; begins on line 2
    std::string_view body;
    int body_line = 1;  ///< the file line on which the body begins
    bool found = false;
    bool closed = true;
};

/// Parts a file (already sanitised) into front matter and body.
Split split_front_matter(std::string_view text);

/// Fills in the document's own fields. `picture_line` becomes the line of `picture`, for later checks.
void read_front_matter(const Split& split, Document& document, int& picture_line, Faults& faults);

}  // namespace book
