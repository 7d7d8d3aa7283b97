// base/text.h: UTF-8 text.
// Rule: text inside the program is valid UTF-8; `sanitised` is the gate for everything from outside.
//                                                                                    Tests: tests/base/text_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Decodes the code point at `position` and moves past it. Broken bytes give U+FFFD, one byte at a time.
char32_t next_code_point(std::string_view text, std::size_t& position);
void append_utf8(std::string& text, char32_t code_point);
std::size_t count_code_points(std::string_view text);

/// The same text as valid UTF-8: a byte order mark is dropped, CRLF and CR become LF, broken bytes and NUL become
/// U+FFFD.
std::string sanitised(std::string_view bytes);

/// Lower case for Latin (ASCII, Latin-1, Latin Extended-A: all of Norwegian and its neighbours), without a locale.
char32_t lower(char32_t code_point);
std::string lower(std::string_view text);

std::string_view trimmed(std::string_view text);
/// Views of the lines of `text`, without their line ends.
std::vector<std::string_view> lines(std::string_view text);

/// GitHub's anchor for a heading: lower case, letters, digits, `-` and `_` kept, spaces to `-`, the rest dropped.
std::string slug(std::string_view heading);

}  // namespace base
