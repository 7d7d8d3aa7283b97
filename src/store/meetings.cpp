// What a course has changed in its plans, and what is kept of its meetings.
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/files.h"
#include "base/text.h"
#include "store/fault.h"
#include "store/rows.h"
#include "store/state.h"
#include "store_sql.h"

namespace store {
using base::Error;
using base::Fault;
using base::Outcome;
using base::Result;
using session::CoursePlan;
using session::Groups;
using session::PlannedStep;

namespace {

constexpr std::array<std::string_view, 4> leader_names{"none", "professional", "user_rep", "both"};
constexpr int most_divisions = 1000;
constexpr std::size_t most_people_divided = 200;
constexpr std::int64_t longest_time = 1'000'000;  ///< planned minutes, used seconds: more than any meeting has

book::Leader leader_in(const std::string& name) {
    const auto found = std::ranges::find(leader_names, name);
    if (found == leader_names.end()) throw_damaged("who leads a step");
    return static_cast<book::Leader>(found - leader_names.begin());
}

PlannedStep step_in(const Query& row) {
    PlannedStep step{row.text(2), row.text(3), row.text(4), row.text(5), {}, {}, {}, row.number(9) != 0};
    if (!row.is_null(6)) step.minutes = static_cast<int>(row.number(6));
    if (!row.is_null(7)) step.leader = leader_in(row.text(7));
    if (!row.is_null(8)) {
        step.at = base::parse_time_of_day(row.text(8));
        if (!step.at) throw_damaged("the time of a step");
    }
    return step;
}

void add_step(Connection& connection, std::int64_t course, int meeting, int place, const PlannedStep& step) {
    Query query = connection.query(embedded::sql_course_step_add());
    query.bind(":course", course)
        .bind(":meeting", meeting)
        .bind(":place", place)
        .bind(":standard", step.standard)
        .bind(":exercise", step.exercise)
        .bind(":title", step.title)
        .bind(":instruction", step.note)
        .bind(":skipped", step.skipped ? 1 : 0);
    if (step.minutes)
        query.bind(":minutes", *step.minutes);
    else
        query.bind_null(":minutes");
    if (step.leader)
        query.bind(":leader", leader_names.at(static_cast<std::size_t>(*step.leader)));
    else
        query.bind_null(":leader");
    if (step.at) {
        std::string at = base::to_text(*step.at);
        std::ranges::replace(at, '.', ':');
        query.bind(":at", at);
    } else {
        query.bind_null(":at");
    }
    query.run();
}

std::string to_text(const Groups& groups) {
    std::string text;
    for (const auto& group : groups) {
        if (!text.empty()) text += '|';
        for (std::size_t i = 0; i < group.size(); ++i) text += (i > 0 ? "," : "") + std::to_string(group[i]);
    }
    return text;
}

bool storable(const Groups& groups) {
    std::size_t people = 0;
    for (const auto& group : groups) {
        people += group.size();
        if (group.empty() || std::ranges::any_of(group, [](int number) { return number < 1; })) return false;
    }
    return people > 0 && people <= most_people_divided;
}

Groups groups_in(std::string_view text) {
    Groups groups(1);
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        int number = 0;
        const auto [stopped, fault] = std::from_chars(at, end, number);
        if (fault != std::errc{}) throw_damaged("who sat together");
        groups.back().push_back(number);
        at = stopped;
        if (at == end) break;
        if (*at != ',' && *at != '|') throw_damaged("who sat together");
        if (*at == '|') groups.emplace_back();
        ++at;
    }
    if (!storable(groups)) throw_damaged("who sat together");
    return groups;
}

}  // namespace

bool storable(const std::vector<course::StepTime>& times) {
    return std::ranges::all_of(times, [](const course::StepTime& time) {
        return time.planned >= 0 && time.planned <= longest_time && time.used >= 0 && time.used <= longest_time;
    });
}

void save_times(Connection& connection, std::int64_t run, const std::vector<course::StepTime>& times) {
    connection.query(embedded::sql_step_times_remove()).bind(":run", run).run();
    int place = 0;
    for (const course::StepTime& time : times)
        connection.query(embedded::sql_step_time_add())
            .bind(":run", run)
            .bind(":place", place++)
            .bind(":title", time.title)
            .bind(":exercise", time.exercise)
            .bind(":planned", time.planned)
            .bind(":used", time.used)
            .run();
}

std::map<int, std::string> lines(Connection& connection, std::int64_t course) {
    std::map<int, std::string> result;
    Query rows = connection.query(embedded::sql_lines());
    rows.bind(":course", course);
    while (rows.next()) {
        std::string line = rows.text(1);
        if (line.size() > course::longest_line) throw_damaged("a line to next time");
        result[static_cast<int>(rows.number(0))] = std::move(line);
    }
    return result;
}

std::vector<course::HandCount> hand_counts(Connection& connection, std::int64_t course) {
    std::vector<course::HandCount> result;
    Query rows = connection.query(embedded::sql_hands());
    rows.bind(":course", course);
    while (rows.next()) {
        result.push_back({static_cast<int>(rows.number(0)), rows.text(1), histogram_in(rows, 2)});
        if (result.back().meeting < 1) throw_damaged("the meeting of a count");
    }
    Query items = connection.query(embedded::sql_items());
    items.bind(":course", course);
    while (items.next()) {
        course::HandCount item{static_cast<int>(items.number(0)), items.text(1), {}};
        if (result.empty() || result.back().meeting != item.meeting || result.back().question != item.question)
            result.push_back(std::move(item));
        result.back().items.push_back({items.text(2), static_cast<int>(items.number(3))});
        if (!course::countable(result.back())) throw_damaged("hands at the items of a list");
    }
    std::ranges::stable_sort(result, {}, [](const course::HandCount& counts) {
        return std::pair<int, const std::string&>(counts.meeting, counts.question);
    });
    return result;
}

std::vector<Groups> groupings(Connection& connection, std::int64_t course) {
    std::vector<Groups> result;
    Query rows = connection.query(embedded::sql_groupings());
    rows.bind(":course", course);
    while (rows.next()) result.push_back(groups_in(rows.text(0)));
    return result;
}

/// One transaction for a course that is there.
template <class Work>
Outcome Store::for_course(std::int64_t course, Work work) {
    return guarded(state_->file, [&]() -> Outcome {
        Connection& connection = state_->connection;
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        if (!course_size(connection, course))
            return Error{Fault::not_found, base::to_utf8(state_->file), "course " + std::to_string(course)};
        work(connection);
        transaction.commit();
        return base::done();
    });
}

Outcome Store::save_plan(std::int64_t course, int meeting, const CoursePlan& plan) {
    if (meeting < 1 || plan.size() > session::most_planned_steps || !std::ranges::all_of(plan, session::storable))
        return Error{Fault::bad_input, base::to_utf8(state_->file), "a plan that can not be kept"};
    return for_course(course, [&](Connection& connection) {
        connection.query(embedded::sql_course_steps_remove()).bind(":course", course).bind(":meeting", meeting).run();
        int place = 0;
        for (const PlannedStep& step : plan) add_step(connection, course, meeting, place++, step);
    });
}

Result<std::map<course::CourseMeeting, CoursePlan>> Store::plans() {
    return guarded(state_->file, [&]() -> Result<std::map<course::CourseMeeting, CoursePlan>> {
        std::map<course::CourseMeeting, CoursePlan> result;
        Query rows = state_->connection.query(embedded::sql_course_steps());
        while (rows.next()) {
            CoursePlan& plan = result[{rows.number(0), static_cast<int>(rows.number(1))}];
            plan.push_back(step_in(rows));
            if (!session::storable(plan.back()) || plan.size() > session::most_planned_steps)
                throw_damaged("the plan of a course");
        }
        return result;
    });
}

Outcome Store::save_line(std::int64_t course, int meeting, const std::string& line) {
    if (meeting < 1 || line.size() > course::longest_line)
        return Error{Fault::bad_input, base::to_utf8(state_->file), "a line that is too long"};
    return for_course(course, [&](Connection& connection) {
        Query query = connection.query(line.empty() ? embedded::sql_line_remove() : embedded::sql_line_save());
        query.bind(":course", course).bind(":meeting", meeting);
        if (!line.empty()) query.bind(":line", line);
        query.run();
    });
}

Outcome Store::save_hands(std::int64_t course, const course::HandCount& counts) {
    if (!course::countable(counts))
        return Error{Fault::bad_input, base::to_utf8(state_->file), "hands that can not be counted"};
    return for_course(course, [&](Connection& connection) {
        const auto of_question = [&](Query&& query) -> Query& {
            return query.bind(":course", course).bind(":meeting", counts.meeting).bind(":question", counts.question);
        };
        of_question(connection.query(embedded::sql_hands_remove())).run();
        of_question(connection.query(embedded::sql_items_remove())).run();
        if (course::total(counts) == 0) return;
        if (counts.items.empty()) {
            Query query = connection.query(embedded::sql_hands_save());
            bind(query, counts.hands);
            of_question(std::move(query)).run();
        }
        int place = 0;
        for (const course::HandCount::Item& item : counts.items)
            of_question(connection.query(embedded::sql_item_add()))
                .bind(":place", place++)
                .bind(":item", item.name)
                .bind(":hands", item.hands)
                .run();
    });
}

Outcome Store::save_groups(std::int64_t course, int number, const Groups& groups) {
    if (number < 0 || number >= most_divisions || !storable(groups))
        return Error{Fault::bad_input, base::to_utf8(state_->file), "groups that can not be kept"};
    return for_course(course, [&](Connection& connection) {
        connection.query(embedded::sql_grouping_save())
            .bind(":course", course)
            .bind(":number", number)
            .bind(":groups", to_text(groups))
            .run();
    });
}

Result<std::vector<course::StepTime>> Store::times() {
    return guarded(state_->file, [&]() -> Result<std::vector<course::StepTime>> {
        std::vector<course::StepTime> result;
        Query rows = state_->connection.query(embedded::sql_step_times());
        while (rows.next()) {
            const std::int64_t planned = rows.number(4), used = rows.number(5);
            if (planned > longest_time || used > longest_time) throw_damaged("how long a step took");
            result.push_back({rows.number(0), static_cast<int>(rows.number(1)), rows.text(2), rows.text(3),
                              static_cast<int>(planned), static_cast<int>(used), rows.number(6)});
        }
        return result;
    });
}

}  // namespace store
