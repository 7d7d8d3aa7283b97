#include "book/to_markdown.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "book/markdown_spans.h"

namespace book {
namespace {

/// Every line of `text` behind `rest`, the first behind `first`. Empty lines get no spaces at their end.
std::string behind(std::string_view text, std::string_view first, std::string_view rest) {
    std::string out;
    out.reserve(text.size() + 64);
    bool fresh = true;
    bool first_line = true;
    const auto prefix = [&](bool empty) {
        std::string_view sign = first_line ? first : rest;
        while (empty && sign.ends_with(' ')) sign.remove_suffix(1);
        out += sign;
        first_line = false;
        fresh = false;
    };
    for (const char c : text) {
        if (fresh) prefix(c == '\n');
        out += c;
        fresh = c == '\n';
    }
    if (text.empty()) prefix(true);
    return out;
}

const char* alert_name(AlertType type) {
    switch (type) {
        case AlertType::note: return "NOTE";
        case AlertType::tip: return "TIP";
        case AlertType::important: return "IMPORTANT";
        case AlertType::warning: return "WARNING";
        case AlertType::caution: return "CAUTION";
    }
    return "NOTE";
}

class Writer {
  public:
    explicit Writer(MarkdownNames& names) : names_(names) {}

    std::string blocks(std::span<const Block> all, bool tight) {
        std::string out;
        bool other_sign = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Block& block = all[i];
            const bool follows = i > 0 && block.type == BlockType::list && all[i - 1].type == BlockType::list &&
                                 all[i - 1].ordered == block.ordered;
            // Two lists in a row stay two by having different signs.
            other_sign = follows && !other_sign;
            const std::string text = block.type == BlockType::list ? list(block, other_sign) : one(block);
            if (i > 0) out += tight ? "\n" : "\n\n";
            out += text;
        }
        return out;
    }

  private:
    std::string one(const Block& block) {
        switch (block.type) {
            case BlockType::paragraph: return markdown_of(block.spans, names_, false);
            case BlockType::heading: return heading(block);
            case BlockType::list: return list(block, false);
            case BlockType::quote: return behind(blocks(block.children, false), "> ", "> ");
            case BlockType::alert: return alert(block);
            case BlockType::table: return table(block);
            case BlockType::code: return code(block);
            case BlockType::rule: return "___";
            case BlockType::image: return image(block);
            case BlockType::details: return details(block);
            case BlockType::item:
            case BlockType::row:
            case BlockType::cell: break;
        }
        return blocks(block.children, false);
    }

    std::string heading(const Block& block) {
        std::string text = markdown_of(block.spans, names_, true);
        if (text.ends_with('#')) text.insert(text.size() - 1, "\\");
        const std::string signs(static_cast<std::size_t>(std::clamp(block.level, 1, 6)), '#');
        return text.empty() ? signs : signs + ' ' + text;
    }

    std::string list(const Block& block, bool other_sign) {
        std::string out;
        std::int64_t number = block.start;
        for (std::size_t i = 0; i < block.children.size(); ++i) {
            const Block& item = block.children[i];
            if (i > 0) out += block.tight ? "\n" : "\n\n";
            std::string sign = other_sign ? "* " : "- ";
            if (block.ordered) sign = std::to_string(std::clamp<std::int64_t>(number, 0, 999'999'999)) + (other_sign ? ") " : ". ");
            ++number;
            std::string text = blocks(item.children, block.tight);
            if (item.task) text = (*item.task ? "[x] " : "[ ] ") + text;
            out += behind(text, sign, std::string(sign.size(), ' '));
        }
        return out;
    }

    std::string alert(const Block& block) {
        const std::string label = std::string("[!") + alert_name(block.alert) + "]\n";
        const bool joins = !block.children.empty() && (block.children.front().type == BlockType::paragraph ||
                                                       block.children.front().type == BlockType::image);
        return behind(label + (joins ? "" : "\n") + blocks(block.children, false), "> ", "> ");
    }

    std::string table(const Block& block) {
        std::string out;
        std::size_t columns = 0;
        for (const Block& row : block.children) columns = std::max(columns, row.children.size());
        for (std::size_t r = 0; r < block.children.size(); ++r) {
            const Block& row = block.children[r];
            if (r > 0) out += '\n';
            out += '|';
            for (std::size_t c = 0; c < columns; ++c)
                out += ' ' + (c < row.children.size() ? cell(row.children[c]) : std::string()) + " |";
            if (r > 0) continue;
            out += "\n|";
            for (std::size_t c = 0; c < columns; ++c) {
                const Align align = c < row.children.size() ? row.children[c].align : Align::none;
                out += align == Align::left     ? " :-- |"
                       : align == Align::center ? " :-: |"
                       : align == Align::right  ? " --: |"
                                                : " --- |";
            }
        }
        return out;
    }

    /// A bar that does not end the cell has a backslash, in code and in addresses too.
    std::string cell(const Block& block) {
        std::string out;
        for (const char c : markdown_of(block.spans, names_, true)) {
            if (c == '|' && !out.ends_with('\\')) out += '\\';
            out += c;
        }
        return out;
    }

    static std::string code(const Block& block) {
        const std::string text = plain_text(block.spans);
        std::size_t longest = 2, run = 0;
        for (const char c : text) {
            run = c == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        const std::string fence(longest + 1, '`');
        std::string language;
        for (const char c : block.language) {
            if (c == '`') continue;
            if (c == '\\' || c == '&') language += '\\';
            language += c;
        }
        return fence + language + '\n' + text + (text.empty() ? "" : "\n") + fence;
    }

    static std::string image(const Block& block) {
        std::string out = "![" + markdown_escaped(block.alt, false) + "](" + markdown_target(block.source);
        if (!block.caption.empty()) {
            out += " \"";
            for (const char c : block.caption) {
                if (c == '"' || c == '\\' || c == '&') out += '\\';
                out += c;
            }
            out += '"';
        }
        return out + ')';
    }

    std::string details(const Block& block) {
        std::string summary;
        for (const char c : plain_text(block.spans)) {
            if (c == '<' || c == '>' || c == '&')
                summary += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
            else
                summary += c == '\n' ? ' ' : c;
        }
        std::string out = block.open ? "<details open>\n" : "<details>\n";
        out += "<summary>" + summary + "</summary>\n\n";
        const std::string inside = blocks(block.children, false);
        return out + inside + (inside.empty() ? "" : "\n\n") + "</details>";
    }

    MarkdownNames& names_;
};

}  // namespace

std::string to_markdown(std::span<const Block> blocks, const std::vector<Link>& links,
                        const std::vector<Footnote>& footnotes) {
    MarkdownNames names{links, footnotes, {}};
    Writer writer(names);
    std::string out = writer.blocks(blocks, false);
    // A footnote may refer to another.
    std::set<int> written;
    for (bool more = true; more;) {
        more = false;
        for (const int index : std::set<int>(names.used)) {
            if (!written.insert(index).second) continue;
            const Footnote& footnote = footnotes[static_cast<std::size_t>(index)];
            out += "\n\n" + behind(writer.blocks(footnote.blocks, false), "[^" + footnote.label + "]: ", "    ");
            more = true;
        }
    }
    if (!out.empty()) out += '\n';
    return out;
}

}  // namespace book
