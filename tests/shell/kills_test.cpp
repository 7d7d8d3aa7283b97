// The program is killed at random moments while a course is being run. Each next start must stand at the same step with
// the same clock, and have every mark that was acknowledged. MESTRING_KILLS and MESTRING_SEED set how often (1000 for the
// full proof, about a minute on a quiet machine) and which.
#ifndef _WIN32
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <random>
#include <sstream>

#include "base/temp_folder.h"
#include "shell/desk.h"
#include "shell/nobody.h"

using namespace std::chrono_literals;

namespace {

constexpr int participants = 9, meetings = 6;
constexpr int lives_of_a_folder = 100;  ///< then a new register is begun, so that the old one's length costs no time
constexpr base::Minutes zone{60};
const base::Instant first_day = base::at_local({2026, 3, 4}, {9, 55}, zone);

int number_from(const char* name, int otherwise) {
    const char* const text = std::getenv(name);
    return text != nullptr ? std::atoi(text) : otherwise;
}

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(static_cast<std::mt19937::result_type>(seed)) {}
    int from(int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine_); }

  private:
    std::mt19937 engine_;
};

/// What must outlive the program, at one moment.
struct Snapshot {
    std::int64_t at = 0;  ///< milliseconds
    int meeting = 0;      ///< 0: none is on
    int phase = 0, step = 0, cue = 0;
    std::int64_t used = 0;  ///< of the step, milliseconds
    std::int64_t left = 0;
    std::size_t marks = 0, lines = 0, counts = 0, ticks = 0;
    unsigned held = 0;   ///< bit n: meeting n
    unsigned timed = 0;  ///< those whose minutes are known
};

std::ostream& operator<<(std::ostream& out, const Snapshot& s) {
    return out << s.at << ' ' << s.meeting << ' ' << s.phase << ' ' << s.step << ' ' << s.cue << ' ' << s.used << ' '
               << s.left << ' ' << s.marks << ' ' << s.lines << ' ' << s.counts << ' ' << s.ticks << ' ' << s.held
               << ' ' << s.timed;
}
std::istream& operator>>(std::istream& in, Snapshot& s) {
    return in >> s.at >> s.meeting >> s.phase >> s.step >> s.cue >> s.used >> s.left >> s.marks >> s.lines >>
           s.counts >> s.ticks >> s.held >> s.timed;
}

template <class Fill>
std::size_t fingerprint(Fill fill) {
    std::ostringstream text;
    fill(text);
    return std::hash<std::string>{}(text.str());
}

Snapshot snapshot(const app::Model& model, base::Instant now) {
    Snapshot s;
    s.at = base::to_milliseconds(now);
    if (model.run && model.run->state.phase != session::Phase::ended) {
        const app::Run& run = *model.run;
        const session::Timing timing = session::timing(run.state, run.plan, now);
        s.meeting = run.plan.meeting;
        s.phase = static_cast<int>(run.state.phase);
        s.step = run.state.step;
        s.cue = run.state.cue;
        s.used = timing.step_used.count();
        s.left = timing.step_left.count();
    }
    const app::CourseData& records = model.records;
    s.marks = fingerprint([&](auto& out) {
        for (int who = 1; who <= participants; ++who)
            for (int meeting = 1; meeting <= meetings; ++meeting) {
                const auto mark = records.attendance.mark(who, meeting);
                out << (mark ? static_cast<int>(*mark) : 9);
            }
    });
    s.lines = fingerprint([&](auto& out) {
        for (const auto& [meeting, line] : records.lines)
            if (!line.empty()) out << meeting << line << '\n';
    });
    s.counts = fingerprint([&](auto& out) {
        std::map<int, int> all;  // one question a meeting here
        for (const course::HandCount& one : records.counts)
            all[one.meeting] = one.items.empty() ? one.hands[7] : 100 + one.items[1].hands;
        for (const auto& [meeting, hands] : all) out << meeting << ':' << hands << ' ';
    });
    s.ticks = fingerprint([&](auto& out) {
        for (const course::Tick& tick : records.ticks) out << tick.task << ' ';
    });
    for (const int meeting : records.held) s.held |= 1u << meeting;
    for (const course::StepTime& time : model.times) s.timed |= 1u << time.meeting;
    return s;
}

app::Action any_deed(Dice& dice, const app::Model& model, std::int64_t course) {
    const int meeting = dice.from(1, meetings);
    switch (dice.from(1, 8)) {
        case 1:
        case 2: {
            const int mark = dice.from(0, 4);
            return app::MarkAttendance{dice.from(1, participants), meeting,
                                       mark == 4 ? std::nullopt : std::optional(static_cast<course::Mark>(mark))};
        }
        case 3:
            if (dice.from(0, 1) == 0) return app::MarkRestPresent{meeting};
            if (dice.from(0, 1) == 0)
                return app::TickTask{{"del-1/x.md", std::uint64_t(dice.from(1, 30))}, dice.from(0, 1) == 0};
            if (dice.from(0, 1) == 0) return app::WriteLine{meeting, "Linje " + std::to_string(dice.from(0, 99))};
            if (dice.from(0, 3) == 0) return app::UndoCounts{};
            if (dice.from(0, 1) == 0)
                return app::KeepCounts{{meeting, "Nytte?", {}, {{"Dagslys", 1}, {"Mørkt rom", dice.from(0, 9)}}}};
            return app::KeepCounts{{meeting, "Nytte?", {0, 0, 0, 0, 0, 0, 0, dice.from(0, 9), 0, 0, 0}}};
        default: break;
    }
    if (!model.run) return app::StartMeeting{course, meeting};
    if (model.run->state.phase == session::Phase::ended)
        return dice.from(0, 3) == 0 ? app::Action(app::ReopenMeeting{}) : app::LeaveMeeting{};
    const int steps = static_cast<int>(model.run->plan.steps.size());
    switch (dice.from(1, 24)) {
        case 1:
        case 2: return app::Previous{};
        case 3: return app::GoToStep{dice.from(0, steps - 1)};
        case 4:
        case 5: return app::AddMinutes{dice.from(-3, 5)};
        case 6:
        case 7:
        case 8: return app::ToggleClock{};
        case 9: return app::CatchUpNow{};
        case 10: return app::UndoRunEvent{};
        case 11:
            for (const book::Document& document : model.handbook->documents)
                if (document.kind == book::Kind::exercise && dice.from(0, 9) == 0)
                    return app::SwapExercise{dice.from(model.run->state.step, steps - 1), document.path};
            return app::Next{};
        case 12: return dice.from(0, 1) == 0 ? app::Action(app::EndMeeting{}) : app::LastStep{};
        default: return app::Next{};
    }
}

/// In a process of its own until it is killed: opens the register as the program does, goes on where it stood, and does
/// one thing after the other. Tells what a start finds (S), what it is about to have kept (I) and what is kept (A).
[[noreturn]] void live(const std::filesystem::path& folder, const std::shared_ptr<const book::Handbook>& handbook,
                       std::uint64_t seed, base::Instant now, int pipe) {
    Dice dice(seed);
    shell::Nobody nobody;
    shell::Desk desk(folder, nobody);
    const auto tell = [&](char what) {
        std::ostringstream line;
        line << what << ' ' << snapshot(desk.model(), now) << '\n';
        const std::string text = line.str();
        if (::write(pipe, text.data(), text.size()) != static_cast<ssize_t>(text.size())) ::_exit(3);
    };
    desk.act(app::HandbookLoaded{handbook, nullptr}, now);
    desk.act(app::Tick{zone}, now);
    desk.act(desk.runner().opened(store::Store::open(folder, now)), now);
    desk.carry_out(now);
    if (desk.model().store.phase != app::StorePhase::open || desk.model().courses.empty()) ::_exit(4);
    const std::int64_t course = desk.model().courses.front().id;
    desk.act(app::OpenCourse{course}, now);
    desk.act(app::ResumeMeeting{}, now);
    desk.carry_out(now);
    tell('S');
    for (;;) {
        if (dice.from(0, 2) == 0) now += base::Milliseconds(dice.from(0, 400'000));
        desk.act(app::Tick{zone}, now);
        desk.act(any_deed(dice, desk.model(), course), now);
        tell('I');
        desk.carry_out(now);
        if (!desk.model().unsaved.empty()) ::_exit(5);
        tell('A');
    }
}

bool same_run(const Snapshot& found, const Snapshot& told) {
    if (found.meeting != told.meeting) return false;
    if (found.meeting == 0) return true;
    const bool runs = told.phase == static_cast<int>(session::Phase::running);
    const std::int64_t passed = runs ? found.at - told.at : 0;
    return found.phase == told.phase && found.step == told.step && found.cue == told.cue &&
           std::abs(found.used - (told.used + passed)) <= 1000 && std::abs(found.left - (told.left - passed)) <= 1000;
}

void begin_register(const std::filesystem::path& folder) {
    auto store = store::Store::open(folder, first_day);
    REQUIRE(store.ok());
    course::Course course;
    course.title = "Vårkurset 2026";
    course.municipality = "Fjordvik";
    course.place = "Frivilligsentralen";
    course.dates = course::dates_from({2026, 3, 4}, meetings);
    course.leader_one = "Fagperson";
    course.leader_two = "Brukerrepresentant";
    course.participants = participants;
    REQUIRE(store.value().add_course(course).ok());
}

}  // namespace

TEST_CASE("killed again and again while a course is run, each next start has the step, the clock and every mark") {
    const int kills = number_from("MESTRING_KILLS", 200);
    const int seed = number_from("MESTRING_SEED", 5);
    CAPTURE(kills, seed);
    const auto handbook = std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb"));
    Dice dice(static_cast<std::uint64_t>(seed));
    int starts = 0, acknowledged = 0, running = 0, in_flight = 0;
    std::unique_ptr<TempFolder> folder;
    base::Instant now{};
    Snapshot told, flying;  // what was acknowledged last, and what may have been kept after it
    for (int life = 0; life < kills; ++life) {
        CAPTURE(life);
        if (life % lives_of_a_folder == 0) {
            folder = std::make_unique<TempFolder>();
            begin_register(folder->path);
            now = first_day;
            app::Model fresh;
            fresh.records.attendance = course::AttendanceSheet(participants, meetings);
            told = flying = snapshot(fresh, now);
        }
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            live(folder->path, handbook,
                 static_cast<std::uint64_t>(seed) * 1'000'003 + static_cast<std::uint64_t>(life), now, ends[1]);
        }
        ::close(ends[1]);
        // A fourth of the kills come at any moment, the opening included; the rest while one thing after another is done.
        std::string heard;
        char some[4096];
        const auto listen = [&] {
            const ssize_t count = ::read(ends[0], some, sizeof some);
            if (count > 0) heard.append(some, static_cast<std::size_t>(count));
            return count > 0;
        };
        const bool any = life % 4 == 0;
        const auto lines_wanted = any ? 0 : dice.from(1, 24);
        while (std::count(heard.begin(), heard.end(), '\n') < lines_wanted && listen()) {
        }
        ::usleep(static_cast<useconds_t>(dice.from(0, any ? 40'000 : 3'000)));
        ::kill(child, SIGKILL);
        while (listen()) {
        }
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (!WIFSIGNALED(status)) FAIL("it ended by itself: " << WEXITSTATUS(status));

        std::istringstream lines(heard);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            char what = 0;
            Snapshot seen;
            REQUIRE(words >> what >> seen);
            if (what == 'S') {
                CAPTURE(seen, told, flying);
                ++starts;
                running += seen.meeting > 0;
                REQUIRE((same_run(seen, told) || same_run(seen, flying)));
                REQUIRE((seen.marks == told.marks || seen.marks == flying.marks));
                REQUIRE((seen.lines == told.lines || seen.lines == flying.lines));
                REQUIRE((seen.counts == told.counts || seen.counts == flying.counts));
                REQUIRE((seen.ticks == told.ticks || seen.ticks == flying.ticks));
                REQUIRE((seen.held == told.held || seen.held == flying.held));
                REQUIRE(seen.timed == seen.held);
            }
            acknowledged += what == 'A';
            flying = seen;
            if (what != 'I') told = seen;
        }
        in_flight += told.at != flying.at || heard.rfind("\nI") > heard.rfind("\nA");
        now = base::from_milliseconds(flying.at) + base::Seconds(dice.from(0, 1500));
    }
    WARN(kills << " kills with seed " << seed << ": " << starts << " starts, " << running << " into a running meeting, "
               << acknowledged << " acknowledged deeds, " << in_flight << " kills in the middle of one");
    CHECK(starts * 10 >= kills * 7);
    CHECK(running * 2 >= starts);
    CHECK(acknowledged >= kills);
}
#endif
