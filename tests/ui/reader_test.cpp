#include <catch2/catch_all.hpp>

#include "reader_desk.h"

namespace {

/// A small handbook on disk, with everything that the reader has to answer to.
struct SmallBook : TempFolder {
    explicit SmallBook(bool broken = false) {
        write("programme.yaml",
              "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
              "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n  - {number: 2, folder: del-2, title: "
              "Verktøy}\n  - {number: 3, folder: del-3, title: Teori}\n"
              "groups:\n  - {folder: del-1/samlinger, title: Samlingene}\n  - {folder: del-2/ovelser, title: Øvelser}\n"
              "sessions:\n  - {number: 1, title: Start, minutes: 30, document: del-1/samlinger/samling-1.md, picture: "
              "samling-1.svg}\n"
              "group: {min: 6, max: 14, advised_min: 8, advised_max: 12, intake: closed}\n");
        std::string chapter =
            "---\nkind: chapter\nid: forst\ntitle: Det første kapitlet\npart: 1\norder: 1\n---\n\n"
            "Les om [ressurstreet](../del-2/ovelser/ressurstre.md) eller [videre](#langt-nede).[^a]\n\n";
        for (int i = 0; i < 60; ++i)
            chapter += "Avsnitt nummer " + std::to_string(i) +
                       " med nok ord til å fylle et par linjer på en vanlig side i håndboka, og så litt til.\n\n";
        chapter += "## Langt nede\n\n| A | B |\n| --- | --- |\n| kort | kort |\n\n";
        for (int i = 0; i < 40; ++i) chapter += "Sluttavsnitt " + std::to_string(i) + " som også har noe å si.\n\n";
        chapter += "## Aller sist\n\nTakk for nå.\n\n[^a]: En fotnote om treet.\n";
        if (broken) chapter += "\nSe [dette](finnes-ikke.md).\n";
        write("nb/del-1/01-forst.md", chapter);
        write("nb/del-1/samlinger/samling-1.md", support::small_meeting);
        std::string wide = "| ";
        for (int i = 0; i < 14; ++i) wide += "Kolonneoverskriftnummer" + std::to_string(i) + " | ";
        wide += "\n|";
        for (int i = 0; i < 14; ++i) wide += " --- |";
        wide += "\n|";
        for (int i = 0; i < 14; ++i) wide += " verdi |";
        write("nb/del-2/ovelser/ressurstre.md",
              "---\nkind: exercise\nid: ressurstre\ntitle: Ressurstre\ncode: E07\nminutes: 20\nform: [alene, "
              "par]\nsessions: [1]\nmaterials: [ark]\n"
              "aid: {type: countdown, minutes: 5}\n---\n\nTreet spør om noe annet.\n\n## Mål\n\nFinne noe.\n\n## Slik "
              "gjør dere\n\n1. Tegn.\n\n" +
                  wide + "\n\n## På veggen\n\nRøtter: det som bærer deg\n\n## Til kurslederne\n\nHa god tid.\n");
        write("nb/del-3/01-teori.md",
              "---\nkind: chapter\nid: teori\ntitle: Mestring og stress\npart: 3\norder: 1\n---\n\nKort tekst om "
              "mestring.\n");
    }
};

constexpr const char* chapter = "del-1/01-forst.md";
constexpr const char* exercise = "del-2/ovelser/ressurstre.md";
constexpr const char* theory = "del-3/01-teori.md";

struct Desk : support::ReaderDesk {
    using ReaderDesk::ReaderDesk;

    /// The block that stands at the top of the page.
    std::uint32_t top_block() const {
        ui::ReaderPage& page = this->page();
        const book::Layout layout = page.galley.layout(page.top.stretch);
        return 1000 * page.top.stretch + layout.lines[layout.line_of(page.top.offset)].block;
    }
};

}  // namespace

TEST_CASE("The contents list every document, and a click opens it") {
    const SmallBook book;
    Desk desk(book.path);
    REQUIRE(desk.model.handbook->documents.size() == 4);
    for (const book::Document& document : desk.model.handbook->documents) CHECK(desk.canvas.shown(document.path));
    CHECK(desk.canvas.says("Del 2 · Verktøy"));
    CHECK(desk.canvas.find(chapter).on);

    desk.canvas.click(exercise);
    const auto* said = desk.canvas.said<app::OpenDocument>();
    REQUIRE(said != nullptr);
    CHECK(said->path == exercise);
    desk.happen();
    CHECK(desk.canvas.find(exercise).on);
    CHECK(desk.canvas.says("20 min"));
    CHECK(desk.canvas.says("samling 1"));
    CHECK(desk.canvas.says("E07"));
}

TEST_CASE("A group folds, and opens again when a document in it is opened") {
    const SmallBook book;
    Desk desk(book.path);
    desk.canvas.click("group/del-2/ovelser");
    CHECK_FALSE(desk.canvas.shown(exercise));
    desk.open(exercise);
    CHECK(desk.canvas.shown(exercise));
}

TEST_CASE("A link says which link of which document was followed") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    desk.canvas.click("ressurstreet");
    const auto* said = desk.canvas.said<app::FollowLink>();
    REQUIRE(said != nullptr);
    CHECK(said->document == chapter);
    CHECK(said->link == 0);
    desk.happen();
    CHECK(desk.page().shown == exercise);
}

TEST_CASE("Idle frames set no text anew and say nothing") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(exercise);
    const std::uint64_t made = ui::layouts_made(*desk.canvas.state);
    desk.canvas.actions.clear();
    desk.canvas.settle(100);
    CHECK(ui::layouts_made(*desk.canvas.state) == made);
    CHECK(desk.canvas.actions.empty());
}

TEST_CASE("Typing searches, arrows choose and Enter opens the hit") {
    const SmallBook book;
    Desk desk(book.path);
    desk.canvas.click("search");
    desk.canvas.type("tre");
    const auto* search = desk.canvas.said<app::Search>();
    REQUIRE(search != nullptr);
    CHECK(search->query == "tre");
    desk.happen();
    REQUIRE(desk.reader().hits.hits.size() >= 2);
    CHECK(desk.canvas.shown("hit/0"));
    CHECK_FALSE(desk.canvas.shown(theory));

    desk.canvas.key(ImGuiKey_DownArrow);
    CHECK(desk.reader().chosen_hit == 1);
    const int chosen = desk.reader().hits.hits[1].hit;
    desk.canvas.key(ImGuiKey_Enter);
    const auto* opened = desk.canvas.said<app::OpenDocument>();
    REQUIRE(opened != nullptr);
    const book::Hit& hit = desk.model.reader.hits[static_cast<std::size_t>(chosen)];
    CHECK(opened->path == desk.model.handbook->documents[static_cast<std::size_t>(hit.document)].path);
    CHECK(opened->anchor == hit.anchor);
    desk.happen();

    desk.canvas.click("search-clear");
    desk.happen();
    CHECK(desk.model.reader.query.empty());
    CHECK(desk.canvas.shown(theory));
}

TEST_CASE("A search that finds nothing says so, and the field follows when the search is taken away elsewhere") {
    const SmallBook book;
    Desk desk(book.path);
    desk.command(app::Command::find_everywhere);
    desk.canvas.type("qwxz");
    desk.happen();
    CHECK(desk.canvas.says("qwxz"));
    app::update(desk.model, app::Search{""}, base::Instant{});
    desk.canvas.settle();
    CHECK(desk.reader().query.empty());
    CHECK(desk.canvas.shown(theory));
}

TEST_CASE("Tab goes from the search field into the contents, and Enter opens what has the focus") {
    const SmallBook book;
    Desk desk(book.path);
    desk.canvas.click("search");
    desk.canvas.key(ImGuiKey_Tab);
    desk.canvas.key(ImGuiKey_Tab);
    CHECK(ui::navigating(*desk.canvas.state));
    CHECK_FALSE(ui::typing(*desk.canvas.state));
    for (int i = 0; i < 4; ++i) desk.canvas.key(ImGuiKey_DownArrow);
    CHECK(desk.page().scroll == 0);
    desk.canvas.key(ImGuiKey_Enter);
    const auto* said = desk.canvas.said<app::OpenDocument>();
    REQUIRE(said != nullptr);
    CHECK(said->path == "del-1/samlinger/samling-1.md");
}

TEST_CASE("Keys scroll the page, the place is said when reading rests, and reading goes on there") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    REQUIRE(desk.page().scroll == 0);
    desk.canvas.key(ImGuiKey_PageDown);
    desk.canvas.settle();
    const auto* stopped = desk.canvas.said<app::StoppedReading>();
    REQUIRE(stopped != nullptr);
    CHECK(stopped->path == chapter);
    CHECK(stopped->share > 0.02f);
    const float place = desk.page().scroll;
    desk.happen();

    desk.open(theory);
    CHECK(desk.page().scroll == 0);
    desk.open(chapter);
    CHECK(desk.page().scroll == Catch::Approx(place).margin(2));

    desk.canvas.key(ImGuiKey_DownArrow);
    CHECK(desk.page().scroll > place + 20);
    desk.canvas.key(ImGuiKey_Home);
    CHECK(desk.page().scroll == 0);
    desk.canvas.key(ImGuiKey_End);
    desk.canvas.settle();
    desk.happen();
    CHECK(desk.model.reader.read.contains(chapter));
    CHECK(desk.page().scroll > place);
}

TEST_CASE("Back returns to the place one left, also at the end of a document that was read") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    desk.canvas.key(ImGuiKey_End);
    desk.canvas.settle();
    desk.happen();
    const float end = desk.page().scroll;
    desk.open(exercise);
    desk.canvas.click("back");
    desk.happen();
    CHECK(desk.page().shown == chapter);
    CHECK(desk.page().scroll == Catch::Approx(end).margin(2));
    desk.canvas.click("forward");
    desk.happen();
    CHECK(desk.page().shown == exercise);
    desk.open(chapter);
    CHECK(desk.page().scroll == 0);
}

TEST_CASE("While a meeting runs the keys are the meeting's") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    desk.model.run.emplace();
    desk.canvas.key(ImGuiKey_PageDown);
    desk.canvas.key(ImGuiKey_Space);
    CHECK(desk.page().scroll == 0);
}

TEST_CASE("A heading is jumped to, in the same document and from another") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    desk.canvas.click("heading/langt-nede");
    desk.happen();
    const float there = desk.page().scroll;
    CHECK(there > 500);
    desk.open(theory);
    desk.open(chapter, "langt-nede");
    CHECK(desk.page().scroll == Catch::Approx(there).margin(2));
    CHECK(desk.canvas.find("heading/langt-nede").on);
}

TEST_CASE("A footnote is peeked at, and Esc puts it away") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    REQUIRE(desk.model.handbook->documents[0].footnotes.size() == 1);
    desk.canvas.click("1");
    CHECK(desk.canvas.says("Fotnote"));
    desk.canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.canvas.says("Fotnote"));
    CHECK(desk.page().footnote == -1);
}

TEST_CASE("A table that is wider than the page is pushed sideways with its bar") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(exercise);
    const ui::Item& bar = desk.canvas.find("pane/0");
    const float y = (bar.min.y + bar.max.y) / 2;
    const float x = bar.min.x + 20;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    desk.canvas.frame();
    io.AddMouseButtonEvent(0, true);
    desk.canvas.frame();
    io.AddMousePosEvent(x + 60, y);
    desk.canvas.frame();
    CHECK(desk.page().panes[0][0] > 60);
    io.AddMousePosEvent(x - 500, y);
    desk.canvas.frame();
    CHECK(desk.page().panes[0][0] == 0);
    io.AddMouseButtonEvent(0, false);
    desk.canvas.frame();
}

TEST_CASE("An exercise shows the meetings that use it, and offers to rehearse the first") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(exercise);
    CHECK(desk.canvas.says("Samling 1 · 20 min"));
    desk.canvas.click("rehearse");
    const auto* rehearse = desk.canvas.said<app::Rehearse>();
    REQUIRE(rehearse != nullptr);
    CHECK(rehearse->meeting == 1);

    desk.canvas.actions.clear();
    desk.model.run.emplace();
    desk.canvas.click("show-on-wall");
    const auto* shown = desk.canvas.said<app::OpenToolbox>();
    REQUIRE(shown != nullptr);
    CHECK(shown->spec.type == "countdown");
    CHECK(shown->title == "Ressurstre");
}

TEST_CASE("At the end of the page stand its neighbours in reading order") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(theory);
    CHECK_FALSE(desk.canvas.shown("next-document"));
    desk.canvas.click("previous-document");
    const auto* said = desk.canvas.said<app::OpenDocument>();
    REQUIRE(said != nullptr);
    CHECK(said->path == exercise);
}

TEST_CASE("What is wrong with a text stands on top of it, and all of it in a list") {
    const SmallBook book(true);
    Desk desk(book.path);
    desk.open(chapter);
    CHECK(desk.canvas.says("Denne teksten har noe som bør rettes"));
    CHECK(desk.canvas.says("finnes-ikke.md"));
    desk.canvas.click("problems");
    CHECK(desk.canvas.says("Merknader til teksten"));
    desk.canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.reader().problems_open);
}

TEST_CASE("A missing handbook is explained, and one that is being fetched is waited for quietly") {
    Desk waiting;
    CHECK(waiting.canvas.says("Henter håndboka"));
    Desk missing(std::filesystem::temp_directory_path() / "no-such-handbook-here");
    CHECK(missing.canvas.says("Fant ingen håndbok"));
    CHECK(missing.canvas.says("no-such-handbook-here"));
}

TEST_CASE("At 200 % in a small window the contents give way to the page and come back on demand") {
    const SmallBook book;
    Desk desk(book.path, 1280, 720);
    desk.canvas.context.scale = 2;
    desk.model.settings.text_scale = 6;
    desk.open(exercise);
    CHECK_FALSE(desk.canvas.shown("search"));
    for (const ui::Item& item : desk.canvas.index.items()) CHECK(item.max.x <= 1280);
    desk.canvas.click("contents");
    CHECK(desk.canvas.shown("search"));
    desk.canvas.click("to-page");
    CHECK_FALSE(desk.canvas.shown("search"));
    desk.command(app::Command::find_everywhere);
    CHECK(desk.canvas.shown("search"));
    desk.canvas.click(theory);
    desk.happen();
    CHECK(desk.page().shown == theory);
}

TEST_CASE("When the page is set anew, the paragraph on top stays on top") {
    const SmallBook book;
    Desk desk(book.path);
    desk.open(chapter);
    for (int i = 0; i < 3; ++i) desk.canvas.key(ImGuiKey_PageDown);
    desk.canvas.settle();
    const std::uint32_t block = desk.top_block();
    REQUIRE(block > 5);
    desk.canvas.context.scale = 1.3f;
    desk.canvas.settle();
    CHECK(desk.top_block() == block);
}
