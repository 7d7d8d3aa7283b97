#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "session/aids/aid.h"

namespace session {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

struct Bounds {
    double least;
    double most;
    double standard;  ///< when nothing, or nothing readable, is said
};

constexpr Bounds phase_seconds{5, 3600, 300};
constexpr Bounds seat_seconds{10, 600, 90};
constexpr Bounds in_seconds{2, 12, 4};
constexpr Bounds out_seconds{2, 12, 6};
constexpr std::size_t most_phases = 20;
constexpr int most_seats = 40;

std::string text_value(const book::AidSpec& spec, const char* name) {
    const auto found = spec.values.find(name);
    return found == spec.values.end() ? std::string() : found->second;
}

/// A number as the front matter has it. One too large to be held counts as endless.
std::optional<double> number_value(const book::AidSpec& spec, const char* name) {
    const std::string text = text_value(spec, name);
    const char* const end = text.data() + text.size();
    double value = 0;
    const auto [stopped, fault] = std::from_chars(text.data(), end, value);
    if (stopped != end || fault == std::errc::invalid_argument) return std::nullopt;
    if (fault == std::errc::result_out_of_range) return text.front() == '-' ? -infinite : infinite;
    if (std::isnan(value)) return std::nullopt;
    return value;
}

Milliseconds length_value(const book::AidSpec& spec, const char* name, double seconds_each, Bounds bounds) {
    const std::optional<double> number = number_value(spec, name);
    const double seconds = number ? *number * seconds_each : bounds.standard;
    return Milliseconds{std::llround(std::clamp(seconds, bounds.least, bounds.most) * 1000)};
}

std::optional<Aid> phases_aid(const book::AidSpec& spec) {
    if (spec.phases.empty()) return std::nullopt;
    Countdown countdown;
    for (std::size_t i = 0; i < std::min(spec.phases.size(), most_phases); ++i) {
        const double seconds = std::clamp<double>(spec.phases[i].seconds, phase_seconds.least, phase_seconds.most);
        countdown.phases.push_back({spec.phases[i].name, Milliseconds{std::llround(seconds * 1000)}});
    }
    return countdown;
}

bool over(const Aid& aid, Instant now) {
    if (const auto* countdown = std::get_if<Countdown>(&aid)) return countdown->view(now).finished;
    if (const auto* round = std::get_if<TalkingRound>(&aid)) return round->left(now) <= Milliseconds{0};
    return false;
}

const Stopwatch* clock_of(const Aid& aid) {
    if (const auto* countdown = std::get_if<Countdown>(&aid)) return &countdown->clock;
    if (const auto* round = std::get_if<TalkingRound>(&aid)) return &round->clock;
    if (const auto* breathing = std::get_if<Breathing>(&aid)) return &breathing->clock;
    return nullptr;
}

Stopwatch* clock_of(Aid& aid) {
    return const_cast<Stopwatch*>(clock_of(std::as_const(aid)));
}

}  // namespace

std::optional<Aid> make_aid(const book::AidSpec& spec, int seats) {
    if (spec.type == "phases") return phases_aid(spec);
    if (spec.type == "countdown") return Countdown{.phases = {{"", length_value(spec, "minutes", 60, phase_seconds)}}};
    if (spec.type == "talking_round") {
        return TalkingRound{.seats = std::clamp(seats, 1, most_seats),
                            .each = length_value(spec, "seconds", 1, seat_seconds)};
    }
    if (spec.type == "scale") {
        return Scale{
            .question = text_value(spec, "question"), .low = text_value(spec, "low"), .high = text_value(spec, "high")};
    }
    if (spec.type == "breathing") {
        return Breathing{.in = length_value(spec, "in", 1, in_seconds),
                         .out = length_value(spec, "out", 1, out_seconds)};
    }
    return std::nullopt;
}

bool running(const Aid& aid) {
    const Stopwatch* clock = clock_of(aid);
    return clock && clock->running();
}

bool moving(const Aid& aid, Instant now) {
    return running(aid) && !over(aid, now);
}

void start(Aid& aid, Instant now) {
    Stopwatch* clock = clock_of(aid);
    if (clock && !over(aid, now)) clock->start(now);
}

void pause(Aid& aid, Instant now) {
    if (Stopwatch* clock = clock_of(aid)) clock->pause(now);
}

}  // namespace session
