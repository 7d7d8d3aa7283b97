#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

const Screen* find_screen(const std::vector<Screen>& screens, const std::string& key) {
    const auto found =
        std::find_if(screens.begin(), screens.end(), [&](const Screen& screen) { return screen.key() == key; });
    return key.empty() || found == screens.end() ? nullptr : &*found;
}

/// The screen for the wall: the one chosen before, else one that the leaders do not sit at; empty = a window of its
/// own.
std::string screen_for_wall(const Model& model) {
    const Screen* chosen = find_screen(model.screens, model.settings.wall_screen);
    const auto other =
        std::find_if(model.screens.begin(), model.screens.end(), [](const Screen& s) { return !s.ours; });
    // A choice made in another room must not cover the leaders' own window when there is a free screen.
    if (chosen && (!chosen->ours || other == model.screens.end()) && model.screens.size() > 1) return chosen->key();
    return other == model.screens.end() ? "" : other->key();
}

/// The next screen after `key`, round and round; empty when there is no other.
std::string screen_after(const Model& model, const std::string& key) {
    if (model.screens.size() < 2) return "";
    const auto here =
        std::find_if(model.screens.begin(), model.screens.end(), [&](const Screen& s) { return s.key() == key; });
    if (here == model.screens.end()) return screen_for_wall(model);
    const auto next = std::next(here) == model.screens.end() ? model.screens.begin() : std::next(here);
    return next->key() == key ? "" : next->key();
}

void screen_found(Model& model) {
    model.screen_lost = false;
    model.lost_screen.clear();
    forget_notice(model, model.words[words::Key::notice_screen_lost]);
    forget_notice(model, model.words[words::Key::notice_screen_back]);
    forget_notice(model, model.words[words::Key::notice_screen_new]);
}

}  // namespace

void unfreeze(Model& model) {
    model.projection.frozen = false;
    model.frozen.reset();
}

Effects apply(Model& model, const StartProjecting&) {
    session::Projection& wall = model.projection;
    if (wall.visible) {
        // A clicker's play key sends F5 again and again: it may bring the picture back, never start over.
        if (wall.cover == session::Cover::black || wall.cover == session::Cover::white)
            wall.cover = session::Cover::none;
        return {};
    }
    const std::string screen = screen_for_wall(model);
    screen_found(model);
    if (model.screens.size() < 2) say(model, NoticeKind::info, words::Key::notice_one_screen);
    wall.visible = true;
    model.wall_on = screen;
    return {MoveWall{screen}, ShowWall{true}};
}

Effects apply(Model& model, const StopProjecting&) {
    const bool shown = model.projection.visible;
    model.projection = {};
    model.frozen.reset();
    model.wall_on.clear();
    screen_found(model);
    return shown ? Effects{ShowWall{false}} : Effects{};
}

Effects apply(Model& model, const ToggleCover& action) {
    model.projection = session::toggled(model.projection, action.cover);
    return {};
}

Effects apply(Model& model, const ToggleFreeze&) {
    if (model.projection.frozen) {
        unfreeze(model);
        return {};
    }
    AudienceView still = audience_view(model);
    still.cover = session::Cover::none;
    if (auto* scene = std::get_if<AidScene>(&still.scene)) session::pause(scene->aid, model.now);
    if (auto* scene = std::get_if<BreakScene>(&still.scene); scene && !scene->paused) {
        scene->paused = true;
        scene->left = scene->ends - model.now;
    }
    model.frozen = std::move(still);
    model.projection.frozen = true;
    return {};
}

Effects apply(Model& model, const SwapScreens&) {
    const std::string from = model.projection.visible ? model.wall_on : screen_for_wall(model);
    const std::string to = screen_after(model, from);
    if (to.empty()) {
        say(model, NoticeKind::info, words::Key::notice_one_screen);
        return {};
    }
    model.settings.wall_screen = to;
    if (!model.projection.visible) {
        say(model, NoticeKind::info, model.words(words::Key::notice_screen_chosen, {{"screen", to}}));
        return {};
    }
    model.wall_on = to;
    return {MoveWall{to}};
}

Effects apply(Model& model, const TogglePointer&) {
    auto& pointer = model.projection.pointer;
    pointer = pointer || !model.projection.visible ? std::optional<session::Spot>{} : session::Spot{};
    return {};
}

Effects apply(Model& model, const ToggleZoom&) {
    auto& zoom = model.projection.zoom;
    const session::Spot around = model.projection.pointer.value_or(session::Spot{});
    zoom = zoom || !model.projection.visible ? std::optional<session::Spot>{} : around;
    return {};
}

Effects apply(Model& model, const PointAt& action) {
    const session::Spot spot{std::clamp(action.spot.x, 0.0f, 1.0f), std::clamp(action.spot.y, 0.0f, 1.0f)};
    if (model.projection.pointer) model.projection.pointer = spot;
    return {};
}

Effects apply(Model& model, const ZoomAt& action) {
    const session::Spot spot{std::clamp(action.spot.x, 0.0f, 1.0f), std::clamp(action.spot.y, 0.0f, 1.0f)};
    if (model.projection.zoom) model.projection.zoom = spot;
    return {};
}

Effects apply(Model& model, const Escape&) {
    if (model.projection.cover != session::Cover::none) {
        model.projection.cover = session::Cover::none;
    } else if (model.projection.frozen) {
        unfreeze(model);
    } else if (model.projection.zoom || model.projection.pointer) {
        model.projection = session::escaped(model.projection);
    } else if (model.aid && model.aid->from_toolbox) {
        return apply(model, CloseAid{});
    } else if (!model.reader.query.empty()) {
        return apply(model, Search{});
    } else if (model.projection.visible) {
        return apply(model, StopProjecting{});
    }
    return {};
}

Effects apply(Model& model, const ScreensChanged& action) {
    const std::vector<Screen> before = std::exchange(model.screens, action.screens);
    if (model.projection.visible && !model.wall_on.empty() && !find_screen(model.screens, model.wall_on)) {
        model.projection.visible = false;
        model.screen_lost = true;
        model.lost_screen = std::exchange(model.wall_on, "");
        say(model, NoticeKind::warning, words::Key::notice_screen_lost);
        model.notices.back().until.reset();
        return {ShowWall{false}};
    }
    if (!model.screen_lost) return {};
    const auto is_new = [&](const Screen& screen) { return !screen.ours && !find_screen(before, screen.key()); };
    const auto appeared = std::find_if(model.screens.begin(), model.screens.end(), is_new);
    if (appeared == model.screens.end()) return {};
    // Told, never done: by now something else may be on that screen.
    const bool same = find_screen(model.screens, model.lost_screen) != nullptr;
    forget_notice(model, model.words[words::Key::notice_screen_lost]);
    say(model, NoticeKind::info, same ? words::Key::notice_screen_back : words::Key::notice_screen_new);
    model.notices.back().until.reset();
    return {};
}

Effects apply(Model& model, const WallShown& action) {
    model.wall_on = action.screen;
    return {};
}

Effects apply(Model& model, const WallClosed&) {
    model.projection.visible = false;
    model.wall_on.clear();
    return {};
}

}  // namespace app
