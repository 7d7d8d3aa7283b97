// ui/views/palette.h: "go to anything": one field that finds texts, meetings, courses, places and commands by name.
// Rule: gathered when it is opened, ranked when the query changes. While a meeting runs, nothing that touches it or the
// wall is offered for a name that was only nearly typed; and ending it still asks first.
// Called by: the frame.                                                              Tests: tests/ui/palette_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model.h"
#include "book/names.h"
#include "ui/context.h"

namespace ui {

/// In the order in which they stand when they fit equally well.
enum class PaletteKind : std::uint8_t { document, bookmark, place, course, prepare, rehearse, meeting, command };

struct PaletteName {
    PaletteKind kind = PaletteKind::document;
    std::string text;
    std::string more;         ///< number, code
    std::string path;         ///< of a document or bookmark
    std::string anchor;       ///< of a bookmark
    std::int64_t number = 0;  ///< meeting, course, app::Place or app::Command
};

struct PaletteRow {
    int name = 0;  ///< index into PaletteState::names
    std::vector<book::Stretch> marks;
    std::vector<book::Stretch> more_marks;
    bool recent = false;
};

struct PaletteState {
    bool open = false;
    bool shown = false;  ///< it was drawn in the latest frame
    std::string query;
    std::string ranked;              ///< what `rows` answer
    const void* handbook = nullptr;  ///< that `names` are of
    std::vector<PaletteName> names;
    book::Names index;
    std::vector<PaletteRow> rows;
    int chosen = 0;
    bool show_chosen = false;  ///< it is scrolled into view in this frame
};

/// Over the place; draws nothing while closed.
void draw_palette(const app::Model& model, Context& context);

}  // namespace ui
