#include "ui/wall/heading_fit.h"

#include <algorithm>
#include <cmath>

namespace ui {

int WordWidths::lines(float width) const {
    if (words.empty()) return 0;
    int count = 1;
    float x = 0;
    for (const float word : words) {
        if (x > 0 && x + space + word > width) {
            ++count;
            x = word;
        } else {
            x += (x > 0 ? space : 0) + word;
        }
    }
    return count;
}

bool WordWidths::breaks(float width) const {
    return std::any_of(words.begin(), words.end(), [&](float word) { return word > width; });
}

WordWidths WordWidths::scaled(float factor) const {
    WordWidths other{words, space * factor};
    for (float& word : other.words) word *= factor;
    return other;
}

HeadingFit fit_heading(const WordWidths& text, float width, std::span<const float> sizes, int most_lines) {
    const float longest = text.words.empty() ? 0 : *std::max_element(text.words.begin(), text.words.end());
    HeadingFit fit;
    for (const float size : sizes) {
        fit = {size, width, std::max(1, text.lines(width / size))};
        if (longest * size <= width && fit.lines <= most_lines) break;
    }
    if (fit.lines < 2 || longest * fit.size > width) return fit;
    // The narrowest column that takes no more lines. Whole units, so that it is the same whatever the rounding.
    float least = std::ceil(longest * fit.size);
    float most = std::floor(width);
    while (most - least > 1) {
        const float middle = std::floor((least + most) / 2);
        if (text.lines(middle / fit.size) <= fit.lines)
            most = middle;
        else
            least = middle;
    }
    fit.width = std::min(width, most + 2);
    return fit;
}

}  // namespace ui
