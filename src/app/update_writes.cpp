#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

/// Only the latest value of a setting is worth writing.
bool replaces_waiting(std::deque<Effect>& unsaved, const Effect& effect) {
    const auto* setting = std::get_if<SetSetting>(&effect);
    if (!setting) return false;
    for (Effect& waiting : unsaved) {
        auto* same = std::get_if<SetSetting>(&waiting);
        if (!same || same->key != setting->key) continue;
        same->value = setting->value;
        return true;
    }
    return false;
}

void queue(Model& model, Effect effect) {
    if (!replaces_waiting(model.unsaved, effect)) model.unsaved.push_back(std::move(effect));
}

}  // namespace

void say_unregistered(Model& model) {
    if (model.unregistered_said) return;
    model.unregistered_said = true;
    say(model, NoticeKind::warning, words::Key::notice_without_register);
}

Effects through_queue(Model& model, Effects wanted) {
    Effects effects;
    for (Effect& effect : wanted) {
        if (!is_write(effect)) {
            effects.push_back(std::move(effect));
            continue;
        }
        if (model.store.phase == StorePhase::failed) {
            say_unregistered(model);
            continue;
        }
        if (model.store.phase == StorePhase::opening || !model.unsaved.empty())
            queue(model, std::move(effect));
        else
            effects.push_back(std::move(effect));
    }
    return effects;
}

void forget_waiting(Model& model) {
    model.unsaved.clear();
    model.run_waiting.clear();
    model.run_awaited = false;
    forget_unsaved_notice(model);
}

Effects apply(Model& model, const Saved&) {
    model.store.saved = model.real;
    if (model.unsaved.empty()) forget_unsaved_notice(model);
    return {};
}

Effects apply(Model& model, const WriteFailed& failed) {
    if (model.store.phase == StorePhase::failed) {
        say_unregistered(model);
        return {};
    }
    queue(model, failed.effect);
    say_unsaved(model, failed.error);
    return {};
}

Effects apply(Model& model, const DeedFailed& failed) {
    say(model, NoticeKind::error, model.words.sentence(failed.error));
    return {};
}

Effects apply(Model& model, const Retry&) {
    if (model.store.phase == StorePhase::failed) {
        model.store.phase = StorePhase::opening;
        return {OpenStore{}};
    }
    if (model.store.phase != StorePhase::open) return {};
    forget_unsaved_notice(model);
    // Empty before they pass the queue: these are the oldest, so nothing holds them back.
    const std::deque<Effect> again = std::exchange(model.unsaved, {});
    return {again.begin(), again.end()};
}

Effects apply(Model& model, const RunBegun& begun) {
    if (!model.run_awaited || begun.run <= 0) return {};
    model.run_awaited = false;
    if (model.run && !model.run->rehearsal && model.run->id == 0) model.run->id = begun.run;
    Effects effects;
    for (session::LoggedEvent& event : model.run_waiting) effects.push_back(AppendRunEvent{begun.run, event});
    model.run_waiting.clear();
    if (!effects.empty() && model.run && model.run->id == begun.run)
        std::get<AppendRunEvent>(effects.back()).times = keep_times(model, false);
    return effects;
}

}  // namespace app
