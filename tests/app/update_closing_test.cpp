// The end of a meeting and what is kept of it, the chime, and a rehearsal that leaves no trace.
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

World at(int step) {
    World world;
    world.run(SetChime{true});
    world.run(StartMeeting{1, 1});
    world.run(GoToStep{step});
    return world;
}

int count(const Effects& effects, auto is) {
    return static_cast<int>(std::ranges::count_if(effects, is));
}
template <class T>
int count(const Effects& effects) {
    return count(effects, [](const Effect& effect) { return std::holds_alternative<T>(effect); });
}

/// How often it chimes while the world looks at its clock four times a second.
int chimes(World& world, base::Milliseconds time) {
    int chimed = 0;
    for (base::Milliseconds gone{}; gone < time; gone += 250ms) {
        world.pass(250ms);
        chimed += count<PlayChime>(world.act(Tick{base::Minutes{60}}));
    }
    return chimed;
}

course::HandCount hands(std::array<int, 11> counts) {
    return {1, "Hvordan har du det?", counts};
}

course::HandCount list(std::vector<int> counts) {
    course::HandCount kept{.meeting = 1, .question = "Søvnsjekken"};
    for (const int hands : counts) kept.items.push_back({"Vane " + std::to_string(kept.items.size() + 1), hands});
    return kept;
}

bool writes(const Effects& effects) {
    return std::ranges::any_of(effects, [](const Effect& effect) { return is_write(effect); });
}

}  // namespace

TEST_CASE("the times of a meeting that has ended are kept in one with its end, for each step as it was used") {
    World world = at(welcome_step);
    world.pass(12min + 20s);
    world.run(GoToStep{pairs_step});
    world.pass(9min);
    world.run(EndMeeting{});
    // One write, so that a program stopped anywhere has both or neither.
    CHECK(count(world.effects, is_write) == 1);
    REQUIRE(world.effect<AppendRunEvent>() != nullptr);
    const AppendRunEvent& end = *world.effect<AppendRunEvent>();
    CHECK(end.event.event == session::Event(session::Ended{}));
    const std::int64_t run = world.model.run->id;
    CHECK(end.run == run);
    REQUIRE(end.times);
    const std::vector<course::StepTime>& times = *end.times;
    REQUIRE(times.size() == 7);
    CHECK(times[welcome_step] == course::StepTime{1, 1, "Velkommen", "", 10, 12 * 60 + 20, run});
    CHECK(times[pairs_step].exercise == "del-2/ovelser/summing.md");
    CHECK(times[pairs_step].used == 9 * 60);
    CHECK(times[goodbye_step].used == 0);
    CHECK(world.model.times == times);
    CHECK(count<MakeBackup>(world.effects) == 1);
}

TEST_CASE("a meeting that is opened again has no times until it is ended anew, and then one set of them") {
    World world = at(welcome_step);
    world.pass(5min);
    world.run(EndMeeting{});
    world.run(ReopenMeeting{});
    CHECK(world.model.times.empty());
    REQUIRE(world.effect<AppendRunEvent>()->times);
    CHECK(world.effect<AppendRunEvent>()->times->empty());
    world.pass(3min);
    world.run(Next{});
    CHECK_FALSE(world.effect<AppendRunEvent>()->times);
    world.run(Previous{});
    world.run(EndMeeting{});
    CHECK(world.model.times.size() == 7);
    CHECK(world.model.times[welcome_step].used == 8 * 60);
}

TEST_CASE("a meeting that is held twice has the times of both, and the second opened again takes only its own away") {
    World world = at(welcome_step);
    world.pass(5min);
    world.run(EndMeeting{});
    world.run(LeaveMeeting{});
    world.run(StartMeeting{1, 1});
    world.pass(8min);
    world.run(EndMeeting{});
    CHECK(world.model.times.size() == 14);
    world.run(ReopenMeeting{});
    REQUIRE(world.model.times.size() == 7);
    CHECK(world.model.times[welcome_step].used == 5 * 60);
}

TEST_CASE("the times are kept once too when the run gets its number after the end") {
    World world;
    world.answers = false;
    world.run(StartMeeting{1, 1});
    world.pass(4min);
    world.run(GoToStep{pairs_step});
    world.run(EndMeeting{});
    CHECK(count<AppendRunEvent>(world.effects) == 0);
    CHECK(world.model.times.empty());
    const Effects begun = world.act(RunBegun{31});
    REQUIRE(count<AppendRunEvent>(begun) == 2);
    CHECK_FALSE(std::get<AppendRunEvent>(begun[0]).times);
    const AppendRunEvent& end = std::get<AppendRunEvent>(begun[1]);
    CHECK(end.run == 31);
    REQUIRE(end.times);
    CHECK((*end.times)[welcome_step].used == 4 * 60);
    CHECK(count<AppendRunEvent>(world.act(RunBegun{31})) == 0);
    CHECK(world.model.times.size() == 7);
}

TEST_CASE("times that could not be written wait with the end of the meeting, and are written when there is room") {
    World world = at(welcome_step);
    world.pass(4min);
    world.disk_full = true;
    world.run(EndMeeting{});
    REQUIRE(world.model.unsaved.size() == 1);
    world.disk_full = false;
    world.run(Retry{});
    CHECK(std::get<AppendRunEvent>(world.written.back()).times);
    CHECK(world.model.unsaved.empty());
}

TEST_CASE("a meeting that is set aside has the times until it was left") {
    World world;
    const std::vector<session::LoggedEvent> log{{world.now - 24h, session::Started{}},
                                                {world.now - 24h + 7min, session::Went{pairs_step, 0}}};
    world.run(StoreOpened{"/data", {spring_course()}, {}, Unfinished{5, 1, 1, log}});
    world.run(SetAsideMeeting{});
    REQUIRE(world.effect<AppendRunEvent>()->times);
    CHECK(world.effect<AppendRunEvent>()->times->at(welcome_step) ==
          course::StepTime{1, 1, "Velkommen", "", 10, 7 * 60, 5});
    CHECK(world.model.times == *world.effect<AppendRunEvent>()->times);
}

TEST_CASE("a copy is made again when the page after the end is left, with the line that was written on it") {
    World world = at(welcome_step);
    world.run(EndMeeting{});
    world.run(WriteLine{1, "Ta med penner"});
    CHECK(count<MakeBackup>(world.effects) == 0);  // not at every word
    SECTION("with «Ferdig»") {
        world.run(LeaveMeeting{});
        CHECK(count<MakeBackup>(world.effects) == 1);
        world.run(LeaveMeeting{});
        CHECK(world.effects.empty());
    }
    SECTION("because another meeting begins") {
        world.run(StartMeeting{1, 2});
        CHECK(count<MakeBackup>(world.effects) == 1);
    }
    SECTION("to another place, where the last words come after") {
        world.run(GoTo{Place::handbook});
        const Effects last = world.act(WriteLine{1, "Ta med penner og papir"});
        REQUIRE(last.size() == 2);
        CHECK(std::holds_alternative<SaveLine>(last[0]));
        CHECK(std::holds_alternative<MakeBackup>(last[1]));
    }
}

TEST_CASE("a meeting that is left without a register asks for no copy") {
    World world(false);
    world.run(ContinueWithoutStore{});
    world.run(CreateCourse{spring_course()});
    world.run(StartMeeting{world.model.course, 1});
    REQUIRE(world.model.run);
    world.run(EndMeeting{});
    CHECK(count<MakeBackup>(world.effects) == 0);
    world.run(LeaveMeeting{});
    CHECK(count<MakeBackup>(world.effects) == 0);
}

TEST_CASE("a line to next time is kept for its meeting, changed and taken away") {
    World world;
    world.run(WriteLine{1, "Ta med penner"});
    CHECK(world.model.records.lines.at(1) == "Ta med penner");
    REQUIRE(world.effect<SaveLine>() != nullptr);
    CHECK(world.effect<SaveLine>()->line == "Ta med penner");
    world.run(WriteLine{1, "Ta med penner"});
    CHECK(world.effects.empty());
    world.run(WriteLine{1, ""});
    CHECK(world.effect<SaveLine>()->line.empty());
    CHECK(world.count_written<SaveLine>() == 2);
}

TEST_CASE("a line is kept up to its full length, in any language") {
    World world;
    std::string longest;
    while (longest.size() + 2 <= course::longest_line) longest += "å";
    world.run(WriteLine{1, longest});
    CHECK(world.effect<SaveLine>() != nullptr);
    CHECK(world.model.records.lines.at(1) == longest);
}

TEST_CASE("a line that can not be kept is refused: too long, of no meeting, not text, without a course") {
    World world;
    for (const WriteLine& line : {WriteLine{1, std::string(course::longest_line + 1, 'x')}, WriteLine{0, "x"},
                                  WriteLine{3, "x"}, WriteLine{-1, "x"}, WriteLine{1, "a\nb"}, WriteLine{1, "\xFF"}}) {
        world.run(line);
        CHECK(world.effects.empty());
    }
    CHECK(world.model.records.lines.empty());
    World bare(false);
    bare.run(WriteLine{1, "x"});
    CHECK(bare.effects.empty());
}

TEST_CASE("hands are kept with the meeting as counts, replaced and taken away") {
    World world;
    world.run(KeepCounts{hands({0, 2, 1})});
    CHECK(world.effect<SaveCounts>() != nullptr);
    world.run(KeepCounts{hands({0, 0, 0, 4})});
    CHECK(world.model.records.counts == std::vector{hands({0, 0, 0, 4})});
    world.run(KeepCounts{hands({})});
    CHECK(world.model.records.counts.empty());
    CHECK(course::total(world.effect<SaveCounts>()->counts.hands) == 0);
}

TEST_CASE("hands at the items of a list are kept with the meeting, beside those on the line") {
    World world;
    world.run(KeepCounts{hands({0, 2, 1})});
    const course::HandCount habits = list({4, 0, 7});
    world.run(KeepCounts{habits});
    REQUIRE(world.effect<SaveCounts>() != nullptr);
    CHECK(world.effect<SaveCounts>()->counts == habits);
    CHECK(world.model.records.counts == std::vector{hands({0, 2, 1}), habits});
    world.run(KeepCounts{habits});
    CHECK(world.effects.empty());
    world.run(KeepCounts{list({0, 0, 0})});
    CHECK(world.model.records.counts == std::vector{hands({0, 2, 1})});
}

TEST_CASE("what was kept is taken back one change at a time, and what stood before comes back") {
    World world = at(welcome_step);
    world.run(KeepCounts{list({4, 0, 7})});
    world.pass(1s);
    world.run(KeepCounts{list({4, 1, 7})});
    world.run(Undo{});
    CHECK(world.model.records.counts == std::vector{list({4, 0, 7})});
    REQUIRE(world.effect<SaveCounts>() != nullptr);
    CHECK(world.effect<SaveCounts>()->counts == list({4, 0, 7}));
    world.run(UndoCounts{});
    CHECK(world.model.records.counts.empty());
    CHECK(course::total(world.effect<SaveCounts>()->counts) == 0);
    world.run(UndoCounts{});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_nothing_to_undo));
}

TEST_CASE("undo takes the latest of what was kept, marked, and done to the meeting or its aid") {
    World world = at(pairs_step);
    world.run(OpenToolbox{{.type = "scale"}, "Temperatur"});
    world.pass(1s);
    world.run(AidHand{4, 1});
    world.pass(1s);
    world.run(KeepCounts{hands({0, 0, 0, 0, 1})});
    world.pass(1s);
    world.run(AidHand{5, 1});
    const auto counted = [&] { return std::get<session::Scale>(world.model.aid->aid).total(); };
    world.run(Undo{});
    CHECK(counted() == 1);
    CHECK(world.model.records.counts.size() == 1);
    world.run(CloseAid{});
    world.pass(1s);
    world.run(MarkAttendance{1, 1, course::Mark::present});
    world.run(Undo{});
    CHECK_FALSE(world.model.records.attendance.mark(1, 1));
    CHECK(world.model.records.counts.size() == 1);
    world.run(Undo{});
    CHECK(world.model.records.counts.empty());
    CHECK(world.state().step == pairs_step);
    world.run(Undo{});
    CHECK(world.state().step == welcome_step);
}

TEST_CASE("what was kept in one course is not taken back in another") {
    World world;
    world.run(KeepCounts{list({4})});
    course::Course other = spring_course();
    world.run(CreateCourse{other});
    REQUIRE(world.model.course != 1);
    world.run(UndoCounts{});
    CHECK(world.effects.empty());
}

TEST_CASE("counts that nobody can have counted are refused") {
    World world;
    course::HandCount bad = hands({-1});
    course::HandCount crowd = hands({1000});
    course::HandCount nowhere = hands({1});
    nowhere.meeting = 3;
    course::HandCount wordy = hands({1});
    wordy.question = std::string(course::longest_line + 1, 'x');
    course::HandCount both = list({1});
    both.hands[3] = 1;
    course::HandCount long_list = list(std::vector<int>(course::most_items + 1, 1));
    course::HandCount wordy_item = list({1});
    wordy_item.items[0].name = std::string(course::longest_line + 1, 'x');
    for (const course::HandCount& counts :
         {bad, crowd, nowhere, wordy, list({-1, 2}), list({1000}), both, long_list, wordy_item}) {
        world.run(KeepCounts{counts});
        CHECK(world.effects.empty());
    }
    CHECK(world.model.records.counts.empty());
}

TEST_CASE("a whole rehearsal leaves no trace") {
    World world;
    world.run(SetChime{true});
    const std::size_t written = world.written.size();
    world.run(Rehearse{1});
    world.run(SetRehearsalSpeed{60});
    bool wrote = false;
    const auto does = [&](const Action& action) {
        wrote |= writes(world.act(action));
        world.pass(3s);
    };
    for (int i = 0; i < 20; ++i) does(Next{});
    book::AidSpec divider{.type = "group_divider"};
    does(OpenToolbox{divider, "Grupper"});
    does(AidShuffle{});
    does(AidForward{});
    does(CloseAid{});
    does(KeepCounts{hands({3})});
    does(WriteLine{1, "Husk"});
    does(EndMeeting{});
    CHECK(count<MakeBackup>(world.effects) == 0);
    does(LeaveMeeting{});
    CHECK_FALSE(wrote);
    CHECK(world.written.size() == written);
    CHECK(world.model.times.empty());
    for (const auto& [course, met] : world.model.groups_met) CHECK(met.empty());
    CHECK(world.model.records.counts.empty());
    CHECK(world.model.records.lines.empty());
    CHECK(world.model.records.held.empty());
    CHECK_FALSE(world.model.run);
}

TEST_CASE("in a fast rehearsal the meeting's clock goes as fast, and only there") {
    World world;
    world.run(Rehearse{1});
    world.pass(1s);
    world.run(SetRehearsalSpeed{60});
    world.pass(2s);
    world.run(Tick{base::Minutes{60}});
    const auto used = [&] { return session::timing(world.state(), world.model.run->plan, world.model.now).step_used; };
    CHECK(used() == 121s);
    world.run(SetRehearsalSpeed{1});
    world.pass(1s);
    world.run(Tick{base::Minutes{60}});
    CHECK(used() == 122s);
    world.run(LeaveMeeting{});
    world.run(Tick{base::Minutes{60}});
    CHECK(world.model.now == world.now);
    world.run(StartMeeting{1, 1});
    world.run(SetRehearsalSpeed{60});
    world.pass(1s);
    world.run(Tick{base::Minutes{60}});
    CHECK(used() == 1s);
}

TEST_CASE("each phase of a countdown chimes once when it is over") {
    World world = at(pairs_step);
    world.go_to<session::AidCue>(pairs_step);
    const auto* countdown = std::get_if<session::Countdown>(&world.model.aid->aid);
    REQUIRE(countdown != nullptr);
    REQUIRE(countdown->clock.running());
    const int phases = static_cast<int>(countdown->phases.size());
    REQUIRE(phases >= 2);
    const auto total = countdown->total();
    CHECK(chimes(world, countdown->phases[0].length - 1s) == 0);
    CHECK(chimes(world, 2s) == 1);
    CHECK(chimes(world, total + 30min) == phases - 1);
}

TEST_CASE("a seat of a talking round chimes once, and the next one again") {
    World world = at(round_step);
    world.go_to<session::AidCue>(round_step);
    REQUIRE(std::holds_alternative<session::TalkingRound>(world.model.aid->aid));
    world.run(std::get<session::TalkingRound>(world.model.aid->aid).clock.running() ? Action(Tick{base::Minutes{60}})
                                                                                    : Action(ToggleAid{}));
    CHECK(chimes(world, 89s) == 0);
    CHECK(chimes(world, 3min) == 1);
    world.run(AidForward{});
    CHECK(chimes(world, 3min) == 1);
}

TEST_CASE("a step chimes once when its minutes are used, and not while the clock stands") {
    World world = at(welcome_step);
    CHECK(chimes(world, 5min) == 0);
    world.run(ToggleClock{});
    CHECK(chimes(world, 20min) == 0);
    world.run(ToggleClock{});
    CHECK(chimes(world, 4min) == 0);
    CHECK(chimes(world, 20min) == 1);
    world.run(EndMeeting{});
    CHECK(chimes(world, 20min) == 0);
}

TEST_CASE("a machine that slept over the end chimes once") {
    World world = at(welcome_step);
    world.pass(3h);
    CHECK(count<PlayChime>(world.act(Tick{base::Minutes{60}})) == 1);
    CHECK(count<PlayChime>(world.act(Tick{base::Minutes{60}})) == 0);
}

TEST_CASE("off is silent, and so it is when nobody has chosen") {
    World world;
    CHECK_FALSE(world.model.settings.chime);
    world.run(StartMeeting{1, 1});
    CHECK(chimes(world, 15min) == 0);
    world.run(GoToStep{pairs_step});
    world.go_to<session::AidCue>(pairs_step);
    CHECK(chimes(world, 30min) == 0);
}

TEST_CASE("the chime is a setting that is remembered") {
    World world;
    world.run(SetChime{true});
    const auto kept = to_settings(world.model);
    World again(false);
    again.run(StoreOpened{"/data", {spring_course()}, kept, std::nullopt});
    CHECK(again.model.settings.chime);
}

TEST_CASE("a machine without sound says so in words, once the shell has said it") {
    World world;
    world.run(ChimeMissing{});
    CHECK(world.says(words::Key::chime_missing));
}

TEST_CASE("a notice in a fast rehearsal stays as long as in any other meeting") {
    World world;
    world.run(Rehearse{1});
    world.run(SetRehearsalSpeed{60});
    world.pass(2s);
    world.run(ChimeMissing{});
    REQUIRE(world.says(words::Key::chime_missing));
    // The loop is woken for the clock that goes fast, not for the notice.
    for (int i = 0; i < 11; ++i) {
        world.pass(500ms);
        world.run(Tick{base::Minutes{60}});
        CHECK(world.says(words::Key::chime_missing));
    }
    world.pass(500ms);
    world.run(Tick{base::Minutes{60}});
    CHECK_FALSE(world.says(words::Key::chime_missing));
}

TEST_CASE("a rehearsal that is over leaves its time behind when another meeting begins") {
    World world;
    world.run(Rehearse{1});
    world.run(SetRehearsalSpeed{60});
    world.pass(10min);
    world.run(EndMeeting{});
    REQUIRE(world.model.now > world.now + 5h);
    SECTION("a real one") {
        world.run(StartMeeting{1, 1});
        CHECK(world.model.run->log.front().at == world.now);
        CHECK(world.model.now == world.now);
    }
    SECTION("or a rehearsal") {
        world.run(Rehearse{1});
        world.pass(3s);
        world.run(Tick{base::Minutes{60}});
        CHECK(session::timing(world.state(), world.model.run->plan, world.model.now).step_used == 3s);
    }
}
