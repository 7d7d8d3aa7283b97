#include "app/audience_view.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "world.h"

using namespace app_test;
using session::Cover;

TEST_CASE("before the meeting the wall says what comes and when it begins") {
    World world;
    const AudienceView view = world.wall();
    const auto& scene = std::get<StartScene>(view.scene);
    CHECK(scene.title == "Første gang");
    CHECK(scene.begins == base::TimeOfDay{10, 0});
    CHECK(view.footer == "Samling 1");
}

TEST_CASE("once today's meeting is held the wall looks to the next, and after the last it is calm ground") {
    World world;
    world.model.records.held = {1};
    CHECK(std::get<StartScene>(world.wall().scene).title == "Andre gang");
    world.model.records.held = {1, 2};
    CHECK(std::holds_alternative<EmptyScene>(world.wall().scene));
    World later;
    later.now = base::at_local({2027, 1, 1}, {9, 0}, base::Minutes{60});
    CHECK(std::holds_alternative<EmptyScene>(later.wall().scene));
}

TEST_CASE("without a course the wall has nothing to show") {
    World world(false);
    CHECK(std::holds_alternative<EmptyScene>(world.wall().scene));
    CHECK(world.wall().footer.empty());
}

TEST_CASE("a slide shows its title, its text and its picture; without one the meeting's") {
    World world;
    world.run(StartMeeting{1, 1});
    const auto with_picture = std::get<TextScene>(world.wall().scene);
    CHECK(with_picture.title == "Hei");
    CHECK(with_picture.picture == "sol.svg");
    CHECK(book::plain_text(with_picture.blocks) == "Så fint at du er her.");
    world.run(Next{});
    const AudienceView second = world.wall();
    const auto& without = std::get<TextScene>(second.scene);
    CHECK(without.title == "Plan");
    CHECK(without.picture == "samling-1.svg");
}

TEST_CASE("a long text takes several pictures, and each says which it is") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(Next{});
    const AudienceView first = world.wall();
    const auto& one = std::get<TextScene>(first.scene);
    REQUIRE(one.pages > 1);
    CHECK(one.page == 0);
    world.run(Next{});
    const AudienceView second = world.wall();
    const auto& two = std::get<TextScene>(second.scene);
    CHECK(two.page == 1);
    CHECK(two.title == "Plan");
    CHECK(book::plain_text(one.blocks) != book::plain_text(two.blocks));
}

TEST_CASE("an exercise shows its title, its text for the wall and its picture") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{pairs_step});
    const AudienceView view = world.wall();
    const auto& scene = std::get<TextScene>(view.scene);
    CHECK(scene.title == "Summing");
    CHECK(scene.picture == "ovelse-summing.svg");
    CHECK(book::plain_text(scene.blocks).find("Snakk to og to.") != std::string::npos);
}

TEST_CASE("a step with nothing to show shows its title and the meeting's picture") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(LastStep{});
    const AudienceView view = world.wall();
    const auto& scene = std::get<TextScene>(view.scene);
    CHECK(scene.title == "Takk for nå");
    CHECK(scene.picture == "samling-1.svg");
    CHECK(scene.blocks.empty());
}

TEST_CASE("the break says when it is over, rounded up to the minute") {
    World world;
    world.run(StartMeeting{1, 1});
    world.pass(90s);
    world.run(GoToStep{pause_step});
    const AudienceView view = world.wall();
    const auto& scene = std::get<BreakScene>(view.scene);
    CHECK(scene.title == "Pause");
    CHECK(scene.ends == world.now + 10min);
    CHECK(scene.until == base::TimeOfDay{10, 12});
    CHECK_FALSE(scene.paused);
}

TEST_CASE("while the clock stands in the break, what is left stands too") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{pause_step});
    world.pass(4min);
    world.run(ToggleClock{});
    world.pass(3min);
    const AudienceView view = world.wall();
    const auto& scene = std::get<BreakScene>(view.scene);
    CHECK(scene.paused);
    CHECK(scene.left == 6min);
    CHECK(scene.until == base::TimeOfDay{10, 13});
}

TEST_CASE("the aid on the wall has the clock of the model's") {
    World world;
    world.run(StartMeeting{1, 1});
    world.go_to<session::AidCue>(pairs_step);
    const AudienceView view = world.wall();
    CHECK(std::get<AidScene>(view.scene).aid == world.model.aid->aid);
    CHECK(std::get<AidScene>(view.scene).title == "Summing");
}

TEST_CASE("hands that are not shown are not in the view at all") {
    World world;
    world.run(ShowQuestion{1, 0});
    world.run(AidHand{7, 3});
    const AudienceView hidden = world.wall();
    CHECK(std::get<session::Scale>(std::get<AidScene>(hidden.scene).aid).total() == 0);
    world.run(AidShowCounts{true});
    const AudienceView shown = world.wall();
    CHECK(std::get<session::Scale>(std::get<AidScene>(shown.scene).aid).total() == 3);
}

TEST_CASE("the revision stays while nothing changes, whatever the clock says") {
    World world;
    world.run(StartMeeting{1, 1});
    for (const int step : {welcome_step, pairs_step, pause_step, round_step, breath_step, scale_step, goodbye_step}) {
        world.run(GoToStep{step});
        for (int i = 0; i < 3; ++i) {
            const auto revision = world.wall().revision;
            world.pass(1234ms);
            world.run(Tick{base::Minutes{60}});
            CHECK(world.wall().revision == revision);
            world.run(Next{});
        }
    }
    world.run(GoToStep{pause_step});
    world.run(ToggleClock{});
    const auto revision = world.wall().revision;
    world.pass(5s);
    CHECK(world.wall().revision == revision);
}

TEST_CASE("the revision changes with everything that the room can see") {
    World world;
    std::set<std::uint64_t> seen{world.wall().revision};
    const auto is_new = [&] { return seen.insert(world.wall().revision).second; };
    world.run(StartMeeting{1, 1});
    CHECK(is_new());
    world.run(Next{});
    CHECK(is_new());
    world.run(Next{});
    CHECK(is_new());
    world.run(ToggleCover{Cover::black});
    CHECK(is_new());
    world.run(ToggleCover{Cover::black});
    CHECK_FALSE(is_new());
    world.run(SetLightWall{true});
    CHECK(is_new());
    world.run(SetReducedMotion{true});
    CHECK(is_new());
    world.go_to<session::AidCue>(round_step);
    CHECK(is_new());
    world.pass(5s);
    world.run(AidForward{});
    CHECK(is_new());
    world.run(ToggleAid{});
    CHECK(is_new());
    world.go_to<session::AidCue>(scale_step);
    CHECK(is_new());
    world.run(AidMarker{3});
    CHECK(is_new());
    world.run(AidHand{3, 1});
    CHECK_FALSE(is_new());
    world.run(AidShowCounts{true});
    CHECK(is_new());
    world.run(GoToStep{pause_step});
    CHECK(is_new());
    world.run(AddMinutes{1});
    CHECK(is_new());
    world.run(SetLanguage{words::Language::en});
    CHECK(is_new());
    world.run(EndMeeting{});
    CHECK(is_new());
}

TEST_CASE("the preview shows a cue without cover, freeze or running clock, and changes nothing") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(ToggleCover{Cover::black});
    world.run(ToggleFreeze{});
    const AudienceView view = preview(world.model, pairs_step, 0);
    CHECK(view.cover == Cover::none);
    CHECK(std::get<TextScene>(view.scene).title == "Summing");
    const auto& steps = world.model.run->plan.steps;
    const auto last_cue = static_cast<int>(steps[pairs_step].cues.size()) - 1;
    const AudienceView aid = preview(world.model, pairs_step, last_cue);
    CHECK_FALSE(session::running(std::get<AidScene>(aid.scene).aid));
    CHECK(std::holds_alternative<EmptyScene>(preview(world.model, 99, 0).scene));
    CHECK(std::holds_alternative<EmptyScene>(preview(world.model, 0, -1).scene));
    const AudienceView coming = preview(world.model, pause_step, 0);
    CHECK(std::get<BreakScene>(coming.scene).left == 10min);
}

TEST_CASE("the preview of a coming break is the same picture a second later") {
    World world;
    world.run(StartMeeting{1, 1});
    world.pass(5s);
    world.run(Tick{base::Minutes{60}});
    const auto revision = preview(world.model, pause_step, 0).revision;
    world.pass(1s);
    world.run(Tick{base::Minutes{60}});
    CHECK(preview(world.model, pause_step, 0).revision == revision);
}

TEST_CASE("the footer speaks the language that is chosen") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(SetLanguage{words::Language::en});
    CHECK(world.wall().footer == "Meeting 1");
    CHECK(world.wall().language == words::Language::en);
}

TEST_CASE("the wall is never taken from a cue that the handbook has no document for") {
    World world;
    world.run(StartMeeting{1, 1});
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->documents.clear();
    world.model.handbook = book;
    for (const int step : {welcome_step, pairs_step, pause_step, round_step, breath_step, scale_step, goodbye_step}) {
        world.run(GoToStep{step});
        for (int i = 0; i < 4; ++i) {
            CHECK(all_text(world.wall()).find(marker) == std::string::npos);
            world.run(Next{});
        }
    }
}

namespace {

using Items = std::vector<book::AidSpec::Item>;

book::AidSpec spec(std::string type, std::string list, Items items) {
    book::AidSpec made{.type = std::move(type)};
    made.lists[std::move(list)] = std::move(items);
    return made;
}

/// Every aid that holds something back, with the marker in all of it that the room is not to see at first.
std::vector<book::AidSpec> aids_with_secrets() {
    const Items hidden{{marker, marker, {}}, {marker, marker, {}}, {marker, marker, {}}};
    const Items examples{{"A", marker, {}}, {"B", marker, {}}, {"C", marker, {}}};
    book::AidSpec sorting = spec("sorting_board", "words", {{"Synlig", "", {}}, {marker, "", {}}, {marker, "", {}}});
    sorting.lists["columns"] = {{"Ja", "", {}}, {"Nei", "", {}}};
    return {spec("form", "lines", examples),  spec("circle", "stages", examples),   spec("ladder", "rungs", hidden),
            spec("mind_map", "branches", hidden), spec("checklist", "items", hidden), spec("word_cards", "cards", hidden),
            sorting};
}

/// The meeting with this aid in its exercise, and with the leaders' own words in every step and after the meeting.
World world_with(const book::AidSpec& aid) {
    World world;
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->documents[static_cast<std::size_t>(book->find("summing"))].aid = aid;
    book->revision += 1;
    world.run(HandbookLoaded{book, nullptr});
    session::CoursePlan plan = session::as_course_plan(session::make_plan(*book, 1));
    for (session::PlannedStep& step : plan) step.note = marker;
    plan.push_back({.title = "Vårt eget", .note = marker, .minutes = 5});
    world.run(ChangePlan{1, plan});
    world.run(WriteLine{1, marker});
    world.run(StartMeeting{1, 1});
    return world;
}

bool tells(const AudienceView& view) {
    return all_text(view).find(marker) != std::string::npos;
}

}  // namespace

TEST_CASE("no aid shows an example, a rung, a card or a note before it is revealed, and neither does any picture of it") {
    for (const book::AidSpec& aid : aids_with_secrets()) {
        INFO(aid.type);
        World world = world_with(aid);
        const auto& steps = world.model.run->plan.steps;
        REQUIRE(steps.back().note == marker);
        for (int step = 0; step < static_cast<int>(steps.size()); ++step)
            for (int cue = 0; cue < static_cast<int>(steps[static_cast<std::size_t>(step)].cues.size()); ++cue)
                CHECK_FALSE(tells(preview(world.model, step, cue)));
        bool seen = false;
        for (bool moved = true; moved;) {
            CHECK_FALSE(tells(world.wall()));
            const AudienceView view = world.wall();
            const auto* scene = std::get_if<AidScene>(&view.scene);
            seen = seen || (scene && scene->title == "Summing");
            const session::State before = world.state();
            world.run(Next{});
            moved = world.state().step != before.step || world.state().cue != before.cue;
        }
        CHECK(seen);
    }
}

TEST_CASE("what an aid holds back comes when it is revealed, and not before") {
    for (const book::AidSpec& aid : aids_with_secrets()) {
        INFO(aid.type);
        World world = world_with(aid);
        world.go_to<session::AidCue>(pairs_step);
        REQUIRE(world.model.aid);
        CHECK_FALSE(tells(world.wall()));
        if (std::holds_alternative<session::Reveal>(world.model.aid->aid)) world.run(AidSwitch{true});
        CHECK_FALSE(tells(world.wall()));
        if (std::holds_alternative<session::Board>(world.model.aid->aid))
            world.run(AidPlace{0, 0});
        else
            world.run(AidForward{});
        CHECK(tells(world.wall()));
    }
}
