#include "app/commands.h"

#include <algorithm>
#include <array>

#include "app/update_parts.h"

namespace app {
namespace {

using words::Key;

constexpr std::array<CommandInfo, static_cast<std::size_t>(Command::count_)> table{{
    {Command::next, Key::command_next, "PgDn"},
    {Command::previous, Key::command_previous, "PgUp"},
    {Command::first, Key::command_first, "Home"},
    {Command::last, Key::command_last, "End"},
    {Command::black, Key::command_black, "B"},
    {Command::white, Key::command_white, "W"},
    {Command::calm, Key::command_calm, "C"},
    {Command::freeze, Key::command_freeze, "F"},
    {Command::release, Key::command_release, "H"},
    {Command::swap, Key::command_swap, "X"},
    {Command::clock, Key::command_clock, "T"},
    {Command::minute_more, Key::command_minute_more, "+"},
    {Command::minute_less, Key::command_minute_less, "−"},
    {Command::project, Key::command_project, "F5"},
    {Command::full_screen, Key::command_full_screen, "F11"},
    {Command::find, Key::command_find, "Ctrl+F"},
    {Command::find_everywhere, Key::command_find_everywhere, "Ctrl+Shift+F"},
    {Command::go_to, Key::command_go_to, "Ctrl+K"},
    {Command::undo, Key::command_undo, "Ctrl+Z"},
    {Command::redo, Key::command_redo, "Ctrl+Y"},
    {Command::text_larger, Key::command_text_larger, "Ctrl +"},
    {Command::text_smaller, Key::command_text_smaller, "Ctrl −"},
    {Command::text_normal, Key::command_text_normal, "Ctrl 0"},
    {Command::help, Key::command_help, "F1"},
    {Command::escape, Key::command_escape, "Esc"},
    {Command::read_chapter, Key::command_read_chapter, "R"},
    {Command::read_aloud, Key::command_read_aloud, "Ctrl+L"},
    {Command::bookmark, Key::command_bookmark, "Ctrl+D"},
    {Command::beside, Key::command_beside, "Ctrl+B"},
    {Command::reading_list, Key::command_reading_list, ""},
    {Command::compare, Key::command_compare, ""},
    {Command::aid_toggle, Key::command_aid_toggle, "K"},
    {Command::aid_forward, Key::command_aid_forward, "J"},
    {Command::back, Key::command_back, "Alt+←"},
    {Command::forward, Key::command_forward, "Alt+→"},
    {Command::rest_present, Key::command_rest_present, "A"},
    {Command::overview, Key::command_overview, "O"},
    {Command::zoom, Key::command_zoom, "Z"},
    {Command::pointer, Key::command_pointer, "L"},
    {Command::hard_moments, Key::command_hard_moments, "V"},
    {Command::end_meeting, Key::command_end_meeting, ""},
}};

constexpr char32_t minus_sign = U'\u2212';

bool is_minus(char32_t character) {
    return character == U'-' || character == minus_sign;
}

/// The press means nothing here.
constexpr Command no_command = Command::count_;

/// Keys with Ctrl, from both windows and while typing.
Command with_ctrl(const KeyPress& press, const Model& model, bool typing) {
    // `=` shares its key with + on many layouts, and Ctrl takes Shift's work away from it.
    if (press.character == U'+' || press.character == U'=') return Command::text_larger;
    if (is_minus(press.character)) return Command::text_smaller;
    if (press.key == KeyName::n0 || press.character == U'0') return Command::text_normal;
    if (press.repeat && press.key != KeyName::z && press.key != KeyName::y) return no_command;
    if (press.key == KeyName::f) return press.shift ? Command::find_everywhere : Command::find;
    if (press.key == KeyName::k) return press.shift ? no_command : Command::go_to;
    // A text field has an undo of its own.
    if (typing) return no_command;
    if (press.key == KeyName::z) return press.shift ? Command::redo : Command::undo;
    if (press.key == KeyName::y && !press.shift) return Command::redo;
    if (model.place == Place::handbook && !press.shift) {
        if (press.key == KeyName::l) return Command::read_aloud;
        if (press.key == KeyName::d) return Command::bookmark;
        if (press.key == KeyName::b) return Command::beside;
    }
    return no_command;
}

Command with_alt(const KeyPress& press, bool typing) {
    if (typing || press.repeat) return no_command;
    if (press.key == KeyName::left) return Command::back;
    if (press.key == KeyName::right) return Command::forward;
    return no_command;
}

Command turns_page(KeyName key, bool navigating) {
    switch (key) {
        case KeyName::n: return Command::next;
        case KeyName::p:
        case KeyName::backspace: return Command::previous;
        case KeyName::home: return Command::first;
        case KeyName::end: return Command::last;
        case KeyName::right:
        case KeyName::down:
        case KeyName::space:
        case KeyName::enter: return navigating ? no_command : Command::next;
        case KeyName::left:
        case KeyName::up: return navigating ? no_command : Command::previous;
        default: return no_command;
    }
}

Command acts_on_wall(const KeyPress& press) {
    if (press.key == KeyName::b || press.key == KeyName::period || press.character == U'.') return Command::black;
    if (press.key == KeyName::w || press.key == KeyName::comma || press.character == U',') return Command::white;
    switch (press.key) {
        case KeyName::c: return Command::calm;
        case KeyName::f: return Command::freeze;
        case KeyName::h: return Command::release;
        case KeyName::x: return Command::swap;
        case KeyName::z: return Command::zoom;
        case KeyName::l: return Command::pointer;
        default: return no_command;
    }
}

/// Plain keys, nobody typing.
Command plain(const KeyPress& press, const Model& model, bool navigating, bool on_wall) {
    const bool at_meeting = model.place == Place::meeting || on_wall;
    const bool on = meeting_on(model);
    if (press.character == U'?') return Command::help;
    if (at_meeting && (on || model.aid)) {
        if (press.character == U'+') return Command::minute_more;
        if (is_minus(press.character)) return Command::minute_less;
    }
    if (press.shift) return no_command;
    if (at_meeting || model.projection.visible)
        if (const Command command = acts_on_wall(press); command != no_command) return command;
    if (at_meeting && on) {
        if (const Command command = turns_page(press.key, navigating && !on_wall); command != no_command)
            return command;
        if (press.key == KeyName::t) return Command::clock;
        if (press.key == KeyName::o) return Command::overview;
        if (press.key == KeyName::v) return Command::hard_moments;
    }
    if (at_meeting && model.aid && press.key == KeyName::k) return Command::aid_toggle;
    if (at_meeting && model.aid && press.key == KeyName::j) return Command::aid_forward;
    if (press.key == KeyName::r && model.run && (at_meeting || model.place == Place::handbook))
        return Command::read_chapter;
    if (press.key == KeyName::a && model.place == Place::courses && !on_wall) return Command::rest_present;
    return no_command;
}

Command meaning_of(const KeyPress& press, const Model& model, bool typing, bool navigating, bool on_wall) {
    // The wall has no text fields: what is typed there is meant for the meeting.
    typing = typing && !on_wall;
    // AltGr comes as Ctrl and Alt together and writes signs.
    if (press.ctrl && press.alt) return no_command;
    if (model.kiosk) {
        const Command command = press.ctrl ? with_ctrl(press, model, true) : no_command;
        const bool text =
            command == Command::text_larger || command == Command::text_smaller || command == Command::text_normal;
        return text ? command : no_command;
    }
    if (press.ctrl) return with_ctrl(press, model, typing);
    if (press.alt) return with_alt(press, typing);
    if (press.key == KeyName::page_down || press.key == KeyName::page_up) {
        if (press.repeat || !meeting_on(model)) return no_command;
        return press.key == KeyName::page_down ? Command::next : Command::previous;
    }
    if (press.repeat) return no_command;
    switch (press.key) {
        case KeyName::f1: return Command::help;
        case KeyName::f5: return Command::project;
        case KeyName::f11: return Command::full_screen;
        case KeyName::escape: return typing ? no_command : Command::escape;
        default: break;
    }
    if (typing) return no_command;
    return plain(press, model, navigating, on_wall);
}

/// There and back with the same key.
std::optional<Action> read_chapter(const Model& model) {
    if (model.place == Place::handbook && model.run) return GoTo{Place::meeting};
    if (behind_step(model)) return FollowMeeting{};
    return std::nullopt;
}

/// The meeting whose marks are being made: the one that runs, else today's, else the latest that was.
std::optional<Action> rest_present(const Model& model) {
    const course::Course* course = model.open_course();
    if (model.place != Place::courses || !course) return std::nullopt;
    if (model.run && !model.run->rehearsal && model.run->course == course->id)
        return MarkRestPresent{model.run->plan.meeting};
    const auto past = std::upper_bound(course->dates.begin(), course->dates.end(), model.local_now().date);
    if (past == course->dates.begin()) return std::nullopt;
    return MarkRestPresent{static_cast<int>(past - course->dates.begin())};
}

std::optional<Action> text_scale(const Model& model, int change) {
    const int index = std::clamp(model.settings.text_scale + change, 0, static_cast<int>(std::size(text_scales)) - 1);
    if (index == model.settings.text_scale) return std::nullopt;
    return SetTextScale{index};
}

std::optional<Action> project(const Model& model) {
    if (!model.projection.visible) return StartProjecting{};
    const session::Cover cover = model.projection.cover;
    if (cover == session::Cover::black || cover == session::Cover::white) return ToggleCover{cover};
    return std::nullopt;
}

std::optional<Action> minutes(const Model& model, int change) {
    if (meeting_on(model)) return AddMinutes{change};
    if (model.aid) return AidMoreTime{change};
    return std::nullopt;
}

template <class A>
std::optional<Action> when(bool possible, A action) {
    return possible ? std::optional<Action>(std::move(action)) : std::nullopt;
}

}  // namespace

std::span<const CommandInfo> commands() {
    return table;
}

const CommandInfo& info(Command command) {
    const auto index = static_cast<std::size_t>(command);
    return table[std::min(index, table.size() - 1)];
}

std::optional<Command> command_for(const KeyPress& press, const Model& model, bool typing, bool navigating,
                                   bool on_wall) {
    const Command command = meaning_of(press, model, typing, navigating, on_wall);
    if (command == no_command) return std::nullopt;
    return command;
}

std::optional<Action> action_of(Command command, const Model& model) {
    const bool on = meeting_on(model);
    using session::Cover;
    switch (command) {
        case Command::next: return when(on, Next{});
        case Command::previous: return when(on, Previous{});
        case Command::first: return when(on, FirstStep{});
        case Command::last: return when(on, LastStep{});
        case Command::black: return ToggleCover{Cover::black};
        case Command::white: return ToggleCover{Cover::white};
        case Command::calm: return ToggleCover{Cover::calm};
        case Command::freeze: return ToggleFreeze{};
        case Command::release: return when(model.projection.visible, StopProjecting{});
        case Command::swap: return SwapScreens{};
        case Command::clock: return when(on, ToggleClock{});
        case Command::minute_more: return minutes(model, 1);
        case Command::minute_less: return minutes(model, -1);
        case Command::project: return project(model);
        case Command::undo: return Undo{};
        case Command::redo: return Redo{};
        case Command::text_larger: return text_scale(model, 1);
        case Command::text_smaller: return text_scale(model, -1);
        case Command::text_normal: return text_scale(model, normal_text_scale - model.settings.text_scale);
        case Command::escape: return when(!model.kiosk, Escape{});
        case Command::read_chapter: return read_chapter(model);
        case Command::aid_toggle: return when(model.aid.has_value(), ToggleAid{});
        case Command::aid_forward: return when(model.aid.has_value(), AidForward{});
        case Command::back: return when(!model.reader.back.empty(), GoBack{});
        case Command::forward: return when(!model.reader.forward.empty(), GoForward{});
        case Command::rest_present: return rest_present(model);
        case Command::zoom: return when(model.projection.visible, ToggleZoom{});
        case Command::pointer: return when(model.projection.visible, TogglePointer{});
        case Command::end_meeting: return when(on, EndMeeting{});
        case Command::beside:
            if (model.reader.beside) return CloseBeside{};
            return when(!model.reader.here.document.empty(),
                        OpenBeside{model.reader.here.document, model.reader.here.anchor});
        case Command::full_screen:
        case Command::find:
        case Command::find_everywhere:
        case Command::go_to:
        case Command::read_aloud:
        case Command::bookmark:
        case Command::reading_list:
        case Command::compare:
        case Command::overview:
        case Command::hard_moments:
        case Command::help:
        case Command::count_: break;
    }
    return std::nullopt;
}

}  // namespace app
