#include "base/files.h"
#include "base/lock.h"
#include "store/dated.h"
#include "store/fault.h"
#include "store/state.h"

namespace store {
namespace fs = std::filesystem;
using base::Error;
using base::Fault;
using base::Outcome;
using base::Result;

namespace {

constexpr const char* companions[] = {"-wal", "-shm", "-journal"};

fs::path with(const fs::path& file, const char* suffix) {
    fs::path path = file;
    path += suffix;
    return path;
}

Outcome durable_copy(const fs::path& from, const fs::path& to) {
    std::error_code code;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, code);
    if (code) {
        std::error_code ignored;
        fs::remove(to, ignored);
        return Error{code == std::errc::no_space_on_device ? Fault::disk_full : Fault::unwritable, base::to_utf8(to), code.message()};
    }
    // A backup may come from a medium that can only be read; the database is to be written.
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, fs::perm_options::add, code);
    return base::sync_file(to);
}

/// Copies rather than renames, so that at no moment the folder is without a database: an opening in between would make a
/// new one. A file that can not be read whole, on a failing disk, is moved as it is.
Outcome keep_aside(const fs::path& from, const fs::path& to) {
    Outcome copied = durable_copy(from, to);
    if (copied || copied.error().fault == Fault::disk_full) return copied;
    return base::move_file(from, to);
}

}  // namespace

Result<fs::path> restore(const fs::path& folder, const Backup& backup, base::Instant now) {
    const fs::path file = folder / database_name;
    return guarded(file, [&]() -> Result<fs::path> {
        if (auto made = base::make_folder(folder); !made) return made.error();
        const auto lock = base::FolderLock::take(folder);
        if (!lock) return lock.error();
        if (auto proof = verify(backup.file); !proof) return proof.error();

        const fs::path fresh = with(file, ".new");
        if (auto copied = durable_copy(backup.file, fresh); !copied) return copied.error();
        if (auto proof = verify(fresh); !proof) return proof.error();

        const fs::path kept = free_name(folder, "mestringstreff-kept-", now);
        const bool was_there = fs::exists(file);
        if (was_there)
            if (auto outcome = keep_aside(file, kept); !outcome) return outcome.error();
        for (const char* companion : companions)
            if (fs::exists(with(file, companion)))
                if (auto outcome = keep_aside(with(file, companion), with(kept, companion)); !outcome) return outcome.error();

        // A log left beside the restored file would be read into it.
        for (const char* companion : companions) fs::remove(with(file, companion));
        if (auto moved = base::move_file(fresh, file); !moved) return moved.error();
        return was_there ? kept : fs::path();
    });
}

}  // namespace store
