#include <array>
#include <string>

#include "ui/aids/aid_controls.h"
#include "ui/kit.h"

namespace ui {
namespace {

using words::Key;

void draw_setting(const app::Model& model, Context& context, const session::GroupDivider& divider) {
    const auto& words = model.words;
    constexpr int least_people = 2, most_people = 40, most_size = 12;
    auto people = static_cast<int>(divider.seats.size());
    if (number_field(context, "aid-people", words[Key::aid_people], people, least_people, most_people))
        context.say(app::AidSet{0, people});
    const std::string& label = words[divider.by_size ? Key::aid_group_size : Key::aid_group_number];
    flow(context, context.px(136), 32);
    int size = divider.size;
    if (number_field(context, "aid-size", label, size, divider.by_size ? 2 : 1, most_size))
        context.say(app::AidSet{1, size});
    gap(context, 12);
    const std::array<std::string, 2> ways{words[Key::aid_by_size], words[Key::aid_by_number]};
    const int way = choice(context, "aid-way", ways, divider.by_size ? 0 : 1);
    if (way >= 0) context.say(app::AidSwitch{way == 0});
}

void draw_dealt(const app::Model& model, Context& context, const session::GroupDivider& divider, float width) {
    const auto& words = model.words;
    const float label_width = context.px(100);
    for (std::size_t i = 0; i < divider.groups.size(); ++i) {
        std::string seats;
        for (const int seat : divider.groups[i]) seats += (seats.empty() ? "" : " · ") + std::to_string(seat);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text_at(context, at, words(Key::aid_group, {{"number", static_cast<int>(i) + 1}}),
                {.size = 14, .colour = context.palette.muted, .line = 1.85f});
        ImGui::SetCursorScreenPos({at.x + label_width, at.y});
        text(context, seats, {.face = book::Face::semibold, .wrap = width - label_width, .line = 1.6f});
        ImGui::SetCursorScreenPos({at.x, ImGui::GetItemRectMax().y});
        ImGui::Dummy({0, 0});
    }
    if (divider.met.empty()) return;
    const int repeated = session::repeated_pairs(divider.groups, divider.met);
    gap(context, 8);
    text(context, repeated == 0 ? words[Key::aid_groups_fresh] : words(Key::aid_groups_repeat, {{"count", repeated}}),
         {.size = 14, .colour = context.palette.muted, .wrap = width});
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const session::GroupDivider& divider, float width) {
    const bool dealt = !divider.groups.empty();
    draw_forward(context, model.words[dealt ? Key::aid_deal_again : Key::aid_deal], divider.seats.empty());
    gap(context, aid_air + 4);
    if (dealt) {
        draw_dealt(model, context, divider, width);
        gap(context, aid_air + 4);
    }
    draw_setting(model, context, divider);
    draw_aid_history(model, context, false);
}

}  // namespace ui
