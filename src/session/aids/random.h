// session/aids/random.h: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
// generators", 2014): small, even, and the same on every machine, which std::shuffle does not promise.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace session {

inline std::uint64_t next_random(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

template <typename T>
void shuffle(std::vector<T>& all, std::uint64_t& state) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[next_random(state) % i]);
}

}  // namespace session
