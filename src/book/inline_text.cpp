#include "book/inline_text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <strikethrough.h>

#include <algorithm>

#include "base/text.h"
#include "book/html_tag.h"

namespace book {
namespace {

std::string text_of(const char* text) {
    return text != nullptr ? base::sanitised(text) : std::string();
}

// The scheme of a URL in lower case, or empty for a relative one.
std::string scheme_of(std::string_view url) {
    const auto colon = url.find_first_of(":/?#");
    if (colon == std::string_view::npos || url[colon] != ':') return {};
    return base::lower(url.substr(0, colon));
}

bool is_plain_url(std::string_view url) {
    return std::none_of(url.begin(), url.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; });
}

enum class Target { none, external, relative };

Target target_of(std::string_view url) {
    if (url.empty() || !is_plain_url(url) || url.starts_with("//")) return Target::none;
    const std::string scheme = scheme_of(url);
    if (scheme == "http" || scheme == "https" || scheme == "mailto") return Target::external;
    // A path that begins at the root of a disk or of a site leads out of the handbook.
    return scheme.empty() && url.front() != '/' ? Target::relative : Target::none;
}

class Reader {
  public:
    Reader(Markdown& out, const std::map<cmark_node*, int>& footnotes, int line)
        : out_(out), footnotes_(footnotes), line_(line) {}

    void enter(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT)
            text(cmark_node_get_literal(node));
        else if (type == CMARK_NODE_SOFTBREAK)
            line_break(" ");
        else if (type == CMARK_NODE_LINEBREAK)
            line_break("\n");
        else if (type == CMARK_NODE_CODE)
            code(cmark_node_get_literal(node));
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
        else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
            footnote(node);
    }

    void leave(cmark_node* node) {
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

    std::vector<Inline> finish() {
        flush();
        return std::move(result_);
    }

  private:
    std::uint8_t marks() const {
        unsigned bits = 0;
        if (bold_ > 0) bits |= mark_bold;
        if (italic_ > 0) bits |= mark_italic;
        if (strike_ > 0) bits |= mark_strike;
        return static_cast<std::uint8_t>(bits | html_marks_);
    }

    int link() const { return links_.empty() ? -1 : links_.back(); }

    void add(std::string_view text, std::uint8_t marks) {
        if (images_ > 0)
            alt_ += text;
        else
            append_text(spans_, text, marks, link());
    }

    void text(const char* literal) { add(text_of(literal), marks()); }
    void code(const char* literal) { add(text_of(literal), static_cast<std::uint8_t>(marks() | mark_code)); }

    void line_break(std::string_view text) {
        ++line_;
        add(images_ > 0 ? " " : text, text == "\n" ? 0 : marks());
    }

    void html(const std::string& tag) {
        if (tag.starts_with("<!--")) {
            out_.comments.push_back({line_, std::string(base::trimmed(std::string_view(tag).substr(
                                                4, tag.size() < 7 ? 0 : tag.size() - 7)))});
            line_ += static_cast<int>(std::count(tag.begin(), tag.end(), '\n'));
            return;
        }
        const auto known = tag_at(tag);
        const std::uint8_t mark = known ? mark_of(known->name) : 0;
        if (known && known->name == Tag::Name::line_break)
            add(images_ > 0 ? " " : "\n", 0);
        else if (mark != 0)
            html_marks_ = static_cast<std::uint8_t>(known->closing ? html_marks_ & ~mark : html_marks_ | mark);
        else
            add(tag, marks());
        line_ += static_cast<int>(std::count(tag.begin(), tag.end(), '\n'));
    }

    void open_link(cmark_node* node) {
        const std::string url = text_of(cmark_node_get_url(node));
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

    void open_image(cmark_node* node) {
        if (images_++ > 0) return;
        alt_.clear();
        picture_ = Block{};
        picture_.type = BlockType::image;
        picture_.line = line_;
        picture_.source = text_of(cmark_node_get_url(node));
        picture_.caption = text_of(cmark_node_get_title(node));
    }

    void close_image() {
        if (--images_ > 0) return;
        flush();
        picture_.alt = std::string(base::trimmed(alt_));
        Inline made;
        made.is_picture = true;
        made.picture = std::move(picture_);
        result_.push_back(std::move(made));
    }

    void footnote(cmark_node* node) {
        const auto found = footnotes_.find(cmark_node_parent_footnote_def(node));
        if (found == footnotes_.end() || images_ > 0) return;
        Span mark;
        mark.text = std::to_string(found->second + 1);
        mark.marks = mark_super;
        mark.footnote = found->second;
        spans_.push_back(std::move(mark));
    }

    void flush() {
        if (spans_.empty()) return;
        Inline made;
        made.spans = std::move(spans_);
        spans_.clear();
        result_.push_back(std::move(made));
    }

    Markdown& out_;
    const std::map<cmark_node*, int>& footnotes_;
    int line_;
    std::vector<Inline> result_;
    std::vector<Span> spans_;
    std::vector<int> links_;
    Block picture_;
    std::string alt_;
    int bold_ = 0, italic_ = 0, strike_ = 0, images_ = 0;
    std::uint8_t html_marks_ = 0;
};

}  // namespace

void append_text(std::vector<Span>& spans, std::string_view text, std::uint8_t marks, int link) {
    std::string clean;
    const bool is_break = text == "\n";
    clean.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_break || (byte >= 0x20 && byte != 0x7F))
            clean += c;
        else if (c == '\t' || c == '\n')
            clean += ' ';
    }
    if (clean.empty()) return;
    if (!is_break && !spans.empty()) {
        Span& last = spans.back();
        if (last.marks == marks && last.link == link && last.footnote < 0 && last.text != "\n") {
            last.text += clean;
            return;
        }
    }
    Span made;
    made.text = std::move(clean);
    made.marks = is_break ? std::uint8_t{0} : marks;
    made.link = link;
    spans.push_back(std::move(made));
}

void trim_spans(std::vector<Span>& spans) {
    const auto blank = [](const Span& span) { return span.footnote < 0 && base::trimmed(span.text).empty(); };
    while (!spans.empty() && blank(spans.back())) spans.pop_back();
    spans.erase(spans.begin(), std::find_if_not(spans.begin(), spans.end(), blank));
    if (spans.empty()) return;
    std::string& last = spans.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
    std::string& first = spans.front().text;
    first.erase(0, first.find_first_not_of(' '));
}

std::vector<Inline> read_inlines(cmark_node* parent, cmark_node* first, int line, Markdown& out,
                                 const std::map<cmark_node*, int>& footnotes) {
    Reader reader(out, footnotes, line);
    if (first == nullptr) return reader.finish();
    cmark_iter* walk = cmark_iter_new(parent);
    cmark_iter_reset(walk, first, CMARK_EVENT_ENTER);
    for (;;) {
        const cmark_event_type event = cmark_iter_get_event_type(walk);
        cmark_node* node = cmark_iter_get_node(walk);
        if (event == CMARK_EVENT_DONE || (event == CMARK_EVENT_EXIT && node == parent)) break;
        if (event == CMARK_EVENT_ENTER)
            reader.enter(node);
        else if (event == CMARK_EVENT_EXIT)
            reader.leave(node);
        cmark_iter_next(walk);
    }
    cmark_iter_free(walk);
    return reader.finish();
}

}  // namespace book
