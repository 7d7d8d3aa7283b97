// app/commands.h: one table of commands: what it is called, which keys call it, which action it says.
// Menu, keyboard, clicker and both windows read this table; help (F1) prints it.
// Rule: a key means one thing. Letters never act while text is typed, PgUp and PgDn always do; key repeat never turns
// pages; + − ? are decided by the character, not the key (Norwegian layout).        Tests: tests/app/commands_test.cpp
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/action.h"
#include "words/catalogue.h"

namespace app {

/// Keys by name, independent of any window library.
enum class KeyName : std::uint8_t {
    none,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    n0,
    n1,
    n2,
    n3,
    n4,
    n5,
    n6,
    n7,
    n8,
    n9,
    page_down,
    page_up,
    left,
    right,
    up,
    down,
    home,
    end,
    space,
    enter,
    backspace,
    escape,
    tab,
    del,
    period,
    comma,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12
};

/// A key press as both windows report it.
struct KeyPress {
    KeyName key = KeyName::none;
    char32_t character = 0;  ///< what was typed, for + − ?; 0 when nothing
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    bool repeat = false;
};

enum class Command : std::uint8_t {
    next,
    previous,
    first,
    last,
    black,
    white,
    calm,
    freeze,
    release,
    swap,
    clock,
    minute_more,
    minute_less,
    project,
    full_screen,
    find,
    find_everywhere,
    go_to,
    undo,
    redo,
    text_larger,
    text_smaller,
    text_normal,
    help,
    escape,
    read_chapter,
    read_aloud,
    bookmark,
    beside,
    reading_list,
    compare,
    aid_toggle,
    aid_forward,
    back,
    forward,
    rest_present,
    overview,
    zoom,
    pointer,
    hard_moments,
    end_meeting,
    count_
};

struct CommandInfo {
    Command command;
    words::Key label;
    std::string_view keys;  ///< as printed on a button: "PgDn", "Ctrl+Z"
};
std::span<const CommandInfo> commands();
const CommandInfo& info(Command command);

/// Where a key press goes. `typing`: a text field has the keyboard. `navigating`: the focus ring is shown or a dialog
/// is open, so Space, Enter and the arrows belong there. `on_wall`: the press came from the wall's window.
std::optional<Command> command_for(const KeyPress& press, const Model& model, bool typing, bool navigating,
                                   bool on_wall);

/// The action of a command here and now; nothing when it has none (help, find and full screen belong to the window).
std::optional<Action> action_of(Command command, const Model& model);

}  // namespace app
