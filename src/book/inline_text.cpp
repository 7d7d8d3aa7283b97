#include "book/inline_text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <strikethrough.h>

#include <algorithm>

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

void append_clean(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const auto control = std::find_if(text.begin(), text.end(), is_control);
        const auto length = static_cast<std::size_t>(control - text.begin());
        out.append(text.substr(0, length));
        if (control == text.end()) return;
        if (*control == '\t' || *control == '\n') out += ' ';
        text.remove_prefix(length + 1);
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

    void text(const char* literal) {
        const std::string_view text = text_of(literal);
        // A footnote that does not exist comes back as text, and the parser may have cut it within a letter: it counts
        // its length by columns, which are wrong when it goes over several lines.
        if (text.find("[^") != std::string_view::npos)
            add(base::sanitised(text), marks());
        else
            add(text, marks());
    }
    void code(const char* literal) { add(text_of(literal), static_cast<std::uint8_t>(marks() | mark_code)); }

    void line_break(std::string_view text) {
        ++line_;
        add(images_ > 0 ? " " : text, text == "\n" ? 0 : marks());
    }

    void html(std::string_view tag) {
        if (tag.starts_with("<!--")) {
            const std::string_view inside = tag.substr(4, tag.size() < 7 ? 0 : tag.size() - 7);
            out_.comments.push_back({line_, std::string(base::trimmed(inside))});
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

    void open_image(cmark_node* node) {
        if (images_++ > 0) return;
        alt_.clear();
        picture_ = std::make_unique<Block>();
        picture_->type = BlockType::image;
        picture_->line = line_;
        append_clean(picture_->source, text_of(cmark_node_get_url(node)));
        append_clean(picture_->caption, text_of(cmark_node_get_title(node)));
    }

    void close_image() {
        if (--images_ > 0) return;
        flush();
        append_clean(picture_->alt, base::trimmed(alt_));
        Inline made;
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
    std::unique_ptr<Block> picture_;
    std::string alt_;
    int bold_ = 0, italic_ = 0, strike_ = 0, images_ = 0;
    std::uint8_t html_marks_ = 0;
};

}  // namespace

void append_text(std::vector<Span>& spans, std::string_view text, std::uint8_t marks, int link) {
    const bool is_break = text == "\n";
    if (!is_break && !spans.empty()) {
        Span& last = spans.back();
        if (last.marks == marks && last.link == link && last.footnote < 0 && last.text != "\n")
            return append_clean(last.text, text);
    }
    Span made;
    if (is_break) {
        made.text = text;
    } else {
        append_clean(made.text, text);
        made.marks = marks;
    }
    if (made.text.empty()) return;
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
    for (cmark_node* node = first; node != nullptr;) {
        reader.enter(node);
        if (cmark_node* const child = cmark_node_first_child(node)) {
            node = child;
            continue;
        }
        reader.leave(node);
        while (node != nullptr && cmark_node_next(node) == nullptr) {
            node = cmark_node_parent(node);
            if (node == parent) return reader.finish();
            reader.leave(node);
        }
        node = cmark_node_next(node);
    }
    return reader.finish();
}

}  // namespace book
