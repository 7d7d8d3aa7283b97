#include "book/glossary.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"

namespace book {
namespace {

constexpr std::size_t most_terms = 5000;
constexpr std::size_t most_words = 6;        ///< in a term
constexpr std::size_t most_bytes_word = 80;  ///< a longer first cell is not a term but a text
constexpr std::size_t short_word = 5;        ///< letters; below this a word in lower case is too common

/// What a noun or an adjective may have after its base form, in Bokmål, Nynorsk and English.
constexpr std::array<std::string_view, 24> endings{"s",   "e",   "a",   "n",   "t",   "r",    "en",  "et",
                                                   "er",  "es",  "ar",  "ne",  "ns",  "ts",   "rs",  "as",
                                                   "ens", "ets", "ene", "ane", "nes", "enes", "ers", "anes"};

bool is_ending(std::string_view tail) {
    return tail.empty() || std::find(endings.begin(), endings.end(), tail) != endings.end();
}

bool is_letter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0xAD;
}

struct Word {
    std::uint32_t begin = 0, end = 0;
    std::string lower;    ///< without soft hyphens
    bool joined = false;  ///< nothing but a space lies between it and the word before
};

/// The words of a text one after the other; a hyphen between letters is part of a word.
class Tokens {
  public:
    explicit Tokens(std::string_view text) : text_(text) {}

    bool next(Word& word) {
        std::size_t gap = at_;
        bool spaces = true;
        while (gap < text_.size()) {
            std::size_t after = gap;
            const char32_t c = base::next_code_point(text_, after);
            if (is_letter(c)) break;
            spaces = spaces && (c == ' ' || c == '\n' || c == 0xA0);
            gap = after;
        }
        if (gap >= text_.size()) return false;
        word.begin = static_cast<std::uint32_t>(gap);
        word.joined = spaces && gap > at_;
        word.lower.clear();
        at_ = gap;
        while (at_ < text_.size()) {
            std::size_t after = at_;
            const char32_t c = base::next_code_point(text_, after);
            if (c == '-' || c == 0x2010 || c == 0x2011) {
                std::size_t beyond = after;
                if (after >= text_.size() || !is_letter(base::next_code_point(text_, beyond))) break;
                word.lower += '-';
            } else if (!is_letter(c)) {
                break;
            } else if (c != 0xAD) {
                base::append_utf8(word.lower, base::lower(c));
            }
            at_ = after;
        }
        word.end = static_cast<std::uint32_t>(at_);
        return true;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::vector<Word> words_of(std::string_view text, std::size_t most) {
    std::vector<Word> all;
    Tokens words(text);
    for (Word word; all.size() < most && words.next(word);) all.push_back(word);
    return all;
}

bool is_quoted(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const std::string_view before = text.substr(0, begin), after = text.substr(end);
    const auto pair = [&](std::string_view open, std::string_view close) {
        return before.ends_with(open) && after.starts_with(close);
    };
    return pair("«", "»") || pair("“", "”") || pair("\"", "\"") || pair("„", "“") || pair("‘", "’");
}

std::vector<Block> plain(std::vector<Block> blocks) {
    for (Block& block : blocks) {
        std::erase_if(block.spans, [](const Span& span) { return span.footnote >= 0; });
        for (Span& span : block.spans) span.link = -1;
        block.children = plain(std::move(block.children));
    }
    return blocks;
}

/// Takes away what parts an explanation from its word: ": ", "– " …
void strip_lead(std::vector<Span>& spans) {
    while (!spans.empty()) {
        std::string& text = spans.front().text;
        std::size_t at = 0;
        while (at < text.size()) {
            std::size_t after = at;
            const char32_t c = base::next_code_point(text, after);
            if (c != ' ' && c != ':' && c != '-' && c != '.' && c != 0x2013 && c != 0x2014 && c != '\n') break;
            at = after;
        }
        text.erase(0, at);
        if (!text.empty()) return;
        spans.erase(spans.begin());
    }
}

bool has_text(const std::vector<Span>& spans) {
    return std::any_of(spans.begin(), spans.end(), [](const Span& s) { return !base::trimmed(s.text).empty(); });
}

/// The texts of a document in which terms count, in reading order: not headings, code, links.
template <class Seen>
bool each_text(const std::vector<Block>& blocks, const Seen& seen) {
    for (const Block& block : blocks) {
        if (block.type != BlockType::heading && block.type != BlockType::code && !block.spans.empty()) {
            std::string text;
            std::vector<TextRange> closed;
            for (const Span& span : block.spans) {
                const auto begin = static_cast<std::uint32_t>(text.size());
                text += span.text;
                if (span.link >= 0 || span.footnote >= 0 || (span.marks & (mark_code | mark_key)) != 0)
                    closed.push_back({begin, static_cast<std::uint32_t>(text.size())});
            }
            if (!seen(text, closed)) return false;
        }
        if (!each_text(block.children, seen)) return false;
    }
    return true;
}

}  // namespace

Glossary::Glossary(const Handbook& handbook) {
    for (std::size_t i = 0; i < handbook.documents.size(); ++i) {
        if (handbook.documents[i].kind != Kind::glossary) continue;
        std::string anchor;
        gather(handbook.documents[i].blocks, static_cast<int>(i), anchor);
    }
    for (auto& [first, terms] : by_first_)
        std::stable_sort(terms.begin(), terms.end(), [&](int a, int b) {
            return words_[static_cast<std::size_t>(a)].words.size() > words_[static_cast<std::size_t>(b)].words.size();
        });
}

void Glossary::add(std::string word, std::vector<Block> definition, int document, const std::string& anchor) {
    word = std::string(base::trimmed(word));
    if (const std::size_t bracket = word.find(" ("); bracket != std::string::npos && bracket > 0) word.resize(bracket);
    if (word.empty() || word.size() > most_bytes_word || definition.empty() || terms_.size() >= most_terms) return;
    Tokens parts(word);
    Words entry{.term = static_cast<int>(terms_.size())};
    bool capitals = false;
    for (Word each; parts.next(each);) {
        if (entry.words.size() == most_words) return;
        const std::string written = word.substr(each.begin, each.end - each.begin);
        // Two capitals begin an abbreviation; one is the name of somebody.
        std::size_t at = 0, upper = 0;
        while (at < written.size()) {
            const char32_t c = base::next_code_point(written, at);
            if (base::lower(c) != c) ++upper;
        }
        capitals = capitals || upper > 1;
        entry.words.push_back(each.lower);
    }
    if (entry.words.empty() || base::count_code_points(word) < 2) return;
    entry.exact = capitals && entry.words.size() == 1 && word.find('-') == std::string::npos;
    entry.quoted = !capitals && entry.words.size() == 1 && base::count_code_points(entry.words[0]) < short_word;
    // The same word twice: the first explanation stands.
    for (const int other : by_first_[entry.words[0]])
        if (words_[static_cast<std::size_t>(other)].words == entry.words) return;
    by_first_[entry.words[0]].push_back(entry.term);
    words_.push_back(std::move(entry));
    terms_.push_back({std::move(word), plain(std::move(definition)), document, anchor});
}

void Glossary::gather(const std::vector<Block>& blocks, int document, std::string& anchor) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (block.type == BlockType::table) {
            for (const Block& row : block.children) {
                if (row.header || row.children.size() < 2) continue;
                Block text{.type = BlockType::paragraph, .line = row.line};
                for (std::size_t cell = 1; cell < row.children.size(); ++cell) {
                    if (!has_text(row.children[cell].spans)) continue;
                    if (!text.spans.empty()) text.spans.push_back({.text = " "});
                    text.spans.insert(text.spans.end(), row.children[cell].spans.begin(),
                                      row.children[cell].spans.end());
                }
                if (has_text(text.spans)) add(plain_text(row.children[0].spans), {text}, document, anchor);
            }
        } else if (block.type == BlockType::list) {
            for (const Block& item : block.children) {
                if (item.children.empty() || item.children[0].spans.size() < 2) continue;
                std::vector<Block> text = item.children;
                std::vector<Span>& spans = text[0].spans;
                if ((spans[0].marks & mark_bold) == 0) continue;
                std::string word = spans[0].text;
                if (const std::size_t end = word.find_last_not_of(" :."); end != std::string::npos)
                    word.resize(end + 1);
                spans.erase(spans.begin());
                strip_lead(spans);
                if (spans.empty()) text.erase(text.begin());
                add(std::move(word), std::move(text), document, anchor);
            }
        } else if (block.type == BlockType::heading) {
            anchor = block.anchor;
            std::size_t end = i + 1;
            bool running = true;
            while (end < blocks.size() && blocks[end].type != BlockType::heading) {
                running = running && blocks[end].type == BlockType::paragraph;
                ++end;
            }
            // A heading over a table or a list is a part of the glossary ("A", "Ord fra teorien"), not a word.
            if (block.level > 1 && running && end > i + 1)
                add(plain_text(block.spans),
                    {blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     blocks.begin() + static_cast<std::ptrdiff_t>(end)},
                    document, anchor);
        }
    }
}

std::vector<TermPlace> Glossary::find(std::string_view text, std::span<const TextRange> closed,
                                      std::span<const std::uint32_t> sections) const {
    std::vector<TermPlace> found;
    if (terms_.empty()) return found;
    const std::vector<Word> words = words_of(text, text.size());
    std::unordered_set<int> seen;
    std::size_t next_closed = 0, next_section = 0;
    std::string key;

    const auto fits = [&](const Words& term, std::size_t at) {
        if (at + term.words.size() > words.size()) return false;
        for (std::size_t i = 0; i < term.words.size(); ++i) {
            const Word& word = words[at + i];
            if (i > 0 && !word.joined) return false;
            if (!word.lower.starts_with(term.words[i]) ||
                !is_ending(std::string_view(word.lower).substr(term.words[i].size())))
                return false;
        }
        const std::uint32_t begin = words[at].begin, end = words[at + term.words.size() - 1].end;
        const std::string_view written = text.substr(begin, end - begin);
        if (term.exact) {
            const std::string& own = terms_[static_cast<std::size_t>(term.term)].word;
            if (written != own && written != own + "s") return false;
        }
        if (term.quoted && !is_quoted(text, begin, end)) return false;
        for (std::size_t c = next_closed; c < closed.size() && closed[c].begin < end; ++c)
            if (closed[c].end > begin) return false;
        return true;
    };

    for (std::size_t at = 0; at < words.size();) {
        const Word& word = words[at];
        while (next_section < sections.size() && sections[next_section] <= word.begin) {
            seen.clear();
            ++next_section;
        }
        while (next_closed < closed.size() && closed[next_closed].end <= word.begin) ++next_closed;
        const Words* best = nullptr;
        key = word.lower;
        for (std::size_t cut = 0; cut <= 4 && cut < word.lower.size(); ++cut) {
            key.resize(word.lower.size() - cut);
            if (!is_ending(std::string_view(word.lower).substr(key.size()))) continue;
            const auto terms = by_first_.find(key);
            if (terms == by_first_.end()) continue;
            for (const int each : terms->second) {
                const Words& term = words_[static_cast<std::size_t>(each)];
                // The longest wins; of two as long, the one with the shorter ending, which was met first.
                if (best != nullptr && term.words.size() <= best->words.size()) break;
                if (fits(term, at)) best = &term;
            }
        }
        if (best == nullptr) {
            ++at;
            continue;
        }
        if (seen.insert(best->term).second)
            found.push_back({word.begin, words[at + best->words.size() - 1].end, best->term});
        at += best->words.size();
    }
    return found;
}

std::vector<int> Glossary::used_in(const Document& document, std::size_t most_bytes) const {
    std::vector<int> used;
    if (terms_.empty() || document.kind == Kind::glossary) return used;
    std::unordered_set<int> seen;
    each_text(document.blocks, [&](const std::string& text, const std::vector<TextRange>& closed) {
        for (const TermPlace& place : find(text, closed))
            if (seen.insert(place.term).second) used.push_back(place.term);
        if (text.size() >= most_bytes) return false;
        most_bytes -= text.size();
        return true;
    });
    return used;
}

}  // namespace book
