#include <catch2/catch_test_macros.hpp>

#include "book/html_tag.h"
#include "book/layout.h"
#include "book/markdown.h"
#include "support.h"

using book::Block;
using book::BlockType;

namespace {

// "details(Fasit; open)[paragraph[a] …]": the shape of a page in one line.
std::string shape(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks) {
        if (!text.empty()) text += ' ';
        switch (block.type) {
            case BlockType::paragraph: text += "p"; break;
            case BlockType::heading: text += "h" + std::to_string(block.level); break;
            case BlockType::details: text += block.open ? "details-open" : "details"; break;
            case BlockType::list: text += "list"; break;
            case BlockType::item: text += "item"; break;
            case BlockType::quote: text += "quote"; break;
            case BlockType::alert: text += "alert"; break;
            default: text += "other"; break;
        }
        if (!block.spans.empty()) {
            std::string said = book::plain_text(block.spans);
            for (char& c : said)
                if (c == '\n') c = '/';
            text += "(" + said + ")";
        }
        if (!block.children.empty()) text += "[" + shape(block.children) + "]";
    }
    return text;
}

std::string shape_of(std::string_view markdown) {
    return shape(support::blocks(markdown));
}

}  // namespace

TEST_CASE("details hold the Markdown between their tags") {
    CHECK(shape_of("Før.\n\n<details>\n<summary>Fasit</summary>\n\nEt **svar**.\n\n- a\n- b\n\n</details>\n\nEtter.") ==
          "p(Før.) details(Fasit)[p(Et svar.) list[item[p(a)] item[p(b)]]] p(Etter.)");
    CHECK(shape_of("<details open>\n<summary>S</summary>\n\na\n\n</details>") == "details-open(S)[p(a)]");
    CHECK(shape_of("<DETAILS class='x' OPEN=\"\">\n<Summary id=s>S</SUMMARY >\n\na\n\n</Details >") ==
          "details-open(S)[p(a)]");
    CHECK(shape_of("<details data-x=\"open\">\n\na\n\n</details>") == "details[p(a)]");
    CHECK(shape_of("<details title=\"a > b\"><summary>S</summary>\n\na\n\n</details>") == "details(S)[p(a)]");
}

TEST_CASE("details may stand in one block of HTML, in one another, and in lists and quotes") {
    CHECK(shape_of("<details><summary>S</summary>\nEn linje.\nTo.\n</details>\nEtter.") ==
          "details(S)[p(En linje./To.)] p(Etter.)");
    CHECK(shape_of("<details><summary>Y</summary>\n\na\n\n<details><summary>I</summary>\n\nb\n\n</details>\n\nc\n\n"
                   "</details>\n\nd") == "details(Y)[p(a) details(I)[p(b)] p(c)] p(d)");
    CHECK(shape_of("- a\n\n  <details><summary>S</summary>\n\n  b\n\n  </details>\n\n- c") ==
          "list[item[p(a) details(S)[p(b)]] item[p(c)]]");
    CHECK(shape_of("> <details><summary>S</summary>\n>\n> b\n>\n> </details>\n\nc") == "quote[details(S)[p(b)]] p(c)");
    CHECK(shape_of("> [!TIP]\n> a\n>\n> <details><summary>S</summary>\n>\n> b\n>\n> </details>") ==
          "alert[p(a) details(S)[p(b)]]");
    CHECK(shape_of("<details>\n<summary>\n\n**Fet** tittel\n\n</summary>\n\na\n\n</details>") ==
          "details(Fet tittel)[p(a)]");
    CHECK(shape_of("<details>\n\n## På innsiden\n\na\n\n</details>\n\nb") == "details[h2(På innsiden) p(a)] p(b)");
}

TEST_CASE("details that are not closed end with their container, or before the next section") {
    CHECK(shape_of("<details><summary>S</summary>\n\na\n\n### c\n\nd") == "details(S)[p(a) h3(c) p(d)]");
    CHECK(shape_of("<details><summary>S</summary>\n\na\n\n## Neste\n\nb") == "details(S)[p(a)] h2(Neste) p(b)");
    CHECK(shape_of("<details>\n\na\n\n<details>\n\nb\n\n## Neste\n\nc") ==
          "details[p(a) details[p(b)]] h2(Neste) p(c)");
    CHECK(shape_of("> <details>\n>\n> a\n\nb") == "quote[details[p(a)]] p(b)");
    CHECK(shape_of("<details><summary>S\n\na") == "details[p(S) p(a)]");
}

TEST_CASE("tags out of place are text, and nothing is lost by them") {
    CHECK(shape_of("</details>\n\na") == "p(</details>) p(a)");
    CHECK(shape_of("<summary>S</summary>\n\na") == "p(<summary>S</summary>) p(a)");
    CHECK(shape_of("<details><summary>S</summary><summary>T</summary>\n\n</details>") ==
          "details(S)[p(<summary>T</summary>)]");
    CHECK(shape_of("a <details><summary>S</summary> b</details>") == "p(a <details><summary>S</summary> b</details>)");
    CHECK(shape_of("<details><div>a</div><script>b</script>\n</details>") ==
          "details[p(<div>a</div><script>b</script>)]");
    CHECK(shape_of("<details \n\na") == "p(<details) p(a)");
    CHECK(shape_of("<details title=\"a\n\nb") == "p(<details title=\"a) p(b)");
    CHECK(shape_of("<detailsopen>\n\na") == "p(<detailsopen>) p(a)");
    const std::string deep = [] {
        std::string text;
        for (int i = 0; i < 500; ++i) text += "<details>\n";
        return text + "\ninnerst\n";
    }();
    const auto blocks = support::blocks(deep);
    CHECK(book::plain_text(blocks).ends_with("innerst"));
    const book::Layout layout =
        book::lay_out(blocks, book::Style::reader(17), 700, support::FixedPitch(), support::FixedAspect(), {.unfolded = true});
    CHECK(layout.text.find("innerst") != std::string::npos);
}

TEST_CASE("keys, sub- and superscripts and breaks are set as such, in text and in blocks of HTML") {
    const auto blocks = support::blocks("<KBD class=x>F5</kbd> H<sub>2</sub>O m<sup>2</sup><br/>b<br clear='all'>c");
    std::string shown;
    for (const book::Span& span : blocks.at(0).spans)
        shown += std::to_string(span.marks) + "[" + (span.text == "\n" ? "/" : span.text) + "]";
    CHECK(shown == "64[F5]0[ H]16[2]0[O m]32[2]0[/]0[b]0[/]0[c]");
    const auto summary =
        support::blocks("<details><summary>Trykk <kbd>F5</kbd></summary>\nH<sub>2</sub>O<br>b\n</details>");
    REQUIRE(summary.at(0).spans.size() == 2);
    CHECK(summary[0].spans[1].marks == book::mark_key);
    CHECK(shape(summary) == "details(Trykk F5)[p(H2O/b)]");
}

TEST_CASE("comments between the tags are remembered with their lines, and never shown") {
    const book::Markdown page =
        book::read_markdown("<details><!-- a -->\n<summary>S</summary>\n<!-- b\nc -->\nd\n\ne\n\n</details>", 10);
    CHECK(shape(page.blocks) == "details(S)[p(d) p(e)]");
    CHECK(page.blocks[0].line == 10);
    REQUIRE(page.comments.size() == 2);
    CHECK(page.comments[0].line == 10);
    CHECK(page.comments[1].line == 12);
    CHECK(page.blocks[0].children[0].line == 14);
    CHECK(page.blocks[0].children[1].line == 16);
}
