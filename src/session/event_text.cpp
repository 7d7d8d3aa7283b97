#include <array>
#include <charconv>
#include <concepts>

#include "session/machine.h"

namespace session {
namespace {

struct Writer {
    std::string operator()(const Started& event) const {
        return event.scheduled ? "started " + number(*event.scheduled) : "started";
    }
    std::string operator()(const Went& event) const {
        return "went " + std::to_string(event.step) + ' ' + std::to_string(event.cue);
    }
    std::string operator()(const Paused&) const { return "paused"; }
    std::string operator()(const Resumed&) const { return "resumed"; }
    std::string operator()(const MinutesAdded& event) const {
        return "minutes_added " + std::to_string(event.step) + ' ' + std::to_string(event.minutes);
    }
    std::string operator()(const StartCorrected& event) const { return "start_corrected " + number(event.to); }
    std::string operator()(const Replanned& event) const {
        std::string text = "replanned";
        for (const Replanned::Change& change : event.changes)
            text += ' ' + std::to_string(change.step) + ':' + std::to_string(change.minutes);
        return text;
    }
    std::string operator()(const Swapped& event) const {
        return "swapped " + std::to_string(event.step) + ' ' + event.exercise;
    }
    std::string operator()(const Ended&) const { return "ended"; }
    std::string operator()(const Reopened&) const { return "reopened"; }
    std::string operator()(const Undone&) const { return "undone"; }

    static std::string number(Instant at) { return std::to_string(base::to_milliseconds(at)); }
};

/// A line parted at single spaces: a name and at most two numbers.
struct Words {
    std::array<std::string_view, 3> word;
    std::size_t count = 0;
    bool too_many = false;

    explicit Words(std::string_view text) {
        for (;;) {
            if (count == word.size()) {
                too_many = true;
                return;
            }
            const std::size_t space = text.find(' ');
            word[count++] = text.substr(0, space);
            if (space == std::string_view::npos) return;
            text.remove_prefix(space + 1);
        }
    }
};

template <std::integral T>
std::optional<T> parse(std::string_view text) {
    T value{};
    const char* const end = text.data() + text.size();
    const auto [stopped, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

std::optional<Event> bare_event(std::string_view name) {
    if (name == "started") return Started{};
    if (name == "paused") return Paused{};
    if (name == "resumed") return Resumed{};
    if (name == "ended") return Ended{};
    if (name == "reopened") return Reopened{};
    if (name == "undone") return Undone{};
    return std::nullopt;
}

std::optional<Event> timed_event(std::string_view name, Instant at) {
    if (name == "started") return Started{at};
    if (name == "start_corrected") return StartCorrected{at};
    return std::nullopt;
}

std::optional<Event> step_event(std::string_view name, int step, int number) {
    if (name == "went") return Went{step, number};
    if (name == "minutes_added") return MinutesAdded{step, number};
    return std::nullopt;
}

/// "5:20 7:0": all of it, or nothing.
std::optional<Event> replanned(std::string_view text) {
    constexpr std::size_t most_changes = 200;
    Replanned event;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string_view one = text.substr(0, space);
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos || event.changes.size() == most_changes) return std::nullopt;
        const auto step = parse<int>(one.substr(0, colon));
        const auto minutes = parse<int>(one.substr(colon + 1));
        if (!step || !minutes || *step < 0 || *minutes < 0) return std::nullopt;
        event.changes.push_back({*step, *minutes});
        if (space == text.size()) break;
        text.remove_prefix(space + 1);
        if (text.empty()) return std::nullopt;
    }
    if (event.changes.empty()) return std::nullopt;
    return event;
}

/// "5 del-2/ovelser/en runde.md": the path is the rest of the line.
std::optional<Event> swapped(std::string_view text) {
    constexpr std::size_t longest_path = 500;
    const std::size_t space = std::min(text.find(' '), text.size());
    const auto step = parse<int>(text.substr(0, space));
    if (!step || *step < 0 || space + 1 >= text.size() || text.size() > longest_path) return std::nullopt;
    return Swapped{*step, std::string(text.substr(space + 1))};
}

}  // namespace

std::string to_text(const Event& event) {
    return std::visit(Writer{}, event);
}

std::optional<Event> event_from_text(std::string_view text) {
    constexpr std::string_view replanned_name = "replanned ";
    if (text.starts_with(replanned_name)) return replanned(text.substr(replanned_name.size()));
    constexpr std::string_view swapped_name = "swapped ";
    if (text.starts_with(swapped_name)) return swapped(text.substr(swapped_name.size()));
    const Words words(text);
    if (words.too_many) return std::nullopt;
    if (words.count == 1) return bare_event(words.word[0]);
    if (words.count == 2) {
        const auto at = parse<std::int64_t>(words.word[1]);
        return at ? timed_event(words.word[0], base::from_milliseconds(*at)) : std::nullopt;
    }
    const auto step = parse<int>(words.word[1]);
    const auto number = parse<int>(words.word[2]);
    return step && number ? step_event(words.word[0], *step, *number) : std::nullopt;
}

}  // namespace session
