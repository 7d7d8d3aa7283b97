// book/markdown_spans.h: running text back to Markdown. Used by: to_markdown.cpp only.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"

namespace book {

struct MarkdownNames {
    const std::vector<Link>& links;
    const std::vector<Footnote>& footnotes;
    std::set<int> used;  ///< footnotes that were referred to
};

/// `one_line`: a place that has room for one line only (a heading, a cell).
std::string markdown_of(const std::vector<Span>& spans, MarkdownNames& names, bool one_line);
/// Text that means nothing but itself. `line_start`: it stands first on a line.
std::string markdown_escaped(std::string_view text, bool line_start);
/// A link's or picture's target between brackets.
std::string markdown_target(std::string_view url);

}  // namespace book
