#include "session/projection.h"

#include <catch2/catch_test_macros.hpp>

using namespace session;

TEST_CASE("nothing is projected until asked") {
    CHECK(Projection{} == Projection{.visible = false, .cover = Cover::none, .frozen = false});
}

TEST_CASE("the same cover again takes it away") {
    for (const Cover cover : {Cover::black, Cover::white, Cover::calm}) {
        const Projection covered = toggled(Projection{}, cover);
        CHECK(covered.cover == cover);
        CHECK(toggled(covered, cover) == Projection{});
    }
}

TEST_CASE("another cover replaces the one that is there, but black stays until it is asked away") {
    CHECK(toggled({.cover = Cover::white}, Cover::calm).cover == Cover::calm);
    CHECK(toggled({.cover = Cover::calm}, Cover::black).cover == Cover::black);
    CHECK(toggled({.cover = Cover::black}, Cover::white).cover == Cover::black);
    CHECK(toggled({.cover = Cover::black}, Cover::calm).cover == Cover::black);
    CHECK(toggled({.cover = Cover::black}, Cover::none).cover == Cover::none);
}

TEST_CASE("a cover changes neither what is frozen nor what is visible") {
    const Projection shown{.visible = true, .frozen = true};
    CHECK(toggled(shown, Cover::black) == Projection{.visible = true, .cover = Cover::black, .frozen = true});
}

TEST_CASE("Esc takes one thing away at a time: cover, freeze, projection") {
    Projection projection{.visible = true, .cover = Cover::black, .frozen = true};
    projection = escaped(projection);
    CHECK(projection == Projection{.visible = true, .cover = Cover::none, .frozen = true});
    projection = escaped(projection);
    CHECK(projection == Projection{.visible = true});
    projection = escaped(projection);
    CHECK(projection == Projection{});
    CHECK(escaped(projection) == projection);
}
