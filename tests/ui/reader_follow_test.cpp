// Where one is and gets back to: following a meeting, the breadcrumb, reading on where one stopped.
#include <catch2/catch_all.hpp>

#include "around_book.h"

using support::around::Book;
using support::around::chapter;
using support::around::Desk;
using support::around::exercise;
using support::around::meeting;
using support::around::theory;

TEST_CASE("The page follows a meeting, says so, and finds its way there and back") {
    const Book book;
    Desk desk(book);
    desk.act(app::Rehearse{1});
    REQUIRE(desk.model.run.has_value());
    REQUIRE(desk.model.run->plan.steps.size() == 2);
    desk.command(app::Command::read_chapter);
    CHECK(desk.model.reader.follows);
    CHECK(desk.page(0).shown == meeting);
    CHECK(desk.canvas.says("Følger samlingen: Velkommen"));
    CHECK_FALSE(desk.canvas.shown("follow"));

    desk.act(app::GoToStep{1});
    CHECK(desk.page(0).shown == exercise);
    CHECK(desk.canvas.says("Følger samlingen: Ressurstre"));

    desk.open(theory);
    CHECK_FALSE(desk.canvas.says("Følger samlingen"));
    desk.press("follow");
    CHECK(desk.model.reader.follows);
    CHECK(desk.page(0).shown == exercise);

    desk.press("follow-back");
    CHECK(desk.model.place == app::Place::meeting);
    desk.command(app::Command::read_chapter);
    CHECK(desk.model.place == app::Place::handbook);
    desk.command(app::Command::read_chapter);
    CHECK(desk.model.place == app::Place::meeting);

    desk.act(app::EndMeeting{});
    desk.open(theory);
    CHECK_FALSE(desk.canvas.shown("follow"));
    CHECK_FALSE(desk.canvas.shown("follow-back"));
}

TEST_CASE("The meeting view stands where it stood when one comes back from reading") {
    const Book book;
    std::string long_notes =
        "---\nkind: session\nid: samling-1\ntitle: Start\nnumber: 1\nminutes: 30\n---\n\nInnledning.\n\n"
        "| Min | Steg | Type | Leder | Vis | Tid å hente |\n| --: | --- | --- | --- | --- | --- |\n"
        "| 30 | [Velkommen](#velkommen) | info | begge | | |\n\n## Velkommen\n\n";
    for (int i = 0; i < 60; ++i) long_notes += "Et notat til dem som leder, nummer " + std::to_string(i) + ".\n\n";
    book.write("nb/del-1/samlinger/samling-1.md",
               long_notes + "## Utstyr\n\nArk.\n\n## Hjemmeoppgave\n\nSe.\n\n## I reserve\n\nIngen.\n");
    Desk desk(book);
    desk.act(app::Rehearse{1});
    desk.canvas.settle();
    const auto scrolled = [&]() -> ImGuiWindow* {
        for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
            if (window->WasActive && window->ScrollMax.y > 200) return window;
        return nullptr;
    };
    ImGuiWindow* notes = scrolled();
    REQUIRE(notes != nullptr);
    ImGui::SetScrollY(notes, 180);
    desk.canvas.settle();
    REQUIRE(notes->Scroll.y == 180);
    desk.command(app::Command::read_chapter);
    REQUIRE(desk.model.place == app::Place::handbook);
    desk.command(app::Command::read_chapter);
    REQUIRE(desk.model.place == app::Place::meeting);
    CHECK(notes->Active);
    CHECK(notes->Scroll.y == 180);
}

TEST_CASE("The breadcrumb leads to where its parts begin") {
    const Book book;
    Desk desk(book);
    desk.open(meeting);
    desk.press("crumb/group");
    CHECK(desk.page(0).shown == meeting);
    desk.press("part/1");
    CHECK_FALSE(desk.canvas.shown(chapter));
    desk.press("crumb/part");
    CHECK(desk.page(0).shown == chapter);
    CHECK(desk.canvas.shown(chapter));
    desk.act(app::OpenBeside{exercise, {}});
    desk.press("beside/crumb/group");
    CHECK(desk.page(0).shown == chapter);
    CHECK(desk.page(1).shown == exercise);
}

TEST_CASE("Reading goes on where it stopped, from home and from an empty reader") {
    const Book book;
    Desk desk(book);
    desk.key(ImGuiKey_PageDown);
    desk.key(ImGuiKey_PageDown);
    const float place = desk.page(0).scroll;
    REQUIRE(place > 200);
    desk.act(app::GoTo{app::Place::home});
    CHECK(desk.canvas.says("Fortsett der du slapp: 1.1 Det lange kapitlet"));
    desk.press("home-continue");
    CHECK(desk.page(0).scroll == Catch::Approx(place).margin(2));

    // A program that starts anew knows the places, but not which text was open.
    Desk fresh(book);
    fresh.model.reader = {};
    fresh.model.reader.stopped_at = desk.model.reader.stopped_at;
    fresh.canvas.state->reader = {};
    fresh.act(app::GoTo{app::Place::handbook});
    fresh.canvas.settle();
    CHECK(fresh.page(0).shown == chapter);
    CHECK(fresh.page(0).scroll == Catch::Approx(place).margin(2));
}
