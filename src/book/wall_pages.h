// book/wall_pages.h: how a text is split over wall pictures: too long means a next picture, never smaller type.
// Rule: the split depends on the text alone (a cautious estimate for the narrowest wall, 1024x768), so that "Neste"
// is the same on every projector and after a restart.
// Tests: tests/book/wall_pages_test.cpp
#pragma once

#include <vector>

#include "book/document.h"

namespace book {

/// The most that one wall picture holds: requirements D4 (about nine lines of forty signs, less beside a picture).
struct WallRoom {
    int lines = 7;
    int signs = 34;
};

/// Splits between blocks (and between list items and, if need be, sentences). Never empty: an empty text is one empty
/// page.
std::vector<std::vector<Block>> wall_pages(const std::vector<Block>& blocks, WallRoom room = {});

}  // namespace book
