#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/courses_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr int most_hands = 99;

const course::Histogram& typed_counts(const CoursesState& state, const std::string& key) {
    static const course::Histogram none{};
    const auto found = state.hands.find(key);
    return found == state.hands.end() ? none : found->second;
}

/// A square with + or −, as wide as its column.
bool step(Context& context, const char* id, Icon which, const std::string& label, ImVec2 at, ImVec2 size,
          bool disabled) {
    const Palette& p = context.palette;
    ImGui::SetCursorScreenPos(at);
    if (disabled) ImGui::BeginDisabled();
    const bool pressed = ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
    const bool hovered = ImGui::IsItemHovered();
    if (disabled) ImGui::EndDisabled();
    report(ItemRole::button, id, label, disabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    if (hovered && !disabled) list.AddRectFilled(at, end, p.primary_soft, context.px(8));
    if (!disabled) list.AddRect(at, end, p.edge, context.px(8), 0, std::max(1.0f, context.scale));
    const float side = std::min(context.px(20), size.x * 0.6f);
    icon(context, list, which, {std::round(at.x + (size.x - side) / 2), std::round(at.y + (size.y - side) / 2)}, side,
         disabled ? faded(p.muted, 0.5f) : p.ink);
    focus_ring(context, 8);
    return pressed && !disabled;
}

/// One number of the row: the number itself, +, how many hands, −.
int number_column(const app::Model& model, Context& context, int value, int count, ImVec2 at, float width) {
    const Palette& p = context.palette;
    const auto centred = [&](std::string_view shown, float top, float size, ImU32 colour) {
        const TextStyle style{.size = size, .face = book::Face::semibold, .colour = colour, .line = 1.2f};
        const ImVec2 box = text_size(context, shown, style);
        text_at(context, {at.x + std::round((width - box.x) / 2), top}, shown, style);
    };
    const float side = std::round(context.px(40));
    const float box = std::min(width - context.px(4), context.px(56));
    const float left = at.x + std::round((width - box) / 2);
    const std::string number = std::to_string(value);
    const std::string counted = std::to_string(count);
    char more[24], fewer[24];
    std::snprintf(more, sizeof more, "more-%d", value);
    std::snprintf(fewer, sizeof fewer, "fewer-%d", value);
    centred(number, at.y, text_body, p.muted);
    float top = at.y + context.px(28);
    int change = 0;
    if (step(context, more, Icon::plus, model.words(Key::feedback_hand_more, {{"n", value}}), {left, top}, {box, side},
             count >= most_hands))
        change = 1;
    top += side;
    centred(counted, top + context.px(6), text_large, count > 0 ? p.primary : p.muted);
    top += context.px(36);
    if (step(context, fewer, Icon::minus, model.words(Key::feedback_hand_fewer, {{"n", value}}), {left, top},
             {box, side}, count <= 0))
        change = -1;
    return change;
}

float hand_column(const Context& context, float width) {
    return std::floor(std::min(width / 11, context.px(104)));
}

void question_row(const app::Model& model, Context& context, int meeting, const book::Question& question, int number,
                  float inner) {
    CoursesState& state = context.state->courses;
    const Palette& p = context.palette;
    const words::Catalogue& w = model.words;
    const std::string key = hands_key(model.course, meeting, question.id);
    const course::Histogram counts = typed_counts(state, key);

    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ButtonOptions show{.kind = ButtonKind::quiet, .small = true};
    const float show_width = button_size(context, w[Key::feedback_show_question], show).x;
    const bool beside = inner > show_width + context.px(360);
    text(context, question.text,
         {.size = 18,
          .face = book::Face::semibold,
          .wrap = beside ? inner - show_width - context.px(24) : inner,
          .line = 1.35f});
    const float below = ImGui::GetCursorScreenPos().y;
    if (beside)
        ImGui::SetCursorScreenPos({start.x + inner - show_width, start.y - context.px(4)});
    else
        gap(context, 8);
    if (button(context, "show", w[Key::feedback_show_question], show)) context.say(app::ShowQuestion{meeting, number});
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    gap(context, 16);

    if (course::Histogram changed = counts; draw_hand_row(model, context, changed, inner)) {
        state.hands[key] = changed;
        context.say(app::CountHands{meeting, question.id, changed});
    }
    gap(context, 8);
    const ImVec2 ends = ImGui::GetCursorScreenPos();
    const float row = hand_column(context, inner) * 11;
    const TextStyle muted{.size = text_small, .colour = p.muted};
    const ImVec2 high = text_size(context, question.high, muted);
    text_at(context, ends, question.low, muted);
    text_at(context, {ends.x + row - high.x, ends.y}, question.high, muted);
    const int hands = course::total(counts);
    const std::string told = hands == 0   ? w[Key::feedback_hands_none]
                             : hands == 1 ? w[Key::feedback_hands_one]
                                          : w(Key::feedback_hands_many, {{"n", hands}});
    gap(context, 22);
    text(context, told, {.size = 14, .face = book::Face::semibold, .colour = hands == 0 ? p.muted : p.ink});
}

}  // namespace

bool draw_hand_row(const app::Model& model, Context& context, course::Histogram& counts, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float column = hand_column(context, width);
    bool changed = false;
    for (int value = 0; value <= 10; ++value) {
        int& count = counts[static_cast<std::size_t>(value)];
        const int change =
            number_column(model, context, value, count, {at.x + column * static_cast<float>(value), at.y}, column);
        count += change;
        changed |= change != 0;
    }
    ImGui::SetCursorScreenPos({at.x, at.y + context.px(28 + 40 + 36 + 40)});
    ImGui::Dummy({0, 0});
    return changed;
}

void draw_hand_counts(const app::Model& model, Context& context, const course::FeedbackRound& round,
                      const book::Document& form, float width) {
    if (!only_hands(model, context.state->courses, round)) {
        callout(context, "feedback-answers-in", std::min(width, context.px(720)), false, [&](float inner) {
            text(context, model.words[Key::feedback_answers_in],
                 {.face = book::Face::semibold, .colour = context.palette.on_primary_soft});
            gap(context, 4);
            text(context, model.words[Key::feedback_answers_in_text], {.size = 14, .wrap = inner, .line = 1.5f});
        });
        return;
    }
    int number = 0;
    for (const book::Question& question : form.questions) {
        const int index = number++;
        card(context, question.id.c_str(), width,
             [&](float inner) { question_row(model, context, round.meeting, question, index, inner); });
        gap(context, 16);
    }
}

}  // namespace ui
