// shell/speaker.h: reads a paragraph aloud with the machine's own speech service.
// Rule: the text travels as one argument to a program of the system, never through a command line. One voice at a time:
// a new text, stop() and the end of the program silence the one before at once. Nobody waits for it.
// Linux: spd-say (speech-dispatcher), else espeak-ng. Elsewhere there is none yet: every text is answered by "missing".
// Used by: program.cpp.                                                            Tests: tests/shell/speaker_test.cpp
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "words/catalogue.h"

namespace shell {

class Speaker {
  public:
    enum class Heard : std::uint8_t {
        ended,   ///< it was said to the end
        missing  ///< there is no program that can say it, or none that did more than fail
    };

    /// `ready` is called on the speaker's thread whenever heard() has something.
    explicit Speaker(std::function<void()> ready);
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    void say(std::string text, words::Language language);
    void stop();
    /// What came of the latest text, once; nothing of one that was stopped.
    std::optional<Heard> heard();

  private:
    struct Wanted {
        std::string text;
        words::Language language = words::Language::nb;
    };
    void work(const std::stop_token& stop);
    Heard say_now(const Wanted& wanted, std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    void silence();

    const std::function<void()> ready_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<Wanted> wanted_;
    std::optional<Heard> heard_;
    int child_ = 0;             ///< process id of the program that speaks; 0 = silence
    bool interrupted_ = false;  ///< what is being said now has been stopped
    std::jthread worker_;       ///< last: it uses all of the above
};

}  // namespace shell
