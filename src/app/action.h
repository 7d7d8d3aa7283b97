// app/action.h: everything that can happen: what a person asks for, and what the world answers.
// Rule: a click, a key, a clicker and the tour all say the same actions; nothing else changes the model.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/effect.h"
#include "app/model.h"

namespace app {

// Going about
struct GoTo {
    Place place = Place::home;
};
struct OpenDocument {
    std::string path;
    std::string anchor;
};
struct GoBack {};
struct GoForward {};
struct StoppedReading {
    std::string path;
    float share = 0;
};  ///< the reader's scroll, when it rests
struct Search {
    std::string query;
};  ///< empty = stop searching
struct FollowLink {
    std::string document;
    int link = 0;
};  ///< link index in that document
struct OpenBeside {
    std::string path;
    std::string anchor;
};  ///< as the second text, to the right
struct CloseBeside {};
struct SwapBeside {};
/// The page goes along with the running meeting, step by step, until another text is opened.
struct FollowMeeting {
    bool on = true;
};
/// Sets it where there is none, takes it away where there is one.
struct ToggleBookmark {
    Bookmark place;
};
struct MarkRead {
    std::string path;
    std::uint8_t leaders = leader_both;
    bool read = true;
};
/// A task of the handbook, for the open course.
struct TickTask {
    course::Tick tick;
    bool on = true;
};
struct ReadAloud {
    std::string text;
};
struct StopReadingAloud {};
/// What was marked goes where other programs can take it from.
struct Copy {
    std::string text;
};
struct CompareWith {
    std::string folder;
};
struct CloseComparison {};
// Settings
struct SetReading {
    std::uint8_t leaders = leader_both;
};
struct SetLanguage {
    words::Language language = words::Language::nb;
};
struct SetLook {
    Look look = Look::day;
};
struct SetTextScale {
    int index = normal_text_scale;
};
struct SetReducedMotion {
    bool on = false;
};
struct SetLightWall {
    bool on = false;
};
struct SetChime {
    bool on = false;
};
// Courses
struct CreateCourse {
    course::Course course;
};
struct EditCourse {
    course::Course course;
};
struct DeleteCourse {
    std::int64_t course = 0;
};
struct OpenCourse {
    std::int64_t course = 0;
};
struct MarkAttendance {
    int participant = 0;
    int meeting = 0;
    std::optional<course::Mark> mark;
};
struct MarkRestPresent {
    int meeting = 0;
};
struct UndoMark {};
struct RedoMark {};
// Feedback
struct OpenRound {
    int meeting = 0;
};
struct CloseRound {
    int meeting = 0;
};
struct CountHands {
    int meeting = 0;
    std::string question;
    course::Histogram counts{};
};
struct ShowQuestion {
    int meeting = 0;
    int question = 0;
};  ///< the 0–10 line with this question on the wall
struct EnterKiosk {
    int meeting = 0;
};
struct KioskAnswer {
    std::string question;
    int value = 0;
};
struct KioskSend {};
struct KioskNextPerson {};
struct LeaveKiosk {};
// Running a meeting
/// The page that a meeting is prepared on; 0 leaves it.
struct PrepareMeeting {
    int meeting = 0;
};
/// What the open course changes in a meeting's plan; empty = as the handbook has it.
struct ChangePlan {
    int meeting = 0;
    session::CoursePlan plan;
};
/// The line that the leaders leave to themselves; empty takes it away.
struct WriteLine {
    int meeting = 0;
    std::string line;
};
/// Keeps hands with the meeting, as counts; none at all takes them away.
struct KeepCounts {
    course::HandCount counts;
};
/// Takes back the latest change of what was kept.
struct UndoCounts {};
struct StartMeeting {
    std::int64_t course = 0;
    int meeting = 0;
};
struct Rehearse {
    int meeting = 0;
};
struct ResumeMeeting {};    ///< the unfinished one that was offered
struct SetAsideMeeting {};  ///< ends the unfinished one where it was left
struct Next {};
struct Previous {};
struct GoToStep {
    int step = 0;
};
struct FirstStep {};
struct LastStep {};
struct ToggleClock {};
struct AddMinutes {
    int minutes = 1;
};
struct CorrectStart {
    base::TimeOfDay to;
};
struct EndMeeting {};
struct ReopenMeeting {};
struct LeaveMeeting {};  ///< closes an ended meeting or a rehearsal
/// The proposed rest of the meeting: see session/catch_up.h.
struct CatchUpNow {};
/// Another exercise in a step of the running meeting.
struct SwapExercise {
    int step = 0;
    std::string exercise;  ///< path
};
/// How many times as fast the clock of a rehearsal goes.
struct SetRehearsalSpeed {
    int speed = 1;
};
struct UndoRunEvent {};
// The wall
struct StartProjecting {};
struct StopProjecting {};
struct ToggleCover {
    session::Cover cover = session::Cover::black;
};
struct ToggleFreeze {};
struct SwapScreens {};
struct TogglePointer {};
struct ToggleZoom {};
/// Where the leaders point on their small picture of the wall; nothing unless pointer (zoom) is on.
struct PointAt {
    session::Spot spot;
};
struct ZoomAt {
    session::Spot spot;
};
struct Escape {};
// Aids
struct OpenToolbox {
    book::AidSpec spec;
    std::string title;
};
struct CloseAid {};
struct ToggleAid {};   ///< start or pause
struct AidForward {};  ///< next phase, next seat
struct AidBackward {};
struct AidMoreTime {
    int minutes = 1;
};
struct AidHand {
    int value = 0;
    int more = 1;
};
struct AidMarker {
    int value = -1;
};
struct AidShowCounts {
    bool shown = true;
};
/// Lights a part, a card, a sector, a kind of day.
struct AidSelect {
    int item = 0;
};
/// A number: of an item of the wheel, the bucket …; `second`: the compass's "lived". Form: item 0 before, 1 after. Group
/// divider: item 0 people, 1 size.
struct AidSet {
    int item = 0;
    int value = 0;
    bool second = false;
};
/// A card into a column of the board, -1 back to the row. Compass: a value in (0) or out (-1).
struct AidPlace {
    int item = 0;
    int column = 0;
};
struct AidMark {
    int sector = 0;
    int ring = 0;
    bool gives = true;
    int more = 1;
};
struct AidTurn {
    int day = 0;
    int part = 0;
};
/// Board: a new card in column `item`. Form, ladder …: what stands in part `item`.
struct AidWrite {
    int item = 0;
    std::string text;
};
struct AidRemove {
    int item = 0;
};
/// Board: locked. Form …: examples shown. Group divider: by size, or by number of groups.
struct AidSwitch {
    bool on = true;
};
struct AidShuffle {};
/// As the handbook has it.
struct AidReset {};
/// Takes back the latest change of the aid.
struct AidUndo {};
// Undo where one stands: the latest mark in a course, the latest clock or step event in a meeting.
struct Undo {};
struct Redo {};
struct Retry {};
struct DismissNotice {
    int id = 0;
};
// The world answers
struct Tick {
    base::Minutes zone{};
};
struct HandbookLoaded {
    std::shared_ptr<const book::Handbook> handbook;
    std::shared_ptr<const book::SearchIndex> search;
    std::shared_ptr<const book::Compounds> compounds = nullptr;
};
struct EditionLoaded {
    std::string folder;
    std::shared_ptr<const book::Handbook> book;  ///< null: there is none in that folder
    std::shared_ptr<const book::Comparison> comparison;
};
struct SpeechEnded {};
struct SpeechMissing {};
struct ChimeMissing {};  ///< there is no sound service
struct BackupMade {};
struct StoreOpened {
    std::string folder;
    std::vector<course::Course> courses;
    std::map<std::string, std::string> settings;
    std::optional<Unfinished> unfinished;
    std::map<course::CourseMeeting, session::CoursePlan> plans;
    std::vector<course::StepTime> times;
};
struct StoreRefused {
    base::Error error;
    std::string folder;
    std::vector<std::string> backups;
};
struct Saved {};
struct WriteFailed {
    Effect effect;
    base::Error error;
};
struct DeedFailed {
    base::Error error;
};
struct CourseAdded {
    course::Course course;
};
struct RecordsLoaded {
    std::int64_t course = 0;
    CourseData records;
};
struct RunBegun {
    std::int64_t run = 0;
};
struct BackupRestored {
    std::string kept_as;
};
struct ScreensChanged {
    std::vector<Screen> screens;
};
struct WallShown {
    std::string screen;
};                     ///< key of the screen; empty = in an ordinary window
struct WallClosed {};  ///< the person closed its window
struct RestoreChosen {
    std::string backup;
};
struct ContinueWithoutStore {};

/// Every action there is, once.
// clang-format off
#define MESTRINGSTREFF_ACTIONS(X) \
    X(GoTo) X(OpenDocument) X(GoBack) X(GoForward) X(StoppedReading) X(Search) X(FollowLink) X(OpenBeside) \
    X(CloseBeside) X(SwapBeside) X(FollowMeeting) X(ToggleBookmark) X(MarkRead) X(TickTask) X(ReadAloud) \
    X(StopReadingAloud) X(Copy) X(CompareWith) X(CloseComparison) X(SetReading) X(SetLanguage) \
    X(SetLook) X(SetTextScale) X(SetReducedMotion) X(SetLightWall) X(CreateCourse) X(EditCourse) X(DeleteCourse) \
    X(OpenCourse) X(MarkAttendance) X(MarkRestPresent) X(UndoMark) X(RedoMark) X(OpenRound) X(CloseRound) \
    X(CountHands) X(ShowQuestion) X(EnterKiosk) X(KioskAnswer) X(KioskSend) X(KioskNextPerson) X(LeaveKiosk) \
    X(PrepareMeeting) X(ChangePlan) X(WriteLine) X(KeepCounts) X(UndoCounts) X(SwapExercise) X(SetRehearsalSpeed) \
    X(SetChime) X(ChimeMissing) X(BackupMade) X(StartMeeting) X(Rehearse) X(ResumeMeeting) X(SetAsideMeeting) X(Next) X(Previous) X(GoToStep) X(FirstStep) \
    X(LastStep) X(ToggleClock) X(AddMinutes) X(CorrectStart) X(EndMeeting) X(ReopenMeeting) X(LeaveMeeting) \
    X(CatchUpNow) X(UndoRunEvent) X(StartProjecting) X(StopProjecting) X(ToggleCover) X(ToggleFreeze) \
    X(SwapScreens) X(TogglePointer) X(ToggleZoom) X(PointAt) X(ZoomAt) X(Escape) X(OpenToolbox) X(CloseAid) \
    X(ToggleAid) X(AidForward) X(AidBackward) X(AidMoreTime) X(AidHand) X(AidMarker) X(AidShowCounts) X(AidSelect) \
    X(AidSet) X(AidPlace) X(AidMark) X(AidTurn) X(AidWrite) X(AidRemove) X(AidSwitch) X(AidShuffle) X(AidReset) \
    X(AidUndo) X(Undo) X(Redo) X(Retry) X(DismissNotice) X(Tick) X(HandbookLoaded) X(EditionLoaded) X(SpeechEnded) \
    X(SpeechMissing) X(StoreOpened) X(StoreRefused) X(Saved) X(WriteFailed) X(DeedFailed) X(CourseAdded) X(RecordsLoaded) X(RunBegun) X(BackupRestored) \
    X(ScreensChanged) X(WallShown) X(WallClosed) X(RestoreChosen) X(ContinueWithoutStore)
// clang-format on

enum class ActionKind : std::uint8_t {
#define MESTRINGSTREFF_KIND(name) name,
    MESTRINGSTREFF_ACTIONS(MESTRINGSTREFF_KIND)
#undef MESTRINGSTREFF_KIND
};

template <class T>
struct ActionTraits;
#define MESTRINGSTREFF_TRAITS(name)                          \
    template <>                                              \
    struct ActionTraits<name> {                              \
        static constexpr ActionKind kind = ActionKind::name; \
    };
MESTRINGSTREFF_ACTIONS(MESTRINGSTREFF_TRAITS)
#undef MESTRINGSTREFF_TRAITS

/// One of the actions above. Not a std::variant: of eighty types that one costs every file that says an action half a
/// minute of compiling; here a file pays for the actions it names.
class Action {
  public:
    template <class T>
    requires requires { ActionTraits<T>::kind; }
    Action(T value) : kind_(ActionTraits<T>::kind), value_(std::make_shared<const T>(std::move(value))) {}

    ActionKind kind() const { return kind_; }
    /// The action as this type, or null when it is another.
    template <class T>
    const T* get_if() const {
        return kind_ == ActionTraits<T>::kind ? static_cast<const T*>(value_.get()) : nullptr;
    }
    /// Calls `f` with the action as what it is.
    template <class F>
    auto visit(F&& f) const {
        switch (kind_) {
#define MESTRINGSTREFF_CASE(name) \
    case ActionKind::name: return f(*static_cast<const name*>(value_.get()));
            MESTRINGSTREFF_ACTIONS(MESTRINGSTREFF_CASE)
#undef MESTRINGSTREFF_CASE
        }
        return f(*static_cast<const GoTo*>(value_.get()));
    }

  private:
    ActionKind kind_;
    std::shared_ptr<const void> value_;
};
using Actions = std::vector<Action>;

}  // namespace app
