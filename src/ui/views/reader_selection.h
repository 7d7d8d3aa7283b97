// ui/views/reader_selection.h: text that is marked with the mouse or the keyboard, to be copied or read aloud.
// Rule: places in the text, not on the screen: what is marked stays marked when the page is set anew.
// Used by: reader_page.cpp.                                                    Tests: tests/ui/reader_touch_test.cpp
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>

#include "book/galley.h"

namespace ui {

struct ReaderSelection {
    enum class Unit : std::uint8_t { letter, word, block };

    book::TextPlace anchor;  ///< where it was begun
    book::TextPlace end;     ///< where it is now; before or after `anchor`
    bool dragging = false;
    Unit unit = Unit::letter;       ///< what a drag grows by: one, two or three clicks
    book::TextPlace chosen_begin;   ///< what the clicks chose, and a drag never lets go of
    book::TextPlace chosen_end;     ///< …
    std::optional<ImVec2> pressed;  ///< the mouse went down on text here and has not come up
    float goal_x = -1;              ///< where Shift+↑ and ↓ try to stay, from the page's left edge; < 0 = not known
    std::uint64_t revision = 0;     ///< of the document that the places are in; 0 = no place was chosen

    bool speak = false;            ///< asked for by a command: read aloud, or stop
    book::TextPlace spoken_begin;  ///< what the voice says, while it does
    book::TextPlace spoken_end;

    bool empty() const { return anchor == end; }
    book::TextPlace first() const { return anchor < end ? anchor : end; }
    book::TextPlace last() const { return anchor < end ? end : anchor; }
    void clear() {
        anchor = end = {};
        revision = 0;
        dragging = false;
        pressed.reset();
    }
};

}  // namespace ui
