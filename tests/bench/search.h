// tests/bench/search.h: how long an answer of the search takes, typed letter by letter, in books of three sizes.
#pragma once

namespace bench {

/// Prints the section "search".
void search();

}  // namespace bench
