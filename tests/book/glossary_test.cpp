#include "book/glossary.h"

#include <catch2/catch_all.hpp>

#include "book/markdown.h"

namespace {

/// A handbook with nothing but a glossary that explains these words.
book::Handbook handbook_of(const std::vector<std::string>& words) {
    book::Block table{.type = book::BlockType::table};
    book::Block head{.type = book::BlockType::row, .header = true};
    head.children = {{.type = book::BlockType::cell, .spans = {{.text = "Ord"}}},
                     {.type = book::BlockType::cell, .spans = {{.text = "Forklaring"}}}};
    table.children.push_back(head);
    for (const std::string& word : words) {
        book::Block row{.type = book::BlockType::row};
        row.children = {{.type = book::BlockType::cell, .spans = {{.text = word}}},
                        {.type = book::BlockType::cell, .spans = {{.text = "Hva " + word + " er.", .link = 3}}}};
        table.children.push_back(row);
    }
    book::Document glossary{.path = "ordliste.md", .kind = book::Kind::glossary};
    glossary.blocks = {table};
    book::Handbook handbook;
    handbook.documents = {glossary};
    return handbook;
}

/// What is found, as it stands in the text.
std::vector<std::string> found(const book::Glossary& glossary, const std::string& text,
                               const std::vector<book::TextRange>& closed = {},
                               const std::vector<std::uint32_t>& sections = {}) {
    std::vector<std::string> words;
    for (const book::TermPlace& place : glossary.find(text, closed, sections))
        words.push_back(text.substr(place.begin, place.end - place.begin));
    return words;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("The rows of the glossary are terms, without links in what they say", "[glossary]") {
    const book::Glossary glossary(handbook_of({"mestring", "aktiv lytting"}));
    REQUIRE(glossary.terms().size() == 2);
    CHECK(glossary.terms()[1].word == "aktiv lytting");
    REQUIRE(glossary.terms()[0].definition.size() == 1);
    CHECK(book::plain_text(glossary.terms()[0].definition) == "Hva mestring er.");
    CHECK(glossary.terms()[0].definition[0].spans[0].link == -1);
}

TEST_CASE("List items in bold and headings with text are terms too; a heading over a list is not", "[glossary]") {
    book::Handbook handbook;
    book::Document document{.path = "ordliste.md", .kind = book::Kind::glossary};
    book::Block item{.type = book::BlockType::item};
    item.children = {{.spans = {{.text = "høring:", .marks = book::mark_bold}, {.text = " en runde"}}}};
    document.blocks = {
        {.type = book::BlockType::heading, .level = 2, .spans = {{.text = "Ordene våre"}}, .anchor = "ordene-våre"},
        {.type = book::BlockType::list, .children = {item}},
        {.type = book::BlockType::heading, .level = 2, .spans = {{.text = "Salutogenese"}}, .anchor = "salutogenese"},
        {.spans = {{.text = "Læren om hva som fremmer helse."}}}};
    handbook.documents = {document};
    const book::Glossary glossary(handbook);
    REQUIRE(glossary.terms().size() == 2);
    CHECK(glossary.terms()[0].word == "høring");
    CHECK(book::plain_text(glossary.terms()[0].definition) == "en runde");
    CHECK(glossary.terms()[0].anchor == "ordene-våre");
    CHECK(glossary.terms()[1].word == "Salutogenese");
}

TEST_CASE("Words are found with their endings, and only whole", "[glossary]") {
    const book::Glossary glossary(handbook_of({"samling", "hjemmeoppgave", "ressurstre", "kursleder", "høring"}));
    CHECK(found(glossary, "I samlingene, med hjemmeoppgaver og ressurstreet, er Kurslederens høringer nyttige.") ==
          Texts{"samlingene", "hjemmeoppgaver", "ressurstreet", "Kurslederens", "høringer"});
    CHECK(found(glossary, "Forsamlinga, oppfølgingssamling, samlingsrom, tilhøring, samlingsvis").empty());
    CHECK(found(glossary, "SAMLING").size() == 1);
    CHECK(found(glossary, "sam\u00ADling") == Texts{"sam\u00ADling"});
}

TEST_CASE("The longest term wins, also over a line end, but not over a comma", "[glossary]") {
    const book::Glossary glossary(handbook_of({"gruppe", "lukket gruppe", "motiverende samtale"}));
    CHECK(found(glossary, "En lukket gruppe og en åpen gruppe.") == Texts{"lukket gruppe", "gruppe"});
    CHECK(found(glossary, "motiverende\nsamtaler") == Texts{"motiverende\nsamtaler"});
    CHECK(found(glossary, "Den er lukket, gruppen også. Motiverende. Samtale.") == Texts{"gruppen"});
}

TEST_CASE("Short common words need quotation marks, abbreviations their capitals", "[glossary]") {
    const book::Glossary glossary(handbook_of({"pass", "LMS"}));
    CHECK(found(glossary, "Pass på at de kan si «pass» i passe tid.") == Texts{"pass"});
    CHECK(found(glossary, "lms, LMS og LMSene") == Texts{"LMS"});
}

TEST_CASE("A term is found once a section, and not in links, code or headings", "[glossary]") {
    const book::Glossary glossary(handbook_of({"samling"}));
    const std::string text = "samling samling\n\nNeste del\n\nsamling igjen";
    const auto second = static_cast<std::uint32_t>(text.find("Neste"));
    const std::vector<book::TermPlace> places = glossary.find(text, {}, std::vector<std::uint32_t>{second});
    REQUIRE(places.size() == 2);
    CHECK(places[0].begin == 0);
    CHECK(places[1].begin == text.rfind("samling"));
    const std::vector<book::TermPlace> open = glossary.find(text, std::vector<book::TextRange>{{0, 7}});
    REQUIRE(open.size() == 1);
    CHECK(open[0].begin == 8);
}

TEST_CASE("What a document uses is told by first use, and nothing of the glossary itself", "[glossary]") {
    const book::Handbook handbook = handbook_of({"samling", "mestring"});
    const book::Glossary glossary(handbook);
    book::Document document;
    document.blocks = {{.type = book::BlockType::heading, .level = 2, .spans = {{.text = "Samling"}}},
                       {.spans = {{.text = "Om mestring "}, {.text = "samling", .link = 0}, {.text = " og mer"}}},
                       {.spans = {{.text = "Samlinger og mestring."}}}};
    CHECK(glossary.used_in(document) == std::vector<int>{1, 0});
    CHECK(glossary.used_in(handbook.documents[0]).empty());
}

TEST_CASE("Broken bytes and long texts of one term do no harm", "[glossary]") {
    const book::Glossary glossary(handbook_of({"a a a a a a", "samling", std::string(2000, 'x'), "", "-", "«»"}));
    CHECK(glossary.terms().size() == 2);
    CHECK(found(glossary, "\xff\xfesamling\xc3") == Texts{"samling"});
    std::string many;
    for (int i = 0; i < 20'000; ++i) many += "a ";
    CHECK(found(glossary, many).size() == 1);
}
