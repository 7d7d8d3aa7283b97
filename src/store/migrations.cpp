#include "store/migrations.h"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <map>

#include "store_sql.h"

namespace store {
namespace {

using Schema = std::map<std::string, std::string>;

Schema schema_of(Connection& connection) {
    Schema schema;
    SQLite::Statement rows(connection.database(),
                           "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (rows.executeStep()) schema[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    return schema;
}

}  // namespace

std::span<const Migration> migrations() {
    static const std::array list{Migration{1, embedded::sql_0001_initial()}, Migration{2, embedded::sql_0002_tick()},
                                 Migration{3, embedded::sql_0003_meetings()}, Migration{4, embedded::sql_0004_items()}};
    return list;
}

int newest_edition() {
    return migrations().back().edition;
}

void migrate(Connection& connection, std::span<const Migration> steps) {
    SQLite::Database& database = connection.database();
    const int from = connection.edition();
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::EXCLUSIVE);
    for (const Migration& step : steps) {
        if (step.edition <= from) continue;
        database.exec(std::string(step.sql));
        database.exec("PRAGMA user_version = " + std::to_string(step.edition));
    }
    SQLite::Statement keys(database, "PRAGMA foreign_key_check");
    if (keys.executeStep()) throw SQLite::Exception("a migration leaves rows that belong to nothing");
    keys.reset();
    transaction.commit();
}

std::string missing_from_schema(Connection& connection, std::span<const Migration> steps) {
    const int edition = connection.edition();
    Connection fresh;
    for (const Migration& step : steps)
        if (step.edition <= edition) fresh.database().exec(std::string(step.sql));
    const Schema found = schema_of(connection);
    for (const auto& [name, sql] : schema_of(fresh)) {
        const auto same = found.find(name);
        if (same == found.end() || same->second != sql) return name;
    }
    return {};
}

}  // namespace store
