// base/files.h: files and folders, with UTF-8 paths and errors as values.
// Rule: a file is either written whole or left as it was (temporary file, sync, rename).
// Tests: tests/base/files_test.cpp
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

std::filesystem::path path_from_utf8(std::string_view text);
std::string to_utf8(const std::filesystem::path& path);

/// The whole file. More than `most` bytes is Fault::bad_input.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t most = std::size_t{64} << 20);
/// Replaces the file in one step, or leaves it untouched.
Outcome write_file(const std::filesystem::path& path, std::string_view content);

/// The folder and those above it, made where missing and open to this user only (where the system knows of that).
Outcome make_folder(const std::filesystem::path& folder);
/// Returns when the file's content would survive a power cut.
Outcome sync_file(const std::filesystem::path& file);
/// Gives `from` the name `to` in one step that survives a power cut, replacing what had it. Both lie on one device.
Outcome move_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Where courses are kept: $XDG_DATA_HOME/mestringstreff (~/.local/share/…), %APPDATA%\Mestringstreff.
std::filesystem::path default_data_folder();
/// The folder of the running program.
std::filesystem::path program_folder();

}  // namespace base
