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

// A list of texts, or of {name: …, example: …} entries with the numbers named here.
struct List {
    std::string_view name;
    std::size_t least;
    std::size_t most;
    std::vector<Number> numbers;
    bool entries = false;
};

struct AidKind {
    std::string_view type;
    std::vector<Number> numbers;          // needed whole numbers
    std::vector<std::string_view> texts;  // needed texts
    std::vector<List> lists;              // needed lists
};

const std::vector<AidKind>& kinds() {
    static const std::vector<AidKind> all = {
        {"phases", {}, {}, {}},
        {"countdown", {{"minutes", 1, 180}}, {}, {}},
        {"talking_round", {{"seconds", 5, 1800}}, {}, {}},
        {"scale", {}, {"question", "low", "high"}, {}},
        {"breathing", {{"in", 1, 30}, {"out", 1, 30}}, {}, {}},
        {"body_scan", {{"seconds", 5, 600}}, {}, {{"areas", 2, 20, {}}}},
        {"group_divider", {{"size", 2, 12}}, {}, {}},
        {"board", {}, {}, {{"columns", 1, 4, {}}}},
        {"word_cards", {{"draw", 1, 12}}, {}, {{"cards", 1, 120, {}}}},
        {"sorting_board", {}, {}, {{"columns", 2, 4, {}}, {"words", 1, 40, {}}}},
        {"ladder", {}, {"goal"}, {{"rungs", 2, 10, {}}}},
        {"wheel", {}, {}, {{"areas", 3, 12, {}}}},
        {"compass", {{"pick", 1, 8}}, {}, {{"values", 3, 40, {}}}},
        {"network", {}, {}, {{"sectors", 2, 6, {}}}},
        {"energy", {}, {}, {{"activities", 1, 16, {{"value", -3, 3}}, true}}},
        {"bucket", {}, {}, {{"inflows", 1, 8, {}}, {"taps", 1, 6, {}}}},
        {"form", {}, {}, {{"lines", 1, 8, {}, true}}},
        {"circle", {}, {}, {{"stages", 3, 8, {}, true}}},
        {"mind_map", {}, {"centre"}, {{"branches", 1, 10, {}}}},
        {"week_grid", {}, {}, {{"kinds", 1, 4, {}}, {"entries", 0, 42, {{"day", 1, 7}, {"part", 1, 3}, {"kind", 1, 4}}, true}}},
        {"checklist", {}, {}, {{"items", 1, 20, {}}}},
    };
    return all;
}

constexpr int most_phases = 40;

bool read_phases(const Fields& aid, AidSpec& spec, Faults& faults) {
    for (const Fields& entry : aid.maps("phases")) {
        AidSpec::Phase phase;
        phase.name = entry.text("name").value_or("");
        if (entry.has("seconds"))
            phase.seconds = entry.whole("seconds", 1, 10'800).value_or(0);
        else
            phase.seconds = entry.whole("minutes", 1, 180).value_or(0) * 60;
        if (phase.name.empty() || phase.seconds == 0) {
            faults.error(ProblemKind::aid_broken, entry.line(),
                         "a phase needs `name` and `minutes` (or `seconds`), whole and above 0", {spec.type, "phases"});
            return false;
        }
        spec.phases.push_back(std::move(phase));
    }
    if (spec.phases.empty() || spec.phases.size() > most_phases) {
        faults.error(ProblemKind::aid_broken, aid.line(), "`phases` needs from 1 to 40 entries {name: …, minutes: …}",
                     {spec.type, "phases"});
        return false;
    }
    return true;
}

std::vector<AidSpec::Item> read_items(const Fields& aid, const List& list) {
    const std::string name(list.name);
    std::vector<AidSpec::Item> items;
    if (!list.entries) {
        for (std::string& text : aid.texts(name)) items.push_back({std::move(text), {}, {}});
        return items;
    }
    for (const Fields& entry : aid.maps(name)) {
        AidSpec::Item item{entry.needed_text("name"), entry.text("example").value_or(""), {}};
        for (const Number& number : list.numbers) {
            const std::string field(number.name);
            item.numbers[field] = entry.needed_whole(field, number.least, number.most);
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::string known_types() {
    std::string names;
    for (const AidKind& kind : kinds()) {
        if (!names.empty()) names += ", ";
        names += kind.type;
    }
    return names;
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
    const auto broken = [&](std::string_view name, const std::string& need) {
        faults.error(ProblemKind::aid_broken, exercise.line("aid"), "the aid `" + spec.type + "` needs " + need,
                     {spec.type, std::string(name)});
        return std::nullopt;
    };
    const auto kind =
        std::find_if(kinds().begin(), kinds().end(), [&](const AidKind& each) { return each.type == spec.type; });
    if (kind == kinds().end()) {
        faults.error(ProblemKind::aid_unknown, exercise.line("aid"),
                     "the aid type `" + spec.type + "` is not known; use one of " + known_types(), {spec.type});
        return spec;
    }
    for (const Number& number : kind->numbers) {
        const std::string name(number.name);
        const auto found = spec.values.find(name);
        if (found == spec.values.end() || !parse_whole(found->second, number.least, number.most))
            return broken(name, "`" + name + "`, a whole number from " + std::to_string(number.least) + " to " +
                                    std::to_string(number.most));
    }
    for (const std::string_view text : kind->texts) {
        const auto found = spec.values.find(std::string(text));
        if (found == spec.values.end() || found->second.empty())
            return broken(text, "a text in `" + std::string(text) + "`");
    }
    for (const List& list : kind->lists) {
        const std::string name(list.name);
        auto items = read_items(*aid, list);
        if (items.size() < list.least || items.size() > list.most)
            return broken(name, "`" + name + "`, a list of " + std::to_string(list.least) + " to " +
                                    std::to_string(list.most));
        spec.lists[name] = std::move(items);
    }
    // Example values of a wheel may be left out.
    if (spec.type == "wheel" && aid->has("example"))
        for (const int value : aid->wholes("example", 0, 10))
            spec.lists["example"].push_back({std::to_string(value), {}, {{"value", value}}});
    if (spec.type == "phases" && !read_phases(*aid, spec, faults)) return std::nullopt;
    return spec;
}

}  // namespace book
