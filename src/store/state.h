// store/state.h: what an open store holds, and how an opened file is brought up to date. For the room's own files.
#pragma once

#include <filesystem>
#include <span>

#include "base/lock.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/migrations.h"
#include "store/store.h"

namespace store {

inline constexpr const char* database_name = "mestringstreff.sqlite";

struct Store::State {
    base::FolderLock lock;  // let go of last, after the connection has been closed
    std::filesystem::path folder;
    std::filesystem::path file;
    Connection connection;
};

/// Checks an opened file, refuses it untouched or takes it to the last edition of `steps`, after a backup in
/// FOLDER/backup when it held an earlier one. May throw what SQLite throws.
base::Outcome bring_up_to_date(Connection& connection, const std::filesystem::path& folder, base::Instant now,
                               std::span<const Migration> steps);

}  // namespace store
