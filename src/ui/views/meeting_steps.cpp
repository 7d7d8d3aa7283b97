// The plan as a list, with the clock of the whole meeting below it.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "session/catch_up.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/meeting_parts.h"

namespace ui {
namespace {

using words::Key;

/// Less than this is made up by itself.
constexpr base::Minutes late_enough{3};

/// Minutes after the time that the step is fixed to; negative: before it.
int minutes_late(const app::Model& model, const session::Step& step, base::Instant begins) {
    const base::TimeOfDay time = base::local(begins, model.zone).time;
    return time.hour * 60 + time.minute - step.at->hour * 60 - step.at->minute;
}

bool is_late(const app::Model& model, const session::Step& step, base::Instant begins) {
    return step.at && minutes_late(model, step, begins) > 0;
}

/// "Fast kl. 11.30 · 5 min for sent etter planen"; empty for a step that follows the others.
std::string clock_words(const app::Model& model, const session::Step& step, base::Instant begins) {
    if (!step.at) return {};
    std::string words = model.words(Key::meeting_at_clock, {{"time", base::to_text(*step.at)}});
    const int late = minutes_late(model, step, begins);
    if (late > 0) words += " · " + model.words(Key::before_clock_late, {{"n", late}});
    if (late < 0) words += " · " + model.words(Key::before_clock_early, {{"n", -late}});
    return words;
}

void row(const app::Model& model, Context& context, int number, float width, base::Instant begins, bool follow,
         bool numbered) {
    const app::Run& run = *model.run;
    const session::Step& step = run.plan.steps[static_cast<std::size_t>(number)];
    const Palette& p = context.palette;
    const bool now = number == run.state.step && run.state.phase != session::Phase::ended;
    const bool skipped = static_cast<std::size_t>(number) < run.state.skipped.size() &&
                         run.state.skipped[static_cast<std::size_t>(number)];
    const bool done = !skipped && (number < run.state.step || run.state.phase == session::Phase::ended);
    const ImU32 ink = now ? p.on_primary : done || skipped ? p.muted : p.ink;

    const auto used = run.state.used.size() > static_cast<std::size_t>(number)
                          ? run.state.used[static_cast<std::size_t>(number)]
                          : base::Milliseconds{};
    const int planned = run.state.minutes.size() > static_cast<std::size_t>(number)
                            ? run.state.minutes[static_cast<std::size_t>(number)]
                            : step.minutes;
    std::string minutes = std::to_string(planned);
    if (done && used.count() > 0)
        minutes = std::to_string((used.count() + 30000) / 60000);
    else if (step.slack == book::Slack::fixed)
        minutes = model.words(Key::meeting_minutes_fixed, {{"n", planned}});
    if (skipped) minutes = model.words[Key::meeting_skipped];
    if (now) minutes = model.words(Key::meeting_minutes, {{"n", planned}});

    const TextStyle small{.size = 14, .colour = ink, .line = 1.3f};
    const TextStyle title{
        .size = 15, .face = now ? book::Face::semibold : book::Face::regular, .colour = ink, .wrap = 0, .line = 1.3f};
    const float pad = context.px(12);
    const float time_width = context.px(54);
    const float sign = done ? context.px(22) : 0;
    const float number_width = numbered ? context.px(32) : 0;
    const float minutes_width = text_size(context, minutes, small).x;
    const float room = width - 2 * pad - number_width - time_width - sign - minutes_width - context.px(8);
    TextStyle wrapped = title;
    wrapped.wrap = room;
    const float title_height = text_size(context, step.title, wrapped).y;
    // A step that is fixed by the clock says so, and how far from it it is going to be.
    const std::string clock = done || skipped ? std::string() : clock_words(model, step, begins);
    const TextStyle below{.size = text_small,
                          .colour = now                            ? ink
                                    : is_late(model, step, begins) ? p.warm
                                                                   : p.muted,
                          .wrap = width - 2 * pad - number_width - time_width,
                          .line = 1.35f};
    const float words_height = title_height + (clock.empty() ? 0 : text_size(context, clock, below).y);
    const float height = std::round(words_height + context.px(now ? 26 : 17));

    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(number);
    const bool clicked = ImGui::InvisibleButton("step", {width, height}, ImGuiButtonFlags_EnableNav);
    const std::string id = "step-" + std::to_string(number);
    report(ItemRole::button, id, step.title, false, now);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (now)
        list.AddRectFilled(at, {at.x + width, at.y + height}, p.primary, context.px(radius));
    else if (ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + width, at.y + height}, faded(p.ink, 0.05f), context.px(radius));
    focus_ring(context);
    ImGui::PopID();

    const float top = at.y + std::round((height - words_height) / 2);
    const std::string time = base::to_text(base::local(begins, model.zone).time);
    if (numbered)
        text_at(context, {at.x + pad, top}, std::to_string(number + 1),
                {.size = 15, .face = book::Face::semibold, .colour = ink, .line = 1.3f});
    const float x = at.x + pad + number_width;
    text_at(context, {x, top}, time,
            {.size = 15, .face = now ? book::Face::semibold : book::Face::regular, .colour = ink, .line = 1.3f});
    if (done) icon(context, list, Icon::check, {x + time_width, top + context.px(1)}, context.px(17), ink);
    text_at(context, {x + time_width + sign, top}, step.title, wrapped);
    if (!clock.empty()) {
        const ImVec2 place{x + time_width, top + title_height};
        text_at(context, place, clock, below);
        report_text(clock, place, {at.x + width - pad, top + words_height});
    }
    text_at(context, {at.x + width - pad - minutes_width, top}, minutes, small);
    if (clicked) context.say(app::GoToStep{number});

    MeetingState& state = context.state->meeting;
    if (follow && now && state.scrolled_to != number) {
        ImGui::SetScrollHereY(0.4f);
        state.scrolled_to = number;
    }
}

/// What the program proposes when the meeting is late, in words; nothing happens until it is pressed.
void proposal(const app::Model& model, Context& context, const session::CatchUp& found, float inner, ImU32 ink) {
    const app::Run& run = *model.run;
    std::string words;
    for (const session::Replanned::Change& change : found.changes) {
        const std::string& title = run.plan.steps[static_cast<std::size_t>(change.step)].title;
        std::string one = change.minutes == 0
                              ? model.words(Key::meeting_catch_up_skip, {{"what", title}})
                              : model.words(Key::meeting_catch_up_shorten, {{"what", title}, {"n", change.minutes}});
        if (!words.empty()) {
            words += ", ";
            one.replace(0, 1, base::lower(one.substr(0, 1)));
        }
        words += one;
    }
    const std::string time = base::to_text(base::local(found.ends, model.zone).time);
    words += ". " + model.words(Key::meeting_catch_up_ends, {{"time", time}}) + ".";
    text(context, words, {.size = 14, .colour = ink, .wrap = inner, .line = 1.35f});
    gap(context, 8);
    if (button(context, "catch-up", model.words[Key::meeting_catch_up_do],
               {.kind = ButtonKind::primary, .small = true}))
        context.say(app::CatchUpNow{});
}

void total(const app::Model& model, Context& context, float width) {
    const app::Run& run = *model.run;
    const session::Timing timing = session::timing(run.state, run.plan, context.now);
    const bool late = timing.over.count() > 0;
    callout(context, "meeting-total", width, late, [&](float inner) {
        const ImU32 ink = late ? context.palette.on_amber_soft : context.palette.on_primary_soft;
        text(context, ends_text(model, timing),
             {.size = 15, .face = book::Face::semibold, .colour = ink, .wrap = inner});
        MeetingState& state = context.state->meeting;
        if (state.proposal_log != run.log.size() || state.proposal_late != timing.over) {
            state.proposal_log = run.log.size();
            state.proposal_late = timing.over;
            state.proposal =
                timing.over >= late_enough ? session::catch_up(run.state, run.plan, context.now) : session::CatchUp{};
        }
        if (!state.proposal.changes.empty()) {
            proposal(model, context, state.proposal, inner, ink);
            return;
        }
        text(context,
             model.words(Key::meeting_started_at,
                         {{"time", base::to_text(base::local(run.state.started, model.zone).time)}}),
             {.size = text_small, .colour = ink, .wrap = inner});
        gap(context, 8);
        if (button(context, "correct-start", model.words[Key::meeting_correct_start], {.small = true})) {
            context.state->meeting.start_dialog = true;
            context.state->meeting.start_fault = false;
            context.state->meeting.start_text = base::to_text(base::local(run.state.started, model.zone).time);
        }
    });
}

}  // namespace

void draw_steps(const app::Model& model, Context& context, float width, float height, bool numbered) {
    const app::Run& run = *model.run;
    const bool pane = height > 0;
    const float margin = pane ? context.px(16) : 0;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({start.x + margin, start.y + (pane ? context.px(24) : 0)});
    ImGui::BeginGroup();
    const float inner = width - 2 * margin;
    const auto indent = [&](auto draw) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x + context.px(12), at.y});
        draw();
        ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
        ImGui::Dummy({0, 0});
    };
    indent([&] {
        text(context, model.words(Key::meeting_number, {{"n", run.plan.meeting}}),
             {.size = text_small, .colour = context.palette.muted});
    });
    indent([&] {
        text(context, run.plan.title,
             {.size = text_large, .face = book::Face::semibold, .wrap = inner - context.px(24), .line = 1.3f});
    });
    if (run.rehearsal) {
        gap(context, 8);
        indent([&] { chip(context, model.words[Key::meeting_rehearsal], true); });
    }
    gap(context, 12);

    const auto starts = session::step_starts(run.state, run.plan, run.log, context.now);
    const auto rows = [&](float row_width) {
        for (int i = 0; i < static_cast<int>(run.plan.steps.size()); ++i) {
            row(model, context, i, row_width,
                i < static_cast<int>(starts.size()) ? starts[static_cast<std::size_t>(i)] : context.now, pane,
                numbered);
            gap(context, 1);
        }
    };
    const bool ended = run.state.phase == session::Phase::ended;
    if (!pane) {
        rows(inner);
        gap(context, 16);
        if (!ended) total(model, context, inner);
    } else {
        const float used = ImGui::GetCursorScreenPos().y - start.y;
        float& foot_now = context.state->meeting.foot;
        const float foot = ended ? context.px(16) : std::max(context.px(132), foot_now);
        scroll_area(context, "steps", {inner + context.px(10), height - used - foot}, [&] { rows(inner); });
        ImGui::SetCursorScreenPos({start.x + margin, start.y + height - foot + context.px(4)});
        if (!ended) {
            const float from = ImGui::GetCursorScreenPos().y;
            total(model, context, inner);
            // A proposal needs more lines than the clock alone; known from the frame before.
            const float needs = ImGui::GetCursorScreenPos().y - from + context.px(12);
            if (needs != foot_now) context.state->animating = true;
            foot_now = needs;
        } else
            ImGui::Dummy({0, 0});
    }
    ImGui::EndGroup();
}

}  // namespace ui
