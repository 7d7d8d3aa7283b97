// The worst fault that this program can have is a private note on the wall. Here every private place holds a marker
// word, and no string that can be reached from an audience view may hold it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using session::Cover;

namespace {

constexpr int markers_in_the_book = 30;

int count(const std::string& text, const std::string& word) {
    int found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++found;
    return found;
}

std::string text_of(const book::Document& document) {
    std::string text = document.title + book::plain_text(document.blocks);
    for (const book::Slide& slide : document.slides) text += book::plain_text(slide.notes);
    for (const std::string& each : document.materials) text += each;
    return text;
}

book::Block paragraph(const std::string& text) {
    return {.type = book::BlockType::paragraph, .spans = {{.text = text}}};
}

book::Block holding(book::BlockType type, std::vector<book::Block> children) {
    return {.type = type, .children = std::move(children)};
}

/// Marker words in every field of the model that is not meant for the room.
World world_with_markers() {
    World world;
    Model& model = world.model;
    model.store.folder = model.store.backups.emplace_back(marker);
    model.unfinished = Unfinished{9, 1, 1, {}};
    model.reader.here = {marker, marker};
    model.reader.back = model.reader.forward = {{marker, marker}};
    model.reader.read[marker] = leader_both;
    model.reader.bookmarks = {{marker, marker, marker}};
    model.reader.beside = Visit{marker, marker};
    model.reader.follows = true;
    model.reader.loose_ticks = model.records.ticks = {{marker, 1}};
    model.older = OlderEdition{.folder = marker, .book = small_book()};
    model.speaking = true;
    model.reader.query = marker;
    model.reader.hits = {{0, marker, marker, marker}};
    model.settings.wall_screen = marker;
    model.notices = {{.id = 1, .text = marker}};
    model.records.feedback = {{.meeting = 1, .phase = course::RoundPhase::open, .questions = {{marker, {}}}}};
    model.records.attendance.apply({{1, world.now, 1, 1, std::nullopt, course::Mark::absent, 0}});
    model.unfinished.reset();
    return world;
}

void check_clean(World& world) {
    const AudienceView view = world.wall();
    INFO(all_text(view));
    CHECK(all_text(view).find(marker) == std::string::npos);
}

/// The wall as it is, and under every cover, frozen and live.
void check_every_way(World& world) {
    for (const Cover cover : {Cover::none, Cover::black, Cover::white, Cover::calm}) {
        world.model.projection.cover = cover;
        check_clean(world);
        world.run(ToggleFreeze{});
        check_clean(world);
        world.run(ToggleFreeze{});
    }
    world.model.projection.cover = Cover::none;
}

}  // namespace

TEST_CASE("the fixture does hold marker words in its private places") {
    int found = 0;
    for (const book::Document& document : small_book()->documents) found += count(text_of(document), marker);
    CHECK(found >= markers_in_the_book);
}

TEST_CASE("no cue of any step, frozen or covered, holds a word that is not for the room") {
    World world = world_with_markers();
    check_every_way(world);
    world.run(StartMeeting{1, 1});
    int cues = 0;
    for (bool moved = true; moved; ++cues) {
        check_every_way(world);
        const session::State before = world.state();
        world.run(Next{});
        moved = world.state().step != before.step || world.state().cue != before.cue;
    }
    CHECK(cues > 12);
    world.run(EndMeeting{});
    check_every_way(world);
}

TEST_CASE("no preview of any cue holds a word that is not for the room") {
    World world = world_with_markers();
    world.run(StartMeeting{1, 1});
    for (int step = -1; step <= 7; ++step)
        for (int cue = -1; cue < 8; ++cue)
            CHECK(all_text(preview(world.model, step, cue)).find(marker) == std::string::npos);
}

TEST_CASE("no aid, from the plan or the toolbox, holds a word that is not for the room") {
    World world = world_with_markers();
    world.run(StartMeeting{1, 1});
    for (const int step : {pairs_step, round_step, breath_step, scale_step}) {
        world.go_to<session::AidCue>(step);
        REQUIRE(world.model.aid);
        check_every_way(world);
        world.run(OpenToolbox{{.type = "countdown", .values = {{"minutes", "5"}, {"note", marker}}}, "Nedtelling"});
        check_every_way(world);
        world.run(CloseAid{});
    }
    for (int question = 0; question < 3; ++question) {
        world.run(ShowQuestion{1, question});
        check_every_way(world);
    }
}

TEST_CASE("the shipped handbook shows nothing on the wall that stands in the leaders' parts alone") {
    const book::Handbook book = book::load(HANDBOOK, "nb");
    Model model;
    model.handbook = std::make_shared<const book::Handbook>(book);
    for (int meeting = 1; meeting <= 6; ++meeting) {
        const session::Plan plan = session::make_plan(book, meeting);
        REQUIRE_FALSE(plan.empty());
        model.run = Run{.plan = plan, .state = session::replay(plan, {{base::Instant{}, session::Started{}}})};
        for (int step = 0; step < static_cast<int>(plan.steps.size()); ++step) {
            const session::Step& at = plan.steps[static_cast<std::size_t>(step)];
            std::vector<std::string> secrets;
            if (const book::Document* exercise = book.document(at.exercise))
                for (const book::Section& section : exercise->sections)
                    if (section.role != book::Role::wall)
                        for (std::size_t i = section.first; i < section.end; ++i)
                            secrets.push_back(book::plain_text({exercise->blocks[i]}));
            for (int cue = 0; cue < static_cast<int>(at.cues.size()); ++cue) {
                const std::string shown = all_text(preview(model, step, cue));
                CHECK_FALSE(shown.empty());
                for (const std::string& secret : secrets)
                    if (secret.size() > 30) CHECK(shown.find(secret) == std::string::npos);
                CHECK(shown.find("Til kursleder") == std::string::npos);
            }
        }
    }
}

TEST_CASE("even a handbook value with private blocks among the public ones keeps them off the wall") {
    World world;
    auto book = std::make_shared<book::Handbook>(*small_book());
    const book::Block secret = paragraph(marker);
    const std::vector<book::Block> planted{
        paragraph("Offentlig."),
        {.type = book::BlockType::alert, .children = {secret}},
        holding(book::BlockType::quote, {paragraph(std::string("Til kurslederne. ") + marker), secret}),
        holding(book::BlockType::list,
                {holding(book::BlockType::item, {paragraph("Til kursleder: si dette."), secret}),
                 holding(book::BlockType::item,
                         {paragraph("Et punkt."), {.type = book::BlockType::alert, .children = {secret}}})}),
        holding(book::BlockType::quote,
                {holding(book::BlockType::quote, {{.type = book::BlockType::alert, .children = {secret}}})}),
        paragraph(std::string("**Til kursleder.** ") + marker),
    };
    book::Document& slides = book->documents[static_cast<std::size_t>(book->find("presentasjon-1"))];
    for (book::Slide& slide : slides.slides) slide.body = planted;
    book->revision += 1;
    world.run(HandbookLoaded{book, nullptr});
    world.run(StartMeeting{1, 1});
    bool public_seen = false;
    for (int i = 0; i < 10 && world.state().step == welcome_step; ++i) {
        check_clean(world);
        public_seen = public_seen || all_text(world.wall()).find("Offentlig.") != std::string::npos;
        world.run(Next{});
    }
    CHECK(public_seen);
}
