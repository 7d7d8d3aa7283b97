// tests/support/x_display.h: what a person sees and does on an X display: windows, pixels, keys, mouse.
// Needs xdotool for keys and mouse. One instance a display; the display is $DISPLAY unless named.
#pragma once

#include <X11/Xlib.h>
#include <X11/Xutil.h>

// X's macros must not reach the names of others.
inline constexpr int x_key_press = KeyPress, x_key_release = KeyRelease;
#undef KeyPress
#undef KeyRelease
#undef None
#undef Status
#undef Success
#undef Bool

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "support/process.h"

namespace support {

struct SeenWindow {
    ::Window id = 0;
    std::string name;
    int x = 0, y = 0, width = 0, height = 0;
};

struct Colour {
    int red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

class XDisplay {
  public:
    explicit XDisplay(std::string name = {})
        : name_(name.empty() && std::getenv("DISPLAY") != nullptr ? std::getenv("DISPLAY") : std::move(name)) {
        XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // a window may go while we look at it
        display_ = XOpenDisplay(name_.c_str());
        if (display_ == nullptr) throw std::runtime_error("no display " + name_);
    }
    ~XDisplay() { XCloseDisplay(display_); }
    XDisplay(const XDisplay&) = delete;
    XDisplay& operator=(const XDisplay&) = delete;

    const std::string& name() const { return name_; }

    /// Windows on the screen that have a name, the lowest first.
    std::vector<SeenWindow> windows() const {
        std::vector<SeenWindow> result;
        ::Window root = 0, parent = 0, *children = nullptr;
        unsigned count = 0;
        if (XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &children, &count) == 0) return result;
        for (unsigned i = 0; i < count; ++i) {
            XWindowAttributes seen{};
            if (XGetWindowAttributes(display_, children[i], &seen) == 0 || seen.map_state != IsViewable) continue;
            XTextProperty text{};
            if (XGetWMName(display_, children[i], &text) == 0 || text.value == nullptr) continue;
            result.push_back(
                {children[i], reinterpret_cast<const char*>(text.value), seen.x, seen.y, seen.width, seen.height});
            XFree(text.value);
        }
        if (children != nullptr) XFree(children);
        return result;
    }
    /// The leaders' window: the first one of the program.
    std::optional<SeenWindow> window(std::size_t number) const {
        const auto all = windows();
        return number < all.size() ? std::optional(all[number]) : std::nullopt;
    }

    Colour pixel(int x, int y) const {
        XImage* const image = XGetImage(display_, DefaultRootWindow(display_), x, y, 1, 1, AllPlanes, ZPixmap);
        if (image == nullptr) return {-1, -1, -1};
        const unsigned long value = XGetPixel(image, 0, 0);
        XDestroyImage(image);
        return {static_cast<int>(value >> 16 & 255), static_cast<int>(value >> 8 & 255), static_cast<int>(value & 255)};
    }
    /// A number for what an area shows.
    std::uint64_t picture(int x, int y, int width, int height) const {
        XImage* const image = XGetImage(display_, DefaultRootWindow(display_), x, y, static_cast<unsigned>(width),
                                        static_cast<unsigned>(height), AllPlanes, ZPixmap);
        if (image == nullptr) return 0;
        const auto bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(image->height);
        const std::uint64_t hash = std::hash<std::string_view>{}({image->data, bytes});
        XDestroyImage(image);
        return hash;
    }
    std::uint64_t picture(const SeenWindow& w) const { return picture(w.x, w.y, w.width, w.height); }

    /// "Next", "F5", "ctrl+f": as xdotool calls them.
    void key(const std::string& key) const { xdotool({"key", "--clearmodifiers", key}); }
    void type(const std::string& text) const { xdotool({"type", "--clearmodifiers", text}); }
    void click(int x, int y) const {
        xdotool({"mousemove", std::to_string(x), std::to_string(y)});
        xdotool({"click", "1"});
    }

  private:
    void xdotool(Arguments words) const {
        words.insert(words.begin(), "xdotool");
        const Finished done = run(words, {{"DISPLAY", name_}});
        if (done.code != 0) throw std::runtime_error("xdotool: " + done.error);
    }

    std::string name_;
    Display* display_ = nullptr;
};

}  // namespace support
