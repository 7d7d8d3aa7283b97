#include "base/lock.h"

#include <cerrno>
#include <system_error>

#include "base/files.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace base {

#ifdef _WIN32

struct FolderLock::Handle {
    HANDLE file = INVALID_HANDLE_VALUE;
    ~Handle() { CloseHandle(file); }
};

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    auto handle = std::make_shared<Handle>();
    handle->file = CreateFileW((folder / "in-use.lock").c_str(), GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (handle->file == INVALID_HANDLE_VALUE) {
        const DWORD reason = GetLastError();
        return Error{reason == ERROR_SHARING_VIOLATION ? Fault::in_use : Fault::unwritable, to_utf8(folder),
                     std::system_category().message(static_cast<int>(reason))};
    }
    return FolderLock(std::move(handle));
}

#else

struct FolderLock::Handle {
    int file = -1;
    ~Handle() {
        if (file >= 0) ::close(file);
    }
};

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    auto handle = std::make_shared<Handle>();
    handle->file = ::open((folder / "in-use.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle->file < 0)
        return Error{errno == ENOSPC ? Fault::disk_full : Fault::unwritable, to_utf8(folder),
                     std::generic_category().message(errno)};
    if (::flock(handle->file, LOCK_EX | LOCK_NB) != 0)
        return Error{errno == EWOULDBLOCK ? Fault::in_use : Fault::unwritable, to_utf8(folder),
                     std::generic_category().message(errno)};
    return FolderLock(std::move(handle));
}

#endif

}  // namespace base
