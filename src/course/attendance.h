// course/attendance.h: who was there, by number, as an append-only log and the sheet it adds up to.
// Rule: a mark is never overwritten: a new event stands beside the old, and undo appends too. Unmarked is none of the
// four marks and never counts as absent.
// Tests: tests/course/attendance_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"

namespace course {

enum class Mark : std::uint8_t { present, late, excused, absent };  ///< til stede, kom sent, meldt fravær, ikke møtt

/// One change of one mark. `batch` ties together what one press did; it rises with time.
struct AttendanceEvent {
    std::int64_t batch = 0;
    base::Instant at{};
    int meeting = 0;      ///< 1–6
    int participant = 0;  ///< from 1
    std::optional<Mark> before;
    std::optional<Mark> after;
    std::int64_t undoes = 0;  ///< the batch that this takes back; 0 for an ordinary mark
    bool operator==(const AttendanceEvent&) const = default;
};

struct AttendanceCounts {
    int present = 0, late = 0, excused = 0, absent = 0, unmarked = 0;
    int came() const { return present + late; }
    bool operator==(const AttendanceCounts&) const = default;
};

class AttendanceSheet {
  public:
    AttendanceSheet() = default;
    AttendanceSheet(int participants, int meetings);

    int participants() const { return participants_; }
    int meetings() const { return meetings_; }
    std::optional<Mark> mark(int participant, int meeting) const;
    const std::vector<AttendanceEvent>& events() const { return events_; }

    /// What one press appends. They change nothing until `apply`. Empty when there is nothing to do.
    std::vector<AttendanceEvent> set(int participant, int meeting, std::optional<Mark> mark, base::Instant at) const;
    /// "Alle andre er her": present for the unmarked only.
    std::vector<AttendanceEvent> rest_present(int meeting, base::Instant at) const;
    /// Takes the latest batch back that is neither undone nor an undo; redo takes the latest undo back.
    std::vector<AttendanceEvent> undo(base::Instant at) const;
    std::vector<AttendanceEvent> redo(base::Instant at) const;

    void apply(const std::vector<AttendanceEvent>& events);

    AttendanceCounts of_meeting(int meeting) const;
    AttendanceCounts of_participant(int participant) const;

  private:
    int participants_ = 0;
    int meetings_ = 0;
    std::vector<std::optional<Mark>> marks_;
    std::vector<AttendanceEvent> events_;
};

/// The order a click walks through: unmarked → present → late → excused → absent → unmarked.
std::optional<Mark> next_mark(std::optional<Mark> mark);

}  // namespace course
