// ui/views/reader_selection.h: text that is marked with the mouse or the keyboard, to be copied or read aloud.
// Used by: reader_page.cpp.                                                Tests: tests/ui/reader_selection_test.cpp
#pragma once

#include "book/galley.h"

namespace ui {

struct ReaderSelection {
    book::TextPlace anchor;  ///< where it was begun
    book::TextPlace end;     ///< where it is now; before or after `anchor`
    bool dragging = false;

    bool empty() const { return anchor == end; }
    book::TextPlace first() const { return anchor < end ? anchor : end; }
    book::TextPlace last() const { return anchor < end ? end : anchor; }
};

}  // namespace ui
