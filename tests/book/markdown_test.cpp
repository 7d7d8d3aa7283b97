#include <catch2/catch_test_macros.hpp>

#include <thread>

#include "book/markdown.h"
#include "support.h"

using book::Block;
using book::BlockType;

namespace {

std::string text_of(std::string_view markdown) {
    return book::plain_text(support::blocks(markdown));
}

}  // namespace

TEST_CASE("inline settings become marks on spans") {
    const auto blocks = support::blocks("En **fet** og *kursiv* og ~~strøket~~ og `kode` og **_begge_**.");
    REQUIRE(blocks.size() == 1);
    std::string shown;
    for (const book::Span& span : blocks[0].spans) shown += std::to_string(span.marks) + "[" + span.text + "]";
    CHECK(shown == "0[En ]1[fet]0[ og ]2[kursiv]0[ og ]4[strøket]0[ og ]8[kode]0[ og ]3[begge]0[.]");
}

TEST_CASE("soft line ends are spaces, hard ones stay") {
    const auto blocks = support::blocks("En\nlinje.  \nTo<br>tre\\\nfire");
    CHECK(book::plain_text(blocks[0].spans) == "En linje.\nTo\ntre\nfire");
}

TEST_CASE("raw HTML is text, except the few harmless tags; comments are gone but remembered") {
    CHECK(text_of("a <script>alert(1)</script> b") == "a <script>alert(1)</script> b");
    CHECK(text_of("<div onclick=\"x\">\nhei\n</div>") == "<div onclick=\"x\">\nhei\n</div>");
    CHECK(text_of("Trykk <kbd>F5</kbd>, H<sub>2</sub>O, m<sup>2</sup>") == "Trykk F5, H2O, m2");
    const book::Markdown page = book::read_markdown("a <!-- b --> c\n\n<!-- d\ne -->\n\nf", 10);
    CHECK(support::words(book::plain_text(page.blocks)) == "a c f");
    REQUIRE(page.comments.size() == 2);
    CHECK(page.comments[0].text == "b");
    CHECK(page.comments[0].line == 10);
    CHECK(page.comments[1].line == 12);
    CHECK(page.html_lines.empty());
}

TEST_CASE("only web, mail and relative links are links; anything else is plain text") {
    const book::Markdown page = book::read_markdown(
        "[a](https://example.org) [b](mailto:a@example.org) [c](d.md#e) [f](javascript:alert(1)) "
        "[g](file:///etc/passwd) [h](//example.org) "
        "[i](data:text/html,x) [j](/etc/passwd) [k](C:\\x) [l](JAVASCRIPT:x) [m](&#106;avascript:x) www.example.org",
        1);
    std::string urls;
    for (const book::Link& link : page.links) urls += link.url + (link.external ? " x\n" : " r\n");
    CHECK(urls == "https://example.org x\nmailto:a@example.org x\nd.md#e r\nhttp://www.example.org x\n");
    CHECK(book::plain_text(page.blocks) == "a b c f g h i j k l m www.example.org");
}

TEST_CASE("the five alerts are known, alone on the first line, in any case") {
    for (const char* word : {"NOTE", "tip", "Important", "WARNING", "caution"}) {
        const auto blocks = support::blocks("> [!" + std::string(word) + "]\n> **Til kursleder.** Tekst.\n>\n> Mer.");
        REQUIRE(blocks.size() == 1);
        CHECK(blocks[0].type == BlockType::alert);
        CHECK(book::plain_text(blocks) == "Til kursleder. Tekst.\n\nMer.");
        CHECK(blocks[0].children[0].line == 2);
    }
    CHECK(support::blocks("> [!HINT]\n> x")[0].type == BlockType::quote);
    CHECK(support::blocks("> [!NOTE] x")[0].type == BlockType::quote);
    CHECK(support::blocks("> [!NOTE]\n\nx")[0].children.empty());
}

TEST_CASE("lists keep their nesting, their numbers and their ticks") {
    const auto blocks = support::blocks("3. a\n4. b\n   - [x] c\n   - [ ] d\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].ordered);
    CHECK(blocks[0].start == 3);
    CHECK(blocks[0].tight);
    const Block& inner = blocks[0].children.at(1).children.at(1);
    REQUIRE(inner.children.size() == 2);
    CHECK(inner.children[0].task == true);
    CHECK(inner.children[1].task == false);
    CHECK_FALSE(blocks[0].children[0].task.has_value());
    CHECK(book::plain_text(blocks) == "3. a\n4. b\nc\nd");
}

TEST_CASE("tables keep their alignment, their header and the lines of their rows") {
    const auto blocks = support::blocks("Tekst\n\n| a | b | c |\n| :-- | :-: | --: |\n| 1 | **2** | a\\|b |\n| 3 |\n");
    REQUIRE(blocks.size() == 2);
    const Block& table = blocks[1];
    REQUIRE(table.children.size() == 3);
    CHECK(table.children[0].header);
    CHECK_FALSE(table.children[1].header);
    CHECK(table.line == 3);
    CHECK(table.children[0].line == 3);
    CHECK(table.children[1].line == 5);
    CHECK(table.children[2].line == 6);
    CHECK(table.children[1].children[1].align == book::Align::center);
    CHECK(table.children[1].children[2].align == book::Align::right);
    CHECK(book::plain_text(table.children[1].children[2].spans) == "a|b");
    CHECK(table.children[2].children.size() == 3);
}

TEST_CASE("a picture is a block of its own, also inside a paragraph") {
    const auto blocks = support::blocks("Før ![alt tekst](../images/a.svg \"Tittel\") etter.\n![b](b.svg)");
    REQUIRE(blocks.size() == 4);
    CHECK(book::plain_text(blocks[0].spans) == "Før");
    CHECK(blocks[1].type == BlockType::image);
    CHECK(blocks[1].alt == "alt tekst");
    CHECK(blocks[1].caption == "Tittel");
    CHECK(blocks[3].line == 2);
}

TEST_CASE("footnotes are kept apart from the text, with their marks") {
    const book::Markdown page =
        book::read_markdown("A[^x] b[^y] c[^x].\n\n[^y]: Andre.\n[^x]: Første\n\n    med to avsnitt.\n", 1);
    REQUIRE(page.footnotes.size() == 2);
    CHECK(book::plain_text(page.blocks) == "A b c.");
    CHECK(book::plain_text(page.footnotes[0].blocks) == "Første\n\nmed to avsnitt.");
    std::vector<int> marks;
    for (const book::Span& span : page.blocks[0].spans)
        if (span.footnote >= 0) marks.push_back(span.footnote);
    CHECK(marks == std::vector<int>{0, 1, 0});
    CHECK(text_of("A[^nei].") == "A[^nei].");
}

TEST_CASE("headings get GitHub's anchors, repeats counted") {
    const auto blocks = support::blocks(
        "# Én & to!\n\n## På veggen\n\n## På veggen\n\n## På veggen-1\n\n### `Kode` og *mer*\n\nSetext\n---\n");
    std::vector<std::string> anchors;
    for (const Block& block : blocks) anchors.push_back(block.anchor);
    CHECK(anchors ==
          std::vector<std::string>{"én--to", "på-veggen", "på-veggen-1", "på-veggen-1-1", "kode-og-mer", "setext"});
}

TEST_CASE("block lines count from the top of the file, the front matter included") {
    const book::Markdown page = book::read_markdown("\nA\n\n- b\n- c\n\n> d\n", 8);
    CHECK(page.blocks[0].line == 9);
    CHECK(page.blocks[1].line == 11);
    CHECK(page.blocks[1].children[1].line == 12);
    CHECK(page.blocks[2].line == 14);
}

TEST_CASE("control signs never reach the text") {
    CHECK(text_of("a&#2;b&#127;c\x01"
                  "d\te") == "abcd e");
    CHECK(text_of("`a\x02"
                  "b`") == "ab");
}

TEST_CASE("many threads may read at once: the parser behind them is asked one at a time") {
    const std::string markdown =
        "# Å ~~b~~\n\n| a | b |\n| - | - |\n| `x` | www.example.org |\n\n> [!NOTE]\n> d[^1]\n\n[^1]: e\n";
    const std::string expected = text_of(markdown);
    std::vector<int> wrong(8, 0);
    std::vector<std::thread> threads;
    for (int& count : wrong)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i)
                if (text_of(markdown) != expected) ++count;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(8, 0));
}
