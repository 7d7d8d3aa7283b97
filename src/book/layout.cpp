#include "book/layout.h"

#include <algorithm>
#include <cmath>

#include "book/typesetter.h"

namespace book {

Style Style::reader(float body_size) {
    Style style;
    style.body = std::round(body_size);
    // 16 and 17 are both "100 %": the page's headings keep the family's sizes 34, 26 and 20 there.
    const float scale = body_size < 16 ? body_size / 16 : body_size > 17 ? body_size / 17 : 1.0f;
    const auto sized = [&](float value) { return std::round(value * scale); };
    style.heading[0] = sized(34);
    style.heading[1] = sized(26);
    style.heading[2] = sized(20);
    for (int i = 3; i < 6; ++i) style.heading[i] = style.body;
    style.small = sized(14);
    style.gap = sized(16);
    style.indent = sized(28);
    style.radius = sized(10);
    style.most_picture_height = sized(420);
    return style;
}

Style Style::wall(float height) {
    // Inter's capitals are 0.727 em high: 5.8 % of the wall gives capitals of 4.2 %.
    Style style;
    style.slide = true;
    style.body = std::max(8.0f, std::ceil(height * 0.058f));
    style.line = 1.4f;
    style.heading[0] = std::round(style.body * 1.5f);
    style.heading[1] = std::round(style.body * 1.3f);
    style.heading[2] = std::round(style.body * 1.15f);
    for (int i = 3; i < 6; ++i) style.heading[i] = style.body;
    style.small = style.body;
    style.gap = std::round(style.body * 0.7f);
    style.indent = std::round(style.body * 1.3f);
    style.radius = std::round(style.body * 0.3f);
    style.most_picture_height = std::round(height * 0.6f);
    return style;
}

std::size_t Layout::first_line_below(float y) const {
    // Lines of table cells differ in height, so begin as early as the tallest one could still reach down to y.
    auto at = std::lower_bound(lines.begin(), lines.end(), y - tallest_line,
                               [](const Line& line, float top) { return line.y < top; });
    while (at != lines.end() && at->y + at->height <= y) ++at;
    return static_cast<std::size_t>(at - lines.begin());
}

float Layout::y_of(std::string_view anchor) const {
    for (const Anchor& each : anchors)
        if (each.name == anchor) return each.y;
    return 0;
}

std::size_t Layout::line_of(std::uint32_t offset) const {
    // Lines stand by y, not by text: the cells of a row are beside each other. Only those of one block are out of order.
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r)
            if (!runs[r].set_only && offset >= runs[r].begin && offset <= runs[r].end) return i;
    }
    return lines.size();
}

Layout lay_out(std::span<const Block> blocks, const Style& style, float width, const Measure& measure,
               const PictureSizes& pictures, const Surroundings& surroundings) {
    return Typesetter(style, measure, pictures, surroundings).set(blocks, width);
}

}  // namespace book
