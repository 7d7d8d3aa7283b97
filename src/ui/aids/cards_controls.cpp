#include <cmath>
#include <string>

#include "ui/aids/aid_controls.h"
#include "ui/kit.h"

namespace ui {
namespace {

using words::Key;

/// The cards on the table, to be lifted forward. Those that still lie face down are read only here.
void draw_table(Context& context, const session::WordCards& cards, float width) {
    const int on_table = cards.on_table();
    const int across = width >= context.px(480) ? 2 : 1;
    const float air = context.px(8);
    const float cell = std::floor((width - air * static_cast<float>(across - 1)) / static_cast<float>(across));
    for (int i = 0; i < on_table; ++i) {
        if (i > 0 && i % across == 0) gap(context, 8);
        if (i % across != 0) ImGui::SameLine(0, air);
        const std::string& face = cards.cards[static_cast<std::size_t>(cards.first + i)];
        const std::string id = "aid-item-" + std::to_string(i);
        const ButtonOptions options{
            .kind = i < cards.turned ? ButtonKind::ghost : ButtonKind::quiet, .on = i == cards.lit, .width = cell};
        if (button(context, id.c_str(), face, options)) context.say(app::AidSelect{i});
        if (ImGui::IsItemHovered()) tooltip(context, face);
    }
}

/// The one card that is up, in full: the leader reads it aloud without turning round.
void draw_case(Context& context, const session::WordCards& cards, float width) {
    if (cards.turned == 0) return;
    callout(context, "aid-case", width, false, [&](float inner) {
        text(context, cards.cards[static_cast<std::size_t>(cards.first)],
             {.size = text_large, .colour = context.palette.on_primary_soft, .wrap = inner, .line = 1.35f});
    });
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const session::WordCards& cards, float width) {
    const auto& words = model.words;
    const int on_table = cards.on_table();
    const int left = static_cast<int>(cards.cards.size()) - cards.first - on_table;
    const bool all_turned = cards.turned >= on_table;
    const bool used_up = all_turned && left == 0;
    draw_forward(context, words[all_turned && cards.draw > 1 ? Key::aid_next_cards : Key::aid_turn_card], used_up);
    const std::string& shuffle = words[Key::aid_shuffle];
    flow(context, button_size(context, shuffle).x);
    if (button(context, "aid-shuffle", shuffle)) context.say(app::AidShuffle{});
    gap(context, 10);
    text(context, used_up ? words[Key::aid_cards_used] : words(Key::aid_cards_left, {{"count", left}}),
         {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, aid_air);
    if (cards.draw == 1 && on_table == 1)
        draw_case(context, cards, width);
    else if (on_table > 0)
        draw_table(context, cards, width);
    draw_aid_history(model, context, cards.turned > 0 || cards.first > 0);
}

}  // namespace ui
