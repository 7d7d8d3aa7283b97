#include "book/readability.h"

#include <catch2/catch_test_macros.hpp>

#include "support.h"

namespace {

using book::Audience;
using book::readability_of;

book::Document exercise(std::string_view steps) {
    TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write(
        "nb/del-2/ovelser/a.md",
        "---\nkind: exercise\nid: a\ntitle: A\nminutes: 10\nform: [par]\nsessions: [1]\nmaterials: "
        "[]\n---\n\nInnledning "
        "til lederne.\n\n## Mål\n\n- Et mål.\n\n## Slik gjør dere\n\n" +
            std::string(steps) +
            "\n\n## På veggen\n\nDel med naboen.\n\n## Til kurslederne\n\n- Vent.\n\n## Ark\n\nSkriv ett ord.\n");
    return book::load(folder.path, "nb").documents.at(0);
}

}  // namespace

TEST_CASE("LIX is words a sentence and the share of words with more than six letters") {
    // 9 words, 2 sentences, 2 long words: 4.5 + 22.2.
    const auto found = readability_of("Vi møtes på biblioteket. Du trenger ikke si noe.");
    CHECK(found.words == 9);
    CHECK(found.sentences == 2);
    CHECK(found.long_words == 2);
    CHECK(static_cast<int>(found.lix() * 10) == 267);
    CHECK(readability_of("").lix() == 0);
}

TEST_CASE("letters are counted, not bytes: æ, ø and å are one each") {
    CHECK(readability_of("Førøyå").long_words == 0);
    CHECK(readability_of("Føroyæå").long_words == 1);
}

TEST_CASE("a full stop inside a time or a number ends no sentence; a quotation that closes does") {
    CHECK(readability_of("Kom kl. 10.30 i dag").sentences == 2);
    CHECK(readability_of("Det er 2.5 timer").sentences == 1);
    CHECK(readability_of("Si: «Velkommen hit.» Vent litt").sentences == 3);
}

TEST_CASE("what participants see is counted apart from what the leaders read") {
    const book::Document document = exercise("1. **Snakk (4 min).** Si noe.\n2. **Samle (6 min).** Hør.");
    CHECK(readability_of(document, Audience::participants).words == 6);
    CHECK(readability_of(document, Audience::leaders).words > 10);
}

TEST_CASE("the minutes of an exercise's steps are added, and nothing is guessed when one is silent") {
    CHECK(book::step_minutes(exercise("1. **Snakk (4 min).** Si «vent (1 min)».\n2. **Samle (6 min).** Hør.")) == 10);
    CHECK(book::step_minutes(exercise("1. **Snakk (4 min).** Si noe.\n2. **Samle.** Hør.")) == 0);
    CHECK(book::step_minutes(exercise("Bare prat.")) == 0);
}
