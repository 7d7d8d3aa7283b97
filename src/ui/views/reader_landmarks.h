// ui/views/reader_landmarks.h: what stood in view, in words, so that a text that was edited on disk comes up in the same
// place: by what it says, whatever was added or taken away above.
// Used by: reader_scroll.cpp.                                                  Tests: tests/ui/reader_reload_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "book/galley.h"

namespace ui {

struct ReaderLandmarks {
    struct Line {
        std::string text;
        float y = 0;      ///< of its top below the top of the view, pixels
        float share = 0;  ///< of its place in the whole text, to tell it from others that say the same
    };
    std::vector<Line> lines;     ///< in view, from the top
    std::uint64_t revision = 0;  ///< of the document, as they were taken or last looked for
    float scroll = -1;           ///< from the top of the text, as they were taken
    float height = 0;            ///< of the galley, as they were taken
    /// The text that came held none of them: perhaps a file half written. They are kept until a person scrolls.
    bool lost = false;
    /// That the text is painted higher by in the frame it was set anew in: the window scrolls in the next.
    float shift = 0;
};

/// Takes what stands between `top` and `top + view`, heights in the galley.
void take_landmarks(ReaderLandmarks& landmarks, book::Galley& galley, float top, float view);
/// Where the text now has the first landmark it still has: how far down in the galley the view is to begin. False: it has
/// none of them. Costs as much as reading the text.
bool find_landmarks(const ReaderLandmarks& landmarks, book::Galley& galley, float& top);

}  // namespace ui
