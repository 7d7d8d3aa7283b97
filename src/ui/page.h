// ui/page.h: paints a finished layout: only the lines, shapes and pictures that are visible.
// Used by: the reader, the leaders' notes, the wall.                                 Tests: tests/ui/page_test.cpp
#pragma once

#include <map>
#include <span>

#include "ui/context.h"

namespace ui {

/// Why a stretch of the text is marked; decides its colour.
/// `term`: explained in the glossary; a dotted line below it instead of a ground.
enum class HighlightType : std::uint8_t { selection, found, found_here, added, removed, term };
struct Highlight {
    std::uint32_t begin = 0;  ///< into Layout::text
    std::uint32_t end = 0;
    HighlightType type = HighlightType::selection;
    int value = -1;  ///< term: which
};

struct PaintOptions {
    float opacity = 1;
    /// Sideways scroll of each table pane, in pixels; the painter keeps it in range. Null: panes stand still.
    std::map<int, float>* pane_scroll = nullptr;
    /// Pushes an invisible button for each visible link, footnote mark, picture, task and details block, so that mouse,
    /// Tab and tests reach them.
    bool interactive = false;
    std::span<const Highlight> highlights = {};  ///< rising by `begin`; later ones lie on top
};

/// What was clicked, hovered or focused this frame; -1 = nothing.
struct PageEvents {
    int link_clicked = -1;
    int link_hovered = -1;
    int footnote_clicked = -1;
    int footnote_hovered = -1;
    const book::Control* switched = nullptr;   ///< a task or a details block was pressed; points into the layout
    const book::Picture* enlarged = nullptr;   ///< a picture was pressed; points into the layout
    bool by_keyboard = false;  ///< what is hovered has the focus instead
    bool rested = false;       ///< the pointer has stayed on it for a while; the window wakes once for this
    int term_hovered = -1;  ///< Highlight::value of the term under the pointer
    book::Rect box;    ///< of the hovered or clicked run, on the screen
    book::Rect whole;  ///< all runs of that link, mark or term that are in view, as high as their lines, on the screen
};

/// Paints with the layout's (0,0) at `origin` on the screen. Lines outside `clip` are not visited.
PageEvents paint(const book::Layout& layout, ImVec2 origin, ImVec2 clip_min, ImVec2 clip_max, Context& context,
                 const Palette& palette, PaintOptions options = {});

}  // namespace ui
