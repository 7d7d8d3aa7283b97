// store/store.h: the one file that remembers: courses, attendance, feedback counts, the run of a meeting, settings.
// Rule: every call is one transaction, durable when it returns (WAL, synchronous=FULL); a mark is appended, never
// overwritten; a newer file is refused untouched; a damaged one is kept and a backup offered. No exception leaves the
// room. Used by: shell only (app names effects, shell performs them here).
// Tests: tests/store/*_test.cpp
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "course/attendance.h"
#include "course/closing.h"
#include "course/course.h"
#include "course/feedback.h"
#include "course/tick.h"
#include "session/aids/groups.h"
#include "session/course_plan.h"
#include "session/machine.h"

namespace store {

/// A meeting being run (or run before), with its log.
struct StoredRun {
    std::int64_t id = 0;
    std::int64_t course = 0;
    int meeting = 0;
    std::vector<session::LoggedEvent> log;
};

struct Backup {
    std::filesystem::path file;
    base::Instant made{};
    std::uintmax_t bytes = 0;
};

/// All about one course, as read back.
struct CourseRecords {
    course::AttendanceSheet attendance;
    std::vector<course::FeedbackRound> feedback;  ///< one a meeting, in order
    std::vector<int> held;                        ///< a meeting for each run of it that is over, in order
    std::set<course::Tick> ticks;                 ///< tasks of the handbook that are done
    std::map<int, std::string> lines;             ///< by meeting: the leaders' line to the next one
    std::vector<course::HandCount> hands;         ///< by meeting
    std::vector<session::Groups> groups;          ///< who sat together, oldest first
};

class Store {
  public:
    /// Opens (or makes) FOLDER/mestringstreff.sqlite, alone: Fault::in_use when another instance has the folder, newer
    /// for a file of a later edition, damaged when SQLite's integrity check fails, unwritable and disk_full as they
    /// say.
    static base::Result<Store> open(const std::filesystem::path& folder, base::Instant now);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    base::Result<std::int64_t> add_course(const course::Course& course);
    base::Outcome change_course(const course::Course& course);
    /// The course and all that belongs to it.
    base::Outcome remove_course(std::int64_t course);
    base::Result<std::vector<course::Course>> courses();
    base::Result<CourseRecords> records(std::int64_t course, int meetings);

    base::Outcome append_attendance(std::int64_t course, const std::vector<course::AttendanceEvent>& events);

    /// Writes the whole round as counts; nothing else about it is kept.
    base::Outcome save_round(std::int64_t course, const course::FeedbackRound& round);

    /// Sets or takes away a tick; one that stands already keeps the moment when it was set.
    base::Outcome save_tick(std::int64_t course, const course::Tick& tick, bool on, base::Instant now);

    base::Result<std::int64_t> begin_run(std::int64_t course, int meeting, const session::LoggedEvent& started);
    /// With `times`, all steps of the run take the place of those it had.
    base::Outcome append_run_event(std::int64_t run, const session::LoggedEvent& event,
                                   const std::optional<std::vector<course::StepTime>>& times = std::nullopt);
    /// The latest run that was begun and not ended, if any: what the next start offers to go on with.
    base::Result<std::optional<StoredRun>> unfinished_run();

    /// What the course changes in a meeting's plan, in place of what it changed before; empty = nothing.
    base::Outcome save_plan(std::int64_t course, int meeting, const session::CoursePlan& plan);
    base::Result<std::map<course::CourseMeeting, session::CoursePlan>> plans();
    /// An empty line takes the old one away, as no hands at all do.
    base::Outcome save_line(std::int64_t course, int meeting, const std::string& line);
    base::Outcome save_hands(std::int64_t course, const course::HandCount& counts);
    /// The same number again is the same division, dealt anew.
    base::Outcome save_groups(std::int64_t course, int number, const session::Groups& groups);
    /// The steps of all runs, oldest first.
    base::Result<std::vector<course::StepTime>> times();

    base::Result<std::map<std::string, std::string>> settings();
    base::Outcome set_setting(const std::string& key, const std::string& value);

    /// A copy in FOLDER/backup/, dated, opened again and checked before it counts. Keeps the newest `keep`.
    base::Result<Backup> backup(base::Instant now, int keep = 10);

    const std::filesystem::path& file() const;

  private:
    struct State;
    template <class Work>
    base::Outcome for_course(std::int64_t course, Work work);
    explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The backups of a data folder, newest first; only files that open and pass the check count.
std::vector<Backup> backups(const std::filesystem::path& folder);
/// Puts a backup in the database's place. The file that was there is kept beside it under a dated name, which is
/// returned. The store must not be open.
base::Result<std::filesystem::path> restore(const std::filesystem::path& folder, const Backup& backup,
                                            base::Instant now);
/// Opens a database file for reading, checks it whole (integrity, foreign keys, edition), and says how it is in
/// numbers.
struct Verification {
    int schema = 0;
    int courses = 0;
    int marks = 0;
    int rounds = 0;
};
base::Result<Verification> verify(const std::filesystem::path& file);

}  // namespace store
