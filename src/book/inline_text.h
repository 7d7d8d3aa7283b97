// book/inline_text.h: the inside of one paragraph, heading or cell, from the parser's nodes to spans and pictures.
// Rule: walks without recursion, so that nesting costs no stack.                     Used by: markdown.cpp, block_nest.cpp
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "book/markdown.h"

struct cmark_node;

namespace book {

/// Spans while they are read. Its memory serves the next ones, and what is taken has just the room that it needs: most
/// of a document is here.
class SpanBuffer {
  public:
    bool empty() const { return used_ == 0; }
    /// Nothing yet, or a hard line break last.
    bool at_line_start() const { return empty() || spans_[used_ - 1].text == "\n"; }

    /// Joined to the last span when it is set in the same way. Control signs are dropped.
    void text(std::string_view text, std::uint8_t marks, int link);
    void line_break();
    /// The mark that refers to a footnote (an index).
    void reference(int footnote);
    /// What has been read, without the spaces and breaks at both ends: round a picture or a dropped comment they mean
    /// nothing any more. Empty again afterwards.
    std::vector<Span> take();

  private:
    Span& next();

    std::vector<Span> spans_;  ///< the first `used_` count; the strings of the rest are kept for their room
    std::size_t used_ = 0;
};

/// A stretch of spans, or one picture between them.
struct Inline {
    std::vector<Span> spans;
    std::unique_ptr<Block> picture;  ///< apart, since a block is large and pictures are few
};

/// Reads what stands in one node after the other. Links and comments found are added to `out`.
class InlineReader {
  public:
    InlineReader(Markdown& out, const std::map<cmark_node*, int>& footnotes) : out_(out), footnotes_(footnotes) {}

    /// The children of `parent` from `first` on, which begin on `line`; never an empty piece. Good until the next call.
    std::vector<Inline>& pieces(cmark_node* parent, cmark_node* first, int line);
    /// All children as one run, for places that can hold no picture: its alternative text stands instead.
    std::vector<Span> spans(cmark_node* parent, int line);

  private:
    void read(cmark_node* parent, cmark_node* first, int line);
    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void add(std::string_view text, std::uint8_t marks);
    void text(std::string_view text);
    void line_break(bool hard);
    void html(std::string_view tag);
    void open_link(cmark_node* node);
    void open_image(cmark_node* node);
    void close_image();
    void flush();
    std::uint8_t marks() const;
    int link() const { return links_.empty() ? -1 : links_.back(); }

    Markdown& out_;
    const std::map<cmark_node*, int>& footnotes_;
    int line_ = 0;
    bool with_pictures_ = false;
    std::vector<Inline> pieces_;
    SpanBuffer buffer_;
    std::vector<int> links_;
    std::unique_ptr<Block> picture_;
    std::string alt_;
    int bold_ = 0, italic_ = 0, strike_ = 0, images_ = 0;
    std::uint8_t html_marks_ = 0;
};

}  // namespace book
