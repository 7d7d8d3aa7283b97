#include "shell/hidden_screen.h"

#include <cstdlib>
#include <string>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <vector>

extern char** environ;
#endif

namespace shell {

#ifdef _WIN32

base::Result<HiddenScreen> HiddenScreen::start() {
    return HiddenScreen(0);
}
HiddenScreen::~HiddenScreen() = default;

#else

namespace {

constexpr int patience_ms = 10'000;

bool set(const char* name) {
    const char* const value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

/// The number that Xvfb writes when it is ready; empty when it ends or keeps silent.
std::string display_number(int pipe) {
    std::string number;
    pollfd wait{pipe, POLLIN, 0};
    char letter = 0;
    while (poll(&wait, 1, patience_ms) > 0 && read(pipe, &letter, 1) == 1 && letter != '\n') number += letter;
    return letter == '\n' ? number : std::string();
}

}  // namespace

base::Result<HiddenScreen> HiddenScreen::start() {
    // Software drawing gives the same pixels on every machine with the same Mesa.
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    if (set("DISPLAY")) return HiddenScreen(0);

    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return base::Error{base::Fault::internal, {}, "no pipe"};
    std::vector<std::string> words{"Xvfb",      "-displayfd", "3",    "-screen", "0",         "640x480x24",
                                   "-nolisten", "tcp",        "-dpi", "96",      "-terminate"};
    const std::string program = words.front();
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 3);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int fault = posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (fault != 0) {
        close(ends[0]);
        return base::Error{base::Fault::not_found, program, std::generic_category().message(fault)};
    }
    HiddenScreen started(child);
    const std::string number = display_number(ends[0]);
    close(ends[0]);
    if (number.empty()) return base::Error{base::Fault::internal, program, "it did not start"};
    setenv("DISPLAY", (":" + number).c_str(), 1);
    return started;
}

HiddenScreen::~HiddenScreen() {
    if (process_ == 0) return;
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
    unsetenv("DISPLAY");
}

#endif

HiddenScreen::HiddenScreen(HiddenScreen&& other) noexcept : process_(std::exchange(other.process_, 0)) {}

}  // namespace shell
