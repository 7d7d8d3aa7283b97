#include <algorithm>
#include <cmath>

#include "ui/wall/scenes.h"

namespace ui {
namespace {

constexpr float top = 60;
constexpr float bottom = 612;        // the footer's capitals begin at 642
constexpr float gutter = 48;         // between text and picture
constexpr float widest_text = 1000;  // about forty signs of body text

}  // namespace

Stage stage_of(const WallCanvas& wall, std::string_view picture, float share) {
    const float aspect = wall.aspect(picture);
    const float margin = wall.margin();
    Stage stage;
    if (aspect <= 0 || share <= 0) {
        stage.text = {margin, top, std::min(widest_text, wall.width() - 2 * margin), bottom - top};
        return stage;
    }
    // 40.6 % of a 16:9 wall, 34 % of a 4:3 one, where the text needs the room more.
    const float wide = wall.width() / WallCanvas::height();
    const float part = std::clamp(0.34f + (wide - 4.0f / 3) * 0.1485f, 0.30f, 0.406f) * share;
    const float side = std::round(wall.width() * part);
    const float left = wall.width() - side;
    // Edge to edge hides the sides of the picture; where more than three tenths would go, it is shown whole instead.
    const float seen = side / (WallCanvas::height() * aspect);
    stage.to_edge = aspect < 0.95f && seen >= 0.7f && share >= 1;
    stage.picture = stage.to_edge ? book::Rect{left, 0, side, WallCanvas::height()}
                                  : book::Rect{left, top, side - margin * 0.7f, WallCanvas::height() - 2 * top};
    stage.text = {margin, top, left - gutter - margin, bottom - top};
    return stage;
}

void draw_picture(WallCanvas& wall, const Stage& stage, std::string_view picture) {
    if (stage.picture.width <= 0) return;
    if (stage.to_edge)
        wall.cover(picture, stage.picture);
    else
        wall.contain(picture, stage.picture);
}

float line_height(WallCanvas& wall, std::string_view text, float width, const LineStyle& style) {
    return text.empty() ? 0 : wall.heading(text, width, style.sizes, style.most_lines, style.strong).height;
}

float draw_line(WallCanvas& wall, std::string_view text, float x, float y, float width, const LineStyle& style,
                float align) {
    if (text.empty()) return 0;
    const book::Layout& layout = wall.heading(text, width, style.sizes, style.most_lines, style.strong);
    wall.paint_lines(layout, x, y, width, align, style.colour != 0 ? style.colour : wall.palette().ink);
    return layout.height;
}

}  // namespace ui
