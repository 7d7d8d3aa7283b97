// What a meeting needs before people come.
#include "session/preparation.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <random>

using namespace session;

namespace {

const book::Handbook& shipped() {
    static const book::Handbook handbook = book::load(std::filesystem::path(HANDBOOK), "nb");
    return handbook;
}

const Equipment* line_with(const Preparation& needs, std::string_view words) {
    for (const Equipment& line : needs.equipment)
        if (line.text.find(words) != std::string::npos) return &line;
    return nullptr;
}

const Sheet* sheet_in(const Preparation& needs, std::string_view document) {
    const auto found = std::ranges::find(needs.sheets, document, &Sheet::document);
    return found == needs.sheets.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("numbers are reckoned where the handbook says that they are, and nowhere else") {
    CHECK(reckoned("Stegkort × antall", 11) == "Stegkort × 11");
    CHECK(reckoned("Små lapper, fem til hver og noen ved døra, og konvolutter × antall", 10) ==
          "Små lapper, fem til hver (50) og noen ved døra, og konvolutter × 10");
    CHECK(reckoned("A3-ark og fargeblyanter, ett sett til hver og litt til", 9) ==
          "A3-ark og fargeblyanter, ett sett til hver (9) og litt til");
    CHECK(reckoned("Kartark × antall, gjerne A3, og to farger til hver", 9) ==
          "Kartark × 9, gjerne A3, og to farger til hver (18)");
    CHECK(reckoned("3 kort til hver", 4) == "3 kort til hver (12)");
    CHECK(reckoned("to lappar til kvar", 4) == "to lappar til kvar (8)");
    for (const char* plain : {"ett sett til hver gruppe", "ett sett til hvert par", "to ekstra til hver som vil ha",
                              "Papirlommetørklær, to pakker", "Søvnark, noen stykker i reserve", "antall stoler", ""})
        CHECK(reckoned(plain, 11) == plain);
    CHECK(reckoned("Stegkort × antall", 0) == "Stegkort × antall");
}

TEST_CASE("copies are counted for the first thing that a line names") {
    CHECK(copies_of("Stegkort × antall", 11) == 11);
    CHECK(copies_of("Ark til energiregnskap × antall, to til hver: ett til øvelsen og ett med hjem", 11) == 22);
    CHECK(copies_of("Kartark × antall, gjerne A3, og to farger til hver", 11) == 11);
    CHECK(copies_of("ABCD-ark × antall, og to ekstra til hver som vil ta med hjem", 11) == 11);
    CHECK(copies_of("Ordkort, klipt ut, ett sett til hver gruppe", 11) == 0);
    CHECK(copies_of("Stegkort × antall", 0) == 0);
}

TEST_CASE("hostile lines are only words") {
    std::mt19937 random(7);
    static constexpr std::string_view pieces[] = {" til hver", " × antall",    ", ",   "to", ": ",
                                                  " og ",      "999999999999", "\xc3", " ",  "×"};
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::size_t n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
        CHECK(reckoned(text, 40).size() >= text.size() / 2);
        CHECK(copies_of(text, 40) <= 40 * 20);
        CHECK(copies_of(text, 40) >= 0);
    }
}

TEST_CASE("the handbook's own plan: goal, equipment, sheets and what lies in reserve") {
    const Plan plan = make_plan(shipped(), 4);
    const Preparation needs = prepare(shipped(), plan, plan, 11);
    CHECK(needs.goal.starts_with("Noen dager er det krefter nok til alt."));
    CHECK(needs.equipment.size() == 13);
    CHECK(needs.reckoned);
    REQUIRE(line_with(needs, "Verdiark × 11") != nullptr);
    const Sheet* energy = sheet_in(needs, "del-2/ovelser/energiregnskap.md");
    REQUIRE(energy != nullptr);
    CHECK(energy->copies == 22);
    CHECK(energy->anchor == "ark");
    const Sheet* week = sheet_in(needs, "del-2/ovelser/ukeplan-med-pauser.md");
    REQUIRE(week != nullptr);
    CHECK(week->copies == 0);
    CHECK(week->remark == "til dem som vil ta det med hjem");
    CHECK(sheet_in(needs, "del-2/ark/etter-samlingen.md") != nullptr);
    CHECK(needs.reserve ==
          std::vector<std::string>{"del-2/ovelser/ukeplan-med-pauser.md", "del-2/ovelser/livshjulet.md"});
}

TEST_CASE("every meeting of the handbook has a goal, equipment with names of their own, and sheets") {
    for (int number = 1; number <= 6; ++number) {
        const Plan plan = make_plan(shipped(), number);
        const Preparation needs = prepare(shipped(), plan, plan, 9);
        INFO("meeting " << number);
        CHECK_FALSE(needs.goal.empty());
        CHECK(needs.equipment.size() >= 10);
        CHECK(needs.sheets.size() >= 3);
        CHECK_FALSE(needs.reserve.empty());
        std::vector<std::uint64_t> tasks;
        for (const Equipment& line : needs.equipment) {
            CHECK(line.text.find("antall") == std::string::npos);
            CHECK_FALSE(line.unneeded);
            tasks.push_back(line.task);
        }
        std::ranges::sort(tasks);
        CHECK(std::ranges::adjacent_find(tasks) == tasks.end());
    }
}

TEST_CASE("a swapped exercise brings what it needs, and what it replaced is no longer needed") {
    const Plan standard = make_plan(shipped(), 4);
    CoursePlan changes = as_course_plan(standard);
    const auto step = std::ranges::find(changes, "verdikompass", &PlannedStep::standard);
    REQUIRE(step != changes.end());
    step->exercise = "del-2/ovelser/livshjulet.md";
    const Preparation needs = prepare(shipped(), standard, changed(standard, changes, shipped()), 11);
    REQUIRE(line_with(needs, "Verdiark") != nullptr);
    CHECK(line_with(needs, "Verdiark")->unneeded);
    CHECK(sheet_in(needs, "del-2/ovelser/verdikompass.md") == nullptr);
    REQUIRE(line_with(needs, "ark med livshjulet × 11") != nullptr);
    REQUIRE(sheet_in(needs, "del-2/ovelser/livshjulet.md") != nullptr);
    CHECK(sheet_in(needs, "del-2/ovelser/livshjulet.md")->copies == 11);
    // A tick stays on its line, whatever the number of people.
    CHECK(line_with(needs, "Verdiark")->task == line_with(prepare(shipped(), standard, standard, 3), "Verdiark")->task);
}

TEST_CASE("as few steps as can be are said to have moved") {
    const Plan standard = make_plan(shipped(), 2);
    CoursePlan plan = as_course_plan(standard);
    CHECK(std::ranges::count(moved_steps(standard, plan), true) == 0);
    // The first step goes last: one has moved, not twelve.
    std::rotate(plan.begin(), plan.begin() + 1, plan.end());
    std::vector<bool> moved = moved_steps(standard, plan);
    CHECK(std::ranges::count(moved, true) == 1);
    CHECK(moved.back());
    plan.insert(plan.begin(), {.title = "Kaffe"});
    moved = moved_steps(standard, plan);
    CHECK_FALSE(moved.front());
    CHECK(std::ranges::count(moved, true) == 1);
}

TEST_CASE("no handbook, no meeting: nothing is needed") {
    const Preparation needs = prepare({}, {}, {}, 11);
    CHECK(needs.equipment.empty());
    CHECK(needs.sheets.empty());
    CHECK(moved_steps({}, {}).empty());
}
