#include "book/privacy.h"

#include <algorithm>
#include <optional>

#include "book/roles.h"

namespace book {
namespace {

bool opens_as_note(const std::vector<Span>& spans) {
    if (opens_for_leaders(plain_text(spans))) return true;
    // A bold opening in the middle of a paragraph: the author forgot the empty line before it.
    bool after_break = false;
    for (const Span& span : spans) {
        if ((after_break || (span.marks & mark_bold) != 0) && opens_for_leaders(span.text)) return true;
        after_break = span.text == "\n";
    }
    return false;
}

bool is_unknown_alert(const Block& block) {
    return block.type == BlockType::quote && plain_text(block.children).starts_with("[!");
}

class Taker {
  public:
    explicit Taker(const std::set<int>& html_lines) : html_lines_(html_lines) {}

    void walk(std::vector<Block>& blocks) {
        std::vector<Block> kept;
        int private_level = 0;  // >0: a heading for the leaders stands above, of this level
        for (Block& block : blocks) {
            const bool goes_on = private_level > 0 || after_html_;
            if (block.type == BlockType::heading) private_level = level_after(block, private_level);
            const auto reason = private_level > 0 ? std::optional(PrivateReason::unmarked_note) : reason_for(block);
            // A paragraph has no end mark: what follows it up to the next heading may belong to the same note.
            if (reason == PrivateReason::unmarked_note && private_level == 0 && block.type != BlockType::quote)
                private_level = 7;
            if (reason)
                take(std::move(block), *reason, goes_on);
            else
                kept.push_back(std::move(block));
        }
        blocks = std::move(kept);
    }

    Private result;

  private:
    static int level_after(const Block& heading, int private_level) {
        const std::string text = plain_text(heading.spans);
        const auto role = role_of_heading(text);
        if ((role && *role != Role::wall) || opens_for_leaders(text)) return heading.level;
        return heading.level <= private_level ? 0 : private_level;
    }

    std::optional<PrivateReason> reason_for(Block& block) {
        // What follows raw HTML may stand inside an element that its author meant to hide.
        if (after_html_) return PrivateReason::raw_html;
        if (block.type == BlockType::details) {
            after_html_ = true;
            return PrivateReason::raw_html;
        }
        if (block.type == BlockType::alert)
            return opens_for_leaders(plain_text(block.children)) ? PrivateReason::leaders_note
                                                                 : PrivateReason::other_alert;
        if (is_unknown_alert(block)) return PrivateReason::other_alert;
        const bool container = block.type == BlockType::quote || block.type == BlockType::item;
        if (container && opens_for_leaders(plain_text(block.children))) return PrivateReason::unmarked_note;
        if (html_lines_.count(block.line) != 0 && block.type == BlockType::paragraph) {
            after_html_ = true;
            return PrivateReason::raw_html;
        }
        if (opens_as_note(block.spans)) return PrivateReason::unmarked_note;
        if (block.type == BlockType::table) {
            for (const Block& row : block.children)
                for (const Block& cell : row.children)
                    if (opens_as_note(cell.spans)) return PrivateReason::unmarked_note;
            return std::nullopt;
        }
        if (!block.children.empty()) walk(block.children);
        return std::nullopt;
    }

    // What goes on after a find is part of it: one message is enough.
    void take(Block block, PrivateReason reason, bool goes_on) {
        if (!goes_on) result.finds.push_back({reason, block.line});
        // An item cannot stand alone: its content is what matters.
        if (block.type == BlockType::item)
            for (Block& child : block.children) result.blocks.push_back(std::move(child));
        else
            result.blocks.push_back(std::move(block));
    }

    const std::set<int>& html_lines_;
    bool after_html_ = false;
};

// Lists, items and quotes whose whole content was private would leave a lone bullet or bar behind.
void drop_hollow(std::vector<Block>& blocks) {
    for (Block& block : blocks)
        if (block.type != BlockType::table) drop_hollow(block.children);
    std::erase_if(blocks, [](const Block& block) {
        const bool container =
            block.type == BlockType::list || block.type == BlockType::item || block.type == BlockType::quote;
        return container && block.children.empty();
    });
}

}  // namespace

Private take_private(std::vector<Block>& blocks, const std::set<int>& html_lines) {
    Taker taker(html_lines);
    taker.walk(blocks);
    drop_hollow(blocks);
    return std::move(taker.result);
}

}  // namespace book
