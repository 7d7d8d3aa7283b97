#include "store/connection.h"

#include <sqlite3.h>

#include <cctype>

#include "base/files.h"

namespace store {
namespace fs = std::filesystem;
namespace {

/// The path as the URI that SQLite wants: everything that could be read as a part of it is written in hexadecimal.
std::string uri(const fs::path& file, std::string_view parameters) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string result = "file:";
    std::string path = base::to_utf8(fs::absolute(file));
    if (!path.starts_with('/')) path.insert(path.begin(), '/');  // C:/…
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == ':' || c == '.' || c == '-' || c == '_') {
            result += c;
        } else {
            result += '%';
            result += digits[byte >> 4];
            result += digits[byte & 15];
        }
    }
    return result.append("?").append(parameters);
}

/// A file without a log beside it can be read as it lies; one with a log must be read together with it.
std::string_view reading(const fs::path& file) {
    fs::path log = file;
    log += "-wal";
    std::error_code ignored;
    return fs::exists(log, ignored) ? "mode=ro" : "mode=ro&immutable=1";
}

SQLite::Database open(const fs::path& file, Access access) {
    constexpr int patience_ms = 1000;  // for someone who looks into the file with sqlite3 at the same time
    if (access == Access::read)
        return {uri(file, reading(file)), SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience_ms};
    return {base::to_utf8(file), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patience_ms};
}

}  // namespace

Query::~Query() {
    statement_->tryReset();
    try {
        statement_->clearBindings();
    } catch (const SQLite::Exception&) {
        // Every use binds all values anew; forgetting the old ones only gives memory back.
    }
}

Query& Query::bind(const char* name, std::int64_t value) {
    statement_->bind(name, static_cast<int64_t>(value));
    return *this;
}

Query& Query::bind(const char* name, std::string_view value) {
    statement_->bind(name, std::string(value));
    return *this;
}

Query& Query::bind_null(const char* name) {
    statement_->bind(name);
    return *this;
}

std::int64_t Query::number(int column) const {
    return statement_->getColumn(column).getInt64();
}

std::string Query::text(int column) const {
    return statement_->getColumn(column).getString();
}

Connection::Connection(const fs::path& file, Access access) : database_(open(file, access)) {
    set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    set(SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    database_.exec(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;"
        // Nothing of a course is written to a folder for temporary files.
        "PRAGMA temp_store = MEMORY;");
}

Connection::Connection() : database_(":memory:", SQLite::OPEN_READWRITE) {}

Query Connection::query(std::string_view sql) {
    const auto found = prepared_.find(sql.data());
    if (found != prepared_.end()) return Query(found->second);
    return Query(prepared_.emplace(sql.data(), SQLite::Statement(database_, std::string(sql))).first->second);
}

std::string Connection::check(bool whole) {
    SQLite::Statement integrity(database_, whole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
    if (!integrity.executeStep()) return "the integrity check gave no answer";
    if (std::string answer = integrity.getColumn(0).getString(); answer != "ok") return answer;
    if (!whole) return {};
    SQLite::Statement keys(database_, "PRAGMA foreign_key_check");
    if (keys.executeStep()) return "a row of " + keys.getColumn(0).getString() + " belongs to nothing";
    return {};
}

int Connection::edition() {
    return database_.execAndGet("PRAGMA user_version").getInt();
}

void Connection::accept() {
    database_.exec("PRAGMA journal_mode = WAL");
    set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0);
}

bool Connection::read_only() {
    return sqlite3_db_readonly(database_.getHandle(), "main") == 1;
}

void Connection::truncate_log() noexcept {
    database_.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
}

void Connection::set(int option, int value) {
    database_.check(sqlite3_db_config(database_.getHandle(), option, value, nullptr));
}

}  // namespace store
