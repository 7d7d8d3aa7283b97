#include <algorithm>
#include <cmath>
#include <string>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"

namespace ui {
namespace {

using words::Key;

constexpr float key_width = 56;  // of − and +
constexpr float key_height = 48;
constexpr float count_room = 40;  // between them

/// − 2 +
void draw_counter(Context& context, const app::AidMark& mark, int count, bool full, float side) {
    const std::string id = "aid-" + std::string(mark.gives ? "gives-" : "takes-") + std::to_string(mark.ring);
    const float high = context.px(key_height);
    if (button(context, (id + "-less").c_str(), "−", {.disabled = count == 0, .width = side}))
        context.say(app::AidMark{mark.sector, mark.ring, mark.gives, -1});
    ImGui::SameLine(0, 0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string shown = std::to_string(count);
    const TextStyle style{.size = text_large,
                          .face = book::Face::semibold,
                          .colour = count > 0 ? context.palette.ink : context.palette.muted,
                          .line = 1.2f};
    const ImVec2 size = text_size(context, shown, style);
    text_at(context, {at.x + std::round((context.px(count_room) - size.x) / 2), at.y + std::round((high - size.y) / 2)},
            shown, style);
    ImGui::Dummy({context.px(count_room), high});
    report(ItemRole::text, id, shown);
    ImGui::SameLine(0, 0);
    if (button(context, (id + "-more").c_str(), "+", {.disabled = full, .width = side})) context.say(mark);
}

/// Near, between and far, each with what gives and what takes.
void draw_fields(const app::Model& model, Context& context, const session::Network& network, int sector, float width) {
    const auto& words = model.words;
    const float label = context.px(112);
    const float air = context.px(20);
    const bool beside = label + 2 * context.px(2 * key_width + count_room) + air <= width;
    const float first = beside ? label : 0;
    // Narrower keys rather than keys outside the card.
    const float side = std::floor(std::min(context.px(key_width), (width - first - air) / 4 - context.px(count_room) / 2));
    const float counter = 2 * side + context.px(count_room);
    const TextStyle quiet{.size = 14, .face = book::Face::semibold, .colour = context.palette.muted};
    const auto head = [&] {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text_at(context, {at.x + first, at.y}, words[Key::aid_gives], quiet);
        text_at(context, {at.x + first + counter + air, at.y}, words[Key::aid_takes], quiet);
        ImGui::Dummy({0, context.px(24)});
    };
    head();
    for (int ring = 0; ring < session::Network::rings; ++ring) {
        const Key name = ring == 0 ? Key::aid_near : ring == 1 ? Key::aid_between : Key::aid_far;
        const auto& field = network.fields[static_cast<std::size_t>(sector)][static_cast<std::size_t>(ring)];
        const bool full = field.gives + field.takes >= session::Network::most_marks;
        if (!beside) text(context, words[name], {.size = 14});
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (beside) {
            const ImVec2 size = text_size(context, words[name], {});
            text_at(context, {at.x, at.y + std::round((context.px(key_height) - size.y) / 2)}, words[name]);
        }
        ImGui::SetCursorScreenPos({at.x + first, at.y});
        draw_counter(context, {sector, ring, true, 1}, field.gives, full, side);
        ImGui::SetCursorScreenPos({at.x + first + counter + air, at.y});
        draw_counter(context, {sector, ring, false, 1}, field.takes, full, side);
        ImGui::SetCursorScreenPos({at.x, at.y + context.px(key_height)});
        ImGui::Dummy({0, 0});
        gap(context, 8);
    }
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const session::Network& network, float width) {
    const auto count = static_cast<int>(network.sectors.size());
    if (count == 0 || network.fields.size() != network.sectors.size()) return;
    int& chosen = context.state->aid_item;
    chosen = std::clamp(network.lit >= 0 ? network.lit : chosen, 0, count - 1);
    draw_forward(context, model.words[network.lit == count - 1 ? Key::aid_reveal_light_off : Key::aid_next_item]);
    gap(context, aid_air);
    for (int i = 0; i < count; ++i) {
        const std::string& name = network.sectors[static_cast<std::size_t>(i)];
        const float wide = std::min(width, button_size(context, name).x);
        if (i > 0) flow(context, wide, 8);
        const std::string id = "aid-item-" + std::to_string(i);
        const ButtonOptions options{.kind = ButtonKind::quiet, .on = i == network.lit, .width = wide};
        if (!button(context, id.c_str(), name, options)) continue;
        chosen = i;
        context.say(app::AidSelect{i});
    }
    gap(context, aid_air);
    text(context, network.sectors[static_cast<std::size_t>(chosen)],
         {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.3f});
    gap(context, 8);
    draw_fields(model, context, network, chosen, width);
    draw_aid_history(model, context, network.lit >= 0);
}

}  // namespace ui
