#include "store/make_backup.h"

#include <algorithm>

#include "base/files.h"
#include "store/dated.h"

namespace store {
namespace fs = std::filesystem;
using base::Error;
using base::Fault;
using base::Outcome;
using base::Result;

namespace {

constexpr const char* unfinished = "unfinished.new";

/// Whether two copies made by VACUUM hold the same. The counters in the header, which rise without any change of
/// content, are left out: changes (24–27), schema (40–43), validity (92–95).
bool same_content(const fs::path& a, const fs::path& b) {
    auto one = base::read_file(a);
    auto other = base::read_file(b);
    if (!one || !other || one.value().size() != other.value().size() || one.value().size() < 100) return false;
    for (std::string* bytes : {&one.value(), &other.value()})
        for (const std::size_t counter : {24U, 40U, 92U}) bytes->replace(counter, 4, 4, '\0');
    return one.value() == other.value();
}

/// Keeps the newest `keep`, and always `made`: after a clock that went wrong it need not be the newest by name.
void thin(const fs::path& folder, int keep, const fs::path& made) {
    const std::vector<Backup> all = backups(folder);
    for (std::size_t i = static_cast<std::size_t>(std::max(keep, 1)); i < all.size(); ++i) {
        std::error_code ignored;
        if (all[i].file != made) fs::remove(all[i].file, ignored);
    }
}

Result<Backup> finish(const fs::path& temporary, const fs::path& folder, base::Instant now, int keep) {
    if (auto proof = verify(temporary); !proof) return proof.error();
    if (const auto newest = backups(folder); !newest.empty() && same_content(newest.front().file, temporary)) {
        thin(folder, keep, newest.front().file);
        return newest.front();
    }
    if (auto synced = base::sync_file(temporary); !synced) return synced.error();
    const fs::path file = free_name(folder / backup_folder, backup_prefix, now);
    if (auto moved = base::move_file(temporary, file); !moved) return moved.error();
    thin(folder, keep, file);
    std::error_code ignored;
    const auto made = date_in_name(backup_prefix, base::to_utf8(file.filename()));
    return Backup{file, made.value_or(now), fs::file_size(file, ignored)};
}

/// Takes away what is left of a copy that did not become a backup, now or in an earlier run.
struct Leftover {
    fs::path file;
    explicit Leftover(fs::path path) : file(std::move(path)) { remove(); }
    ~Leftover() { remove(); }
    Leftover(const Leftover&) = delete;
    Leftover& operator=(const Leftover&) = delete;
    void remove() const {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
            fs::path path = file;
            path += suffix;
            std::error_code ignored;
            fs::remove(path, ignored);
        }
    }
};

}  // namespace

Result<Backup> make_backup(Connection& connection, const fs::path& folder, base::Instant now, int keep) {
    if (auto made = base::make_folder(folder / backup_folder); !made) return made.error();
    const fs::path temporary = folder / backup_folder / unfinished;
    const Leftover leftover(temporary);
    connection.query("VACUUM INTO :file").bind(":file", base::to_utf8(temporary)).run();
    return finish(temporary, folder, now, keep);
}

std::vector<Backup> backups(const fs::path& folder) {
    std::vector<Backup> found;
    std::error_code code;
    for (fs::directory_iterator entry(folder / backup_folder, code), end; !code && entry != end;
         entry.increment(code)) {
        const auto made = date_in_name(backup_prefix, base::to_utf8(entry->path().filename()));
        if (!made || !verify(entry->path())) continue;
        std::error_code ignored;
        found.push_back({entry->path(), *made, fs::file_size(entry->path(), ignored)});
    }
    std::sort(found.begin(), found.end(), [](const Backup& a, const Backup& b) { return a.made > b.made; });
    return found;
}

}  // namespace store
