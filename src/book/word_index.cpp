#include "book/word_index.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace book {
namespace {

constexpr std::size_t few_choices = 4;    // of one word: cheaper one by one than by their beginning
constexpr std::size_t most_choices = 24;  // each costs a look into the index
constexpr std::size_t most_phrases = 48;  // that one phrase may become
constexpr std::int64_t few_rows = 300;    // so many rows are cheap to bring together for a beginning
constexpr std::size_t short_prefix = 3;   // letters; prefixes up to this length have an index of their own

struct CloseStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

Statement prepared(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) return nullptr;
    return Statement(statement);
}

// `text` outlives the step.
void bind_text(sqlite3_stmt* statement, int place, const std::string& text) {
    sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

// The words parted by blanks: the tokenizer has nothing left to decide.
void write_words(std::string_view text, std::string& out) {
    out.clear();
    for (WordReader reader(text); reader.next();) {
        if (!out.empty()) out += ' ';
        out += reader.word();
    }
}

constexpr const char* weights_name = "weights";

// How well the present row answers: each phrase by its weight, often said is better with less and less gain, and in a
// heading counts more.
void weigh(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count, sqlite3_value** values) {
    const auto* weights =
        count == 1 ? static_cast<const std::vector<float>*>(sqlite3_value_pointer(values[0], weights_name)) : nullptr;
    if (weights == nullptr) return sqlite3_result_null(result);
    constexpr double in_heading = 4;
    double sum = 0;
    const int phrases = std::min(api->xPhraseCount(row), static_cast<int>(weights->size()));
    for (int phrase = 0; phrase < phrases; ++phrase) {
        Fts5PhraseIter at;
        int column = -1, offset = 0;
        double times = 0;
        if (api->xPhraseFirst(row, phrase, &at, &column, &offset) != SQLITE_OK) break;
        for (; column >= 0 && times < 64; api->xPhraseNext(row, &at, &column, &offset))
            times += column == 0 ? in_heading : 1;
        sum += static_cast<double>((*weights)[static_cast<std::size_t>(phrase)]) * times / (times + 1.5);
    }
    sqlite3_result_double(result, sum);
}

bool add_weigh(sqlite3* database) {
    fts5_api* api = nullptr;
    const Statement select = prepared(database, "SELECT fts5(?1)");
    if (!select) return false;
    sqlite3_bind_pointer(select.get(), 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(select.get());
    return api != nullptr && api->xCreateFunction(api, "weigh", nullptr, weigh, nullptr) == SQLITE_OK;
}

// "o" asks for nothing more when "og" is asked for too.
bool said_by_another(const std::vector<Query::Part>& parts, std::size_t which, Way way) {
    const Query::Part& part = parts[which];
    if (part.phrase) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == which || parts[i].phrase) continue;
        const std::string& word = parts[i].words.front();
        if (word == part.words.front() ? i < which : way == Way::exact && word.starts_with(part.words.front()))
            return true;
    }
    return false;
}

// The next text after all that begin with `prefix` (UTF-8 has no byte FF).
std::string after(std::string_view prefix) {
    return std::string(prefix) + '\xFF';
}

}  // namespace

struct WordIndex::Statements {
    Statement heading, piece;
    std::string words[3];
};

void WordIndex::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

WordIndex::WordIndex() {
    sqlite3* opened = nullptr;
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, nullptr);
    database_.reset(opened);
    // Without a copy of the text and without lengths: the text stands beside, and rows are weighed by `weigh`.
    const char* schema =
        "CREATE VIRTUAL TABLE head USING fts5(heading, content='', columnsize=0, prefix='1 2 3', tokenize='ascii');"
        "CREATE VIRTUAL TABLE piece USING fts5(heading, body, title, content='', columnsize=0, prefix='1 2 3', "
        "tokenize='ascii');"
        "CREATE VIRTUAL TABLE term USING fts5vocab(piece, row);"
        "INSERT INTO piece(piece, rank) VALUES('hashsize', 16777216);"
        "BEGIN";
    if (sqlite3_exec(opened, schema, nullptr, nullptr, nullptr) != SQLITE_OK || !add_weigh(opened)) return;
    adding_ = std::make_unique<Statements>();
    adding_->heading = prepared(opened, "INSERT INTO head(rowid, heading) VALUES(?,?)");
    adding_->piece = prepared(opened, "INSERT INTO piece(rowid, heading, body, title) VALUES(?,?,?,?)");
    if (!adding_->heading || !adding_->piece) adding_.reset();
}

WordIndex::~WordIndex() = default;

void WordIndex::add(std::int64_t id, std::string_view heading, std::string_view title, std::string_view body) {
    if (!adding_) return;
    Statements& to = *adding_;
    write_words(heading, to.words[0]);
    write_words(body, to.words[1]);
    write_words(title, to.words[2]);
    sqlite3_bind_int64(to.heading.get(), 1, id);
    bind_text(to.heading.get(), 2, to.words[0]);
    sqlite3_bind_int64(to.piece.get(), 1, id);
    for (int i = 0; i < 3; ++i) bind_text(to.piece.get(), i + 2, to.words[i]);
    for (sqlite3_stmt* statement : {to.heading.get(), to.piece.get()}) {
        sqlite3_step(statement);
        sqlite3_reset(statement);
    }
    ++rows_;
}

void WordIndex::finish() {
    if (!adding_) return;
    adding_.reset();
    sqlite3_exec(database_.get(),
                 "COMMIT; INSERT INTO head(head) VALUES('optimize'); INSERT INTO piece(piece) "
                 "VALUES('optimize');",
                 nullptr, nullptr, nullptr);
    read_terms();
}

void WordIndex::read_terms() {
    const Statement select = prepared(database_.get(), "SELECT term, doc FROM term");
    if (!select) return;
    while (sqlite3_step(select.get()) == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(select.get(), 0));
        if (text != nullptr) terms_.push_back({text, sqlite3_column_int64(select.get(), 1)});
    }
    std::sort(terms_.begin(), terms_.end(), [](const Term& a, const Term& b) { return a.text < b.text; });
    terms_.shrink_to_fit();
    for (std::size_t i = 0; i < terms_.size(); ++i)
        if (std::string plain = folded(terms_[i].text); plain != terms_[i].text)
            plain_.push_back({std::move(plain), static_cast<std::uint32_t>(i)});
    std::sort(plain_.begin(), plain_.end(), [](const Plain& a, const Plain& b) { return a.text < b.text; });
}

void WordIndex::add_range(std::string_view prefix, bool open, std::vector<std::uint32_t>& out) const {
    const auto less = [](const Term& term, std::string_view text) { return term.text < text; };
    const auto first = std::lower_bound(terms_.begin(), terms_.end(), prefix, less);
    const auto last = open ? std::lower_bound(first, terms_.end(), std::string_view(after(prefix)), less)
                           : first + (first != terms_.end() && first->text == prefix ? 1 : 0);
    for (auto at = first; at != last; ++at) out.push_back(static_cast<std::uint32_t>(at - terms_.begin()));
}

void WordIndex::add_plain_range(std::string_view prefix, bool open, std::vector<std::uint32_t>& out) const {
    const auto less = [](const Plain& plain, std::string_view text) { return plain.text < text; };
    auto at = std::lower_bound(plain_.begin(), plain_.end(), prefix, less);
    for (; at != plain_.end() && (open ? at->text.starts_with(prefix) : at->text == prefix); ++at)
        out.push_back(at->term);
}

// The ways in which words of the book begin that begin so when they are folded, but are not written so: "ø" for "o".
std::vector<std::string> WordIndex::other_spellings(std::string_view prefix) const {
    std::vector<std::string> spellings;
    const auto less = [](const Plain& plain, std::string_view text) { return plain.text < text; };
    auto at = std::lower_bound(plain_.begin(), plain_.end(), prefix, less);
    for (; at != plain_.end() && at->text.starts_with(prefix); ++at) {
        const std::string& text = terms_[at->term].text;
        const auto begins_so = [&](std::string_view spelling) { return text.starts_with(spelling); };
        if (begins_so(prefix) || std::any_of(spellings.begin(), spellings.end(), begins_so)) continue;
        std::size_t end = 0;
        do base::next_code_point(text, end);
        while (end < text.size() && !folded(text.substr(0, end)).starts_with(prefix));
        spellings.push_back(text.substr(0, end));
    }
    return spellings;
}

// The words of the book that this word may be: one by one when they are few, and else by their beginning.
WordIndex::Choices WordIndex::choices(const Query& query, const Query::Part& part, std::size_t which, bool whole,
                                      bool& cut) const {
    const std::string& word = part.words[which];
    const bool open = part.prefix && which + 1 == part.words.size();
    const bool fold = query.way() == Way::folded;
    Choices result;
    const auto add_term = [&](std::uint32_t term) {
        const Term& is = terms_[term];
        result.push_back({is.text, false, fold ? folded(is.text) == word : is.text == word, is.rows});
    };
    const auto rows_of = [&](const std::vector<std::uint32_t>& terms) {
        std::int64_t rows = 0;
        for (const std::uint32_t each : terms) rows += terms_[each].rows;
        return rows;
    };

    std::vector<std::uint32_t> found, forms;
    add_range(word, open, found);
    if (fold) add_plain_range(word, open, found);
    if (found.size() > few_choices) {
        std::vector<std::string> beginnings = {word};
        if (fold) {
            std::vector<std::string> others = other_spellings(word);
            std::move(others.begin(), others.end(), std::back_inserter(beginnings));
        }
        const std::int64_t rows = rows_of(found);
        const bool short_ones = std::all_of(beginnings.begin(), beginnings.end(), [](const std::string& each) {
            return base::count_code_points(each) <= short_prefix;
        });
        if (whole || short_ones || rows <= few_rows) {
            std::vector<std::uint32_t> same;
            add_range(word, false, same);
            if (fold) add_plain_range(word, false, same);
            for (const std::uint32_t each : same) add_term(each);
            for (std::string& each : beginnings) result.push_back({std::move(each), true, false, rows});
            found.clear();
        }
    }
    for (const std::string& form : part.forms) {
        add_range(form, false, forms);
        if (fold) add_plain_range(form, false, forms);
    }
    found.insert(found.end(), forms.begin(), forms.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() > most_choices) {
        cut = cut || !whole;
        const auto first = [&](std::uint32_t a, std::uint32_t b) {
            const bool exact_a = terms_[a].text == word, exact_b = terms_[b].text == word;
            return exact_a != exact_b ? exact_a : terms_[a].rows > terms_[b].rows;
        };
        std::nth_element(found.begin(), found.begin() + most_choices, found.end(), first);
        found.resize(most_choices);
    }
    for (const std::uint32_t each : found) add_term(each);
    return result;
}

WordIndex::Asked WordIndex::ask(const Query& query, bool whole) const {
    Asked asked;
    asked.none = query.empty();
    const std::vector<Query::Part>& parts = query.parts();
    for (std::size_t which = 0; which < parts.size(); ++which) {
        const Query::Part& part = parts[which];
        if (said_by_another(parts, which, query.way())) continue;
        // A phrase becomes all rows of choices for its words; a word apart is a phrase of one.
        Choices phrases = {{"", false, true, 0}};
        for (std::size_t i = 0; i < part.words.size(); ++i) {
            const Choices words = choices(query, part, i, whole, asked.cut);
            Choices longer;
            for (const Choice& begun : phrases) {
                for (const Choice& word : words) {
                    if (i > 0 && longer.size() == most_phrases) break;
                    longer.push_back({begun.text.empty() ? word.text : begun.text + ' ' + word.text, word.star,
                                      begun.whole && word.whole, i == 0 ? word.rows : std::min(begun.rows, word.rows)});
                }
            }
            phrases = std::move(longer);
        }
        if (phrases.empty()) asked.none = true;
        if (asked.none) return asked;
        std::int64_t rows = 0;
        for (const Choice& phrase : phrases) rows += phrase.rows;
        const double rare = std::log2(1.0 + static_cast<double>(rows_) / static_cast<double>(1 + rows));
        asked.expression += asked.expression.empty() ? "(" : " AND (";
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            asked.expression += (i > 0 ? " OR \"" : "\"") + phrases[i].text + (phrases[i].star ? "\" *" : "\"");
            asked.weights.push_back(static_cast<float>((phrases[i].whole ? 2 : 1) * (rare + 0.1)));
        }
        asked.expression += ')';
    }
    return asked;
}

std::vector<WordIndex::Row> WordIndex::rows(const Asked& asked, Where where, std::span<const Range> ranges,
                                            int most) const {
    std::vector<Row> found;
    if (asked.none || most <= 0) return found;
    const Statement select =
        prepared(database_.get(), where == Where::heading ? "SELECT rowid, weigh(head, ?4) FROM head WHERE "
                                                            "head MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?5"
                                                          : "SELECT rowid, weigh(piece, ?4) FROM piece WHERE piece "
                                                            "MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?5");
    if (!select) return found;
    const std::string expression =
        where == Where::text ? "{heading body} : (" + asked.expression + ")" : asked.expression;
    auto* weights = const_cast<std::vector<float>*>(&asked.weights);
    bind_text(select.get(), 1, expression);
    sqlite3_bind_pointer(select.get(), 4, weights, weights_name, nullptr);
    sqlite3_bind_int(select.get(), 5, most);
    // All at once while there is room; where it runs out, that range again by itself, and on behind it.
    for (std::size_t range = 0; range < ranges.size();) {
        const std::size_t before = found.size();
        sqlite3_bind_int64(select.get(), 2, ranges[range].first);
        sqlite3_bind_int64(select.get(), 3, ranges.back().last);
        std::size_t in = range;
        while (sqlite3_step(select.get()) == SQLITE_ROW) {
            const std::int64_t id = sqlite3_column_int64(select.get(), 0);
            while (in + 1 < ranges.size() && id > ranges[in].last) ++in;
            found.push_back({id, in, static_cast<float>(sqlite3_column_double(select.get(), 1))});
        }
        sqlite3_reset(select.get());
        if (found.size() - before < static_cast<std::size_t>(most)) break;
        if (in == range) {
            ++range;
            continue;
        }
        while (found.back().range == in) found.pop_back();
        range = in;
    }
    return found;
}

}  // namespace book
