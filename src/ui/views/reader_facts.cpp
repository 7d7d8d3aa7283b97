#include <algorithm>
#include <set>
#include <unordered_map>

#include "book/plan_table.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

bool lies_in(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

/// The deepest group whose folder holds this path, or -1.
int group_of(const book::Programme& programme, const std::string& path) {
    int best = -1;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < programme.groups.size(); ++i) {
        const std::string& folder = programme.groups[i].folder;
        if (folder.size() > depth && lies_in(path, folder)) {
            best = static_cast<int>(i);
            depth = folder.size();
        }
    }
    return best;
}

ReaderRow row_of(const book::Handbook& book, int document, int part_row, int group_row) {
    const book::Document& d = book.documents[static_cast<std::size_t>(document)];
    return {.type = ReaderRow::Type::document,
            .id = d.path,
            .title = d.title,
            .number = reader_number(d),
            .document = document,
            .part_row = part_row,
            .group_row = group_row};
}

std::vector<ReaderRow> rows_of(const book::Handbook& book, const words::Catalogue& words) {
    std::vector<ReaderRow> rows;
    std::vector<book::PartInfo> parts = book.programme.parts;
    // A programme.yaml that is broken names no parts: its documents are still listed.
    for (const book::Document& d : book.documents)
        if (std::none_of(parts.begin(), parts.end(), [&](const book::PartInfo& p) { return p.number == d.part; }))
            parts.push_back({d.part, {}, {}});
    for (const book::PartInfo& part : parts) {
        const int part_row = static_cast<int>(rows.size());
        rows.push_back({.type = ReaderRow::Type::part,
                        .id = "part/" + std::to_string(part.number),
                        .title = part.title.empty() ? words(words::Key::reader_part_short, {{"number", part.number}})
                                                    : words(words::Key::reader_part,
                                                            {{"number", part.number}, {"title", part.title}})});
        std::map<int, std::vector<int>> grouped;
        for (std::size_t i = 0; i < book.documents.size(); ++i)
            if (book.documents[i].part == part.number)
                grouped[group_of(book.programme, book.documents[i].path)].push_back(static_cast<int>(i));
        for (const int document : grouped[-1]) rows.push_back(row_of(book, document, part_row, -1));
        for (std::size_t g = 0; g < book.programme.groups.size(); ++g) {
            const auto found = grouped.find(static_cast<int>(g));
            if (found == grouped.end()) continue;
            const int group_row = static_cast<int>(rows.size());
            rows.push_back({.type = ReaderRow::Type::group,
                            .id = "group/" + book.programme.groups[g].folder,
                            .title = book.programme.groups[g].title,
                            .part_row = part_row,
                            .documents = static_cast<int>(found->second.size())});
            for (const int document : found->second) rows.push_back(row_of(book, document, part_row, group_row));
        }
        if (static_cast<int>(rows.size()) == part_row + 1) rows.pop_back();
    }
    return rows;
}

std::vector<std::vector<ReaderUse>> uses_of(const book::Handbook& book) {
    std::vector<std::vector<ReaderUse>> used(book.documents.size());
    const auto add = [&](std::size_t document, const book::Document& session, int minutes) {
        std::vector<ReaderUse>& uses = used[document];
        const auto same =
            std::find_if(uses.begin(), uses.end(), [&](const ReaderUse& use) { return use.document == session.path; });
        if (same != uses.end())
            same->minutes += minutes;
        else
            uses.push_back({session.session, minutes, session.path});
    };
    for (const book::Document& session : book.documents) {
        if (session.kind != book::Kind::session) continue;
        for (const book::PlanRow& row : book::plan_table(book, session).rows)
            if (row.exercise >= 0) add(static_cast<std::size_t>(row.exercise), session, row.minutes);
        for (std::size_t i = 0; i < book.documents.size(); ++i) {
            const book::Document& other = book.documents[i];
            if ((other.kind == book::Kind::theme || other.kind == book::Kind::presentation) &&
                other.session == session.session)
                add(i, session, session.minutes);
        }
    }
    for (auto& uses : used)
        std::stable_sort(uses.begin(), uses.end(),
                         [](const ReaderUse& a, const ReaderUse& b) { return a.meeting < b.meeting; });
    return used;
}

std::vector<std::vector<int>> reasons_of(const book::Handbook& book) {
    std::vector<std::vector<int>> why(book.documents.size());
    for (std::size_t i = 0; i < book.documents.size(); ++i) {
        std::set<int> seen{static_cast<int>(i)};
        for (const book::Link& link : book.documents[i].links) {
            if (link.document < 0 || !seen.insert(link.document).second) continue;
            const book::Document& target = book.documents[static_cast<std::size_t>(link.document)];
            if (target.kind == book::Kind::chapter && target.part == 3 && book.documents[i].part != 3)
                why[i].push_back(link.document);
        }
    }
    return why;
}

/// Who links where, the other way round. A meeting that has the document in its plan is told by `used` already.
std::vector<std::vector<int>> used_by_of(const book::Handbook& book, const std::vector<std::vector<ReaderUse>>& used) {
    std::vector<std::vector<int>> used_by(book.documents.size());
    for (std::size_t i = 0; i < book.documents.size(); ++i) {
        const book::Document& from = book.documents[i];
        for (const book::Link& link : from.links) {
            if (link.document < 0 || link.document >= std::ssize(used_by) || link.document == static_cast<int>(i))
                continue;
            std::vector<int>& known = used_by[static_cast<std::size_t>(link.document)];
            if (!known.empty() && known.back() == static_cast<int>(i)) continue;
            const std::vector<ReaderUse>& uses = used[static_cast<std::size_t>(link.document)];
            if (from.kind == book::Kind::session &&
                std::any_of(uses.begin(), uses.end(), [&](const ReaderUse& use) { return use.document == from.path; }))
                continue;
            known.push_back(static_cast<int>(i));
        }
    }
    return used_by;
}

using Paths = std::unordered_map<std::string_view, int>;

int document_of_file(const Paths& paths, std::string_view file) {
    for (;;) {
        if (const auto found = paths.find(file); found != paths.end()) return found->second;
        const std::size_t slash = file.find('/');
        if (slash == std::string_view::npos) return -1;
        file.remove_prefix(slash + 1);
    }
}

words::Key key_of(book::ProblemKind kind) {
    using words::Key;
    switch (kind) {
        case book::ProblemKind::file_unreadable: return Key::reader_problem_file_unreadable;
        case book::ProblemKind::file_too_large: return Key::reader_problem_file_too_large;
        case book::ProblemKind::line_too_long: return Key::reader_problem_line_too_long;
        case book::ProblemKind::too_deep: return Key::reader_problem_too_deep;
        case book::ProblemKind::table_too_large: return Key::reader_problem_table_too_large;
        case book::ProblemKind::block_too_large: return Key::reader_problem_block_too_large;
        case book::ProblemKind::front_matter_missing: return Key::reader_problem_front_matter_missing;
        case book::ProblemKind::front_matter_broken: return Key::reader_problem_front_matter_broken;
        case book::ProblemKind::field_missing: return Key::reader_problem_field_missing;
        case book::ProblemKind::field_wrong: return Key::reader_problem_field_wrong;
        case book::ProblemKind::kind_unknown: return Key::reader_problem_kind_unknown;
        case book::ProblemKind::id_twice: return Key::reader_problem_id_twice;
        case book::ProblemKind::section_missing: return Key::reader_problem_section_missing;
        case book::ProblemKind::role_unknown: return Key::reader_problem_role_unknown;
        case book::ProblemKind::link_nowhere: return Key::reader_problem_link_nowhere;
        case book::ProblemKind::anchor_nowhere: return Key::reader_problem_anchor_nowhere;
        case book::ProblemKind::image_missing: return Key::reader_problem_image_missing;
        case book::ProblemKind::alt_missing: return Key::reader_problem_alt_missing;
        case book::ProblemKind::plan_missing: return Key::reader_problem_plan_missing;
        case book::ProblemKind::plan_row_broken: return Key::reader_problem_plan_row_broken;
        case book::ProblemKind::plan_sum_wrong: return Key::reader_problem_plan_sum_wrong;
        case book::ProblemKind::step_without_notes: return Key::reader_problem_step_without_notes;
        case book::ProblemKind::slide_too_long: return Key::reader_problem_slide_too_long;
        case book::ProblemKind::steps_sum_wrong: return Key::reader_problem_steps_sum_wrong;
        case book::ProblemKind::wall_too_long: return Key::reader_problem_wall_too_long;
        case book::ProblemKind::note_not_private: return Key::reader_problem_note_not_private;
        case book::ProblemKind::aid_unknown: return Key::reader_problem_aid_unknown;
        case book::ProblemKind::aid_broken: return Key::reader_problem_aid_broken;
        case book::ProblemKind::programme_missing: return Key::reader_problem_programme_missing;
        case book::ProblemKind::programme_broken: return Key::reader_problem_programme_broken;
    }
    return Key::reader_problem_file_unreadable;
}

}  // namespace

std::string reader_number(const book::Document& document) {
    if (const std::string number = book::number_of(document); !number.empty()) return number;
    return document.session > 0 ? std::to_string(document.session) : std::string();
}

std::string reader_name(const book::Document& document) {
    const std::string number = book::number_of(document);
    return number.empty() ? document.title : number + " " + document.title;
}

std::string reader_meetings(const words::Catalogue& words, const std::vector<int>& numbers) {
    const std::set<int> sorted(numbers.begin(), numbers.end());
    std::string list;
    for (auto at = sorted.begin(); at != sorted.end();) {
        const int first = *at;
        int last = first;
        for (++at; at != sorted.end() && *at == last + 1; ++at) last = *at;
        if (!list.empty()) list += ", ";
        list += std::to_string(first);
        if (last > first) list += (last == first + 1 ? ", " : "–") + std::to_string(last);
    }
    return words(words::Key::reader_meeting, {{"numbers", list}});
}

std::string reader_problem(const words::Catalogue& words, const book::Problem& problem) {
    return words(key_of(problem.kind),
                 {{"what", problem.arguments.empty() ? std::string("?") : problem.arguments.front()}});
}

void refresh_reader_facts(const app::Model& model, ReaderFacts& facts) {
    const book::Handbook& book = *model.handbook;
    const int language = static_cast<int>(model.settings.language);
    if (facts.handbook == &book && facts.revision == book.revision && facts.language == language) return;
    facts.handbook = &book;
    facts.revision = book.revision;
    facts.language = language;
    facts.rows = rows_of(book, model.words);
    facts.used = uses_of(book);
    facts.why = reasons_of(book);
    facts.used_by = used_by_of(book, facts.used);
    facts.glossary = book::Glossary(book);
    Paths paths;
    for (std::size_t i = 0; i < book.documents.size(); ++i) paths.emplace(book.documents[i].path, static_cast<int>(i));
    facts.problems.assign(book.documents.size(), {});
    facts.problem_documents.clear();
    for (std::size_t i = 0; i < book.problems.size(); ++i) {
        const int document = document_of_file(paths, book.problems[i].file);
        facts.problem_documents.push_back(document);
        if (document >= 0) facts.problems[static_cast<std::size_t>(document)].push_back(static_cast<int>(i));
    }
}

}  // namespace ui
