#include "book/programme_folder.h"

#include <algorithm>
#include <vector>

namespace fs = std::filesystem;

namespace book {

std::optional<fs::path> programme_folder(const fs::path& folder) {
    std::error_code code;
    const auto is_one = [&](const fs::path& path) { return fs::is_regular_file(path / "programme.yaml", code); };
    if (is_one(folder)) return folder;
    std::vector<fs::path> found;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        if (is_one(at->path())) found.push_back(at->path());
    if (found.empty()) return std::nullopt;
    return *std::min_element(found.begin(), found.end());
}

}  // namespace book
