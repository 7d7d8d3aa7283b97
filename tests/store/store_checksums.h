// tests/store/store_checksums.h: what the released migrations were when they were released. Add a line with each new
// one.
#pragma once

#include <cstdint>
#include <string_view>

/// FNV-1a of 64 bits.
inline std::uint64_t checksum(std::string_view text) {
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return sum;
}

inline constexpr std::uint64_t released[] = {
    0xe48178a1494f4820,  // 0001_initial.sql
    0xf9c3a2cc20368bb7,  // 0002_tick.sql
    0x3a353ef40b62b341,  // 0003_meetings.sql
    0xfbdfbfb7343f6d7e,  // 0004_items.sql
};
