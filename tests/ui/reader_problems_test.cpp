// Remarks on a text: beside the line they are about, with its source, and the list that leads there.
#include <catch2/catch_all.hpp>

#include "reader_desk.h"
#include "ui/views/reader_problems.h"

namespace {

constexpr const char* chapter = "del-1/01-lang.md";

/// A long text with a link that leads nowhere far down, and one in a list.
std::shared_ptr<book::Handbook> faulty() {
    const TempFolder folder;
    folder.write("programme.yaml",
                 "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
                 "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n");
    std::string text = "---\nkind: chapter\nid: lang\ntitle: Det lange\npart: 1\norder: 1\n---\n\n";
    for (int i = 0; i < 150; ++i) text += "Avsnitt nummer " + std::to_string(i) + " uten noe å si på.\n\n";
    text += "- Først dette.\n- Så [dette](finnes-ikke.md), som ikke finnes.\n\nMer.\n\n";
    for (int i = 0; i < 150; ++i) text += "Sluttavsnitt nummer " + std::to_string(i) + ".\n\n";
    folder.write("nb/del-1/01-lang.md", text);
    folder.write("nb/del-1/02-kort.md",
                 "---\nkind: chapter\nid: kort\ntitle: Kort\npart: 1\norder: 2\n---\n\nKort tekst.\n");
    folder.write(
        "nb/del-1/03-mer.md",
        "---\nkind: chapter\nid: mer\ntitle: Mer\npart: 1\norder: 3\n---\n\n<details><summary>Mer</summary>\n\n"
        "Skjult en.\n\nSkjult to.\n\nSkjult tre.\n\n</details>\n\nSe [noe](finnes-ikke.md).\n");
    auto loaded = std::make_shared<book::Handbook>(book::load(folder.path, "nb"));
    for (book::Problem& problem : loaded->problems)
        if (problem.kind == book::ProblemKind::link_nowhere)
            problem.excerpt = "- Så [dette](finnes-ikke.md), som ikke finnes." + std::string(300, 'x');
    return loaded;
}

struct Desk : support::ReaderDesk {
    Desk() : ReaderDesk(faulty()) { open(chapter); }

    const ui::Item* mark() const {
        for (const ui::Item& item : canvas.index.items())
            if (item.id.starts_with("problem/")) return &item;
        return nullptr;
    }
};

}  // namespace

TEST_CASE("A remark stands beside the line it is about, and explains itself") {
    Desk desk;
    REQUIRE_FALSE(desk.model.handbook->problems.empty());
    CHECK(desk.mark() == nullptr);  // it is far down
    ui::ReaderPage& page = desk.page();
    for (int i = 1; i < 40 && desk.mark() == nullptr; ++i) {
        page.wanted_scroll = static_cast<float>(i) * 400;
        desk.settle();
    }
    const ui::Item* mark = desk.mark();
    REQUIRE(mark != nullptr);
    float y = -1;
    for (std::uint32_t i = page.top.stretch; i < page.galley.size() && y < 0; ++i)
        if (const std::size_t at = page.galley.text(i).find("Så dette"); at != std::string::npos)
            y = page.galley.y_of(book::TextPlace{i, static_cast<std::uint32_t>(at)});
    REQUIRE(y > 1000);
    // The page's view ends at the foot of the window.
    const float line = 900 - page.view + page.body_top + y - page.scroll;
    CHECK(std::abs(mark->min.y - line) < 3);
    const std::string id = mark->id;
    CHECK_FALSE(desk.canvas.says("Så [dette]"));
    desk.canvas.click(id);
    CHECK(desk.canvas.says("Så [dette]"));
    // The source is cut to what there is room for.
    for (const ui::Item& item : desk.canvas.index.items()) CHECK(item.max.x <= 1440.5f);
    const std::uint64_t made = ui::layouts_made(*desk.canvas.state);
    desk.settle();
    CHECK(ui::layouts_made(*desk.canvas.state) == made);
}

TEST_CASE("The list of remarks leads to the line") {
    Desk desk;
    desk.open("del-1/02-kort.md");
    desk.canvas.click("problems");
    desk.canvas.click("open");
    desk.settle();
    CHECK(desk.model.reader.here.document == chapter);
    CHECK(desk.mark() != nullptr);
    CHECK(desk.page().scroll > 1000);
}

TEST_CASE("A remark goes along with its line when details over it are opened") {
    Desk desk;
    desk.open("del-1/03-mer.md");
    REQUIRE(desk.mark() != nullptr);
    const float before = desk.mark()->min.y;
    std::string details;
    for (const ui::Item& item : desk.canvas.index.items())
        if (item.label == "Mer" && item.role == ui::ItemRole::toggle) details = item.id;
    REQUIRE_FALSE(details.empty());
    desk.canvas.click(details);
    desk.settle();
    REQUIRE(desk.mark() != nullptr);
    CHECK(desk.mark()->min.y > before + 60);
}
