// book/stretch.h: a part of a text, in bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace book {

/// Bytes [begin, end) of a text.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin == end; }
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    bool operator==(const Stretch&) const = default;
};

}  // namespace book
