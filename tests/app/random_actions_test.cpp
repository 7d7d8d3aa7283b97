// Thousands of random actions, hostile ones among them: nothing may crash, the wall may not open unasked, what waits to
// be written keeps its order, and no private word reaches the room.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "app/idle.h"
#include "world.h"

using namespace app_test;

namespace {

constexpr int actions_each = 3000;

class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    int from(int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine_); }
    bool one_in(int n) { return from(1, n) == 1; }
    template <class T>
    const T& of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(from(0, static_cast<int>(list.size()) - 1))];
    }

  private:
    std::mt19937 engine_;
};

std::optional<course::Mark> any_mark(Dice& dice) {
    const int mark = dice.from(0, 4);
    return mark == 4 ? std::nullopt : std::optional(static_cast<course::Mark>(mark));
}

const std::vector<std::string> paths{"teori", "om-kurset", "del-2/ovelser/summing.md", "finnes-ikke.md", "",
                                     "../x",  "samling-1"};
std::uint8_t any_leaders(Dice& dice) {
    return static_cast<std::uint8_t>(dice.from(0, 9));
}

const std::vector<std::string> lines{"Husk penner",         "",    "to\nlinjer", std::string(301, 'x'),
                                     std::string(300, 'y'), "\xFF"};

/// Steps of the handbook's plan and others, whole and broken.
session::CoursePlan any_plan(Dice& dice, const World& world) {
    session::CoursePlan plan;
    if (world.model.handbook && dice.one_in(2))
        plan = session::as_course_plan(session::make_plan(*world.model.handbook, 1));
    for (int i = dice.from(0, 2); i > 0; --i) plan.push_back({.title = "Eget", .minutes = dice.from(-1, 300)});
    for (session::PlannedStep& step : plan) {
        if (dice.one_in(6)) step.minutes = dice.from(1, 60);
        if (dice.one_in(6)) step.exercise = dice.of(paths);
        if (dice.one_in(6)) step.skipped = true;
        if (dice.one_in(9)) step.note = "HEMMELIG-eget notat";
        if (dice.one_in(9)) step.at = base::TimeOfDay{dice.from(-1, 24), dice.from(0, 59)};
    }
    if (dice.one_in(3)) std::ranges::reverse(plan);
    return plan;
}

const std::vector<std::string> questions{"nytte", "trygghet", "hjemme", "ukjent", ""};

book::AidSpec any_spec(Dice& dice) {
    static const std::vector<std::string> types{
        "phases",        "countdown", "talking_round", "scale",         "breathing", "compass",  "",        "body_scan",
        "group_divider", "board",     "word_cards",    "sorting_board", "ladder",    "wheel",    "network", "energy",
        "bucket",        "form",      "circle",        "mind_map",      "week_grid", "checklist"};
    static const std::vector<std::string> numbers{"5", "0", "-3", "1e99", "x", "0.01", ""};
    book::AidSpec spec{.type = dice.of(types)};
    for (const char* name : {"minutes", "seconds", "in", "out"}) spec.values[name] = dice.of(numbers);
    for (int i = dice.from(0, 3); i > 0; --i) spec.phases.push_back({"Fase", dice.from(-5, 400)});
    for (const char* list : {"areas", "columns", "cards", "words", "rungs", "values", "sectors", "activities",
                             "inflows", "taps", "lines", "stages", "branches", "kinds", "entries", "items"})
        for (int i = dice.from(0, 5); i > 0; --i)
            spec.lists[list].push_back({"Del", "eksempel", {{"value", dice.from(-9, 9)}, {"day", dice.from(-1, 9)}}});
    return spec;
}

std::vector<Screen> any_screens(Dice& dice) {
    const std::vector<Screen> all{
        {"eDP-1", 1440, 900, true}, {"HDMI-1", 1280, 720, false}, {"HDMI-1", 1920, 1080, false}};
    std::vector<Screen> screens;
    for (const Screen& screen : all)
        if (!dice.one_in(3)) screens.push_back(screen);
    return screens;
}

std::shared_ptr<const book::Handbook> any_book(Dice& dice) {
    if (dice.one_in(3)) return nullptr;
    if (dice.one_in(2)) return small_book();
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->revision += static_cast<std::uint64_t>(dice.from(1, 1000));
    // Slides come and go while one edits.
    for (book::Document& document : book->documents)
        if (!document.slides.empty() && dice.one_in(2)) document.slides.pop_back();
    return book;
}

/// What a person, a clicker or a slip of either may say.
Action any_deed(Dice& dice, const World& world) {
    const auto meeting = [&] { return dice.from(-1, 3); };
    const auto course = [&] { return dice.one_in(6) ? dice.from(-2, 40) : static_cast<int>(world.model.course); };
    switch (dice.from(0, 90)) {
        case 0: return GoTo{static_cast<Place>(dice.from(0, 4))};
        case 1: return OpenDocument{dice.of(paths), dice.one_in(2) ? "stress" : ""};
        case 2: return GoBack{};
        case 3: return GoForward{};
        case 4: return StoppedReading{dice.of(paths), static_cast<float>(dice.from(-2, 12)) / 10};
        case 5: return Search{dice.one_in(2) ? "stress" : ""};
        case 6: return FollowLink{dice.of(paths), dice.from(-1, 5)};
        case 7: return SetLanguage{static_cast<words::Language>(dice.from(0, 2))};
        case 8: return SetLook{static_cast<Look>(dice.from(0, 1))};
        case 9: return SetTextScale{dice.from(-2, 9)};
        case 10: return SetReducedMotion{dice.one_in(2)};
        case 11: return SetLightWall{dice.one_in(2)};
        case 12: return CreateCourse{spring_course()};
        case 13: {
            course::Course changed = spring_course();
            changed.id = course();
            changed.participants = dice.from(-1, 42);
            return EditCourse{changed};
        }
        case 14: return dice.one_in(5) ? Action(DeleteCourse{course()}) : Action(GoTo{Place::courses});
        case 15: return OpenCourse{course()};
        case 16:
        case 17:
        case 18: return MarkAttendance{dice.from(0, 13), meeting(), any_mark(dice)};
        case 19: return MarkRestPresent{meeting()};
        case 20: return UndoMark{};
        case 21: return RedoMark{};
        case 22: return OpenRound{meeting()};
        case 23: return CloseRound{meeting()};
        case 24: {
            course::Histogram hands{};
            for (int& each : hands) each = dice.from(dice.one_in(9) ? -1 : 0, 3);
            return CountHands{meeting(), dice.of(questions), hands};
        }
        case 25: return ShowQuestion{meeting(), dice.from(-1, 4)};
        case 26: return EnterKiosk{meeting()};
        case 27: return KioskAnswer{dice.of(questions), dice.from(-2, 12)};
        case 28: return KioskSend{};
        case 29: return KioskNextPerson{};
        case 30:
        case 31: return LeaveKiosk{};
        case 32: return StartMeeting{course(), meeting()};
        case 33: return Rehearse{meeting()};
        case 34: return ResumeMeeting{};
        case 35: return SetAsideMeeting{};
        case 36:
        case 37:
        case 38:
        case 39: return Next{};
        case 40: return Previous{};
        case 41: return GoToStep{dice.from(-1, 8)};
        case 42: return dice.one_in(2) ? Action(FirstStep{}) : Action(LastStep{});
        case 43: return ToggleClock{};
        case 44: return AddMinutes{dice.from(-200, 200)};
        case 45: return CorrectStart{{dice.from(-1, 24), dice.from(-1, 60)}};
        case 46: return EndMeeting{};
        case 47: return ReopenMeeting{};
        case 48: return LeaveMeeting{};
        case 49: return UndoRunEvent{};
        case 50: return StopProjecting{};
        case 51: return ToggleCover{static_cast<session::Cover>(dice.from(0, 3))};
        case 52: return ToggleFreeze{};
        case 53: return SwapScreens{};
        case 54: return Escape{};
        case 55: return OpenToolbox{any_spec(dice), "Verktøy"};
        case 56: return CloseAid{};
        case 57: return dice.one_in(2) ? Action(ToggleAid{}) : Action(AidForward{});
        case 58: return dice.one_in(2) ? Action(AidBackward{}) : Action(AidMoreTime{dice.from(-300, 300)});
        case 59:
            return dice.one_in(2) ? Action(AidHand{dice.from(-1, 11), dice.from(-200, 200)})
                                  : Action(AidMarker{dice.from(-2, 12)});
        case 60: return AidShowCounts{dice.one_in(2)};
        case 61: return dice.one_in(2) ? Action(Undo{}) : Action(Redo{});
        case 62: return dice.one_in(2) ? Action(TogglePointer{}) : Action(ToggleZoom{});
        case 63: return dice.one_in(2) ? Action(PointAt{{2.5f, -1}}) : Action(ZoomAt{{0.2f, 0.9f}});
        case 64: return CatchUpNow{};
        case 65:
            return dice.one_in(2) ? Action(AidSelect{dice.from(-2, 12)})
                                  : Action(AidPlace{dice.from(-2, 9), dice.from(-2, 5)});
        case 66: return AidSet{dice.from(-2, 12), dice.from(-9, 50), dice.one_in(2)};
        case 67: return AidMark{dice.from(-1, 5), dice.from(-1, 4), dice.one_in(2), dice.from(-9, 9)};
        case 68:
            return dice.one_in(2) ? Action(AidTurn{dice.from(-1, 8), dice.from(-1, 4)})
                                  : Action(AidRemove{dice.from(-2, 9)});
        case 69: return AidWrite{dice.from(-1, 4), dice.one_in(3) ? std::string(999, 'x') : std::string("ord")};
        case 70: return AidSwitch{dice.one_in(2)};
        case 71: return dice.one_in(2) ? Action(AidShuffle{}) : Action(AidReset{});
        case 72: return AidUndo{};
        case 73: return OpenBeside{dice.of(paths), dice.one_in(2) ? "stress" : ""};
        case 74: return dice.one_in(2) ? Action(CloseBeside{}) : Action(SwapBeside{});
        case 75:
        case 76: return FollowMeeting{!dice.one_in(4)};
        case 77: return ToggleBookmark{{dice.of(paths), dice.one_in(2) ? "stress" : "a#\n", "Tittel\t\n"}};
        case 78:
            return dice.one_in(2) ? Action(MarkRead{dice.of(paths), any_leaders(dice), dice.one_in(2)})
                                  : Action(SetReading{any_leaders(dice)});
        case 79: return TickTask{{dice.of(paths), static_cast<std::uint64_t>(dice.from(-3, 3))}, dice.one_in(2)};
        case 80: return dice.one_in(3) ? Action(StopReadingAloud{}) : Action(ReadAloud{dice.of(paths)});
        case 81: return dice.one_in(3) ? Action(CloseComparison{}) : Action(CompareWith{dice.of(paths)});
        case 82: return PrepareMeeting{meeting()};
        case 83:
        case 84: return ChangePlan{meeting(), any_plan(dice, world)};
        case 85: return WriteLine{meeting(), dice.of(lines)};
        case 86: {
            course::HandCount counts{meeting(), dice.of(questions), {}};
            for (int& each : counts.hands) each = dice.from(dice.one_in(30) ? -1 : 0, dice.one_in(30) ? 1200 : 3);
            if (dice.one_in(3)) return UndoCounts{};
            if (dice.one_in(3)) {
                for (const int each : std::exchange(counts.hands, {})) counts.items.push_back({"Punkt", each});
            }
            return KeepCounts{counts};
        }
        case 87:
        case 88: return SwapExercise{dice.from(-1, 8), dice.of(paths)};
        case 89:
            return dice.one_in(3) ? Action(SetChime{dice.one_in(2)}) : Action(SetRehearsalSpeed{dice.from(-2, 99)});
        default: return DismissNotice{dice.from(0, world.model.next_notice)};
    }
}

/// What the world does by itself.
Action any_event(Dice& dice, const World& world) {
    switch (dice.from(0, 9)) {
        case 0: return Tick{base::Minutes{dice.one_in(2) ? 60 : 120}};
        case 1: return HandbookLoaded{any_book(dice), nullptr};
        case 2: return ScreensChanged{any_screens(dice)};
        case 3: return WallClosed{};
        case 4: return DeedFailed{{base::Fault::unwritable, "/data", ""}};
        case 5: return RecordsLoaded{dice.from(0, 30), {.attendance = {9, 2}, .held = {1}}};
        case 6: return RunBegun{dice.from(-1, 50)};
        case 7: return EditionLoaded{dice.of(paths), any_book(dice), nullptr};
        case 8:
            if (dice.one_in(2)) return dice.one_in(2) ? Action(BackupMade{}) : Action(ChimeMissing{});
            return dice.one_in(2) ? Action(SpeechEnded{}) : Action(SpeechMissing{});
        default: return WallShown{world.model.wall_on};
    }
}

int batch_of(const Effect& effect) {
    const auto* marks = std::get_if<AppendAttendance>(&effect);
    return marks && !marks->events.empty() ? static_cast<int>(marks->events.front().batch) : 0;
}

/// Marks of one course wait in the order in which they were made.
bool in_order(const std::deque<Effect>& unsaved) {
    std::map<std::int64_t, int> latest;
    for (const Effect& effect : unsaved) {
        const int batch = batch_of(effect);
        if (batch == 0) continue;
        int& before = latest[std::get<AppendAttendance>(effect).course];
        if (batch <= before) return false;
        before = batch;
    }
    return true;
}

bool meeting_is_on(const Model& model) {
    return model.run &&
           (model.run->state.phase == session::Phase::running || model.run->state.phase == session::Phase::paused);
}

void check_sound(World& world) {
    const Model& model = world.model;
    CHECK(in_order(model.unsaved));
    CHECK(model.notices.size() <= 5);
    CHECK(model.projection.frozen == model.frozen.has_value());
    CHECK((!model.aid_under || (model.aid && model.aid->from_toolbox)));
    CHECK((model.run || !model.run_awaited || !model.unsaved.empty()));
    if (model.run) {
        const Run& run = *model.run;
        CHECK(run.state == session::replay(run.plan, run.log));
        CHECK_FALSE((run.rehearsal && run.id != 0));
    }
    for (const auto& [meeting, line] : model.records.lines) CHECK(line.size() <= course::longest_line);
    CHECK((!model.reader.follows || meeting_is_on(model)));
    CHECK((model.settings.reading >= 1 && model.settings.reading <= leader_both));
    CHECK(model.reader.bookmarks.size() <= 200);
    CHECK_FALSE(model.reader.read.contains("finnes-ikke.md"));
    const AudienceView view = world.wall();
    CHECK(all_text(view).find(marker) == std::string::npos);
    const Wake wake = next_wake(model, world.now);
    if (wake.leaders) CHECK(*wake.leaders > 0ms);
    if (wake.wall) CHECK((model.projection.visible && *wake.wall > 0ms));
    for (const CommandInfo& each : commands()) (void)action_of(each.command, model);
}

}  // namespace

TEST_CASE("whatever is pressed in whatever order, the program stays sound") {
    for (const unsigned seed : {1u, 7u, 42u, 2026u, 311u, 987654321u}) {
        DYNAMIC_SECTION("seed " << seed) {
            Dice dice(seed);
            World world;
            for (int i = 0; i < actions_each; ++i) {
                world.pass(base::Milliseconds{dice.one_in(20) ? dice.from(-5000, 900'000) : dice.from(0, 5000)});
                if (dice.one_in(40)) world.disk_full = !world.disk_full;
                const bool shown = world.model.projection.visible;
                if (dice.one_in(15))
                    world.run(Retry{});
                else if (dice.one_in(12))
                    world.run(any_event(dice, world));
                else
                    world.run(any_deed(dice, world));
                // Only StartProjecting opens the wall, and it is not among these.
                CHECK((shown || !world.model.projection.visible));
                if (dice.one_in(25)) world.run(StartProjecting{});
                check_sound(world);
            }
        }
    }
}

TEST_CASE("a rehearsal writes nothing, whatever is pressed in it") {
    for (const unsigned seed : {3u, 5u}) {
        Dice dice(seed);
        World world;
        world.run(Rehearse{1});
        const auto before = world.count_written<AppendRunEvent>();
        const auto kept = [&] {
            return world.count_written<SaveGroups>() + world.count_written<SaveLine>() +
                   world.count_written<SaveCounts>();
        };
        for (int i = 0; i < 1000; ++i) {
            world.pass(base::Milliseconds{dice.from(0, 5000)});
            const Action deed = any_deed(dice, world);
            if (deed.get_if<StartMeeting>() || deed.get_if<LeaveMeeting>()) continue;
            world.run(deed);
        }
        CHECK(world.count_written<AppendRunEvent>() == before);
        CHECK(world.count_written<BeginRun>() == 0);
        CHECK(kept() == 0);
    }
}

TEST_CASE("what was stored of a meeting gives the same meeting back") {
    for (const unsigned seed : {11u, 12u, 13u}) {
        Dice dice(seed);
        World world;
        world.run(StartMeeting{1, 1});
        for (int i = 0; i < 400; ++i) {
            world.pass(base::Milliseconds{dice.from(0, 90'000)});
            const Action deed = any_deed(dice, world);
            if (deed.get_if<LeaveMeeting>() || deed.get_if<DeleteCourse>() || deed.get_if<EnterKiosk>()) continue;
            world.run(deed);
        }
        std::vector<session::LoggedEvent> stored;
        for (const Effect& effect : world.written) {
            if (const auto* begun = std::get_if<BeginRun>(&effect)) stored = {begun->started};
            if (const auto* event = std::get_if<AppendRunEvent>(&effect)) stored.push_back(event->event);
        }
        // A meeting that ended may have been followed by another, or by a rehearsal.
        if (world.model.run->rehearsal) continue;
        CHECK(stored == world.model.run->log);
        CHECK(session::replay(world.model.run->plan, stored) == world.state());
    }
}
