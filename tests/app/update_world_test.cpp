#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

/// The small handbook with another word in it, `extra_steps` more or fewer steps.
std::shared_ptr<const book::Handbook> changed_book(const std::string& slide_title) {
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->documents[static_cast<std::size_t>(book->find("presentasjon-1"))].slides.front().title = slide_title;
    book->revision += 1;
    return book;
}

std::shared_ptr<const book::Handbook> book_with_fewer_steps() {
    auto book = std::make_shared<book::Handbook>(*small_book());
    for (book::Block& block : book->documents[static_cast<std::size_t>(book->find("samling-1"))].blocks)
        if (block.type == book::BlockType::table) block.children.pop_back();
    book->revision += 1;
    return book;
}

}  // namespace

TEST_CASE("the fixture handbook has the plans that the tests walk through") {
    for (const book::Problem& problem : small_book()->problems)
        if (problem.error) UNSCOPED_INFO(book::to_line(problem));
    CHECK(session::make_plan(*small_book(), 1).steps.size() == 7);
    CHECK(session::make_plan(*small_book(), 2).steps.size() == 2);
}

TEST_CASE("the register opens with the course that was open last, else the newest") {
    course::Course second = spring_course();
    second.id = 2;
    World world(false);
    world.act(StoreOpened{"/data", {spring_course(), second}, {{"course", "1"}}, std::nullopt});
    CHECK(world.model.course == 1);
    CHECK(world.effect<LoadRecords>()->course == 1);
    for (const char* gone : {"77", "", "-3", "x", "99999999999999999999"}) {
        World other(false);
        other.act(StoreOpened{"/data", {spring_course(), second}, {{"course", gone}}, std::nullopt});
        CHECK(other.model.course == 2);
    }
}

TEST_CASE("opening an empty register is no error") {
    World world(false);
    world.act(StoreOpened{"/data", {}, {}, std::nullopt});
    CHECK(world.effects.empty());
    CHECK(world.model.store.phase == StorePhase::open);
    CHECK(world.model.notices.empty());
}

TEST_CASE("settings come back as they were left") {
    World world;
    world.run(SetLook{Look::evening});
    world.run(SetTextScale{5});
    world.run(SetReducedMotion{true});
    world.run(SetLightWall{true});
    world.run(SetLanguage{words::Language::nn});
    world.model.settings.wall_screen = "HDMI-1 1280x720";
    world.run(OpenDocument{"teori", ""});
    world.run(StoppedReading{"del-3/01-teori.md", 0.25f});
    world.run(StoppedReading{"del-1/01-om-kurset.md", 1.0f});
    const auto stored = to_settings(world.model);

    World again(false);
    again.act(StoreOpened{"/data", {spring_course()}, stored, std::nullopt});
    CHECK(again.model.settings.look == Look::evening);
    CHECK(again.model.settings.text_scale == 5);
    CHECK(again.model.settings.reduced_motion);
    CHECK(again.model.settings.light_wall);
    CHECK(again.model.settings.wall_screen == "HDMI-1 1280x720");
    CHECK(again.model.settings.language == words::Language::nn);
    CHECK(again.model.words.language() == words::Language::nn);
    CHECK(again.effect<LoadHandbook>()->language == words::Language::nn);
    CHECK(again.model.reader.here.document == "del-3/01-teori.md");
    CHECK(again.model.reader.stopped_at.at("del-3/01-teori.md") == 0.25f);
    CHECK(again.model.reader.read.contains("del-1/01-om-kurset.md"));
    CHECK(to_settings(again.model) == stored);
}

TEST_CASE("hostile settings are ignored") {
    const std::string huge(2'000'000, 'a');
    World world(false);
    const Settings before = world.model.settings;
    world.act(
        StoreOpened{"/data",
                    {},
                    {{"language", "xx"},
                     {"look", "neon"},
                     {"text_scale", "999"},
                     {"reduced_motion", "maybe"},
                     {"light_wall", ""},
                     {"wall_screen", std::string("a\nb\0c", 5)},
                     {"course", "1e9"},
                     {"reader.here", "../../etc/passwd"},
                     {"reader.stopped", "9999 a.md\n-1 b.md\nx c.md\n500\n300 ../d.md\n" + std::string("400 e\xff.md")},
                     {"reader.read", huge},
                     {"ukjent", "x"}},
                    std::nullopt});
    CHECK(world.model.settings.language == before.language);
    CHECK(world.model.settings.look == before.look);
    CHECK(world.model.settings.text_scale == before.text_scale);
    CHECK(world.model.settings.reduced_motion == before.reduced_motion);
    CHECK(world.model.settings.wall_screen.empty());
    CHECK(world.model.reader.here.document.empty());
    CHECK(world.model.reader.stopped_at.empty());
    CHECK(world.model.reader.read.empty());
}

TEST_CASE("a text size out of range is brought into it") {
    World world;
    world.run(SetTextScale{99});
    CHECK(world.model.settings.text_scale == static_cast<int>(std::size(text_scales)) - 1);
    world.run(SetTextScale{-5});
    CHECK(world.model.settings.text_scale == 0);
}

TEST_CASE("another language changes the words at once and asks for the handbook in it") {
    World world;
    world.run(SetLanguage{words::Language::en});
    CHECK(world.model.words[words::Key::command_next] == "Next");
    REQUIRE(world.effect<LoadHandbook>());
    CHECK(world.effect<LoadHandbook>()->language == words::Language::en);
    world.run(SetLanguage{words::Language::en});
    CHECK(world.effects.empty());
}

TEST_CASE("a handbook changed on disk while a meeting runs keeps step, clock and place") {
    World world;
    world.run(OpenDocument{"teori", "stress"});
    world.run(StartMeeting{1, 1});
    world.pass(5min);
    const session::State before = world.state();
    const auto arrivals = world.model.reader.arrivals;
    world.run(HandbookLoaded{changed_book("Ny tittel"), nullptr});
    CHECK(world.state() == before);
    CHECK(std::get<TextScene>(world.wall().scene).title == "Ny tittel");
    CHECK(world.model.reader.here.document == "del-3/01-teori.md");
    CHECK(world.model.reader.arrivals == arrivals);
}

TEST_CASE("a plan with another number of steps waits until the meeting is over") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(LastStep{});
    world.run(HandbookLoaded{book_with_fewer_steps(), nullptr});
    CHECK(world.model.run->plan.steps.size() == 7);
    CHECK(world.state().step == goodbye_step);
    CHECK(world.says(words::Key::notice_plan_kept));
}

TEST_CASE("a frozen wall stays as it is when the handbook changes") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(ToggleFreeze{});
    world.run(HandbookLoaded{changed_book("Ny tittel"), nullptr});
    CHECK(std::get<TextScene>(world.wall().scene).title == "Hei");
}

TEST_CASE("the same handbook again disturbs nothing, and an index that comes later is taken") {
    World world;
    world.run(StartMeeting{1, 1});
    world.go_to<session::AidCue>(pairs_step);
    world.pass(10s);
    const auto index = std::make_shared<const book::SearchIndex>(*small_book());
    world.run(Search{"stress"});
    CHECK(world.model.reader.hits.empty());
    world.run(HandbookLoaded{small_book(), index});
    CHECK(world.model.search == index);
    CHECK_FALSE(world.model.reader.hits.empty());
    world.run(HandbookLoaded{small_book(), nullptr});
    CHECK(world.model.search == index);
    CHECK(std::get<session::Countdown>(world.model.aid->aid).view(world.now).left == 50s);
}

TEST_CASE("an index of an older handbook is not asked about the new one") {
    World world;
    world.run(HandbookLoaded{small_book(), std::make_shared<const book::SearchIndex>(*small_book())});
    world.run(HandbookLoaded{changed_book("Ny"), nullptr});
    CHECK_FALSE(world.model.search);
}

TEST_CASE("a handbook that could not be loaded leaves the old one") {
    World world;
    world.run(HandbookLoaded{nullptr, nullptr});
    CHECK(world.model.handbook == small_book());
}

TEST_CASE("choosing a backup puts it back, says where the old file is, and opens as at start") {
    World world(false);
    world.run(StoreRefused{{base::Fault::damaged, "/data/x", ""}, "/data", {"b1", "b2"}});
    world.act(RestoreChosen{"b1"});
    REQUIRE(world.effect<RestoreBackup>());
    CHECK(world.effect<RestoreBackup>()->name == "b1");
    world.act(BackupRestored{"mestringstreff-skadet.sqlite"});
    world.act(StoreOpened{"/data", {spring_course()}, {}, std::nullopt});
    CHECK(world.model.store.phase == StorePhase::open);
    CHECK(world.says(words::Key::notice_backup_restored));
    CHECK(world.model.course == 1);
}

TEST_CASE("an unfinished meeting of a course that is gone is not offered") {
    World world(false);
    world.act(StoreOpened{"/data", {spring_course()}, {}, Unfinished{5, 42, 1, {}}});
    CHECK_FALSE(world.model.unfinished);
}
