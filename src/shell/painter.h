// shell/painter.h: one window's ImGui frame: fonts, colours, pictures and view state put together for `ui`.
// Rule: it draws into the framebuffer that is bound and shows nothing itself; the same frame serves a window and the
// tour. Used by: program.cpp, tour.cpp.
// Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include "shell/canvas.h"
#include "shell/pictures.h"
#include "ui/windows.h"

namespace shell {

/// When a frame is drawn, and how long after the last one.
struct FrameTime {
    base::Instant now{};
    float seconds = 1.0f / 60;  ///< for animations
    double idle = 0;            ///< passed besides, with no frames
};

class Painter {
  public:
    Painter(Canvas& canvas, ImageCache& cache, int most_picture_height);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// What the person asked for during this frame. Clocks show what the model's do (app::shown_time).
    app::Actions leaders(const app::Model& model, Canvas::Size size, float monitor_scale, FrameTime time);
    /// `time.now` is what the clocks on it show.
    void wall(const app::AudienceView& view, Canvas::Size size, FrameTime time);

    /// As of the latest frame: another one is due at once.
    bool restless() const { return restless_; }
    /// Has the picture ready before it is shown; false while it is still being decoded.
    bool prefetch(std::string_view picture);
    /// The mouse rests on something that says more after a while.
    bool hover_waits() const;
    ui::State& state() { return *state_; }

  private:
    Canvas& canvas_;
    Pictures pictures_;
    ui::StatePointer state_;
    ui::Context context_;
    bool restless_ = false;
};

}  // namespace shell
