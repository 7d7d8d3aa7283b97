// session/machine.h: the run of one meeting, as a value.
// Why: both windows, the clock and the log must agree on one truth, and a crash must lose nothing: events with their
// times are stored, never ticks, so replaying them gives the same step and the same clock.
// Rule: no clock, no I/O; time is always an argument. An event that makes no sense in a phase changes nothing.
//
//   Ready --Started--> Running --Paused--> Paused --Resumed--> Running
//                      Running, Paused --Ended--> Ended --Reopened--> Running
//   Went (to a step and cue) works in Running and Paused; MinutesAdded and Replanned in both; StartCorrected in all but Ready.
//   Swapped changes the plan itself (with_swaps), and shows the step from its first cue.
//   A clock that stood for hours stood over to another day: Resumed then measures the end anew, from the plan that is left.
//   Undone takes the latest event back that is not itself undone (Started is never undone).
//
// Used by: app/update.
// Tests: tests/session/machine_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "session/plan.h"

namespace session {

using base::Instant;
using base::Milliseconds;

enum class Phase : std::uint8_t { ready, running, paused, ended };

struct Started {
    std::optional<Instant> scheduled;  ///< when the course says it begins; "slutt ca." is measured against it
    bool operator==(const Started&) const = default;
};
struct Went {
    int step = 0;
    int cue = 0;
    bool operator==(const Went&) const = default;
};
struct Paused {
    bool operator==(const Paused&) const = default;
};
struct Resumed {
    bool operator==(const Resumed&) const = default;
};
/// Gives step `step` more minutes (or fewer, when negative). A step never gets less than one minute in all.
struct MinutesAdded {
    int step = 0;
    int minutes = 0;
    bool operator==(const MinutesAdded&) const = default;
};
/// "Startet egentlig kl. …": moves the start, and the first step's clock with it. Never later than what has happened
/// since (other corrections do not count), and never later than now.
struct StartCorrected {
    Instant to;
    bool operator==(const StartCorrected&) const = default;
};
/// The rest of the meeting planned anew, in one go: see catch_up.h.
struct Replanned {
    struct Change {
        int step = 0;
        int minutes = 0;  ///< what it gets now; 0: it is skipped
        bool operator==(const Change&) const = default;
    };
    std::vector<Change> changes;
    bool operator==(const Replanned&) const = default;
};
/// Another exercise is done in step `step`: see with_swaps.
struct Swapped {
    int step = 0;
    std::string exercise;  ///< path in the handbook
    bool operator==(const Swapped&) const = default;
};
struct Ended {
    bool operator==(const Ended&) const = default;
};
struct Reopened {
    bool operator==(const Reopened&) const = default;
};
struct Undone {
    bool operator==(const Undone&) const = default;
};

using Event =
    std::variant<Started, Went, Paused, Resumed, MinutesAdded, StartCorrected, Ended, Reopened, Undone, Replanned,
                 Swapped>;

struct LoggedEvent {
    Instant at;
    Event event;
    bool operator==(const LoggedEvent&) const = default;
};

struct State {
    Phase phase = Phase::ready;
    int step = 0;
    int cue = 0;
    Instant started{};
    Instant scheduled_start{};  ///< equals `started` when the course has no clock time
    Instant ended{};
    Instant clock_since{};                      ///< the current step's clock has run since then (Running)
    std::vector<Milliseconds> used;             ///< per step, without the stretch that is running now
    std::vector<int> minutes;                   ///< per step, with what was added
    std::vector<bool> skipped;                  ///< per step: left out; going to it takes it in again
    std::vector<std::optional<Instant>> began;  ///< per step; one that was only peeked at (under a minute) begins anew
    std::optional<Instant> first_event;         ///< the first thing after the start; a correction stops there
    bool scheduled = false;  ///< scheduled_start is the course's, and stays when the start is corrected
    bool operator==(const State&) const = default;
};

/// The state after `event` at `at`. Undone is not handled here (it needs the log): see replay.
State next(State state, const Plan& plan, const Event& event, Instant at);
State initial(const Plan& plan);
/// The state after a whole log. Steps and cues outside the plan are clamped; times that run backwards count as no time.
State replay(const Plan& plan, const std::vector<LoggedEvent>& log);
/// The event that Undone would take back now, if any. What stands before the start is never taken back.
const LoggedEvent* undoable(const std::vector<LoggedEvent>& log);

/// The plan with the exercises that the log swapped in and did not take back. `plan` is the one the meeting began with.
Plan with_swaps(Plan plan, const std::vector<LoggedEvent>& log, const book::Handbook& handbook);

/// What the leaders see of time, at `now`.
struct Timing {
    Milliseconds step_used{};
    Milliseconds step_planned{};
    Milliseconds step_left{};     ///< negative when over
    Milliseconds meeting_used{};  ///< since the start
    Instant step_began{};         ///< for "10.52" beside a step
    Instant ends{};               ///< "slutt ca.": now, the rest of this step, and what is left of the steps ahead
    Instant should_end{};         ///< scheduled start + planned minutes
    base::Minutes over{};         ///< ends − should_end, rounded to whole minutes; negative when early
};
Timing timing(const State& state, const Plan& plan, Instant now);

/// When each step began or is going to begin: past steps as they were, the rest from now on. As many as there are
/// steps.
std::vector<Instant> step_starts(const State& state, const Plan& plan, Instant now);
inline std::vector<Instant> step_starts(const State& state, const Plan& plan, const std::vector<LoggedEvent>&,
                                        Instant now) {
    return step_starts(state, plan, now);
}

/// Where "Neste" and "Forrige" lead: the next cue, else the next step's first cue; back: the previous cue, else the
/// previous step's last. Skipped steps are passed over. Nothing at the end or the beginning, nor when the meeting is not on (Ready, Ended).
std::optional<Went> after(const Plan& plan, const State& state);
std::optional<Went> before(const Plan& plan, const State& state);

/// For the database: one line of text an event ("went 3 1"; times in milliseconds since 1970), and back. An unknown
/// text gives nothing.
std::string to_text(const Event& event);
std::optional<Event> event_from_text(std::string_view text);

}  // namespace session
