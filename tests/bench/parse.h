// tests/bench/parse.h: how long our reading of Markdown takes beside the parser's own part of it.
#pragma once

#include <string>

namespace bench {

/// Processor time of cmark-gfm alone for this text, the best of three, in milliseconds.
double parser_milliseconds(const std::string& text);
/// Prints the section "parse".
void parse();

}  // namespace bench
