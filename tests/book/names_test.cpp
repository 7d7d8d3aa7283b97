#include <catch2/catch_test_macros.hpp>

#include "base/text.h"
#include "book/handbook.h"
#include "book/names.h"
#include "support.h"

namespace {

std::vector<std::string> found(const std::vector<book::Name>& names, std::string_view query, int most = 20) {
    std::vector<std::string> texts;
    for (const book::FoundName& each : book::Names(names).find(query, most))
        texts.push_back(names.at(static_cast<std::size_t>(each.index)).text);
    return texts;
}

std::string first(const std::vector<book::Name>& names, std::string_view query) {
    const auto texts = found(names, query);
    return texts.empty() ? "" : texts.front();
}

const std::vector<book::Name> some = {{"Stressbøtta", "E07"},
                                      {"Stress, kropp og ro", "samling 3"},
                                      {"Energi, verdier og hverdagsbalanse", "samling 5"},
                                      {"Mestring og stress", "1.9"},
                                      {"Å si nei – og be om hjelp", "E17"},
                                      {"Åndedrettsanker", "E12"},
                                      {"Grupperegler, taushet og personvern", "1.10"},
                                      {"Skala 0–10", "E01"}};

std::vector<book::Name> shipped() {
    std::vector<book::Name> names;
    for (const book::Document& document : book::load(HANDBOOK, "nb").documents)
        names.push_back({document.title, book::number_of(document)});
    return names;
}

/// The word with one slip of each sort at each place.
std::vector<std::string> with_slips(const std::string& word) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < word.size(); base::next_code_point(word, i)) at.push_back(i);
    at.push_back(word.size());
    std::vector<std::string> all;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const std::string before = word.substr(0, at[i]), here = word.substr(at[i], at[i + 1] - at[i]),
                          after = word.substr(at[i + 1]);
        all.push_back(before + after);
        for (const char* letter : {"e", "x", "ø"}) {
            all.push_back(before + letter + after);
            all.push_back(before + letter + here + after);
        }
        if (i + 2 < at.size()) {
            const std::string next = word.substr(at[i + 1], at[i + 2] - at[i + 1]);
            all.push_back(before + next + here + word.substr(at[i + 2]));
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a name is found by the beginning of its words, in any order") {
    CHECK(first(some, "stressb") == "Stressbøtta");
    CHECK(first(some, "ro stress") == "Stress, kropp og ro");
    CHECK(first(some, "hverdag energi") == "Energi, verdier og hverdagsbalanse");
    CHECK(first(some, "bøtta") == "Stressbøtta");
    CHECK(found(some, "stress nei").empty());
    CHECK(found(some, "").empty());
    CHECK(found(some, " –,. ").empty());
    CHECK(found(some, "stress", 2).size() == 2);
    CHECK(found(some, "stress", 0).empty());
    CHECK(book::Names().find("a").empty());
}

TEST_CASE("å, aa and a are the same in a name") {
    for (const char* query : {"åndedrett", "aandedrett", "andedrett", "ÅNDEDRETT"})
        CHECK(first(some, query) == "Åndedrettsanker");
    CHECK(first(some, "stressboetta") == "Stressbøtta");
}

TEST_CASE("a code finds what it stands for first") {
    CHECK(first(some, "E07") == "Stressbøtta");
    CHECK(first(some, "e7") == "Stressbøtta");
    CHECK(first(some, "E01") == "Skala 0–10");
    CHECK(first(some, "1.9") == "Mestring og stress");
    CHECK(first(some, "1.10") == "Grupperegler, taushet og personvern");
    CHECK(first(some, "samling 3") == "Stress, kropp og ro");
    CHECK(found(some, "E99").empty());
}

TEST_CASE("slips are counted: one a letter too much, too few, wrong or in the other's place") {
    CHECK(book::slips("stress", "stress", 1).word == 0);
    CHECK(book::slips("stess", "stress", 1).word == 1);
    CHECK(book::slips("strress", "stress", 1).word == 1);
    CHECK(book::slips("strass", "stress", 1).word == 1);
    CHECK(book::slips("srtess", "stress", 1).word == 1);
    CHECK(book::slips("srtesx", "stress", 2).word == 2);
    CHECK(book::slips("srtesx", "stress", 1).word == 2);
    CHECK(book::slips("xxxxxx", "stress", 2).word == 3);
    CHECK(book::slips("strss", "stressbotta", 1).beginning == 1);
    CHECK(book::slips("strss", "stressbotta", 1).word == 2);
    CHECK(book::slips("abcdefghij", "abc", 2).beginning == 3);
    CHECK(book::slips("abc", "", 2).beginning == 3);
    CHECK(book::slips(std::string(48, 'a'), std::string(9000, 'a'), 2).beginning == 0);
}

TEST_CASE("short words and codes forgive nothing, longer ones one slip or two") {
    const std::vector<book::Name> names = {{"Ro", ""}, {"Fire", ""}, {"Personvern", ""}};
    CHECK(found(names, "rå").empty());
    CHECK(first(names, "firw") == "Fire");
    CHECK(found(names, "fxrw").empty());
    CHECK(first(names, "persnovren") == "Personvern");
    CHECK(found(names, "xersnovren").empty());
}

TEST_CASE("what was met is marked as whole words of the name") {
    const auto hit = book::Names(some).find("aandedret").at(0);
    REQUIRE(hit.marks.size() == 1);
    CHECK(hit.marks[0] == book::Stretch{0, std::string("Åndedrettsanker").size()});
    const auto code = book::Names(some).find("samling 3").at(0);
    CHECK(code.marks.empty());
    CHECK(code.more_marks == std::vector<book::Stretch>{{0, 7}, {8, 9}});
    const auto two = book::Names(some).find("kropp stress").at(0);
    CHECK(two.marks == std::vector<book::Stretch>{{0, 6}, {8, 13}});
}

TEST_CASE("an exact name always comes first, for every document of the handbook") {
    const std::vector<book::Name> names = shipped();
    REQUIRE(names.size() > 80);
    const book::Names finder(names);
    for (const book::Name& name : names) {
        INFO(name.text);
        const auto hits = finder.find(name.text);
        REQUIRE_FALSE(hits.empty());
        CHECK(names.at(static_cast<std::size_t>(hits[0].index)).text == name.text);
        if (name.more.empty()) continue;
        INFO(name.more);
        CHECK(names.at(static_cast<std::size_t>(finder.find(name.more).at(0).index)).more == name.more);
    }
}

TEST_CASE("one slip in a longer word of a title still finds the document, tried on every title") {
    const std::vector<book::Name> names = shipped();
    const book::Names finder(names);
    int tried = 0;
    for (const book::Name& name : names) {
        for (book::WordReader reader(name.text); reader.next();) {
            if (base::count_code_points(reader.word()) < 5) continue;
            const auto [begin, end] = reader.place();
            for (const std::string& slip : with_slips(reader.word())) {
                const std::string query = name.text.substr(0, begin) + slip + name.text.substr(end);
                bool there = false;
                for (const book::FoundName& hit : finder.find(query, 5))
                    there = there || names.at(static_cast<std::size_t>(hit.index)).text == name.text;
                if (!there) FAIL_CHECK(name.text << ": " << query);
                ++tried;
            }
        }
    }
    CHECK(tried > 5000);
}

TEST_CASE("names and queries can be anything") {
    const std::vector<book::Name> names = {
        {"\xFF\xC3", "\xE2"}, {"", ""}, {std::string(100000, 'a'), std::string(100000, ' ')}};
    const book::Names finder(names);
    CHECK(finder.find("aaaaaaaa").size() == 1);
    for (const std::string& query : {std::string("\xFF"), std::string(100000, 'a'), std::string("\0x", 2)})
        CHECK_NOTHROW(finder.find(query));
}
