#include "ui/views/reader_landmarks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {
namespace {

constexpr std::size_t most_lines = 16;
constexpr std::size_t most_bytes = 240;
/// First by a text so long that it hardly stands twice; what comes after it may have been edited too, so then by less.
constexpr std::size_t lengths[] = {most_bytes, 72, 28};

}  // namespace

void take_landmarks(ReaderLandmarks& landmarks, book::Galley& galley, float top, float view) {
    landmarks.lines.clear();
    landmarks.height = galley.height();
    const float whole = std::max(1.0f, galley.height());
    for (std::uint32_t i = galley.stretch_at(std::max(0.0f, top)); i < galley.size(); ++i) {
        const float above = galley.top_of(i);
        if (above > top + view) return;
        const book::Layout& set = galley.layout(i);
        for (std::size_t l = set.first_line_below(top - above); l < set.lines.size(); ++l) {
            const book::Line& line = set.lines[l];
            if (above + line.y > top + view || landmarks.lines.size() >= most_lines) return;
            if (above + line.y < top) continue;
            for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
                if (set.runs[r].set_only) continue;
                const std::uint32_t begin = set.runs[r].begin;
                const std::size_t bytes = std::min<std::size_t>(most_bytes, set.text_end - begin);
                landmarks.lines.push_back(
                    {set.text.substr(begin, bytes), above + line.y - top, (above + line.y) / whole});
                break;
            }
        }
    }
}

bool find_landmarks(const ReaderLandmarks& landmarks, book::Galley& galley, float& top) {
    if (landmarks.lines.empty()) return false;
    std::vector<std::string> texts;
    std::size_t whole = 0;
    for (std::uint32_t i = 0; i < galley.size(); ++i) {
        texts.push_back(galley.text(i));
        whole += texts.back().size();
    }
    for (const std::size_t length : lengths) {
        for (const ReaderLandmarks::Line& line : landmarks.lines) {
            const std::string_view wanted = std::string_view(line.text).substr(0, length);
            // The last of a text is short whatever is asked for; else a short one says too little.
            if (wanted.size() < 12) continue;
            book::TextPlace place;
            double nearest = std::numeric_limits<double>::max();
            std::size_t before = 0;
            for (std::uint32_t i = 0; i < texts.size(); ++i) {
                for (std::size_t at = texts[i].find(wanted); at != std::string::npos;
                     at = texts[i].find(wanted, at + 1)) {
                    const double share =
                        static_cast<double>(before + at) / static_cast<double>(std::max<std::size_t>(1, whole));
                    const double far = std::abs(share - static_cast<double>(line.share));
                    if (far >= nearest) continue;
                    nearest = far;
                    place = {i, static_cast<std::uint32_t>(at)};
                }
                before += texts[i].size();
            }
            if (nearest > 1) continue;
            top = galley.y_of(place) - line.y;
            return true;
        }
    }
    return false;
}

}  // namespace ui
