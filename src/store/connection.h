// store/connection.h: one open database file with the program's settings, and its queries prepared once.
// Rule: a connection changes nothing in the file before `accept`, so that a file which is refused stays byte for byte.
// Everything here throws SQLite::Exception; `guarded` stands around it.          Tests: tests/store/connection_test.cpp
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace store {

/// A prepared statement while it is in use; it is reset, and its values forgotten, when this goes.
class Query {
  public:
    explicit Query(SQLite::Statement& statement) : statement_(&statement) {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(const char* name, std::int64_t value);
    Query& bind(const char* name, std::string_view value);
    Query& bind_null(const char* name);

    /// Goes to the next row; false when there is none.
    bool next() { return statement_->executeStep(); }
    /// Runs a statement that gives no rows; the number of rows it changed.
    int run() { return statement_->exec(); }

    /// Columns of the row, from 0.
    std::int64_t number(int column) const;
    std::string text(int column) const;
    bool is_null(int column) const { return statement_->isColumnNull(column); }

  private:
    SQLite::Statement* statement_;
};

enum class Access : std::uint8_t {
    write,  ///< the store itself; makes the file when it is missing
    read    ///< leaves the file alone, also one on a medium that can not be written to
};

class Connection {
  public:
    Connection(const std::filesystem::path& file, Access access);
    /// A database in memory.
    Connection();

    SQLite::Database& database() { return database_; }
    /// `sql` must live as long as the connection: the embedded files do.
    Query query(std::string_view sql);

    /// The first fault that SQLite finds, or an empty text. `whole` also compares indexes and foreign keys.
    std::string check(bool whole);
    int edition();
    /// From here on the file is ours to write: turns WAL on, and lets closing tidy up.
    void accept();
    /// True when the system lets us only read the file.
    bool read_only();
    /// Takes the past out of the write-ahead log. What can not be done now is done by a later call or by closing.
    void truncate_log() noexcept;

  private:
    void set(int option, int value);

    SQLite::Database database_;
    std::map<const char*, SQLite::Statement> prepared_;
};

}  // namespace store
