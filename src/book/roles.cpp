#include "book/roles.h"

#include <array>
#include <string>

#include "base/text.h"

namespace book {
namespace {

struct Word {
    std::string_view heading;  // lower case, without closing punctuation
    Role role;
};

constexpr std::array words{
    Word{"mål", Role::goal},
    Word{"goal", Role::goal},
    Word{"goals", Role::goal},
    Word{"slik gjør dere", Role::steps},
    Word{"slik gjer de", Role::steps},
    Word{"slik gjer dykk", Role::steps},
    Word{"how to do it", Role::steps},
    Word{"på veggen", Role::wall},
    Word{"on the wall", Role::wall},
    Word{"til kurslederne", Role::leaders},
    Word{"til kursleder", Role::leaders},
    Word{"til kursleiarane", Role::leaders},
    Word{"til kursleiar", Role::leaders},
    Word{"for the leaders", Role::leaders},
    Word{"to the leaders", Role::leaders},
    Word{"ark", Role::sheet},
    Word{"sheet", Role::sheet},
    Word{"utstyr", Role::equipment},
    Word{"equipment", Role::equipment},
    Word{"hjemmeoppgave", Role::homework},
    Word{"heimeoppgåve", Role::homework},
    Word{"homework", Role::homework},
    Word{"i reserve", Role::reserve},
    Word{"in reserve", Role::reserve},
};

constexpr std::array leader_openings{
    std::string_view{"til kursleder"},  std::string_view{"til kursleiar"},  std::string_view{"til kursholder"},
    std::string_view{"til kurshaldar"}, std::string_view{"til leder"},      std::string_view{"til leiar"},
    std::string_view{"for leder"},      std::string_view{"for kursleder"},  std::string_view{"kursleder:"},
    std::string_view{"kurslederne:"},   std::string_view{"for the leader"}, std::string_view{"to the leader"},
    std::string_view{"leader's note"},  std::string_view{"speaker note"},   std::string_view{"talenotat"},
    std::string_view{"ledernotat"},     std::string_view{"notat:"},         std::string_view{"notat til"},
};

bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x250 && c != 0xF7);
}

}  // namespace

std::optional<Role> role_of_heading(std::string_view heading) {
    const std::string low = base::lower(base::trimmed(heading));
    std::string_view text = low;
    while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
    for (const Word& word : words)
        if (word.heading == text) return word.role;
    return std::nullopt;
}

bool opens_for_leaders(std::string_view text) {
    // Soft hyphens and doubled spaces would hide the words from the comparison, not from a reader.
    std::string opening;
    bool started = false;
    for (std::size_t at = 0; at < text.size() && opening.size() < 40;) {
        char32_t c = base::lower(base::next_code_point(text, at));
        if (c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0x2060) continue;
        if (c == 0xA0 || c == 0x202F || c == '\n' || c == '\t') c = ' ';
        if (!started && !is_letter(c)) continue;
        started = true;
        if (c == ' ' && !opening.empty() && opening.back() == ' ') continue;
        if (c == 0x2019) c = '\'';
        base::append_utf8(opening, c);
    }
    for (const std::string_view words_for_leaders : leader_openings)
        if (opening.starts_with(words_for_leaders)) return true;
    return false;
}

std::string_view heading_for(Role role) {
    switch (role) {
        case Role::leaders: return "Til kurslederne";
        case Role::goal: return "Mål";
        case Role::steps: return "Slik gjør dere";
        case Role::wall: return "På veggen";
        case Role::sheet: return "Ark";
        case Role::equipment: return "Utstyr";
        case Role::homework: return "Hjemmeoppgave";
        case Role::reserve: return "I reserve";
    }
    return {};
}

}  // namespace book
