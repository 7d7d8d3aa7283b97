#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "book/layout.h"
#include "laid_out.h"

using book::Block;
using book::BlockType;
using book::Layout;
using book::Style;
using support::laid_out;
using support::line_texts;

namespace {

// Every span's text in reading order, as the layout should hold it.
std::string spoken(const std::vector<Block>& blocks) {
    std::string text;
    for (const Block& block : blocks) {
        std::string own;
        for (const book::Span& span : block.spans) own += span.text;
        for (std::size_t at = own.find("\u00AD"); at != std::string::npos; at = own.find("\u00AD")) own.erase(at, 2);
        text += " " + own;
        if (block.type == BlockType::image) text += " " + block.caption;
        text += " " + spoken(block.children);
    }
    return support::words(text);
}

// What must hold for every page: nothing lost, nothing outside, nothing on top of anything else, all in order.
void check_page(const std::vector<Block>& blocks, const Layout& layout, float width) {
    CHECK(support::words(std::string_view(layout.text).substr(0, layout.text_end)) == spoken(blocks));
    std::size_t next = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> drawn;
    bool inside = true, ordered = true, sorted = true, apart = true;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const book::Line& line = layout.lines[i];
        sorted = sorted && (i == 0 || layout.lines[i - 1].y <= line.y);
        inside = inside && line.y >= 0 && line.y + line.height <= layout.height + 1;
        inside = inside && line.baseline > line.y && line.baseline <= line.y + line.height;
        const float right = line.pane >= 0 ? layout.panes.at(static_cast<std::size_t>(line.pane)).content_width : width;
        float end = -1000;
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
            const book::Run& run = layout.runs.at(r);
            ordered = ordered && run.x >= end - 0.1f;
            end = run.x + run.width;
            inside = inside && run.x >= -0.1f && end <= right + 0.6f;
            if (!run.set_only) drawn.emplace_back(run.begin, run.end);
            ++next;
        }
    }
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        for (std::size_t k = i + 1;
             k < layout.lines.size() && layout.lines[k].y < layout.lines[i].y + layout.lines[i].height - 0.5f; ++k) {
            const book::Line& a = layout.lines[i];
            const book::Line& b = layout.lines[k];
            if (a.first_run == a.end_run || b.first_run == b.end_run) continue;
            const float a_left = layout.runs[a.first_run].x,
                        a_right = layout.runs[a.end_run - 1].x + layout.runs[a.end_run - 1].width;
            const float b_left = layout.runs[b.first_run].x,
                        b_right = layout.runs[b.end_run - 1].x + layout.runs[b.end_run - 1].width;
            apart = apart && (a_right <= b_left + 0.1f || b_right <= a_left + 0.1f);
        }
    }
    CHECK(inside);
    CHECK(ordered);
    CHECK(sorted);
    CHECK(apart);
    CHECK(next == layout.runs.size());
    // Every sign is drawn once: between the runs there is only white space.
    std::sort(drawn.begin(), drawn.end());
    std::uint32_t at = 0;
    bool covered = true;
    for (const auto& [begin, end] : drawn) {
        covered =
            covered && begin >= at && support::words(std::string_view(layout.text).substr(at, begin - at)).empty();
        at = end;
    }
    covered = covered && support::words(std::string_view(layout.text).substr(at, layout.text_end - at)).empty();
    CHECK(covered);
    CHECK(std::is_sorted(layout.shapes.begin(), layout.shapes.end(),
                         [](const auto& a, const auto& b) { return a.box.y < b.box.y; }));
    CHECK(std::is_sorted(layout.anchors.begin(), layout.anchors.end(),
                         [](const auto& a, const auto& b) { return a.y < b.y; }));
    for (const book::Shape& shape : layout.shapes) CHECK((shape.box.height > 0.0f && shape.box.width > 0.0f));
}

const char* const everything_markdown =
    "# Tittel som er lang nok til å brytes over flere linjer når spalta er smal\n\n"
    "Et avsnitt med **fet**, *kursiv*, ~~strøket~~, `kode` og [en lenke](https://example.org), og en fotnote[^1]. Det "
    "er langt nok til å brytes.\n\n"
    "## Liste\n\n- ett\n- to\n  1. nøstet\n  2. nøstet to\n     - dypere\n- [x] gjort\n- [ ] ugjort\n\n"
    "> Et sitat som går over mer enn én linje når spalta er smal nok til det.\n\n"
    "> [!WARNING]\n> **Til kursleder.** Husk dette.\n>\n> - a\n> - b\n\n"
    "| Min | Steg | Leder |\n| --: | --- | :-: |\n| 10 | Velkommen med litt mer tekst enn de andre | begge |\n| 5 | "
    "Pause | |\n\n"
    "```\nkode  med   mellomrom\n\n    og innrykk\n```\n\n"
    "![alt](a.svg \"En bildetekst\")\n\n---\n\nSlutt.\n\n[^1]: Fotnote.\n";

}  // namespace

TEST_CASE("lines break at the last space that fits") {
    // At 20 pixels a sign is 10 wide: 100 pixels hold ten signs.
    Style style = Style::reader(20);
    const Layout layout = laid_out("aaa bbb cc dddd eeeeeeeeee f", 100, style);
    CHECK(line_texts(layout) == std::vector<std::string>{"aaa bbb cc", "dddd", "eeeeeeeeee", "f"});
    CHECK(layout.lines[0].height == std::round(20 * style.line));
    CHECK(layout.lines[1].y == layout.lines[0].y + layout.lines[0].height);
}

TEST_CASE("words with a hyphen or a dash may break after it, numbers and short forms may not") {
    const Style style = Style::reader(20);
    CHECK(line_texts(laid_out("samtale-gruppe", 100, style)) == std::vector<std::string>{"samtale-", "gruppe"});
    CHECK(line_texts(laid_out("og/eller ja", 60, style)) == std::vector<std::string>{"og/", "eller", "ja"});
    CHECK(line_texts(laid_out("xx e-post 10–12", 60, style)) == std::vector<std::string>{"xx", "e-post", "10–12"});
}

TEST_CASE("a soft hyphen is drawn where the line breaks there and nowhere else") {
    const Style style = Style::reader(20);
    const Layout broken = laid_out("arbeids\u00ADmarked", 100, style);
    CHECK(line_texts(broken) == std::vector<std::string>{"arbeids-", "marked"});
    CHECK(broken.text.substr(0, broken.text_end) == "arbeidsmarked");
    CHECK(line_texts(laid_out("arbeids\u00ADmarked", 200, style)) == std::vector<std::string>{"arbeidsmarked"});
    // Room for the part but not for its hyphen: the break comes earlier.
    CHECK(line_texts(laid_out("aaaa bbbbb\u00ADcccc", 100, style)) == std::vector<std::string>{"aaaa", "bbbbbcccc"});
    CHECK(line_texts(laid_out("slutt\u00AD", 100, style)) == std::vector<std::string>{"slutt"});
}

TEST_CASE("a number and its unit joined by a no-break space stay together") {
    CHECK(line_texts(laid_out("vent i 20\u00A0min nå", 100, Style::reader(20))) ==
          std::vector<std::string>{"vent i", "20\u00A0min nå"});
}

TEST_CASE("a word wider than the line breaks by sign, combining signs stay with theirs") {
    CHECK(line_texts(laid_out("a 12345678901234 b", 100, Style::reader(20))) ==
          std::vector<std::string>{"a", "1234567890", "1234 b"});
    const Layout layout = laid_out("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 40, Style::reader(20));
    for (const std::string& line : line_texts(layout)) CHECK(line.starts_with("e"));
}

TEST_CASE("spans join without a gap and one setting is one run") {
    const Layout layout = laid_out("en to **tre**, fire fem", 600);
    REQUIRE(layout.lines.size() == 1);
    REQUIRE(layout.runs.size() == 3);
    CHECK(layout.text_of(layout.runs[0]) == "en to");
    CHECK(layout.text_of(layout.runs[2]) == ", fire fem");
    CHECK(layout.runs[2].x == layout.runs[1].x + layout.runs[1].width);
    CHECK(layout.runs[1].font.face == book::Face::bold);
}

TEST_CASE("everything a page can hold stays inside its column at any width") {
    const auto blocks = support::blocks(everything_markdown);
    for (const float width : {40.0f, 90.0f, 180.0f, 320.0f, 560.0f, 700.0f, 1400.0f}) {
        for (const float size : {13.0f, 17.0f, 34.0f}) {
            if (width < size * 8) continue;
            INFO("width " << width << ", size " << size);
            check_page(blocks,
                       book::lay_out(blocks, Style::reader(size), width, support::FixedPitch(), support::FixedAspect()),
                       width);
        }
    }
}

TEST_CASE("pages made at random lose no word and overlap nowhere") {
    std::mt19937 random(20261121);
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const std::vector<std::string> words = {"i",
                                            "på",
                                            "mestring",
                                            "**fet**",
                                            "*kursiv*",
                                            "`kode`",
                                            "samtale-gruppe",
                                            "arbeids\u00ADmarkedstiltak",
                                            "20\u00A0min",
                                            "[lenke](a.md)",
                                            "menneskerettighetsorganisasjon",
                                            "~~feil~~",
                                            "–",
                                            "og/eller",
                                            "<sup>2</sup>",
                                            "«sitat»"};
    const auto text = [&](int count) {
        std::string line;
        for (int i = 0; i < count; ++i)
            line += words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))] + " ";
        return line;
    };
    for (int round = 0; round < 60; ++round) {
        std::string markdown;
        for (int i = 0; i < 8; ++i) {
            switch (pick(7)) {
                case 0:
                    markdown += std::string(static_cast<std::size_t>(1 + pick(4)), '#') + " " + text(4) + "\n\n";
                    break;
                case 1: markdown += "- " + text(9) + "\n  - " + text(12) + "\n- " + text(2) + "\n\n"; break;
                case 2: markdown += "98. " + text(9) + "\n99. " + text(3) + "\n100. " + text(20) + "\n\n"; break;
                case 3: markdown += "> " + text(15) + "\n\n"; break;
                case 4: markdown += "> [!TIP]\n> " + text(15) + "\n\n"; break;
                case 5:
                    markdown +=
                        "| " + text(3) + "| " + text(9) + "|\n| --- | --: |\n| " + text(5) + "| " + text(2) + "|\n\n";
                    break;
                default: markdown += text(30) + "\n\n";
            }
        }
        const float width = static_cast<float>(250 + pick(600));
        INFO(markdown << "\nwidth " << width);
        const auto blocks = support::blocks(markdown);
        check_page(blocks,
                   book::lay_out(blocks, Style::reader(17), width, support::FixedPitch(), support::FixedAspect()),
                   width);
    }
}

TEST_CASE("the first block has no air above it, and a heading has more above than below") {
    const Layout layout = laid_out("Tekst.\n\n## Overskrift\n\nTekst.");
    REQUIRE(layout.lines.size() == 3);
    CHECK(layout.lines[0].y == 0.0f);
    const float above = layout.lines[1].y - (layout.lines[0].y + layout.lines[0].height);
    const float below = layout.lines[2].y - (layout.lines[1].y + layout.lines[1].height);
    CHECK(above > below);
    CHECK(laid_out("## Overskrift").lines[0].y == 0.0f);
}

TEST_CASE("runs of different size on a line share its baseline, and raised ones rise") {
    const Layout layout = laid_out("stor `kode` m<sup>2</sup> H<sub>2</sub>O ord[^1]\n\n[^1]: x");
    REQUIRE(layout.lines.size() == 1);
    bool raised = false, lowered = false, marked = false;
    for (const book::Run& run : layout.runs) {
        raised = raised || run.rise > 0;
        lowered = lowered || run.rise < 0;
        if (run.footnote == 0) {
            marked = true;
            CHECK(run.rise > 0.0f);
            CHECK(run.font.size < 17.0f);
        }
    }
    CHECK((raised && lowered && marked));
}

TEST_CASE("list markers hang on the baseline of their first line") {
    const Layout layout = laid_out("9. ni\n10. ti\n\n- punkt\n  - under\n- [x] gjort");
    std::vector<float> number_ends;
    for (const book::Line& line : layout.lines) {
        const book::Run& first = layout.runs[line.first_run];
        if (first.set_only) number_ends.push_back(first.x + first.width);
    }
    REQUIRE(number_ends.size() == 2);
    CHECK(std::abs(number_ends[0] - number_ends[1]) < 0.01f);
    std::vector<book::ShapeType> markers;
    for (const book::Shape& shape : layout.shapes) markers.push_back(shape.type);
    CHECK(markers == std::vector<book::ShapeType>{book::ShapeType::bullet, book::ShapeType::ring,
                                                  book::ShapeType::checkbox_ticked});
    CHECK(layout.text.substr(layout.text_end) == "9.10.");
    CHECK(layout.shapes[1].box.x > layout.shapes[0].box.x);
}

TEST_CASE("an item without text still shows its marker") {
    CHECK(laid_out("-\n- a").shapes.size() == 2);
    CHECK(laid_out("- ![x](a.svg)").shapes.size() == 1);
    CHECK(laid_out("1. | a |\n   | - |\n   | b |").text.ends_with("1."));
}

TEST_CASE("an alert has a ground, a bar and a sign, and no label of its own") {
    const Layout layout = laid_out("> [!CAUTION]\n> **Til kursleder.** Pust.");
    REQUIRE(layout.shapes.size() == 3);
    CHECK(layout.shapes[0].tone == book::Tone::caution_ground);
    CHECK(layout.shapes[1].tone == book::Tone::caution_bar);
    CHECK(layout.shapes[0].box.height == layout.height);
    const book::Shape& sign = layout.shapes[2];
    CHECK(sign.type == book::ShapeType::sign);
    CHECK(sign.tone == book::Tone::caution_bar);
    CHECK(sign.box.right() < layout.runs[0].x);
    CHECK(sign.box.bottom() < layout.height);
    CHECK(line_texts(layout) == std::vector<std::string>{"Til kursleder. Pust."});
    CHECK(laid_out("> [!TIP]\n>").height == layout.height);
}

TEST_CASE("a key of the keyboard has room for its cap and is never parted between its words") {
    Block block;
    block.spans = {{"Trykk"}, {" "}, {"Page Down", book::mark_key}, {"+", 0}, {"A", book::mark_key}, {" nå", 0}};
    const Layout layout =
        book::lay_out(std::vector<Block>{block}, Style::reader(20), 600, support::FixedPitch(), support::FixedAspect());
    REQUIRE(layout.lines.size() == 1);
    REQUIRE(layout.runs.size() == 5);
    const auto& runs = layout.runs;
    CHECK(layout.text_of(runs[1]) == "Page Down");
    CHECK(runs[1].font.face == book::Face::semibold);
    CHECK(runs[1].font.size < 20);
    for (const std::size_t key : {std::size_t{1}, std::size_t{3}}) {
        const float cap = runs[key].font.size * 0.25f;
        CHECK(runs[key - 1].x + runs[key - 1].width <= runs[key].x - cap);
        CHECK(runs[key].x + runs[key].width + cap <= runs[key + 1].x);
    }
    CHECK(layout.text == "Trykk Page Down+A nå");
}

TEST_CASE("a picture keeps its shape within the column; without a size its alternative text stands in a frame") {
    const Layout wide = laid_out("![alt](a.svg \"Tekst under\")", 300, Style::reader(17), 2.0f);
    REQUIRE(wide.pictures.size() == 1);
    CHECK(wide.pictures[0].box.width == 300.0f);
    CHECK(wide.pictures[0].box.height == 150.0f);
    CHECK(wide.lines.at(0).y > 150.0f);
    const Layout tall = laid_out("![alt](a.svg)", 900, Style::reader(17), 0.5f);
    CHECK(tall.pictures[0].box.height == Style::reader(17).most_picture_height);
    CHECK(tall.pictures[0].box.width == tall.pictures[0].box.height / 2);
    const Layout unknown = laid_out("![Et tre](a.svg)", 300, Style::reader(17), 0);
    CHECK(unknown.pictures.empty());
    CHECK(unknown.shapes.at(0).type == book::ShapeType::outline);
    CHECK(line_texts(unknown) == std::vector<std::string>{"Et tre"});
}

TEST_CASE("anchors and lines are found by place") {
    const Layout layout = laid_out(everything_markdown, 500);
    CHECK(layout.y_of("liste") > 0.0f);
    CHECK(layout.y_of("finnes-ikke") == 0.0f);
    for (float y = -10; y < layout.height + 20; y += 7) {
        std::size_t expected = layout.lines.size();
        for (std::size_t i = layout.lines.size(); i-- > 0;)
            if (layout.lines[i].y + layout.lines[i].height > y) expected = i;
        CHECK(layout.first_line_below(y) == expected);
    }
    CHECK(Layout{}.first_line_below(0) == 0);
}

TEST_CASE("a slide has no anchors, no captions, no links and no footnote marks") {
    const Layout layout =
        laid_out("### Under\n\n[lenke](a.md) og note[^1]\n\n![a](a.svg \"tekst\")\n\n[^1]: x", 900, Style::wall(768));
    CHECK(layout.anchors.empty());
    CHECK(layout.text.find("tekst") == std::string::npos);
    for (const book::Run& run : layout.runs) {
        CHECK(run.link == -1);
        CHECK(run.footnote == -1);
        CHECK(run.tone != book::Tone::link);
    }
}

TEST_CASE("the wall's capitals are at least four per cent of its height") {
    for (const float height : {480.0f, 600.0f, 768.0f, 1080.0f, 2160.0f})
        CHECK(Style::wall(height).body * 0.727f >= height * 0.04f);
}

TEST_CASE("the reader's sizes grow together with the text size") {
    CHECK(Style::reader(16).heading[0] == 34.0f);
    CHECK(Style::reader(17).heading[1] == 26.0f);
    CHECK(Style::reader(34).heading[0] == 68.0f);
    CHECK(Style::reader(34).gap == 2 * Style::reader(17).gap);
}

TEST_CASE("empty and odd input is laid out without harm") {
    CHECK(laid_out("").lines.empty());
    CHECK(laid_out("", 0).height == 0.0f);
    for (const float width : {0.0f, -5.0f, 1.0f, 7.0f}) {
        const Layout layout = laid_out(everything_markdown, width);
        CHECK(support::words(layout.text.substr(0, layout.text_end)).size() > 100);
    }
    Block deep;
    for (int i = 0; i < 1000; ++i) {
        Block outer;
        outer.type = BlockType::quote;
        outer.children.push_back(std::move(deep));
        deep = std::move(outer);
    }
    CHECK(book::lay_out(std::vector<Block>{deep}, Style::reader(17), 300, support::FixedPitch(), support::FixedAspect())
              .lines.empty());
}

TEST_CASE("words are measured, not letters") {
    std::string markdown;
    for (int i = 0; i < 2000; ++i) markdown += "mestring er en prosess ";
    const support::FixedPitch measure;
    const Layout layout =
        book::lay_out(support::blocks(markdown), Style::reader(17), 600, measure, support::FixedAspect());
    CHECK(measure.calls < 8100);
    CHECK(layout.lines.size() > 100);
}
