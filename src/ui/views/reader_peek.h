// ui/views/reader_peek.h: what a link leads to, shown beside it while it is hovered or focused; and terms of the glossary.
// Used by: reader_page.cpp.                                                     Tests: tests/ui/reader_peek_test.cpp
#pragma once

#include <string>

namespace ui {

struct ReaderPeek {
    int link = -1;  ///< of the page's document, that is peeked at
};

}  // namespace ui
