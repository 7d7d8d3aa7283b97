#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <ctime>

#include "base/text.h"
#include "book/handbook.h"
#include "book/layout.h"
#include "book/limits.h"
#include "support.h"

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    result.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

std::string in_lines(const std::string& text, std::size_t width = 10'000) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); at += width) result += text.substr(at, width) + "\n";
    return result;
}

struct Outcome {
    book::Handbook handbook;
    double seconds = 0;  // of processor time: the machine may be busy with something else

    bool has(book::ProblemKind kind) const {
        return std::any_of(handbook.problems.begin(), handbook.problems.end(),
                           [&](const book::Problem& problem) { return problem.kind == kind; });
    }
};

Outcome load_and_lay_out(const std::string& body) {
    TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write("nb/del-1/01-a.md", "---\nkind: chapter\nid: a\ntitle: A\npart: 1\norder: 1\n---\n" + body);
    folder.write("nb/del-1/02-b.md", "---\nkind: chapter\nid: b\ntitle: B\npart: 1\norder: 2\n---\nFrisk.\n");
    Outcome outcome;
    const std::clock_t begin = std::clock();
    outcome.handbook = book::load(folder.path, "nb");
    for (const book::Document& document : outcome.handbook.documents)
        static_cast<void>(book::lay_out(document.blocks, book::Style::reader(17), 700, support::FixedPitch(),
                                        support::FixedAspect()));
    outcome.seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return outcome;
}

constexpr double patience = 8;  // with sanitizers; the release build needs a tenth

}  // namespace

TEST_CASE("hostile text is stopped before it costs seconds, and the rest of the book stays readable") {
    using K = book::ProblemKind;
    struct Case {
        const char* name;
        std::string body;
        K kind;
    };
    const std::vector<Case> cases = {
        {"a wide table", "|" + repeated("a|", 70) + "\n|" + repeated("-|", 70) + "\n", K::table_too_large},
        {"a short table row repeated",
         "|" + repeated("a|", 60) + "\n|" + repeated("-|", 60) + "\n" + repeated("|a\n", 1000), K::table_too_large},
        {"a header of many thousand columns", "|" + repeated("a|", 9000) + "\n|" + repeated("-|", 9000) + "\n",
         K::table_too_large},
        {"many tables of short rows",
         repeated("|" + repeated("a|", 60) + "\n|" + repeated("-|", 60) + "\n" + repeated("|a\n", 300) + "\n", 30),
         K::table_too_large},
        {"a wide table in a quote", "> |" + repeated("a|", 70) + "\n> |" + repeated("-|", 70) + "\n",
         K::table_too_large},
        {"pictures without end", in_lines(repeated("![[]()", 40'000)), K::block_too_large},
        {"brackets without end", in_lines(repeated("[", 40'000)), K::block_too_large},
        {"nested links", in_lines(repeated("[a](", 20'000)), K::block_too_large},
        {"deep quotes", repeated(">", 5000) + "a\n", K::too_deep},
        {"deep spaced quotes", repeated("> ", 40) + "a\n", K::too_deep},
        {"deep lists on a line", repeated("- ", 200) + "a\n", K::too_deep},
        {"deep numbered lists", repeated("1. ", 200) + "a\n", K::too_deep},
        {"emphasis without end", in_lines(repeated("*a **a ", 20'000)), K::block_too_large},
        {"angle brackets", in_lines(repeated("<a ", 30'000)), K::block_too_large},
        {"headings without end", repeated("# a\n", 50'001), K::file_too_large},
        {"list items without end", repeated("- - - a\n", 130'000), K::file_too_large},
        {"brackets in many paragraphs", repeated(repeated("[", 1000) + "\n\n", 101), K::file_too_large},
        {"markup signs in many paragraphs", repeated(repeated("*", 2000) + "\n\n", 501), K::file_too_large},
        {"a long line", repeated("ord ", 6000), K::line_too_long},
    };
    for (const Case& each : cases) {
        INFO(each.name);
        const Outcome outcome = load_and_lay_out(each.body);
        CHECK(outcome.has(each.kind));
        CHECK(outcome.seconds < patience);
        REQUIRE(outcome.handbook.documents.size() == 2);
        CHECK(book::plain_text(outcome.handbook.document("b")->blocks) == "Frisk.");
        CHECK(outcome.handbook.document("a")->blocks.size() == 1);
    }
}

TEST_CASE("a list that deepens line by line is stopped too") {
    std::string body;
    for (int i = 0; i < 200; ++i) body += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- a\n";
    CHECK(load_and_lay_out(body).has(book::ProblemKind::too_deep));
}

TEST_CASE("a paragraph or a quote of more than 256 KiB is cut, with its line told, and all else stays") {
    for (const std::string& large :
         {repeated("tekst\n", 60'000), repeated("> tekst\n", 60'000), "> [!NOTE]\n" + repeated("> tekst\n", 60'000)}) {
        const Outcome outcome = load_and_lay_out("Før.\n\n" + large + "\nEtter.\n");
        INFO(large.substr(0, 20));
        REQUIRE(outcome.has(book::ProblemKind::block_too_large));
        CHECK(outcome.handbook.problems[0].line == 10);
        const auto& blocks = outcome.handbook.document("a")->blocks;
        REQUIRE(blocks.size() == 3);
        CHECK(book::plain_text(blocks[1].children.empty() ? blocks[1].spans : blocks[1].children[0].spans).size() <=
              book::most_block_bytes);
        CHECK(book::plain_text(blocks[2].spans) == "Etter.");
    }
    CHECK(load_and_lay_out("```\n" + repeated("kode\n", 60'000) + "```\n").handbook.problems.empty());
    CHECK(load_and_lay_out(repeated("- punkt\n", 40'000)).handbook.problems.empty());
}

TEST_CASE("a file above 16 MiB is not read") {
    const Outcome outcome = load_and_lay_out(repeated("tekst\n", 2'800'000));
    CHECK(outcome.has(book::ProblemKind::file_too_large));
    CHECK(outcome.handbook.document("a") == nullptr);
    CHECK(outcome.handbook.document("b") != nullptr);
}

TEST_CASE("text just inside the limits is read quickly and without complaint") {
    std::string deep;
    for (int i = 0; i < 30; ++i) deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- a\n";
    const std::vector<std::string> bodies = {
        deep,
        repeated("> ", 30) + "a\n",
        "|" + repeated("a|", 64) + "\n|" + repeated("-|", 64) + "\n" + repeated("|a\n", 200),
        repeated("ord ", 4900) + "\n",
        repeated("Et avsnitt med *noe* i.\n\n", 4000),
        in_lines(repeated("[", 3900)),
        repeated("`", 3000),
        repeated("- a\n", 5000),
        repeated("# a\n", 3000),
        repeated("<!-- a\n", 500),
        repeated("[a]: b\n", 2000),
        in_lines(repeated("&amp;", 3000)),
        repeated("```\n", 1301),
        repeated("[^1]", 900) + "\n\n[^1]: [^1]\n"};
    for (const std::string& body : bodies) {
        INFO(body.substr(0, 20));
        const Outcome outcome = load_and_lay_out(body);
        CHECK(outcome.handbook.problems.empty());
        CHECK(outcome.seconds < patience);
    }
}

TEST_CASE("each limit is told once, at its first line") {
    const auto found = book::excesses(
        "a\n" + repeated("> ", 40) + "b\n" + repeated("> ", 50) + "c\n\n" + repeated("x", 30'000) + "\n", 11);
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == book::ProblemKind::too_deep);
    CHECK(found[0].line == 12);
    CHECK(found[1].kind == book::ProblemKind::line_too_long);
    CHECK(found[1].line == 15);
}

TEST_CASE("hostile YAML is stopped") {
    TempFolder folder;
    for (const std::string& yaml : {repeated("[", 30'000), repeated("{a: ", 10'000), repeated("- ", 20'000),
                                    "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n" + repeated("d: *c\n", 100),
                                    repeated("? ", 10'000), std::string(100'000, 'a')}) {
        INFO(yaml.substr(0, 10));
        folder.write("programme.yaml", yaml);
        folder.write("nb/del-1/01-a.md", "---\n" + yaml + "\n---\nTekst.\n");
        const std::clock_t begin = std::clock();
        const book::Handbook handbook = book::load(folder.path, "nb");
        CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < patience);
        CHECK(handbook.problems.size() >= 2);
        REQUIRE(handbook.documents.size() == 1);
        CHECK(book::plain_text(handbook.documents[0].blocks) == "Tekst.");
    }
}

TEST_CASE("a footnote that does not exist and goes over several lines stays whole letters") {
    std::string body = "]--[^c- navn\n";
    for (int i = 0; i < 60; ++i) body += "  ååå\n";
    const auto blocks = support::blocks(body + "NNN]: ro\n");
    const std::string text = book::plain_text(blocks);
    CHECK(base::sanitised(text) == text);
}
