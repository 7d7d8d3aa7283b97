// session/aids/board.h: cards in columns: the shared board (typed by the leaders, no names) and the sorting board.
// Rule: what is typed is gone when the board closes; a locked board cannot be changed. Tests: tests/session/board_test.cpp
#pragma once

#include <string>
#include <vector>

namespace session {

struct Board {
    static constexpr std::size_t most_cards = 60;
    static constexpr std::size_t longest = 60;  ///< signs of one card; the room has to be able to read it
    struct Card {
        std::string text;
        int column = -1;  ///< -1: not placed yet
        bool operator==(const Card&) const = default;
    };

    std::vector<std::string> columns;
    std::vector<Card> cards;
    bool sorting = false;  ///< its words came from the handbook and wait in a row to be placed
    bool locked = false;   ///< agreed: nothing changes any more

    /// The first card that waits to be placed, or -1.
    int waiting() const;
    void place(int card, int column);  ///< -1 takes it back to the waiting row
    /// False when the board is locked or full or the text is empty.
    bool add(int column, std::string text);
    void remove(int card);
    int count(int column) const;
    bool operator==(const Board&) const = default;
};

}  // namespace session
