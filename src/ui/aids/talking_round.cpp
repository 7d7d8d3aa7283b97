#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "ui/aids/aid_scene.h"

namespace ui {
namespace {

using words::Key;

constexpr float pi = std::numbers::pi_v<float>;
constexpr float speaker_grows = 1.16f;

}  // namespace

void draw_talking_round(WallCanvas& wall, const app::AidScene& scene, const session::TalkingRound& round) {
    const Palette& p = wall.palette();
    RoundStage stage = round_stage(wall);
    // On a narrow wall the ring takes of the air on both its sides: the numbers are to be read from the chairs.
    constexpr float tallest = 264;
    stage.radius = std::min(tallest, stage.radius + 22);
    const int seats = std::max(1, round.seats);
    const bool done = round.seat >= round.seats;

    // Seats that touch neither each other nor the edge, however many they are.
    const float spread = pi / static_cast<float>(seats) * 0.76f;
    const float room = stage.radius - 6;
    const float seat = std::min(44.0f, room * spread / (speaker_grows + spread));
    const float circle = room - seat * speaker_grows;
    const book::Font small{book::Face::semibold, std::min(wall_type::label, seat * 1.28f)};
    const bool numbered = small.size >= wall_type::footer;
    for (int i = 0; i < seats; ++i) {
        const float angle = 2 * pi * static_cast<float>(i) / static_cast<float>(seats) - pi / 2;
        const float x = stage.x + circle * std::cos(angle);
        const float y = stage.y + circle * std::sin(angle);
        ImU32 ink = p.ink;
        if (i == round.seat) {
            wall.disc(x, y, seat * speaker_grows, p.amber);
            ink = p.on_amber;
        } else if (i < round.seat) {
            wall.disc(x, y, seat, p.primary_soft);
            ink = p.on_primary_soft;
        } else {
            wall.ring(x, y, seat - 1.5f, 3, p.edge);
        }
        if (numbered) wall.text(small, x, y + small.size * wall_type::capitals / 2, ink, std::to_string(i + 1), 0.5f);
    }

    const float inner = circle - seat * speaker_grows - 24;
    constexpr float thickness = 14;
    if (done) {
        // Nobody's turn any more: a low sun in the middle.
        wall.disc(stage.x, stage.y, std::max(20.0f, inner * 0.62f), p.amber);
        draw_words(wall, stage, scene.title, wall.words()[Key::wall_round_done], {});
        return;
    }
    wall.ring(stage.x, stage.y, inner, thickness, p.primary_soft);
    wall.arc(stage.x, stage.y, inner, thickness, round.share(wall.now()), 1, p.primary);
    const book::Font large{book::Face::bold, std::min(128.0f, inner * 0.95f)};
    const float baseline = stage.y + large.size * wall_type::capitals / 2;
    wall.text(large, stage.x, baseline, p.ink, std::to_string(round.seat + 1), 0.5f);
    const bool standing = !round.clock.running() && round.share(wall.now()) < 1;
    if (standing)
        wall.pause_sign(stage.x, (baseline + stage.y + inner - thickness) / 2 + 2, std::min(28.0f, inner * 0.2f),
                        p.muted);
    draw_words(wall, stage, {}, scene.title,
               wall.words()(Key::wall_seat, {{"number", round.seat + 1}, {"count", round.seats}}));
}

}  // namespace ui
