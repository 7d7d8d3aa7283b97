#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using words::Key;

constexpr float top = 48;
constexpr float bottom = 622;
constexpr float gutter = 12;  // between columns
constexpr float tray_padding = 8;
constexpr float name_padding = 12;
constexpr float bar = 6;  // along a card's left side

// From large to the least with 3 % capitals. Each list goes on with sizes for words that are wider than a whole column:
// better small than broken.
constexpr float card_sizes[] = {46, 40, 36, 34, 30, 27, 24, 21, 18};
constexpr int any_lines = 12;

/// One way of laying out the cards, the same in all columns. Tried in order: cards that are crowded first lie closer,
/// then are set smaller, and only when they could not be read any more do the oldest go.
struct Try {
    std::size_t size;  ///< index into card_sizes
    int across;        ///< cards beside each other; 0: as many as there is room for
    float padding;     ///< left and right of the text; half of it above and below
    float gap;

    float type() const { return card_sizes[size]; }
};
constexpr Try tries[] = {{0, 1, 14, 10}, {0, 2, 14, 10}, {1, 1, 10, 8}, {1, 2, 10, 8}, {1, 3, 10, 8}, {1, 0, 8, 6},
                         {2, 1, 8, 6},   {2, 2, 8, 6},   {2, 0, 8, 6},  {3, 1, 8, 6},  {3, 2, 8, 6},  {3, 0, 8, 6},
                         {4, 1, 8, 6},   {4, 2, 8, 6},   {4, 0, 8, 6}};
constexpr const Try& closest = tries[std::size(tries) - 1];

using Texts = std::vector<const std::string*>;

/// A narrow wall gives the columns a little of its air: long words are to stand whole and large.
float side_of(const WallCanvas& wall) {
    constexpr float narrow = 1100;
    return wall.width() < narrow ? wall.margin() * 0.75f : wall.margin();
}

LineStyle style_of(const Try& attempt) {
    return {.sizes = std::span(card_sizes).subspan(attempt.size), .most_lines = any_lines};
}

float widest_word(const WallCanvas& wall, const std::string& text, book::Font font) {
    float widest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        widest = std::max(widest, wall.advance(font, std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return widest;
}

float text_room(const Try& attempt, float card) {
    return card - 2 * attempt.padding - bar;
}

/// Where the cards of one column lie in its tray, from the top; it may be too high.
std::vector<book::Rect> lay_stacks(WallCanvas& wall, const Texts& cards, const book::Rect& tray, const Try& attempt) {
    const auto across = static_cast<float>(attempt.across);
    const float width = (tray.width - attempt.gap * (across - 1)) / across;
    std::vector<float> filled(static_cast<std::size_t>(attempt.across), 0.0f);
    std::vector<book::Rect> boxes;
    for (const std::string* card : cards) {
        const float height = line_height(wall, *card, text_room(attempt, width), style_of(attempt)) + attempt.padding;
        const auto least = std::min_element(filled.begin(), filled.end());
        const auto column = static_cast<float>(least - filled.begin());
        boxes.push_back({tray.x + (width + attempt.gap) * column, tray.y + *least, width, height});
        *least += height + attempt.gap;
    }
    return boxes;
}

/// Cards as wide as their words, row by row.
std::vector<book::Rect> lay_rows(WallCanvas& wall, const Texts& cards, const book::Rect& tray, const Try& attempt) {
    constexpr float slack = 8;  // a line that just fits must not be broken for a rounding
    std::vector<book::Rect> boxes;
    float x = tray.x, y = tray.y, row = 0;
    for (const std::string* card : cards) {
        const float around = 2 * attempt.padding + bar;
        const float wide =
            std::min(tray.width, wall.advance({book::Face::regular, attempt.type()}, *card) + around + slack);
        const float height = line_height(wall, *card, wide - around, style_of(attempt)) + attempt.padding;
        if (x > tray.x && x + wide > tray.right()) {
            x = tray.x;
            y += row + attempt.gap;
            row = 0;
        }
        boxes.push_back({x, y, wide, height});
        x += wide + attempt.gap;
        row = std::max(row, height);
    }
    return boxes;
}

std::vector<book::Rect> lay(WallCanvas& wall, const Texts& cards, const book::Rect& tray, const Try& attempt) {
    return attempt.across > 0 ? lay_stacks(wall, cards, tray, attempt) : lay_rows(wall, cards, tray, attempt);
}

bool fits(const std::vector<book::Rect>& boxes, const book::Rect& tray) {
    return std::all_of(boxes.begin(), boxes.end(),
                       [&](const book::Rect& box) { return box.bottom() <= tray.bottom() + 0.5f; });
}

/// Whether every word is whole at the size that is tried.
bool words_fit(const WallCanvas& wall, const Texts& cards, const book::Rect& tray, const Try& attempt) {
    if (attempt.across == 0 || (attempt.across == 1 && attempt.size > 3)) return true;
    const auto across = static_cast<float>(attempt.across);
    const float room = text_room(attempt, (tray.width - attempt.gap * (across - 1)) / across);
    return std::all_of(cards.begin(), cards.end(), [&](const std::string* card) {
        return widest_word(wall, *card, {book::Face::regular, attempt.type()}) <= room;
    });
}

struct Column {
    book::Rect tray;
    Texts cards;
};

const Try& best_try(WallCanvas& wall, const std::vector<Column>& columns) {
    for (const Try& attempt : tries) {
        const bool good = std::all_of(columns.begin(), columns.end(), [&](const Column& column) {
            return words_fit(wall, column.cards, column.tray, attempt) &&
                   fits(lay(wall, column.cards, column.tray, attempt), column.tray);
        });
        if (good) return attempt;
    }
    return closest;
}

void draw_card(WallCanvas& wall, const std::string& text, const book::Rect& box, const Try& attempt, ImU32 side) {
    const Palette& p = wall.palette();
    wall.fill(box, p.ground, 10);
    wall.outline(box, 2, p.line, 10);
    wall.fill({box.x, box.y + 8, bar, box.height - 16}, side, bar / 2);
    draw_line(wall, text, box.x + attempt.padding + bar, box.y + attempt.padding / 2, text_room(attempt, box.width),
              style_of(attempt));
}

void draw_cards_of(WallCanvas& wall, Column column, const Try& attempt, ImU32 side) {
    auto boxes = lay(wall, column.cards, column.tray, attempt);
    if (!fits(boxes, column.tray)) {
        // Too many to be read from the chairs at once: the newest stay, and a number says how many came before them.
        constexpr float number_room = 48;
        const std::size_t all = column.cards.size();
        column.tray.y += number_room;
        column.tray.height -= number_room;
        while (column.cards.size() > 1 && !fits(boxes = lay(wall, column.cards, column.tray, attempt), column.tray))
            column.cards.erase(column.cards.begin());
        wall.text({book::Face::semibold, wall_type::label}, column.tray.x + attempt.padding, column.tray.y - 12,
                  wall.palette().muted, "+" + std::to_string(all - column.cards.size()));
        boxes = lay(wall, column.cards, column.tray, attempt);
    }
    for (std::size_t i = 0; i < column.cards.size(); ++i) draw_card(wall, *column.cards[i], boxes[i], attempt, side);
}

/// One size for all headings: the largest at which they take two lines at most and no word is broken.
std::span<const float> heading_size(WallCanvas& wall, const session::Board& board, float width) {
    static constexpr float sizes[] = {46, 43, 40, 36, 32, 28, 24, 21, 18};
    std::size_t on = 0;
    for (const int lines : {2, 3}) {
        const std::size_t end = lines == 2 ? 3 : std::size(sizes);
        for (on = lines == 2 ? 0 : 2; on < end; ++on) {
            const float size = sizes[on];
            const bool good = std::all_of(board.columns.begin(), board.columns.end(), [&](const std::string& name) {
                const LineStyle style{.sizes = {&sizes[on], 1}, .most_lines = any_lines, .strong = true};
                return widest_word(wall, name, {book::Face::bold, size}) <= width &&
                       line_height(wall, name, width, style) <= size * 1.25f * static_cast<float>(lines);
            });
            if (good) return {&sizes[on], 1};
        }
    }
    return {&sizes[std::size(sizes) - 1], 1};
}

/// The columns below `y`, ready to be drawn.
struct Plan {
    std::vector<Column> columns;
    LineStyle heading;
    float y = 0, width = 0, heading_room = 0;
    const Try* attempt = &closest;
};

Plan plan_columns(WallCanvas& wall, const session::Board& board, float y) {
    const auto count = static_cast<float>(board.columns.size());
    const float margin = side_of(wall);
    Plan plan{.y = y, .width = (wall.width() - 2 * margin - gutter * (count - 1)) / count};
    const float name_width = plan.width - 2 * name_padding;
    plan.heading = {.sizes = heading_size(wall, board, name_width),
                    .most_lines = any_lines,
                    .strong = true,
                    .colour = wall.palette().on_primary_soft};
    for (const std::string& name : board.columns)
        plan.heading_room = std::max(plan.heading_room, line_height(wall, name, name_width, plan.heading) + 14);
    const float first = y + plan.heading_room + tray_padding + 4;
    for (std::size_t c = 0; c < board.columns.size(); ++c) {
        const float x = margin + (plan.width + gutter) * static_cast<float>(c);
        Column column{{x + tray_padding, first, plan.width - 2 * tray_padding, bottom - tray_padding - first}, {}};
        for (const auto& card : board.cards)
            if (card.column == static_cast<int>(c)) column.cards.push_back(&card.text);
        plan.columns.push_back(std::move(column));
    }
    plan.attempt = &best_try(wall, plan.columns);
    return plan;
}

bool all_shown(WallCanvas& wall, const Plan& plan) {
    return std::all_of(plan.columns.begin(), plan.columns.end(), [&](const Column& column) {
        return fits(lay(wall, column.cards, column.tray, *plan.attempt), column.tray);
    });
}

void draw_columns(WallCanvas& wall, const session::Board& board, Plan plan) {
    const Palette& p = wall.palette();
    for (std::size_t c = 0; c < plan.columns.size(); ++c) {
        Column& column = plan.columns[c];
        const float x = column.tray.x - tray_padding;
        const float name_width = plan.width - 2 * name_padding;
        wall.fill({x, plan.y, plan.width, bottom - plan.y}, p.raised, 18);
        wall.fill({x, plan.y, plan.width, plan.heading_room}, p.primary_soft, 18);
        const float high = line_height(wall, board.columns[c], name_width, plan.heading);
        draw_line(wall, board.columns[c], x + name_padding, plan.y + (plan.heading_room - high) / 2, name_width,
                  plan.heading);
        if (column.cards.empty() && !board.locked) {
            // Where the first card will lie.
            constexpr float high_card = 62;
            const float wide = plan.columns.size() == 1 ? column.tray.width / 2 : column.tray.width;
            wall.outline({column.tray.x, column.tray.y, wide, high_card}, 3, p.line, 10);
        }
        draw_cards_of(wall, std::move(column), *plan.attempt, board.locked ? p.good : p.primary);
    }
}

void draw_tick(WallCanvas& wall, float x, float y, ImU32 colour) {
    wall.line(x, y, x + 12, y + 13, 8, colour);
    wall.line(x + 12, y + 13, x + 36, y - 16, 8, colour);
}

/// The word that waits for its column, lifted above them; then how many are left.
float draw_waiting(WallCanvas& wall, const session::Board& board, int waiting) {
    const Palette& p = wall.palette();
    const float margin = side_of(wall);
    const float width = wall.width() - 2 * margin;
    const std::string& word = board.cards[static_cast<std::size_t>(waiting)].text;
    const std::string left = wall.words()(Key::aid_words_left, {{"count", board.count(-1)}});
    const book::Font small{book::Face::regular, wall_type::label};
    const float beside = wall.advance(small, left);
    constexpr float high = 96;
    constexpr float around = 64;
    static constexpr float sizes[] = {68, 60, 52, 46, 40};
    const float room = width - beside - 36;
    const LineStyle style{.sizes = sizes, .most_lines = 1, .strong = true, .colour = p.on_amber};
    const float text = line_height(wall, word, room - around, style);
    const float box = std::max(high, text + 16);
    // As wide as its word, like the cards below; one of several lines has the whole width.
    const float wide = text > sizes[0] * 1.3f ? room : wall.advance({book::Face::bold, text / 1.2f}, word) + around + 8;
    wall.fill({margin, top, std::min(room, wide), box}, p.amber, 16);
    if (!p.dark) wall.outline({margin, top, std::min(room, wide), box}, 3, p.edge, 16);
    draw_line(wall, word, margin + around / 2, top + (box - text) / 2, room - around, style);
    wall.text(small, margin + width, top + box / 2 + wall_type::label * wall_type::capitals / 2, p.muted, left, 1);
    return top + box + 20;
}

constexpr float title_room = 72;

void draw_title(WallCanvas& wall, const app::AidScene& scene, const session::Board& board) {
    const Palette& p = wall.palette();
    static constexpr float sizes[] = {52, 46, 43, 40, 36, 32, 28};
    const float left = side_of(wall) + (board.locked ? 56.0f : 0.0f);
    const LineStyle style{.sizes = sizes, .most_lines = 1, .strong = true};
    const float high = draw_line(wall, scene.title, left, top, wall.width() - side_of(wall) - left, style);
    if (board.locked) draw_tick(wall, side_of(wall) + 4, top + high / 2, p.good);
}

}  // namespace

void draw_board(WallCanvas& wall, const app::AidScene& scene, const session::Board& board) {
    if (board.columns.empty()) return;
    const int waiting = board.sorting ? board.waiting() : -1;
    if (waiting >= 0) {
        draw_columns(wall, board, plan_columns(wall, board, draw_waiting(wall, board, waiting)));
        return;
    }
    // The title gives its place to the cards before they are set smaller.
    const Plan plan = plan_columns(wall, board, top + title_room);
    const bool roomy = plan.attempt->type() >= wall_type::label && all_shown(wall, plan);
    const bool titled = board.locked || (!board.sorting && roomy);
    if (titled) draw_title(wall, scene, board);
    draw_columns(wall, board, titled ? plan : plan_columns(wall, board, top));
}

}  // namespace ui
