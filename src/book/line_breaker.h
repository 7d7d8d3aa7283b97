// book/line_breaker.h: spans to pieces that are never parted, and pieces to rows that fit a width.
// Rule: words are measured once; a row breaks at a space, after a hyphen or dash between letters, and at a soft hyphen. A
// long word is parted where Parting says so, but only when the row would else be short; inside a word anywhere only when
// the word alone is wider than the row. U+00A0 never breaks; U+00AD is never drawn as it is.
// Used by: typesetter.                                                               Tests: tests/book/layout_test.cpp
#pragma once

#include <string_view>
#include <vector>

#include "book/layout.h"

namespace book {

/// What follows a piece: nothing, a space, a place to break without or with a hyphen, or the end of the row.
enum class Glue : std::uint8_t { none, space, open, soft, hard };

struct Piece {
    std::string_view text;  ///< into the span
    Font font;
    Tone tone = Tone::ink;
    std::uint8_t marks = 0;
    int link = -1;
    int footnote = -1;
    float rise = 0;
    float width = 0;  ///< with what stands free on either side of a key
    float side = 0;   ///< that, on one side: its cap is drawn there
    Glue glue = Glue::none;
    float space = 0;  ///< width of the space, for Glue::space

    bool same_setting(const Piece& other) const;
};

struct TextStyle {
    float size = 16;
    Face face = Face::regular;  ///< of plain text; bold and italic come on top
    Tone tone = Tone::ink;
    bool links = true;  ///< false: links are set as text, footnote marks left out
};

struct Row {
    std::size_t begin = 0;  ///< into the pieces
    std::size_t end = 0;
    float width = 0;
    bool hyphen = false;
};

class LineBreaker {
  public:
    explicit LineBreaker(const Measure& measure, const Parting* parting = nullptr)
        : measure_(measure), parting_(parting) {}

    /// The pieces of `spans`; they point into `spans`.
    std::vector<Piece> cut(const std::vector<Span>& spans, const TextStyle& style) const;
    /// Rows of at most `width`. `placed` gets the pieces in order; those of overlong words are parted. A compound is
    /// parted where else more than `empty` of the row's width would be left; 1 = only when it is wider than the row.
    std::vector<Row> rows(const std::vector<Piece>& pieces, float width, std::vector<Piece>& placed,
                          float empty = 0.18f) const;
    /// One line of code, its spaces kept, parted by signs where it is too long.
    std::vector<Row> code_rows(const Piece& whole, float width, std::vector<Piece>& placed) const;

    /// Width on one row without any break, of the widest word, and of the widest part when compounds are parted.
    float widest(const std::vector<Piece>& pieces) const;
    float narrowest(const std::vector<Piece>& pieces) const;
    float narrowest_parted(const std::vector<Piece>& pieces) const;

    float space(Font font) const;
    float hyphen(Font font) const { return measure_.advance(font, "-"); }

  private:
    void cut_span(const Span& span, Piece setting, std::vector<Piece>& pieces) const;
    std::vector<Piece> signs(const Piece& piece, float width) const;
    /// Where the piece may be parted: byte offsets into its text.
    const std::vector<std::uint32_t>& places(const Piece& piece) const;
    /// Splits `piece` at the last place where its front and a hyphen fit into `room`: the rest stays in it.
    bool split(Piece& piece, float room, Piece& front) const;

    struct Space {
        Font font;
        float width = 0;
    };
    const Measure& measure_;
    const Parting* parting_ = nullptr;
    mutable std::vector<std::uint32_t> places_;
    mutable std::vector<Space> spaces_;  ///< a page uses a handful of fonts
};

Face with_marks(Face plain, std::uint8_t marks);

}  // namespace book
