#include <catch2/catch_test_macros.hpp>
#include <random>

#include "book/layout.h"
#include "support.h"

using book::Layout;

namespace {

struct Hints final : book::Parting {
    void places(std::string_view word, std::vector<std::uint32_t>& at) const override {
        const std::size_t found = word.find("gruppe");
        if (found != std::string_view::npos && found > 2) at.push_back(static_cast<std::uint32_t>(found));
    }
};

std::string random_page(std::mt19937& random) {
    const auto pick = [&](std::size_t most) { return random() % most; };
    static const char* const words[] = {"i",
                                        "på",
                                        "samtalegruppe",
                                        "**fet skrift**",
                                        "*skrå*",
                                        "`kode`",
                                        "åtte",
                                        "20\u00A0min",
                                        "–",
                                        "[lenke](a.md)",
                                        "og/eller",
                                        "«sitat»",
                                        "H<sub>2</sub>O",
                                        "arbeids\u00ADmarked",
                                        "e\u0301n",
                                        "menneskerettighetsorganisasjon"};
    const auto text = [&](std::size_t count) {
        std::string line;
        for (std::size_t i = 0; i < count; ++i) line += std::string(words[pick(std::size(words))]) + " ";
        return line;
    };
    std::string page;
    for (int i = 0; i < 6; ++i) {
        switch (pick(6)) {
            case 0: page += "## " + text(3) + "\n\n"; break;
            case 1: page += "- " + text(9) + "\n  1. " + text(7) + "\n- [x] " + text(2) + "\n\n"; break;
            case 2: page += "> [!NOTE]\n> " + text(9) + "\n\n"; break;
            case 3:
                page += "| " + text(2) + "| " + text(4) + "| c |\n| --- | --: | :-: |\n| " + text(5) + "| " + text(2) +
                        "| |\n| x | " + text(6) + "| y |\n\n";
                break;
            case 4: page += "```\nen  linje\n\n    til\n```\n\n"; break;
            default: page += text(20) + "\n\n";
        }
    }
    return page;
}

bool starts_letter(const Layout& layout, std::uint32_t offset) {
    return offset >= layout.text.size() || (static_cast<unsigned char>(layout.text[offset]) & 0xC0) != 0x80;
}

}  // namespace

TEST_CASE("every letter has one box, and the middle of its halves leads back to its two sides") {
    std::mt19937 random(5);
    const support::FixedPitch measure;
    const Hints hints;
    for (int round = 0; round < 40; ++round) {
        const std::string page = random_page(random);
        const float width = static_cast<float>(120 + random() % 700);
        book::Style style = book::Style::reader(17);
        style.parting = &hints;
        const Layout layout = book::lay_out(support::blocks(page), style, width, measure, support::FixedAspect());
        std::size_t lost = 0;
        std::size_t letters = 0;
        for (const book::Run& run : layout.runs) {
            if (run.set_only) continue;
            for (std::uint32_t at = run.begin; at < run.end;) {
                std::size_t after = at;
                base::next_code_point(layout.text, after);
                const auto end = static_cast<std::uint32_t>(after);
                const auto boxes = book::boxes_of(layout, at, end, measure);
                ++letters;
                if (boxes.size() != 1) {
                    ++lost;
                } else {
                    const book::Rect& box = boxes.front().box;
                    const float middle = box.y + box.height / 2;
                    const bool there = book::offset_at(layout, box.x + box.width * 0.25f, middle, measure) == at &&
                                       book::offset_at(layout, box.x + box.width * 0.75f, middle, measure) == end;
                    // Scrolled sideways, the same letter stands further left.
                    const bool scrolled =
                        boxes.front().pane < 0 ||
                        book::offset_at(layout, box.x - 30 + box.width * 0.25f, middle, measure, 30) == at;
                    lost += !there || !scrolled;
                }
                at = end;
            }
        }
        INFO(page << "\nwidth " << width << ", letters " << letters);
        CHECK(letters > 0);
        CHECK(lost == 0);
    }
}

TEST_CASE("any point leads to a place between two letters of the text, and never into what is only drawn") {
    std::mt19937 random(6);
    const support::FixedPitch measure;
    const Hints hints;
    for (int round = 0; round < 40; ++round) {
        book::Style style = book::Style::reader(17);
        style.parting = &hints;
        const float width = static_cast<float>(60 + random() % 700);
        const Layout layout =
            book::lay_out(support::blocks(random_page(random)), style, width, measure, support::FixedAspect());
        bool good = true;
        for (int i = 0; i < 300; ++i) {
            const float x = static_cast<float>(random() % 1400) - 300;
            const float y = static_cast<float>(random() % 3000) - 300;
            const std::uint32_t at = book::offset_at(layout, x, y, measure, static_cast<float>(random() % 200));
            good = good && at <= layout.text_end && starts_letter(layout, at);
        }
        CHECK(good);
    }
}

TEST_CASE("the boxes of a stretch cover its letters and nothing else, line by line from the top") {
    std::mt19937 random(7);
    const support::FixedPitch measure;
    for (int round = 0; round < 40; ++round) {
        const float width = static_cast<float>(120 + random() % 700);
        const Layout layout = book::lay_out(support::blocks(random_page(random)), book::Style::reader(17), width,
                                            measure, support::FixedAspect());
        if (layout.text_end == 0) continue;
        for (int i = 0; i < 50; ++i) {
            auto begin = static_cast<std::uint32_t>(random() % layout.text_end);
            auto end = static_cast<std::uint32_t>(random() % layout.text_end);
            if (begin > end) std::swap(begin, end);
            while (!starts_letter(layout, begin)) --begin;
            while (!starts_letter(layout, end)) ++end;
            if (begin == end) continue;
            std::size_t lines = 0;
            for (const book::Line& line : layout.lines) {
                bool any = false;
                for (std::uint32_t r = line.first_run; r < line.end_run; ++r)
                    any = any || (!layout.runs[r].set_only && layout.runs[r].end > begin && layout.runs[r].begin < end);
                lines += any;
            }
            const auto boxes = book::boxes_of(layout, begin, end, measure);
            CHECK(boxes.size() == lines);
            for (std::size_t k = 0; k < boxes.size(); ++k) {
                CHECK(boxes[k].box.width >= 0);
                CHECK((k == 0 || boxes[k].box.y >= boxes[k - 1].box.y));
            }
        }
        CHECK(book::boxes_of(layout, 5, 5, measure).empty());
        CHECK(book::boxes_of(layout, layout.text_end, layout.text_end + 50, measure).empty());
    }
    CHECK(book::offset_at(Layout{}, 10, 10, measure) == 0);
}
