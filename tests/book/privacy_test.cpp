#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "book/handbook.h"
#include "book/roles.h"
#include "support.h"

namespace {

book::Handbook private_book() {
    return book::load(std::filesystem::path(FIXTURES) / "books/private", "nb");
}

bool holds(const std::string& text, const char* word) {
    return text.find(word) != std::string::npos;
}

// Everything a painter could reach from these blocks.
std::string everything(const std::vector<book::Block>& blocks) {
    std::string text;
    for (const book::Block& block : blocks) {
        for (const book::Span& span : block.spans) text += span.text + "\n";
        text += block.alt + block.caption + block.source + block.language + block.anchor + everything(block.children);
    }
    return text;
}

}  // namespace

TEST_CASE("nothing private is in the body of a slide, whatever way it was written") {
    const book::Handbook handbook = private_book();
    const book::Document& presentation = *handbook.document("presentasjon");
    CHECK(presentation.slides.size() == 13);
    for (const book::Slide& slide : presentation.slides) {
        INFO(slide.title);
        const std::string shown =
            slide.title + slide.anchor + slide.picture + slide.picture_alt + everything(slide.body);
        CHECK_FALSE(holds(shown, "HEMMELIG"));
        CHECK_FALSE(holds(book::plain_text(slide.notes), "VEGG"));
    }
}

TEST_CASE("what the wall should show of a slide is all there") {
    const book::Handbook handbook = private_book();
    const book::Document& presentation = *handbook.document("presentasjon");
    CHECK(support::words(book::plain_text(presentation.slides[0].body)) == "VEGG tekst. VEGG etter notatet.");
    CHECK(support::words(book::plain_text(presentation.slides[2].body)) == "VEGG et vanlig sitat.");
    CHECK(support::words(book::plain_text(presentation.slides[5].body)) ==
          "VEGG punkt VEGG punkt med notat VEGG sitat");
    CHECK(support::words(book::plain_text(presentation.slides[8].body)) ==
          "VEGG tekst. VEGG vanlig underoverskrift VEGG tekst.");
}

TEST_CASE("the leaders find every private part in the notes or in the page") {
    const book::Handbook handbook = private_book();
    const book::Document& presentation = *handbook.document("presentasjon");
    CHECK(holds(book::plain_text(presentation.slides[0].notes), "HEMMELIG notat."));
    CHECK(holds(book::plain_text(presentation.slides[5].notes), "HEMMELIG underpunkt."));
    CHECK(holds(book::plain_text(presentation.slides[6].notes), "HEMMELIG over to linjer"));
    CHECK(holds(book::plain_text(presentation.blocks), "HEMMELIG lysbilde som bare er notater."));
}

TEST_CASE("each private part that was not marked as a note is told of, a proper note is not") {
    const book::Handbook handbook = private_book();
    std::string lines;
    for (const book::Problem& problem : handbook.problems) {
        CHECK_FALSE(problem.error);
        lines += book::to_line(problem) + "\n";
    }
    CHECK(lines == support::golden("private.problems.txt", lines));
    CHECK_FALSE(holds(lines, "samling-1.md:14:"));
}

TEST_CASE("the wall's section of an exercise holds nothing private, and its reader loses nothing") {
    const book::Handbook handbook = private_book();
    const book::Document& exercise = *handbook.document("ovelse");
    const book::Section* wall = exercise.section(book::Role::wall);
    REQUIRE(wall != nullptr);
    const std::string shown = everything(book::content_of(exercise, *wall));
    CHECK_FALSE(holds(shown, "HEMMELIG"));
    CHECK(holds(shown, "VEGG siste."));
    const std::string page = book::plain_text(exercise.blocks);
    CHECK(holds(page, "HEMMELIG varsel på veggen."));
    CHECK(holds(page, "HEMMELIG tips."));
    int walls = 0;
    for (const book::Section& section : exercise.sections) {
        CHECK(exercise.blocks[section.heading].anchor == section.anchor);
        if (section.role == book::Role::wall)
            ++walls;
        else
            CHECK_FALSE(holds(everything(book::content_of(exercise, section)), "VEGG"));
    }
    CHECK(walls == 1);
}

TEST_CASE("headings have roles in Bokmål, Nynorsk and English, and an unknown one has none") {
    using book::Role;
    CHECK(book::role_of_heading("På veggen") == Role::wall);
    CHECK(book::role_of_heading("  PÅ VEGGEN: ") == Role::wall);
    CHECK(book::role_of_heading("On the wall") == Role::wall);
    CHECK(book::role_of_heading("Slik gjer de") == Role::steps);
    CHECK(book::role_of_heading("Heimeoppgåve") == Role::homework);
    CHECK(book::role_of_heading("Til kursleiarane") == Role::leaders);
    CHECK_FALSE(book::role_of_heading("På veggen i dag").has_value());
    CHECK_FALSE(book::role_of_heading("").has_value());
}

TEST_CASE("a chapter's heading «På veggen» is no text for the wall") {
    TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write("nb/del-1/01-a.md",
                 "---\nkind: chapter\nid: a\ntitle: A\npart: 1\norder: 1\n---\n\n## På veggen\n\nTil dere.\n");
    folder.write("nb/del-1/02-b.md", "## På veggen\n\nUten front matter.\n");
    const book::Handbook handbook = book::load(folder.path, "nb");
    for (const book::Document& document : handbook.documents) CHECK(document.section(book::Role::wall) == nullptr);
}

TEST_CASE("an opening for the leaders is known behind signs, in any case, with hidden hyphens") {
    CHECK(book::opens_for_leaders("Til kursleder. Si hei."));
    CHECK(book::opens_for_leaders("TIL KURSLEDERNE: hei"));
    CHECK(book::opens_for_leaders("** \u2192 Til\u00A0kurs\u00ADleder"));
    CHECK(book::opens_for_leaders("For the leaders: wait"));
    CHECK_FALSE(book::opens_for_leaders("Spør om det du lurer på"));
    CHECK_FALSE(book::opens_for_leaders("Til neste gang"));
    CHECK_FALSE(book::opens_for_leaders(""));
}

TEST_CASE("details in a text for the wall, and what follows them, are for the leaders") {
    const TempFolder folder;
    folder.write("programme.yaml", "id: a\ntitle: A\nedition: '1'\nlanguages: [nb]\n");
    folder.write(
        "nb/del-2/presentasjoner/samling-1.md",
        "---\nkind: presentation\nid: p\ntitle: P\nsession: 1\n---\n"
        "## A\n\nVEGG.\n\n<details><summary>HEMMELIG</summary>\n\nHEMMELIG\n\n</details>\n\nHEMMELIG etter.\n\n"
        "## B\n\nVEGG.\n\n- VEGG\n\n  <details>\n\n  HEMMELIG\n\n"
        "## C\n\nVEGG.\n");
    folder.write("nb/del-2/ovelser/e.md",
                 "---\nkind: exercise\nid: e\ntitle: E\nminutes: 5\n---\n"
                 "## På veggen\n\nVEGG.\n\n<details open>\n\nHEMMELIG\n\n## Til kurslederne\n\nHEMMELIG\n");
    const book::Handbook handbook = book::load(folder.path, "nb");
    const book::Document& presentation = *handbook.document("p");
    REQUIRE(presentation.slides.size() == 3);
    for (const book::Slide& slide : presentation.slides) {
        CHECK(holds(everything(slide.body), "VEGG"));
        CHECK_FALSE(holds(everything(slide.body), "HEMMELIG"));
    }
    CHECK(holds(book::plain_text(presentation.slides[0].notes), "HEMMELIG etter."));
    CHECK(holds(book::plain_text(presentation.slides[1].notes), "HEMMELIG"));
    const book::Document& exercise = *handbook.document("e");
    const book::Section* wall = exercise.section(book::Role::wall);
    REQUIRE(wall != nullptr);
    CHECK(everything(book::content_of(exercise, *wall)) == "VEGG.\n");
    CHECK(exercise.section(book::Role::leaders) != nullptr);
    CHECK(std::count_if(handbook.problems.begin(), handbook.problems.end(), [](const book::Problem& problem) {
              return problem.kind == book::ProblemKind::role_unknown;
          }) == 3);
}
