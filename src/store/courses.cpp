#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>

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
using course::Course;

void throw_damaged(std::string_view what) {
    throw SQLite::Exception("a row makes no sense: " + std::string(what), SQLITE_CORRUPT);
}

std::optional<int> course_size(Connection& connection, std::int64_t course) {
    Query row = connection.query(embedded::sql_course_size());
    if (!row.bind(":course", course).next()) return std::nullopt;
    return static_cast<int>(row.number(0));
}

namespace {

void bind(Query& query, const Course& course) {
    std::string starts = base::to_text(course.starts);
    std::replace(starts.begin(), starts.end(), '.', ':');
    query.bind(":title", course.title)
        .bind(":municipality", course.municipality)
        .bind(":place", course.place)
        .bind(":starts", starts)
        .bind(":leader_one", course.leader_one)
        .bind(":leader_two", course.leader_two)
        .bind(":participants", course.participants);
}

void add_dates(Connection& connection, std::int64_t course, const std::vector<base::Date>& dates) {
    int meeting = 0;
    for (const base::Date date : dates)
        connection.query(embedded::sql_course_date_add())
            .bind(":course", course)
            .bind(":meeting", ++meeting)
            .bind(":date", base::to_iso(date))
            .run();
}

std::vector<base::Date> dates(Connection& connection, std::int64_t course) {
    std::vector<base::Date> result;
    Query rows = connection.query(embedded::sql_course_dates());
    rows.bind(":course", course);
    while (rows.next()) {
        const auto date = base::parse_date(rows.text(1));
        if (!date || rows.number(0) != static_cast<std::int64_t>(result.size()) + 1)
            throw_damaged("the date of a meeting");
        result.push_back(*date);
    }
    return result;
}

bool storable(const Course& course) {
    return std::all_of(course.dates.begin(), course.dates.end(), base::is_valid);
}

Error no_course(const std::filesystem::path& file, std::int64_t course) {
    return {Fault::not_found, base::to_utf8(file), "course " + std::to_string(course)};
}

Error bad_course(const std::filesystem::path& file) {
    return {Fault::bad_input, base::to_utf8(file), "a date that no calendar has"};
}

}  // namespace

Result<std::int64_t> Store::add_course(const Course& course) {
    return guarded(state_->file, [&]() -> Result<std::int64_t> {
        if (!storable(course)) return bad_course(state_->file);
        Connection& connection = state_->connection;
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        {
            Query query = connection.query(embedded::sql_course_add());
            bind(query, course);
            query.run();
        }
        const std::int64_t id = connection.database().getLastInsertRowid();
        add_dates(connection, id, course.dates);
        transaction.commit();
        return id;
    });
}

Outcome Store::change_course(const Course& course) {
    return guarded(state_->file, [&]() -> Outcome {
        if (!storable(course)) return bad_course(state_->file);
        Connection& connection = state_->connection;
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        {
            Query query = connection.query(embedded::sql_course_change());
            bind(query, course);
            if (query.bind(":course", course.id).run() == 0) return no_course(state_->file, course.id);
        }
        connection.query(embedded::sql_course_dates_remove()).bind(":course", course.id).run();
        add_dates(connection, course.id, course.dates);
        transaction.commit();
        return base::done();
    });
}

Outcome Store::remove_course(std::int64_t course) {
    return guarded(state_->file, [&]() -> Outcome {
        Connection& connection = state_->connection;
        {
            SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
            if (connection.query(embedded::sql_course_remove()).bind(":course", course).run() == 0)
                return no_course(state_->file, course);
            transaction.commit();
        }
        connection.truncate_log();
        return base::done();
    });
}

Result<std::vector<Course>> Store::courses() {
    return guarded(state_->file, [&]() -> Result<std::vector<Course>> {
        std::vector<Course> result;
        Query rows = state_->connection.query(embedded::sql_courses());
        while (rows.next()) {
            Course course;
            course.id = rows.number(0);
            course.title = rows.text(1);
            course.municipality = rows.text(2);
            course.place = rows.text(3);
            const auto starts = base::parse_time_of_day(rows.text(4));
            if (!starts) throw_damaged("when a course starts");
            course.starts = *starts;
            course.leader_one = rows.text(5);
            course.leader_two = rows.text(6);
            course.participants = static_cast<int>(rows.number(7));
            course.dates = dates(state_->connection, course.id);
            result.push_back(std::move(course));
        }
        return result;
    });
}

Result<CourseRecords> Store::records(std::int64_t course, int meetings) {
    return guarded(state_->file, [&]() -> Result<CourseRecords> {
        Connection& connection = state_->connection;
        const auto size = course_size(connection, course);
        if (!size) return no_course(state_->file, course);
        CourseRecords records;
        records.attendance = course::AttendanceSheet(*size, meetings);
        records.attendance.apply(attendance_events(connection, course));
        for (int meeting = 1; meeting <= meetings; ++meeting)
            records.feedback.push_back({meeting, course::RoundPhase::not_opened, {}});
        for (course::FeedbackRound& round : rounds(connection, course))
            if (round.meeting <= meetings)
                records.feedback[static_cast<std::size_t>(round.meeting - 1)] = std::move(round);
        records.held = held(connection, course);
        records.ticks = ticks(connection, course);
        records.lines = lines(connection, course);
        records.hands = hand_counts(connection, course);
        records.groups = groupings(connection, course);
        return records;
    });
}

}  // namespace store
