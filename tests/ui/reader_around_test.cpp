// Getting around in the handbook: two texts, bookmarks, the reading list, following a meeting, the breadcrumb.
#include <catch2/catch_all.hpp>

#include <filesystem>
#include <fstream>

#include "app/update.h"
#include "support/null_canvas.h"
#include "ui/windows.h"

namespace {

namespace fs = std::filesystem;

constexpr const char* chapter = "del-1/01-lang.md";
constexpr const char* meeting = "del-1/samlinger/samling-1.md";
constexpr const char* exercise = "del-2/ovelser/ressurstre.md";
constexpr const char* theory = "del-3/01-teori.md";

struct Book {
    fs::path folder;

    Book() {
        folder = fs::temp_directory_path() / ("around-test-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
        fs::remove_all(folder);
        write("programme.yaml",
              "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
              "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n  - {number: 2, folder: del-2, title: "
              "Verktøy}\n  - {number: 3, folder: del-3, title: Teori}\n"
              "groups:\n  - {folder: del-1/samlinger, title: Samlingene}\n  - {folder: del-2/ovelser, title: Øvelser}\n"
              "sessions:\n  - {number: 1, title: Start, minutes: 30, document: del-1/samlinger/samling-1.md}\n"
              "group: {min: 6, max: 14, advised_min: 8, advised_max: 12, intake: closed}\n");
        std::string text =
            "---\nkind: chapter\nid: lang\ntitle: Det lange kapitlet\npart: 1\norder: 1\n---\n\n"
            "Les om [ressurstreet](../del-2/ovelser/ressurstre.md).[^a] Se [nettet](https://example.org).\n\n";
        for (int section = 1; section <= 4; ++section) {
            text += "## Avsnitt " + std::to_string(section) + "\n\n";
            for (int i = 0; i < 20; ++i)
                text += "Her står setning nummer " + std::to_string(i) +
                        " med nok ord til å fylle et par linjer på en vanlig side i håndboka.\n\n";
        }
        text += "[^a]: En fotnote om treet.\n";
        write("nb/del-1/01-lang.md", text);
        write("nb/del-1/samlinger/samling-1.md",
              "---\nkind: session\nid: samling-1\ntitle: Start\nnumber: 1\nminutes: 30\n---\n\nInnledning.\n\n"
              "| Min | Steg | Type | Leder | Vis | Tid å hente |\n| --: | --- | --- | --- | --- | --- |\n"
              "| 10 | [Velkommen](#velkommen) | info | begge | | |\n| 20 | "
              "[Ressurstre](../../del-2/ovelser/ressurstre.md) | øvelse | fagperson | | |\n\n"
              "## Velkommen\n\nHilsen.\n\n## Ressurstre\n\nTegn.\n\n## Utstyr\n\nArk.\n\n## Hjemmeoppgave\n\nSe "
              "etter.\n\n## I reserve\n\nIngen.\n");
        write("nb/del-2/ovelser/ressurstre.md",
              "---\nkind: exercise\nid: ressurstre\ntitle: Ressurstre\ncode: E07\nminutes: 20\nform: [alene]\n"
              "sessions: [1]\nmaterials: [ark]\n---\n\nTreet, og [lenger ned](#slik-gjør-dere).\n\n## Mål\n\nFinne "
              "noe.\n\n## Slik gjør dere\n\n1. Tegn.\n\n## På veggen\n\nRøtter\n\n## Til kurslederne\n\nHa god "
              "tid.[^b] Les [teorien](../../del-3/01-teori.md).\n\n[^b]: Fotnoten til øvelsen.\n");
        write("nb/del-3/01-teori.md",
              "---\nkind: chapter\nid: teori\ntitle: Mestring og stress\npart: 3\norder: 1\n---\n\nKort tekst om "
              "mestring.\n");
    }
    ~Book() { fs::remove_all(folder); }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    void write(const std::string& path, const std::string& text) const {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path, std::ios::binary) << text;
    }
};

struct Desk {
    app::Model model;
    support::NullCanvas canvas;

    explicit Desk(const fs::path& folder, float width = 1440, float height = 900) : canvas(width, height) {
        load(folder);
        model.place = app::Place::handbook;
        canvas.bare = true;
        canvas.draw = [this] { ui::draw_leaders(model, canvas.context); };
        open(chapter);
    }
    void load(const fs::path& folder) {
        auto book = std::make_shared<book::Handbook>(book::load(folder, "nb"));
        const auto search = std::make_shared<book::SearchIndex>(*book);
        app::update(model, app::HandbookLoaded{std::move(book), search}, base::Instant{});
    }
    void act(const app::Action& action) {
        app::update(model, action, base::Instant{});
        canvas.settle();
        happen();
    }
    void happen() {
        for (int i = 0; i < 8 && !canvas.actions.empty(); ++i) {
            const app::Actions said = std::move(canvas.actions);
            canvas.actions.clear();
            for (const app::Action& action : said) app::update(model, action, base::Instant{});
            canvas.settle();
        }
    }
    void open(const std::string& path, const std::string& anchor = {}) { act(app::OpenDocument{path, anchor}); }
    void press(const std::string& id) {
        canvas.click(id);
        happen();
    }
    /// With Ctrl held.
    void press_beside(const std::string& id) {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        canvas.click(id);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        canvas.settle();
        happen();
    }
    void key(ImGuiKey key) {
        canvas.key(key);
        canvas.settle();
        happen();
    }
    void command(app::Command command) {
        if (const auto action = app::action_of(command, model)) {
            act(*action);
            return;
        }
        ui::perform(command, *canvas.state, model);
        canvas.settle();
        happen();
    }
    ui::ReaderState& reader() const { return canvas.state->reader; }
    ui::ReaderPage& page(int side) const { return reader().pages[side]; }
};

void check_inside(Desk& desk, float width, float height) {
    desk.canvas.frame();
    for (const ui::Item& item : desk.canvas.index.items()) {
        INFO(item.id << " " << item.label);
        CHECK(item.max.x <= width + 0.5f);
        CHECK(item.max.y <= height + 0.5f);
    }
}

}  // namespace

TEST_CASE("Two texts stand side by side, and each goes its own way") {
    const Book book;
    Desk desk(book.folder);
    desk.press_beside(exercise);
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
        desk.press_beside("ressurstreet");
        CHECK(desk.model.reader.beside->document == exercise);
        CHECK(desk.model.reader.here.document == chapter);
        desk.press("beside-close");
        desk.press_beside("nettet");
        CHECK_FALSE(desk.model.reader.beside.has_value());
        desk.press_beside(exercise);
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
        fs::remove(book.folder / "nb" / exercise);
        desk.load(book.folder);
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
    Desk desk(book.folder);
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
    Desk desk(book.folder);
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
    Desk desk(book.folder);
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
    desk.load(book.folder);
    desk.canvas.settle();
    CHECK(desk.page(1).galley.text(0).find("Ny tekst") != std::string::npos);
}

TEST_CASE("A footnote of the text beside is shown, wherever on the page it is") {
    const Book book;
    Desk desk(book.folder);
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
    Desk desk(book.folder, 900, 720);
    desk.act(app::OpenBeside{exercise, {}});
    CHECK(desk.canvas.says("Vinduet er for smalt til to tekster"));
    CHECK(desk.reader().active == 0);
    check_inside(desk, 900, 720);
    desk.press("beside-close");
    CHECK_FALSE(desk.model.reader.beside.has_value());
}

TEST_CASE("At 1280 by 720 two texts take the place of the contents, which come back on demand") {
    const Book book;
    Desk desk(book.folder, 1280, 720);
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

TEST_CASE("A bookmark is set where one reads, seen in the margin and the contents, and taken away") {
    const Book book;
    Desk desk(book.folder);
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
    Desk desk(book.folder);
    desk.act(app::ToggleBookmark{{theory, "", "Mestring og stress"}});
    fs::remove(book.folder / "nb" / theory);
    desk.load(book.folder);
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
    Desk desk(book.folder);
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
    Desk desk(book.folder, 1280, 720);
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
    Desk desk(book.folder);
    desk.press("reading-list");
    ui::ReadingList& list = desk.reader().around.list;
    list.minutes_left = {59, 497};
    desk.canvas.frame();
    CHECK(desk.canvas.says("Omtrent 59 min igjen å lese"));
    CHECK(desk.canvas.says("Omtrent 8 t 17 min igjen å lese"));
}

TEST_CASE("The check marks in the contents are those of the ones who read now") {
    const Book book;
    Desk desk(book.folder);
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

TEST_CASE("The page follows a meeting, says so, and finds its way there and back") {
    const Book book;
    Desk desk(book.folder);
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
    Desk desk(book.folder);
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
    Desk desk(book.folder);
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
    Desk desk(book.folder);
    desk.key(ImGuiKey_PageDown);
    desk.key(ImGuiKey_PageDown);
    const float place = desk.page(0).scroll;
    REQUIRE(place > 200);
    desk.act(app::GoTo{app::Place::home});
    CHECK(desk.canvas.says("Fortsett der du slapp: 1.1 Det lange kapitlet"));
    desk.press("home-continue");
    CHECK(desk.page(0).scroll == Catch::Approx(place).margin(2));

    // A program that starts anew knows the places, but not which text was open.
    Desk fresh(book.folder);
    fresh.model.reader = {};
    fresh.model.reader.stopped_at = desk.model.reader.stopped_at;
    fresh.canvas.state->reader = {};
    fresh.act(app::GoTo{app::Place::handbook});
    fresh.canvas.settle();
    CHECK(fresh.page(0).shown == chapter);
    CHECK(fresh.page(0).scroll == Catch::Approx(place).margin(2));
}
