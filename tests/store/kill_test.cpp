// The program is killed while it writes, again and again on the same file; what it said was stored must be there.
#ifndef _WIN32
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>

#include "support.h"

using namespace support;
using course::AttendanceSheet;
using course::RoundPhase;
using store::Store;

namespace {

constexpr int participants = 12;

/// What the child has been told is stored, as it reports it through a pipe.
struct Stored {
    std::int64_t batch = 0;
    std::int64_t run_events = 0;
    std::int64_t setting = 0;
    std::int64_t answers = 0;
};

/// Runs in a process of its own until it is killed: marks and takes back all of meeting 1, and writes of every other
/// kind.
[[noreturn]] void write_until_killed(const std::filesystem::path& folder, int pipe) {
    auto opened_store = Store::open(folder, now);
    if (!opened_store) ::_exit(1);
    Store& store = opened_store.value();
    if (store.courses().value().empty() && !store.add_course(spring_course())) ::_exit(2);
    const std::int64_t course = store.courses().value().front().id;
    auto records = store.records(course, 1).value();
    AttendanceSheet sheet = records.attendance;
    course::FeedbackRound round = records.feedback.front();
    round.phase = RoundPhase::open;
    const auto run = store.begin_run(course, 1, {now, session::Started{}});
    if (!run) ::_exit(3);
    Stored stored;
    stored.run_events = 1;
    for (int i = 1;; ++i) {
        auto events = sheet.rest_present(1, now);
        if (events.empty()) events = sheet.undo(now);
        if (!store.append_attendance(course, events)) ::_exit(4);
        sheet.apply(events);
        stored.batch = events.front().batch;
        if (!store.append_run_event(run.value(), {now, session::Went{i, 0}})) ::_exit(5);
        ++stored.run_events;
        if (i % 4 == 0) {
            if (!store.set_setting("teller", std::to_string(i))) ::_exit(6);
            stored.setting = i;
        }
        if (i % 5 == 0 && course::submit(round, {{"nytte", i % 11}})) {
            if (!store.save_round(course, round)) ::_exit(7);
            stored.answers = course::total(round.questions.front().counts);
        }
        if (::write(pipe, &stored, sizeof stored) != static_cast<ssize_t>(sizeof stored)) ::_exit(8);
    }
}

void check_whole(Store& store, const Stored& told) {
    const auto courses = store.courses().value();
    if (courses.empty()) {
        REQUIRE(told.batch == 0);
        return;
    }
    const auto records = store.records(courses.front().id, 1).value();
    std::map<std::int64_t, int> batches;
    for (const auto& event : records.attendance.events()) ++batches[event.batch];
    // One write may have been finished without the child having lived to tell.
    const auto last = batches.empty() ? 0 : batches.rbegin()->first;
    REQUIRE(last >= told.batch);
    REQUIRE(static_cast<std::int64_t>(batches.size()) == last);
    for (const auto& [batch, events] : batches) REQUIRE(events == participants);
    if (told.run_events > 0) {
        const auto run = store.unfinished_run().value();
        REQUIRE(run);
        REQUIRE(static_cast<std::int64_t>(run->log.size()) >= told.run_events);
        REQUIRE(static_cast<std::int64_t>(run->log.size()) <= told.run_events + 1);
    }
    if (told.setting > 0) REQUIRE(std::stoll(store.settings().value().at("teller")) >= told.setting);
    if (told.answers > 0) REQUIRE(course::total(records.feedback.front().questions.front().counts) >= told.answers);
}

}  // namespace

TEST_CASE("killed at forty random moments, every acknowledged write is there and no write is there by half") {
    const TempFolder folder;
    std::mt19937 random(29);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    std::int64_t acknowledged = 0;
    for (int round = 0; round < 40; ++round) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(folder.path, ends[1]);
        }
        ::close(ends[1]);
        // A third of the kills come at any moment, the opening included; the rest in the middle of writing.
        Stored told;
        const int writes = round % 3 == 0 ? 0 : pick(1, 12);
        for (int i = 0; i<writes&& ::read(ends[0], &told, sizeof told)> 0; ++i) ++acknowledged;
        ::usleep(static_cast<useconds_t>(writes == 0 ? pick(0, 60'000) : pick(0, 4'000)));
        ::kill(child, SIGKILL);
        while (::read(ends[0], &told, sizeof told) == static_cast<ssize_t>(sizeof told)) ++acknowledged;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        CAPTURE(round, told.batch);
        REQUIRE(WIFSIGNALED(status));  // it ended by our hand, not by a failed write
        Store store = opened(folder.path);
        check_whole(store, told);
    }
    CHECK(acknowledged > 100);
    CHECK(store::verify(file_in(folder)).ok());
}
#endif
