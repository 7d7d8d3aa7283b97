// ui/views/compare_parts.h: what the files of the comparison share. Private to compare*.cpp.
#pragma once

#include "ui/views/compare.h"
#include "ui/views/reader_parts.h"

namespace ui {

struct Comparing {
    const app::Model& model;
    Context& context;
    CompareState& state;
    const book::Comparison& comparison;

    const words::Catalogue& words() const { return model.words; }
    /// The document whose page is shown; null for the programme's own line.
    const book::DocumentChange* document() const {
        if (state.chosen < 0) return nullptr;
        const int index = state.entries[static_cast<std::size_t>(state.chosen)].document;
        return index < 0 ? nullptr : &comparison.documents[static_cast<std::size_t>(index)];
    }
};

// compare_list.cpp
/// Works out the lines of the list when the comparison or the language is another.
void refresh_compare_list(Comparing& comparing);
/// Chooses an entry and shows its page from the top.
void choose_compared(Comparing& comparing, int entry);
/// The next (1) or previous (-1) entry that can be chosen; -1 = there is none.
int neighbour_entry(const CompareState& state, int way);
void draw_compare_list(Comparing& comparing, ImVec2 size);

// compare_page.cpp
void draw_compare_page(Comparing& comparing, ImVec2 size, bool narrow);
/// To the next (1) or previous (-1) change, in another document when there is none left in this one.
void go_to_change(Comparing& comparing, int way);

// compare_rows.cpp
/// Where each byte of the leaf's text stands in the layout's; one more at the end.
std::vector<std::uint32_t> places_in(const book::Layout& layout, const std::string& text);
/// Sets the row of the chosen document, `width` wide, old and new beside each other when `beside`.
CompareSet set_compared(Comparing& comparing, const book::Row& row, float width, bool beside);

/// Between the texts of a row that stand beside each other, pixels.
float compare_between(const Context& context);
/// Room for the bar at the left of a row's text, pixels.
float compare_margin(const Context& context);
/// How far in a leaf's text begins in a column `width` wide, pixels.
float compare_indent(const Context& context, const book::Leaf& leaf, float width);

}  // namespace ui
