// ui/kit.h: the few pieces that every view is made of: text, buttons with their key, cards, chips, fields, marks.
// Rule: no view draws a raw ImGui widget; all sizes are design pixels and scale with the text. Labels are localised,
// ids are not: pass an id ("start") and a label. Everything can be reached by Tab and shows the focus ring.
//                                                                                    Tests: tests/ui/kit_test.cpp
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/context.h"

namespace ui {

// --- Text -----------------------------------------------------------------------------------------------------------
struct TextStyle {
    float size = text_body;  ///< design pixels
    book::Face face = book::Face::regular;
    ImU32 colour = 0;   ///< 0 = ink
    float wrap = 0;     ///< width in pixels of this window; 0 = one line
    float line = 1.4f;  ///< line height over size, when wrapped
};
/// Size that the text takes, in pixels.
ImVec2 text_size(const Context& context, std::string_view text, const TextStyle& style);
/// At a place, without moving the cursor. `y` is the top of the line box. Returns the size.
ImVec2 text_at(Context& context, ImVec2 at, std::string_view text, const TextStyle& style = {});
/// At the cursor, and moves it below. Reported to UiIndex, so tests find it.
void text(Context& context, std::string_view text, const TextStyle& style = {});
/// The same, shortened with … to fit.
std::string fitted(const Context& context, std::string_view text, const TextStyle& style, float width);
void gap(Context& context, float design);

// --- Buttons --------------------------------------------------------------------------------------------------------
enum class ButtonKind : std::uint8_t { primary, ghost, quiet, plain, warm };
struct ButtonOptions {
    ButtonKind kind = ButtonKind::quiet;
    std::string_view key = {};  ///< "PgDn": shown as a chip on the button
    bool small = false;
    bool on = false;  ///< a toggle that is on
    bool disabled = false;
    float width = 0;  ///< pixels; 0 = as wide as its text
};
bool button(Context& context, const char* id, std::string_view label, const ButtonOptions& options = {});
ImVec2 button_size(const Context& context, std::string_view label, const ButtonOptions& options = {});
/// Puts the next thing to the right of the last, or on a new row when it does not fit.
void flow(Context& context, float next_width, float design_gap = 12);

enum class Icon : std::uint8_t {
    home,
    book,
    people,
    screen,
    speech,
    search,
    back,
    forward,
    gear,
    help,
    check,
    cross,
    plus,
    minus,
    clock,
    pause,
    play,
    sun,
    moon,
    warning,
    wall,
    down,
    right,
    pencil,
    trash,
    undo
};
void icon(Context& context, ImDrawList& list, Icon icon, ImVec2 at, float size, ImU32 colour);
bool icon_button(Context& context, const char* id, Icon icon, std::string_view tooltip, bool on = false);

// --- Surfaces -------------------------------------------------------------------------------------------------------
/// A raised card around what `content` draws, `width` wide in pixels; `height` 0 = as high as its content. Cards in a
/// row of equal height: pass the tallest of the last frame (the kit keeps it under `id`).
void card(Context& context, const char* id, float width, const std::function<void(float inner)>& content,
          float height = 0, float padding = 24);
/// A child region that scrolls down, with the program's own slim scroll bar and no border.
void scroll_area(Context& context, const char* id, ImVec2 size, const std::function<void()>& content);
/// A dialog over everything, dimmed behind; Esc and the cross close it (returns false when it should close).
bool dialog(Context& context, const char* id, std::string_view title, float design_width,
            const std::function<void()>& content);

/// A small surface over the page, opened by ImGui::OpenPopup with the same id; a press elsewhere closes it. Padding and
/// rounding in design pixels.
void popup(Context& context, const char* id, ImVec2 padding, float rounding, const std::function<void()>& content);

void chip(Context& context, std::string_view label, bool warm = false);
void key_chip(Context& context, ImDrawList& list, ImVec2 at, std::string_view key, ImU32 colour, float* width);
void progress(Context& context, float share, float width, bool warm = false);
void divider(Context& context);
/// A tinted box with a bar: `warm` for warnings.
void callout(Context& context, const char* id, float width, bool warm, const std::function<void(float inner)>& content);

// --- Fields ---------------------------------------------------------------------------------------------------------
/// One line of text with its label above. `fault` is shown below in warm, with a sign.
bool text_field(Context& context, const char* id, std::string_view label, std::string& value, float width,
                std::string_view hint = {}, std::string_view fault = {});
/// − 11 +
bool number_field(Context& context, const char* id, std::string_view label, int& value, int least, int most);
/// A row of choices of which one is on. Returns the index chosen now, or -1.
int choice(Context& context, const char* id, std::span<const std::string> labels, int chosen);
bool toggle(Context& context, const char* id, std::string_view label, bool on);

/// The focus ring around the last item, where keyboard focus is shown.
void focus_ring(Context& context, float design_radius = radius);
void tooltip(Context& context, std::string_view text);

}  // namespace ui
