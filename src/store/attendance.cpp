#include "course/attendance.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <array>

#include "base/files.h"
#include "store/fault.h"
#include "store/rows.h"
#include "store/state.h"
#include "store_sql.h"

namespace store {
using base::Error;
using base::Fault;
using base::Outcome;
using course::AttendanceEvent;
using course::Mark;

namespace {

constexpr std::array<std::string_view, 4> mark_names{"present", "late", "excused", "absent"};

void bind_mark(Query& query, const char* name, std::optional<Mark> mark) {
    if (mark)
        query.bind(name, mark_names.at(static_cast<std::size_t>(*mark)));
    else
        query.bind_null(name);
}

std::optional<Mark> mark_in(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    const std::string name = row.text(column);
    for (std::size_t i = 0; i < mark_names.size(); ++i)
        if (mark_names[i] == name) return static_cast<Mark>(i);
    throw_damaged("an attendance mark");
}

void bind(Query& query, std::int64_t course, const AttendanceEvent& event) {
    query.bind(":course", course)
        .bind(":batch", event.batch)
        .bind(":at", base::to_milliseconds(event.at))
        .bind(":meeting", event.meeting)
        .bind(":participant", event.participant)
        .bind(":undoes", event.undoes);
    bind_mark(query, ":before", event.before);
    bind_mark(query, ":after", event.after);
}

bool stored(Connection& connection, std::int64_t course, const AttendanceEvent& event) {
    Query query = connection.query(embedded::sql_attendance_same());
    bind(query, course, event);
    return query.next();
}

}  // namespace

std::vector<AttendanceEvent> attendance_events(Connection& connection, std::int64_t course) {
    std::vector<AttendanceEvent> events;
    Query rows = connection.query(embedded::sql_attendance_events());
    rows.bind(":course", course);
    while (rows.next())
        events.push_back({rows.number(0), base::from_milliseconds(rows.number(1)), static_cast<int>(rows.number(2)),
                          static_cast<int>(rows.number(3)), mark_in(rows, 4), mark_in(rows, 5), rows.number(6)});
    return events;
}

Outcome Store::append_attendance(std::int64_t course, const std::vector<AttendanceEvent>& events) {
    if (events.empty()) return base::done();
    return guarded(state_->file, [&]() -> Outcome {
        Connection& connection = state_->connection;
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        if (!course_size(connection, course))
            return Error{Fault::not_found, base::to_utf8(state_->file), "course " + std::to_string(course)};
        for (const AttendanceEvent& event : events) {
            if (stored(connection, course, event)) continue;
            Query query = connection.query(embedded::sql_attendance_add());
            bind(query, course, event);
            query.run();
        }
        transaction.commit();
        return base::done();
    });
}

}  // namespace store
