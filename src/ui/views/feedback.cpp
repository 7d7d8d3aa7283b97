#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using words::Key;

/// The meeting that feedback is most likely wanted for: the latest one held by today, else the first.
int latest_meeting(const course::Course& course, base::Date today) {
    int latest = 1;
    for (int i = 0; i < static_cast<int>(course.dates.size()); ++i)
        if (course.dates[static_cast<std::size_t>(i)] <= today) latest = i + 1;
    return latest;
}

int chosen_meeting(const app::Model& model, const Context& context, const course::Course& course) {
    const int chosen = context.state->courses.feedback_meeting;
    const int meetings = std::max(1, static_cast<int>(course.dates.size()));
    return chosen >= 1 && chosen <= meetings ? chosen : latest_meeting(course, today(model, context));
}

void meeting_row(const app::Model& model, Context& context, const course::Course& course, int chosen) {
    text(context, model.words[Key::feedback_which], {.size = 14, .face = book::Face::semibold});
    gap(context, 8);
    std::vector<std::string> labels;
    for (int meeting = 1; meeting <= static_cast<int>(course.dates.size()); ++meeting)
        labels.push_back(std::to_string(meeting) + " · " +
                         model.words.short_day(course.dates[static_cast<std::size_t>(meeting - 1)]));
    const int pressed = choice(context, "feedback-meeting", labels, chosen - 1);
    if (pressed < 0) return;
    context.state->courses.feedback_meeting = pressed + 1;
    context.state->courses.counting = false;
}

void title_line(const app::Model& model, Context& context, int meeting, Key state) {
    const Palette& p = context.palette;
    std::string title = model.words(Key::course_meeting, {{"n", meeting}});
    const std::string_view name = meeting_title(model, meeting);
    if (!name.empty()) title += ": " + std::string(name);
    text(context, title, {.colour = p.muted});
    gap(context, 4);
    text(context, model.words[state], {.size = text_title, .face = book::Face::bold, .line = 1.25f});
}

void not_opened(const app::Model& model, Context& context, int meeting, float width) {
    card(
        context, "feedback-how", std::min(width, context.px(760)),
        [&](float inner) {
            title_line(model, context, meeting, Key::feedback_how_title);
            gap(context, 16);
            for (const Key line : {Key::feedback_how_one, Key::feedback_how_two, Key::feedback_how_three}) {
                const ImVec2 at = ImGui::GetCursorScreenPos();
                const float side = context.px(20);
                icon(context, *ImGui::GetWindowDrawList(), Icon::check, {at.x, at.y + context.px(3)}, side,
                     context.palette.primary);
                column({at.x + context.px(32), at.y}, inner - context.px(32),
                       [&](float room) { text(context, model.words[line], {.wrap = room, .line = 1.6f}); });
                ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
                gap(context, 8);
            }
            gap(context, 16);
            if (button(context, "feedback-open", model.words[Key::feedback_open], {.kind = ButtonKind::primary}))
                context.say(app::OpenRound{meeting});
        },
        0, 32);
}

/// One way to answer, as a card with a heading, a line and a button. Returns whether it was pressed.
/// `line_height` is that of the longest line in the row of cards, so that their buttons stand on one line.
bool way(const app::Model& model, Context& context, const char* id, float width, float line_height, Key head, Key line,
         Key label, ButtonOptions options) {
    bool pressed = false;
    const std::string card_id = std::string(id) + "-card";
    card(context, card_id.c_str(), width, [&](float inner) {
        text(context, model.words[head], {.size = text_large, .face = book::Face::semibold, .line = 1.3f});
        gap(context, 8);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text(context, model.words[line], {.colour = context.palette.muted, .wrap = inner});
        ImGui::SetCursorScreenPos({at.x, std::max(at.y + line_height, ImGui::GetCursorScreenPos().y)});
        gap(context, 20);
        options.width = std::min(inner, button_size(context, model.words[label], options).x);
        pressed = button(context, id, model.words[label], options);
    });
    return pressed;
}

void close_dialog(const app::Model& model, Context& context, int meeting) {
    CoursesState& state = context.state->courses;
    if (!state.asks_close) return;
    const words::Catalogue& w = model.words;
    const bool keep = dialog(context, "feedback-close-dialog", w[Key::feedback_close_title], 520, [&] {
        text(context, w[Key::feedback_close_ask], {.wrap = ImGui::GetContentRegionAvail().x, .line = 1.5f});
        gap(context, 24);
        const ButtonOptions primary{.kind = ButtonKind::primary};
        if (button(context, "feedback-close-confirm", w[Key::feedback_close_confirm], primary)) {
            context.say(app::CloseRound{meeting});
            state.asks_close = false;
            state.counting = false;
        }
        flow(context, button_size(context, w[Key::feedback_close_keep]).x);
        if (button(context, "feedback-close-keep", w[Key::feedback_close_keep])) state.asks_close = false;
        if (!state.asks_close) ImGui::CloseCurrentPopup();
    });
    if (!keep) state.asks_close = false;
}

void open_round(const app::Model& model, Context& context, const course::FeedbackRound& round,
                const book::Document& form, float width) {
    CoursesState& state = context.state->courses;
    title_line(model, context, round.meeting, Key::feedback_is_open);
    gap(context, 4);
    text(context, model.words[Key::feedback_open_text], {.colour = context.palette.muted, .wrap = width});
    gap(context, 20);

    const float between = std::round(context.px(24));
    const int columns = width > context.px(900) ? 3 : 1;
    const float cell = columns == 3 ? std::floor((width - 2 * between) / 3) : width;
    const float inner = cell - 2 * std::round(context.px(24));
    float lines = 0;
    for (const Key line : {Key::feedback_kiosk_text, Key::feedback_hands_text, Key::feedback_close_text})
        lines = std::max(lines, text_size(context, model.words[line], {.wrap = inner}).y);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float bottom = at.y;
    struct Way {
        const char* id;
        Key head, line, label;
        ButtonOptions options;
    };
    const Way ways[] = {{"feedback-kiosk",
                         Key::feedback_kiosk_head,
                         Key::feedback_kiosk_text,
                         Key::feedback_kiosk,
                         {.kind = ButtonKind::primary}},
                        {"feedback-hands",
                         Key::feedback_hands_head,
                         Key::feedback_hands_text,
                         state.counting ? Key::feedback_hands_hide : Key::feedback_hands,
                         {.kind = ButtonKind::ghost, .on = state.counting}},
                        {"feedback-close",
                         Key::feedback_close_head,
                         Key::feedback_close_text,
                         Key::feedback_close,
                         {.kind = ButtonKind::quiet}}};
    for (int i = 0; i < 3; ++i) {
        const Way& w = ways[i];
        const float left = columns == 3 ? at.x + (cell + between) * static_cast<float>(i) : at.x;
        ImGui::SetCursorScreenPos({left, columns == 3 || i == 0 ? at.y : bottom + between});
        const bool pressed =
            way(model, context, w.id, cell, columns == 3 ? lines : 0, w.head, w.line, w.label, w.options);
        bottom = std::max(bottom, ImGui::GetItemRectMax().y);
        if (!pressed) continue;
        if (i == 0) context.say(app::EnterKiosk{round.meeting});
        if (i == 1) state.counting = !state.counting;
        if (i == 2) state.asks_close = true;
    }
    ImGui::SetCursorScreenPos({at.x, bottom});
    gap(context, 24);
    if (state.counting)
        draw_hand_counts(model, context, round, form, width);
    else if (!only_hands(model, state, round)) {
        const ImVec2 here = ImGui::GetCursorScreenPos();
        const float side = context.px(20);
        icon(context, *ImGui::GetWindowDrawList(), Icon::check, {here.x, here.y + context.px(2)}, side,
             context.palette.good);
        ImGui::SetCursorScreenPos({here.x + side + context.px(8), here.y});
        text(context, model.words[Key::feedback_answers_in],
             {.face = book::Face::semibold, .colour = context.palette.good});
    }
    close_dialog(model, context, round.meeting);
}

void third(const app::Model& model, Context& context, Key name, std::string_view span, int count, int most,
           float width) {
    const Palette& p = context.palette;
    const float names = std::round(context.px(132));
    const float counts = std::round(context.px(36));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = std::round(context.px(30));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const TextStyle label{.size = 14, .line = 1.3f};
    const float text_top = at.y + std::round((height - context.px(18)) / 2);
    const ImVec2 box = text_at(context, {at.x, text_top}, model.words[name], label);
    text_at(context, {at.x + box.x + context.px(8), text_top}, span, {.size = 14, .colour = p.muted, .line = 1.3f});
    const float bar = std::max(context.px(40), width - names - counts);
    const float thick = std::round(context.px(12));
    const ImVec2 from{at.x + names, at.y + std::round((height - thick) / 2)};
    list.AddRectFilled(from, {from.x + bar, from.y + thick}, faded(p.line, 0.6f), thick / 2);
    if (count > 0) {
        const float share = static_cast<float>(count) / static_cast<float>(std::max(1, most));
        list.AddRectFilled(from, {from.x + std::max(thick, std::round(bar * share)), from.y + thick}, p.primary,
                           thick / 2);
    }
    text_at(context, {from.x + bar + context.px(12), text_top}, std::to_string(count),
            {.size = 14, .face = book::Face::semibold, .line = 1.3f});
    ImGui::Dummy({width, height});
}

void question_result(const app::Model& model, Context& context, const book::Question& question,
                     const course::Result& result, float inner) {
    const Palette& p = context.palette;
    const words::Catalogue& w = model.words;
    text(context, question.text, {.size = 18, .face = book::Face::semibold, .wrap = inner, .line = 1.35f});
    gap(context, 12);
    const auto told = [&](Key title, Key why) {
        text(context, w[title], {.face = book::Face::semibold, .colour = p.on_primary_soft});
        gap(context, 4);
        text(context, w[why], {.size = 14, .colour = p.muted, .wrap = inner, .line = 1.5f});
    };
    switch (result.disclosure) {
        case course::Disclosure::sealed: return;
        case course::Disclosure::too_few: told(Key::feedback_too_few, Key::feedback_too_few_text); return;
        case course::Disclosure::all_alike: told(Key::feedback_all_alike, Key::feedback_all_alike_text); return;
        case course::Disclosure::shown: break;
    }
    const int all = result.low + result.middle + result.high;
    third(model, context, Key::feedback_third_low, "0–3", result.low, all, inner);
    third(model, context, Key::feedback_third_middle, "4–7", result.middle, all, inner);
    third(model, context, Key::feedback_third_high, "8–10", result.high, all, inner);
    gap(context, 8);
    text(context,
         w(Key::feedback_text,
           {{"low", result.low}, {"middle", result.middle}, {"high", result.high}, {"median", result.median}}),
         {.size = 14, .wrap = inner});
    gap(context, 4);
    text(context,
         joined({w(Key::feedback_answers, {{"n", result.ten_or_more ? "10+" : "5–9"}}), "0: " + question.low,
                 "10: " + question.high}),
         {.size = text_small, .colour = p.muted, .wrap = inner});
}

void closed_round(const app::Model& model, Context& context, const course::FeedbackRound& round,
                  const book::Document& form, float width) {
    title_line(model, context, round.meeting, Key::feedback_is_closed);
    ImGui::SameLine(0, context.px(16));
    const ImVec2 here = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({here.x, here.y + std::round(context.px(5))});
    chip(context, model.words[Key::feedback_unnamed]);
    gap(context, 20);
    const float wide = std::min(width, context.px(760));
    bool nothing_seen = true;
    for (const book::Question& question : form.questions) {
        course::Histogram counts{};
        for (const course::QuestionCounts& stored : round.questions)
            if (stored.question == question.id) counts = stored.counts;
        const course::Result result = course::result(counts, round.phase);
        nothing_seen = nothing_seen && result.disclosure == course::Disclosure::too_few;
        card(context, question.id.c_str(), wide,
             [&](float inner) { question_result(model, context, question, result, inner); });
        gap(context, 16);
    }
    // Nothing was seen, so one more answer would not show as a difference.
    if (nothing_seen && button(context, "feedback-open", model.words[Key::feedback_open]))
        context.say(app::OpenRound{round.meeting});
}

}  // namespace

const book::Document* feedback_form(const app::Model& model) {
    if (!model.handbook) return nullptr;
    const book::Document* form = model.handbook->document(model.handbook->programme.form_after_meeting);
    return form != nullptr && !form->questions.empty() ? form : nullptr;
}

const course::FeedbackRound* round_of(const app::Model& model, int meeting) {
    for (const course::FeedbackRound& round : model.records.feedback)
        if (round.meeting == meeting) return &round;
    return nullptr;
}

std::string hands_key(std::int64_t course, int meeting, std::string_view question) {
    return std::to_string(course) + "/" + std::to_string(meeting) + "/" + std::string(question);
}

bool only_hands(const app::Model& model, const CoursesState& state, const course::FeedbackRound& round) {
    return std::all_of(round.questions.begin(), round.questions.end(), [&](const course::QuestionCounts& stored) {
        const auto typed = state.hands.find(hands_key(model.course, round.meeting, stored.question));
        return stored.counts == (typed == state.hands.end() ? course::Histogram{} : typed->second);
    });
}

void draw_feedback(const app::Model& model, Context& context, const course::Course& course, float width) {
    const book::Document* form = feedback_form(model);
    if (form == nullptr) {
        callout(context, "feedback-no-form", std::min(width, context.px(720)), true, [&](float inner) {
            text(context, model.words[Key::feedback_no_form],
                 {.colour = context.palette.on_amber_soft, .wrap = inner, .line = 1.5f});
        });
        return;
    }
    if (model.records_missing) {
        text(context, model.words[Key::course_loading], {.colour = context.palette.muted});
        return;
    }
    const int meeting = chosen_meeting(model, context, course);
    meeting_row(model, context, course, meeting);
    gap(context, 28);
    const course::FeedbackRound* round = round_of(model, meeting);
    const course::RoundPhase phase = round == nullptr ? course::RoundPhase::not_opened : round->phase;
    switch (phase) {
        case course::RoundPhase::not_opened: not_opened(model, context, meeting, width); break;
        case course::RoundPhase::open: open_round(model, context, *round, *form, width); break;
        case course::RoundPhase::closed: closed_round(model, context, *round, *form, width); break;
    }
}

}  // namespace ui
