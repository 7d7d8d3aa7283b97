// Two texts side by side: each goes its own way, and the keys mean the one that was pressed last.
#include <catch2/catch_all.hpp>

#include "around_book.h"

using support::check_inside;
using support::around::Book;
using support::around::chapter;
using support::around::Desk;
using support::around::exercise;
using support::around::theory;

TEST_CASE("Two texts stand side by side, and each goes its own way") {
    const Book book;
    Desk desk(book);
    desk.press(exercise, ImGuiMod_Ctrl);
    REQUIRE(desk.model.reader.beside.has_value());
    CHECK(desk.model.reader.beside->document == exercise);
    CHECK(desk.model.reader.here.document == chapter);
    CHECK(desk.page(0).shown == chapter);
    CHECK(desk.page(1).shown == exercise);
    CHECK(desk.reader().active == 1);
    CHECK_FALSE(desk.canvas.shown("På denne siden"));

    SECTION("a link in the right text opens to the right, and the way back stays the left one's") {
        desk.canvas.click("teorien");
        const auto* said = desk.canvas.said<app::OpenBeside>();
        REQUIRE(said != nullptr);
        CHECK(said->path == theory);
        desk.happen();
        CHECK(desk.page(1).shown == theory);
        CHECK(desk.page(0).shown == chapter);
        CHECK(desk.model.reader.back.empty());
    }
    SECTION("a link in the left text opens to the left, with Ctrl to the right, and an address leaves both be") {
        desk.press("ressurstreet", ImGuiMod_Ctrl);
        CHECK(desk.model.reader.beside->document == exercise);
        CHECK(desk.model.reader.here.document == chapter);
        desk.press("beside-close");
        desk.press("nettet", ImGuiMod_Ctrl);
        CHECK_FALSE(desk.model.reader.beside.has_value());
        desk.press(exercise, ImGuiMod_Ctrl);
        desk.press("ressurstreet");
        CHECK(desk.model.reader.here.document == exercise);
        CHECK(desk.page(1).shown == exercise);
    }
    SECTION("they change places, and one is closed") {
        desk.press("beside-swap");
        CHECK(desk.page(0).shown == exercise);
        CHECK(desk.page(1).shown == chapter);
        desk.press("beside-close");
        CHECK_FALSE(desk.model.reader.beside.has_value());
        CHECK(desk.reader().active == 0);
        CHECK(desk.canvas.shown("beside-open"));
    }
    SECTION("the command opens and closes") {
        desk.command(app::Command::beside);
        CHECK_FALSE(desk.model.reader.beside.has_value());
        desk.command(app::Command::beside);
        REQUIRE(desk.model.reader.beside.has_value());
        CHECK(desk.page(1).shown == chapter);
    }
    SECTION("its neighbours open beside") {
        desk.key(ImGuiKey_End);
        desk.press("beside/next-document");
        CHECK(desk.page(1).shown == theory);
        CHECK(desk.page(0).shown == chapter);
    }
    SECTION("a text that is gone leaves the other alone") {
        std::filesystem::remove(book.path / "nb" / exercise);
        desk.load(book.path);
        desk.canvas.settle();
        CHECK_FALSE(desk.canvas.shown("beside-close"));
        CHECK(desk.page(0).shown == chapter);
        CHECK(desk.reader().active == 0);
    }
    SECTION("idle frames set nothing anew and say nothing") {
        desk.canvas.settle(4);
        desk.happen();
        const std::uint64_t made = ui::layouts_made(*desk.canvas.state);
        desk.canvas.actions.clear();
        desk.canvas.settle(60);
        CHECK(ui::layouts_made(*desk.canvas.state) == made);
        CHECK(desk.canvas.actions.empty());
    }
}

TEST_CASE("The middle button opens beside, and so does Ctrl and Enter") {
    const Book book;
    Desk desk(book);
    const auto middle = [&](const std::string& id) {
        desk.canvas.frame();
        const ui::Item item = desk.canvas.find(id);
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent((item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2);
        desk.canvas.frame();
        for (const bool down : {true, false}) {
            io.AddMouseButtonEvent(2, down);
            desk.canvas.frame();
        }
        desk.happen();
    };
    SECTION("in the contents") {
        middle(theory);
        CHECK(desk.page(1).shown == theory);
        CHECK(desk.page(0).shown == chapter);
    }
    SECTION("on a link") {
        middle("ressurstreet");
        CHECK(desk.page(1).shown == exercise);
        CHECK(desk.page(0).shown == chapter);
    }
    SECTION("with the keyboard") {
        desk.canvas.click("search");
        for (int i = 0; i < 4; ++i) desk.key(ImGuiKey_Tab);
        ImGuiIO& io = ImGui::GetIO();
        io.AddKeyEvent(ImGuiMod_Ctrl, true);
        desk.key(ImGuiKey_Enter);
        io.AddKeyEvent(ImGuiMod_Ctrl, false);
        desk.canvas.settle();
        REQUIRE(desk.model.reader.beside.has_value());
        CHECK(desk.model.reader.beside->document == chapter);
    }
}

TEST_CASE("Keys that scroll mean the page that was pressed last, or has the focus") {
    const Book book;
    Desk desk(book);
    desk.act(app::OpenBeside{chapter, {}});
    REQUIRE(desk.reader().active == 1);
    desk.key(ImGuiKey_PageDown);
    CHECK(desk.page(0).scroll == 0);
    CHECK(desk.page(1).scroll > 100);
    // The same text on both sides: the first one tells where one stopped.
    CHECK_FALSE(desk.model.reader.stopped_at.contains(chapter));

    const float before = desk.page(1).scroll;
    desk.canvas.click_at({600, 700});
    CHECK(desk.reader().active == 0);
    desk.key(ImGuiKey_PageDown);
    CHECK(desk.page(0).scroll > 100);
    CHECK(desk.page(1).scroll == before);
    CHECK(desk.model.reader.stopped_at.contains(chapter));

    desk.key(ImGuiKey_Tab);
    for (int i = 0; i < 60 && desk.reader().active == 0; ++i) desk.key(ImGuiKey_Tab);
    CHECK(desk.reader().active == 1);
}

TEST_CASE("The text beside lands at headings, keeps its place when set anew and is told of changes") {
    const Book book;
    Desk desk(book);
    desk.act(app::OpenBeside{chapter, "avsnitt-3"});
    desk.canvas.settle();
    const float there = desk.page(1).scroll;
    CHECK(there > 500);
    const book::TextPlace top = desk.page(1).top;
    desk.canvas.context.scale = 1.05f;
    desk.canvas.settle(6);
    desk.happen();
    CHECK(desk.page(1).top.stretch == top.stretch);
    CHECK(desk.page(1).scroll > there);
    desk.canvas.context.scale = 1;

    desk.act(app::OpenBeside{theory, {}});
    CHECK(desk.page(1).galley.text(0).find("Kort tekst") != std::string::npos);
    book.write(std::string("nb/") + theory,
               "---\nkind: chapter\nid: teori\ntitle: Mestring og stress\npart: 3\norder: 1\n---\n\nNy tekst.\n");
    desk.load(book.path);
    desk.canvas.settle();
    CHECK(desk.page(1).galley.text(0).find("Ny tekst") != std::string::npos);
}

TEST_CASE("A footnote of the text beside is shown, wherever on the page it is") {
    const Book book;
    Desk desk(book);
    desk.open(theory);
    desk.act(app::OpenBeside{chapter, {}});
    desk.canvas.click("1");
    CHECK(desk.page(1).footnote == 0);
    CHECK(desk.canvas.says("Fotnote"));
    desk.canvas.key(ImGuiKey_Escape);
    CHECK(desk.page(1).footnote == -1);
}

TEST_CASE("In a window too narrow for two, one stands and says so") {
    const Book book;
    Desk desk(book, 900, 720);
    desk.act(app::OpenBeside{exercise, {}});
    CHECK(desk.canvas.says("Vinduet er for smalt til to tekster"));
    CHECK(desk.reader().active == 0);
    check_inside(desk, 900, 720);
    desk.press("beside-close");
    CHECK_FALSE(desk.model.reader.beside.has_value());
}

TEST_CASE("At 1280 by 720 two texts take the place of the contents, which come back on demand") {
    const Book book;
    Desk desk(book, 1280, 720);
    desk.act(app::OpenBeside{exercise, {}});
    CHECK(desk.page(1).shown == exercise);
    CHECK_FALSE(desk.canvas.shown("search"));
    check_inside(desk, 1280, 720);
    desk.press("contents");
    CHECK(desk.canvas.shown("search"));
    CHECK(desk.canvas.shown("beside-close"));
    desk.press(theory);
    CHECK(desk.page(0).shown == theory);
    CHECK(desk.page(1).shown == exercise);
}
