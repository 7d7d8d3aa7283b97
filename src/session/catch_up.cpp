#include "session/catch_up.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace session {
namespace {

/// What one step can give.
struct Offer {
    int step = 0;
    int minutes = 0;   ///< as it stands
    int shortest = 0;  ///< can be shortened to this; == minutes: cannot
    bool skippable = false;
};

std::vector<Offer> offers(const State& state, const Plan& plan) {
    std::vector<Offer> all;
    const std::size_t count =
        std::min({plan.steps.size(), state.minutes.size(), state.used.size(), state.skipped.size()});
    for (std::size_t i = static_cast<std::size_t>(std::max(0, state.step)) + 1; i < count; ++i) {
        const Step& step = plan.steps[i];
        if (step.type == book::StepType::pause || state.skipped[i] || state.used[i] > Milliseconds{0}) continue;
        Offer offer{static_cast<int>(i), state.minutes[i], state.minutes[i], step.slack == book::Slack::may_skip};
        if (step.slack == book::Slack::may_shorten && step.shortest >= 1)
            offer.shortest = std::min(offer.minutes, step.shortest);
        if (offer.skippable || offer.shortest < offer.minutes) all.push_back(offer);
    }
    return all;
}

/// The price of having gained so many minutes, and by which cut of the latest step.
struct Way {
    int skipped = 0;
    int shortened = 0;
    int cut = 0;
};

bool cheaper(const Way& a, const Way& b) {
    return std::tie(a.skipped, a.shortened) < std::tie(b.skipped, b.shortened);
}

/// ways[k][g]: the cheapest way to gain exactly g minutes from the first k steps.
using Ways = std::vector<std::vector<std::optional<Way>>>;

Ways ways_of(const std::vector<Offer>& all, std::size_t most) {
    Ways ways(all.size() + 1, std::vector<std::optional<Way>>(most + 1));
    ways[0][0] = Way{};
    for (std::size_t k = 0; k < all.size(); ++k) {
        const Offer& offer = all[k];
        const auto take = [&](std::size_t from, int cut, int skipped, int shortened) {
            if (!ways[k][from]) return;
            const std::size_t to = from + static_cast<std::size_t>(cut);
            if (to > most) return;
            const Way way{ways[k][from]->skipped + skipped, ways[k][from]->shortened + shortened, cut};
            auto& best = ways[k + 1][to];
            if (!best || cheaper(way, *best)) best = way;
        };
        for (std::size_t g = 0; g <= most; ++g) {
            take(g, 0, 0, 0);
            for (int cut = 1; cut <= offer.minutes - offer.shortest; ++cut) take(g, cut, 0, 1);
            if (offer.skippable) take(g, offer.minutes, 1, 0);
        }
    }
    return ways;
}

}  // namespace

CatchUp catch_up(const State& state, const Plan& plan, Instant now) {
    const Timing late = timing(state, plan, now);
    CatchUp found{.changes = {}, .gained = 0, .ends = late.ends};
    const bool on = state.phase == Phase::running || state.phase == Phase::paused;
    const int need = static_cast<int>(late.over.count());
    if (!on || need <= 0) return found;
    const std::vector<Offer> all = offers(state, plan);
    std::size_t most = 0;
    for (const Offer& offer : all)
        most += static_cast<std::size_t>(offer.skippable ? offer.minutes : offer.minutes - offer.shortest);
    if (most == 0) return found;

    const Ways ways = ways_of(all, most);
    const std::vector<std::optional<Way>>& last = ways.back();
    std::size_t chosen = most;
    for (std::size_t g = static_cast<std::size_t>(need); g <= most; ++g)
        if (last[g] && cheaper(*last[g], *last[chosen])) chosen = g;
    // Of equally cheap ways the one that cuts least beyond the need.
    for (std::size_t g = static_cast<std::size_t>(need); g < chosen; ++g)
        if (last[g] && !cheaper(*last[chosen], *last[g])) chosen = g;

    found.gained = static_cast<int>(chosen);
    for (std::size_t k = all.size(), g = chosen; k-- > 0;) {
        const Way& way = *ways[k + 1][g];
        if (way.cut == 0) continue;
        g -= static_cast<std::size_t>(way.cut);
        found.changes.push_back({all[k].step, all[k].minutes - way.cut});
    }
    std::reverse(found.changes.begin(), found.changes.end());
    found.ends -= base::Minutes{found.gained};
    return found;
}

}  // namespace session
