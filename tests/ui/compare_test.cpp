// Two editions side by side: the question, the list of what differs, the page of one text.
#include <catch2/catch_all.hpp>

#include "book/compare.h"
#include "reader_desk.h"
#include "ui/views/compare.h"

namespace {

constexpr const char* chapter = "del-1/01-lang.md";
constexpr const char* theory = "del-3/01-teori.md";
constexpr const char* added = "del-3/02-nytt.md";

book::Handbook present() {
    const TempFolder folder;
    folder.write(
        "programme.yaml",
        "id: prove\ntitle: Prøve\nedition: \"2\"\nlanguages: [nb]\n"
        "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n  - {number: 3, folder: del-3, title: Teori}\n");
    std::string text = "---\nkind: chapter\nid: lang\ntitle: Det lange kapitlet\npart: 1\norder: 1\n---\n\n";
    for (int section = 1; section <= 6; ++section) {
        text += "## Avsnitt " + std::to_string(section) + "\n\n";
        for (int i = 0; i < 12; ++i)
            text += "Her står setning nummer " + std::to_string(section * 100 + i) +
                    " med nok ord til å fylle et par linjer på en vanlig side i håndboka.\n\n";
    }
    folder.write("nb/del-1/01-lang.md", text);
    folder.write("nb/del-3/01-teori.md",
                 "---\nkind: chapter\nid: teori\ntitle: Teori\npart: 3\norder: 1\n---\n\nKort tekst om mestring.\n");
    folder.write("nb/del-3/02-nytt.md",
                 "---\nkind: chapter\nid: nytt\ntitle: Noe nytt\npart: 3\norder: 2\n---\n\nDette er nytt i år.\n");
    return book::load(folder.path, "nb");
}

book::Document& document(book::Handbook& book, const std::string& path) {
    return book.documents[static_cast<std::size_t>(book.find(path))];
}

/// As it was: another word far down, a paragraph more, another title, and no new chapter.
book::Handbook earlier(book::Handbook book) {
    book.programme.edition = "1";
    book.revision ^= 77;
    book::Document& long_one = document(book, chapter);
    long_one.blocks[30].spans[0].text =
        "Her sto noe annet nummer 303 med nok ord til å fylle et par linjer på en vanlig "
        "side i håndboka.";
    book::Block gone;
    gone.spans.push_back({"Dette avsnittet er borte nå."});
    long_one.blocks.insert(long_one.blocks.begin() + 60, gone);
    document(book, theory).title = "Om teori";
    book.documents.erase(book.documents.begin() + book.find(added));
    return book;
}

struct Desk : support::ReaderDesk {
    explicit Desk(float width = 1440, float height = 900)
        : ReaderDesk(std::make_shared<const book::Handbook>(present()), width, height) {}

    void ask() { command(app::Command::compare); }
    void answer(bool found = true) {
        std::shared_ptr<const book::Handbook> older;
        std::shared_ptr<const book::Comparison> comparison;
        if (found) {
            older = std::make_shared<const book::Handbook>(earlier(*model.handbook));
            comparison = std::make_shared<const book::Comparison>(book::compare(*older, *model.handbook));
        }
        act(app::EditionLoaded{"/gammel", older, comparison});
    }
    void compare() {
        ask();
        act(app::CompareWith{"/gammel"});
        answer();
    }
    ui::CompareState& state() const { return *reader().compare; }
    /// What the change that was gone to says.
    std::string here() const {
        const ui::ComparePage& page = state().page;
        REQUIRE(page.here >= 0);
        const ui::CompareItem& item =
            page.items[static_cast<std::size_t>(page.changes[static_cast<std::size_t>(page.here)])];
        const book::DocumentChange& change = state().comparison->documents[static_cast<std::size_t>(
            state().entries[static_cast<std::size_t>(state().chosen)].document)];
        if (item.first < 0) return change.facts[static_cast<std::size_t>(-1 - item.first)].newer;
        const book::Row& row = change.rows[static_cast<std::size_t>(item.first)];
        return row.newer >= 0 ? change.newer_leaves[static_cast<std::size_t>(row.newer)].text
                              : change.older_leaves[static_cast<std::size_t>(row.older)].text;
    }
};

}  // namespace

TEST_CASE("The folder of an older edition is asked for, read, and a wrong one is told of") {
    Desk desk;
    desk.press("compare-editions");
    REQUIRE(desk.canvas.shown("compare-folder"));
    CHECK(desk.canvas.find("compare-start").disabled);
    desk.canvas.type("/gammel");
    CHECK(desk.state().folder == "/gammel");
    desk.key(ImGuiKey_Enter);
    REQUIRE(desk.model.older.has_value());
    CHECK(desk.model.older->folder == "/gammel");
    CHECK(desk.model.older->loading);
    CHECK_FALSE(desk.canvas.shown("compare-folder"));

    desk.answer(false);
    CHECK(desk.canvas.shown("compare-folder"));
    CHECK(desk.canvas.says("programme.yaml"));
    CHECK(desk.state().folder == "/gammel");
    desk.press("compare-start");
    CHECK(desk.model.older->loading);
    desk.answer();
    CHECK(desk.canvas.shown(std::string("compare/") + chapter));

    desk.press("compare-close");
    CHECK_FALSE(desk.model.older.has_value());
    CHECK_FALSE(desk.reader().compare_open);
    CHECK(desk.canvas.shown("compare-editions"));
}

TEST_CASE("What differs stands in a list, and the same is folded on the page") {
    Desk desk;
    desk.compare();
    CHECK(desk.canvas.shown(std::string("compare/") + chapter));
    CHECK(desk.canvas.shown(std::string("compare/") + theory));
    CHECK(desk.canvas.find(std::string("compare/") + added).label.find("Ny") != std::string::npos);
    CHECK(desk.canvas.find(std::string("compare/") + chapter).on);
    CHECK(desk.canvas.shown("compare-fold/0"));
    CHECK_FALSE(desk.canvas.says("setning nummer 101"));
    desk.press("compare-fold/0");
    CHECK(desk.canvas.says("setning nummer 101"));

    desk.press(std::string("compare/") + theory);
    CHECK(desk.canvas.says("Tittel"));
    desk.press(std::string("compare/") + added);
    CHECK(desk.canvas.says("Dette er nytt i år."));
}

TEST_CASE("N and P go from change to change, through all the texts and back") {
    Desk desk;
    desk.compare();
    std::vector<std::string> forward;
    for (int i = 0; i < 4; ++i) {
        desk.key(ImGuiKey_N);
        forward.push_back(desk.here());
    }
    CHECK(forward[0].find("nummer 30") != std::string::npos);
    CHECK(forward[1] == "Dette avsnittet er borte nå.");
    CHECK(forward[2] == "Teori");
    CHECK(forward[3] == "Dette er nytt i år.");
    desk.key(ImGuiKey_N);  // there is no more
    CHECK(desk.here() == forward[3]);
    for (int i = 2; i >= 0; --i) {
        desk.key(ImGuiKey_P);
        CHECK(desk.here() == forward[static_cast<std::size_t>(i)]);
    }
    desk.press("compare-next");
    CHECK(desk.here() == forward[1]);
    // It can be seen, and the text is opened where it is.
    CHECK(desk.canvas.says("Dette avsnittet er borte nå."));
    desk.press("compare-read");
    CHECK(desk.model.reader.here.document == chapter);
    CHECK(desk.model.reader.here.anchor == "avsnitt-5");
    CHECK_FALSE(desk.reader().compare_open);
}

TEST_CASE("The words that differ are marked where they stand on the page") {
    Desk desk;
    desk.compare();
    desk.key(ImGuiKey_N);
    bool found = false;
    for (const auto& [row, set] : desk.state().page.sets) {
        for (const ui::Highlight& mark : set.newer_marks) {
            CHECK(mark.type == ui::HighlightType::added);
            CHECK(set.newer.text.substr(mark.begin, mark.end - mark.begin) == "står setning");
            found = true;
        }
        for (const ui::Highlight& mark : set.older_marks) {
            CHECK(mark.type == ui::HighlightType::removed);
            CHECK(set.older.text.substr(mark.begin, mark.end - mark.begin) == "sto noe annet");
        }
    }
    CHECK(found);
}

TEST_CASE("An idle frame of the comparison sets nothing") {
    Desk desk;
    desk.compare();
    desk.key(ImGuiKey_N);
    desk.canvas.settle(10);
    const std::uint64_t made = ui::layouts_made(*desk.canvas.state);
    desk.canvas.settle(10);
    CHECK(ui::layouts_made(*desk.canvas.state) == made);
    CHECK_FALSE(ui::animating(*desk.canvas.state));
}

TEST_CASE("The comparison gives way when a text is opened or searched for") {
    Desk desk;
    desk.compare();
    desk.act(app::OpenDocument{theory, {}});
    CHECK_FALSE(desk.reader().compare_open);
    CHECK(desk.model.older.has_value());
    desk.ask();
    CHECK(desk.canvas.shown(std::string("compare/") + chapter));
    desk.command(app::Command::find);
    CHECK_FALSE(desk.reader().compare_open);
}

TEST_CASE("The comparison fits small windows and large text, in all three languages") {
    for (const auto language : {words::Language::nb, words::Language::nn, words::Language::en}) {
        for (const float scale : {1.0f, 2.0f}) {
            Desk desk(1280, 720);
            desk.model.words = words::Catalogue(language);
            desk.canvas.context.scale = scale;
            for (const bool asked : {false, true}) {
                if (asked)
                    desk.compare();
                else
                    desk.ask();
                INFO(words::code(language) << " " << scale);
                support::check_inside(desk, 1280, 720);
                CHECK(desk.canvas.shown("compare-close"));
            }
        }
    }
}
