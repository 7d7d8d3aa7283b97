#include "book/leaves.h"

#include <algorithm>
#include <set>

namespace book {
namespace {

class Walk {
  public:
    explicit Walk(std::vector<Leaf>& out) : out_(out) {}

    void blocks(const std::vector<Block>& all, const Leaf& around) {
        Leaf next = around;
        for (const Block& block : all) {
            one(block, next);
            // Only the first block of an item carries its mark.
            next.opens_item = false;
            next.number.reset();
            next.task.reset();
        }
    }

  private:
    void one(const Block& block, const Leaf& around) {
        Leaf inside = around;
        switch (block.type) {
            case BlockType::list: list(block, inside); return;
            case BlockType::table:
                for (const Block& row : block.children) add(row, inside);
                return;
            case BlockType::quote: inside.quoted = true; break;
            case BlockType::alert: inside.alert = block.alert; break;
            case BlockType::details: inside.folded = true; break;
            default: break;
        }
        const bool frame = block.type == BlockType::quote || block.type == BlockType::alert;
        if (!frame) add(block, around);
        blocks(block.children, inside);
    }

    void list(const Block& block, Leaf around) {
        around.in_list = true;
        around.ordered = block.ordered;
        ++around.depth;
        int number = block.start;
        for (const Block& item : block.children) {
            around.opens_item = true;
            around.task = item.task;
            around.number = block.ordered ? std::optional(number++) : std::nullopt;
            if (item.children.empty()) {
                Block empty;
                empty.line = item.line;
                add(empty, around);
            }
            blocks(item.children, around);
        }
    }

    void add(const Block& block, const Leaf& around) {
        Leaf leaf = around;
        leaf.block = block;
        if (block.type == BlockType::row) {
            for (const Block& cell : block.children) {
                if (&cell != &block.children.front()) leaf.text += '\t';
                leaf.text += plain_text(cell.spans);
            }
        } else {
            leaf.block.children.clear();
            leaf.text = block.type == BlockType::image ? block.alt : plain_text(block.spans);
            if (block.type == BlockType::image && !block.caption.empty()) leaf.text += '\n' + block.caption;
        }
        if (block.type == BlockType::heading) anchor_ = block.anchor;
        leaf.anchor = anchor_;
        out_.push_back(std::move(leaf));
    }

    std::vector<Leaf>& out_;
    std::string anchor_;
};

void add_questions(const Document& document, std::vector<Leaf>& leaves) {
    for (const Question& question : document.questions) {
        Leaf leaf;
        leaf.part = Leaf::Part::question;
        leaf.label = question.id;
        for (const std::string* text : {&question.text, &question.low, &question.high}) {
            if (!leaf.block.spans.empty()) leaf.block.spans.push_back({"\n"});
            leaf.block.spans.push_back({*text});
        }
        leaf.text = plain_text(leaf.block.spans);
        leaves.push_back(std::move(leaf));
    }
}

// An HTML comment in a slide is a note for the leaders, and stands nowhere else.
void add_slide_notes(const Document& document, std::vector<Leaf>& leaves) {
    std::set<std::string> said;
    for (const Leaf& leaf : leaves) said.insert(leaf.text);
    for (const Slide& slide : document.slides) {
        Leaf around;
        around.part = Leaf::Part::slide_note;
        std::vector<Leaf> notes;
        Walk(notes).blocks(slide.notes, around);
        for (Leaf& note : notes) {
            if (said.contains(note.text)) continue;
            note.anchor = slide.anchor;
            leaves.push_back(std::move(note));
        }
    }
}

class Key {
  public:
    Key(const Document& document, const Handbook& handbook) : document_(document), handbook_(handbook) {}

    void fact(char name, std::string_view value) {
        text += '\x01';
        text += name;
        text += value;
    }
    void fact(char name, int value) { fact(name, std::to_string(value)); }

    // Words with one space between them; how they are set is written where it changes.
    void spans(const std::vector<Span>& all) {
        std::string setting = "\x01s0";
        bool space = false, begun = false;
        for (const Span& span : all) {
            const std::string set = setting_of(span);
            if (span.text == "\n") {
                text += '\n';
                space = begun = false;
                continue;
            }
            if (span.footnote >= 0) {
                text += set;
                setting = set;
                continue;
            }
            for (std::size_t i = 0; i < span.text.size(); ++i) {
                const bool nbsp = span.text.compare(i, 2, "\u00A0") == 0;
                if (span.text[i] == ' ' || nbsp) {
                    space = true;
                    if (nbsp) ++i;
                    continue;
                }
                if (space && begun) text += ' ';
                space = false;
                begun = true;
                if (set != setting) text += set;
                setting = set;
                text += span.text[i];
            }
        }
    }

    std::string text;

  private:
    std::string setting_of(const Span& span) const {
        std::string set = "\x01s" + std::to_string(span.marks);
        if (span.footnote >= 0) return "\x01n";
        if (span.link < 0 || span.link >= static_cast<int>(document_.links.size())) return set;
        const Link& link = document_.links[static_cast<std::size_t>(span.link)];
        const bool leads = link.document >= 0 && link.document < static_cast<int>(handbook_.documents.size());
        if (link.external || !leads) return set + "l" + link.url + "\x02";
        // A document that was moved or renamed is the same target as long as it keeps its id.
        const Document& target = handbook_.documents[static_cast<std::size_t>(link.document)];
        return set + "d" + (target.id.empty() ? target.path : target.id) + "#" + link.anchor + "\x02";
    }

    const Document& document_;
    const Handbook& handbook_;
};

}  // namespace

std::vector<Leaf> leaves_of(const Document& document) {
    std::vector<Leaf> leaves;
    Walk(leaves).blocks(document.blocks, {});
    add_questions(document, leaves);
    add_slide_notes(document, leaves);
    for (const Footnote& footnote : document.footnotes) {
        Leaf around;
        around.part = Leaf::Part::footnote;
        around.label = footnote.label;
        Walk(leaves).blocks(footnote.blocks, around);
    }
    return leaves;
}

std::string key_of(const Leaf& leaf, const Document& document, const Handbook& handbook) {
    Key key(document, handbook);
    const Block& block = leaf.block;
    key.fact('p', static_cast<int>(leaf.part));
    key.fact('t', static_cast<int>(block.type));
    if (leaf.in_list) key.fact(leaf.ordered ? 'o' : 'u', leaf.depth);
    if (leaf.opens_item) key.fact('i', leaf.task ? (*leaf.task ? "x" : "_") : "");
    if (leaf.quoted) key.fact('q', "");
    if (leaf.alert) key.fact('a', static_cast<int>(*leaf.alert));
    if (leaf.folded) key.fact('f', "");
    switch (block.type) {
        case BlockType::heading: key.fact('h', block.level); break;
        case BlockType::row:
            key.fact('r', block.header ? 1 : 0);
            for (const Block& cell : block.children) {
                key.fact('c', static_cast<int>(cell.align));
                key.spans(cell.spans);
            }
            return key.text;
        case BlockType::image:
            key.fact('g', block.source);
            key.fact('e', block.alt);
            key.fact('k', block.caption);
            return key.text;
        case BlockType::code:
            key.fact('w', leaf.text);  // here white space is seen
            return key.text;
        default: break;
    }
    key.fact('w', "");
    key.spans(block.spans);
    return key.text;
}

}  // namespace book
