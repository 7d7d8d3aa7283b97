#include "book/wall_pages.h"

#include <algorithm>

#include "base/text.h"

namespace book {
namespace {

// Costs in tenths of a line, after the proportions of Style::wall.
constexpr int line_cost = 10;
constexpr int gap_cost = 5;
constexpr int tight_cost = 2;
constexpr int picture_cost = 40;
constexpr int indent_signs = 3;
constexpr int least_signs = 8;

int lines_of(std::string_view text, int signs) {
    int lines = 1;
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" \n", at), text.size());
        const int word = static_cast<int>(base::count_code_points(text.substr(at, end - at)));
        if (used > 0 && used + 1 + word > signs) {
            ++lines;
            used = 0;
        }
        used += (used > 0 ? 1 : 0) + word;
        while (used > signs) {
            ++lines;
            used -= signs;
        }
        if (end < text.size() && text[end] == '\n') {
            ++lines;
            used = 0;
        }
        at = end + 1;
    }
    return lines;
}

int cost_of(const std::vector<Block>& blocks, int signs, bool tight);

int cost_of(const Block& block, int signs) {
    signs = std::max(signs, least_signs);
    switch (block.type) {
        case BlockType::heading:
            return lines_of(plain_text(block.spans), std::max(least_signs, signs * 3 / 4)) * line_cost * 6 / 5;
        case BlockType::list: {
            int cost = 0;
            for (const Block& item : block.children)
                cost += std::max(line_cost, cost_of(item.children, signs - indent_signs, block.tight)) +
                        (cost > 0 ? (block.tight ? tight_cost : gap_cost) : 0);
            return cost;
        }
        case BlockType::quote:
        case BlockType::alert:
        case BlockType::item: return cost_of(block.children, signs - indent_signs, false);
        case BlockType::details:
            return lines_of(plain_text(block.spans), signs) * line_cost + gap_cost +
                   cost_of(block.children, signs, false);
        case BlockType::table: {
            int cost = 0;
            for (const Block& row : block.children) cost += cost_of(row, signs);
            return cost;
        }
        case BlockType::row: {
            const int columns = std::max(1, static_cast<int>(block.children.size()));
            int lines = 1;
            for (const Block& cell : block.children)
                lines = std::max(lines, lines_of(plain_text(cell.spans), std::max(least_signs, signs / columns - 2)));
            return lines * line_cost + tight_cost * 3;
        }
        case BlockType::image: return picture_cost;
        case BlockType::rule: return gap_cost;
        default: return lines_of(plain_text(block.spans), signs) * line_cost;
    }
}

int cost_of(const std::vector<Block>& blocks, int signs, bool tight) {
    int cost = 0;
    for (const Block& block : blocks) cost += cost_of(block, signs) + (cost > 0 ? (tight ? tight_cost : gap_cost) : 0);
    return cost;
}

/// Something that is not parted any more. Units with the same `group` join again when they meet on one page.
struct Unit {
    Block block;
    int group = -1;
};

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
           text.ends_with("…");
}

class Splitter {
  public:
    explicit Splitter(WallRoom room)
        : signs_(std::max(least_signs, room.signs)), most_(std::max(1, room.lines) * line_cost) {}

    std::vector<std::vector<Block>> pages(const std::vector<Block>& blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const int cost = cost_of(blocks[i], signs_);
            if (cost <= most_) {
                int wanted = cost;
                // A heading, or a line that announces what follows, stays with it where both fit on one page.
                const bool leads = blocks[i].type == BlockType::heading || (blocks[i].type == BlockType::paragraph &&
                                                                            plain_text(blocks[i].spans).ends_with(':'));
                if (leads && i + 1 < blocks.size()) {
                    const int both =
                        cost + gap_cost + std::min(cost_of(blocks[i + 1], signs_), least_of(blocks[i + 1]));
                    if (both <= most_) wanted = both;
                }
                place({blocks[i], -1}, cost, wanted);
            } else {
                const int group = ++groups_;
                std::vector<Unit> units;
                part(blocks[i], group, units);
                for (Unit& unit : units) {
                    const int unit_cost = cost_of(unit.block, signs_);
                    place(std::move(unit), unit_cost, unit_cost);
                }
            }
        }
        if (!page_.empty() || pages_.empty()) close();
        return std::move(pages_);
    }

  private:
    // What must follow a heading at the least: the whole block, or its first part when it is parted anyway.
    int least_of(const Block& block) const {
        const int cost = cost_of(block, signs_);
        return cost <= most_ ? cost : 2 * line_cost;
    }

    void part(const Block& block, int group, std::vector<Unit>& units) {
        switch (block.type) {
            case BlockType::list: part_list(block, group, units); break;
            case BlockType::quote:
            case BlockType::alert: part_quote(block, group, units); break;
            case BlockType::details: part_details(block, units); break;
            case BlockType::table: part_table(block, group, units); break;
            case BlockType::code: part_code(block, units); break;
            case BlockType::paragraph: part_text(block, units); break;
            default: units.push_back({block, -1}); break;
        }
    }

    void part_list(const Block& list, int group, std::vector<Unit>& units) {
        int number = list.start;
        for (const Block& item : list.children) {
            Block one = list;
            one.children = {item};
            one.start = number++;
            if (cost_of(one, signs_) <= most_) {
                units.push_back({std::move(one), group});
                continue;
            }
            // The first part keeps the bullet, the rest follows as plain text.
            std::vector<Unit> inside;
            for (const Block& child : item.children) part(child, ++groups_, inside);
            for (std::size_t i = 0; i < inside.size(); ++i) {
                if (i > 0) {
                    units.push_back(std::move(inside[i]));
                    continue;
                }
                one.children.front().children = {std::move(inside[i].block)};
                units.push_back({one, group});
            }
        }
    }

    void part_quote(const Block& quote, int group, std::vector<Unit>& units) {
        std::vector<Unit> inside;
        for (const Block& child : quote.children) {
            if (cost_of(child, signs_ - indent_signs) <= most_)
                inside.push_back({child, -1});
            else
                part(child, ++groups_, inside);
        }
        for (Unit& unit : inside) {
            Block one = quote;
            one.children = {std::move(unit.block)};
            units.push_back({std::move(one), group});
        }
    }

    // The summary as a line of its own, then what stands under it.
    void part_details(const Block& details, std::vector<Unit>& units) {
        Block summary;
        summary.line = details.line;
        summary.spans = details.spans;
        if (!summary.spans.empty()) part(summary, ++groups_, units);
        for (const Block& child : details.children) {
            if (cost_of(child, signs_) <= most_)
                units.push_back({child, -1});
            else
                part(child, ++groups_, units);
        }
    }

    // Every page that goes on with a table repeats its header row.
    void part_table(const Block& table, int group, std::vector<Unit>& units) {
        const bool has_header = table.children.size() > 1 && table.children.front().header;
        for (std::size_t i = has_header ? 1 : 0; i < table.children.size(); ++i) {
            Block one = table;
            one.children.clear();
            if (has_header) one.children.push_back(table.children.front());
            one.children.push_back(table.children[i]);
            units.push_back({std::move(one), group});
        }
    }

    void part_code(const Block& code, std::vector<Unit>& units) {
        const std::string text = plain_text(code.spans);
        std::string some;
        const auto flush = [&] {
            if (some.empty()) return;
            some.pop_back();
            Block one = code;
            one.spans = {Span{some, mark_code, -1, -1}};
            units.push_back({std::move(one), -1});
            some.clear();
        };
        for (const std::string_view line : base::lines(text)) {
            if (!some.empty() && lines_of(some + std::string(line), signs_) * line_cost > most_) flush();
            some += line;
            some += '\n';
        }
        flush();
    }

    // By sentences, as many as fit; a sentence that alone is too long, by words.
    void part_text(const Block& text, std::vector<Unit>& units) {
        Block some = text;
        some.spans.clear();
        std::string plain;
        Block last_good;  // up to the last end of a sentence
        std::string after_good;
        std::vector<Span> rest;
        const auto flush = [&](Block& block) {
            if (!block.spans.empty()) units.push_back({std::move(block), -1});
            block = text;
            block.spans.clear();
        };
        bool has_good = false;
        for (const Word& word : words_of(text.spans)) {
            if (!plain.empty() && lines_of(std::string(base::trimmed(plain + word.text)), signs_) * line_cost > most_) {
                if (has_good) {
                    flush(last_good);
                    some.spans = std::move(rest);
                    plain = plain_text(some.spans);
                } else {
                    flush(some);
                    plain.clear();
                }
                rest.clear();
                has_good = false;
            }
            plain += word.text;
            for (const Span& piece : word.pieces) {
                add_piece(some.spans, piece);
                if (has_good) add_piece(rest, piece);
            }
            if (word.ends_with_space && ends_sentence(base::trimmed(word.text))) {
                last_good = some;
                has_good = true;
                rest.clear();
            }
        }
        flush(some);
    }

    // A word with the space after it; it may be set in several ways ("**sam**tale").
    struct Word {
        std::vector<Span> pieces;
        std::string text;
        bool ends_with_space = false;
    };

    static std::vector<Word> words_of(const std::vector<Span>& spans) {
        std::vector<Word> words;
        bool begins = true;
        for (const Span& span : spans) {
            for (std::size_t at = 0; at < span.text.size();) {
                const auto space = span.text.find_first_of(" \n", at);
                const std::size_t end = space == std::string::npos ? span.text.size() : space + 1;
                if (begins) words.emplace_back();
                Word& word = words.back();
                Span piece = span;
                piece.text = span.text.substr(at, end - at);
                if (piece.footnote < 0) word.text += piece.text;
                word.pieces.push_back(std::move(piece));
                begins = word.ends_with_space = space != std::string::npos;
                at = end;
            }
        }
        return words;
    }

    static void add_piece(std::vector<Span>& spans, const Span& piece) {
        if (!spans.empty() && spans.back().marks == piece.marks && spans.back().link == piece.link &&
            spans.back().footnote == piece.footnote && spans.back().text != "\n" && piece.text != "\n")
            spans.back().text += piece.text;
        else
            spans.push_back(piece);
    }

    void place(Unit unit, int cost, int wanted) {
        const bool joins = unit.group >= 0 && unit.group == last_group_ && !page_.empty();
        const bool repeats = joins && unit.block.type == BlockType::table && unit.block.children.size() > 1 &&
                             unit.block.children.front().header;
        if (repeats) wanted = cost = cost_of(unit.block.children.back(), signs_);
        const int gap = page_.empty() ? 0 : joins && unit.block.tight ? tight_cost : gap_cost;
        if (!page_.empty() && used_ + gap + wanted > most_) {
            close();
            const int alone = cost_of(unit.block, signs_);
            place(std::move(unit), alone, alone);
            return;
        }
        used_ += gap + cost;
        if (joins) {
            Block& last = page_.back();
            for (std::size_t i = repeats ? 1 : 0; i < unit.block.children.size(); ++i)
                last.children.push_back(std::move(unit.block.children[i]));
        } else {
            page_.push_back(std::move(unit.block));
        }
        last_group_ = unit.group;
    }

    void close() {
        pages_.push_back(std::move(page_));
        page_.clear();
        used_ = 0;
        last_group_ = -1;
    }

    int signs_;
    int most_;
    std::vector<std::vector<Block>> pages_;
    std::vector<Block> page_;
    int used_ = 0;
    int last_group_ = -1;
    int groups_ = 0;
};

}  // namespace

std::vector<std::vector<Block>> wall_pages(const std::vector<Block>& blocks, WallRoom room) {
    return Splitter(room).pages(blocks);
}

}  // namespace book
