// Hands that were kept at each item of a list: the items by name with their counts, and the rows in which these are put
// right.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/views/meeting_closing.h"

namespace ui {
namespace {

using words::Key;

constexpr float number_width = 44;
constexpr float press_width = 48;

/// The count beside the name of its item.
void item_row(Context& context, const course::HandCount::Item& item, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle count{
        .size = 17, .face = book::Face::bold, .colour = item.hands > 0 ? context.palette.ink : context.palette.muted};
    const std::string number = std::to_string(item.hands);
    text_at(context, at, number, count);
    report_text(number, at, {at.x + context.px(number_width), at.y + text_size(context, number, count).y});
    ImGui::SetCursorScreenPos({at.x + context.px(number_width), at.y});
    text(context, item.name,
         {.size = 15, .colour = count.colour, .wrap = width - context.px(number_width), .line = 1.4f});
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y + std::round(context.px(4))});
    ImGui::Dummy({0, 0});
}

/// The item with − n + below it; the change that was pressed, else 0.
int counting_row(const app::Model& model, Context& context, const course::HandCount::Item& item, int index,
                 float width) {
    text(context, item.name, {.size = 15, .wrap = width, .line = 1.4f});
    gap(context, 4);
    const auto press = [&](const char* name, const char* label, Key tip, bool disabled) {
        const std::string id = name + std::to_string(index);
        const bool pressed =
            button(context, id.c_str(), label, {.disabled = disabled, .width = context.px(press_width)});
        if (ImGui::IsItemHovered()) tooltip(context, model.words(tip, {{"number", index + 1}}));
        return pressed;
    };
    int change = press("item-fewer-", "−", Key::aid_hand_less, item.hands == 0) ? -1 : 0;
    ImGui::SameLine(0, 0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle count{.size = text_large, .face = book::Face::bold, .line = 1.3f};
    const std::string number = std::to_string(item.hands);
    const ImVec2 size = text_size(context, number, count);
    const float cell = std::round(context.px(56));
    const float below = std::round((ImGui::GetItemRectSize().y - size.y) / 2);
    text_at(context, {at.x + std::round((cell - size.x) / 2), at.y + below}, number, count);
    ImGui::Dummy({cell, size.y});
    report(ItemRole::text, "item-count-" + std::to_string(index), number);
    ImGui::SameLine(0, 0);
    if (press("item-more-", "+", Key::aid_hand_more, item.hands >= course::most_alike)) change = 1;
    gap(context, 8);
    return change;
}

void draw_list(const app::Model& model, Context& context, const course::HandCount& counts, int index, float width) {
    ClosingState& state = closing_state(context);
    const bool counting = state.counting == counts.question;
    closing_heading(context, counts.question, true, width);
    course::HandCount changed = counts;
    for (std::size_t i = 0; i < counts.items.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (counting)
            changed.items[i].hands += counting_row(model, context, counts.items[i], static_cast<int>(i), width);
        else
            item_row(context, counts.items[i], width);
        ImGui::PopID();
    }
    gap(context, 6);
    const std::string id = "closing-list-" + std::to_string(index);
    if (button(context, id.c_str(), model.words[counting ? Key::feedback_hands_hide : Key::before_edit],
               {.small = true}))
        state.counting = counting ? std::string{} : counts.question;
    if (changed != counts) context.say(app::KeepCounts{std::move(changed)});
}

}  // namespace

void draw_closing_lists(const app::Model& model, Context& context, float width) {
    const auto here = [&](const course::HandCount& counts) {
        return counts.meeting == model.run->plan.meeting && !counts.items.empty();
    };
    if (std::ranges::none_of(model.records.counts, here)) return;
    card(
        context, "closing-lists", width,
        [&](float inner) {
            int index = 0;
            for (const course::HandCount& counts : model.records.counts) {
                if (!here(counts)) continue;
                if (index > 0) gap(context, 16);
                ImGui::PushID(index);
                draw_list(model, context, counts, index++, inner);
                ImGui::PopID();
            }
        },
        0, 20);
    gap(context, 12);
}

}  // namespace ui
