#include "book/word_forms.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "base/text.h"

namespace book {
namespace {

constexpr std::size_t longest_word = 60;

// Endings that stand on one and the same base, and how many letters a base must have for them to be believed.
struct Family {
    std::size_t base;  ///< bytes
    bool vowel;        ///< the base ends in a vowel
    std::span<const std::string_view> endings;
};

constexpr std::string_view noun_or_verb[] = {"", "e", "en", "et", "a", "er", "ar", "ene", "ane", "te", "t", "de", "d"};
constexpr std::string_view ends_in_e[] = {"e", "en", "et", "a", "er", "ar", "ene", "ane"};
constexpr std::string_view ends_in_vowel[] = {"", "en", "a", "et", "r", "dde", "dd"};
constexpr std::string_view adjective[] = {"", "t", "e", "ere", "est", "este", "are", "ast", "aste"};
constexpr std::string_view adjective_in_ig[] = {"ig", "ige", "igere", "igst", "igste", "igare", "igast", "igaste"};
constexpr std::string_view drops_e_before_l[] = {"el", "elen", "ler", "lene", "lar", "lane"};
constexpr std::string_view doer[] = {"er", "eren", "ere", "erne", "re", "ret", "rene", "rar", "rane"};

constexpr Family families[] = {{3, false, noun_or_verb}, {2, false, ends_in_e},       {2, true, ends_in_vowel},
                               {3, false, adjective},    {2, false, adjective_in_ig}, {2, false, drops_e_before_l},
                               {3, false, doer}};

// They look as if they had an ending, or are one.
constexpr std::string_view small_words[] = {
    "alle", "alt",   "at",   "av",    "bare", "da",  "de",  "dei",   "deg", "dem",   "den",  "denne", "der",  "dere",
    "det",  "di",    "din",  "ditt",  "du",   "eg",  "ei",  "ein",   "eit", "eller", "en",   "enn",   "er",   "et",
    "ett",  "etter", "for",  "fra",   "før",  "ha",  "han", "har",   "her", "hos",   "hun",  "hva",   "hvem", "hver",
    "hvor", "i",     "ikke", "ikkje", "inn",  "jeg", "kan", "man",   "me",  "med",   "men",  "mer",   "min",  "mot",
    "må",   "ned",   "noe",  "noen",  "nå",   "når", "og",  "om",    "opp", "oss",   "over", "på",    "seg",  "selv",
    "si",   "sin",   "sitt", "skal",  "som",  "så",  "til", "under", "ut",  "var",   "ved",  "vi",    "vil",  "være"};

bool is_small(std::string_view word) {
    return std::find(std::begin(small_words), std::end(small_words), word) != std::end(small_words);
}

bool ends_in_vowel_letter(std::string_view base) {
    if (base.empty()) return false;
    if (std::string_view("aeiouy").find(base.back()) != std::string_view::npos) return true;
    return base.ends_with("å") || base.ends_with("ø") || base.ends_with("æ");
}

bool has_vowel(std::string_view base) {
    return base.find_first_of("aeiouy\xC3") != std::string_view::npos;
}

bool ends_doubled(std::string_view base) {
    return base.size() >= 2 && base.back() == base[base.size() - 2] && !ends_in_vowel_letter(base);
}

bool hard(std::string_view ending) {
    return ending.starts_with('t') || ending.starts_with('d');
}

// "trygg" but "trygt", "rommet" but "rom": the consonant before the ending is written once or twice.
void add(std::vector<std::string>& forms, std::string_view base, std::string_view from, std::string_view to) {
    const auto form = [&](std::string_view stem) { forms.push_back(std::string(stem).append(to)); };
    form(base);
    if (ends_in_vowel_letter(base)) return;
    const bool doubled = ends_doubled(base);
    if (doubled && ((hard(to) && !hard(from)) || (to.empty() && base.back() == 'm')))
        form(base.substr(0, base.size() - 1));
    if (!doubled && ((hard(from) && !hard(to)) || (from.empty() && !hard(to) && base.back() == 'm')))
        form(std::string(base) + base.back());
}

void add_family(std::vector<std::string>& forms, std::string_view word, const Family& family) {
    for (const std::string_view from : family.endings) {
        if (!word.ends_with(from) || word.size() < from.size() + family.base) continue;
        const std::string_view base = word.substr(0, word.size() - from.size());
        if (!has_vowel(base) || (family.vowel && !ends_in_vowel_letter(base))) continue;
        for (const std::string_view to : family.endings)
            if (to != from) add(forms, base, from, to);
    }
}

// What can own something: "ukas", "kommunens", "brukernes"; and what is done: "brukes".
bool takes_s(std::string_view word) {
    for (const std::string_view ending : {"a", "e", "en", "et", "er"})
        if (word.size() >= ending.size() + 2 && word.ends_with(ending)) return true;
    return false;
}

}  // namespace

std::vector<std::string> word_forms(std::string_view word) {
    std::vector<std::string> forms;
    if (base::count_code_points(word) < 2 || word.size() > longest_word || is_small(word) ||
        word.find_first_of("0123456789") != std::string_view::npos)
        return forms;
    std::string_view bare = word;
    if (bare.ends_with('s') && takes_s(bare.substr(0, bare.size() - 1))) {
        bare.remove_suffix(1);
        forms.emplace_back(bare);
    }
    for (const Family& family : families) add_family(forms, bare, family);
    const std::size_t without_s = forms.size();
    for (std::size_t i = 0; i < without_s; ++i)
        if (takes_s(forms[i])) forms.push_back(forms[i] + 's');
    if (takes_s(word)) forms.push_back(std::string(word) + 's');
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    std::erase_if(forms, [&](const std::string& form) { return form == word || is_small(form); });
    return forms;
}

}  // namespace book
