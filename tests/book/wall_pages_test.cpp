#include <catch2/catch_test_macros.hpp>

#include "book/layout.h"
#include "book/wall_pages.h"
#include "support.h"

namespace {

std::vector<std::vector<book::Block>> pages_of(std::string_view markdown, book::WallRoom room = {}) {
    return book::wall_pages(support::blocks(markdown), room);
}

std::string joined_text(const std::vector<std::vector<book::Block>>& pages) {
    std::string text;
    for (const auto& page : pages) text += " " + book::plain_text(page);
    return support::words(text);
}

std::string sentence(int number) {
    return "Setning nummer " + std::to_string(number) + " fyller litt over en linje her. ";
}

}  // namespace

TEST_CASE("no text is one empty page, and a short text is one page") {
    CHECK(book::wall_pages({}).size() == 1);
    CHECK(book::wall_pages({}).front().empty());
    CHECK(pages_of("Hva renner inn?\n\nHva slipper noe ut?\n\n**Hvilken kran kan du åpne litt mer?**").size() == 1);
}

TEST_CASE("a page breaks between blocks where that is enough") {
    const std::string markdown = sentence(1) + sentence(2) + "\n\n" + sentence(3) + sentence(4) + "\n\n" + sentence(5);
    const auto pages = pages_of(markdown);
    REQUIRE(pages.size() == 2);
    CHECK(support::words(book::plain_text(pages[1])).starts_with("Setning nummer"));
    CHECK(pages[0].size() + pages[1].size() == 3);
}

TEST_CASE("a long list breaks between items and goes on counting") {
    std::string markdown;
    for (int i = 1; i <= 12; ++i) markdown += std::to_string(i) + ". punkt\n";
    const auto pages = pages_of(markdown);
    REQUIRE(pages.size() == 2);
    REQUIRE(pages[1].size() == 1);
    CHECK(pages[1][0].start == static_cast<int>(pages[0][0].children.size()) + 1);
    CHECK(joined_text(pages) == support::words(book::plain_text(support::blocks(markdown))));
}

TEST_CASE("a paragraph longer than a page breaks between sentences") {
    std::string markdown;
    for (int i = 1; i <= 9; ++i) markdown += sentence(i);
    const auto pages = pages_of(markdown);
    CHECK(pages.size() >= 3);
    for (const auto& page : pages) CHECK(support::words(book::plain_text(page)).ends_with("her."));
    CHECK(joined_text(pages) == support::words(markdown));
}

TEST_CASE("a sentence longer than a page breaks between words and loses none") {
    std::string markdown;
    for (int i = 0; i < 120; ++i) markdown += "ord" + std::to_string(i) + (i == 60 ? " **fet** " : " ");
    const auto pages = pages_of(markdown);
    CHECK(pages.size() > 2);
    CHECK(joined_text(pages) == support::words(book::plain_text(support::blocks(markdown))));
}

TEST_CASE("a heading, or a line that announces a list, is not left behind") {
    std::string markdown = sentence(1) + sentence(2) + "\n\n## Så dette\n\n" + sentence(3) + sentence(4) + "\n";
    auto pages = pages_of(markdown);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1][0].type == book::BlockType::heading);
    markdown = sentence(1) + sentence(2) + "\n\nTa med:\n\n- en\n- to\n- tre\n";
    pages = pages_of(markdown);
    REQUIRE(pages.size() == 2);
    CHECK(support::words(book::plain_text(pages[1])) == "Ta med: en to tre");
}

TEST_CASE("a table that is parted repeats its header") {
    std::string markdown = "| Dag | Hva |\n| --- | --- |\n";
    for (int i = 0; i < 12; ++i) markdown += "| " + std::to_string(i) + " | noe |\n";
    const auto pages = pages_of(markdown);
    REQUIRE(pages.size() >= 2);
    std::size_t rows = 0;
    for (const auto& page : pages) {
        REQUIRE(page.size() == 1);
        CHECK(page[0].children[0].header);
        rows += page[0].children.size() - 1;
    }
    CHECK(rows == 12);
}

TEST_CASE("a table of nothing but a header too long for a page is not lost") {
    std::string header;
    for (int i = 0; i < 200; ++i) header += "overskrift ";
    const auto pages = pages_of("| " + header + "|\n|---|\n");
    REQUIRE(pages.size() == 1);
    CHECK(book::plain_text(pages[0]).ends_with("overskrift"));
}

TEST_CASE("every page fits the narrowest wall in the wall's own type") {
    // 1024 x 768, a title above and a margin round: what is left for the text.
    const book::Style style = book::Style::wall(768);
    std::string markdown;
    for (int i = 1; i <= 30; ++i) markdown += i % 3 == 0 ? "- " + sentence(i) + "\n" : sentence(i) + "\n\n";
    for (const auto& page : pages_of(markdown)) {
        const book::Layout layout =
            book::lay_out(page, style, 1024 * 0.86f, support::FixedPitch(), support::FixedAspect());
        CHECK(layout.height <= 768 * 0.75f);
    }
}

TEST_CASE("the split is the same every time and ends for any room") {
    const std::string markdown = "- " + sentence(1) + sentence(2) + sentence(3) + sentence(4) + sentence(5) + "\n\n  " +
                                 sentence(6) + "\n- b\n\n> " + sentence(7) + sentence(8) + sentence(9) + "\n\n```\n" +
                                 std::string(600, 'x') + "\n```\n";
    for (const book::WallRoom room : {book::WallRoom{1, 1}, book::WallRoom{0, 0}, book::WallRoom{2, 20},
                                      book::WallRoom{100, 100}, book::WallRoom{}}) {
        const auto pages = pages_of(markdown, room);
        CHECK(pages.size() == pages_of(markdown, room).size());
        CHECK(joined_text(pages) == support::words(book::plain_text(support::blocks(markdown))));
    }
}

TEST_CASE("details that are too long for a page are parted, their summary first") {
    const std::string markdown = "<details><summary>" + sentence(1) + "</summary>\n\n" + sentence(2) + sentence(3) +
                                 "\n\n- " + sentence(4) + "\n- " + sentence(5) + "\n\n</details>\n\n" + sentence(6);
    const auto pages = pages_of(markdown);
    CHECK(pages.size() > 1);
    CHECK(joined_text(pages) == support::words(book::plain_text(support::blocks(markdown))));
}

TEST_CASE("a word that is set in two ways is not parted between two pages") {
    std::string markdown;
    for (int i = 0; i < 120; ++i) markdown += "**sam**taler ";
    std::size_t words = 0;
    for (const auto& page : pages_of(markdown)) {
        const std::string text = support::words(book::plain_text(page));
        CHECK(text.starts_with("samtaler"));
        CHECK(text.ends_with("samtaler"));
        words += (text.size() + 1) / 9;
    }
    CHECK(words == 120);
}
