// shell/chime.h: a soft sound that time is up.
// Rule: never on the loop's thread and never two at a time: one that is asked for while another sounds is that one. The
// sound is made here; the machine's own program plays it (pw-play, paplay, aplay; on Windows the system itself).
// Used by: program.cpp.                                                                Tests: tests/shell/chime_test.cpp
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace shell {

/// The sound as a whole WAV file: two partials a twelfth apart that die away within 1.2 s.
std::string chime_sound();

class Chime {
  public:
    /// `ready` is called on the chime's thread when there turns out to be nothing that can play it.
    explicit Chime(std::function<void()> ready);
    ~Chime();
    Chime(const Chime&) = delete;
    Chime& operator=(const Chime&) = delete;

    void play();
    /// That nothing here can play it: told once, however often it is asked for.
    bool missing();

  private:
    void work(const std::stop_token& stop);
    bool play_now(const std::string& file, std::unique_lock<std::mutex>& lock);

    const std::function<void()> ready_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool wanted_ = false;
    bool sounding_ = false;
    bool ending_ = false;
    bool missing_ = false;
    bool told_ = false;
    int child_ = 0;                                  ///< process id of the program that plays; 0 = silence
    std::chrono::steady_clock::time_point began_{};  ///< when it did
    std::jthread worker_;                            ///< last: it uses all of the above
};

}  // namespace shell
