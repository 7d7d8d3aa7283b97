#include <cmath>

#include "ui/aids/aid_scene.h"

namespace ui {
namespace {

using words::Key;

constexpr float empty_share = 0.52f;  // of the outer ring, when all air is out
constexpr float core_share = 0.75f;   // of the halo

}  // namespace

void draw_breathing(WallCanvas& wall, const app::AidScene& scene, const session::Breathing& breathing,
                    bool reduced_motion) {
    const Palette& p = wall.palette();
    const RoundStage stage = round_stage(wall);
    const session::Breathing::View view = breathing.view(wall.now());
    const float largest = stage.radius - 14;
    const float smallest = largest * empty_share;
    const bool standing = !breathing.clock.running();

    wall.ring(stage.x, stage.y, stage.radius - 2, 3, p.line);
    float core = 0;
    if (reduced_motion) {
        // Nothing moves: two rings stand still, and the one that the breath is on its way to is the stronger.
        core = smallest * core_share;
        const bool outer = view.inhale && !standing;
        wall.ring(stage.x, stage.y, largest * 0.86f, outer ? 12.0f : 4.0f, outer ? p.primary : p.line);
        wall.ring(stage.x, stage.y, smallest, outer ? 4.0f : 12.0f, outer ? p.line : p.primary);
    } else {
        const float halo = smallest + (largest - smallest) * view.level;
        core = halo * core_share;
        wall.disc(stage.x, stage.y, halo, p.primary_soft);
    }
    wall.disc(stage.x, stage.y, core, p.primary);
    const book::Font word{book::Face::bold, 56};
    if (standing)
        wall.pause_sign(stage.x, stage.y, 48, p.on_primary);
    else
        wall.text(word, stage.x, stage.y + word.size * 0.26f, p.on_primary,
                  wall.words()[view.inhale ? Key::wall_breathe_in : Key::wall_breathe_out], 0.5f);

    draw_words(wall, stage, {}, scene.title, wall.words()[Key::wall_own_pace]);
}

}  // namespace ui
