// book/text_cut.h: a piece of a document's text, from one sign to another, as blocks; and blocks as text to be pasted.
// Rule: signs are counted as the page shows them, without white space and places where a word may be parted, so that a
// place on the page is a place in the blocks whatever size it is set in.
// Used by: ui/reader (copying, reading aloud).                                       Tests: tests/book/text_cut_test.cpp
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/layout.h"

namespace book {

/// What decides which text a page shows: details that are closed hide theirs, unknown pictures say theirs.
struct Shown {
    const Switches* switches = nullptr;
    const PictureSizes* pictures = nullptr;  ///< null: every picture is known
};

/// How many bytes of `text` count as signs.
std::size_t signs(std::string_view text);
/// How many signs a page shows of these blocks.
std::size_t signs(std::span<const Block> blocks, const Shown& shown);
/// The blocks without their first `front` and last `back` signs; what is left of a list keeps its numbers. A piece from
/// within a single text is a paragraph. What the page hides is left out.
std::vector<Block> cut_text(std::vector<Block> blocks, std::size_t front, std::size_t back, const Shown& shown);
/// Plain text as one pastes it into a letter: paragraphs apart by an empty line, numbers and dashes before items, cells
/// apart by tabs, footnote marks in brackets.
std::string copied_text(std::span<const Block> blocks);

}  // namespace book
