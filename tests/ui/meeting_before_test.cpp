// The page before a meeting, pressed with the mouse and by keyboard alone; and the swap of an exercise during it.
#include "ui/views/meeting_before.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>

#include "ui/courses_world.h"
#include "ui/views/places.h"

using support::NullCanvas;

namespace {

std::shared_ptr<const book::Handbook> shipped() {
    static const auto handbook =
        std::make_shared<const book::Handbook>(book::load(std::filesystem::path(HANDBOOK), "nb"));
    return handbook;
}

/// The meeting view with the handbook as it is shipped, in a course, half an hour before the third meeting.
struct BeforeWorld {
    NullCanvas canvas;
    app::Model model;
    std::size_t done = 0;

    explicit BeforeWorld(float width = 1280, float height = 2400) : canvas(width, height) {
        model.handbook = shipped();
        model.place = app::Place::meeting;
        model.zone = base::Minutes{60};
        model.store.phase = app::StorePhase::open;
        model.now = canvas.context.now = support::third_meeting();
        model.courses = {support::spring_course()};
        model.course = 7;
        model.records.attendance = course::AttendanceSheet(11, 6);
        model.records.held = {1, 2};
        model.records.lines[2] = "Vi lovet å åpne vinduet.";
        model.records.counts = {{2, "Hvor trygt er det her?", {0, 0, 0, 0, 0, 1, 2, 3, 2, 0, 0}}};
        model.times = {{7, 2, "Velkommen", "", 5, 420}, {7, 2, "Innsjekk", "", 10, 600}, {9, 2, "Andre", "", 10, 6000}};
        canvas.draw = [this] {
            for (; done < canvas.actions.size(); ++done)
                (void)app::update(model, canvas.actions[done], canvas.context.now);
            ui::draw_meeting(model, canvas.context);
        };
    }
    void prepare(int meeting) {
        canvas.actions.emplace_back(app::PrepareMeeting{meeting});
        canvas.settle();
    }
    ui::MeetingBefore& before() { return ui::before_of(canvas.context); }
    session::CoursePlan plan() {
        const auto found = model.plans.find({7, model.preparing});
        return found == model.plans.end() ? session::CoursePlan{} : found->second;
    }
    /// The places of the steps, by name, in the order that they stand on the screen.
    std::vector<std::string> order() {
        std::vector<std::pair<float, std::string>> rows;
        for (const ui::Item& item : canvas.index.items())
            if (item.id.starts_with("before-step-") || item.id.starts_with("before-own-"))
                rows.emplace_back(item.min.y, item.id);
        std::ranges::sort(rows);
        std::vector<std::string> names;
        for (auto& row : rows) names.push_back(row.second);
        return names;
    }
    void key_with(ImGuiKey mod, ImGuiKey key) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddKeyEvent(mod == ImGuiMod_Alt ? ImGuiKey_LeftAlt : ImGuiKey_LeftCtrl, true);
        io.AddKeyEvent(mod, true);
        canvas.frame();
        canvas.key(key);
        io.AddKeyEvent(mod, false);
        io.AddKeyEvent(mod == ImGuiMod_Alt ? ImGuiKey_LeftAlt : ImGuiKey_LeftCtrl, false);
        canvas.settle(2);
    }
    /// What a person does to write something else in a field.
    void rewrite(std::string_view field, std::string_view words) {
        canvas.click(field);
        key_with(ImGuiMod_Ctrl, ImGuiKey_A);
        canvas.key(ImGuiKey_Delete);
        canvas.type(words);
    }
    /// Goes with Tab until this is focused.
    bool tab_to(std::string_view id) {
        for (int i = 0; i < 120; ++i) {
            const ImGuiContext& imgui = *ImGui::GetCurrentContext();
            if (const ui::Item* item = canvas.index.find(id); item != nullptr && imgui.NavCursorVisible) {
                const ImGuiWindow* window = imgui.NavWindow;
                const ImRect rect = ImGui::WindowRectRelToAbs(const_cast<ImGuiWindow*>(window), window->NavRectRel[0]);
                if (std::abs(rect.Min.x - item->min.x) < 2 && std::abs(rect.Min.y - item->min.y) < 2) return true;
            }
            canvas.key(ImGuiKey_Tab);
        }
        return false;
    }
};

}  // namespace

TEST_CASE("every meeting has a way to its preparation, and only the next one is started from the list") {
    BeforeWorld world(1280, 900);
    world.canvas.settle();
    for (int number = 1; number <= 6; ++number) {
        CHECK(world.canvas.shown("prepare-" + std::to_string(number)));
        CHECK(world.canvas.shown("rehearse-" + std::to_string(number)));
        CHECK(world.canvas.shown("start-" + std::to_string(number)) == (number == 3));
    }
    world.canvas.click("prepare-5");
    CHECK(world.model.preparing == 5);
    CHECK(world.canvas.says("Kommunikasjon og nettverk"));
    world.canvas.click("before-all");
    CHECK(world.model.preparing == 0);
    CHECK(world.canvas.shown("start-3"));
}

TEST_CASE("the page opens with the last time: the line, who came, the time and the temperature") {
    BeforeWorld world;
    const auto rest = world.model.records.attendance.rest_present(2, world.model.now);
    world.model.records.attendance.apply(rest);
    world.prepare(3);
    CHECK(world.canvas.says("Dere skrev: Vi lovet å åpne vinduet."));
    CHECK(world.canvas.says("11 til stede, 0 meldt fravær"));
    CHECK(world.canvas.says("Brukt 17 av 15 minutter"));
    CHECK(world.canvas.says("median 7 (8 hender)"));
    CHECK(world.canvas.says("Hjemmeoppgaven"));
    world.prepare(5);
    CHECK(world.canvas.says("Samling 4 er ikke holdt ennå."));
    world.prepare(1);
    CHECK_FALSE(world.canvas.says("Sist gang"));
}

TEST_CASE("equipment is reckoned for the course, ticked for it, and the ticks come back") {
    BeforeWorld world;
    world.prepare(3);
    CHECK(world.canvas.says("Regnet for 11 deltakere · 0 av 11 er klart"));
    CHECK(world.canvas.says("Bøtteark × 11, blyanter i to farger"));
    CHECK(world.canvas.says("fem til hver (55)"));
    world.canvas.click("equipment-1");
    CHECK(world.canvas.says("1 av 11 er klart"));
    REQUIRE(world.model.records.ticks.size() == 1);
    CHECK(world.model.records.ticks.begin()->document == "del-1/samlinger/samling-3.md");
    world.prepare(4);
    world.prepare(3);
    CHECK(world.canvas.find("equipment-1").on);
    world.canvas.click("equipment-1");
    CHECK(world.model.records.ticks.empty());
}

TEST_CASE("what is to be printed stands with its number, and leads to the sheet") {
    BeforeWorld world;
    world.prepare(4);
    CHECK(world.canvas.says("22 stk."));
    world.canvas.click("sheet-0");
    REQUIRE(world.canvas.said<app::OpenDocument>() != nullptr);
    CHECK(world.canvas.said<app::OpenDocument>()->path == "del-2/ovelser/energiregnskap.md");
    CHECK(world.canvas.said<app::OpenDocument>()->anchor == "ark");
}

TEST_CASE("a row is changed with the buttons below it, and the total follows in words") {
    BeforeWorld world;
    world.prepare(3);
    CHECK(world.canvas.says("Planen går opp"));
    CHECK(world.canvas.says("Planen følger håndboka"));
    world.canvas.click("before-step-stressbøtta");
    world.canvas.click("row-minutes-more");
    CHECK(world.canvas.says("1 min for mye"));
    world.canvas.click("row-minutes-less");
    CHECK(world.model.plans.empty());  // as the handbook has it again
    world.canvas.click("row-skip");
    CHECK(world.canvas.says("min til gode"));
    CHECK(world.canvas.says("Hoppes over i dette kurset"));
    CHECK(world.canvas.says("Planen for dette kurset"));
    world.canvas.click("row-skip");
    CHECK(world.model.plans.empty());
    const std::vector<std::string> before = world.order();
    world.canvas.click("row-up");
    CHECK(world.canvas.says("Flyttet"));
    CHECK(world.order() != before);
    world.canvas.click("before-standard");
    CHECK(world.order() == before);
    CHECK(world.model.plans.empty());
    world.canvas.actions.emplace_back(app::Undo{});
    world.canvas.settle();
    CHECK(world.order() != before);
}

TEST_CASE("the row that has the focus is moved, lengthened and skipped by key, and keeps the focus") {
    BeforeWorld world;
    world.prepare(3);
    REQUIRE(world.tab_to("before-step-stressbøtta"));
    const std::vector<std::string> before = world.order();
    const auto place = std::ranges::find(before, "before-step-stressbøtta") - before.begin();
    world.key_with(ImGuiMod_Alt, ImGuiKey_DownArrow);
    world.key_with(ImGuiMod_Alt, ImGuiKey_DownArrow);
    std::vector<std::string> now = world.order();
    CHECK(std::ranges::find(now, "before-step-stressbøtta") - now.begin() == place + 2);
    world.key_with(ImGuiMod_Alt, ImGuiKey_UpArrow);
    now = world.order();
    CHECK(std::ranges::find(now, "before-step-stressbøtta") - now.begin() == place + 1);
    world.canvas.type("+");
    world.canvas.type("+");
    world.canvas.type("-");
    const auto step = [&] {
        const session::CoursePlan plan = world.plan();
        return *std::ranges::find(plan, "stressbøtta", &session::PlannedStep::standard);
    };
    CHECK(step().minutes == 21);
    world.canvas.key(ImGuiKey_Delete);
    CHECK(step().skipped);
    world.canvas.key(ImGuiKey_Delete);
    CHECK_FALSE(step().skipped);
    world.canvas.key(ImGuiKey_Enter);
    CHECK(world.canvas.shown("row-edit"));
}

TEST_CASE("up and down lead along the list that one is in, whatever stands beside it") {
    BeforeWorld world;
    world.prepare(3);
    REQUIRE(world.tab_to("before-step-velkommen"));
    for (int i = 0; i < 4; ++i) world.canvas.key(ImGuiKey_DownArrow);
    world.canvas.key(ImGuiKey_Delete);
    REQUIRE_FALSE(world.plan().empty());
    CHECK(world.plan()[4].skipped);
    world.canvas.key(ImGuiKey_UpArrow);
    world.canvas.key(ImGuiKey_Delete);
    CHECK(world.plan()[3].skipped);
    REQUIRE(world.tab_to("equipment-2"));
    world.canvas.key(ImGuiKey_DownArrow);
    world.canvas.key(ImGuiKey_DownArrow);
    world.canvas.key(ImGuiKey_Space);
    CHECK(world.canvas.find("equipment-4").on);
}

TEST_CASE("minutes, leader, clock and note are changed in a dialog that says what is wrong") {
    BeforeWorld world;
    world.prepare(3);
    world.canvas.click("before-step-stressbøtta");
    world.canvas.click("row-edit");
    for (const char* wrong : {"", "0", "241", "ti", "99999999999999999999", "-5", "5.5"}) {
        world.rewrite("step-minutes", wrong);
        world.canvas.click("step-save");
        CHECK(world.canvas.says("Skriv et tall fra 1 til 240."));
        CHECK(world.model.plans.empty());
    }
    world.rewrite("step-minutes", "25");
    world.rewrite("step-clock", "snart");
    world.canvas.click("step-save");
    CHECK(world.canvas.says("Skriv klokkeslettet som 10.00."));
    world.rewrite("step-clock", "10.30");
    world.rewrite("step-note", "Ta med");
    world.canvas.click("step-leader/2");  // the field has let go: what another program pasted stands in it
    world.before().editor.note = "Ta med\x1b krana \xff";
    CHECK(world.canvas.says("I håndboka: brukerrepresentant"));
    world.canvas.click("step-save");
    REQUIRE_FALSE(world.plan().empty());
    const session::CoursePlan plan = world.plan();
    const auto step = std::ranges::find(plan, "stressbøtta", &session::PlannedStep::standard);
    CHECK(step->minutes == 25);
    CHECK(step->leader == book::Leader::both);
    CHECK(step->at == base::TimeOfDay{10, 30});
    CHECK(step->note.starts_with("Ta med krana"));
    CHECK(session::storable(*step));
    CHECK(world.canvas.says("I håndboka: 20 min · brukerrepresentant"));
    CHECK(world.canvas.says("Fast kl. 10.30"));
    CHECK(world.canvas.says("for sent etter planen"));
    CHECK(world.canvas.says("Notat: Ta med krana"));
}

TEST_CASE("an own step needs a name, stands after the chosen one, and can be taken away") {
    BeforeWorld world;
    world.prepare(3);
    world.canvas.click("before-step-velkommen");
    world.canvas.click("before-own");
    world.canvas.click("step-save");
    CHECK(world.canvas.says("Gi steget et navn."));
    world.rewrite("step-title", "Kaffe ved vinduet");
    world.canvas.key(ImGuiKey_Enter);  // from a field, Enter saves
    REQUIRE(world.plan().size() == session::make_plan(*shipped(), 3).steps.size() + 1);
    CHECK(world.plan()[1].title == "Kaffe ved vinduet");
    CHECK(world.plan()[1].minutes == 10);
    CHECK(world.canvas.find("before-own-1").on);
    world.canvas.click("row-skip");
    CHECK(world.model.plans.empty());
}

TEST_CASE("another exercise is searched for by keyboard; those in reserve come first") {
    BeforeWorld world;
    world.prepare(4);
    world.canvas.click("before-step-verdikompass");
    world.canvas.click("row-swap");
    CHECK(world.canvas.says("Bytt ut «Verdikompass»"));
    std::vector<std::string> offered;
    for (const ui::Item& item : world.canvas.index.items())
        if (item.id.starts_with("exercise-")) offered.push_back(item.id);
    REQUIRE(offered.size() > 3);
    offered.resize(2);
    CHECK(std::ranges::find(offered, "exercise-livshjulet") != offered.end());
    CHECK(std::ranges::find(offered, "exercise-ukeplan-med-pauser") != offered.end());
    CHECK_FALSE(world.canvas.shown("exercise-verdikompass"));
    world.canvas.type("finnes ikke");
    CHECK(world.canvas.says("Ingen øvelse heter noe slikt."));
    world.before().chooser.query.clear();
    world.canvas.key(ImGuiKey_Escape);
    world.canvas.settle();
    CHECK_FALSE(world.before().chooser.open);
    world.canvas.click("row-swap");
    world.canvas.type("LIVSHJ");
    world.canvas.key(ImGuiKey_Enter);
    const session::CoursePlan plan = world.plan();
    REQUIRE_FALSE(plan.empty());
    CHECK(std::ranges::find(plan, "verdikompass", &session::PlannedStep::standard)->exercise ==
          "del-2/ovelser/livshjulet.md");
    CHECK(world.canvas.says("I stedet for «Verdikompass»"));
    CHECK(world.canvas.says("5 min til gode"));
    CHECK(world.canvas.says("ark med livshjulet × 11"));
}

TEST_CASE("without a course the plan is shown and cannot be changed") {
    BeforeWorld world;
    world.model.course = 0;
    world.prepare(3);
    CHECK(world.canvas.says("Åpne et kurs, så kan dere endre planen for det."));
    CHECK(world.canvas.find("before-step-stressbøtta").disabled);
    world.canvas.click("before-step-stressbøtta");
    CHECK_FALSE(world.canvas.shown("row-edit"));
    CHECK_FALSE(world.canvas.shown("before-own"));
    CHECK_FALSE(world.canvas.shown("before-start"));
    CHECK(world.canvas.says("Bøtteark × antall"));
}

TEST_CASE("a meeting that has begun is shown as it is") {
    BeforeWorld world;
    world.model.unfinished = app::Unfinished{3, 7, 3, {{world.model.now, session::Started{}}}};
    world.prepare(3);
    CHECK(world.canvas.says("Planen kan ikke endres mens samlingen er i gang."));
    CHECK_FALSE(world.canvas.shown("before-own"));
    CHECK_FALSE(world.canvas.shown("before-start"));
    world.prepare(4);
    CHECK(world.canvas.shown("before-own"));
}

TEST_CASE("nothing is gathered or laid out while the model stands still") {
    BeforeWorld world;
    world.prepare(3);
    const std::uint64_t made = ui::layouts_made(*world.canvas.context.state);
    const BeforeWorld* const where = &world;
    const auto* rows = world.before().rows.data();
    world.canvas.settle(10);
    CHECK(ui::layouts_made(*where->canvas.context.state) == made);
    CHECK(world.before().rows.data() == rows);
}

TEST_CASE("the page fits at 1280 by 720 and at double text, in three languages") {
    const auto language = GENERATE(words::Language::nb, words::Language::nn, words::Language::en);
    const float scale = GENERATE(1.0f, 2.0f);
    BeforeWorld world(1280, 720);
    world.canvas.context.scale = scale;
    world.canvas.actions.emplace_back(app::SetLanguage{language});
    session::CoursePlan plan = session::as_course_plan(session::make_plan(*shipped(), 4));
    plan[2].at = base::TimeOfDay{10, 10};
    plan[3].note = "Et notat som er langt nok til å trenge mer enn én linje på en smal skjerm, og litt til";
    plan[4].exercise = "del-2/ovelser/livshjulet.md";
    std::swap(plan[6], plan[7]);
    plan[8].skipped = true;
    world.canvas.actions.emplace_back(app::ChangePlan{4, plan});
    world.prepare(4);
    for (int i = 0; i < 40; ++i) {
        for (const ui::Item& item : world.canvas.index.items()) {
            CAPTURE(item.id, item.label, scale);
            CHECK(item.min.x >= 0);
            CHECK(item.max.x <= 1280.5f);
        }
        ImGui::GetIO().AddMousePosEvent(600, 400);
        ImGui::GetIO().AddMouseWheelEvent(0, -5);
        world.canvas.settle(2);
    }
}

TEST_CASE("during the meeting the step that is on, or one ahead, gets another exercise") {
    BeforeWorld world(1280, 900);
    world.canvas.actions.emplace_back(app::StartMeeting{7, 4});
    world.canvas.settle();
    const auto& steps = world.model.run->plan.steps;
    const auto place = static_cast<int>(std::ranges::find(steps, "verdikompass", &session::Step::key) - steps.begin());
    world.canvas.actions.emplace_back(app::GoToStep{place - 1});
    world.canvas.settle();
    world.canvas.click("swap");
    world.canvas.click("chooser-after");
    CHECK(world.canvas.says("Bytt ut «Verdikompass»"));
    world.canvas.click("exercise-livshjulet");
    REQUIRE(world.canvas.said<app::SwapExercise>() != nullptr);
    CHECK(world.canvas.said<app::SwapExercise>()->step == place);
    CHECK(world.model.run->plan.steps[static_cast<std::size_t>(place)].title == "Livshjulet");
    CHECK(world.model.run->state.step == place - 1);
    CHECK_FALSE(world.before().chooser.open);
}

TEST_CASE("the leaders' own note and what they promised stand among the notes, and a fixed step says how late it is") {
    BeforeWorld world(1280, 900);
    session::CoursePlan plan = session::as_course_plan(session::make_plan(*shipped(), 3));
    plan[0].note = "Åpne vinduet først";
    plan[1].at = base::TimeOfDay{9, 0};
    world.canvas.actions.emplace_back(app::ChangePlan{3, plan});
    world.canvas.actions.emplace_back(app::StartMeeting{7, 3});
    world.canvas.settle();
    std::string notes;
    for (const book::Block& block : world.canvas.context.state->meeting.notes)
        notes += book::plain_text(block.spans) + "\n";
    CHECK(notes.find("Åpne vinduet først") != std::string::npos);
    CHECK(notes.find("Dere skrev: Vi lovet å åpne vinduet.") != std::string::npos);
    CHECK(world.canvas.says("Fast kl. 09.00 · 35 min for sent etter planen"));
    // At the next step neither stands there.
    world.canvas.actions.emplace_back(app::GoToStep{1});
    world.canvas.settle();
    notes.clear();
    for (const book::Block& block : world.canvas.context.state->meeting.notes)
        notes += book::plain_text(block.spans) + "\n";
    CHECK(notes.find("vinduet") == std::string::npos);
}
