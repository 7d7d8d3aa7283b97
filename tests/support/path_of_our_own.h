// tests/support/path_of_our_own.h: a PATH with nothing but programs of a test's own, which note what they are asked.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/temp_folder.h"
#include "support/process.h"

namespace support {

/// While it lives, programs are looked for in its folder alone.
struct PathOfOurOwn {
    TempFolder folder;
    std::filesystem::path noted = folder.path / "noted";
    std::string before = std::getenv("PATH");

    PathOfOurOwn() { setenv("PATH", folder.path.c_str(), 1); }
    ~PathOfOurOwn() { setenv("PATH", before.c_str(), 1); }
    PathOfOurOwn(const PathOfOurOwn&) = delete;
    PathOfOurOwn& operator=(const PathOfOurOwn&) = delete;

    /// A program that notes its name and arguments as one line, each followed by "|", and then does what it is told.
    void add(const std::string& name, const std::string& then) const {
        const auto file = folder.path / name;
        std::ofstream(file)
            << "#!/bin/sh\nPATH=/usr/bin:/bin\nfor word in \"$0\" \"$@\"; do printf '%s|' \"${word##*/}\"; "
               "done >> '" +
                   noted.string() + "'\nprintf '\\n' >> '" + noted.string() + "'\n" + then + "\n";
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }
    std::string heard() const { return content_of(noted); }
};

/// Whether the process that wrote its id into the file still runs; one that is dead and not yet buried does not.
inline bool runs(const std::filesystem::path& file) {
    std::string id = content_of(file);
    id.erase(id.find_last_not_of('\n') + 1);
    const std::string state = id.empty() ? "" : content_of("/proc/" + id + "/stat");
    return !state.empty() && state.find(") Z ") == std::string::npos;
}

}  // namespace support
