// shell/canvas.h: what one window is drawn with: an ImGui context, its font atlas and its OpenGL context, used
// together. Rule: nothing is shared between two canvases, and every use of one happens inside its Scope, which makes
// both its contexts current. A canvas without input (the wall) gets its size from us and hears no key and no mouse.
// Used by: window.cpp, wall_window.cpp, tour.cpp.
// Tests: tests/shell/screens/two_windows_test.cpp
#pragma once

#include <memory>

#include "ui/context.h"

struct GLFWwindow;
struct ImGuiContext;

namespace shell {

class Canvas {
  public:
    enum class Input : std::uint8_t {
        glfw,      ///< the window's own keys and mouse
        scripted,  ///< what the tour puts into ImGui's queue
        none
    };

    /// Of a window that has an OpenGL 3.3 context. With Input::glfw the window's own callbacks must be installed
    /// already: ImGui chains behind them.
    Canvas(GLFWwindow* window, Input input);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Makes both contexts current as long as it lives.
    class Scope {
      public:
        explicit Scope(const Canvas& canvas);
        ~Scope();
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

      private:
        ImGuiContext* context_before_;
    };

    struct Size {
        int width = 0;
        int height = 0;
        bool operator==(const Size&) const = default;
    };
    /// Begins a frame `seconds` after the last one. `idle` more seconds have passed without frames: animations do not
    /// see them, double clicks do. Inside a Scope.
    void begin(Size size, float seconds, double idle = 0);
    /// Ends the frame and draws it into the framebuffer that is bound. Inside a Scope.
    void end(Size size, ImU32 ground);

    /// ImGui still has input to spread over frames, or a fade that is under way. Inside a Scope.
    bool unsettled() const;
    /// The mouse rests on an item whose tooltip is still to come.
    bool hover_waits() const;
    /// A dialog or a menu lies over the window.
    bool overlaid() const;
    const ui::Fonts& fonts() const { return fonts_; }
    GLFWwindow* window() const { return window_; }

  private:
    GLFWwindow* window_;
    Input input_;
    ImGuiContext* context_ = nullptr;
    ui::Fonts fonts_;
};

}  // namespace shell
