#include "shell/wall_window.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace shell {
namespace {

Heard& heard_by(GLFWwindow* window) {
    return *static_cast<Heard*>(glfwGetWindowUserPointer(window));
}

void listen(GLFWwindow* window, Heard& heard) {
    glfwSetWindowUserPointer(window, &heard);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        heard_by(w).keys.key(key, scancode, action, mods, true);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int c) { heard_by(w).keys.character(c, true); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { heard_by(w).wall = true; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { heard_by(w).wall = true; });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) {
        glfwSetWindowShouldClose(w, GLFW_FALSE);
        heard_by(w).wall_closed = true;
    });
}

}  // namespace

WallWindow::~WallWindow() {
    canvas_.reset();  // needs the window's OpenGL context
}

base::Outcome WallWindow::make() {
    hint_context();
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    WindowHandle handle(glfwCreateWindow(960, 540, "Mestringstreff", nullptr, nullptr));
    if (handle == nullptr) return base::Error{base::Fault::internal, {}, last_complaint()};
    handle_ = std::move(handle);
    listen(handle_.get(), heard_);
    canvas_ = std::make_unique<Canvas>(handle_.get(), Canvas::Input::none);
    const Canvas::Scope scope(*canvas_);
    glfwSwapInterval(0);  // only one window may wait for the screen's beat, or both run at half speed
    return base::done();
}

base::Outcome WallWindow::show(const std::optional<ConnectedScreen>& screen, const std::string& title) {
    if (handle_ == nullptr) {
        if (base::Outcome made = make(); !made) return made;
    }
    if (screen) {
        fill(*screen);
    } else {
        into_window(title);
    }
    visible_ = true;
    heard_.wall = true;
    awake_.set(true);
    return base::done();
}

void WallWindow::fill(const ConnectedScreen& screen) {
    GLFWwindow* const window = handle_.get();
    glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
#ifdef _WIN32
    // One line taller than the screen: a window that covers it exactly may be given the screen alone by the driver,
    // with a black flicker on both.
    glfwSetWindowAttrib(window, GLFW_DECORATED, GLFW_FALSE);
    glfwSetWindowPos(window, screen.x, screen.y);
    glfwSetWindowSize(window, screen.screen.width, screen.screen.height + 1);
    glfwShowWindow(window);
#else
    const GLFWvidmode* const mode = glfwGetVideoMode(screen.monitor);
    glfwSetWindowMonitor(window, screen.monitor, 0, 0, screen.screen.width, screen.screen.height,
                         mode != nullptr ? mode->refreshRate : GLFW_DONT_CARE);
#endif
    on_ = screen.screen.key();
    glfwFocusWindow(leaders_);
}

void WallWindow::into_window(const std::string& title) {
    GLFWwindow* const window = handle_.get();
    if (visible_ && on_.empty()) return;  // where the person has put it
    int x = 0, y = 0, width = 1280, height = 800;
    if (GLFWmonitor* const monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
        glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    }
    const int wide = std::min(800, width / 2), high = wide * 9 / 16;
    glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_NORMAL);
    if (glfwGetWindowMonitor(window) != nullptr) {
        glfwSetWindowMonitor(window, nullptr, x + width - wide - 24, y + height - high - 24, wide, high,
                             GLFW_DONT_CARE);
    } else {
        glfwSetWindowAttrib(window, GLFW_DECORATED, GLFW_TRUE);
        glfwSetWindowSize(window, wide, high);
        glfwSetWindowPos(window, x + width - wide - 24, y + height - high - 24);
    }
    glfwSetWindowTitle(window, title.c_str());
    glfwShowWindow(window);
    on_.clear();
}

void WallWindow::hide() {
    if (handle_ == nullptr || !visible_) return;
    GLFWwindow* const window = handle_.get();
    if (glfwGetWindowMonitor(window) != nullptr) {
        glfwSetWindowMonitor(window, nullptr, 0, 0, 800, 450, GLFW_DONT_CARE);  // gives the screen back to the desktop
    }
    glfwHideWindow(window);
    visible_ = false;
    on_.clear();
    awake_.set(false);
}

bool WallWindow::displaced(const ConnectedScreen& screen) const {
    if (!visible_ || on_.empty()) return false;
    int x = 0, y = 0;
    glfwGetWindowPos(handle_.get(), &x, &y);
    const Canvas::Size now = size();
    return x != screen.x || y != screen.y || now.width != screen.screen.width || now.height < screen.screen.height;
}

Canvas::Size WallWindow::size() const {
    Canvas::Size size;
    if (handle_ != nullptr) glfwGetFramebufferSize(handle_.get(), &size.width, &size.height);
    return size;
}

void WallWindow::swap() const {
    glfwSwapBuffers(handle_.get());
}

}  // namespace shell
