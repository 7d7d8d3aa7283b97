// ui/wall/heading_fit.h: how large a heading can be, and how wide its lines should be so that none holds a single word.
// Rule: pure; widths come in, measured at size 1.                                     Tests: tests/ui/wall_test.cpp
#pragma once

#include <span>
#include <vector>

namespace ui {

struct HeadingFit {
    float size = 0;
    float width = 0;  ///< to typeset in; the lines are then of about equal length
    int lines = 0;
};

/// The first of `sizes` (falling) at which no word is wider than `width` and the lines are at most `most_lines`; else
/// the last.
HeadingFit fit_heading(std::span<const float> words, float space, float width, std::span<const float> sizes,
                       int most_lines);

}  // namespace ui
