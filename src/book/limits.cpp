#include "book/limits.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace book {
namespace {

struct Prefix {
    int depth = 0;
    int markers = 0;
    std::size_t end = 0;  // where the text after the markers begins
};

// Counts the quote and list markers a line opens with; indentation counts as one level for each two columns, since that
// is the least a nested list needs.
Prefix prefix_of(std::string_view line) {
    Prefix prefix;
    int& markers = prefix.markers;
    int spaces = 0;
    std::size_t at = 0;
    while (at < line.size()) {
        const char c = line[at];
        if (c == ' ') {
            ++spaces;
            ++at;
        } else if (c == '\t') {
            spaces += 4;
            ++at;
        } else if (c == '>') {
            ++markers;
            ++at;
        } else if ((c == '-' || c == '*' || c == '+') &&
                   (at + 1 >= line.size() || line[at + 1] == ' ' || line[at + 1] == '\t')) {
            ++markers;
            ++at;
        } else if (c >= '0' && c <= '9') {
            std::size_t digits = at;
            while (digits < line.size() && digits - at < 10 && line[digits] >= '0' && line[digits] <= '9') ++digits;
            const bool item = digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
                              (digits + 1 >= line.size() || line[digits + 1] == ' ' || line[digits + 1] == '\t');
            if (!item) break;
            ++markers;
            at = digits + 1;
        } else {
            break;
        }
    }
    prefix.end = at;
    if (markers > 0) prefix.depth = std::max(markers, std::min(spaces / 2 + 1, 1000));
    return prefix;
}

int count_pipes(std::string_view line) {
    int pipes = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++pipes;
    return pipes;
}

// A delimiter row makes a table out of the line above it: only dashes, colons, pipes and spaces.
bool is_delimiter_row(std::string_view text) {
    return text.find('-') != std::string_view::npos && text.find_first_not_of("|-: \t\v\f") == std::string_view::npos;
}

// Every sign at which the parser, or one of its extensions, stops to look whether markup begins: each makes a node.
enum class Sign : std::uint8_t { none, other, bracket, delimiter };

constexpr std::array<Sign, 256> sign_table() {
    std::array<Sign, 256> table{};
    const auto set = [&](std::string_view signs, Sign sign) {
        for (const char c : signs) table[static_cast<unsigned char>(c)] = sign;
    };
    set("]!\\:w@", Sign::other);
    set("[", Sign::bracket);
    set("*_~`<&", Sign::delimiter);
    return table;
}

// With '#' before it, or over a line of nothing but '=' or '-'.
bool makes_heading(std::string_view text) {
    return text.front() == '#' || ((text.front() == '=' || text.front() == '-') &&
                                   text.find_first_not_of(text.front()) == std::string_view::npos);
}

class Scan {
  public:
    explicit Scan(int first_line) : line_(first_line - 1) {}

    void read(std::string_view line) {
        ++line_;
        if (line.size() > most_line_bytes)
            report(ProblemKind::line_too_long, std::to_string(line.size()) +
                                                   " bytes in one line; break it into lines of at most " +
                                                   std::to_string(most_line_bytes));
        const Prefix prefix = prefix_of(line);
        if (prefix.depth > most_depth)
            report(ProblemKind::too_deep,
                   "lists or quotes nested deeper than " + std::to_string(most_depth) + "; use fewer levels");
        count(file_lines_, 1 + prefix.markers, most_file_lines, "lines, list items and quotes");
        const std::string_view text = base::trimmed(line.substr(prefix.end));
        if (text.empty()) {
            brackets_ = delimiters_ = 0;
            columns_ = rows_ = 0;
            return;
        }
        read_table(text);
        read_inline(text);
    }

    std::vector<Excess> found;

  private:
    void read_table(std::string_view text) {
        const int pipes = count_pipes(text);
        if (is_delimiter_row(text) && (pipes > 0 || text.find(':') != std::string_view::npos)) {
            const int columns =
                pipes + 1 - (text.front() == '|' ? 1 : 0) - (text.size() > 1 && text.back() == '|' ? 1 : 0);
            columns_ = std::max(columns_, columns);
        }
        if (columns_ == 0) return;
        ++rows_;
        file_cells_ += std::min(columns_, most_table_columns);
        if (columns_ > most_table_columns)
            report(ProblemKind::table_too_large,
                   "a table with more than " + std::to_string(most_table_columns) + " columns; split it");
        else if (columns_ * rows_ > most_table_cells)
            report(ProblemKind::table_too_large,
                   "a table with more than " + std::to_string(most_table_cells) + " cells; split it");
        else if (file_cells_ > most_file_cells)
            report(ProblemKind::table_too_large,
                   "more than " + std::to_string(most_file_cells) + " cells in the tables of one file; split the file");
    }

    void read_inline(std::string_view text) {
        static constexpr std::array table = sign_table();
        std::array<int, 4> found_here{};
        for (const char c : text) ++found_here[static_cast<std::size_t>(table[static_cast<unsigned char>(c)])];
        const int other = found_here[static_cast<std::size_t>(Sign::other)];
        const int brackets = found_here[static_cast<std::size_t>(Sign::bracket)];
        const int delimiters = found_here[static_cast<std::size_t>(Sign::delimiter)];
        brackets_ += brackets;
        delimiters_ += delimiters;
        if (brackets_ > most_brackets)
            report(ProblemKind::block_too_large,
                   "more than " + std::to_string(most_brackets) + " '[' in one paragraph; part it with empty lines");
        if (delimiters_ > most_delimiters)
            report(ProblemKind::block_too_large, "more than " + std::to_string(most_delimiters) +
                                                     " markup signs in one paragraph; part it with empty lines");
        count(file_brackets_, brackets, most_file_brackets, "'['");
        count(file_signs_, other + brackets + delimiters, most_file_signs, "signs that may be markup");
        if (makes_heading(text)) count(file_headings_, 1, most_file_headings, "headings");
    }

    // What each paragraph may have, but not all of them together.
    void count(int& sum, int more, int most, std::string_view what) {
        sum = std::min(sum, most) + more;
        if (sum > most)
            report(ProblemKind::file_too_large,
                   "more than " + std::to_string(most) + ' ' + std::string(what) + " in one file; split it");
    }

    void report(ProblemKind kind, std::string detail) {
        const auto same = [&](const Excess& excess) { return excess.kind == kind; };
        if (std::none_of(found.begin(), found.end(), same)) found.push_back({kind, line_, std::move(detail)});
    }

    int line_;
    int brackets_ = 0;
    int delimiters_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    int file_cells_ = 0;
    int file_lines_ = 0;
    int file_signs_ = 0;
    int file_brackets_ = 0;
    int file_headings_ = 0;
};

}  // namespace

std::vector<Excess> excesses(std::string_view body, int first_line) {
    Scan scan(first_line);
    while (!body.empty()) {
        const auto end = std::min(body.find('\n'), body.size());
        scan.read(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return std::move(scan.found);
}

}  // namespace book
