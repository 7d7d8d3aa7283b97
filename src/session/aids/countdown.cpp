#include <algorithm>

#include "session/aids/aid.h"

namespace session {
namespace {

constexpr Milliseconds longest = std::chrono::hours{24};

/// Where the clock stands: which phase, when it began, and how much of it is gone.
struct Place {
    std::size_t phase = 0;
    Milliseconds begin{};
    Milliseconds gone{};
    bool finished = false;
};

Place place_of(const std::vector<Countdown::Phase>& phases, Milliseconds elapsed) {
    Milliseconds begin{};
    for (std::size_t i = 0; i < phases.size(); ++i) {
        if (elapsed < begin + phases[i].length) return {i, begin, elapsed - begin, false};
        begin += phases[i].length;
    }
    if (phases.empty()) return {0, begin, Milliseconds{0}, true};
    const Milliseconds last = phases.back().length;
    return {phases.size() - 1, begin - last, last, true};
}

/// Sets the clock to `elapsed`; going or standing as before.
void set_clock(Stopwatch& clock, Milliseconds elapsed, Instant now) {
    clock.before = elapsed;
    if (clock.since) clock.since = now;
}

}  // namespace

Milliseconds Countdown::total() const {
    Milliseconds sum{};
    for (const Phase& phase : phases) sum += phase.length;
    return sum;
}

Countdown::View Countdown::view(Instant now) const {
    const Place place = place_of(phases, clock.elapsed(now));
    View view{.phase = static_cast<int>(place.phase), .finished = place.finished};
    if (place.finished) {
        view.share = 1;
        return view;
    }
    const Milliseconds length = phases[place.phase].length;
    view.left = length - place.gone;
    view.share = static_cast<float>(static_cast<double>(place.gone.count()) / static_cast<double>(length.count()));
    return view;
}

void Countdown::add(Milliseconds more, Instant now) {
    if (phases.empty()) return;
    const Place place = place_of(phases, clock.elapsed(now));
    // The clock may have gone on long after the end: a minute more is a minute from now.
    if (place.finished) set_clock(clock, total(), now);
    Milliseconds& length = phases[place.phase].length;
    length = std::max(place.gone, std::min(longest, length + std::clamp(more, -longest, longest)));
}

void Countdown::skip_phase(Instant now) {
    if (phases.empty()) return;
    const Place place = place_of(phases, clock.elapsed(now));
    set_clock(clock, place.begin + phases[place.phase].length, now);
}

}  // namespace session
