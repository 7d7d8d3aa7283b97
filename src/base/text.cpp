#include "base/text.h"

namespace base {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c >= 0x2000 && c < 0x2070) return false;  // general punctuation: dashes, quotation marks, spaces
    if (c >= 0x2190 && c < 0x2E80) return false;  // arrows, signs, dingbats
    return c != 0xD7 && c != 0xF7 && c != replacement && c < 0x1F000;
}

// ASCII that stays as it is: neither NUL nor a carriage return.
bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0 && byte < 0x80 && c != '\r';
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(position++);
    if (first < 0x80) return first;
    int more = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        more = 1;
        value = first & 0x1F;
        least = 0x80;
    } else if (first >= 0xE0 && first <= 0xEF) {
        more = 2;
        value = first & 0x0F;
        least = 0x800;
    } else if (first >= 0xF0 && first <= 0xF4) {
        more = 3;
        value = first & 0x07;
        least = 0x10000;
    } else
        return replacement;
    if (position + static_cast<std::size_t>(more) > text.size()) return replacement;
    for (int i = 0; i < more; ++i) {
        const unsigned c = byte(position + static_cast<std::size_t>(i));
        if ((c & 0xC0) != 0x80) return replacement;
        value = (value << 6) | (c & 0x3F);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return replacement;
    position += static_cast<std::size_t>(more);
    return value;
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) next_code_point(text, i);
    return count;
}

std::string sanitised(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        // Most text is plain: copied in one go.
        std::size_t plain = i;
        while (plain < bytes.size() && is_plain(bytes[plain])) ++plain;
        text.append(bytes, i, plain - i);
        if (plain == bytes.size()) break;
        i = plain;
        const char32_t c = next_code_point(bytes, i);
        if (c == '\r') {
            if (i >= bytes.size() || bytes[i] != '\n') text += '\n';
        } else {
            append_utf8(text, c == 0 ? replacement : c);
        }
    }
    return text;
}

char32_t lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c == 0x130) return 'i';   // İ
    if (c == 0x178) return 0xFF;  // Ÿ, whose small letter stands in Latin-1
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return (c & 1) != 0 ? c + 1 : c;
    return c;
}

std::string lower(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) append_utf8(result, lower(next_code_point(text, i)));
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> lines(std::string_view text) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const auto end = text.find('\n');
        result.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return result;
}

std::string slug(std::string_view heading) {
    std::string result;
    for (std::size_t i = 0; i < heading.size();) {
        const char32_t c = lower(next_code_point(heading, i));
        if (c == ' ')
            result += '-';
        else if (c == '-' || c == '_' || is_letter_or_digit(c))
            append_utf8(result, c);
    }
    return result;
}

}  // namespace base
