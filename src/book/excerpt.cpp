#include "book/excerpt.h"

#include <algorithm>

#include "base/text.h"

namespace book {
namespace {

constexpr std::size_t most_signs = 100;
constexpr std::size_t signs_before = 30;  // of the place, when the line is cut there

struct Place {
    std::size_t begin = 0;
    std::size_t length = 0;  // 0: not known
};

Place place_of(std::string_view line, const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        const auto at = argument.empty() ? std::string_view::npos : line.find(argument);
        if (at != std::string_view::npos) return {at, argument.size()};
    }
    return {};
}

// The byte where sign number `signs` begins, counted from `from`.
std::size_t forward(std::string_view text, std::size_t from, std::size_t signs) {
    while (from < text.size() && signs-- > 0) base::next_code_point(text, from);
    return from;
}

}  // namespace

std::string excerpt_of(std::string_view line, const std::vector<std::string>& arguments) {
    std::string clean;
    for (const char c : base::trimmed(line)) {
        const auto byte = static_cast<unsigned char>(c);
        clean += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    if (base::count_code_points(clean) <= most_signs) return clean;
    const std::size_t place = base::count_code_points(clean.substr(0, place_of(clean, arguments).begin));
    const std::size_t skipped = place > most_signs - signs_before ? place - signs_before : 0;
    const std::size_t begin = forward(clean, 0, skipped);
    const std::size_t end = forward(clean, begin, most_signs);
    return (begin > 0 ? "…" : "") + clean.substr(begin, end - begin) + (end < clean.size() ? "…" : "");
}

std::string explained(const Problem& problem) {
    std::string text = to_line(problem);
    if (problem.excerpt.empty()) return text;
    Place place = place_of(problem.excerpt, problem.arguments);
    if (place.length == 0) place.length = problem.excerpt.size();
    const std::string_view excerpt = problem.excerpt;
    const std::size_t before = base::count_code_points(excerpt.substr(0, place.begin));
    const std::size_t under = base::count_code_points(excerpt.substr(place.begin, place.length));
    return text + "\n    " + problem.excerpt + "\n    " + std::string(before, ' ') + std::string(under, '^');
}

}  // namespace book
