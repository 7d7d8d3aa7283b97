#include "book/compounds.h"

#include <catch2/catch_test_macros.hpp>

#include "support.h"

namespace {

const book::Compounds& ours() {
    static const book::Compounds compounds(book::load(HANDBOOK, "nb"));
    return compounds;
}

std::string parted(const book::Parting& parting, std::string word) {
    std::vector<std::uint32_t> at;
    parting.places(word, at);
    for (std::size_t i = at.size(); i-- > 0;) word.insert(at[i], "|");
    return word;
}

book::Handbook handbook_of(std::string_view text) {
    book::Handbook handbook;
    handbook.documents.emplace_back().blocks = support::blocks(text);
    return handbook;
}

}  // namespace

TEST_CASE("compounds of the handbook are parted where its reader would part them") {
    for (const char* word : {
             "bruker|organisasjonene",
             "bruker|representant",
             "bruker|representanten",
             "bruker|representantens",
             "bruker|rettighets|loven",
             "samfunns|planleggingen",
             "forsknings|oversikter",
             "omsorgs|tjeneste|loven",
             "oppfølgings|samlingen",
             "forventnings|øvelsen",
             "forventnings|lapper",
             "helgelands|sykehuset",
             "kompetanse|tjenesten",
             "mestrings|strategier",
             "mestrings|historien",
             "mestrings|verktøy",
             "mestrings|tilbud",
             "mestrings|treff",
             "mestrings|kurs",
             "mestrings|tro",
             "diagnose|uavhengig",
             "frisklivs|sentralen",
             "frivillig|sentralen",
             "avslutnings|runden",
             "bruker|medvirkning",
             "bruker|erfaring",
             "erfarings|kunnskap",
             "erfarings|inn|legg",
             "forbedrings|praten",
             "helse|opplysninger",
             "helse|utfordringer",
             "helse|personell",
             "parkerings|plassen",
             "person|vern|ombudet",
             "relasjons|modellen",
             "samtale|verktøyene",
             "selv|hjelps|grupper",
             "taushets|erklæring",
             "taushets|plikten",
             "virksomhets|planen",
             "økonomi|avdelingen",
             "energi|regnskapet",
             "gjelds|rådgivning",
             "overgangs|alderen",
             "påmeldings|lappen",
             "sikkerhets|kopier",
             "tilbake|meldingen",
             "trenings|grupper",
             "arbeids|delingen",
             "arbeids|måten",
             "enkelt|mennesker",
             "gruppe|størrelse",
             "gruppe|prosess",
             "gruppe|regler",
             "hjelpe|telefonen",
             "hverdags|balanse",
             "kvalitets|arbeid",
             "nettverks|kartet",
             "overgreps|linjen",
             "pårørende|tilbud",
             "telefon|nummeret",
             "fram|gangs|måten",
             "følelses|rettet",
             "kurs|deltakerne",
             "kurs|lederne",
             "røyke|slutt|kurs",
             "verdi|kompasset",
             "bekymrings|tid",
             "hjemme|oppgave",
             "kaffe|maskinen",
             "puste|øvelsen",
             "puste|stopp",
             "reserve|lappen",
             "retnings|linja",
             "storm|varselet",
             "terapi|gruppe",
             "felles|kartet",
             "livs|kvalitet",
             "gjennom|fører",
             "tanke|fellene",
             "språk|trening",
             "vekker|klokke",
             "utgangs|punkt",
             "hjelpe|middel",
             "latter|utbrudd",
             "fag|litteraturen",
             "lytte|øvelsen",
             "søvn|sjekken",
         }) {
        std::string whole = word;
        std::erase(whole, '|');
        CHECK(parted(ours(), whole) == word);
    }
}

TEST_CASE("a word that is no compound is never parted, however many words seem to stand in it") {
    for (const char* word :
         {"mestringen",    "organisasjonen", "representanter", "presentasjonen",  "behandlingen",   "bekymringene",
          "forandringene", "sykdommens",     "fortrolige",     "oppmerksomheten", "samvittigheten", "konsentrasjon",
          "kommunikasjon", "vanskeligste",   "forventninger",  "overraskelsen",   "undersøkelser",  "statistikken",
          "temperaturen",  "laboratorium",   "universitetet",  "argumenterer",    "begynnelsene",   "ferdighetene",
          "forutsetning",  "motstridende",   "provoserende",   "perspektiver",    "eksistensielle", "rehabilitering",
          "deltakernes",   "takknemlighet",  "nysgjerrighet",  "avslutningen",    "undervisning",   "forfatterne"})
        CHECK(parted(ours(), word) == word);
}

TEST_CASE("places are whole letters with at least three on either side, and capitals make no difference") {
    CHECK(parted(ours(), "Brukerrepresentanten") == "Bruker|representanten");
    CHECK(parted(ours(), "PÅMELDINGSLAPPEN") == "PÅMELDINGS|LAPPEN");
    for (const char* word : {"", "kurs", "gruppe", "mestrings-kurs", "tre2leddede3", "kurs kurs kurs",
                             "\xFF\xFE"
                             "aaaaaaaaaaaaa",
                             "İİİİİİİİİİİİ", "ÅÅÅÅÅÅÅÅÅÅÅÅÅÅ"})
        CHECK(parted(ours(), word) == word);
    CHECK(parted(ours(), std::string(100'000, 'a')) == std::string(100'000, 'a'));
    for (const book::Document& document : book::load(HANDBOOK, "nb").documents) {
        const std::string text = base::lower(book::plain_text(document.blocks));
        std::vector<std::uint32_t> at;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \n.,:;", begin), text.size());
            const std::string_view word = std::string_view(text).substr(begin, end - begin);
            at.clear();
            ours().places(word, at);
            std::uint32_t last = 0;
            bool good = true;
            for (const std::uint32_t place : at) {
                good = good && place >= last + 3 && place + 3 <= word.size();
                good = good && (static_cast<unsigned char>(word[place]) & 0xC0) != 0x80;
                last = place;
            }
            CHECK(good);
            begin = end + 1;
        }
    }
}

TEST_CASE("what may be parted is learnt from the handbook's own words") {
    const std::string word = "kaninhopping";
    CHECK(parted(book::Compounds(), word) == word);
    const std::string text = "Vi har en kanin. Kanin, kanin og kanin. Hopping er en øvelse, og hopping er fint.";
    CHECK(parted(book::Compounds(handbook_of(text)), word) == "kanin|hopping");
    CHECK(parted(book::Compounds(), "mestringskurs") == "mestrings|kurs");
}
