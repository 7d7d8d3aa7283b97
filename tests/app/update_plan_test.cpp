// The plan that a course changes before a meeting, and the exercise that is swapped during it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

constexpr const char* scale = "del-2/ovelser/skala.md";
constexpr const char* circle = "del-2/ovelser/runde.md";
const course::CourseMeeting first_meeting{1, 1};

session::CoursePlan standard(const World& world) {
    return session::as_course_plan(session::make_plan(*world.model.handbook, 1));
}

/// The handbook's plan with 25 minutes in pairs and a note at the round.
session::CoursePlan changed(const World& world) {
    session::CoursePlan plan = standard(world);
    plan[pairs_step].minutes = 25;
    plan[round_step].note = "HEMMELIG-notat";
    return plan;
}

session::CoursePlan plan_in(const World& world) {
    const auto found = world.model.plans.find(first_meeting);
    return found == world.model.plans.end() ? session::CoursePlan{} : found->second;
}

}  // namespace

TEST_CASE("a meeting is prepared on its own page, if there is such a meeting") {
    World world;
    world.run(PrepareMeeting{2});
    CHECK(world.model.preparing == 2);
    CHECK(world.model.place == Place::meeting);
    world.run(PrepareMeeting{0});
    CHECK(world.model.preparing == 0);
    for (const int none : {7, -1, 1000000}) {
        world.run(PrepareMeeting{none});
        CHECK(world.model.preparing == 0);
    }
}

TEST_CASE("what is changed is stored, run, and taken back step by step") {
    World world;
    world.run(PrepareMeeting{1});
    world.run(ChangePlan{1, changed(world)});
    REQUIRE(world.effect<SavePlan>());
    CHECK(world.effect<SavePlan>()->plan == changed(world));
    session::CoursePlan further = changed(world);
    further[breath_step].skipped = true;
    world.run(ChangePlan{1, further});
    CHECK(plan_in(world) == further);

    world.run(Undo{});
    CHECK(plan_in(world) == changed(world));
    CHECK(world.effect<SavePlan>()->plan == changed(world));
    world.run(Undo{});
    CHECK(world.model.plans.empty());
    CHECK(world.effect<SavePlan>()->plan.empty());
    world.run(Undo{});
    CHECK(world.says(words::Key::notice_nothing_to_undo));
    world.run(Redo{});
    world.run(Redo{});
    CHECK(plan_in(world) == further);

    world.run(StartMeeting{1, 1});
    CHECK(world.model.run->plan.steps.size() == 6);
    CHECK(world.model.run->plan.steps[pairs_step].minutes == 25);
    CHECK(world.model.preparing == 0);
}

TEST_CASE("one press goes back to the handbook, and can be regretted") {
    World world;
    world.run(PrepareMeeting{1});
    world.run(ChangePlan{1, changed(world)});
    world.run(ChangePlan{1, {}});
    CHECK(world.model.plans.empty());
    world.run(Undo{});
    CHECK(plan_in(world) == changed(world));
}

TEST_CASE("changes that make no difference are no changes") {
    World world;
    world.run(ChangePlan{1, standard(world)});
    CHECK(world.model.plans.empty());
    CHECK(world.effects.empty());
    world.run(ChangePlan{1, changed(world)});
    world.run(ChangePlan{1, changed(world)});
    CHECK(world.effects.empty());
    CHECK(world.model.plans_before.size() == 1);
}

TEST_CASE("a plan that no file may hold is refused") {
    World world;
    session::CoursePlan plan = standard(world);
    plan[0].minutes = 0;
    world.run(ChangePlan{1, plan});
    CHECK(world.model.plans.empty());
    plan[0].minutes.reset();
    plan.resize(session::most_planned_steps + 1, {.title = "Eget"});
    world.run(ChangePlan{1, plan});
    CHECK(world.model.plans.empty());
    world.run(ChangePlan{77, changed(world)});
    CHECK(world.model.plans.empty());
    World bare(false);
    bare.run(ChangePlan{1, changed(bare)});
    CHECK(bare.model.plans.empty());
    CHECK(bare.says(words::Key::notice_no_course));
}

TEST_CASE("a meeting that has begun keeps its plan, also when it waits to be gone on with") {
    World world;
    world.run(ChangePlan{1, changed(world)});
    world.run(StartMeeting{1, 1});
    session::CoursePlan other = changed(world);
    other[0].minutes = 3;
    world.run(ChangePlan{1, other});
    CHECK(plan_in(world) == changed(world));
    CHECK(world.says(words::Key::before_running));
    // The other meeting is still to be prepared.
    world.run(ChangePlan{2, {{.title = "Kaffe"}}});
    CHECK(world.model.plans.size() == 2);

    World next(false);
    next.now = world.now;
    StoreOpened opened{"/data", {spring_course()}, {}, Unfinished{world.model.run->id, 1, 1, world.model.run->log}};
    opened.plans = world.model.plans;
    next.run(opened);
    next.run(OpenCourse{1});
    next.run(ChangePlan{1, other});
    CHECK(plan_in(next) == changed(next));
    CHECK(next.says(words::Key::before_running));
}

TEST_CASE("an exercise that is swapped shows its own wall from the start, and can be taken back") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{pairs_step});
    world.run(SwapExercise{pairs_step, scale});
    REQUIRE(world.effect<AppendRunEvent>());
    CHECK(world.model.run->plan.steps[pairs_step].title == "Skala");
    CHECK(world.model.run->plan.steps[pairs_step].minutes == 10);  // who leads, when and how long stay
    CHECK(world.state().step == pairs_step);
    CHECK(world.state().cue == 0);
    world.run(SwapExercise{round_step, scale});  // ahead
    CHECK(world.state().step == pairs_step);
    CHECK(world.model.run->plan.steps[round_step].exercise == scale);
    world.run(Undo{});
    CHECK(world.model.run->plan.steps[round_step].exercise == circle);
    world.run(Undo{});
    CHECK(world.model.run->plan.steps[pairs_step].title == "Summing");
}

TEST_CASE("only what is ahead is swapped, and only with an exercise") {
    World world;
    world.run(SwapExercise{pairs_step, scale});
    CHECK_FALSE(world.model.run);
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{round_step});
    const std::size_t events = world.model.run->log.size();
    world.run(SwapExercise{pairs_step, scale});                // is over
    world.run(SwapExercise{round_step, "del-3/01-teori.md"});  // no exercise
    world.run(SwapExercise{round_step, "finnes/ikke.md"});
    world.run(SwapExercise{round_step, circle});  // the one that it is
    world.run(SwapExercise{77, scale});
    world.run(SwapExercise{-1, scale});
    CHECK(world.model.run->log.size() == events);
    world.run(FirstStep{});
    world.run(SwapExercise{pause_step, scale});  // a break stays a break
    CHECK(world.model.run->plan.steps[pause_step].exercise.empty());
}

TEST_CASE("after a kill the meeting goes on with the changed plan and what was swapped in it") {
    World world;
    session::CoursePlan plan = changed(world);
    plan.insert(plan.begin() + 1, {.title = "Kaffe", .minutes = 7});
    world.run(ChangePlan{1, plan});
    world.run(StartMeeting{1, 1});
    world.pass(4min);
    world.run(GoToStep{3});
    world.run(SwapExercise{4, scale});
    world.pass(2min);

    World next(false);
    next.now = world.now;
    StoreOpened opened{"/data", {spring_course()}, {}, Unfinished{world.model.run->id, 1, 1, world.model.run->log}};
    opened.plans = world.model.plans;
    next.run(opened);
    next.run(ResumeMeeting{});
    REQUIRE(next.model.run);
    CHECK(next.state() == world.state());
    REQUIRE(next.model.run->plan.steps.size() == 8);
    CHECK(next.model.run->plan.steps[1].title == "Kaffe");
    CHECK(next.model.run->plan.steps[2].minutes == 25);
    CHECK(next.model.run->plan.steps[4].exercise == scale);
    CHECK(next.model.run->plan.steps[4].note == "HEMMELIG-notat");
}

TEST_CASE("a note of the leaders never reaches the wall, whatever the step shows") {
    World world;
    session::CoursePlan plan = standard(world);
    for (session::PlannedStep& step : plan) step.note = "HEMMELIG-notat";
    plan.insert(plan.begin() + 1, {.title = "Kaffe", .note = "HEMMELIG-notat"});
    plan[2].exercise = scale;
    world.run(ChangePlan{1, plan});
    world.run(WriteLine{1, "HEMMELIG-linje"});
    world.run(StartMeeting{1, 1});
    world.run(StartProjecting{});
    REQUIRE(world.model.run->plan.steps[1].note == "HEMMELIG-notat");
    bool own_step = false;
    for (int i = 0; i < 60 && session::after(world.model.run->plan, world.state()); ++i) {
        const std::string shown = all_text(world.wall());
        CHECK(shown.find(marker) == std::string::npos);
        own_step = own_step || shown.find("Kaffe") != std::string::npos;
        if (const auto next = session::after(world.model.run->plan, world.state()))
            CHECK(all_text(preview(world.model, next->step, next->cue)).find(marker) == std::string::npos);
        world.run(Next{});
    }
    CHECK(own_step);
}
