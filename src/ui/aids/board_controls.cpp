#include <imgui_internal.h>

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

bool enter_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}

/// Typing goes on after Enter and after a column is chosen: the next card is often on its way already.
void draw_writing(const app::Model& model, Context& context, const session::Board& board, float width) {
    const auto& words = model.words;
    State& state = *context.state;
    state.aid_item = std::clamp(state.aid_item, 0, static_cast<int>(board.columns.size()) - 1);
    text(context, words[Key::aid_board_hint], {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, aid_air);
    int chosen = -1;
    if (board.columns.size() > 1) {
        chosen = choice(context, "aid-column", board.columns, state.aid_item);
        if (chosen >= 0) state.aid_item = chosen;
        gap(context, 10);
    }
    const std::string& label = words[Key::aid_add];
    const ButtonOptions options{.kind = ButtonKind::primary, .key = "Enter"};
    const float add = button_size(context, label, options).x;
    const bool beside = width - add >= context.px(260);
    const bool writing = ImGui::GetActiveID() != 0 && ImGui::GetActiveID() == ImGui::GetID("##aid-text");
    const bool enter = writing && enter_pressed();
    if (enter || chosen >= 0) ImGui::SetKeyboardFocusHere();
    text_field(context, "aid-text", {}, state.aid_text, beside ? width - add - context.px(12) : width,
               words[Key::aid_new_card]);
    if (beside)
        ImGui::SameLine(0, context.px(12));
    else
        gap(context, 8);
    const bool pressed = button(context, "aid-add", label, options);
    if (!enter && !pressed) return;
    context.say(app::AidWrite{state.aid_item, state.aid_text});
    state.aid_text.clear();
}

/// A card's text with what can be done to it on the right. True when pressed.
bool draw_card(Context& context, int item, const std::string& label, Icon does, const std::string& tip, bool locked,
               float width, float high) {
    const float side = context.px(40);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const TextStyle style{.wrap = width - side - context.px(8), .line = 1.3f};
    text_at(context, {at.x, at.y + std::round((high - text_size(context, label, style).y) / 2)}, label, style);
    ImGui::Dummy({width - side - context.px(8), high});
    report(ItemRole::text, {}, label);
    if (locked) return false;
    ImGui::SetCursorScreenPos({at.x + width - side, at.y + std::round((high - side) / 2)});
    return icon_button(context, ("aid-item-" + std::to_string(item)).c_str(), does, tip);
}

void press(const session::Board& board, Context& context, int item) {
    if (board.sorting)
        context.say(app::AidPlace{item, -1});
    else
        context.say(app::AidRemove{item});
}

/// The cards of one column under its name, two beside each other where there is room.
void draw_column(const app::Model& model, Context& context, const session::Board& board, int column, float width) {
    if (board.count(column) == 0) return;
    gap(context, aid_air);
    text(context, board.columns[static_cast<std::size_t>(column)],
         {.size = 14, .face = book::Face::semibold, .colour = context.palette.muted, .wrap = width});
    gap(context, 2);
    const int across = width >= context.px(480) ? 2 : 1;
    const float air = context.px(24);
    const float cell = std::floor((width - air * static_cast<float>(across - 1)) / static_cast<float>(across));
    const Icon does = board.sorting ? Icon::undo : Icon::trash;
    const std::string& tip = model.words[board.sorting ? Key::aid_to_row : Key::aid_remove];
    ImVec2 row = ImGui::GetCursorScreenPos();
    float high = 0;
    int place = 0;
    for (int i = 0; i < static_cast<int>(board.cards.size()); ++i) {
        const auto& card = board.cards[static_cast<std::size_t>(i)];
        if (card.column != column) continue;
        if (place == across) {
            row.y += high;
            high = 0;
            place = 0;
        }
        const TextStyle style{.wrap = cell - context.px(48), .line = 1.3f};
        const float needs = std::max(context.px(44), text_size(context, card.text, style).y + context.px(8));
        ImGui::SetCursorScreenPos({row.x + (cell + air) * static_cast<float>(place), row.y});
        if (draw_card(context, i, card.text, does, tip, board.locked, cell, needs)) press(board, context, i);
        high = std::max(high, needs);
        ++place;
    }
    ImGui::SetCursorScreenPos({row.x, row.y + high});
    ImGui::Dummy({0, 0});
}

/// One button for each column, of one width, so that the hand learns where they are.
void draw_sorting(const app::Model& model, Context& context, const session::Board& board, float width) {
    const auto& words = model.words;
    const int waiting = board.waiting();
    if (waiting < 0) {
        text(context, words[Key::aid_words_done], {.size = text_large, .face = book::Face::semibold, .wrap = width});
        return;
    }
    text(context, words(Key::aid_words_left, {{"count", board.count(-1)}}),
         {.size = 14, .colour = context.palette.muted, .wrap = width});
    gap(context, 4);
    text(context, words(Key::aid_place_where, {{"word", board.cards[static_cast<std::size_t>(waiting)].text}}),
         {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.25f});
    gap(context, 12);
    const auto count = static_cast<int>(board.columns.size());
    float widest = 0;
    for (const std::string& name : board.columns) widest = std::max(widest, button_size(context, name).x);
    const float air = context.px(10);
    const float third = std::floor((width - air * static_cast<float>(count - 1)) / static_cast<float>(count));
    const bool beside = widest <= third;
    for (int column = 0; column < count; ++column) {
        if (column > 0 && beside) ImGui::SameLine(0, air);
        if (column > 0 && !beside) gap(context, 8);
        const std::string id = "aid-column-" + std::to_string(column);
        const ButtonOptions options{.kind = ButtonKind::ghost, .width = beside ? third : width};
        if (button(context, id.c_str(), board.columns[static_cast<std::size_t>(column)], options))
            context.say(app::AidPlace{waiting, column});
    }
}

}  // namespace

void draw_controls(const app::Model& model, Context& context, const session::Board& board, float width) {
    const auto& words = model.words;
    if (board.columns.empty()) return;
    if (board.locked)
        text(context, words[Key::aid_board_locked], {.size = text_large, .face = book::Face::semibold, .wrap = width});
    else if (board.sorting)
        draw_sorting(model, context, board, width);
    else if (board.cards.size() >= session::Board::most_cards)
        text(context, words[Key::aid_board_full], {.face = book::Face::semibold, .wrap = width});
    else
        draw_writing(model, context, board, width);
    for (int column = 0; column < static_cast<int>(board.columns.size()); ++column)
        draw_column(model, context, board, column, width);
    gap(context, aid_air);
    if (toggle(context, "aid-lock", words[Key::aid_board_lock], board.locked))
        context.say(app::AidSwitch{!board.locked});
    draw_aid_history(model, context, false);
}

}  // namespace ui
