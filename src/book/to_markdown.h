// book/to_markdown.h: blocks back to Markdown, to be pasted where Markdown is written.
// Rule: what is read back from it is the same blocks; where Markdown has no way to say something (details without their
// own text, a list of another air), the words are kept.
// Used by: ui/reader (copying).                                                  Tests: tests/book/to_markdown_test.cpp
#pragma once

#include <span>
#include <string>
#include <vector>

#include "book/document.h"

namespace book {

/// `links` and `footnotes` are the document's. Footnotes that are referred to stand at the end.
std::string to_markdown(std::span<const Block> blocks, const std::vector<Link>& links,
                        const std::vector<Footnote>& footnotes);

}  // namespace book
