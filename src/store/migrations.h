// store/migrations.h: the editions of the file, and the way from one to the next.
// Rule: forward only; all steps in one exclusive transaction, so a file is at one edition or another, never between.
// Tests: tests/store/migrations_test.cpp
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"

namespace store {

/// The step to an edition from the one before it.
struct Migration {
    int edition = 0;
    std::string_view sql;
};

/// Those of migrations/*.sql, in order, from edition 1.
std::span<const Migration> migrations();
int newest_edition();

/// Takes the file from its edition to the last of `steps`. Throws SQLite::Exception, and then nothing has changed.
void migrate(Connection& connection, std::span<const Migration> steps);

/// Empty when the file has every table, view, index and trigger that `steps` make up to its edition; else names one
/// that is missing or different. More than those may be there: someone's own view harms nobody.
std::string missing_from_schema(Connection& connection, std::span<const Migration> steps);

}  // namespace store
