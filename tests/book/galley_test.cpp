#include "book/galley.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>

#include "book/handbook.h"
#include "support.h"

using book::Galley;
using book::TextPlace;

namespace {

struct Desk {
    support::FixedPitch measure;
    support::FixedAspect aspect{1.5f};
    book::Switches switches;
    float width = 640;
    float size = 17;

    book::Setting setting() const { return {book::Style::reader(size), width, &measure, &aspect, &switches}; }
};

book::Document document_of(std::string_view markdown, std::uint64_t revision = 1) {
    book::Document document;
    document.path = "side.md";
    document.revision = revision;
    document.blocks = support::blocks(markdown);
    return document;
}

std::string long_text() {
    std::string text = "# Begynnelsen\n\n";
    for (int i = 0; i < 60; ++i) {
        text += "## Del " + std::to_string(i) + "\n\n";
        for (int p = 0; p < 6; ++p)
            text += "Avsnitt " + std::to_string(p) + " i del " + std::to_string(i) +
                    ": dere sitter i ring og tar det rolig, og den som vil, begynner med å si noe om uka.\n\n";
    }
    text += "Listen:\n\n";
    for (int i = 0; i < 1200; ++i) text += std::to_string(i + 1) + ". punkt nummer " + std::to_string(i + 1) + "\n";
    return text + "\nSlutten.\n";
}

void settle(Galley& galley) {
    while (!galley.settled()) galley.settle(0, 100'000);
}

}  // namespace

TEST_CASE("a page set in stretches is the page set whole: same height, same text, same lines") {
    const Desk desk;
    const book::Document document = document_of(long_text());
    Galley galley;
    CHECK(galley.prepare(document, desk.setting()));
    CHECK_FALSE(galley.prepare(document, desk.setting()));
    CHECK(galley.size() > 5);
    settle(galley);
    const book::Layout whole =
        book::lay_out(document.blocks, desk.setting().style, desk.width, desk.measure, desk.aspect);
    CHECK(std::abs(galley.height() - whole.height) <= static_cast<float>(galley.size()));
    std::string text;
    std::vector<float> left;
    std::size_t lines = 0;
    for (std::uint32_t i = 0; i < galley.size(); ++i) {
        const book::Layout& stretch = galley.layout(i);
        if (!text.empty() && text.back() != '\n') text += '\n';
        text += stretch.text.substr(0, stretch.text_end);
        for (const book::Line& line : stretch.lines) {
            const book::Line& same = whole.lines[lines++];
            CHECK(std::abs(galley.top_of(i) + line.y - same.y) <= static_cast<float>(i + 1));
            CHECK(stretch.runs[line.first_run].x == whole.runs[same.first_run].x);
        }
    }
    CHECK(lines == whole.lines.size());
    CHECK(text == whole.text.substr(0, whole.text_end));
}

TEST_CASE("the text of a stretch is the same whether it is set or only read, at every width") {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    REQUIRE(handbook.documents.size() > 50);
    for (const float width : {200.0f, 640.0f}) {
        Desk desk;
        desk.width = width;
        for (const book::Document& document : handbook.documents) {
            Galley set, read;
            set.prepare(document, desk.setting());
            read.prepare(document, desk.setting());
            for (std::uint32_t i = 0; i < set.size(); ++i) {
                const book::Layout& layout = set.layout(i);
                const bool same = read.text(i) == std::string_view(layout.text).substr(0, layout.text_end);
                INFO(document.path << " stretch " << i);
                CHECK(same);
            }
        }
    }
}

TEST_CASE("only what is in view is set, and settling measures the rest without keeping it") {
    const Desk desk;
    const book::Document document = document_of(long_text());
    Galley galley;
    galley.prepare(document, desk.setting());
    galley.set_view(0, 800);
    CHECK(galley.made() <= 2);
    CHECK_FALSE(galley.settled());
    const float moved = galley.settle(0, 1);
    CHECK(moved == 0);
    settle(galley);
    CHECK(galley.settled());
    CHECK(galley.settle(0, 1'000'000) == 0);
    CHECK(galley.made() == galley.size());
}

TEST_CASE("when the heights above become known, the text in view is said to have moved by just as much") {
    const Desk desk;
    const book::Document document = document_of(long_text());
    Galley galley;
    galley.prepare(document, desk.setting());
    const float wanted = galley.y_of("del-40");
    REQUIRE(wanted > 0);
    float at = wanted;
    for (int i = 0; i < 10'000 && !galley.settled(); ++i) at += galley.settle(at, 5'000);
    CHECK(std::abs(at - galley.y_of("del-40")) < 1);
}

TEST_CASE("a place keeps its meaning at another width and another size") {
    const book::Document document = document_of(long_text());
    Desk desk;
    Galley galley;
    galley.prepare(document, desk.setting());
    settle(galley);
    std::mt19937 random(7);
    for (int i = 0; i < 50; ++i) {
        const float y = std::uniform_real_distribution<float>(0, galley.height() - 100)(random);
        const TextPlace place = galley.place_below(y);
        CHECK(galley.y_of(place) >= y - 200);
        CHECK(galley.y_of(place) <= y + 200);
        const std::string word = galley.text(place.stretch).substr(place.offset, 10);
        Desk narrow = desk;
        narrow.width = 300;
        narrow.size = 24;
        Galley other;
        other.prepare(document, narrow.setting());
        CHECK(other.text(place.stretch).substr(place.offset, 10) == word);
        CHECK(other.y_of(place) >= 0);
    }
    CHECK(galley.y_of("finnes-ikke") < 0);
    CHECK(galley.y_of(TextPlace{9'999, 0}) == galley.height());
}

TEST_CASE("what is folded away is not set until it is opened, and a ticked box is drawn ticked") {
    Desk desk;
    book::Document document = document_of("- [ ] stoler\n- [x] kaffe\n\nEtter lista.\n");
    book::Block more;
    more.type = book::BlockType::details;
    more.line = 40;
    more.spans = {{"Mer om kaffe"}};
    more.children = support::blocks("Skjult avsnitt.\n");
    document.blocks.push_back(more);
    Galley galley;
    galley.prepare(document, desk.setting());
    CHECK(galley.text(0).find("Skjult") == std::string::npos);
    const book::Layout before = galley.layout(0);
    REQUIRE(before.controls.size() == 3);
    CHECK_FALSE(before.controls[0].on);
    CHECK(before.controls[1].on);
    CHECK(before.controls[1].label == "kaffe");
    CHECK(before.controls[2].type == book::Control::Type::details);
    desk.switches = {{before.controls[0].line, true}, {40, true}};
    CHECK(galley.prepare(document, desk.setting()));
    CHECK(galley.text(0).find("Skjult avsnitt.") != std::string::npos);
    CHECK(galley.layout(0).controls[0].on);
    CHECK(galley.layout(0).controls[2].on);
    CHECK(galley.layout(0).height > before.height);
}

TEST_CASE("an empty document has one empty stretch") {
    const Desk desk;
    const book::Document document = document_of("");
    Galley galley;
    galley.prepare(document, desk.setting());
    CHECK(galley.size() == 1);
    CHECK(galley.layout(0).lines.empty());
    CHECK(galley.place_below(0) == TextPlace{});
    settle(galley);
    CHECK(galley.height() == 0);
}

TEST_CASE("a point finds the nearest place in the text, and a stretch of text finds its boxes") {
    const Desk desk;
    const book::Document document = document_of("Første avsnitt med noen ord i.\n\n| a | b |\n| --- | --- |\n| venstre | høyre |\n");
    const book::Layout layout =
        book::lay_out(document.blocks, desk.setting().style, desk.width, desk.measure, desk.aspect);
    for (const char* word : {"Første", "avsnitt", "noen", "venstre", "høyre"}) {
        const auto begin = static_cast<std::uint32_t>(layout.text.find(word));
        const auto end = begin + static_cast<std::uint32_t>(std::string_view(word).size());
        const auto boxes = book::boxes_of(layout, begin, end, desk.measure);
        REQUIRE(boxes.size() == 1);
        const book::Rect& box = boxes.front().box;
        CHECK(box.width > 0);
        CHECK(book::offset_at(layout, box.x + 0.5f, box.y + box.height / 2, desk.measure) == begin);
        CHECK(book::offset_at(layout, box.right() - 0.5f, box.y + box.height / 2, desk.measure) == end);
    }
    CHECK(book::offset_at(layout, -500, -500, desk.measure) == 0);
    CHECK(book::offset_at(layout, 5'000, 5'000, desk.measure) == layout.text.find("høyre") + std::string("høyre").size());
    CHECK(book::boxes_of(layout, 0, layout.text_end, desk.measure).size() == layout.lines.size());
}
