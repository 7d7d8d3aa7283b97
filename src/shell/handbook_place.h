// shell/handbook_place.h: where the handbook and its pictures lie.
// Rule: what was asked for with --handbook wins; else the one beside the program; else the installed one.
// Used by: command_line.cpp, program.cpp, tour.cpp.
// Tests: tests/shell/handbook_place_test.cpp
#pragma once

#include <filesystem>
#include <vector>

namespace shell {

/// The folder to load; `asked` may be empty. It need not exist: loading says so then.
std::filesystem::path handbook_folder(const std::filesystem::path& asked);
/// Where the pictures of the programme in `programme_folder` are looked for: there, then beside the program, where the
/// drawings were turned into PNG.
std::vector<std::filesystem::path> picture_folders(const std::filesystem::path& programme_folder);

}  // namespace shell
