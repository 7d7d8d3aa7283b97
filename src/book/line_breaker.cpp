#include "book/line_breaker.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace book {
namespace {

constexpr float tolerance = 0.01f;  // sums of floats: a word that fits exactly must not move down

bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}
bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

bool extends(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

// Length in bytes of a dash at `at`, or 0.
std::size_t dash_at(std::string_view text, std::size_t at) {
    if (text[at] == '-' || text[at] == '/') return 1;
    const std::string_view rest = text.substr(at, 3);
    return rest == "\u2010" || rest == "\u2013" || rest == "\u2014" ? 3 : 0;
}

// After "samtale-" in "samtale-gruppe", but not in "e-post", "0-10", "-5" or "og/…".
bool may_break_after(std::string_view text, std::size_t begin, std::size_t dash, std::size_t length) {
    const std::size_t next = dash + length;
    if (next >= text.size() || dash < begin + 2) return false;
    const auto before = static_cast<unsigned char>(text[dash - 1]);
    const auto after = static_cast<unsigned char>(text[next]);
    if (text.substr(next, 3) == "\u201D" || text.substr(next, 2) == "\u00BB") return false;
    return (is_letter(before) || is_digit(before) || before == '/') && is_letter(after);
}

}  // namespace

bool Piece::same_setting(const Piece& other) const {
    return font == other.font && tone == other.tone && marks == other.marks && link == other.link &&
           footnote == other.footnote && rise == other.rise;
}

Face with_marks(Face plain, std::uint8_t marks) {
    if ((marks & mark_key) != 0) return Face::semibold;
    if ((marks & mark_code) != 0) return Face::mono;
    const bool bold = (marks & mark_bold) != 0 || plain == Face::bold || plain == Face::bold_italic;
    const bool italic = (marks & mark_italic) != 0 || plain == Face::italic || plain == Face::bold_italic;
    if (bold) return italic ? Face::bold_italic : Face::bold;
    if (italic) return plain == Face::semibold ? Face::bold_italic : Face::italic;
    return plain;
}

float LineBreaker::space(Font font) const {
    for (const Space& known : spaces_)
        if (known.font == font) return known.width;
    spaces_.push_back({font, measure_.advance(font, " ")});
    return spaces_.back().width;
}

std::vector<Piece> LineBreaker::cut(const std::vector<Span>& spans, const TextStyle& style) const {
    std::vector<Piece> pieces;
    std::size_t bytes = 0;
    for (const Span& span : spans) bytes += span.text.size();
    pieces.reserve(spans.size() + bytes / 5);
    for (const Span& span : spans) {
        if (span.footnote >= 0 && !style.links) continue;
        Piece setting;
        setting.marks = span.marks;
        setting.font = {with_marks(style.face, span.marks), style.size};
        setting.tone = style.tone;
        setting.footnote = span.footnote;
        if ((span.marks & mark_key) != 0) {
            setting.font.size = std::max(1.0f, std::round(style.size * 0.84f));
            setting.side = std::round(setting.font.size * 0.25f) + 1;
        } else if ((span.marks & mark_code) != 0) {
            setting.font.size = std::max(1.0f, style.size * 0.9f);
            setting.tone = Tone::code_ink;
        }
        if ((span.marks & (mark_sub | mark_super)) != 0) {
            setting.font.size = std::max(1.0f, style.size * 0.72f);
            setting.rise = (span.marks & mark_super) != 0 ? style.size * 0.34f : -style.size * 0.16f;
        }
        if (style.links && span.link >= 0) {
            setting.link = span.link;
            setting.tone = Tone::link;
        }
        if (span.footnote >= 0) setting.tone = Tone::link;
        cut_span(span, setting, pieces);
    }
    return pieces;
}

void LineBreaker::cut_span(const Span& span, Piece setting, std::vector<Piece>& pieces) const {
    const std::string_view text = span.text;
    const auto add = [&](std::size_t begin, std::size_t end, Glue glue) {
        setting.text = text.substr(begin, end - begin);
        setting.width = setting.text.empty() ? 0 : measure_.advance(setting.font, setting.text) + 2 * setting.side;
        setting.glue = glue;
        setting.space = glue == Glue::space ? space(setting.font) : 0;
        pieces.push_back(setting);
    };
    const auto loosen = [&](Glue glue) {  // a break right at the start of a span belongs to the piece before it
        if (pieces.empty()) return add(0, 0, glue);
        Piece& last = pieces.back();
        if (last.glue == Glue::hard && glue != Glue::hard) return;
        if (last.glue == Glue::hard) return add(0, 0, glue);
        if (glue == Glue::hard || last.glue == Glue::none || glue == Glue::space) last.glue = glue;
        if (glue == Glue::space) last.space = space(setting.font);
    };
    if (setting.side > 0 && text.find('\n') == std::string_view::npos) return add(0, text.size(), Glue::none);
    std::size_t begin = 0;
    std::size_t at = 0;
    const auto close = [&](Glue glue, std::size_t length) {
        if (at > begin)
            add(begin, at, glue);
        else if (glue != Glue::space || !pieces.empty())
            loosen(glue);
        at += length;
        begin = at;
    };
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= '0' && c < 0xC2)  // nearly all of it: nothing here is a place to break
            ++at;
        else if (c == '\n')
            close(Glue::hard, 1);
        else if (c == ' ' || c == '\t')
            close(Glue::space, 1);
        else if (c == 0xC2 && text.substr(at, 2) == "\u00AD")
            close(Glue::soft, 2);
        else if (c == 0xE2 && text.substr(at, 3) == "\u200B")
            close(Glue::open, 3);
        else if (const std::size_t dash = c == '-' || c == '/' || c == 0xE2 ? dash_at(text, at) : 0;
                 dash > 0 && may_break_after(text, begin, at, dash)) {
            at += dash;
            close(Glue::open, 0);
        } else {
            ++at;
        }
    }
    if (at > begin) add(begin, at, Glue::none);
}

const std::vector<std::uint32_t>& LineBreaker::places(const Piece& piece) const {
    places_.clear();
    if (parting_ == nullptr || (piece.marks & (mark_code | mark_key)) != 0) return places_;
    // The word without the quotation marks, brackets and stops around it.
    const auto letter = [&](std::size_t i) { return is_letter(static_cast<unsigned char>(piece.text[i])); };
    std::size_t begin = 0;
    std::size_t end = piece.text.size();
    while (begin < end && !letter(begin)) ++begin;
    while (end > begin && !letter(end - 1)) --end;
    for (const std::string_view mark : {"\u00BB", "\u201D", "\u2026"})
        if (piece.text.substr(begin, end - begin).ends_with(mark)) end -= mark.size();
    for (const std::string_view mark : {"\u00AB", "\u201C", "\u2013"})
        if (piece.text.substr(begin, end - begin).starts_with(mark)) begin += mark.size();
    while (end > begin && !letter(end - 1)) --end;
    parting_->places(piece.text.substr(begin, end - begin), places_);
    for (std::uint32_t& at : places_) at += static_cast<std::uint32_t>(begin);
    return places_;
}

bool LineBreaker::split(Piece& piece, float room, Piece& front) const {
    const std::vector<std::uint32_t>& at = places(piece);
    for (std::size_t i = at.size(); i-- > 0;) {
        front = piece;
        front.text = piece.text.substr(0, at[i]);
        front.width = measure_.advance(piece.font, front.text);
        front.glue = Glue::soft;
        if (front.width + hyphen(piece.font) > room + tolerance) continue;
        piece.text.remove_prefix(at[i]);
        piece.width = measure_.advance(piece.font, piece.text);
        return true;
    }
    return false;
}

std::vector<Row> LineBreaker::rows(const std::vector<Piece>& pieces, float width, std::vector<Piece>& placed,
                                   float empty_share) const {
    std::vector<Row> rows;
    placed.reserve(placed.size() + pieces.size());
    Row row;
    row.begin = row.end = placed.size();
    float x = 0;        // of the row, without the space at its end
    float pending = 0;  // that space
    const auto close = [&] {
        row.end = placed.size();
        row.width = x;
        row.hyphen = row.end > row.begin && placed.back().glue == Glue::soft;
        if (row.hyphen) row.width += hyphen(placed.back().font);
        rows.push_back(row);
        row = {};
        row.begin = row.end = placed.size();
        x = pending = 0;
    };
    const auto group_end = [&](std::size_t i, float& sum) {  // from one possible break to the next: mostly a word
        sum = 0;
        for (;;) {
            sum += pieces[i].width;
            const bool ends = pieces[i].glue != Glue::none;
            ++i;
            if (ends || i >= pieces.size()) return i;
        }
    };
    const auto part = [&](std::vector<Piece>& group, float room) {
        float before = 0;
        Piece front;
        for (std::size_t k = 0; k < group.size() && before < room; ++k) {
            if (!split(group[k], room - before, front)) {
                before += group[k].width;
                continue;
            }
            const auto split_at = group.begin() + static_cast<std::ptrdiff_t>(k);
            placed.insert(placed.end(), group.begin(), split_at);
            placed.push_back(front);
            group.erase(group.begin(), split_at);
            x += pending + before + front.width;
            close();
            return true;
        }
        return false;
    };
    // A group that does not fit where it would stand: on the next row, in parts, or sign by sign.
    const auto put = [&](std::vector<Piece> group, bool reluctant) {
        if (placed.size() > row.begin) {
            const bool worth = !reluctant && width - x > empty_share * width;
            if (!worth || !part(group, width - x - pending)) close();
        }
        const auto all = [&] {
            float sum = 0;
            for (const Piece& piece : group) sum += piece.width;
            return sum;
        };
        while (parting_ != nullptr && all() > width + tolerance && part(group, width)) {
        }
        const bool by_sign = all() > width + tolerance;
        for (const Piece& piece : group) {
            for (Piece& each : by_sign ? signs(piece, width) : std::vector<Piece>{piece}) {
                if (by_sign && placed.size() > row.begin && x + each.width > width + tolerance) close();
                x += each.width;
                placed.push_back(each);
            }
        }
    };
    bool softly = false;  // the author has said where this word breaks
    for (std::size_t i = 0; i < pieces.size();) {
        float group = 0;
        const std::size_t end = group_end(i, group);
        const Piece& last = pieces[end - 1];
        float needed = group;
        if (last.glue == Glue::soft && end < pieces.size()) {
            // It must also have room for a hyphen, unless the next part of the word fits too.
            float next = 0;
            group_end(end, next);
            if (x + pending + group + next > width + tolerance) needed += hyphen(last.font);
        }
        const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(i);
        const auto behind = pieces.begin() + static_cast<std::ptrdiff_t>(end);
        const bool empty = placed.size() == row.begin;
        if (x + pending + (empty ? group : needed) <= width + tolerance) {
            x += pending + group;
            placed.insert(placed.end(), first, behind);
        } else {
            put({first, behind}, parting_ == nullptr || softly || last.glue == Glue::soft);
        }
        softly = last.glue == Glue::soft;
        pending = last.glue == Glue::space ? last.space : 0;
        if (last.glue == Glue::hard) close();
        i = end;
    }
    if (placed.size() > row.begin) close();
    // The hyphen belongs to breaks only; a text that ends with a soft hyphen has none.
    if (!rows.empty()) {
        Row& end = rows.back();
        if (end.hyphen) end.width -= hyphen(placed.back().font);
        end.hyphen = false;
    }
    return rows;
}

std::vector<Row> LineBreaker::code_rows(const Piece& whole, float width, std::vector<Piece>& placed) const {
    std::vector<Row> rows;
    Row row;
    row.begin = placed.size();
    if (whole.width <= width + tolerance) {
        placed.push_back(whole);
        row.width = whole.width;
    } else {
        for (Piece& part : signs(whole, width)) {
            if (placed.size() > row.begin && row.width + part.width > width + tolerance) {
                row.end = placed.size();
                rows.push_back(row);
                row = {};
                row.begin = placed.size();
            }
            row.width += part.width;
            placed.push_back(part);
        }
    }
    row.end = placed.size();
    rows.push_back(row);
    return rows;
}

// The piece as parts of one sign each (with what combines with it): only for words wider than a row.
std::vector<Piece> LineBreaker::signs(const Piece& piece, float width) const {
    if (piece.width <= width / 4) return {piece};
    std::vector<Piece> parts;
    const std::string_view text = piece.text;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        char32_t last = base::next_code_point(text, at);
        while (at < text.size()) {
            std::size_t next = at;
            const char32_t c = base::next_code_point(text, next);
            if (!extends(c) && last != 0x200D) break;
            last = c;
            at = next;
        }
        Piece part = piece;
        part.side = 0;
        part.text = text.substr(begin, at - begin);
        part.width = measure_.advance(piece.font, part.text);
        part.glue = Glue::none;
        parts.push_back(part);
    }
    if (!parts.empty()) {
        parts.back().glue = piece.glue;
        parts.back().space = piece.space;
    }
    return parts;
}

float LineBreaker::widest(const std::vector<Piece>& pieces) const {
    float most = 0;
    float x = 0;
    float pending = 0;
    for (const Piece& piece : pieces) {
        x += pending + piece.width;
        most = std::max(most, x);
        pending = piece.glue == Glue::space ? piece.space : 0;
        if (piece.glue == Glue::hard) x = pending = 0;
    }
    return most;
}

float LineBreaker::narrowest(const std::vector<Piece>& pieces) const {
    float most = 0;
    float x = 0;
    for (const Piece& piece : pieces) {
        x += piece.width;
        const float hyphened = piece.glue == Glue::soft ? x + hyphen(piece.font) : x;
        most = std::max(most, hyphened);
        if (piece.glue != Glue::none) x = 0;
    }
    return most;
}

float LineBreaker::narrowest_parted(const std::vector<Piece>& pieces) const {
    std::vector<Piece> parted;
    for (const Piece& piece : pieces) {
        std::size_t begin = 0;
        Piece part = piece;
        part.glue = Glue::soft;
        for (const std::uint32_t at : places(piece)) {
            part.text = piece.text.substr(begin, at - begin);
            part.width = measure_.advance(part.font, part.text);
            parted.push_back(part);
            begin = at;
        }
        parted.push_back(piece);
        if (begin > 0) parted.back().width = measure_.advance(piece.font, piece.text.substr(begin));
    }
    return narrowest(parted);
}

}  // namespace book
