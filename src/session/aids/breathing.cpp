#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "session/aids/aid.h"

namespace session {

Breathing::View Breathing::view(Instant now) const {
    if (in <= Milliseconds{0} || out <= Milliseconds{0}) return {};
    const Milliseconds elapsed = clock.elapsed(now);
    const Milliseconds into = elapsed % (in + out);
    // Half a cosine each way: it comes to rest at both turns, so that nothing jerks.
    const auto eased = [](Milliseconds gone, Milliseconds length) {
        const double share = static_cast<double>(gone.count()) / static_cast<double>(length.count());
        return static_cast<float>((1 - std::cos(std::numbers::pi * share)) / 2);
    };
    View view;
    view.inhale = into < in;
    view.level = view.inhale ? eased(into, in) : 1 - eased(into - in, out);
    const auto breaths = elapsed / (in + out);
    view.breaths = static_cast<int>(std::min<decltype(breaths)>(breaths, std::numeric_limits<int>::max()));
    return view;
}

}  // namespace session
