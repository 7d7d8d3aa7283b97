#include <algorithm>
#include <iterator>
#include <numeric>

#include "session/aids/aid.h"

namespace session {

int Scale::total() const {
    return std::accumulate(hands.begin(), hands.end(), 0);
}

void Scale::add_hand(int value, int more) {
    constexpr int most = 999;
    if (value < 0 || value >= std::ssize(hands)) return;
    int& count = hands[static_cast<std::size_t>(value)];
    count = std::clamp(std::clamp(count, 0, most) + std::clamp(more, -most, most), 0, most);
}

}  // namespace session
