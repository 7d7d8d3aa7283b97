#include "book/search.h"

#include <sqlite3.h>

#include <algorithm>

#include "base/text.h"

namespace book {
namespace {

constexpr std::size_t most_words = 12;
constexpr std::size_t most_query = 200;

bool is_word_sign(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2E80) && c != 0xFFFD;
}

// Letters as somebody without a Norwegian keyboard writes them, so that å, aa and a meet, and é and e.
void append_folded(std::string& out, char32_t c) {
    if (c == 0xE5 || c == 0xE6 || (c >= 0xE0 && c <= 0xE4))
        out += 'a';
    else if (c == 0xF8 || (c >= 0xF2 && c <= 0xF6))
        out += 'o';
    else if (c >= 0xE8 && c <= 0xEB)
        out += 'e';
    else if (c >= 0xEC && c <= 0xEF)
        out += 'i';
    else if (c >= 0xF9 && c <= 0xFC)
        out += 'u';
    else if (c == 0xE7)
        out += 'c';
    else if (c == 0xF1)
        out += 'n';
    else
        base::append_utf8(out, c);
}

std::string folded(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) append_folded(plain, base::lower(base::next_code_point(text, at)));
    std::string out;
    out.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const char next = i + 1 < plain.size() ? plain[i + 1] : ' ';
        out += c;
        if ((c == 'a' && (next == 'a' || next == 'e')) || (c == 'o' && next == 'e')) ++i;
    }
    return out;
}

std::vector<std::string> words_of(std::string_view query) {
    std::vector<std::string> words;
    std::string word;
    query = query.substr(0, most_query);
    for (std::size_t at = 0; at < query.size();) {
        const char32_t c = base::next_code_point(query, at);
        if (c == 0xAD) continue;
        if (is_word_sign(c)) {
            base::append_utf8(word, base::lower(c));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    if (words.size() > most_words) words.resize(most_words);
    return words;
}

struct Piece {
    int document = -1;
    std::string anchor;
    std::string heading;
    std::string body;
};

std::string without_soft_hyphens(std::string text) {
    for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD", at)) text.erase(at, 2);
    return text;
}

// One piece a heading, so that a hit leads close to its words.
std::vector<Piece> pieces_of(const Handbook& handbook) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < handbook.documents.size(); ++i) {
        const Document& document = handbook.documents[i];
        const std::string number = number_of(document);
        pieces.push_back(
            {static_cast<int>(i), "", number.empty() ? document.title : number + " " + document.title, ""});
        std::vector<Block> below;
        const auto close = [&] {
            pieces.back().body = without_soft_hyphens(plain_text(below));
            below.clear();
        };
        for (const Block& block : document.blocks) {
            if (block.type == BlockType::heading) {
                close();
                pieces.push_back(
                    {static_cast<int>(i), block.anchor, without_soft_hyphens(plain_text(block.spans)), ""});
            } else {
                below.push_back(block);
            }
        }
        for (const Footnote& footnote : document.footnotes)
            below.insert(below.end(), footnote.blocks.begin(), footnote.blocks.end());
        close();
    }
    return pieces;
}

struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Where words of `text` begin with one of `words`, as stretches of the whole word.
std::vector<Found> matches_in(std::string_view text, const std::vector<std::string>& words, bool fold) {
    std::vector<Found> found;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        if (!is_word_sign(base::next_code_point(text, at))) continue;
        std::size_t end = at;
        while (at < text.size() && is_word_sign(base::next_code_point(text, at))) end = at;
        if (end == text.size()) at = end;
        const std::string_view word = text.substr(begin, end - begin);
        const std::string low = fold ? folded(word) : base::lower(word);
        if (std::any_of(words.begin(), words.end(), [&](const std::string& each) { return low.starts_with(each); }))
            found.push_back({begin, end});
    }
    return found;
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

std::string excerpt_of(std::string_view body, const std::vector<std::string>& words, bool fold) {
    constexpr std::size_t before = 50;
    constexpr std::size_t length = 160;
    const std::vector<Found> matches = matches_in(body, words, fold);
    const std::size_t first = matches.empty() ? 0 : matches.front().begin;
    std::size_t begin = first > before ? word_start_near(body, first - before) : 0;
    if (begin > first) begin = first;
    std::size_t end = body.size();
    if (end - begin > length) {
        end = body.find_last_of(" \n\t", begin + length);
        if (end == std::string_view::npos || end <= begin) end = word_start_near(body, begin + length);
    }
    std::string line = begin > 0 ? "…" : "";
    std::size_t at = begin;
    for (const Found& match : matches) {
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

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct CloseStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

Statement prepared(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) return nullptr;
    return Statement(statement);
}

void bind_text(const Statement& statement, int place, const std::string& text) {
    sqlite3_bind_text(statement.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

}  // namespace

struct SearchIndex::State {
    std::unique_ptr<sqlite3, CloseDatabase> database;
    std::vector<Piece> pieces;

    void build(const Handbook& handbook);
    std::vector<std::size_t> rows(const std::string& expression, int most) const;
};

// Three columns as written, the document's title beside every piece, and the same folded for the second try.
void SearchIndex::State::build(const Handbook& handbook) {
    sqlite3* opened = nullptr;
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, nullptr);
    database.reset(opened);
    const char* schema =
        "CREATE VIRTUAL TABLE piece USING fts5(heading, body, title, folded, detail=full, tokenize=\"unicode61 "
        "remove_diacritics 0\");"
        "INSERT INTO piece(piece, rank) VALUES('rank', 'bm25(8.0, 1.0, 2.0, 1.0)'); BEGIN";
    if (sqlite3_exec(opened, schema, nullptr, nullptr, nullptr) != SQLITE_OK) return;
    pieces = pieces_of(handbook);
    const Statement insert =
        prepared(opened, "INSERT INTO piece(rowid, heading, body, title, folded) VALUES(?,?,?,?,?)");
    if (!insert) return;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string& title = handbook.documents[static_cast<std::size_t>(pieces[i].document)].title;
        sqlite3_reset(insert.get());
        sqlite3_bind_int64(insert.get(), 1, static_cast<sqlite3_int64>(i) + 1);
        bind_text(insert, 2, pieces[i].heading);
        bind_text(insert, 3, pieces[i].body);
        bind_text(insert, 4, title);
        bind_text(insert, 5, folded(pieces[i].heading + " " + title + " " + pieces[i].body));
        sqlite3_step(insert.get());
    }
    sqlite3_exec(opened, "COMMIT", nullptr, nullptr, nullptr);
}

std::vector<std::size_t> SearchIndex::State::rows(const std::string& expression, int most) const {
    std::vector<std::size_t> found;
    const Statement select =
        prepared(database.get(), "SELECT rowid FROM piece WHERE piece MATCH ? ORDER BY rank, rowid LIMIT ?");
    if (!select) return found;
    bind_text(select, 1, expression);
    sqlite3_bind_int(select.get(), 2, most);
    while (sqlite3_step(select.get()) == SQLITE_ROW)
        found.push_back(static_cast<std::size_t>(sqlite3_column_int64(select.get(), 0)) - 1);
    return found;
}

SearchIndex::SearchIndex(const Handbook& handbook) : state_(std::make_unique<State>()) {
    state_->build(handbook);
}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

std::vector<Hit> SearchIndex::find(std::string_view query, int most) const {
    std::vector<std::string> words = words_of(query);
    std::vector<Hit> hits;
    if (words.empty() || most <= 0 || !state_ || state_->pieces.empty()) return hits;
    const auto all_words = [&](std::string_view columns) {
        std::string expression = std::string(columns) + " : (";
        for (std::size_t i = 0; i < words.size(); ++i) expression += (i > 0 ? " AND \"" : "\"") + words[i] + "\" *";
        return expression + ")";
    };
    // First where all words stand together, then with the document's title helping, then as written without å, ø and æ.
    std::vector<std::size_t> rows = state_->rows(all_words("{heading body}"), most);
    if (rows.empty()) rows = state_->rows(all_words("{heading body title}"), most);
    const bool fold = rows.empty();
    if (fold) {
        for (std::string& word : words) word = folded(word);
        rows = state_->rows(all_words("{folded}"), most);
    }
    for (const std::size_t row : rows) {
        const Piece& piece = state_->pieces[row];
        hits.push_back({piece.document, piece.anchor, piece.heading, excerpt_of(piece.body, words, fold)});
    }
    return hits;
}

}  // namespace book
