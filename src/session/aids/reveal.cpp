#include "session/aids/reveal.h"

#include <algorithm>
#include <utility>

namespace session {
namespace {

constexpr int most_hands = 99;

int count_of(const Reveal& aid) {
    return static_cast<int>(aid.parts.size());
}

}  // namespace

void Reveal::forward() {
    if (shown < count_of(*this)) {
        lit = shown++;
        return;
    }
    lit = -1;
}

void Reveal::backward() {
    if (lit < 0 && shown > 0) {
        lit = shown - 1;
        return;
    }
    shown = std::max(0, shown - 1);
    lit = shown - 1;
}

void Reveal::light(int part) {
    if (part < 0 || part >= count_of(*this)) return;
    shown = std::max(shown, part + 1);
    lit = lit == part ? -1 : part;
}

const std::string& Reveal::text(int part) const {
    static const std::string nothing;
    if (part < 0 || part >= count_of(*this)) return nothing;
    const Part& of = parts[static_cast<std::size_t>(part)];
    if (!of.written.empty()) return of.written;
    return examples ? of.example : nothing;
}

void Reveal::write(int part, std::string text) {
    if (part < 0 || part >= count_of(*this)) return;
    parts[static_cast<std::size_t>(part)].written = std::move(text);
    shown = std::max(shown, part + 1);
}

void Reveal::add_hand(int part, int more) {
    if (part < 0 || part >= count_of(*this)) return;
    int& hands = parts[static_cast<std::size_t>(part)].hands;
    hands = std::clamp(hands + more, 0, most_hands);
}

}  // namespace session
