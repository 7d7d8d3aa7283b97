// ui/theme.h: the colours of design 9 and their pairs.
// Rule: text on its ground is at least 4.5:1, on the wall 7:1, edges of controls and focus 3:1; a test computes them
// all.
//                                                                                    Tests: tests/ui/theme_test.cpp
#pragma once

#include <imgui.h>

#include "book/layout.h"

namespace ui {

struct Palette {
    ImU32 ground, raised, ink, muted;
    ImU32 primary, on_primary, primary_soft, on_primary_soft;
    ImU32 warm, amber, amber_soft, on_amber_soft, on_amber;
    ImU32 good, focus;
    ImU32 line;  ///< between things
    ImU32 edge;  ///< of a control
    bool dark = false;
};

const Palette& day();
const Palette& evening();
const Palette& wall_dark();
const Palette& wall_light();

/// The colour of a layout's tone.
ImU32 colour(const Palette& palette, book::Tone tone);
/// With another opacity, 0–1.
ImU32 faded(ImU32 colour, float opacity);
/// WCAG 2.1 contrast ratio, 1–21, of two opaque colours.
float contrast(ImU32 a, ImU32 b);

/// Type sizes at 100 %.
inline constexpr float text_small = 13, text_body = 16, text_large = 20, text_title = 26, text_display = 34;
inline constexpr float radius = 10;
inline constexpr float grid = 8;

}  // namespace ui
