// book/inline_text.h: the inside of one paragraph, heading or cell, from the parser's nodes to spans and pictures.
// Rule: walks without recursion, so that nesting costs no stack.                     Used by: markdown.cpp, block_nest.cpp
#pragma once

#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "book/markdown.h"

struct cmark_node;

namespace book {

/// A stretch of spans, or one picture between them.
struct Inline {
    std::vector<Span> spans;
    std::unique_ptr<Block> picture;  // apart, since a block is large and pictures are few
};

/// Reads the children of `parent`, from `first` on. Links and comments found are added to `out`.
std::vector<Inline> read_inlines(cmark_node* parent, cmark_node* first, int line, Markdown& out,
                                 const std::map<cmark_node*, int>& footnotes);

/// Adds text to spans, joined to the last one when it is set in the same way.
void append_text(std::vector<Span>& spans, std::string_view text, std::uint8_t marks, int link);

/// Drops the spaces and breaks at both ends: round a picture or a dropped comment they mean nothing any more.
void trim_spans(std::vector<Span>& spans);

}  // namespace book
