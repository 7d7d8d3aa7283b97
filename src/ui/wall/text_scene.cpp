#include <algorithm>
#include <iterator>
#include <vector>

#include "ui/wall/last_words.h"
#include "ui/wall/scenes.h"

namespace ui {
namespace {

/// One way of setting the text. Tried in order: room is taken from the picture before it is taken from the type.
struct Try {
    float picture;  ///< share of the picture's usual width; 0 = without it
    float body;
    float line;
    float gap;
};
constexpr Try tries[] = {
    {1.0f, 46, 1.30f, 30}, {1.0f, 43, 1.26f, 24}, {0.8f, 43, 1.26f, 24}, {0.8f, 40, 1.22f, 18},
    {0, 46, 1.30f, 30},    {0, 40, 1.22f, 18},    {0, 34, 1.20f, 14},    {0, 30, 1.18f, 10},
};
constexpr float after_title = 26;

void draw_page_dots(WallCanvas& wall, const app::TextScene& scene, const book::Rect& text) {
    if (scene.pages < 2) return;
    constexpr float pitch = 28;
    constexpr float dot = 8;
    const float y = WallCanvas::footer_line() - 11;
    const float first = text.right() - dot - pitch * static_cast<float>(scene.pages - 1);
    for (int page = 0; page < scene.pages; ++page) {
        const float x = first + pitch * static_cast<float>(page);
        if (page == scene.page)
            wall.disc(x, y, dot, wall.palette().primary);
        else
            wall.ring(x, y, dot - 1.5f, 3, wall.palette().edge);
    }
}

/// A person seen from the front: head and shoulders.
void draw_person(WallCanvas& wall, float x, float y, float size, ImU32 colour) {
    wall.disc(x, y - size * 0.62f, size * 0.26f, colour);
    wall.slice(x, y + size * 0.12f, 0, size * 0.44f, 0.75f, 1.25f, colour);
}

struct Form {
    std::string_view name;
    words::Key key;
    int people;
};
constexpr Form known_forms[] = {{"alene", words::Key::wall_form_alone, 1},
                                {"par", words::Key::wall_form_pair, 2},
                                {"gruppe", words::Key::wall_form_group, 3},
                                {"plenum", words::Key::wall_form_plenary, 5}};
constexpr float person_size = 40;
constexpr float person_pitch = person_size * 0.62f;

float people_width(const Form& form) {
    return person_pitch * static_cast<float>(form.people - 1) + person_size * 0.9f;
}

/// How the room works now, as people in order: one, two, three, or a whole row; with words where there is room for all.
void draw_forms(WallCanvas& wall, const app::TextScene& scene, const book::Rect& text) {
    constexpr float after_people = 10, between = 34;
    constexpr float beside_footer = 200;  // "Samling 6" stands there, small
    const book::Font font{book::Face::regular, wall_type::label};
    std::vector<const Form*> forms;
    float bare = 0, worded = 0;
    for (const std::string& name : scene.forms) {
        const auto found = std::find_if(std::begin(known_forms), std::end(known_forms),
                                        [&](const Form& form) { return form.name == name; });
        if (found == std::end(known_forms)) continue;
        forms.push_back(found);
        bare += people_width(*found) + between;
        worded += people_width(*found) + after_people + wall.advance(font, wall.words()[found->key]) + between;
    }
    const Palette& p = wall.palette();
    const float right = text.right() - (scene.pages > 1 ? 28.0f * static_cast<float>(scene.pages) + 24 : 0);
    const float left = text.x + beside_footer;
    const bool with_words = worded - between <= right - left;
    if (!with_words && bare - between > right - left) return;
    float x = right - (with_words ? worded : bare) + between;
    const float y = WallCanvas::footer_line();
    for (const Form* const form : forms) {
        for (int i = 0; i < form->people; ++i)
            draw_person(wall, x + person_size * 0.45f + person_pitch * static_cast<float>(i), y - 2, person_size,
                        p.primary);
        x += people_width(*form);
        if (with_words) {
            x += after_people;
            wall.text(font, x, y, p.muted, wall.words()[form->key]);
            x += wall.advance(font, wall.words()[form->key]);
        }
        x += between;
    }
}

}  // namespace

void draw_text_scene(WallCanvas& wall, const app::TextScene& scene) {
    const bool pictured = wall.aspect(scene.picture) > 0;
    const std::vector<book::Block> blocks = with_last_words_together(scene.blocks);
    for (const Try& attempt : tries) {
        if (!pictured && attempt.picture > 0 && attempt.picture < 1) continue;
        const bool last = &attempt == &tries[std::size(tries) - 1];
        const Stage stage = stage_of(wall, scene.picture, attempt.picture);
        const bool alone = scene.blocks.empty();
        const LineStyle title{.sizes = heading_sizes, .most_lines = alone ? 4 : 2, .strong = true};
        const float title_height = line_height(wall, scene.title, stage.text.width, title);
        book::Style style = book::Style::wall(WallCanvas::height());
        style.body = attempt.body;
        style.line = attempt.line;
        style.gap = attempt.gap;
        style.small = std::min(style.small, attempt.body);
        style.most_picture_height = stage.text.height * 0.6f;
        const float between = title_height > 0 && !alone ? after_title : 0;
        const float body_height = alone ? 0 : wall.lay_out(blocks, style, stage.text.width).height;
        const float height = title_height + between + body_height;
        if (height > stage.text.height && !last) continue;

        // Centred, but a text that fills the wall begins at its top.
        float y = stage.text.y + std::max(0.0f, (stage.text.height - height) / 2);
        draw_picture(wall, stage, scene.picture);
        y += draw_line(wall, scene.title, stage.text.x, y, stage.text.width, title) + between;
        if (!alone) {
            const Palette& p = wall.palette();
            wall.paint(wall.lay_out(blocks, style, stage.text.width), stage.text.x, y,
                       {p.ink, p.primary, p.primary});
        }
        draw_page_dots(wall, scene, stage.text);
        draw_forms(wall, scene, stage.text);
        return;
    }
}

}  // namespace ui
