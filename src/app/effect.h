// app/effect.h: what update() wants done in the world. shell performs them in order and answers with actions.
// Rule: the writes are the whole memory of the program; each is one transaction and may be repeated after a failure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "course/attendance.h"
#include "course/closing.h"
#include "course/course.h"
#include "course/feedback.h"
#include "course/tick.h"
#include "session/aids/groups.h"
#include "session/course_plan.h"
#include "session/machine.h"
#include "words/catalogue.h"

namespace book {
struct Handbook;
}

namespace app {

// Writes: answered by Saved, or by WriteFailed with the effect in it.
struct AppendAttendance {
    std::int64_t course = 0;
    std::vector<course::AttendanceEvent> events;
};
struct SaveRound {
    std::int64_t course = 0;
    course::FeedbackRound round;
};
struct BeginRun {
    std::int64_t course = 0;
    int meeting = 0;
    session::LoggedEvent started;
};  ///< answered by RunBegun too
struct AppendRunEvent {
    std::int64_t run = 0;
    session::LoggedEvent event;
    /// How long the steps of the run took, when it is over with this event; none when it is so no longer. Kept in one
    /// with the event, in place of what the run had.
    std::optional<std::vector<course::StepTime>> times = std::nullopt;
};
struct AddCourse {
    course::Course course;
};  ///< answered by CourseAdded too
struct ChangeCourse {
    course::Course course;
};
struct RemoveCourse {
    std::int64_t course = 0;
};
struct SaveTick {
    std::int64_t course = 0;
    course::Tick tick;
    bool on = true;
};
struct SavePlan {
    std::int64_t course = 0;
    int meeting = 0;
    session::CoursePlan plan;
};
struct SaveLine {
    std::int64_t course = 0;
    int meeting = 0;
    std::string line;
};
struct SaveCounts {
    std::int64_t course = 0;
    course::HandCount counts;
};
/// Who sat together, by number.
struct SaveGroups {
    std::int64_t course = 0;
    int number = 0;  ///< of the division in this course, from 0; the same number again is the same division, dealt anew
    session::Groups groups;
};
struct SetSetting {
    std::string key;
    std::string value;
};

// Reads and deeds.
struct LoadRecords {
    std::int64_t course = 0;
};                    ///< answered by RecordsLoaded
struct OpenStore {};  ///< answered by StoreOpened or StoreRefused
struct RestoreBackup {
    std::string name;
};  ///< then as OpenStore
struct MakeBackup {};  ///< answered by BackupMade
struct LoadHandbook {
    words::Language language = words::Language::nb;
};  ///< answered by HandbookLoaded
struct LoadEdition {
    std::string folder;
    words::Language language = words::Language::nb;
    std::shared_ptr<const book::Handbook> newer;
};  ///< answered by EditionLoaded
/// With the machine's own speech service. Answered by SpeechMissing, or by SpeechEnded when it has been said.
struct Speak {
    std::string text;
    words::Language language = words::Language::nb;
};
struct StopSpeaking {};
/// A soft sound that time is up. Answered by ChimeMissing where there is no sound service.
struct PlayChime {};
struct ShowWall {
    bool visible = false;
};
struct MoveWall {
    std::string screen;
};  ///< to the screen with this key
struct OpenUrl {
    std::string url;
};
struct CopyText {
    std::string text;
};

using Effect = std::variant<AppendAttendance, SaveRound, BeginRun, AppendRunEvent, AddCourse, ChangeCourse,
                            RemoveCourse, SaveTick, SavePlan, SaveLine, SaveCounts, SaveGroups, SetSetting, LoadRecords, OpenStore, RestoreBackup, MakeBackup,
                            LoadHandbook, LoadEdition, Speak, StopSpeaking, PlayChime, ShowWall, MoveWall, OpenUrl, CopyText>;
using Effects = std::vector<Effect>;

/// Whether it belongs to the writes, which are kept and tried again when they fail.
bool is_write(const Effect& effect);

}  // namespace app
