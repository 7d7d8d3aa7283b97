// The checklist: points one by one, each with an open box, and how many hands went up for it when hands are counted.
#include <algorithm>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

constexpr float top = 52;
constexpr float bottom = 616;  // the footer's capitals begin at 642
constexpr float leading = 1.2f;
constexpr float least_air = 10;  // between two points
constexpr float most_air = 30;
constexpr float title_gap = 26;
constexpr float dots_room = 30;  // for the sign that there are more
constexpr float widest_bar = 130;
constexpr float sizes[] = {60, 52, 46, 43, 40};

class ListScene {
  public:
    ListScene(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& list)
        : wall_(wall), scene_(scene), list_(list), count_(static_cast<int>(list.parts.size())) {
        for (const auto& part : list.parts) most_hands_ = std::max(most_hands_, part.hands);
        const float width = wall.width() - 2 * wall.margin();
        bar_ = most_hands_ > 0 && width >= 1000 ? widest_bar : 0;
        hands_ = most_hands_ > 0 ? bar_ + 72 : 0;
        choose();
    }

    void draw() {
        float y = top;
        if (title_) {
            const LineStyle style = title_style();
            y += draw_line(wall_, scene_.title, wall_.margin(), y, text_width() + box_room(), style) + title_gap;
        }
        if (first_ > 0) draw_dots(y);
        if (windowed()) y += dots_room;
        for (int i = first_; i < last_; ++i) {
            draw_point(i, y);
            y += height_of(i) + air_;
        }
        if (last_ < count_) draw_dots(bottom - dots_room);
    }

  private:
    bool lit(int i) const { return i == list_.lit; }
    bool shown(int i) const { return i < list_.shown; }
    bool windowed() const { return first_ > 0 || last_ < count_; }
    const session::Reveal::Part& part(int i) const { return list_.parts[static_cast<std::size_t>(i)]; }
    float box_room() const { return size_ * 1.35f; }
    float text_width() const { return wall_.width() - 2 * wall_.margin() - box_room() - hands_; }
    static LineStyle title_style() {
        static constexpr float title_sizes[] = {60, 52, 46};
        return {.sizes = title_sizes, .most_lines = 1, .strong = true};
    }

    float text_height(std::string_view text, book::Face face) const {
        return static_cast<float>(wall_.measure({face, size_}, text).lines(text_width())) * size_ * leading;
    }

    /// Nothing moves when a point is lit: it is set bold only where that takes no more lines.
    bool bold(int i) const {
        return lit(i) && text_height(part(i).name, book::Face::bold) <= text_height(part(i).name, book::Face::regular);
    }
    float height_of(int i) const {
        const float name = std::max(size_ * leading, text_height(part(i).name, book::Face::regular));
        return name + text_height(part(i).written, book::Face::regular);
    }

    float total() const {
        float height = 0;
        for (int i = first_; i < last_; ++i) height += height_of(i);
        return height;
    }

    /// The largest type at which the whole list has room, with its title if that leaves air enough; else the points
    /// around the one that is talked about.
    void choose() {
        last_ = count_;
        const auto gaps = static_cast<float>(std::max(1, count_ - 1));
        for (const bool title : {true, false}) {
            const float head = title ? line_height(wall_, scene_.title, wall_.width(), title_style()) + title_gap : 0;
            for (const float size : sizes) {
                size_ = size;
                title_ = title;
                const float room = bottom - top - head;
                air_ = std::min(most_air, (room - total()) / gaps);
                if (air_ >= (title ? least_air + 1 : least_air)) return;
            }
        }
        window();
    }

    void window() {
        air_ = least_air;
        const float room = bottom - top - 2 * dots_room;
        const int focus = std::clamp(list_.lit >= 0 ? list_.lit : list_.shown - 1, 0, count_ - 1);
        first_ = focus;
        last_ = focus + 1;
        float taken = height_of(focus);
        const auto take = [&](int i) {
            const float more = height_of(i) + air_;
            if (taken + more > room) return false;
            taken += more;
            return true;
        };
        // What came before is wanted more than what is to come.
        bool before = true;
        bool after = true;
        while (before || after) {
            before = before && first_ > 0 && take(first_ - 1);
            if (before) --first_;
            after = after && last_ < count_ && take(last_);
            if (after) ++last_;
        }
    }

    void draw_point(int i, float y) {
        const Palette& p = wall_.palette();
        const float left = wall_.margin();
        const float height = height_of(i);
        const bool strong = lit(i);
        if (strong) {
            constexpr float side = 22;
            const float over = std::min(8.0f, air_ / 2);
            wall_.fill({left - side, y - over, wall_.width() - 2 * left + 2 * side, height + 2 * over}, p.raised, 14);
        }
        draw_box(i, left, y);
        const float x = left + box_room();
        if (!shown(i)) {
            // A line that waits.
            const float line = y + size_ * 0.98f;
            wall_.line(x, line, x + text_width() * 0.6f, line, 4, p.line);
            return;
        }
        const ImU32 ink = strong || list_.lit < 0 ? p.ink : p.muted;
        const float own[] = {size_};
        const LineStyle name{.sizes = own, .most_lines = 9, .strong = bold(i), .colour = ink};
        const float under = y + draw_line(wall_, part(i).name, x, y, text_width(), name);
        draw_line(wall_, part(i).written, x, under, text_width(),
                  {.sizes = own, .most_lines = 9, .colour = strong ? p.ink : p.muted});
        if (part(i).hands > 0) draw_hands(i, y, ink);
    }

    void draw_box(int i, float x, float y) {
        const Palette& p = wall_.palette();
        const float side = size_ * 0.78f;
        const book::Rect box{x + 2, y + size_ * leading / 2 - side / 2, side, side};
        const float round = side * 0.22f;
        if (lit(i)) wall_.fill(box, p.amber, round);
        if (!lit(i) || !p.dark) wall_.outline(box, 4, shown(i) ? p.primary : p.edge, round);
    }

    /// A bar, where the wall is wide enough, and the number.
    void draw_hands(int i, float y, ImU32 ink) {
        const Palette& p = wall_.palette();
        const float right = wall_.width() - wall_.margin();
        const float middle = y + size_ * leading / 2;
        const int hands = part(i).hands;
        wall_.text({book::Face::bold, size_}, right, middle + size_ * wall_type::capitals / 2, ink,
                   std::to_string(hands), 1);
        if (bar_ <= 0) return;
        const float end = right - 64;
        const float high = size_ * 0.46f;
        const float wide = std::max(high, bar_ * static_cast<float>(hands) / static_cast<float>(most_hands_));
        wall_.fill({end - wide, middle - high / 2, wide, high}, p.primary, high / 2);
    }

    void draw_dots(float y) {
        constexpr float apart = 26;
        for (int k = 0; k < 3; ++k)
            wall_.disc(wall_.margin() + box_room() + 6 + apart * static_cast<float>(k), y + dots_room / 2 - 4, 6,
                       wall_.palette().muted);
    }

    WallCanvas& wall_;
    const app::AidScene& scene_;
    const session::Reveal& list_;
    int count_;
    int most_hands_ = 0;
    float bar_ = 0;    ///< length of the longest bar
    float hands_ = 0;  ///< room for bars and numbers
    int first_ = 0;
    int last_ = 0;
    float size_ = wall_type::label;
    float air_ = least_air;
    bool title_ = false;
};

}  // namespace

void draw_checklist(WallCanvas& wall, const app::AidScene& scene, const session::Reveal& list) {
    if (!list.parts.empty()) ListScene(wall, scene, list).draw();
}

}  // namespace ui
