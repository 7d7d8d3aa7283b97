// store/rows.h: how values of the other rooms stand in rows. For the room's own files.
// Rule: a row that no edition of this program writes throws SQLite::Exception with SQLITE_CORRUPT: it is damage.
//                                                                                   Tests: tests/store/records_test.cpp
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "course/attendance.h"
#include "course/closing.h"
#include "course/feedback.h"
#include "course/tick.h"
#include "session/aids/groups.h"
#include "session/machine.h"
#include "store/connection.h"

namespace store {

[[noreturn]] void throw_damaged(std::string_view what);

/// How often each number was chosen, in the columns n0 … n10: as values to be written, and from the column on where n0
/// stands.
void bind(Query& query, const course::Histogram& histogram);
course::Histogram histogram_in(const Query& row, int column);

/// Number of participants; nothing when there is no such course.
std::optional<int> course_size(Connection& connection, std::int64_t course);
std::vector<course::AttendanceEvent> attendance_events(Connection& connection, std::int64_t course);
/// One a meeting that has any, by meeting.
std::vector<course::FeedbackRound> rounds(Connection& connection, std::int64_t course);
/// A meeting for each run of it that has ended and goes on no longer, in order: one held twice stands twice.
std::vector<int> held(Connection& connection, std::int64_t course);
std::map<int, std::string> lines(Connection& connection, std::int64_t course);
std::vector<course::HandCount> hand_counts(Connection& connection, std::int64_t course);
bool storable(const std::vector<course::StepTime>& times);
/// All steps of the run, in place of those it had.
void save_times(Connection& connection, std::int64_t run, const std::vector<course::StepTime>& times);
std::vector<session::Groups> groupings(Connection& connection, std::int64_t course);
std::set<course::Tick> ticks(Connection& connection, std::int64_t course);

}  // namespace store
