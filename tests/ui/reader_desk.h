// tests/ui/reader_desk.h: the leaders' window on a canvas, a handbook open in it, and update() behind it: what the
// window says is done, and the next frame shows what came of it.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "app/update.h"
#include "base/temp_folder.h"
#include "support/null_canvas.h"
#include "ui/windows.h"

namespace support {

/// A meeting of two steps, the second of them the exercise "Ressurstre".
inline constexpr const char* small_meeting =
    "---\nkind: session\nid: samling-1\ntitle: Start\nnumber: 1\nminutes: 30\n---\n\nInnledning.\n\n"
    "| Min | Steg | Type | Leder | Vis | Tid å hente |\n| --: | --- | --- | --- | --- | --- |\n"
    "| 10 | [Velkommen](#velkommen) | info | begge | | |\n| 20 | "
    "[Ressurstre](../../del-2/ovelser/ressurstre.md) | øvelse | fagperson | | |\n\n"
    "## Velkommen\n\nHilsen.\n\n## Ressurstre\n\nTegn.\n\n## Utstyr\n\nArk.\n\n## Hjemmeoppgave\n\nSe "
    "etter.\n\n## I reserve\n\nIngen.\n";

struct ReaderDesk {
    app::Model model;
    NullCanvas canvas;

    /// No handbook has come yet.
    explicit ReaderDesk(float width = 1440, float height = 900) : canvas(width, height) { start(); }
    explicit ReaderDesk(const std::filesystem::path& folder, float width = 1440, float height = 900)
        : canvas(width, height) {
        load(folder);
        start();
    }
    explicit ReaderDesk(std::shared_ptr<const book::Handbook> book, float width = 1440, float height = 900)
        : canvas(width, height) {
        load(std::move(book));
        start();
    }

    /// The handbook, or the handbook as it is now; no frame is drawn.
    void load(const std::filesystem::path& folder) {
        load(std::make_shared<const book::Handbook>(book::load(folder, "nb")));
    }
    void load(std::shared_ptr<const book::Handbook> book) {
        const auto search = std::make_shared<const book::SearchIndex>(*book);
        app::update(model, app::HandbookLoaded{std::move(book), search}, base::Instant{});
    }
    /// What was said happens, and what is said because of it.
    void happen() {
        for (int i = 0; i < 8 && !canvas.actions.empty(); ++i) {
            const app::Actions said = std::exchange(canvas.actions, {});
            for (const app::Action& action : said) app::update(model, action, base::Instant{});
            canvas.settle();
        }
    }
    /// Frames until nothing moves, and what was said in them.
    void settle() {
        canvas.settle(8);
        happen();
    }
    void act(const app::Action& action) {
        app::update(model, action, base::Instant{});
        settle();
    }
    void open(const std::string& path, const std::string& anchor = {}) { act(app::OpenDocument{path, anchor}); }
    /// With a key held down, if any.
    void press(const std::string& id, ImGuiKey with = ImGuiKey_None) {
        hold(with, true);
        canvas.click(id);
        hold(with, false);
        settle();
    }
    void key(ImGuiKey key, ImGuiKey with = ImGuiKey_None) {
        hold(with, true);
        canvas.key(key);
        hold(with, false);
        settle();
    }
    void type(std::string_view text) {
        canvas.type(text);
        settle();
    }
    void command(app::Command command) {
        if (const auto action = app::action_of(command, model)) {
            act(*action);
            return;
        }
        ui::perform(command, *canvas.state, model);
        settle();
    }
    ui::ReaderState& reader() const { return canvas.state->reader; }
    /// 0: the text that is read; 1: the one beside it.
    ui::ReaderPage& page(int side = 0) const { return reader().pages[side]; }

  private:
    static void hold(ImGuiKey key, bool down) {
        if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down);
    }
    void start() {
        model.place = app::Place::handbook;
        canvas.bare = true;
        canvas.draw = [this] { ui::draw_leaders(model, canvas.context); };
        canvas.settle();
    }
};

/// Everything that can be pressed or read stands within the window.
inline void check_inside(ReaderDesk& desk, float width, float height) {
    desk.canvas.frame();
    for (const ui::Item& item : desk.canvas.index.items()) {
        INFO(item.id << " " << item.label);
        CHECK(item.max.x <= width + 0.5f);
        CHECK(item.max.y <= height + 0.5f);
    }
}

}  // namespace support
