#include "ui/views/reader_find.h"

#include <catch2/catch_all.hpp>

#include "find_world.h"

namespace {

using support::FindBook;
using support::FindDesk;
using support::hay;
using support::short_text;

std::vector<std::string> found(const std::string& text, const std::string& query, bool loosely = false) {
    std::vector<std::string> made;
    for (const book::Stretch& at : ui::found_on_page(text, query, loosely))
        made.push_back(text.substr(at.begin, at.end - at.begin));
    return made;
}

using Found = std::vector<std::string>;

/// The match that is shown stands in the part of the page that is seen, and not at its very edge.
bool in_view(const FindDesk& desk) {
    ui::ReaderPage& page = desk.page();
    const ui::ReaderMatch& match = page.find.matches.at(static_cast<std::size_t>(page.find.at));
    const float y = page.body_top + page.galley.y_of(match.begin) - page.scroll;
    return y > 20 && y < page.view - 40;
}

std::string text_of(const FindDesk& desk, const ui::ReaderMatch& match) {
    return desk.page().galley.text(match.begin.stretch).substr(match.begin.offset, match.length);
}

}  // namespace

TEST_CASE("A phrase is found in any case, over blanks and soft hyphens, and not from one line into the next") {
    CHECK(found("Nåla er nåla, NÅLA.", "nåla") == Found{"Nåla", "nåla", "NÅLA"});
    CHECK(found("en god  dag", "god dag") == Found{"god  dag"});
    CHECK(found("en god\u00A0dag", " god dag ") == Found{"god\u00A0dag"});
    CHECK(found("god\ndag", "god dag").empty());
    CHECK(found("gruppe\u00ADregler", "grupperegler") == Found{"gruppe\u00ADregler"});
    CHECK(found("i midten av ordet", "dte") == Found{"dte"});
    CHECK(found("aaaa", "aa") == Found{"aa", "aa"});
    CHECK(found("noe", "").empty());
    CHECK(found("noe", "  ").empty());
    CHECK(found("", "noe").empty());
    CHECK(found("noe \xFF\xFE\xC3", "noe") == Found{"noe"});
}

TEST_CASE("å is not a, unless one looks loosely") {
    CHECK(found("nål og nal", "nal") == Found{"nal"});
    CHECK(found("nål og nal", "nål") == Found{"nål"});
    CHECK(found("nål, naal og nal", "nal", true) == Found{"nål", "naal", "nal"});
    CHECK(found("Nål", "naal", true) == Found{"Nål"});
    CHECK(found("røtter og roetter", "rotter", true) == Found{"røtter", "roetter"});
    CHECK(found("idé", "ide", true) == Found{"idé"});
}

TEST_CASE("Ctrl+F finds in the open page: counted, marked, and the match in view") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.open(hay);
    desk.command(app::Command::find);
    CHECK(ui::typing(*desk.canvas.state));
    CHECK(ui::takes_escape(*desk.canvas.state, desk.model));
    desk.type("nåla");
    REQUIRE(desk.find().matches.size() == 3);
    CHECK(desk.find().at == 0);
    CHECK(desk.canvas.shown("1 av 3"));

    desk.key(ImGuiKey_Enter);
    CHECK(desk.canvas.shown("2 av 3"));
    CHECK(desk.page().scroll > 500);
    CHECK(in_view(desk));
    CHECK(text_of(desk, desk.find().matches[1]) == "nåla");

    // In a table that is wider than the page, the table is pushed sideways too.
    desk.key(ImGuiKey_F3);
    CHECK(desk.canvas.shown("3 av 3"));
    CHECK(in_view(desk));
    CHECK(desk.page().panes[desk.find().matches[2].begin.stretch][0] > 100);

    desk.key(ImGuiKey_Enter);
    CHECK(desk.canvas.shown("1 av 3"));
    CHECK(in_view(desk));
    desk.key(ImGuiKey_Enter, ImGuiMod_Shift);
    CHECK(desk.canvas.shown("3 av 3"));
    desk.canvas.click("find-previous");
    desk.canvas.settle(8);
    CHECK(desk.canvas.shown("2 av 3"));
    desk.canvas.click("find-next");
    CHECK(desk.canvas.shown("3 av 3"));
}

TEST_CASE("Typing on keeps the match, and Esc leaves the page where it is") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.open(hay);
    desk.command(app::Command::find);
    desk.type("nål");
    desk.key(ImGuiKey_F3);
    REQUIRE(desk.find().at == 1);
    const float scroll = desk.page().scroll;
    ImGui::GetIO().AddKeyEvent(ImGuiKey_End, true);
    desk.canvas.frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_End, false);
    desk.type("a");
    CHECK(desk.find().query == "nåla");
    CHECK(desk.find().at == 1);
    CHECK(desk.page().scroll == scroll);
    desk.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.find().open);
    CHECK_FALSE(desk.canvas.shown("find"));
    CHECK(desk.find().matches.empty());
    CHECK(desk.page().scroll == scroll);
    CHECK(desk.canvas.said<app::Escape>() == nullptr);
    CHECK_FALSE(ui::takes_escape(*desk.canvas.state, desk.model));

    // Opened again it begins where one reads, with what was looked for last.
    desk.command(app::Command::find);
    desk.canvas.settle(8);
    CHECK(desk.find().query == "nåla");
    CHECK(desk.find().at == 1);
}

TEST_CASE("Over bold letters, loosely, and nothing at all") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.open(hay);
    desk.command(app::Command::find);
    desk.type("første nåla ligger");
    CHECK(desk.find().matches.size() == 1);
    CHECK(desk.canvas.shown("1 av 1"));

    desk.canvas.click("find-close");
    desk.command(app::Command::find);
    desk.type("forste nala");
    CHECK(desk.find().loosely);
    CHECK(desk.find().matches.size() == 1);

    desk.canvas.click("find-close");
    desk.command(app::Command::find);
    desk.type("zzqx");
    CHECK(desk.find().matches.empty());
    CHECK(desk.canvas.shown("Ingen treff"));
    CHECK(desk.canvas.find("find-next").disabled);
    desk.key(ImGuiKey_Enter);  // nothing to go to, and nothing happens
    CHECK(desk.find().open);
}

TEST_CASE("Another text is searched in its turn, without being moved") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.open(hay);
    desk.command(app::Command::find);
    desk.type("nål");
    CHECK(desk.find().matches.size() == 3);
    desk.open(short_text);
    CHECK(desk.canvas.shown("1 av 1"));
    desk.open(hay);
    CHECK(desk.canvas.shown("1 av 3"));
    CHECK(desk.page().scroll == 0);
}

TEST_CASE("A long text is searched a little a frame, and then all is still") {
    const FindBook book(9000);  // about a million letters
    FindDesk desk(book.path);
    desk.open(hay);
    for (int i = 0; i < 400 && !desk.page().galley.settled(); ++i) desk.canvas.frame();
    REQUIRE(desk.page().galley.settled());
    desk.command(app::Command::find);
    desk.canvas.type("nåla");
    CHECK(desk.find().next < desk.page().galley.size());
    CHECK(desk.canvas.says("Leter …"));
    CHECK(ui::animating(*desk.canvas.state));
    for (int i = 0; i < 100 && desk.canvas.says("Leter …"); ++i) desk.canvas.frame();
    CHECK(desk.canvas.shown("1 av 3"));
    desk.key(ImGuiKey_F3);
    CHECK(desk.canvas.shown("2 av 3"));
    CHECK(in_view(desk));
    desk.canvas.settle(8);
    const std::uint64_t made = ui::layouts_made(*desk.canvas.state);
    desk.canvas.settle(4);
    CHECK(ui::layouts_made(*desk.canvas.state) == made);
    CHECK_FALSE(ui::animating(*desk.canvas.state));

    // A letter that stands everywhere: as many matches as there are, and only those in view are marked.
    desk.command(app::Command::find);
    desk.type("e");
    for (int i = 0; i < 100 && desk.canvas.says("Leter …"); ++i) desk.canvas.frame();
    CHECK(desk.find().matches.size() > 50'000);
}

TEST_CASE("Elsewhere, and with Shift, the whole handbook is searched; the bar leads there with its words") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.open(hay);
    desk.command(app::Command::find);
    desk.type("nåla");
    desk.canvas.click("find-everywhere");
    desk.happen();
    CHECK_FALSE(desk.find().open);
    CHECK(desk.model.reader.query == "nåla");
    CHECK(desk.canvas.shown("hit/0"));

    desk.act(app::GoTo{app::Place::home});
    desk.command(app::Command::find);
    CHECK(desk.model.place == app::Place::handbook);
    CHECK_FALSE(desk.find().open);
    CHECK(desk.canvas.shown("search"));
    CHECK(ui::typing(*desk.canvas.state));
}

TEST_CASE("The words of a search are marked on the page its hit opened, until the search or the text is left") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.open(hay);
    desk.command(app::Command::find_everywhere);
    desk.type("nål");
    REQUIRE(desk.canvas.shown("hit/0"));
    desk.canvas.click("hit/0");
    desk.happen();
    const ui::ReaderSought& sought = desk.canvas.state->reader.sought;
    const auto marked = [&] {
        std::size_t count = 0;
        for (const auto& [stretch, marks] : sought.marks) count += marks.size();
        return count;
    };
    CHECK(sought.query == "nål");
    CHECK(marked() > 0);

    SECTION("it is cleared") {
        desk.act(app::Search{});
        CHECK(sought.query.empty());
        CHECK(marked() == 0);
    }
    SECTION("another text is opened") {
        desk.open(support::tree);
        CHECK(sought.query.empty());
        CHECK(marked() == 0);
    }
    SECTION("F3 and Shift+F3 go through the hits") {
        const std::string first = desk.model.reader.here.document + "#" + desk.model.reader.here.anchor;
        desk.key(ImGuiKey_F3);
        CHECK(desk.canvas.find("hit/1").on);
        CHECK(desk.model.reader.here.document + "#" + desk.model.reader.here.anchor != first);
        CHECK(marked() > 0);
        desk.key(ImGuiKey_F3, ImGuiMod_Shift);
        CHECK(desk.canvas.find("hit/0").on);
        CHECK(desk.model.reader.here.document + "#" + desk.model.reader.here.anchor == first);
    }
}

TEST_CASE("The hit list says when the words were met more loosely") {
    const FindBook book;
    FindDesk desk(book.path);
    desk.command(app::Command::find_everywhere);
    desk.type("nala");
    REQUIRE(desk.canvas.shown("hit/0"));
    CHECK(desk.canvas.says("Ingen treff på nøyaktig dette"));
    desk.canvas.click("search-clear");
    desk.happen();
    desk.command(app::Command::find_everywhere);
    desk.type("nåla");
    REQUIRE(desk.canvas.shown("hit/0"));
    CHECK_FALSE(desk.canvas.says("Ingen treff på nøyaktig dette"));
}

TEST_CASE("The bar fits where there is little room, in every language") {
    const FindBook book;
    FindDesk desk(book.path, 1280, 720);
    desk.canvas.context.scale = 2;
    for (const words::Language language : {words::Language::nb, words::Language::nn, words::Language::en}) {
        desk.act(app::SetLanguage{language});
        desk.open(hay);
        desk.command(app::Command::find);
        desk.type("n");
        CHECK(desk.canvas.find("find").max.x <= desk.canvas.find("find-previous").min.x);
        CHECK(desk.canvas.find("find-previous").max.x <= desk.canvas.find("find-next").min.x);
        CHECK(desk.canvas.find("find-next").max.x <= desk.canvas.find("find-close").min.x + 1);
        CHECK(desk.canvas.find("find-close").max.x <= 1280);
        CHECK(desk.canvas.find("find").max.x - desk.canvas.find("find").min.x > 200);
        CHECK(desk.canvas.shown("find-everywhere"));
        desk.canvas.click("find-close");
    }
}
