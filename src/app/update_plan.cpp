// The plan of a meeting as the course has it: prepared before, swapped during.
#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

constexpr std::size_t most_plans_remembered = 100;

/// A meeting that has begun keeps the plan that it began with: its events name the steps by number.
bool is_begun(const Model& model, const course::CourseMeeting& of) {
    const auto same = [&](const auto& run, int meeting) { return run.course == of.course && meeting == of.meeting; };
    if (meeting_on(model) && same(*model.run, model.run->plan.meeting)) return true;
    return model.unfinished && same(*model.unfinished, model.unfinished->meeting);
}

session::CoursePlan plan_now(const Model& model, const course::CourseMeeting& of) {
    const auto found = model.plans.find(of);
    return found == model.plans.end() ? session::CoursePlan{} : found->second;
}

Effects set_plan(Model& model, const course::CourseMeeting& of, session::CoursePlan plan) {
    if (plan.empty())
        model.plans.erase(of);
    else
        model.plans[of] = plan;
    if (of.course <= 0) {
        say_unregistered(model);
        return {};
    }
    return {SavePlan{of.course, of.meeting, std::move(plan)}};
}

/// Takes the latest plan from `from` up again, and leaves the present one in `to`.
Effects take_up(Model& model, std::vector<PlanBefore>& from, std::vector<PlanBefore>& to) {
    if (from.empty() || from.back().of.course != model.course) {
        say(model, NoticeKind::info, words::Key::notice_nothing_to_undo);
        return {};
    }
    if (is_begun(model, from.back().of)) {
        say(model, NoticeKind::warning, words::Key::before_running);
        return {};
    }
    PlanBefore before = std::move(from.back());
    from.pop_back();
    to.push_back({before.of, plan_now(model, before.of)});
    model.preparing = before.of.meeting;
    return set_plan(model, before.of, std::move(before.plan));
}

}  // namespace

session::Plan plan_of(const Model& model, std::int64_t course, int meeting) {
    if (!model.handbook) return {};
    const session::Plan standard = session::make_plan(*model.handbook, meeting);
    return session::changed(standard, plan_now(model, {course, meeting}), *model.handbook);
}

Effects apply(Model& model, const PrepareMeeting& action) {
    const bool known = model.handbook && model.handbook->session(action.meeting) != nullptr;
    model.preparing = known ? action.meeting : 0;
    if (known) model.place = Place::meeting;
    return {};
}

Effects apply(Model& model, const ChangePlan& action) {
    const course::CourseMeeting of{model.course, action.meeting};
    if (!model.open_course() || !model.handbook) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return {};
    }
    if (is_begun(model, of)) {
        say(model, NoticeKind::warning, words::Key::before_running);
        return {};
    }
    const session::Plan standard = session::make_plan(*model.handbook, action.meeting);
    if (standard.empty() || action.plan.size() > session::most_planned_steps ||
        !std::ranges::all_of(action.plan, session::storable))
        return {};
    session::CoursePlan plan = session::is_standard(standard, action.plan) ? session::CoursePlan{} : action.plan;
    session::CoursePlan before = plan_now(model, of);
    if (plan == before) return {};
    model.plans_before.push_back({of, std::move(before)});
    if (model.plans_before.size() > most_plans_remembered) model.plans_before.erase(model.plans_before.begin());
    model.plans_undone.clear();
    return set_plan(model, of, std::move(plan));
}

Effects undo_plan(Model& model) {
    return take_up(model, model.plans_before, model.plans_undone);
}

Effects redo_plan(Model& model) {
    return take_up(model, model.plans_undone, model.plans_before);
}

Effects apply(Model& model, const SwapExercise& action) {
    if (!meeting_on(model) || !model.handbook) return {};
    const auto& steps = model.run->plan.steps;
    const book::Document* exercise = model.handbook->document(action.exercise);
    if (action.step < model.run->state.step || action.step >= static_cast<int>(steps.size())) return {};
    if (exercise == nullptr || exercise->kind != book::Kind::exercise) return {};
    const session::Step& step = steps[static_cast<std::size_t>(action.step)];
    if (step.exercise == action.exercise || step.type == book::StepType::pause) return {};
    const bool here = action.step == model.run->state.step;
    if (here) close_toolbox(model);
    Effects effects = log_event(model, session::Swapped{action.step, action.exercise});
    if (here) open_cue_aid(model);
    return effects;
}

Effects apply(Model& model, const SetRehearsalSpeed& action) {
    if (model.run && model.run->rehearsal) model.run->clock.set_speed(action.speed, model.now);
    return {};
}

}  // namespace app
