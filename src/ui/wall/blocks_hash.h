// ui/wall/blocks_hash.h: a number that changes when the blocks do: wall texts have no document, and so no revision.
#pragma once

#include <cstdint>
#include <vector>

#include "book/document.h"

namespace ui {

std::uint64_t mixed_hash(std::uint64_t hash, std::uint64_t value);
/// Of everything that typesetting depends on.
std::uint64_t blocks_hash(const std::vector<book::Block>& blocks);

}  // namespace ui
