// The mind map: a word in the middle and branches out from it, in the order they come. The one that is talked about gets
// a ring around it. On a narrow wall, or with many branches, all of them go to the right.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

constexpr float top = 56;
constexpr float bottom = 616;  // the footer's capitals begin at 642
constexpr float middle = (top + bottom) / 2;
constexpr float leading = 1.2f;
constexpr float most_pitch = 170;
constexpr float air = 14;  // between a branch's end and its word
constexpr int most_two_sided = 8;
constexpr float least_column = 270;  // narrower would break long words
constexpr float centre_sizes[] = {60, 52, 46, 40};
constexpr float word_sizes[] = {52, 46, 43, 40};

class MapScene {
  public:
    MapScene(WallCanvas& wall, const session::Reveal& map)
        : wall_(wall), map_(map), count_(static_cast<int>(map.parts.size())) {
        place(wall_width() >= 1000 && count_ <= most_two_sided);
        if (two_sided_ && !whole()) place(false);
    }

    void draw() {
        for (int i = 0; i < count_; ++i) draw_branch(i);
        draw_centre();
        for (int i = 0; i < std::min(count_, map_.shown); ++i) draw_word(i);
    }

  private:
    float wall_width() const { return wall_.width() - 2 * wall_.margin(); }
    bool lit(int i) const { return i == map_.lit; }
    bool on_right(int i) const { return !two_sided_ || i % 2 == 0; }
    int in_column(int i) const { return two_sided_ ? (count_ + (on_right(i) ? 1 : 0)) / 2 : count_; }
    int row(int i) const { return two_sided_ ? i / 2 : i; }
    float pitch(int i) const {
        return std::min(most_pitch, (bottom - top) / static_cast<float>(std::max(1, in_column(i))));
    }
    book::Font font(int i) const { return {lit(i) ? book::Face::bold : book::Face::regular, size_}; }
    int lines_in_pitch(int i, float size) const {
        return std::max(1, static_cast<int>((pitch(i) - 4) / (size * leading)));
    }

    /// The group's own word takes the place of the proposed one.
    const std::string& word(int i) const {
        const auto& part = map_.parts[static_cast<std::size_t>(i)];
        return part.written.empty() ? part.name : part.written;
    }

    void place(bool two_sided) {
        two_sided_ = two_sided;
        const float most = std::max(wall_width() * (two_sided ? 0.24f : 0.30f), longest_word());
        const LineStyle style = centre_style();
        const book::Layout& layout = wall_.heading(map_.heading, most, style.sizes, style.most_lines, true);
        float widest = 0;
        for (const book::Run& run : layout.runs) widest = std::max(widest, run.x + run.width);
        centre_text_ = std::min(most, widest + 2);
        const float wide = std::max(150.0f, centre_text_ + 56);
        centre_ = {two_sided ? (wall_.width() - wide) / 2 : wall_.margin(), middle - layout.height / 2 - 30, wide,
                   layout.height + 60};
        const float reach = two_sided || wall_width() < 1000 ? 84.0f : 110.0f;
        column_ =
            (two_sided ? centre_.x - wall_.margin() : wall_.width() - wall_.margin() - centre_.right()) - reach - air;
        for (const float size : word_sizes) {
            size_ = size;
            if (whole()) break;
        }
    }

    /// Of the middle, which must not break even in the smallest type.
    float longest_word() const {
        const book::Font font{book::Face::bold, wall_type::label};
        float longest = 0;
        for (std::string_view text = map_.heading; !text.empty();) {
            const std::string_view word = text.substr(0, text.find(' '));
            longest = std::max(longest, std::ceil(wall_.advance(font, word)) + 1);
            text.remove_prefix(std::min(text.size(), word.size() + 1));
        }
        return longest;
    }

    static LineStyle centre_style() { return {.sizes = centre_sizes, .most_lines = 3, .strong = true}; }

    /// Whether all words that are shown stand whole.
    bool whole() const {
        if (two_sided_ && column_ < least_column) return false;
        for (int i = 0; i < count_; ++i) {
            const WordWidths words = wall_.measure({book::Face::bold, size_}, word(i));
            if (words.breaks(column_) || words.lines(column_) > lines_in_pitch(i, size_)) return false;
        }
        return true;
    }

    /// What the lit word needs beyond its share; its neighbours in the column give it.
    float height_of(int i) const {
        const float share = pitch(i);
        const int open = map_.lit;
        if (open < 0 || open >= count_ || on_right(open) != on_right(i)) return share;
        const float need =
            static_cast<float>(wall_.measure(font(open), word(open)).lines(column_)) * size_ * leading + 16;
        if (need <= share) return share;
        const auto others = static_cast<float>(in_column(i) - 1);
        return lit(i) ? need : std::max(size_, (share * (others + 1) - need) / std::max(1.0f, others));
    }

    float y_of(int i) const {
        float y = middle - pitch(i) * static_cast<float>(in_column(i)) / 2;
        for (int k = two_sided_ ? i % 2 : 0; k < i; k += two_sided_ ? 2 : 1) y += height_of(k);
        return y + height_of(i) / 2;
    }

    /// Where a branch ends and its word begins.
    float end_of(int i) const {
        return on_right(i) ? wall_.width() - wall_.margin() - column_ - air : wall_.margin() + column_ + air;
    }
    ImU32 accent() const { return wall_.palette().dark ? wall_.palette().amber : wall_.palette().warm; }

    void draw_branch(int i) {
        const Palette& p = wall_.palette();
        const bool right = on_right(i);
        const float y = y_of(i);
        const float to = end_of(i) - (right ? air : -air);
        // They leave the middle side by side, not from one point.
        const float spread = std::clamp((y - middle) * 0.3f, -centre_.height * 0.3f, centre_.height * 0.3f);
        const float from = right ? centre_.right() - 12 : centre_.x + 12;
        const float bend = (to - from) * 0.55f;
        const bool shown = i < map_.shown;
        const ImU32 colour = lit(i) ? accent() : shown ? p.primary : p.line;
        const float thick = lit(i) ? 13.0f : shown ? 8.0f : 5.0f;
        wall_.curve({from, middle + spread}, {from + bend, middle + spread}, {to - bend, y}, {to, y}, thick, colour);
        if (!shown) {
            wall_.disc(to, y, 12, p.ground);
            wall_.ring(to, y, 11, 4, p.edge);
        }
    }

    void draw_centre() {
        const Palette& p = wall_.palette();
        wall_.fill(centre_, p.primary, 36);
        LineStyle style = centre_style();
        style.colour = p.on_primary;
        draw_line(wall_, map_.heading, centre_.x + (centre_.width - centre_text_) / 2, centre_.y + 30, centre_text_,
                  style, 0.5f);
    }

    void draw_word(int i) {
        const Palette& p = wall_.palette();
        const ImU32 ink = lit(i) || map_.lit < 0 ? p.ink : p.muted;
        const float width = column_;
        const std::string text = lit(i) ? word(i) : wall_.cut(font(i), word(i), width, lines_in_pitch(i, size_));
        const float sizes[] = {size_};
        const book::Layout& layout = wall_.heading(text, width, sizes, 9, lit(i));
        float wide = 0;
        for (const book::Run& run : layout.runs) wide = std::max(wide, run.x + run.width);
        const bool right = on_right(i);
        const float x = right ? end_of(i) + air / 2 : end_of(i) - air / 2 - width;
        const float y = y_of(i) - layout.height / 2;
        if (lit(i)) {
            constexpr float side = 20;
            constexpr float over = 5;
            const float left = right ? x : x + width - wide;
            const book::Rect box{left - side, y - over, wide + 2 * side, layout.height + 2 * over};
            wall_.fill(box, p.raised, box.height / 2 < 40 ? box.height / 2 : 40);
            wall_.outline(box, 6, accent(), box.height / 2 < 40 ? box.height / 2 : 40);
        }
        wall_.paint_lines(layout, x, y, width, right ? 0.0f : 1.0f, ink);
    }

    WallCanvas& wall_;
    const session::Reveal& map_;
    int count_;
    bool two_sided_ = true;
    book::Rect centre_;
    float centre_text_ = 0;
    float column_ = 0;
    float size_ = wall_type::label;
};

}  // namespace

void draw_mind_map(WallCanvas& wall, const app::AidScene& /*scene*/, const session::Reveal& map) {
    MapScene(wall, map).draw();
}

}  // namespace ui
