// The overview of the plan (O), and how fast a rehearsal goes.
#include <imgui_internal.h>

#include <array>
#include <charconv>

#include "session/fast_clock.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/meeting_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr std::size_t most_digits = 3;
constexpr std::array speeds{1, 10, session::most_speed};

/// Digits gather, Backspace takes one away, Esc all of them. True when Enter was pressed on a number.
bool number_typed(std::string& number) {
    for (int digit = 0; digit <= 9; ++digit) {
        const bool pressed = ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_0 + digit), false) ||
                             ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_Keypad0 + digit), false);
        if (pressed && number.size() < most_digits) number += static_cast<char>('0' + digit);
    }
    if (number.empty()) return false;
    if (ImGui::IsKeyPressed(ImGuiKey_Backspace)) number.pop_back();
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        number.clear();
        // This Esc is used up: the dialog stays.
        ImGui::SetKeyOwner(ImGuiKey_Escape, ImGui::GetID("step-number"), ImGuiInputFlags_LockThisFrame);
    }
    return !number.empty() &&
           (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

void number_line(const app::Model& model, Context& context, const std::string& number, bool known, float width) {
    if (number.empty()) {
        text(context, model.words[Key::overview_number], {.colour = context.palette.muted, .wrap = width});
        return;
    }
    std::string shown = number;
    const auto& steps = model.run->plan.steps;
    if (known) shown += "  " + steps[static_cast<std::size_t>(std::stoi(number) - 1)].title;
    text(context, fitted(context, shown, {.face = book::Face::semibold}, width),
         {.face = book::Face::semibold, .colour = known ? context.palette.primary : context.palette.warm});
    report(ItemRole::text, "step-number", number);
}

}  // namespace

void draw_overview(const app::Model& model, Context& context) {
    MeetingState& state = context.state->meeting;
    if (!state.plan_dialog) {
        state.step_number.clear();
        return;
    }
    bool gone = false;
    const bool open = dialog(context, "plan-dialog", model.words[Key::meeting_plan], 560, [&] {
        const float width = ImGui::GetContentRegionAvail().x;
        const bool entered = number_typed(state.step_number);
        int number = 0;
        std::from_chars(state.step_number.data(), state.step_number.data() + state.step_number.size(), number);
        const bool known = number >= 1 && number <= static_cast<int>(model.run->plan.steps.size());
        if (entered && known) {
            context.say(app::GoToStep{number - 1});
            gone = true;
        } else {
            number_line(model, context, state.step_number, known, width);
            gap(context, 16);
            const std::size_t before = context.actions->size();
            draw_steps(model, context, width, 0, true);
            gone = context.actions->size() > before;
        }
        if (gone) ImGui::CloseCurrentPopup();
    });
    state.plan_dialog = open && !gone;
    if (!state.plan_dialog) state.step_number.clear();
}

void draw_rehearsal_speed(const app::Model& model, Context& context, float width) {
    text(context, model.words[Key::rehearsal_speed], {.size = 14, .face = book::Face::bold, .wrap = width});
    gap(context, 8);
    std::array<std::string, speeds.size()> labels;
    int chosen = 0;
    for (std::size_t i = 0; i < speeds.size(); ++i) {
        labels[i] = i == 0 ? model.words[Key::rehearsal_normal] : std::to_string(speeds[i]) + "×";
        if (model.run->clock.speed == speeds[i]) chosen = static_cast<int>(i);
    }
    if (const int pressed = choice(context, "rehearsal-speed", labels, chosen); pressed >= 0)
        context.say(app::SetRehearsalSpeed{speeds[static_cast<std::size_t>(pressed)]});
    gap(context, 20);
}

}  // namespace ui
