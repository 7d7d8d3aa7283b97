#include <algorithm>

#include "app/update_parts.h"
#include "session/catch_up.h"

namespace app {
namespace {

constexpr int most_minutes_at_once = 120;
constexpr std::chrono::hours longest_correction{3};

/// Writes the event down for good: at once, when the run has its number, not at all in a rehearsal.
Effects record(Model& model, const session::LoggedEvent& event, session::Phase before) {
    const Run& run = *model.run;
    if (run.rehearsal) return {};
    if (run.id > 0) return {AppendRunEvent{run.id, event, keep_times(model, before == session::Phase::ended)}};
    if (model.run_awaited) model.run_waiting.push_back(event);
    return {};
}

Effects go(Model& model, std::optional<session::Went> to) {
    if (!to || !meeting_on(model)) return {};
    const session::State& state = model.run->state;
    if (to->step == state.step && to->cue == state.cue) return {};
    return log_event(model, *to);
}

Effects go_to_step(Model& model, int step) {
    if (!meeting_on(model) || step < 0 || step >= static_cast<int>(model.run->plan.steps.size())) return {};
    close_toolbox(model);
    return go(model, session::Went{step, 0});
}

void follow_phase(Model& model, session::Phase before) {
    const Run& run = *model.run;
    const bool ended = run.state.phase == session::Phase::ended;
    const bool was_ended = before == session::Phase::ended;
    if (ended == was_ended) return;
    if (!run.rehearsal) mark_held(model, run.course, run.plan.meeting, ended);
    if (!ended) return;
    model.reader.follows = false;
    forget_aids(model);
    model.projection.cover = session::Cover::none;
    unfreeze(model);
}

/// The aid's clock goes and stands with the meeting's, if it went.
void follow_clock(std::optional<OpenAid>& aid, session::Phase before, session::Phase after, base::Instant now) {
    if (!aid) return;
    if (before == session::Phase::running && after == session::Phase::paused && session::running(aid->aid)) {
        session::pause(aid->aid, now);
        aid->held = true;
    } else if (before == session::Phase::paused && after == session::Phase::running && aid->held) {
        session::start(aid->aid, now);
        aid->held = false;
    }
}

/// The latest moment with this clock time, seen from `now`.
base::Instant latest_with(base::TimeOfDay time, const Model& model) {
    const base::Date today = model.local_now().date;
    const base::Instant at = base::at_local(today, time, model.zone);
    const base::Instant day_before = base::at_local(base::add_days(today, -1), time, model.zone);
    // Shortly after midnight "23.50" was yesterday; at noon "12.30" is simply not yet.
    return at > model.now && model.now - day_before <= longest_correction ? day_before : at;
}

}  // namespace

bool meeting_on(const Model& model) {
    if (!model.run) return false;
    const session::Phase phase = model.run->state.phase;
    return phase == session::Phase::running || phase == session::Phase::paused;
}

const session::Cue* cue_now(const Model& model) {
    if (!model.run || model.run->plan.empty()) return nullptr;
    const session::State& state = model.run->state;
    const auto& steps = model.run->plan.steps;
    if (state.step < 0 || state.step >= static_cast<int>(steps.size())) return nullptr;
    const auto& cues = steps[static_cast<std::size_t>(state.step)].cues;
    if (state.cue < 0 || state.cue >= static_cast<int>(cues.size())) return nullptr;
    return &cues[static_cast<std::size_t>(state.cue)];
}

void mark_held(Model& model, std::int64_t course, int meeting, bool held) {
    if (course != model.course) return;
    // As the register has it: one for each run, so that a run which goes on again takes away its own alone.
    auto& list = model.records.held;
    const auto at = std::ranges::lower_bound(list, meeting);
    if (held)
        list.insert(at, meeting);
    else if (at != list.end() && *at == meeting)
        list.erase(at);
}

Effects log_event(Model& model, const session::Event& event) {
    Run& run = *model.run;
    const session::State before = run.state;
    const session::LoggedEvent logged{model.now, event};
    run.log.push_back(logged);
    const bool undone = std::holds_alternative<session::Undone>(event);
    if ((undone || std::holds_alternative<session::Swapped>(event)) && model.handbook)
        run.plan = session::with_swaps(run.base, run.log, *model.handbook);
    run.state = undone ? session::replay(run.plan, run.log) : session::next(run.state, run.plan, event, model.now);
    Effects effects = record(model, logged, before.phase);
    follow_phase(model, before.phase);
    if (before.step != run.state.step) follow_meeting(model);
    const bool reopened = before.phase == session::Phase::ended && run.state.phase != session::Phase::ended;
    if (before.step != run.state.step || before.cue != run.state.cue || reopened) {
        open_cue_aid(model);
        model.projection.zoom.reset();  // the next picture is seen whole first
    } else {
        follow_clock(model.aid, before.phase, run.state.phase, model.now);
        follow_clock(model.aid_under, before.phase, run.state.phase, model.now);
    }
    return effects;
}

Effects apply(Model& model, const Next&) {
    if (!meeting_on(model)) return {};
    close_toolbox(model);
    const auto to = session::after(model.run->plan, model.run->state);
    if (!to) say(model, NoticeKind::info, words::Key::notice_last_step);
    return go(model, to);
}

Effects apply(Model& model, const Previous&) {
    if (!meeting_on(model)) return {};
    close_toolbox(model);
    return go(model, session::before(model.run->plan, model.run->state));
}

Effects apply(Model& model, const GoToStep& action) {
    return go_to_step(model, action.step);
}

Effects apply(Model& model, const FirstStep&) {
    return go_to_step(model, 0);
}

Effects apply(Model& model, const LastStep&) {
    return model.run ? go_to_step(model, static_cast<int>(model.run->plan.steps.size()) - 1) : Effects{};
}

Effects apply(Model& model, const ToggleClock&) {
    if (!meeting_on(model)) return {};
    if (model.run->state.phase == session::Phase::running) return log_event(model, session::Paused{});
    const base::Instant began = model.run->state.scheduled_start;
    Effects effects = log_event(model, session::Resumed{});
    if (model.run->state.scheduled_start != began) say(model, NoticeKind::info, words::Key::meeting_other_day);
    return effects;
}

Effects apply(Model& model, const AddMinutes& action) {
    const int minutes = std::clamp(action.minutes, -most_minutes_at_once, most_minutes_at_once);
    if (minutes == 0) return {};
    // In a meeting it is the step's minute that undo takes back, not the aid's.
    if (auto* countdown = model.aid ? std::get_if<session::Countdown>(&model.aid->aid) : nullptr)
        countdown->add(base::Minutes{minutes}, model.now);
    if (!meeting_on(model)) return {};
    const session::State after = session::next(model.run->state, model.run->plan,
                                               session::MinutesAdded{model.run->state.step, minutes}, model.now);
    if (after.minutes == model.run->state.minutes) return {};
    return log_event(model, session::MinutesAdded{model.run->state.step, minutes});
}

Effects apply(Model& model, const CorrectStart& action) {
    if (!model.run || model.run->state.phase == session::Phase::ready) return {};
    const session::State& state = model.run->state;
    const bool clock_time =
        action.to.hour >= 0 && action.to.hour < 24 && action.to.minute >= 0 && action.to.minute < 60;
    const base::Instant to = clock_time ? latest_with(action.to, model) : base::Instant::max();
    if (!clock_time || to > model.now) {
        say(model, NoticeKind::warning, words::Key::notice_start_in_future);
        return {};
    }
    // What happened first bounds it: nobody can have moved on before the meeting began.
    if (state.first_event && to > *state.first_event) {
        const std::string time = base::to_text(base::local(*state.first_event, model.zone).time);
        say(model, NoticeKind::warning, model.words(words::Key::notice_start_after_event, {{"time", time}}));
        return {};
    }
    if (to < model.run->log.front().at - longest_correction) {
        const std::string time = base::to_text(action.to);
        say(model, NoticeKind::warning, model.words(words::Key::notice_start_not_usable, {{"time", time}}));
        return {};
    }
    if (to == state.started) return {};
    return log_event(model, session::StartCorrected{to});
}

Effects apply(Model& model, const EndMeeting&) {
    if (!meeting_on(model)) return {};
    Effects effects = log_event(model, session::Ended{});
    append(effects, back_up_meeting(model));
    return effects;
}

Effects apply(Model& model, const ReopenMeeting&) {
    if (!model.run || model.run->state.phase != session::Phase::ended) return {};
    return log_event(model, session::Reopened{});
}

Effects apply(Model& model, const LeaveMeeting&) {
    if (!model.run) return {};
    if (meeting_on(model) && !model.run->rehearsal) {
        say(model, NoticeKind::warning, words::Key::notice_still_running);
        return {};
    }
    Effects effects = back_up_meeting(model);  // now with all that was kept on the page after the end
    model.run.reset();
    model.now = model.real;
    model.reader.follows = false;
    forget_aids(model);
    append(effects, apply(model, StopProjecting{}));
    return effects;
}

Effects apply(Model& model, const UndoRunEvent&) {
    if (!model.run || !session::undoable(model.run->log)) {
        say(model, NoticeKind::info, words::Key::notice_nothing_to_undo);
        return {};
    }
    return log_event(model, session::Undone{});
}

Effects apply(Model& model, const CatchUpNow&) {
    if (!meeting_on(model)) return {};
    session::CatchUp proposal = session::catch_up(model.run->state, model.run->plan, model.now);
    if (proposal.changes.empty()) return {};
    return log_event(model, session::Replanned{std::move(proposal.changes)});
}

Effects apply(Model& model, const Undo&) {
    const auto counted = latest_count(model);
    // What was last done to the aid that is on the wall lies nearest.
    if (model.place == Place::meeting && model.aid && !model.aid->past.empty() &&
        !(counted && *counted >= model.aid->changed))
        return apply(model, AidUndo{});
    if (model.place == Place::meeting && !model.run && model.preparing > 0) return undo_plan(model);
    if (model.place != Place::meeting || !model.run) return apply(model, UndoMark{});
    const session::LoggedEvent* event = session::undoable(model.run->log);
    const bool of_course = model.run->course == model.course && !model.run->rehearsal;
    const auto marked = model.run->course == model.course ? latest_mark(model) : std::nullopt;
    if (of_course && counted && (!marked || *counted >= *marked) && (!event || *counted >= event->at))
        return apply(model, UndoCounts{});
    if (marked && (!event || *marked > event->at)) return apply(model, UndoMark{});
    return apply(model, UndoRunEvent{});
}

Effects apply(Model& model, const Redo&) {
    if (model.place == Place::meeting && !model.run && model.preparing > 0) return redo_plan(model);
    return apply(model, RedoMark{});
}

}  // namespace app
