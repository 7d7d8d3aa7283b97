#include "book/word_diff.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

namespace {

std::string marked(std::string_view older, std::string_view newer) {
    book::Budget budget{1'000'000};
    return book::marked_text(older, newer, book::word_diff(older, newer, budget).changes);
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> result;
    for (const book::Stretch place : book::words_in(text)) result.emplace_back(place.of(text));
    return result;
}

// The words outside the marks are the same on both sides, in order.
void check_rest_is_equal(std::string_view older, std::string_view newer, const book::WordDiff& diff) {
    std::vector<std::string> left, right;
    std::size_t a = 0, b = 0;
    bool in_order = true;
    for (const book::WordChange& change : diff.changes) {
        in_order = in_order && change.older.begin >= a && change.newer.begin >= b &&
                   change.older.end >= change.older.begin && change.newer.end >= change.newer.begin;
        if (!in_order) break;
        for (std::string& word : words(older.substr(a, change.older.begin - a))) left.push_back(std::move(word));
        for (std::string& word : words(newer.substr(b, change.newer.begin - b))) right.push_back(std::move(word));
        a = change.older.end;
        b = change.newer.end;
    }
    REQUIRE(in_order);
    for (std::string& word : words(older.substr(a))) left.push_back(std::move(word));
    for (std::string& word : words(newer.substr(b))) right.push_back(std::move(word));
    CHECK(left == right);
}

}  // namespace

TEST_CASE("words are whole: letters of any language, hyphens, apostrophes and decimals; signs stand alone") {
    CHECK(words("Ærlig, A3-ark «så» 1,5 kg.") ==
          std::vector<std::string>{"Ærlig", ",", "A3-ark", "«", "så", "»", "1,5", "kg", "."});
    CHECK(words("hvis–så ____ kl. 10:30 - 12×3") ==
          std::vector<std::string>{"hvis", "–", "så", "____", "kl", ".", "10:30", "-", "12", "×", "3"});
    CHECK(words(" \n\t\u00A0").empty());
}

TEST_CASE("a word that was put in the place of another is marked, and nothing else") {
    CHECK(marked("Ta med kaffe hjem.", "Ta med te hjem.") == "Ta med [-kaffe-]{+te+} hjem.");
    CHECK(marked("Ti minutter.", "Tolv minutter.") == "[-Ti-]{+Tolv+} minutter.");
    CHECK(marked("Vent her", "Vent her.") == "Vent her{+.+}");
    CHECK(marked("Vent litt her", "Vent her") == "Vent [-litt-] her");
    CHECK(marked("Nei, vent", "vent") == "[-Nei,-] vent");
}

TEST_CASE("white space is no change") {
    CHECK(marked("a  b\nc", "a b c") == "a b c");
    CHECK(marked("10\u00A0min", "10 min") == "10 min");
}

TEST_CASE("a sentence that was put in is marked as a sentence") {
    CHECK(marked("Hils på alle. Sett dere.", "Hils på alle. Tenn lyset. Sett dere.") ==
          "Hils på alle. {+Tenn lyset.+} Sett dere.");
    CHECK(marked("Si det. Vent. Spør.", "Si det. Spør.") == "Si det. [-Vent.-] Spør.");
}

TEST_CASE("a lone word between two large changes goes with them, between two small ones it stays") {
    CHECK(marked("en to og tre fire", "fem seks og sju åtte") == "[-en to og tre fire-]{+fem seks og sju åtte+}");
    CHECK(marked("kaffe og kake", "te og frukt") == "[-kaffe-]{+te+} og [-kake-]{+frukt+}");
}

TEST_CASE("random texts: what is not marked is the same, and swapping the two swaps the marks") {
    std::mt19937 random(5);
    const char* const vocabulary[] = {"ro", "og", "mot", "uro", ",", ".", "å", "puste"};
    const auto text = [&] {
        std::string result;
        for (auto n = random() % 30; n > 0; --n) result += std::string(vocabulary[random() % 8]) + " ";
        return result;
    };
    for (int round = 0; round < 500; ++round) {
        const std::string older = text(), newer = text();
        INFO(older << " → " << newer);
        book::Budget budget{1'000'000};
        const book::WordDiff there = book::word_diff(older, newer, budget);
        book::WordDiff back = book::word_diff(newer, older, budget);
        check_rest_is_equal(older, newer, there);
        for (book::WordChange& change : back.changes) std::swap(change.older, change.newer);
        CHECK(there.changes == back.changes);
        CHECK(there.changes.empty() == (words(older) == words(newer)));
    }
}
