#include "book/plan_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "base/text.h"
#include "book/faults.h"
#include "book/yaml_fields.h"

namespace book {
namespace {

constexpr int most_minutes = 600;

enum class Column : std::uint8_t { minutes, step, type, leader, show, slack };

template <class T>
struct Word {
    std::string_view text;  // lower case
    T value;
};
template <class T>
Word(std::string_view, T) -> Word<T>;

// Bokmål first, then Nynorsk and English where they differ.
constexpr std::array columns{
    Word{"min", Column::minutes},       Word{"steg", Column::step},         Word{"step", Column::step},
    Word{"type", Column::type},         Word{"leder", Column::leader},      Word{"leiar", Column::leader},
    Word{"leader", Column::leader},     Word{"vis", Column::show},          Word{"show", Column::show},
    Word{"tid å hente", Column::slack}, Word{"time to save", Column::slack}};
constexpr std::array types{Word{"info", StepType::info},
                           Word{"runde", StepType::round},
                           Word{"round", StepType::round},
                           Word{"øvelse", StepType::exercise},
                           Word{"øving", StepType::exercise},
                           Word{"exercise", StepType::exercise},
                           Word{"erfaring", StepType::experience},
                           Word{"experience", StepType::experience},
                           Word{"pause", StepType::pause},
                           Word{"break", StepType::pause},
                           Word{"evaluering", StepType::evaluation},
                           Word{"evaluation", StepType::evaluation}};
constexpr std::array leaders{Word{"fagperson", Leader::professional},
                             Word{"professional", Leader::professional},
                             Word{"brukerrepresentant", Leader::user_rep},
                             Word{"brukarrepresentant", Leader::user_rep},
                             Word{"user representative", Leader::user_rep},
                             Word{"begge", Leader::both},
                             Word{"both", Leader::both},
                             Word{"", Leader::none}};
constexpr std::array slacks{Word{"", Slack::none},
                            Word{"fast", Slack::fixed},
                            Word{"fixed", Slack::fixed},
                            Word{"kan utgå", Slack::may_skip},
                            Word{"kan gå ut", Slack::may_skip},
                            Word{"may skip", Slack::may_skip}};
constexpr std::array shorten_words{std::string_view{"kan kortes til "}, std::string_view{"kan kortast til "},
                                   std::string_view{"may shorten to "}};

template <class Table>
auto meaning(const Table& table, std::string_view text) -> std::optional<decltype(table[0].value)> {
    const std::string low = base::lower(base::trimmed(text));
    for (const auto& word : table)
        if (word.text == low) return word.value;
    return std::nullopt;
}

const Block* first_table(const Document& document) {
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(),
                                    [](const Block& block) { return block.type == BlockType::table; });
    return found != document.blocks.end() ? &*found : nullptr;
}

const Link* link_in(const Block& cell, const Document& document) {
    for (const Span& span : cell.spans)
        if (span.link >= 0) return &document.links[static_cast<std::size_t>(span.link)];
    return nullptr;
}

class PlanReader {
  public:
    PlanReader(const Handbook& handbook, const Document& session)
        : handbook_(handbook), session_(session), faults_{session.language + "/" + session.path, plan_.problems} {}

    PlanTable read() {
        const Block* table = first_table(session_);
        if (table == nullptr) {
            faults_.error(ProblemKind::plan_missing, 0,
                          "there is no running plan; write a table | Min | Steg | Type | Leder | Vis | Tid å hente |");
            return std::move(plan_);
        }
        if (!read_header(*table)) return std::move(plan_);
        for (const Section& section : session_.sections) headings_.insert(section.anchor);
        for (const Block& row : table->children)
            if (!row.header) read_row(row);
        for (const PlanRow& row : plan_.rows) plan_.minutes += row.minutes;
        if (plan_.rows.empty())
            faults_.error(ProblemKind::plan_missing, table->line, "the running plan has no row that can be used");
        else if (session_.minutes > 0 && plan_.minutes != session_.minutes)
            faults_.error(ProblemKind::plan_sum_wrong, table->line,
                          "the steps add up to " + std::to_string(plan_.minutes) +
                              " minutes, but the front matter says " + std::to_string(session_.minutes) +
                              "; change one of them",
                          {std::to_string(plan_.minutes), std::to_string(session_.minutes)});
        return std::move(plan_);
    }

  private:
    bool read_header(const Block& table) {
        const Block& header = table.children.front();
        for (std::size_t i = 0; i < header.children.size(); ++i) {
            const std::string text = plain_text(header.children[i].spans);
            if (const auto column = meaning(columns, text))
                place_[static_cast<std::size_t>(*column)] = static_cast<int>(i);
            else
                faults_.error(
                    ProblemKind::plan_row_broken, header.line,
                    "the plan has no column «" + text + "»; the columns are Min, Steg, Type, Leder, Vis, Tid å hente",
                    {text});
        }
        constexpr std::array<std::string_view, 6> names{"Min", "Steg", "Type", "Leder", "Vis", "Tid å hente"};
        bool usable = true;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (place_[i] >= 0) continue;
            usable = usable && i >= 3;
            faults_.error(ProblemKind::plan_missing, header.line,
                          "the plan's column «" + std::string(names[i]) + "» is missing; add it",
                          {std::string(names[i])});
        }
        return usable;
    }

    const Block* cell(const Block& row, Column column) const {
        const int place = place_[static_cast<std::size_t>(column)];
        return place >= 0 && static_cast<std::size_t>(place) < row.children.size()
                   ? &row.children[static_cast<std::size_t>(place)]
                   : nullptr;
    }

    std::string text(const Block& row, Column column) const {
        const Block* found = cell(row, column);
        return found != nullptr ? std::string(base::trimmed(plain_text(found->spans))) : std::string();
    }

    void broken(const Block& row, std::string detail, const std::string& about) {
        faults_.error(ProblemKind::plan_row_broken, row.line, std::move(detail), {about});
    }

    void read_row(const Block& source) {
        PlanRow row;
        row.line = source.line;
        const std::string minutes = text(source, Column::minutes);
        const auto number = parse_whole(minutes, 1, most_minutes);
        if (!number)
            return broken(
                source,
                "«" + minutes + "» is no number of minutes; write a whole number from 1 to 600. The row is left out",
                minutes);
        row.minutes = *number;
        row.title = text(source, Column::step);
        if (row.title.empty())
            return broken(source, "the step has no name; write one under Steg. The row is left out", "Steg");
        const std::string type = text(source, Column::type);
        const auto known_type = meaning(types, type);
        if (!known_type)
            return broken(
                source,
                "«" + type +
                    "» is no type of step; use info, runde, øvelse, erfaring, pause or evaluering. The row is left out",
                type);
        row.type = *known_type;
        read_leader(source, row);
        read_slack(source, row);
        read_step(source, row);
        read_shown(source, row);
        plan_.rows.push_back(std::move(row));
    }

    void read_leader(const Block& source, PlanRow& row) {
        const std::string leader = text(source, Column::leader);
        if (const auto known = meaning(leaders, leader))
            row.leader = *known;
        else
            broken(source, "«" + leader + "» leads no step; use fagperson, brukerrepresentant or begge", leader);
        if (row.leader == Leader::none && row.type != StepType::pause && meaning(leaders, leader))
            broken(source, "the step says not who leads it; write fagperson, brukerrepresentant or begge under Leder",
                   row.title);
    }

    void read_slack(const Block& source, PlanRow& row) {
        const std::string slack = text(source, Column::slack);
        if (const auto known = meaning(slacks, slack)) {
            row.slack = *known;
            return;
        }
        const std::string low = base::lower(slack);
        for (const std::string_view words : shorten_words) {
            if (!low.starts_with(words)) continue;
            if (const auto shortest = parse_whole(std::string_view(low).substr(words.size()), 1, row.minutes - 1)) {
                row.slack = Slack::may_shorten;
                row.shortest = *shortest;
                return;
            }
            return broken(source,
                          "«" + slack + "» must name fewer minutes than the step has (" + std::to_string(row.minutes) +
                              ") and at least 1",
                          slack);
        }
        broken(source,
               "«" + slack + "» says not where time can be saved; use fast, kan utgå, kan kortes til N, or nothing",
               slack);
    }

    void read_step(const Block& source, PlanRow& row) {
        const Block* step = cell(source, Column::step);
        const Link* link = step != nullptr ? link_in(*step, session_) : nullptr;
        const std::string own = base::slug(row.title);
        if (headings_.contains(own)) row.notes_anchor = own;
        if (link == nullptr || link->document < 0) return;
        const Document& target = handbook_.documents[static_cast<std::size_t>(link->document)];
        if (&target == &session_) {
            if (headings_.contains(link->anchor)) row.notes_anchor = link->anchor;
        } else if (target.kind == Kind::exercise) {
            row.exercise = link->document;
        } else {
            broken(source,
                   "the step «" + row.title + "» links to " + target.path +
                       ", which is no exercise; link to an exercise or to a heading here",
                   row.title);
        }
    }

    void read_shown(const Block& source, PlanRow& row) {
        const Block* show = cell(source, Column::show);
        if (show == nullptr) return;
        int last = -1;
        for (const Span& span : show->spans) {
            if (span.link < 0) {
                if (span.text.find_first_not_of(" \n.,\xC2\xB7") != std::string::npos)
                    broken(source,
                           "«" + std::string(base::trimmed(span.text)) +
                               "» under Vis is no link; link to a slide of a presentation",
                           span.text);
                continue;
            }
            if (span.link == last) continue;
            last = span.link;
            add_slide(source, row, session_.links[static_cast<std::size_t>(span.link)]);
        }
    }

    void add_slide(const Block& source, PlanRow& row, const Link& link) {
        if (link.document >= 0) {
            const auto& slides = slides_of(link.document);
            if (const auto found = slides.find(link.anchor); found != slides.end()) {
                row.slides.push_back({link.document, found->second});
                return;
            }
        }
        broken(source, "`" + link.url + "` under Vis leads to no slide; link to a heading of a presentation", link.url);
    }

    // The number of each slide by its anchor, gathered when a row first shows one of them.
    const std::map<std::string_view, int>& slides_of(int document) {
        const auto [at, fresh] = slides_.try_emplace(document);
        if (fresh) {
            const auto& slides = handbook_.documents[static_cast<std::size_t>(document)].slides;
            for (std::size_t i = 0; i < slides.size(); ++i) at->second.emplace(slides[i].anchor, static_cast<int>(i));
        }
        return at->second;
    }

    const Handbook& handbook_;
    const Document& session_;
    PlanTable plan_;
    Faults faults_;
    std::set<std::string_view> headings_;
    std::map<int, std::map<std::string_view, int>> slides_;
    std::array<int, 6> place_{-1, -1, -1, -1, -1, -1};
};

}  // namespace

PlanTable plan_table(const Handbook& handbook, const Document& session) {
    return PlanReader(handbook, session).read();
}

}  // namespace book
