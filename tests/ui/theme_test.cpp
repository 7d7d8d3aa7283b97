#include "ui/theme.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cstring>

#include "font_assets.h"
#include "ui/fonts.h"

using ui::contrast;
using ui::Palette;

namespace {

struct Pair {
    const char* name;
    ImU32 ink, ground;
    float least;
};

void check(const Palette& p, float text) {
    const Pair pairs[] = {
        {"ink on ground", p.ink, p.ground, text},
        {"ink on raised", p.ink, p.raised, text},
        {"muted on ground", p.muted, p.ground, text},
        {"muted on raised", p.muted, p.raised, 4.5f},
        {"primary on ground", p.primary, p.ground, text},
        {"primary on raised", p.primary, p.raised, 4.5f},
        {"on primary", p.on_primary, p.primary, 4.5f},
        {"on soft primary", p.on_primary_soft, p.primary_soft, 4.5f},
        {"ink on soft primary", p.ink, p.primary_soft, 4.5f},
        {"on amber", p.on_amber, p.amber, 4.5f},
        {"on soft amber", p.on_amber_soft, p.amber_soft, 4.5f},
        {"ink on soft amber", p.ink, p.amber_soft, 4.5f},
        {"warm on ground", p.warm, p.ground, 4.5f},
        {"warm on raised", p.warm, p.raised, 4.5f},
        {"good on ground", p.good, p.ground, 4.5f},
        {"edge on ground", p.edge, p.ground, 3.0f},
        {"edge on raised", p.edge, p.raised, 3.0f},
        {"focus on ground", p.focus, p.ground, 3.0f},
        {"focus on raised", p.focus, p.raised, 3.0f},
    };
    for (const Pair& pair : pairs) {
        INFO(pair.name << ": " << contrast(pair.ink, pair.ground));
        CHECK(contrast(pair.ink, pair.ground) >= pair.least);
    }
}

unsigned big_endian(const char* at, int bytes) {
    unsigned value = 0;
    for (int i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(at[i]);
    return value;
}

/// (ascent + descent) / em as the font file itself says.
float box_of(std::string_view font) {
    float em = 0;
    float box = 0;
    for (unsigned i = 0; i < big_endian(font.data() + 4, 2); ++i) {
        const char* row = font.data() + 12 + 16 * i;
        const char* table = font.data() + big_endian(row + 8, 4);
        if (std::memcmp(row, "head", 4) == 0) em = static_cast<float>(big_endian(table + 18, 2));
        if (std::memcmp(row, "hhea", 4) == 0)
            box = static_cast<float>(static_cast<short>(big_endian(table + 4, 2)) -
                                     static_cast<short>(big_endian(table + 6, 2)));
    }
    return box / em;
}

}  // namespace

TEST_CASE("every pair of colours in the day and evening looks is readable") {
    check(ui::day(), 4.5f);
    check(ui::evening(), 4.5f);
}

TEST_CASE("text on the wall has seven to one against its ground, dark and light") {
    check(ui::wall_dark(), 7.0f);
    check(ui::wall_light(), 7.0f);
}

TEST_CASE("contrast is the WCAG ratio") {
    CHECK_THAT(contrast(IM_COL32(0, 0, 0, 255), IM_COL32(255, 255, 255, 255)), Catch::Matchers::WithinAbs(21.0, 0.01));
    CHECK_THAT(contrast(IM_COL32(0x77, 0x77, 0x77, 255), IM_COL32_WHITE), Catch::Matchers::WithinAbs(4.48, 0.02));
}

TEST_CASE("an em in the design is an em in the linked-in fonts") {
    CHECK_THAT(ui::imgui_size(book::Face::regular, 1000),
               Catch::Matchers::WithinAbs(1000 * box_of(embedded::inter_regular()), 0.5));
    CHECK_THAT(ui::imgui_size(book::Face::bold, 1000),
               Catch::Matchers::WithinAbs(1000 * box_of(embedded::inter_bold()), 0.5));
    CHECK_THAT(ui::imgui_size(book::Face::mono, 1000),
               Catch::Matchers::WithinAbs(1000 * box_of(embedded::mono_regular()), 0.5));
}
