// tests/ui/planted_words.h: the shipped handbook once more, with a word planted in all of it that only the leaders are to
// read, and in nothing else. What is public is written here by its place in the files, not by asking the program.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "base/temp_folder.h"

namespace support {

inline constexpr std::string_view planted = "HEMMELIG";

/// What a document may hold for the leaders inside a part that goes to the wall; the last one runs to the next heading.
inline std::string planted_notes() {
    const std::string word(planted);
    return "\n> [!NOTE]\n> **Til kursleder.** " + word + " notat.\n\n> [!TIP]\n> " + word +
           " tips.\n\n> [!UKJENT]\n> " + word + " varsel.\n\n<!-- " + word + " merknad -->\n\nTil kursleder: " + word +
           " linje uten ramme.\n\n<details><summary>" + word + "</summary>\n\n" + word + " skjult.\n\n</details>\n\n";
}

/// One document, by its path below the language folder.
class Planter {
  public:
    explicit Planter(const std::string& path)
        : presentation_(path.find("/presentasjoner/") != std::string::npos),
          exercise_(path.find("/ovelser/") != std::string::npos),
          meeting_(path.find("/samlinger/") != std::string::npos) {}

    std::string with_secrets(const std::string& text) {
        std::istringstream lines(text);
        int fences = 0;
        for (std::string line; std::getline(lines, line);) {
            if (line == "---" && fences < 2) {
                ++fences;
                out_ += line + "\n";
            } else if (fences < 2) {
                add_front_matter(line);
            } else {
                add(line);
            }
        }
        leave_section();
        const std::string word(planted);
        if (presentation_) out_ += "\n## Til kursleder: " + word + "\n\n" + word + "\n";
        if (exercise_ || meeting_)
            for (const char* heading : {"Utstyr", "Hjemmeoppgave", "I reserve", "Til kurslederne", "Ukjent del"})
                out_ += std::string("\n## ") + heading + "\n\n" + word + "\n\n- [ ] " + word + "\n";
        return out_;
    }

  private:
    static bool starts(std::string_view line, std::string_view with) { return line.starts_with(with); }

    void add_front_matter(std::string line) {
        // What is to be fetched from the cupboard.
        if (exercise_ && starts(line, "materials: [") && line.ends_with("]"))
            line.replace(line.size() - 1, 1,
                         std::string(line.ends_with("[]") ? "" : ", ") + "\"" + std::string(planted) + "\"]");
        out_ += line + "\n";
    }

    void leave_section() {
        if (public_) out_ += planted_notes();
        public_ = false;
    }

    void add(std::string line) {
        if (starts(line, "## ")) {
            leave_section();
            public_ = presentation_ || (exercise_ && (line == "## På veggen" || line == "## On the wall"));
            alert_ = false;
            out_ += line + "\n";
            return;
        }
        if (!starts(line, ">")) alert_ = false;
        if (starts(line, "> [!")) {
            alert_ = true;
        } else if (meeting_ && starts(line, "|")) {
            // Who leads a step is for the two of them.
            if (const auto at = line.find("| begge |"); at != std::string::npos) line.replace(at, 9, "| fagperson |");
        } else if ((!public_ || alert_) && !line.empty() && line.back() != '>' && !starts(line, "|") &&
                   !starts(line, "#") && !starts(line, "!") && !starts(line, "[")) {
            line += " " + std::string(planted);
        }
        out_ += line + "\n";
    }

    bool presentation_, exercise_, meeting_;
    bool public_ = false;
    bool alert_ = false;
    std::string out_;
};

/// A copy of the handbook in `shipped`, with the word planted.
struct PlantedHandbook {
    TempFolder folder;
    std::filesystem::path path = folder.path / "book";

    explicit PlantedHandbook(const std::filesystem::path& shipped) {
        namespace fs = std::filesystem;
        fs::copy(shipped, path, fs::copy_options::recursive);
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
            if (entry.path().extension() != ".md") continue;
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            in.close();
            std::ofstream(entry.path(), std::ios::trunc) << Planter(entry.path().string()).with_secrets(text);
        }
    }
};

}  // namespace support
