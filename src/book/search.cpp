#include "book/search.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "book/search_pieces.h"
#include "book/word_index.h"

namespace book {
namespace {

// Of each part of the handbook so many rows are looked at, the first in reading order.
constexpr int most_in_headings = 60;
constexpr int most_in_text = 120;

// A row that answers; a lower step is always better, whatever the weights.
struct Answer {
    std::int64_t row = 0;
    std::size_t part = 0;  ///< place of its range
    int step = 0;
    float weight = 0;
    Way way = Way::exact;
};

bool better(const Answer& a, const Answer& b) {
    if (a.step != b.step) return a.step < b.step;
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.row < b.row;
}

std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const char plain = c == '\n' || c == '\t' ? ' ' : c;
        if (plain != ' ' || (!line.empty() && line.back() != ' ')) line += plain;
    }
    return line;
}

std::size_t word_start_near(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const auto space = text.find_first_of(" \n\t", at);
    return space == std::string_view::npos ? text.size() : space + 1;
}

std::string excerpt_of(std::string_view body, const Query& query) {
    constexpr std::size_t before = 50;
    constexpr std::size_t length = 160;
    // Mostly the words stand near the beginning; then the rest need not be read.
    std::vector<Stretch> matches;
    for (std::size_t seen = 800;; seen *= 8) {
        const std::string_view near = body.substr(0, seen < body.size() ? word_start_near(body, seen) : body.size());
        matches = found_in(near, query);
        if (near.size() == body.size() || (!matches.empty() && matches.front().begin + 2 * length < near.size())) break;
    }
    const std::size_t first = matches.empty() ? 0 : matches.front().begin;
    std::size_t begin = first > before ? word_start_near(body, first - before) : 0;
    if (begin > first) begin = first;
    std::size_t end = body.size();
    if (end - begin > length) {
        end = body.find_last_of(" \n\t", begin + length);
        if (end == std::string_view::npos || end <= begin) end = word_start_near(body, begin + length);
        if (!matches.empty()) end = std::max(end, matches.front().end);
    }
    std::string line = begin > 0 ? "…" : "";
    std::size_t at = begin;
    for (const Stretch& match : matches) {
        if (match.begin < at || match.end > end) continue;
        line += body.substr(at, match.begin - at);
        line += '\x02';
        line += body.substr(match.begin, match.end - match.begin);
        line += '\x03';
        at = match.end;
    }
    line += body.substr(at, end - at);
    if (end < body.size()) line += "…";
    return one_line(line);
}

}  // namespace

struct SearchIndex::State {
    std::vector<SearchPiece> pieces;
    std::vector<WordIndex::Range> parts;  ///< rows of each part of the handbook
    WordIndex words;

    void look(const Query& query, bool title, std::set<std::string>& asked_before, std::vector<Answer>& answers) const;
    void add(const WordIndex::Asked& asked, WordIndex::Where where, Way way, int step, int most,
             std::vector<Answer>& answers) const;
    std::vector<Answer> chosen(std::vector<Answer> answers, int most) const;
    bool same_place(std::int64_t a, std::int64_t b) const;
};

SearchIndex::SearchIndex(const Handbook& handbook) : state_(std::make_unique<State>()) {
    state_->pieces = search_pieces(handbook);
    std::vector<SearchPiece>& pieces = state_->pieces;
    const auto part_of = [&](std::size_t i) {
        return handbook.documents[static_cast<std::size_t>(pieces[i].document)].part;
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        if (i == 0 || part_of(i) != part_of(i - 1)) state_->parts.push_back({row, row});
        state_->parts.back().last = row;
        state_->words.add(row, pieces[i].heading,
                          handbook.documents[static_cast<std::size_t>(pieces[i].document)].title, pieces[i].body);
    }
    state_->words.finish();
}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

// Adds what is found there. Short sections weigh a little more: there the words are what it is about.
void SearchIndex::State::add(const WordIndex::Asked& asked, WordIndex::Where where, Way way, int step, int most,
                             std::vector<Answer>& answers) const {
    for (const WordIndex::Row& row : words.rows(asked, where, parts, most)) {
        const SearchPiece& piece = pieces[static_cast<std::size_t>(row.id)];
        const float longish = 1 + static_cast<float>(piece.body.size()) / 8000;
        const float top = piece.anchor.empty() ? 1.5f : 1.0f;
        answers.push_back({row.id, row.range, step, row.weight * top / longish, way});
    }
}

bool SearchIndex::State::same_place(std::int64_t a, std::int64_t b) const {
    const SearchPiece& one = pieces[static_cast<std::size_t>(a)];
    const SearchPiece& other = pieces[static_cast<std::size_t>(b)];
    return one.document == other.document && one.anchor == other.anchor;
}

// The best answer of each section; every part of the handbook has its share, what it does not need goes to the best.
std::vector<Answer> SearchIndex::State::chosen(std::vector<Answer> answers, int most) const {
    // The pieces of one section stand side by side, so the best of each is found by sorting by row.
    std::sort(answers.begin(), answers.end(),
              [](const Answer& a, const Answer& b) { return a.row != b.row ? a.row < b.row : better(a, b); });
    std::vector<Answer> sections;
    for (const Answer& answer : answers) {
        if (sections.empty() || !same_place(sections.back().row, answer.row))
            sections.push_back(answer);
        else if (better(answer, sections.back()))
            sections.back() = answer;
    }
    std::sort(sections.begin(), sections.end(), better);
    const std::size_t room = static_cast<std::size_t>(most);
    if (sections.size() <= room) return sections;

    std::map<std::size_t, std::size_t> had;
    for (const Answer& answer : sections) ++had[answer.part];
    const std::size_t share = room / had.size();
    std::size_t rest = room;
    for (auto& [part, count] : had) rest -= std::min(count, share);
    had.clear();
    std::vector<Answer> kept;
    for (const Answer& answer : sections) {
        if (had[answer.part] < share) {
            ++had[answer.part];
        } else if (rest > 0) {
            --rest;
        } else {
            continue;
        }
        kept.push_back(answer);
    }
    return kept;
}

void SearchIndex::State::look(const Query& query, bool title, std::set<std::string>& asked_before,
                              std::vector<Answer>& answers) const {
    const Way way = query.way();
    const int step = way == Way::exact ? 0 : 2;
    for (const bool whole : {false, true}) {
        const WordIndex::Asked asked = words.ask(query, whole);
        // Another way that asks the same finds the same.
        if (asked.none || !asked_before.insert((title ? "title:" : "") + asked.expression).second) return;
        const std::size_t before = answers.size();
        if (title) {
            add(asked, WordIndex::Where::title, way, step, most_in_text, answers);
        } else {
            add(asked, WordIndex::Where::heading, way, step, most_in_headings, answers);
            add(asked, WordIndex::Where::text, way, step + 1, most_in_text, answers);
        }
        if (!asked.cut || answers.size() - before >= static_cast<std::size_t>(most_in_text)) return;
    }
}

std::vector<Hit> SearchIndex::find(std::string_view typed, int most) const {
    std::vector<Hit> hits;
    const Query queries[] = {Query(typed), Query(typed, Way::endings), Query(typed, Way::folded)};
    if (most <= 0 || !state_) return hits;
    const auto query = [&](Way way) -> const Query& { return queries[static_cast<std::size_t>(way)]; };
    std::vector<Answer> answers;
    std::set<std::string> asked_before;
    state_->look(query(Way::exact), false, asked_before, answers);
    // A section can answer twice, by its heading and by its text.
    if (answers.size() < 2 * static_cast<std::size_t>(most))
        state_->look(query(Way::endings), false, asked_before, answers);
    if (answers.empty()) state_->look(query(Way::exact), true, asked_before, answers);
    if (answers.empty()) state_->look(query(Way::endings), true, asked_before, answers);
    if (answers.empty()) state_->look(query(Way::folded), false, asked_before, answers);
    if (answers.empty()) state_->look(query(Way::folded), true, asked_before, answers);
    for (const Answer& answer : state_->chosen(std::move(answers), most)) {
        const SearchPiece& piece = state_->pieces[static_cast<std::size_t>(answer.row)];
        hits.push_back(
            {piece.document, piece.anchor, piece.heading, excerpt_of(piece.body, query(answer.way)), answer.way});
    }
    return hits;
}

}  // namespace book
