#include "session/preparation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "base/text.h"

namespace session {
namespace {

constexpr std::string_view by_number = "× antall";
/// Where a line of the plan's documents is longer than this, it is no list of equipment.
constexpr std::size_t longest_line = 2000;
constexpr int most_each = 20;

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

/// "fem", "5"; nothing for a word that is no number.
std::optional<int> number_in(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, int>, 18> names{{{"en", 1},
                                                                             {"én", 1},
                                                                             {"ei", 1},
                                                                             {"ett", 1},
                                                                             {"et", 1},
                                                                             {"eitt", 1},
                                                                             {"to", 2},
                                                                             {"tre", 3},
                                                                             {"fire", 4},
                                                                             {"fem", 5},
                                                                             {"seks", 6},
                                                                             {"sju", 7},
                                                                             {"syv", 7},
                                                                             {"åtte", 8},
                                                                             {"ni", 9},
                                                                             {"ti", 10},
                                                                             {"two", 2},
                                                                             {"one", 1}}};
    const auto named = std::ranges::find(names, word, &std::pair<std::string_view, int>::first);
    if (named != names.end()) return named->second;
    int number = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (fault != std::errc{} || end != word.data() + word.size() || number < 1 || number > most_each)
        return std::nullopt;
    return number;
}

/// "… fem til hver": where it ends, and how many each gets.
struct Each {
    std::size_t begin = 0;  ///< of the words that count
    std::size_t end = 0;
    int count = 1;
};

/// The next "til hver" from `from` that means every person, not every group, pair or one who wants to.
std::optional<Each> next_each(std::string_view text, std::size_t from) {
    for (;;) {
        std::size_t at = std::string_view::npos, length = 0;
        for (const std::string_view words : {std::string_view(" til hver"), std::string_view(" til kvar")})
            if (const std::size_t found = text.find(words, from); found < at) {
                at = found;
                length = words.size();
            }
        if (at == std::string_view::npos) return std::nullopt;
        const std::size_t end = at + length;
        const std::string_view rest = text.substr(end);
        from = end;
        const bool ends = rest.empty() || std::string_view(",.;:)").find(rest.front()) != std::string_view::npos ||
                          rest.starts_with(" og ");
        if (!ends) continue;
        std::size_t begin = 0;
        for (const std::string_view comma : {std::string_view(", "), std::string_view(": "), std::string_view(" og ")})
            if (const std::size_t found = text.substr(0, at).rfind(comma); found != std::string_view::npos)
                begin = std::max(begin, found + comma.size());
        std::string_view phrase = text.substr(begin, at - begin);
        if (phrase.starts_with("og ")) phrase.remove_prefix(3);
        return Each{begin, end, number_in(base::lower(first_word(phrase))).value_or(1)};
    }
}

/// "× antall, to til hver" asks for two each.
int each_of(std::string_view text, std::size_t after) {
    const auto each = next_each(text, after);
    if (!each || text.substr(after, 2) != ", " || each->begin != after + 2) return 1;
    // "og to farger til hver" is another thing; "to til hver" is the same.
    const std::string_view phrase = text.substr(each->begin, each->end - each->begin);
    return std::ranges::count(phrase, ' ') == 2 ? each->count : 1;
}

std::string words_of(const book::Block& item) {
    std::string words;
    for (const book::Block& child : item.children)
        if (child.type == book::BlockType::paragraph) {
            if (!words.empty()) words += ' ';
            words += book::plain_text(child.spans);
        }
    std::ranges::replace(words, '\n', ' ');
    return words.size() > longest_line ? std::string() : words;
}

book::Block item_of(const std::string& text) {
    book::Block paragraph, item;
    paragraph.spans.push_back({text});
    item.type = book::BlockType::item;
    item.children.push_back(std::move(paragraph));
    return item;
}

const book::Document* target(const book::Handbook& handbook, const book::Document& from, int link) {
    if (link < 0 || link >= std::ssize(from.links)) return nullptr;
    const int document = from.links[static_cast<std::size_t>(link)].document;
    if (document < 0 || document >= std::ssize(handbook.documents)) return nullptr;
    return &handbook.documents[static_cast<std::size_t>(document)];
}

bool is_done_in(const Plan& plan, const std::string& exercise) {
    return std::ranges::find(plan.steps, exercise, &Step::exercise) != plan.steps.end();
}

/// The sheet that a line links to, if it does.
std::optional<Sheet> sheet_of(const book::Handbook& handbook, const book::Document& meeting, const book::Block& item,
                              int people) {
    for (const book::Block& child : item.children) {
        for (const book::Span& span : child.spans) {
            const book::Document* document = target(handbook, meeting, span.link);
            if (document == nullptr) continue;
            const std::string& anchor = meeting.links[static_cast<std::size_t>(span.link)].anchor;
            const book::Section* section = document->section(book::Role::sheet);
            const bool sheet = document->kind == book::Kind::exercise
                                   ? section != nullptr && section->anchor == anchor
                                   : document->kind == book::Kind::form || document->kind == book::Kind::page;
            if (!sheet) continue;
            const std::string words = words_of(item);
            Sheet found{span.text, document->path, anchor, copies_of(words, people), {}};
            if (found.title.empty()) found.title = document->title;
            if (found.copies == 0) {
                const std::size_t at = words.find(span.text);
                std::string_view rest =
                    std::string_view(words).substr(at == std::string::npos ? 0 : at + span.text.size());
                while (!rest.empty() && (rest.front() == ',' || rest.front() == ' ')) rest.remove_prefix(1);
                found.remark = reckoned(rest, people);
            }
            return found;
        }
    }
    return std::nullopt;
}

void add_meeting_list(Preparation& to, const book::Handbook& handbook, const book::Document& meeting,
                      const Plan& standard, const Plan& plan, int people) {
    const book::Section* section = meeting.section(book::Role::equipment);
    if (section == nullptr) return;
    for (const book::Block& block : book::content_of(meeting, *section)) {
        if (block.type != book::BlockType::list) continue;
        for (const book::Block& item : block.children) {
            const std::string words = words_of(item);
            if (words.empty()) continue;
            Equipment line{reckoned(words, people), book::task_of(item)};
            to.reckoned = to.reckoned || line.text != words;
            if (auto sheet = sheet_of(handbook, meeting, item, people)) {
                line.unneeded = is_done_in(standard, sheet->document) && !is_done_in(plan, sheet->document);
                if (!line.unneeded) to.sheets.push_back(std::move(*sheet));
            }
            to.equipment.push_back(std::move(line));
        }
    }
}

/// What the course's own exercises need; those of the handbook's plan stand in the meeting's list already.
void add_materials(Preparation& to, const book::Handbook& handbook, const Plan& standard, const Plan& plan,
                   int people) {
    std::set<std::string> met;
    for (const Step& step : plan.steps) {
        if (step.exercise.empty() || is_done_in(standard, step.exercise) || !met.insert(step.exercise).second) continue;
        const book::Document* exercise = handbook.document(step.exercise);
        if (exercise == nullptr) continue;
        std::string numbered;
        for (const std::string& material : exercise->materials) {
            if (material.empty() || material.size() > longest_line) continue;
            if (numbered.empty() && copies_of(material, people) > 0) numbered = material;
            std::string text = exercise->title + ": " + material;
            Equipment line{reckoned(text, people), book::task_of(item_of(text))};
            to.reckoned = to.reckoned || line.text != text;
            to.equipment.push_back(std::move(line));
        }
        const book::Section* sheet = exercise->section(book::Role::sheet);
        const bool named = std::ranges::find(to.sheets, exercise->path, &Sheet::document) != to.sheets.end();
        if (sheet != nullptr && !named)
            to.sheets.push_back({exercise->title, exercise->path, sheet->anchor, copies_of(numbered, people), {}});
    }
}

std::string goal_of(const book::Document& meeting) {
    if (const book::Section* goal = meeting.section(book::Role::goal))
        return book::plain_text(book::content_of(meeting, *goal));
    for (const book::Block& block : meeting.blocks) {
        if (block.type == book::BlockType::paragraph) return book::plain_text(block.spans);
        if (block.type == book::BlockType::table || block.type == book::BlockType::heading) break;
    }
    return {};
}

void find_links(const book::Handbook& handbook, const book::Document& from, const std::vector<book::Block>& blocks,
                std::vector<std::string>& exercises) {
    for (const book::Block& block : blocks) {
        for (const book::Span& span : block.spans) {
            const book::Document* document = target(handbook, from, span.link);
            if (document != nullptr && document->kind == book::Kind::exercise &&
                std::ranges::find(exercises, document->path) == exercises.end())
                exercises.push_back(document->path);
        }
        find_links(handbook, from, block.children, exercises);
    }
}

}  // namespace

std::string reckoned(std::string_view text, int people) {
    std::string out(text);
    if (people <= 0) return out;
    const std::string number = std::to_string(people);
    // What comes last is put in first, so that the places found before it stay.
    std::vector<Each> all;
    for (auto each = next_each(text, 0); each; each = next_each(text, each->end)) all.push_back(*each);
    for (auto each = all.rbegin(); each != all.rend(); ++each)
        out.insert(each->end, " (" + std::to_string(each->count * people) + ")");
    for (std::size_t at = out.find(by_number); at != std::string::npos; at = out.find(by_number, at))
        out.replace(at, by_number.size(), "× " + number);
    return out;
}

int copies_of(std::string_view text, int people) {
    if (people <= 0) return 0;
    if (const std::size_t at = text.find(by_number); at != std::string_view::npos)
        return people * each_of(text, at + by_number.size());
    const auto each = next_each(text, 0);
    return each ? people * each->count : 0;
}

Preparation prepare(const book::Handbook& handbook, const Plan& standard, const Plan& plan, int people) {
    Preparation found;
    const book::Document* meeting = handbook.document(standard.document);
    if (meeting == nullptr) return found;
    found.goal = goal_of(*meeting);
    add_meeting_list(found, handbook, *meeting, standard, plan, people);
    add_materials(found, handbook, standard, plan, people);
    if (const book::Section* reserve = meeting->section(book::Role::reserve))
        find_links(handbook, *meeting, book::content_of(*meeting, *reserve), found.reserve);
    return found;
}

std::vector<bool> moved_steps(const Plan& standard, const CoursePlan& fitted) {
    std::vector<int> places;  // in the handbook; −1: its own
    for (const PlannedStep& step : fitted) {
        const auto found = std::ranges::find(standard.steps, step.standard, &Step::key);
        const bool own = step.standard.empty() || found == standard.steps.end();
        places.push_back(own ? -1 : static_cast<int>(found - standard.steps.begin()));
    }
    // The longest run of steps that keep the handbook's order stands still; the others have moved.
    const std::size_t count = places.size();
    std::vector<int> length(count, 0), before(count, -1);
    int last = -1;
    for (std::size_t i = 0; i < count; ++i) {
        if (places[i] < 0) continue;
        length[i] = 1;
        for (std::size_t j = 0; j < i; ++j)
            if (places[j] >= 0 && places[j] < places[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = static_cast<int>(j);
            }
        if (last < 0 || length[i] > length[static_cast<std::size_t>(last)]) last = static_cast<int>(i);
    }
    std::vector<bool> moved(count);
    for (std::size_t i = 0; i < count; ++i) moved[i] = places[i] >= 0;
    for (; last >= 0; last = before[static_cast<std::size_t>(last)]) moved[static_cast<std::size_t>(last)] = false;
    return moved;
}

}  // namespace session
