// book/leaves.h: a document as one row of leaves: the smallest parts that a reader takes in one by one.
// Rule: every text a reader of the document meets is in exactly one leaf, in reading order: paragraphs, headings, each
// block of a list item, each row of a table, pictures; then a form's questions, notes that only the slides hold, and the
// footnotes.                                                                       Tests: tests/book/compare_test.cpp
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/handbook.h"

namespace book {

struct Leaf {
    enum class Part : std::uint8_t { body, question, slide_note, footnote };

    Part part = Part::body;
    Block block;         ///< without children, but for a table row: that has its cells
    std::string text;    ///< as plain_text() says it; cells parted by a tab, a picture's caption on a line of its own
    std::string anchor;  ///< of the nearest heading above, or of the heading itself; empty = the top
    bool in_list = false;
    bool ordered = false;            ///< the innermost list is numbered
    int depth = 0;                   ///< lists around it
    std::optional<int> number;       ///< opens this item of a numbered list
    bool opens_item = false;         ///< the first block of its list item
    std::optional<bool> task;        ///< opens an item that is a task, ticked or not
    bool quoted = false;             ///< stands in a quote
    std::optional<AlertType> alert;  ///< the innermost alert around it
    bool folded = false;             ///< stands in details
    std::string label;               ///< footnote: its label; question: its id
};

std::vector<Leaf> leaves_of(const Document& document);

/// All that a reader sees or follows of a leaf of `document`: equal keys, no visible difference. White space in running
/// text, the numbers of list items and the names of anchors, ids and labels are not part of it.
std::string key_of(const Leaf& leaf, const Document& document, const Handbook& handbook);

}  // namespace book
