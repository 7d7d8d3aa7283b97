#include "shell/window.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace shell {
namespace {

std::string& complaint() {
    static std::string text;  // GLFW's error callback has no user pointer
    return text;
}

/// Who is told of monitors: that callback has no user pointer either.
Heard*& hears_of_screens() {
    static Heard* heard = nullptr;
    return heard;
}

Heard& heard_by(GLFWwindow* window) {
    return *static_cast<Heard*>(glfwGetWindowUserPointer(window));
}
void wake(GLFWwindow* window) {
    heard_by(window).leaders = true;
}

// ImGui's backend chains to these, so they are installed before it.
void listen(GLFWwindow* window, Heard& heard) {
    glfwSetWindowUserPointer(window, &heard);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        heard_by(w).keys.key(key, scancode, action, mods, false);
        wake(w);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int c) {
        heard_by(w).keys.character(c, false);
        wake(w);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { wake(w); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { wake(w); });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { wake(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { wake(w); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int) { wake(w); });
    glfwSetWindowPosCallback(window, [](GLFWwindow* w, int, int) { wake(w); });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { wake(w); });
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { wake(w); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { wake(w); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) {
        wake(w);
#ifdef _WIN32
        // Windows keeps the loop inside its own while a window is dragged or resized.
        if (heard_by(w).redraw_leaders) heard_by(w).redraw_leaders();
#endif
    });
}

}  // namespace

void WindowDeleter::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window);
}

base::Outcome start_windows() {
    glfwSetErrorCallback([](int, const char* text) { complaint() = text; });
    if (glfwInit() == GLFW_FALSE) return base::Error{base::Fault::internal, {}, last_complaint()};
    return base::done();
}

void end_windows() {
    glfwTerminate();
}

std::string last_complaint() {
    return complaint();
}

void hint_context() {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_CENTER_CURSOR, GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "mestringstreff");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "mestringstreff");
}

base::Result<std::unique_ptr<Window>> Window::open(Heard& heard) {
    int width = 1440, height = 900, x = 0, y = 0;
    if (GLFWmonitor* const monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
        int area_width = 0, area_height = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &area_width, &area_height);
        width = std::min(width, area_width);
        height = std::min(height, area_height);
        x += (area_width - width) / 2;
        y += (area_height - height) / 2;
    }
    hint_context();
    WindowHandle handle(
        glfwCreateWindow(std::max(width, 640), std::max(height, 480), "Mestringstreff", nullptr, nullptr));
    if (handle == nullptr) return base::Error{base::Fault::internal, {}, last_complaint()};
    glfwSetWindowPos(handle.get(), x, y);
    glfwSetWindowSizeLimits(handle.get(), 640, 480, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return std::unique_ptr<Window>(new Window(std::move(handle), heard));
}

Window::Window(WindowHandle handle, Heard& heard) : handle_(std::move(handle)) {
    listen(handle_.get(), heard);
    canvas_ = std::make_unique<Canvas>(handle_.get(), Canvas::Input::glfw);
    // After ImGui, whose own callback here does nothing and does not chain.
    hears_of_screens() = &heard;
    glfwSetMonitorCallback([](GLFWmonitor*, int) {
        if (hears_of_screens() != nullptr) hears_of_screens()->screens = true;
    });
    const Canvas::Scope scope(*canvas_);
    glfwSwapInterval(1);
}

Window::~Window() {
    hears_of_screens() = nullptr;
    canvas_.reset();  // needs the window's OpenGL context
}

void Window::show() {
    glfwShowWindow(handle_.get());
}
bool Window::should_close() const {
    return glfwWindowShouldClose(handle_.get()) != 0;
}

bool Window::hidden() const {
    const Canvas::Size now = size();
    return glfwGetWindowAttrib(handle_.get(), GLFW_ICONIFIED) != 0 || now.width <= 0 || now.height <= 0;
}

Canvas::Size Window::size() const {
    Canvas::Size size;
    glfwGetFramebufferSize(handle_.get(), &size.width, &size.height);
    return size;
}

float Window::monitor_scale() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(handle_.get(), &x, &y);
    return std::clamp(x, 1.0f, 3.0f);  // some servers report nonsense
}

void Window::toggle_full_screen() {
    GLFWwindow* const window = handle_.get();
    if (glfwGetWindowMonitor(window) != nullptr) {
        glfwSetWindowMonitor(window, nullptr, before_[0], before_[1], before_[2], before_[3], GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(window, &before_[0], &before_[1]);
    glfwGetWindowSize(window, &before_[2], &before_[3]);
    const int middle_x = before_[0] + before_[2] / 2, middle_y = before_[1] + before_[3] / 2;
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    for (int i = count - 1; i >= 0; --i) {
        const GLFWvidmode* const mode = glfwGetVideoMode(monitors[i]);
        int x = 0, y = 0;
        glfwGetMonitorPos(monitors[i], &x, &y);
        const bool holds = mode != nullptr && middle_x >= x && middle_x < x + mode->width && middle_y >= y &&
                           middle_y < y + mode->height;
        if (mode == nullptr || (!holds && i > 0)) continue;
        glfwSetWindowMonitor(window, monitors[i], 0, 0, mode->width, mode->height, mode->refreshRate);
        return;
    }
}

void Window::move_to(int x, int y, int width, int height) {
    GLFWwindow* const window = handle_.get();
    if (glfwGetWindowMonitor(window) != nullptr) toggle_full_screen();
    if (glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0) glfwRestoreWindow(window);
    glfwSetWindowPos(window, x, y);
    glfwSetWindowSize(window, width, height);
}

void Window::swap() const {
    glfwSwapBuffers(handle_.get());
}

}  // namespace shell
