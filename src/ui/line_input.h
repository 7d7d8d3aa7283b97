// ui/line_input.h: one line that is typed: the inside of every field, in the look of the program. What stands around it
// (label, edge, magnifying glass) is the caller's.
// Used by: kit_fields.cpp, palette, the reader's two searches.                        Tests: tests/ui/kit_test.cpp
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "ui/context.h"

namespace ui {

struct LineOptions {
    float size = 15;     ///< of the letters, design pixels
    ImVec2 padding;      ///< pixels
    float rounding = 8;  ///< design pixels
    ImU32 ground = 0;
    ImU32 edge = 0;  ///< 0: none
    ImGuiInputTextFlags flags = 0;
};

struct LineDeed {
    bool edited = false;  ///< the value is another; with EnterReturnsTrue: Enter was pressed
    int moved = 0;        ///< with CallbackHistory: −1 up, +1 down
    bool active = false;
    bool left = false;     ///< it had the keyboard until this frame
    bool focused = false;  ///< the ring of the keyboard belongs here
};

/// Above and below the letters in a field `height` pixels high.
float line_padding(const Context& context, float size, float height);
/// `id` is also its name in the index of what is on the screen, `name` what it is called there. ImGui's own id is "##" and
/// the id. The item is the last one when this returns.
LineDeed line_input(Context& context, const char* id, std::string_view name, std::string_view hint, std::string& value,
                    float width, const LineOptions& options);

/// The edge of a field that stands from `min` to `max`, drawn by the caller's list: quiet, typed in, or the keyboard's.
void line_edge(Context& context, ImVec2 min, ImVec2 max, float rounding, const LineDeed& deed);

}  // namespace ui
