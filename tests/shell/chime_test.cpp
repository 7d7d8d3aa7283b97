#include "shell/chime.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <fstream>
#include <sstream>

#include "support/path_of_our_own.h"

using shell::Chime;
using support::PathOfOurOwn;
using support::runs;
using support::until;

namespace {

struct Listener {
    std::atomic<int> told = 0;
    Chime chime{[this] { ++told; }};
};

std::int64_t lines(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

/// The path that stands last in the latest line of a program's own notes.
std::string file_in(const std::filesystem::path& note) {
    std::string path = support::content_of(note);
    path.erase(path.find_last_not_of('\n') + 1);
    return path;
}

}  // namespace

TEST_CASE("the chime is a soft tone that begins and ends in silence") {
    const std::string wav = shell::chime_sound();
    REQUIRE(wav.size() > 44);
    CHECK(wav.starts_with("RIFF"));
    CHECK(wav.substr(8, 8) == "WAVEfmt ");
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, wav.data() + 40, 4);
    REQUIRE(bytes == wav.size() - 44);
    std::vector<std::int16_t> samples(bytes / 2);
    std::memcpy(samples.data(), wav.data() + 44, bytes);
    const auto loudest = [&](double from, double to) {
        int most = 0;
        for (auto i = static_cast<std::size_t>(from * 44100); i < static_cast<std::size_t>(to * 44100); ++i)
            most = std::max(most, std::abs(int{samples[i]}));
        return most;
    };
    CHECK(samples.size() == 52'920);
    CHECK(samples.front() == 0);
    CHECK(std::abs(int{samples.back()}) < 10);
    CHECK(loudest(0, 0.2) > 3'000);
    CHECK(loudest(0, 1.2) < 12'000);  // nowhere near as loud as it could be
    CHECK(loudest(0.9, 1.2) * 5 < loudest(0, 0.2));
    int jump = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) jump = std::max(jump, std::abs(samples[i] - samples[i - 1]));
    CHECK(jump < 2'500);  // no click
}

TEST_CASE("the sound is given as a file to the first program that can play it, and the file goes with the chime") {
    const PathOfOurOwn path;
    const auto note = path.folder.path / "file";
    path.add("pw-play", "exit 1");
    path.add("paplay",
             "cp \"$1\" '" + (path.folder.path / "heard.wav").string() + "'; echo \"$1\" > '" + note.string() + "'");
    path.add("aplay", "exit 0");
    auto listener = std::make_unique<Listener>();
    listener->chime.play();
    REQUIRE(until([&] { return !file_in(note).empty(); }));
    CHECK(path.heard().starts_with("pw-play|mestringstreff-"));
    CHECK(path.heard().find("paplay|mestringstreff-") != std::string::npos);
    CHECK(path.heard().find("aplay|-q") == std::string::npos);
    CHECK(support::content_of(path.folder.path / "heard.wav") == shell::chime_sound());
    CHECK(std::filesystem::exists(file_in(note)));
    CHECK(listener->told == 0);
    CHECK_FALSE(listener->chime.missing());
    listener.reset();
    CHECK_FALSE(std::filesystem::exists(file_in(note)));
}

TEST_CASE("where nothing can play it, that is told once and not again") {
    const PathOfOurOwn path;
    Listener listener;
    listener.chime.play();
    REQUIRE(until([&] { return listener.told == 1; }));
    CHECK(listener.chime.missing());
    CHECK_FALSE(listener.chime.missing());
    path.add("aplay", "exit 1");
    listener.chime.play();
    REQUIRE(until([&] { return lines(path.heard()) == 1; }));
    CHECK(path.heard().starts_with("aplay|-q|mestringstreff-"));
    // A third after it has been tried in full: the second has been answered by then.
    REQUIRE(until([&] {
        listener.chime.play();
        return lines(path.heard()) >= 2;
    }));
    CHECK(listener.told == 1);
    CHECK_FALSE(listener.chime.missing());
}

TEST_CASE("one at a time: what is asked for while it sounds is that sound") {
    const PathOfOurOwn path;
    const auto id = path.folder.path / "id", go_on = path.folder.path / "go-on";
    path.add("pw-play",
             "echo $$ > '" + id.string() + "'; while [ ! -e '" + go_on.string() + "' ]; do sleep 0.02; done");
    Listener listener;
    listener.chime.play();
    REQUIRE(until([&] { return runs(id); }));
    for (int i = 0; i < 20; ++i) listener.chime.play();
    std::ofstream(go_on) << "x";
    REQUIRE(until([&] { return !runs(id); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK(lines(path.heard()) == 1);
    REQUIRE(until([&] {
        listener.chime.play();
        return lines(path.heard()) >= 2;
    }));
    CHECK(listener.told == 0);
}

TEST_CASE("the end of the program is the end of the sound, at once") {
    const PathOfOurOwn path;
    const auto id = path.folder.path / "id";
    path.add("pw-play", "echo $$ > '" + id.string() + "'; exec sleep 600");
    auto listener = std::make_unique<Listener>();
    listener->chime.play();
    REQUIRE(until([&] { return runs(id); }));
    listener.reset();
    CHECK_FALSE(runs(id));
}
