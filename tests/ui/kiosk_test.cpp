#include <catch2/catch_test_macros.hpp>

#include "ui/courses_world.h"

using support::CoursesWorld;

namespace {

struct KioskWorld : CoursesWorld {
    explicit KioskWorld(float width = 1024, float height = 768, const course::Histogram& counts = {})
        : CoursesWorld(width, height) {
        with_course();
        with_round(course::RoundPhase::open, counts);
        model.kiosk = app::Kiosk{.meeting = 3};
        canvas.settle();
    }
    int answer(std::string_view question) const {
        for (const course::Answer& answer : model.kiosk->answers)
            if (answer.question == question) return answer.value;
        return -1;
    }
};

}  // namespace

TEST_CASE("the kiosk fits 1024 by 768 with numbers of at least 64 pixels") {
    KioskWorld world;
    for (const char* question : {"nytte", "trygghet", "hjemme"})
        for (int value = 0; value <= 10; ++value) {
            const ui::Item& item = world.canvas.find("kiosk-" + std::string(question) + "-" + std::to_string(value));
            INFO(item.id);
            CHECK(item.max.x - item.min.x >= 64);
            CHECK(item.max.y - item.min.y >= 64);
            CHECK(item.max.x <= 1024);
        }
    const ui::Item& send = world.canvas.find("kiosk-send");
    CHECK(send.max.y - send.min.y >= 64);
    CHECK(send.max.y < world.canvas.find("kiosk-leave").min.y);
}

TEST_CASE("a pressed number is the answer, and pressed again it is taken back") {
    KioskWorld world;
    world.canvas.click("kiosk-trygghet-8");
    REQUIRE(world.canvas.said<app::KioskAnswer>() != nullptr);
    CHECK(world.canvas.said<app::KioskAnswer>()->question == "trygghet");
    CHECK(world.answer("trygghet") == 8);
    CHECK(world.canvas.find("kiosk-trygghet-8").on);
    world.canvas.click("kiosk-trygghet-8");
    CHECK(world.answer("trygghet") == -1);
    CHECK_FALSE(world.canvas.find("kiosk-trygghet-8").on);
}

TEST_CASE("digits answer the question one is at, and one and nought in quick turn is ten") {
    KioskWorld world;
    world.canvas.key(ImGuiKey_7);
    CHECK(world.answer("nytte") == 7);
    world.canvas.click("kiosk-hjemme-2");
    world.canvas.key(ImGuiKey_1);
    CHECK(world.answer("hjemme") == 1);
    world.canvas.key(ImGuiKey_0);
    CHECK(world.answer("hjemme") == 10);
    world.canvas.key(ImGuiKey_1);
    world.canvas.context.now += base::Milliseconds{4000};
    world.canvas.key(ImGuiKey_Keypad0);
    CHECK(world.answer("hjemme") == 0);
    CHECK(world.answer("nytte") == 7);
}

TEST_CASE("the whole kiosk can be answered with Tab, arrows and Enter") {
    KioskWorld world;
    world.canvas.key(ImGuiKey_Tab);
    world.canvas.key(ImGuiKey_RightArrow);
    world.canvas.key(ImGuiKey_RightArrow);
    world.canvas.key(ImGuiKey_Enter);
    CHECK(world.answer("nytte") == 2);
    world.canvas.key(ImGuiKey_Tab);
    world.canvas.key(ImGuiKey_Space);
    CHECK(world.answer("trygghet") == 0);
    world.canvas.key(ImGuiKey_Tab);
    world.canvas.key(ImGuiKey_Tab);
    world.canvas.key(ImGuiKey_Enter);
    CHECK(world.canvas.said<app::KioskSend>() != nullptr);
    // The next person sees no ring from the last, and starts at the first question.
    world.canvas.key(ImGuiKey_Enter);
    REQUIRE(world.canvas.said<app::KioskNextPerson>() != nullptr);
    CHECK_FALSE(ImGui::GetIO().NavVisible);
    world.canvas.key(ImGuiKey_Tab);
    world.canvas.key(ImGuiKey_Enter);
    CHECK(world.answer("nytte") == 0);
}

TEST_CASE("send waits for one answer, then thanks, and the next person meets a clean page") {
    KioskWorld world;
    const auto clean = world.labels();
    CHECK(world.canvas.find("kiosk-send").disabled);
    world.canvas.click("kiosk-send");
    CHECK(world.canvas.said<app::KioskSend>() == nullptr);
    world.canvas.click("kiosk-nytte-9");
    world.canvas.click("kiosk-send");
    REQUIRE(world.canvas.said<app::KioskSend>() != nullptr);
    CHECK(world.canvas.shown("Takk!"));
    CHECK_FALSE(world.canvas.shown("kiosk-nytte-9"));
    CHECK(world.model.records.feedback[0].questions[0].counts[9] == 1);
    world.canvas.click("kiosk-next");
    REQUIRE(world.canvas.said<app::KioskNextPerson>() != nullptr);
    CHECK(world.labels() == clean);
    for (const ui::Item& item : world.canvas.index.items()) CHECK_FALSE(item.on);
    CHECK_FALSE(ImGui::GetIO().NavVisible);
    CHECK(world.state().kiosk.digit == -1);
}

TEST_CASE("the kiosk shows nothing of what others have answered") {
    KioskWorld none(1024, 768);
    KioskWorld many(1024, 768, {0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 33});
    CHECK(none.labels() == many.labels());
    none.model.kiosk->thanks = many.model.kiosk->thanks = true;
    CHECK(none.labels() == many.labels());
}

TEST_CASE("only a key held for two seconds leaves the kiosk") {
    KioskWorld world;
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_Escape, true);
    world.canvas.settle(90);
    CHECK(world.canvas.context.state->animating);
    CHECK(world.canvas.said<app::LeaveKiosk>() == nullptr);
    io.AddKeyEvent(ImGuiKey_Escape, false);
    world.canvas.settle(2);
    CHECK(world.state().kiosk.held == 0);
    io.AddKeyEvent(ImGuiKey_Escape, true);
    world.canvas.settle(110);
    CHECK(world.canvas.said<app::LeaveKiosk>() == nullptr);
    world.canvas.settle(20);
    CHECK(world.canvas.said<app::LeaveKiosk>() != nullptr);
    CHECK_FALSE(world.model.kiosk.has_value());
}

TEST_CASE("the button must be held too, and a click on it does nothing") {
    KioskWorld world;
    world.canvas.click("kiosk-leave");
    world.canvas.settle(150);
    CHECK(world.canvas.said<app::LeaveKiosk>() == nullptr);
    const ui::Item item = world.canvas.find("kiosk-leave");
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent((item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2);
    io.AddMouseButtonEvent(0, true);
    world.canvas.settle(130);
    CHECK(world.canvas.said<app::LeaveKiosk>() != nullptr);
    io.AddMouseButtonEvent(0, false);
    world.canvas.settle(2);
}

TEST_CASE("at 200 percent on a small screen the kiosk scrolls down to send") {
    KioskWorld world(1280, 720);
    world.canvas.context.scale = 2;
    world.canvas.settle();
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(600, 300);
    for (int i = 0; i < 40; ++i) {
        io.AddMouseWheelEvent(0, -1);
        world.canvas.settle(2);
    }
    CHECK(world.canvas.shown("kiosk-send"));
    CHECK(world.canvas.find("kiosk-hjemme-10").max.x <= 1280);
}
