// The leaders' controls of the aids, and the toolbox: each button says its action, and nothing is cut off at 200 %
// text.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <vector>

#include "support/null_canvas.h"
#include "ui/aids/aid_panel.h"

namespace {

using namespace std::chrono_literals;
using base::Milliseconds;

const base::Instant start = base::from_milliseconds(1'800'000'000'000);

session::Countdown countdown(Milliseconds gone, bool running) {
    session::Countdown aid{.phases = {{"Tenk selv", 60s}, {"To og to", 240s}, {"Sammen", 180s}}};
    aid.clock.before = gone;
    if (running) aid.clock.since = start;
    return aid;
}

struct Panel {
    support::NullCanvas canvas;
    app::Model model;

    explicit Panel(session::Aid aid, bool from_toolbox = false, float width = 660, float scale = 1)
        : canvas(width + 80, 1400) {
        model.aid = app::OpenAid{std::move(aid), "Øvelsen", "", from_toolbox};
        canvas.context.now = start;
        canvas.context.scale = scale;
        canvas.draw = [this, width] {
            ImGui::SetCursorScreenPos({40, 20});
            ui::draw_aid_panel(model, canvas.context, width);
            ImGui::Dummy({0, 0});
        };
        canvas.settle();
    }
    template <class T>
    T& aid() {
        return std::get<T>(model.aid->aid);
    }
};

struct Toolbox {
    support::NullCanvas canvas;
    app::Model model;

    explicit Toolbox(float width = 560, float scale = 1) : canvas(width, 1600) {
        canvas.context.scale = scale;
        canvas.draw = [this] { ui::draw_toolbox(model, canvas.context); };
        canvas.settle();
    }
};

}  // namespace

TEST_CASE("without an aid the panel is empty") {
    Panel panel(countdown(0ms, false));
    panel.model.aid.reset();
    panel.canvas.frame();
    CHECK(panel.canvas.index.items().empty());
}

TEST_CASE("the countdown's panel shows phase and time, and starts, skips and adds") {
    Panel panel(countdown(90s, true));
    CHECK(panel.canvas.says("Fase 2 av 3"));
    CHECK(panel.canvas.says("To og to"));
    CHECK(panel.canvas.find("aid-clock").label == "3:30");
    CHECK(panel.canvas.says("Etterpå: Sammen"));
    CHECK(panel.canvas.find("aid-toggle").label == "Ta en pause");
    panel.canvas.click("aid-toggle");
    CHECK(panel.canvas.said<app::ToggleAid>() != nullptr);
    panel.canvas.click("aid-forward");
    CHECK(panel.canvas.said<app::AidForward>() != nullptr);
    panel.canvas.click("aid-minute");
    REQUIRE(panel.canvas.said<app::AidMoreTime>() != nullptr);
    CHECK(panel.canvas.said<app::AidMoreTime>()->minutes == 1);
    CHECK_FALSE(panel.canvas.shown("aid-close"));

    panel.aid<session::Countdown>() = countdown(0ms, false);
    panel.canvas.frame();
    CHECK(panel.canvas.find("aid-toggle").label == "Start");
    panel.aid<session::Countdown>() = countdown(5s, false);
    panel.canvas.frame();
    CHECK(panel.canvas.find("aid-toggle").label == "Fortsett");
}

TEST_CASE("a countdown that is over offers a minute more, and nothing to start") {
    Panel panel(countdown(30min, true));
    CHECK(panel.canvas.says("Tida er ute"));
    CHECK_FALSE(panel.canvas.shown("aid-toggle"));
    panel.canvas.click("aid-minute");
    CHECK(panel.canvas.said<app::AidMoreTime>() != nullptr);
}

TEST_CASE("the talking round's panel goes to the next seat and back") {
    Panel panel(session::TalkingRound{.seats = 11, .each = 90s, .seat = 2});
    CHECK(panel.canvas.says("Plass 3 av 11"));
    panel.canvas.click("aid-forward");
    CHECK(panel.canvas.said<app::AidForward>() != nullptr);
    panel.canvas.click("aid-backward");
    CHECK(panel.canvas.said<app::AidBackward>() != nullptr);
    panel.canvas.click("aid-toggle");
    CHECK(panel.canvas.said<app::ToggleAid>() != nullptr);

    panel.aid<session::TalkingRound>().seat = 0;
    panel.canvas.frame();
    CHECK(panel.canvas.find("aid-backward").disabled);
    panel.aid<session::TalkingRound>().seat = 11;
    panel.canvas.frame();
    CHECK(panel.canvas.says("Alle har hatt ordet"));
    CHECK(panel.canvas.find("aid-forward").disabled);
    CHECK_FALSE(panel.canvas.find("aid-backward").disabled);
}

TEST_CASE("when a seat's time is used, the panel asks for patience") {
    session::TalkingRound round{.seats = 11, .each = 90s, .seat = 2};
    round.clock.before = 2min;
    Panel panel(round);
    CHECK(panel.canvas.says("runde av"));
    CHECK(panel.canvas.find("aid-clock").label == "0:00");
}

TEST_CASE("hands are counted up and down on each of the eleven numbers") {
    Panel panel(session::Scale{.question = "Hvor er du?", .low = "lite", .high = "mye"});
    for (int value = 0; value <= 10; ++value) {
        panel.canvas.click("aid-more-" + std::to_string(value));
        const auto* hand = panel.canvas.said<app::AidHand>();
        REQUIRE(hand != nullptr);
        CHECK(hand->value == value);
        CHECK(hand->more == 1);
        CHECK(panel.canvas.find("aid-less-" + std::to_string(value)).disabled);
    }
    panel.aid<session::Scale>().hands[7] = 2;
    panel.canvas.click("aid-less-7");
    CHECK(panel.canvas.said<app::AidHand>()->value == 7);
    CHECK(panel.canvas.said<app::AidHand>()->more == -1);
    CHECK(panel.canvas.find("aid-count-7").label == "2");
    CHECK(panel.canvas.says("Talt: 2"));
}

TEST_CASE("a number is pointed at and let go again, and counts are shown when asked") {
    Panel panel(session::Scale{.question = "Hvor er du?"});
    panel.canvas.click("aid-number-4");
    CHECK(panel.canvas.said<app::AidMarker>()->value == 4);
    panel.aid<session::Scale>().marker = 4;
    panel.canvas.click("aid-number-4");
    CHECK(panel.canvas.said<app::AidMarker>()->value == -1);
    CHECK_FALSE(panel.canvas.find("aid-counts").on);
    panel.canvas.click("aid-counts");
    CHECK(panel.canvas.said<app::AidShowCounts>()->shown);
    panel.aid<session::Scale>().counts_shown = true;
    panel.canvas.click("aid-counts");
    CHECK_FALSE(panel.canvas.said<app::AidShowCounts>()->shown);
}

TEST_CASE("the breathing panel starts and pauses") {
    Panel panel(session::Breathing{});
    CHECK(panel.canvas.find("aid-toggle").label == "Start");
    CHECK(panel.canvas.says("4 s inn, 6 s ut"));
    panel.canvas.click("aid-toggle");
    CHECK(panel.canvas.said<app::ToggleAid>() != nullptr);
}

TEST_CASE("only an aid from the toolbox can be closed") {
    Panel own(session::Breathing{}, true);
    own.canvas.click("aid-close");
    CHECK(own.canvas.said<app::CloseAid>() != nullptr);
    Panel planned(session::Breathing{}, false);
    CHECK_FALSE(planned.canvas.shown("aid-close"));
}

TEST_CASE("the panel is cut off nowhere, at any text size") {
    const float scale = GENERATE(1.0f, 2.0f);
    const float width = GENERATE(420.0f, 660.0f);
    const session::Aid aids[] = {countdown(90s, true), session::TalkingRound{.seats = 11, .each = 90s, .seat = 2},
                                 session::Scale{.question = "Hvor nyttig var dagens samling for deg?"},
                                 session::Breathing{}};
    for (const session::Aid& aid : aids) {
        Panel panel(aid, true, width, scale);
        for (const ui::Item& item : panel.canvas.index.items()) {
            INFO(item.id << " " << item.label << " at " << scale << " in " << width);
            CHECK(item.min.x >= 40);
            CHECK(item.max.x <= 40 + width);
        }
    }
}

TEST_CASE("the panel of every aid in the shipped handbook is cut off nowhere, and no control lies upon another") {
    const float scale = GENERATE(1.0f, 2.0f);
    const float width = GENERATE(420.0f, 660.0f);
    const book::Handbook book = book::load(HANDBOOK, "nb");
    int aids = 0;
    for (const book::Document& document : book.documents) {
        if (!document.aid) continue;
        const auto aid = session::make_aid(*document.aid, 11);
        if (!aid) continue;
        ++aids;
        Panel panel(*aid, true, width, scale);
        std::vector<ui::Item> controls;
        for (const ui::Item& item : panel.canvas.index.items()) {
            INFO(document.path << ": " << item.id << " " << item.label << " at " << scale << " in " << width);
            CHECK(item.min.x >= 40);
            CHECK(item.max.x <= 40 + width);
            if (item.role == ui::ItemRole::text) continue;
            CHECK_FALSE(item.id.empty());
            for (const ui::Item& other : controls) {
                INFO("upon " << other.id << " " << other.label);
                const bool apart = item.min.x >= other.max.x - 1 || other.min.x >= item.max.x - 1 ||
                                   item.min.y >= other.max.y - 1 || other.min.y >= item.max.y - 1;
                CHECK(apart);
            }
            controls.push_back(item);
        }
        CHECK_FALSE(controls.empty());
    }
    CHECK(aids > 25);
}

TEST_CASE("the toolbox opens every aid, and each is one that this edition can draw") {
    Toolbox box;
    for (const char* id :
         {"toolbox-countdown-5", "toolbox-countdown-10", "toolbox-countdown-15", "toolbox-think-pair-share",
          "toolbox-round-40", "toolbox-round-60", "toolbox-round-90", "toolbox-scale", "toolbox-breathing"}) {
        box.canvas.click(id);
        const auto* opened = box.canvas.said<app::OpenToolbox>();
        REQUIRE(opened != nullptr);
        INFO(id);
        CHECK_FALSE(opened->title.empty());
        CHECK(session::make_aid(opened->spec, 11).has_value());
    }
    CHECK(box.canvas.actions.size() == 9);
}

TEST_CASE("five, ten and fifteen minutes are that long") {
    Toolbox box;
    for (const int minutes : {5, 10, 15}) {
        box.canvas.click("toolbox-countdown-" + std::to_string(minutes));
        const auto aid = session::make_aid(box.canvas.said<app::OpenToolbox>()->spec, 11);
        REQUIRE(aid);
        CHECK(std::get<session::Countdown>(*aid).total() == std::chrono::minutes(minutes));
    }
}

TEST_CASE("the toolbox is cut off nowhere, at any text size") {
    const float scale = GENERATE(1.0f, 2.0f);
    const float width = GENERATE(360.0f, 560.0f);
    Toolbox box(width, scale);
    for (const ui::Item& item : box.canvas.index.items()) {
        INFO(item.label << " at " << scale << " in " << width);
        CHECK(item.max.x <= width);
    }
}
