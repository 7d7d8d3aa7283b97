#include "session/aids/groups.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "session/aids/random.h"

namespace session {
namespace {

constexpr int deals_tried = 400;
constexpr int least_people = 2;
constexpr int most_people = 40;

using Met = std::map<std::pair<int, int>, int>;

Met pairs_of(const std::vector<Groups>& met) {
    Met pairs;
    for (const Groups& groups : met)
        for (const auto& group : groups)
            for (std::size_t a = 0; a < group.size(); ++a)
                for (std::size_t b = a + 1; b < group.size(); ++b) ++pairs[std::minmax(group[a], group[b])];
    return pairs;
}

int cost(const Groups& groups, const Met& met) {
    int sum = 0;
    for (const auto& group : groups)
        for (std::size_t a = 0; a < group.size(); ++a)
            for (std::size_t b = a + 1; b < group.size(); ++b)
                if (const auto found = met.find(std::minmax(group[a], group[b])); found != met.end())
                    sum += found->second;
    return sum;
}

}  // namespace

int group_count(int count, int wanted, bool by_size) {
    if (count <= 0) return 0;
    wanted = std::max(1, wanted);
    // Nobody is left alone: with a remainder the groups grow rather than one of them being small.
    if (by_size) return std::max(1, count / wanted);
    return std::min(wanted, std::max(1, count / 2));
}

Groups deal(const std::vector<int>& seats, int groups, const std::vector<Groups>& met, std::uint64_t seed) {
    if (seats.empty() || groups <= 0) return {};
    const Met pairs = pairs_of(met);
    std::vector<int> order = seats;
    Groups best;
    int least = std::numeric_limits<int>::max();
    for (int attempt = 0; attempt < deals_tried && least > 0; ++attempt) {
        shuffle(order, seed);
        Groups dealt(static_cast<std::size_t>(groups));
        for (std::size_t i = 0; i < order.size(); ++i) dealt[i % dealt.size()].push_back(order[i]);
        const int cost_now = cost(dealt, pairs);
        if (cost_now >= least) continue;
        least = cost_now;
        best = std::move(dealt);
    }
    for (auto& group : best) std::sort(group.begin(), group.end());
    return best;
}

int repeated_pairs(const Groups& groups, const std::vector<Groups>& met) {
    return cost(groups, pairs_of(met));
}

void GroupDivider::forward() {
    if (!groups.empty()) ++seed;
    groups = deal(seats, group_count(static_cast<int>(seats.size()), size, by_size), met, seed);
}

void GroupDivider::set_size(int wanted) {
    size = std::clamp(wanted, by_size ? 2 : 1, 12);
    groups.clear();
}

void GroupDivider::set_by_size(bool yes) {
    if (yes == by_size) return;
    by_size = yes;
    set_size(size);
}

void GroupDivider::set_count(int people) {
    people = std::clamp(people, least_people, most_people);
    seats.resize(std::min(seats.size(), static_cast<std::size_t>(people)));
    while (static_cast<int>(seats.size()) < people) {
        int number = 1;
        while (std::find(seats.begin(), seats.end(), number) != seats.end()) ++number;
        seats.push_back(number);
    }
    groups.clear();
}

}  // namespace session
