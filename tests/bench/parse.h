// tests/bench/parse.h: how long our reading of Markdown takes beside the parser's own part of it.
#pragma once

namespace bench {

/// Prints the section "parse".
void parse();

}  // namespace bench
