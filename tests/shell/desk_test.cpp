#include "shell/desk.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "base/files.h"
#include "base/temp_folder.h"

namespace {

/// Windows and system that only remember what they were asked for.
struct Nobody final : shell::Surroundings {
    std::vector<std::string> asked;
    app::Actions load_handbook(words::Language language) override {
        asked.push_back("handbook " + std::string(words::code(language)));
        return {};
    }
    app::Actions show_wall(bool visible) override {
        asked.push_back(visible ? "show" : "hide");
        app::Actions answers;
        if (visible) answers.push_back(app::WallShown{"Skjerm 2 1280x720"});
        return answers;
    }
    app::Actions move_wall(const std::string& screen) override {
        asked.push_back("move " + screen);
        return {};
    }
    base::Outcome open_url(const std::string& url) override {
        asked.push_back("open " + url);
        return base::Error{base::Fault::not_found, "xdg-open", {}};
    }
    void copy_text(const std::string& text) override { asked.push_back("copy " + text); }
    app::Actions load_edition(const app::LoadEdition& wanted) override {
        asked.push_back("edition " + wanted.folder);
        app::Actions answers;
        answers.push_back(app::EditionLoaded{wanted.folder, nullptr, nullptr});
        return answers;
    }
    void speak(const std::string& text, words::Language language) override {
        asked.push_back("speak " + std::string(words::code(language)) + " " + text);
    }
    void stop_speaking() override { asked.push_back("silence"); }
    app::Actions play_chime() override {
        asked.push_back("chime");
        return {};
    }
};

const base::Instant morning = base::at_local({2026, 3, 4}, {9, 50}, base::Minutes{60});

course::Course spring() {
    course::Course course;
    course.title = "Vårkurset 2026";
    course.municipality = "Fjordvik";
    course.place = "Frivilligsentralen";
    course.dates = course::dates_from({2026, 3, 4}, 6);
    course.leader_one = "Fagperson";
    course.leader_two = "Brukerrepresentant";
    course.participants = 9;
    return course;
}

struct World {
    TempFolder folder;
    Nobody nobody;
    shell::Desk desk{folder.path, nobody};
    base::Instant now = morning;

    void open() { act(desk.runner().opened(store::Store::open(folder.path, now))); }
    void act(const app::Actions& actions) {
        desk.act(app::Tick{base::Minutes{60}}, now);
        desk.act(actions, now);
        desk.carry_out(now);
    }
    void act(const app::Action& action) {
        now += base::Milliseconds(250);
        desk.act(action, now);
        desk.carry_out(now);
    }
    const app::Model& model() const { return desk.model(); }
};

}  // namespace

TEST_CASE("a course that is made is stored, and is there at the next start") {
    TempFolder folder;
    Nobody nobody;
    {
        shell::Desk desk(folder.path, nobody);
        desk.act(desk.runner().opened(store::Store::open(folder.path, morning)), morning);
        desk.act(app::CreateCourse{spring()}, morning);
        CHECK(desk.waiting());
        desk.carry_out(morning);
        REQUIRE(desk.model().courses.size() == 1);
        CHECK(desk.model().courses.front().id > 0);
        desk.act(app::MarkAttendance{3, 1, course::Mark::late}, morning);
        desk.carry_out(morning);
        desk.runner().close(morning);
    }
    shell::Desk again(folder.path, nobody);
    again.act(again.runner().opened(store::Store::open(folder.path, morning)), morning);
    again.carry_out(morning);
    REQUIRE(again.model().courses.size() == 1);
    CHECK(again.model().courses.front().title == "Vårkurset 2026");
    CHECK(again.model().records.attendance.mark(3, 1) == course::Mark::late);
}

TEST_CASE("leaving makes a dated backup when something was written, and none otherwise") {
    World world;
    world.open();
    world.desk.runner().keep_settings({{"look", "evening"}});
    world.desk.runner().close(world.now);
    CHECK(store::backups(world.folder.path).empty());
    world.open();
    world.act(app::CreateCourse{spring()});
    world.desk.runner().close(world.now);
    CHECK(store::backups(world.folder.path).size() == 1);
}

TEST_CASE("a setting is written only when it differs from what is stored") {
    World world;
    world.open();
    auto settings = app::to_settings(world.model());
    world.desk.runner().keep_settings(settings);
    settings["look"] = "evening";
    world.desk.runner().keep_settings(settings);
    world.desk.runner().close(world.now);
    world.open();
    CHECK(world.model().settings.look == app::Look::evening);
}

TEST_CASE("a register that is in use elsewhere is refused, and the program goes on without it") {
    World world;
    auto elsewhere = store::Store::open(world.folder.path, world.now);
    REQUIRE(elsewhere.ok());
    world.open();
    CHECK(world.model().store.phase == app::StorePhase::failed);
    REQUIRE(world.model().store.error);
    CHECK(world.model().store.error->fault == base::Fault::in_use);
    world.act(app::ContinueWithoutStore{});
    world.act(app::SetLook{app::Look::evening});
    CHECK(world.model().settings.look == app::Look::evening);
    world.desk.runner().close(world.now);
}

TEST_CASE("a damaged register is refused with its backups named, and one of them can be brought back") {
    World world;
    world.open();
    world.act(app::CreateCourse{spring()});
    world.desk.runner().close(world.now);
    std::ofstream(world.folder.path / "mestringstreff.sqlite", std::ios::trunc)
        << "dette er ikke en database, men noe helt annet";
    world.open();
    REQUIRE(world.model().store.phase == app::StorePhase::failed);
    CHECK(world.model().store.error->fault == base::Fault::damaged);
    REQUIRE(world.model().store.backups.size() == 1);
    world.act(app::RestoreChosen{world.model().store.backups.front()});
    CHECK(world.model().store.phase == app::StorePhase::open);
    REQUIRE(world.model().courses.size() == 1);
    int kept = 0;
    for (const auto& entry : std::filesystem::directory_iterator(world.folder.path)) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = base::read_file(entry.path());
        if (bytes.ok() && bytes.value().starts_with("dette er ikke en database")) ++kept;
    }
    CHECK(kept == 1);
}

TEST_CASE("windows and system are asked in the order of the effects, and their answers reach the model") {
    World world;
    world.open();
    world.act(app::ScreensChanged{{{"Skjerm 1", 1920, 1080, true}, {"Skjerm 2", 1280, 720, false}}});
    world.act(app::StartProjecting{});
    REQUIRE(world.nobody.asked.size() >= 2);
    CHECK(world.nobody.asked[world.nobody.asked.size() - 2] == "move Skjerm 2 1280x720");
    CHECK(world.nobody.asked.back() == "show");
    CHECK(world.model().wall_on == "Skjerm 2 1280x720");
    world.act(app::StopProjecting{});
    CHECK(world.nobody.asked.back() == "hide");
    world.act(app::SetLanguage{words::Language::nn});
    CHECK(world.nobody.asked.back() == "handbook nn");
}

TEST_CASE("what cannot be done is told as a notice") {
    World world;
    world.open();
    const shell::Desk& desk = world.desk;
    const app::Actions answers =
        world.desk.runner().perform(app::OpenUrl{"https://example.org"}, desk.model(), world.now);
    REQUIRE(answers.size() == 1);
    REQUIRE(answers.front().get_if<app::DeedFailed>() != nullptr);
    world.act(answers);
    CHECK_FALSE(world.model().notices.empty());
}

TEST_CASE("when a write fails, the writes after it in the same batch wait behind it") {
    World world;
    world.open();
    shell::EffectRunner& runner = world.desk.runner();
    runner.begin_batch();
    // No such course: the register refuses.
    const app::Effect impossible =
        app::AppendAttendance{4711, {{1, world.now, 1, 1, std::nullopt, course::Mark::present, 0}}};
    const app::Actions first = runner.perform(impossible, world.model(), world.now);
    REQUIRE(first.size() == 1);
    CHECK(first.front().get_if<app::WriteFailed>() != nullptr);
    const app::Actions second = runner.perform(app::AddCourse{spring()}, world.model(), world.now);
    REQUIRE(second.size() == 1);
    CHECK(second.front().get_if<app::WriteFailed>() != nullptr);
    runner.begin_batch();
    const app::Actions third = runner.perform(app::AddCourse{spring()}, world.model(), world.now);
    REQUIRE_FALSE(third.empty());
    CHECK(third.front().get_if<app::Saved>() != nullptr);
}

TEST_CASE("a tick is stored with its course") {
    World world;
    world.open();
    world.act(app::CreateCourse{spring()});
    const course::Tick tick{"del-1/01-om.md", 0x8000000000000001u};
    world.act(app::TickTask{tick, true});
    CHECK(world.model().unsaved.empty());
    world.desk.runner().close(world.now);
    world.open();
    world.act(app::Tick{base::Minutes{60}});
    CHECK(world.model().records.ticks.contains(tick));
}

TEST_CASE("a voice and an older edition are asked for from the surroundings") {
    World world;
    world.open();
    auto book = std::make_shared<book::Handbook>();
    book->documents.emplace_back().path = "om.md";
    world.act(app::HandbookLoaded{book, nullptr});
    world.act(app::CompareWith{"/eldre"});
    CHECK(world.nobody.asked.back() == "edition /eldre");
    REQUIRE(world.model().older);
    CHECK(world.model().older->failed);
    world.act(app::GoTo{app::Place::handbook});
    world.act(app::ReadAloud{"En setning."});
    CHECK(world.nobody.asked.back() == "speak nb En setning.");
    world.act(app::StopReadingAloud{});
    CHECK(world.nobody.asked.back() == "silence");
}

namespace {

std::shared_ptr<const book::Handbook> shipped() {
    static const auto handbook = std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb"));
    return handbook;
}

/// A course with the shipped handbook, and its first meeting held.
struct Held : World {
    std::unique_ptr<shell::Desk> later;

    Held() {
        act(app::Tick{base::Minutes{60}});
        act(app::HandbookLoaded{shipped(), nullptr});
        open();
        act(app::CreateCourse{spring()});
        hold();
    }
    void hold() {
        act(app::StartMeeting{model().course, 1});
        now += std::chrono::minutes(12);
        act(app::EndMeeting{});
    }
    /// What the program finds when it is started again.
    const app::Model& started_again() {
        (later ? *later : desk).runner().close(now);
        later = std::make_unique<shell::Desk>(folder.path, nobody);
        later->act(app::HandbookLoaded{shipped(), nullptr}, now);
        later->act(later->runner().opened(store::Store::open(folder.path, now)), now);
        later->carry_out(now);
        return later->model();
    }
};

/// What the newest backup holds of the first course.
store::CourseRecords in_backup(const std::filesystem::path& folder) {
    const TempFolder other;
    std::filesystem::copy_file(store::backups(folder).front().file, other.path / "mestringstreff.sqlite");
    auto store = store::Store::open(other.path, morning);
    REQUIRE(store.ok());
    return store.value().records(1, 6).value();
}

}  // namespace

TEST_CASE("what is held is the same before and after a restart: run twice, opened again, ended and undone") {
    Held world;
    world.act(app::LeaveMeeting{});
    world.hold();
    SECTION("the second opened again") {
        world.act(app::ReopenMeeting{});
    }
    SECTION("its end undone") {
        world.act(app::GoTo{app::Place::meeting});
        world.act(app::Undo{});
    }
    SECTION("both over") {
        world.act(app::LeaveMeeting{});
    }
    SECTION("ended a second time") {
        world.act(app::ReopenMeeting{});
        world.act(app::EndMeeting{});
    }
    const std::vector<int> held = world.model().records.held;
    const auto times = world.model().times;
    CHECK(std::ranges::find(held, 1) != held.end());
    CHECK(world.started_again().records.held == held);
    CHECK(world.later->model().times == times);
}

TEST_CASE("a meeting held once and opened again is not held, before and after a restart") {
    Held world;
    CHECK(world.model().records.held == std::vector{1});
    world.act(app::ReopenMeeting{});
    CHECK(world.model().records.held.empty());
    CHECK(world.started_again().records.held.empty());
    CHECK(world.later->model().times.empty());
    REQUIRE(world.later->model().unfinished);
    for (const app::Action& action : {app::Action(app::ResumeMeeting{}), app::Action(app::EndMeeting{})}) {
        world.later->act(action, world.now);
        world.later->carry_out(world.now);
    }
    const auto times = world.later->model().times;
    CHECK_FALSE(times.empty());
    CHECK(world.started_again().records.held == std::vector{1});
    CHECK(world.later->model().times == times);
}

TEST_CASE("the copy that is made when the page after a meeting is left holds the line that was written there") {
    Held world;
    REQUIRE(world.model().store.backed_up);
    CHECK(in_backup(world.folder.path).lines.empty());
    CHECK(in_backup(world.folder.path).held == std::vector{1});
    world.now += std::chrono::minutes(2);
    world.act(app::WriteLine{1, "Ta med penner"});
    CHECK(store::backups(world.folder.path).size() == 1);
    world.act(app::LeaveMeeting{});
    CHECK(*world.model().store.backed_up == world.now);
    CHECK(in_backup(world.folder.path).lines.at(1) == "Ta med penner");
    // Nothing has changed since, so the program's own copy at its end adds none.
    const std::size_t made = store::backups(world.folder.path).size();
    world.desk.runner().close(world.now + std::chrono::minutes(1));
    CHECK(store::backups(world.folder.path).size() == made);
}

TEST_CASE("hands that were counted at a list are there at the next start") {
    Held world;
    const course::HandCount habits{1, "Søvnsjekken", {}, {{"Samme tid hver dag", 4}, {"Dagslys", 0}}};
    world.act(app::KeepCounts{habits});
    CHECK(world.started_again().records.counts == std::vector{habits});
}
