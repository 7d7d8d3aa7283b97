#include <algorithm>
#include <span>
#include <string>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using words::Key;

constexpr float top = 52;
constexpr float bottom = 616;
constexpr float gutter = 14;
constexpr float lit_grows = 5;
constexpr float padding = 12;
constexpr std::size_t short_text = 24;  // a word or two are set strong, a case is not

// The last ones are for words that are wider than a card: better small than broken.
constexpr float case_sizes[] = {60, 56, 52, 48, 46, 43, 40, 36, 32, 30};
constexpr float word_sizes[] = {50, 46, 43, 40, 36, 32, 28, 24, 22, 20};

/// Text in the middle of a box, as large as it can be there with every word whole.
void draw_face(WallCanvas& wall, const std::string& text, const book::Rect& box, std::span<const float> sizes,
               bool strong, ImU32 colour) {
    constexpr int any_lines = 20;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const book::Font font{strong ? book::Face::bold : book::Face::regular, sizes[i]};
        bool whole = true;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            whole = whole && wall.advance(font, std::string_view(text).substr(begin, end - begin)) <= box.width;
            begin = end + 1;
        }
        const LineStyle style{
            .sizes = sizes.subspan(i, 1), .most_lines = any_lines, .strong = strong, .colour = colour};
        const float height = line_height(wall, text, box.width, style);
        if (i + 1 < sizes.size() && (!whole || height > box.height)) continue;
        draw_line(wall, text, box.x, box.y + (box.height - height) / 2, box.width, style, 0.5f);
        return;
    }
}

/// A calm back: a sun over water, small enough to be a sign rather than a picture.
void draw_back(WallCanvas& wall, const book::Rect& box) {
    const Palette& p = wall.palette();
    wall.fill(box, p.primary_soft, 20);
    wall.outline({box.x + 10, box.y + 10, box.width - 20, box.height - 20}, 2, p.dark ? p.edge : p.primary, 14);
    const float x = box.x + box.width / 2, y = box.y + box.height / 2;
    const float r = std::min(box.width, box.height) * 0.13f;
    wall.disc(x, y - r * 0.5f, r, p.dark ? p.amber : p.primary);
    for (const float line : {1.2f, 1.9f}) {
        const float half = r * (3.2f - line * 0.7f), down = y + r * line;
        wall.curve({x - half, down}, {x - half * 0.4f, down - r * 0.7f}, {x + half * 0.4f, down + r * 0.7f},
                   {x + half, down}, std::max(3.0f, r * 0.16f), p.primary);
    }
}

/// The table: rows of cards, wide rather than tall, since words are.
struct Table {
    int columns = 1, rows = 1;
    book::Rect first;  ///< the first card's place
};

Table table_for(const WallCanvas& wall, int cards) {
    Table table;
    table.columns = cards <= 3 ? cards : cards == 4 ? 2 : 3;
    table.rows = (cards + table.columns - 1) / table.columns;
    const float width = wall.width() - 2 * wall.margin();
    const auto columns = static_cast<float>(table.columns), rows = static_cast<float>(table.rows);
    const float wide = (width - gutter * (columns - 1)) / columns;
    constexpr float most_high = 300;
    const float high = std::min(most_high, (bottom - top - gutter * (rows - 1)) / rows);
    const float all = high * rows + gutter * (rows - 1);
    table.first = {wall.margin(), (top + bottom - all) / 2, wide, high};
    return table;
}

book::Rect place_of(const WallCanvas& wall, const Table& table, int place, int cards) {
    const int row = place / table.columns;
    const int in_row = std::min(table.columns, cards - row * table.columns);
    const float pitch = table.first.width + gutter;
    // A row that is not full stands in the middle.
    const float left = (wall.width() - pitch * static_cast<float>(in_row) + gutter) / 2;
    return {left + pitch * static_cast<float>(place % table.columns),
            table.first.y + (table.first.height + gutter) * static_cast<float>(row), table.first.width,
            table.first.height};
}

void draw_card(WallCanvas& wall, const std::string& text, book::Rect box, bool lit) {
    const Palette& p = wall.palette();
    if (lit) {
        box = {box.x - lit_grows, box.y - lit_grows, box.width + 2 * lit_grows, box.height + 2 * lit_grows};
        wall.fill(box, p.amber, 20);
        if (!p.dark) wall.outline(box, 4, p.edge, 20);
    } else {
        wall.fill(box, p.raised, 20);
        if (!p.dark) wall.outline(box, 2, p.line, 20);
    }
    const book::Rect room{box.x + padding, box.y + 2, box.width - 2 * padding, box.height - 4};
    draw_face(wall, text, room, word_sizes, lit, lit ? p.on_amber : p.ink);
}

/// One card at a time has the whole wall: a case to be read from the chairs.
void draw_single(WallCanvas& wall, const app::AidScene& scene, const std::string& text, bool turned) {
    const Palette& p = wall.palette();
    const book::Rect box{wall.margin(), top, wall.width() - 2 * wall.margin(), bottom - top};
    if (!turned) {
        draw_back(wall, box);
        const LineStyle style{.sizes = heading_sizes, .most_lines = 1, .strong = true, .colour = p.on_primary_soft};
        draw_line(wall, scene.title, box.x + 48, box.y + 44, box.width - 96, style, 0.5f);
        return;
    }
    wall.fill(box, p.raised, 28);
    if (!p.dark) wall.outline(box, 2, p.line, 28);
    wall.fill({box.x + box.width / 2 - 60, box.y + 34, 120, 8}, p.dark ? p.amber : p.primary, 4);
    draw_face(wall, text, {box.x + 56, box.y + 58, box.width - 112, box.height - 90}, case_sizes,
              text.size() < short_text, p.ink);
}

}  // namespace

void draw_cards(WallCanvas& wall, const app::AidScene& scene, const session::WordCards& cards) {
    const int on_table = cards.on_table();
    if (on_table == 0) {
        const float width = wall.width() - 2 * wall.margin();
        const LineStyle large{.sizes = heading_sizes, .most_lines = 3, .strong = true};
        const LineStyle small{.sizes = line_sizes, .most_lines = 2, .colour = wall.palette().muted};
        const std::string& used = wall.words()[Key::aid_cards_used];
        const float high = line_height(wall, scene.title, width, large);
        const float y = 330 - (high + 18 + line_height(wall, used, width, small)) / 2;
        draw_line(wall, scene.title, wall.margin(), y, width, large);
        draw_line(wall, used, wall.margin(), y + high + 18, width, small);
        return;
    }
    const auto text_of = [&](int place) -> const std::string& {
        return cards.cards[static_cast<std::size_t>(cards.first + place)];
    };
    if (cards.draw == 1) {
        draw_single(wall, scene, text_of(0), cards.turned > 0);
        return;
    }
    // The last ones of a pack lie where the others lay.
    const Table table = table_for(wall, std::min(cards.draw, static_cast<int>(cards.cards.size())));
    for (int pass = 0; pass < 2; ++pass) {
        for (int i = 0; i < on_table; ++i) {
            const bool lit = i == cards.lit && i < cards.turned;
            if (lit != (pass == 1)) continue;
            const book::Rect box = place_of(wall, table, i, on_table);
            if (i < cards.turned)
                draw_card(wall, text_of(i), box, lit);
            else
                draw_back(wall, box);
        }
    }
}

}  // namespace ui
