// store/make_backup.h: a copy of an open database, dated, proven and in place before it counts.
//                                                                                    Tests: tests/store/backup_test.cpp
#pragma once

#include "store/connection.h"
#include "store/store.h"

namespace store {

inline constexpr const char* backup_folder = "backup";
inline constexpr const char* backup_prefix = "mestringstreff-";

/// See Store::backup. When nothing has changed since the newest one, that one is returned. May throw what SQLite
/// throws.
base::Result<Backup> make_backup(Connection& connection, const std::filesystem::path& folder, base::Instant now,
                                 int keep);

}  // namespace store
