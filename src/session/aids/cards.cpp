#include "session/aids/cards.h"

#include <algorithm>
#include <utility>

#include "session/aids/random.h"

namespace session {

int WordCards::on_table() const {
    return std::clamp(static_cast<int>(cards.size()) - first, 0, draw);
}

void WordCards::forward() {
    if (turned < on_table()) {
        lit = turned++;
        return;
    }
    if (first >= static_cast<int>(cards.size())) return;
    first += on_table();
    turned = std::min(1, on_table());
    lit = turned > 0 ? 0 : -1;
}

void WordCards::backward() {
    if (turned > 1 || (turned == 1 && first == 0)) {
        --turned;
    } else if (first > 0) {
        first = std::max(0, first - draw);
        turned = on_table();
    }
    lit = turned - 1;
}

void WordCards::light(int place) {
    if (place < 0 || place >= on_table()) return;
    turned = std::max(turned, place + 1);
    lit = lit == place ? -1 : place;
}

void WordCards::shuffle(std::uint64_t seed) {
    session::shuffle(cards, seed);
    first = 0;
    turned = 0;
    lit = -1;
}

}  // namespace session
