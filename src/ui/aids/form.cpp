// The form in two columns, a heading and what is written under it: ABCD, SMART, hvis–så. A form with a question to be
// answered before and after has a line from 0 to 10 at the bottom.
#include <algorithm>
#include <string>
#include <vector>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

using words::Key;

constexpr float top = 52;
constexpr float bottom = 616;  // the footer's capitals begin at 642
constexpr float leading = 1.2f;
constexpr float columns_gap = 36;
constexpr float strip_gap = 28;  // between the rows and the line from 0 to 10
constexpr float widest_gap = 34;
constexpr float least_gap = 8;

/// At size 1, so that lines can be counted at every size.
WordWidths at_one(const WallCanvas& wall, std::string_view text, book::Face face) {
    constexpr float unit = 100;
    return wall.measure({face, unit}, text).scaled(1 / unit);
}

struct Row {
    std::string_view name;
    std::string_view text;
    WordWidths name_words;
    WordWidths text_words;
};

/// How the rows are set. `brief`: the lines that a row has at most, 0 = all it needs; the lit one is then open over the
/// whole width.
struct Plan {
    float size = wall_type::label;
    float names = 0;  ///< width of the left column
    float gap = least_gap;
    float height = 0;
    std::size_t first = 0, last = 0;  ///< the rows that have room, from first to before last
    int brief = 0;
    bool strip = false;  ///< the line from 0 to 10 has room
};

class FormScene {
  public:
    FormScene(WallCanvas& wall, const session::Reveal& form)
        : wall_(wall), form_(form), left_(wall.margin()), width_(wall.width() - 2 * wall.margin()) {
        for (std::size_t i = 0; i < form.parts.size(); ++i) {
            const std::string& name = form.parts[i].name;
            const std::string& text = form.text(static_cast<int>(i));
            rows_.push_back(
                {name, text, at_one(wall, name, book::Face::bold), at_one(wall, text, book::Face::regular)});
        }
    }

    void draw() {
        const float strip = form_.scale.empty() ? 0 : strip_height();
        const Plan plan = made_plan(strip);
        const float room = bottom - top - (plan.strip ? strip + strip_gap : 0);
        float y = top + std::max(0.0f, (room - plan.height) / 2);
        for (std::size_t i = plan.first; i < plan.last; ++i) {
            const float height = row_height(plan, i, 1);
            draw_row(plan, i, y, height);
            y += height + plan.gap;
        }
        if (plan.strip) draw_strip(bottom - strip, strip);
    }

  private:
    bool lit(std::size_t i) const { return form_.lit == static_cast<int>(i); }
    bool shown(std::size_t i) const { return static_cast<int>(i) < form_.shown; }
    float texts_width(const Plan& plan) const { return width_ - plan.names - columns_gap; }

    /// The narrowest left column in which every name stands whole: on one line, or on two where that would be wide.
    float names_width(float size) const {
        struct Try {
            float share;
            int lines;
        };
        static constexpr Try tries[] = {{0.22f, 1}, {0.27f, 1}, {0.32f, 1}, {0.36f, 1}, {0.26f, 2},
                                        {0.32f, 2}, {0.38f, 2}, {0.44f, 2}, {0.5f, 2}};
        for (const Try& one : tries) {
            const float width = width_ * one.share;
            if (std::all_of(rows_.begin(), rows_.end(), [&](const Row& row) {
                    return row.name_words.lines(width / size) <= one.lines && !row.name_words.breaks(width / size);
                }))
                return width;
        }
        return width_ / 2;
    }

    /// `empty`: the lines that are kept for what is not written yet.
    float row_height(const Plan& plan, std::size_t i, int empty) const {
        const Row& row = rows_[i];
        if (plan.brief > 0 && lit(i)) {
            const int open = std::max(1, row.text_words.lines(width_ / plan.size));
            return static_cast<float>(row.name_words.lines(width_ / plan.size) + open) * plan.size * leading;
        }
        const int text = row.text.empty() ? empty : row.text_words.lines(texts_width(plan) / plan.size);
        const int lines = std::max(row.name_words.lines(plan.names / plan.size), text);
        return static_cast<float>(plan.brief > 0 ? std::min(lines, plan.brief) : lines) * plan.size * leading;
    }

    /// Whether the rows have room, with `gap` or more between them.
    bool fits(Plan& plan, float room, int empty, float gap) const {
        plan.names = names_width(plan.size);
        float kept = 0;
        float taken = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            kept += row_height(plan, i, empty);
            taken += row_height(plan, i, 1);
        }
        plan.last = rows_.size();
        const auto gaps = static_cast<float>(std::max<std::size_t>(1, rows_.size() - 1));
        plan.gap = std::clamp((room - taken) / gaps, least_gap, widest_gap);
        plan.height = taken + plan.gap * static_cast<float>(rows_.size() - 1);
        const bool whole = std::none_of(rows_.begin(), rows_.end(), [&](const Row& row) {
            return row.text_words.breaks(texts_width(plan) / plan.size);
        });
        return whole && kept + gap * gaps <= room;
    }

    /// The largest type at which all is whole. Room is kept for lines to come, so that the form does not shrink while
    /// it is filled in. While one line is talked about the 0–10 line may give its place to it.
    Plan made_plan(float strip) const {
        constexpr float sizes[] = {52, 46, 43, wall_type::label};
        constexpr float airy = 20;
        const bool talked_about = form_.lit >= 0;
        for (const bool with_strip : {true, false}) {
            if (with_strip ? strip <= 0 : strip > 0 && !talked_about) continue;
            const float room = bottom - top - (with_strip ? strip + strip_gap : 0);
            for (const int empty : {2, 1}) {
                for (const float size : sizes) {
                    Plan plan{.size = size, .strip = with_strip};
                    if (fits(plan, room, empty, size > wall_type::label ? airy : least_gap)) return plan;
                }
            }
        }
        Plan plan{.strip = strip > 0 && !talked_about};
        const float room = bottom - top - (plan.strip ? strip + strip_gap : 0);
        for (plan.brief = 3; plan.brief > 1 && !fits(plan, room, 1, least_gap);) --plan.brief;
        fits(plan, room, 1, least_gap);
        // A very long line that is open takes the place of those farthest from it.
        const auto focus = static_cast<std::size_t>(std::max(0, form_.lit));
        while (plan.height > room && plan.last - plan.first > 1) {
            const std::size_t away = focus - plan.first > plan.last - 1 - focus ? plan.first++ : --plan.last;
            plan.height -= row_height(plan, away, 1) + plan.gap;
        }
        return plan;
    }

    void draw_row(const Plan& plan, std::size_t i, float y, float height) {
        const Palette& p = wall_.palette();
        const Row& row = rows_[i];
        const bool strong = lit(i);
        if (strong) {
            constexpr float side = 28;
            const float air = std::min(plan.gap / 2, 12.0f);
            const book::Rect box{left_ - side, y - air, width_ + 2 * side, height + 2 * air};
            wall_.fill(box, p.raised, 14);
            wall_.fill({box.x, box.y, 10, box.height}, p.dark ? p.amber : p.warm, 5);
        }
        const bool quiet = form_.lit >= 0 ? !strong : !shown(i) && form_.shown > 0;
        const ImU32 ink = quiet ? p.muted : p.ink;
        const float sizes[] = {plan.size};
        const float texts = left_ + plan.names + columns_gap;
        const float room = texts_width(plan);
        if (plan.brief > 0 && !strong) {
            const std::string name = wall_.cut({book::Face::bold, plan.size}, row.name, plan.names, plan.brief);
            const std::string text = wall_.cut({book::Face::regular, plan.size}, row.text, room, plan.brief);
            draw_line(wall_, name, left_, y, plan.names,
                      {.sizes = sizes, .most_lines = 9, .strong = true, .colour = ink});
            draw_line(wall_, text, texts, y, room, {.sizes = sizes, .most_lines = 9, .colour = ink});
        } else if (plan.brief > 0) {
            const LineStyle name{.sizes = sizes, .most_lines = 9, .strong = true};
            const float under = y + draw_line(wall_, row.name, left_, y, width_, name);
            draw_line(wall_, row.text, left_, under, width_, {.sizes = sizes, .most_lines = 9});
        } else {
            draw_line(wall_, row.name, left_, y, plan.names,
                      {.sizes = sizes, .most_lines = 9, .strong = true, .colour = ink});
            draw_line(wall_, row.text, texts, y, room, {.sizes = sizes, .most_lines = 9, .colour = ink});
        }
        if (row.text.empty()) {
            // A line to write on.
            const bool under = plan.brief > 0 && strong;
            const float line = y + (under ? height - plan.size * 0.18f : plan.size * 1.02f);
            wall_.line(under ? left_ : texts, line, left_ + width_, line, strong ? 5.0f : 3.0f,
                       strong ? p.primary : p.line);
        }
    }

    // --- The line from 0 to 10 --------------------------------------------------------------------------------------
    float question_width() const { return width_ * 0.44f; }

    float strip_height() const {
        constexpr float least = 132;
        const int lines = at_one(wall_, form_.scale, book::Face::regular).lines(question_width() / wall_type::label);
        return std::max(least, static_cast<float>(lines) * wall_type::label * leading);
    }

    void draw_strip(float y, float height) {
        const Palette& p = wall_.palette();
        static constexpr float sizes[] = {wall_type::label};
        const LineStyle style{.sizes = sizes, .most_lines = 4, .colour = p.muted};
        const float question = line_height(wall_, form_.scale, question_width(), style);
        draw_line(wall_, form_.scale, left_, y + (height - question) / 2, question_width(), style);

        const float axis = y + height / 2 + 4;
        const float first = left_ + question_width() + 64;
        const float pitch = (left_ + width_ - 24 - first) / 10;
        const auto x_of = [&](int value) { return first + pitch * static_cast<float>(value); };
        wall_.fill({first, axis - 4, 10 * pitch, 8}, p.primary_soft, 4);
        if (form_.before >= 0 && form_.after >= 0) {
            const float from = x_of(std::min(form_.before, form_.after));
            wall_.fill({from, axis - 4, x_of(std::max(form_.before, form_.after)) - from, 8}, p.primary, 4);
        }
        const bool wide = pitch >= 46;
        for (int value = 0; value <= 10; ++value) {
            const bool marked = value == form_.before || value == form_.after;
            if (!marked) wall_.disc(x_of(value), axis, 8, p.primary);
            // Where all numbers would touch, the ends, the middle and the marked ones stand; next to a mark none else.
            const auto next_to = [&](int mark) { return mark >= 0 && std::abs(value - mark) == 1; };
            const bool beside = next_to(form_.before) || next_to(form_.after);
            if (wide || marked || (value % 5 == 0 && !beside))
                wall_.text({marked ? book::Face::bold : book::Face::regular, wall_type::label},
                           x_of(value) + (value == 10 ? 10.0f : 0.0f), axis + 60, marked ? p.ink : p.muted,
                           std::to_string(value), 0.5f);
        }
        draw_marks(axis, x_of(std::max(0, form_.before)), x_of(std::max(0, form_.after)));
    }

    /// Before is a ring, after is full; each has its word above.
    void draw_marks(float axis, float before, float after) {
        const Palette& p = wall_.palette();
        constexpr float radius = 19;
        if (form_.after >= 0) {
            wall_.disc(after, axis, radius - 3, p.amber);
            if (!p.dark) wall_.ring(after, axis, radius - 3, 3, p.edge);
        }
        if (form_.before >= 0) {
            if (form_.before != form_.after) wall_.disc(before, axis, radius, p.ground);
            wall_.ring(before, axis, radius, 5, p.primary);
        }
        const book::Font font{book::Face::semibold, wall_type::label};
        const std::string& before_word = wall_.words()[Key::aid_before];
        const std::string& after_word = wall_.words()[Key::aid_after];
        const float before_half = wall_.advance(font, before_word) / 2;
        const float after_half = wall_.advance(font, after_word) / 2;
        if (form_.before >= 0 && form_.after >= 0) {
            // Words that would touch give way to each other.
            const float need = before_half + after_half + 24;
            const float apart = std::abs(after - before);
            if (apart < need) {
                const float push = (need - apart) / 2 * (after < before ? -1.0f : 1.0f);
                before -= push;
                after += push;
            }
            const float over = std::max(before + before_half, after + after_half) - (left_ + width_ + 20);
            if (over > 0) {
                before -= over;
                after -= over;
            }
        }
        if (form_.before >= 0) wall_.text(font, before, axis - 36, p.ink, before_word, 0.5f);
        if (form_.after >= 0) wall_.text(font, after, axis - 36, p.ink, after_word, 0.5f);
    }

    WallCanvas& wall_;
    const session::Reveal& form_;
    float left_;
    float width_;
    std::vector<Row> rows_;
};

}  // namespace

void draw_form(WallCanvas& wall, const app::AidScene& /*scene*/, const session::Reveal& form) {
    if (!form.parts.empty()) FormScene(wall, form).draw();
}

}  // namespace ui
