#include "ui/wall/wall.h"

#include <variant>

#include "ui/aids/aid_scene.h"
#include "ui/wall/scenes.h"
#include "ui/windows.h"

namespace ui {
namespace {

/// The wall speaks the audience view's language, which a frozen picture keeps when the program changes its own.
const words::Catalogue& words_of(words::Language language) {
    static const words::Catalogue nb(words::Language::nb);
    static const words::Catalogue nn(words::Language::nn);
    static const words::Catalogue en(words::Language::en);
    switch (language) {
        case words::Language::nn: return nn;
        case words::Language::en: return en;
        case words::Language::nb: break;
    }
    return nb;
}

constexpr float zoom_factor = 2;

struct SceneDrawer {
    WallCanvas& wall;
    bool reduced_motion;

    void operator()(const app::EmptyScene&) const {}
    void operator()(const app::StartScene& scene) const { draw_start_scene(wall, scene); }
    void operator()(const app::TextScene& scene) const { draw_text_scene(wall, scene); }
    void operator()(const app::BreakScene& scene) const { draw_break_scene(wall, scene); }
    void operator()(const app::AidScene& scene) const { draw_aid_scene(wall, scene, reduced_motion); }
};

/// Still water over the whole wall. The anchor keeps the sun and the shore in sight on every shape of wall.
void draw_calm(WallCanvas& wall) {
    wall.cover("ro.svg", {0, 0, wall.width(), WallCanvas::height()}, {0.5f, 0.38f});
}

/// Large, soft and the same on every picture; the rim keeps it in sight on a light ground.
void draw_pointer(Context& context, ImDrawList& list, const Palette& palette, const app::AudienceView& view, ImVec2 min,
                  ImVec2 max) {
    WallCanvas wall(context, list, palette, words_of(view.language), min, max);
    const float x = view.pointer->x * wall.width();
    const float y = view.pointer->y * WallCanvas::height();
    wall.disc(x, y, 26, faded(palette.amber, 0.35f));
    wall.disc(x, y, 14, palette.amber);
    wall.ring(x, y, 14, 3, palette.ground);
}

}  // namespace

void draw_wall_scene(const app::AudienceView& view, Context& context, ImDrawList& list, ImVec2 min, ImVec2 max,
                     bool cleared) {
    if (max.x <= min.x || max.y <= min.y) return;
    const Palette& palette = view.light ? wall_light() : wall_dark();
    list.PushClipRect(min, max, true);
    switch (view.cover) {
        case session::Cover::black: list.AddRectFilled(min, max, IM_COL32_BLACK); break;
        case session::Cover::white: list.AddRectFilled(min, max, IM_COL32_WHITE); break;
        default: {
            // The wall's own window was cleared to the ground: filling it again would double the cost of a picture.
            if (!cleared) list.AddRectFilled(min, max, palette.ground);
            const ImVec2 size{max.x - min.x, max.y - min.y};
            const ImVec2 shift =
                view.zoom ? ImVec2{size.x * (zoom_factor - 1) * view.zoom->x, size.y * (zoom_factor - 1) * view.zoom->y}
                          : ImVec2{};
            const float factor = view.zoom ? zoom_factor : 1;
            const ImVec2 from{min.x - shift.x, min.y - shift.y};
            WallCanvas wall(context, list, palette, words_of(view.language), from,
                            {from.x + size.x * factor, from.y + size.y * factor});
            if (view.cover == session::Cover::calm) {
                draw_calm(wall);
                break;
            }
            std::visit(SceneDrawer{wall, view.reduced_motion}, view.scene);
            wall.text({book::Face::regular, wall_type::footer}, wall.margin(), WallCanvas::footer_line(), palette.muted,
                      view.footer);
            if (view.pointer) draw_pointer(context, list, palette, view, min, max);
        }
    }
    list.PopClipRect();
}

void draw_wall(const app::AudienceView& view, Context& context) {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.Pos);
    ImGui::SetNextWindowSize(viewport.Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::Begin("wall", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    draw_wall_scene(view, context, *ImGui::GetWindowDrawList(), viewport.Pos,
                    {viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y}, true);
    ImGui::End();
    ImGui::PopStyleVar(3);
}

}  // namespace ui
