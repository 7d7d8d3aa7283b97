#include <catch2/catch_all.hpp>

#include "reader_desk.h"

namespace {

constexpr const char* chapter = "del-1/01-forst.md";
constexpr const char* second = "del-1/02-andre.md";
constexpr const char* glossary = "del-3/ordliste.md";

/// A handbook in which one chapter points at another and uses words of the glossary.
struct Book : TempFolder {
    explicit Book(int more = 0) {
        write("programme.yaml",
              "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
              "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n  - {number: 3, folder: del-3, title: "
              "Teori}\n"
              "groups:\n  - {folder: del-3/mange, title: Mange}\n");
        std::string note;
        for (int i = 0; i < 80; ++i) note += " Fotnotens setning " + std::to_string(i) + " er lang nok til en linje.";
        write("nb/del-1/01-forst.md", head("chapter", "forst", "Det første kapitlet", 1, 1) +
                                          "Les [det andre](02-andre.md).\n\nSe [delen](02-andre.md#langt-nede) og "
                                          "[nettet](https://example.org/side) og [ingenting](nei.md).[^a]\n\n"
                                          "Vi snakker om salutogenesen og «pass».\n\n[^a]: Begynnelsen." +
                                          note + "\n");
        write("nb/del-1/02-andre.md", head("chapter", "andre", "Det andre kapitlet", 1, 2) +
                                          "Slik begynner det andre.\n\n## Langt nede\n\nHer står det dypeste.\n\n## "
                                          "Etterpå\n\nDette hører ikke med.\n");
        write("nb/del-3/ordliste.md",
              "---\nkind: glossary\nid: ordliste\ntitle: Ordliste\npart: 3\n---\n\n"
              "| Ord | Forklaring |\n| --- | --- |\n| salutogenese | Læren om hva som fremmer "
              "helse. |\n| pass | Ordet du sier. |\n| ubrukt | Står ingen steder. |\n");
        for (int i = 0; i < more; ++i)
            write("nb/del-3/mange/tekst-" + std::to_string(10000 + i) + ".md",
                  head("theme", "t" + std::to_string(i), "Tekst nummer " + std::to_string(i), 3, i) +
                      "Se [det andre](../../del-1/02-andre.md).\n");
    }

    static std::string head(const std::string& kind, const std::string& id, const std::string& title, int part,
                            int order) {
        return "---\nkind: " + kind + "\nid: " + id + "\ntitle: " + title + "\npart: " + std::to_string(part) +
               "\norder: " + std::to_string(order) + (kind == "theme" ? "\nsession: 1" : "") + "\n---\n\n";
    }
};

struct Desk : support::ReaderDesk {
    explicit Desk(const Book& book, float width = 1440, float height = 900, float scale = 1)
        : ReaderDesk(book.path, width, height) {
        canvas.context.scale = scale;
        open(chapter);
    }
    const ui::ReaderPeek& peek() const { return page().peek; }
    ImVec2 middle(const std::string& id_or_label) {
        const ui::Item& item = canvas.find(id_or_label);
        return {(item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2};
    }
    /// The pointer moves there and rests.
    void rest_on(const std::string& id_or_label) { rest_at(middle(id_or_label)); }
    void rest_at(ImVec2 at) {
        ImGui::GetIO().AddMousePosEvent(at.x, at.y);
        canvas.settle(60);
    }
    void check_in_window() {
        const ui::Item& card = canvas.find("peek");
        CHECK(card.min.x >= 0);
        CHECK(card.min.y >= 0);
        CHECK(card.max.x <= ImGui::GetIO().DisplaySize.x);
        CHECK(card.max.y <= ImGui::GetIO().DisplaySize.y);
        const bool apart = card.min.y >= peek().max.y || card.max.y <= peek().min.y;
        CHECK(apart);
    }
};

}  // namespace

TEST_CASE("A link shows where it leads when the pointer rests on it, and not before", "[peek]") {
    const Book book;
    Desk desk(book);
    const ImVec2 at = desk.middle("det andre");
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    desk.canvas.settle(5);
    CHECK_FALSE(desk.peek().shown);
    desk.rest_at(at);
    REQUIRE(desk.peek().shown);
    CHECK(desk.canvas.says("Slik begynner det andre"));
    CHECK_FALSE(desk.canvas.says("Her står det dypeste"));
    CHECK(desk.canvas.says("Klikk eller Enter åpner"));
    desk.check_in_window();

    desk.rest_at({5, 5});
    CHECK_FALSE(desk.peek().shown);
    CHECK_FALSE(desk.canvas.shown("peek"));
}

TEST_CASE("A link to a section shows that section alone", "[peek]") {
    const Book book;
    Desk desk(book);
    desk.rest_on("delen");
    CHECK(desk.canvas.says("Langt nede"));
    CHECK(desk.canvas.says("Her står det dypeste"));
    CHECK_FALSE(desk.canvas.says("Dette hører ikke med"));
    CHECK_FALSE(desk.canvas.says("Slik begynner"));
}

TEST_CASE("A link out says its address, and a dead one that it is dead", "[peek]") {
    const Book book;
    Desk desk(book);
    desk.rest_on("nettet");
    CHECK(desk.canvas.says("https://example.org/side"));
    desk.rest_at({5, 5});
    desk.rest_on("ingenting");
    CHECK(desk.canvas.says("fører ingen steder"));
}

TEST_CASE("With the keyboard the card comes at once, and Esc takes it away", "[peek]") {
    const Book book;
    Desk desk(book);
    int tabs = 0;
    while (!desk.peek().shown && tabs < 80) {
        desk.canvas.key(ImGuiKey_Tab);
        ++tabs;
    }
    REQUIRE(desk.peek().shown);
    CHECK(desk.canvas.says("Slik begynner det andre"));
    desk.canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.peek().shown);
}

TEST_CASE("The card stays in a small window with large text, and off its link", "[peek]") {
    const Book book;
    Desk desk(book, 1280, 720, 2);
    desk.rest_on("det andre");
    REQUIRE(desk.peek().shown);
    desk.check_in_window();
}

TEST_CASE("While the card stands, an idle frame makes nothing", "[peek]") {
    const Book book;
    Desk desk(book);
    desk.rest_on("det andre");
    REQUIRE(desk.peek().shown);
    const std::uint64_t made = ui::layouts_made(*desk.canvas.state);
    const std::uint64_t measured = desk.reader().contents.measured;
    desk.canvas.settle(50);
    CHECK(ui::layouts_made(*desk.canvas.state) == made);
    CHECK(desk.reader().contents.measured == measured);
    CHECK_FALSE(ui::animating(*desk.canvas.state));
}

TEST_CASE("Words of the glossary are marked on the page and explained in the aside", "[peek]") {
    const Book book;
    Desk desk(book);
    const auto& places = desk.peek().places;
    REQUIRE(places.size() == 1);
    REQUIRE(places.begin()->second.size() == 2);
    const book::TermPlace place = places.begin()->second[0];
    const book::Layout layout = desk.page().galley.layout(0);
    CHECK(layout.text.substr(place.begin, place.end - place.begin) == "salutogenesen");

    const std::string id = "term/" + std::to_string(place.term);
    desk.rest_on(id);
    CHECK(desk.canvas.says("Læren om hva som fremmer helse."));
    desk.check_in_window();
    desk.canvas.click(id);
    const auto* said = desk.canvas.said<app::OpenDocument>();
    REQUIRE(said != nullptr);
    CHECK(said->path == glossary);
    desk.happen();
    // The glossary does not explain itself.
    CHECK(desk.peek().terms.empty());
}

TEST_CASE("A word that is explained is peeked at by pointing at it, and is no stop for Tab", "[peek]") {
    const Book book;
    Desk desk(book);
    const ui::ReaderPage& page = desk.page();
    const book::TermPlace place = page.peek.places.begin()->second[0];
    const book::Layout layout = desk.page().galley.layout(0);
    const std::size_t line = layout.line_of(place.begin);
    // The links of the paragraph above tell where the page stands.
    const ui::Item& link = desk.canvas.find("det andre");
    const float first_line = layout.lines[0].y;
    const auto boxes = book::boxes_of(layout, place.begin, place.end, ui::FontMeasure(desk.canvas.context.fonts));
    REQUIRE_FALSE(boxes.empty());
    const auto of_link = book::boxes_of(layout, static_cast<std::uint32_t>(layout.text.find("det andre")),
                                        static_cast<std::uint32_t>(layout.text.find("det andre")) + 4,
                                        ui::FontMeasure(desk.canvas.context.fonts));
    const float left = link.min.x - of_link[0].box.x;
    const float top = (link.min.y + link.max.y) / 2 - layout.lines[0].height / 2 - first_line;
    desk.rest_at(
        {left + boxes[0].box.x + boxes[0].box.width / 2, top + layout.lines[line].y + layout.lines[line].height / 2});
    CHECK(desk.peek().shown);
    CHECK(desk.canvas.says("Læren om hva som fremmer helse."));
}

TEST_CASE("A long footnote opens beside its line, scrolls, and closes with Esc", "[peek]") {
    const Book book;
    Desk desk(book, 1280, 720);
    desk.canvas.click("1");
    desk.canvas.settle(4);
    REQUIRE(desk.canvas.says("Fotnote a"));
    ImGuiWindow* popup = ImGui::GetCurrentContext()->OpenPopupStack.back().Window;
    REQUIRE(popup != nullptr);
    const ui::ReaderPage& page = desk.page();
    const bool apart = popup->Pos.y >= page.footnote_max.y || popup->Pos.y + popup->Size.y <= page.footnote_min.y;
    CHECK(apart);
    CHECK(popup->Pos.y + popup->Size.y <= 720);
    CHECK(popup->ScrollMax.y > 0);
    const float before = popup->Scroll.y;
    ImGui::GetIO().AddMousePosEvent(popup->Pos.x + 60, popup->Pos.y + 60);
    desk.canvas.settle(2);
    ImGui::GetIO().AddMouseWheelEvent(0, -3);
    desk.canvas.settle(4);
    CHECK(popup->Scroll.y > before);
    desk.canvas.key(ImGuiKey_DownArrow);
    desk.canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(desk.canvas.says("Fotnote a"));
    CHECK(desk.page().footnote == -1);
}

TEST_CASE("A page says who points to it, a few at first", "[peek]") {
    const Book book(20);
    Desk desk(book, 1440, 1200);
    desk.open(second);
    CHECK(desk.canvas.shown(std::string("used-by/") + chapter));
    CHECK(desk.canvas.says("… og 15 til"));
    CHECK_FALSE(desk.canvas.shown("used-by/del-3/mange/tekst-10015.md"));
    desk.canvas.click("used-by-more");
    CHECK_FALSE(desk.canvas.says("… og 15 til"));
    desk.canvas.click("used-by/del-3/mange/tekst-10015.md");
    const auto* said = desk.canvas.said<app::OpenDocument>();
    REQUIRE(said != nullptr);
    CHECK(said->path == "del-3/mange/tekst-10015.md");
}

TEST_CASE("Contents of a large book: only what is in view is drawn, nothing is measured twice", "[peek]") {
    const Book book(600);
    Desk desk(book);
    const auto rows_drawn = [&] {
        return std::count_if(desk.canvas.index.items().begin(), desk.canvas.index.items().end(),
                             [](const ui::Item& item) { return item.id.starts_with("del-3/mange/"); });
    };
    CHECK(rows_drawn() == 0);
    desk.canvas.click("group/del-3/mange");
    desk.canvas.settle(4);
    REQUIRE(std::ssize(desk.reader().contents.places) > 600);
    CHECK(rows_drawn() > 10);
    CHECK(rows_drawn() < 120);
    const std::uint64_t measured = desk.reader().contents.measured;
    CHECK(measured <= desk.reader().facts.rows.size() + 8);
    desk.canvas.settle(50);
    CHECK(desk.reader().contents.measured == measured);

    // A jump deep into the book shows where one is.
    desk.open("del-3/mange/tekst-10500.md");
    desk.canvas.settle(4);
    const ui::Item& row = desk.canvas.find("del-3/mange/tekst-10500.md");
    CHECK(row.on);
    CHECK(row.max.y - row.min.y > 10);
    CHECK(row.min.y > 0);
    CHECK(row.max.y < 900);
}

TEST_CASE("Arrow keys walk through contents of which only a part is drawn", "[peek]") {
    const Book book(200);
    Desk desk(book);
    desk.canvas.click("group/del-3/mange");
    desk.canvas.click("search");
    desk.canvas.key(ImGuiKey_Tab);
    desk.canvas.key(ImGuiKey_Tab);
    for (int i = 0; i < 130; ++i) desk.canvas.key(ImGuiKey_DownArrow);
    const int focused = desk.reader().contents.focused;
    REQUIRE(focused > 100);
    desk.canvas.actions.clear();
    desk.canvas.key(ImGuiKey_Enter);
    const auto* said = desk.canvas.said<app::OpenDocument>();
    REQUIRE(said != nullptr);
    CHECK(said->path == desk.reader().facts.rows[static_cast<std::size_t>(focused)].id);
}
