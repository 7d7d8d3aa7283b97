#include "book/typesetter.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace book {
namespace {

constexpr int most_depth_set = 80;
constexpr float heading_line = 1.25f;

Tone alert_tone(AlertType type, Tone first) {
    return static_cast<Tone>(static_cast<int>(first) + 2 * static_cast<int>(type));
}

bool stands_out(const Block& block) {
    return block.type == BlockType::table || block.type == BlockType::alert || block.type == BlockType::code;
}

template <class Items>
void sort_by_y(Items& items) {
    const auto above = [](const auto& a, const auto& b) { return a.box.y < b.box.y; };
    if (!std::is_sorted(items.begin(), items.end(), above)) std::stable_sort(items.begin(), items.end(), above);
}

}  // namespace

Typesetter::Typesetter(const Style& style, const Measure& measure, const PictureSizes& pictures,
                       const Surroundings& surroundings)
    : style_(style),
      measure_(measure),
      pictures_(pictures),
      surroundings_(surroundings),
      breaker_(measure, style.parting) {}

Layout Typesetter::set(std::span<const Block> blocks, float width) {
    Frame frame;
    frame.width = std::max(width, style_.body);
    if (!blocks.empty() && surroundings_.continues)
        y_ += item_gap(blocks.front());
    else if (!blocks.empty() && surroundings_.above != nullptr)
        y_ += gap_between(*surroundings_.above, blocks.front(), false);
    flow(blocks, frame, false, 0);
    return finish(width);
}

void Typesetter::flow(std::span<const Block> blocks, const Frame& frame, bool tight, int depth) {
    if (depth > most_depth_set) return;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (i > 0) y_ += gap_between(blocks[i - 1], blocks[i], tight);
        set_block(blocks[i], frame, depth);
    }
}

float Typesetter::gap_between(const Block& above, const Block& below, bool tight) const {
    const float gap = style_.gap;
    const auto is_heading = [](const Block& block) { return block.type == BlockType::heading; };
    if (is_heading(above)) return std::round(gap * (above.level <= 2 ? 0.75f : 0.5f));
    if (is_heading(below)) return std::round(gap * (below.level == 1 ? 2.5f : below.level == 2 ? 2.25f : 1.75f));
    if (above.type == BlockType::rule || below.type == BlockType::rule) return std::round(gap * 1.5f);
    const auto is_image = [](const Block& block) { return block.type == BlockType::image; };
    if (is_image(above) || is_image(below)) return std::round(gap * 1.25f);
    if (tight) return std::round(gap * 0.4f);
    // A list hangs on the sentence that opens it; what has a ground or lines of its own needs a little more air than
    // text, whose lines bring some.
    if (above.type == BlockType::paragraph && below.type == BlockType::list && below.tight)
        return std::round(gap * 0.6f);
    return stands_out(above) || stands_out(below) ? std::round(gap * 1.25f) : gap;
}

float Typesetter::item_gap(const Block& list) const {
    return std::round(style_.gap * (list.tight ? 0.4f : 0.75f));
}

void Typesetter::set_block(const Block& block, const Frame& frame, int depth) {
    switch (block.type) {
        case BlockType::paragraph: set_text(block.spans, body_text(frame), frame, style_.line); break;
        case BlockType::heading: set_heading(block, frame); break;
        case BlockType::list: set_list(block, frame, depth); break;
        case BlockType::quote: set_quote(block, frame, depth); break;
        case BlockType::alert: set_alert(block, frame, depth); break;
        case BlockType::table: set_table(block, frame); break;
        case BlockType::code: set_code(block, frame); break;
        case BlockType::rule: set_rule(frame); break;
        case BlockType::image: set_image(block, frame); break;
        case BlockType::details: set_details(block, frame, depth); break;
        case BlockType::item:
        case BlockType::row:
        case BlockType::cell: flow(block.children, frame, true, depth + 1); break;
    }
}

TextStyle Typesetter::body_text(const Frame& frame) const {
    return {style_.body, Face::regular, frame.tone, !style_.slide};
}

void Typesetter::set_heading(const Block& block, const Frame& frame) {
    const std::size_t level = static_cast<std::size_t>(std::clamp(block.level, 1, 6)) - 1;
    if (!style_.slide) out_.anchors.push_back({block.anchor, plain_text(block.spans), y_, block.level});
    set_text(block.spans,
             {style_.heading[level], level == 0 ? Face::bold : Face::semibold, Tone::heading, !style_.slide}, frame,
             heading_line);
}

void Typesetter::set_list(const Block& block, const Frame& frame, int depth) {
    const Font font{Face::regular, style_.body};
    float indent = style_.indent;
    if (block.ordered) {
        const int last = std::max(block.start + static_cast<int>(block.children.size()) - 1, surroundings_.last_number);
        const std::string widest(std::to_string(last).size(), '0');
        indent = std::max(indent, std::ceil(measure_.advance(font, widest + ".") + style_.body * 0.45f));
    }
    Frame inner = frame;
    inner.x += indent;
    inner.width = std::max(frame.width - indent, style_.body * 3);
    ++inner.list_depth;
    int number = block.start;
    for (std::size_t i = 0; i < block.children.size(); ++i) {
        const Block& item = block.children[i];
        if (i > 0) y_ += item_gap(block);
        Marker marker;
        marker.x = inner.x;
        marker.depth = frame.list_depth;
        if (item.task) {
            marker.shape = switched(item, *item.task) ? ShapeType::checkbox_ticked : ShapeType::checkbox;
            marker.task = &item;
        } else if (block.ordered) {
            marker.number = true;
        } else {
            marker.shape = frame.list_depth % 2 == 0 ? ShapeType::bullet : ShapeType::ring;
        }
        marker.text = std::to_string(number++) + ".";
        markers_.push_back(std::move(marker));
        flow(item.children, inner, block.tight, depth + 1);
        flush_markers(inner);
    }
}

void Typesetter::set_quote(const Block& block, const Frame& frame, int depth) {
    flush_markers(frame);
    const float bar = std::max(2.0f, std::round(style_.body * 0.19f));
    const std::size_t shape = add_shape(ShapeType::fill, {frame.x, y_, bar, 0}, Tone::quote_bar, bar / 2, frame.pane);
    Frame inner = frame;
    inner.x += std::round(style_.indent * 0.75f);
    inner.width = std::max(frame.width - std::round(style_.indent * 0.75f), style_.body * 3);
    inner.tone = Tone::muted;
    const float top = y_;
    flow(block.children, inner, false, depth + 1);
    out_.shapes[shape].box.height = y_ - top;
}

void Typesetter::set_alert(const Block& block, const Frame& frame, int depth) {
    flush_markers(frame);
    const float bar = std::max(3.0f, std::round(style_.body * 0.24f));
    const float side = std::round(style_.body * 1.25f);
    const float air = std::round(style_.body * 0.8f);
    const float sign = std::round(style_.body * 1.3f);
    const float top = y_;
    const std::size_t ground = add_shape(ShapeType::fill, {frame.x, top, frame.width, 0},
                                         alert_tone(block.alert, Tone::note_ground), style_.radius, frame.pane);
    const std::size_t edge =
        add_shape(ShapeType::fill, {frame.x, top, bar, 0}, alert_tone(block.alert, Tone::note_bar), 0, frame.pane);
    y_ += air;
    // Colour alone must not carry the meaning. The sign stands in the middle of the first line of ordinary text.
    const float first_line = std::round(style_.body * style_.line);
    add_shape(ShapeType::sign,
              {frame.x + bar + std::round(style_.body * 0.7f), y_ + std::round((first_line - sign) / 2), sign, sign},
              alert_tone(block.alert, Tone::note_bar), 0, frame.pane);
    Frame inner = frame;
    inner.x += bar + std::round(style_.body * 1.3f) + sign;
    inner.width = std::max(frame.x + frame.width - side - inner.x, style_.body * 3);
    flow(block.children, inner, false, depth + 1);
    y_ = std::max(y_, top + air + first_line) + air;
    out_.shapes[ground].box.height = out_.shapes[edge].box.height = y_ - top;
}

void Typesetter::set_code(const Block& block, const Frame& frame) {
    flush_markers(frame);
    const float air = std::round(style_.body * 0.8f);
    const float top = y_;
    const std::size_t ground =
        add_shape(ShapeType::fill, {frame.x, top, frame.width, 0}, Tone::code_ground, style_.radius, frame.pane);
    Frame inner = frame;
    inner.x += air;
    inner.width = std::max(frame.width - 2 * air, style_.body);
    y_ += air;
    next_leaf();
    Piece piece;
    piece.font = {Face::mono, std::round(style_.body * 0.88f)};
    piece.tone = Tone::code_ink;
    const std::string text = plain_text(block.spans);
    std::vector<Piece> placed;
    bool first = true;
    for (const std::string_view line : base::lines(text)) {
        if (!first) out_.text += '\n';
        first = false;
        placed.clear();
        piece.text = line;
        piece.width = line.empty() ? 0 : measure_.advance(piece.font, line);
        set_rows(breaker_.code_rows(piece, inner.width, placed), placed, inner, piece.font, 1.45f, Align::left);
    }
    y_ += air;
    out_.shapes[ground].box.height = y_ - top;
}

void Typesetter::set_image(const Block& block, const Frame& frame) {
    flush_markers(frame);
    const float aspect = block.source.empty() ? 0 : pictures_.aspect(block.source);
    if (aspect > 0 && std::isfinite(aspect)) {
        float width = frame.width;
        float height = width / aspect;
        if (height > style_.most_picture_height) {
            height = style_.most_picture_height;
            width = height * aspect;
        }
        out_.pictures.push_back({{frame.x, y_, std::round(width), std::round(height)}, block.source, block.alt});
        y_ += std::round(height);
    } else {
        const float air = std::round(style_.body);
        const float top = y_;
        const std::size_t shape =
            add_shape(ShapeType::outline, {frame.x, top, frame.width, 0}, Tone::edge, style_.radius, frame.pane);
        Frame inner = frame;
        inner.x += air;
        inner.width = std::max(frame.width - 2 * air, style_.body * 3);
        y_ += air;
        set_text({Span{block.alt, 0, -1, -1}}, {style_.body, Face::regular, Tone::muted, false}, inner, style_.line);
        y_ += air;
        out_.shapes[shape].box.height = y_ - top;
    }
    if (block.caption.empty() || style_.slide) return;
    y_ += std::round(style_.gap * 0.4f);
    set_text({Span{block.caption, 0, -1, -1}}, {style_.small, Face::regular, Tone::muted, false}, frame, 1.4f);
}

// The summary with a mark that says whether there is more below. What is hidden is not set, and so is never found either.
void Typesetter::set_details(const Block& block, const Frame& frame, int depth) {
    flush_markers(frame);
    const bool on = style_.slide || surroundings_.unfolded || switched(block, block.open);
    const float top = y_;
    Frame inner = frame;
    inner.x += style_.indent;
    inner.width = std::max(frame.width - style_.indent, style_.body * 3);
    const std::size_t first = out_.lines.size();
    static const std::vector<Span> unnamed{{"…"}};  // something to press must be there to be seen
    const bool named = !base::trimmed(plain_text(block.spans)).empty();
    if (!named && style_.slide) return flow(block.children, frame, false, depth + 1);
    set_text(named ? block.spans : unnamed, {style_.body, Face::semibold, frame.tone, !style_.slide}, inner, style_.line);
    if (!style_.slide) {
        const float across = std::round(style_.body * 0.7f);
        const float baseline = first < out_.lines.size() ? out_.lines[first].baseline : top + style_.body;
        add_shape(on ? ShapeType::opened : ShapeType::closed,
                  {frame.x + std::round(style_.body * 0.3f), baseline - style_.body * 0.36f - across / 2, across,
                   across},
                  Tone::link, 0, frame.pane);
        out_.controls.push_back({Control::Type::details,
                                 {frame.x, top, frame.width, y_ - top},
                                 block.line,
                                 on,
                                 plain_text(block.spans),
                                 frame.pane});
    }
    if (!on || block.children.empty()) return;
    y_ += std::round(style_.gap * 0.5f);
    flow(block.children, inner, false, depth + 1);
}

void Typesetter::set_rule(const Frame& frame) {
    flush_markers(frame);
    add_shape(ShapeType::line, {frame.x, y_, frame.width, 1}, Tone::edge, 0, frame.pane);
    y_ += 1;
}

void Typesetter::set_text(const std::vector<Span>& spans, const TextStyle& text, const Frame& frame, float line,
                          Align align) {
    next_leaf();
    std::vector<Piece> placed;
    // A heading is read at a glance: its words stay whole where they can.
    const float most_empty = text.tone == Tone::heading ? 1.0f : 0.18f;
    const std::vector<Row> rows = breaker_.rows(breaker_.cut(spans, text), frame.width, placed, most_empty);
    set_rows(rows, placed, frame, {text.face, text.size}, line, align);
}

void Typesetter::set_rows(const std::vector<Row>& rows, const std::vector<Piece>& placed, const Frame& frame,
                          Font strut, float line, Align align) {
    for (const Row& row : rows) set_row(row, placed, frame, strut, line, align);
}

void Typesetter::set_row(const Row& row, const std::vector<Piece>& placed, const Frame& frame, Font strut, float line,
                         Align align) {
    // Every line is at least as high as the strut's, so that lines stand evenly; a taller run makes room for itself.
    float up = measure_.ascent(strut);
    float down = measure_.descent(strut);
    const float leading = std::max(0.0f, std::round(strut.size * line) - up - down) / 2;
    up += leading;
    down += leading;
    const Piece* before = nullptr;
    for (std::size_t i = row.begin; i < row.end; ++i) {
        const Piece& piece = placed[i];
        if (before != nullptr && before->font == piece.font && before->rise == piece.rise) continue;
        before = &piece;
        if (piece.font == strut && piece.rise == 0) continue;
        up = std::max(up, measure_.ascent(piece.font) + piece.rise);
        down = std::max(down, measure_.descent(piece.font) - piece.rise);
    }
    Line made;
    made.y = y_;
    made.baseline = std::round(y_ + up);
    made.height = std::max(1.0f, std::round(up + down));
    made.first_run = static_cast<std::uint32_t>(out_.runs.size());
    made.pane = frame.pane;
    made.block = block_;
    place_markers(made.baseline, strut, frame.pane);
    float x = frame.x;
    if (align == Align::center) x += std::max(0.0f, (frame.width - row.width) / 2);
    if (align == Align::right) x += std::max(0.0f, frame.width - row.width);
    for (std::size_t i = row.begin; i < row.end; ++i) {
        const Piece& piece = placed[i];
        const auto begin = static_cast<std::uint32_t>(out_.text.size());
        out_.text += piece.text;
        if (!piece.text.empty()) add_run(piece, x, begin);
        x += piece.width;
        if (piece.glue == Glue::space) {
            out_.text += ' ';
            x += piece.space;
        } else if (piece.glue == Glue::hard) {
            out_.text += '\n';
        }
    }
    if (row.hyphen) add_set_only(placed[row.end - 1], "-", x);
    made.end_run = static_cast<std::uint32_t>(out_.runs.size());
    out_.lines.push_back(made);
    y_ += made.height;
}

// Words in one setting become one run, spaces included: fewer things to draw, and underlines without gaps.
void Typesetter::add_run(const Piece& piece, float x, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    const std::uint32_t first = out_.lines.empty() ? 0 : out_.lines.back().end_run;
    if (out_.runs.size() > first) {
        Run& last = out_.runs.back();
        const bool joins = !last.set_only && last.font == piece.font && last.tone == piece.tone &&
                           last.marks == piece.marks && last.link == piece.link && last.footnote == piece.footnote &&
                           last.rise == piece.rise && piece.side == 0;
        if (joins) {
            last.end = end;
            last.width = x + piece.width - last.x;
            return;
        }
    }
    Run run;
    run.x = x + piece.side;
    run.width = piece.width - 2 * piece.side;
    run.font = piece.font;
    run.tone = piece.tone;
    run.marks = piece.marks;
    run.link = piece.link;
    run.footnote = piece.footnote;
    run.rise = piece.rise;
    run.begin = begin;
    run.end = end;
    out_.runs.push_back(run);
}

void Typesetter::add_set_only(const Piece& piece, std::string_view sign, float x) {
    Run run;
    run.x = x;
    run.width = measure_.advance(piece.font, sign);
    run.font = piece.font;
    run.tone = piece.tone;
    run.link = piece.link;
    run.rise = piece.rise;
    run.set_only = true;
    run.begin = static_cast<std::uint32_t>(signs_.size());
    signs_ += sign;
    run.end = static_cast<std::uint32_t>(signs_.size());
    out_.runs.push_back(run);
}

void Typesetter::place_markers(float baseline, Font strut, std::int32_t pane) {
    for (const Marker& marker : markers_) {
        const float size = style_.body;
        const float middle = baseline - strut.size * 0.27f;  // half the height of a small letter
        if (marker.number) {
            Piece piece;
            piece.font = {Face::regular, size};
            add_set_only(piece, marker.text, marker.x - size * 0.45f - measure_.advance(piece.font, marker.text));
        } else if (marker.shape == ShapeType::bullet || marker.shape == ShapeType::ring) {
            const float across = std::round(size * 0.36f);
            const Tone tone = style_.slide ? Tone::muted : Tone::link;
            add_shape(marker.shape, {marker.x - size * 0.6f - across, middle - across / 2, across, across}, tone,
                      across / 2, pane);
        } else {
            const float across = std::round(size * 0.95f);
            add_shape(marker.shape,
                      {marker.x - size * 0.5f - across, baseline - size * 0.36f - across / 2, across, across},
                      Tone::link, std::round(size * 0.2f), pane);
            if (marker.task != nullptr && !style_.slide) {
                const float side = std::round(size * 1.6f);  // as large as a finger or a tired hand wants it
                out_.controls.push_back(
                    {Control::Type::task,
                     {marker.x - size * 0.5f - across / 2 - side / 2, baseline - size * 0.36f - side / 2, side, side},
                     marker.task->line,
                     marker.shape == ShapeType::checkbox_ticked,
                     marker.task->children.empty() ? std::string() : plain_text(marker.task->children.front().spans),
                     pane});
            }
        }
    }
    markers_.clear();
}

// An item without a line of its own (a picture, a table, nothing at all) still shows its marker.
void Typesetter::flush_markers(const Frame& frame) {
    if (markers_.empty()) return;
    next_leaf();
    const std::vector<Piece> none;
    set_row(Row{}, none, frame, {Face::regular, style_.body}, style_.line, Align::none);
}

bool Typesetter::switched(const Block& block, bool own) const {
    if (surroundings_.switches == nullptr) return own;
    const auto found = surroundings_.switches->find(block.line);
    return found == surroundings_.switches->end() ? own : found->second;
}

void Typesetter::next_leaf() {
    if (!out_.text.empty() && out_.text.back() != '\n') out_.text += '\n';
    ++block_;
}

std::size_t Typesetter::add_shape(ShapeType type, Rect box, Tone tone, float radius, int pane) {
    out_.shapes.push_back({type, box, tone, radius, pane});
    return out_.shapes.size() - 1;
}

Layout Typesetter::finish(float width) {
    out_.width = width;
    out_.height = y_;
    out_.text_end = static_cast<std::uint32_t>(out_.text.size());
    for (Run& run : out_.runs) {
        if (!run.set_only) continue;
        run.begin += out_.text_end;
        run.end += out_.text_end;
    }
    out_.text += signs_;
    const auto above = [](const Line& a, const Line& b) { return a.y < b.y; };
    if (!std::is_sorted(out_.lines.begin(), out_.lines.end(), above))
        std::stable_sort(out_.lines.begin(), out_.lines.end(), above);
    sort_by_y(out_.shapes);
    sort_by_y(out_.pictures);
    sort_by_y(out_.controls);
    for (const Line& line : out_.lines) out_.tallest_line = std::max(out_.tallest_line, line.height);
    return std::move(out_);
}

}  // namespace book
