// The file that is read is edited on disk: the page comes anew, and what one reads stays where it stands.
#include <catch2/catch_all.hpp>

#include "reader_desk.h"

namespace {

constexpr const char* chapter = "del-1/01-lang.md";
constexpr const char* head = "---\nkind: chapter\nid: lang\ntitle: Det lange kapitlet\npart: 1\norder: 1\n---\n\n";

std::string paragraph(int i) {
    return "Avsnitt nummer " + std::to_string(i) +
           " har nok ord til å fylle et par linjer på en vanlig side i håndboka, og så litt til av det samme.\n\n";
}

/// `count` paragraphs, `above` of another text first.
std::string text_of(int count, int above = 0, int edited = -1) {
    std::string text = head;
    for (int i = 0; i < above; ++i)
        text += "Nytt øverst " + std::to_string(i) + ", som skyver alt nedover på siden.\n\n";
    for (int i = 0; i < count; ++i) text += i == edited ? "Dette avsnittet er skrevet helt om.\n\n" : paragraph(i);
    return text;
}

struct Desk : support::ReaderDesk {
    TempFolder folder;

    Desk() {
        folder.write("programme.yaml",
                     "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
                     "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n");
        folder.write("nb/del-1/02-annet.md",
                     "---\nkind: chapter\nid: annet\ntitle: Annet\npart: 1\norder: 2\n---\n\nAnnet.\n");
        folder.write("nb/del-1/01-lang.md", text_of(400));
        load(folder.path);
        open(chapter);
        page().wanted_scroll = 12345;
        settle();
    }
    void edit(const std::string& text) {
        folder.write("nb/del-1/01-lang.md", text);
        load(folder.path);
        settle();
    }
    /// Where on the screen this text stands, below the top of the page's view; far away when it is not in view.
    float y_of(std::string_view text) const {
        ui::ReaderPage& page = this->page();
        for (std::uint32_t i = 0; i < page.galley.size(); ++i) {
            const std::size_t at = page.galley.text(i).find(text);
            if (at == std::string::npos) continue;
            return page.body_top + page.galley.y_of(book::TextPlace{i, static_cast<std::uint32_t>(at)}) - page.scroll;
        }
        return -1e6f;
    }
    /// The number of a paragraph that begins in the middle of the view.
    int middle() const {
        // Only what is in view can be asked for between two frames.
        const std::string in_view = page().galley.text(page().top.stretch);
        const std::size_t at = in_view.find("Avsnitt nummer ", page().top.offset);
        if (at == std::string::npos) return -1;
        const int first = std::stoi(in_view.substr(at + 15));
        for (int i = first; i < first + 12; ++i)
            if (const float y = y_of("Avsnitt nummer " + std::to_string(i) + " "); y > page().view * 0.3f) return i;
        return -1;
    }
};

}  // namespace

TEST_CASE("A text that is edited while it is read stays where it stands") {
    Desk desk;
    const int number = desk.middle();
    REQUIRE(number > 50);
    const std::string text = "Avsnitt nummer " + std::to_string(number) + " ";
    const float y = desk.y_of(text);
    REQUIRE(y < desk.page().view);

    SECTION("above") {
        desk.edit(text_of(400, 37));
        CHECK(std::abs(desk.y_of(text) - y) <= 2);
        desk.edit(text_of(400));  // and taken away again
        CHECK(std::abs(desk.y_of(text) - y) <= 2);
    }
    SECTION("below") {
        desk.edit(text_of(500));
        CHECK(std::abs(desk.y_of(text) - y) <= 2);
    }
    SECTION("just what is read") {
        desk.edit(text_of(400, 0, number));
        CHECK(std::abs(desk.y_of("Dette avsnittet er skrevet helt om.") - y) <= 2);
    }
    SECTION("another file") {
        const float scroll = desk.page().scroll;
        desk.folder.write("nb/del-1/02-annet.md",
                          "---\nkind: chapter\nid: annet\ntitle: Annet\npart: 1\norder: 2\n---\n\nNoe annet nå.\n");
        desk.load(desk.folder.path);
        desk.settle();
        CHECK(desk.page().scroll == scroll);
    }
    SECTION("fields that cannot be read, and mended") {
        std::string broken = text_of(400);
        broken.replace(0, 3, "xyz");
        desk.edit(broken);
        CHECK(std::abs(desk.y_of(text) - y) <= 2);
        desk.edit(text_of(400));
        CHECK(std::abs(desk.y_of(text) - y) <= 2);
    }
    SECTION("a file that is only half written") {
        desk.edit(head);
        desk.edit(text_of(400));
        CHECK(std::abs(desk.y_of(text) - y) <= 2);
    }
}

TEST_CASE("No frame shows the text in another place while the window scrolls to it") {
    Desk desk;
    const int number = desk.middle();
    const std::string text = "Avsnitt nummer " + std::to_string(number) + " ";
    const float y = desk.y_of(text);
    desk.folder.write("nb/del-1/01-lang.md", text_of(400, 37));
    desk.load(desk.folder.path);
    desk.canvas.frame();
    // In this frame the window has not scrolled yet; the text is painted where it will be.
    const ui::ReaderPage& page = desk.page();
    CHECK(page.landmarks.shift != 0);
    CHECK(std::abs(desk.y_of(text) - page.landmarks.shift - y) <= 2);
    desk.canvas.frame();
    CHECK(page.landmarks.shift == 0);
    CHECK(std::abs(desk.y_of(text) - y) <= 2);
}
