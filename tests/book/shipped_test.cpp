// The handbook that ships, held to the limits that its text is to keep. `mestringstreff check --figures` prints them.
#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

#include "book/check.h"
#include "book/plan_table.h"
#include "book/readability.h"

namespace {

const book::Handbook& shipped() {
    static const book::Handbook handbook = book::load(std::filesystem::path(HANDBOOK) / "mestringstreff", "nb");
    return handbook;
}

int words_of(std::vector<book::Block> blocks) {
    std::erase_if(blocks, [](const book::Block& block) { return block.type == book::BlockType::image; });
    return static_cast<int>(book::count_words(book::plain_text(blocks)));
}

bool mentions(const book::Document& from, const book::Handbook& handbook, const book::Document& to) {
    for (const book::Link& link : from.links)
        if (link.document >= 0 && &handbook.documents[static_cast<std::size_t>(link.document)] == &to) return true;
    return false;
}

}  // namespace

TEST_CASE("the shipped handbook is whole and without a problem, in Bokmål and in Nynorsk") {
    for (const char* language : {"nb", "nn"}) {
        const book::Handbook handbook = book::load(std::filesystem::path(HANDBOOK) / "mestringstreff", language);
        for (const book::Problem& problem : handbook.problems) FAIL_CHECK(book::to_line(problem));
        const book::Counts counts = book::counts_of(handbook);
        CHECK(counts.parts == 3);
        CHECK(counts.chapters == 13);
        CHECK(counts.theory == 12);
        CHECK(counts.sessions == 6);
        CHECK(counts.themes == 6);
        CHECK(counts.presentations == 6);
        CHECK(counts.exercises == 38);
        CHECK(counts.forms == 2);
    }
}

TEST_CASE("exercises E01 to E38 are there once each, and each is reached from every meeting that it names") {
    std::set<std::string> codes;
    for (const book::Document& document : shipped().documents) {
        if (document.kind != book::Kind::exercise) continue;
        INFO(document.path);
        CHECK(codes.insert(document.code).second);
        CHECK_FALSE(document.picture.empty());
        CHECK_FALSE(document.sessions.empty());
        for (const int number : document.sessions) {
            const book::Document* const session = shipped().session(number);
            REQUIRE(session != nullptr);
            INFO("samling " << number);
            CHECK(mentions(*session, shipped(), document));
        }
    }
    CHECK(codes.size() == 38);
    CHECK(*codes.begin() == "E01");
    CHECK(*codes.rbegin() == "E38");
}

TEST_CASE("every plan fills 150 minutes with one fixed break, and every step has notes for the leaders") {
    for (int number = 1; number <= 6; ++number) {
        const book::Document* const session = shipped().session(number);
        REQUIRE(session != nullptr);
        INFO(session->path);
        CHECK(book::figures_of(shipped(), *session).minutes == 150);
        int breaks = 0;
        for (const book::PlanRow& row : book::plan_table(shipped(), *session).rows) {
            INFO(row.title);
            CHECK_FALSE(row.notes_anchor.empty());
            if (row.type != book::StepType::pause) continue;
            ++breaks;
            CHECK(row.slack == book::Slack::fixed);
        }
        CHECK(breaks == 1);
    }
}

TEST_CASE("slides are few words, a picture and a note; wall texts are short") {
    for (const book::Document& document : shipped().documents) {
        INFO(document.path);
        if (document.kind == book::Kind::presentation) {
            CHECK(document.slides.size() >= 10);
            CHECK(document.slides.size() <= 12);
        }
        for (const book::Slide& slide : document.slides) {
            INFO(slide.title);
            CHECK(words_of(slide.body) <= static_cast<int>(book::most_slide_words));
            CHECK_FALSE(slide.picture.empty());
            CHECK_FALSE(slide.picture_alt.empty());
            CHECK_FALSE(slide.notes.empty());
        }
        if (document.kind == book::Kind::exercise)
            CHECK(book::figures_of(shipped(), document).wall <= static_cast<int>(book::most_wall_words));
    }
}

TEST_CASE("the text is easy to read: LIX under 45 for leaders and under 40 for participants") {
    for (const book::Document& document : shipped().documents) {
        INFO(document.path);
        const book::Figures figures = book::figures_of(shipped(), document);
        if (figures.leaders.words >= book::fewest_words_for_lix) CHECK(figures.leaders.lix() < book::most_lix_leaders);
        if (figures.participants.words >= book::fewest_words_for_lix)
            CHECK(figures.participants.lix() < book::most_lix_participants);
    }
}

TEST_CASE("the exercises' steps fill the exercises' minutes") {
    for (const book::Document& document : shipped().documents) {
        if (document.kind != book::Kind::exercise) continue;
        INFO(document.path);
        const int steps = book::step_minutes(document);
        CHECK((steps == 0 || steps == document.minutes));
    }
}
