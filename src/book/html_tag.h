// book/html_tag.h: the few HTML tags that mean something in the handbook; every other tag is shown as the text it is.
// Rule: attributes are never kept, except whether a <details> is open.
// Used by: inline_text.cpp, block_nest.cpp.                                   Tests: tests/book/details_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "book/document.h"

namespace book {

struct Tag {
    enum class Name : std::uint8_t { line_break, key, sub, super, details, summary };
    Name name = Name::line_break;
    bool closing = false;
    bool open = false;       ///< has the attribute `open`
    std::size_t length = 0;  ///< bytes, from `<` to `>`
};

/// The tag that `text` begins with, or nothing when it is no tag or one without a meaning here.
std::optional<Tag> tag_at(std::string_view text);
/// The mark of a key, a sub- or a superscript; 0 for the other tags.
std::uint8_t mark_of(Tag::Name name);

}  // namespace book
