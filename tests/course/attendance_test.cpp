#include "course/attendance.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace course;

namespace {

constexpr base::Instant at{base::Milliseconds{1'772'000'000'000}};
using Marks = std::vector<std::optional<Mark>>;

Marks marks_of(const AttendanceSheet& sheet) {
    Marks marks;
    for (int meeting = 1; meeting <= sheet.meetings(); ++meeting)
        for (int participant = 1; participant <= sheet.participants(); ++participant)
            marks.push_back(sheet.mark(participant, meeting));
    return marks;
}

}  // namespace

TEST_CASE("a new sheet is unmarked, and unmarked is not absent") {
    const AttendanceSheet sheet(12, 6);
    CHECK(sheet.of_meeting(1) == AttendanceCounts{0, 0, 0, 0, 12});
    CHECK(sheet.of_participant(12) == AttendanceCounts{0, 0, 0, 0, 6});
    CHECK(sheet.of_meeting(1).came() == 0);
}

TEST_CASE("what one press appends changes nothing until it is applied") {
    AttendanceSheet sheet(3, 2);
    const auto events = sheet.set(2, 1, Mark::late, at);
    CHECK(events == std::vector<AttendanceEvent>{{1, at, 1, 2, std::nullopt, Mark::late, 0}});
    CHECK_FALSE(sheet.mark(2, 1));
    sheet.apply(events);
    CHECK(sheet.mark(2, 1) == Mark::late);
    CHECK_FALSE(sheet.mark(2, 2));
    CHECK_FALSE(sheet.mark(1, 1));
}

TEST_CASE("setting the mark that already stands appends nothing") {
    AttendanceSheet sheet(3, 2);
    CHECK(sheet.set(1, 1, std::nullopt, at).empty());
    sheet.apply(sheet.set(1, 1, Mark::present, at));
    CHECK(sheet.set(1, 1, Mark::present, at).empty());
}

TEST_CASE("a mark is changed by a second event, and the first is still there") {
    AttendanceSheet sheet(3, 2);
    sheet.apply(sheet.set(1, 1, Mark::present, at));
    sheet.apply(sheet.set(1, 1, Mark::absent, at));
    CHECK(sheet.mark(1, 1) == Mark::absent);
    REQUIRE(sheet.events().size() == 2);
    CHECK(sheet.events()[1] == AttendanceEvent{2, at, 1, 1, Mark::present, Mark::absent, 0});
}

TEST_CASE("a participant or a meeting that is not on the sheet can not be marked") {
    const AttendanceSheet sheet(3, 2);
    CHECK(sheet.set(0, 1, Mark::present, at).empty());
    CHECK(sheet.set(4, 1, Mark::present, at).empty());
    CHECK(sheet.set(1, 0, Mark::present, at).empty());
    CHECK(sheet.set(1, 3, Mark::present, at).empty());
    CHECK(sheet.rest_present(0, at).empty());
    CHECK(sheet.rest_present(3, at).empty());
    CHECK(sheet.of_meeting(3) == AttendanceCounts{});
    CHECK(sheet.of_participant(0) == AttendanceCounts{});
    CHECK_FALSE(sheet.mark(4, 1));
}

TEST_CASE("a sheet of no participants, or of fewer than none, is empty") {
    CHECK(AttendanceSheet(-3, 6).participants() == 0);
    CHECK(AttendanceSheet(0, 6).rest_present(1, at).empty());
    CHECK(AttendanceSheet().undo(at).empty());
}

TEST_CASE("«alle andre er her» fills only the unmarked, as one press") {
    AttendanceSheet sheet(4, 1);
    sheet.apply(sheet.set(2, 1, Mark::excused, at));
    const auto events = sheet.rest_present(1, at);
    REQUIRE(events.size() == 3);
    for (const AttendanceEvent& event : events) CHECK(event.batch == 2);
    sheet.apply(events);
    CHECK(sheet.of_meeting(1) == AttendanceCounts{3, 0, 1, 0, 0});
    CHECK(sheet.rest_present(1, at).empty());
}

TEST_CASE("one undo takes back a whole press, and is itself an appended event") {
    AttendanceSheet sheet(4, 1);
    sheet.apply(sheet.set(2, 1, Mark::excused, at));
    sheet.apply(sheet.rest_present(1, at));
    const auto events = sheet.undo(at);
    REQUIRE(events.size() == 3);
    CHECK(events[0] == AttendanceEvent{3, at, 1, 1, Mark::present, std::nullopt, 2});
    sheet.apply(events);
    CHECK(sheet.of_meeting(1) == AttendanceCounts{0, 0, 1, 0, 3});
    CHECK(sheet.events().size() == 7);
}

TEST_CASE("undo goes on backwards through presses until nothing is left") {
    AttendanceSheet sheet(2, 2);
    sheet.apply(sheet.set(1, 1, Mark::present, at));
    sheet.apply(sheet.set(1, 1, Mark::late, at));
    sheet.apply(sheet.set(2, 2, Mark::absent, at));
    sheet.apply(sheet.undo(at));
    CHECK(marks_of(sheet) == Marks{Mark::late, {}, {}, {}});
    sheet.apply(sheet.undo(at));
    CHECK(marks_of(sheet) == Marks{Mark::present, {}, {}, {}});
    sheet.apply(sheet.undo(at));
    CHECK(marks_of(sheet) == Marks{{}, {}, {}, {}});
    CHECK(sheet.undo(at).empty());
}

TEST_CASE("redo brings undone presses back in order, and undo can take them again") {
    AttendanceSheet sheet(2, 1);
    sheet.apply(sheet.set(1, 1, Mark::present, at));
    sheet.apply(sheet.set(2, 1, Mark::late, at));
    sheet.apply(sheet.undo(at));
    sheet.apply(sheet.undo(at));
    sheet.apply(sheet.redo(at));
    CHECK(marks_of(sheet) == Marks{Mark::present, {}});
    sheet.apply(sheet.redo(at));
    CHECK(marks_of(sheet) == Marks{Mark::present, Mark::late});
    CHECK(sheet.redo(at).empty());
    sheet.apply(sheet.undo(at));
    CHECK(marks_of(sheet) == Marks{Mark::present, {}});
    sheet.apply(sheet.redo(at));
    CHECK(marks_of(sheet) == Marks{Mark::present, Mark::late});
}

TEST_CASE("there is nothing to redo before an undo") {
    AttendanceSheet sheet(2, 1);
    CHECK(sheet.redo(at).empty());
    sheet.apply(sheet.set(1, 1, Mark::present, at));
    CHECK(sheet.redo(at).empty());
}

TEST_CASE("a new mark after an undo ends redo, so that an older mark never covers a newer one") {
    AttendanceSheet sheet(2, 1);
    sheet.apply(sheet.set(1, 1, Mark::present, at));
    sheet.apply(sheet.undo(at));
    sheet.apply(sheet.set(1, 1, Mark::absent, at));
    CHECK(sheet.redo(at).empty());
    CHECK(sheet.mark(1, 1) == Mark::absent);
    sheet.apply(sheet.undo(at));
    CHECK_FALSE(sheet.mark(1, 1));
    CHECK(sheet.undo(at).empty());
}

TEST_CASE("marks of participants who left a course made smaller stay in the log and are never undone unseen") {
    AttendanceSheet large(3, 1);
    large.apply(large.set(1, 1, Mark::present, at));
    large.apply(large.set(3, 1, Mark::late, at));
    AttendanceSheet small(2, 1);
    small.apply(large.events());
    CHECK(small.of_meeting(1) == AttendanceCounts{1, 0, 0, 0, 1});
    small.apply(small.undo(at));
    CHECK(small.of_meeting(1) == AttendanceCounts{0, 0, 0, 0, 2});
    CHECK(small.undo(at).empty());
    AttendanceSheet large_again(3, 1);
    large_again.apply(small.events());
    CHECK(large_again.mark(3, 1) == Mark::late);
}

TEST_CASE("a click walks unmarked, present, late, excused, absent and round again") {
    std::optional<Mark> mark;
    for (const std::optional<Mark> wanted : Marks{Mark::present, Mark::late, Mark::excused, Mark::absent, {}}) {
        mark = next_mark(mark);
        CHECK(mark == wanted);
    }
}

TEST_CASE("random presses: undo and redo walk the history of marks exactly, and the log alone gives the sheet") {
    std::mt19937 random(7);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    for (int round = 0; round < 60; ++round) {
        AttendanceSheet sheet(pick(1, 5), pick(1, 3));
        std::vector<Marks> history{marks_of(sheet)};  // what a person expects undo and redo to walk through
        std::size_t place = 0;
        for (int press = 0; press < 60; ++press) {
            const std::size_t before = sheet.events().size();
            std::vector<AttendanceEvent> events;
            switch (pick(0, 5)) {
                case 0:
                    events = sheet.undo(at);
                    REQUIRE(events.empty() == (place == 0));
                    if (place > 0) --place;
                    sheet.apply(events);
                    break;
                case 1:
                    events = sheet.redo(at);
                    REQUIRE(events.empty() == (place + 1 == history.size()));
                    if (place + 1 < history.size()) ++place;
                    sheet.apply(events);
                    break;
                default:
                    events = pick(0, 3) == 0 ? sheet.rest_present(pick(1, sheet.meetings()), at)
                                             : sheet.set(pick(1, sheet.participants()), pick(1, sheet.meetings()),
                                                         pick(0, 4) == 4 ? std::nullopt
                                                                         : std::optional(static_cast<Mark>(pick(0, 3))),
                                                         at);
                    sheet.apply(events);
                    if (!events.empty()) {
                        history.resize(place + 1);
                        history.push_back(marks_of(sheet));
                        ++place;
                    }
            }
            REQUIRE(marks_of(sheet) == history[place]);
            REQUIRE(sheet.events().size() == before + events.size());
            for (const AttendanceEvent& event : events)
                if (before > 0) REQUIRE(event.batch > sheet.events()[before - 1].batch);
            for (int meeting = 1; meeting <= sheet.meetings(); ++meeting) {
                const AttendanceCounts counts = sheet.of_meeting(meeting);
                REQUIRE(counts.present + counts.late + counts.excused + counts.absent + counts.unmarked ==
                        sheet.participants());
            }
        }
        AttendanceSheet replayed(sheet.participants(), sheet.meetings());
        replayed.apply(sheet.events());
        REQUIRE(marks_of(replayed) == marks_of(sheet));
    }
}
