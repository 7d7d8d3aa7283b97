// shell/command_line.h: what the program was asked to do, and doing it.
// Rule: no command opens the window. A fault is one plain sentence on standard error, in the chosen language, and an
// exit code that is not 0: 1 when what was looked at has faults (compare: when the two differ), 2 when it could not be
// done. Used by: main.cpp.
// Tests: tests/shell/command_line_test.cpp
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "words/catalogue.h"

namespace shell {

enum class Task : std::uint8_t { window, check, text, compare, tour, verify, backup, restore, help };

struct CommandLine {
    Task task = Task::window;
    std::filesystem::path data;      ///< default_data_folder() when not given
    std::filesystem::path handbook;  ///< empty when not given
    std::optional<words::Language> language;
    std::filesystem::path operand;  ///< the command's own file or folder; may be empty
    std::filesystem::path second;   ///< compare: the newer edition; empty when not given
    bool figures = false;           ///< check: print what an editor wants to know of each document
    bool play_course = true;        ///< tour: play the course; `--only walls` does not
    bool every_wall = true;         ///< tour: picture every slide, exercise and aid; `--only course` does not
    std::string fault;              ///< a sentence when the arguments make no sense

    words::Catalogue words() const { return words::Catalogue(language.value_or(words::Language::nb)); }
};

CommandLine read_command_line(const std::vector<std::string>& arguments);

/// The whole program; the exit code.
int run(const std::vector<std::string>& arguments);

}  // namespace shell
