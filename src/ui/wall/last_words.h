// ui/wall/last_words.h: keeps a paragraph's last two words together, and its lone signs with the word before them, so that
// no line of the wall holds "nok." or "…" alone.
// Rule: pure; the words stay the same, some spaces become spaces that are not broken at.   Tests: tests/ui/wall_pictures_test.cpp
#pragma once

#include <string>
#include <vector>

#include "book/document.h"

namespace ui {

std::string with_last_words_together(std::string text);
std::vector<book::Block> with_last_words_together(std::vector<book::Block> blocks);

}  // namespace ui
