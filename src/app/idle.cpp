#include "app/idle.h"

#include <algorithm>

#include "app/update_parts.h"

namespace app {
namespace {

constexpr base::Milliseconds second{1000};
/// Just past the turn, so that a wait cut short by rounding does not meet the old second.
constexpr base::Milliseconds past{1};
constexpr base::Milliseconds smooth_on_wall{16};
constexpr base::Milliseconds smooth_for_leaders{33};

void sooner(std::optional<base::Milliseconds>& wake, base::Milliseconds wait) {
    if (!wake || wait < *wake) wake = wait;
}

/// Until a clock that counts up shows its next second.
base::Milliseconds counting_up(base::Milliseconds used) {
    const base::Milliseconds into = used % second;
    return second - (into < base::Milliseconds{0} ? into + second : into) + past;
}

/// Until a clock that counts down does.
base::Milliseconds counting_down(base::Milliseconds left) {
    const base::Milliseconds rest = left % second;
    return (rest > base::Milliseconds{0} ? rest : rest + second) + past;
}

/// Until the breath turns.
base::Milliseconds next_turn(const session::Breathing& breathing, base::Instant now) {
    const base::Milliseconds into = breathing.clock.elapsed(now) % (breathing.in + breathing.out);
    return (into < breathing.in ? breathing.in : breathing.in + breathing.out) - into + past;
}

struct Moving {
    base::Milliseconds wall;
    base::Milliseconds leaders;
};

std::optional<Moving> aid_moves(const session::Aid& aid, bool reduced_motion, base::Instant now) {
    if (!session::moving(aid, now)) return std::nullopt;
    if (const auto* breathing = std::get_if<session::Breathing>(&aid)) {
        if (breathing->in <= base::Milliseconds{0} || breathing->out <= base::Milliseconds{0}) return std::nullopt;
        if (!reduced_motion) return Moving{smooth_on_wall, smooth_for_leaders};
        const base::Milliseconds turn = next_turn(*breathing, now);
        return Moving{turn, turn};
    }
    base::Milliseconds wait = second;
    if (const auto* countdown = std::get_if<session::Countdown>(&aid)) wait = counting_down(countdown->view(now).left);
    if (const auto* round = std::get_if<session::TalkingRound>(&aid)) wait = counting_down(round->left(now));
    if (const auto* scan = std::get_if<session::BodyScan>(&aid)) {
        const session::BodyScan::View view = scan->view(now);
        if (reduced_motion) {
            wait = scan->each - view.gone + past;
        } else if (view.still > base::Milliseconds{0}) {
            wait = view.still + past;
        } else {
            return Moving{smooth_on_wall, smooth_for_leaders};
        }
    }
    return Moving{wait, wait};
}

/// What moves on the live picture by itself; the break counts down until it is over.
std::optional<Moving> scene_moves(const Model& model, base::Instant now) {
    if (model.aid) return aid_moves(model.aid->aid, model.settings.reduced_motion, now);
    const session::Cue* cue = cue_now(model);
    if (!cue || !std::holds_alternative<session::BreakCue>(*cue)) return std::nullopt;
    if (model.run->state.phase != session::Phase::running) return std::nullopt;
    const base::Milliseconds left = session::timing(model.run->state, model.run->plan, now).step_left;
    if (left <= base::Milliseconds{0}) return std::nullopt;
    const base::Milliseconds wait = counting_down(left);
    return Moving{wait, wait};
}

}  // namespace

base::Instant shown_time(const Model& model, base::Instant now) {
    return model.run && model.run->rehearsal ? model.run->clock.at(now) : now;
}

Wake next_wake(const Model& model, base::Instant now) {
    Wake wake;
    const base::Instant real = now;
    // In a rehearsal all but the notices is counted on its own clock.
    const bool rehearsal = model.run && model.run->rehearsal;
    now = shown_time(model, now);
    const bool meeting_shown = model.place == Place::meeting && !model.kiosk;
    const bool covered = model.projection.cover != session::Cover::none;
    const auto moves = scene_moves(model, now);
    if (moves && model.projection.visible && !covered && !model.frozen) sooner(wake.wall, moves->wall);
    if (moves && meeting_shown) sooner(wake.leaders, moves->leaders);
    if (meeting_shown && meeting_on(model)) {
        const session::State& state = model.run->state;
        if (state.phase == session::Phase::running)
            sooner(wake.leaders, counting_up(session::timing(state, model.run->plan, now).step_used));
        else  // "slutt ca." moves on while the clock stands
            sooner(wake.leaders, base::Minutes{1} - now.time_since_epoch() % base::Minutes{1} + past);
    }
    // Whatever is being read meanwhile, the sound comes when it should.
    if (model.settings.chime)
        if (const auto left = time_left(model, now)) sooner(wake.leaders, *left + past);
    for (auto* wait : {&wake.wall, &wake.leaders})
        if (rehearsal && *wait) {
            const int speed = model.run->clock.speed;
            *wait = std::max(std::min(smooth_on_wall, **wait), (**wait + base::Milliseconds{speed - 1}) / speed);
        }
    for (const Notice& notice : model.notices)
        if (notice.until && *notice.until > real) sooner(wake.leaders, *notice.until - real + past);
    return wake;
}

}  // namespace app
