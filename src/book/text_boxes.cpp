#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "book/layout.h"

namespace book {
namespace {

float width_of(const Layout& layout, const Run& run, std::uint32_t until, const Measure& measure) {
    if (until <= run.begin) return 0;
    if (until >= run.end) return run.width;
    return measure.advance(run.font, std::string_view(layout.text).substr(run.begin, until - run.begin));
}

/// How far a point lies outside an interval.
float outside(float value, float low, float high) {
    return value < low ? low - value : value > high ? value - high : 0;
}

struct Extent {
    float left = 0, right = 0;
    bool any = false;
};

Extent extent_of(const Layout& layout, const Line& line) {
    Extent extent;
    for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
        const Run& run = layout.runs[r];
        if (run.set_only) continue;
        if (!extent.any) extent = {run.x, run.x + run.width, true};
        extent.right = std::max(extent.right, run.x + run.width);
    }
    return extent;
}

std::size_t nearest_line(const Layout& layout, float x, float y, float pane_shift) {
    std::size_t best = layout.lines.size();
    float best_distance = 0;
    const auto look_at = [&](std::size_t i) {
        const Line& line = layout.lines[i];
        const Extent extent = extent_of(layout, line);
        if (!extent.any) return;
        // Beside the right line is nearer than on the wrong one.
        const float distance = 1000 * outside(y, line.y, line.y + line.height) +
                               outside(x + (line.pane >= 0 ? pane_shift : 0), extent.left, extent.right);
        if (best == layout.lines.size() || distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    };
    const std::size_t below = layout.first_line_below(y);
    for (std::size_t i = below; i < layout.lines.size(); ++i) {
        look_at(i);
        if (layout.lines[i].y > y + layout.tallest_line && best < layout.lines.size()) break;
    }
    for (std::size_t i = below; i-- > 0;) {
        look_at(i);
        if (layout.lines[i].y + 2 * layout.tallest_line < y && best < layout.lines.size()) break;
    }
    return best;
}

std::uint32_t offset_in(const Layout& layout, const Run& run, float x, const Measure& measure) {
    const std::string_view text = layout.text_of(run);
    std::uint32_t at = 0;
    float before = 0;
    while (at < text.size()) {
        std::size_t next = at;
        base::next_code_point(text, next);
        const float after = measure.advance(run.font, text.substr(0, next));
        if (x < (before + after) / 2) break;
        before = after;
        at = static_cast<std::uint32_t>(next);
    }
    return run.begin + at;
}

}  // namespace

std::vector<TextBox> boxes_of(const Layout& layout, std::uint32_t begin, std::uint32_t end, const Measure& measure) {
    std::vector<TextBox> boxes;
    if (begin >= end) return boxes;
    for (const Line& line : layout.lines) {
        TextBox made{{0, line.y, 0, line.height}, line.pane};
        bool any = false;
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
            const Run& run = layout.runs[r];
            if (run.set_only || run.end <= begin || run.begin >= end) continue;
            const float left = run.x + width_of(layout, run, begin, measure);
            const float right = run.x + width_of(layout, run, end, measure);
            if (!any) made.box.x = left;
            made.box.width = std::max(made.box.width, right - made.box.x);
            any = true;
        }
        if (any) boxes.push_back(made);
    }
    return boxes;
}

std::uint32_t offset_at(const Layout& layout, float x, float y, const Measure& measure, float pane_shift) {
    const std::size_t index = nearest_line(layout, x, y, pane_shift);
    if (index == layout.lines.size()) return 0;
    const Line& line = layout.lines[index];
    if (line.pane >= 0) x += pane_shift;
    std::uint32_t offset = 0;
    bool any = false;
    for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
        const Run& run = layout.runs[r];
        if (run.set_only) continue;
        if (any && x < run.x) break;
        offset = offset_in(layout, run, x - run.x, measure);
        any = true;
    }
    return offset;
}

}  // namespace book
