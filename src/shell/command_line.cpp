#include "shell/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "base/text.h"
#include "shell/program.h"
#include "shell/tasks.h"
#include "shell/tour.h"

namespace shell {
namespace {

using words::Key;

/// The language is needed to say what is wrong with the arguments, so it is looked for before they are read.
std::string language_asked(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].starts_with("--lang=")) return arguments[i].substr(7);
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) return arguments[i + 1];
    }
    return {};
}

struct Named {
    const char* name;
    Task task;
    const char* operand;  ///< null: takes none
    bool required;
    const char* second = nullptr;  ///< one that may follow
};
constexpr Named commands[] = {
    {"check", Task::check, "DIR", false},   {"text", Task::text, "FILE.md", true},
    {"tour", Task::tour, "OUT", true},      {"verify", Task::verify, "FILE", false},
    {"backup", Task::backup, "FILE", true}, {"restore", Task::restore, "FILE", true},
    {"compare", Task::compare, "OLD", true, "NEW"},
};

/// CLI11 says what it did not expect in English sentences; the word it is about stands after the last colon.
std::string word_of(const std::string& message) {
    const auto colon = message.rfind(": ");
    return std::string(base::trimmed(colon == std::string::npos ? message : message.substr(colon + 2)));
}

int say_fault(const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return 2;
}

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& arguments) {
    CommandLine line;
    const std::string asked = language_asked(arguments);
    if (asked == "nb" || asked == "nn" || asked == "en") line.language = words::language_from(asked);
    const words::Catalogue words = line.words();

    std::string data, handbook, language, operand, second, only;
    bool help = false;
    CLI::App app;
    app.set_help_flag();
    app.add_flag("-h,--help", help);
    app.add_option("--data", data);
    app.add_option("--handbook", handbook);
    app.add_option("--lang", language);
    app.require_subcommand(0, 1);
    for (const Named& one : commands) {
        CLI::App* const command = app.add_subcommand(one.name);
        command->set_help_flag();
        command->fallthrough();
        CLI::Option* const option = command->add_option(one.operand, operand);
        if (one.required) option->required();
        if (one.second != nullptr) command->add_option(one.second, second);
        if (one.task == Task::check) command->add_flag("--figures", line.figures);
        if (one.task == Task::tour) command->add_option("--only", only);
    }
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::RequiredError& fault) {
        std::string what = fault.what();
        if (const auto is = what.find(" is required"); is != std::string::npos) what.resize(is);
        if (!help) line.fault = words(Key::shell_missing_argument, {{"what", what}});
    } catch (const CLI::ArgumentMismatch& fault) {
        line.fault = words(Key::shell_missing_argument,
                           {{"what", std::string(fault.what()).substr(0, std::string(fault.what()).find(':'))}});
    } catch (const CLI::ParseError& fault) {
        line.fault = words(Key::shell_unknown_argument, {{"what", word_of(fault.what())}});
    }
    if (line.fault.empty() && !language.empty() && !line.language)
        line.fault = words(Key::shell_unknown_language, {{"what", language}});
    if (line.fault.empty() && !only.empty() && only != "course" && only != "walls")
        line.fault = words(Key::shell_unknown_argument, {{"what", only}});
    line.play_course = only != "walls";
    line.every_wall = only != "course";
    line.data = data.empty() ? base::default_data_folder() : base::path_from_utf8(data);
    line.handbook = base::path_from_utf8(handbook);
    line.operand = base::path_from_utf8(operand);
    line.second = base::path_from_utf8(second);
    for (const Named& one : commands) {
        if (app.got_subcommand(one.name)) line.task = one.task;
    }
    if (help) line.task = Task::help;
    return line;
}

int run(const std::vector<std::string>& arguments) {
    const CommandLine line = read_command_line(arguments);
    const words::Catalogue words = line.words();
    if (!line.fault.empty()) return say_fault(line.fault);
    switch (line.task) {
        case Task::help: std::printf("%s\n", words[Key::shell_help].c_str()); return 0;
        case Task::check: return check(line);
        case Task::text: return print_text(line);
        case Task::compare: return compare(line);
        case Task::verify: return verify(line);
        case Task::backup: return backup(line);
        case Task::restore: return restore(line);
        case Task::tour: return tour(line);
        case Task::window: break;
    }
    Program program({line.data, line.handbook, line.language});
    if (const base::Outcome outcome = program.run(); !outcome) {
        return say_fault(words(Key::shell_no_window, {{"detail", outcome.error().detail}}));
    }
    return 0;
}

}  // namespace shell
