// Tables, and compounds too long for their line or their column.
#include <catch2/catch_test_macros.hpp>

#include <cmath>

#include "book/compounds.h"
#include "book/handbook.h"
#include "book/layout.h"
#include "laid_out.h"

using book::Layout;
using book::Style;
using support::laid_out;
using support::line_texts;

TEST_CASE("a table fills its column, shrinks with it, and at last scrolls in a pane") {
    const std::string markdown =
        "| Min | Steg |\n| --: | --- |\n| 10 | Velkommen til den første samlingen, med kaffe og presentasjon |\n";
    const Layout wide = laid_out(markdown, 900);
    CHECK(wide.panes.empty());
    CHECK(wide.shapes[0].tone == book::Tone::row_ground);
    CHECK(std::abs(wide.shapes[0].box.width - 900) < 1.0f);
    const Layout narrow = laid_out(markdown, 320);
    CHECK(narrow.panes.empty());
    CHECK(narrow.height > wide.height);
    const Layout tiny = laid_out(markdown, 120);
    REQUIRE(tiny.panes.size() == 1);
    CHECK(tiny.panes[0].box.width == 120.0f);
    CHECK(tiny.panes[0].content_width > 120.0f);
    CHECK(tiny.panes[0].box.height == tiny.height);
    for (const book::Line& line : tiny.lines) CHECK(line.pane == 0);
}

TEST_CASE("cells keep their alignment and header cells are semibold") {
    const Layout layout = laid_out("| Antall | Midt |\n| --: | :-: |\n| 1 | x |\n| 100 | xxx |\n", 600);
    std::vector<float> rights;
    for (const book::Line& line : layout.lines) {
        const book::Run& run = layout.runs[line.first_run];
        const std::string text(layout.text_of(run));
        if (text == "Antall") CHECK(run.font.face == book::Face::semibold);
        if (text == "Antall" || text == "1" || text == "100") rights.push_back(run.x + run.width);
    }
    REQUIRE(rights.size() == 3);
    CHECK(std::abs(rights[0] - rights[1]) < 0.01f);
    CHECK(std::abs(rights[1] - rights[2]) < 0.01f);
}

TEST_CASE("a column of numbers stands with its last figures under each other, whether its author said so or not") {
    const Layout layout = laid_out("| Min | Steg |\n| --- | --- |\n| 5 | a |\n| 110 | b |\n|  | c |\n", 600);
    std::vector<float> rights;
    for (const book::Line& line : layout.lines) {
        if (line.first_run == line.end_run) continue;
        const book::Run& run = layout.runs[line.first_run];
        const std::string text(layout.text_of(run));
        if (text == "Min" || text == "5" || text == "110") rights.push_back(run.x + run.width);
    }
    REQUIRE(rights.size() == 3);
    CHECK(std::abs(rights[0] - rights[2]) < 0.01f);
    CHECK(std::abs(rights[1] - rights[2]) < 0.01f);
    const Layout mixed = laid_out("| Min |\n| --- |\n| 5 |\n| ti |\n", 600);
    CHECK(mixed.runs.at(1).x == mixed.runs.at(2).x);
}

TEST_CASE("a compound is parted only where the line would else be short, with a hyphen that is no part of the text") {
    const book::Compounds compounds;
    Style style = Style::reader(20);
    style.parting = &compounds;
    // Twenty signs a line: here nine would be empty, but "mestrings-" takes ten; here twelve; here one.
    CHECK(line_texts(laid_out("aaa bbb ccc mestringskurs", 200, style)) ==
          std::vector<std::string>{"aaa bbb ccc", "mestringskurs"});
    CHECK(line_texts(laid_out("aaa bbb mestringskurs", 200, style)) ==
          std::vector<std::string>{"aaa bbb mestrings-", "kurs"});
    CHECK(line_texts(laid_out("aaa bbb (mestringskurs).", 200, style)) ==
          std::vector<std::string>{"aaa bbb (mestrings-", "kurs)."});
    CHECK(line_texts(laid_out("aaaa bbbb cccc dddd mestringskurs", 200, style)) ==
          std::vector<std::string>{"aaaa bbbb cccc dddd", "mestringskurs"});
    const Layout hyphen = laid_out("aaa bbb mestringskurs", 200, style);
    CHECK(hyphen.text.substr(0, hyphen.text_end) == "aaa bbb mestringskurs");
    CHECK(hyphen.text.substr(hyphen.text_end) == "-");
    // Wider than the line alone: parted wherever it stands, in a heading too.
    CHECK(line_texts(laid_out("mestringskurs", 100, style)) == std::vector<std::string>{"mestrings-", "kurs"});
    CHECK(line_texts(laid_out("#### aaa bbb mestringskurs", 200, style)) ==
          std::vector<std::string>{"aaa bbb", "mestringskurs"});
    // Where the author has put a soft hyphen it is the only place.
    CHECK(line_texts(laid_out("aaa bbb mest\u00ADringskurs", 200, style)) ==
          std::vector<std::string>{"aaa bbb mest-", "ringskurs"});
    CHECK(line_texts(laid_out("aaa bbb `mestringskurs`", 200, style)).size() == 2);
}

TEST_CASE("a table parts its compounds before it scrolls, and never a word while another column has room") {
    const std::string markdown =
        "| Hva | Hvem |\n| --- | --- |\n| mestringskurs arbeidsliv | en som leder gruppa og en til som er med der |\n";
    const book::Compounds compounds;
    Style style = Style::reader(17);
    style.parting = &compounds;
    for (float width = 120; width < 600; width += 7) {
        for (const bool parts : {false, true}) {
            style.parting = parts ? &compounds : nullptr;
            const Layout layout = laid_out(markdown, width, style);
            INFO("width " << width);
            for (const std::string& line : line_texts(layout))
                for (const char* piece : {"mestringskur", "arbeidsl", "grupp", "lede"})
                    CHECK_FALSE(line.ends_with(piece));
            if (parts) CHECK(layout.panes.size() <= laid_out(markdown, width).panes.size());
        }
    }
    style.parting = &compounds;
    bool helped = false;
    for (float width = 120; width < 400; width += 5)
        helped = helped || laid_out(markdown, width, style).panes.size() < laid_out(markdown, width).panes.size();
    CHECK(helped);
}

TEST_CASE("the handbook loses no word when its compounds are parted, in any column") {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    const book::Compounds compounds(handbook);
    std::size_t hyphens = 0;
    for (const float width : {140.0f, 260.0f, 680.0f}) {
        for (const book::Document& document : handbook.documents) {
            Style style = Style::reader(17);
            const Layout whole =
                book::lay_out(document.blocks, style, width, support::FixedPitch(), support::FixedAspect());
            style.parting = &compounds;
            const Layout parted =
                book::lay_out(document.blocks, style, width, support::FixedPitch(), support::FixedAspect());
            INFO(document.path << " at " << width);
            CHECK(parted.text.substr(0, parted.text_end) == whole.text.substr(0, whole.text_end));
            for (const book::Run& run : parted.runs) hyphens += run.set_only && parted.text_of(run) == "-";
            bool inside = true;
            for (const book::Line& line : parted.lines)
                for (std::uint32_t r = line.first_run; r < line.end_run && line.pane < 0; ++r)
                    inside = inside && parted.runs[r].x + parted.runs[r].width <= width + 0.6f;
            CHECK((inside || width < 200));
        }
    }
    CHECK(hyphens > 100);
}
