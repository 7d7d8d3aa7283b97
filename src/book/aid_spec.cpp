#include "book/aid_spec.h"

#include <algorithm>
#include <array>

namespace book {
namespace {

struct Number {
    std::string_view name;
    int least;
    int most;
};

struct AidKind {
    std::string_view type;
    std::vector<Number> numbers;           // needed whole numbers
    std::vector<std::string_view> texts;   // needed texts
};

const std::vector<AidKind>& kinds() {
    static const std::vector<AidKind> all = {
        {"phases", {}, {}},
        {"countdown", {{"minutes", 1, 180}}, {}},
        {"talking_round", {{"seconds", 5, 1800}}, {}},
        {"scale", {}, {"question", "low", "high"}},
        {"breathing", {{"in", 1, 30}, {"out", 1, 30}}, {}},
    };
    return all;
}

// Known by name so that a handbook may already ask for them; drawn by a later edition.
constexpr std::array later{"body_scan", "group_divider", "board", "word_cards", "sorting_board", "ladder", "wheel", "compass",
                           "network",   "energy",        "bucket", "form",      "mind_map",      "week_grid", "checklist"};

constexpr int most_phases = 40;

bool read_phases(const Fields& aid, AidSpec& spec, Faults& faults) {
    for (const Fields& entry : aid.maps("phases")) {
        AidSpec::Phase phase;
        phase.name = entry.text("name").value_or("");
        if (entry.has("seconds")) phase.seconds = entry.whole("seconds", 1, 10'800).value_or(0);
        else phase.seconds = entry.whole("minutes", 1, 180).value_or(0) * 60;
        if (phase.name.empty() || phase.seconds == 0) {
            faults.error(ProblemKind::aid_broken, entry.line(), "a phase needs `name` and `minutes` (or `seconds`), whole and above 0");
            return false;
        }
        spec.phases.push_back(std::move(phase));
    }
    if (spec.phases.empty() || spec.phases.size() > most_phases) {
        faults.error(ProblemKind::aid_broken, aid.line(), "`phases` needs from 1 to 40 entries {name: …, minutes: …}");
        return false;
    }
    return true;
}

}  // namespace

std::optional<AidSpec> read_aid(const Fields& exercise, Faults& faults) {
    if (!exercise.has("aid")) return std::nullopt;
    const auto aid = exercise.map("aid");
    if (!aid) return std::nullopt;
    AidSpec spec;
    spec.type = aid->text("type").value_or("");
    spec.values = aid->scalars();
    spec.values.erase("type");
    const auto kind = std::find_if(kinds().begin(), kinds().end(), [&](const AidKind& each) { return each.type == spec.type; });
    if (kind == kinds().end()) {
        if (std::find(later.begin(), later.end(), spec.type) == later.end())
            faults.error(ProblemKind::aid_unknown, exercise.line("aid"),
                         "the aid type `" + spec.type + "` is not known; use phases, countdown, talking_round, scale or breathing", {spec.type});
        return spec;
    }
    for (const Number& number : kind->numbers) {
        const std::string name(number.name);
        const auto found = spec.values.find(name);
        if (found == spec.values.end() || !parse_whole(found->second, number.least, number.most)) {
            faults.error(ProblemKind::aid_broken, exercise.line("aid"),
                         "the aid `" + spec.type + "` needs `" + name + "`, a whole number from " + std::to_string(number.least) + " to " +
                             std::to_string(number.most), {spec.type, name});
            return std::nullopt;
        }
    }
    for (const std::string_view text : kind->texts) {
        const auto found = spec.values.find(std::string(text));
        if (found == spec.values.end() || found->second.empty()) {
            faults.error(ProblemKind::aid_broken, exercise.line("aid"),
                         "the aid `" + spec.type + "` needs a text in `" + std::string(text) + "`", {spec.type, std::string(text)});
            return std::nullopt;
        }
    }
    if (spec.type == "phases" && !read_phases(*aid, spec, faults)) return std::nullopt;
    return spec;
}

}  // namespace book
