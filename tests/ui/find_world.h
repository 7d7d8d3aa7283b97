// tests/ui/find_world.h: a handbook made for finding things in it, and the leaders' window with update() behind it.
#pragma once

#include <string>

#include "reader_desk.h"

namespace support {

inline constexpr const char* hay = "del-1/01-hoy.md";
inline constexpr const char* short_text = "del-1/02-kort.md";
inline constexpr const char* tree = "del-2/ovelser/ressurstre.md";

/// The book on disk. `paragraphs`: how long the first chapter is.
struct FindBook : TempFolder {
    explicit FindBook(int paragraphs = 60) {
        write(
            "programme.yaml",
            "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
            "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n  - {number: 2, folder: del-2, title: Verktøy}\n"
            "groups:\n  - {folder: del-1/samlinger, title: Samlingene}\n  - {folder: del-2/ovelser, title: Øvelser}\n"
            "sessions:\n  - {number: 1, title: Start, minutes: 30, document: del-1/samlinger/samling-1.md, picture: "
            "samling-1.svg}\n"
            "group: {min: 6, max: 14, advised_min: 8, advised_max: 12, intake: closed}\n");
        std::string chapter =
            "---\nkind: chapter\nid: hoy\ntitle: Høystakken\npart: 1\norder: 1\n---\n\n"
            "Den første **nåla** ligger her.\n\n";
        for (int i = 0; i < paragraphs; ++i)
            chapter += "Avsnitt nummer " + std::to_string(i) +
                       " med nok ord til å fylle et par linjer på en vanlig side i håndboka, og så litt til.\n\n";
        chapter += "## Langt nede\n\nDen andre nåla.\n\n";
        std::string wide = "|", rule = "|", cells = "|";
        for (int i = 0; i < 14; ++i) {
            wide += " Kolonneoverskriftnummer" + std::to_string(i) + " |";
            rule += " --- |";
            cells += i == 13 ? " tredje nåla |" : " verdi |";
        }
        chapter += wide + "\n" + rule + "\n" + cells + "\n\n";
        for (int i = 0; i < 30; ++i) chapter += "Sluttavsnitt " + std::to_string(i) + " som også har noe å si.\n\n";
        write("nb/del-1/01-hoy.md", chapter);
        write("nb/del-1/02-kort.md",
              "---\nkind: chapter\nid: kort\ntitle: Grupperegler\npart: 1\norder: 2\n---\n\n"
              "Også her er ei nål.\n");
        write("nb/del-1/samlinger/samling-1.md", small_meeting);
        write("nb/del-2/ovelser/ressurstre.md",
              "---\nkind: exercise\nid: ressurstre\ntitle: Ressurstre\ncode: E07\nminutes: 20\nform: [alene, "
              "par]\nsessions: [1]\nmaterials: [ark]\n---\n\nTreet spør om noe annet.\n\n## Mål\n\nFinne noe.\n\n"
              "## Slik gjør dere\n\n1. Tegn.\n\n## På veggen\n\nRøtter\n\n## Til kurslederne\n\nHa god tid.\n");
    }
};

struct FindDesk : ReaderDesk {
    using ReaderDesk::ReaderDesk;

    ui::ReaderFind& find() const { return page().find; }
};

}  // namespace support
