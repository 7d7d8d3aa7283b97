#include "shell/chime.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <numbers>
#include <utility>
#include <vector>

#include "shell/helper_program.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>
// After windows.h:
#include <mmsystem.h>
#else
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#endif

namespace shell {
namespace {

constexpr std::uint32_t rate = 44'100;  ///< samples a second
constexpr double length = 1.2;          ///< seconds
constexpr double attack = 0.012;        ///< seconds until it is there; without, it would click
constexpr double release = 0.08;        ///< and until it is gone at the end

struct Partial {
    double frequency;  ///< hertz
    double loudness;
    double decay;  ///< seconds to a third
};
constexpr std::array<Partial, 2> partials{{{523.25, 0.22, 0.40}, {1569.75, 0.06, 0.16}}};

double sample_at(double time) {
    double sum = 0;
    for (const Partial& one : partials)
        sum += one.loudness * std::exp(-time / one.decay) * std::sin(2 * std::numbers::pi * one.frequency * time);
    return sum * std::min(1.0, time / attack) * std::min(1.0, (length - time) / release);
}

using Steady = std::chrono::steady_clock;
/// A program that has played so long hangs.
[[maybe_unused]] constexpr std::chrono::seconds patience{5};

void put(std::string& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 255);
}

}  // namespace

std::string chime_sound() {
    constexpr auto samples = static_cast<std::uint32_t>(rate * length);
    std::string wav = "RIFF";
    put(wav, 36 + samples * 2, 4);
    wav += "WAVEfmt ";
    put(wav, 16, 4);
    put(wav, 1, 2);  // plain samples
    put(wav, 1, 2);  // one channel
    put(wav, rate, 4);
    put(wav, rate * 2, 4);
    put(wav, 2, 2);
    put(wav, 16, 2);
    wav += "data";
    put(wav, samples * 2, 4);
    for (std::uint32_t i = 0; i < samples; ++i) {
        const double value = sample_at(static_cast<double>(i) / rate);
        put(wav, static_cast<std::uint16_t>(static_cast<std::int16_t>(std::lround(value * 32'767))), 2);
    }
    return wav;
}

Chime::Chime(std::function<void()> ready)
    : ready_(std::move(ready)), worker_([this](const std::stop_token& stop) { work(stop); }) {}

void Chime::play() {
    const std::scoped_lock lock(mutex_);
    if (sounding_) {
#ifndef _WIN32
        // One that hangs gives way, and the next program is tried.
        if (child_ > 0 && Steady::now() - began_ > patience) kill(-child_, SIGKILL);
#endif
        return;
    }
    wanted_ = true;
    changed_.notify_all();
}

bool Chime::missing() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(missing_, false);
}

#ifdef _WIN32

Chime::~Chime() = default;

void Chime::work(const std::stop_token& stop) {
    const std::string sound = chime_sound();
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return wanted_; })) {
        wanted_ = false;
        sounding_ = true;
        lock.unlock();
        const bool played = PlaySoundA(sound.data(), nullptr, SND_MEMORY | SND_SYNC | SND_NODEFAULT) != 0;
        lock.lock();
        sounding_ = false;
        if (played || std::exchange(told_, true)) continue;
        missing_ = true;
        lock.unlock();
        ready_();
        lock.lock();
    }
}

#else

namespace {

/// A file for the programs that play, gone with this value.
class SoundFile {
  public:
    SoundFile() {
        std::error_code ignored;
        std::string name = std::filesystem::temp_directory_path(ignored) / "mestringstreff-XXXXXX.wav";
        const int file = mkstemps(name.data(), 4);
        if (file < 0) return;
        path_ = name;
        const std::string sound = chime_sound();
        const bool whole = write(file, sound.data(), sound.size()) == static_cast<ssize_t>(sound.size());
        close(file);
        if (!whole) remove();
    }
    ~SoundFile() { remove(); }
    SoundFile(const SoundFile&) = delete;
    SoundFile& operator=(const SoundFile&) = delete;

    /// Empty when it could not be written.
    const std::string& path() const { return path_; }

  private:
    void remove() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
        path_.clear();
    }
    std::string path_;
};

}  // namespace

Chime::~Chime() {
    worker_.request_stop();
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    if (child_ > 0) kill(-child_, SIGKILL);
}

void Chime::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    std::unique_ptr<SoundFile> file;
    while (changed_.wait(lock, stop, [this] { return wanted_; })) {
        wanted_ = false;
        sounding_ = true;
        if (file == nullptr) {
            lock.unlock();
            file = std::make_unique<SoundFile>();
            lock.lock();
        }
        const bool played = !file->path().empty() && play_now(file->path(), lock);
        sounding_ = false;
        if (played || ending_ || std::exchange(told_, true)) continue;
        missing_ = true;
        lock.unlock();
        ready_();
        lock.lock();
    }
}

bool Chime::play_now(const std::string& file, std::unique_lock<std::mutex>& lock) {
    const std::vector<std::string> programs[] = {{"pw-play", file}, {"paplay", file}, {"aplay", "-q", file}};
    for (const auto& program : programs) {
        if (ending_) return true;
        const int child = start_helper(program);
        if (child == 0) continue;
        child_ = child;
        began_ = Steady::now();
        lock.unlock();
        await_helper(child);
        lock.lock();
        child_ = 0;
        if (bury_helper(child)) return true;
    }
    return false;
}

#endif

}  // namespace shell
