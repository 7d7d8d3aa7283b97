// book/programme_folder.h: which folder somebody means who names a handbook.            Tests: tests/book/load_test.cpp
#pragma once

#include <filesystem>
#include <optional>

namespace book {

/// `folder` when it holds a programme.yaml, else the first below it (by name) that does; nothing when there is none.
std::optional<std::filesystem::path> programme_folder(const std::filesystem::path& folder);

}  // namespace book
