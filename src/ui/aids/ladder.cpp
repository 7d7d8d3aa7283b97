// The ladder: rungs from the lowest at the foot to the goal at the top, each with its words beside it.
#include <algorithm>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

constexpr float top = 48;
constexpr float foot = 614;     // the footer's capitals begin at 642
constexpr float goal_gap = 22;  // between the goal and the highest rung's room
constexpr float most_pitch = 96;
constexpr float least_pitch = 54;  // below it the goal gives way
constexpr float leading = 1.2f;
constexpr float goal_sizes[] = {60, 52, 46, 40};
constexpr float rung_sizes[] = {52, 46, 43, 40};

class LadderScene {
  public:
    LadderScene(WallCanvas& wall, const session::Reveal& ladder)
        : wall_(wall),
          ladder_(ladder),
          count_(static_cast<int>(ladder.parts.size())),
          left_(wall.margin()),
          wide_(std::min(190.0f, wall.width() * 0.15f)),
          words_(left_ + wide_ + 44),
          width_(wall.width() - wall.margin() - words_) {
        float room = 0;
        for (goal_lines_ = 2; goal_lines_ > 0; --goal_lines_) {
            goal_height_ = std::max(64.0f, line_height(wall, ladder.heading, width_, goal_style()));
            room = foot - top - goal_height_ - goal_gap;
            if (goal_lines_ == 1 || room >= least_pitch * static_cast<float>(count_)) break;
        }
        pitch_ = std::min(most_pitch, room / static_cast<float>(std::max(1, count_)));
        // A short ladder stands in the middle of the wall.
        goal_y_ = top + (room - pitch_ * static_cast<float>(count_)) / 2;
        bottom_ = goal_y_ + goal_height_ + goal_gap + pitch_ * static_cast<float>(count_);
        size_ = rung_size();
        open_ = open_height();
    }

    void draw() {
        draw_ladder();
        draw_goal();
        for (int i = 0; i < count_; ++i) draw_words_of(i);
    }

  private:
    bool lit(int i) const { return i == ladder_.lit; }
    bool shown(int i) const { return i < ladder_.shown; }
    book::Font font(int i) const { return {lit(i) ? book::Face::bold : book::Face::regular, size_}; }
    const session::Reveal::Part& part(int i) const { return ladder_.parts[static_cast<std::size_t>(i)]; }
    int lines_in_pitch(float size) const { return std::max(1, static_cast<int>((pitch_ + 1) / (size * leading))); }

    LineStyle goal_style() const { return {.sizes = goal_sizes, .most_lines = goal_lines_, .strong = true}; }

    /// The largest at which all that is shown stands whole in its rung's height.
    float rung_size() const {
        for (const float size : rung_sizes) {
            bool whole = size * leading <= pitch_;
            for (int i = 0; i < count_ && whole; ++i)
                whole = wall_.measure({book::Face::bold, size}, part(i).name).lines(name_width(i, size)) <=
                        lines_in_pitch(size);
            if (whole) return size;
        }
        return wall_type::label;
    }

    /// What was written stands beside the name when it is short, else after it.
    bool beside(int i, float size) const { return !part(i).written.empty() && note_width(i, size) <= width_ * 0.28f; }
    float note_width(int i, float size) const {
        return wall_.advance({book::Face::semibold, size}, part(i).written) + 36;
    }
    float name_width(int i, float size) const { return beside(i, size) ? width_ - note_width(i, size) - 24 : width_; }
    std::string words_of(int i) const {
        const std::string& note = part(i).written;
        return note.empty() || beside(i, size_) ? part(i).name : part(i).name + " · " + note;
    }

    /// The lit rung's words are never cut: it may take more than its share.
    float open_height() const {
        if (ladder_.lit < 0 || ladder_.lit >= count_) return pitch_;
        const int lines = wall_.measure(font(ladder_.lit), words_of(ladder_.lit)).lines(name_width(ladder_.lit, size_));
        return std::max(pitch_, static_cast<float>(lines) * size_ * leading);
    }
    float height_of(int i) const {
        if (open_ <= pitch_ || lit(i)) return open_ <= pitch_ ? pitch_ : open_;
        return (pitch_ * static_cast<float>(count_) - open_) / static_cast<float>(std::max(1, count_ - 1));
    }
    /// The middle of a rung.
    float y_of(int i) const {
        float y = bottom_;
        for (int k = 0; k < i; ++k) y -= height_of(k);
        return y - height_of(i) / 2;
    }

    void draw_ladder() {
        const Palette& p = wall_.palette();
        constexpr float lean = 0.1f;  // it is a little narrower at the top
        const float high = goal_y_ + goal_height_ / 2 + 52;
        const float in = wide_ * lean;
        wall_.line(left_ + 8, bottom_, left_ + 8 + in, high, 12, p.edge);
        wall_.line(left_ + wide_ - 8, bottom_, left_ + wide_ - 8 - in, high, 12, p.edge);
        for (int i = 0; i < count_; ++i) {
            const float y = y_of(i);
            const float inset = 8 + in * (bottom_ - y) / std::max(1.0f, bottom_ - high);
            const float thick = lit(i) ? 22.0f : shown(i) ? 14.0f : 8.0f;
            const ImU32 colour = lit(i) ? p.amber : shown(i) ? p.primary : p.line;
            if (lit(i) && !p.dark) wall_.line(left_ + inset, y, left_ + wide_ - inset, y, thick + 6, p.edge);
            wall_.line(left_ + inset, y, left_ + wide_ - inset, y, thick, colour);
        }
    }

    void draw_goal() {
        const Palette& p = wall_.palette();
        const float middle = goal_y_ + goal_height_ / 2;
        const float x = left_ + wide_ / 2;
        wall_.disc(x, middle, 34, p.amber);
        if (!p.dark) wall_.ring(x, middle, 33, 3, p.edge);
        const float height = line_height(wall_, ladder_.heading, width_, goal_style());
        draw_line(wall_, ladder_.heading, words_, middle - height / 2, width_, goal_style());
    }

    void draw_words_of(int i) {
        if (!shown(i)) return;
        const Palette& p = wall_.palette();
        const float y = y_of(i);
        if (lit(i)) {
            const float height = std::min(height_of(i), std::max(open_ > pitch_ ? open_ : 0.0f, size_ * leading) + 12);
            wall_.fill({words_ - 20, y - height / 2, width_ + 40, height}, p.raised, 12);
        }
        const ImU32 ink = lit(i) || ladder_.lit < 0 ? p.ink : p.muted;
        const float width = name_width(i, size_);
        const std::string all = words_of(i);
        const std::string text = lit(i) ? all : wall_.cut(font(i), all, width, lines_in_pitch(size_));
        const float sizes[] = {size_};
        const LineStyle style{.sizes = sizes, .most_lines = 9, .strong = lit(i), .colour = ink};
        const float height = line_height(wall_, text, width, style);
        draw_line(wall_, text, words_, y - height / 2, width, style);
        if (beside(i, size_)) draw_note(i, y);
    }

    void draw_note(int i, float y) {
        const Palette& p = wall_.palette();
        const float wide = note_width(i, size_);
        const float high = std::min(height_of(i) - 2, size_ * 1.16f);
        wall_.fill({words_ + width_ - wide, y - high / 2, wide, high}, p.primary_soft, high / 2);
        wall_.text({book::Face::semibold, size_}, words_ + width_ - wide / 2, y + size_ * wall_type::capitals / 2,
                   p.on_primary_soft, part(i).written, 0.5f);
    }

    WallCanvas& wall_;
    const session::Reveal& ladder_;
    int count_;
    float left_;
    float wide_;
    float words_;  ///< where the words begin
    float width_;  ///< that they have
    float goal_y_ = 0;
    float goal_height_ = 0;
    int goal_lines_ = 2;
    float bottom_ = 0;
    float pitch_ = 0;
    float size_ = 0;
    float open_ = 0;
};

}  // namespace

void draw_ladder(WallCanvas& wall, const app::AidScene& /*scene*/, const session::Reveal& ladder) {
    LadderScene(wall, ladder).draw();
}

}  // namespace ui
