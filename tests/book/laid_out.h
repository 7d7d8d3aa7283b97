// tests/book/laid_out.h: a page laid out as the tests of the layout reckon it, and its lines as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/layout.h"
#include "support.h"

namespace support {

/// With FixedPitch, and pictures of `aspect`.
inline book::Layout laid_out(std::string_view markdown, float width = 600,
                             const book::Style& style = book::Style::reader(17), float aspect = 1.5f) {
    return book::lay_out(blocks(markdown), style, width, FixedPitch(), FixedAspect(aspect));
}

/// Its runs, with a space where there is room between them.
inline std::string line_text(const book::Layout& layout, const book::Line& line) {
    std::string text;
    float end = -1;
    for (std::uint32_t i = line.first_run; i < line.end_run; ++i) {
        if (end >= 0 && layout.runs[i].x > end + 0.5f) text += ' ';
        text += layout.text_of(layout.runs[i]);
        end = layout.runs[i].x + layout.runs[i].width;
    }
    return text;
}

inline std::vector<std::string> line_texts(const book::Layout& layout) {
    std::vector<std::string> texts;
    for (const book::Line& line : layout.lines) texts.push_back(line_text(layout, line));
    return texts;
}

}  // namespace support
