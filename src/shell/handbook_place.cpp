#include "shell/handbook_place.h"

#include "base/files.h"

namespace fs = std::filesystem;

namespace shell {
namespace {

std::vector<fs::path> own_folders() {
    const fs::path program = base::program_folder();
    return {program / "handbook", program.parent_path() / "share" / "mestringstreff" / "handbook"};
}

}  // namespace

fs::path handbook_folder(const fs::path& asked) {
    if (!asked.empty()) return asked;
    std::error_code code;
    for (const fs::path& folder : own_folders()) {
        if (fs::is_directory(folder, code)) return folder;
    }
    return own_folders().front();
}

std::vector<fs::path> picture_folders(const fs::path& programme_folder) {
    std::vector<fs::path> folders{programme_folder / "images"};
    for (const fs::path& folder : own_folders()) folders.push_back(folder / programme_folder.filename() / "images");
    return folders;
}

}  // namespace shell
