// session/aids/cards.h: a pack of cards with words, cases or statements, shuffled and turned a few at a time.
// Tests: tests/session/cards_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace session {

struct WordCards {
    std::vector<std::string> cards;  ///< in the order they are drawn
    int draw = 1;                    ///< how many lie on the table at a time
    int first = 0;                   ///< index of the first one on the table; == cards.size(): the pack is used up
    int turned = 0;                  ///< how many of them show their face
    int lit = -1;                    ///< card on the table that is talked about, or -1

    /// The cards on the table now.
    int on_table() const;
    /// Turns the next card; when all on the table are turned, clears it and lays the next ones, the first face up.
    void forward();
    void backward();
    void light(int place);
    /// Into an order that `seed` decides, and starts again.
    void shuffle(std::uint64_t seed);
    bool operator==(const WordCards&) const = default;
};

}  // namespace session
