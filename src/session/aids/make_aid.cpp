#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
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

std::vector<std::string> names(const book::AidSpec& spec, const char* list) {
    std::vector<std::string> all;
    if (const auto found = spec.lists.find(list); found != spec.lists.end())
        for (const book::AidSpec::Item& item : found->second) all.push_back(item.name);
    return all;
}

const std::vector<book::AidSpec::Item>& items(const book::AidSpec& spec, const char* list) {
    static const std::vector<book::AidSpec::Item> none;
    const auto found = spec.lists.find(list);
    return found == spec.lists.end() ? none : found->second;
}

int number_of(const book::AidSpec::Item& item, const char* name, int standard) {
    const auto found = item.numbers.find(name);
    return found == item.numbers.end() ? standard : found->second;
}

int whole_value(const book::AidSpec& spec, const char* name, int standard, int least, int most) {
    const double value = number_value(spec, name).value_or(standard);
    return static_cast<int>(std::clamp<double>(value, least, most));
}

std::optional<Aid> reveal_aid(const book::AidSpec& spec, Reveal::Shape shape, const char* list, const char* heading) {
    Reveal aid{.shape = shape, .heading = text_value(spec, heading), .scale = text_value(spec, "scale")};
    for (const book::AidSpec::Item& item : items(spec, list)) aid.parts.push_back({item.name, item.example, {}, 0});
    if (aid.parts.empty()) return std::nullopt;
    return aid;
}

std::optional<Aid> wheel_aid(const book::AidSpec& spec) {
    Values aid{.shape = Values::Shape::wheel};
    const auto& example = items(spec, "example");
    for (const std::string& area : names(spec, "areas")) {
        const std::size_t place = aid.items.size();
        aid.items.push_back(
            {.name = area, .value = place < example.size() ? number_of(example[place], "value", 5) : 5});
    }
    for (std::size_t i = 0; i < aid.items.size(); ++i) aid.set_value(static_cast<int>(i), aid.items[i].value);
    if (aid.items.size() < 3) return std::nullopt;
    return aid;
}

std::optional<Aid> energy_aid(const book::AidSpec& spec) {
    Values aid{.shape = Values::Shape::energy};
    for (const auto& item : items(spec, "activities"))
        aid.items.push_back({.name = item.name, .value = number_of(item, "value", 0)});
    if (aid.items.empty()) return std::nullopt;
    return aid;
}

std::optional<Aid> bucket_aid(const book::AidSpec& spec) {
    Values aid{.shape = Values::Shape::bucket};
    int value = 3;
    for (const std::string& name : names(spec, "inflows")) {
        aid.items.push_back({.name = name, .value = value});
        value = value > 1 ? value - 1 : 3;
    }
    value = 2;
    for (const std::string& name : names(spec, "taps")) {
        aid.items.push_back({.name = name, .value = value, .tap = true});
        value = 1;
    }
    if (aid.items.empty()) return std::nullopt;
    return aid;
}

std::optional<Aid> compass_aid(const book::AidSpec& spec) {
    Values aid{.shape = Values::Shape::compass};
    for (const std::string& name : names(spec, "values"))
        aid.items.push_back({.name = name, .value = 8, .lived = 5, .chosen = false});
    if (aid.items.empty()) return std::nullopt;
    aid.pick = whole_value(spec, "pick", 3, 1, std::min(8, static_cast<int>(aid.items.size())));
    return aid;
}

std::optional<Aid> network_aid(const book::AidSpec& spec) {
    Network aid{.sectors = names(spec, "sectors")};
    aid.fields.resize(aid.sectors.size());
    if (aid.sectors.empty()) return std::nullopt;
    // An invented net: somebody near, somebody farther out, one who takes more than they give.
    for (std::size_t i = 0; i < aid.fields.size(); ++i) {
        aid.fields[i][i % 2].gives = 1 + static_cast<int>(i % 2);
        aid.fields[i][2].gives = static_cast<int>((i + 1) % 3);
        if (i == 1) aid.fields[i][1].takes = 1;
    }
    return aid;
}

std::optional<Aid> week_aid(const book::AidSpec& spec) {
    WeekGrid aid{.kinds = names(spec, "kinds")};
    if (aid.kinds.empty()) return std::nullopt;
    for (const auto& item : items(spec, "entries")) {
        const int day = number_of(item, "day", 1) - 1, part = number_of(item, "part", 1) - 1,
                  kind = number_of(item, "kind", 1) - 1;
        if (day < 0 || day >= WeekGrid::days || part < 0 || part >= WeekGrid::parts) continue;
        if (kind < 0 || kind >= static_cast<int>(aid.kinds.size())) continue;
        aid.week[static_cast<std::size_t>(day)][static_cast<std::size_t>(part)] = {item.name, kind};
    }
    return aid;
}

std::optional<Aid> board_aid(const book::AidSpec& spec, bool sorting) {
    Board aid{.columns = names(spec, "columns"), .sorting = sorting};
    for (std::string& word : names(spec, "words"))
        if (aid.cards.size() < Board::most_cards) aid.cards.push_back({std::move(word), -1});
    if (aid.columns.empty()) return std::nullopt;
    return aid;
}

bool over(const Aid& aid, Instant now) {
    if (const auto* countdown = std::get_if<Countdown>(&aid)) return countdown->view(now).finished;
    if (const auto* round = std::get_if<TalkingRound>(&aid)) return round->left(now) <= Milliseconds{0};
    if (const auto* scan = std::get_if<BodyScan>(&aid))
        return scan->view(now).area == static_cast<int>(scan->areas.size());
    return false;
}

const Stopwatch* clock_of(const Aid& aid) {
    if (const auto* countdown = std::get_if<Countdown>(&aid)) return &countdown->clock;
    if (const auto* round = std::get_if<TalkingRound>(&aid)) return &round->clock;
    if (const auto* breathing = std::get_if<Breathing>(&aid)) return &breathing->clock;
    if (const auto* scan = std::get_if<BodyScan>(&aid)) return &scan->clock;
    return nullptr;
}

Stopwatch* clock_of(Aid& aid) {
    return const_cast<Stopwatch*>(clock_of(std::as_const(aid)));
}

}  // namespace

std::optional<Aid> make_aid(const book::AidSpec& spec, const std::vector<int>& people) {
    if (spec.type == "phases") return phases_aid(spec);
    if (spec.type == "countdown") return Countdown{.phases = {{"", length_value(spec, "minutes", 60, phase_seconds)}}};
    if (spec.type == "talking_round") {
        return TalkingRound{.seats = std::clamp(static_cast<int>(people.size()), 1, most_seats),
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
    if (spec.type == "body_scan") {
        BodyScan scan{.areas = names(spec, "areas"), .each = length_value(spec, "seconds", 1, seat_seconds)};
        if (scan.areas.empty()) return std::nullopt;
        return scan;
    }
    if (spec.type == "group_divider") return GroupDivider{.seats = people, .size = whole_value(spec, "size", 3, 2, 12)};
    if (spec.type == "board") return board_aid(spec, false);
    if (spec.type == "sorting_board") return board_aid(spec, true);
    if (spec.type == "word_cards") {
        WordCards pack{.cards = names(spec, "cards"), .draw = whole_value(spec, "draw", 1, 1, 12)};
        if (pack.cards.empty()) return std::nullopt;
        return pack;
    }
    if (spec.type == "form") return reveal_aid(spec, Reveal::Shape::form, "lines", "");
    if (spec.type == "circle") return reveal_aid(spec, Reveal::Shape::circle, "stages", "");
    if (spec.type == "ladder") return reveal_aid(spec, Reveal::Shape::ladder, "rungs", "goal");
    if (spec.type == "mind_map") return reveal_aid(spec, Reveal::Shape::mind_map, "branches", "centre");
    if (spec.type == "checklist") return reveal_aid(spec, Reveal::Shape::checklist, "items", "");
    if (spec.type == "wheel") return wheel_aid(spec);
    if (spec.type == "energy") return energy_aid(spec);
    if (spec.type == "bucket") return bucket_aid(spec);
    if (spec.type == "compass") return compass_aid(spec);
    if (spec.type == "network") return network_aid(spec);
    if (spec.type == "week_grid") return week_aid(spec);
    return std::nullopt;
}

std::optional<Aid> make_aid(const book::AidSpec& spec, int count) {
    std::vector<int> people(static_cast<std::size_t>(std::clamp(count, 0, most_seats)));
    std::iota(people.begin(), people.end(), 1);
    return make_aid(spec, people);
}

bool has_clock(const Aid& aid) {
    return clock_of(aid) != nullptr;
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
