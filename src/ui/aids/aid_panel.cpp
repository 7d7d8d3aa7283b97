#include "ui/aids/aid_panel.h"

#include "ui/aids/aid_controls.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <variant>

#include "ui/clock_text.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"

namespace ui {
namespace {

using words::Key;

constexpr float between = 16;

/// A clock in large digits of one width, what it is out of beside it, and the bar below.
void draw_clock(Context& context, std::string_view clock, std::string_view of, float share, float width, bool quiet) {
    const TextStyle digit{
        .size = 44, .face = book::Face::bold, .colour = quiet ? context.palette.muted : 0, .line = 1.1f};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float cell = text_size(context, "0", digit).x;
    float x = at.x;
    for (std::size_t i = 0; i < clock.size(); ++i) {
        const std::string_view sign = clock.substr(i, 1);
        const float wide = text_size(context, sign, digit).x;
        const float room = sign == ":" ? wide : cell;
        text_at(context, {x + (room - wide) / 2, at.y}, sign, digit);
        x += room;
    }
    const float height = text_size(context, "0", digit).y;
    ImGui::Dummy({x - at.x, height});
    report(ItemRole::text, "aid-clock", clock);
    const TextStyle small{.size = 14, .colour = context.palette.muted, .line = 1.2f};
    flow(context, text_size(context, of, small).x, 12);
    const ImVec2 beside = ImGui::GetCursorScreenPos();
    if (beside.x > at.x + 1) {
        text_at(context, {beside.x, at.y + height - context.px(26)}, of, small);
        ImGui::Dummy({text_size(context, of, small).x, height});
        report(ItemRole::text, {}, of);
    } else {
        text(context, of, small);
    }
    gap(context, 12);
    progress(context, share, width);
}

void draw_more_time(const app::Model& model, Context& context) {
    const std::string& label = model.words[Key::aid_minute];
    flow(context, button_size(context, label).x);
    if (button(context, "aid-minute", label)) context.say(app::AidMoreTime{1});
}

void draw_controls(const app::Model& model, Context& context, const session::Countdown& countdown, float width) {
    const auto& words = model.words;
    const session::Countdown::View view = countdown.view(context.now);
    const int count = static_cast<int>(countdown.phases.size());
    if (count == 0) return;
    const session::Countdown::Phase& phase = countdown.phases[static_cast<std::size_t>(view.phase)];
    if (count > 1) {
        chip(context, words(Key::aid_phase, {{"number", view.phase + 1}, {"count", count}}));
        gap(context, 8);
        text(context, phase.name, {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.25f});
        gap(context, 4);
    }
    draw_clock(context, clock_text(view.left), words(Key::aid_left_of, {{"length", clock_text(phase.length)}}),
               view.share, width, view.finished || !countdown.clock.running());
    gap(context, between);
    if (view.finished) {
        text(context, words[Key::aid_time_is_up], {.wrap = width});
        gap(context, between);
    } else if (view.phase + 1 < count) {
        text(context,
             words(Key::wall_next_phase, {{"name", countdown.phases[static_cast<std::size_t>(view.phase) + 1].name}}),
             {.size = 14, .colour = context.palette.muted, .wrap = width});
        gap(context, between);
    }
    if (!view.finished) {
        draw_clock_toggle(model, context, countdown.clock.running(), countdown.clock.elapsed(context.now).count() > 0,
                          true);
        const bool last = view.phase + 1 == count;
        const std::string& label = words[last ? Key::aid_end_now : Key::aid_next_phase];
        const ButtonOptions options{.key = "J"};
        flow(context, button_size(context, label, options).x);
        if (button(context, "aid-forward", label, options)) context.say(app::AidForward{});
        draw_more_time(model, context);
    } else if (button(context, "aid-minute", words[Key::aid_minute])) {
        context.say(app::AidMoreTime{1});
    }
}

void draw_controls(const app::Model& model, Context& context, const session::TalkingRound& round, float width) {
    const auto& words = model.words;
    const bool done = round.seat >= round.seats;
    const float share = round.share(context.now);
    text(context,
         done ? words[Key::aid_round_done] : words(Key::aid_seat, {{"number", round.seat + 1}, {"count", round.seats}}),
         {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.25f});
    if (!done) {
        gap(context, 4);
        draw_clock(context, clock_text(round.left(context.now)),
                   words(Key::aid_left_of, {{"length", clock_text(round.each)}}), share, width, !round.clock.running());
        if (share >= 1) {
            gap(context, 12);
            text(context, words[Key::aid_seat_time_up], {.wrap = width});
        }
    }
    gap(context, between);
    const ButtonOptions forward{.kind = ButtonKind::primary, .key = "J", .disabled = done};
    if (button(context, "aid-forward", words[Key::aid_next_seat], forward)) context.say(app::AidForward{});
    const ButtonOptions backward{.disabled = round.seat == 0};
    flow(context, button_size(context, words[Key::aid_previous_seat], backward).x);
    if (button(context, "aid-backward", words[Key::aid_previous_seat], backward)) context.say(app::AidBackward{});
    if (done) return;
    const std::string& toggle_label = words[round.clock.running()                          ? Key::aid_pause
                                            : round.clock.elapsed(context.now).count() > 0 ? Key::aid_go_on
                                                                                           : Key::aid_start];
    flow(context, button_size(context, toggle_label, {.key = "K"}).x);
    draw_clock_toggle(model, context, round.clock.running(), round.clock.elapsed(context.now).count() > 0, false);
    if (share < 1) draw_more_time(model, context);
}

void draw_hands(const app::Model& model, Context& context, const session::Scale& scale, int value, float width) {
    const auto& words = model.words;
    const std::string number = std::to_string(value);
    const int hands = scale.hands[static_cast<std::size_t>(value)];
    ImGui::BeginGroup();
    const bool marked = scale.marker == value;
    if (button(context, ("aid-number-" + number).c_str(), number,
               {.kind = ButtonKind::plain, .small = true, .on = marked, .width = width}))
        context.say(app::AidMarker{marked ? -1 : value});
    const TextStyle style{.size = text_title,
                          .face = book::Face::bold,
                          .colour = hands > 0 ? context.palette.ink : context.palette.edge,
                          .line = 1.3f};
    const std::string count = std::to_string(hands);
    const ImVec2 size = text_size(context, count, style);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text_at(context, {at.x + std::round((width - size.x) / 2), at.y}, count, style);
    ImGui::Dummy({width, size.y});
    report(ItemRole::text, "aid-count-" + number, count);
    if (button(context, ("aid-more-" + number).c_str(), "+", {.small = width < context.px(54), .width = width}))
        context.say(app::AidHand{value, 1});
    if (ImGui::IsItemHovered()) tooltip(context, words(Key::aid_hand_more, {{"number", value}}));
    gap(context, 6);
    if (button(context, ("aid-less-" + number).c_str(), "−", {.small = true, .disabled = hands == 0, .width = width}))
        context.say(app::AidHand{value, -1});
    if (ImGui::IsItemHovered()) tooltip(context, words(Key::aid_hand_less, {{"number", value}}));
    gap(context, 8);
    ImGui::EndGroup();
}

void draw_controls(const app::Model& model, Context& context, const session::Scale& scale, float width) {
    const auto& words = model.words;
    if (!scale.question.empty() && scale.question != model.aid->title) {
        text(context, scale.question, {.face = book::Face::semibold, .wrap = width});
        gap(context, 4);
    }
    text(context, words[Key::aid_hands_hint], {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, between);
    // All eleven in one row where there is room for a thumb on each; else rows of them.
    constexpr float air = 4;
    const float cell =
        std::clamp(std::floor((width - 10 * std::ceil(context.px(air))) / 11), context.px(46), context.px(64));
    for (int value = 0; value <= 10; ++value) {
        if (value > 0) flow(context, cell, air);
        draw_hands(model, context, scale, value, cell);
    }
    gap(context, between);
    if (toggle(context, "aid-counts", words[Key::aid_counts_shown], scale.counts_shown))
        context.say(app::AidShowCounts{!scale.counts_shown});
    const std::string total = words(Key::aid_hands_total, {{"count", scale.total()}});
    const TextStyle style{.colour = context.palette.muted, .line = 2.5f};
    flow(context, text_size(context, total, style).x, 24);
    text(context, total, style);
    draw_keep_counts(model, context, scale, width);
}

void draw_controls(const app::Model& model, Context& context, const session::Breathing& breathing, float width) {
    const auto& words = model.words;
    const session::Breathing::View view = breathing.view(context.now);
    const bool running = breathing.clock.running();
    text(context,
         words[!running      ? Key::aid_breath_rests
               : view.inhale ? Key::aid_breath_in
                             : Key::aid_breath_out],
         {.size = text_title,
          .face = book::Face::semibold,
          .colour = running ? context.palette.primary : context.palette.muted,
          .line = 1.25f});
    gap(context, 4);
    const std::string facts = words(Key::aid_breath_pace, {{"in", static_cast<int>(breathing.in.count() / 1000)},
                                                           {"out", static_cast<int>(breathing.out.count() / 1000)}}) +
                              " · " + words(Key::aid_breaths, {{"count", view.breaths}});
    text(context, facts, {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, between);
    draw_clock_toggle(model, context, running, breathing.clock.elapsed(context.now).count() > 0, true);
}

}  // namespace

void draw_clock_toggle(const app::Model& model, Context& context, bool running, bool begun, bool main) {
    const std::string& label = model.words[running ? Key::aid_pause : begun ? Key::aid_go_on : Key::aid_start];
    const ButtonKind kind = main && !running ? ButtonKind::primary : ButtonKind::quiet;
    if (button(context, "aid-toggle", label, {.kind = kind, .key = "K"})) context.say(app::ToggleAid{});
}

void draw_forward(Context& context, std::string_view label, bool disabled) {
    if (button(context, "aid-forward", label, {.kind = ButtonKind::primary, .key = "J", .disabled = disabled}))
        context.say(app::AidForward{});
}

void draw_aid_history(const app::Model& model, Context& context, bool back) {
    const auto& words = model.words;
    gap(context, aid_air);
    const ButtonOptions small{.kind = ButtonKind::plain, .small = true};
    bool first = true;
    const auto offer = [&](const char* id, const std::string& label, const app::Action& action, bool possible) {
        ButtonOptions options = small;
        options.disabled = !possible;
        if (!first) flow(context, button_size(context, label, options).x, 4);
        first = false;
        if (button(context, id, label, options)) context.say(action);
    };
    if (back) offer("aid-backward", words[Key::aid_step_back], app::AidBackward{}, true);
    const bool changed = model.aid && !model.aid->past.empty();
    offer("aid-undo", words[Key::aid_undo], app::AidUndo{}, changed);
    offer("aid-reset", words[Key::aid_reset], app::AidReset{}, true);
}

bool wants_width(const session::Aid& aid) {
    return !session::has_clock(aid);
}

void draw_aid_panel(const app::Model& model, Context& context, float width) {
    if (!model.aid) return;
    const app::OpenAid& open = *model.aid;
    // What was typed for one aid and not sent is nothing that another one should offer.
    int& drawn = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("aid-drawn"), 0);
    const int this_one = static_cast<int>(ImHashStr(open.title.c_str(), 0, ImHashStr(open.spec.type.c_str())));
    if (drawn != this_one) {
        drawn = this_one;
        context.state->aid_text.clear();
        context.state->aid_item = 0;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    card(context, "aid-panel", width, [&](float inner) {
        const auto& words = model.words;
        const ButtonOptions close{.key = "Esc", .small = true};
        const float close_width = open.from_toolbox ? button_size(context, words[Key::aid_close], close).x : 0;
        const bool beside = inner - close_width >= context.px(200);
        const TextStyle heading{.size = text_large,
                                .face = book::Face::bold,
                                .wrap = inner - (beside && close_width > 0 ? close_width + context.px(16) : 0),
                                .line = 1.3f};
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text(context, open.title, heading);
        if (open.from_toolbox) {
            const ImVec2 below = ImGui::GetCursorScreenPos();
            if (beside)
                ImGui::SetCursorScreenPos({at.x + inner - close_width, at.y - context.px(4)});
            else
                gap(context, 8);
            if (button(context, "aid-close", words[Key::aid_close], close)) context.say(app::CloseAid{});
            if (beside) ImGui::SetCursorScreenPos({at.x, std::max(below.y, at.y + context.px(32))});
            gap(context, 4);
            text(context, words[Key::aid_close_hint], {.size = 14, .colour = context.palette.muted, .wrap = inner});
        }
        gap(context, between);
        std::visit([&](const auto& aid) { draw_controls(model, context, aid, inner); }, open.aid);
    });
    ImGui::PopStyleVar();
}

}  // namespace ui
