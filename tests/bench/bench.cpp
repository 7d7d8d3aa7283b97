// The measures of the program, on a display of its own and with software drawing: medians, one a line.
// Build with the preset `bench` and run `ninja -C build/bench bench`.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <map>

#include "bench/aids.h"
#include "bench/parse.h"
#include "bench/reading.h"
#include "bench/search.h"
#include "bench/tell.h"
#include "shell/canvas.h"
#include "shell/handbook_place.h"
#include "shell/offscreen.h"
#include "shell/painter.h"
#include "shell/screens/running_program.h"
#include "shell/window.h"

#include <GLFW/glfw3.h>
#include <X11/keysym.h>

using bench::Clock;
using bench::median;
using bench::milliseconds;
using bench::tell;
using screens::Data;
using screens::Running;
using support::XDisplay;

namespace {

double start_to_content(const XDisplay& display) {
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        const Data data;
        const auto before = Clock::now();
        support::Child child({PROGRAM, "--data", data.path.string()}, "/dev/null", "/dev/null",
                             {{"DISPLAY", display.name()}, {"LIBGL_ALWAYS_SOFTWARE", "1"}});
        for (;;) {
            const auto window = display.window(0);
            if (!window) continue;
            // The ground alone is no content: the brand in the rail and the text beside it have to be there.
            const support::Colour ground = display.pixel(window->x + 2, window->y + 2);
            bool content = false;
            for (int x = 24; x < 200 && !content; x += 2)
                content = display.pixel(window->x + x, window->y + 36) != ground;
            if (ground != support::Colour{} && content) break;
        }
        times.push_back(milliseconds(Clock::now() - before));
        child.end(SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    return median(times);
}


/// A key press straight to a window, without another program in between.
void send_key(Display* display, ::Window window, KeySym key) {
    XKeyEvent event{};
    event.display = display;
    event.window = window;
    event.root = DefaultRootWindow(display);
    event.time = CurrentTime;
    event.same_screen = True;
    event.keycode = XKeysymToKeycode(display, key);
    for (const int type : {x_key_press, x_key_release}) {
        event.type = type;
        XSendEvent(display, window, True, type == x_key_press ? KeyPressMask : KeyReleaseMask,
                   reinterpret_cast<XEvent*>(&event));
    }
    XFlush(display);
}

void running(const XDisplay& display) {
    const Data data;
    const ImVec2 start = data.place_of("home-start", {0, "", 0, 0, 1440, 900});
    Running program(data.path, display, (std::filesystem::path(PROGRAM).parent_path() / "handbook").string());
    std::this_thread::sleep_for(std::chrono::seconds(2));
    long before = program.cpu();
    std::this_thread::sleep_for(std::chrono::seconds(20));
    tell("CPU over 20 s idle", static_cast<double>(program.cpu() - before) / 100, "s", "aim 0.00");

    program.click(start);
    program.settle();
    display.key("F5");
    support::until([&] { return program.wall().has_value(); });
    program.settle();
    std::this_thread::sleep_for(std::chrono::seconds(5));
    tell("proportional memory, both windows, 10 s after start", bench::memory(program.child().id()), "MB",
         "aim 100");

    Display* const link = XOpenDisplay(display.name().c_str());
    std::vector<double> times;
    for (int i = 0; i < 12; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(900));
        const support::SeenWindow wall = *program.wall();
        const auto title = [&] { return display.picture(wall.x, wall.y, wall.width, wall.height / 4); };
        const std::uint64_t shown = title();
        const auto pressed = Clock::now();
        send_key(link, program.leaders().id, XK_Next);
        while (title() == shown && milliseconds(Clock::now() - pressed) < 1000) {
        }
        if (const double time = milliseconds(Clock::now() - pressed); time < 1000) times.push_back(time);
    }
    XCloseDisplay(link);
    tell("next-key to changed wall pixels", median(times), "ms", "aim 12");
}

double attendance_mark() {
    const Data data;
    screens::Nobody nobody;
    shell::Desk desk(data.path, nobody);
    base::Instant now = base::now();
    desk.act(desk.runner().opened(store::Store::open(data.path, now)), now);
    desk.carry_out(now);
    desk.act(app::OpenCourse{data.course}, now);
    desk.carry_out(now);
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        const auto before = Clock::now();
        desk.act(app::MarkAttendance{i % 9 + 1, i % 6 + 1, (i / 18) % 2 == 0 ? course::Mark::present : course::Mark::late},
                 now);
        desk.carry_out(now);
        times.push_back(milliseconds(Clock::now() - before));
        now += base::Milliseconds(100);
    }
    return median(times);
}

}  // namespace

// `measure`: all of them; `measure start|running|clocks|aids|mark|pages|parse|search`: one.
int main(int count, char** arguments) {
    const std::string_view only = count > 1 ? arguments[1] : "";
    const auto wanted = [&](std::string_view name) { return only.empty() || only == name; };
    if (wanted("parse")) bench::parse();
    if (wanted("search")) bench::search();
    if (only == "search" || only == "parse") return 0;
    const XDisplay display;
    if (wanted("start")) tell("start to first painted content, whole handbook", start_to_content(display), "ms", "aim 200");
    if (wanted("running")) running(display);
    if (wanted("clocks")) bench::clocks(display);
    if (wanted("aids")) bench::aids();
    if (wanted("mark")) tell("one attendance mark to committed row", attendance_mark(), "ms", "");
    if (wanted("pages")) bench::reading();
    return 0;
}
