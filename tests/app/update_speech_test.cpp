// A paragraph read aloud.
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

World reading() {
    World world;
    world.run(OpenDocument{"teori", ""});
    return world;
}

}  // namespace

TEST_CASE("a text is said, and stopped") {
    World world = reading();
    world.run(ReadAloud{" Litt teori.\n\tMer. "});
    REQUIRE(world.effect<Speak>());
    CHECK(world.effect<Speak>()->text == "Litt teori.  Mer.");
    CHECK(world.effect<Speak>()->language == words::Language::nb);
    CHECK(world.model.speaking);
    world.run(StopReadingAloud{});
    CHECK(world.effect<StopSpeaking>());
    CHECK_FALSE(world.model.speaking);
    world.run(StopReadingAloud{});
    CHECK(world.effects.empty());
}

TEST_CASE("a text that is read to its end is over without a word") {
    World world = reading();
    world.run(ReadAloud{"Teori."});
    world.run(SpeechEnded{});
    CHECK_FALSE(world.model.speaking);
    CHECK(world.model.notices.empty());
}

TEST_CASE("a machine without a voice is told of") {
    World world = reading();
    world.run(ReadAloud{"Teori."});
    world.run(SpeechMissing{});
    CHECK_FALSE(world.model.speaking);
    CHECK(world.says(words::Key::notice_speech_missing));
}

TEST_CASE("what no voice can say is not sent to it, and what is too long is cut between two signs") {
    World world = reading();
    for (const char* nothing : {"", "  ", "\n\t"}) {
        world.run(ReadAloud{nothing});
        CHECK(world.effects.empty());
        CHECK_FALSE(world.model.speaking);
    }
    std::string text = "a";
    for (int i = 0; i < 4000; ++i) text += "ø";
    world.run(ReadAloud{text});
    REQUIRE(world.effect<Speak>());
    CHECK(world.effect<Speak>()->text.size() == 4999);
    CHECK(world.effect<Speak>()->text.ends_with("ø"));
}

TEST_CASE("a text that is not translated is read in the language it stands in") {
    World world = reading();
    world.model.settings.language = words::Language::en;
    world.run(ReadAloud{"Teori."});
    CHECK(world.effect<Speak>()->language == words::Language::nb);
    world.model.reader.here.document = "borte.md";
    world.run(ReadAloud{"Theory."});
    CHECK(world.effect<Speak>()->language == words::Language::en);
}

TEST_CASE("leaving the handbook silences the voice") {
    World world = reading();
    world.run(ReadAloud{"Teori."});
    world.run(OpenDocument{"om-kurset", ""});
    CHECK(world.model.speaking);
    world.run(StartMeeting{1, 1});
    CHECK(world.effect<StopSpeaking>());
    CHECK_FALSE(world.model.speaking);
}
