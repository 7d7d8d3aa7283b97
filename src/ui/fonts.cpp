#include "ui/fonts.h"

#include <imgui_internal.h>

#include <misc/freetype/imgui_freetype.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// (ascent + descent) / em of the faces: Inter's hhea table says 2728 + 680 of 2816, DejaVu Sans Mono's 1901 + 483 of
/// 2048. tests/ui/fonts_test.cpp reads them from the linked-in files and fails when a package changes them.
constexpr float inter_box = (2728.0f + 680.0f) / 2816.0f;
constexpr float mono_box = (1901.0f + 483.0f) / 2048.0f;

ImFontBaked* baked(const Fonts& fonts, book::Font font, float& scale) {
    const float size = imgui_size(font.face, font.size);
    ImFontBaked* result = fonts[font.face]->GetFontBaked(size);
    scale = size / result->Size;
    return result;
}

}  // namespace

float imgui_size(book::Face face, float size) {
    return size * (face == book::Face::mono ? mono_box : inter_box);
}

Fonts add_fonts(ImFontAtlas& atlas, const FontFiles& files) {
    atlas.TexMaxWidth = 4096;
    atlas.TexMaxHeight = 4096;
    const auto add = [&](std::string_view bytes, bool merge) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        config.MergeMode = merge;
        config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
        return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), 0, &config);
    };
    Fonts fonts;
    const std::string_view all[] = {files.regular, files.semibold, files.bold, files.italic, files.bold_italic};
    for (int i = 0; i < 5; ++i) {
        fonts.faces[i] = add(all[i], false);
        add(files.mono, true);
    }
    fonts.faces[5] = add(files.mono, false);
    return fonts;
}

float FontMeasure::advance(book::Font font, std::string_view text) const {
    return fonts_[font.face]
        ->CalcTextSizeA(imgui_size(font.face, font.size), FLT_MAX, 0, text.data(), text.data() + text.size())
        .x;
}

float FontMeasure::ascent(book::Font font) const {
    float scale = 1;
    const ImFontBaked* b = baked(fonts_, font, scale);
    return b->Ascent * scale;
}

float FontMeasure::descent(book::Font font) const {
    float scale = 1;
    const ImFontBaked* b = baked(fonts_, font, scale);
    return -b->Descent * scale;
}

void draw_text(ImDrawList& list, const Fonts& fonts, book::Font font, ImVec2 at, ImU32 colour, std::string_view text) {
    float scale = 1;
    const ImFontBaked* b = baked(fonts, font, scale);
    list.AddText(fonts[font.face], imgui_size(font.face, font.size),
                 {std::round(at.x), std::round(at.y - b->Ascent * scale)}, colour, text.data(),
                 text.data() + text.size());
}

}  // namespace ui
