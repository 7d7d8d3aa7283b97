// Around a meeting: choosing one, and the dialogs during it.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "session/machine.h"
#include "ui/aids/aid_panel.h"
#include "ui/fonts.h"
#include "ui/kit.h"
#include "ui/page.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_before.h"
#include "ui/views/meeting_parts.h"

namespace ui {
namespace {

using words::Key;

void meeting_card(const app::Model& model, Context& context, const book::SessionInfo& info,
                  const course::Course* course, int next, float inner) {
    const bool held = std::ranges::find(model.records.held, info.number) != model.records.held.end();
    const std::size_t at = static_cast<std::size_t>(info.number - 1);
    std::string over = model.words(Key::meeting_number, {{"n", info.number}});
    if (course != nullptr && at < course->dates.size()) over += " · " + model.words.short_day(course->dates[at]);
    text(context, over, {.size = 14, .colour = context.palette.muted});
    gap(context, 2);
    text(context, info.title, {.size = text_large, .face = book::Face::semibold, .wrap = inner, .line = 1.3f});
    gap(context, 8);
    text(context,
         model.words(Key::meeting_minutes, {{"n", info.minutes}}) +
             (held ? " · " + model.words[Key::meeting_held] : std::string{}),
         {.size = 14, .colour = held ? context.palette.good : context.palette.muted});
    gap(context, 14);
    ImGui::PushID(info.number);
    const std::string start_id = "start-" + std::to_string(info.number);
    const std::string rehearse_id = "rehearse-" + std::to_string(info.number);
    const bool here = course != nullptr && info.number == next;
    bool first = true;
    const auto press = [&](const std::string& id, Key label, ButtonKind kind) {
        const ButtonOptions options{.kind = kind, .small = true};
        if (!first) flow(context, button_size(context, model.words[label], options).x, 8);
        first = false;
        return button(context, id.c_str(), model.words[label], options);
    };
    // Starting is for the next meeting alone: the others are prepared, and started from their page.
    if (here && press(start_id, Key::meeting_start, ButtonKind::primary))
        context.say(app::StartMeeting{course->id, info.number});
    if (press("prepare-" + std::to_string(info.number), Key::before_open, here ? ButtonKind::ghost : ButtonKind::quiet))
        context.say(app::PrepareMeeting{info.number});
    if (press(rehearse_id, Key::meeting_rehearse, ButtonKind::plain)) context.say(app::Rehearse{info.number});
    ImGui::PopID();
}

void correct_start(const app::Model& model, Context& context) {
    MeetingState& state = context.state->meeting;
    state.start_dialog =
        dialog(
            context, "correct-start-dialog", model.words[Key::meeting_correct_title], 480,
            [&] {
                const float inner = ImGui::GetContentRegionAvail().x;
                text(context, model.words[Key::meeting_correct_text], {.colour = context.palette.muted, .wrap = inner});
                gap(context, 16);
                text_field(
                    context, "start-time", model.words[Key::meeting_time], state.start_text, context.px(160), "10.00",
                    state.start_fault ? std::string_view(model.words[Key::meeting_correct_fault]) : std::string_view{});
                const bool enter =
                    ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
                gap(context, 20);
                if (button(context, "start-save", model.words[Key::meeting_correct_do],
                           {.kind = ButtonKind::primary}) ||
                    enter) {
                    if (const auto time = base::parse_time_of_day(base::trimmed(state.start_text))) {
                        context.say(app::CorrectStart{*time});
                        state.start_dialog = false;
                        ImGui::CloseCurrentPopup();
                    } else {
                        state.start_fault = true;
                    }
                }
            }) &&
        state.start_dialog;
}

/// The handbook's own card, for these two people alone: nothing of it can reach the wall.
bool hard_moments(const app::Model& model, Context& context) {
    const book::Document* const card =
        model.handbook ? model.handbook->document(model.handbook->programme.hard_moments) : nullptr;
    return dialog(context, "hard-dialog", model.words[Key::command_hard_moments], 860, [&] {
        const ImVec2 room = ImGui::GetContentRegionAvail();
        if (card == nullptr) {
            text(context, model.words[Key::meeting_hard_none], {.wrap = room.x});
            return;
        }
        const float height = std::round(ImGui::GetMainViewport()->Size.y * 0.68f);
        scroll_area(context, "hard-text", {room.x, height}, [&] {
            const float width = room.x - context.px(20);
            const FontMeasure measure(context.fonts);
            const book::Layout& layout =
                context.state->layouts.get("hard/" + card->path, card->revision, card->blocks,
                                           book::Style::reader(context.px(17)), width, measure, *context.pictures);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
            paint(layout, at, clip.Min, clip.Max, context, context.palette);
            ImGui::SetCursorScreenPos(at);
            ImGui::Dummy({width, layout.height});
        });
    });
}

}  // namespace

void draw_choice(const app::Model& model, Context& context) {
    const ImVec2 area = ImGui::GetContentRegionAvail();
    scroll_area(context, "choice", area, [&] {
        const float margin = context.px(area.x < context.px(700) ? 24 : 48);
        const float width = std::min(area.x - 2 * margin, context.px(1120));
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const course::Course* course = model.open_course();
        column({start.x + margin, start.y + context.px(40)}, width, [&](float inner) {
            if (course != nullptr) text(context, course->title, {.colour = context.palette.muted});
            text(context, model.words[Key::meeting_choose],
                 {.size = text_display, .face = book::Face::bold, .wrap = inner, .line = 1.25f});
            gap(context, 12);
            text(context, model.words[course != nullptr ? Key::meeting_choose_text : Key::meeting_no_course],
                 {.colour = context.palette.muted, .wrap = std::min(inner, context.px(680)), .line = 1.5f});
            gap(context, 16);
            if (course == nullptr) {
                if (button(context, "make-course", model.words[Key::meeting_make_course],
                           {.kind = ButtonKind::primary}))
                    context.say(app::GoTo{app::Place::courses});
                gap(context, 16);
            }
            gap(context, 8);
            if (!model.handbook) return;
            const int next = course != nullptr ? course::meeting_on_or_after(*course, model.local_now().date) : 0;
            const float between = context.px(20);
            const int columns = inner >= context.px(900) ? 3 : inner >= context.px(580) ? 2 : 1;
            const float each =
                std::floor((inner - between * static_cast<float>(columns - 1)) / static_cast<float>(columns));
            ImVec2 at = ImGui::GetCursorScreenPos();
            const float left = at.x;
            int place = 0;
            float lowest = at.y;
            for (const book::SessionInfo& info : model.handbook->programme.sessions) {
                ImGui::SetCursorScreenPos(at);
                const std::string id = "meeting-" + std::to_string(info.number);
                card(
                    context, id.c_str(), each,
                    [&](float room) { meeting_card(model, context, info, course, next, room); },
                    columns > 1 ? context.px(208) : 0);
                lowest = std::max(lowest, ImGui::GetItemRectMax().y);
                at.x += each + between;
                if (++place == columns) {
                    place = 0;
                    at = {left, lowest + between};
                }
            }
            ImGui::SetCursorScreenPos({left, lowest});
            ImGui::Dummy({0, 0});
            gap(context, 40);
        });
    });
}

void draw_meeting_dialogs(const app::Model& model, Context& context) {
    MeetingState& state = context.state->meeting;
    if (!model.run) {
        state.end_dialog = state.start_dialog = state.plan_dialog = state.toolbox_dialog = state.hard_dialog = false;
        return;
    }
    if (state.end_dialog) {
        state.end_dialog =
            dialog(context, "end-dialog", model.words[Key::meeting_end_title], 520,
                   [&] {
                       text(context,
                            model.words[model.run->rehearsal ? Key::meeting_done_rehearsal : Key::meeting_end_text],
                            {.wrap = ImGui::GetContentRegionAvail().x, .line = 1.5f});
                       gap(context, 24);
                       if (button(context, "end-yes", model.words[Key::meeting_end], {.kind = ButtonKind::primary})) {
                           context.say(app::EndMeeting{});
                           state.end_dialog = false;
                           ImGui::CloseCurrentPopup();
                           ImGui::SetNavCursorVisible(false);  // the ring would go to the first thing in the window
                       }
                       // Enter is its answer: an end can be taken back.
                       ImGui::SetItemDefaultFocus();
                       if (ImGui::IsWindowAppearing()) ImGui::SetNavCursorVisible(true);
                       flow(context, button_size(context, model.words[Key::meeting_stay]).x);
                       if (button(context, "end-no", model.words[Key::meeting_stay])) {
                           state.end_dialog = false;
                           ImGui::CloseCurrentPopup();
                       }
                   }) &&
            state.end_dialog;
    }
    if (state.start_dialog) correct_start(model, context);
    draw_running_chooser(model, context);
    draw_overview(model, context);
    if (state.hard_dialog) state.hard_dialog = hard_moments(model, context) && state.hard_dialog;
    if (state.toolbox_dialog)
        state.toolbox_dialog = dialog(context, "toolbox-dialog", model.words[Key::aid_toolbox], 640,
                                      [&] {
                                          const std::size_t before = context.actions->size();
                                          draw_toolbox(model, context);
                                          if (context.actions->size() > before) {
                                              state.toolbox_dialog = false;
                                              ImGui::CloseCurrentPopup();
                                          }
                                      }) &&
                               state.toolbox_dialog;
}

}  // namespace ui
