#include "ui/aids/aid_scene.h"

#include <algorithm>
#include <variant>

#include "ui/wall/scenes.h"

namespace ui {

namespace {

struct AidDrawer {
    WallCanvas& wall;
    const app::AidScene& scene;
    bool reduced_motion;

    void operator()(const session::Countdown& aid) const { draw_countdown(wall, scene, aid); }
    void operator()(const session::TalkingRound& aid) const { draw_talking_round(wall, scene, aid); }
    void operator()(const session::Scale& aid) const { draw_scale(wall, scene, aid); }
    void operator()(const session::Breathing& aid) const { draw_breathing(wall, scene, aid, reduced_motion); }
    void operator()(const session::BodyScan& aid) const { draw_body_scan(wall, scene, aid, reduced_motion); }
    void operator()(const session::GroupDivider& aid) const { draw_groups(wall, scene, aid); }
    void operator()(const session::Board& aid) const { draw_board(wall, scene, aid); }
    void operator()(const session::WordCards& aid) const { draw_cards(wall, scene, aid); }
    void operator()(const session::Network& aid) const { draw_network(wall, scene, aid); }
    void operator()(const session::WeekGrid& aid) const { draw_week(wall, scene, aid); }

    void operator()(const session::Reveal& aid) const {
        using Shape = session::Reveal::Shape;
        switch (aid.shape) {
            case Shape::form: return draw_form(wall, scene, aid);
            case Shape::circle: return draw_circle(wall, scene, aid);
            case Shape::ladder: return draw_ladder(wall, scene, aid);
            case Shape::mind_map: return draw_mind_map(wall, scene, aid);
            case Shape::checklist: return draw_checklist(wall, scene, aid);
        }
    }

    void operator()(const session::Values& aid) const {
        using Shape = session::Values::Shape;
        switch (aid.shape) {
            case Shape::wheel: return draw_wheel(wall, scene, aid);
            case Shape::energy: return draw_energy(wall, scene, aid);
            case Shape::bucket: return draw_bucket(wall, scene, aid);
            case Shape::compass: return draw_compass(wall, scene, aid);
        }
    }
};

}  // namespace

void draw_aid_scene(WallCanvas& wall, const app::AidScene& scene, bool reduced_motion) {
    std::visit(AidDrawer{wall, scene, reduced_motion}, scene.aid);
}

RoundStage round_stage(const WallCanvas& wall, float below) {
    constexpr float top = 64;
    constexpr float bottom = 656;
    constexpr float gutter = 40;
    constexpr float most_radius = 264;
    const float margin = wall.margin();
    // A narrow wall gives the words the larger half: long Norwegian words must stand whole.
    const float wide = wall.width() / WallCanvas::height();
    const float part = std::clamp(0.51f - (wide - 4.0f / 3) * 0.1f, 0.44f, 0.51f);
    RoundStage stage;
    stage.text = {margin, top, wall.width() * part - margin, bottom - top - below};
    const float left = stage.text.right() + gutter;
    const float right = wall.width() - margin;
    stage.radius = std::min({most_radius, (right - left) / 2, (bottom - top - below) / 2});
    stage.x = (left + right) / 2;
    stage.y = (top + bottom - below) / 2;
    return stage;
}

void draw_words(WallCanvas& wall, const RoundStage& stage, std::string_view over, std::string_view heading,
                std::string_view under) {
    const Palette& p = wall.palette();
    const float width = stage.text.width;
    const LineStyle small{.sizes = line_sizes, .most_lines = 2, .colour = p.muted};
    const LineStyle large{.sizes = heading_sizes, .most_lines = 2, .strong = true};
    const float gap_over = over.empty() ? 0 : 10.0f;
    const float gap_under = under.empty() ? 0 : 18.0f;
    const float height = line_height(wall, over, width, small) + gap_over + line_height(wall, heading, width, large) +
                         gap_under + line_height(wall, under, width, small);
    float y = std::max(stage.text.y, stage.y - height / 2);
    y += draw_line(wall, over, stage.text.x, y, width, small) + gap_over;
    y += draw_line(wall, heading, stage.text.x, y, width, large) + gap_under;
    draw_line(wall, under, stage.text.x, y, width, small);
}

}  // namespace ui
