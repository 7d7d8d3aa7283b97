// What is kept of a meeting: a line to the next one, hands as counts, who sat together, and how long the steps took.
#include <algorithm>

#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

/// What may stand in a line of the leaders': any letters of any length that is kept, on one line.
bool is_line(std::string_view text) {
    return text.size() <= course::longest_line && base::sanitised(text) == text &&
           std::ranges::none_of(text, [](unsigned char c) { return c < 0x20; });
}

/// Nothing of a rehearsal is kept.
bool rehearsing(const Model& model) {
    return model.run && model.run->rehearsal;
}

/// An aid that has an end of its own: then the step's end is no news.
bool has_end(const session::Aid& aid) {
    return std::holds_alternative<session::Countdown>(aid) || std::holds_alternative<session::TalkingRound>(aid);
}

base::Milliseconds left_of(const session::Aid& aid, base::Instant now) {
    if (const auto* countdown = std::get_if<session::Countdown>(&aid)) return countdown->view(now).left;
    if (const auto* round = std::get_if<session::TalkingRound>(&aid); round && round->seat < round->seats)
        return round->left(now);
    return {};
}

constexpr std::size_t most_counts_before = 60;

Effects save(Model& model, const course::HandCount& counts) {
    course::keep(model.records.counts, counts);
    if (model.course <= 0) return {};
    return {SaveCounts{model.course, counts}};
}

}  // namespace

std::vector<course::StepTime> times_of(const Run& run) {
    std::vector<course::StepTime> times;
    for (std::size_t i = 0; i < run.plan.steps.size() && i < run.state.used.size(); ++i) {
        const session::Step& step = run.plan.steps[i];
        const auto used = std::chrono::duration_cast<base::Seconds>(run.state.used[i]).count();
        times.push_back({run.course, run.plan.meeting, step.title, step.exercise, step.minutes,
                         static_cast<int>(std::clamp<std::int64_t>(used, 0, 24 * 3600)), run.id});
    }
    return times;
}

std::optional<base::Milliseconds> time_left(const Model& model, base::Instant now) {
    if (!meeting_on(model)) return std::nullopt;
    base::Milliseconds left{};
    if (model.aid && has_end(model.aid->aid)) {
        if (session::running(model.aid->aid)) left = left_of(model.aid->aid, now);
    } else if (model.run->state.phase == session::Phase::running) {
        left = session::timing(model.run->state, model.run->plan, now).step_left;
    }
    return left > base::Milliseconds{0} ? std::optional(left) : std::nullopt;
}

bool time_ran_out(const Model& model, base::Instant before, base::Instant now) {
    if (now <= before) return false;
    const auto left = time_left(model, before);
    return left && now - before >= *left;
}

std::optional<std::vector<course::StepTime>> keep_times(Model& model, bool was_ended) {
    const Run& run = *model.run;
    const bool ended = run.state.phase == session::Phase::ended;
    if (run.rehearsal || run.id <= 0 || !(ended || was_ended)) return std::nullopt;
    std::vector<course::StepTime> times = ended ? times_of(run) : std::vector<course::StepTime>{};
    std::erase_if(model.times, [&](const course::StepTime& time) { return time.run == run.id; });
    model.times.insert(model.times.end(), times.begin(), times.end());
    return times;
}

Effects back_up_meeting(const Model& model) {
    const bool held = model.run && !model.run->rehearsal && model.run->state.phase == session::Phase::ended;
    if (!held || model.store.phase != StorePhase::open) return {};
    return {MakeBackup{}};
}

Effects apply(Model& model, const WriteLine& action) {
    if (rehearsing(model) || !model.open_course() || action.meeting < 1 || action.meeting > meetings(model)) return {};
    if (model.records_missing) {
        say(model, NoticeKind::warning, words::Key::notice_records_missing);
        return {};
    }
    if (!is_line(action.line)) return {};
    std::string& line = model.records.lines[action.meeting];
    if (line == action.line) return {};
    line = action.line;
    if (model.course <= 0) return {};
    Effects effects{SaveLine{model.course, action.meeting, action.line}};
    // What was typed last is said when the page has been left already.
    if (model.place != Place::meeting) append(effects, back_up_meeting(model));
    return effects;
}

Effects apply(Model& model, const KeepCounts& action) {
    const course::HandCount& counts = action.counts;
    if (rehearsing(model)) return {};
    if (!model.open_course()) {
        say(model, NoticeKind::warning, words::Key::notice_no_course);
        return {};
    }
    if (model.records_missing) {
        say(model, NoticeKind::warning, words::Key::notice_records_missing);
        return {};
    }
    if (!course::countable(counts) || counts.meeting > meetings(model)) return {};
    course::HandCount before = course::kept_of(model.records.counts, counts);
    if (before == counts || course::total(before) + course::total(counts) == 0) return {};
    model.counts_before.push_back({model.now, std::move(before)});
    if (model.counts_before.size() > most_counts_before) model.counts_before.erase(model.counts_before.begin());
    return save(model, counts);
}

std::optional<base::Instant> latest_count(const Model& model) {
    if (model.counts_before.empty() || model.records_missing) return std::nullopt;
    return model.counts_before.back().at;
}

Effects apply(Model& model, const UndoCounts&) {
    if (rehearsing(model) || !latest_count(model)) {
        say(model, NoticeKind::info, words::Key::notice_nothing_to_undo);
        return {};
    }
    const course::HandCount before = std::move(model.counts_before.back().counts);
    model.counts_before.pop_back();
    return save(model, before);
}

Effects apply(Model& model, const BackupMade&) {
    model.store.backed_up = model.real;
    return {};
}

Effects apply(Model& model, const ChimeMissing&) {
    say(model, NoticeKind::info, words::Key::chime_missing);
    return {};
}

}  // namespace app
