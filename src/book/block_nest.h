// book/block_nest.h: the blocks of one container while they are read, and the <details> that stand open among them.
// Rule: a <details> reaches over the blocks between its two tags, never out of its container. What is not closed ends
// before the next heading of level 1 or 2, so that a forgotten tag cannot swallow the sections after it.
// Used by: markdown.cpp only.                                                 Tests: tests/book/details_test.cpp
#pragma once

#include <string_view>
#include <vector>

#include "book/html_tag.h"
#include "book/inline_text.h"
#include "book/markdown.h"

namespace book {

class BlockNest {
  public:
    /// Blocks go to `into`, comments and the lines of raw HTML to `out`. `levels`: how many <details> may stand in one
    /// another here; the tags of the next are text.
    BlockNest(std::vector<Block>& into, Markdown& out, int levels) : into_(into), out_(out), levels_(levels) {}

    /// Where the next block belongs; good until html() or finish().
    std::vector<Block>& target() { return open_.empty() ? into_ : open_.back().block.children; }
    int open_levels() const { return static_cast<int>(open_.size()); }
    /// Reads an HTML block: its comments are kept apart, its <details> and <summary> open and close, the rest is text.
    void html(std::string_view literal, int line);
    /// Closes what still stands open.
    void finish();

  private:
    struct Open {
        Block block;
        bool in_summary = false;
        bool had_summary = false;
        std::size_t summary_begin = 0;  // first child that came after <summary>
    };

    bool act_on(const Tag& tag);
    void text(std::string_view text);
    void comment(std::string_view text);
    void end_paragraph();
    void end_summary();
    void close();

    std::vector<Block>& into_;
    Markdown& out_;
    int levels_;
    std::vector<Open> open_;
    // The paragraph of raw text being read:
    SpanBuffer buffer_;
    std::uint8_t marks_ = 0;
    int line_ = 0;
    int begin_line_ = 0;
};

}  // namespace book
