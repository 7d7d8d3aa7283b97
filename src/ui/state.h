// ui/state.h: what a window remembers between frames and nobody else needs: scroll, text being typed, open dialogs,
// finished layouts. Never stored. Each view's part is a struct of its own, kept in that view's header.
#pragma once

#include <string>

#include "ui/layout_cache.h"
#include "ui/views/courses_state.h"
#include "ui/views/meeting_state.h"
#include "ui/views/palette.h"
#include "ui/views/reader_state.h"

namespace ui {

struct State {
    LayoutCache layouts;
    ReaderState reader;
    CoursesState courses;
    MeetingState meeting;
    PaletteState palette;
    std::string aid_text;  ///< what is being typed for the aid on the wall
    int aid_item = 0;      ///< the part or column that it is for
    bool help_open = false;
    bool settings_open = false;
    bool typing = false;
    bool navigating = false;
    bool animating = false;
    bool takes_escape = false;  ///< something on the place is closed by Esc before anything else is
};

}  // namespace ui
