// book/markdown.h: the one place that knows cmark-gfm: Markdown text in, our own blocks out.
// Rule: one parse at a time (the library is not re-entrant), and `excesses` must have found the text harmless first.
// Raw HTML never survives as HTML; links other than http, https, mailto and relative ones become text.
// Called by: document_file.cpp.
// Tests: tests/book/markdown_test.cpp
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/document.h"

namespace book {

/// An HTML comment: no reader sees it; in a presentation it is a private note.
struct Comment {
    int line = 0;
    std::string text;
};

struct Markdown {
    std::vector<Block> blocks;
    std::vector<Link> links;  ///< not resolved yet
    std::vector<Footnote> footnotes;
    std::vector<Comment> comments;
    std::vector<int> html_lines;  ///< lines of blocks that were raw HTML and are now plain text
    int cut_at_line = 0;          ///< first line whose content lay too deep and was left out; 0 = none
};

/// `first_line`: the file line on which `body` begins.
Markdown read_markdown(std::string_view body, int first_line);

}  // namespace book
