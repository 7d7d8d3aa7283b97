#include "session/aids/board.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace session {
namespace {

/// The first `most` signs.
std::string shortened(std::string_view text, std::size_t most) {
    std::size_t end = 0;
    for (std::size_t signs = 0; end < text.size() && signs < most; ++signs) base::next_code_point(text, end);
    return std::string(text.substr(0, end));
}

}  // namespace

int Board::waiting() const {
    for (std::size_t i = 0; i < cards.size(); ++i)
        if (cards[i].column < 0) return static_cast<int>(i);
    return -1;
}

void Board::place(int card, int column) {
    if (locked || card < 0 || card >= static_cast<int>(cards.size())) return;
    if (column >= static_cast<int>(columns.size())) return;
    cards[static_cast<std::size_t>(card)].column = std::max(-1, column);
}

bool Board::add(int column, std::string text) {
    const std::string_view plain = base::trimmed(text);
    if (locked || plain.empty() || cards.size() >= most_cards) return false;
    if (column < 0 || column >= static_cast<int>(columns.size())) return false;
    cards.push_back({shortened(base::sanitised(plain), longest), column});
    return true;
}

void Board::remove(int card) {
    if (locked || card < 0 || card >= static_cast<int>(cards.size())) return;
    cards.erase(cards.begin() + card);
}

int Board::count(int column) const {
    return static_cast<int>(
        std::count_if(cards.begin(), cards.end(), [&](const Card& card) { return card.column == column; }));
}

}  // namespace session
