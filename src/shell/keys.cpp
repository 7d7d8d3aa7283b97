#include "shell/keys.h"

#include <GLFW/glfw3.h>

#include <string_view>
#include <utility>

namespace shell {
namespace {

using app::KeyName;

KeyName offset(KeyName first, int by) {
    return static_cast<KeyName>(static_cast<int>(first) + by);
}

KeyName printed(std::string_view name) {
    if (name.size() != 1) return KeyName::none;
    const char sign = name[0];
    if (sign >= 'a' && sign <= 'z') return offset(KeyName::a, sign - 'a');
    if (sign >= 'A' && sign <= 'Z') return offset(KeyName::a, sign - 'A');
    if (sign >= '0' && sign <= '9') return offset(KeyName::n0, sign - '0');
    if (sign == '.') return KeyName::period;
    if (sign == ',') return KeyName::comma;
    return KeyName::none;
}

/// The place of the key on an American keyboard: for layouts whose letters are not Latin.
KeyName by_place(int key) {
    if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return offset(KeyName::a, key - GLFW_KEY_A);
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return offset(KeyName::n0, key - GLFW_KEY_0);
    return KeyName::none;
}

bool latin(const char* name) {
    return static_cast<unsigned char>(name[0]) < 0xD0;
}

}  // namespace

KeyName key_name(int key, const char* layout_name) {
    switch (key) {
        case GLFW_KEY_PAGE_DOWN: return KeyName::page_down;
        case GLFW_KEY_PAGE_UP: return KeyName::page_up;
        case GLFW_KEY_LEFT: return KeyName::left;
        case GLFW_KEY_RIGHT: return KeyName::right;
        case GLFW_KEY_UP: return KeyName::up;
        case GLFW_KEY_DOWN: return KeyName::down;
        case GLFW_KEY_HOME: return KeyName::home;
        case GLFW_KEY_END: return KeyName::end;
        case GLFW_KEY_SPACE: return KeyName::space;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER: return KeyName::enter;
        case GLFW_KEY_BACKSPACE: return KeyName::backspace;
        case GLFW_KEY_ESCAPE: return KeyName::escape;
        case GLFW_KEY_TAB: return KeyName::tab;
        case GLFW_KEY_DELETE: return KeyName::del;
        default: break;
    }
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return offset(KeyName::f1, key - GLFW_KEY_F1);
    if (layout_name != nullptr && *layout_name != '\0' && latin(layout_name)) return printed(layout_name);
    return by_place(key);
}

char32_t held_character(int key, const char* layout_name, bool shift) {
    if (key == GLFW_KEY_KP_ADD) return U'+';
    if (key == GLFW_KEY_KP_SUBTRACT) return U'-';
    if (layout_name == nullptr) return 0;
    const std::string_view name = layout_name;
    if (name == "+") return shift ? U'?' : U'+';  // Norwegian: + with ? above it
    if (name == "-" || name == "\u2212") return U'-';
    if (name == "=") return U'+';  // American: = with + above it, and Ctrl is pressed without Shift
    return 0;
}

void KeyPresses::key(int glfw_key, int scancode, int action, int mods, bool on_wall) {
    if (action == GLFW_RELEASE) return;
    const char* const name = glfwGetKeyName(glfw_key, scancode);
    app::KeyPress press;
    press.key = key_name(glfw_key, name);
    press.ctrl = (mods & GLFW_MOD_CONTROL) != 0;
    press.shift = (mods & GLFW_MOD_SHIFT) != 0;
    press.alt = (mods & GLFW_MOD_ALT) != 0;
    press.repeat = action == GLFW_REPEAT;
    if (press.ctrl) press.character = held_character(glfw_key, name, press.shift);
    seen_.push_back({press, on_wall});
}

void KeyPresses::character(unsigned int code_point, bool on_wall) {
    if (seen_.empty() || seen_.back().on_wall != on_wall || seen_.back().press.character != 0) return;
    seen_.back().press.character = static_cast<char32_t>(code_point);
}

std::vector<SeenPress> KeyPresses::take() {
    return std::exchange(seen_, {});
}

bool Bounce::swallows(app::Command command, Steady::time_point now) {
    if (command != app::Command::next && command != app::Command::previous) return false;
    if (command == last_ && now - at_ < window) return true;
    last_ = command;
    at_ = now;
    return false;
}

}  // namespace shell
