#include "book/block_nest.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "book/inline_text.h"

namespace book {

void BlockNest::html(std::string_view literal, int line) {
    line_ = line;
    marks_ = 0;
    while (!literal.empty()) {
        const std::size_t angle = std::min(literal.find('<'), literal.size());
        text(literal.substr(0, angle));
        literal.remove_prefix(angle);
        if (literal.empty()) break;
        if (literal.starts_with("<!--")) {
            const std::size_t end = std::min(literal.find("-->", 4), literal.size());
            comment(literal.substr(4, end - 4));
            literal.remove_prefix(std::min(end + 3, literal.size()));
            continue;
        }
        const auto tag = tag_at(literal);
        const std::size_t length = tag ? tag->length : 1;
        if (!tag || !act_on(*tag))
            text(literal.substr(0, length));
        else
            line_ += static_cast<int>(
                std::count(literal.begin(), literal.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        literal.remove_prefix(length);
    }
    end_paragraph();
}

// False: the tag means nothing here and is text.
bool BlockNest::act_on(const Tag& tag) {
    if (tag.name == Tag::Name::details) {
        if (tag.closing ? open_.empty() : open_levels() >= levels_) return false;
        end_paragraph();
        if (tag.closing) {
            close();
        } else {
            Open made;
            made.block.type = BlockType::details;
            made.block.line = line_;
            made.block.open = tag.open;
            open_.push_back(std::move(made));
        }
        return true;
    }
    if (tag.name == Tag::Name::summary) {
        if (open_.empty() || (tag.closing ? !open_.back().in_summary : open_.back().had_summary)) return false;
        end_paragraph();
        Open& innermost = open_.back();
        if (tag.closing) {
            end_summary();
        } else {
            innermost.in_summary = innermost.had_summary = true;
            innermost.summary_begin = innermost.block.children.size();
        }
        return true;
    }
    if (tag.name == Tag::Name::line_break) {
        buffer_.line_break();
        return true;
    }
    const std::uint8_t mark = mark_of(tag.name);
    marks_ = static_cast<std::uint8_t>(tag.closing ? marks_ & ~mark : marks_ | mark);
    return true;
}

void BlockNest::text(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (buffer_.at_line_start()) line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (buffer_.empty()) begin_line_ = line_;
        buffer_.text(line, marks_, -1);
        if (end == text.size()) break;
        ++line_;
        if (!buffer_.empty()) buffer_.line_break();
        text.remove_prefix(end + 1);
    }
}

void BlockNest::comment(std::string_view text) {
    out_.comments.push_back({line_, std::string(base::trimmed(text))});
    line_ += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

void BlockNest::end_paragraph() {
    Block block;
    block.line = begin_line_;
    block.spans = buffer_.take();
    if (block.spans.empty()) return;
    out_.html_lines.push_back(block.line);
    target().push_back(std::move(block));
}

// A summary is one line of text: its paragraphs become that line, anything else in it follows below.
void BlockNest::end_summary() {
    Open& innermost = open_.back();
    innermost.in_summary = false;
    auto& children = innermost.block.children;
    const auto begin = children.begin() + static_cast<std::ptrdiff_t>(innermost.summary_begin);
    for (auto at = begin; at != children.end(); ++at) {
        if (at->type != BlockType::paragraph) continue;
        auto& spans = innermost.block.spans;
        if (!spans.empty()) spans.push_back({"\n"});
        spans.insert(spans.end(), std::make_move_iterator(at->spans.begin()), std::make_move_iterator(at->spans.end()));
    }
    children.erase(
        std::remove_if(begin, children.end(), [](const Block& block) { return block.type == BlockType::paragraph; }),
        children.end());
}

void BlockNest::close() {
    Block done = std::move(open_.back().block);
    open_.pop_back();
    target().push_back(std::move(done));
}

void BlockNest::finish() {
    std::vector<std::vector<Block>> after;  // from the innermost outwards: what follows each <details>
    while (!open_.empty()) {
        auto& children = open_.back().block.children;
        const auto section = std::find_if(children.begin(), children.end(), [](const Block& block) {
            return block.type == BlockType::heading && block.level <= 2;
        });
        after.emplace_back(std::make_move_iterator(section), std::make_move_iterator(children.end()));
        children.erase(section, children.end());
        close();
    }
    for (; !after.empty(); after.pop_back())
        std::move(after.back().begin(), after.back().end(), std::back_inserter(into_));
}

}  // namespace book
