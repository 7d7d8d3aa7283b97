#include "base/files.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace base {
namespace fs = std::filesystem;
namespace {

Error failed(Fault otherwise, const fs::path& path, std::error_code code) {
    Fault fault = otherwise;
    if (code == std::errc::no_space_on_device) fault = Fault::disk_full;
    if (code == std::errc::no_such_file_or_directory && otherwise == Fault::unreadable) fault = Fault::not_found;
    return {fault, to_utf8(path), code.message()};
}

std::error_code last_error() {
    return {errno, std::generic_category()};
}

}  // namespace

fs::path path_from_utf8(std::string_view text) {
    return fs::path(std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size()));
}

std::string to_utf8(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {reinterpret_cast<const char*>(text.data()), text.size()};
}

Result<std::string> read_file(const fs::path& path, std::size_t most) {
    std::error_code code;
    if (!fs::is_regular_file(path, code)) {
        std::error_code ignored;
        if (!code && fs::exists(path, ignored)) return Error{Fault::unreadable, to_utf8(path), "not a regular file"};
        return failed(Fault::unreadable, path,
                      code ? code : std::make_error_code(std::errc::no_such_file_or_directory));
    }
    const auto size = fs::file_size(path, code);
    if (code) return failed(Fault::unreadable, path, code);
    if (size > most) return Error{Fault::bad_input, to_utf8(path), "larger than " + std::to_string(most) + " bytes"};
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return failed(Fault::unreadable, path, last_error());
    std::string content(static_cast<std::size_t>(size), '\0');
    stream.read(content.data(), static_cast<std::streamsize>(size));
    if (stream.bad()) return failed(Fault::unreadable, path, last_error());
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content;
}

Outcome make_folder(const fs::path& folder) {
    std::error_code code;
    if (fs::is_directory(folder, code)) return done();
    const fs::path parent = folder.parent_path();
    if (!parent.empty() && parent != folder) {
        if (Outcome made = make_folder(parent); !made) return made;
    }
    if (fs::create_directory(folder, code)) fs::permissions(folder, fs::perms::owner_all, code);
    // "a/b/" has an empty last part, which is there as soon as "a/b" is; anything else that is no folder is in the way.
    if (std::error_code ignored; fs::is_directory(folder, ignored)) return done();
    return failed(Fault::unwritable, folder, code ? code : std::make_error_code(std::errc::not_a_directory));
}

#ifdef _WIN32

Outcome write_file(const fs::path& path, std::string_view content) {
    fs::path temporary = path;
    temporary += L".new";
    const HANDLE file =
        CreateFileW(temporary.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    const auto fail = [&](DWORD reason) -> Outcome {
        DeleteFileW(temporary.c_str());
        return failed(Fault::unwritable, path, std::error_code(static_cast<int>(reason), std::system_category()));
    };
    if (file == INVALID_HANDLE_VALUE) return fail(GetLastError());
    DWORD written = 0;
    const bool whole = WriteFile(file, content.data(), static_cast<DWORD>(content.size()), &written, nullptr) != 0 &&
                       written == content.size() && FlushFileBuffers(file) != 0;
    const DWORD reason = GetLastError();
    CloseHandle(file);
    if (!whole) return fail(reason);
    if (MoveFileExW(temporary.c_str(), path.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
        return fail(GetLastError());
    return done();
}

Outcome sync_file(const fs::path& path) {
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                    FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failed(Fault::unwritable, path,
                      std::error_code(static_cast<int>(GetLastError()), std::system_category()));
    const bool synced = FlushFileBuffers(file) != 0;
    const DWORD reason = GetLastError();
    CloseHandle(file);
    if (!synced)
        return failed(Fault::unwritable, path, std::error_code(static_cast<int>(reason), std::system_category()));
    return done();
}

Outcome move_file(const fs::path& from, const fs::path& to) {
    if (MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
        return failed(Fault::unwritable, to, std::error_code(static_cast<int>(GetLastError()), std::system_category()));
    return done();
}

fs::path default_data_folder() {
    const wchar_t* folder = _wgetenv(L"APPDATA");
    return fs::path(folder != nullptr ? folder : L".") / "Mestringstreff";
}

fs::path program_folder() {
    std::wstring name(32768, L'\0');
    name.resize(GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
    return fs::path(name).parent_path();
}

#else

namespace {

// A rename lasts only when the folder has been written too.
void sync_folder_of(const fs::path& path) {
    const fs::path parent = path.parent_path().empty() ? fs::path(".") : path.parent_path();
    if (const int folder = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

}  // namespace

Outcome write_file(const fs::path& path, std::string_view content) {
    const fs::path temporary = path.string() + ".new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return failed(Fault::unwritable, path, last_error());
    const auto fail = [&]() -> Outcome {
        const std::error_code code = last_error();
        ::close(file);
        ::unlink(temporary.c_str());
        return failed(Fault::unwritable, path, code);
    };
    for (std::size_t at = 0; at < content.size();) {
        const ssize_t written = ::write(file, content.data() + at, content.size() - at);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail();
        at += static_cast<std::size_t>(written);
    }
    if (::fsync(file) != 0) return fail();
    if (::rename(temporary.c_str(), path.c_str()) != 0) return fail();
    ::close(file);
    sync_folder_of(path);
    return done();
}

Outcome sync_file(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return failed(Fault::unreadable, path, last_error());
    const bool synced = ::fsync(file) == 0;
    const std::error_code code = last_error();
    ::close(file);
    if (!synced) return failed(Fault::unwritable, path, code);
    return done();
}

Outcome move_file(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return failed(Fault::unwritable, to, last_error());
    sync_folder_of(to);
    return done();
}

fs::path default_data_folder() {
    if (const char* folder = std::getenv("XDG_DATA_HOME"); folder != nullptr && folder[0] == '/')
        return fs::path(folder) / "mestringstreff";
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local/share/mestringstreff";
}

fs::path program_folder() {
    std::error_code code;
    const fs::path program = fs::read_symlink("/proc/self/exe", code);
    return code ? fs::path(".") : program.parent_path();
}

#endif

}  // namespace base
