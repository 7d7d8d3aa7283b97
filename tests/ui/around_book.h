// tests/ui/around_book.h: a handbook with a long and a short chapter, a meeting and an exercise, to get around in.
#pragma once

#include <string>

#include "reader_desk.h"

namespace support::around {

inline constexpr const char* chapter = "del-1/01-lang.md";
inline constexpr const char* meeting = "del-1/samlinger/samling-1.md";
inline constexpr const char* exercise = "del-2/ovelser/ressurstre.md";
inline constexpr const char* theory = "del-3/01-teori.md";

/// The book on disk.
struct Book : TempFolder {
    Book() {
        write("programme.yaml",
              "id: prove\ntitle: Prøve\nedition: \"1\"\nlanguages: [nb]\n"
              "parts:\n  - {number: 1, folder: del-1, title: Planlegge}\n  - {number: 2, folder: del-2, title: "
              "Verktøy}\n  - {number: 3, folder: del-3, title: Teori}\n"
              "groups:\n  - {folder: del-1/samlinger, title: Samlingene}\n  - {folder: del-2/ovelser, title: Øvelser}\n"
              "sessions:\n  - {number: 1, title: Start, minutes: 30, document: del-1/samlinger/samling-1.md}\n"
              "group: {min: 6, max: 14, advised_min: 8, advised_max: 12, intake: closed}\n");
        std::string text =
            "---\nkind: chapter\nid: lang\ntitle: Det lange kapitlet\npart: 1\norder: 1\n---\n\n"
            "Les om [ressurstreet](../del-2/ovelser/ressurstre.md).[^a] Se [nettet](https://example.org).\n\n";
        for (int section = 1; section <= 4; ++section) {
            text += "## Avsnitt " + std::to_string(section) + "\n\n";
            for (int i = 0; i < 20; ++i)
                text += "Her står setning nummer " + std::to_string(i) +
                        " med nok ord til å fylle et par linjer på en vanlig side i håndboka.\n\n";
        }
        text += "[^a]: En fotnote om treet.\n";
        write("nb/del-1/01-lang.md", text);
        write("nb/del-1/samlinger/samling-1.md", small_meeting);
        write("nb/del-2/ovelser/ressurstre.md",
              "---\nkind: exercise\nid: ressurstre\ntitle: Ressurstre\ncode: E07\nminutes: 20\nform: [alene]\n"
              "sessions: [1]\nmaterials: [ark]\n---\n\nTreet, og [lenger ned](#slik-gjør-dere).\n\n## Mål\n\nFinne "
              "noe.\n\n## Slik gjør dere\n\n1. Tegn.\n\n## På veggen\n\nRøtter\n\n## Til kurslederne\n\nHa god "
              "tid.[^b] Les [teorien](../../del-3/01-teori.md).\n\n[^b]: Fotnoten til øvelsen.\n");
        write("nb/del-3/01-teori.md",
              "---\nkind: chapter\nid: teori\ntitle: Mestring og stress\npart: 3\norder: 1\n---\n\nKort tekst om "
              "mestring.\n");
    }
};

/// It, open at the long chapter.
struct Desk : ReaderDesk {
    explicit Desk(const Book& book, float width = 1440, float height = 900) : ReaderDesk(book.path, width, height) {
        open(chapter);
    }
};

}  // namespace support::around
