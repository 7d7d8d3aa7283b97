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

bool same_question(const HandCount& a, const HandCount& b) {
    return a.meeting == b.meeting && a.question == b.question;
}

}  // namespace

int total(const HandCount& counts) {
    int all = total(counts.hands);
    for (const HandCount::Item& item : counts.items) all += item.hands;
    return all;
}

bool countable(const HandCount& counts) {
    const auto possible = [](int hands) { return hands >= 0 && hands <= most_alike; };
    return counts.meeting >= 1 && counts.question.size() <= longest_line && counts.items.size() <= most_items &&
           std::ranges::all_of(counts.hands, possible) && (counts.items.empty() || total(counts.hands) == 0) &&
           std::ranges::all_of(counts.items, [&](const HandCount::Item& item) {
               return possible(item.hands) && item.name.size() <= longest_line;
           });
}

HandCount kept_of(const std::vector<HandCount>& kept, const HandCount& counts) {
    const auto found = std::ranges::find_if(kept, [&](const HandCount& other) { return same_question(other, counts); });
    return found == kept.end() ? HandCount{counts.meeting, counts.question, {}} : *found;
}

void keep(std::vector<HandCount>& kept, const HandCount& counts) {
    std::erase_if(kept, [&](const HandCount& other) { return same_question(other, counts); });
    if (total(counts) > 0) kept.push_back(counts);
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
