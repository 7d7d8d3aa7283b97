#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "book/check.h"
#include "book/front_matter.h"
#include "book/handbook.h"
#include "support.h"

namespace {

book::Handbook with_document(const TempFolder& folder, std::string_view text) {
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write("nb/del-1/01-a.md", text);
    return book::load(folder.path, "nb");
}

}  // namespace

TEST_CASE("every fault in the broken handbook is named with its file, its line and how to mend it") {
    const book::Handbook handbook = book::load(std::filesystem::path(FIXTURES) / "books/broken", "nb");
    std::string lines;
    for (const book::Problem& problem : handbook.problems) lines += book::to_line(problem) + "\n";
    CHECK(lines == support::golden("broken.problems.txt", lines));
    std::set<book::ProblemKind> kinds;
    for (const book::Problem& problem : handbook.problems) kinds.insert(problem.kind);
    using K = book::ProblemKind;
    for (const K kind : {K::front_matter_missing, K::front_matter_broken, K::field_missing,
                         K::field_wrong,          K::kind_unknown,        K::id_twice,
                         K::section_missing,      K::role_unknown,        K::link_nowhere,
                         K::anchor_nowhere,       K::image_missing,       K::alt_missing,
                         K::plan_missing,         K::plan_row_broken,     K::plan_sum_wrong,
                         K::step_without_notes,   K::slide_too_long,      K::wall_too_long,
                         K::aid_unknown,          K::aid_broken,          K::programme_broken}) {
        INFO(static_cast<int>(kind));
        CHECK(kinds.count(kind) == 1);
    }
}

TEST_CASE("a fault in the YAML is told with the line in the file, not in the front matter") {
    TempFolder folder;
    const book::Handbook handbook = with_document(folder, "---\nkind: chapter\nid: a\ntitle: En: to\n---\nTekst.\n");
    REQUIRE(handbook.problems.size() == 1);
    CHECK(handbook.problems[0].kind == book::ProblemKind::front_matter_broken);
    CHECK(handbook.problems[0].line == 4);
    CHECK(book::to_line(handbook.problems[0]).starts_with("nb/del-1/01-a.md:4: "));
}

TEST_CASE("front matter ends at the next line of three dashes or three dots, and only begins on line 1") {
    const book::Split dashes = book::split_front_matter("---\na: 1\n---\nTekst\n");
    CHECK(dashes.front_matter == "a: 1\n");
    CHECK(dashes.body == "Tekst\n");
    CHECK(dashes.body_line == 4);
    CHECK(book::split_front_matter("---\na: 1\n...\nTekst").body == "Tekst");
    CHECK_FALSE(book::split_front_matter("\n---\na: 1\n---\n").found);
    CHECK_FALSE(book::split_front_matter("---\na: 1\n").closed);
    CHECK_FALSE(book::split_front_matter("---").closed);
    CHECK(book::split_front_matter("---\n---").body.empty());
    CHECK_FALSE(book::split_front_matter("").found);
}

TEST_CASE("odd YAML costs its field and nothing else") {
    TempFolder folder;
    for (const char* odd : {"? [a, b]\n: c\n", "part: [1]\n", "title: {a: b}\n", "sessions: &x [*x]\n",
                            "picture: [a]\n", "aid: 5\n", "aid: {phases: 3}\n", "- a\n", "\"\"\n", "!!binary x\n",
                            "%YAML 9\n", "a: *b\n", "part: 99999999999999999999\n", "kind: [\n", "{{{{\n"}) {
        INFO(odd);
        const book::Handbook handbook =
            with_document(folder, "---\nkind: exercise\nid: a\ntitle: T\n" + std::string(odd) + "---\n\nTekst.\n");
        REQUIRE(handbook.documents.size() == 1);
        CHECK(book::plain_text(handbook.documents[0].blocks) == "Tekst.");
        CHECK_FALSE(handbook.problems.empty());
    }
}

TEST_CASE("phases may be given in minutes or seconds") {
    TempFolder folder;
    const book::Handbook handbook = with_document(folder,
                                                  "---\nkind: exercise\nid: a\ntitle: T\naid: {type: phases, phases: "
                                                  "[{name: Tenk, minutes: 2}, {name: Del, seconds: 45}]}\n---\n");
    REQUIRE(handbook.documents[0].aid.has_value());
    REQUIRE(handbook.documents[0].aid->phases.size() == 2);
    CHECK(handbook.documents[0].aid->phases[0].seconds == 120);
    CHECK(handbook.documents[0].aid->phases[1].seconds == 45);
}

TEST_CASE("words are counted as a reader counts them") {
    CHECK(book::count_words("") == 0);
    CHECK(book::count_words("Én kan faget. – Og to?") == 5);
    CHECK(book::count_words("1.\n2.  ·") == 2);
}

TEST_CASE("every aid is read with its lists, and refused with a reason when one is missing") {
    const auto aid_of = [](const std::string& aid, std::vector<book::Problem>* problems = nullptr) {
        TempFolder folder;
        const auto handbook = with_document(
            folder,
            "---\nkind: exercise\nid: a\ntitle: T\nminutes: 5\nform: [par]\nsessions: [1]\nmaterials: []\naid: " + aid +
                "\n---\n");
        if (problems)
            for (const book::Problem& problem : handbook.problems)
                if (problem.kind == book::ProblemKind::aid_broken) problems->push_back(problem);
        return handbook.documents.at(0).aid;
    };
    const auto sorting = aid_of("{type: sorting_board, columns: [Kjent, Ukjent], words: [sinne, ro]}");
    REQUIRE(sorting);
    CHECK(sorting->lists.at("columns").size() == 2);
    CHECK(sorting->lists.at("words").at(1).name == "ro");
    const auto energy = aid_of("{type: energy, activities: [{name: Dusje, value: -2}]}");
    REQUIRE(energy);
    CHECK(energy->lists.at("activities").at(0).numbers.at("value") == -2);
    const auto form = aid_of("{type: form, lines: [{name: Tanke, example: Alltid sent}], scale: 'Hvor sterkt?'}");
    REQUIRE(form);
    CHECK(form->lists.at("lines").at(0).example == "Alltid sent");
    CHECK(form->values.at("scale") == "Hvor sterkt?");
    const auto wheel = aid_of("{type: wheel, areas: [Helse, Hjem, Venner], example: [4, 6, 2]}");
    REQUIRE(wheel);
    CHECK(wheel->lists.at("example").at(1).numbers.at("value") == 6);

    for (const std::string broken :
         {"{type: sorting_board, columns: [Kjent, Ukjent]}", "{type: energy, activities: []}",
          "{type: ladder, rungs: [a, b]}", "{type: group_divider}", "{type: circle, stages: [{name: a}, {name: b}]}",
          "{type: bucket, inflows: 4, taps: 2}"}) {
        INFO(broken);
        std::vector<book::Problem> problems;
        CHECK_FALSE(aid_of(broken, &problems));
        CHECK(problems.size() == 1);
    }
}
