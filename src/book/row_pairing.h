// book/row_pairing.h: which leaf of one edition answers to which of the other, and the rows that follow from it.
// Rule: what is equal and in order first (the longest such row); then what was moved; then what was edited in place.
// Used by: compare.cpp.                                                          Tests: tests/book/compare_test.cpp
#pragma once

#include <string>
#include <vector>

#include "book/alignment.h"
#include "book/compare.h"

namespace book {

/// Fills `rows` and `coarse` of a change whose leaves are there; the keys are key_of() each leaf.
void pair_rows(DocumentChange& change, const std::vector<std::string>& older_keys,
               const std::vector<std::string>& newer_keys, Budget& budget);

}  // namespace book
