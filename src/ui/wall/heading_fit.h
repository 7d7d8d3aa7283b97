// ui/wall/heading_fit.h: how large a heading can be, and how wide its lines should be so that none holds a single word.
// Rule: pure; widths come in, measured at size 1.                                     Tests: tests/ui/wall_test.cpp
#pragma once

#include <span>
#include <vector>

namespace ui {

/// A text as the widths of its words, so that its lines can be counted without typesetting.
struct WordWidths {
    std::vector<float> words;
    float space = 0;

    /// 0 for no words. A word wider than `width` has a line of its own: see breaks().
    int lines(float width) const;
    bool breaks(float width) const;
    /// At another size of type.
    WordWidths scaled(float factor) const;
};

struct HeadingFit {
    float size = 0;
    float width = 0;  ///< to typeset in; the lines are then of about equal length
    int lines = 0;
};

/// The first of `sizes` (falling) at which no word is wider than `width` and the lines are at most `most_lines`; else
/// the last.
HeadingFit fit_heading(const WordWidths& text, float width, std::span<const float> sizes, int most_lines);

}  // namespace ui
