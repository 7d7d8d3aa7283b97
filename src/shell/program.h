// shell/program.h: the running program: both windows, the model, the store and the threads that read for them.
// Rule: the loop sleeps in the kernel until something happens or a picture is due (app::next_wake); a key press reaches
// the wall before the leaders' window is drawn and before the disk is waited for.
// Used by: command_line.cpp. The loop itself stands in loop.cpp.
// Tests: tests/shell/screens/two_windows_test.cpp
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "shell/chime.h"
#include "shell/desk.h"
#include "shell/edition_reader.h"
#include "shell/handbook_loader.h"
#include "shell/handbook_watch.h"
#include "shell/keys.h"
#include "shell/painter.h"
#include "shell/speaker.h"
#include "shell/wall_window.h"
#include "shell/window.h"

namespace shell {

struct ProgramOptions {
    std::filesystem::path data;
    std::filesystem::path handbook;
    std::optional<words::Language> language;
};

class Program final : public Surroundings {
  public:
    explicit Program(ProgramOptions options);
    ~Program() override;

    /// Until the leaders' window is closed. Fails when no window can be opened.
    base::Outcome run();

    app::Actions load_handbook(words::Language language) override;
    app::Actions show_wall(bool visible) override;
    app::Actions move_wall(const std::string& screen) override;
    base::Outcome open_url(const std::string& url) override;
    void copy_text(const std::string& text) override;
    app::Actions load_edition(const app::LoadEdition& wanted) override;
    void speak(const std::string& text, words::Language language) override;
    void stop_speaking() override;
    app::Actions play_chime() override;

  private:
    using Steady = std::chrono::steady_clock;
    using Deadline = std::optional<Steady::time_point>;

    base::Outcome open();
    void wake() const;
    app::Actions put_wall();
    base::Outcome place_wall(const std::optional<ConnectedScreen>& screen);

    // loop.cpp
    void turn();
    void hear(base::Instant now);
    void hear_keys(base::Instant now);
    void look_at_screens(base::Instant now);
    void draw_leaders(base::Instant now);
    void draw_wall(base::Instant now);
    void rest();
    void fetch_ahead();
    void act(const app::Action& action, base::Instant now);
    void act(const app::Actions& actions, base::Instant now);
    FrameTime frame_time(Steady::time_point& last, base::Instant now, bool real) const;

    /// Ends GLFW after all windows are gone.
    struct Glfw {
        bool started = false;
        ~Glfw();
    };

    ProgramOptions options_;
    Glfw glfw_;
    std::atomic<bool> awake_ = false;  ///< GLFW runs, so other threads may call it
    Heard heard_;
    Desk desk_;
    ImageCache images_;
    std::unique_ptr<Window> window_;
    std::unique_ptr<WallWindow> wall_;
    std::unique_ptr<Painter> leaders_painter_;
    std::unique_ptr<Painter> wall_painter_;

    Bounce bounce_;
    int settle_ = 3;                ///< frames of the leaders' window still to draw
    bool drawing_ = false;          ///< the system may call us back while we draw
    bool acted_ = false;            ///< the model has changed since the settings were looked at
    std::uint64_t wall_shows_ = 0;  ///< revision of the picture on the wall
    std::string wall_wanted_;       ///< key of the screen that it was last sent to
    std::string fetched_;           ///< the picture that was made ready last
    Deadline leaders_at_, wall_at_, hover_at_, settings_at_, screens_at_;
    Steady::time_point leaders_drawn_{}, wall_drawn_{};
    std::vector<app::Screen> screens_;
    std::uint64_t pictures_of_ = 0;  ///< handbook revision that images_ was told of

    std::atomic<bool> picture_came_ = false;
    std::unique_ptr<HandbookLoader> loader_;  ///< these last: their threads call back
    std::unique_ptr<HandbookWatch> watch_;
    std::unique_ptr<EditionReader> editions_;  ///< made when first asked for
    std::unique_ptr<Speaker> speaker_;         ///< likewise
    std::unique_ptr<Chime> chime_;             ///< likewise
};

}  // namespace shell
