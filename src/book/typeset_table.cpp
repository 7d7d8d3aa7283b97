// Tables: columns between their narrowest and widest content; what does not fit even so scrolls sideways in a pane.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "book/typesetter.h"

namespace book {

struct Typesetter::Cell {
    std::vector<Piece> pieces;
    std::size_t row = 0;
    std::size_t column = 0;
    Align align = Align::none;
    float least = 0;
    float most = 0;
};

std::vector<float> Typesetter::column_widths(const std::vector<Cell>& cells, std::size_t columns, float width,
                                             float padding) const {
    std::vector<float> least(columns, style_.body);
    std::vector<float> most(columns, style_.body);
    for (const Cell& cell : cells) {
        least[cell.column] = std::max(least[cell.column], cell.least);
        most[cell.column] = std::max(most[cell.column], cell.most);
    }
    // Narrower than about eight letters a column is hard to read, even where its words would allow it.
    const float readable = style_.body * 4.5f;
    for (std::size_t i = 0; i < columns; ++i) least[i] = std::max(least[i], std::min(most[i], readable));
    const float room = width - 2 * padding * static_cast<float>(columns);
    const float sum_least = std::accumulate(least.begin(), least.end(), 0.0f);
    const float sum_most = std::accumulate(most.begin(), most.end(), 0.0f);
    std::vector<float> result(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        if (sum_most <= room)
            result[i] = most[i] + (room - sum_most) * most[i] / sum_most;
        else if (sum_least <= room)
            result[i] = least[i] + (room - sum_least) * (most[i] - least[i]) / (sum_most - sum_least);
        else
            result[i] = std::max(least[i], std::min(most[i], style_.body * 14));
    }
    return result;
}

void Typesetter::set_table(const Block& block, const Frame& frame) {
    flush_markers(frame);
    const float size = style_.slide ? style_.body : std::max(style_.small, std::round(style_.body * 0.9f));
    const float padding = std::round(size * 0.7f);
    const float air = std::round(size * 0.5f);
    std::vector<Cell> cells;
    std::size_t columns = 0;
    for (std::size_t row = 0; row < block.children.size(); ++row) {
        const Block& source = block.children[row];
        columns = std::max(columns, source.children.size());
        for (std::size_t column = 0; column < source.children.size(); ++column) {
            Cell cell;
            cell.row = row;
            cell.column = column;
            cell.align = source.children[column].align;
            cell.pieces = breaker_.cut(source.children[column].spans,
                                       {size, source.header ? Face::semibold : Face::regular,
                                        source.header ? Tone::heading : frame.tone, !style_.slide});
            cell.least = breaker_.narrowest(cell.pieces);
            cell.most = breaker_.widest(cell.pieces);
            cells.push_back(std::move(cell));
        }
    }
    if (columns == 0) return;
    const std::vector<float> widths = column_widths(cells, columns, frame.width, padding);
    const float whole = std::accumulate(widths.begin(), widths.end(), 0.0f) + 2 * padding * static_cast<float>(columns);
    Frame inner = frame;
    const float top = y_;
    const bool scrolls = whole > frame.width + 0.5f && frame.pane < 0;
    if (scrolls) {
        inner.pane = static_cast<int>(out_.panes.size());
        out_.panes.push_back({{frame.x, top, frame.width, 0}, whole});
    }
    const float across = std::max(whole, scrolls ? whole : frame.width);
    std::size_t next = 0;
    std::vector<Piece> placed;
    for (std::size_t row = 0; row < block.children.size(); ++row) {
        const float row_top = y_;
        const bool header = block.children[row].header;
        const std::size_t ground =
            header ? add_shape(ShapeType::fill, {frame.x, row_top, across, 0}, Tone::row_ground, 0, inner.pane) : 0;
        float bottom = row_top + air + std::round(size * 1.45f);
        float x = frame.x;
        std::size_t column = 0;
        for (; next < cells.size() && cells[next].row == row; ++next) {
            const Cell& cell = cells[next];
            Frame place = inner;
            place.x = x + padding;
            place.width = widths[cell.column];
            y_ = row_top + air;
            next_leaf();
            placed.clear();
            set_rows(breaker_.rows(cell.pieces, place.width, placed), placed, place,
                     {header ? Face::semibold : Face::regular, size}, 1.45f, cell.align);
            bottom = std::max(bottom, y_);
            x += widths[cell.column] + 2 * padding;
            ++column;
        }
        y_ = bottom + air;
        if (header) out_.shapes[ground].box.height = y_ - row_top;
        add_shape(ShapeType::line, {frame.x, y_, across, 1}, Tone::edge, 0, inner.pane);
        y_ += 1;
    }
    if (scrolls) out_.panes[static_cast<std::size_t>(inner.pane)].box.height = y_ - top;
}

}  // namespace book
