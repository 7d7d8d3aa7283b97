#include "course/closing.h"

#include <algorithm>
#include <numeric>

namespace course {
namespace {

/// Less than this was a look at the step, not the step.
constexpr int least_seconds = 60;

/// The middle value, between two middle ones their mean.
int twice_the_median(std::vector<int> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? 2 * values[middle] : values[middle - 1] + values[middle];
}

}  // namespace

int HandCount::total() const {
    return std::accumulate(hands.begin(), hands.end(), 0);
}

int HandCount::median() const {
    const int all = total();
    int seen = 0;
    for (std::size_t value = 0; value < hands.size(); ++value) {
        seen += hands[value];
        if (all > 0 && 2 * seen >= all) return static_cast<int>(value);
    }
    return -1;
}

Usage usage_of(const std::vector<StepTime>& times, const std::string& exercise) {
    std::vector<int> used, planned;
    for (const StepTime& time : times) {
        if (exercise.empty() || time.exercise != exercise || time.used < least_seconds) continue;
        used.push_back(time.used);
        planned.push_back(time.planned);
    }
    if (used.empty()) return {};
    return {.times = static_cast<int>(used.size()),
            .used = (twice_the_median(std::move(used)) + 60) / 120,
            .planned = (twice_the_median(std::move(planned)) + 1) / 2};
}

}  // namespace course
