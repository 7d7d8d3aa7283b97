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
    float least = 0;  ///< with its compounds parted
    float whole = 0;  ///< with its words whole
    float most = 0;   ///< on one line
};

namespace {

/// Rows of cells are short, so words are parted less readily than in the text.
constexpr float most_empty_in_cell = 0.4f;

/// "12", "0–10", "3,5 %": a column of these stands with its last figures under each other.
bool is_number(const std::vector<Span>& spans) {
    const std::string text = plain_text(spans);
    bool digit = false;
    for (const char c : text) {
        const bool own = c >= '0' && c <= '9';
        digit = digit || own;
        if (!own && std::string_view(" .,:+-%\xC2\xA0\xE2\x80\x93").find(c) == std::string_view::npos) return false;
    }
    return digit;
}

std::vector<bool> number_columns(const Block& table, std::size_t columns) {
    std::vector<bool> numbers(columns, false);
    std::vector<bool> others(columns, false);
    for (const Block& row : table.children) {
        for (std::size_t i = 0; !row.header && i < row.children.size(); ++i) {
            if (row.children[i].spans.empty()) continue;
            (is_number(row.children[i].spans) ? numbers : others)[i] = true;
        }
    }
    for (std::size_t i = 0; i < columns; ++i) numbers[i] = numbers[i] && !others[i];
    return numbers;
}

}  // namespace

std::vector<float> Typesetter::column_widths(const std::vector<Cell>& cells, std::size_t columns, float width,
                                             float padding) const {
    std::vector<float> least(columns, style_.body);
    std::vector<float> whole(columns, style_.body);
    std::vector<float> most(columns, style_.body);
    for (const Cell& cell : cells) {
        least[cell.column] = std::max(least[cell.column], cell.least);
        whole[cell.column] = std::max(whole[cell.column], cell.whole);
        most[cell.column] = std::max(most[cell.column], cell.most);
    }
    // Narrower than about eight letters a column is hard to read, even where its words would allow it.
    const float readable = style_.body * 4.5f;
    for (std::size_t i = 0; i < columns; ++i) {
        const float comfortable = std::min(most[i], readable);
        least[i] = std::max(least[i], comfortable);
        whole[i] = std::max(whole[i], comfortable);
    }
    const float room = width - 2 * padding * static_cast<float>(columns);
    const auto sum = [](const std::vector<float>& widths) {
        return std::accumulate(widths.begin(), widths.end(), 0.0f);
    };
    // What is left of the room goes to those who lack most.
    const auto between = [&](const std::vector<float>& low, const std::vector<float>& high) {
        const float share = (room - sum(low)) / std::max(1.0f, sum(high) - sum(low));
        std::vector<float> result = low;
        for (std::size_t i = 0; i < columns; ++i) result[i] += (high[i] - low[i]) * share;
        return result;
    };
    if (sum(most) <= room) {
        const float stretch = room / sum(most);
        for (float& each : most) each *= stretch;
        return most;
    }
    // Words are parted only when they do not fit whole beside each other, and a table scrolls only when that is not
    // enough either: then there is room for whole words again.
    if (sum(whole) <= room) return between(whole, most);
    if (sum(least) <= room) return between(least, whole);
    for (std::size_t i = 0; i < columns; ++i) whole[i] = std::max(whole[i], std::min(most[i], style_.body * 14));
    return whole;
}

void Typesetter::set_table(const Block& block, const Frame& frame) {
    flush_markers(frame);
    const float size = style_.slide ? style_.body : std::max(style_.small, std::round(style_.body * 0.9f));
    const float padding = std::round(size * 0.7f);
    const float air = std::round(size * 0.5f);
    std::vector<Cell> cells;
    std::size_t columns = 0;
    for (const Block& row : block.children) columns = std::max(columns, row.children.size());
    const std::vector<bool> numbers = number_columns(block, columns);
    for (std::size_t row = 0; row < block.children.size(); ++row) {
        const Block& source = block.children[row];
        for (std::size_t column = 0; column < source.children.size(); ++column) {
            Cell cell;
            cell.row = row;
            cell.column = column;
            cell.align = source.children[column].align;
            if (cell.align == Align::none && numbers[column]) cell.align = Align::right;
            cell.pieces = breaker_.cut(source.children[column].spans,
                                       {size, source.header ? Face::semibold : Face::regular,
                                        source.header ? Tone::heading : frame.tone, !style_.slide});
            cell.whole = breaker_.narrowest(cell.pieces);
            cell.least = style_.parting != nullptr ? breaker_.narrowest_parted(cell.pieces) : cell.whole;
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
            set_rows(breaker_.rows(cell.pieces, place.width, placed, most_empty_in_cell), placed, place,
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
