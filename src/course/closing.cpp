#include "course/closing.h"

#include <algorithm>

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

void keep(std::vector<HandCount>& kept, const HandCount& counts) {
    std::erase_if(kept, [&](const HandCount& other) {
        return other.meeting == counts.meeting && other.question == counts.question;
    });
    if (total(counts.hands) > 0) kept.push_back(counts);
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
