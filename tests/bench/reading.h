// tests/bench/reading.h: opening a book, and the frames of a page, as the book and the page grow.
#pragma once

namespace bench {

/// Prints the section "pages". Needs a display.
void reading();

}  // namespace bench
