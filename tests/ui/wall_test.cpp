// The wall's scenes: letter heights, the margins of the rectangle, the thumbnail, covers, and aids that stay calm.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "support/null_canvas.h"
#include "ui/clock_text.h"
#include "ui/fonts.h"
#include "ui/wall/blocks_hash.h"
#include "ui/wall/heading_fit.h"
#include "ui/wall/wall.h"
#include "ui/wall/wall_canvas.h"

namespace {

using namespace std::chrono_literals;
using base::Milliseconds;

const base::Instant start = base::from_milliseconds(1'800'000'000'000);

book::Block paragraph(std::string text, std::uint8_t marks = 0) {
    book::Block block;
    block.spans.push_back({.text = std::move(text), .marks = marks});
    return block;
}

app::AudienceView view_of(app::Scene scene) {
    app::AudienceView view;
    view.scene = std::move(scene);
    view.footer = "Samling 1";
    return view;
}

app::TextScene text_scene(std::string picture = "lysbilde-tro.svg") {
    return {"Tro på egne krefter",
            {paragraph("Troen vokser når du får til noe lite."), paragraph("Du kan si pass.", book::mark_bold)},
            std::move(picture),
            0,
            1};
}

session::Countdown countdown(Milliseconds gone, bool running = true) {
    session::Countdown aid{.phases = {{"Tenk selv", 60s}, {"To og to", 240s}, {"Sammen", 180s}}};
    aid.clock.before = gone;
    if (running) aid.clock.since = start;
    return aid;
}

session::TalkingRound talking_round(int seats, int seat) {
    session::TalkingRound aid{.seats = seats, .each = 90s, .seat = seat};
    aid.clock.before = 20s;
    return aid;
}

session::Scale scale(bool counts_shown) {
    session::Scale aid{
        .question = "Hvor nyttig var dagens samling for deg?", .low = "Ikke nyttig", .high = "Svært nyttig"};
    aid.hands = {0, 0, 1, 0, 2, 0, 1, 4, 3, 0, 1};
    aid.marker = 7;
    aid.counts_shown = counts_shown;
    return aid;
}

session::Breathing breathing(Milliseconds gone) {
    session::Breathing aid;
    aid.clock.before = gone;
    aid.clock.since = start;
    return aid;
}

std::vector<app::AudienceView> all_scenes() {
    app::TextScene long_text = text_scene();
    for (int i = 0; i < 5; ++i)
        long_text.blocks.push_back(
            paragraph("Vi kan ikke alltid ta bort steinene, men vi kan legge mer i den andre skåla."));
    app::TextScene list = text_scene("");
    list.pages = 3;
    list.blocks.emplace_back();
    list.blocks.back().type = book::BlockType::list;
    for (const char* item : {"Bli kjent", "Lage regler sammen"}) {
        list.blocks.back().children.emplace_back();
        list.blocks.back().children.back().type = book::BlockType::item;
        list.blocks.back().children.back().children.push_back(paragraph(item));
    }
    return {
        view_of(app::EmptyScene{}),
        view_of(text_scene()),
        view_of(long_text),
        view_of(list),
        view_of(app::TextScene{"Belastning og ressurser i vektskål på mestringshistoriefortellingen", {}, "", 0, 1}),
        view_of(app::BreakScene{"Pause", {11, 32}, start + 18min, "pause.svg"}),
        view_of(app::BreakScene{"Pause", {11, 32}, start, ""}),
        view_of(app::StartScene{"Samling 1: Bli kjent og bli trygg", {10, 0}, "start.svg"}),
        view_of(app::AidScene{"Tenk–par–del", countdown(90s), ""}),
        view_of(app::AidScene{"Tenk–par–del", countdown(60min), ""}),
        view_of(app::AidScene{"Nedtelling", session::Countdown{.phases = {{"", 15min}}}, ""}),
        view_of(app::AidScene{"Nedtelling", session::Countdown{}, ""}),
        view_of(app::AidScene{"Presentasjon med gjenstand", talking_round(12, 2), ""}),
        view_of(app::AidScene{"Presentasjon med gjenstand", talking_round(40, 39), ""}),
        view_of(app::AidScene{"Innsjekkrunde", talking_round(11, 11), ""}),
        view_of(app::AidScene{"Innsjekkrunde", talking_round(1, 0), ""}),
        view_of(app::AidScene{"Samlingens temperatur", scale(false), ""}),
        view_of(app::AidScene{"Samlingens temperatur", scale(true), ""}),
        view_of(app::AidScene{"Åndedrettsanker", breathing(3900ms), ""}),
        view_of(app::AidScene{"Åndedrettsanker", session::Breathing{}, ""})};
}

/// Draws the view into a rectangle of a window that is larger than it, and keeps what was drawn.
struct Wall {
    support::NullCanvas canvas;
    app::AudienceView view;
    ImVec2 min, max;
    std::vector<ImDrawVert> drawn;
    std::set<float> sizes;  ///< of the text drawn and measured, in ems
    bool cursor_moved = false;

    Wall(app::AudienceView shown, float width, float height, ImVec2 at = {16, 8})
        : canvas(width + 64, height + 64), view(std::move(shown)), min(at), max{at.x + width, at.y + height} {
        canvas.context.now = start;
        canvas.draw = [this] {
            ImDrawList& list = *ImGui::GetWindowDrawList();
            const ImVec2 cursor = ImGui::GetCursorScreenPos();
            std::set<const ImFontBaked*> before;
            auto& pool = ImGui::GetIO().Fonts->Builder->BakedPool;
            for (int i = 0; i < pool.Size; ++i) before.insert(&pool[i]);
            const int first = list.VtxBuffer.Size;
            ui::draw_wall_scene(view, canvas.context, list, min, max);
            drawn.assign(list.VtxBuffer.begin() + first, list.VtxBuffer.end());
            const float em = ui::imgui_size(book::Face::regular, 1);
            for (int i = 0; i < pool.Size; ++i)
                if (!before.contains(&pool[i])) sizes.insert(pool[i].Size / em);
            const ImVec2 after = ImGui::GetCursorScreenPos();
            cursor_moved = after.x != cursor.x || after.y != cursor.y;
        };
        // The second frame has all glyphs from the start, so one texture serves it all.
        frame();
        frame();
    }
    void frame() {
        canvas.frame();
        // ImGui wants the id of a texture that is gone to be gone too.
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
            if (texture->Status == ImTextureStatus_Destroyed) texture->SetTexID(ImTextureID_Invalid);
    }
    const ui::LayoutCache& layouts() const { return canvas.state->layouts; }
};

/// Boxes of the letters: four vertices of one box that show a part of the font's texture.
std::vector<ImVec4> letters(const Wall& wall) {
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    std::vector<ImVec4> found;
    for (std::size_t i = 0; i + 3 < wall.drawn.size();) {
        const ImDrawVert* v = &wall.drawn[i];
        const bool box = v[0].pos.y == v[1].pos.y && v[1].pos.x == v[2].pos.x && v[2].pos.y == v[3].pos.y &&
                         v[3].pos.x == v[0].pos.x;
        const bool font =
            v[0].uv.x != white.x && v[2].uv.x > v[0].uv.x && v[2].uv.y > v[0].uv.y && v[1].uv.y == v[0].uv.y;
        const bool picture = v[0].col == IM_COL32_WHITE;  // no ink of the wall is pure white
        if (box && font && !picture) {
            found.push_back({v[0].pos.x, v[0].pos.y, v[2].pos.x, v[2].pos.y});
            i += 4;
        } else {
            ++i;
        }
    }
    return found;
}

bool same(const std::vector<ImDrawVert>& a, const std::vector<ImDrawVert>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ImDrawVert& x, const ImDrawVert& y) {
        return x.pos.x == y.pos.x && x.pos.y == y.pos.y && x.uv.x == y.uv.x && x.uv.y == y.uv.y && x.col == y.col;
    });
}

}  // namespace

TEST_CASE("capitals on the wall are at least 4 % of its height, in title and text, on every projector") {
    const auto [width, height] = GENERATE(std::pair(1024.0f, 768.0f), std::pair(1280.0f, 720.0f),
                                          std::pair(1920.0f, 1080.0f), std::pair(3840.0f, 2160.0f));
    const std::string picture = GENERATE("lysbilde-tro.svg", "");
    app::AudienceView view = view_of(
        app::TextScene{"HHH HHHH", {paragraph("HHHHH HHH HHH"), paragraph("HHH", book::mark_bold)}, picture, 0, 1});
    view.footer.clear();
    const Wall wall(view, width, height);
    const auto boxes = letters(wall);
    REQUIRE(boxes.size() == 7 + 11 + 3);
    for (const ImVec4& box : boxes) CHECK(box.w - box.y >= 0.04f * height);
}

TEST_CASE("the footer's capitals are at least 3 % of the wall") {
    app::AudienceView view = view_of(app::EmptyScene{});
    view.footer = "HHH";
    const Wall wall(view, 1280, 720);
    const auto boxes = letters(wall);
    REQUIRE(boxes.size() == 3);
    for (const ImVec4& box : boxes) CHECK(box.w - box.y >= 0.03f * 720);
}

TEST_CASE("no scene but one that is far too long sets text smaller than 4 % capitals") {
    for (app::AudienceView view : all_scenes()) {
        view.footer.clear();
        const Wall wall(view, 1280, 720);
        const auto* text = std::get_if<app::TextScene>(&view.scene);
        const auto* aid = std::get_if<app::AidScene>(&view.scene);
        const bool too_long = text != nullptr && text->blocks.size() > 5;
        const bool crowded = aid != nullptr && std::holds_alternative<session::TalkingRound>(aid->aid) &&
                             std::get<session::TalkingRound>(aid->aid).seats > 12;
        const float least = too_long || crowded ? 0.03f : 0.04f;
        INFO(view.scene.index() << (text ? text->title : aid ? aid->title : ""));
        for (const float size : wall.sizes) CHECK(size * ui::wall_type::capitals >= least * 720 - 0.5f);
    }
}

TEST_CASE("every scene stays inside its rectangle, makes no items, and is the same picture twice") {
    const auto [width, height] = GENERATE(std::pair(1024.0f, 768.0f), std::pair(1280.0f, 720.0f),
                                          std::pair(320.0f, 180.0f), std::pair(1280.0f, 400.0f));
    const bool light = GENERATE(false, true);
    for (app::AudienceView view : all_scenes()) {
        view.light = light;
        Wall wall(view, width, height);
        INFO("scene " << view.scene.index() << " at " << width);
        REQUIRE(wall.drawn.size() >= 4);
        for (const ImDrawVert& vertex : wall.drawn) {
            REQUIRE(vertex.pos.x >= wall.min.x - 0.01f);
            REQUIRE(vertex.pos.y >= wall.min.y - 0.01f);
            REQUIRE(vertex.pos.x <= wall.max.x + 0.01f);
            REQUIRE(vertex.pos.y <= wall.max.y + 0.01f);
        }
        CHECK_FALSE(wall.cursor_moved);
        const ui::Palette& palette = light ? ui::wall_light() : ui::wall_dark();
        CHECK(wall.drawn.front().col == palette.ground);
        wall.frame();
        const auto once = wall.drawn;
        wall.frame();
        CHECK(same(once, wall.drawn));
    }
}

TEST_CASE("letters keep to the safe margin") {
    for (const app::AudienceView& view : all_scenes()) {
        const Wall wall(view, 1280, 720);
        for (const ImVec4& box : letters(wall)) {
            CHECK(box.x >= wall.min.x + 1280 * 0.066f - 12);  // a large digit's edge is pulled out to line up
            CHECK(box.z <= wall.max.x - 24);
            CHECK(box.y >= wall.min.y + 24);
            CHECK(box.w <= wall.max.y - 24);
        }
    }
}

TEST_CASE("the thumbnail is the wall: the same lines at the same places") {
    app::TextScene scene = text_scene();
    scene.blocks.push_back(paragraph("Vi kan ikke alltid ta bort steinene. Vi kan legge mer i den andre skåla."));
    const Wall wall(view_of(scene), 1280, 720, {0, 0});
    const auto large = letters(wall);
    const Wall thumbnail(view_of(scene), 320, 180, {0, 0});
    const auto small = letters(thumbnail);
    REQUIRE(large.size() > 80);
    REQUIRE(small.size() == large.size());
    for (std::size_t i = 0; i < large.size(); ++i) {
        CHECK(std::abs(small[i].x - large[i].x / 4) <= 1.75f);  // whole pixels on both sides
        CHECK(std::abs(small[i].w - large[i].w / 4) <= 1.5f);
    }
}

TEST_CASE("an unchanged frame typesets nothing, and neither does a wall of another size") {
    for (const app::AudienceView& view : all_scenes()) {
        Wall wall(view, 1280, 720);
        const auto made = wall.layouts().made();
        wall.frame();
        CHECK(wall.layouts().made() == made);
        wall.max = {wall.min.x + 640, wall.min.y + 360};
        wall.frame();
        CHECK(wall.layouts().made() == made);
    }
}

TEST_CASE("two walls side by side keep their layouts, whatever they show") {
    const auto scenes = all_scenes();
    for (std::size_t i = 0; i + 1 < scenes.size(); ++i) {
        Wall now(scenes[i], 640, 360);
        now.canvas.draw = [&] {
            ui::draw_wall_scene(scenes[i], now.canvas.context, *ImGui::GetWindowDrawList(), {0, 0}, {320, 180});
            ui::draw_wall_scene(scenes[i + 1], now.canvas.context, *ImGui::GetWindowDrawList(), {330, 0}, {550, 124});
        };
        now.frame();
        const auto made = now.layouts().made();
        now.frame();
        CHECK(now.layouts().made() == made);
    }
}

TEST_CASE("black and white are one plain rectangle, and the calm picture has no words") {
    app::AudienceView view = view_of(text_scene());
    view.cover = session::Cover::black;
    const Wall black(view, 1280, 720);
    REQUIRE(black.drawn.size() == 4);
    for (const ImDrawVert& vertex : black.drawn) CHECK(vertex.col == IM_COL32_BLACK);
    CHECK(black.drawn[2].pos.x == black.max.x);
    CHECK(black.drawn[2].pos.y == black.max.y);

    view.cover = session::Cover::white;
    view.light = true;
    const Wall white(view, 1280, 720);
    REQUIRE(white.drawn.size() == 4);
    for (const ImDrawVert& vertex : white.drawn) CHECK(vertex.col == IM_COL32_WHITE);

    view.cover = session::Cover::calm;
    const Wall calm(view, 1280, 720);
    CHECK(calm.drawn.size() == 8);  // the ground and one picture
    CHECK(calm.layouts().made() == 0);
}

TEST_CASE("a picture leaves room for the text, less on a 4:3 wall, and its lack gives the text the whole wall") {
    const auto right_edge = [](const Wall& wall) {
        float right = 0;
        for (const ImVec4& box : letters(wall)) right = std::max(right, box.z - wall.min.x);
        return right;
    };
    app::TextScene scene{
        "HH",
        {paragraph("Hva gjør at det ikke er verre, og hva er ett lite trinn i riktig retning for deg?")},
        "ro.svg",
        0,
        1};
    const Wall wide(view_of(scene), 1280, 720);
    CHECK(right_edge(wide) <= 1280 * 0.60f);
    const Wall narrow(view_of(scene), 1024, 768);
    CHECK(right_edge(narrow) <= 1024 * 0.66f);
    scene.picture.clear();
    const Wall alone(view_of(scene), 1280, 720);
    CHECK(right_edge(alone) > 1280 * 0.62f);
    CHECK(right_edge(alone) <= 1280 * 0.934f);
}

TEST_CASE("hands that are hidden leave no trace on the wall") {
    session::Scale counted = scale(false);
    const Wall hidden(view_of(app::AidScene{"Skala", counted, ""}), 1280, 720);
    counted.hands = {};
    const Wall empty(view_of(app::AidScene{"Skala", counted, ""}), 1280, 720);
    CHECK(same(hidden.drawn, empty.drawn));
    const Wall shown(view_of(app::AidScene{"Skala", scale(true), ""}), 1280, 720);
    CHECK(shown.drawn.size() > hidden.drawn.size());
}

TEST_CASE("with reduced motion the breathing aid stands still within a breath and changes only at its turns") {
    app::AudienceView view = view_of(app::AidScene{"Åndedrettsanker", breathing(500ms), ""});
    view.reduced_motion = true;
    Wall wall(view, 1280, 720);
    wall.frame();
    const auto first = wall.drawn;
    wall.canvas.context.now = start + 3s;
    wall.frame();
    CHECK(same(first, wall.drawn));
    wall.canvas.context.now = start + 4s;
    wall.frame();
    CHECK_FALSE(same(first, wall.drawn));
}

TEST_CASE("with reduced motion the body scan's light stands still within an area and changes only with it") {
    const bool reduced = GENERATE(true, false);
    session::BodyScan scan{.areas = {"Føttene", "Magen", "Skuldrene"}, .each = 40s};
    scan.clock = {.before = 77s, .since = start};  // the light of the second area is about to go
    app::AudienceView view = view_of(app::AidScene{"Kroppsskanning", scan, ""});
    view.reduced_motion = reduced;
    Wall wall(view, 1280, 720);
    const auto first = wall.drawn;
    wall.canvas.context.now = start + 2s;
    wall.frame();
    CHECK(same(first, wall.drawn) == reduced);
    wall.canvas.context.now = start + 4s;
    wall.frame();
    CHECK_FALSE(same(first, wall.drawn));
}

TEST_CASE("the breathing circle grows smoothly: no edge moves more than two pixels between two frames") {
    Wall wall(view_of(app::AidScene{"HHH", breathing(0ms), ""}), 1280, 720);
    const auto reach = [&](Milliseconds at) {
        wall.canvas.context.now = start + at;
        wall.frame();
        // The halo is what lies furthest left of the disc's colour.
        float left = wall.max.x;
        for (const ImDrawVert& vertex : wall.drawn)
            if (vertex.col == ui::wall_dark().primary_soft) left = std::min(left, vertex.pos.x);
        return left;
    };
    float before = reach(0ms);
    float moved = 0;
    for (Milliseconds at = 16ms; at < 12s; at += 16ms) {
        const float now = reach(at);
        REQUIRE(std::abs(now - before) <= 2);
        moved += std::abs(now - before);
        before = now;
    }
    CHECK(moved > 150);
}

TEST_CASE("a countdown that is over stands still") {
    Wall wall(view_of(app::AidScene{"Tenk–par–del", countdown(20min), ""}), 1280, 720);
    wall.frame();
    const auto first = wall.drawn;
    wall.canvas.context.now = start + 5min;
    wall.frame();
    CHECK(same(first, wall.drawn));
}

TEST_CASE("a clock that goes moves no digit sideways") {
    Wall wall(view_of(app::AidScene{"", session::Countdown{.phases = {{"", 11min + 11s}}}, ""}), 1280, 720);
    wall.view.footer.clear();
    std::get<session::Countdown>(std::get<app::AidScene>(wall.view.scene).aid).clock.since = start;
    const auto middles = [&](Milliseconds at) {
        wall.canvas.context.now = start + at;
        wall.frame();
        std::vector<float> found;
        for (const ImVec4& box : letters(wall)) found.push_back((box.x + box.z) / 2);
        return found;
    };
    const auto ones = middles(0s);      // 11:11
    const auto eights = middles(143s);  // 08:48 without the zero, so compare the last three
    REQUIRE(ones.size() == 5);
    REQUIRE(eights.size() == 4);
    const auto nines = middles(71s);  // 10:00
    REQUIRE(nines.size() == 5);
    for (std::size_t i = 0; i < 5; ++i)
        CHECK(std::abs(ones[i] - nines[i]) < 12);  // a "1" is not centred in its own box
}

TEST_CASE("the break tells the minutes until it is over, and then says so once") {
    app::BreakScene scene{"Pause", {11, 32}, start + 90s, "pause.svg"};
    const Wall two(view_of(scene), 1280, 720);
    scene.ends = start + 30s;
    const Wall one(view_of(scene), 1280, 720);
    CHECK(letters(two).size() > letters(one).size());  // "minutter", "minutt"
    scene.ends = start;
    Wall over(view_of(scene), 1280, 720);
    over.frame();
    const auto first = over.drawn;
    over.canvas.context.now = start + 10min;
    over.frame();
    CHECK(same(first, over.drawn));
}

TEST_CASE("a clock shows whole seconds, and what is left of one counts") {
    CHECK(ui::clock_text(14min + 20s) == "14:20");
    CHECK(ui::clock_text(14min + 19s + 1ms) == "14:20");
    CHECK(ui::clock_text(1ms) == "0:01");
    CHECK(ui::clock_text(0ms) == "0:00");
    CHECK(ui::clock_text(-999ms) == "0:00");
    CHECK(ui::clock_text(-(2min + 5s)) == "−2:05");
    CHECK(ui::clock_text(65min) == "1:05:00");
    CHECK(ui::clock_text(-65min) == "−1:05:00");
    CHECK(ui::minutes_left(19min + 1ms) == 20);
    CHECK(ui::minutes_left(1ms) == 1);
    CHECK(ui::minutes_left(0ms) == 0);
    CHECK(ui::minutes_left(-1min) == 0);
}

TEST_CASE("a heading is as large as its longest word allows, and its lines are about equally long") {
    constexpr float sizes[] = {76, 60, 40};
    const std::vector<float> one{5};
    CHECK(ui::fit_heading(ui::WordWidths{one, 0.3f}, 400, sizes, 2).size == 76);
    CHECK(ui::fit_heading(ui::WordWidths{one, 0.3f}, 310, sizes, 2).size == 60);
    CHECK(ui::fit_heading(ui::WordWidths{one, 0.3f}, 100, sizes, 2).size ==
          40);  // too long whatever the size: never below the least
    CHECK(ui::fit_heading(ui::WordWidths{one, 0.3f}, 100, sizes, 2).width == 100);

    const std::vector<float> four{3, 3, 3, 1};
    const ui::HeadingFit fit = ui::fit_heading(ui::WordWidths{four, 0.3f}, 750, sizes, 2);
    CHECK(fit.lines == 2);
    CHECK(fit.width < 600);  // 3 3 / 3 1 instead of 3 3 3 / 1
    CHECK(ui::fit_heading(ui::WordWidths{{}, 0.3f}, 500, sizes, 2).size == 76);
}

TEST_CASE("the hash of a text changes with its words, their setting and their nesting") {
    const std::vector<book::Block> plain{paragraph("pass")};
    CHECK(ui::blocks_hash(plain) == ui::blocks_hash({paragraph("pass")}));
    CHECK(ui::blocks_hash(plain) != ui::blocks_hash({paragraph("Pass")}));
    CHECK(ui::blocks_hash(plain) != ui::blocks_hash({paragraph("pass", book::mark_bold)}));
    book::Block nested;
    nested.type = book::BlockType::quote;
    nested.children = plain;
    CHECK(ui::blocks_hash(plain) != ui::blocks_hash({nested}));
    CHECK(ui::blocks_hash({paragraph("a"), paragraph("b")}) != ui::blocks_hash({paragraph("b"), paragraph("a")}));
}
