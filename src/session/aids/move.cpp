// Forward, backward and what the room may see, for every aid.
#include <algorithm>
#include <type_traits>

#include "session/aids/aid.h"

namespace session {
namespace {

constexpr base::Seconds just_begun{3};

template <typename T>
concept HasParts = requires(T aid) {
    aid.forward();
};
template <typename T>
concept GoesBack = requires(T aid) {
    aid.backward();
};

void set_clock(Stopwatch& clock, Milliseconds to, Instant now) {
    clock.before = to;
    if (clock.since) clock.since = now;
}

/// To the start of this phase; pressed at its very start, to that of the one before.
void phase_back(Countdown& countdown, Instant now) {
    if (countdown.phases.empty()) return;
    const Countdown::View view = countdown.view(now);
    Milliseconds begin{};
    for (int i = 0; i < view.phase; ++i) begin += countdown.phases[static_cast<std::size_t>(i)].length;
    const Milliseconds gone = countdown.phases[static_cast<std::size_t>(view.phase)].length - view.left;
    if (gone < just_begun && view.phase > 0) begin -= countdown.phases[static_cast<std::size_t>(view.phase - 1)].length;
    set_clock(countdown.clock, begin, now);
}

}  // namespace

BodyScan::View BodyScan::view(Instant now) const {
    constexpr Milliseconds fade{1400};
    const int count = static_cast<int>(areas.size());
    if (each <= Milliseconds{0}) return {.area = count};
    const Milliseconds elapsed = clock.elapsed(now);
    View view{.area = static_cast<int>(std::min<std::int64_t>(elapsed / each, count))};
    if (view.area == count) return view;
    view.gone = elapsed % each;
    if (!clock.running()) return view;
    const Milliseconds left = each - view.gone;
    const Milliseconds since = view.area == 0 ? fade : view.gone;  // the first is lit from the start
    if (since >= fade && left > fade) view.still = left - fade;
    const float share = static_cast<float>(std::min({since, left, fade}).count()) / static_cast<float>(fade.count());
    view.light = share * share * (3 - 2 * share);
    return view;
}

void BodyScan::skip(int areas_on, Instant now) {
    const View at = view(now);
    const int count = static_cast<int>(areas.size());
    // Back from well inside an area goes to its own start.
    const bool restart = areas_on < 0 && at.area < count && at.gone > just_begun;
    const int to = std::clamp(at.area + areas_on + (restart ? 1 : 0), 0, count);
    set_clock(clock, each * to, now);
    if (to == count) clock.pause(now);
}

void forward(Aid& aid, Instant now) {
    std::visit(
        [&](auto& one) {
            using T = std::remove_reference_t<decltype(one)>;
            if constexpr (std::is_same_v<T, Countdown>)
                one.skip_phase(now);
            else if constexpr (std::is_same_v<T, TalkingRound>)
                one.next_seat(now);
            else if constexpr (std::is_same_v<T, BodyScan>)
                one.skip(1, now);
            else if constexpr (HasParts<T>)
                one.forward();
        },
        aid);
}

void backward(Aid& aid, Instant now) {
    std::visit(
        [&](auto& one) {
            using T = std::remove_reference_t<decltype(one)>;
            if constexpr (std::is_same_v<T, Countdown>)
                phase_back(one, now);
            else if constexpr (std::is_same_v<T, TalkingRound>)
                one.previous_seat(now);
            else if constexpr (std::is_same_v<T, BodyScan>)
                one.skip(-1, now);
            else if constexpr (GoesBack<T>)
                one.backward();
        },
        aid);
}

Aid seen_by_room(Aid aid) {
    if (auto* scale = std::get_if<Scale>(&aid); scale && !scale->counts_shown) scale->hands.fill(0);
    if (auto* reveal = std::get_if<Reveal>(&aid)) {
        for (int i = 0; i < static_cast<int>(reveal->parts.size()); ++i) {
            Reveal::Part& part = reveal->parts[static_cast<std::size_t>(i)];
            // A form and a circle show all their headings from the start; a ladder's rungs come one by one.
            const bool heading = reveal->shape == Reveal::Shape::form || reveal->shape == Reveal::Shape::circle;
            if (i < reveal->shown) {
                part.written = reveal->text(i);
            } else {
                part.written.clear();
                part.hands = 0;  // counted beforehand, they would make room on the wall for what is to come
                if (!heading) part.name.clear();
            }
            part.example.clear();
        }
    }
    if (auto* cards = std::get_if<WordCards>(&aid)) {
        for (int i = 0; i < static_cast<int>(cards->cards.size()); ++i)
            if (i < cards->first || i >= cards->first + cards->turned)
                cards->cards[static_cast<std::size_t>(i)].clear();
    }
    if (auto* board = std::get_if<Board>(&aid); board && board->sorting) {
        // One word at a time: those that wait behind it are not to be read yet.
        const int waiting = board->waiting();
        for (int i = waiting + 1; waiting >= 0 && i < static_cast<int>(board->cards.size()); ++i)
            if (Board::Card& card = board->cards[static_cast<std::size_t>(i)]; card.column < 0) card.text.clear();
    }
    if (auto* groups = std::get_if<GroupDivider>(&aid)) {
        groups->met.clear();
        groups->seed = 0;
    }
    return aid;
}

}  // namespace session
