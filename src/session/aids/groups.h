// session/aids/groups.h: the group divider: fair groups by number, mixing people who have not been together yet.
// Rule: seats are numbers, never names; no group is more than one larger than another. Tests: tests/session/groups_test.cpp
#pragma once

#include <cstdint>
#include <vector>

namespace session {

/// Groups of seats numbered from 1.
using Groups = std::vector<std::vector<int>>;

/// How many groups `count` people make, as even as can be. `by_size`: about this many in each; else this many groups.
int group_count(int count, int wanted, bool by_size);

/// Deals the seats into groups, trying many deals from `seed` and keeping the one with the fewest pairs that are in
/// `met`. The same arguments give the same groups.
Groups deal(const std::vector<int>& seats, int groups, const std::vector<Groups>& met, std::uint64_t seed);

/// Pairs of `groups` that have been together in `met` before.
int repeated_pairs(const Groups& groups, const std::vector<Groups>& met);

struct GroupDivider {
    std::vector<int> seats;  ///< those present, by participant number
    int size = 3;            ///< wanted people in a group, or wanted groups
    bool by_size = true;
    Groups groups;            ///< empty until dealt
    std::vector<Groups> met;  ///< dealt earlier in this course, oldest first
    std::uint64_t seed = 1;

    /// Deals, or deals anew.
    void forward();
    void set_size(int wanted);
    void set_by_size(bool yes);
    void set_count(int people);  ///< seats 1…people, 2–40
    bool operator==(const GroupDivider&) const = default;
};

}  // namespace session
