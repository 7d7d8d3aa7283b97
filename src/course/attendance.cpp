#include "course/attendance.h"

#include <algorithm>
#include <set>

namespace course {
namespace {

using Log = std::vector<AttendanceEvent>;

std::int64_t next_batch(const Log& log) {
    std::int64_t last = 0;
    for (const AttendanceEvent& event : log) last = std::max(last, event.batch);
    return last + 1;
}

/// The batches that stand taken back: an undo counts only while it has not been taken back itself. An undo always comes
/// after what it undoes, so reading from the end settles each batch before those that it takes back.
std::set<std::int64_t> undone(const Log& log) {
    std::set<std::int64_t> result;
    for (auto event = log.rbegin(); event != log.rend(); ++event)
        if (event->undoes != 0 && !result.contains(event->batch)) result.insert(event->undoes);
    return result;
}

void count(AttendanceCounts& counts, std::optional<Mark> mark) {
    if (!mark) {
        ++counts.unmarked;
        return;
    }
    switch (*mark) {
        case Mark::present: ++counts.present; break;
        case Mark::late: ++counts.late; break;
        case Mark::excused: ++counts.excused; break;
        case Mark::absent: ++counts.absent; break;
    }
}

bool inside(const AttendanceSheet& sheet, int participant, int meeting) {
    return participant >= 1 && participant <= sheet.participants() && meeting >= 1 && meeting <= sheet.meetings();
}

std::size_t cell(const AttendanceSheet& sheet, int participant, int meeting) {
    return static_cast<std::size_t>(meeting - 1) * static_cast<std::size_t>(sheet.participants()) +
           static_cast<std::size_t>(participant - 1);
}

/// The events that give every cell of `batch` its earlier mark back. A course may have been made smaller since: marks
/// of participants who are no longer on the sheet are left as they are.
Log taken_back(const AttendanceSheet& sheet, std::int64_t batch, base::Instant at) {
    Log result;
    for (const AttendanceEvent& event : sheet.events()) {
        if (event.batch != batch || !inside(sheet, event.participant, event.meeting)) continue;
        result.push_back({next_batch(sheet.events()), at, event.meeting, event.participant,
                          sheet.mark(event.participant, event.meeting), event.before, batch});
    }
    return result;
}

}  // namespace

AttendanceSheet::AttendanceSheet(int participants, int meetings)
    : participants_(std::max(participants, 0)),
      meetings_(std::max(meetings, 0)),
      marks_(static_cast<std::size_t>(participants_) * static_cast<std::size_t>(meetings_)) {}

std::optional<Mark> AttendanceSheet::mark(int participant, int meeting) const {
    if (!inside(*this, participant, meeting)) return std::nullopt;
    return marks_[cell(*this, participant, meeting)];
}

std::vector<AttendanceEvent> AttendanceSheet::set(int participant, int meeting, std::optional<Mark> mark,
                                                  base::Instant at) const {
    if (!inside(*this, participant, meeting)) return {};
    const std::optional<Mark> before = this->mark(participant, meeting);
    if (before == mark) return {};
    return {{next_batch(events_), at, meeting, participant, before, mark, 0}};
}

std::vector<AttendanceEvent> AttendanceSheet::rest_present(int meeting, base::Instant at) const {
    std::vector<AttendanceEvent> result;
    if (meeting < 1 || meeting > meetings_) return result;
    const std::int64_t batch = next_batch(events_);
    for (int participant = 1; participant <= participants_; ++participant)
        if (!mark(participant, meeting))
            result.push_back({batch, at, meeting, participant, std::nullopt, Mark::present, 0});
    return result;
}

std::vector<AttendanceEvent> AttendanceSheet::undo(base::Instant at) const {
    const std::set<std::int64_t> gone = undone(events_);
    for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
        if (event->undoes != 0 || gone.contains(event->batch)) continue;
        if (auto events = taken_back(*this, event->batch, at); !events.empty()) return events;
    }
    return {};
}

std::vector<AttendanceEvent> AttendanceSheet::redo(base::Instant at) const {
    const std::set<std::int64_t> gone = undone(events_);
    std::set<std::int64_t> ordinary;
    for (const AttendanceEvent& event : events_)
        if (event.undoes == 0) ordinary.insert(event.batch);
    for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
        // A new mark after the undo ends redo: bringing an older mark back would overwrite the newer one.
        if (event->undoes == 0) return {};
        const bool is_redo = !ordinary.contains(event->undoes);
        if (is_redo || gone.contains(event->batch)) continue;
        if (auto events = taken_back(*this, event->batch, at); !events.empty()) return events;
    }
    return {};
}

void AttendanceSheet::apply(const std::vector<AttendanceEvent>& events) {
    for (const AttendanceEvent& event : events) {
        events_.push_back(event);
        if (inside(*this, event.participant, event.meeting))
            marks_[cell(*this, event.participant, event.meeting)] = event.after;
    }
}

AttendanceCounts AttendanceSheet::of_meeting(int meeting) const {
    AttendanceCounts counts;
    if (meeting < 1 || meeting > meetings_) return counts;
    for (int participant = 1; participant <= participants_; ++participant) count(counts, mark(participant, meeting));
    return counts;
}

AttendanceCounts AttendanceSheet::of_participant(int participant) const {
    AttendanceCounts counts;
    if (participant < 1 || participant > participants_) return counts;
    for (int meeting = 1; meeting <= meetings_; ++meeting) count(counts, mark(participant, meeting));
    return counts;
}

std::optional<Mark> next_mark(std::optional<Mark> mark) {
    if (!mark) return Mark::present;
    switch (*mark) {
        case Mark::present: return Mark::late;
        case Mark::late: return Mark::excused;
        case Mark::excused: return Mark::absent;
        case Mark::absent: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace course
