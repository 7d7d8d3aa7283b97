#include "shell/speaker.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>

#include "support/path_of_our_own.h"

using shell::Speaker;
using support::runs;

namespace {

using Voices = support::PathOfOurOwn;

struct Listener {
    std::atomic<int> told = 0;
    Speaker speaker{[this] { ++told; }};
};

constexpr const char* speak = "spd-say|--wait|-l|nb|--|";

}  // namespace

TEST_CASE("a text is said as one argument, whatever is in it") {
    const Voices voices;
    voices.add("spd-say", "exit 0");
    Listener listener;
    listener.speaker.say("--cancel; $(rm -rf x) «æ» \"", words::Language::nn);
    REQUIRE(support::until([&] { return listener.told == 1; }));
    CHECK(voices.heard() == speak + std::string("--cancel; $(rm -rf x) «æ» \"|\n"));
    CHECK(listener.speaker.heard() == Speaker::Heard::ended);
    CHECK_FALSE(listener.speaker.heard());
    listener.speaker.say("Text", words::Language::en);
    REQUIRE(support::until([&] { return listener.told == 2; }));
    CHECK(voices.heard().ends_with("spd-say|--wait|-l|en|--|Text|\n"));
}

TEST_CASE("without a speech program, or with one that only fails, the voice is missing") {
    const Voices voices;
    Listener listener;
    listener.speaker.say("Tekst", words::Language::nb);
    REQUIRE(support::until([&] { return listener.told == 1; }));
    CHECK(listener.speaker.heard() == Speaker::Heard::missing);
    voices.add("spd-say", "exit 1");
    listener.speaker.say("Tekst", words::Language::nb);
    REQUIRE(support::until([&] { return listener.told == 2; }));
    CHECK(listener.speaker.heard() == Speaker::Heard::missing);
}

TEST_CASE("where one program fails the other speaks") {
    const Voices voices;
    voices.add("spd-say", "exit 1");
    voices.add("espeak-ng", "exit 0");
    Listener listener;
    listener.speaker.say("Tekst", words::Language::nb);
    REQUIRE(support::until([&] { return listener.told == 1; }));
    CHECK(listener.speaker.heard() == Speaker::Heard::ended);
    CHECK(voices.heard().ends_with("espeak-ng|-v|nb|--|Tekst|\n"));
}

TEST_CASE("stopping silences the program, what it started and the service, and is not answered") {
    const Voices voices;
    const auto id = voices.folder.path / "id", inner = voices.folder.path / "inner";
    voices.add("spd-say", "[ \"$1\" = --cancel ] && exit 0\nsleep 600 & echo $! > '" + inner.string() +
                              "'; echo $$ > '" + id.string() + "'; wait");
    Listener listener;
    listener.speaker.say("Tekst", words::Language::nb);
    REQUIRE(support::until([&] { return runs(id) && runs(inner); }));
    listener.speaker.stop();
    CHECK(support::until([&] { return voices.heard().ends_with("spd-say|--cancel|\n"); }));
    CHECK_FALSE(runs(id));
    CHECK(support::until([&] { return !runs(inner); }));
    CHECK(listener.told == 0);
    CHECK_FALSE(listener.speaker.heard());
}

TEST_CASE("a new text takes the place of the one that is being said") {
    const Voices voices;
    const auto id = voices.folder.path / "id";
    voices.add("spd-say", "case \"$5\" in Lang) echo $$ > '" + id.string() + "'; exec sleep 600;; esac");
    Listener listener;
    listener.speaker.say("Lang", words::Language::nb);
    REQUIRE(support::until([&] { return runs(id); }));
    listener.speaker.say("Kort", words::Language::nb);
    REQUIRE(support::until([&] { return listener.told == 1; }));
    CHECK_FALSE(runs(id));
    CHECK(listener.speaker.heard() == Speaker::Heard::ended);
    CHECK(voices.heard() == std::string(speak) + "Lang|\nspd-say|--cancel|\n" + speak + "Kort|\n");
}

TEST_CASE("the end of the program is the end of the voice, at once") {
    const Voices voices;
    const auto id = voices.folder.path / "id";
    voices.add("spd-say", "[ \"$1\" = --cancel ] || { echo $$ > '" + id.string() + "'; exec sleep 600; }");
    auto listener = std::make_unique<Listener>();
    listener->speaker.say("Tekst", words::Language::nb);
    REQUIRE(support::until([&] { return runs(id); }));
    listener.reset();
    CHECK_FALSE(runs(id));
}
