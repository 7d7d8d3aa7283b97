#include "book/search_words.h"

#include "base/text.h"

namespace book {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

bool is_word_sign(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2E80) && c != 0xFFFD;
}

char plain_letter(char32_t c) {
    if (c >= 0xE0 && c <= 0xE6) return 'a';
    if (c == 0xE7) return 'c';
    if (c >= 0xE8 && c <= 0xEB) return 'e';
    if (c >= 0xEC && c <= 0xEF) return 'i';
    if (c == 0xF1) return 'n';
    if (c == 0xF8 || (c >= 0xF2 && c <= 0xF6)) return 'o';
    if (c >= 0xF9 && c <= 0xFC) return 'u';
    return '\0';
}

// aa, ae and oe.
bool two_for_one(char c, char next) {
    return (c == 'a' && (next == 'a' || next == 'e')) || (c == 'o' && next == 'e');
}

}  // namespace

bool WordReader::next() {
    word_.clear();
    while (at_ < text_.size()) {
        const std::size_t begin = at_;
        const unsigned char byte = static_cast<unsigned char>(text_[at_]);
        const char32_t c = byte < 0x80 ? (++at_, byte) : base::next_code_point(text_, at_);
        if (is_word_sign(c)) {
            if (word_.empty()) place_.begin = begin;
            place_.end = at_;
            if (c < 0x80)
                word_ += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
            else
                base::append_utf8(word_, base::lower(c));
        } else if (!word_.empty() && c != soft_hyphen) {
            return true;
        }
    }
    return !word_.empty();
}

std::vector<std::string> words_of(std::string_view text, std::size_t most) {
    std::vector<std::string> words;
    for (WordReader reader(text); words.size() < most && reader.next();) words.push_back(reader.word());
    return words;
}

std::string plain_letters(std::string_view word) {
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        if (static_cast<unsigned char>(word[at]) < 0x80) {
            plain += word[at++];
            continue;
        }
        const char32_t c = base::next_code_point(word, at);
        if (const char letter = plain_letter(c); letter != '\0')
            plain += letter;
        else
            base::append_utf8(plain, c);
    }
    return plain;
}

std::string folded(std::string_view word) {
    std::string plain = plain_letters(word);
    std::size_t size = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (two_for_one(c, i + 1 < plain.size() ? plain[i + 1] : ' ')) ++i;
        plain[size++] = c;
    }
    plain.resize(size);
    return plain;
}

}  // namespace book
