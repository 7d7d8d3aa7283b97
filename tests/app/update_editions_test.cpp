// An older edition of the handbook beside the present one.
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

std::shared_ptr<const book::Handbook> next_book() {
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->revision += 1;
    return book;
}

World comparing() {
    World world;
    world.run(CompareWith{"  /eldre/håndbok \n"});
    return world;
}

}  // namespace

TEST_CASE("an edition is asked for by its folder, in the language that is read") {
    World world = comparing();
    REQUIRE(world.effect<LoadEdition>());
    CHECK(world.effect<LoadEdition>()->folder == "/eldre/håndbok");
    CHECK(world.effect<LoadEdition>()->newer == small_book());
    CHECK(world.effect<LoadEdition>()->language == words::Language::nb);
    CHECK(world.model.older->loading);
    world.run(EditionLoaded{"/eldre/håndbok", small_book(), nullptr});
    CHECK_FALSE(world.model.older->loading);
    CHECK_FALSE(world.model.older->failed);
    CHECK(world.model.older->book == small_book());
    world.run(CloseComparison{});
    CHECK_FALSE(world.model.older);
}

TEST_CASE("no folder at all asks for nothing") {
    World world;
    for (const std::string& folder : {std::string(), std::string(" \t\n"), std::string(5000, 'a')}) {
        world.run(CompareWith{folder});
        CHECK(world.effects.empty());
        CHECK_FALSE(world.model.older);
    }
}

TEST_CASE("a folder without a handbook is said to be that, and may be tried again") {
    World world = comparing();
    world.run(EditionLoaded{"/eldre/håndbok", nullptr, nullptr});
    CHECK(world.model.older->failed);
    CHECK_FALSE(world.model.older->loading);
    world.run(CompareWith{"/eldre/håndbok"});
    CHECK(world.effect<LoadEdition>());
    CHECK_FALSE(world.model.older->failed);
}

TEST_CASE("an answer that comes too late is left alone") {
    World world = comparing();
    world.run(CompareWith{"/annen"});
    world.run(EditionLoaded{"/eldre/håndbok", small_book(), nullptr});
    CHECK(world.model.older->loading);
    CHECK_FALSE(world.model.older->book);
    world.run(CloseComparison{});
    world.run(EditionLoaded{"/annen", small_book(), nullptr});
    CHECK_FALSE(world.model.older);
}

TEST_CASE("when our own handbook changes, it is compared again") {
    World world = comparing();
    world.run(EditionLoaded{"/eldre/håndbok", small_book(), nullptr});
    world.run(HandbookLoaded{small_book(), nullptr});
    CHECK_FALSE(world.effect<LoadEdition>());
    const auto changed = next_book();
    world.run(HandbookLoaded{changed, nullptr});
    REQUIRE(world.effect<LoadEdition>());
    CHECK(world.effect<LoadEdition>()->newer == changed);
    CHECK(world.model.older->loading);
    CHECK_FALSE(world.model.older->comparison);
    world.run(CloseComparison{});
    world.run(HandbookLoaded{small_book(), nullptr});
    CHECK(world.effects.empty());
}

TEST_CASE("a comparison that is asked for before there is a handbook waits for it") {
    World world;
    world.model.handbook.reset();
    world.run(CompareWith{"/eldre"});
    CHECK(world.effects.empty());
    CHECK(world.model.older->loading);
    world.run(HandbookLoaded{small_book(), nullptr});
    CHECK(world.effect<LoadEdition>());
}
