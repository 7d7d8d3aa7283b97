// The screen of the display does not go dark while the wall is shown, and may again when it is not.
#include <dlfcn.h>

#include <catch2/catch_test_macros.hpp>

#include "shell/screens/running_program.h"

using screens::Data;
using screens::Running;
using support::until;
using support::XDisplay;

namespace {

/// What the server says of its screen saver; asked through the extension's library, as the program does.
class Saver {
  public:
    explicit Saver(const XDisplay& display) : display_(XOpenDisplay(display.name().c_str())) {
        void* const library = dlopen("libXss.so.1", RTLD_NOW);
        if (library == nullptr || display_ == nullptr) return;
        const auto present =
            reinterpret_cast<int (*)(Display*, int*, int*)>(dlsym(library, "XScreenSaverQueryExtension"));
        query_ = reinterpret_cast<int (*)(Display*, ::Window, Info*)>(dlsym(library, "XScreenSaverQueryInfo"));
        int event = 0, error = 0;
        known_ = present != nullptr && query_ != nullptr && present(display_, &event, &error) != 0;
    }
    ~Saver() {
        if (display_ != nullptr) XCloseDisplay(display_);
    }
    Saver(const Saver&) = delete;
    Saver& operator=(const Saver&) = delete;

    bool known() const { return known_; }
    bool dark() const {
        Info info;
        return query_(display_, DefaultRootWindow(display_), &info) != 0 && info.state == on;
    }

  private:
    static constexpr int on = 1;
    struct Info {
        ::Window window = 0;
        int state = 0, kind = 0;
        unsigned long since = 0, idle = 0, mask = 0;
    };
    Display* display_;
    int (*query_)(Display*, ::Window, Info*) = nullptr;
    bool known_ = false;
};

}  // namespace

TEST_CASE("the screen saver waits while the wall is shown, even in a window, and goes on when it is hidden or we die") {
    const XDisplay display;
    const Saver saver(display);
    if (!saver.known()) SKIP("no screen saver extension here");
    const Data data;
    Running program(data.path, display);
    // Dark after one second without a key or the mouse.
    REQUIRE(support::run({"xset", "s", "1"}, {{"DISPLAY", display.name()}}).code == 0);
    CHECK(until([&] { return saver.dark(); }));

    display.key("F5");
    REQUIRE(until([&] { return program.wall().has_value(); }));
    program.settle();
    CHECK_FALSE(saver.dark());
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    CHECK_FALSE(saver.dark());

    display.key("Escape");
    REQUIRE(until([&] { return !program.wall(); }));
    CHECK(until([&] { return saver.dark(); }));

    display.key("F5");
    REQUIRE(until([&] { return program.wall().has_value(); }));
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    CHECK_FALSE(saver.dark());
    program.child().end(SIGKILL);
    CHECK(until([&] { return saver.dark(); }));
    support::run({"xset", "s", "default"}, {{"DISPLAY", display.name()}});
}
