#include <catch2/catch_test_macros.hpp>

#include "book/search.h"
#include "support.h"

namespace {

book::Handbook handbook_of(const std::vector<std::pair<std::string, std::string>>& chapters) {
    support::TemporaryFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    int order = 0;
    for (const auto& [title, body] : chapters) {
        const std::string number = std::to_string(++order);
        folder.write("nb/del-1/0" + number + ".md", "---\nkind: chapter\nid: k" + number + "\ntitle: " + title +
                                                        "\npart: 1\norder: " + number + "\n---\n" + body);
    }
    return book::load(folder.path, "nb");
}

std::string where(const book::Handbook& handbook, const std::vector<book::Hit>& hits) {
    std::string text;
    for (const book::Hit& hit : hits)
        text += handbook.documents.at(static_cast<std::size_t>(hit.document)).id + "#" + hit.anchor + " ";
    return text;
}

}  // namespace

TEST_CASE("a hit names its section and marks the words") {
    const book::Handbook handbook = handbook_of(
        {{"Pust", "Innledning.\n\n## Ankeret\n\nEt anker holder båten i ro, selv om sjøen beveger seg.\n"}});
    const book::SearchIndex index(handbook);
    const auto hits = index.find("båten anker");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].document == 0);
    CHECK(hits[0].anchor == "ankeret");
    CHECK(hits[0].heading == "Ankeret");
    CHECK(hits[0].excerpt ==
          "Et \x02"
          "anker\x03 holder \x02"
          "båten\x03 i ro, selv om sjøen beveger seg.");
}

TEST_CASE("words are found by their beginning and in any case; all must be there") {
    const book::Handbook handbook = handbook_of({{"En", "Mestringstro og håp.\n"}, {"To", "Mestring uten tro.\n"}});
    const book::SearchIndex index(handbook);
    CHECK(where(handbook, index.find("MESTR")).size() == where(handbook, index.find("mestring")).size());
    CHECK(where(handbook, index.find("mestr håp")) == "k1# ");
    CHECK(index.find("mestr finnesikke").empty());
    CHECK(index.find("").empty());
    CHECK(index.find(" -\"*() ").empty());
    CHECK(index.find("mestr", 1).size() == 1);
}

TEST_CASE("å is a letter of its own, and only when nothing else is found aa and a will do") {
    const book::Handbook handbook =
        handbook_of({{"Gå", "Vi går på tur.\n"}, {"Gard", "På en gard.\n"}, {"Smør", "Smør og brød til læreren.\n"}});
    const book::SearchIndex index(handbook);
    CHECK(where(handbook, index.find("gå")) == "k1# ");
    CHECK(where(handbook, index.find("gar")) == "k2# ");
    CHECK(where(handbook, index.find("gaar")).find("k1# ") != std::string::npos);
    CHECK(where(handbook, index.find("smor")) == "k3# ");
    CHECK(where(handbook, index.find("broed")) == "k3# ");
    CHECK(where(handbook, index.find("laerer")) == "k3# ");
    const auto hits = index.find("broed");
    CHECK(hits.at(0).excerpt.find("\x02"
                                  "brød\x03") != std::string::npos);
}

TEST_CASE("a title or a heading weighs more than the text, and the title helps when words stand apart") {
    const book::Handbook handbook =
        handbook_of({{"Annet", "Her nevnes ro en gang blant mye annet som ikke handler om det.\n"},
                     {"Ro", "Noe helt annet.\n\n## Lenge\n\nÅ sitte stille.\n"}});
    const book::SearchIndex index(handbook);
    CHECK(where(handbook, index.find("ro")).starts_with("k2# "));
    CHECK(where(handbook, index.find("ro stille")) == "k2#lenge ");
}

TEST_CASE("signs of the query language are only signs") {
    const book::Handbook handbook = handbook_of({{"En", "AND OR NOT near heading.\n"}});
    const book::SearchIndex index(handbook);
    for (const char* query : {"\"", "and", "a AND", "heading:x", "body : (", "NEAR(a b)", "^a", "a*",
                              "'; DROP TABLE piece; --", "\xFF\xFE", "{a}", "-near"})
        CHECK_NOTHROW(index.find(query));
    CHECK(index.find("NOT near").size() == 1);
    book::SearchIndex moved = book::SearchIndex(handbook);
    CHECK(moved.find("heading").size() == 1);
}

TEST_CASE("a long text gives a line around the match") {
    std::string body;
    for (int i = 0; i < 200; ++i) body += "ord nummer " + std::to_string(i) + " ";
    const book::Handbook handbook = handbook_of({{"Lang", body + "nåla " + body + "\n"}});
    const auto hits = book::SearchIndex(handbook).find("nåla");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].excerpt.starts_with("…"));
    CHECK(hits[0].excerpt.ends_with("…"));
    CHECK(hits[0].excerpt.find("\x02nåla\x03") != std::string::npos);
    CHECK(hits[0].excerpt.size() < 200);
}
