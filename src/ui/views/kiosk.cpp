#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr float hold_seconds = 2;
constexpr std::int64_t digit_pause = 1500;  ///< milliseconds within which "1", "0" is 10

int chosen_of(const app::Kiosk& kiosk, const std::string& question) {
    for (const course::Answer& answer : kiosk.answers)
        if (answer.question == question) return answer.value;
    return -1;
}

class KioskView {
  public:
    /// `big` is the window's context with everything a little larger where the screen has room.
    KioskView(const app::Model& model, Context& big, const book::Document& form)
        : model_(model), context_(big), kiosk_(*model.kiosk), state_(big.state->courses.kiosk), form_(form) {}

    /// Returns where it ended.
    float questions(ImVec2 at, float width) {
        digits();
        const Palette& p = context_.palette;
        return column(at, width,
                      [&](float inner) {
                          text(context_, model_.words[Key::kiosk_title],
                               {.size = 30, .face = book::Face::bold, .wrap = inner, .line = 1.25f});
                          text(context_, model_.words[Key::kiosk_text],
                               {.colour = p.muted, .wrap = inner, .line = 1.45f});
                          gap(context_, 24);
                          for (int i = 0; i < static_cast<int>(form_.questions.size()); ++i) question(i, inner);
                          ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, false);
                          const ButtonOptions send{.kind = ButtonKind::primary,
                                                   .disabled = kiosk_.answers.empty(),
                                                   .width = std::round(context_.px(280))};
                          if (large_button("kiosk-send", model_.words[Key::kiosk_send], send))
                              context_.say(app::KioskSend{});
                          ImGui::PopItemFlag();
                      })
            .y;
    }

    /// `came_by_key`: the person before used the keyboard, so the way on has its focus.
    void thanks(ImVec2 min, ImVec2 max, bool came_by_key) {
        const Palette& p = context_.palette;
        const float width = max.x - min.x;
        const float picture = std::min(context_.px(300), (max.y - min.y) * 0.42f);
        const float words = context_.px(50 + 36 + 40 + 72);
        float y = min.y + std::max(0.0f, (max.y - min.y - picture - context_.px(32) - words) / 2);
        if (picture_in(context_, "ro.svg", {min.x, y}, {max.x, y + picture}, 24)) y += picture + context_.px(32);
        const auto centred = [&](std::string_view line, const TextStyle& style, float after) {
            const ImVec2 box = text_size(context_, line, style);
            column({min.x + std::round((width - box.x) / 2), y}, box.x, [&](float) { text(context_, line, style); });
            y += box.y + after;
        };
        centred(model_.words[Key::kiosk_thanks], {.size = 40, .face = book::Face::bold, .line = 1.2f}, context_.px(8));
        centred(model_.words[Key::kiosk_thanks_text],
                {.size = text_body, .colour = p.muted, .wrap = width, .line = 1.5f}, context_.px(32));
        const float button_width = std::min(width, std::round(context_.px(320)));
        ImGui::SetCursorScreenPos({min.x + std::round((width - button_width) / 2), y});
        if (came_by_key) {
            ImGui::SetKeyboardFocusHere();
            context_.state->animating = true;
        }
        if (large_button("kiosk-next", model_.words[Key::kiosk_next],
                         {.kind = ButtonKind::primary, .width = button_width}))
            context_.say(app::KioskNextPerson{});
    }

  private:
    /// As the kit's button, but as high as a number.
    bool large_button(const char* id, std::string_view label, const ButtonOptions& options) {
        const Palette& p = context_.palette;
        const ImVec2 size{options.width, std::round(context_.px(64))};
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (options.disabled) ImGui::BeginDisabled();
        const bool pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
        const bool hovered = ImGui::IsItemHovered();
        if (options.disabled) ImGui::EndDisabled();
        report(ItemRole::button, id, label, options.disabled);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 end{at.x + size.x, at.y + size.y};
        list.AddRectFilled(at, end, options.disabled ? p.line : p.primary, context_.px(16));
        if (hovered && !options.disabled) list.AddRectFilled(at, end, faded(p.ink, 0.12f), context_.px(16));
        const TextStyle style{.size = 22,
                              .face = book::Face::semibold,
                              .colour = options.disabled ? p.muted : p.on_primary,
                              .line = 1.2f};
        const ImVec2 box = text_size(context_, label, style);
        text_at(context_, {at.x + std::round((size.x - box.x) / 2), at.y + std::round((size.y - box.y) / 2)}, label,
                style);
        focus_ring(context_, 16);
        if (hovered && !options.disabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        return pressed && !options.disabled;
    }

    void question(int number, float width) {
        const Palette& p = context_.palette;
        const book::Question& asked = form_.questions[static_cast<std::size_t>(number)];
        const int chosen = chosen_of(kiosk_, asked.id);
        text(context_, asked.text, {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.3f});
        gap(context_, 10);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float pitch = std::min(width / 11, context_.px(88));
        const float round = std::floor(std::min(context_.px(68), pitch - context_.px(4)));
        const int stop = chosen >= 0 ? chosen : 0;
        for (int value = 0; value <= 10; ++value) {
            ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, value != stop);
            if (state_.focus_question == number && value == stop) {
                ImGui::SetKeyboardFocusHere();
                context_.state->animating = true;
                state_.focus_question = -1;
            }
            number_button(asked, number, value, chosen, {at.x + pitch * static_cast<float>(value), at.y}, round);
            ImGui::PopItemFlag();
        }
        const float row = pitch * 10 + round;
        const float ends = at.y + round + context_.px(6);
        const TextStyle style{.size = 15, .colour = p.muted, .line = 1.3f};
        const ImVec2 high = text_size(context_, asked.high, style);
        text_at(context_, {at.x + context_.px(2), ends}, asked.low, style);
        text_at(context_, {at.x + row - high.x - context_.px(2), ends}, asked.high, style);
        ImGui::SetCursorScreenPos({at.x, ends + high.y});
        gap(context_, 22);
    }

    void number_button(const book::Question& asked, int question, int value, int chosen, ImVec2 at, float side) {
        const Palette& p = context_.palette;
        const std::string id = "kiosk-" + asked.id + "-" + std::to_string(value);
        ImGui::SetCursorScreenPos(at);
        const bool pressed = ImGui::InvisibleButton(id.c_str(), {side, side}, ImGuiButtonFlags_EnableNav);
        const bool on = value == chosen;
        const std::string label = std::to_string(value);
        report(ItemRole::toggle, id, label, false, on);
        if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible) state_.question = question;
        if (pressed) {
            state_.question = question;
            // A second press takes the answer back: every question may be left out.
            context_.say(app::KioskAnswer{asked.id, on ? -1 : value});
        }
        const bool hovered = ImGui::IsItemHovered();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 centre{at.x + side / 2, at.y + side / 2};
        list.AddCircleFilled(centre, side / 2, on ? p.primary : hovered ? p.primary_soft : p.raised, 64);
        if (!on) list.AddCircle(centre, side / 2 - 0.5f, p.edge, 64, std::max(1.5f, context_.px(1.5f)));
        const TextStyle style{
            .size = 22, .face = book::Face::semibold, .colour = on ? p.on_primary : p.ink, .line = 1.2f};
        const ImVec2 box = text_size(context_, label, style);
        text_at(context_, {std::round(centre.x - box.x / 2), std::round(centre.y - box.y / 2)}, label, style);
        focus_ring(context_, side / 2 / std::max(0.01f, context_.scale));
        if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }

    /// Digits answer the question one is at; "1" and then "0" is 10.
    void digits() {
        const int questions = static_cast<int>(form_.questions.size());
        if (questions == 0) return;
        state_.question = std::clamp(state_.question, 0, questions - 1);
        for (int digit = 0; digit <= 9; ++digit) {
            const auto row = static_cast<ImGuiKey>(ImGuiKey_0 + digit);
            const auto pad = static_cast<ImGuiKey>(ImGuiKey_Keypad0 + digit);
            if (!ImGui::IsKeyPressed(row, false) && !ImGui::IsKeyPressed(pad, false)) continue;
            const std::int64_t now = base::to_milliseconds(context_.now);
            const bool ten = digit == 0 && state_.digit == 1 && state_.digit_question == state_.question &&
                             now - state_.digit_at <= digit_pause;
            state_.digit = digit;
            state_.digit_question = state_.question;
            state_.digit_at = now;
            state_.focus_question = state_.question;
            context_.say(
                app::KioskAnswer{form_.questions[static_cast<std::size_t>(state_.question)].id, ten ? 10 : digit});
        }
    }

    const app::Model& model_;
    Context& context_;
    const app::Kiosk& kiosk_;
    KioskState& state_;
    const book::Document& form_;
};

/// The leaders' way out: held for two seconds, so that nobody leaves by chance. A ring shows how far it has come.
void way_out(const app::Model& model, Context& context, ImVec2 corner) {
    KioskState& state = context.state->courses.kiosk;
    const Palette& p = context.palette;
    const float side = std::round(context.px(40));
    const ImVec2 at{corner.x - side, corner.y - side};
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("kiosk-leave", {side, side}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::button, "kiosk-leave", model.words[Key::kiosk_leave_button]);
    const bool holding = ImGui::IsItemActive() || ImGui::IsKeyDown(ImGuiKey_Escape);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 centre{at.x + side / 2, at.y + side / 2};
    const float r = side / 2 - context.px(3);
    list.AddCircle(centre, r, faded(p.edge, 0.6f), 40, std::max(1.5f, context.px(2)));
    const float sign = context.px(14);
    icon(context, list, Icon::cross, {centre.x - sign / 2, centre.y - sign / 2}, sign, p.muted);
    focus_ring(context, 20);
    const TextStyle style{.size = text_small, .colour = p.muted};
    const ImVec2 box = text_size(context, model.words[Key::kiosk_leave], style);
    text_at(context, {at.x - context.px(10) - box.x, at.y + std::round((side - box.y) / 2)},
            model.words[Key::kiosk_leave], style);

    if (!holding) {
        state.held = 0;
        state.left = false;
        return;
    }
    if (state.left) return;
    context.state->animating = true;
    state.held += std::min(ImGui::GetIO().DeltaTime, 0.1f);
    const float share = std::min(1.0f, state.held / hold_seconds);
    list.PathArcTo(centre, r, -IM_PI / 2, -IM_PI / 2 + 2 * IM_PI * share, 48);
    list.PathStroke(p.primary, 0, std::max(3.0f, context.px(4)));
    if (state.held < hold_seconds) return;
    state.held = 0;
    state.left = true;
    context.say(app::LeaveKiosk{});
}

}  // namespace

void draw_kiosk(const app::Model& model, Context& context) {
    if (!model.kiosk) return;
    KioskState& state = context.state->courses.kiosk;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 region = ImGui::GetContentRegionAvail();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + region.x, at.y + region.y}, context.palette.ground);

    // Everything was set for 1024 by 768; where there is more room, all grows with it.
    Context big = context;
    const float room = std::min(region.x / context.px(1024), region.y / context.px(768));
    big.scale *= std::clamp(room, 1.0f, 1.5f);

    // The next person meets a page without a trace of the last: no ring on a number, no scroll, no half-typed digit.
    const bool fresh = state.thanked && !model.kiosk->thanks;
    if (fresh) {
        const bool held = state.left;
        state = KioskState{};
        state.left = held;
        ImGui::SetNavCursorVisible(false);
    }
    const bool came_by_key = model.kiosk->thanks && !state.thanked && ImGui::GetIO().NavVisible;
    state.thanked = model.kiosk->thanks;

    const float margin = std::round(std::max(context.px(24), region.x * 0.04f));
    const float foot = std::round(context.px(56));
    const book::Document* form = feedback_form(model);
    if (form == nullptr) {
        column({at.x + margin, at.y + margin}, region.x - 2 * margin,
               [&](float inner) { text(context, model.words[Key::feedback_no_form], {.wrap = inner}); });
    } else if (model.kiosk->thanks) {
        KioskView(model, big, *form)
            .thanks({at.x + margin, at.y}, {at.x + region.x - margin, at.y + region.y - foot}, came_by_key);
    } else {
        scroll_area(context, "kiosk-page", {region.x, region.y - foot}, [&] {
            if (fresh) ImGui::SetScrollY(0);
            const ImVec2 start = ImGui::GetCursorScreenPos();
            const float width = std::min(region.x - 2 * margin, big.px(940));
            const float spare = std::max(0.0f, region.y - foot - state.height - context.px(48));
            const float top = start.y + std::round(context.px(24) + spare * 0.5f);
            const float end =
                KioskView(model, big, *form).questions({start.x + std::round((region.x - width) / 2), top}, width);
            state.height = end - top;
            gap(context, 24);
        });
    }
    way_out(model, context,
            {at.x + region.x - std::round(context.px(16)), at.y + region.y - std::round(context.px(8))});
    let_go_of_vanished();
    ImGui::PopStyleVar();
}

}  // namespace ui
