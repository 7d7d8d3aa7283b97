// shell/window.h: the leaders' window: made, drawn, heard.
// Rule: after anything that happens to it, it is drawn three times (ImGui needs that to settle), then rests.
// Used by: program.cpp.
// Tests: tests/shell/screens/two_windows_test.cpp
#pragma once

#include <functional>
#include <memory>

#include "base/result.h"
#include "shell/canvas.h"
#include "shell/keys.h"

namespace shell {

/// What the callbacks of the windows leave for the loop.
struct Heard {
    KeyPresses keys;
    bool leaders = false;                  ///< something happened to the leaders' window
    bool wall = false;                     ///< the wall's window was resized or uncovered
    bool wall_closed = false;              ///< its close button was pressed
    bool screens = true;                   ///< one came or went
    std::function<void()> redraw_leaders;  ///< for systems that block the loop while a window is dragged
};

struct WindowDeleter {
    void operator()(GLFWwindow* window) const;
};
using WindowHandle = std::unique_ptr<GLFWwindow, WindowDeleter>;

/// GLFW itself, started once a process. Fails where there is no display.
base::Outcome start_windows();
void end_windows();
/// What GLFW complained about last; empty when it did not.
std::string last_complaint();
/// Asks for the OpenGL that both windows need, for the next window to be made.
void hint_context();

class Window {
  public:
    static base::Result<std::unique_ptr<Window>> open(Heard& heard);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    void show();
    bool should_close() const;
    /// Nothing of it can be seen, so nothing is drawn.
    bool hidden() const;
    Canvas::Size size() const;
    /// The monitor's scale: 1 at 96 dpi.
    float monitor_scale() const;
    void toggle_full_screen();
    /// To a place on the desktop, restored first when it fills a screen.
    void move_to(int x, int y, int width, int height);
    void swap() const;

    GLFWwindow* handle() const { return handle_.get(); }
    Canvas& canvas() { return *canvas_; }

  private:
    Window(WindowHandle handle, Heard& heard);

    WindowHandle handle_;
    std::unique_ptr<Canvas> canvas_;
    int before_[4] = {};  ///< x, y, width, height before full screen
};

}  // namespace shell
