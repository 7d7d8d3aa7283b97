#include "ui/kit.h"

#include "base/text.h"

#include <catch2/catch_test_macros.hpp>

#include "support/null_canvas.h"

TEST_CASE("a button is found by its id in every language and says when it is pressed") {
    support::NullCanvas canvas;
    int pressed = 0;
    canvas.draw = [&] {
        if (ui::button(canvas.context, "start", "Start samling 3", {.kind = ui::ButtonKind::primary, .key = "F5"}))
            ++pressed;
    };
    canvas.click("start");
    CHECK(pressed == 1);
    canvas.click("Start samling 3");
    CHECK(pressed == 2);
}

TEST_CASE("a disabled button does nothing") {
    support::NullCanvas canvas;
    int pressed = 0;
    canvas.draw = [&] {
        if (ui::button(canvas.context, "start", "Start", {.disabled = true})) ++pressed;
    };
    canvas.click("start");
    CHECK(pressed == 0);
    CHECK(canvas.find("start").disabled);
}

TEST_CASE("a button is reached by Tab and pressed by Space") {
    support::NullCanvas canvas;
    int pressed = 0;
    canvas.draw = [&] {
        ui::button(canvas.context, "one", "En");
        if (ui::button(canvas.context, "two", "To")) ++pressed;
    };
    canvas.settle();
    canvas.key(ImGuiKey_Tab);
    canvas.key(ImGuiKey_Tab);
    canvas.key(ImGuiKey_Space);
    CHECK(pressed == 1);
}

TEST_CASE("text that is cut for want of room stays whole letters and ends in a mark") {
    support::NullCanvas canvas;
    std::string cut;
    std::string whole;
    canvas.draw = [&] {
        cut = ui::fitted(canvas.context, "Åpenhet æøå på veggen nå", {}, 120);
        whole = ui::fitted(canvas.context, "Kort", {}, 120);
    };
    canvas.settle();
    CHECK(cut.ends_with("…"));
    CHECK(base::sanitised(cut) == cut);
    CHECK(cut.size() < std::string("Åpenhet æøå på veggen nå").size());
    CHECK(whole == "Kort");
}

TEST_CASE("a field takes æøå and grows beyond its first size") {
    support::NullCanvas canvas;
    std::string value;
    canvas.draw = [&] { ui::text_field(canvas.context, "place", "Sted", value, 300); };
    canvas.click("place");
    canvas.type("Rådhuset på Øra, møterom Æ, andre etasje til venstre");
    CHECK(value == "Rådhuset på Øra, møterom Æ, andre etasje til venstre");
}

TEST_CASE("a dialog closes by its cross and by Esc") {
    support::NullCanvas canvas;
    bool open = true;
    canvas.draw = [&] {
        if (open) open = ui::dialog(canvas.context, "about", "Om", 400, [&] { ui::text(canvas.context, "Innhold"); });
    };
    canvas.settle();
    CHECK(canvas.says("Innhold"));
    canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(open);
    open = true;
    canvas.settle();
    canvas.click("dialog-close");
    CHECK_FALSE(open);
}

TEST_CASE("a page that has been laid out is not laid out again") {
    support::NullCanvas canvas;
    std::vector<book::Block> blocks(1);
    blocks[0].spans.push_back({"Et avsnitt."});
    canvas.draw = [&] {
        const ui::FontMeasure measure(canvas.context.fonts);
        canvas.context.state->layouts.get("a", 1, blocks, book::Style::reader(17), 400, measure, canvas.pictures);
    };
    canvas.settle(100);
    CHECK(canvas.context.state->layouts.made() == 1);
}

TEST_CASE("A line breaks between words, never within a time or a number with a point") {
    support::NullCanvas canvas(400, 300);
    ImVec2 broken, slutt, time;
    canvas.draw = [&] {
        const ui::Context& context = canvas.context;
        ui::TextStyle style;
        const float both = ui::text_size(context, "Slutt 12.21", style).x;
        slutt = ui::text_size(context, "Slutt", style);
        time = ui::text_size(context, "12.21", style);
        style.wrap = both - 4;
        broken = ui::text_size(context, "Slutt 12.21", style);
    };
    canvas.frame();
    CHECK(broken.x == std::max(slutt.x, time.x));
    CHECK(broken.y == 2 * slutt.y);
}
