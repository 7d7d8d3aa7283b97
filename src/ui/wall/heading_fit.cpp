#include "ui/wall/heading_fit.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

int lines_of(std::span<const float> words, float space, float width) {
    int lines = 1;
    float x = 0;
    for (const float word : words) {
        if (x > 0 && x + space + word > width) {
            ++lines;
            x = word;
        } else {
            x += (x > 0 ? space : 0) + word;
        }
    }
    return lines;
}

}  // namespace

HeadingFit fit_heading(std::span<const float> words, float space, float width, std::span<const float> sizes,
                       int most_lines) {
    const float longest = words.empty() ? 0 : *std::max_element(words.begin(), words.end());
    HeadingFit fit;
    for (const float size : sizes) {
        fit = {size, width, lines_of(words, space, width / size)};
        if (longest * size <= width && fit.lines <= most_lines) break;
    }
    if (fit.lines < 2 || longest * fit.size > width) return fit;
    // The narrowest column that takes no more lines. Whole units, so that it is the same whatever the rounding.
    float least = std::ceil(longest * fit.size);
    float most = std::floor(width);
    while (most - least > 1) {
        const float middle = std::floor((least + most) / 2);
        if (lines_of(words, space, middle / fit.size) <= fit.lines)
            most = middle;
        else
            least = middle;
    }
    fit.width = std::min(width, most + 2);
    return fit;
}

}  // namespace ui
