#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

/// The meeting goes on with the words that are on disk now, as long as they still tell the same steps.
void follow_plan(Model& model) {
    if (!model.run) return;
    session::Plan base = plan_of(model, model.run->course, model.run->plan.meeting);
    if (base.steps.size() != model.run->plan.steps.size()) {
        say(model, NoticeKind::warning, words::Key::notice_plan_kept);
        return;
    }
    model.run->plan = session::with_swaps(base, model.run->log, *model.handbook);
    model.run->base = std::move(base);
    model.run->state = session::replay(model.run->plan, model.run->log);
    if (model.aid && model.aid->from_toolbox) return;
    // A cue more or less before this one may have made it another: then its aid is another too.
    const session::Cue* cue = cue_now(model);
    const bool at_aid = meeting_on(model) && cue && std::holds_alternative<session::AidCue>(*cue);
    if (at_aid != model.aid.has_value()) open_cue_aid(model);
}

std::int64_t newest(const std::vector<course::Course>& courses) {
    std::int64_t id = 0;
    for (const course::Course& each : courses) id = std::max(id, each.id);
    return id;
}

}  // namespace

Effects apply(Model& model, const Tick& action) {
    model.zone = action.zone;
    return {};
}

Effects apply(Model& model, const HandbookLoaded& action) {
    if (!action.handbook) return {};
    const bool changed = !model.handbook || model.handbook->revision != action.handbook->revision ||
                         model.handbook->documents.size() != action.handbook->documents.size();
    model.handbook = action.handbook;
    // The index names documents by their place in the book it was made from.
    if (action.search || changed) model.search = action.search;
    // Those of the book as it was are nearly right, and better than a page that jumps twice.
    if (action.compounds) model.compounds = action.compounds;
    Effects effects;
    if (changed) {
        follow_plan(model);
        follow_meeting(model);
        if (model.reader.beside && !model.handbook->document(model.reader.beside->document))
            model.reader.beside.reset();
        append(effects, compare_again(model));
    }
    append(effects, apply(model, Search{model.reader.query}));
    return effects;
}

Effects apply(Model& model, const StoreOpened& action) {
    model.store = {.phase = StorePhase::open, .saved = model.store.saved, .folder = action.folder};
    model.courses = action.courses;
    model.plans = action.plans;
    model.plans_before.clear();
    model.plans_undone.clear();
    model.times = action.times;
    model.unregistered_said = false;
    forget_notice(model, model.words[words::Key::notice_without_register]);
    const words::Language before = model.settings.language;
    take_settings(model, action.settings);
    Effects effects;
    if (model.settings.language != before) {
        model.words = words::Catalogue(model.settings.language);
        effects.push_back(LoadHandbook{model.settings.language});
    }
    const std::int64_t remembered = course_in(action.settings);
    model.course = 0;
    append(effects, select_course(model, model.course_by_id(remembered) ? remembered : newest(model.courses)));
    model.unfinished.reset();
    if (action.unfinished && model.course_by_id(action.unfinished->course) &&
        !(model.run && model.run->id == action.unfinished->id))
        model.unfinished = action.unfinished;
    // What happened while the store was being opened.
    const std::deque<Effect> waiting = std::exchange(model.unsaved, {});
    effects.insert(effects.end(), waiting.begin(), waiting.end());
    return effects;
}

Effects apply(Model& model, const StoreRefused& action) {
    model.store = {.phase = StorePhase::failed,
                   .error = action.error,
                   .saved = model.store.saved,
                   .backups = action.backups,
                   .folder = action.folder};
    const bool lost = !model.unsaved.empty();
    forget_waiting(model);
    if (lost) say_unregistered(model);
    model.records_missing = false;
    return {};
}

Effects apply(Model& model, const BackupRestored& action) {
    say(model, NoticeKind::info, model.words(words::Key::notice_backup_restored, {{"path", action.kept_as}}));
    model.notices.back().until.reset();
    return {};
}

Effects apply(Model& model, const RestoreChosen& action) {
    if (meeting_on(model)) {
        say(model, NoticeKind::warning, words::Key::notice_meeting_on);
        return {};
    }
    model.store.phase = StorePhase::opening;
    model.store.error.reset();
    return {RestoreBackup{action.backup}};
}

Effects apply(Model& model, const ContinueWithoutStore&) {
    if (model.store.phase == StorePhase::open) return {};
    model.store.phase = StorePhase::failed;
    model.store.error.reset();
    model.store.backups.clear();
    forget_waiting(model);
    say_unregistered(model);
    return {};
}

Effects apply(Model& model, const DismissNotice& action) {
    std::erase_if(model.notices, [&](const Notice& notice) { return notice.id == action.id; });
    return {};
}

}  // namespace app
