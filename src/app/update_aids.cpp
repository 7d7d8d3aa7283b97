#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

constexpr int most_minutes_at_once = 120;

bool clock_stands(const Model& model) {
    return model.run && model.run->state.phase == session::Phase::paused;
}

/// The aid of the cue that the meeting stands at, not started.
std::optional<OpenAid> cue_aid(const Model& model) {
    const session::Cue* cue = meeting_on(model) ? cue_now(model) : nullptr;
    const auto* wanted = cue ? std::get_if<session::AidCue>(cue) : nullptr;
    const book::Document* exercise = wanted && model.handbook ? model.handbook->document(wanted->document) : nullptr;
    if (!exercise || !exercise->aid) return std::nullopt;
    auto aid = fresh_aid(model, *exercise->aid);
    if (!aid) return std::nullopt;
    return OpenAid{.aid = std::move(*aid),
                   .title = exercise->title,
                   .picture = exercise->picture,
                   .spec = *exercise->aid,
                   .past = {}};
}

void set_clock(session::Stopwatch& clock, base::Milliseconds to, base::Instant now) {
    clock.before = to;
    if (clock.since) clock.since = now;
}

/// Who sits together now has met, whatever is dealt later.
Effects remember_groups(Model& model) {
    const auto* divider = std::get_if<session::GroupDivider>(&model.aid->aid);
    if (!divider || divider->groups.empty() || (model.run && model.run->rehearsal)) return {};
    const std::int64_t course = model.run ? model.run->course : model.course;
    auto& met = model.groups_met[course];
    met = divider->met;
    met.push_back(divider->groups);
    if (course <= 0) return {};
    return {SaveGroups{course, static_cast<int>(met.size()) - 1, divider->groups}};
}

}  // namespace

std::optional<session::Aid> fresh_aid(const Model& model, const book::AidSpec& spec) {
    const std::int64_t course = model.run ? model.run->course : model.course;
    const course::Course* of = model.course_by_id(course);
    const int meeting = model.run ? model.run->plan.meeting
                        : of      ? course::meeting_on_or_after(*of, model.local_now().date)
                                  : 0;
    auto aid = session::make_aid(spec, people(model, course, meeting));
    if (!aid) return aid;
    if (auto* divider = std::get_if<session::GroupDivider>(&*aid)) {
        if (const auto met = model.groups_met.find(course); met != model.groups_met.end()) divider->met = met->second;
        divider->seed = static_cast<std::uint64_t>(model.now.time_since_epoch().count());
    }
    if (auto* pack = std::get_if<session::WordCards>(&*aid))
        pack->shuffle(static_cast<std::uint64_t>(model.now.time_since_epoch().count()));
    return aid;
}

void lay_over(Model& model, OpenAid aid) {
    if (model.aid && !model.aid->from_toolbox) model.aid_under = std::move(model.aid);
    aid.from_toolbox = true;
    model.aid = std::move(aid);
}

void close_toolbox(Model& model) {
    if (model.aid && model.aid->from_toolbox) model.aid = std::exchange(model.aid_under, std::nullopt);
}

void forget_aids(Model& model) {
    model.aid.reset();
    model.aid_under.reset();
}

void open_cue_aid(Model& model) {
    forget_aids(model);
    model.aid = cue_aid(model);
    if (!model.aid) return;
    if (clock_stands(model))
        model.aid->held = session::has_clock(model.aid->aid);
    else
        session::start(model.aid->aid, model.now);
}

void recover_cue_aid(Model& model) {
    forget_aids(model);
    model.aid = cue_aid(model);
    auto* countdown = model.aid ? std::get_if<session::Countdown>(&model.aid->aid) : nullptr;
    if (!countdown) return;
    // What came after the latest step forward happened while this aid was on. Something taken back hides which that
    // was: then it waits to be started.
    const auto& log = model.run->log;
    const auto is_went = [](const session::LoggedEvent& e) { return std::holds_alternative<session::Went>(e.event); };
    const auto is_undo = [](const session::LoggedEvent& e) { return std::holds_alternative<session::Undone>(e.event); };
    const auto entered = std::find_if(log.rbegin(), log.rend(), is_went);
    if (entered == log.rend() || std::any_of(log.rbegin(), entered, is_undo)) return;
    bool stood = false;
    for (auto event = log.rbegin(); event != log.rend(); ++event) {
        if (event <= entered) continue;
        if (std::holds_alternative<session::Paused>(event->event)) {
            stood = true;
            break;
        }
        if (std::holds_alternative<session::Resumed>(event->event)) break;
    }
    if (stood)
        model.aid->held = true;
    else
        countdown->clock.start(entered->at);
    for (auto event = entered.base(); event != log.end(); ++event) {
        if (std::holds_alternative<session::Paused>(event->event) && countdown->clock.running()) {
            countdown->clock.pause(event->at);
            model.aid->held = true;
        } else if (std::holds_alternative<session::Resumed>(event->event) && model.aid->held) {
            countdown->clock.start(event->at);
            model.aid->held = false;
        } else if (const auto* added = std::get_if<session::MinutesAdded>(&event->event)) {
            countdown->add(base::Minutes{added->minutes}, event->at);
        }
    }
}

Effects apply(Model& model, const OpenToolbox& action) {
    auto aid = fresh_aid(model, action.spec);
    if (!aid) {
        say(model, NoticeKind::warning, words::Key::notice_aid_unknown);
        return {};
    }
    lay_over(model, {.aid = std::move(*aid), .title = action.title, .picture = {}, .spec = action.spec, .past = {}});
    return {};
}

Effects apply(Model& model, const CloseAid&) {
    // The plan's own aid leaves by moving on: closed, it would leave the room with nothing.
    close_toolbox(model);
    return {};
}

Effects apply(Model& model, const ToggleAid&) {
    if (!model.aid) return {};
    model.aid->held = false;
    change_aid(model, [&](session::Aid& aid) {
        if (session::running(aid))
            session::pause(aid, model.now);
        else
            session::start(aid, model.now);
    });
    return {};
}

Effects apply(Model& model, const AidForward&) {
    if (!model.aid) return {};
    change_aid(model, [&](session::Aid& aid) { session::forward(aid, model.now); });
    return remember_groups(model);
}

Effects apply(Model& model, const AidBackward&) {
    change_aid(model, [&](session::Aid& aid) { session::backward(aid, model.now); });
    return {};
}

Effects apply(Model& model, const AidMoreTime& action) {
    const base::Minutes more{std::clamp(action.minutes, -most_minutes_at_once, most_minutes_at_once)};
    change_aid(model, [&](session::Aid& aid) {
        if (auto* countdown = std::get_if<session::Countdown>(&aid)) {
            countdown->add(more, model.now);
        } else if (auto* round = std::get_if<session::TalkingRound>(&aid)) {
            // For the one who speaks now: the others keep their share.
            const base::Milliseconds gone = round->clock.elapsed(model.now);
            const base::Milliseconds to = std::clamp(gone - more, base::Milliseconds{0}, std::max(gone, round->each));
            if (to != gone) set_clock(round->clock, to, model.now);
        }
    });
    return {};
}

Effects apply(Model& model, const AidHand& action) {
    const int more = std::clamp(action.more, -99, 99);
    change_aid(model, [&](session::Aid& aid) {
        if (auto* scale = std::get_if<session::Scale>(&aid); scale && action.value >= 0 && action.value <= 10)
            scale->add_hand(action.value, more);
        if (auto* reveal = std::get_if<session::Reveal>(&aid)) reveal->add_hand(action.value, more);
    });
    return {};
}

Effects apply(Model& model, const AidMarker& action) {
    change_aid(model, [&](session::Aid& aid) {
        if (auto* scale = std::get_if<session::Scale>(&aid))
            scale->marker = action.value >= 0 && action.value <= 10 ? action.value : -1;
    });
    return {};
}

Effects apply(Model& model, const AidShowCounts& action) {
    change_aid(model, [&](session::Aid& aid) {
        if (auto* scale = std::get_if<session::Scale>(&aid)) scale->counts_shown = action.shown;
    });
    return {};
}

}  // namespace app
