#include <algorithm>
#include <numeric>

#include "app/update_parts.h"

namespace app {
namespace {

constexpr int usual_meetings = 6;
constexpr int usual_group = 8;

course::AttendanceSheet empty_sheet(const course::Course& of) {
    return {of.participants, static_cast<int>(of.dates.size())};
}

std::int64_t newest(const std::vector<course::Course>& courses) {
    const auto by_id = [](const course::Course& a, const course::Course& b) { return a.id < b.id; };
    const auto found = std::max_element(courses.begin(), courses.end(), by_id);
    return found == courses.end() ? 0 : found->id;
}

bool records_ready(Model& model) {
    if (!model.open_course()) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return false;
    }
    if (model.records_missing) say(model, NoticeKind::warning, words::Key::notice_records_missing);
    return !model.records_missing;
}

Effects mark(Model& model, std::vector<course::AttendanceEvent> events) {
    if (events.empty()) return {};
    model.records.attendance.apply(events);
    return {AppendAttendance{model.course, std::move(events)}};
}

bool belongs_to(const Effect& effect, std::int64_t course) {
    return std::visit(
        [&]<class T>(const T& e) {
            if constexpr (std::is_same_v<T, AppendAttendance> || std::is_same_v<T, SaveRound> ||
                          std::is_same_v<T, BeginRun> || std::is_same_v<T, SaveTick> || std::is_same_v<T, SavePlan> ||
                          std::is_same_v<T, SaveLine> || std::is_same_v<T, SaveCounts> || std::is_same_v<T, SaveGroups>)
                return e.course == course;
            else if constexpr (std::is_same_v<T, ChangeCourse>)
                return e.course.id == course;
            else
                return false;
        },
        effect);
}

/// Marks and counts that could not be written yet are as true as the rest.
void put_unsaved_back(Model& model) {
    for (const Effect& effect : model.unsaved) {
        if (!belongs_to(effect, model.course)) continue;
        if (const auto* marks = std::get_if<AppendAttendance>(&effect)) model.records.attendance.apply(marks->events);
        if (const auto* saved = std::get_if<SaveRound>(&effect)) {
            auto& rounds = model.records.feedback;
            std::erase_if(rounds, [&](const auto& round) { return round.meeting == saved->round.meeting; });
            rounds.push_back(saved->round);
        }
        if (const auto* line = std::get_if<SaveLine>(&effect)) model.records.lines[line->meeting] = line->line;
        if (const auto* hands = std::get_if<SaveCounts>(&effect)) course::keep(model.records.counts, hands->counts);
        if (const auto* tick = std::get_if<SaveTick>(&effect)) {
            if (tick->on)
                model.records.ticks.insert(tick->tick);
            else
                model.records.ticks.erase(tick->tick);
        }
    }
}

}  // namespace

int meetings(const Model& model) {
    const auto known = model.handbook ? std::ssize(model.handbook->programme.sessions) : 0;
    return known > 0 ? static_cast<int>(known) : usual_meetings;
}

std::vector<int> people(const Model& model, std::int64_t course, int meeting) {
    const course::Course* of = model.course_by_id(course);
    const int all = of ? of->participants : usual_group;
    std::vector<int> numbers;
    if (of && course == model.course)
        for (int number = 1; number <= all; ++number) {
            const auto mark = model.records.attendance.mark(number, meeting);
            if (mark == course::Mark::present || mark == course::Mark::late) numbers.push_back(number);
        }
    if (!numbers.empty()) return numbers;
    numbers.resize(static_cast<std::size_t>(std::max(0, all)));
    std::iota(numbers.begin(), numbers.end(), 1);
    return numbers;
}

Effects select_course(Model& model, std::int64_t id) {
    const course::Course* chosen = model.course_by_id(id);
    if (model.course != id) model.counts_before.clear();
    if (!chosen) {
        model.course = 0;
        model.records = {};
        model.records_missing = false;
        return {};
    }
    if (model.course == id && !model.records_missing) return {};
    model.course = id;
    model.records = {.attendance = empty_sheet(*chosen)};
    // A course made without a register lives in memory alone: there is nothing to read.
    model.records_missing = id > 0 && model.store.phase != StorePhase::failed;
    if (!model.records_missing) return {};
    return {LoadRecords{id}};
}

Effects apply(Model& model, const CreateCourse& action) {
    course::Course made = action.course;
    made.id = 0;
    if (!course::faults(made, meetings(model)).empty()) {
        say(model, NoticeKind::warning, words::Key::notice_course_faulty);
        return {};
    }
    if (model.store.phase != StorePhase::failed) return {AddCourse{std::move(made)}};
    say_unregistered(model);
    std::int64_t lowest = 0;
    for (const course::Course& each : model.courses) lowest = std::min(lowest, each.id);
    made.id = lowest - 1;
    return apply(model, CourseAdded{std::move(made)});
}

Effects apply(Model& model, const CourseAdded& action) {
    if (action.course.id == 0 || model.course_by_id(action.course.id)) return {};
    model.courses.push_back(action.course);
    model.course = action.course.id;
    model.records = {.attendance = empty_sheet(action.course)};
    model.records_missing = false;
    model.counts_before.clear();
    return {};
}

Effects apply(Model& model, const EditCourse& action) {
    const auto found = std::find_if(model.courses.begin(), model.courses.end(),
                                    [&](const course::Course& each) { return each.id == action.course.id; });
    if (action.course.id == 0 || found == model.courses.end()) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return {};
    }
    if (!course::faults(action.course, meetings(model)).empty()) {
        say(model, NoticeKind::warning, words::Key::notice_course_faulty);
        return {};
    }
    if (*found == action.course) return {};
    *found = action.course;
    if (model.course == action.course.id) {
        const auto events = model.records.attendance.events();
        model.records.attendance = empty_sheet(action.course);
        model.records.attendance.apply(events);
    }
    return {ChangeCourse{action.course}};
}

Effects apply(Model& model, const DeleteCourse& action) {
    if (!model.course_by_id(action.course)) return {};
    if (model.run && !model.run->rehearsal && model.run->course == action.course) {
        say(model, NoticeKind::warning, words::Key::notice_course_running);
        return {};
    }
    std::erase_if(model.courses, [&](const course::Course& each) { return each.id == action.course; });
    const auto gone = std::erase_if(model.unsaved, [&](const Effect& e) { return belongs_to(e, action.course); });
    if (gone > 0 && std::none_of(model.unsaved.begin(), model.unsaved.end(),
                                 [](const Effect& e) { return std::holds_alternative<BeginRun>(e); })) {
        model.run_awaited = false;
        model.run_waiting.clear();
    }
    if (model.unsaved.empty()) forget_unsaved_notice(model);
    if (model.unfinished && model.unfinished->course == action.course) model.unfinished.reset();
    std::erase_if(model.plans, [&](const auto& plan) { return plan.first.course == action.course; });
    std::erase_if(model.plans_before, [&](const PlanBefore& plan) { return plan.of.course == action.course; });
    std::erase_if(model.plans_undone, [&](const PlanBefore& plan) { return plan.of.course == action.course; });
    std::erase_if(model.times, [&](const course::StepTime& time) { return time.course == action.course; });
    model.groups_met.erase(action.course);
    Effects effects{RemoveCourse{action.course}};
    if (model.course == action.course) append(effects, select_course(model, newest(model.courses)));
    return effects;
}

Effects apply(Model& model, const OpenCourse& action) {
    if (!model.course_by_id(action.course)) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return {};
    }
    model.place = Place::courses;
    return select_course(model, action.course);
}

Effects apply(Model& model, const RecordsLoaded& action) {
    if (action.course != model.course || !model.open_course()) return {};
    model.records = action.records;
    model.records_missing = false;
    put_unsaved_back(model);
    // Who has sat together since the program began is known better here, written or not.
    model.groups_met.try_emplace(action.course, model.records.groups);
    return {};
}

Effects apply(Model& model, const MarkAttendance& action) {
    if (!records_ready(model)) return {};
    return mark(model, model.records.attendance.set(action.participant, action.meeting, action.mark, model.now));
}

Effects apply(Model& model, const MarkRestPresent& action) {
    if (!records_ready(model)) return {};
    return mark(model, model.records.attendance.rest_present(action.meeting, model.now));
}

Effects apply(Model& model, const UndoMark&) {
    auto events = model.records.attendance.undo(model.now);
    if (events.empty()) say(model, NoticeKind::info, words::Key::notice_nothing_to_undo);
    return mark(model, std::move(events));
}

Effects apply(Model& model, const RedoMark&) {
    auto events = model.records.attendance.redo(model.now);
    if (events.empty()) say(model, NoticeKind::info, words::Key::notice_nothing_to_redo);
    return mark(model, std::move(events));
}

std::optional<base::Instant> latest_mark(const Model& model) {
    const auto back = model.records.attendance.undo(model.now);
    if (back.empty()) return std::nullopt;
    for (const course::AttendanceEvent& event : model.records.attendance.events())
        if (event.batch == back.front().undoes) return event.at;
    return std::nullopt;
}

}  // namespace app
