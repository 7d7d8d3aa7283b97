#include "course/feedback.h"

#include <algorithm>
#include <set>

namespace course {
namespace {

bool in_scale(int value) {
    return value >= 0 && value <= 10;
}

auto find(auto& round, const std::string& question) {
    return std::find_if(round.questions.begin(), round.questions.end(),
                        [&](const QuestionCounts& counts) { return counts.question == question; });
}

/// The counts of a question, added when the round has none yet. A round opened with its form's questions keeps their
/// order; a question that comes later must not tell who answered first, so the list is then put in order by id.
Histogram& counts_of(FeedbackRound& round, const std::string& question) {
    if (find(round, question) == round.questions.end()) {
        round.questions.push_back({question, {}});
        std::sort(round.questions.begin(), round.questions.end(),
                  [](const QuestionCounts& a, const QuestionCounts& b) { return a.question < b.question; });
    }
    return find(round, question)->counts;
}

}  // namespace

int total(const Histogram& histogram) {
    int sum = 0;
    for (const int count : histogram) sum += count;
    return sum;
}

int median(const Histogram& histogram) {
    const int answers = total(histogram);
    int seen = 0;
    for (std::size_t value = 0; value < histogram.size(); ++value) {
        seen += histogram[value];
        if (answers > 0 && 2 * seen >= answers) return static_cast<int>(value);
    }
    return -1;
}

Result result(const Histogram& histogram, RoundPhase phase) {
    if (phase != RoundPhase::closed) return {Disclosure::sealed};
    const int answers = total(histogram);
    if (answers < least_answers) return {Disclosure::too_few};
    if (std::count_if(histogram.begin(), histogram.end(), [](int count) { return count != 0; }) == 1)
        return {Disclosure::all_alike};
    Result result{Disclosure::shown};
    for (int value = 0; value <= 10; ++value) {
        int& third = value <= 3 ? result.low : value <= 7 ? result.middle : result.high;
        third += histogram[static_cast<std::size_t>(value)];
    }
    result.median = median(histogram);
    result.ten_or_more = answers >= 10;
    return result;
}

bool submit(FeedbackRound& round, const std::vector<Answer>& answers) {
    if (round.phase != RoundPhase::open) return false;
    std::set<std::string> named;
    for (const Answer& answer : answers) {
        if (!in_scale(answer.value) || answer.question.empty() || !named.insert(answer.question).second) return false;
        const auto known = find(round, answer.question);
        if (known != round.questions.end() && known->counts[static_cast<std::size_t>(answer.value)] >= most_alike)
            return false;
    }
    for (const Answer& answer : answers) ++counts_of(round, answer.question)[static_cast<std::size_t>(answer.value)];
    return true;
}

bool set_counts(FeedbackRound& round, const std::string& question, const Histogram& counts) {
    if (round.phase != RoundPhase::open || question.empty()) return false;
    if (!std::all_of(counts.begin(), counts.end(), [](int count) { return count >= 0 && count <= 99; })) return false;
    counts_of(round, question) = counts;
    return true;
}

}  // namespace course
