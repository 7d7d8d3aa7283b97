// ui/views/reader_around.h: getting around in the handbook: bookmarks, the reading list, two texts side by side.
// Used by: reader_state.h; drawn by reader_beside.cpp, reader_banner.cpp, reader_bookmarks.cpp and reader_list.cpp.
//                                                      Tests: tests/ui/reader_{beside,shelf,follow}_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ui {

/// A bookmark in the margin of a page.
struct ReaderRibbon {
    std::string anchor;         ///< empty = at the title
    std::string title;          ///< of the bookmark
    std::uint32_t stretch = 0;  ///< of the galley, where the heading lies
};

/// The ribbons of the document that is shown, and what they were found from.
struct ReaderRibbons {
    std::uint64_t revision = ~0ull;  ///< of the model
    std::string document;
    std::vector<ReaderRibbon> all;
};

/// A bookmark as the contents show it.
struct ReaderBookmark {
    int document = -1;  ///< -1 = the handbook has it no longer
    std::string title;
    std::string place;  ///< the document, when the bookmark is at a heading in it
};

/// What the reading list shows of the whole handbook.
struct ReadingList {
    const void* handbook = nullptr;
    std::uint64_t revision = 0;
    std::vector<int> words;  ///< by document

    std::uint64_t counted = ~0ull;  ///< the model's revision that the counts are of
    std::array<int, 2> read{};      ///< documents, by leader
    std::array<int, 2> minutes_left{};

    float width = 0;  ///< that the heights are of
    float scale = 0;
    int language = -1;
    std::vector<float> heights;  ///< by row of ReaderFacts
};

struct ReaderAround {
    bool list_open = false;
    bool bookmark_wanted = false;        ///< set by perform(): where the active page stands, in the next frame
    std::uint64_t bookmarks_of = ~0ull;  ///< the model's revision that `bookmarks` are of
    std::vector<ReaderBookmark> bookmarks;
    ReadingList list;
};

}  // namespace ui
