// book/typesetter.h: puts blocks on the page from top to bottom. The inside of lay_out(); nobody else uses it.
// Rule: a shape is added before what stands on it, so that equal y keeps the painting order.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "book/layout.h"
#include "book/line_breaker.h"

namespace book {

/// The column that blocks are set into.
struct Frame {
    float x = 0;
    float width = 0;
    Tone tone = Tone::ink;
    int list_depth = 0;
    int pane = -1;
};

class Typesetter {
  public:
    Typesetter(const Style& style, const Measure& measure, const PictureSizes& pictures,
               const Surroundings& surroundings);

    Layout set(std::span<const Block> blocks, float width);

  private:
    /// A bullet, number or box that waits for the first line of its item.
    struct Marker {
        float x = 0;  ///< left edge of the item's text
        bool number = false;
        std::string text;
        ShapeType shape = ShapeType::bullet;
        int depth = 0;
        const Block* task = nullptr;  ///< the item, when it can be ticked
    };
    struct Cell;

    void flow(std::span<const Block> blocks, const Frame& frame, bool tight, int depth);
    void set_block(const Block& block, const Frame& frame, int depth);
    void set_heading(const Block& block, const Frame& frame);
    void set_list(const Block& block, const Frame& frame, int depth);
    void set_quote(const Block& block, const Frame& frame, int depth);
    void set_alert(const Block& block, const Frame& frame, int depth);
    void set_code(const Block& block, const Frame& frame);
    void set_image(const Block& block, const Frame& frame);
    void set_details(const Block& block, const Frame& frame, int depth);
    void set_rule(const Frame& frame);
    void set_table(const Block& block, const Frame& frame);
    std::vector<float> column_widths(const std::vector<Cell>& cells, std::size_t columns, float width,
                                     float padding) const;

    float item_gap(const Block& list) const;
    float gap_between(const Block& above, const Block& below, bool tight) const;
    TextStyle body_text(const Frame& frame) const;
    void set_text(const std::vector<Span>& spans, const TextStyle& text, const Frame& frame, float line,
                  Align align = Align::none);
    void set_rows(const std::vector<Row>& rows, const std::vector<Piece>& placed, const Frame& frame, Font strut,
                  float line, Align align);
    void set_row(const Row& row, const std::vector<Piece>& placed, const Frame& frame, Font strut, float line,
                 Align align);
    void add_run(const Piece& piece, float x, std::uint32_t begin);
    void add_set_only(const Piece& piece, std::string_view sign, float x);
    void place_markers(float baseline, Font strut, std::int32_t pane);
    void flush_markers(const Frame& frame);
    void next_leaf();
    bool switched(const Block& block, bool own) const;
    std::size_t add_shape(ShapeType type, Rect box, Tone tone, float radius, int pane);
    Layout finish(float width);

    const Style& style_;
    const Measure& measure_;
    const PictureSizes& pictures_;
    const Surroundings& surroundings_;
    LineBreaker breaker_;
    Layout out_;
    std::string signs_;  ///< text of the set_only runs, put behind the rest at the end
    std::vector<Marker> markers_;
    float y_ = 0;
    std::uint32_t block_ = 0;
};

}  // namespace book
