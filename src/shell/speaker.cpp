#include "shell/speaker.h"

#include <cerrno>
#include <chrono>
#include <utility>
#include <vector>

#ifndef _WIN32
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;
#endif

namespace shell {

Speaker::Speaker(std::function<void()> ready)
    : ready_(std::move(ready)), worker_([this](const std::stop_token& stop) { work(stop); }) {}

Speaker::~Speaker() {
    worker_.request_stop();
    stop();
}

void Speaker::say(std::string text, words::Language language) {
    const std::scoped_lock lock(mutex_);
    silence();
    wanted_ = Wanted{std::move(text), language};
    changed_.notify_all();
}

void Speaker::stop() {
    const std::scoped_lock lock(mutex_);
    silence();
    changed_.notify_all();
}

std::optional<Speaker::Heard> Speaker::heard() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(heard_, std::nullopt);
}

void Speaker::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
        const Wanted wanted = *std::exchange(wanted_, std::nullopt);
        interrupted_ = false;
        const Heard heard = say_now(wanted, lock, stop);
        if (interrupted_) continue;
        heard_ = heard;
        lock.unlock();
        ready_();
        lock.lock();
    }
}

#ifdef _WIN32

// Windows speaks through SAPI, which is not used yet: the leaders are told that there is no voice.
Speaker::Heard Speaker::say_now(const Wanted&, std::unique_lock<std::mutex>&, const std::stop_token&) {
    return Heard::missing;
}

void Speaker::silence() {
    wanted_.reset();
    heard_.reset();
    interrupted_ = true;
}

#else

namespace {

using Steady = std::chrono::steady_clock;

/// A program that fails sooner than this has said nothing.
constexpr std::chrono::seconds at_once{3};
/// How long the speech service may take to fall silent.
constexpr std::chrono::seconds cancelling{2};
constexpr std::chrono::milliseconds look_again{10};

/// The process id, or 0 when there is no such program. Its own group, so that what it starts ends with it.
pid_t start(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int stream : {0, 1, 2}) posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = 0;
    const int fault = posix_spawnp(&child, arguments.front(), &files, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return fault == 0 ? child : 0;
}

/// The texts are Bokmål, Nynorsk and English; speech programs know one Norwegian voice, by this name.
std::string voice(words::Language language) {
    return language == words::Language::en ? "en" : "nb";
}

/// speech-dispatcher goes on speaking when the one who asked is gone.
void cancel_dispatcher(const std::stop_token& stop) {
    const pid_t child = start({"spd-say", "--cancel"});
    if (child == 0) return;
    const Steady::time_point until = Steady::now() + cancelling;
    while (waitpid(child, nullptr, WNOHANG) == 0) {
        if (stop.stop_requested()) return;  // the program ends, and the system takes over the child
        if (Steady::now() > until) kill(-child, SIGKILL);
        std::this_thread::sleep_for(look_again);
    }
}

}  // namespace

Speaker::Heard Speaker::say_now(const Wanted& wanted, std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
    const std::string language = voice(wanted.language);
    const std::vector<std::string> programs[] = {{"spd-say", "--wait", "-l", language, "--", wanted.text},
                                                 {"espeak-ng", "-v", language, "--", wanted.text}};
    for (const auto& program : programs) {
        const pid_t child = start(program);
        if (child == 0) continue;
        const Steady::time_point began = Steady::now();
        child_ = child;
        lock.unlock();
        // It is looked at before it is taken away: its number cannot become another's while silence() may use it.
        siginfo_t info{};
        while (waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
        }
        lock.lock();
        child_ = 0;
        int status = 0;
        const bool known = waitpid(child, &status, 0) == child;
        if (interrupted_) {
            if (program.front() == "spd-say") {
                lock.unlock();
                cancel_dispatcher(stop);
                lock.lock();
            }
            return Heard::ended;
        }
        const bool well = !known || (WIFEXITED(status) && WEXITSTATUS(status) == 0);
        if (well || Steady::now() - began > at_once) return Heard::ended;
    }
    return Heard::missing;
}

void Speaker::silence() {
    wanted_.reset();
    heard_.reset();
    interrupted_ = true;
    if (child_ > 0) kill(-child_, SIGKILL);
}

#endif

}  // namespace shell
