// The meeting view: plan, step, wall, side by side where there is room, under each other where there is not.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "session/machine.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/meeting_before.h"
#include "ui/views/meeting_parts.h"
#include "ui/views/places.h"

namespace ui {
namespace {

using words::Key;

/// The audience views are values with text in them: made again only when the model changed.
void refresh_views(const app::Model& model, MeetingState& state) {
    if (state.views_of == model.revision) return;
    state.views_of = model.revision;
    state.now = app::audience_view(model);
    state.has_next = false;
    if (!model.run) return;
    if (const auto next = session::after(model.run->plan, model.run->state)) {
        state.next = app::preview(model, next->step, next->cue);
        state.has_next = true;
    }
}

void vertical_line(Context& context, ImVec2 at, float height) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + std::max(1.0f, std::round(context.scale)), at.y + height},
                                              context.palette.line);
}

/// A child that draws at a place and takes part in keyboard navigation with its neighbours.
template <class Draw>
void pane(const char* id, ImVec2 at, ImVec2 size, Draw draw) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw();
    ImGui::EndChild();
}

void draw_running(const app::Model& model, Context& context) {
    const ImVec2 area = ImGui::GetContentRegionAvail();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const bool ended = model.run->state.phase == session::Phase::ended;
    const bool three = area.x >= context.px(1080) && !ended;  // the page after the end has the steps itself
    const bool two = area.x >= context.px(720);
    context.state->meeting.steps_shown = three || !two;

    if (!two) {
        // A small window or very large text: one column that scrolls, with the bar always at hand.
        const float bar = ended ? 0 : meeting_bar_height(model, context, area.x);
        ImGui::SetCursorScreenPos(start);
        scroll_area(context, "meeting-column", {area.x, area.y - bar}, [&] {
            const float margin = context.px(16);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::SetCursorScreenPos({at.x + margin, at.y + context.px(16)});
            ImGui::BeginGroup();
            if (ended)
                draw_summary(model, context, area.x - 2 * margin - context.px(12));
            else
                draw_step_now(model, context, area.x - 2 * margin - context.px(12), 0);
            gap(context, 24);
            draw_side(model, context, std::min(area.x - 2 * margin - context.px(12), context.px(420)));
            gap(context, 24);
            if (!ended) draw_steps(model, context, area.x - 2 * margin - context.px(12), 0);
            gap(context, 24);
            ImGui::EndGroup();
        });
        if (!ended)
            pane("meeting-bar", {start.x, start.y + area.y - bar}, {area.x, bar},
                 [&] { draw_meeting_bar(model, context, area.x); });
        return;
    }

    const float steps_width = three ? std::round(context.px(304)) : 0;
    const float side_width = std::round(std::min(context.px(356), area.x * 0.36f));
    const float main_width = area.x - steps_width - side_width;
    if (three) {
        pane("meeting-steps", start, {steps_width, area.y}, [&] { draw_steps(model, context, steps_width, area.y); });
        vertical_line(context, {start.x + steps_width, start.y}, area.y);
    }
    const float bar = ended ? 0 : meeting_bar_height(model, context, main_width);
    const ImVec2 main{start.x + steps_width, start.y};
    pane("meeting-main", main, {main_width, area.y - bar}, [&] {
        if (ended) {
            scroll_area(context, "summary", {main_width, area.y}, [&] {
                const ImVec2 at = ImGui::GetCursorScreenPos();
                ImGui::SetCursorScreenPos({at.x + context.px(44), at.y + context.px(36)});
                ImGui::BeginGroup();
                draw_summary(model, context, std::min(main_width - context.px(88), context.px(720)));
                ImGui::EndGroup();
            });
        } else {
            draw_step_now(model, context, main_width, area.y - bar);
        }
    });
    if (!ended)
        pane("meeting-bar", {main.x, main.y + area.y - bar}, {main_width, bar},
             [&] { draw_meeting_bar(model, context, main_width); });
    vertical_line(context, {main.x + main_width, start.y}, area.y);
    ImGui::SetCursorScreenPos({main.x + main_width, start.y});
    scroll_area(context, "meeting-side", {side_width, area.y}, [&] {
        const float margin = context.px(20);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x + margin, at.y + context.px(24)});
        ImGui::BeginGroup();
        ImGui::GetCurrentWindow()->WorkRect.Max.x = at.x + side_width - margin;
        draw_side(model, context, side_width - 2 * margin);
        gap(context, 24);
        ImGui::EndGroup();
    });
}

}  // namespace

void draw_meeting(const app::Model& model, Context& context) {
    refresh_views(model, context.state->meeting);
    if (model.run)
        draw_running(model, context);
    else if (model.preparing > 0 && model.handbook)
        draw_before(model, context);
    else
        draw_choice(model, context);
    draw_meeting_dialogs(model, context);
}

std::string cue_title(const app::Model& model, const session::Step& step, const session::Cue& cue) {
    if (const auto* slide = std::get_if<session::SlideCue>(&cue)) {
        const book::Document* document = model.handbook ? model.handbook->document(slide->document) : nullptr;
        if (document != nullptr && slide->slide >= 0 && slide->slide < static_cast<int>(document->slides.size()))
            return document->slides[static_cast<std::size_t>(slide->slide)].title;
    }
    return step.title;
}

std::string ends_text(const app::Model& model, const session::Timing& timing) {
    const std::string time = base::to_text(base::local(timing.ends, model.zone).time);
    const int over = static_cast<int>(timing.over.count());
    if (over > 0) return model.words(Key::meeting_ends_over, {{"time", time}, {"n", over}});
    if (over < 0) return model.words(Key::meeting_ends_early, {{"time", time}, {"n", -over}});
    return model.words(Key::meeting_ends_at, {{"time", time}});
}

}  // namespace ui
