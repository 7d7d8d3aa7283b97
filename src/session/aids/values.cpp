#include "session/aids/values.h"

#include <algorithm>

namespace session {
namespace {

bool inside(const Values& aid, int item) {
    return item >= 0 && item < static_cast<int>(aid.items.size());
}

/// Lights the nearest item in this direction that may be lit; past the ends none.
void step(Values& aid, int by) {
    const int count = static_cast<int>(aid.items.size());
    int at = aid.lit < 0 ? (by > 0 ? -1 : count) : aid.lit;
    do at += by;
    while (inside(aid, at) && !aid.items[static_cast<std::size_t>(at)].chosen);
    aid.lit = inside(aid, at) ? at : -1;
}

}  // namespace

int Values::least() const {
    return shape == Shape::energy ? -3 : 0;
}

int Values::most() const {
    return shape == Shape::energy || shape == Shape::bucket ? 3 : 10;
}

void Values::set_value(int item, int value) {
    if (inside(*this, item)) items[static_cast<std::size_t>(item)].value = std::clamp(value, least(), most());
}

void Values::set_lived(int item, int value) {
    if (inside(*this, item)) items[static_cast<std::size_t>(item)].lived = std::clamp(value, 0, 10);
}

void Values::set_chosen(int item, bool in) {
    if (shape != Shape::compass || !inside(*this, item)) return;
    bool& now = items[static_cast<std::size_t>(item)].chosen;
    if (in && !now && chosen() >= pick) return;
    now = in;
    if (!in && lit == item) lit = -1;
}

int Values::chosen() const {
    return static_cast<int>(std::count_if(items.begin(), items.end(), [](const Item& item) { return item.chosen; }));
}

void Values::light(int item) {
    if (!inside(*this, item)) return;
    lit = lit == item ? -1 : item;
}

void Values::forward() {
    step(*this, 1);
}

void Values::backward() {
    step(*this, -1);
}

int Values::balance() const {
    int sum = 0;
    for (const Item& item : items) sum += item.tap ? -item.value : item.value;
    return sum;
}

float Values::level() const {
    int in = 0, out = 0;
    for (const Item& item : items) (item.tap ? out : in) += item.value;
    if (in == 0) return 0;
    // Half full when as much runs out as in.
    return std::clamp(0.5f + static_cast<float>(in - out) / static_cast<float>(2 * std::max(in, out)) * 0.9f, 0.05f,
                      0.97f);
}

}  // namespace session
