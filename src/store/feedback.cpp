#include "course/feedback.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <array>
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
using course::FeedbackRound;
using course::QuestionCounts;
using course::RoundPhase;

namespace {

constexpr std::array<std::string_view, 3> phase_names{"not_opened", "open", "closed"};

RoundPhase phase_in(const Query& row, int column) {
    const std::string name = row.text(column);
    for (std::size_t i = 0; i < phase_names.size(); ++i)
        if (phase_names[i] == name) return static_cast<RoundPhase>(i);
    throw_damaged("the phase of a round");
}

std::vector<QuestionCounts> counts(Connection& connection, std::int64_t course, int meeting) {
    std::vector<QuestionCounts> result;
    Query rows = connection.query(embedded::sql_counts());
    rows.bind(":course", course).bind(":meeting", meeting);
    while (rows.next()) result.push_back({rows.text(0), histogram_in(rows, 1)});
    return result;
}

bool storable(const FeedbackRound& round) {
    std::set<std::string> named;
    const auto countable = [](int count) { return count >= 0 && count <= course::most_alike; };
    return round.meeting >= 1 &&
           std::all_of(round.questions.begin(), round.questions.end(), [&](const QuestionCounts& q) {
               return !q.question.empty() && named.insert(q.question).second &&
                      std::all_of(q.counts.begin(), q.counts.end(), countable);
           });
}

bool same_questions(const FeedbackRound& a, const FeedbackRound& b) {
    return std::equal(
        a.questions.begin(), a.questions.end(), b.questions.begin(), b.questions.end(),
        [](const QuestionCounts& one, const QuestionCounts& other) { return one.question == other.question; });
}

void write(Connection& connection, std::int64_t course, const FeedbackRound& round) {
    connection.query(embedded::sql_round_save())
        .bind(":course", course)
        .bind(":meeting", round.meeting)
        .bind(":phase", phase_names.at(static_cast<std::size_t>(round.phase)))
        .run();
    int place = 0;
    for (const QuestionCounts& question : round.questions) {
        Query query = connection.query(embedded::sql_count_save());
        query.bind(":course", course)
            .bind(":meeting", round.meeting)
            .bind(":question", question.question)
            .bind(":place", place++);
        bind(query, question.counts);
        query.run();
    }
}

/// A count that grows moves within its page, and the log keeps every page as it was: both would tell in which order
/// people answered. So the log is emptied after each save, and the pages are written anew once the round is closed.
void forget_the_way_here(Connection& connection, RoundPhase phase) {
    if (phase == RoundPhase::closed) connection.database().tryExec("VACUUM");
    connection.truncate_log();
}

}  // namespace

void bind(Query& query, const course::Histogram& histogram) {
    static constexpr std::array names{":n0", ":n1", ":n2", ":n3", ":n4", ":n5", ":n6", ":n7", ":n8", ":n9", ":n10"};
    for (std::size_t value = 0; value < histogram.size(); ++value) query.bind(names[value], histogram[value]);
}

course::Histogram histogram_in(const Query& row, int column) {
    course::Histogram histogram{};
    for (int& count : histogram) {
        const std::int64_t stored = row.number(column++);
        if (stored < 0 || stored > course::most_alike) throw_damaged("a count of answers");
        count = static_cast<int>(stored);
    }
    return histogram;
}

std::vector<FeedbackRound> rounds(Connection& connection, std::int64_t course) {
    std::vector<FeedbackRound> result;
    Query rows = connection.query(embedded::sql_rounds());
    rows.bind(":course", course);
    while (rows.next()) {
        const int meeting = static_cast<int>(rows.number(0));
        result.push_back({meeting, phase_in(rows, 1), counts(connection, course, meeting)});
    }
    return result;
}

Outcome Store::save_round(std::int64_t course, const FeedbackRound& round) {
    return guarded(state_->file, [&]() -> Outcome {
        Connection& connection = state_->connection;
        const std::string path = base::to_utf8(state_->file);
        if (!storable(round)) return Error{Fault::bad_input, path, "a round that can not be counted"};
        {
            SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
            if (!course_size(connection, course))
                return Error{Fault::not_found, path, "course " + std::to_string(course)};
            const auto all = rounds(connection, course);
            const auto before = std::find_if(
                all.begin(), all.end(), [&](const FeedbackRound& other) { return other.meeting == round.meeting; });
            if (before != all.end()) {
                if (*before == round) return base::done();
                // What was shown must not move afterwards by one person's answers.
                if (before->phase == RoundPhase::closed) return Error{Fault::bad_input, path, "the round is closed"};
                if (!same_questions(*before, round))
                    connection.query(embedded::sql_counts_remove())
                        .bind(":course", course)
                        .bind(":meeting", round.meeting)
                        .run();
            }
            write(connection, course, round);
            transaction.commit();
        }
        forget_the_way_here(connection, round.phase);
        return base::done();
    });
}

}  // namespace store
