// tests/book/page_faults.h: what no page may have, whatever text it was set from: text over other text, lines without a
// place, words that were lost. Shared by the specification's examples and the fuzz target.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/layout.h"

namespace support {

/// What is wrong with the page, in a sentence; nothing when it is sound.
inline std::optional<std::string> fault_of(const book::Layout& layout) {
    constexpr float slack = 0.5f;
    struct Box {
        float left, right, top, bottom;
        std::string_view text;
    };
    std::vector<Box> boxes;
    float last = 0;
    for (const book::Line& line : layout.lines) {
        if (!std::isfinite(line.y) || !std::isfinite(line.height)) return "a line has no place";
        if (line.y < last) return "the lines are out of order";
        last = line.y;
        if (line.y + line.height > layout.height + slack) return "a line lies below the page";
        if (line.end_run > layout.runs.size() || line.first_run > line.end_run) return "a line's runs are not there";
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
            const book::Run& run = layout.runs[r];
            if (!std::isfinite(run.x) || !std::isfinite(run.width) || run.width < 0) return "a run has no place";
            if (run.end > layout.text.size() || run.begin > run.end) return "a run's text is not there";
            if (run.width > 0)
                boxes.push_back({run.x, run.x + run.width, line.y, line.y + line.height, layout.text_of(run)});
        }
    }
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t k = i + 1; k < boxes.size() && boxes[k].top < boxes[i].bottom - slack; ++k)
            if (boxes[k].left < boxes[i].right - slack && boxes[k].right > boxes[i].left + slack)
                return "«" + std::string(boxes[i].text) + "» and «" + std::string(boxes[k].text) +
                       "» are set over each other";
    return std::nullopt;
}

/// The first word of `text` that does not stand in `shown`, in the same order. A word is a run of `least` or more of
/// the signs that `counts` says yes to.
template <class Counts>
std::optional<std::string> lost_word(std::string_view text, std::string_view shown, std::size_t least, Counts counts) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && counts(text[end])) ++end;
        if (end > at && end - at >= least) {
            const std::string_view word = text.substr(at, end - at);
            const auto place = shown.find(word, from);
            if (place == std::string_view::npos) return std::string(word);
            from = place + word.size();
        }
        at = end + 1;
    }
    return std::nullopt;
}

}  // namespace support
