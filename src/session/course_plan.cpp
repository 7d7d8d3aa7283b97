#include "session/course_plan.h"

#include <algorithm>

#include "base/text.h"

namespace session {
namespace {

const Step* step_of(const Plan& standard, const std::string& key) {
    const auto found = std::ranges::find(standard.steps, key, &Step::key);
    return found == standard.steps.end() ? nullptr : &*found;
}

}  // namespace

CoursePlan as_course_plan(const Plan& standard) {
    CoursePlan plan;
    for (const Step& step : standard.steps) plan.push_back({.standard = step.key});
    return plan;
}

CoursePlan fitted(const Plan& standard, const CoursePlan& changes) {
    if (changes.empty()) return as_course_plan(standard);
    CoursePlan plan;
    const auto place_of = [&](const std::string& key) { return std::ranges::find(plan, key, &PlannedStep::standard); };
    for (const PlannedStep& step : changes) {
        const bool own = step.standard.empty();
        if (own || (step_of(standard, step.standard) != nullptr && place_of(step.standard) == plan.end()))
            plan.push_back(step);
    }
    for (std::size_t i = 0; i < standard.steps.size(); ++i) {
        const std::string& key = standard.steps[i].key;
        if (place_of(key) != plan.end()) continue;
        const auto before = i == 0 ? plan.end() : place_of(standard.steps[i - 1].key);
        plan.insert(before == plan.end() ? plan.begin() : std::next(before), {.standard = key});
    }
    return plan;
}

bool is_standard(const Plan& standard, const CoursePlan& changes) {
    return fitted(standard, changes) == as_course_plan(standard);
}

Step changed_step(const Plan& standard, const PlannedStep& planned, const book::Handbook& handbook) {
    Step step;
    if (const Step* found = step_of(standard, planned.standard)) {
        step = *found;
    } else {
        step.title = planned.title;
        step.minutes = 5;
        step.cues = {TitleCue{}};
    }
    if (const book::Document* exercise = planned.exercise.empty() ? nullptr : handbook.document(planned.exercise);
        exercise != nullptr && exercise->kind == book::Kind::exercise) {
        take_exercise(step, *exercise);
        if (exercise->minutes > 0) step.minutes = std::clamp(exercise->minutes, 1, most_step_minutes);
        if (planned.standard.empty()) step.type = book::StepType::exercise;
    }
    if (planned.minutes) step.minutes = *planned.minutes;
    step.shortest = std::min(step.shortest, step.minutes);
    if (planned.leader) step.leader = *planned.leader;
    step.note = planned.note;
    step.at = planned.at;
    return step;
}

Plan changed(const Plan& standard, const CoursePlan& changes, const book::Handbook& handbook) {
    if (changes.empty() || standard.empty()) return standard;
    Plan plan = standard;
    plan.steps.clear();
    plan.minutes = 0;
    for (const PlannedStep& planned : fitted(standard, changes)) {
        if (planned.skipped) continue;
        plan.steps.push_back(changed_step(standard, planned, handbook));
        plan.minutes += plan.steps.back().minutes;
    }
    // A meeting of nothing cannot be run.
    return plan.steps.empty() ? standard : plan;
}

bool storable(const PlannedStep& step) {
    const auto fits = [](const std::string& text, bool lines) {
        return text.size() <= longest_step_text && base::sanitised(text) == text &&
               std::ranges::none_of(text, [&](char c) {
                   const auto byte = static_cast<unsigned char>(c);
                   return (byte < 0x20 && !(lines && c == '\n')) || byte == 0x7F;
               });
    };
    if (!fits(step.standard, false) || !fits(step.exercise, false) || !fits(step.title, false) ||
        !fits(step.note, true))
        return false;
    if (step.standard.empty() && step.exercise.empty() && step.title.empty()) return false;
    if (step.minutes && (*step.minutes < 1 || *step.minutes > most_step_minutes)) return false;
    return !step.at || (step.at->hour >= 0 && step.at->hour < 24 && step.at->minute >= 0 && step.at->minute < 60);
}

}  // namespace session
