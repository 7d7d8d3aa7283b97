#include "book/text_cut.h"

#include <algorithm>
#include <cmath>

namespace book {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view zero_space = "\u200B";

/// Length in bytes of what is no sign at `at`, or 0.
std::size_t no_sign(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n') return 1;
    if (c == '\xC2' && text.substr(at, 2) == soft_hyphen) return 2;
    if (c == '\xE2' && text.substr(at, 3) == zero_space) return 3;
    return 0;
}

/// The page shows what a picture says only where there is no picture.
bool says_alt(const Block& image, const Shown& shown) {
    if (image.source.empty()) return true;
    const float aspect = shown.pictures == nullptr ? 1 : shown.pictures->aspect(image.source);
    return !(aspect > 0 && std::isfinite(aspect));
}

bool is_open(const Block& details, const Shown& shown) {
    if (shown.switches == nullptr) return details.open;
    const auto found = shown.switches->find(details.line);
    return found == shown.switches->end() ? details.open : found->second;
}

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

class Cutter {
  public:
    Cutter(std::size_t from, std::size_t to, bool open_end, const Shown& shown)
        : from_(from), to_(to), open_end_(open_end), shown_(shown) {}

    void blocks(std::vector<Block>& all) {
        std::erase_if(all, [&](Block& block) { return !keep(block); });
    }

    int leaves = 0;      ///< texts of which something is left
    bool whole = true;   ///< … and nothing was taken from them
    std::size_t at = 0;  ///< signs so far

  private:
    /// What has no text stays when it stands between texts that do, or at an end that was not cut.
    bool stands() const { return (at > from_ || from_ == 0) && (at < to_ || open_end_); }

    bool keep(Block& block) {
        switch (block.type) {
            case BlockType::list: return list(block);
            case BlockType::table: return table(block);
            case BlockType::image: return image(block);
            case BlockType::rule: return stands();
            case BlockType::details: return details(block);
            case BlockType::item:
            case BlockType::quote:
            case BlockType::alert:
            case BlockType::row: {
                if (block.children.empty()) return stands();
                blocks(block.children);
                return !block.children.empty();
            }
            default: return text(block.spans);
        }
    }

    bool list(Block& list) {
        std::size_t gone = 0;
        bool any = false;
        std::erase_if(list.children, [&](Block& item) {
            const bool kept = keep(item);
            any = any || kept;
            if (!kept && !any) ++gone;
            return !kept;
        });
        if (list.ordered) list.start += static_cast<int>(gone);
        return any;
    }

    /// Cells that were cut away stay as empty ones, so that the columns hold.
    bool table(Block& table) {
        std::erase_if(table.children, [&](Block& row) {
            bool any = false;
            for (Block& cell : row.children)
                if (!text(cell.spans))
                    cell.spans.clear();
                else
                    any = true;
            return !any && !stands();
        });
        return !table.children.empty();
    }

    bool image(Block& block) {
        const std::size_t count = (says_alt(block, shown_) ? signs(block.alt) : 0) + signs(block.caption);
        const std::size_t begin = at;
        const bool alone = count == 0 && stands();
        at += count;
        const bool kept = alone || (count > 0 && begin < to_ && at > from_);
        if (kept && count > 0) ++leaves;
        return kept;
    }

    bool details(Block& block) {
        const bool summary = text(block.spans);
        if (!summary) block.spans.clear();
        if (is_open(block, shown_))
            blocks(block.children);
        else
            block.children.clear();
        if (summary) return true;
        return !block.children.empty();
    }

    /// Cuts the spans to what is wanted of them. False when nothing is left.
    bool text(std::vector<Span>& spans) {
        const std::size_t begin = at;
        for (const Span& span : spans) at += signs(span.text);
        if (at == begin) return stands();
        if (begin >= to_ || at <= from_) return false;
        ++leaves;
        if (begin >= from_ && at <= to_) return true;
        whole = false;
        std::size_t sign = begin;
        for (Span& span : spans) cut(span, sign);
        std::erase_if(spans, [](const Span& span) { return span.text.empty(); });
        trim(spans);
        return !spans.empty();
    }

    void cut(Span& span, std::size_t& sign) const {
        std::string kept;
        bool taken = false;
        for (std::size_t i = 0; i < span.text.size();) {
            if (const std::size_t skip = no_sign(span.text, i); skip > 0) {
                if (sign > from_ && sign < to_) kept.append(span.text, i, skip);
                i += skip;
                continue;
            }
            // A sign of several bytes is taken whole or not at all.
            if (!continues(span.text[i])) taken = sign >= from_ && sign < to_;
            if (taken) kept += span.text[i];
            ++sign;
            ++i;
        }
        span.text = std::move(kept);
    }

    static void trim(std::vector<Span>& spans) {
        const auto blank = [](const std::string& text) {
            return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
        };
        while (!spans.empty() && blank(spans.back().text)) spans.pop_back();
        while (!spans.empty() && blank(spans.front().text)) spans.erase(spans.begin());
        if (spans.empty()) return;
        spans.back().text.erase(spans.back().text.find_last_not_of(' ') + 1);
        spans.front().text.erase(0, spans.front().text.find_first_not_of(' '));
    }

    std::size_t from_;
    std::size_t to_;
    bool open_end_;
    const Shown& shown_;
};

/// The only text with anything in it.
Block* only_text(std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (std::any_of(block.spans.begin(), block.spans.end(), [](const Span& s) { return signs(s.text) > 0; }))
            return &block;
        if (Block* inside = only_text(block.children)) return inside;
    }
    return nullptr;
}

void count(std::span<const Block> blocks, const Shown& shown, std::size_t& sum) {
    for (const Block& block : blocks) {
        for (const Span& span : block.spans) sum += signs(span.text);
        if (block.type == BlockType::image) {
            if (says_alt(block, shown)) sum += signs(block.alt);
            sum += signs(block.caption);
        }
        if (block.type == BlockType::details && !is_open(block, shown)) continue;
        count(block.children, shown, sum);
    }
}

// --- As plain text ----------------------------------------------------------------------------------------------------

std::string line_of(const std::vector<Span>& spans) {
    std::string text;
    for (const Span& span : spans) {
        if (span.footnote >= 0) {
            text += '[' + span.text + ']';
            continue;
        }
        for (std::size_t i = 0; i < span.text.size();) {
            const std::size_t skip = no_sign(span.text, i);
            if (skip > 1) {
                i += skip;
                continue;
            }
            text += span.text[i++];
        }
    }
    return text;
}

void write(std::string& out, std::span<const Block> blocks, const std::string& indent, bool tight);

void begin(std::string& out, bool tight) {
    if (!out.empty()) out += tight ? "\n" : "\n\n";
}

void write_text(std::string& out, std::string_view text, const std::string& indent) {
    bool fresh = out.empty() || out.back() == '\n';
    for (const char c : text) {
        if (fresh && c != '\n') out += indent;
        fresh = c == '\n';
        out += c;
    }
}

void write_list(std::string& out, const Block& list, const std::string& indent) {
    int number = list.start;
    bool first = true;
    for (const Block& item : list.children) {
        if (!first) begin(out, list.tight);
        first = false;
        const std::string sign = item.task          ? (*item.task ? "[x] " : "[ ] ")
                                 : list.ordered ? std::to_string(number) + ". "
                                                  : std::string("- ");
        ++number;
        std::string inside;
        write(inside, item.children, std::string(sign.size(), ' '), list.tight);
        if (inside.size() >= sign.size() && inside.starts_with(std::string(sign.size(), ' ')))
            inside.replace(0, sign.size(), sign);
        else
            inside = sign + inside;
        write_text(out, inside, indent);
    }
}

void write_table(std::string& out, const Block& table, const std::string& indent) {
    bool first = true;
    for (const Block& row : table.children) {
        if (!first) out += '\n';
        first = false;
        std::string line;
        for (std::size_t i = 0; i < row.children.size(); ++i) {
            if (i > 0) line += '\t';
            std::string cell = line_of(row.children[i].spans);
            std::replace(cell.begin(), cell.end(), '\n', ' ');
            line += cell;
        }
        write_text(out, line, indent);
    }
}

void write(std::string& out, std::span<const Block> blocks, const std::string& indent, bool tight) {
    for (const Block& block : blocks) {
        if (block.type == BlockType::rule || (block.type == BlockType::image && block.caption.empty())) continue;
        begin(out, tight);
        switch (block.type) {
            case BlockType::list: write_list(out, block, indent); break;
            case BlockType::table: write_table(out, block, indent); break;
            case BlockType::image: write_text(out, block.caption, indent); break;
            default:
                write_text(out, line_of(block.spans), indent);
                if (!block.children.empty()) {
                    std::string inside;
                    write(inside, block.children, {}, false);
                    if (!block.spans.empty()) out += "\n\n";
                    write_text(out, inside, indent);
                }
        }
    }
}

}  // namespace

std::size_t signs(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t skip = no_sign(text, i); skip > 0) {
            i += skip;
            continue;
        }
        ++count;
        ++i;
    }
    return count;
}

std::size_t signs(std::span<const Block> blocks, const Shown& shown) {
    std::size_t sum = 0;
    count(blocks, shown, sum);
    return sum;
}

std::vector<Block> cut_text(std::vector<Block> blocks, std::size_t front, std::size_t back, const Shown& shown) {
    const std::size_t all = signs(blocks, shown);
    const std::size_t to = all - std::min(all, back);
    if (front >= to && all > 0) return {};
    Cutter cutter(front, to, back == 0, shown);
    cutter.blocks(blocks);
    if (cutter.leaves == 1)
        if (Block* only = only_text(blocks); only && (!cutter.whole || only->type == BlockType::cell)) {
            Block paragraph;
            paragraph.line = only->line;
            paragraph.spans = std::move(only->spans);
            return {std::move(paragraph)};
        }
    return blocks;
}

std::string copied_text(std::span<const Block> blocks) {
    std::string text;
    write(text, blocks, {}, false);
    return text;
}

}  // namespace book
