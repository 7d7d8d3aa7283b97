// ui/views/reader_find.h: finding in the open page, and the words of a search as they are marked on it.
// Rule: a page of any length is searched a stretch at a time, so that typing never waits for it.
// Used by: reader_find.cpp, reader_find_bar.cpp, reader_page.cpp.               Tests: tests/ui/reader_find_test.cpp
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "book/galley.h"
#include "book/query.h"

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
    std::string searched;  ///< what `matches` answers …
    std::string document;  ///< … of which document …
    bool loosely = false;  ///< … and whether å was met by a, because nothing was found as typed
    std::uint32_t next = 0;  ///< the first stretch that has not been searched
    std::vector<ReaderMatch> matches;
    int at = -1;           ///< the match that is shown; -1 until one is known
    book::TextPlace from;  ///< it is the first from here
    int showing = 0;       ///< frames in which it is still brought into view
};

/// The words of a search, as they are marked on the page that one of its hits opened.
struct ReaderSought {
    std::string query;
    std::string document;
    std::uint64_t arrivals = 0;  ///< the arrival that opened it
    book::Query words;
    std::map<std::uint32_t, std::vector<book::Stretch>> marks;  ///< by stretch of the galley, as they come into view
};

/// Where `text` has `query`: in any case, over soft hyphens and whatever blanks stand between the words, and never from
/// one line or block into the next. `loosely`: å ø æ é also by a o e, and by aa oe ae.
std::vector<book::Stretch> found_on_page(std::string_view text, std::string_view query, bool loosely);

}  // namespace ui
