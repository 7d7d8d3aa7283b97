// store/header.h: what a database file says of itself in its first bytes.
// Why: a file that is not ours, or of a newer edition, is to be refused before SQLite has touched it.
//                                                                                    Tests: tests/store/damage_test.cpp
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace store {

inline constexpr std::uint32_t application_id = 0x4D535452;  ///< "MSTR", as the first migration sets it

struct Header {
    bool there = false;  ///< the file exists
    bool empty = true;   ///< without content: new, or an opening that was cut off at once
    std::uint32_t application = 0;
    int edition = 0;  ///< the schema's number (SQLite's user_version)
};

/// Fault::damaged for a file that is no SQLite database at all, or that was cut short within a page. A file that is not
/// there is no error.
base::Result<Header> read_header(const std::filesystem::path& file);

}  // namespace store
