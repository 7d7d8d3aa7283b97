// session/aids/aid.h: the exercise aids as pure state. Here are those with a clock (countdown with phases, talking round,
// breathing pacer, body scan) and the 0–10 scale; the others have headers of their own. Rule: no clock and no names; time
// is an argument; closing one forgets it. Drawn by ui/aids, driven by `aid:` in an exercise's front matter or from the
// toolbox.
// Tests: tests/session/aids_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "book/document.h"
#include "session/aids/board.h"
#include "session/aids/cards.h"
#include "session/aids/groups.h"
#include "session/aids/network.h"
#include "session/aids/reveal.h"
#include "session/aids/values.h"

namespace session {

using base::Instant;
using base::Milliseconds;

/// A clock that can be paused; everything below counts with it.
struct Stopwatch {
    Milliseconds before{};         ///< counted before the latest start
    std::optional<Instant> since;  ///< running since, or standing still

    bool running() const { return since.has_value(); }
    Milliseconds elapsed(Instant now) const;
    void start(Instant now);
    void pause(Instant now);
    bool operator==(const Stopwatch&) const = default;
};

/// Counts down, over one or several phases ("Tenk selv 1 · To og to 4 · Sammen 3"). Goes on by itself to the next
/// phase.
struct Countdown {
    struct Phase {
        std::string name;  ///< may be empty when there is only one
        Milliseconds length{};
        bool operator==(const Phase&) const = default;
    };
    std::vector<Phase> phases;
    Stopwatch clock;

    struct View {
        int phase = 0;
        Milliseconds left{};  ///< of this phase, never negative
        float share = 0;      ///< 0–1 of this phase gone
        bool finished = false;
    };
    View view(Instant now) const;
    Milliseconds total() const;
    /// Adds to the phase that is on now, or takes away, but never what is gone already. One that is over goes on with
    /// it.
    void add(Milliseconds more, Instant now);
    /// Jumps to the start of the next phase; the last one: to its end.
    void skip_phase(Instant now);
    bool operator==(const Countdown&) const = default;
};

/// Equal time for each seat. "Neste" is said by the leaders: the clock never cuts anyone off, it only shows.
struct TalkingRound {
    int seats = 0;
    Milliseconds each{};
    int seat = 0;  ///< who speaks, from 0; == seats when all have
    Stopwatch clock;

    Milliseconds left(Instant now) const;  ///< never negative
    float share(Instant now) const;        ///< 0–1 of this seat's time gone
    void next_seat(Instant now);
    void previous_seat(Instant now);
    bool operator==(const TalkingRound&) const = default;
};

/// 0–10 with a count of hands for each number. Counts can stay hidden until all have answered.
struct Scale {
    std::string question;
    std::string low;
    std::string high;
    std::array<int, 11> hands{};
    int marker = -1;  ///< the number pointed at, or -1
    bool counts_shown = false;

    int total() const;
    void add_hand(int value, int more);  ///< never below 0
    bool operator==(const Scale&) const = default;
};

/// Breathing in and out, no holding, no flashing.
struct Breathing {
    Milliseconds in{4000};
    Milliseconds out{6000};
    Stopwatch clock;

    struct View {
        bool inhale = true;
        float level = 0;  ///< 0 = empty, 1 = full; smooth, its speed never jumps
        int breaths = 0;  ///< whole breaths so far
    };
    View view(Instant now) const;
    bool operator==(const Breathing&) const = default;
};

/// Attention led slowly through the body: equal time for each area, and no way to do it wrong.
struct BodyScan {
    std::vector<std::string> areas;
    Milliseconds each{40'000};
    Stopwatch clock;

    struct View {
        int area = 0;          ///< == areas.size() when all are done
        Milliseconds gone{0};  ///< of this area's time
        float light = 1;       ///< 0–1: it comes and goes slowly as the clock takes it on to the next area
        /// How long it will look as it does now; zero while the light comes or goes, and when the clock stands.
        Milliseconds still{0};
    };
    View view(Instant now) const;
    void skip(int areas_on, Instant now);  ///< to the start of another area; negative goes back
    bool operator==(const BodyScan&) const = default;
};

using Aid = std::variant<Countdown, TalkingRound, Scale, Breathing, BodyScan, GroupDivider, Board, WordCards, Reveal,
                         Values, Network, WeekGrid>;

/// The aid that the front matter asks for; nothing when this edition cannot draw it. `people`: the numbers of those
/// expected in the room, for rounds and groups.
std::optional<Aid> make_aid(const book::AidSpec& spec, const std::vector<int>& people);
/// With people numbered 1 … `count`.
std::optional<Aid> make_aid(const book::AidSpec& spec, int count);

/// The next part of it: phase, seat, area, card, part of the form, deal of groups. What has no parts stays as it is.
void forward(Aid& aid, Instant now);
void backward(Aid& aid, Instant now);

/// What the room may see of it: what is not turned, not revealed or not to be counted yet is left out.
Aid seen_by_room(Aid aid);

bool has_clock(const Aid& aid);
/// Whether its clock goes. A clock that goes may have nothing left to show: see moving.
bool running(const Aid& aid);
/// Whether the picture changes on its own at `now`: a countdown that is over and a seat whose time is up stand still,
/// so the program can sleep.
bool moving(const Aid& aid, Instant now);
/// Starting what is over does nothing.
void start(Aid& aid, Instant now);
void pause(Aid& aid, Instant now);

}  // namespace session
