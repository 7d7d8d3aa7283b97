#include <algorithm>
#include <string>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

constexpr float axis = 446;         // the line
constexpr float columns_top = 290;  // the tallest column, with its count above
constexpr float numbers = 520;      // baseline
constexpr float ends = 546;         // top of the words at both ends

}  // namespace

void draw_scale(WallCanvas& wall, const app::AidScene& scene, const session::Scale& scale) {
    const Palette& p = wall.palette();
    const float margin = wall.margin();
    const float width = wall.width() - 2 * margin;
    const std::string& question = scale.question.empty() ? scene.title : scale.question;

    constexpr float question_top = 56;
    constexpr float question_room = 150;
    static constexpr float sizes[] = {60, 52, 46, 40};
    const LineStyle style{.sizes = sizes, .most_lines = 2, .strong = true};
    const float height = line_height(wall, question, width, style);
    draw_line(wall, question, margin, question_top + std::max(0.0f, (question_room - height) / 2), width, style);

    // Eleven places, with half a column's width left outside at both ends.
    const float pitch = width / 11;
    const auto x_of = [&](int value) { return margin + pitch * (static_cast<float>(value) + 0.5f); };
    const int most = std::max(1, *std::max_element(scale.hands.begin(), scale.hands.end()));
    const book::Font count{book::Face::semibold, wall_type::label};

    constexpr float line = 8;
    wall.fill({x_of(0), axis - line / 2, x_of(10) - x_of(0), line}, p.primary_soft, line / 2);
    for (int value = 0; value <= 10; ++value) {
        const float x = x_of(value);
        const bool marked = value == scale.marker;
        const int hands = scale.hands[static_cast<std::size_t>(value)];
        if (scale.counts_shown && hands > 0) {
            const float tall = (axis - 22 - columns_top) * static_cast<float>(hands) / static_cast<float>(most);
            const float half = std::min(32.0f, pitch * 0.36f);
            wall.fill({x - half, axis - 22 - tall, 2 * half, tall}, p.primary, std::min(10.0f, tall / 2));
            wall.text(count, x, axis - 22 - tall - 12, p.ink, std::to_string(hands), 0.5f);
        }
        if (marked) {
            wall.disc(x, axis, 21, p.amber);
            if (!p.dark) wall.ring(x, axis, 20, 3, p.edge);  // amber alone is too pale on a light ground
        } else {
            wall.disc(x, axis, 10, p.primary);
        }
        wall.text({marked ? book::Face::bold : book::Face::semibold, marked ? 64.0f : 52.0f}, x,
                  numbers + (marked ? 4.0f : 0.0f), p.ink, std::to_string(value), 0.5f);
    }

    const LineStyle end{.sizes = line_sizes, .most_lines = 2, .colour = p.muted};
    const float half = width * 0.46f;
    const float reach = 30;  // half of the widest number
    draw_line(wall, scale.low, x_of(0) - reach / 2, ends, half, end);
    draw_line(wall, scale.high, x_of(10) + reach - half, ends, half, end, 1);
}

}  // namespace ui
