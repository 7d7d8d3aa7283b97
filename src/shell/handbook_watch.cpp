#include "shell/handbook_watch.h"

#ifdef __linux__
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#else
#include <condition_variable>
#include <mutex>
#endif

namespace fs = std::filesystem;

namespace shell {

#ifdef __linux__

namespace {

constexpr std::uint32_t what = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR;
constexpr int burst_is_over_after_ms = 120;

/// Watching a folder that is watched already changes nothing, so this finds the new ones too.
void watch_all(int notify, const fs::path& folder) {
    inotify_add_watch(notify, folder.c_str(), what);
    std::error_code code;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, code), end;
         at != end && !code; at.increment(code)) {
        std::error_code ignored;
        if (at->is_directory(ignored)) inotify_add_watch(notify, at->path().c_str(), what);
    }
}

/// False when the thread shall end.
bool wait_for(int notify, int wake, int milliseconds, bool& happened) {
    std::array<pollfd, 2> waits{{{notify, POLLIN, 0}, {wake, POLLIN, 0}}};
    happened = false;
    if (poll(waits.data(), waits.size(), milliseconds) < 0) return errno == EINTR;
    if (waits[1].revents != 0) return false;
    if (waits[0].revents != 0) {
        alignas(inotify_event) std::array<char, 8192> events{};
        happened = read(notify, events.data(), events.size()) > 0;
    }
    return true;
}

}  // namespace

HandbookWatch::HandbookWatch(fs::path folder, std::function<void()> changed)
    : folder_(std::move(folder)),
      changed_(std::move(changed)),
      wake_(eventfd(0, EFD_CLOEXEC)),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

HandbookWatch::~HandbookWatch() {
    worker_.request_stop();
    const std::uint64_t one = 1;
    static_cast<void>(!write(wake_, &one, sizeof one));
    worker_.join();
    close(wake_);
}

void HandbookWatch::work(const std::stop_token& stop) {
    const int notify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (notify < 0) return;
    watch_all(notify, folder_);
    bool happened = false;
    while (!stop.stop_requested() && wait_for(notify, wake_, -1, happened)) {
        if (!happened) continue;
        bool on = true;
        while (happened && on) on = wait_for(notify, wake_, burst_is_over_after_ms, happened);
        if (!on) break;
        watch_all(notify, folder_);
        changed_();
    }
    close(notify);
}

#else

HandbookWatch::HandbookWatch(fs::path folder, std::function<void()> changed)
    : folder_(std::move(folder)),
      changed_(std::move(changed)),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

HandbookWatch::~HandbookWatch() = default;

void HandbookWatch::work(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!never.wait_for(lock, stop, std::chrono::seconds(2), [&] { return stop.stop_requested(); })) changed_();
}

#endif

}  // namespace shell
