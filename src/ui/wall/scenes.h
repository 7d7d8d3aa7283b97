// ui/wall/scenes.h: the scenes of the wall, one function each, and what they share.
// Used by: ui/wall/wall.cpp. The aids are in ui/aids.
#pragma once

#include <string_view>

#include "app/audience_view.h"
#include "ui/wall/wall_canvas.h"

namespace ui {

/// Text to the left, a picture to the right; without a picture the text has the whole wall.
struct Stage {
    book::Rect text;
    book::Rect picture;    ///< empty without one
    bool to_edge = false;  ///< an upright picture fills its side of a wide wall; others stand free, whole
};
/// `share`: of the picture's usual width, for texts that need more.
Stage stage_of(const WallCanvas& wall, std::string_view picture, float share = 1);
void draw_picture(WallCanvas& wall, const Stage& stage, std::string_view picture);

/// Headings from the usual size down to the least with 4 % capitals.
inline constexpr float heading_sizes[] = {76, 68, 60, 52, 46, 40};
/// Body text, in steps, when a line must be made to fit.
inline constexpr float line_sizes[] = {46, 43, 40};

/// A line of text that may be wrapped: for what is not Markdown. Returns the height.
struct LineStyle {
    std::span<const float> sizes = line_sizes;
    int most_lines = 2;
    bool strong = false;
    ImU32 colour = 0;  ///< 0 = ink
};
float line_height(WallCanvas& wall, std::string_view text, float width, const LineStyle& style);
float draw_line(WallCanvas& wall, std::string_view text, float x, float y, float width, const LineStyle& style,
                float align = 0);

void draw_text_scene(WallCanvas& wall, const app::TextScene& scene);
void draw_break_scene(WallCanvas& wall, const app::BreakScene& scene);
void draw_start_scene(WallCanvas& wall, const app::StartScene& scene);

}  // namespace ui
