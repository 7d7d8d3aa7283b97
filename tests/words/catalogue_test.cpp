#include "words/catalogue.h"

#include <catch2/catch_test_macros.hpp>

using words::Catalogue;
using words::Key;
using words::Language;

TEST_CASE("the three languages have the same keys and the same names in them") {
    for (const std::string& fault : words::faults()) FAIL_CHECK(fault);
    CHECK(words::key_count > 100);
}

TEST_CASE("names in a text are replaced, and a name without a value stays") {
    const Catalogue nb(Language::nb);
    CHECK(nb(Key::meeting_number, {{"n", 3}}) == "Samling 3");
    CHECK(nb(Key::meeting_number, {{"other", 3}}) == "Samling {n}");
}

TEST_CASE("a value that looks like a name is not replaced again") {
    const Catalogue nb(Language::nb);
    CHECK(nb(Key::home_continue, {{"title", "{title} {n}"}}) == "Fortsett der du slapp: {title} {n}");
}

TEST_CASE("days are written the way each language writes them") {
    const base::Date date{2026, 3, 11};
    CHECK(Catalogue(Language::nb).day(date) == "onsdag 11. mars");
    CHECK(Catalogue(Language::nn).day({2026, 3, 10}) == "tysdag 10. mars");
    CHECK(Catalogue(Language::en).short_day(date) == "11 March");
    CHECK(Catalogue(Language::nb).day({2026, 2, 31}) == "–");
}

TEST_CASE("every fault has a sentence in every language that names the file and tells the next step") {
    for (const Language language : {Language::nb, Language::nn, Language::en}) {
        const Catalogue words(language);
        for (int fault = 0; fault <= static_cast<int>(base::Fault::internal); ++fault) {
            const std::string sentence = words.sentence({static_cast<base::Fault>(fault), "kurs.sqlite", "grunn"});
            CHECK(sentence.size() > 40);
            CHECK(sentence.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("an unknown language code means Bokmål") {
    CHECK(words::language_from("nn") == Language::nn);
    CHECK(words::language_from("") == Language::nb);
    CHECK(words::language_from("sv") == Language::nb);
}

TEST_CASE("feedback is said to be without names, never anonymous") {
    for (const Language language : {Language::nb, Language::nn, Language::en}) {
        const Catalogue words(language);
        for (std::size_t key = 0; key < words::key_count; ++key) {
            const std::string& text = words[static_cast<Key>(key)];
            CHECK(text.find("nonym") == std::string::npos);
        }
    }
}
