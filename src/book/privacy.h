// book/privacy.h: parts what the wall may show from what it may not.
// Rule: when in doubt, private. A note to the leaders on the wall is the worst fault this program can have, so every
// alert, every raw HTML block and what follows it, and every text that opens like a note is taken out, at any depth.
// Called by: sections.cpp, slides.cpp.                                               Tests: tests/book/privacy_test.cpp
#pragma once

#include <set>
#include <vector>

#include "book/document.h"

namespace book {

/// Why something was taken out.
enum class PrivateReason : std::uint8_t { leaders_note, other_alert, unmarked_note, raw_html };

struct PrivateFind {
    PrivateReason reason = PrivateReason::leaders_note;
    int line = 0;
};

struct Private {
    std::vector<Block> blocks;       ///< what was taken out, in order
    std::vector<PrivateFind> finds;  ///< where each note begins
};

/// Takes the private blocks out of `blocks`. `html_lines`: lines of blocks that were raw HTML.
Private take_private(std::vector<Block>& blocks, const std::set<int>& html_lines);

}  // namespace book
