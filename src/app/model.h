// app/model.h: the whole state of the program as one value.
// Rule: only `update` changes it; `ui` reads it; `shell` carries effects out and brings results back as actions.
// Used by: ui, shell.                                                                Tests: tests/app/update_*_test.cpp
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/audience_view.h"
#include "app/effect.h"
#include "book/handbook.h"
#include "book/search.h"
#include "course/attendance.h"
#include "course/closing.h"
#include "course/course.h"
#include "course/feedback.h"
#include "course/tick.h"
#include "session/aids/aid.h"
#include "session/course_plan.h"
#include "session/fast_clock.h"
#include "session/machine.h"
#include "session/plan.h"
#include "session/projection.h"
#include "words/catalogue.h"

namespace book {
class Compounds;
struct Comparison;
}

namespace app {

/// The five places of the rail.
enum class Place : std::uint8_t { home, handbook, courses, meeting, review };
enum class Look : std::uint8_t { day, evening };

inline constexpr float text_scales[] = {0.85f, 1.0f, 1.15f, 1.3f, 1.5f, 1.75f, 2.0f};
inline constexpr int normal_text_scale = 1;  ///< index of 100 %

/// The two who lead a course, by role: names have no place here. Bits, so that "both together" is one value.
enum Leader : std::uint8_t { leader_professional = 1, leader_user_representative = 2, leader_both = 3 };

struct Settings {
    words::Language language = words::Language::nb;
    Look look = Look::day;
    int text_scale = normal_text_scale;  ///< index into text_scales
    bool reduced_motion = false;
    bool light_wall = false;
    bool chime = false;                  ///< a soft sound when time is up
    std::uint8_t reading = leader_both;  ///< who sits at the handbook (Leader bits)
    std::string wall_screen;             ///< the screen chosen for the wall: name and size, e.g. "DUMMY1 1280x720"
};

/// A place in the handbook that was visited.
struct Visit {
    std::string document;  ///< path
    std::string anchor;    ///< where to land; empty = where one stopped reading
};

/// A place that somebody wants to find again.
struct Bookmark {
    std::string document;  ///< path
    std::string anchor;    ///< heading; empty = the top
    std::string title;     ///< as it was called when it was set
};

struct Reader {
    Visit here;
    std::uint64_t arrivals = 0;  ///< rises with every jump, so that the page knows when to scroll
    std::vector<Visit> back;
    std::vector<Visit> forward;
    std::map<std::string, float> stopped_at;   ///< scroll as a share of the page (0–1), by document
    std::map<std::string, std::uint8_t> read;  ///< by document: who has read it to the end (Leader bits)
    std::vector<Bookmark> bookmarks;           ///< oldest first
    std::optional<Visit> beside;               ///< the second text, when two stand side by side
    std::uint64_t beside_arrivals = 0;
    bool follows = false;                ///< the page goes along with the running meeting
    std::set<course::Tick> loose_ticks;  ///< tasks ticked while no course is open; forgotten at the end
    std::string query;
    std::vector<book::Hit> hits;
};

/// All about the course that is open.
struct CourseData {
    course::AttendanceSheet attendance;
    std::vector<course::FeedbackRound> feedback;  ///< one a meeting
    std::vector<int> held;                        ///< a meeting for each run of it that is over, in order
    std::set<course::Tick> ticks;                 ///< tasks of the handbook ticked for this course
    std::map<int, std::string> lines;             ///< by meeting: what the leaders wrote for the next one
    std::vector<course::HandCount> counts;        ///< hands that were kept, in the order of the meetings
    std::vector<session::Groups> groups;          ///< who sat together, oldest first
};

/// A plan as it was before it was changed.
struct PlanBefore {
    course::CourseMeeting of;
    session::CoursePlan plan;
};

/// Hands as they were kept before that was changed.
struct CountsBefore {
    base::Instant at{};  ///< of the change
    course::HandCount counts;
};

/// The meeting that is being run, or rehearsed.
struct Run {
    std::int64_t id = 0;  ///< in the store; 0 = rehearsal, leaves no trace
    std::int64_t course = 0;
    bool rehearsal = false;
    session::FastClock clock;  ///< of a rehearsal
    session::Plan base;        ///< as it began
    session::Plan plan;        ///< with what has been swapped since
    std::vector<session::LoggedEvent> log;
    session::State state;
};

/// A meeting that was not ended when the program last stopped.
struct Unfinished {
    std::int64_t id = 0;
    std::int64_t course = 0;
    int meeting = 0;
    std::vector<session::LoggedEvent> log;
};

/// An aid on the wall. `from_toolbox`: it lies over the plan's cue until closed.
struct OpenAid {
    session::Aid aid;
    std::string title;
    std::string picture;
    bool from_toolbox = false;
    bool held = false;               ///< stands because the meeting's clock does, and goes on with it
    book::AidSpec spec;              ///< what it was made of, to begin again
    std::vector<session::Aid> past;  ///< as it was before each change, oldest first
    base::Instant changed{};         ///< the latest of these changes
};

/// The plain view in which participants answer on the classroom PC.
struct Kiosk {
    int meeting = 0;
    std::vector<course::Answer> answers;  ///< of the person at the screen now; gone when sent
    bool thanks = false;                  ///< the "thank you" picture between two persons
};

struct Screen {
    std::string name;
    int width = 0;
    int height = 0;
    bool ours = false;  ///< the leaders' window is on it
    std::string key() const { return name + " " + std::to_string(width) + "x" + std::to_string(height); }
};

enum class NoticeKind : std::uint8_t { info, warning, error };
struct Notice {
    int id = 0;
    NoticeKind kind = NoticeKind::info;
    std::string text;
    std::optional<base::Instant> until;  ///< goes by itself then (real time); without it, only when dismissed
    bool retry = false;                  ///< offers "Prøv igjen" (Retry)
};

enum class StorePhase : std::uint8_t { opening, open, failed };
struct StoreStatus {
    StorePhase phase = StorePhase::opening;
    std::optional<base::Error> error;
    std::optional<base::Instant> saved;  ///< the latest write that succeeded
    std::optional<base::Instant> backed_up;  ///< the latest backup of this day's work
    std::vector<std::string> backups;    ///< names with dates, newest first; filled when the file is damaged
    std::string folder;
};

/// An older edition of the handbook beside the present one.
struct OlderEdition {
    std::string folder;
    bool loading = false;
    bool failed = false;  ///< there is no handbook in that folder
    std::shared_ptr<const book::Handbook> book;
    std::shared_ptr<const book::Comparison> comparison;
};

struct Model {
    Settings settings;
    words::Catalogue words;
    base::Instant now{};   ///< as the clocks show it: in a rehearsal that of the meeting
    base::Instant real{};  ///< as it is
    base::Minutes zone{};  ///< east of UTC

    std::shared_ptr<const book::Handbook> handbook;
    std::shared_ptr<const book::SearchIndex> search;
    std::shared_ptr<const book::Compounds> compounds;  ///< where its long words may be parted; comes with `search`

    Place place = Place::home;
    Reader reader;
    std::optional<OlderEdition> older;
    bool speaking = false;  ///< a paragraph is being read aloud

    std::vector<course::Course> courses;
    std::int64_t course = 0;       ///< the one that is open; 0 = none
    CourseData records;            ///< of that course
    bool records_missing = false;  ///< asked for and not read yet: no mark may be made on them

    std::map<course::CourseMeeting, session::CoursePlan> plans;  ///< where a course has changed the handbook's
    std::vector<PlanBefore> plans_before;                ///< oldest first; what undo takes up
    std::vector<PlanBefore> plans_undone;                ///< what redo does
    std::vector<CountsBefore> counts_before;             ///< of the open course, oldest first; what undo takes up
    int preparing = 0;                                   ///< the meeting that is being prepared; 0 = none
    std::vector<course::StepTime> times;                 ///< of all meetings held, over all courses

    std::optional<Run> run;
    std::optional<Unfinished> unfinished;  ///< offered at start
    std::optional<OpenAid> aid;
    std::optional<OpenAid> aid_under;  ///< the plan's own, while one from the toolbox lies over it
    std::map<std::int64_t, std::vector<session::Groups>> groups_met;  ///< by course: who sat together
    std::optional<Kiosk> kiosk;

    session::Projection projection;
    std::optional<AudienceView> frozen;
    std::vector<Screen> screens;
    std::string wall_on;       ///< key of the screen that the wall is on now; empty = in a window or not shown
    bool screen_lost = false;  ///< the projector went away while projecting
    std::string lost_screen;   ///< key of that screen

    StoreStatus store;
    std::deque<Effect> unsaved;                     ///< writes that failed, in order; tried again before any later one
    bool run_awaited = false;                       ///< a run was begun and its number is not known yet
    std::vector<session::LoggedEvent> run_waiting;  ///< what has happened in it since
    bool unregistered_said = false;                 ///< that nothing is being saved has been told once
    std::vector<Notice> notices;
    int next_notice = 1;
    std::uint64_t revision = 0;  ///< rises with every update

    const course::Course* open_course() const;
    const course::Course* course_by_id(std::int64_t id) const;
    base::LocalTime local_now() const { return base::local(now, zone); }
};

}  // namespace app
