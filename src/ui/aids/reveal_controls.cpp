// The leaders' card of what is shown one part at a time: the form, the circle, the ladder, the mind map, the checklist.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"

namespace ui {
namespace {

using session::Reveal;
using words::Key;

constexpr float row_height = 44;
constexpr float row_with_hands = 52;
constexpr float least_press = 140;
constexpr float sign = 28;  // the disc with a part's number
constexpr float hand_button = 54;
constexpr float hand_count = 40;
constexpr float number_cell = 46;
constexpr int focus_frames = 3;  // ImGui gives a field the keyboard two frames after it was asked to

int count_of(const Reveal& reveal) {
    return static_cast<int>(reveal.parts.size());
}

const Reveal::Part& part_of(const Reveal& reveal, int i) {
    return reveal.parts[static_cast<std::size_t>(i)];
}

std::string id_of(const char* name, int i) {
    return std::string(name) + std::to_string(i);
}

// --- What comes next ------------------------------------------------------------------------------------------------
void draw_next(const app::Model& model, Context& context, const Reveal& reveal, float width) {
    const auto& words = model.words;
    const bool all = reveal.shown >= count_of(reveal);
    draw_forward(context, words[all && reveal.lit >= 0 ? Key::aid_reveal_light_off : Key::aid_reveal_next],
                 all && reveal.lit < 0);
    const bool examples = std::any_of(reveal.parts.begin(), reveal.parts.end(),
                                      [](const Reveal::Part& part) { return !part.example.empty(); });
    if (examples) {
        const std::string& label = words[Key::aid_examples];
        flow(context, text_size(context, label, {}).x + context.px(56), 24);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x, at.y + std::round(context.px(4))});  // a toggle is lower than a button
        if (toggle(context, "aid-examples", label, reveal.examples)) context.say(app::AidSwitch{!reveal.examples});
    }
    if (all) {
        gap(context, 8);
        text(context, words[Key::aid_reveal_shown], {.size = 14, .colour = context.palette.muted, .wrap = width});
    }
}

// --- What the group says --------------------------------------------------------------------------------------------
/// The part that is written in: `kept` while its text is being typed, else the one talked about or the latest shown.
int written_in(const State& state, const Reveal& reveal, bool kept) {
    const int last = count_of(reveal) - 1;
    if (kept || !state.aid_text.empty()) return std::clamp(state.aid_item, 0, last);
    return std::clamp(reveal.lit >= 0 ? reveal.lit : reveal.shown - 1, 0, last);
}

void draw_field(const app::Model& model, Context& context, const Reveal& reveal, float width, int waiting) {
    const auto& words = model.words;
    State& state = *context.state;
    const bool typing = ImGui::GetActiveID() == ImGui::GetID("##aid-write");
    const int part = written_in(state, reveal, waiting > 0 || typing);
    state.aid_item = part;
    const std::string& add = words[Key::aid_add];
    const std::string& remove = words[Key::aid_remove];
    const bool written = !part_of(reveal, part).written.empty();
    const ButtonOptions small{.small = true};
    float buttons = button_size(context, add, small).x + context.px(8);
    if (written) buttons += button_size(context, remove, small).x + context.px(8);
    const float field = std::max(context.px(200), width - buttons);
    const bool beside = field + buttons <= width + 1;

    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (waiting == focus_frames) ImGui::SetKeyboardFocusHere();
    text_field(context, "aid-write", part_of(reveal, part).name, state.aid_text, beside ? field : width,
               words[Key::aid_write_hint]);
    const bool enter = ImGui::IsItemDeactivated() &&
                       (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    const ImVec2 below{at.x, ImGui::GetItemRectMax().y};
    // In the middle of the field's own height, which is below its label.
    const float high = button_size(context, add, small).y;
    if (beside)
        ImGui::SetCursorScreenPos({at.x + field + context.px(8), below.y - std::round((context.px(42) + high) / 2)});
    else
        gap(context, 8);
    const ButtonOptions options{.small = true, .disabled = state.aid_text.empty()};
    if ((button(context, "aid-write-add", add, options) || enter) && !state.aid_text.empty()) {
        context.say(app::AidWrite{part, state.aid_text});
        state.aid_text.clear();
    }
    if (written) {
        ImGui::SameLine(0, context.px(8));
        if (button(context, "aid-write-remove", remove, small)) context.say(app::AidWrite{part, {}});
    }
    ImGui::SetCursorScreenPos({at.x, std::max(below.y, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({0, 0});
}

// --- The parts ------------------------------------------------------------------------------------------------------
/// Not on the wall yet: a ring. On the wall: a disc. Talked about: an amber disc.
void draw_sign(Context& context, ImVec2 middle, int number, bool shown, bool lit) {
    const Palette& p = context.palette;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float r = context.px(sign) / 2;
    if (shown) list.AddCircleFilled(middle, r, lit ? p.amber : p.primary_soft);
    if (!shown || lit) list.AddCircle(middle, r, p.edge, 0, std::max(1.0f, context.scale));
    const TextStyle style{.size = 14,
                          .face = book::Face::semibold,
                          .colour = lit     ? p.on_amber
                                    : shown ? p.on_primary_soft
                                            : p.muted,
                          .line = 1.2f};
    const std::string shown_number = std::to_string(number);
    const ImVec2 size = text_size(context, shown_number, style);
    text_at(context, {middle.x - std::round(size.x / 2), middle.y - std::round(size.y / 2)}, shown_number, style);
}

/// A part as one wide press: its number, its name and what stands in it.
void draw_press(const app::Model& model, Context& context, const Reveal& reveal, int i, float width, float height) {
    const Palette& p = context.palette;
    const Reveal::Part& part = part_of(reveal, i);
    const bool lit = reveal.lit == i;
    const bool shown = i < reveal.shown;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = id_of("aid-item-", i);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::toggle, id, part.name, false, lit);
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + width, at.y + height};
    if (lit) {
        list.AddRectFilled(at, end, p.amber_soft, context.px(8));
        list.AddRect(at, end, p.amber, context.px(8), 0, std::max(1.0f, 1.5f * context.scale));
    } else if (hovered) {
        list.AddRectFilled(at, end, faded(p.ink, 0.05f), context.px(8));
    }
    focus_ring(context, 8);
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tooltip(context, model.words[lit     ? Key::aid_reveal_light_off
                                     : shown ? Key::aid_light
                                             : Key::aid_reveal_not_yet]);
    }
    draw_sign(context, {at.x + context.px(8 + sign / 2), at.y + height / 2}, i + 1, shown, lit);

    const float left = at.x + context.px(sign + 20);
    const float room = width - context.px(sign + 28);
    const ImU32 ink = lit ? p.on_amber_soft : shown ? p.ink : p.muted;
    const TextStyle name{.size = 15, .face = book::Face::semibold, .colour = ink, .wrap = room, .line = 1.3f};
    const TextStyle under{.size = 14, .colour = lit ? p.on_amber_soft : p.muted, .wrap = room, .line = 1.3f};
    const std::string& standing = reveal.text(i);
    const float tall =
        text_size(context, part.name, name).y + (standing.empty() ? 0 : text_size(context, standing, under).y);
    const ImVec2 words{left, at.y + std::round((height - tall) / 2)};
    const ImVec2 taken = text_at(context, words, part.name, name);
    if (!standing.empty()) text_at(context, {words.x, words.y + taken.y}, standing, under);
    if (pressed) context.say(app::AidSelect{i});
}

float press_height(const Context& context, const Reveal& reveal, int i, float width) {
    const float room = width - context.px(sign + 28);
    const TextStyle name{.size = 15, .face = book::Face::semibold, .wrap = room, .line = 1.3f};
    const std::string& standing = reveal.text(i);
    float tall = text_size(context, part_of(reveal, i).name, name).y;
    if (!standing.empty()) tall += text_size(context, standing, {.size = 14, .wrap = room, .line = 1.3f}).y;
    const float least = reveal.shape == Reveal::Shape::checklist ? row_with_hands : row_height;
    return std::round(std::max(context.px(least), tall + context.px(14)));
}

/// − 7 +, at the end of a point of the checklist.
void draw_hands(const app::Model& model, Context& context, const Reveal& reveal, int i, float height) {
    const int hands = part_of(reveal, i).hands;
    const float side = std::round(context.px(hand_button));
    const float high = std::round(context.px(48));
    const float top = ImGui::GetCursorScreenPos().y + std::round((height - high) / 2);
    const auto press = [&](const char* name, const char* label, int more, Key tip, bool disabled) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x, top});
        if (button(context, id_of(name, i).c_str(), label, {.disabled = disabled, .width = side}))
            context.say(app::AidHand{i, more});
        if (ImGui::IsItemHovered()) tooltip(context, model.words(tip, {{"number", i + 1}}));
    };
    press("aid-less-", "−", -1, Key::aid_hand_less, hands == 0);
    ImGui::SameLine(0, 0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string number = std::to_string(hands);
    const TextStyle style{.size = text_large,
                          .face = book::Face::bold,
                          .colour = hands > 0 ? context.palette.ink : context.palette.muted,
                          .line = 1.3f};
    const ImVec2 size = text_size(context, number, style);
    const float cell = context.px(hand_count);
    text_at(context, {at.x + std::round((cell - size.x) / 2), top + std::round((high - size.y) / 2)}, number, style);
    ImGui::Dummy({cell, size.y});
    report(ItemRole::text, id_of("aid-count-", i), number);
    ImGui::SameLine(0, 0);
    press("aid-more-", "+", 1, Key::aid_hand_more, false);
}

/// Returns the part whose pencil was pressed, or -1.
int draw_parts(const app::Model& model, Context& context, const Reveal& reveal, float width) {
    int pencil = -1;
    const bool hands = reveal.shape == Reveal::Shape::checklist;
    const float tool = context.px(40);
    const float air = context.px(4);
    const float hands_width = hands ? 2 * std::round(context.px(hand_button)) + context.px(hand_count) + 2 * air : 0;
    // With large text in a narrow card the hands go below the point.
    const bool stacked = hands && width - tool - air - hands_width < context.px(least_press);
    const float press = width - tool - air - (stacked ? 0 : hands_width);
    for (int i = 0; i < count_of(reveal); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = press_height(context, reveal, i, press);
        draw_press(model, context, reveal, i, press, height);
        const float high = context.px(row_with_hands);
        if (hands) {
            ImGui::SetCursorScreenPos(stacked ? ImVec2{at.x, at.y + height} : ImVec2{at.x + press + air, at.y});
            draw_hands(model, context, reveal, i, stacked ? high : height);
        }
        ImGui::SetCursorScreenPos({at.x + width - tool, at.y + std::round((height - tool) / 2)});
        if (icon_button(context, id_of("aid-pencil-", i).c_str(), Icon::pencil, model.words[Key::aid_write_hint]))
            pencil = i;
        ImGui::SetCursorScreenPos({at.x, at.y + height + (stacked ? high : 0) + std::round(context.px(2))});
        ImGui::Dummy({0, 0});
    }
    return pencil;
}

// --- Before and after -----------------------------------------------------------------------------------------------
void draw_numbers(Context& context, const std::string& label, const char* name, int item, int marked) {
    text(context, label, {.size = 14, .face = book::Face::semibold});
    gap(context, 4);
    const float cell = std::round(context.px(number_cell));
    for (int value = 0; value <= 10; ++value) {
        if (value > 0) flow(context, cell, 4);
        const ButtonOptions options{.small = true, .on = value == marked, .width = cell};
        if (button(context, id_of(name, value).c_str(), std::to_string(value), options))
            context.say(app::AidSet{item, value, false});
    }
}

void draw_scale(const app::Model& model, Context& context, const Reveal& reveal, float width) {
    text(context, reveal.scale, {.face = book::Face::semibold, .wrap = width});
    gap(context, 8);
    draw_numbers(context, model.words[Key::aid_before], "aid-before-", 0, reveal.before);
    gap(context, 10);
    draw_numbers(context, model.words[Key::aid_after], "aid-after-", 1, reveal.after);
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const session::Reveal& reveal, float width) {
    if (reveal.parts.empty()) return;
    State& state = *context.state;
    draw_next(model, context, reveal, width);
    gap(context, aid_air);
    // The field is drawn before the parts, so a pencil reaches it in the next frames, by way of the window's own memory.
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID focus = ImGui::GetID("aid-write-focus");
    const int waiting = memory.GetInt(focus);
    draw_field(model, context, reveal, width, waiting);
    memory.SetInt(focus, std::max(0, waiting - 1));
    gap(context, aid_air);
    if (const int pencil = draw_parts(model, context, reveal, width); pencil >= 0) {
        state.aid_item = pencil;
        state.aid_text = part_of(reveal, pencil).written;
        memory.SetInt(focus, focus_frames);
    }
    if (reveal.shape == Reveal::Shape::checklist) draw_keep_counts(model, context, reveal, width);
    if (!reveal.scale.empty()) {
        gap(context, aid_air);
        draw_scale(model, context, reveal, width);
    }
    draw_aid_history(model, context, reveal.shown > 0);
}

}  // namespace ui
