// What is counted when a meeting is over: hands on a question, and the minutes of each step.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/views/courses_parts.h"
#include "ui/views/meeting_closing.h"

namespace ui {
namespace {

using words::Key;

/// "0: 1, 4: 3": what the columns show, for those who do not see them.
std::string in_words(const course::HandCount& counts) {
    std::string words;
    for (std::size_t value = 0; value < counts.hands.size(); ++value) {
        if (counts.hands[value] == 0) continue;
        if (!words.empty()) words += ", ";
        words += std::to_string(value) + ": " + std::to_string(counts.hands[value]);
    }
    return words;
}

/// The rows in which hands are counted; what is pressed is kept at once.
void count_hands(const app::Model& model, Context& context, course::HandCount counts, float width) {
    ImGui::PushID("closing-hands");
    if (draw_hand_row(model, context, counts.hands, width)) context.say(app::KeepCounts{counts});
    ImGui::PopID();
    gap(context, 8);
}

void centred(Context& context, float x, float y, const std::string& words, const TextStyle& style) {
    text_at(context, {std::round(x - text_size(context, words, style).x / 2), y}, words, style);
}

}  // namespace

void draw_hand_histogram(const app::Model& model, Context& context, const course::HandCount& counts, float width) {
    const Palette& p = context.palette;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float pitch = std::floor(std::min(width / 11, context.px(48)));
    const TextStyle count{.size = 14, .face = book::Face::semibold, .colour = p.ink, .line = 1.2f};
    const TextStyle number{.size = text_small, .colour = p.muted, .line = 1.2f};
    const float line_height = text_size(context, "0", count).y;
    const float tall = std::round(context.px(56));
    const float ground = at.y + line_height + tall;
    const int most = std::max(1, *std::ranges::max_element(counts.hands));
    for (std::size_t value = 0; value < counts.hands.size(); ++value) {
        const float x = at.x + pitch * (static_cast<float>(value) + 0.5f);
        const int hands = counts.hands[value];
        if (hands > 0) {
            const float height = std::max(context.px(3), tall * static_cast<float>(hands) / static_cast<float>(most));
            const float half = std::round(pitch * 0.36f);
            list.AddRectFilled({x - half, ground - height}, {x + half, ground}, p.primary, context.px(3),
                               ImDrawFlags_RoundCornersTop);
            centred(context, x, ground - height - line_height, std::to_string(hands), count);
        }
        centred(context, x, ground + context.px(5), std::to_string(value), number);
    }
    list.AddRectFilled({at.x, ground}, {at.x + 11 * pitch, ground + std::max(1.0f, std::round(context.scale))}, p.edge);
    ImGui::Dummy({11 * pitch, line_height + tall + context.px(5) + text_size(context, "0", number).y});
    report(ItemRole::text, {}, in_words(counts));
    gap(context, 6);
    text(context,
         model.words(Key::closing_temperature_kept,
                     {{"median", course::median(counts.hands)}, {"n", course::total(counts.hands)}}),
         {.size = 15, .wrap = width});
}

namespace {

/// One question that was kept: its columns, or the rows in which they are changed.
void kept_count(const app::Model& model, Context& context, const course::HandCount& counts, int index, float width) {
    ClosingState& state = closing_state(context);
    const bool counting = state.counting == counts.question;
    if (counts.question != model.words[Key::closing_temperature]) {
        text(context, counts.question, {.size = 15, .wrap = width});
        gap(context, 8);
    }
    if (counting)
        count_hands(model, context, counts, width);
    else
        draw_hand_histogram(model, context, counts, width);
    gap(context, 10);
    const std::string id = "closing-count-" + std::to_string(index);
    const std::string& label = model.words[counting ? Key::feedback_hands_hide : Key::before_edit];
    if (button(context, id.c_str(), label, {.small = true}))
        state.counting = counting ? std::string{} : counts.question;
}

}  // namespace

void draw_closing_temperature(const app::Model& model, Context& context, float width) {
    ClosingState& state = closing_state(context);
    const int meeting = model.run->plan.meeting;
    const std::string& own = model.words[Key::closing_temperature];
    const auto here = [&](const course::HandCount& counts) {
        return counts.meeting == meeting && counts.items.empty();
    };
    const bool some = std::ranges::any_of(model.records.counts, here);
    card(
        context, "closing-temperature", width,
        [&](float inner) {
            closing_heading(context, own, some, inner);
            const bool counting_now = !some && state.counting == own;
            if (!some && !counting_now) {
                text(context, model.words[Key::closing_temperature_none],
                     {.size = 15, .colour = context.palette.muted, .wrap = inner});
                gap(context, 12);
                if (button(context, "closing-count", model.words[Key::closing_temperature_add],
                           {.kind = ButtonKind::ghost, .small = true}))
                    state.counting = own;
                return;
            }
            // The first hand changes nothing of where the rows stand, nor the last that is taken away.
            int index = 0;
            const auto draw = [&](const course::HandCount& counts) {
                if (index > 0) gap(context, 16);
                ImGui::PushID(index);
                kept_count(model, context, counts, index++, inner);
                ImGui::PopID();
            };
            if (counting_now) draw({meeting, own, {}});
            for (const course::HandCount& counts : model.records.counts)
                if (here(counts)) draw(counts);
        },
        0, 20);
    gap(context, 12);
}

void draw_closing_times(const app::Model& model, Context& context, float width) {
    const app::Run& run = *model.run;
    // Planned and used, as numbers and as bars on one scale.
    long longest = 1;
    for (std::size_t i = 0; i < run.plan.steps.size(); ++i)
        longest = std::max({longest, static_cast<long>(run.plan.steps[i].minutes) * 60000,
                            i < run.state.used.size() ? static_cast<long>(run.state.used[i].count()) : 0});
    const float bar_width = std::max(context.px(60), width * 0.26f);
    const float number_width = context.px(84);
    const float name_width = width - bar_width - 2 * number_width;
    const TextStyle head{.size = text_small, .face = book::Face::semibold, .colour = context.palette.muted};
    ImVec2 at = ImGui::GetCursorScreenPos();
    const auto right_text = [&](float right, const std::string& words, const TextStyle& style) {
        const ImVec2 size = text_size(context, words, style);
        const ImVec2 place{right - size.x, ImGui::GetCursorScreenPos().y};
        text_at(context, place, words, style);
        report_text(words, place, {right, place.y + size.y});
    };
    right_text(at.x + name_width + number_width, model.words[Key::meeting_planned], head);
    right_text(at.x + name_width + 2 * number_width, model.words[Key::meeting_used], head);
    ImGui::Dummy({width, context.px(24)});
    for (std::size_t i = 0; i < run.plan.steps.size(); ++i) {
        at = ImGui::GetCursorScreenPos();
        const session::Step& step = run.plan.steps[i];
        const long spent = i < run.state.used.size() ? static_cast<long>(run.state.used[i].count()) : 0;
        const TextStyle style{
            .size = 15, .colour = spent == 0 ? context.palette.muted : context.palette.ink, .line = 1.4f};
        text_at(context, at, fitted(context, step.title, style, name_width - context.px(8)), style);
        report_text(step.title, at, {at.x + name_width, at.y + context.px(28)});
        right_text(at.x + name_width + number_width, std::to_string(step.minutes), style);
        right_text(at.x + name_width + 2 * number_width, spent == 0 ? "–" : std::to_string((spent + 30000) / 60000),
                   style);
        const float x = at.x + name_width + 2 * number_width + context.px(16);
        const float room = bar_width - context.px(16);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const auto length = [&](long ms) { return room * static_cast<float>(ms) / static_cast<float>(longest); };
        list.AddRectFilled({x, at.y + context.px(4)},
                           {x + length(static_cast<long>(step.minutes) * 60000), at.y + context.px(10)},
                           context.palette.line, context.px(3));
        if (spent > 0)
            list.AddRectFilled(
                {x, at.y + context.px(12)}, {x + std::max(context.px(2), length(spent)), at.y + context.px(18)},
                spent > static_cast<long>(step.minutes) * 60000 ? context.palette.amber : context.palette.primary,
                context.px(3));
        ImGui::Dummy({width, context.px(28)});
    }
}

}  // namespace ui
