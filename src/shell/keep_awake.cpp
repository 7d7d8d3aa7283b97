#include "shell/keep_awake.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>
#else
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "shell/helper_program.h"
#endif

namespace shell {

#ifdef _WIN32

void KeepAwake::set(bool on) {
    if (on == on_) return;
    on_ = on;
    SetThreadExecutionState(on ? ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED : ES_CONTINUOUS);
}

#else

namespace {

template <class Function>
Function look_up(void* library, const char* name) {
    return library != nullptr ? reinterpret_cast<Function>(dlsym(library, name)) : nullptr;
}

/// Neither the extension nor X11 itself need be there: GLFW may speak Wayland.
void suspend_screen_saver(bool on) {
    static void* const extension = dlopen("libXss.so.1", RTLD_NOW | RTLD_LOCAL);
    static void* const program = dlopen(nullptr, RTLD_NOW);
    static void* const x11 = dlopen("libX11.so.6", RTLD_NOW | RTLD_LOCAL);
    const auto display = look_up<void* (*)()>(program, "glfwGetX11Display");
    const auto present = look_up<int (*)(void*, int*, int*)>(extension, "XScreenSaverQueryExtension");
    const auto suspend = look_up<void (*)(void*, int)>(extension, "XScreenSaverSuspend");
    const auto flush = look_up<int (*)(void*)>(x11, "XFlush");
    if (!display || !present || !suspend || !flush) return;
    void* const server = display();
    int event = 0, error = 0;
    if (server == nullptr || present(server, &event, &error) == 0) return;
    suspend(server, on ? 1 : 0);
    flush(server);
}

/// Both run `cat`, which ends with its input, and hold the desktop awake until it does.
int ask_desktop(int input) {
    const std::vector<std::string> programs[] = {
        {"gnome-session-inhibit", "--inhibit", "idle", "--reason", "Mestringstreff", "cat"},
        {"systemd-inhibit", "--what=idle", "--who=Mestringstreff", "--why=Mestringstreff", "cat"}};
    for (const auto& program : programs)
        if (const int child = start_helper(program, input); child > 0) return child;
    return 0;
}

}  // namespace

void KeepAwake::set(bool on) {
    if (on == on_) return;
    on_ = on;
    suspend_screen_saver(on);
    if (std::array<int, 2> ends{}; on && pipe2(ends.data(), O_CLOEXEC) == 0) {
        desktop_ = ask_desktop(ends[0]);
        pipe_ = ends[1];
        close(ends[0]);
    }
    if (on) return;
    if (pipe_ >= 0) close(std::exchange(pipe_, -1));
    if (desktop_ > 0) {
        kill(-desktop_, SIGKILL);
        bury_helper(std::exchange(desktop_, 0));
    }
}

#endif

}  // namespace shell
