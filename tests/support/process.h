// tests/support/process.h: another program started by a test: run to its end, or kept running, spoken to and killed.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace support {

using Arguments = std::vector<std::string>;

/// The environment with some values set; an empty value takes the variable away.
inline std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& changes) {
    std::vector<std::string> result;
    for (char** one = environ; *one != nullptr; ++one) {
        const std::string entry = *one;
        bool changed = false;
        for (const auto& [name, value] : changes) changed = changed || entry.starts_with(name + "=");
        if (!changed) result.push_back(entry);
    }
    for (const auto& [name, value] : changes) {
        if (!value.empty()) result.push_back(name + "=" + value);
    }
    return result;
}

/// A program that runs while the test goes on; killed with it.
class Child {
  public:
    Child(const Arguments& arguments, const std::filesystem::path& out, const std::filesystem::path& error,
          const std::vector<std::pair<std::string, std::string>>& changes = {}) {
        std::vector<std::string> words = arguments, environment = environment_with(changes);
        std::vector<char*> argv, envp;
        for (std::string& word : words) argv.push_back(word.data());
        for (std::string& entry : environment) envp.push_back(entry.data());
        argv.push_back(nullptr);
        envp.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_addopen(&actions, 2, error.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        const int fault = posix_spawnp(&process_, argv[0], &actions, nullptr, argv.data(), envp.data());
        posix_spawn_file_actions_destroy(&actions);
        if (fault != 0) throw std::runtime_error("cannot start " + arguments.front());
    }
    ~Child() {
        if (process_ > 0) end(SIGKILL);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool running() { return process_ > 0 && !reap(WNOHANG); }
    /// The exit code; -signal when it was killed.
    int wait() {
        if (process_ > 0) reap(0);
        return code_;
    }
    int end(int signal) {
        if (process_ > 0) kill(process_, signal);
        return wait();
    }
    pid_t id() const { return process_; }

  private:
    bool reap(int flags) {
        int status = 0;
        if (waitpid(process_, &status, flags) != process_) return false;
        code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        process_ = 0;
        return true;
    }
    pid_t process_ = 0;
    int code_ = -1;
};

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

struct Finished {
    int code = -1;
    std::string out;
    std::string error;
};

/// Runs it to its end.
inline Finished run(const Arguments& arguments, const std::vector<std::pair<std::string, std::string>>& changes = {}) {
    static int number = 0;
    const std::string base = std::filesystem::temp_directory_path() /
                             ("mestring-run-" + std::to_string(getpid()) + "-" + std::to_string(++number));
    Finished result;
    {
        Child child(arguments, base + ".out", base + ".err", changes);
        result.code = child.wait();
    }
    result.out = content_of(base + ".out");
    result.error = content_of(base + ".err");
    std::filesystem::remove(base + ".out");
    std::filesystem::remove(base + ".err");
    return result;
}

/// Asks again and again until it is so, at most this long.
template <class Question>
bool until(Question&& question, std::chrono::milliseconds most = std::chrono::seconds(20)) {
    const auto end = std::chrono::steady_clock::now() + most;
    while (!question()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

}  // namespace support
