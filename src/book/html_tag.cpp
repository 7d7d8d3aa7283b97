#include "book/html_tag.h"

#include <string>
#include <utility>

#include "base/text.h"

namespace book {
namespace {

// Longer tags are text: a quote that is never closed must not cost a walk through the whole file for each tag.
constexpr std::size_t most_tag_bytes = 1'000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<Tag::Name> name_of(std::string_view word) {
    constexpr std::pair<std::string_view, Tag::Name> known[] = {
        {"br", Tag::Name::line_break}, {"kbd", Tag::Name::key},         {"sub", Tag::Name::sub},
        {"sup", Tag::Name::super},     {"details", Tag::Name::details}, {"summary", Tag::Name::summary}};
    const std::string low = base::lower(word);
    for (const auto& [text, name] : known)
        if (low == text) return name;
    return std::nullopt;
}

}  // namespace

std::optional<Tag> tag_at(std::string_view text) {
    text = text.substr(0, most_tag_bytes);
    if (text.size() < 4 || text.front() != '<') return std::nullopt;
    Tag tag;
    tag.closing = text[1] == '/';
    std::size_t at = tag.closing ? 2 : 1;
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at]) && at - begin < 8) ++at;
    const auto name = name_of(text.substr(begin, at - begin));
    if (!name || at >= text.size() || (!is_space(text[at]) && text[at] != '>' && text[at] != '/')) return std::nullopt;
    tag.name = *name;
    char quote = 0;
    for (std::size_t word = at; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
            continue;
        }
        const bool ends_word = is_space(c) || c == '>' || c == '/' || c == '=';
        if (ends_word) {
            if (base::lower(text.substr(word, at - word)) == "open") tag.open = true;
            word = at + 1;
        }
        if (c == '"' || c == '\'') quote = c;
        if (c == '<') return std::nullopt;
        if (c == '>') {
            tag.length = at + 1;
            return tag;
        }
    }
    return std::nullopt;
}

std::uint8_t mark_of(Tag::Name name) {
    if (name == Tag::Name::key) return mark_key;
    if (name == Tag::Name::sub) return mark_sub;
    return name == Tag::Name::super ? mark_super : 0;
}

}  // namespace book
