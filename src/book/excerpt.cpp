#include "book/excerpt.h"

#include <algorithm>

#include "base/text.h"

namespace book {
namespace {

constexpr std::size_t most_signs = 100;
constexpr std::size_t signs_before = 30;    // of the place, when the line is cut there
constexpr std::size_t most_compared = 200;  // bytes of an argument: enough to know its place

struct Place {
    std::size_t begin = 0;
    std::size_t length = 0;  // 0: not known
};

Place place_of(std::string_view line, const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        const auto at =
            argument.empty() ? std::string_view::npos : line.find(std::string_view(argument).substr(0, most_compared));
        if (at != std::string_view::npos) return {at, argument.size()};
    }
    return {};
}

// The byte where sign number `signs` begins, counted from `from`.
std::size_t forward(std::string_view text, std::size_t from, std::size_t signs) {
    while (from < text.size() && signs-- > 0) base::next_code_point(text, from);
    return from;
}

// The byte where the sign begins that stands `signs` before the one at `from`.
std::size_t backward(std::string_view text, std::size_t from, std::size_t signs) {
    const auto inside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    while (from > 0 && signs-- > 0) do
            --from;
        while (from > 0 && inside(from));
    return from;
}

}  // namespace

std::string excerpt_of(std::string_view line, const std::vector<std::string>& arguments) {
    line = base::trimmed(line);
    std::size_t begin = 0;
    std::size_t end = forward(line, 0, most_signs);
    if (end < line.size()) {
        const std::size_t place = place_of(line, arguments).begin;
        if (place > forward(line, 0, most_signs - signs_before)) begin = backward(line, place, signs_before);
        end = forward(line, begin, most_signs);
    }
    std::string clean;
    for (const char c : line.substr(begin, end - begin)) {
        const auto byte = static_cast<unsigned char>(c);
        clean += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    return (begin > 0 ? "…" : "") + clean + (end < line.size() ? "…" : "");
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
