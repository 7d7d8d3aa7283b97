#include "shell/speaker.h"

#include <chrono>
#include <utility>
#include <vector>

#include "shell/helper_program.h"

#ifndef _WIN32
#include <signal.h>
#include <sys/wait.h>
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

/// The texts are Bokmål, Nynorsk and English; speech programs know one Norwegian voice, by this name.
std::string voice(words::Language language) {
    return language == words::Language::en ? "en" : "nb";
}

/// speech-dispatcher goes on speaking when the one who asked is gone.
void cancel_dispatcher(const std::stop_token& stop) {
    const pid_t child = start_helper({"spd-say", "--cancel"});
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
        const pid_t child = start_helper(program);
        if (child == 0) continue;
        const Steady::time_point began = Steady::now();
        child_ = child;
        lock.unlock();
        await_helper(child);
        lock.lock();
        child_ = 0;
        const bool well = bury_helper(child);
        if (interrupted_) {
            if (program.front() == "spd-say") {
                lock.unlock();
                cancel_dispatcher(stop);
                lock.lock();
            }
            return Heard::ended;
        }
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
