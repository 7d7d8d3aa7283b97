#include "ui/views/palette.h"

#include <catch2/catch_all.hpp>

#include "courses_world.h"
#include "find_world.h"

namespace {

using support::FindBook;
using support::FindDesk;

struct Desk : FindDesk {
    using FindDesk::FindDesk;

    ui::PaletteState& palette() const { return canvas.state->palette; }
    bool shown() const { return canvas.shown("palette"); }
    void ask(const std::string& query) {
        command(app::Command::go_to);
        REQUIRE(shown());
        type(query);
    }
    /// Whether a row of this kind and text is in the list.
    bool offers(ui::PaletteKind kind, const std::string& text) const {
        for (const ui::PaletteRow& row : palette().rows) {
            const ui::PaletteName& name = palette().names[static_cast<std::size_t>(row.name)];
            if (name.kind == kind && name.text == text) return true;
        }
        return false;
    }
    ui::PaletteKind first() const { return palette().names[static_cast<std::size_t>(palette().rows.at(0).name)].kind; }
};

}  // namespace

TEST_CASE("Ctrl+K goes to a text by its name, its code, or nearly its name") {
    const FindBook book;
    Desk desk(book.path);
    for (const char* query : {"ressurstre", "E07", "resursstre", "Ressurs tre"}) {
        INFO(query);
        desk.open(support::hay);
        desk.ask(query);
        if (desk.palette().rows.empty()) {
            desk.key(ImGuiKey_Escape);
            CHECK(std::string(query) == "Ressurs tre");  // two words are not one
            continue;
        }
        desk.key(ImGuiKey_Enter);
        CHECK_FALSE(desk.shown());
        CHECK(desk.model.reader.here.document == support::tree);
    }
}

TEST_CASE("An empty field shows what was read lately, and the places") {
    const FindBook book;
    Desk desk(book.path);
    desk.open(support::tree);
    desk.open(support::short_text);
    desk.act(app::GoTo{app::Place::home});
    desk.command(app::Command::go_to);
    REQUIRE(desk.palette().rows.size() >= 8);
    CHECK(desk.canvas.find("go/0").label == "Grupperegler");
    CHECK(desk.canvas.find("go/0").on);
    CHECK(desk.canvas.find("go/1").label == "Ressurstre");
    CHECK(desk.canvas.says("Nylig lest"));
    CHECK(desk.offers(ui::PaletteKind::place, "Kurs"));
    desk.key(ImGuiKey_DownArrow);
    CHECK(desk.canvas.find("go/1").on);
    desk.key(ImGuiKey_UpArrow);
    desk.key(ImGuiKey_UpArrow);
    CHECK(desk.canvas.find("go/0").on);
    desk.key(ImGuiKey_Enter);
    CHECK(desk.model.reader.here.document == support::short_text);
    CHECK(desk.model.place == app::Place::handbook);
}

TEST_CASE("Places, courses, bookmarks and commands are gone to by name as well") {
    const FindBook book;
    Desk desk(book.path);
    desk.model.courses.push_back(support::spring_course());
    desk.model.reader.bookmarks.push_back({support::hay, "langt-nede", "Min favoritt"});
    desk.model.reader.bookmarks.push_back({"del-9/borte.md", "", "Borte favoritt"});

    desk.ask("vårkurset");
    desk.key(ImGuiKey_Enter);
    CHECK(desk.model.place == app::Place::courses);
    CHECK(desk.model.course == 7);

    desk.ask("favoritt");
    CHECK(desk.palette().rows.size() == 1);
    desk.key(ImGuiKey_Enter);
    CHECK(desk.model.reader.here.anchor == "langt-nede");

    desk.ask("større tekst");
    CHECK(desk.canvas.says("Gjør"));
    desk.key(ImGuiKey_Enter);
    CHECK(desk.model.settings.text_scale == app::normal_text_scale + 1);

    desk.ask("hjelp");
    desk.key(ImGuiKey_Enter);
    CHECK(desk.canvas.state->help_open);
    desk.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.canvas.state->help_open);

    desk.ask("innstillinger");
    desk.key(ImGuiKey_Enter);
    CHECK(desk.canvas.state->settings_open);
    desk.key(ImGuiKey_Escape);

    desk.ask("samling 1");
    CHECK(desk.first() == ui::PaletteKind::document);
    CHECK(desk.offers(ui::PaletteKind::rehearse, "Samling 1: Start"));
    CHECK(desk.offers(ui::PaletteKind::meeting, "Samling 1: Start"));
}

TEST_CASE("The page before a meeting is gone to by what it is called in each language") {
    const FindBook book;
    Desk desk(book.path);
    const auto [language, query, text] = GENERATE(table<words::Language, const char*, const char*>(
        {{words::Language::nb, "forbered 1", "Forbered samling 1: Start"},
         {words::Language::nn, "førebu 1", "Førebu samling 1: Start"},
         {words::Language::en, "prepare 1", "Prepare meeting 1: Start"}}));
    desk.act(app::SetLanguage{language});
    desk.act(app::GoTo{app::Place::home});
    desk.ask(query);
    CHECK(desk.first() == ui::PaletteKind::prepare);
    CHECK(desk.offers(ui::PaletteKind::prepare, text));
    desk.key(ImGuiKey_Enter);
    CHECK_FALSE(desk.shown());
    CHECK(desk.model.place == app::Place::meeting);
    CHECK(desk.model.preparing == 1);
    desk.act(app::PrepareMeeting{0});
    desk.ask(text);
    desk.canvas.click("go/0");
    desk.happen();
    CHECK(desk.model.preparing == 1);
}

TEST_CASE("The page before a meeting takes the place of the page after one, and of no meeting that runs") {
    const FindBook book;
    Desk desk(book.path);
    desk.model.courses.push_back(support::spring_course());
    desk.act(app::OpenCourse{7});
    desk.act(app::Rehearse{1});
    desk.ask("forbered");
    CHECK_FALSE(desk.offers(ui::PaletteKind::prepare, "Forbered samling 1: Start"));
    desk.key(ImGuiKey_Escape);
    desk.act(app::EndMeeting{});
    desk.ask("forbered");
    REQUIRE(desk.offers(ui::PaletteKind::prepare, "Forbered samling 1: Start"));
    desk.key(ImGuiKey_Enter);
    CHECK_FALSE(desk.model.run);
    CHECK(desk.model.preparing == 1);
}

TEST_CASE("A click chooses, Esc and Ctrl+K close") {
    const FindBook book;
    Desk desk(book.path);
    desk.ask("gruppe");
    desk.canvas.click("go/0");
    desk.happen();
    CHECK_FALSE(desk.shown());
    CHECK(desk.model.reader.here.document == support::short_text);

    desk.ask("ressurs");
    desk.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.shown());
    CHECK(desk.model.reader.here.document == support::short_text);
    desk.command(app::Command::go_to);
    CHECK(desk.shown());
    CHECK(desk.palette().query.empty());
    desk.command(app::Command::go_to);
    CHECK_FALSE(desk.shown());
}

TEST_CASE("When nothing is like it, Enter searches the whole handbook") {
    const FindBook book;
    Desk desk(book.path);
    desk.act(app::GoTo{app::Place::home});
    desk.ask("sluttavsnitt");
    REQUIRE(desk.palette().rows.empty());
    CHECK(desk.canvas.says("Fant ingenting"));
    desk.key(ImGuiKey_Enter);
    CHECK(desk.model.place == app::Place::handbook);
    CHECK(desk.model.reader.query == "sluttavsnitt");
    CHECK(desk.canvas.shown("hit/0"));
}

TEST_CASE("While a meeting runs, nothing ends or disturbs it by accident") {
    const FindBook book;
    Desk desk(book.path);
    desk.model.courses.push_back(support::spring_course());
    desk.act(app::Rehearse{1});
    REQUIRE(desk.model.run);
    const auto running = [&] { return desk.model.run && desk.model.run->state.phase == session::Phase::running; };
    REQUIRE(running());

    desk.ask("samling");
    CHECK_FALSE(desk.offers(ui::PaletteKind::rehearse, "Samling 1: Start"));
    CHECK_FALSE(desk.offers(ui::PaletteKind::meeting, "Samling 1: Start"));
    desk.key(ImGuiKey_Escape);

    // Nearly typed, and begun with two letters: not offered.
    for (const char* query : {"avslut samlingem", "av"}) {
        desk.ask(query);
        CHECK_FALSE(desk.offers(ui::PaletteKind::command, "Avslutt samlingen"));
        desk.key(ImGuiKey_Escape);
    }
    desk.ask("avslutt");
    REQUIRE(desk.offers(ui::PaletteKind::command, "Avslutt samlingen"));
    desk.key(ImGuiKey_Enter);
    CHECK(running());
    CHECK(desk.canvas.state->meeting.end_dialog);
    desk.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.canvas.state->meeting.end_dialog);
    CHECK(running());

    // Enter answers the question, and turns no page behind it.
    desk.ask("avslutt");
    desk.key(ImGuiKey_Enter);
    REQUIRE(desk.canvas.state->meeting.end_dialog);
    for (const app::KeyName name : {app::KeyName::enter, app::KeyName::space, app::KeyName::right})
        CHECK_FALSE(app::command_for({.key = name}, desk.model, ui::typing(*desk.canvas.state),
                                     ui::navigating(*desk.canvas.state), false));
    desk.key(ImGuiKey_Enter);
    CHECK_FALSE(desk.canvas.state->meeting.end_dialog);
    CHECK_FALSE(running());
}

TEST_CASE("PgDn belongs to the meeting that runs; Ctrl with an arrow turns the list's pages") {
    const FindBook book;
    Desk desk(book.path);
    desk.command(app::Command::go_to);
    REQUIRE(desk.palette().rows.size() > 3);
    desk.key(ImGuiKey_PageDown);
    CHECK(desk.palette().chosen > 0);
    desk.key(ImGuiKey_PageUp);
    CHECK(desk.palette().chosen == 0);
    desk.key(ImGuiKey_Escape);

    desk.act(app::Rehearse{1});
    desk.command(app::Command::go_to);
    desk.key(ImGuiKey_PageDown);
    CHECK(desk.palette().chosen == 0);
    CHECK(app::command_for({.key = app::KeyName::page_down}, desk.model, ui::typing(*desk.canvas.state),
                           ui::navigating(*desk.canvas.state), false) == app::Command::next);
    desk.key(ImGuiKey_DownArrow, ImGuiMod_Ctrl);
    CHECK(desk.palette().chosen > 0);
}

TEST_CASE("A dialog that opens takes the palette's place") {
    const FindBook book;
    Desk desk(book.path);
    desk.command(app::Command::go_to);
    desk.command(app::Command::help);
    desk.canvas.settle();
    CHECK_FALSE(desk.shown());
    CHECK(desk.canvas.shown("dialog-close"));
    desk.command(app::Command::go_to);
    desk.canvas.settle();
    CHECK_FALSE(desk.shown());
    CHECK(desk.canvas.shown("dialog-close"));
    desk.key(ImGuiKey_Escape);
    desk.canvas.settle();
    CHECK_FALSE(desk.shown());
    CHECK_FALSE(desk.canvas.shown("dialog-close"));
}

TEST_CASE("The list is ranked when the query changes, not in every frame") {
    const FindBook book;
    Desk desk(book.path);
    desk.ask("ressurs");
    const ui::PaletteRow* rows = desk.palette().rows.data();
    desk.palette().rows[0].recent = true;  // would be put right, were it made anew
    desk.canvas.settle(3);
    CHECK(desk.palette().rows.data() == rows);
    CHECK(desk.palette().rows[0].recent);
    CHECK_FALSE(ui::animating(*desk.canvas.state));
}

TEST_CASE("Without a handbook there still are places") {
    const FindBook book;
    Desk desk(book.path);
    desk.model.handbook.reset();
    desk.model.search.reset();
    desk.command(app::Command::go_to);
    CHECK(desk.shown());
    CHECK(desk.offers(ui::PaletteKind::place, "Kurs"));
}

TEST_CASE("The palette fits at 200 % on a small screen, in every language") {
    const FindBook book;
    Desk desk(book.path, 1280, 720);
    desk.canvas.context.scale = 2;
    for (const words::Language language : {words::Language::nb, words::Language::nn, words::Language::en}) {
        desk.act(app::SetLanguage{language});
        desk.command(app::Command::go_to);
        REQUIRE(desk.shown());
        for (const ui::Item& item : desk.canvas.index.items()) {
            INFO(item.id + " " + item.label);
            CHECK(item.max.x <= 1280);
            CHECK(item.max.y <= 720);
        }
        CHECK(desk.canvas.find("go/0").max.x > 1200);
        CHECK(desk.canvas.says(desk.model.words[words::Key::palette_keys]));
        desk.key(ImGuiKey_Escape);
    }
}
