#include "book/inline_text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <strikethrough.h>

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "book/html_tag.h"

namespace book {
namespace {

// The parser was given valid UTF-8 and gives it back; control signs that entities made are dropped by append_text.
std::string_view text_of(const char* text) {
    return text != nullptr ? std::string_view(text) : std::string_view();
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

// Eight at a time: nearly every letter of a document comes by here, and hardly ever a control sign.
std::size_t first_control(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, text.data() + at, 8);
        const std::uint64_t deletes = eight ^ (ones * 0x7F);
        if ((((eight - ones * 0x20) & ~eight) | ((deletes - ones) & ~deletes)) & tops) break;
    }
    while (at < text.size() && !is_control(text[at])) ++at;
    return at;
}

void append_clean(std::string& out, std::string_view text) {
    for (;;) {
        const std::size_t clean = first_control(text);
        out.append(text.substr(0, clean));
        if (clean == text.size()) return;
        if (text[clean] == '\t' || text[clean] == '\n') out += ' ';
        text.remove_prefix(clean + 1);
    }
}

// The scheme of a URL in lower case, or empty for a relative one.
std::string scheme_of(std::string_view url) {
    const auto colon = url.find_first_of(":/?#");
    if (colon == std::string_view::npos || url[colon] != ':') return {};
    return base::lower(url.substr(0, colon));
}

bool is_plain_url(std::string_view url) {
    return std::none_of(url.begin(), url.end(), [](char c) { return is_control(c) || c == '\\'; });
}

enum class Target { none, external, relative };

Target target_of(std::string_view url) {
    if (url.empty() || !is_plain_url(url) || url.starts_with("//")) return Target::none;
    const std::string scheme = scheme_of(url);
    if (scheme == "http" || scheme == "https" || scheme == "mailto") return Target::external;
    // A path that begins at the root of a disk or of a site leads out of the handbook.
    return scheme.empty() && url.front() != '/' ? Target::relative : Target::none;
}

bool is_blank(const Span& span) {
    return span.footnote < 0 && base::trimmed(span.text).empty();
}

}  // namespace

Span& SpanBuffer::next() {
    if (used_ == spans_.size()) spans_.emplace_back();
    Span& span = spans_[used_++];
    span.text.clear();
    span.marks = 0;
    span.link = span.footnote = -1;
    return span;
}

void SpanBuffer::text(std::string_view text, std::uint8_t marks, int link) {
    if (!empty()) {
        Span& last = spans_[used_ - 1];
        if (last.marks == marks && last.link == link && last.footnote < 0 && last.text != "\n")
            return append_clean(last.text, text);
    }
    Span& made = next();
    append_clean(made.text, text);
    if (made.text.empty()) {
        --used_;
        return;
    }
    made.marks = marks;
    made.link = link;
}

void SpanBuffer::line_break() {
    next().text = '\n';
}

void SpanBuffer::reference(int footnote) {
    Span& made = next();
    made.text = std::to_string(footnote + 1);
    made.marks = mark_super;
    made.footnote = footnote;
}

std::vector<Span> SpanBuffer::take() {
    std::size_t begin = 0, end = used_;
    used_ = 0;
    while (end > begin && is_blank(spans_[end - 1])) --end;
    while (begin < end && is_blank(spans_[begin])) ++begin;
    std::vector<Span> taken;
    taken.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const Span& span = spans_[i];
        std::string_view text = span.text;
        if (i == begin) text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (i + 1 == end) text = text.substr(0, text.find_last_not_of(' ') + 1);
        taken.push_back({std::string(text), span.marks, span.link, span.footnote});
    }
    return taken;
}

std::vector<Inline>& InlineReader::pieces(cmark_node* parent, cmark_node* first, int line) {
    with_pictures_ = true;
    pieces_.clear();
    read(parent, first, line);
    flush();
    return pieces_;
}

std::vector<Span> InlineReader::spans(cmark_node* parent, int line) {
    with_pictures_ = false;
    read(parent, cmark_node_first_child(parent), line);
    return buffer_.take();
}

void InlineReader::read(cmark_node* parent, cmark_node* first, int line) {
    line_ = line;
    html_marks_ = 0;
    for (cmark_node* node = first; node != nullptr;) {
        enter(node);
        if (cmark_node* const child = cmark_node_first_child(node)) {
            node = child;
            continue;
        }
        leave(node);
        while (cmark_node_next(node) == nullptr) {
            node = cmark_node_parent(node);
            if (node == parent || node == nullptr) return;
            leave(node);
        }
        node = cmark_node_next(node);
    }
}

void InlineReader::enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT)
        text(text_of(cmark_node_get_literal(node)));
    else if (type == CMARK_NODE_SOFTBREAK)
        line_break(false);
    else if (type == CMARK_NODE_LINEBREAK)
        line_break(true);
    else if (type == CMARK_NODE_CODE)
        add(text_of(cmark_node_get_literal(node)), static_cast<std::uint8_t>(marks() | mark_code));
    else if (type == CMARK_NODE_HTML_INLINE)
        html(text_of(cmark_node_get_literal(node)));
    else if (type == CMARK_NODE_EMPH)
        ++italic_;
    else if (type == CMARK_NODE_STRONG)
        ++bold_;
    else if (type == CMARK_NODE_STRIKETHROUGH)
        ++strike_;
    else if (type == CMARK_NODE_LINK)
        open_link(node);
    else if (type == CMARK_NODE_IMAGE)
        open_image(node);
    else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
        const auto found = footnotes_.find(cmark_node_parent_footnote_def(node));
        if (found != footnotes_.end() && images_ == 0) buffer_.reference(found->second);
    }
}

void InlineReader::leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_EMPH)
        --italic_;
    else if (type == CMARK_NODE_STRONG)
        --bold_;
    else if (type == CMARK_NODE_STRIKETHROUGH)
        --strike_;
    else if (type == CMARK_NODE_LINK)
        links_.pop_back();
    else if (type == CMARK_NODE_IMAGE)
        close_image();
}

std::uint8_t InlineReader::marks() const {
    unsigned bits = html_marks_;
    if (bold_ > 0) bits |= mark_bold;
    if (italic_ > 0) bits |= mark_italic;
    if (strike_ > 0) bits |= mark_strike;
    return static_cast<std::uint8_t>(bits);
}

void InlineReader::add(std::string_view text, std::uint8_t marks) {
    if (images_ > 0)
        alt_ += text;
    else
        buffer_.text(text, marks, link());
}

void InlineReader::text(std::string_view text) {
    // A footnote that does not exist comes back as text, and the parser may have cut it within a letter: it counts
    // its length by columns, which are wrong when it goes over several lines.
    if (text.find("[^") != std::string_view::npos)
        add(base::sanitised(text), marks());
    else
        add(text, marks());
}

void InlineReader::line_break(bool hard) {
    ++line_;
    if (hard && images_ == 0)
        buffer_.line_break();
    else
        add(" ", marks());
}

void InlineReader::html(std::string_view tag) {
    const auto lines = static_cast<int>(std::count(tag.begin(), tag.end(), '\n'));
    if (tag.starts_with("<!--")) {
        const std::string_view inside = tag.substr(4, tag.size() < 7 ? 0 : tag.size() - 7);
        out_.comments.push_back({line_, std::string(base::trimmed(inside))});
        line_ += lines;
        return;
    }
    const auto known = tag_at(tag);
    const std::uint8_t mark = known ? mark_of(known->name) : 0;
    if (known && known->name == Tag::Name::line_break) {
        if (images_ > 0)
            alt_ += ' ';
        else
            buffer_.line_break();
    } else if (mark != 0) {
        html_marks_ = static_cast<std::uint8_t>(known->closing ? html_marks_ & ~mark : html_marks_ | mark);
    } else {
        add(tag, marks());
    }
    line_ += lines;
}

void InlineReader::open_link(cmark_node* node) {
    const std::string_view url = text_of(cmark_node_get_url(node));
    const Target target = target_of(url);
    if (target == Target::none) {
        links_.push_back(link());
        return;
    }
    Link made;
    made.url = url;
    made.external = target == Target::external;
    links_.push_back(static_cast<int>(out_.links.size()));
    out_.links.push_back(std::move(made));
}

void InlineReader::open_image(cmark_node* node) {
    if (images_++ > 0) return;
    alt_.clear();
    if (!with_pictures_) return;
    picture_ = std::make_unique<Block>();
    picture_->type = BlockType::image;
    picture_->line = line_;
    append_clean(picture_->source, text_of(cmark_node_get_url(node)));
    append_clean(picture_->caption, text_of(cmark_node_get_title(node)));
}

void InlineReader::close_image() {
    if (--images_ > 0) return;
    if (!with_pictures_) return buffer_.text(base::trimmed(alt_), mark_italic, -1);
    flush();
    append_clean(picture_->alt, base::trimmed(alt_));
    pieces_.push_back({{}, std::move(picture_)});
}

void InlineReader::flush() {
    if (auto spans = buffer_.take(); !spans.empty()) pieces_.push_back({std::move(spans), nullptr});
}

}  // namespace book
