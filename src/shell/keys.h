// shell/keys.h: from GLFW's key and character callbacks to key presses as `app` knows them.
// Rule: a letter is the one printed on the key in the layout that is on, not the one an American keyboard has there;
// + − ? are the character that came with the press. Both windows feed one list.     Tests: tests/shell/keys_test.cpp
#pragma once

#include <chrono>
#include <vector>

#include "app/commands.h"

namespace shell {

/// The key's name. `layout_name`: what glfwGetKeyName says of it, or null for keys that print nothing.
app::KeyName key_name(int glfw_key, const char* layout_name);
/// The character of a press that types nothing because Ctrl is held; 0 when it has none of + − ?.
char32_t held_character(int glfw_key, const char* layout_name, bool shift);

struct SeenPress {
    app::KeyPress press;
    bool on_wall = false;
};

class KeyPresses {
  public:
    /// From the key callback. Releases are dropped.
    void key(int glfw_key, int scancode, int action, int mods, bool on_wall);
    /// From the character callback, which comes right after its key.
    void character(unsigned int code_point, bool on_wall);
    /// All since the last call, in order.
    std::vector<SeenPress> take();
    bool empty() const { return seen_.empty(); }

  private:
    std::vector<SeenPress> seen_;
};

/// A worn clicker sends one press twice. A second press of Next (or of Previous) within 150 ms is the first one again;
/// a person who means two is slower. Nothing else is swallowed: each of the other keys does the same thing twice or back.
class Bounce {
  public:
    using Steady = std::chrono::steady_clock;
    static constexpr auto window = std::chrono::milliseconds(150);

    /// True when this press is to be dropped.
    bool swallows(app::Command command, Steady::time_point now);

  private:
    app::Command last_ = app::Command::count_;
    Steady::time_point at_{};
};

}  // namespace shell
