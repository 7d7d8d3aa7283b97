#include "book/excerpt.h"

#include <catch2/catch_test_macros.hpp>

#include "support.h"

TEST_CASE("a problem shows its line, with carets under the place where it is known") {
    const TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write("nb/del-1/01-a.md",
                 "---\nkind: chapter\nid: a\ntitle: A\npart: 1\norder: 1\n---\n"
                 "# A\n\nPå siden: [lenke](borte.md).\n\n<!-- -->\n");
    const book::Handbook handbook = book::load(folder.path, "nb");
    REQUIRE(handbook.problems.size() == 1);
    const book::Problem& problem = handbook.problems[0];
    CHECK(problem.excerpt == "På siden: [lenke](borte.md).");
    CHECK(book::explained(problem) == book::to_line(problem) +
                                          "\n    På siden: [lenke](borte.md)."
                                          "\n                      ^^^^^^^^");
}

TEST_CASE("a problem whose place is not known marks the whole line, one of the whole file none") {
    book::Problem problem;
    problem.file = "a.md";
    problem.detail = "x";
    CHECK(book::explained(problem) == "a.md: x");
    problem.line = 3;
    problem.excerpt = "åå b";
    problem.arguments = {"borte"};
    CHECK(book::explained(problem) == "a.md:3: x\n    åå b\n    ^^^^");
}

TEST_CASE("a long line is cut round the place, and never within a sign") {
    std::string line = "  ";
    for (int i = 0; i < 200; ++i) line += "ø";
    CHECK(base::count_code_points(book::excerpt_of(line, {})) == 101);
    CHECK(book::excerpt_of(line, {}).ends_with("ø…"));
    const std::string excerpt = book::excerpt_of(line + "HER" + line, {"nei", "HER"});
    CHECK(excerpt.starts_with("…ø"));
    CHECK(excerpt.ends_with("ø…"));
    CHECK(excerpt.find("HER") != std::string::npos);
    CHECK(base::sanitised(excerpt) == excerpt);
    CHECK(book::excerpt_of("\ta\x01\tb ", {}) == "a  b");
}
