// The shelf: bookmarks, the reading list of each leader and its check marks.
#include <catch2/catch_all.hpp>

#include "around_book.h"

using support::check_inside;
using support::around::Book;
using support::around::chapter;
using support::around::Desk;
using support::around::exercise;
using support::around::meeting;
using support::around::theory;

TEST_CASE("A bookmark is set where one reads, seen in the margin and the contents, and taken away") {
    const Book book;
    Desk desk(book);
    desk.press("bookmarks");
    CHECK(desk.canvas.says("Ingen bokmerker ennå"));
    desk.press("bookmarks");

    desk.open(chapter, "avsnitt-2");
    desk.command(app::Command::bookmark);
    REQUIRE(desk.model.reader.bookmarks.size() == 1);
    CHECK(desk.model.reader.bookmarks[0].document == chapter);
    CHECK(desk.model.reader.bookmarks[0].anchor == "avsnitt-2");
    CHECK(desk.model.reader.bookmarks[0].title == "Avsnitt 2");
    CHECK(desk.canvas.shown("ribbon/avsnitt-2"));
    CHECK(desk.canvas.find("bookmark").label == "Ta bort bokmerket (Ctrl+D)");

    desk.open(theory);
    desk.command(app::Command::bookmark);
    REQUIRE(desk.model.reader.bookmarks.size() == 2);
    CHECK(desk.model.reader.bookmarks[1].anchor.empty());
    CHECK(desk.canvas.shown("ribbon/"));

    desk.press("bookmarks");
    if (!desk.canvas.shown("bookmark/0")) desk.press("bookmarks");
    desk.press("bookmark/0");
    CHECK(desk.model.reader.here.document == chapter);
    CHECK(desk.page(0).scroll > 200);
    desk.press("ribbon/avsnitt-2");
    REQUIRE(desk.model.reader.bookmarks.size() == 1);
    CHECK_FALSE(desk.canvas.shown("ribbon/avsnitt-2"));
    desk.press("bookmark-remove/0");
    CHECK(desk.model.reader.bookmarks.empty());
}

TEST_CASE("A bookmark in a text that is gone says so and can only be taken away") {
    const Book book;
    Desk desk(book);
    desk.act(app::ToggleBookmark{{theory, "", "Mestring og stress"}});
    std::filesystem::remove(book.path / "nb" / theory);
    desk.load(book.path);
    desk.canvas.settle();
    if (!desk.canvas.shown("bookmark/0")) desk.press("bookmarks");
    CHECK(desk.canvas.find("bookmark/0").disabled);
    CHECK(desk.canvas.says("Finnes ikke lenger i håndboka"));
    desk.press("bookmark/0");
    CHECK(desk.model.reader.here.document == chapter);
    desk.press("bookmark-remove/0");
    CHECK(desk.model.reader.bookmarks.empty());
}

TEST_CASE("The reading list shows what each leader has read, and marks it") {
    const Book book;
    Desk desk(book);
    desk.press("reading-list");
    REQUIRE(desk.reader().around.list_open);
    const std::string cell = std::string("list/") + theory + "/1";
    CHECK_FALSE(desk.canvas.find(cell).on);
    CHECK(desk.canvas.says("0 av 4 lest"));
    CHECK(desk.canvas.says("Mestring og stress: ingen har lest den"));
    const int before = desk.reader().around.list.minutes_left[0];
    CHECK(before >= 5);

    desk.press(cell);
    CHECK(desk.model.reader.read.at(theory) == app::leader_professional);
    CHECK(desk.canvas.find(cell).on);
    CHECK(desk.canvas.says("1 av 4 lest"));
    CHECK(desk.canvas.says("0 av 4 lest"));
    CHECK(desk.canvas.says("Mestring og stress: Fagperson"));
    desk.press(std::string("list/") + chapter + "/1");
    CHECK(desk.reader().around.list.minutes_left[0] < 5);
    CHECK(desk.reader().around.list.minutes_left[1] == before);
    desk.press(cell);
    CHECK_FALSE(desk.model.reader.read.contains(theory));

    for (const char* path : {chapter, meeting, exercise, theory}) desk.act(app::MarkRead{path});
    CHECK(desk.canvas.says("Alt er lest."));

    desk.press("reading/1");
    CHECK(desk.model.settings.reading == app::leader_user_representative);
    desk.press(std::string("list/") + theory);
    CHECK(desk.model.reader.here.document == theory);
    CHECK_FALSE(desk.reader().around.list_open);
}

TEST_CASE("The reading list is whole with the keyboard, over any place, and at 200 % in a small window") {
    const Book book;
    Desk desk(book, 1280, 720);
    desk.act(app::GoTo{app::Place::home});
    desk.press("home-reading-list");
    CHECK(desk.canvas.shown(std::string("list/") + chapter + "/2"));
    check_inside(desk, 1280, 720);
    for (int i = 0; i < 40 && desk.model.reader.read.empty(); ++i) {
        desk.key(ImGuiKey_Tab);
        const ImGuiID focused = ImGui::GetCurrentContext()->NavId;
        REQUIRE(focused != 0);
        if (i >= 5) desk.key(ImGuiKey_Space);
        if (!desk.reader().around.list_open) desk.command(app::Command::reading_list);
    }
    CHECK_FALSE(desk.model.reader.read.empty());
    desk.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.reader().around.list_open);

    desk.canvas.context.scale = 2;
    desk.model.settings.text_scale = 6;
    desk.command(app::Command::reading_list);
    for (const ui::Item& item : desk.canvas.index.items()) CHECK(item.max.x <= 1280.5f);
    CHECK(desk.canvas.shown("reading/2"));
    // Long names stand in one line: none is broken within a word.
    int heads = 0;
    for (const ui::Item& item : desk.canvas.index.items()) {
        if (item.role != ui::ItemRole::text || item.label != "Brukerrepresentant") continue;
        ++heads;
        CHECK(item.max.y - item.min.y < 1.5f * desk.canvas.context.px(14 * 1.35f));
    }
    CHECK(heads == 1);
}

TEST_CASE("From an hour on the reading list says how much is left in hours and minutes") {
    const Book book;
    Desk desk(book);
    desk.press("reading-list");
    ui::ReadingList& list = desk.reader().around.list;
    list.minutes_left = {59, 497};
    desk.canvas.frame();
    CHECK(desk.canvas.says("Omtrent 59 min igjen å lese"));
    CHECK(desk.canvas.says("Omtrent 8 t 17 min igjen å lese"));
}

TEST_CASE("The check marks in the contents are those of the ones who read now") {
    const Book book;
    Desk desk(book);
    app::Model& model = desk.model;
    desk.act(app::MarkRead{theory, app::leader_professional, true});
    CHECK(model.reader.read.at(theory) == app::leader_professional);
    const auto vertices = [&] {
        desk.canvas.frame();
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    const int both = vertices();
    desk.act(app::SetReading{app::leader_professional});
    CHECK(vertices() > both);  // a check mark more
    desk.act(app::SetReading{app::leader_user_representative});
    CHECK(vertices() == both);
}
