// shell/wall_window.h: the second window: what the room sees, on the other screen, or in an ordinary window where there
// is only one.
// Rule: made the first time it is asked for, never before; it takes no focus, hides the mouse pointer, and is hidden
// the moment its screen is gone. It draws; keys that reach it go where the leaders' keys go. Used by: program.cpp.
// Tests: tests/shell/screens/plug_test.cpp
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "shell/keep_awake.h"
#include "shell/screens.h"
#include "shell/window.h"

namespace shell {

class WallWindow {
  public:
    WallWindow(GLFWwindow* leaders, Heard& heard) : leaders_(leaders), heard_(heard) {}
    ~WallWindow();
    WallWindow(const WallWindow&) = delete;
    WallWindow& operator=(const WallWindow&) = delete;

    /// Shows it on `screen`, filling it, or without one in a window of its own with this title.
    base::Outcome show(const std::optional<ConnectedScreen>& screen, const std::string& title);
    void hide();

    bool visible() const { return visible_; }
    /// Key of the screen that it fills; empty when it is in a window or hidden.
    const std::string& screen() const { return on_; }
    /// It fills a screen that still is there, but no longer covers it (another resolution, another arrangement).
    bool displaced(const ConnectedScreen& screen) const;
    Canvas::Size size() const;
    void swap() const;
    /// Only after show() has succeeded once.
    Canvas& canvas() { return *canvas_; }
    bool made() const { return canvas_ != nullptr; }

  private:
    base::Outcome make();
    void fill(const ConnectedScreen& screen);
    void into_window(const std::string& title);

    GLFWwindow* leaders_;
    Heard& heard_;
    WindowHandle handle_;
    std::unique_ptr<Canvas> canvas_;
    KeepAwake awake_;  ///< while it is shown
    bool visible_ = false;
    std::string on_;
};

}  // namespace shell
