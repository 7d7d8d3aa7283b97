#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "book/search.h"
#include "book/word_forms.h"
#include "support.h"

namespace {

book::Handbook handbook_of(const std::vector<std::pair<std::string, std::string>>& chapters) {
    TempFolder folder;
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

namespace {

std::string marked(std::string_view text, std::string_view typed, book::Way way = book::Way::exact) {
    std::string out;
    std::size_t at = 0;
    for (const book::Stretch& stretch : book::found_in(text, book::Query(typed, way))) {
        out += std::string(text.substr(at, stretch.begin - at)) + "[" +
               std::string(text.substr(stretch.begin, stretch.end - stretch.begin)) + "]";
        at = stretch.end;
    }
    return out + std::string(text.substr(at));
}

bool is_form(const std::string& word, const std::string& form) {
    const auto forms = book::word_forms(word);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

TEST_CASE("words in quotes stand in this order and nothing between them") {
    const book::Handbook handbook = handbook_of({{"En", "Hver kursleder får ordet, en runde om gangen.\n"},
                                                 {"To", "Runde bord er en god ting, og ordet får hver.\n"},
                                                 {"Tre", "Dette er en annen runde.\n"}});
    const book::SearchIndex index(handbook);
    CHECK(where(handbook, index.find("en runde")).size() == 12);
    for (const char* query : {"\"en runde\"", "«en runde»", "“en runde”", "„en RUNDE“", "ordet \"en runde\" hver"})
        CHECK(where(handbook, index.find(query)) == "k1# ");
    CHECK(index.find("\"en rund\"").empty());                   // closed: whole words
    CHECK(where(handbook, index.find("\"en rund")) == "k1# ");  // still being typed
    CHECK(index.find("\"en runde\" annen").empty());
    CHECK(index.find("\"").empty());
    CHECK(index.find("\"\"").empty());
    CHECK(index.find("\"en runde\"")
              .at(0)
              .excerpt.find("\x02"
                            "en runde\x03") != std::string::npos);
    CHECK(where(handbook, index.find("\"faar ordet\"")) == "k1# ");
}

TEST_CASE("other forms of a word are found, after those as it was typed") {
    const book::Handbook handbook = handbook_of({{"En", "Vi lager grupperegler sammen.\n"},
                                                 {"To", "Les gruppereglene høyt.\n"},
                                                 {"Tre", "En gruppe med regler.\n"}});
    const book::SearchIndex index(handbook);
    const auto hits = index.find("gruppereglene");
    CHECK(where(handbook, hits) == "k2# k1# ");
    CHECK(hits.at(0).way == book::Way::exact);
    CHECK(hits.at(1).way == book::Way::endings);
    CHECK(hits.at(1).excerpt.find("\x02grupperegler\x03") != std::string::npos);
    CHECK(index.find("gruppereglenes").size() == 2);
}

TEST_CASE("forms by their endings, in Bokmål and Nynorsk") {
    const std::pair<const char*, const char*> pairs[] = {{"gruppereglene", "grupperegler"},
                                                         {"grupperegel", "gruppereglene"},
                                                         {"øvelse", "øvelsene"},
                                                         {"øvelsene", "øvelse"},
                                                         {"øvingane", "øving"},
                                                         {"leiarane", "leiar"},
                                                         {"ukene", "uke"},
                                                         {"veka", "veke"},
                                                         {"rommet", "rom"},
                                                         {"rom", "rommene"},
                                                         {"kurset", "kurs"},
                                                         {"kurs", "kursene"},
                                                         {"deltakernes", "deltaker"},
                                                         {"deltakarane", "deltakar"},
                                                         {"ledere", "leder"},
                                                         {"lederne", "leder"},
                                                         {"trygt", "trygg"},
                                                         {"trygge", "trygt"},
                                                         {"viktigere", "viktig"},
                                                         {"viktigst", "viktige"},
                                                         {"snakket", "snakke"},
                                                         {"snakka", "snakker"},
                                                         {"lest", "lese"},
                                                         {"leste", "leser"},
                                                         {"levde", "leve"},
                                                         {"tror", "tro"},
                                                         {"trodde", "tror"},
                                                         {"brukes", "bruke"},
                                                         {"kommunens", "kommune"},
                                                         {"samtaler", "samtalen"}};
    for (const auto& [word, form] : pairs) {
        INFO(word << " " << form);
        CHECK(is_form(word, form));
    }
    for (const char* small : {"dere", "men", "den", "for", "ved", "å", "7", "2026"})
        CHECK(book::word_forms(small).empty());
    CHECK_FALSE(is_form("dere", "der"));
    CHECK_FALSE(is_form("mene", "men"));
    CHECK_FALSE(is_form("kurs", "kur"));
    CHECK_FALSE(is_form("håp", "hap"));
    CHECK(book::word_forms(std::string(5000, 'e')).empty());
}

TEST_CASE("the page marks what was found, by the way it was found") {
    CHECK(marked("Vi øver på øvelsene.", "øve") == "Vi [øver] på [øvelsene].");
    CHECK(marked("Vi øver på øvelsene.", "ove") == "Vi øver på øvelsene.");
    CHECK(marked("Vi øver på øvelsene.", "ove", book::Way::folded) == "Vi [øver] på [øvelsene].");
    CHECK(marked("Et anker, ånden og Anne", "a") == "Et [anker], ånden og [Anne]");
    CHECK(marked("Regler og regel", "reglene", book::Way::endings) == "[Regler] og [regel]");
    CHECK(marked("en, en runde. En\nRunde!", "\"en runde\"") == "en, [en runde]. [En\nRunde]!");
    CHECK(marked("en runde", "\"en runde\" en") == "[en runde]");
    CHECK(marked("a a a b", "\"a a b\"") == "a [a a b]");
    CHECK(marked("kurs\u00ADleder", "kursl") == "[kurs\u00ADleder]");
    CHECK(marked("\xFF\xC3 kurs \xE2\x82", "kurs") == "\xFF\xC3 [kurs] \xE2\x82");
    CHECK(marked("", "a").empty());
    CHECK(marked("noe", "") == "noe");
}

TEST_CASE("a long prefix of many words leaves no word out") {
    std::vector<std::pair<std::string, std::string>> chapters;
    std::string many;
    for (int i = 100; i < 300; ++i) many += "mestr" + std::to_string(i) + " ";
    chapters.emplace_back("Mange", many + "\n\nog en nål\n");
    chapters.emplace_back("En", "Bare mestr299 her.\n");
    const book::Handbook handbook = handbook_of(chapters);
    const book::SearchIndex index(handbook);
    CHECK(where(handbook, index.find("mestr")).find("k2# ") != std::string::npos);
    CHECK(where(handbook, index.find("bare mestr")) == "k2# ");
    CHECK(where(handbook, index.find("nål mestr")) == "k1# ");
}

TEST_CASE("each part of the handbook keeps its share of the hits") {
    TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    for (int i = 1; i <= 60; ++i) {
        const std::string number = std::to_string(i);
        folder.write("nb/del-1/" + number + ".md", "---\nkind: chapter\nid: k" + number + "\ntitle: Tur " + number +
                                                       "\npart: 1\norder: " + number + "\n---\nEn tur.\n");
    }
    folder.write("nb/del-3/a.md", "---\nkind: chapter\nid: siste\ntitle: Siste\npart: 3\norder: 1\n---\nEn tur.\n");
    const book::Handbook handbook = book::load(folder.path, "nb");
    const auto hits = book::SearchIndex(handbook).find("tur", 10);
    REQUIRE(hits.size() == 10);
    CHECK(handbook.documents.at(static_cast<std::size_t>(hits.back().document)).id == "siste");
}

TEST_CASE("a section is one hit, however long it is") {
    std::string body;
    for (int i = 0; i < 500; ++i)
        body += "Et langt avsnitt om tur i skog og mark, nummer " + std::to_string(i) + ".\n\n";
    const book::Handbook handbook = handbook_of({{"Lang", "## Turen\n\n" + body + "nåla\n"}});
    const book::SearchIndex index(handbook);
    CHECK(where(handbook, index.find("tur skog")) == "k1#turen ");
    const auto hits = index.find("nåla");
    CHECK(where(handbook, hits) == "k1#turen ");
    CHECK(hits.at(0).excerpt.find("\x02nåla\x03") != std::string::npos);
}

TEST_CASE("every hit in the shipped handbook has what was asked for") {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    const book::SearchIndex index(handbook);
    for (const std::string query : {"o", "og", "dere", "øvelse", "gruppereglene", "ovelse", "stressbøtta", "å si nei",
                                    "\"å si nei\"", "samling 3", "e07", "kursleder deltaker"}) {
        INFO(query);
        const auto hits = index.find(query);
        CHECK_FALSE(hits.empty());
        CHECK(hits.size() <= 40);
        for (const book::Hit& hit : hits) {
            const book::Document& document = handbook.documents.at(static_cast<std::size_t>(hit.document));
            const bool there = !book::found_in(hit.heading, book::Query(query, hit.way)).empty() ||
                               hit.excerpt.find('\x02') != std::string::npos ||
                               !book::found_in(document.title, book::Query(query, hit.way)).empty();
            CHECK(there);
        }
    }
}
