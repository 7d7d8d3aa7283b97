#include "store/store.h"

#include <utility>

#include "base/files.h"
#include "store/dated.h"
#include "store/fault.h"
#include "store/header.h"
#include "store/make_backup.h"
#include "store/state.h"
#include "store_sql.h"

namespace store {
namespace fs = std::filesystem;
using base::Error;
using base::Fault;
using base::Outcome;
using base::Result;

namespace {

bool has_content(const fs::path& file) {
    std::error_code code;
    const auto size = fs::file_size(file, code);
    return !code && size > 0;
}

/// Whether this file may be opened for writing at all, as far as that shows without SQLite.
Outcome admissible(const fs::path& folder, const fs::path& file) {
    const auto header = read_header(file);
    if (!header) return header.error();
    const std::string path = base::to_utf8(file);
    if (header.value().empty) {
        // SQLite would begin anew over what was lost: a log without its database, or a file that was once more than
        // this.
        fs::path log = file;
        log += "-wal";
        if (has_content(log)) return Error{Fault::damaged, path, "empty, but there is a log that belongs to it"};
        if (header.value().there && !backups(folder).empty())
            return Error{Fault::damaged, path, "empty, but there are backups of it"};
        return base::done();
    }
    if (header.value().edition > newest_edition())
        return Error{Fault::newer, path, "edition " + std::to_string(header.value().edition)};
    if (header.value().application != 0 && header.value().application != application_id)
        return Error{Fault::damaged, path, "a database of another program"};
    return base::done();
}

bool has_tables(Connection& connection) {
    return connection.database().execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0;
}

}  // namespace

Outcome bring_up_to_date(Connection& connection, const fs::path& folder, base::Instant now,
                         std::span<const Migration> steps) {
    const std::string path = base::to_utf8(folder / database_name);
    if (connection.read_only()) return Error{Fault::unwritable, path, "the file is read-only"};
    if (std::string fault = connection.check(false); !fault.empty()) return Error{Fault::damaged, path, fault};
    // The header may be older than the log beside it, which SQLite has read by now.
    const int edition = connection.edition();
    const int newest = steps.back().edition;
    if (edition > newest) return Error{Fault::newer, path, "edition " + std::to_string(edition)};
    if (edition == 0 && has_tables(connection)) return Error{Fault::damaged, path, "a database of another program"};
    if (edition > 0) {
        const std::string missing = missing_from_schema(connection, steps);
        if (!missing.empty()) return Error{Fault::damaged, path, "missing or changed: " + missing};
    }
    if (edition > 0 && edition < newest) {
        constexpr int all = 1'000'000;
        if (auto made = make_backup(connection, folder, now, all); !made) return made.error();
    }
    connection.accept();
    if (edition < newest) migrate(connection, steps);
    return base::done();
}

Result<Store> Store::open(const fs::path& folder, base::Instant now) {
    const fs::path file = folder / database_name;
    return guarded(file, [&]() -> Result<Store> {
        if (auto made = base::make_folder(folder); !made) return made.error();
        auto lock = base::FolderLock::take(folder);
        if (!lock) return lock.error();
        if (auto outcome = admissible(folder, file); !outcome) return outcome.error();
        auto state =
            std::make_unique<State>(State{std::move(lock).value(), folder, file, Connection(file, Access::write)});
        if (auto outcome = bring_up_to_date(state->connection, folder, now, migrations()); !outcome)
            return outcome.error();
        return Store(std::move(state));
    });
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const fs::path& Store::file() const {
    return state_->file;
}

Result<std::map<std::string, std::string>> Store::settings() {
    return guarded(state_->file, [&]() -> Result<std::map<std::string, std::string>> {
        std::map<std::string, std::string> result;
        Query rows = state_->connection.query(embedded::sql_settings());
        while (rows.next()) result[rows.text(0)] = rows.text(1);
        return result;
    });
}

Outcome Store::set_setting(const std::string& key, const std::string& value) {
    return guarded(state_->file, [&]() -> Outcome {
        state_->connection.query(embedded::sql_setting_set()).bind(":key", key).bind(":value", value).run();
        return base::done();
    });
}

Result<Backup> Store::backup(base::Instant now, int keep) {
    return guarded(state_->file, [&] { return make_backup(state_->connection, state_->folder, now, keep); });
}

}  // namespace store
