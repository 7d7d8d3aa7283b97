// ui/views/reader_peek.h: what a link leads to, shown beside it while it is hovered or focused; and terms of the glossary.
// Rule: what the card shows is worked out when it opens and kept while it stands; waiting for it draws nothing.
// Used by: reader_page.cpp, reader_marks.cpp, reader_aside.cpp.                Tests: tests/ui/reader_peek_test.cpp
#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "book/glossary.h"
#include "book/layout.h"

namespace ui {

struct ReaderPeek {
    /// What can be peeked at: a link of the page's document, or a term of the glossary.
    enum class Type : std::uint8_t { none, link, term };
    struct Subject {
        Type type = Type::none;
        int index = -1;

        bool operator==(const Subject&) const = default;
    };

    Subject asked;  ///< hovered or focused in frame `asked_frame`
    int asked_frame = -1;
    bool at_once = false;  ///< the pointer has rested there, or it is the keyboard that asks
    ImVec2 min{}, max{};   ///< what is asked about, on the screen; the card never covers it
    Subject subject;       ///< what was asked about in the latest frame
    Subject dismissed;     ///< closed by Esc, and stays so until it is left
    bool shown = false;    ///< in the latest frame

    // The card, as made for `made`
    Subject made;
    std::string made_of;  ///< path of the document
    std::uint64_t made_revision = 0;
    int made_language = -1;
    std::string place;  ///< where the target lies
    std::string title;
    std::string hint;     ///< the last line
    std::string picture;  ///< file name; empty = none
    std::vector<book::Block> beginning;
    std::uint64_t content = 0;  ///< changes when `beginning` does

    // Terms of the page's document, by stretch as they were found, and all of them by first occurrence
    std::string terms_of;
    std::uint64_t terms_revision = 0;
    std::uint64_t terms_book = 0;
    book::Switches terms_switches;
    std::map<std::uint32_t, std::vector<book::TermPlace>> places;
    std::vector<int> terms;
    bool terms_unfolded = false;
};

}  // namespace ui
