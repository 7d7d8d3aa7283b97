#include "book/markdown_spans.h"

#include <algorithm>
#include <array>
#include <utility>

namespace book {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// "3." or "3)" at the start of a line would begin a list: where its sign is, or npos.
std::size_t list_sign(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) ++at;
    const bool sign = at > 0 && at <= 9 && at < text.size() && (text[at] == '.' || text[at] == ')');
    return sign && (at + 1 == text.size() || text[at + 1] == ' ') ? at : std::string_view::npos;
}

/// One way in which text is set, opened and closed around it.
struct Way {
    std::uint8_t mark = 0;  ///< 0 = a link
    int link = -1;

    bool operator==(const Way&) const = default;
};

constexpr std::array<std::uint8_t, 6> marks{mark_bold, mark_italic, mark_strike, mark_sub, mark_super, mark_key};

struct Piece {
    const Span* span = nullptr;
    std::uint8_t marks = 0;
    int link = -1;

    bool has(const Way& way) const { return way.mark != 0 ? (marks & way.mark) != 0 : link == way.link; }
};

class Writer {
  public:
    Writer(MarkdownNames& names, bool one_line) : names_(names), one_line_(one_line) {}

    std::string write(const std::vector<Span>& spans) {
        gather(spans);
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            close_what_ends(i);
            // A link of its own for each, also where two with the same address stand side by side.
            open_what_begins(i);
            body(i);
        }
        close(0);
        return std::move(out_);
    }

  private:
    bool linked(int link) const { return link >= 0 && link < static_cast<int>(names_.links.size()); }

    /// Footnote marks and line breaks have no setting of their own: they take what both their neighbours have.
    void gather(const std::vector<Span>& spans) {
        const auto neutral = [](const Span& span) { return span.footnote >= 0 || span.text == "\n"; };
        for (const Span& span : spans) {
            Piece piece{&span, static_cast<std::uint8_t>(span.marks & ~mark_code), linked(span.link) ? span.link : -1};
            if (neutral(span)) piece.marks = 0;
            pieces_.push_back(piece);
        }
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (!neutral(spans[i]) || i == 0) continue;
            std::size_t next = i;
            while (next < spans.size() && neutral(spans[next])) ++next;
            if (next == spans.size()) {
                pieces_[i].link = -1;
                continue;
            }
            pieces_[i].marks = pieces_[i - 1].marks & pieces_[next].marks;
            pieces_[i].link = pieces_[i - 1].link == pieces_[next].link ? pieces_[next].link : -1;
        }
        // How far each way goes on, counted from the end.
        lasts_.resize(pieces_.size());
        for (std::size_t i = pieces_.size(); i-- > 0;) {
            const bool more = i + 1 < pieces_.size();
            for (std::size_t m = 0; m < marks.size(); ++m)
                if ((pieces_[i].marks & marks[m]) != 0) lasts_[i][m] = 1 + (more ? lasts_[i + 1][m] : 0);
            if (pieces_[i].link >= 0)
                lasts_[i][marks.size()] =
                    1 + (more && pieces_[i + 1].link == pieces_[i].link ? lasts_[i + 1][marks.size()] : 0);
        }
    }

    void close_what_ends(std::size_t i) {
        std::size_t keep = 0;
        while (keep < open_.size() && pieces_[i].has(open_[keep])) ++keep;
        close(keep);
    }

    static std::string opening(const Way& way) {
        switch (way.mark) {
            case mark_bold: return "**";
            case mark_italic: return "*";
            case mark_strike: return "~~";
            case mark_sub: return "<sub>";
            case mark_super: return "<sup>";
            case mark_key: return "<kbd>";
            default: return "[";
        }
    }

    std::string closing(const Way& way) const {
        switch (way.mark) {
            case mark_sub: return "</sub>";
            case mark_super: return "</sup>";
            case mark_key: return "</kbd>";
            case 0: return "](" + markdown_target(names_.links[static_cast<std::size_t>(way.link)].url) + ")";
            default: return opening(way);
        }
    }

    void close(std::size_t keep) {
        if (open_.size() <= keep) return;
        // A sign that closes must touch the word before it.
        std::string spaces;
        while (out_.ends_with(' ')) {
            out_.pop_back();
            spaces += ' ';
        }
        while (open_.size() > keep) {
            out_ += closing(open_.back());
            open_.pop_back();
        }
        closed_at_ = out_.size();
        out_ += spaces;
    }

    void open_what_begins(std::size_t i) {
        std::vector<std::pair<std::size_t, Way>> begun;
        const auto known = [&](const Way& way) { return std::find(open_.begin(), open_.end(), way) != open_.end(); };
        for (std::size_t m = 0; m < marks.size(); ++m) {
            const Way way{marks[m], -1};
            if ((pieces_[i].marks & marks[m]) != 0 && !known(way)) begun.push_back({lasts_[i][m], way});
        }
        if (const Way way{0, pieces_[i].link}; way.link >= 0 && !known(way))
            begun.push_back({lasts_[i][marks.size()], way});
        if (begun.empty()) return;
        std::stable_sort(begun.begin(), begun.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        const std::string& text = pieces_[i].span->text;
        skip_ = std::min(text.find_first_not_of(' '), text.size());
        if ((pieces_[i].span->marks & mark_code) != 0) skip_ = 0;
        out_.append(skip_, ' ');
        for (const auto& [length, way] : begun) {
            const std::string sign = opening(way);
            // Two signs that touch would be read as one.
            if (closed_at_ == out_.size() && !out_.empty() && out_.back() == '*' && sign.front() == '*')
                out_ += "<!-- -->";
            out_ += sign;
            open_.push_back(way);
        }
    }

    void body(std::size_t i) {
        const Span& span = *pieces_[i].span;
        const std::size_t skip = std::exchange(skip_, 0);
        if (span.footnote >= 0) {
            if (span.footnote >= static_cast<int>(names_.footnotes.size())) return;
            names_.used.insert(span.footnote);
            out_ += "[^" + names_.footnotes[static_cast<std::size_t>(span.footnote)].label + "]";
            return;
        }
        if (span.text == "\n") {
            out_ += one_line_ ? "<br>" : "\\\n";
            return;
        }
        if ((span.marks & mark_code) != 0) {
            code(span.text);
            return;
        }
        const bool line_start = !one_line_ && (out_.empty() || out_.back() == '\n');
        out_ += markdown_escaped(std::string_view(span.text).substr(skip), line_start);
    }

    void code(const std::string& text) {
        std::size_t longest = 0, run = 0;
        for (const char c : text) {
            run = c == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        const bool all_spaces = text.find_first_not_of(' ') == std::string::npos;
        const bool pad = !text.empty() && (text.front() == '`' || text.back() == '`' ||
                                           (!all_spaces && text.front() == ' ' && text.back() == ' '));
        const std::string fence(longest + 1, '`');
        out_ += fence + (pad ? " " : "") + text + (pad ? " " : "") + fence;
    }

    MarkdownNames& names_;
    bool one_line_;
    std::vector<Piece> pieces_;
    std::vector<std::array<std::size_t, marks.size() + 1>> lasts_;
    std::vector<Way> open_;
    std::string out_;
    std::size_t closed_at_ = std::string::npos;
    std::size_t skip_ = 0;
};

}  // namespace

std::string markdown_of(const std::vector<Span>& spans, MarkdownNames& names, bool one_line) {
    return Writer(names, one_line).write(spans);
}

std::string markdown_escaped(std::string_view text, bool line_start) {
    const std::size_t number = line_start ? list_sign(text) : std::string_view::npos;
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i > 0 ? text[i - 1] : ' ';
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        bool escape = false;
        switch (c) {
            case '\\':
            case '`':
            case '*':
            case '[':
            case ']':
            case '<':
            case '~':
            case '|': escape = true; break;
            case '_': escape = !(is_letter(before) && is_letter(next)); break;
            case '&': escape = next == '#' || is_letter(next); break;
            case ':': escape = next == '/'; break;
            case '#':
            case '=':
            case '>': escape = line_start && i == 0; break;
            case '-':
            case '+': escape = line_start && i == 0 && (next == ' ' || next == c); break;
            case '.':
            case ')': escape = i == number || (c == '.' && i >= 3 && text.substr(i - 3, 3) == "www"); break;
            default: break;
        }
        if (escape) out += '\\';
        out += c;
    }
    return out;
}

std::string markdown_target(std::string_view url) {
    const bool plain = !url.empty() && url.find_first_of(" <>()\\\"") == std::string_view::npos;
    std::string out;
    for (const char c : url) {
        if (c == '<' || c == '>' || c == '\\' || c == '&') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return plain ? out : '<' + out + '>';
}

}  // namespace book
