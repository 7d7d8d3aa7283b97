#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "book/plan_table.h"
#include "support.h"

namespace {

book::Handbook fixture(const std::string& name) {
    return book::load(std::filesystem::path(FIXTURES) / "books" / name, "nb");
}

book::PlanTable plan_of_rows(const std::string& rows,
                             const std::string& header = "| Min | Steg | Type | Leder | Vis | Tid å hente |") {
    TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write("nb/del-1/samlinger/samling-1.md",
                 "---\nkind: session\nid: s\ntitle: S\nnumber: 1\nminutes: 10\n---\n" + header +
                     "\n| --: | --- | --- | --- | --- | --- |\n" + rows + "\n\n## Hei\n\nHei.\n");
    const book::Handbook handbook = book::load(folder.path, "nb");
    return book::plan_table(handbook, handbook.documents.at(0));
}

}  // namespace

TEST_CASE("a sound plan is read whole") {
    const book::Handbook handbook = fixture("good");
    const book::PlanTable plan = book::plan_table(handbook, *handbook.session(1));
    CHECK(plan.problems.empty());
    CHECK(plan.minutes == 45);
    REQUIRE(plan.rows.size() == 4);
    const book::PlanRow& welcome = plan.rows[0];
    CHECK(welcome.line == 14);
    CHECK(welcome.minutes == 10);
    CHECK(welcome.title == "Velkommen");
    CHECK(welcome.type == book::StepType::info);
    CHECK(welcome.leader == book::Leader::both);
    CHECK(welcome.notes_anchor == "velkommen");
    REQUIRE(welcome.slides.size() == 2);
    CHECK(handbook.documents.at(static_cast<std::size_t>(welcome.slides[1].document)).id == "presentasjon-1");
    CHECK(welcome.slides[1].slide == 1);
    CHECK(plan.rows[1].type == book::StepType::pause);
    CHECK(plan.rows[1].slack == book::Slack::fixed);
    CHECK(plan.rows[1].leader == book::Leader::none);
    CHECK(handbook.documents.at(static_cast<std::size_t>(plan.rows[2].exercise)).id == "pust");
    CHECK(plan.rows[2].notes_anchor.empty());
    CHECK(plan.rows[2].slack == book::Slack::may_skip);
    CHECK(plan.rows[3].leader == book::Leader::user_rep);
    CHECK(plan.rows[3].slack == book::Slack::may_shorten);
    CHECK(plan.rows[3].shortest == 6);
    CHECK(plan.rows[3].notes_anchor == "avslutning");
}

TEST_CASE("faults in a plan are told with the line of their row, and the sound rows stand") {
    const book::Handbook handbook = fixture("broken");
    const book::PlanTable plan = book::plan_table(handbook, *handbook.document("samling-1"));
    std::vector<int> lines;
    for (const book::Problem& problem : plan.problems) {
        CHECK(problem.file == "nb/del-1/samlinger/samling-1.md");
        lines.push_back(problem.line);
    }
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<int>{9, 12, 13, 14, 15, 16, 17, 17, 18, 18, 18});
    std::vector<int> kept;
    for (const book::PlanRow& row : plan.rows) kept.push_back(row.line);
    CHECK(kept == std::vector<int>{11, 15, 16, 17, 18, 19});
    CHECK(plan.minutes == 50);
}

TEST_CASE("a meeting without a plan, or with a table of another kind, says so") {
    const book::Handbook handbook = fixture("broken");
    const book::PlanTable none = book::plan_table(handbook, *handbook.document("samling-3"));
    REQUIRE(none.problems.size() == 1);
    CHECK(none.problems[0].kind == book::ProblemKind::plan_missing);
    const book::PlanTable other =
        plan_of_rows("| 10 | Hei | info | begge | | |", "| Ting | Antall | Hvor | a | b | c |");
    CHECK(other.rows.empty());
    CHECK_FALSE(other.problems.empty());
}

TEST_CASE("columns are found by their name, also in Nynorsk") {
    const book::PlanTable plan = plan_of_rows("| Hei | 10 | runde | brukarrepresentant | | kan kortast til 5 |",
                                              "| Steg | Min | Type | Leiar | Vis | Tid å hente |");
    CHECK(plan.problems.empty());
    REQUIRE(plan.rows.size() == 1);
    CHECK(plan.rows[0].minutes == 10);
    CHECK(plan.rows[0].leader == book::Leader::user_rep);
    CHECK(plan.rows[0].shortest == 5);
}

TEST_CASE("minutes are whole numbers within reason") {
    for (const char* minutes : {"0", "-5", "601", "1,5", "10 min", "", "99999999999"}) {
        INFO(minutes);
        const book::PlanTable plan =
            plan_of_rows("| " + std::string(minutes) + " | Hei | info | begge | | |\n| 10 | Hei | info | begge | | |");
        CHECK(plan.rows.size() == 1);
        CHECK(plan.problems.size() == 1);
    }
}
