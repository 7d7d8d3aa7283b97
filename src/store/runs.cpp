#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <set>

#include "base/files.h"
#include "store/fault.h"
#include "store/rows.h"
#include "store/state.h"
#include "store_sql.h"

namespace store {
using base::Error;
using base::Fault;
using base::Outcome;
using base::Result;
using session::LoggedEvent;

namespace {

std::vector<LoggedEvent> log_of(Connection& connection, std::int64_t run) {
    std::vector<LoggedEvent> log;
    Query rows = connection.query(embedded::sql_run_events());
    rows.bind(":run", run);
    while (rows.next()) {
        const auto event = session::event_from_text(rows.text(1));
        if (!event) throw_damaged("an event of a meeting");
        log.push_back({base::from_milliseconds(rows.number(0)), *event});
    }
    return log;
}

/// Whether a meeting is over needs no plan: its steps change nothing about that.
bool ended(const std::vector<LoggedEvent>& log) {
    return session::replay({}, log).phase == session::Phase::ended;
}

/// All runs without their logs, the latest first.
std::vector<StoredRun> runs(Connection& connection) {
    std::vector<StoredRun> result;
    Query rows = connection.query(embedded::sql_runs());
    while (rows.next()) result.push_back({rows.number(0), rows.number(1), static_cast<int>(rows.number(2)), {}});
    return result;
}

void add_event(Connection& connection, std::int64_t run, const LoggedEvent& event) {
    connection.query(embedded::sql_run_event_add())
        .bind(":run", run)
        .bind(":at", base::to_milliseconds(event.at))
        .bind(":event", session::to_text(event.event))
        .run();
}

}  // namespace

std::vector<int> held(Connection& connection, std::int64_t course) {
    std::vector<int> meetings;
    for (const StoredRun& run : runs(connection))
        if (run.course == course && ended(log_of(connection, run.id))) meetings.push_back(run.meeting);
    std::ranges::sort(meetings);
    return meetings;
}

Result<std::int64_t> Store::begin_run(std::int64_t course, int meeting, const LoggedEvent& started) {
    return guarded(state_->file, [&]() -> Result<std::int64_t> {
        Connection& connection = state_->connection;
        const std::string path = base::to_utf8(state_->file);
        if (!std::holds_alternative<session::Started>(started.event))
            return Error{Fault::bad_input, path, "a run begins with its start"};
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        if (!course_size(connection, course)) return Error{Fault::not_found, path, "course " + std::to_string(course)};
        connection.query(embedded::sql_run_add()).bind(":course", course).bind(":meeting", meeting).run();
        const std::int64_t run = connection.database().getLastInsertRowid();
        add_event(connection, run, started);
        transaction.commit();
        return run;
    });
}

Outcome Store::append_run_event(std::int64_t run, const LoggedEvent& event,
                                const std::optional<std::vector<course::StepTime>>& times) {
    if (times && !storable(*times))
        return Error{Fault::bad_input, base::to_utf8(state_->file), "minutes that nobody can have used"};
    return guarded(state_->file, [&]() -> Outcome {
        Connection& connection = state_->connection;
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        if (!connection.query(embedded::sql_run_exists()).bind(":run", run).next())
            return Error{Fault::not_found, base::to_utf8(state_->file), "run " + std::to_string(run)};
        add_event(connection, run, event);
        if (times) save_times(connection, run, *times);
        transaction.commit();
        return base::done();
    });
}

Result<std::optional<StoredRun>> Store::unfinished_run() {
    return guarded(state_->file, [&]() -> Result<std::optional<StoredRun>> {
        std::set<std::int64_t> seen;
        for (StoredRun& run : runs(state_->connection)) {
            // A course that has begun another run since does not go back to this one.
            if (!seen.insert(run.course).second) continue;
            run.log = log_of(state_->connection, run.id);
            if (!ended(run.log)) return std::optional(std::move(run));
        }
        return std::optional<StoredRun>();
    });
}

}  // namespace store
