#include "shell/program.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <future>

#include "base/clock.h"
#include "base/files.h"
#include "shell/handbook_place.h"
#include "shell/open_url.h"

namespace shell {
namespace {

// The first picture does not wait longer than this for a handbook that is slow to read.
constexpr std::chrono::milliseconds handbook_patience{400};
constexpr int most_leaders_picture = 720;  ///< lines; the leaders' window shows pictures small

}  // namespace

Program::Glfw::~Glfw() {
    if (started) end_windows();
}

Program::Program(ProgramOptions options)
    : options_(std::move(options)), desk_(options_.data, *this), images_(false, [this] {
          picture_came_ = true;
          wake();
      }) {}

Program::~Program() = default;

base::Outcome Program::open() {
    // Three things at once: the handbook is read, the store opened, the window made.
    const std::filesystem::path folder = handbook_folder(options_.handbook);
    loader_ = std::make_unique<HandbookLoader>(folder, [this] { wake(); });
    loader_->request(std::string(words::code(options_.language.value_or(words::Language::nb))));
    const base::Instant now = base::now();
    auto store = std::async(std::launch::async, [this, now] { return store::Store::open(options_.data, now); });

    if (base::Outcome started = start_windows(); !started) return started;
    glfw_.started = true;
    awake_ = true;
    auto window = Window::open(heard_);
    if (!window.ok()) return window.error();
    window_ = std::move(window).value();
    wall_ = std::make_unique<WallWindow>(window_->handle(), heard_);
    leaders_painter_ = std::make_unique<Painter>(window_->canvas(), images_, most_leaders_picture);

    desk_.act(app::Tick{base::zone_east(now)}, now);
    desk_.act(desk_.runner().opened(store.get()), now);
    if (options_.language) desk_.act(app::SetLanguage{*options_.language}, now);
    desk_.carry_out(now);
    loader_->wait_for(handbook_patience);
    watch_ = std::make_unique<HandbookWatch>(folder, [this] { loader_->look_again(); });
    return base::done();
}

/// From any thread. Before GLFW is started there is nothing to wake.
void Program::wake() const {
    if (awake_) glfwPostEmptyEvent();
}

base::Outcome Program::run() {
    if (base::Outcome opened = open(); !opened) return opened;
    heard_.redraw_leaders = [this] {
        if (!drawing_) draw_leaders(base::now());
    };
    window_->show();
    look_at_screens(base::now());
    bool first = true;
    while (!window_->should_close()) {
        turn();
        if (first && settle_ < 3) {
            loader_->allow_index();
            first = false;
        }
    }
    const base::Instant now = base::now();
    for (const app::Action& last : ui::unsaid(leaders_painter_->state(), desk_.model())) desk_.act(last, now);
    wall_->hide();
    speaker_.reset();
    chime_.reset();
    glfwHideWindow(window_->handle());
    desk_.carry_out(now);
    desk_.runner().keep_settings(app::to_settings(desk_.model()));
    desk_.runner().close(now);
    return base::done();
}

app::Actions Program::load_handbook(words::Language language) {
    loader_->request(std::string(words::code(language)));
    return {};
}

base::Outcome Program::place_wall(const std::optional<ConnectedScreen>& screen) {
    if (base::Outcome shown = wall_->show(screen, desk_.model().words[words::Key::shell_wall_title]); !shown)
        return shown;
    if (wall_painter_ == nullptr) wall_painter_ = std::make_unique<Painter>(wall_->canvas(), images_, 0);
    wall_drawn_ = Steady::now();
    return base::done();
}

/// Puts the wall where it is wanted. Is that our own screen, we go to the one that it leaves.
app::Actions Program::put_wall() {
    auto screens = connected_screens(window_->handle());
    const auto named = [&](const std::string& key) {
        return std::find_if(screens.begin(), screens.end(),
                            [&](const ConnectedScreen& s) { return s.screen.key() == key; });
    };
    std::optional<ConnectedScreen> target;
    const auto wanted = named(wall_wanted_);
    if (wanted != screens.end() && wanted->screen.ours && screens.size() > 1) {
        auto free = named(wall_->screen());
        if (free == screens.end() || free->screen.ours) {
            free =
                std::find_if(screens.begin(), screens.end(), [](const ConnectedScreen& s) { return !s.screen.ours; });
        }
        wall_->hide();
        const int width = std::min(1440, free->screen.width), height = std::min(900, free->screen.height);
        window_->move_to(free->x + (free->screen.width - width) / 2, free->y + (free->screen.height - height) / 2,
                         width, height);
        target = *wanted;
    } else {
        target = screen_for_wall(screens, wall_wanted_);
    }
    app::Actions answers;
    if (base::Outcome placed = place_wall(target); !placed) {
        answers.push_back(app::WallClosed{});
        answers.push_back(app::DeedFailed{placed.error()});
        return answers;
    }
    heard_.screens = true;  // whose screen is whose may have changed
    answers.push_back(app::WallShown{wall_->screen()});
    return answers;
}

app::Actions Program::show_wall(bool visible) {
    if (visible) return put_wall();
    wall_->hide();
    return {};
}

app::Actions Program::move_wall(const std::string& screen) {
    wall_wanted_ = screen;
    if (wall_->visible()) return put_wall();
    return {};
}

base::Outcome Program::open_url(const std::string& url) {
    return shell::open_url(url);
}

void Program::copy_text(const std::string& text) {
    glfwSetClipboardString(window_->handle(), text.c_str());
}

app::Actions Program::load_edition(const app::LoadEdition& wanted) {
    if (editions_ == nullptr) editions_ = std::make_unique<EditionReader>([this] { wake(); });
    editions_->request(wanted);
    return {};
}

void Program::speak(const std::string& text, words::Language language) {
    if (speaker_ == nullptr) speaker_ = std::make_unique<Speaker>([this] { wake(); });
    speaker_->say(text, language);
}

app::Actions Program::play_chime() {
    if (chime_ == nullptr) chime_ = std::make_unique<Chime>([this] { wake(); });
    chime_->play();
    return {};
}

void Program::stop_speaking() {
    if (speaker_ != nullptr) speaker_->stop();
}

}  // namespace shell
