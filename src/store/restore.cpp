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

/// The copy can be written to, whatever medium the original lies on.
Outcome durable_copy(const fs::path& from, const fs::path& to) {
    constexpr std::size_t most = std::size_t{1} << 30;  // a thousand courses stay far below
    const auto content = base::read_file(from, most);
    if (!content) return content.error();
    return base::write_file(to, content.value());
}

/// Copies rather than renames, so that at no moment the folder is without a database: an opening in between would make
/// a new one. A file that can not be read, on a failing disk, is moved as it is.
Outcome keep_aside(const fs::path& from, const fs::path& to) {
    Outcome copied = durable_copy(from, to);
    if (copied || copied.error().fault == Fault::disk_full || copied.error().fault == Fault::unwritable) return copied;
    return base::move_file(from, to);
}

/// The copy on its way in, taken away again unless it became the database.
struct Incoming {
    fs::path file;
    ~Incoming() {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
};

}  // namespace

Result<fs::path> restore(const fs::path& folder, const Backup& backup, base::Instant now) {
    const fs::path file = folder / database_name;
    return guarded(file, [&]() -> Result<fs::path> {
        if (auto made = base::make_folder(folder); !made) return made.error();
        const auto lock = base::FolderLock::take(folder);
        if (!lock) return lock.error();
        if (auto proof = verify(backup.file); !proof) return proof.error();

        const Incoming incoming{with(file, ".new")};
        if (auto copied = durable_copy(backup.file, incoming.file); !copied) return copied.error();
        if (auto proof = verify(incoming.file); !proof) return proof.error();

        const fs::path kept = free_name(folder, "mestringstreff-kept-", now);
        const bool was_there = fs::exists(file);
        if (was_there)
            if (auto outcome = keep_aside(file, kept); !outcome) return outcome.error();
        for (const char* companion : companions)
            if (fs::exists(with(file, companion)))
                if (auto outcome = keep_aside(with(file, companion), with(kept, companion)); !outcome)
                    return outcome.error();

        // A log left beside the restored file would be read into it.
        for (const char* companion : companions) fs::remove(with(file, companion));
        if (auto moved = base::move_file(incoming.file, file); !moved) return moved.error();
        return was_there ? kept : fs::path();
    });
}

}  // namespace store
