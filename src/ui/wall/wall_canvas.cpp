#include "ui/wall/wall_canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/alert_sign.h"
#include "ui/fonts.h"
#include "ui/state.h"
#include "ui/wall/blocks_hash.h"
#include "ui/wall/drawn_text.h"
#include "ui/wall/heading_fit.h"

namespace ui {
namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;

/// The widest digit: Inter's "1" is narrow, and a clock must stand still.
float digit_cell(const WallCanvas& wall, book::Font font) {
    float widest = 0;
    for (const char digit : std::string_view("0123456789")) widest = std::max(widest, wall.advance(font, {&digit, 1}));
    return widest;
}

/// A space that no line is broken at.
constexpr std::string_view kept_space = "\u00A0";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

WallCanvas::WallCanvas(Context& context, ImDrawList& list, const Palette& palette, const words::Catalogue& words,
                       ImVec2 min, ImVec2 max)
    : context_(context),
      list_(list),
      palette_(palette),
      words_(words),
      min_(min),
      max_(max),
      scale_(std::max(1.0f, max.y - min.y) / wall_type::height),
      // Whole units, so that a thumbnail whose sides are rounded to pixels gets the very lines of the wall.
      width_(std::round((max.x - min.x) / scale_)) {}

void WallCanvas::text(book::Font font, float x, float y, ImU32 colour, std::string_view text, float align) {
    if (text.empty()) return;
    if (align != 0) x -= advance(font, text) * align;
    if (DrawnTexts* const kept = DrawnTexts::kept()) {
        const float high = font.size * wall_type::capitals;
        kept->all.push_back({std::string(text), font.size, {x, y - high, advance(font, text), high}});
    }
    const float space = advance(font, " ");
    while (!text.empty()) {
        const std::size_t kept = text.find(kept_space);
        const std::size_t end = std::min({text.find(' '), kept, text.size()});
        if (end > 0) x += draw_word(font, x, y, colour, text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + (end == kept ? kept_space.size() : 1)));
        x += space;
    }
}

float WallCanvas::draw_word(book::Font font, float x, float y, ImU32 colour, std::string_view word) {
    const book::Font drawn{font.face, font.size * scale_};
    const int first = list_.VtxBuffer.Size;
    draw_text(list_, context_.fonts, drawn, at(x, y), colour, word);
    // Glyphs are a whole number of pixels wide at each size, so a line would grow or shrink a little with the wall.
    // Each word begins where it begins in units and is stretched to what it takes there: the thumbnail's letters stand
    // as the projector's.
    const float width = advance(font, word);
    const float taken = advance(drawn, word);
    if (taken <= 0 || std::abs(width * scale_ - taken) < 0.5f) return width;
    const float left = std::round(at(x, y).x);
    for (int i = first; i < list_.VtxBuffer.Size; ++i)
        list_.VtxBuffer[i].pos.x = left + (list_.VtxBuffer[i].pos.x - left) * width * scale_ / taken;
    return width;
}

float WallCanvas::advance(book::Font font, std::string_view text) const {
    return FontMeasure(context_.fonts).advance(font, text);
}

void WallCanvas::digits(book::Font font, float x, float y, ImU32 colour, std::string_view text, float align) {
    x -= digits_width(font, text) * align;
    const float cell = digit_cell(*this, font);
    while (!text.empty()) {
        const bool digit = is_digit(text.front());
        const auto end = digit ? text.begin() + 1 : std::find_if(text.begin(), text.end(), is_digit);
        const std::string_view part(text.data(), static_cast<std::size_t>(end - text.begin()));
        const float width = digit ? cell : advance(font, part);
        this->text(font, x + width / 2, y, colour, part, 0.5f);
        x += width;
        text.remove_prefix(part.size());
    }
}

float WallCanvas::digits_width(book::Font font, std::string_view text) const {
    const float cell = digit_cell(*this, font);
    float width = 0;
    std::string others;
    for (const char c : text) {
        if (is_digit(c))
            width += cell;
        else
            others += c;
    }
    return width + advance(font, others);
}

const book::Layout& WallCanvas::lay_out(const std::vector<book::Block>& blocks, const book::Style& style, float width) {
    struct NoPictures final : book::PictureSizes {
        float aspect(std::string_view) const override { return 0; }
    };
    const NoPictures none;
    const book::PictureSizes& pictures =
        context_.pictures != nullptr ? static_cast<const book::PictureSizes&>(*context_.pictures) : none;
    std::uint64_t revision = blocks_hash(blocks);
    for (const float measure : {style.line, style.gap, style.heading[0]})
        revision = mixed_hash(revision, std::hash<float>{}(measure));
    // The content is part of the name: what the wall shows now and what comes next stand side by side in the cache.
    return context_.state->layouts.get("wall " + std::to_string(revision), revision, blocks, style, width,
                                       FontMeasure(context_.fonts), pictures);
}

WordWidths WallCanvas::measure(book::Font font, std::string_view text) const {
    WordWidths widths{{}, advance(font, " ")};
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) widths.words.push_back(advance(font, text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return widths;
}

std::string WallCanvas::cut(book::Font font, std::string_view text, float width, int lines) const {
    std::string shown(text);
    while (measure(font, shown).lines(width) > lines) {
        const std::size_t space = text.rfind(' ');
        if (space == std::string_view::npos) break;
        text = text.substr(0, space);
        shown = std::string(text) + " …";
    }
    return shown;
}

const book::Layout& WallCanvas::heading(std::string_view text, float width, std::span<const float> sizes,
                                        int most_lines, bool strong) {
    const book::Font unit{strong ? book::Face::bold : book::Face::regular, 100};
    const HeadingFit fit = fit_heading(measure(unit, text).scaled(1 / unit.size), width, sizes, most_lines);
    std::vector<book::Block> blocks(1);
    blocks[0].type = strong ? book::BlockType::heading : book::BlockType::paragraph;
    blocks[0].level = 1;
    blocks[0].spans.push_back({.text = std::string(text)});
    book::Style style = book::Style::wall(height());
    style.body = fit.size;
    style.heading[0] = fit.size;
    style.line = 1.2f;
    // Glyphs are whole pixels wide: a line that was counted to fit may not, and then a wider column is better than one
    // line more.
    for (float tried = fit.width; tried < width; tried *= 1.04f) {
        const book::Layout& layout = lay_out(blocks, style, tried);
        if (static_cast<int>(layout.lines.size()) <= fit.lines) return layout;
    }
    return lay_out(blocks, style, width);
}

void WallCanvas::paint(const book::Layout& layout, float x, float y, const WallInk& ink) {
    const auto corner = [&](const book::Rect& box) { return at(x + box.x, y + box.y); };
    const auto end = [&](const book::Rect& box) { return at(x + box.right(), y + box.bottom()); };
    for (const book::Shape& shape : layout.shapes) {
        const ImVec2 min = corner(shape.box);
        const ImVec2 max = end(shape.box);
        const ImVec2 middle{(min.x + max.x) / 2, (min.y + max.y) / 2};
        const float half = std::min(max.x - min.x, max.y - min.y) / 2;
        switch (shape.type) {
            case book::ShapeType::bullet: list_.AddCircleFilled(middle, half, ink.quiet); break;
            case book::ShapeType::ring: list_.AddCircle(middle, half, ink.quiet, 0, std::max(1.0f, 3 * scale_)); break;
            case book::ShapeType::checkbox:
                list_.AddRect(min, max, ink.quiet, half * 0.4f, 0, std::max(1.0f, 3 * scale_));
                break;
            case book::ShapeType::checkbox_ticked: list_.AddRectFilled(min, max, ink.quiet, half * 0.4f); break;
            case book::ShapeType::sign:
                alert_sign(list_, shape.tone, min, max.x - min.x, colour(palette_, shape.tone));
                break;
            case book::ShapeType::closed:
            case book::ShapeType::opened: break;  // a wall shows what a details block holds
            case book::ShapeType::outline:
                list_.AddRect(min, max, colour(palette_, shape.tone), shape.radius * scale_, 0,
                              std::max(1.0f, 2 * scale_));
                break;
            case book::ShapeType::fill:
            case book::ShapeType::line:
                list_.AddRectFilled(min, {std::max(max.x, min.x + 1), std::max(max.y, min.y + 1)},
                                    colour(palette_, shape.tone), shape.radius * scale_);
                break;
        }
    }
    for (const book::Picture& picture : layout.pictures) {
        contain(picture.source, {x + picture.box.x, y + picture.box.y, picture.box.width, picture.box.height});
    }
    for (const book::Line& line : layout.lines) {
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
            const book::Run& run = layout.runs[r];
            const bool strong = run.font.face == book::Face::bold || run.font.face == book::Face::semibold;
            text(run.font, x + run.x, y + line.baseline - run.rise, strong ? ink.strong : ink.text,
                 layout.text_of(run));
        }
    }
}

void WallCanvas::paint_lines(const book::Layout& layout, float x, float y, float width, float align, ImU32 colour) {
    for (const book::Line& line : layout.lines) {
        if (line.first_run == line.end_run) continue;
        const book::Run& last = layout.runs[line.end_run - 1];
        const float shift = (width - last.x - last.width) * align;
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
            const book::Run& run = layout.runs[r];
            text(run.font, x + shift + run.x, y + line.baseline, colour, layout.text_of(run));
        }
    }
}

void WallCanvas::fill(book::Rect box, ImU32 colour, float round) {
    list_.AddRectFilled(at(box.x, box.y), at(box.right(), box.bottom()), colour, round * scale_);
}

void WallCanvas::disc(float x, float y, float r, ImU32 colour) {
    list_.AddCircleFilled(at(x, y), r * scale_, colour);
}

void WallCanvas::ring(float x, float y, float r, float thickness, ImU32 colour) {
    list_.AddCircle(at(x, y), r * scale_, colour, 0, std::max(1.0f, thickness * scale_));
}

void WallCanvas::arc(float x, float y, float r, float thickness, float begin, float end, ImU32 colour) {
    if (end <= begin) return;
    const float from = begin * turn - turn / 4;
    const float to = std::min(end, begin + 1) * turn - turn / 4;
    const int steps = std::max(2, static_cast<int>(std::ceil((to - from) / turn * 180)));
    list_.PathClear();
    list_.PathArcTo(at(x, y), r * scale_, from, to, steps);
    list_.PathStroke(colour, 0, std::max(1.0f, thickness * scale_));
    if (end - begin >= 1) return;
    for (const float angle : {from, to}) disc(x + r * std::cos(angle), y + r * std::sin(angle), thickness / 2, colour);
}

void WallCanvas::line(float x1, float y1, float x2, float y2, float thickness, ImU32 colour) {
    list_.AddLine(at(x1, y1), at(x2, y2), colour, std::max(1.0f, thickness * scale_));
    disc(x1, y1, thickness / 2, colour);
    disc(x2, y2, thickness / 2, colour);
}

void WallCanvas::curve(ImVec2 from, ImVec2 towards, ImVec2 past, ImVec2 to, float thickness, ImU32 colour) {
    list_.AddBezierCubic(at(from.x, from.y), at(towards.x, towards.y), at(past.x, past.y), at(to.x, to.y), colour,
                         std::max(1.0f, thickness * scale_), 48);
    disc(from.x, from.y, thickness / 2, colour);
    disc(to.x, to.y, thickness / 2, colour);
}

void WallCanvas::slice(float x, float y, float inner, float outer, float begin, float end, ImU32 colour) {
    if (end <= begin || outer <= inner) return;
    const float from = begin * turn - turn / 4;
    const float to = std::min(end, begin + 1) * turn - turn / 4;
    const int steps = std::max(2, static_cast<int>(std::ceil((to - from) / turn * 120)));
    list_.PathClear();
    list_.PathArcTo(at(x, y), outer * scale_, from, to, steps);
    if (inner > 0)
        list_.PathArcTo(at(x, y), inner * scale_, to, from, steps);
    else
        list_.PathLineTo(at(x, y));
    list_.PathFillConcave(colour);
}

void WallCanvas::polygon(std::span<const ImVec2> points, ImU32 colour, bool dented) {
    if (points.size() < 3) return;
    list_.PathClear();
    for (const ImVec2& point : points) list_.PathLineTo(at(point.x, point.y));
    if (dented)
        list_.PathFillConcave(colour);
    else
        list_.PathFillConvex(colour);
}

void WallCanvas::ribbon(std::span<const ImVec2> left, std::span<const ImVec2> right, ImU32 colour) {
    const std::size_t rows = std::min(left.size(), right.size());
    if (rows < 2) return;
    const ImU32 clear = colour & ~IM_COL32_A_MASK;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_.PrimReserve(static_cast<int>(18 * (rows - 1)), static_cast<int>(4 * rows));
    const unsigned first = list_._VtxCurrentIdx;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t above = row > 0 ? row - 1 : 0, below = std::min(row + 1, rows - 1);
        // Each edge fades out over one point of the screen, half of it outside.
        const auto edge = [&](std::span<const ImVec2> points, float outwards) {
            const ImVec2 a = at(points[above].x, points[above].y), b = at(points[below].x, points[below].y);
            const float length = std::max(0.001f, std::hypot(b.x - a.x, b.y - a.y));
            const ImVec2 half{outwards * 0.5f * (b.y - a.y) / length, -outwards * 0.5f * (b.x - a.x) / length};
            const ImVec2 middle = at(points[row].x, points[row].y);
            const ImVec2 inner{middle.x - half.x, middle.y - half.y}, outer{middle.x + half.x, middle.y + half.y};
            list_.PrimWriteVtx(outwards < 0 ? outer : inner, white, outwards < 0 ? clear : colour);
            list_.PrimWriteVtx(outwards < 0 ? inner : outer, white, outwards < 0 ? colour : clear);
        };
        edge(left, -1);
        edge(right, 1);
    }
    for (unsigned row = 0; row + 1 < rows; ++row)
        for (unsigned column = 0; column < 3; ++column) {
            const unsigned corner = first + 4 * row + column;
            for (const unsigned next : {0u, 1u, 5u, 0u, 5u, 4u})
                list_.PrimWriteIdx(static_cast<ImDrawIdx>(corner + next));
        }
}

void WallCanvas::outline(book::Rect box, float thickness, ImU32 colour, float round) {
    list_.AddRect(at(box.x, box.y), at(box.right(), box.bottom()), colour, round * scale_, 0,
                  std::max(1.0f, thickness * scale_));
}

void WallCanvas::pause_sign(float x, float y, float size, ImU32 colour) {
    const float bar = size * 0.3f;
    fill({x - size * 0.45f, y - size / 2, bar, size}, colour, bar * 0.3f);
    fill({x + size * 0.45f - bar, y - size / 2, bar, size}, colour, bar * 0.3f);
}

float WallCanvas::aspect(std::string_view picture) const {
    if (picture.empty() || context_.pictures == nullptr) return 0;
    const Texture texture = context_.pictures->texture(picture);
    return texture.width > 0 && texture.height > 0
               ? static_cast<float>(texture.width) / static_cast<float>(texture.height)
               : 0;
}

void WallCanvas::cover(std::string_view picture, book::Rect box, ImVec2 anchor) {
    const float wide = aspect(picture);
    if (wide <= 0) return;
    const float box_wide = box.width / box.height;
    const float u = std::min(1.0f, box_wide / wide);
    const float v = std::min(1.0f, wide / box_wide);
    const ImVec2 from{(1 - u) * anchor.x, (1 - v) * anchor.y};
    const ImVec2 end = at(box.right(), box.bottom());
    list_.AddImage(context_.pictures->texture(picture).id, at(box.x, box.y),
                   {std::min(end.x, max_.x), std::min(end.y, max_.y)}, from, {from.x + u, from.y + v});
}

void WallCanvas::contain(std::string_view picture, book::Rect box) {
    const float wide = aspect(picture);
    if (wide <= 0) return;
    const float width = std::min(box.width, box.height * wide);
    const float tall = width / wide;
    const float x = box.x + (box.width - width) / 2;
    const float y = box.y + (box.height - tall) / 2;
    list_.AddImageRounded(context_.pictures->texture(picture).id, at(x, y), at(x + width, y + tall), {0, 0}, {1, 1},
                          IM_COL32_WHITE, 20 * scale_);
}

}  // namespace ui
