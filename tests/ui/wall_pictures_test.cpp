// Every picture that the shipped handbook can put on the wall is measured: letters that can be read from the chairs, all of
// them on the wall, none upon another. Places are in units of a wall 720 high, so one drawing speaks for every size of the
// same shape; a sample is drawn at 3840×2160 to show that it does.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <memory>
#include <set>

#include "app/wall_pictures.h"
#include "support/null_canvas.h"
#include "ui/wall/drawn_text.h"
#include "ui/wall/last_words.h"
#include "ui/wall/wall.h"
#include "ui/wall/wall_canvas.h"

namespace {

const base::Instant now = base::from_milliseconds(1'800'000'000'000);

struct Shape {
    const char* name;
    float width, height;
};
constexpr Shape shapes[] = {{"1024x768", 1024, 768}, {"1920x1080", 1920, 1080}, {"3840x2160", 3840, 2160}};
constexpr Shape small_shapes[] = {{"4:3", 256, 192}, {"16:9", 256, 144}};

const std::vector<app::WallPicture>& pictures() {
    static const std::vector<app::WallPicture> all = app::wall_pictures(
        std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb")), words::Language::nb, now);
    return all;
}

class Measurer {
  public:
    Measurer() : canvas_(3840, 2160) { canvas_.context.now = now; }

    std::vector<ui::DrawnText> drawn(const app::AudienceView& view, float width, float height) {
        ui::DrawnTexts texts;
        canvas_.draw = [&] {
            ui::draw_wall_scene(view, canvas_.context, *ImGui::GetWindowDrawList(), {0, 0}, {width, height});
        };
        canvas_.frame();
        return std::move(texts.all);
    }

  private:
    support::NullCanvas canvas_;
};

bool overlap(const book::Rect& a, const book::Rect& b) {
    constexpr float touch = 1.5f;  // the runs of one line stand side by side
    return a.x + touch < b.right() && b.x + touch < a.right() && a.y + touch < b.bottom() && b.y + touch < a.bottom();
}

bool is_footer(const ui::DrawnText& text, const app::AudienceView& view) {
    return text.text == view.footer;
}

/// A long word is whole on the card of a narrow column, and smaller for it: "Takknemlighet" in one of three at 4:3.
bool on_narrow_cards(const app::AudienceView& view, const Shape& shape) {
    const auto* aid = std::get_if<app::AidScene>(&view.scene);
    return shape.width / shape.height < 1.5f && aid != nullptr && std::holds_alternative<session::Board>(aid->aid);
}

}  // namespace

TEST_CASE("every slide, exercise and aid of the shipped handbook has letters that can be read from the chairs") {
    const Shape shape = GENERATE(small_shapes[0], small_shapes[1]);
    const float width = ui::wall_type::height * shape.width / shape.height;
    Measurer measurer;
    REQUIRE(pictures().size() > 200);
    for (const app::WallPicture& picture : pictures()) {
        const bool cards = on_narrow_cards(picture.view, shape);
        const auto texts = measurer.drawn(picture.view, shape.width, shape.height);
        CHECK(texts.empty() == (picture.view.cover == session::Cover::calm));
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const ui::DrawnText& text = texts[i];
            INFO(picture.name << " on " << shape.name << ": \"" << text.text << "\", type " << text.size);
            const float share = text.box.height / ui::wall_type::height;
            CHECK(share >= (cards || is_footer(text, picture.view) ? 0.03f : 0.04f));
            CHECK(text.box.x >= 24);
            CHECK(text.box.right() <= width - 24);
            CHECK(text.box.y >= 24);
            CHECK(text.box.bottom() <= ui::wall_type::height - 24);
            for (std::size_t other = 0; other < i; ++other) {
                INFO("upon \"" << texts[other].text << "\"");
                CHECK_FALSE(overlap(text.box, texts[other].box));
            }
        }
    }
}

TEST_CASE("a wall of 1024×768, 1920×1080 or 3840×2160 has its text where a small wall of the same shape has it") {
    const Shape shape = GENERATE(shapes[0], shapes[1], shapes[2]);
    Measurer measurer;
    for (std::size_t i = 0; i < pictures().size(); i += 40) {
        INFO(pictures()[i].name);
        const float high = shape.width / shape.height < 1.5f ? 192.0f : 144.0f;
        const auto small = measurer.drawn(pictures()[i].view, 256, high);
        const auto large = measurer.drawn(pictures()[i].view, shape.width, shape.height);
        REQUIRE(small.size() == large.size());
        for (std::size_t text = 0; text < small.size(); ++text) {
            CHECK(small[text].text == large[text].text);
            CHECK(small[text].size == large[text].size);
            CHECK(std::abs(small[text].box.x - large[text].box.x) < 0.01f);
            CHECK(std::abs(small[text].box.y - large[text].box.y) < 0.01f);
        }
    }
}

TEST_CASE("the pictures of a handbook have names of their own, and every slide, exercise and aid is among them") {
    const book::Handbook book = book::load(HANDBOOK, "nb");
    std::set<std::string> names, documents, with_aid;
    for (const app::WallPicture& picture : pictures()) {
        CHECK(names.insert(picture.name).second);
        for (const char letter : picture.name) CHECK((std::isalnum(static_cast<unsigned char>(letter)) || letter == '-'));
        documents.insert(picture.document);
        if (std::holds_alternative<app::AidScene>(picture.view.scene)) with_aid.insert(picture.document);
    }
    for (const book::Document& document : book.documents) {
        INFO(document.path);
        if (document.kind == book::Kind::exercise || !document.slides.empty()) CHECK(documents.contains(document.path));
        if (document.kind == book::Kind::exercise && document.aid) CHECK(with_aid.contains(document.path));
    }
}

TEST_CASE("the last two words of a paragraph stay together, and a lone sign with the word before it") {
    using ui::with_last_words_together;
    CHECK(with_last_words_together(std::string("Din egen takt er god nok.")) == "Din egen takt er god\u00A0nok.");
    CHECK(with_last_words_together(std::string("Hvis noe kommer i veien …")) == "Hvis noe kommer i\u00A0veien\u00A0…");
    CHECK(with_last_words_together(std::string("Du kan pass")) == "Du kan pass");  // too few words to be broken badly
    CHECK(with_last_words_together(std::string("Ta med den gode mestringshistorien hjem")) ==
          "Ta med den gode mestringshistorien hjem");  // two long words are not forced upon a narrow column
    CHECK(with_last_words_together(std::string("Antenna · Magneten")) == "Antenna\u00A0· Magneten");
    CHECK(with_last_words_together(std::string()).empty());
    CHECK(with_last_words_together(std::string("a b c ")) == "a b c ");
}
