#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr ImU32 rgb(unsigned value) {
    return IM_COL32((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF, 0xFF);
}

float linear(unsigned channel) {
    const float c = static_cast<float>(channel) / 255.0f;
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

float luminance(ImU32 c) {
    return 0.2126f * linear((c >> IM_COL32_R_SHIFT) & 0xFF) + 0.7152f * linear((c >> IM_COL32_G_SHIFT) & 0xFF) +
           0.0722f * linear((c >> IM_COL32_B_SHIFT) & 0xFF);
}

}  // namespace

const Palette& day() {
    static const Palette palette = {.ground = rgb(0xFAF7F2),
                                    .raised = rgb(0xFFFFFF),
                                    .ink = rgb(0x1E2B33),
                                    .muted = rgb(0x55636D),
                                    .primary = rgb(0x0F5E63),
                                    .on_primary = rgb(0xFFFFFF),
                                    .primary_soft = rgb(0xE3EFEE),
                                    .on_primary_soft = rgb(0x0F5E63),
                                    .warm = rgb(0xB5472A),
                                    .amber = rgb(0xF2B84B),
                                    .amber_soft = rgb(0xFCF1DA),
                                    .on_amber_soft = rgb(0x6F4400),
                                    .on_amber = rgb(0x1E2B33),
                                    .good = rgb(0x2F6B3A),
                                    .focus = rgb(0x0B57D0),
                                    .line = rgb(0xE4DDD2),
                                    .edge = rgb(0x8A8377)};
    return palette;
}

const Palette& evening() {
    static const Palette palette = {.ground = rgb(0x161D21),
                                    .raised = rgb(0x20292E),
                                    .ink = rgb(0xEDE8DF),
                                    .muted = rgb(0xA3AFB5),
                                    .primary = rgb(0x6CC5BF),
                                    .on_primary = rgb(0x10201F),
                                    .primary_soft = rgb(0x1F3A3D),
                                    .on_primary_soft = rgb(0x8FD6D1),
                                    .warm = rgb(0xFF9B7A),
                                    .amber = rgb(0xF2B84B),
                                    .amber_soft = rgb(0x3A3122),
                                    .on_amber_soft = rgb(0xF4D08A),
                                    .on_amber = rgb(0x1E2B33),
                                    .good = rgb(0x7FCF8F),
                                    .focus = rgb(0x8AB4FF),
                                    .line = rgb(0x2E3A40),
                                    .edge = rgb(0x7B8890),
                                    .dark = true};
    return palette;
}

const Palette& wall_dark() {
    static const Palette palette = {.ground = rgb(0x12262E),
                                    .raised = rgb(0x1B3640),
                                    .ink = rgb(0xF7F1E6),
                                    .muted = rgb(0xB9C7CB),
                                    .primary = rgb(0x6CC5BF),
                                    .on_primary = rgb(0x12262E),
                                    .primary_soft = rgb(0x26474C),
                                    .on_primary_soft = rgb(0xF7F1E6),
                                    .warm = rgb(0xFF9B7A),
                                    .amber = rgb(0xF2B84B),
                                    .amber_soft = rgb(0x26474C),
                                    .on_amber_soft = rgb(0xF7F1E6),
                                    .on_amber = rgb(0x12262E),
                                    .good = rgb(0x7FCF8F),
                                    .focus = rgb(0x6CC5BF),
                                    .line = rgb(0x2E5157),
                                    .edge = rgb(0x7B9AA0),
                                    .dark = true};
    return palette;
}

const Palette& wall_light() {
    static const Palette palette = {.ground = rgb(0xFBF9F4),
                                    .raised = rgb(0xEAF2F1),
                                    .ink = rgb(0x14222A),
                                    .muted = rgb(0x41505A),
                                    .primary = rgb(0x0B5054),
                                    .on_primary = rgb(0xFFFFFF),
                                    .primary_soft = rgb(0xD9EAE8),
                                    .on_primary_soft = rgb(0x0B4044),
                                    .warm = rgb(0x8C3018),
                                    .amber = rgb(0xF2B84B),
                                    .amber_soft = rgb(0xFCF1DA),
                                    .on_amber_soft = rgb(0x5A3700),
                                    .on_amber = rgb(0x14222A),
                                    .good = rgb(0x235A2D),
                                    .focus = rgb(0x0B5054),
                                    .line = rgb(0xC9D3D2),
                                    .edge = rgb(0x6F7F84)};
    return palette;
}

ImU32 colour(const Palette& p, book::Tone tone) {
    switch (tone) {
        case book::Tone::ink: return p.ink;
        case book::Tone::muted: return p.muted;
        case book::Tone::link: return p.primary;
        case book::Tone::heading: return p.ink;
        case book::Tone::code_ink: return p.ink;
        case book::Tone::code_ground: return p.dark ? p.raised : p.line;
        case book::Tone::edge: return p.line;
        case book::Tone::quote_bar: return p.edge;
        case book::Tone::row_ground: return p.primary_soft;
        case book::Tone::note_bar: return p.primary;
        case book::Tone::note_ground: return p.primary_soft;
        case book::Tone::tip_bar: return p.good;
        case book::Tone::tip_ground: return p.primary_soft;
        case book::Tone::important_bar: return p.primary;
        case book::Tone::important_ground: return p.primary_soft;
        case book::Tone::warning_bar: return p.amber;
        case book::Tone::warning_ground: return p.amber_soft;
        case book::Tone::caution_bar: return p.warm;
        case book::Tone::caution_ground: return p.amber_soft;
        case book::Tone::key_ground: return p.raised;
    }
    return p.ink;
}

ImU32 faded(ImU32 c, float opacity) {
    const float alpha = static_cast<float>((c >> IM_COL32_A_SHIFT) & 0xFF) * std::clamp(opacity, 0.0f, 1.0f);
    return (c & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha + 0.5f) << IM_COL32_A_SHIFT);
}

float contrast(ImU32 a, ImU32 b) {
    const float la = luminance(a);
    const float lb = luminance(b);
    return (std::max(la, lb) + 0.05f) / (std::min(la, lb) + 0.05f);
}

}  // namespace ui
