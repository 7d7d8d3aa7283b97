// store/dated.h: file names that carry the moment they were made, in UTC, so that they sort and mean the same anywhere.
//                                                                                    Tests: tests/store/backup_test.cpp
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace store {

/// "mestringstreff-2026-11-21-181502.sqlite" for the prefix "mestringstreff-".
std::string dated_name(std::string_view prefix, base::Instant made);
/// The moment in such a name; nothing when it is another kind of name.
std::optional<base::Instant> date_in_name(std::string_view prefix, std::string_view name);

/// A name in `folder` that is free, at `made` or the first second after it.
std::filesystem::path free_name(const std::filesystem::path& folder, std::string_view prefix, base::Instant made);

}  // namespace store
