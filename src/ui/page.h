// ui/page.h: paints a finished layout: only the lines, shapes and pictures that are visible.
// Used by: the reader, the leaders' notes, the wall.                                 Tests: tests/ui/page_test.cpp
#pragma once

#include <functional>
#include <map>

#include "ui/context.h"

namespace ui {

struct PaintOptions {
    float opacity = 1;
    /// Sideways scroll of each table pane, in pixels; the painter keeps it in range. Null: panes stand still.
    std::map<int, float>* pane_scroll = nullptr;
    /// Pushes an invisible button for each visible link and footnote mark, so that mouse, Tab and tests reach them.
    bool interactive = false;
};

/// What was clicked, hovered or focused this frame; -1 = nothing.
struct PageEvents {
    int link_clicked = -1;
    int link_hovered = -1;
    int footnote_clicked = -1;
    int footnote_hovered = -1;
    book::Rect box;  ///< of the hovered or clicked run, on the screen
};

/// Paints with the layout's (0,0) at `origin` on the screen. Lines outside `clip` are not visited.
PageEvents paint(const book::Layout& layout, ImVec2 origin, ImVec2 clip_min, ImVec2 clip_max, Context& context,
                 const Palette& palette, PaintOptions options = {});

}  // namespace ui
