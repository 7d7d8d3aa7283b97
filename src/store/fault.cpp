#include "store/fault.h"

#include <sqlite3.h>

namespace store {

using base::Fault;

Fault fault_of(int code) {
    switch (code) {
        case SQLITE_IOERR_READ:
        case SQLITE_IOERR_ACCESS: return Fault::unreadable;
        case SQLITE_IOERR_SHORT_READ:
        case SQLITE_IOERR_CORRUPTFS:
        case SQLITE_IOERR_DATA: return Fault::damaged;
        default: break;
    }
    switch (code & 0xFF) {
        case SQLITE_FULL: return Fault::disk_full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT: return Fault::damaged;
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_IOERR: return Fault::unwritable;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::in_use;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG: return Fault::bad_input;
        default: return Fault::internal;
    }
}

base::Error to_error(const SQLite::Exception& exception, const std::filesystem::path& file) {
    const int extended = exception.getExtendedErrorCode();
    Fault fault = fault_of(extended > 0 ? extended : exception.getErrorCode());
    // A journal that can not be made on a full device is "unable to open" to SQLite.
    if (fault == Fault::unwritable) {
        std::error_code code;
        const auto space = std::filesystem::space(file.parent_path(), code);
        constexpr std::uintmax_t too_little = 64 << 10;
        if (!code && space.available < too_little) fault = Fault::disk_full;
    }
    return {fault, base::to_utf8(file), exception.what()};
}

}  // namespace store
