// ui/views/compare_state.h: what the comparison of two editions remembers between frames. Never stored.
// Used by: compare*.cpp and the reader.                                            Tests: tests/ui/compare_test.cpp
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "book/compare.h"
#include "book/layout.h"
#include "ui/page.h"

namespace ui {

/// A line of the list of what differs.
struct CompareEntry {
    enum class Type : std::uint8_t { part, programme, document } type = Type::document;
    int document = -1;  ///< index into Comparison::documents
    std::string title;
    std::string counts;  ///< "+2 −1 ≠4": new, gone and changed paragraphs
    book::Change kind = book::Change::same;
};

/// What stands on the page of a document: a row of the comparison, or a run of rows that are as before.
struct CompareItem {
    int first = 0;
    int end = 0;  ///< one past the last row; more than one only when folded
    bool folded = false;
    bool caption = false;  ///< opens a run of one kind: says which
    float height = 0;      ///< pixels; a guess until known
    bool known = false;
};

/// A row, set.
struct CompareSet {
    book::Layout older, newer;
    std::vector<Highlight> older_marks, newer_marks;
};

struct ComparePage {
    int document = -1;
    float width = 0, scale = 0;
    std::set<int> unfolded;  ///< first rows of runs that were opened
    std::vector<CompareItem> items;
    std::vector<int> changes;  ///< items that say what differs, a moved text at its place in the newer edition
    std::vector<float> tops;   ///< of the items, and the height of all
    bool placed = false;
    int unknown = 0;  ///< items whose height is a guess
    std::map<int, CompareSet> sets;
    int here = -1;           ///< index into `changes`: the one that was gone to last
    int present = -1;        ///< the one that one is at, gone to or scrolled to
    float here_scroll = -1;  ///< where the page stood when `here` was gone to
    bool to_change = false;  ///< bring `here` into view
    bool to_last = false;    ///< the document was come to from the one after it
    bool to_top = true;
};

struct CompareState {
    std::string folder;          ///< as typed
    bool focus = true;           ///< the field takes the keyboard
    std::uint64_t arrivals = 0;  ///< the reader's, when it was opened
    bool list_open = true;       ///< in a narrow window the list stands instead of the page

    std::shared_ptr<const book::Comparison> comparison;  ///< that the rest is of
    int language = -1;
    std::vector<CompareEntry> entries;
    int chosen = -1;   ///< index into `entries`
    std::string path;  ///< of the chosen document: a comparison that is made again keeps it
    bool reveal = false;
    ComparePage page;
    std::uint64_t made = 0;  ///< layouts, since the start
};

}  // namespace ui
