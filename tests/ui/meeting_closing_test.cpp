// The page after the end, the overview with numbers, a rehearsal's speed, and hands that are kept.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "courses_world.h"
#include "ui/aids/aid_panel.h"
#include "ui/views/meeting_closing.h"

namespace {

using namespace std::chrono_literals;
using support::third_meeting;
using words::Key;

session::Plan plan() {
    session::Plan plan{.meeting = 3, .title = "Stress, kropp og ro", .document = "del-1/samlinger/samling-3.md"};
    int minutes = 5;
    for (const char* title : {"Velkommen", "Innsjekk", "Stressbøtta", "Pause", "Kroppsskanning", "Ukas steg",
                              "Temperatur", "Avslutning", "Noe til", "Enda noe", "Det siste", "Takk"}) {
        session::Step step{.title = title, .minutes = minutes};
        step.cues = {session::TitleCue{}};
        plan.steps.push_back(step);
        plan.minutes += minutes++;
    }
    return plan;
}

session::Reveal habits() {
    session::Reveal list{.shape = session::Reveal::Shape::checklist};
    for (const char* name : {"Samme tid hver dag", "Dagslys", "Mørkt rom"}) list.parts.push_back({.name = name});
    list.shown = 3;
    return list;
}

/// The third meeting of the spring course, in the real window, with what it says done by the real update.
struct Closing {
    support::NullCanvas canvas;
    app::Model model;
    app::Effects effects;
    std::size_t done = 0;

    explicit Closing(bool rehearsal = false, float width = 1280, float height = 2000, float scale = 1)
        : canvas(width, height) {
        model.handbook = support::small_programme();
        model.place = app::Place::meeting;
        model.zone = base::Minutes{60};
        model.store.phase = app::StorePhase::open;
        model.now = canvas.context.now = third_meeting();
        model.courses = {support::spring_course()};
        model.course = 7;
        model.records.attendance = course::AttendanceSheet(11, 6);
        app::Run run{.id = rehearsal ? 0 : 4, .course = 7, .rehearsal = rehearsal};
        run.clock = {model.now, model.now, 1};
        run.base = run.plan = plan();
        run.log = {{model.now, session::Started{}}};
        run.state = session::replay(run.plan, run.log);
        model.run = run;
        canvas.context.scale = scale;
        canvas.bare = true;
        canvas.draw = [this] {
            for (; done < canvas.actions.size(); ++done)
                for (app::Effect& effect : app::update(model, canvas.actions[done], canvas.context.now))
                    effects.push_back(std::move(effect));
            ui::draw_leaders(model, canvas.context);
        };
        canvas.settle();
    }
    void say(app::Action action) {
        canvas.actions.push_back(std::move(action));
        canvas.settle();
    }
    void end() {
        canvas.context.now += 9min;
        say(app::EndMeeting{});
    }
    std::string line() const {
        const auto found = model.records.lines.find(3);
        return found == model.records.lines.end() ? "" : found->second;
    }
    int lines_saved() const {
        int count = 0;
        for (const app::Effect& effect : effects) count += std::holds_alternative<app::SaveLine>(effect);
        return count;
    }
    const std::string& word(Key key) const { return model.words[key]; }
};

}  // namespace

TEST_CASE("the page after the end has attendance, temperature, line and backup, and the way on") {
    Closing page;
    page.end();
    for (const Key key : {Key::closing_title, Key::closing_attendance, Key::closing_temperature, Key::closing_line,
                          Key::closing_backup, Key::closing_backup_making, Key::meeting_planned}) {
        INFO(page.word(key));
        CHECK(page.canvas.says(page.word(key)));
    }
    CHECK(page.canvas.says("11 er ikke merket"));
    for (const char* id : {"rest-present", "closing-register", "closing-count", "closing-line", "summary-feedback",
                           "summary-leave", "summary-reopen", "participant-11"}) {
        INFO(id);
        CHECK(page.canvas.shown(id));
    }
}

TEST_CASE("everyone else is here: the sum follows, and the question is gone") {
    Closing page;
    page.end();
    page.canvas.click("participant-2");
    page.canvas.click("rest-present");
    CHECK(page.model.records.attendance.of_meeting(3).unmarked == 0);
    CHECK(page.canvas.says(page.word(Key::closing_all_marked)));
    CHECK(page.canvas.says("11 til stede"));
    CHECK_FALSE(page.canvas.shown("rest-present"));
    page.canvas.click("closing-register");
    CHECK(page.model.place == app::Place::courses);
}

TEST_CASE("the line is written down on Enter") {
    Closing page;
    page.end();
    page.canvas.click("closing-line");
    page.canvas.type("Ta med penner");
    page.canvas.key(ImGuiKey_Enter);
    CHECK(page.line() == "Ta med penner");
    CHECK(page.lines_saved() == 1);
    CHECK(page.canvas.says(page.word(Key::closing_line_kept)));
}

TEST_CASE("the line is written down when the field loses the keyboard") {
    Closing page;
    page.end();
    page.canvas.click("closing-line");
    page.canvas.type("Ta med penner");
    page.canvas.click_at({700, 5});
    CHECK(page.line() == "Ta med penner");
}

TEST_CASE("the line is written down when the keys have rested, though the field still has the keyboard") {
    Closing page;
    page.end();
    page.canvas.click("closing-line");
    page.canvas.type("Ta med");
    CHECK(page.line().empty());
    CHECK(ui::animating(*page.canvas.state));
    page.canvas.context.now += ui::line_rest;
    page.canvas.settle();
    CHECK(page.line() == "Ta med");
    page.canvas.type(" penner  ");
    page.canvas.context.now += ui::line_rest;
    page.canvas.settle();
    CHECK(page.line() == "Ta med penner");
    CHECK(page.lines_saved() == 2);
    // And then nothing moves.
    CHECK_FALSE(ui::animating(*page.canvas.state));
}

TEST_CASE("the line is written down when the page is left by any way") {
    Closing page;
    page.end();
    page.canvas.click("closing-line");
    page.canvas.type("Husk");
    SECTION("to another place by a key") {
        page.say(app::GoTo{app::Place::handbook});
    }
    SECTION("with «Ferdig»") {
        page.canvas.click("summary-leave");
        CHECK_FALSE(page.model.run);
    }
    SECTION("with the program") {
        for (const app::Action& action : ui::unsaid(*page.canvas.state, page.model)) page.say(action);
        CHECK(ui::unsaid(*page.canvas.state, page.model).empty());
    }
    CHECK(page.line() == "Husk");
    CHECK(page.lines_saved() == 1);
}

TEST_CASE("a line that was kept stands there, and emptied it is gone") {
    Closing page;
    page.model.records.lines[3] = "Fra før";
    page.end();
    page.canvas.click("closing-line");
    CHECK(page.canvas.context.state->meeting.closing->typed == "Fra før");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    page.canvas.key(ImGuiKey_A);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    page.canvas.key(ImGuiKey_Delete);
    page.canvas.key(ImGuiKey_Enter);
    CHECK(page.line().empty());
    CHECK(page.lines_saved() == 1);
}

TEST_CASE("more than fits is not taken, and no letter is halved") {
    Closing page;
    page.end();
    page.canvas.click("closing-line");
    std::string long_line = "x";
    for (int i = 0; i < 200; ++i) long_line += "å";
    page.canvas.type(long_line);
    CHECK(page.canvas.says("299 / 300"));
    page.canvas.key(ImGuiKey_Enter);
    CHECK(page.line().size() == 299);
    CHECK(page.line().ends_with("å"));
}

TEST_CASE("a line that could not be written is not called saved") {
    Closing page;
    page.end();
    page.say(app::WriteFailed{app::SaveLine{7, 3, "x"}, {base::Fault::disk_full, "/data", ""}});
    page.canvas.click("closing-line");
    page.canvas.type("Husk");
    page.canvas.key(ImGuiKey_Enter);
    CHECK(page.line() == "Husk");
    CHECK_FALSE(page.canvas.says(page.word(Key::closing_line_kept)));
}

TEST_CASE("hands are counted on the page, kept at once, and shown as columns and in words") {
    Closing page;
    page.end();
    CHECK(page.canvas.says(page.word(Key::closing_temperature_none)));
    page.canvas.click("closing-count");
    const ImVec2 before = page.canvas.find("more-7").min;
    page.canvas.click("more-7");
    CHECK(page.canvas.find("more-7").min.y == before.y);  // it stands still under the hand
    for (int i = 0; i < 2; ++i) page.canvas.click("more-7");
    page.canvas.click("more-4");
    REQUIRE(page.model.records.counts.size() == 1);
    CHECK(page.model.records.counts[0].question == page.word(Key::closing_temperature));
    CHECK(page.model.records.counts[0].hands[7] == 3);
    page.canvas.click("closing-count-0");
    CHECK(page.canvas.says("4: 1, 7: 3"));
    CHECK(page.canvas.says("Median 7"));
    // Counted away again, nothing is kept.
    page.canvas.click("closing-count-0");
    for (int i = 0; i < 3; ++i) page.canvas.click("fewer-7");
    page.canvas.click("fewer-4");
    CHECK(page.model.records.counts.empty());
}

TEST_CASE("the backup says when it was made") {
    Closing page;
    page.end();
    page.canvas.context.now += 1min;
    page.canvas.settle();
    CHECK(page.canvas.says(page.word(Key::closing_backup_none)));
    page.say(app::BackupMade{});
    CHECK(page.canvas.says("Laget kl. 09.40"));
}

TEST_CASE("after a rehearsal there is nothing to keep, and it says so") {
    Closing page(true);
    page.end();
    CHECK(page.canvas.says(page.word(Key::meeting_done_rehearsal)));
    for (const char* id : {"rest-present", "closing-line", "closing-count", "closing-register", "summary-feedback"})
        CHECK_FALSE(page.canvas.shown(id));
    page.canvas.click("summary-leave");
    CHECK_FALSE(page.model.run);
    CHECK(page.effects.empty());
}

TEST_CASE("nothing on the page is cut off at 200 % text, in any language") {
    const auto language = GENERATE(words::Language::nb, words::Language::nn, words::Language::en);
    Closing page(false, 1280, 3600, 2);
    page.say(app::SetLanguage{language});
    page.say(
        app::KeepCounts{{3, "Søvnsjekken", {}, {{"Står opp til omtrent samme tid hver dag", 99}, {"Dagslys", 1}}}});
    page.end();
    page.canvas.click(GENERATE("closing-count", "closing-list-0"));
    for (const ui::Item& item : page.canvas.index.items()) {
        INFO(item.id << " " << item.label);
        CHECK(item.max.x <= 1280.5f);
        CHECK(item.min.x >= -0.5f);
    }
}

TEST_CASE("everything that can be pressed on the page is reached by Tab") {
    Closing page;
    page.say(app::KeepCounts{{3, "Søvnsjekken", {}, {{"Samme tid hver dag", 1}, {"Dagslys", 0}}}});
    page.end();
    page.canvas.click(GENERATE("closing-count", "closing-list-0"));
    std::size_t pressable = 0;
    for (const ui::Item& item : page.canvas.index.items())
        pressable += item.role != ui::ItemRole::text && !item.disabled ? 1 : 0;
    REQUIRE(pressable > 20);
    std::set<ImGuiID> reached;
    for (std::size_t i = 0; i < 2 * pressable; ++i) {
        page.canvas.key(ImGuiKey_Tab);
        reached.insert(ImGui::GetCurrentContext()->NavId);
    }
    CHECK(reached.size() >= pressable);
}

TEST_CASE("a number and Enter in the overview lead to that step, and turn no page") {
    Closing page;
    page.canvas.context.state->meeting.plan_dialog = true;
    page.canvas.settle(15);
    CHECK(page.canvas.says(page.word(Key::overview_number)));
    page.canvas.key(ImGuiKey_1);
    CHECK(ui::typing(*page.canvas.state));
    CHECK(page.canvas.says("Velkommen"));
    page.canvas.key(ImGuiKey_Keypad1);
    CHECK(page.canvas.find("step-number").label == "11");
    page.canvas.key(ImGuiKey_Enter);
    CHECK(page.model.run->state.step == 10);
    CHECK_FALSE(page.canvas.context.state->meeting.plan_dialog);
    CHECK_FALSE(ui::typing(*page.canvas.state));
}

TEST_CASE("Esc takes the number away first and the overview then; a number without a step does nothing") {
    Closing page;
    bool& open = page.canvas.context.state->meeting.plan_dialog;
    open = true;
    page.canvas.settle(15);
    page.canvas.key(ImGuiKey_9);
    page.canvas.key(ImGuiKey_9);
    page.canvas.key(ImGuiKey_Enter);
    CHECK(open);
    CHECK(page.model.run->state.step == 0);
    page.canvas.key(ImGuiKey_Backspace);
    CHECK(page.canvas.find("step-number").label == "9");
    page.canvas.key(ImGuiKey_Escape);
    CHECK(open);
    CHECK_FALSE(page.canvas.shown("step-number"));
    page.canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(open);
}

TEST_CASE("the speed of a rehearsal is chosen beside the step, and no other meeting has it") {
    Closing page(true);
    page.canvas.click("rehearsal-speed/2");
    CHECK(page.model.run->clock.speed == 60);
    page.canvas.click("rehearsal-speed/0");
    CHECK(page.model.run->clock.speed == 1);
    CHECK_FALSE(Closing(false).canvas.shown("rehearsal-speed/0"));
}

TEST_CASE("hands on the scale are kept with the question of the wall, and then it says so") {
    Closing page;
    session::Scale scale{.question = "Hvor urolig er du nå?"};
    page.model.aid = app::OpenAid{scale, "Temperatur"};
    page.canvas.settle();
    CHECK_FALSE(page.canvas.shown("aid-keep"));
    page.canvas.click("aid-more-6");
    page.canvas.click("aid-keep");
    REQUIRE(page.model.records.counts.size() == 1);
    CHECK(page.model.records.counts[0].question == "Hvor urolig er du nå?");
    CHECK(page.model.records.counts[0].meeting == 3);
    CHECK(page.canvas.says(page.word(Key::counts_kept)));
    CHECK_FALSE(page.canvas.shown("aid-keep"));
    page.canvas.click("aid-more-6");
    CHECK(page.canvas.shown("aid-keep"));
}

TEST_CASE("hands at the points of a checklist are kept with their names, and taken back again") {
    Closing page;
    page.model.aid = app::OpenAid{habits(), "Søvnsjekken"};
    page.canvas.settle();
    CHECK_FALSE(page.canvas.shown("aid-keep"));
    page.canvas.context.now += 1s;
    for (const char* press : {"aid-more-0", "aid-more-2", "aid-more-2"}) page.canvas.click(press);
    page.canvas.context.now += 1s;
    page.canvas.click("aid-keep");
    REQUIRE(page.model.records.counts.size() == 1);
    CHECK(page.model.records.counts[0] ==
          course::HandCount{3, "Søvnsjekken", {}, {{"Samme tid hver dag", 1}, {"Dagslys", 0}, {"Mørkt rom", 2}}});
    CHECK(page.canvas.says(page.word(Key::counts_kept)));
    CHECK_FALSE(page.canvas.shown("aid-keep"));
    SECTION("by the button") {
        page.canvas.click("aid-keep-undo");
    }
    SECTION("by the key") {
        page.say(app::Undo{});
    }
    CHECK(page.model.records.counts.empty());
    CHECK(page.canvas.shown("aid-keep"));
    CHECK(page.canvas.find("aid-count-2").label == "2");
}

TEST_CASE("what was counted at a list stands on the page after the end, with names, and can be put right there") {
    Closing page;
    page.say(app::KeepCounts{{3, "Søvnsjekken", {}, {{"Samme tid hver dag", 1}, {"Dagslys", 0}, {"Mørkt rom", 2}}}});
    page.say(app::KeepCounts{{2, "En annen gang", {}, {{"Noe annet", 5}}}});
    page.end();
    for (const char* words : {"Søvnsjekken", "Samme tid hver dag", "Dagslys", "Mørkt rom"}) {
        INFO(words);
        CHECK(page.canvas.says(words));
    }
    CHECK_FALSE(page.canvas.says("Noe annet"));
    // They are no temperature: that is counted beside them.
    CHECK(page.canvas.says(page.word(Key::closing_temperature_none)));
    page.canvas.click("closing-list-0");
    CHECK(page.canvas.find("item-fewer-1").disabled);
    page.canvas.context.now += 1s;
    page.canvas.click("item-more-1");
    const auto dagslys = [&] {
        return course::kept_of(page.model.records.counts, {3, "Søvnsjekken", {}}).items[1].hands;
    };
    CHECK(dagslys() == 1);
    CHECK(page.canvas.find("item-count-1").label == "1");
    page.say(app::Undo{});
    CHECK(dagslys() == 0);
    CHECK(page.model.run->state.phase == session::Phase::ended);
    page.canvas.click("closing-list-0");
    CHECK_FALSE(page.canvas.shown("item-more-1"));
}

TEST_CASE("hands in a rehearsal are not offered to be kept") {
    Closing page(true);
    page.model.aid = app::OpenAid{session::Scale{.question = "Hvor urolig er du nå?"}, "Temperatur"};
    page.canvas.settle();
    page.canvas.click("aid-more-6");
    CHECK_FALSE(page.canvas.shown("aid-keep"));
    CHECK(page.canvas.says(page.word(Key::counts_rehearsal)));
}

TEST_CASE("the page of an exercise says how long it has taken where it was done") {
    Closing page;
    const std::string path = "del-2/ovelser/stressbotta.md";
    auto handbook = std::make_shared<book::Handbook>(*support::small_programme());
    handbook->revision = 2;
    book::Document exercise;
    exercise.path = path;
    exercise.kind = book::Kind::exercise;
    exercise.title = "Stressbøtta";
    handbook->documents.push_back(exercise);
    page.model.handbook = handbook;
    page.say(app::OpenDocument{path});
    CHECK_FALSE(page.canvas.says("Brukt"));
    const auto took = [&](int minutes) { return course::StepTime{7, 3, "Stressbøtta", path, 15, minutes * 60}; };
    page.model.times = {took(26)};
    page.canvas.settle();
    CHECK(page.canvas.says("Brukt én gang: 26 av 15 min"));
    page.model.times = {took(26), took(20), took(31), took(26), {7, 3, "Noe annet", "annet.md", 5, 300}};
    page.canvas.settle();
    CHECK(page.canvas.says("Brukt 4 ganger: median 26 av 15 min"));
}
