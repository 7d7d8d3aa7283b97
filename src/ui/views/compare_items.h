// ui/views/compare_items.h: the rows of one compared document as they stand below each other. Private to compare*.cpp.
// Rule: heights are guessed from the length of the text until a row is set; only what is near the view stays set.
#pragma once

#include "ui/views/compare_parts.h"

namespace ui {

/// True when the item is a fact of the document (minutes, title …) and no row of its text.
bool is_fact(const CompareItem& item);
const book::FactChange& fact_of(const Comparing& comparing, const CompareItem& item);
const book::Row& row_of(const Comparing& comparing, int row);
/// The text of the row: the newer edition's where it has one.
const book::Leaf& leaf_of(const Comparing& comparing, const book::Row& row);
book::Change kind_of(const Comparing& comparing, const CompareItem& item);

/// Wide enough for two texts beside each other.
bool beside(const Comparing& comparing);
/// Both texts of the item are shown, beside or above each other.
bool is_double(const Comparing& comparing, const CompareItem& item);
float caption_height(const Context& context);
float fold_height(const Context& context);
/// Below each item, pixels.
float air(const Context& context);

/// Divides the chosen document into items when it, the width or the scale is another than before.
void prepare(Comparing& comparing, float width);
/// Works out where each item begins, when a height is another than before.
void place(ComparePage& page);
/// The item at `y` pixels below the first one's top.
std::size_t item_at(ComparePage& page, float y);
/// The item, set; its height is known from then on.
const CompareSet& set_item(Comparing& comparing, std::size_t index);
/// Measures what is in view, and some of what is not known yet. Returns how far the text at `top` moved down by it.
float settle(Comparing& comparing, float top, float bottom);

}  // namespace ui
