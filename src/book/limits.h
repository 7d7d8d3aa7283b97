// book/limits.h: what a file must not exceed, looked for by a plain line scan before the parser sees it.
// Rule: the scan is linear and cautious; a file that exceeds a limit is shown as plain text instead.
// Why: some inputs of a few kilobytes keep a Markdown parser busy for seconds, and markup without end fills the memory.
// The limits of a file let through 16 MiB of text that is written like the handbook.   Tests: tests/book/hostile_test.cpp
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "book/handbook.h"

namespace book {

constexpr std::size_t most_file_bytes = std::size_t{16} << 20;
constexpr std::size_t most_line_bytes = 20'000;
constexpr std::size_t most_front_matter_bytes = std::size_t{64} << 10;
constexpr std::size_t most_block_bytes = std::size_t{256} << 10;  ///< text of what is set as one piece
constexpr int most_depth = 32;
constexpr int most_table_columns = 64;
constexpr int most_table_cells = 20'000;
constexpr int most_file_cells = 400'000;     ///< of all tables together: short rows are filled up with empty cells
constexpr int most_file_lines = 500'000;     ///< the marker of a list item or a quote counts as a line of its own
constexpr int most_file_signs = 1'000'000;   ///< at which the parser has to stop and look
constexpr int most_file_brackets = 100'000;  ///< '[': each may open a link, a picture or a footnote
constexpr int most_file_headings = 50'000;
constexpr int most_brackets = 4'000;    ///< '[' in one paragraph
constexpr int most_delimiters = 4'000;  ///< emphasis, code and angle signs in one paragraph

struct Excess {
    ProblemKind kind = ProblemKind::too_deep;
    int line = 0;
    std::string detail;
};

/// Every limit that `body` exceeds, each reported once, at its first line. `first_line` is the file line of its first
/// line.
std::vector<Excess> excesses(std::string_view body, int first_line);

/// Cuts every paragraph, quote, alert, table row and heading with more text than `most_block_bytes`, and gives the lines
/// where such blocks begin. Code is set line by line and has no such limit.
std::vector<int> cut_large_blocks(std::vector<Block>& blocks);

}  // namespace book
