// book/layout.h: typesetting, as a pure function: blocks and a width in, placed runs and shapes out.
// Rule: no font, no window, no clock: text is measured through Measure. All numbers are pixels, y grows downwards.
// Lines, shapes and pictures are sorted by y, so a painter finds the visible ones by binary search.
// Used by: ui/reader (pages), ui/wall (slides).                                      Tests: tests/book/layout_test.cpp
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"

namespace book {

enum class Face : std::uint8_t { regular, semibold, bold, italic, bold_italic, mono };

struct Font {
    Face face = Face::regular;
    float size = 16;  ///< pixels

    bool operator==(const Font&) const = default;
};

/// How wide and high text is. The program answers with its real fonts, the tests with a fixed pitch.
class Measure {
  public:
    virtual ~Measure() = default;
    virtual float advance(Font font, std::string_view text) const = 0;
    /// From the baseline up (positive) and down (positive).
    virtual float ascent(Font font) const = 0;
    virtual float descent(Font font) const = 0;
};

/// Colour by meaning; the painter's theme gives it a value.
enum class Tone : std::uint8_t {
    ink,
    muted,
    link,
    heading,
    code_ink,
    code_ground,
    edge,
    quote_bar,
    row_ground,
    note_bar,
    note_ground,
    tip_bar,
    tip_ground,
    important_bar,
    important_ground,
    warning_bar,
    warning_ground,
    caution_bar,
    caution_ground,
    key_ground
};

/// Where a long word may be parted, besides at its soft hyphens. See book/compounds.h.
class Parting {
  public:
    virtual ~Parting() = default;
    /// Adds the byte offsets within `word` (letters only) at which it may be parted, rising.
    virtual void places(std::string_view word, std::vector<std::uint32_t>& at) const = 0;
};

/// Sizes of the page. `reader(16)` and `wall(height)` make the two that the program uses.
struct Style {
    float body = 17;
    float line = 1.55f;  ///< line height over size
    float heading[6] = {34, 26, 20, 17, 17, 17};
    float small = 14;   ///< captions, footnote marks, tables
    float gap = 16;     ///< between blocks
    float indent = 28;  ///< list, quote
    float radius = 10;
    bool slide = false;  ///< wall: no anchors, no captions, quiet lists, links set as text
    float most_picture_height = 420;
    const Parting* parting = nullptr;  ///< must outlive the call it is given to

    static Style reader(float body_size);
    /// For a wall `height` pixels high: body capitals are at least 4 % of it (WCAG has no number; requirements D4).
    static Style wall(float height);
};

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
};

/// Text on one line in one font.
struct Run {
    float x = 0;
    float width = 0;
    Font font;
    Tone tone = Tone::ink;
    std::uint8_t marks = 0;  ///< Mark bits; strike and code are drawn by the painter
    int link = -1;           ///< index into Document::links
    int footnote = -1;
    float rise = 0;           ///< baseline shift upwards, for super- and subscript
    bool set_only = false;    ///< a list number or a line-end hyphen: drawn, but not part of the text
    std::uint32_t begin = 0;  ///< into Layout::text
    std::uint32_t end = 0;
};

struct Line {
    float y = 0;  ///< top
    float height = 0;
    float baseline = 0;  ///< y of the baseline
    std::uint32_t first_run = 0;
    std::uint32_t end_run = 0;
    std::int32_t pane = -1;   ///< index into Layout::panes when it scrolls sideways with a table
    std::uint32_t block = 0;  ///< number of the block in reading order, for selection and "copy"
};

/// `closed` and `opened`: the mark of a details block. `sign`: what an alert is, by its tone (note_bar, tip_bar …).
enum class ShapeType : std::uint8_t { fill, outline, line, bullet, ring, checkbox, checkbox_ticked, closed, opened, sign };

struct Shape {
    ShapeType type = ShapeType::fill;
    Rect box;
    Tone tone = Tone::edge;
    float radius = 0;
    std::int32_t pane = -1;
};

/// What a reader can switch on the page: a task's box, or what a details block hides.
struct Control {
    enum class Type : std::uint8_t { task, details } type = Type::task;
    Rect box;      ///< to be pressed
    int line = 0;  ///< source line of its block: its name in Switches
    bool on = false;
    std::string label;  ///< the text of the task or the summary
    std::int32_t pane = -1;
};

/// What a reader has switched, by source line; it goes before what the document says.
using Switches = std::map<int, bool>;

struct Picture {
    Rect box;
    std::string source;  ///< as in Block::source
    std::string alt;
};

/// A table wider than the page: its content scrolls sideways inside `box`.
struct Pane {
    Rect box;
    float content_width = 0;
};

struct Anchor {
    std::string name;
    std::string title;
    float y = 0;
    int level = 0;
};

struct Layout {
    float width = 0;
    float height = 0;
    /// The runs' text in reading order, with the spaces and line ends between them, so that a stretch of it can be
    /// copied. From `text_end` on stand the signs of the `set_only` runs.
    std::string text;
    std::uint32_t text_end = 0;
    std::vector<Line> lines;
    std::vector<Run> runs;
    std::vector<Shape> shapes;
    std::vector<Picture> pictures;
    std::vector<Control> controls;
    std::vector<Pane> panes;
    std::vector<Anchor> anchors;
    float tallest_line = 0;

    std::string_view text_of(const Run& run) const {
        return std::string_view(text).substr(run.begin, run.end - run.begin);
    }
    /// First line whose bottom lies below y; lines.size() when none.
    std::size_t first_line_below(float y) const;
    /// The y of the heading with this anchor; 0 for an unknown one.
    float y_of(std::string_view anchor) const;
    /// The line that holds this offset into `text`; lines.size() when none does.
    std::size_t line_of(std::uint32_t offset) const;
};

/// Where a stretch of text stands on one line.
struct TextBox {
    Rect box;
    std::int32_t pane = -1;
};
/// The boxes of text[begin, end), a line each, from the top; none when it is empty.
std::vector<TextBox> boxes_of(const Layout& layout, std::uint32_t begin, std::uint32_t end, const Measure& measure);
/// The place in `text` nearest to a point: between two characters, and never in what is `set_only`.
/// `pane_shift`: how far the pane at that point has been scrolled sideways.
std::uint32_t offset_at(const Layout& layout, float x, float y, const Measure& measure, float pane_shift = 0);

/// Width over height of a picture, for its place on the page; 0 when it is unknown (a framed alt text is set instead).
class PictureSizes {
  public:
    virtual ~PictureSizes() = default;
    virtual float aspect(std::string_view source) const = 0;
};

/// What a stretch of a longer text has above it, and what its reader has switched.
struct Surroundings {
    const Block* above = nullptr;         ///< the block before the first: decides the gap at the top
    bool continues = false;               ///< the first block is a list that began further up
    int last_number = 0;                  ///< of that list, so that all its parts are indented alike
    const Switches* switches = nullptr;
    bool unfolded = false;  ///< details show what they hold, whatever they say
};

/// Typesets `blocks` into a column `width` wide. The result does not point into its arguments.
Layout lay_out(std::span<const Block> blocks, const Style& style, float width, const Measure& measure,
               const PictureSizes& pictures, const Surroundings& surroundings = {});

}  // namespace book
