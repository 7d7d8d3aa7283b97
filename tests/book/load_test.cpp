#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

#include "book/check.h"
#include "book/handbook.h"
#include "book/paths.h"
#include "support.h"

namespace {

std::filesystem::path book_named(const std::string& name) {
    return std::filesystem::path(FIXTURES) / "books" / name;
}

void copy_book(const std::string& name, const TempFolder& to) {
    std::filesystem::copy(book_named(name), to.path, std::filesystem::copy_options::recursive);
}

std::string all_text(const book::Handbook& handbook) {
    std::string text;
    for (const book::Document& document : handbook.documents) {
        text += "== " + document.path + " [" + document.language + "] " + book::number_of(document) + " " +
                document.title + "\n\n";
        text += book::plain_text(document.blocks) + "\n\n";
        for (const book::Slide& slide : document.slides)
            text += "slide " + slide.title + " | " + slide.picture + " | " +
                    support::words(book::plain_text(slide.body)) +
                    " | notes: " + support::words(book::plain_text(slide.notes)) + "\n";
    }
    return text;
}

std::string problem_lines(const book::Handbook& handbook) {
    std::string lines;
    for (const book::Problem& problem : handbook.problems) lines += book::to_line(problem) + "\n";
    return lines;
}

}  // namespace

TEST_CASE("a sound handbook loads without problems and reads as recorded") {
    const book::Handbook handbook = book::load(book_named("good"), "nb");
    CHECK(problem_lines(handbook).empty());
    const std::string text = all_text(handbook);
    CHECK(text == support::golden("good.txt", text));
}

TEST_CASE("the programme's facts are read, and what it does not state stays empty") {
    const book::Handbook handbook = book::load(book_named("good"), "nb");
    const book::Programme& programme = handbook.programme;
    CHECK(programme.id == "prove");
    CHECK(programme.edition == "1");
    REQUIRE(programme.sessions.size() == 1);
    CHECK(programme.sessions[0].minutes == 45);
    CHECK(programme.sessions[0].picture == "ro.svg");
    CHECK(programme.group.least == 6);
    CHECK_FALSE(programme.group.most.has_value());
    CHECK(programme.group.intake == "rolling");
    REQUIRE(programme.tracks.size() == 1);
    CHECK(programme.tracks[0].audience.empty());
    CHECK_FALSE(programme.tracks[0].gatherings.has_value());
    REQUIRE(programme.quotas.size() == 1);
    CHECK(programme.quotas[0].least.numerator == 1);
    CHECK(programme.quotas[0].least.denominator == 3);
    CHECK(programme.form_after_meeting == "del-2/ark/skjema.md");
}

TEST_CASE("front matter becomes the document's own fields") {
    const book::Handbook handbook = book::load(book_named("good"), "nb");
    const book::Document* exercise = handbook.document("pust");
    REQUIRE(exercise != nullptr);
    CHECK(exercise->kind == book::Kind::exercise);
    CHECK(book::number_of(*exercise) == "E17");
    CHECK(exercise->part == 2);
    CHECK(exercise->forms == std::vector<std::string>{"alene"});
    CHECK(exercise->sessions == std::vector<int>{1});
    CHECK(exercise->picture == "pust.svg");
    REQUIRE(exercise->aid.has_value());
    CHECK(exercise->aid->type == "breathing");
    CHECK(exercise->aid->values.at("out") == "6");
    const book::Document* form = handbook.document("del-2/ark/skjema.md");
    REQUIRE(form != nullptr);
    REQUIRE(form->questions.size() == 2);
    CHECK(form->questions[1].high == "helt trygg");
    CHECK(handbook.session(1) == handbook.document("samling-1"));
    CHECK(handbook.session(7) == nullptr);
    CHECK(handbook.find("") == -1);
}

TEST_CASE("documents stand in reading order: part, then chapters before groups, then number") {
    const book::Handbook handbook = book::load(book_named("good"), "nb");
    std::vector<std::string> paths;
    for (const book::Document& document : handbook.documents) paths.push_back(document.path);
    CHECK(paths == std::vector<std::string>{"del-1/01-start.md", "del-1/02-siden.md", "del-1/samlinger/samling-1.md",
                                            "del-2/presentasjoner/samling-1.md", "del-2/ovelser/pust.md",
                                            "del-2/ark/skjema.md", "del-3/01-teori.md"});
    CHECK(book::number_of(handbook.documents[1]) == "1.10");
}

TEST_CASE("Nynorsk falls back to Bokmål document by document") {
    const book::Handbook handbook = book::load(book_named("good"), "nn");
    CHECK(handbook.documents.size() == 7);
    CHECK(handbook.document("siden")->title == "Sidan");
    CHECK(handbook.document("siden")->language == "nn");
    CHECK(handbook.document("start")->language == "nb");
    CHECK(book::load(book_named("good"), "../../etc").documents.size() == 7);
}

TEST_CASE("links find their document and anchor, also in a footnote and with percent signs") {
    const book::Handbook handbook = book::load(book_named("good"), "nb");
    const book::Document& start = *handbook.document("start");
    std::set<std::string> targets;
    for (const book::Link& link : start.links)
        targets.insert(link.external
                           ? link.url
                           : handbook.documents.at(static_cast<std::size_t>(link.document)).id + "#" + link.anchor);
    CHECK(targets == std::set<std::string>{"https://example.org/", "pust#på-veggen", "samling-1#", "samling-1#pause",
                                           "start#før-dere-begynner"});
    const book::Document& twice = *handbook.document("siden");
    REQUIRE(twice.links.size() == 1);
    CHECK(twice.links[0].anchor == "likt-1");
    CHECK(twice.section("likt-1") != nullptr);
}

TEST_CASE("the folder above the programme's folder will do") {
    TempFolder folder;
    std::filesystem::create_directories(folder.path / "en");
    std::filesystem::copy(book_named("good"), folder.path / "en", std::filesystem::copy_options::recursive);
    const book::Handbook handbook = book::load(folder.path, "nb");
    CHECK(handbook.programme.id == "prove");
    CHECK(handbook.documents.size() == 7);
}

TEST_CASE("a missing folder, an empty one and one without a programme are problems, not crashes") {
    const book::Handbook nothing = book::load("/finnes/ikke", "nb");
    REQUIRE(nothing.problems.size() == 1);
    CHECK(nothing.problems[0].kind == book::ProblemKind::programme_missing);
    TempFolder folder;
    CHECK(book::load(folder.path, "nb").problems.at(0).kind == book::ProblemKind::programme_missing);
    folder.write("nb/del-1/01-a.md", "---\nkind: chapter\nid: a\ntitle: A\npart: 1\norder: 1\n---\nTekst.\n");
    const book::Handbook partly = book::load(folder.path, "nb");
    CHECK(partly.documents.size() == 1);
    CHECK(partly.problems.size() == 1);
}

TEST_CASE("a change on disk is noticed, and nothing else is") {
    TempFolder folder;
    copy_book("good", folder);
    const book::Handbook before = book::load(folder.path, "nb");
    CHECK_FALSE(book::changed_on_disk(before));
    folder.write("nb/del-3/01-teori.md",
                 "---\nkind: chapter\nid: teori\ntitle: Ny\npart: 3\norder: 1\n---\nNy tekst.\n");
    CHECK(book::changed_on_disk(before));
    const book::Handbook after = book::load(folder.path, "nb");
    CHECK(after.revision != before.revision);
    CHECK(after.document("teori")->revision != before.document("teori")->revision);
    CHECK(after.document("start")->revision == before.document("start")->revision);
    CHECK_FALSE(book::changed_on_disk(after));
    std::filesystem::remove(folder.path / "images/ro.svg");
    CHECK(book::changed_on_disk(after));
}

TEST_CASE("a broken document shows its problem, and the rest stays readable") {
    const book::Handbook handbook = book::load(book_named("broken"), "nb");
    const book::Document* broken = handbook.document("del-1/02-yaml.md");
    REQUIRE(broken != nullptr);
    CHECK(book::plain_text(broken->blocks) == "Teksten kan fortsatt leses.");
    CHECK(handbook.documents.size() == 12);
}

TEST_CASE("CRLF, a byte order mark and broken bytes do not move line numbers or lose text") {
    TempFolder folder;
    copy_book("good", folder);
    folder.write("nb/del-3/02-crlf.md",
                 "\xEF\xBB\xBF---\r\nkind: chapter\r\nid: crlf\r\ntitle: Linjer\r\npart: 3\r\norder: 2\r\n---\r\n\r\nA "
                 "\xFF b.\r\n\r\n[x](borte.md)\r\n");
    const book::Handbook handbook = book::load(folder.path, "nb");
    REQUIRE(handbook.problems.size() == 1);
    CHECK(handbook.problems[0].line == 11);
    CHECK(handbook.document("crlf")->blocks[0].line == 9);
    CHECK(book::plain_text(handbook.document("crlf")->blocks) == "A \uFFFD b.\n\nx");
}

TEST_CASE("a picture or a file behind a symbolic link out of the handbook is not followed") {
    TempFolder outside;
    outside.write("hemmelig.svg", "<svg/>");
    outside.write("hemmelig.md", "---\nkind: chapter\nid: h\ntitle: H\npart: 1\norder: 9\n---\nHEMMELIG\n");
    TempFolder folder;
    copy_book("good", folder);
    std::filesystem::remove(folder.path / "images/ro.svg");
    std::filesystem::create_symlink(outside.path / "hemmelig.svg", folder.path / "images/ro.svg");
    std::filesystem::create_symlink(outside.path / "hemmelig.md", folder.path / "nb/del-1/03-lenket.md");
    std::filesystem::create_directory_symlink(outside.path, folder.path / "nb/del-1/mappe");
    const book::Handbook handbook = book::load(folder.path, "nb");
    CHECK(all_text(handbook).find("HEMMELIG") == std::string::npos);
    const auto has = [&](book::ProblemKind kind) {
        return std::any_of(handbook.problems.begin(), handbook.problems.end(),
                           [&](const book::Problem& problem) { return problem.kind == kind; });
    };
    CHECK(has(book::ProblemKind::image_missing));
    CHECK(has(book::ProblemKind::file_unreadable));
}

TEST_CASE("paths are joined as text and never leave the handbook") {
    CHECK(book::joined("del-2/ovelser/x.md", "../tema/a.md") == "del-2/tema/a.md");
    CHECK(book::joined("x.md", "./a//b.md") == "a/b.md");
    CHECK_FALSE(book::joined("x.md", "../a.md").has_value());
    CHECK_FALSE(book::joined("del-1/x.md", "/etc/passwd").has_value());
    CHECK_FALSE(book::joined("del-1/x.md", "C:a.md").has_value());
    CHECK_FALSE(book::joined("del-1/x.md", "..\\a.md").has_value());
    CHECK(book::percent_decoded("p%C3%A5-veggen") == "på-veggen");
    CHECK(book::percent_decoded("100%") == "100%");
    CHECK_FALSE(book::percent_decoded("a%00b").has_value());
    CHECK_FALSE(book::percent_decoded("%FF").has_value());
    CHECK(book::image_name("nb", "del-2/ovelser/x.md", "../../../images/ro.svg") == "ro.svg");
    CHECK_FALSE(book::image_name("nb", "del-2/ovelser/x.md", "../../../images/../programme.yaml").has_value());
    CHECK_FALSE(book::image_name("nb", "x.md", "%2e%2e/%2e%2e/images/ro.svg").has_value());
}

TEST_CASE("the shipped handbook has no errors") {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    std::string errors;
    for (const book::Problem& problem : handbook.problems)
        if (problem.error) errors += book::to_line(problem) + "\n";
    CHECK(errors == "");
    CHECK(handbook.documents.size() >= 20);
}

TEST_CASE("links written for the Bokmål text lead to the same heading of a translation") {
    TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb, nn]\n");
    const std::string front = "---\nkind: chapter\nid: a\ntitle: A\npart: 1\norder: 1\n---\n";
    folder.write("nb/del-1/01-a.md", front + "\n## Velkommen\n\nHei.\n\n## Hva nå\n\nHa det.\n");
    folder.write("nn/del-1/01-a.md", front + "\n## Velkomen\n\nHei.\n\n## Kva no\n\nHa det.\n");
    folder.write("nb/del-1/02-b.md",
                 "---\nkind: chapter\nid: b\ntitle: B\npart: 1\norder: 2\n---\n\n[Videre](01-a.md#hva-nå)\n");
    for (const auto& [language, anchor] : {std::pair{"nb", "hva-nå"}, std::pair{"nn", "kva-no"}}) {
        const book::Handbook handbook = book::load(folder.path, language);
        CHECK(handbook.problems.empty());
        const book::Document* const b = handbook.document("b");
        REQUIRE(b != nullptr);
        CHECK(b->language == "nb");
        CHECK(b->links.at(0).anchor == anchor);
    }
    folder.write("nn/del-1/01-a.md", front + "\n## Velkomen\n\nHei.\n");
    const book::Handbook fewer = book::load(folder.path, "nn");
    REQUIRE(fewer.problems.size() == 2);
    CHECK(fewer.problems[0].kind == book::ProblemKind::anchor_nowhere);
    CHECK(fewer.problems[1].kind == book::ProblemKind::section_missing);
}
