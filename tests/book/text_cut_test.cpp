// Pieces of text, and what is pasted of them.
#include <catch2/catch_all.hpp>

#include "book/galley.h"
#include "book/handbook.h"
#include "book/text_cut.h"
#include "support.h"

namespace {

using book::copied_text;
using book::cut_text;

std::string copied(std::string_view markdown) {
    return copied_text(support::blocks(markdown));
}
std::string piece(std::string_view markdown, std::size_t front, std::size_t back) {
    return copied_text(cut_text(support::blocks(markdown), front, back, {}));
}

}  // namespace

TEST_CASE("Copied text reads like a letter") {
    CHECK(copied("# Tittel\n\nEt avsnitt.\n\nEtt til.\n") == "Tittel\n\nEt avsnitt.\n\nEtt til.");
    CHECK(copied("3. tre\n4. fire\n   - under\n") == "3. tre\n4. fire\n   - under");
    CHECK(copied("- a\n\n- b\n\n  mer\n") == "- a\n\n- b\n\n  mer");
    CHECK(copied("- [x] gjort\n- [ ] ikke\n") == "[x] gjort\n[ ] ikke");
    CHECK(copied("| A | B |\n| - | - |\n| 1 | 2 |\n") == "A\tB\n1\t2");
    CHECK(copied("Ord.[^a]\n\n[^a]: Fot.\n") == "Ord.[1]");
    CHECK(copied("> Sitat\n\n```\nkode\n  mer\n```\n") == "Sitat\n\nkode\n  mer");
    CHECK(copied("Del\u00ADing\n\n![alt](a.svg \"Under\")\n") == "Deling\n\nUnder");
    CHECK(copied("").empty());
}

TEST_CASE("A piece begins and ends where it was cut") {
    const std::string text = "Første avsnitt her.\n\nAndre avsnitt der.\n";
    CHECK(piece(text, 0, 0) == "Første avsnitt her.\n\nAndre avsnitt der.");
    CHECK(piece(text, 7, 4) == "avsnitt her.\n\nAndre avsnitt");
    CHECK(piece("1. en\n2. to\n3. tre\n", 2, 0) == "2. to\n3. tre");
    CHECK(piece("1. en\n2. to\n3. tre\n", 2, 2) == "2. to\n3. t");
    CHECK(piece("## En overskrift\n", 2, 4) == "oversk");
    CHECK(piece("| A | B |\n| - | - |\n| en | to |\n", 4, 0) == "to");
    CHECK(piece("| A | B |\n| - | - |\n| en | to |\n", 1, 2) == "\tB\nen\t");
    CHECK(piece(text, 1000, 0).empty());
    CHECK(piece(text, 0, 1000).empty());
}

TEST_CASE("What details hide is not copied") {
    book::Block details;
    details.type = book::BlockType::details;
    details.line = 4;
    details.spans = {{"Mer"}};
    details.children = support::blocks("Gjemt.\n");
    const std::vector<book::Block> blocks{details};
    CHECK(copied_text(cut_text(blocks, 0, 0, {})) == "Mer");
    const book::Switches open{{4, true}};
    CHECK(copied_text(cut_text(blocks, 0, 0, {.switches = &open})) == "Mer\n\nGjemt.");
}

TEST_CASE("The signs of blocks are the signs that the page sets") {
    const book::Handbook handbook = book::load(std::filesystem::path(HANDBOOK) / "mestringstreff", "nb");
    const support::FixedPitch pitch;
    for (const float aspect : {1.5f, 0.0f}) {
        const support::FixedAspect pictures(aspect);
        for (const book::Document& document : handbook.documents) {
            INFO(document.path << ' ' << aspect);
            book::Galley galley;
            galley.prepare(document, {book::Style::reader(17), 600, &pitch, &pictures, nullptr});
            std::size_t set = 0;
            for (std::uint32_t i = 0; i < galley.size(); ++i) set += book::signs(galley.text(i));
            CHECK(book::signs(document.blocks, {.pictures = &pictures}) == set);
        }
    }
}
