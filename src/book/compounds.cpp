#include "book/compounds.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace book {
namespace {

constexpr int impossible = 1000;
constexpr std::size_t least_letters = 10;  // shorter words are not worth a hyphen
constexpr std::size_t most_letters = 60;   // longer "words" are no words, and the search is quadratic
constexpr std::size_t least_stem = 6;
constexpr char32_t soft_hyphen = 0xAD;
constexpr std::size_t most_words = 300'000;
constexpr std::size_t most_bytes = 4'000'000;  // of text read: by then the words of a programme are known
constexpr std::uint32_t from_list = 1000;      // our own words count as often seen

// Short or common links of Norwegian compounds that a text may never hold as words by themselves.
constexpr std::string_view links[] = {
    "arbeid",      "arbeids",     "ark",        "avdeling",   "balanse",   "barn",       "barne",      "bok",
    "brev",        "bruker",      "dag",        "dags",       "deltaker",  "direktorat", "drift",      "drøm",
    "endring",     "etter",       "evne",       "fag",        "familie",   "felles",     "fellesskap", "fjern",
    "foreldre",    "fore",        "forslag",    "fram",       "fremmende", "frem",       "fri",        "frisklivs",
    "frivillig",   "fritid",      "fullt",      "fylkes",     "følelse",   "gang",       "gjelds",     "grunn",
    "gruppe",      "helse",       "hemmede",    "hjelp",      "hjemme",    "hoved",      "hverdag",    "hverdags",
    "inn",         "inntekt",     "kjerne",     "kommune",    "kontroll",  "kort",       "kunnskap",   "kunnskaps",
    "kurs",        "kvalitet",    "kvalitets",  "lag",        "lapp",      "leder",      "linje",      "litteratur",
    "liv",         "livs",        "lov",        "lys",        "lærings",   "maskin",     "medlem",     "medlems",
    "mellom",      "mestring",    "mestrings",  "middag",     "minne",     "mot",        "mål",        "måls",
    "møte",        "nedsettelse", "neste",      "nummer",     "nær",       "ombud",      "område",     "opplysning",
    "ord",         "organisert",  "over",       "pedagogikk", "person",    "personell",  "personvern", "plan",
    "plikt",       "prosess",     "råd",        "rådgivning", "regel",     "ressurs",    "ressurser",  "retning",
    "rett",        "rettighet",   "rettighets", "rom",        "sam",       "samfunn",    "samfunns",   "samling",
    "samtale",     "selv",        "senter",     "sentral",    "sett",      "side",       "skjema",     "sosial",
    "spill",       "språk",       "stasjon",    "steg",       "strategi",  "strategier", "stress",     "støtte",
    "syke",        "syn",         "søvn",       "tall",       "tanke",     "tavle",      "tegn",       "terapeut",
    "tid",         "tids",        "tilbake",    "tiltak",     "tjeneste",  "tolkning",   "tro",        "uke",
    "ukes",        "under",       "ungdom",     "ungdoms",    "utbrudd",   "utdanning",  "utvikling",  "utviklings",
    "vei",         "velferds",    "venn",       "verk",       "vern",      "verktøy",    "videre",     "virksomhet",
    "virksomhets", "ønske",       "øvelse"};

// Words, or what look like words, that as the first part are there by chance.
constexpr std::string_view no_first[] = {"mest",  "siste", "ikke", "blir", "ser",  "fort", "dere", "noen", "bare",
                                         "disse", "dette", "være", "vil",  "skal", "hva",  "når",  "har"};
// Words that as the last part are there by chance, most of them endings.
constexpr std::string_view no_last[] = {
    "ande",   "ende",    "endes", "ene",    "ener", "enes",   "ere",   "eren",   "erne",  "eres",  "ing",
    "inga",   "inge",    "ingen", "inger",  "ling", "linger", "ning",  "ninger", "ring",  "rings", "ringen",
    "ringer", "ringene", "ting",  "tingen", "lig",  "lige",   "else",  "elser",  "heter", "heten", "slig",
    "slige",  "tere",    "tert",  "eller",  "ikke", "noen",   "mener", "etter",  "under", "enhet", "andre"};

// Longest first, so that the shortest stem is tried first.
constexpr std::string_view endings[] = {"enes", "ene", "ane", "ens", "ets", "ers", "en", "et", "er",
                                        "ar",   "ne",  "te",  "a",   "e",   "n",   "r",  "s",  "t"};

template <std::size_t n>
bool holds(const std::string_view (&list)[n], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x17F && c != 0xF7);
}

}  // namespace

Compounds::Compounds() {
    for (const std::string_view each : links) words_[std::string(each)] = from_list;
    learn_stems();
}

Compounds::Compounds(const Handbook& handbook) {
    words_.reserve(20'000);
    for (const std::string_view each : links) words_[std::string(each)] = from_list;
    for (const Document& document : handbook.documents) {
        read(document.blocks);
        for (const Footnote& footnote : document.footnotes) read(footnote.blocks);
    }
    learn_stems();
}

void Compounds::read(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        if (block.type == BlockType::code) continue;
        for (const Span& span : block.spans)
            if ((span.marks & (mark_code | mark_key)) == 0) read(span.text);
        read(block.children);
    }
}

void Compounds::read(std::string_view text) {
    if (bytes_read_ > most_bytes) return;
    bytes_read_ += text.size();
    std::string word;
    const auto close = [&] {
        if (word.size() >= 4 && word.size() <= most_letters) {
            const auto found = words_.find(std::string_view(word));
            if (found != words_.end())
                ++found->second;
            else if (words_.size() < most_words)
                words_.emplace(word, 1);
        }
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char plain = text[at];
        if ((plain >= 'a' && plain <= 'z') || (plain >= 'A' && plain <= 'Z')) {
            word += static_cast<char>(plain | 0x20);
            ++at;
            continue;
        }
        const char32_t c = base::lower(base::next_code_point(text, at));
        if (is_letter(c))
            base::append_utf8(word, c);
        else if (c != soft_hyphen)
            close();
    }
    close();
}

// "representant" is known from "representanter", and so is "representantens".
void Compounds::learn_stems() {
    for (const auto& [word, seen] : words_) {
        for (const std::string_view ending : endings)
            if (word.size() >= ending.size() + least_stem && word.ends_with(ending))
                stems_.insert(std::string_view(word).substr(0, word.size() - ending.size()));
    }
}

bool Compounds::known(std::string_view part) const {
    if (part.size() >= least_stem && stems_.contains(part)) return true;
    const auto found = words_.find(part);
    if (found == words_.end()) return false;
    // The shorter a word, the more likely it stands in a longer one by chance.
    const std::size_t letters = base::count_code_points(part);
    return found->second >= (letters >= 6 ? 1u : letters == 5 ? 2u : letters == 4 ? 4u : from_list);
}

int Compounds::first_cost(std::string_view part) const {
    return !known(part) || holds(no_first, part) ? impossible : part.size() <= 4 ? 13 : 10;
}

bool Compounds::listed(std::string_view part) const {
    const auto found = words_.find(part);
    return found != words_.end() && found->second >= from_list;
}

// "gruppes", "barne": the linking letter stays with the first part.
int Compounds::link_cost(std::string_view part) const {
    // These always take an -s-: "forventnings-lapper" and not "forventning-slapper".
    for (const std::string_view ending : {"ing", "sjon", "het", "dom", "skap"})
        if (part.size() >= 6 && part.ends_with(ending)) return impossible;
    const int own = first_cost(part);
    if (own < impossible || part.size() < 5) return own;
    if (part.back() != 's' && part.back() != 'e') return impossible;
    const int stem = first_cost(part.substr(0, part.size() - 1));
    return stem == impossible ? impossible : stem + (part.back() == 's' ? 1 : 3);
}

int Compounds::last_cost(std::string_view part) const {
    if (holds(no_last, part)) return impossible;
    if (known(part)) return part.size() <= 4 ? 13 : 10;
    for (const std::string_view ending : endings) {
        if (!part.ends_with(ending)) continue;
        const std::string_view stem = part.substr(0, part.size() - ending.size());
        if (holds(no_last, stem)) continue;
        if (stem.size() >= 5 ? known(stem) : stem.size() == 4 && listed(stem)) return 12;
    }
    return impossible;
}

void Compounds::places(std::string_view word, std::vector<std::uint32_t>& at) const {
    if (word.size() < least_letters || word.size() > 2 * most_letters) return;
    const std::string lower = base::lower(word);
    if (lower.size() != word.size()) return;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < lower.size(); ++letters)
        if (!is_letter(base::next_code_point(lower, i))) return;
    if (letters >= least_letters && letters <= most_letters) part(lower, 0, at);
}

// The cheapest row of parts that makes up the word; a part that is long and a compound itself is parted in its turn.
void Compounds::part(std::string_view word, std::uint32_t from, std::vector<std::uint32_t>& at) const {
    struct Step {
        int cost = impossible;
        std::size_t before = 0;
    };
    std::vector<std::size_t> starts;  // of the letters, and the end
    for (std::size_t i = 0; i < word.size(); base::next_code_point(word, i)) starts.push_back(i);
    starts.push_back(word.size());
    const std::size_t letters = starts.size() - 1;
    std::vector<Step> steps(starts.size());
    steps[0].cost = 0;
    for (std::size_t end = 3; end <= letters; ++end) {
        if (end < letters && end + 3 > letters) continue;
        for (std::size_t begin = 0; begin + 3 <= end; ++begin) {
            if (steps[begin].cost >= impossible || (begin == 0 && end == letters)) continue;
            const std::string_view piece = word.substr(starts[begin], starts[end] - starts[begin]);
            const int cost = steps[begin].cost + (end == letters ? last_cost(piece) : link_cost(piece));
            if (cost < steps[end].cost) steps[end] = {cost, begin};
        }
    }
    if (steps[letters].cost >= impossible) return;
    std::vector<std::size_t> cuts;
    for (std::size_t end = letters; end > 0; end = steps[end].before) cuts.push_back(end);
    std::size_t begin = 0;
    for (std::size_t i = cuts.size(); i-- > 0; begin = cuts[i]) {
        const std::size_t end = cuts[i];
        if (begin > 0) at.push_back(from + static_cast<std::uint32_t>(starts[begin]));
        if (end - begin >= least_letters)
            part(word.substr(starts[begin], starts[end] - starts[begin]),
                 from + static_cast<std::uint32_t>(starts[begin]), at);
    }
}

}  // namespace book
