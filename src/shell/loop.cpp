// The loop of Program: hear, show the wall, carry out, show the leaders, rest.
#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/commands.h"
#include "app/idle.h"
#include "base/clock.h"
#include "session/machine.h"
#include "shell/handbook_place.h"
#include "shell/program.h"

namespace shell {
namespace {

constexpr int settle_frames = 3;  ///< ImGui needs so many after an event until its picture stands still
constexpr std::chrono::milliseconds frame_apart{16};
constexpr std::chrono::milliseconds settings_wait{1000};
constexpr std::chrono::milliseconds screens_apart{2000};
constexpr std::chrono::milliseconds hover_wait{450};

std::string picture_of(const app::Scene& scene) {
    return std::visit(
        []<class T>(const T& one) -> std::string {
            if constexpr (requires { one.picture; }) return one.picture;
            return {};
        },
        scene);
}

}  // namespace

void Program::act(const app::Action& action, base::Instant now) {
    desk_.act(action, now);
    settle_ = settle_frames;
    acted_ = true;
}

void Program::act(const app::Actions& actions, base::Instant now) {
    for (const app::Action& action : actions) act(action, now);
}

/// Once round. The wall comes first: the room waits for it.
void Program::turn() {
    const base::Instant now = base::now();
    const Steady::time_point steady = Steady::now();
    const auto due = [steady](Deadline& at) {
        const bool is = at && steady >= *at;
        if (is) at.reset();
        return is;
    };
    const bool leaders_due = due(leaders_at_), wall_due = due(wall_at_);
    if (due(hover_at_)) settle_ = std::max(settle_, 1);
    if (due(screens_at_) || heard_.screens) look_at_screens(now);

    desk_.act(app::Tick{base::zone_east(now)}, now);
    hear(now);
    if (!wall_->visible()) heard_.wall = false;
    if (wall_->visible() && (wall_due || heard_.wall || app::audience_view(desk_.model()).revision != wall_shows_))
        draw_wall(now);
    if (desk_.waiting()) {
        const std::uint64_t before = desk_.model().revision;
        desk_.carry_out(base::now());
        if (desk_.model().revision != before) settle_ = settle_frames;
        acted_ = true;
    }
    if (due(settings_at_)) desk_.runner().keep_settings(app::to_settings(desk_.model()));
    if (heard_.leaders) settle_ = settle_frames;
    heard_.leaders = false;
    if ((settle_ > 0 || leaders_due) && !window_->hidden()) {
        if (settle_ > 0) --settle_;
        draw_leaders(now);
    }
    rest();
}

void Program::hear(base::Instant now) {
    // Before the handbook: a comparison is with the one that was there when it was asked for.
    if (auto edition = editions_ ? editions_->take() : std::nullopt) act(std::move(*edition), now);
    if (const auto heard = speaker_ ? speaker_->heard() : std::nullopt)
        act(*heard == Speaker::Heard::missing ? app::Action(app::SpeechMissing{}) : app::SpeechEnded{}, now);
    if (chime_ && chime_->missing()) act(app::ChimeMissing{}, now);
    while (auto loaded = loader_->take()) {
        if (loaded->handbook->revision != pictures_of_) {
            pictures_of_ = loaded->handbook->revision;
            images_.look_in(picture_folders(loaded->handbook->folder));
        }
        act(app::HandbookLoaded{std::move(loaded->handbook), std::move(loaded->search), std::move(loaded->compounds)}, now);
    }
    if (picture_came_.exchange(false)) {
        settle_ = std::max(settle_, 1);
        heard_.wall = true;
    }
    if (heard_.wall_closed) {
        heard_.wall_closed = false;
        wall_->hide();
        act(app::WallClosed{}, now);
    }
    if (!heard_.keys.empty()) hear_keys(now);
}

void Program::hear_keys(base::Instant now) {
    ui::State& state = leaders_painter_->state();
    for (const SeenPress& seen : heard_.keys.take()) {
        const bool typing = !seen.on_wall && ui::typing(state);
        const bool navigating = !seen.on_wall && ui::navigating(state);
        const auto command = app::command_for(seen.press, desk_.model(), typing, navigating, seen.on_wall);
        if (!command || bounce_.swallows(*command, Steady::now())) continue;
        // Esc takes one thing at a time: what covers the wall, else a dialog (which ImGui closes) or
        // what is marked on the page, else the projection.
        const session::Projection& wall = desk_.model().projection;
        const bool wall_first = wall.cover != session::Cover::none || wall.frozen;
        const bool covered = window_->canvas().overlaid() || ui::takes_escape(state, desk_.model());
        if (*command == app::Command::escape && !seen.on_wall && covered && !wall_first) continue;
        if (const auto action = app::action_of(*command, desk_.model())) act(*action, now);
        ui::perform(*command, state, desk_.model());
        if (*command == app::Command::full_screen) window_->toggle_full_screen();
        settle_ = settle_frames;
    }
}

/// Tells of screens that came and went, takes the wall down when its screen is gone and puts it right when it moved.
void Program::look_at_screens(base::Instant now) {
    heard_.screens = false;
    screens_at_.reset();
    const auto screens = connected_screens(window_->handle());
    if (wall_->visible() && !wall_->screen().empty()) {
        const auto its = std::find_if(screens.begin(), screens.end(),
                                      [&](const ConnectedScreen& s) { return s.screen.key() == wall_->screen(); });
        if (its == screens.end()) {
            // It may have been given another resolution: then the picture fills it as it is now.
            const auto resized = with_new_size(screens, wall_->screen(), screens_);
            if (resized && place_wall(*resized))
                act(app::WallShown{wall_->screen()}, now);
            else
                wall_->hide();
        } else if (wall_->displaced(*its)) {
            if (!place_wall(*its)) wall_->hide();
        }
    }
    std::vector<app::Screen> names = names_of(screens);
    const auto same = [](const app::Screen& a, const app::Screen& b) { return a.key() == b.key() && a.ours == b.ours; };
    if (std::equal(names.begin(), names.end(), screens_.begin(), screens_.end(), same)) return;
    screens_ = names;
    act(app::ScreensChanged{std::move(names)}, now);
}

FrameTime Program::frame_time(Steady::time_point& last, base::Instant now, bool real) const {
    const Steady::time_point steady = Steady::now();
    const double gap = last == Steady::time_point{} ? 1.0 / 60 : std::chrono::duration<double>(steady - last).count();
    last = steady;
    // After a rest an animation begins where it was left; a tooltip that was waited for sees the whole wait.
    const double seconds = std::clamp(gap, 1e-4, real ? 0.5 : 1.0 / 30);
    return {now, static_cast<float>(seconds), std::max(0.0, gap - seconds)};
}

void Program::draw_leaders(base::Instant now) {
    drawing_ = true;
    const bool waited_for_tooltip = leaders_painter_->hover_waits();
    const FrameTime time = frame_time(leaders_drawn_, now, waited_for_tooltip);
    const app::Actions asked =
        leaders_painter_->leaders(desk_.model(), window_->size(), window_->monitor_scale(), time);
    window_->swap();
    drawing_ = false;
    act(asked, now);
}

void Program::draw_wall(base::Instant now) {
    heard_.wall = false;
    const Canvas::Size size = wall_->size();
    if (size.width <= 0 || size.height <= 0) return;
    const app::AudienceView view = app::audience_view(desk_.model());
    wall_shows_ = view.revision;
    wall_painter_->wall(view, size, frame_time(wall_drawn_, app::shown_time(desk_.model(), now), false));
    wall_->swap();
}

/// What is done while nobody waits: pictures for the next step, settings to keep. Then sleep.
void Program::rest() {
    if (settle_ > 0 || heard_.wall || desk_.waiting()) {
        glfwPollEvents();
        if (!window_->hidden() || heard_.wall || desk_.waiting()) return;
    }
    const base::Instant now = base::now();
    const Steady::time_point steady = Steady::now();
    fetch_ahead();
    if (acted_) {
        acted_ = false;
        settings_at_ = steady + settings_wait;
    }
    const app::Wake wake = app::next_wake(desk_.model(), now);
    leaders_at_ = wake.leaders && !window_->hidden() ? Deadline(steady + *wake.leaders) : std::nullopt;
    if (leaders_painter_->restless() && !window_->hidden()) leaders_at_ = leaders_drawn_ + frame_apart;
    wall_at_ = wake.wall && wall_->visible() ? Deadline(steady + *wake.wall) : std::nullopt;
    if (wall_->visible() && wall_painter_->restless()) wall_at_ = wall_drawn_ + frame_apart;
    hover_at_ = leaders_painter_->hover_waits() ? Deadline(leaders_drawn_ + hover_wait) : std::nullopt;
    // A monitor may be rearranged without any message; while it is projected on, it is looked after.
    if (wall_->visible() && !wall_->screen().empty()) {
        if (!screens_at_) screens_at_ = steady + screens_apart;
    } else {
        screens_at_.reset();
    }

    Deadline first;
    for (const Deadline& at : {leaders_at_, wall_at_, hover_at_, settings_at_, screens_at_}) {
        if (at && (!first || *at < *first)) first = at;
    }
    if (!first) {
        glfwWaitEvents();
    } else if (const double seconds = std::chrono::duration<double>(*first - steady).count(); seconds > 0) {
        glfwWaitEventsTimeout(seconds);
    } else {
        glfwPollEvents();
    }
}

void Program::fetch_ahead() {
    const app::Model& model = desk_.model();
    if (!wall_->visible() || !model.run) return;
    const auto next = session::after(model.run->plan, model.run->state);
    if (!next) return;
    const std::string picture = picture_of(app::preview(model, next->step, next->cue).scene);
    if (picture.empty() || picture == fetched_) return;
    if (wall_painter_->prefetch(picture)) fetched_ = picture;
}

}  // namespace shell
