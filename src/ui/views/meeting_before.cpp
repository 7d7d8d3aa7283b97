// What is shown on the page before a meeting, gathered once for each state of the model; and what changes the plan.
#include "ui/views/meeting_before.h"

#include <algorithm>
#include <cmath>

#include "ui/state.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr int minutes_a_day = 24 * 60;

int minutes_of(base::TimeOfDay time) {
    return time.hour * 60 + time.minute;
}

base::TimeOfDay time_of(int minutes) {
    const int within = minutes % minutes_a_day;
    return {within / 60, within % 60};
}

void gather_rows(MeetingBefore& to, const session::Plan& standard, const book::Handbook& handbook, int starts) {
    const std::vector<bool> moved = session::moved_steps(standard, to.plan);
    int clock = starts;
    for (std::size_t i = 0; i < to.plan.size(); ++i) {
        BeforeRow row;
        row.planned = to.plan[i];
        row.step = session::changed_step(standard, row.planned, handbook);
        row.own = row.planned.standard.empty();
        if (!row.own) row.standard = session::changed_step(standard, {.standard = row.planned.standard}, handbook);
        row.moved = moved[i];
        row.begins = time_of(clock);
        if (!row.planned.skipped) {
            if (row.step.at) {
                row.late = clock - minutes_of(*row.step.at);
                // Who is early waits for the clock; who is late begins late.
                clock = std::max(clock, minutes_of(*row.step.at));
                row.begins = time_of(clock);
            }
            clock += row.step.minutes;
            to.planned += row.step.minutes;
        }
        to.rows.push_back(std::move(row));
    }
}

std::string time_used(const app::Model& model, int meeting) {
    int used = 0, planned = 0;
    for (const course::StepTime& step : model.times)
        if (step.course == model.course && step.meeting == meeting) {
            used += step.used;
            planned += step.planned;
        }
    if (used == 0) return {};
    return model.words(Key::last_time, {{"used", (used + 30) / 60}, {"planned", planned}});
}

void gather_last(LastTime& to, const app::Model& model, int meeting) {
    to.meeting = meeting - 1;
    if (to.meeting < 1) return;
    if (const book::Document* document = model.handbook->session(to.meeting))
        if (const book::Section* homework = document->section(book::Role::homework)) {
            to.homework = book::content_of(*document, *homework);
            to.homework_revision = document->revision;
        }
    if (model.open_course() == nullptr) return;
    to.held = std::ranges::find(model.records.held, to.meeting) != model.records.held.end();
    if (const auto line = model.records.lines.find(to.meeting); line != model.records.lines.end())
        to.line = line->second;
    const course::AttendanceCounts counts = model.records.attendance.of_meeting(to.meeting);
    if (counts.came() + counts.excused + counts.absent > 0)
        to.came = model.words(Key::last_came, {{"came", counts.came()}, {"excused", counts.excused}});
    to.time = time_used(model, to.meeting);
    for (const course::HandCount& hands : model.records.counts)
        if (hands.meeting == to.meeting && course::total(hands.hands) > 0)
            to.temperature = model.words(Key::last_temperature,
                                         {{"median", course::median(hands.hands)}, {"n", course::total(hands.hands)}});
}

bool is_begun(const app::Model& model, int meeting) {
    if (model.run && !model.run->rehearsal && model.run->course == model.course && model.run->plan.meeting == meeting &&
        model.run->state.phase != session::Phase::ended)
        return true;
    return model.unfinished && model.unfinished->course == model.course && model.unfinished->meeting == meeting;
}

/// The plan as it is, to be changed; nothing where it may not be.
session::CoursePlan* changeable(MeetingBefore& before, int row) {
    const bool there = row >= 0 && row < static_cast<int>(before.plan.size());
    return before.can_change && there ? &before.plan : nullptr;
}

void say_plan(Context& context, session::CoursePlan plan) {
    context.say(app::ChangePlan{before_of(context).meeting, std::move(plan)});
}

}  // namespace

MeetingBefore& before_of(Context& context) {
    auto& before = context.state->meeting.before;
    if (!before) before = std::make_shared<MeetingBefore>();
    return *before;
}

void refresh_before(const app::Model& model, Context& context) {
    MeetingBefore& before = before_of(context);
    if (before.revision == model.revision && before.meeting == model.preparing) return;
    if (before.meeting != model.preparing) before = {};
    before.revision = model.revision;
    before.meeting = model.preparing;
    before.rows.clear();
    before.plan.clear();
    before.ready.clear();
    before.planned = before.minutes = 0;
    before.last = {};
    before.needs = {};
    if (!model.handbook) return;
    const course::Course* course = model.open_course();
    const session::Plan standard = session::make_plan(*model.handbook, before.meeting);
    const auto found = course != nullptr ? model.plans.find({course->id, before.meeting}) : model.plans.end();
    const session::CoursePlan changes = found != model.plans.end() ? found->second : session::CoursePlan{};
    before.begun = course != nullptr && is_begun(model, before.meeting);
    before.can_change = course != nullptr && !before.begun && !standard.empty();
    before.changed = !session::is_standard(standard, changes);
    before.plan = session::fitted(standard, changes);
    const base::TimeOfDay starts = course != nullptr ? course->starts : course::Course{}.starts;
    gather_rows(before, standard, *model.handbook, minutes_of(starts));
    for (const book::SessionInfo& info : model.handbook->programme.sessions)
        if (info.number == before.meeting) before.minutes = info.minutes;
    before.needs = session::prepare(*model.handbook, standard, session::changed(standard, changes, *model.handbook),
                                    course != nullptr ? course->participants : 0);
    const auto& ticks = course != nullptr ? model.records.ticks : model.reader.loose_ticks;
    for (const session::Equipment& line : before.needs.equipment)
        before.ready.push_back(ticks.contains({standard.document, line.task}));
    gather_last(before.last, model, before.meeting);
}

std::string row_name(const MeetingBefore& before, int row) {
    if (row < 0 || row >= static_cast<int>(before.rows.size())) return {};
    const BeforeRow& shown = before.rows[static_cast<std::size_t>(row)];
    if (!shown.own) return "step-" + shown.planned.standard;
    int own = 0;
    for (int i = 0; i < row; ++i) own += before.rows[static_cast<std::size_t>(i)].own ? 1 : 0;
    return "own-" + std::to_string(own + 1);
}

void change_row(Context& context, int row, const session::PlannedStep& step) {
    const session::CoursePlan* plan = changeable(before_of(context), row);
    if (plan == nullptr) return;
    session::CoursePlan changed = *plan;
    changed[static_cast<std::size_t>(row)] = step;
    say_plan(context, std::move(changed));
}

void move_row(Context& context, int row, int by) {
    MeetingBefore& before = before_of(context);
    const session::CoursePlan* plan = changeable(before, row);
    const int to = row + by;
    if (plan == nullptr || to < 0 || to >= static_cast<int>(plan->size())) return;
    session::CoursePlan changed = *plan;
    const auto at = [&](int place) { return changed.begin() + place; };
    if (by < 0)
        std::rotate(at(to), at(row), at(row + 1));
    else
        std::rotate(at(row), at(row + 1), at(to + 1));
    before.follow = row_name(before, row);
    say_plan(context, std::move(changed));
}

void change_minutes(Context& context, int row, int by) {
    MeetingBefore& before = before_of(context);
    if (changeable(before, row) == nullptr) return;
    const BeforeRow& shown = before.rows[static_cast<std::size_t>(row)];
    session::PlannedStep step = shown.planned;
    const int minutes = std::clamp(shown.step.minutes + by, 1, session::most_step_minutes);
    step.minutes = !shown.own && step.exercise.empty() && minutes == shown.standard.minutes ? std::nullopt
                                                                                            : std::optional(minutes);
    change_row(context, row, step);
}

void skip_row(Context& context, int row) {
    MeetingBefore& before = before_of(context);
    const session::CoursePlan* plan = changeable(before, row);
    if (plan == nullptr) return;
    session::CoursePlan changed = *plan;
    if (before.rows[static_cast<std::size_t>(row)].own)
        changed.erase(changed.begin() + row);
    else
        changed[static_cast<std::size_t>(row)].skipped = !changed[static_cast<std::size_t>(row)].skipped;
    say_plan(context, std::move(changed));
}

bool can_swap(const session::Step& step) {
    return step.type != book::StepType::pause;
}

}  // namespace ui
