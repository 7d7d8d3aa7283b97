// book/search_pieces.h: a handbook in the pieces that a search finds: one a heading, so that a hit leads close to its
// words, and long ones in several, so that none is slow to read.                   Tests: tests/book/search_test.cpp
#pragma once

#include <string>
#include <vector>

#include "book/handbook.h"

namespace book {

struct SearchPiece {
    int document = -1;
    std::string anchor;  ///< of the heading; empty = the document's top
    std::string heading;
    std::string body;  ///< plain text without soft hyphens
};

/// In reading order, all of one part of the handbook together.
std::vector<SearchPiece> search_pieces(const Handbook& handbook);

}  // namespace book
