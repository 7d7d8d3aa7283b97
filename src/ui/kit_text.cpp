#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {
namespace {

/// Where the next line ends when `text` is set `width` wide.
const char* line_end(const Context& context, std::string_view text, const TextStyle& style, float width) {
    const char* begin = text.data();
    const char* end = begin + text.size();
    const char* newline = static_cast<const char*>(std::memchr(begin, '\n', text.size()));
    if (newline != nullptr) end = newline;
    if (width <= 0) return end;
    const float size = imgui_size(style.face, context.px(style.size));
    const char* cut = context.fonts[style.face]->CalcWordWrapPosition(size, begin, end, width);
    if (cut == begin) return begin != end ? std::min(begin + 1, end) : cut;
    if (cut == end || *cut == ' ' || cut[-1] == ' ' || cut[-1] == '-') return cut;
    // Parted at a full stop, "12.21" would be two numbers: what has no space in it stays whole where there is room.
    const std::size_t space = std::string_view(begin, static_cast<std::size_t>(cut - begin)).rfind(' ');
    return space == std::string_view::npos || space == 0 ? cut : begin + space;
}

struct Lines {
    float width = 0;
    int count = 0;
};

template <class Each>
Lines each_line(const Context& context, std::string_view text, const TextStyle& style, Each each) {
    const FontMeasure measure(context.fonts);
    const book::Font font{style.face, context.px(style.size)};
    Lines lines;
    const char* at = text.data();
    const char* const end = at + text.size();
    do {
        const std::string_view rest(at, static_cast<std::size_t>(end - at));
        const char* stop = rest.empty() ? at : line_end(context, rest, style, style.wrap);
        const std::string_view line(at, static_cast<std::size_t>(stop - at));
        lines.width = std::max(lines.width, line.empty() ? 0.0f : measure.advance(font, line));
        each(line, lines.count++);
        at = stop;
        if (at < end && *at == '\n')
            ++at;
        else
            while (at < end && *at == ' ') ++at;
    } while (at < end);
    return lines;
}

float line_height(const Context& context, const TextStyle& style) {
    return std::round(context.px(style.size) * style.line);
}

}  // namespace

ImVec2 text_size(const Context& context, std::string_view text, const TextStyle& style) {
    const Lines lines = each_line(context, text, style, [](std::string_view, int) {});
    return {std::ceil(lines.width), line_height(context, style) * static_cast<float>(lines.count)};
}

ImVec2 text_at(Context& context, ImVec2 at, std::string_view text, const TextStyle& style) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 ink = style.colour != 0 ? style.colour : context.palette.ink;
    const book::Font font{style.face, context.px(style.size)};
    const FontMeasure measure(context.fonts);
    const float height = line_height(context, style);
    // The baseline sits so that capitals and descenders together look centred in the line box.
    const float ascent = measure.ascent(font);
    const float drop = std::round((height - ascent - measure.descent(font)) / 2 + ascent);
    const Lines lines = each_line(context, text, style, [&](std::string_view line, int number) {
        draw_text(list, context.fonts, font, {at.x, at.y + height * static_cast<float>(number) + drop}, ink, line);
    });
    return {std::ceil(lines.width), height * static_cast<float>(lines.count)};
}

void text(Context& context, std::string_view words, const TextStyle& style) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_at(context, at, words, style);
    ImGui::Dummy(size);
    report(ItemRole::text, {}, words);
}

std::string fitted(const Context& context, std::string_view words, const TextStyle& style, float width) {
    if (text_size(context, words, style).x <= width) return std::string(words);
    // Code points are dropped from the end: a byte that begins with 10 belongs to the one before it.
    std::string_view kept = words;
    while (!kept.empty()) {
        while (kept.size() > 1 && (static_cast<unsigned char>(kept.back()) & 0xC0) == 0x80) kept.remove_suffix(1);
        kept.remove_suffix(1);
        if (text_size(context, std::string(kept) + "…", style).x <= width) break;
    }
    while (kept.ends_with(' ')) kept.remove_suffix(1);
    return std::string(kept) + "…";
}

void gap(Context& context, float design) {
    ImGui::Dummy({0, std::round(context.px(design))});
}

void flow(Context& context, float next_width, float design_gap) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float right = window.DC.CursorPosPrevLine.x + context.px(design_gap) + next_width;
    if (right <= window.WorkRect.Max.x)
        ImGui::SameLine(0, context.px(design_gap));
    else
        gap(context, design_gap * 0.66f);
}

}  // namespace ui
