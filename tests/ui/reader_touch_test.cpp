// Touching the page: marking and copying text, ticking tasks, enlarging pictures, reading aloud.
#include <catch2/catch_all.hpp>

#include "reader_desk.h"

namespace {

constexpr const char* chapter = "del-1/01-forst.md";

std::shared_ptr<const book::Handbook> one_chapter(const std::string& body) {
    const TempFolder folder;
    folder.write("programme.yaml",
                 "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
                 "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n");
    folder.write("images/tre.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    folder.write(std::string("nb/") + chapter,
                 "---\nkind: chapter\nid: forst\ntitle: Det første kapitlet\npart: 1\norder: 1\n---\n\n" + body);
    return std::make_shared<const book::Handbook>(book::load(folder.path, "nb"));
}

/// A handbook of one chapter, which is open.
struct Desk : support::ReaderDesk {
    explicit Desk(const std::string& body) : ReaderDesk(one_chapter(body)) { open(chapter); }

    /// Where words stand on the screen: before their first letter and behind their last.
    std::pair<ImVec2, ImVec2> where(std::string_view words) {
        const book::Layout& layout = page().galley.layout(0);
        const auto at = static_cast<std::uint32_t>(layout.text.find(words));
        REQUIRE(at < layout.text_end);
        const ui::FontMeasure measure(canvas.context.fonts);
        canvas.frame();
        const ImVec2 origin = text_origin();
        const auto first = book::boxes_of(layout, at, at + 1, measure).front().box;
        const auto end = at + static_cast<std::uint32_t>(words.size());
        const auto last = book::boxes_of(layout, end - 1, end, measure).front().box;
        return {{origin.x + first.x + 1, origin.y + first.y + first.height / 2},
                {origin.x + last.right(), origin.y + last.y + last.height / 2}};
    }
    /// The page's text begins where the scrolled area does, its head below it.
    ImVec2 text_origin() {
        for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
            if (std::string_view(window->Name).find("/page_") != std::string_view::npos && window->WasActive)
                return {window->Pos.x + title_x(*window), window->Pos.y - window->Scroll.y + page().body_top};
        throw std::runtime_error("no page");
    }
    /// The column's left edge is the title's.
    float title_x(const ImGuiWindow& window) {
        for (const ui::Item& item : canvas.index.items())
            if (item.role == ui::ItemRole::text && item.label == "Det første kapitlet" && item.min.x >= window.Pos.x)
                return item.min.x - window.Pos.x;
        throw std::runtime_error("no title");
    }
    void press_at(ImVec2 at, bool down) {
        ImGui::GetIO().AddMousePosEvent(at.x, at.y);
        canvas.frame();
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        canvas.frame();
    }
    void drag(ImVec2 from, ImVec2 to) {
        press_at(from, true);
        ImGui::GetIO().AddMousePosEvent((from.x + to.x) / 2, (from.y + to.y) / 2);
        canvas.frame();
        press_at(to, false);
        canvas.settle(2);
    }
    void chord(std::initializer_list<ImGuiKey> keys) {
        ImGuiIO& io = ImGui::GetIO();
        for (const ImGuiKey key : keys) io.AddKeyEvent(key, true);
        canvas.settle(2);
        for (const ImGuiKey key : keys) io.AddKeyEvent(key, false);
        canvas.settle(3);
    }
    std::string copied(bool markdown = false) {
        canvas.actions.clear();
        if (markdown)
            chord({ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiKey_C});
        else
            chord({ImGuiMod_Ctrl, ImGuiKey_C});
        const auto* said = canvas.said<app::Copy>();
        return said != nullptr ? said->text : std::string();
    }
};

const std::string two =
    "Det første avsnittet her.\n\nDet **andre** [avsnittet](#nede) der.\n\n## Nede\n\n1. en\n2. to\n";

}  // namespace

TEST_CASE("Text is marked with the mouse across blocks and copied") {
    Desk desk(two);
    desk.drag(desk.where("første").first, desk.where("andre").second);
    CHECK(desk.copied() == "første avsnittet her.\n\nDet andre");
    CHECK(desk.copied(true) == "første avsnittet her.\n\nDet **andre**\n");
    desk.happen();
    CHECK(desk.canvas.says("Teksten er kopiert."));

    desk.canvas.click_at(desk.where("her").first);
    CHECK(desk.page().selection.empty());
    CHECK(desk.copied().empty());
}

TEST_CASE("A link is followed by a click and marked by a drag") {
    Desk desk(two);
    const auto [from, to] = desk.where("avsnittet der");
    desk.drag(from, to);
    CHECK(desk.canvas.said<app::FollowLink>() == nullptr);
    CHECK(desk.copied() == "avsnittet der");
    desk.canvas.click_at({from.x + 20, from.y});
    CHECK(desk.canvas.said<app::FollowLink>() != nullptr);
}

TEST_CASE("Two clicks mark a word and three a block") {
    Desk desk(two);
    const ImVec2 at = desk.where("ørste").first;
    desk.press_at(at, true);
    desk.press_at(at, false);
    desk.press_at(at, true);
    desk.press_at(at, false);
    CHECK(desk.copied() == "første");
    desk.canvas.settle(60);
    for (int i = 0; i < 3; ++i) {
        desk.press_at(at, true);
        desk.press_at(at, false);
    }
    CHECK(desk.copied() == "Det første avsnittet her.");
}

TEST_CASE("Text is marked with the keyboard") {
    Desk desk(two);
    desk.chord({ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiKey_RightArrow});
    CHECK(desk.copied() == "Det");
    desk.chord({ImGuiMod_Shift, ImGuiKey_End});
    CHECK(desk.copied() == "Det første avsnittet her.");
    desk.chord({ImGuiMod_Shift, ImGuiKey_DownArrow});
    CHECK(desk.copied().starts_with("Det første avsnittet her.\n\nDet andre"));
    CHECK(ui::takes_escape(*desk.canvas.state, desk.model));
    desk.canvas.key(ImGuiKey_Escape);
    CHECK(desk.page().selection.empty());
    CHECK_FALSE(ui::takes_escape(*desk.canvas.state, desk.model));
    desk.chord({ImGuiMod_Ctrl, ImGuiKey_A});
    CHECK(desk.copied() == "Det første avsnittet her.\n\nDet andre avsnittet der.\n\nNede\n\n1. en\n2. to");
    CHECK(desk.copied(true) == two);
}

TEST_CASE("The menu of the text copies and marks everything") {
    Desk desk(two);
    desk.chord({ImGuiMod_Shift, ImGuiKey_F10});
    CHECK(desk.canvas.find("text-copy").disabled);
    desk.canvas.click("text-all");
    CHECK_FALSE(desk.page().selection.empty());
    desk.chord({ImGuiMod_Shift, ImGuiKey_F10});
    desk.canvas.click("text-copy-markdown");
    REQUIRE(desk.canvas.said<app::Copy>() != nullptr);
    CHECK(desk.canvas.said<app::Copy>()->text == two);
}

TEST_CASE("A task is ticked, and stays ticked for the course") {
    Desk desk("- [ ] Ring\n- [x] Skriv\n");
    CHECK(desk.canvas.says("Åpne et kurs, så huskes kryssene for det kurset."));
    CHECK_FALSE(desk.canvas.find("task/0").on);
    CHECK(desk.canvas.find("task/1").on);
    desk.canvas.click("task/0");
    REQUIRE(desk.canvas.said<app::TickTask>() != nullptr);
    CHECK(desk.canvas.said<app::TickTask>()->on);
    desk.happen();
    CHECK(desk.canvas.find("task/0").on);
    CHECK(desk.model.reader.loose_ticks.size() == 1);

    course::Course course;
    course.id = 1;
    course.title = "Vårkurset";
    desk.model.courses = {course};
    desk.model.course = 1;
    ++desk.model.revision;
    desk.canvas.settle();
    CHECK_FALSE(desk.canvas.find("task/0").on);
    CHECK(desk.canvas.says("Kryssene huskes for Vårkurset."));
    desk.canvas.click("task/0");
    desk.happen();
    CHECK(desk.model.records.ticks.size() == 1);
    CHECK(desk.canvas.find("task/0").on);
    desk.canvas.click("task/0");
    desk.happen();
    CHECK_FALSE(desk.canvas.find("task/0").on);
}

TEST_CASE("A picture fills the window until it is closed") {
    Desk desk("![Et tre med røtter](../../images/tre.svg \"Treet\")\n\nTekst.\n");
    const auto close = GENERATE(0, 1, 2);
    desk.canvas.click("picture/0");
    desk.canvas.settle();
    REQUIRE(desk.canvas.shown("enlarged-close"));
    CHECK(desk.canvas.says("Treet"));
    if (close == 0) desk.canvas.key(ImGuiKey_Escape);
    if (close == 1) desk.canvas.key(ImGuiKey_Enter);
    if (close == 2) desk.canvas.click_at({300, 300});
    desk.canvas.settle();
    CHECK_FALSE(desk.canvas.shown("enlarged-close"));
}

TEST_CASE("The first paragraph in view is read aloud, or what is marked, and the same key stops") {
    Desk desk(two);
    ui::perform(app::Command::read_aloud, *desk.canvas.state, desk.model);
    desk.canvas.frame();
    REQUIRE(desk.canvas.said<app::ReadAloud>() != nullptr);
    CHECK(desk.canvas.said<app::ReadAloud>()->text == "Det første avsnittet her.");
    desk.happen();
    CHECK(desk.model.speaking);
    ui::perform(app::Command::read_aloud, *desk.canvas.state, desk.model);
    desk.canvas.frame();
    CHECK(desk.canvas.said<app::StopReadingAloud>() != nullptr);
    desk.happen();
    desk.drag(desk.where("andre").first, desk.where("andre").second);
    ui::perform(app::Command::read_aloud, *desk.canvas.state, desk.model);
    desk.canvas.frame();
    REQUIRE(desk.canvas.said<app::ReadAloud>() != nullptr);
    CHECK(desk.canvas.said<app::ReadAloud>()->text == "andre");
}

TEST_CASE("An idle frame with marked text sets no text anew") {
    Desk desk(two);
    desk.chord({ImGuiMod_Ctrl, ImGuiKey_A});
    desk.canvas.settle(4);
    const std::uint64_t before = ui::layouts_made(*desk.canvas.state);
    desk.canvas.settle(4);
    CHECK(ui::layouts_made(*desk.canvas.state) == before);
    CHECK_FALSE(ui::animating(*desk.canvas.state));
}
