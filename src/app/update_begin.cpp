#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

/// Begun further from the hour in the course than this, the meeting is measured from its own start.
constexpr std::chrono::hours near_the_hour{3};

/// When the course says that the meeting begins, if that is about now.
std::optional<base::Instant> scheduled_start(const Model& model, const course::Course& course, int meeting) {
    if (meeting < 1 || meeting > static_cast<int>(course.dates.size())) return std::nullopt;
    const base::Date date = course.dates[static_cast<std::size_t>(meeting - 1)];
    if (date != model.local_now().date) return std::nullopt;
    const base::Instant at = base::at_local(date, course.starts, model.zone);
    const bool near = model.now >= at - near_the_hour && model.now <= at + near_the_hour;
    return near ? std::optional(at) : std::nullopt;
}

/// The plan of a meeting that may begin now; an empty one, with a notice, when it may not.
session::Plan plan_to_begin(Model& model, std::int64_t course, int meeting) {
    if (meeting_on(model)) {
        say(model, NoticeKind::warning, words::Key::notice_meeting_on);
        return {};
    }
    model.now = model.real;  // a rehearsal that is over may have shown another time
    session::Plan plan = plan_of(model, course, meeting);
    if (plan.empty()) say(model, NoticeKind::warning, model.words(words::Key::notice_no_plan, {{"number", meeting}}));
    return plan;
}

Effects stand_at_start(Model& model, Run run) {
    Effects effects = back_up_meeting(model);  // of the one that is let go of
    run.base = std::move(run.plan);
    run.plan = session::with_swaps(run.base, run.log, *model.handbook);
    run.state = session::replay(run.plan, run.log);
    model.run = std::move(run);
    model.place = Place::meeting;
    model.reader.follows = false;
    forget_aids(model);
    model.projection.cover = session::Cover::none;
    unfreeze(model);
    return effects;
}

}  // namespace

Effects apply(Model& model, const StartMeeting& action) {
    const course::Course* course = model.course_by_id(action.course);
    if (!course) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return {};
    }
    session::Plan plan = plan_to_begin(model, action.course, action.meeting);
    if (plan.empty()) return {};
    if (model.run_awaited) {
        say(model, NoticeKind::warning, words::Key::notice_run_unsaved);
        return {};
    }
    Effects effects;
    if (model.unfinished) {
        if (model.unfinished->course == action.course && model.unfinished->meeting == action.meeting) {
            say(model, NoticeKind::warning,
                model.words(words::Key::notice_meeting_begun, {{"number", action.meeting}}));
            return {};
        }
        append(effects, apply(model, SetAsideMeeting{}));
    }
    const session::LoggedEvent started{model.now, session::Started{scheduled_start(model, *course, action.meeting)}};
    append(effects, select_course(model, action.course));
    append(effects, stand_at_start(model, {.course = action.course, .plan = std::move(plan), .log = {started}}));
    model.preparing = 0;
    open_cue_aid(model);
    if (model.store.phase != StorePhase::failed && action.course > 0) {
        model.run_awaited = true;
        model.run_waiting.clear();
        effects.push_back(BeginRun{action.course, action.meeting, started});
    } else {
        say_unregistered(model);
    }
    return effects;
}

Effects apply(Model& model, const Rehearse& action) {
    session::Plan plan = plan_to_begin(model, model.course, action.meeting);
    if (plan.empty()) return {};
    Effects effects = stand_at_start(model, {.course = model.course,
                                             .rehearsal = true,
                                             .clock = {.real = model.now, .shown = model.now},
                                             .plan = std::move(plan),
                                             .log = {{model.now, session::Started{}}}});
    open_cue_aid(model);
    return effects;
}

Effects apply(Model& model, const ResumeMeeting&) {
    if (!model.unfinished) return {};
    if (!model.course_by_id(model.unfinished->course)) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return {};
    }
    session::Plan plan = plan_to_begin(model, model.unfinished->course, model.unfinished->meeting);
    if (plan.empty()) return {};
    const Unfinished resumed = *std::exchange(model.unfinished, std::nullopt);
    Effects effects = select_course(model, resumed.course);
    append(effects,
           stand_at_start(model,
                          {.id = resumed.id, .course = resumed.course, .plan = std::move(plan), .log = resumed.log}));
    recover_cue_aid(model);
    return effects;
}

Effects apply(Model& model, const SetAsideMeeting&) {
    if (!model.unfinished) return {};
    const Unfinished aside = *std::exchange(model.unfinished, std::nullopt);
    mark_held(model, aside.course, aside.meeting, true);
    say(model, NoticeKind::info, model.words(words::Key::notice_set_aside, {{"number", aside.meeting}}));
    const base::Instant last = aside.log.empty() ? model.now : aside.log.back().at;
    AppendRunEvent end{aside.id, {last, session::Ended{}}};
    if (session::Plan plan = plan_of(model, aside.course, aside.meeting); !plan.empty()) {
        Run run{.id = aside.id, .course = aside.course, .log = aside.log};
        run.log.push_back(end.event);
        run.plan = session::with_swaps(plan, run.log, *model.handbook);
        run.state = session::replay(run.plan, run.log);
        end.times = times_of(run);
        model.times.insert(model.times.end(), end.times->begin(), end.times->end());
    }
    return {end};
}

}  // namespace app
