// app/update_parts.h: the parts of update(): one `apply` for each action, and what they share.
// Rule: model.now is the moment of the action; a write returned here passes the queue in update_writes.cpp afterwards.
// Private to the room. Each apply stands in the file that is named above it.
#pragma once

#include <chrono>
#include <string_view>
#include <utility>

#include "app/update.h"

namespace app {

// notices.cpp
void say(Model& model, NoticeKind kind, std::string text);
inline void say(Model& model, NoticeKind kind, words::Key key) {
    say(model, kind, model.words[key]);
}
void say_unsaved(Model& model, const base::Error& error);  ///< the one notice with "try again"
void forget_unsaved_notice(Model& model);
void forget_notice(Model& model, const std::string& text);
void forget_expired(Model& model);

// update_writes.cpp
/// Holds writes back while others wait before them, or while there is no register.
Effects through_queue(Model& model, Effects wanted);
Effects apply(Model& model, const Saved&);
Effects apply(Model& model, const WriteFailed& failed);
Effects apply(Model& model, const DeedFailed& failed);
Effects apply(Model& model, const Retry&);
Effects apply(Model& model, const RunBegun& begun);
/// Nothing of what waits will ever be written.
void forget_waiting(Model& model);
void say_unregistered(Model& model);

// settings.cpp
void take_settings(Model& model, const std::map<std::string, std::string>& settings);
/// The course that was open last, 0 when the settings do not say.
std::int64_t course_in(const std::map<std::string, std::string>& settings);
Effects apply(Model& model, const SetLanguage& action);
Effects apply(Model& model, const SetLook& action);
Effects apply(Model& model, const SetTextScale& action);
Effects apply(Model& model, const SetReducedMotion& action);
Effects apply(Model& model, const SetLightWall& action);
Effects apply(Model& model, const SetChime& action);
/// May stand in a line of the settings: short, without control characters, valid UTF-8.
bool fits_a_line(std::string_view text);

// update_reading.cpp
Effects apply(Model& model, const GoTo& action);
Effects apply(Model& model, const OpenDocument& action);
Effects apply(Model& model, const GoBack&);
Effects apply(Model& model, const GoForward&);
Effects apply(Model& model, const Search& action);
Effects apply(Model& model, const FollowLink& action);
Effects apply(Model& model, const OpenBeside& action);
Effects apply(Model& model, const CloseBeside&);
Effects apply(Model& model, const SwapBeside&);
Effects apply(Model& model, const FollowMeeting& action);
/// The document behind the running step, and the place in it.
std::optional<OpenDocument> behind_step(const Model& model);
/// When the page goes along with the meeting: opens what is behind the step that it has come to.
void follow_meeting(Model& model);
/// A path from outside that may stand in the history; it need not be in the handbook.
bool plausible_path(const std::string& path);

// update_shelf.cpp: what is kept about reading
inline constexpr std::size_t most_bookmarks = 200;
/// A bookmark that can be kept: a plausible document, an anchor that no line of the settings mistakes.
bool keepable(const Bookmark& bookmark);
Effects apply(Model& model, const StoppedReading& action);
Effects apply(Model& model, const ToggleBookmark& action);
Effects apply(Model& model, const SetReading& action);
Effects apply(Model& model, const MarkRead& action);
Effects apply(Model& model, const TickTask& action);
Effects apply(Model& model, const Copy& action);

// update_editions.cpp
Effects apply(Model& model, const CompareWith& action);
Effects apply(Model& model, const CloseComparison&);
Effects apply(Model& model, const EditionLoaded& action);
/// The handbook has changed: what the older edition is compared with is another.
Effects compare_again(Model& model);

// update_speech.cpp
Effects apply(Model& model, const ReadAloud& action);
Effects apply(Model& model, const StopReadingAloud&);
Effects apply(Model& model, const SpeechEnded&);
Effects apply(Model& model, const SpeechMissing&);

// update_courses.cpp
Effects apply(Model& model, const CreateCourse& action);
Effects apply(Model& model, const EditCourse& action);
Effects apply(Model& model, const DeleteCourse& action);
Effects apply(Model& model, const OpenCourse& action);
Effects apply(Model& model, const MarkAttendance& action);
Effects apply(Model& model, const MarkRestPresent& action);
Effects apply(Model& model, const UndoMark&);
Effects apply(Model& model, const RedoMark&);
Effects apply(Model& model, const CourseAdded& action);
Effects apply(Model& model, const RecordsLoaded& action);
/// Makes it the open one and asks for its records, unless it is open already.
Effects select_course(Model& model, std::int64_t id);
int meetings(const Model& model);
/// When the latest mark was made that undo would take back.
std::optional<base::Instant> latest_mark(const Model& model);
/// The numbers of those in the room at a meeting: those who came, else all of the course, else a usual group.
std::vector<int> people(const Model& model, std::int64_t course, int meeting);

// update_feedback.cpp
Effects apply(Model& model, const OpenRound& action);
Effects apply(Model& model, const CloseRound& action);
Effects apply(Model& model, const CountHands& action);
Effects apply(Model& model, const ShowQuestion& action);
Effects apply(Model& model, const EnterKiosk& action);
Effects apply(Model& model, const KioskAnswer& action);
Effects apply(Model& model, const KioskSend&);
Effects apply(Model& model, const KioskNextPerson&);
Effects apply(Model& model, const LeaveKiosk&);

// update_meeting.cpp, update_begin.cpp
Effects apply(Model& model, const StartMeeting& action);
Effects apply(Model& model, const Rehearse& action);
Effects apply(Model& model, const ResumeMeeting&);
Effects apply(Model& model, const SetAsideMeeting&);
Effects apply(Model& model, const Next&);
Effects apply(Model& model, const Previous&);
Effects apply(Model& model, const GoToStep& action);
Effects apply(Model& model, const FirstStep&);
Effects apply(Model& model, const LastStep&);
Effects apply(Model& model, const ToggleClock&);
Effects apply(Model& model, const AddMinutes& action);
Effects apply(Model& model, const CorrectStart& action);
Effects apply(Model& model, const EndMeeting&);
Effects apply(Model& model, const ReopenMeeting&);
Effects apply(Model& model, const LeaveMeeting&);
Effects apply(Model& model, const CatchUpNow&);
Effects apply(Model& model, const UndoRunEvent&);
Effects apply(Model& model, const Undo&);
Effects apply(Model& model, const Redo&);
/// Running or paused.
bool meeting_on(const Model& model);
/// The cue that the meeting stands at; null without one.
const session::Cue* cue_now(const Model& model);
/// Puts the event into the log and the state, and lets aid, cover and the list of held meetings follow.
Effects log_event(Model& model, const session::Event& event);
void mark_held(Model& model, std::int64_t course, int meeting, bool held);

// update_plan.cpp
/// The plan of a meeting as the course has it; the handbook's own without changes.
session::Plan plan_of(const Model& model, std::int64_t course, int meeting);
Effects apply(Model& model, const PrepareMeeting& action);
Effects apply(Model& model, const ChangePlan& action);
Effects apply(Model& model, const SwapExercise& action);
Effects apply(Model& model, const SetRehearsalSpeed& action);
Effects undo_plan(Model& model);
Effects redo_plan(Model& model);

// update_closing.cpp
Effects apply(Model& model, const WriteLine& action);
Effects apply(Model& model, const KeepCounts& action);
Effects apply(Model& model, const UndoCounts&);
/// When counts were changed last that undo would take back.
std::optional<base::Instant> latest_count(const Model& model);
Effects apply(Model& model, const BackupMade&);
Effects apply(Model& model, const ChimeMissing&);
/// Until the aid on the wall, its phase or seat, or else the step runs out; nothing when nothing does.
std::optional<base::Milliseconds> time_left(const Model& model, base::Instant now);
/// Whether the time of an aid, a phase, a seat or a step ran out between the two moments, of which the first is that of
/// the latest update.
bool time_ran_out(const Model& model, base::Instant before, base::Instant now);
/// How long the steps of the run took, to be kept with its latest event: none when it goes on, nothing when that event
/// has no part in it, in a rehearsal, and as long as the run has no number.
std::optional<std::vector<course::StepTime>> keep_times(Model& model, bool was_ended);
std::vector<course::StepTime> times_of(const Run& run);
/// A copy of the register as it is when the leaders are done with a meeting that was held.
Effects back_up_meeting(const Model& model);

// update_wall.cpp
Effects apply(Model& model, const StartProjecting&);
Effects apply(Model& model, const StopProjecting&);
Effects apply(Model& model, const ToggleCover& action);
Effects apply(Model& model, const ToggleFreeze&);
Effects apply(Model& model, const SwapScreens&);
Effects apply(Model& model, const TogglePointer&);
Effects apply(Model& model, const ToggleZoom&);
Effects apply(Model& model, const PointAt& action);
Effects apply(Model& model, const ZoomAt& action);
Effects apply(Model& model, const Escape&);
Effects apply(Model& model, const ScreensChanged& action);
Effects apply(Model& model, const WallShown& action);
Effects apply(Model& model, const WallClosed&);
void unfreeze(Model& model);

// update_aids.cpp
Effects apply(Model& model, const OpenToolbox& action);
Effects apply(Model& model, const CloseAid&);
Effects apply(Model& model, const ToggleAid&);
Effects apply(Model& model, const AidForward&);
Effects apply(Model& model, const AidBackward&);
Effects apply(Model& model, const AidMoreTime& action);
Effects apply(Model& model, const AidHand& action);
Effects apply(Model& model, const AidMarker& action);
Effects apply(Model& model, const AidSelect& action);
Effects apply(Model& model, const AidSet& action);
Effects apply(Model& model, const AidPlace& action);
Effects apply(Model& model, const AidMark& action);
Effects apply(Model& model, const AidTurn& action);
Effects apply(Model& model, const AidWrite& action);
Effects apply(Model& model, const AidRemove& action);
Effects apply(Model& model, const AidSwitch& action);
Effects apply(Model& model, const AidShuffle&);
Effects apply(Model& model, const AidReset&);
Effects apply(Model& model, const AidUndo&);
void remember_aid(OpenAid& open, session::Aid before, base::Instant now);
/// Changes the aid that is open, and remembers it as it was if that made a difference: `past` holds real changes only.
template <class Change>
void change_aid(Model& model, Change change) {
    if (!model.aid) return;
    session::Aid before = model.aid->aid;
    change(model.aid->aid);
    if (before != model.aid->aid) remember_aid(*model.aid, std::move(before), model.now);
}
/// The aid that `spec` asks for, with the people of this meeting and those who have sat together before.
std::optional<session::Aid> fresh_aid(const Model& model, const book::AidSpec& spec);
Effects apply(Model& model, const AidShowCounts& action);
/// Lays an aid from the toolbox over what is there, and takes it away again.
void lay_over(Model& model, OpenAid aid);
void close_toolbox(Model& model);
void forget_aids(Model& model);
/// The aid of the cue that the meeting stands at, started; none at any other cue.
void open_cue_aid(Model& model);
/// The same after a restart: a countdown stands where the log says, the others wait to be started.
void recover_cue_aid(Model& model);

// update_world.cpp
Effects apply(Model& model, const Tick& action);
Effects apply(Model& model, const HandbookLoaded& action);
Effects apply(Model& model, const StoreOpened& action);
Effects apply(Model& model, const StoreRefused& action);
Effects apply(Model& model, const BackupRestored& action);
Effects apply(Model& model, const RestoreChosen& action);
Effects apply(Model& model, const ContinueWithoutStore&);
Effects apply(Model& model, const DismissNotice& action);

inline void append(Effects& effects, Effects more) {
    for (Effect& effect : more) effects.push_back(std::move(effect));
}

}  // namespace app
