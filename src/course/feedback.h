// course/feedback.h: feedback after a meeting as counts, and what of it may be shown.
// Rule: there is no row per answer, no time, no order. Results open after the round is closed, and only from five
// answers (requirements A5); when all answered alike, only that is said. Say "uten navn", never "anonymt".
// Tests: tests/course/feedback_test.cpp
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace course {

inline constexpr int least_answers = 5;
inline constexpr int most_alike = 999;  ///< answers to one question with the same number; a kiosk left alone stops here

/// How many chose each number from 0 to 10.
using Histogram = std::array<int, 11>;
int total(const Histogram& histogram);
/// The middle answer; of an even count the lower of the two in the middle; -1 when there is none.
int median(const Histogram& histogram);

enum class RoundPhase : std::uint8_t { not_opened, open, closed };

struct QuestionCounts {
    std::string question;  ///< id of the question in its form
    Histogram counts{};
    bool operator==(const QuestionCounts&) const = default;
};

/// The feedback of one meeting.
struct FeedbackRound {
    int meeting = 0;
    RoundPhase phase = RoundPhase::not_opened;
    std::vector<QuestionCounts> questions;
    bool operator==(const FeedbackRound&) const = default;
};

enum class Disclosure : std::uint8_t { sealed, too_few, all_alike, shown };

/// What may be seen of one question. The fields after `disclosure` are zero unless it is `shown`.
struct Result {
    Disclosure disclosure = Disclosure::sealed;
    int low = 0;               ///< answers 0–3
    int middle = 0;            ///< 4–7
    int high = 0;              ///< 8–10
    int median = 0;            ///< of an even count: the lower of the two in the middle
    bool ten_or_more = false;  ///< n is told only as "5–9" or "10+"
};
Result result(const Histogram& histogram, RoundPhase phase);

/// Adds one person's answers (question id, 0–10); a question left out adds nothing. Only while the round is open:
/// false, and nothing changes, otherwise or when a value is out of range or a question is named twice.
struct Answer {
    std::string question;
    int value = 0;
};
bool submit(FeedbackRound& round, const std::vector<Answer>& answers);

/// Replaces the counts of a question by hands counted in the room. Only while the round is open and with counts of
/// 0–99.
bool set_counts(FeedbackRound& round, const std::string& question, const Histogram& counts);

}  // namespace course
