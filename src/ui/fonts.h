// ui/fonts.h: sizes as typographers mean them.
// ImGui scales a font so that ascent plus descent is its size; design sizes (and CSS) are the em. These two functions
// hold the difference, so that nobody else has to know.
#pragma once

#include "ui/context.h"

namespace ui {

/// The size to give ImGui for an em of `size` pixels in this face.
float imgui_size(book::Face face, float size);
/// Draws one line with its baseline at `at.y`.
void draw_text(ImDrawList& list, const Fonts& fonts, book::Font font, ImVec2 at, ImU32 colour, std::string_view text);

}  // namespace ui
