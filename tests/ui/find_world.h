// tests/ui/find_world.h: a handbook made for finding things in it, and the leaders' window with update() behind it.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "app/update.h"
#include "support/null_canvas.h"
#include "ui/windows.h"

namespace support {

inline constexpr const char* hay = "del-1/01-hoy.md";
inline constexpr const char* short_text = "del-1/02-kort.md";
inline constexpr const char* tree = "del-2/ovelser/ressurstre.md";

/// The book on disk; gone afterwards. `paragraphs`: how long the first chapter is.
class FindBook {
  public:
    explicit FindBook(int paragraphs = 60) {
        folder_ = std::filesystem::temp_directory_path() /
                  ("find-test-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
        std::filesystem::remove_all(folder_);
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
        write("nb/del-1/samlinger/samling-1.md",
              "---\nkind: session\nid: samling-1\ntitle: Start\nnumber: 1\nminutes: 30\n---\n\nInnledning.\n\n"
              "| Min | Steg | Type | Leder | Vis | Tid å hente |\n| --: | --- | --- | --- | --- | --- |\n"
              "| 10 | [Velkommen](#velkommen) | info | begge | | |\n| 20 | "
              "[Ressurstre](../../del-2/ovelser/ressurstre.md) | øvelse | fagperson | | |\n\n"
              "## Velkommen\n\nHilsen.\n\n## Ressurstre\n\nTegn.\n\n## Utstyr\n\nArk.\n\n## Hjemmeoppgave\n\nSe "
              "etter.\n\n## I reserve\n\nIngen.\n");
        write("nb/del-2/ovelser/ressurstre.md",
              "---\nkind: exercise\nid: ressurstre\ntitle: Ressurstre\ncode: E07\nminutes: 20\nform: [alene, "
              "par]\nsessions: [1]\nmaterials: [ark]\n---\n\nTreet spør om noe annet.\n\n## Mål\n\nFinne noe.\n\n"
              "## Slik gjør dere\n\n1. Tegn.\n\n## På veggen\n\nRøtter\n\n## Til kurslederne\n\nHa god tid.\n");
    }
    ~FindBook() { std::filesystem::remove_all(folder_); }
    FindBook(const FindBook&) = delete;
    FindBook& operator=(const FindBook&) = delete;

    const std::filesystem::path& folder() const { return folder_; }

  private:
    void write(const std::string& path, const std::string& text) const {
        std::filesystem::create_directories((folder_ / path).parent_path());
        std::ofstream(folder_ / path, std::ios::binary) << text;
    }

    std::filesystem::path folder_;
};

struct FindDesk {
    app::Model model;
    NullCanvas canvas;

    explicit FindDesk(const std::filesystem::path& folder, float width = 1440, float height = 900)
        : canvas(width, height) {
        const auto book = std::make_shared<book::Handbook>(book::load(folder, "nb"));
        model.handbook = book;
        model.search = std::make_shared<book::SearchIndex>(*book);
        model.place = app::Place::handbook;
        canvas.bare = true;
        canvas.draw = [this] { ui::draw_leaders(model, canvas.context); };
        canvas.settle();
    }
    /// What was said happens.
    void happen() {
        for (int i = 0; i < 8 && !canvas.actions.empty(); ++i) {
            const app::Actions said = std::move(canvas.actions);
            canvas.actions.clear();
            for (const app::Action& action : said) app::update(model, action, base::Instant{});
            canvas.settle();
        }
    }
    void act(app::Action action) {
        app::update(model, action, base::Instant{});
        canvas.settle(6);
        happen();
    }
    void open(const std::string& path, const std::string& anchor = {}) { act(app::OpenDocument{path, anchor}); }
    void command(app::Command which) {
        ui::perform(which, *canvas.state, model);
        canvas.settle();
        happen();
    }
    void type(std::string_view text) {
        canvas.type(text);
        canvas.settle(6);
        happen();
    }
    void key(ImGuiKey key, ImGuiKey with = ImGuiKey_None) {
        ImGuiIO& io = ImGui::GetIO();
        if (with != ImGuiKey_None) io.AddKeyEvent(with, true);
        canvas.key(key);
        if (with != ImGuiKey_None) io.AddKeyEvent(with, false);
        canvas.settle(8);
        happen();
    }
    ui::ReaderPage& page() const { return canvas.state->reader.pages[0]; }
    ui::ReaderFind& find() const { return page().find; }
};

}  // namespace support
