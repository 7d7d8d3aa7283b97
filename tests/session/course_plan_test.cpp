// What a course changes in the handbook's plan.
#include "session/course_plan.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <random>
#include <set>

using namespace session;

namespace {

const book::Handbook& shipped() {
    static const book::Handbook handbook = book::load(std::filesystem::path(HANDBOOK), "nb");
    return handbook;
}

const Plan& second() {
    static const Plan plan = make_plan(shipped(), 2);
    return plan;
}

/// The place of a step in a course's plan.
std::size_t place_of(const CoursePlan& plan, std::string_view key) {
    const auto found = std::ranges::find(plan, key, &PlannedStep::standard);
    REQUIRE(found != plan.end());
    return static_cast<std::size_t>(found - plan.begin());
}

PlannedStep own(const std::string& title, int minutes) {
    return {.title = title, .minutes = minutes};
}

int sum(const Plan& plan) {
    int minutes = 0;
    for (const Step& step : plan.steps) minutes += step.minutes;
    return minutes;
}

/// Anything that could stand in the table, also what no edition of the handbook has.
CoursePlan random_changes(std::mt19937& random, const Plan& standard) {
    const auto some = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    CoursePlan plan;
    const int count = some(30);
    for (int i = 0; i < count; ++i) {
        PlannedStep step;
        const int kind = some(6);
        if (kind == 0)
            step.title = "Eget";
        else if (kind == 1)
            step.standard = "finnes-ikke";
        else
            step.standard = standard.steps[static_cast<std::size_t>(some(static_cast<int>(standard.steps.size())))].key;
        if (some(3) == 0) step.minutes = 1 + some(most_step_minutes);
        if (some(4) == 0) step.exercise = some(2) == 0 ? "del-2/ovelser/tankekart.md" : "finnes/ikke.md";
        step.skipped = some(4) == 0;
        plan.push_back(step);
    }
    return plan;
}

}  // namespace

TEST_CASE("without changes the plan is the handbook's") {
    REQUIRE(second().steps.size() == 13);
    CHECK(changed(second(), {}, shipped()).steps.size() == 13);
    CHECK(is_standard(second(), {}));
    CHECK(is_standard(second(), as_course_plan(second())));
    const Plan plan = changed(second(), as_course_plan(second()), shipped());
    CHECK(plan.minutes == second().minutes);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        CHECK(plan.steps[i].title == second().steps[i].title);
        CHECK(plan.steps[i].cues == second().steps[i].cues);
    }
}

TEST_CASE("steps are named by their headings, and each name is used once") {
    std::set<std::string> keys;
    for (const Step& step : second().steps) CHECK(keys.insert(step.key).second);
    CHECK(keys.contains("siden-sist"));
    // A heading that looks like the name that a repeated one gets.
    book::Handbook handbook = shipped();
    const auto document = std::ranges::find(handbook.documents, second().document, &book::Document::path);
    REQUIRE(document != handbook.documents.end());
    const auto table = std::ranges::find(document->blocks, book::BlockType::table, &book::Block::type);
    REQUIRE(table != document->blocks.end());
    const auto name = [&](std::size_t row, const char* title) {
        table->children.at(row).children.at(1).spans = {{title}};
    };
    name(1, "Runde");
    name(2, "Runde");
    name(3, "Runde-2");
    name(4, "…");
    name(5, "…");
    std::set<std::string> met;
    const Plan plan = make_plan(handbook, 2);
    REQUIRE(plan.steps.size() == 13);
    for (const Step& step : plan.steps) {
        CHECK_FALSE(step.key.empty());
        CHECK(met.insert(step.key).second);
    }
}

TEST_CASE("minutes, leader, note and clock are the course's where it says so") {
    CoursePlan plan = as_course_plan(second());
    PlannedStep& step = plan[place_of(plan, "abcd-skjema")];
    step.minutes = 12;
    step.leader = book::Leader::both;
    step.note = "Ta med blyanter";
    step.at = base::TimeOfDay{11, 30};
    const Plan run = changed(second(), plan, shipped());
    const Step& done = run.steps[place_of(plan, "abcd-skjema")];
    CHECK(done.minutes == 12);
    CHECK(done.shortest <= 12);  // it may be cut to 18 in the handbook, which is more than it has now
    CHECK(done.leader == book::Leader::both);
    CHECK(done.note == "Ta med blyanter");
    CHECK(done.at == base::TimeOfDay{11, 30});
    CHECK(run.minutes == second().minutes - 13);
    CHECK_FALSE(is_standard(second(), plan));
}

TEST_CASE("a step that is skipped is not run, and a meeting of nothing is the handbook's") {
    CoursePlan plan = as_course_plan(second());
    plan[place_of(plan, "sirkelen")].skipped = true;
    const Plan run = changed(second(), plan, shipped());
    CHECK(run.steps.size() == 12);
    CHECK(std::ranges::find(run.steps, "sirkelen", &Step::key) == run.steps.end());
    for (PlannedStep& step : plan) step.skipped = true;
    CHECK(changed(second(), plan, shipped()).steps.size() == 13);
}

TEST_CASE("another exercise brings its own name, wall and minutes, unless the course has set the minutes") {
    CoursePlan plan = as_course_plan(second());
    PlannedStep& step = plan[place_of(plan, "snill-mot-meg-selv")];
    step.exercise = "del-2/ovelser/tankefeller-bingo.md";
    const book::Document& bingo = *shipped().document(step.exercise);
    Step done = changed_step(second(), step, shipped());
    CHECK(done.title == bingo.title);
    CHECK(done.exercise == bingo.path);
    CHECK(done.minutes == bingo.minutes);
    CHECK(done.key == "snill-mot-meg-selv");
    CHECK(done.notes_anchor.empty());
    for (const Cue& cue : done.cues) CHECK_FALSE(std::holds_alternative<SlideCue>(cue));
    step.minutes = 10;
    done = changed_step(second(), step, shipped());
    CHECK(done.minutes == 10);
    // One that the handbook no longer has, and one that is no exercise: the step stays what it was.
    for (const char* path : {"del-2/ovelser/borte.md", "del-3/01-mestring-og-stress.md"}) {
        step.exercise = path;
        CHECK(changed_step(second(), step, shipped()).title == "Snill mot meg selv");
    }
}

TEST_CASE("an own step has its title on the wall and nothing of its note") {
    CoursePlan plan = as_course_plan(second());
    PlannedStep mine = own("Kaffe", 7);
    mine.note = "HEMMELIG";
    plan.insert(plan.begin() + 2, mine);
    const Plan run = changed(second(), plan, shipped());
    REQUIRE(run.steps.size() == 14);
    CHECK(run.steps[2].title == "Kaffe");
    CHECK(run.steps[2].key.empty());
    CHECK(run.steps[2].cues == std::vector<Cue>{TitleCue{}});
    CHECK(run.minutes == second().minutes + 7);
    CHECK(run.minutes == sum(run));
}

TEST_CASE("changes survive a new edition: what is gone falls out, what is new stands where the handbook has it") {
    CoursePlan plan = as_course_plan(second());
    std::erase_if(plan, [](const PlannedStep& step) { return step.standard == "sirkelen"; });
    plan.insert(plan.begin(), {.standard = "et-steg-fra-en-gammel-utgave", .minutes = 50});
    plan.push_back(own("Kaffe", 5));
    const CoursePlan today = fitted(second(), plan);
    CHECK(std::ranges::find(today, "et-steg-fra-en-gammel-utgave", &PlannedStep::standard) == today.end());
    CHECK(place_of(today, "sirkelen") == place_of(today, "bølger-og-reaksjoner") + 1);
    CHECK(today.back().title == "Kaffe");
}

TEST_CASE("a step that stands twice is kept once, the first") {
    CoursePlan plan = as_course_plan(second());
    plan.push_back({.standard = "sirkelen", .minutes = 99});
    const CoursePlan today = fitted(second(), plan);
    CHECK(today == as_course_plan(second()));
}

TEST_CASE("whatever stands in the table, no step of the handbook is lost and none is done twice") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        std::mt19937 random(seed);
        const CoursePlan changes = random_changes(random, second());
        INFO("seed " << seed);
        const CoursePlan today = fitted(second(), changes);
        REQUIRE(fitted(second(), today) == today);
        std::size_t own_steps = 0;
        std::multiset<std::string> keys;
        for (const PlannedStep& step : today) {
            own_steps += step.standard.empty() ? 1 : 0;
            if (!step.standard.empty()) keys.insert(step.standard);
        }
        for (const Step& step : second().steps) REQUIRE(keys.count(step.key) == 1);
        REQUIRE(keys.size() == second().steps.size());
        REQUIRE(own_steps == static_cast<std::size_t>(std::ranges::count(changes, "", &PlannedStep::standard)));

        const Plan run = changed(second(), changes, shipped());
        REQUIRE_FALSE(run.steps.empty());
        REQUIRE(run.minutes == sum(run));
        const bool nothing_left = std::ranges::all_of(today, &PlannedStep::skipped);
        for (const PlannedStep& step : today) {
            if (step.standard.empty() || nothing_left || changes.empty()) continue;
            const bool runs = std::ranges::find(run.steps, step.standard, &Step::key) != run.steps.end();
            REQUIRE(runs == !step.skipped);
        }
        for (const Step& step : run.steps) {
            REQUIRE_FALSE(step.cues.empty());
            REQUIRE(step.minutes >= 1);
            REQUIRE(step.shortest <= step.minutes);
        }
    }
}

TEST_CASE("what no edition of the program writes is not storable") {
    CHECK(storable(own("Kaffe", 5)));
    CHECK(storable({.standard = "sirkelen"}));
    CHECK_FALSE(storable({}));
    CHECK_FALSE(storable(own("Kaffe", 0)));
    CHECK_FALSE(storable(own("Kaffe", most_step_minutes + 1)));
    CHECK_FALSE(storable(own("To\nlinjer", 5)));
    CHECK_FALSE(storable(own("\xff", 5)));
    CHECK_FALSE(storable(own(std::string(longest_step_text + 1, 'a'), 5)));
    PlannedStep step = own("Kaffe", 5);
    step.note = "To\nlinjer";
    CHECK(storable(step));
    step.note += '\x1b';
    CHECK_FALSE(storable(step));
    step.note.clear();
    step.at = base::TimeOfDay{24, 0};
    CHECK_FALSE(storable(step));
}
