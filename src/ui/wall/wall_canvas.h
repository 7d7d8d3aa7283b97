// ui/wall/wall_canvas.h: drawing in the wall's own measure: whatever its pixels, the wall is 720 units high.
// Rule: everything is set in units and scaled when drawn, so the thumbnail has the same lines and the same places as
// the projector; nothing is drawn outside the rectangle. Drawing only: no ImGui items.
// Tests: tests/ui/wall_test.cpp
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/context.h"
#include "ui/wall/heading_fit.h"
#include "words/catalogue.h"

namespace ui {

/// Type sizes in units. Capitals of Inter are 0.727 of the size: `label` is the least that has 4 % of the height,
/// `footer` the least that has 3 % (requirements D4).
namespace wall_type {
inline constexpr float height = 720;
inline constexpr float capitals = 0.727f;
inline constexpr float title = 76;
inline constexpr float body = 46;
inline constexpr float label = 40;
inline constexpr float footer = 30;
}  // namespace wall_type

/// How a finished layout is coloured.
struct WallInk {
    ImU32 text = 0;
    ImU32 strong = 0;  ///< what is set bold
    ImU32 quiet = 0;   ///< bullets, bars
};

class WallCanvas {
  public:
    WallCanvas(Context& context, ImDrawList& list, const Palette& palette, const words::Catalogue& words, ImVec2 min,
               ImVec2 max);

    const Palette& palette() const { return palette_; }
    const words::Catalogue& words() const { return words_; }
    base::Instant now() const { return context_.now; }
    float width() const { return width_; }
    static constexpr float height() { return wall_type::height; }
    /// Left and right: 6.6 % of the width.
    float margin() const { return width_ * 0.066f; }
    /// Where the footer's baseline is.
    static constexpr float footer_line() { return 664; }

    // Text on one line; `y` is the baseline. `align`: 0 = begins at x, 0.5 = centred on it, 1 = ends there.
    void text(book::Font font, float x, float y, ImU32 colour, std::string_view text, float align = 0);
    float advance(book::Font font, std::string_view text) const;
    /// The widths of its words at this size.
    WordWidths measure(book::Font font, std::string_view text) const;
    /// As many whole words as `lines` lines hold, then "…"; all of it when it has room.
    std::string cut(book::Font font, std::string_view text, float width, int lines) const;
    /// Digits in cells of one width, so that a clock that goes does not dance.
    void digits(book::Font font, float x, float y, ImU32 colour, std::string_view text, float align = 0);
    float digits_width(book::Font font, std::string_view text) const;

    // Text in paragraphs. Finished layouts are kept under their content, in units, for walls of every size.
    const book::Layout& lay_out(const std::vector<book::Block>& blocks, const book::Style& style, float width);
    /// A heading: the largest of `sizes` at which no word is broken and the text takes `most_lines` lines, of equal
    /// length.
    const book::Layout& heading(std::string_view text, float width, std::span<const float> sizes, int most_lines,
                                bool strong = true);
    void paint(const book::Layout& layout, float x, float y, const WallInk& ink);
    /// A heading's lines, each placed by `align` within `width`.
    void paint_lines(const book::Layout& layout, float x, float y, float width, float align, ImU32 colour);

    // Shapes.
    void fill(book::Rect box, ImU32 colour, float round = 0);
    void disc(float x, float y, float r, ImU32 colour);
    void ring(float x, float y, float r, float thickness, ImU32 colour);
    /// Part of a ring, from `begin` to `end` as shares of a turn from the top, clockwise; with round ends.
    void arc(float x, float y, float r, float thickness, float begin, float end, ImU32 colour);
    /// A straight line with round ends.
    void line(float x1, float y1, float x2, float y2, float thickness, ImU32 colour);
    /// A smooth line from one point to another, bent towards the two in between, with round ends.
    void curve(ImVec2 from, ImVec2 towards, ImVec2 past, ImVec2 to, float thickness, ImU32 colour);
    /// Part of a ring that is filled, from `inner` (0: a slice of a pie) to `outer`, shares of a turn as in arc().
    void slice(float x, float y, float inner, float outer, float begin, float end, ImU32 colour);
    /// Any shape that turns one way round (convex), or a shape with dents when `dented`.
    void polygon(std::span<const ImVec2> points, ImU32 colour, bool dented = false);
    /// Between two edges with as many points, from the top down. Its ends are flat. Far cheaper than a dented polygon.
    void ribbon(std::span<const ImVec2> left, std::span<const ImVec2> right, ImU32 colour);
    void outline(book::Rect box, float thickness, ImU32 colour, float round = 0);
    /// Two upright bars: a clock that stands still.
    void pause_sign(float x, float y, float size, ImU32 colour);

    // Pictures. Width over height, or 0 when there is none.
    float aspect(std::string_view picture) const;
    /// Fills the box; what is too much is cut away, `anchor` (0–1) of it at the left and top.
    void cover(std::string_view picture, book::Rect box, ImVec2 anchor = {0.5f, 0.5f});
    /// Whole and centred in the box, with rounded corners.
    void contain(std::string_view picture, book::Rect box);

  private:
    /// Returns its width in units.
    float draw_word(book::Font font, float x, float y, ImU32 colour, std::string_view word);
    ImVec2 at(float x, float y) const { return {min_.x + x * scale_, min_.y + y * scale_}; }

    Context& context_;
    ImDrawList& list_;
    const Palette& palette_;
    const words::Catalogue& words_;
    ImVec2 min_, max_;
    float scale_;
    float width_;
};

}  // namespace ui
