// ui/views/reader_find.h: finding in the open page: the bar, and every match in the text.
// Rule: a page of any length is searched a stretch at a time, so that typing never waits for it.
// Used by: reader_page.cpp.                                                     Tests: tests/ui/reader_find_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "book/galley.h"

namespace ui {

/// A match: a stretch of the text, within one stretch of the galley.
struct ReaderMatch {
    book::TextPlace begin;
    std::uint32_t length = 0;  ///< bytes
};

struct ReaderFind {
    bool open = false;
    bool focus = false;  ///< the field takes the keyboard in the next frame
    std::string query;
    std::string searched;  ///< what `matches` answers
    std::uint64_t revision = 0;
    std::uint32_t next = 0;  ///< the first stretch that has not been searched
    std::vector<ReaderMatch> matches;
    int at = -1;  ///< the match that is shown
};

}  // namespace ui
