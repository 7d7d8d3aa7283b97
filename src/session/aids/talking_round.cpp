#include <algorithm>

#include "session/aids/aid.h"

namespace session {
namespace {

void sit(TalkingRound& round, int seat, Instant now) {
    round.seat = seat;
    round.clock.before = Milliseconds{0};
    if (seat >= round.seats) round.clock.since.reset();
    if (round.clock.since) round.clock.since = now;
}

}  // namespace

Milliseconds TalkingRound::left(Instant now) const {
    if (seat >= seats) return Milliseconds{0};
    return std::max(Milliseconds{0}, each - clock.elapsed(now));
}

float TalkingRound::share(Instant now) const {
    if (seat >= seats || each <= Milliseconds{0}) return 1;
    const double gone = static_cast<double>(clock.elapsed(now).count()) / static_cast<double>(each.count());
    return static_cast<float>(std::clamp(gone, 0.0, 1.0));
}

void TalkingRound::next_seat(Instant now) {
    if (seat < seats) sit(*this, seat + 1, now);
}

void TalkingRound::previous_seat(Instant now) {
    if (seat > 0) sit(*this, seat - 1, now);
}

}  // namespace session
