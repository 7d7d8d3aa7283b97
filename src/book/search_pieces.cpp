#include "book/search_pieces.h"

#include <algorithm>
#include <utility>

namespace book {
namespace {

constexpr std::size_t long_body = 8000;  // bytes

std::string without_soft_hyphens(std::string text) {
    constexpr std::string_view hyphen = "\u00AD";
    if (text.find(hyphen) == std::string::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find(hyphen, at), text.size());
        out.append(text, at, next - at);
        at = next + hyphen.size();
    }
    return out;
}

class Cutter {
  public:
    Cutter(std::vector<SearchPiece>& pieces, int document) : pieces_(pieces), document_(document) {}

    void heading(std::string anchor, std::string text) {
        pieces_.push_back({document_, std::move(anchor), without_soft_hyphens(std::move(text)), ""});
    }
    void add(const Block& block) {
        std::string text = without_soft_hyphens(plain_text(std::vector<Block>{block}));
        if (text.empty()) return;
        if (!pieces_.back().body.empty() && pieces_.back().body.size() + text.size() > long_body)
            pieces_.push_back({document_, pieces_.back().anchor, pieces_.back().heading, ""});
        std::string& body = pieces_.back().body;
        if (!body.empty()) body += "\n\n";
        body += text;
    }

  private:
    std::vector<SearchPiece>& pieces_;
    int document_;
};

}  // namespace

std::vector<SearchPiece> search_pieces(const Handbook& handbook) {
    std::vector<std::pair<int, int>> order;  // part, document
    for (std::size_t i = 0; i < handbook.documents.size(); ++i)
        order.emplace_back(handbook.documents[i].part, static_cast<int>(i));
    std::stable_sort(order.begin(), order.end(), [](auto& a, auto& b) { return a.first < b.first; });
    std::vector<SearchPiece> pieces;
    for (const auto& [part, index] : order) {
        const Document& document = handbook.documents[static_cast<std::size_t>(index)];
        const std::string number = number_of(document);
        Cutter cutter(pieces, index);
        cutter.heading("", number.empty() ? document.title : number + " " + document.title);
        for (const Block& block : document.blocks) {
            if (block.type == BlockType::heading)
                cutter.heading(block.anchor, plain_text(block.spans));
            else
                cutter.add(block);
        }
        for (const Footnote& footnote : document.footnotes)
            for (const Block& block : footnote.blocks) cutter.add(block);
    }
    return pieces;
}

}  // namespace book
