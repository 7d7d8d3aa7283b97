// app/action.h: everything that can happen: what a person asks for, and what the world answers.
// Rule: a click, a key, a clicker and the tour all say the same actions; nothing else changes the model.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/effect.h"
#include "app/model.h"

namespace app {

// Going about
struct GoTo { Place place = Place::home; };
struct OpenDocument { std::string path; std::string anchor; };
struct GoBack {};
struct GoForward {};
struct StoppedReading { std::string path; float share = 0; };  ///< the reader's scroll, when it rests
struct Search { std::string query; };                          ///< empty = stop searching
struct FollowLink { std::string document; int link = 0; };     ///< link index in that document
// Settings
struct SetLanguage { words::Language language = words::Language::nb; };
struct SetLook { Look look = Look::day; };
struct SetTextScale { int index = normal_text_scale; };
struct SetReducedMotion { bool on = false; };
struct SetLightWall { bool on = false; };
// Courses
struct CreateCourse { course::Course course; };
struct EditCourse { course::Course course; };
struct DeleteCourse { std::int64_t course = 0; };
struct OpenCourse { std::int64_t course = 0; };
struct MarkAttendance { int participant = 0; int meeting = 0; std::optional<course::Mark> mark; };
struct MarkRestPresent { int meeting = 0; };
struct UndoMark {};
struct RedoMark {};
// Feedback
struct OpenRound { int meeting = 0; };
struct CloseRound { int meeting = 0; };
struct CountHands { int meeting = 0; std::string question; course::Histogram counts{}; };
struct ShowQuestion { int meeting = 0; int question = 0; };    ///< the 0–10 line with this question on the wall
struct EnterKiosk { int meeting = 0; };
struct KioskAnswer { std::string question; int value = 0; };
struct KioskSend {};
struct KioskNextPerson {};
struct LeaveKiosk {};
// Running a meeting
struct StartMeeting { std::int64_t course = 0; int meeting = 0; };
struct Rehearse { int meeting = 0; };
struct ResumeMeeting {};      ///< the unfinished one that was offered
struct SetAsideMeeting {};    ///< ends the unfinished one where it was left
struct Next {};
struct Previous {};
struct GoToStep { int step = 0; };
struct FirstStep {};
struct LastStep {};
struct ToggleClock {};
struct AddMinutes { int minutes = 1; };
struct CorrectStart { base::TimeOfDay to; };
struct EndMeeting {};
struct ReopenMeeting {};
struct LeaveMeeting {};       ///< closes an ended meeting or a rehearsal
struct UndoRunEvent {};
// The wall
struct StartProjecting {};
struct StopProjecting {};
struct ToggleCover { session::Cover cover = session::Cover::black; };
struct ToggleFreeze {};
struct SwapScreens {};
struct Escape {};
// Aids
struct OpenToolbox { book::AidSpec spec; std::string title; };
struct CloseAid {};
struct ToggleAid {};          ///< start or pause
struct AidForward {};         ///< next phase, next seat
struct AidBackward {};
struct AidMoreTime { int minutes = 1; };
struct AidHand { int value = 0; int more = 1; };
struct AidMarker { int value = -1; };
struct AidShowCounts { bool shown = true; };
// Undo where one stands: the latest mark in a course, the latest clock or step event in a meeting.
struct Undo {};
struct Redo {};
struct Retry {};
struct DismissNotice { int id = 0; };
// The world answers
struct Tick { base::Minutes zone{}; };
struct HandbookLoaded { std::shared_ptr<const book::Handbook> handbook; std::shared_ptr<const book::SearchIndex> search; };
struct StoreOpened {
    std::string folder;
    std::vector<course::Course> courses;
    std::map<std::string, std::string> settings;
    std::optional<Unfinished> unfinished;
};
struct StoreRefused { base::Error error; std::string folder; std::vector<std::string> backups; };
struct Saved {};
struct WriteFailed { Effect effect; base::Error error; };
struct DeedFailed { base::Error error; };
struct CourseAdded { course::Course course; };
struct RecordsLoaded { std::int64_t course = 0; CourseData records; };
struct RunBegun { std::int64_t run = 0; };
struct BackupRestored { std::string kept_as; };
struct ScreensChanged { std::vector<Screen> screens; };
struct WallShown { std::string screen; };   ///< key of the screen; empty = in an ordinary window
struct WallClosed {};                       ///< the person closed its window
struct RestoreChosen { std::string backup; };
struct ContinueWithoutStore {};

using Action = std::variant<
    GoTo, OpenDocument, GoBack, GoForward, StoppedReading, Search, FollowLink, SetLanguage, SetLook, SetTextScale,
    SetReducedMotion, SetLightWall, CreateCourse, EditCourse, DeleteCourse, OpenCourse, MarkAttendance, MarkRestPresent,
    UndoMark, RedoMark, OpenRound, CloseRound, CountHands, ShowQuestion, EnterKiosk, KioskAnswer, KioskSend,
    KioskNextPerson, LeaveKiosk, StartMeeting, Rehearse, ResumeMeeting, SetAsideMeeting, Next, Previous, GoToStep,
    FirstStep, LastStep, ToggleClock, AddMinutes, CorrectStart, EndMeeting, ReopenMeeting, LeaveMeeting, UndoRunEvent,
    StartProjecting, StopProjecting, ToggleCover, ToggleFreeze, SwapScreens, Escape, OpenToolbox, CloseAid, ToggleAid,
    AidForward, AidBackward, AidMoreTime, AidHand, AidMarker, AidShowCounts, Undo, Redo, Retry, DismissNotice, Tick,
    HandbookLoaded, StoreOpened, StoreRefused, Saved, WriteFailed, DeedFailed, CourseAdded, RecordsLoaded, RunBegun,
    BackupRestored, ScreensChanged, WallShown, WallClosed, RestoreChosen, ContinueWithoutStore>;
using Actions = std::vector<Action>;

}  // namespace app
