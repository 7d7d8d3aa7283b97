#include "ui/views/palette.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/kit.h"
#include "ui/line_input.h"
#include "ui/state.h"
#include "ui/views/palette_names.h"

namespace ui {
namespace {

using words::Key;

Key kind_key(const PaletteState& palette, const PaletteRow& row) {
    if (row.recent) return Key::palette_recent;
    switch (palette.names[static_cast<std::size_t>(row.name)].kind) {
        case PaletteKind::document: return Key::palette_kind_document;
        case PaletteKind::bookmark: return Key::palette_kind_bookmark;
        case PaletteKind::place:
        case PaletteKind::prepare: return Key::palette_kind_place;
        case PaletteKind::course: return Key::palette_kind_course;
        case PaletteKind::rehearse: return Key::palette_kind_rehearse;
        case PaletteKind::meeting: return Key::palette_kind_meeting;
        case PaletteKind::command: return Key::palette_kind_command;
    }
    return Key::palette_kind_document;
}

struct Sizes {
    float width = 0, pad = 0, row = 0, field = 0, list = 0;
    int page = 1;  ///< rows that are seen at once
};

Sizes sizes_of(const Context& context, const PaletteState& palette) {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    Sizes s;
    s.width = std::round(std::min(context.px(720), viewport.Size.x - context.px(32)));
    s.pad = std::round(context.px(12));
    s.row = std::round(context.px(44));
    s.field = std::round(context.px(52));
    const float around = s.field + 3 * s.pad + context.px(28 + 12);
    const float room = viewport.Size.y * 0.9f - around;
    const int most = std::clamp(static_cast<int>(room / s.row), 1, 9);
    const int rows = std::clamp(static_cast<int>(palette.rows.size()), 0, most);
    s.page = std::max(1, rows);
    s.list = static_cast<float>(rows) * s.row;
    return s;
}

/// The field; true when Enter was pressed.
bool draw_field(const app::Model& model, Context& context, const Sizes& s) {
    PaletteState& palette = context.state->palette;
    const Palette& p = context.palette;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = s.width - 2 * s.pad;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + s.field}, p.raised, context.px(radius));
    const float sign = std::round(context.px(22));
    const float lead = std::round(context.px(14)) + sign;
    icon(context, list, Icon::search, {at.x + context.px(14), at.y + std::round((s.field - sign) / 2)}, sign, p.muted);

    ImGui::SetCursorScreenPos({at.x + lead, at.y});
    // There is nothing else here to type into: the field has the keyboard from the first frame to the last.
    if (ImGui::GetCurrentContext()->ActiveId == 0) ImGui::SetKeyboardFocusHere();
    const std::string& hint = model.words[Key::palette_hint];
    const LineDeed deed =
        line_input(context, "palette", hint, fitted(context, hint, {.size = 17}, width - lead - context.px(28)),
                   palette.query, width - lead - context.px(4),
                   {.size = 17,
                    .padding = {context.px(10), line_padding(context, 17, s.field)},
                    .flags = ImGuiInputTextFlags_CallbackHistory | ImGuiInputTextFlags_EnterReturnsTrue});
    list.AddRect(at, {at.x + width, at.y + s.field}, p.primary, context.px(radius), 0, std::max(2.0f, context.px(2)));
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, s.field});

    // PgUp and PgDn turn the running meeting's pages, here as everywhere; Ctrl with an arrow goes a page in any case.
    const bool ctrl = ImGui::GetIO().KeyCtrl;
    const bool free = !palette_meeting_on(model);
    int by = deed.moved;
    if (ctrl && ImGui::IsKeyPressed(ImGuiKey_DownArrow)) by = s.page;
    if (ctrl && ImGui::IsKeyPressed(ImGuiKey_UpArrow)) by = -s.page;
    if (free && ImGui::IsKeyPressed(ImGuiKey_PageDown)) by = s.page;
    if (free && ImGui::IsKeyPressed(ImGuiKey_PageUp)) by = -s.page;
    if (by != 0 && !palette.rows.empty()) {
        palette.chosen = std::clamp(palette.chosen + by, 0, static_cast<int>(palette.rows.size()) - 1);
        palette.show_chosen = true;
    }
    return deed.edited;
}

/// Grounds under the letters that were met, as far as they are shown.
void draw_marks(const Context& context, ImVec2 at, std::string_view text, std::size_t shown,
                const std::vector<book::Stretch>& marks, const TextStyle& style) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = text_size(context, "0", style).y;
    for (const book::Stretch& mark : marks) {
        if (mark.end > shown || mark.begin >= mark.end) continue;
        const float left = text_size(context, text.substr(0, mark.begin), style).x;
        const float right = text_size(context, text.substr(0, mark.end), style).x;
        list.AddRectFilled({at.x + left, at.y}, {at.x + right, at.y + height}, context.palette.amber_soft,
                           context.px(3));
    }
}

/// True when it was pressed.
bool draw_row(const app::Model& model, Context& context, int number, float width, float height) {
    PaletteState& palette = context.state->palette;
    const PaletteRow& row = palette.rows[static_cast<std::size_t>(number)];
    const PaletteName& name = palette.names[static_cast<std::size_t>(row.name)];
    const Palette& p = context.palette;
    const bool on = number == palette.chosen;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = "go/" + std::to_string(number);
    // The arrows choose while the field keeps the keyboard.
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop, true);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
    ImGui::PopItemFlag();
    report(ItemRole::link, id, name.text, false, on);
    if (on && palette.show_chosen) {
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
        palette.show_chosen = false;
    }
    if (!ImGui::IsItemVisible()) return pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (on || ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + width, at.y + height}, on ? p.primary_soft : faded(p.ink, 0.05f), context.px(8));
    const float pad = std::round(context.px(14));
    const float between = std::round(context.px(12));
    const TextStyle quiet{.size = text_small, .colour = on ? p.on_primary_soft : p.muted, .line = 1.3f};
    const TextStyle strong{
        .size = 15, .face = book::Face::semibold, .colour = on ? p.on_primary_soft : p.ink, .line = 1.3f};
    const auto centred = [&](const TextStyle& style) {
        return at.y + std::round((height - text_size(context, "0", style).y) / 2);
    };

    float right = at.x + width - pad;
    const std::string& kind = model.words[kind_key(palette, row)];
    right -= text_size(context, kind, quiet).x;
    text_at(context, {right, centred(quiet)}, kind, quiet);
    report_text(kind, {right, at.y}, {at.x + width - pad, at.y + height});
    right -= between;
    if (const std::string_view keys = palette_keys(name); !keys.empty()) {
        const float chip =
            text_size(context, keys, {.size = text_small, .face = book::Face::semibold, .line = 1.0f}).x +
            context.px(14);
        right -= chip;
        key_chip(context, list, {right, at.y + std::round((height - context.px(22)) / 2)}, keys, quiet.colour, nullptr);
        right -= between;
    }
    float x = at.x + pad;
    if (!name.more.empty()) {
        const std::string more = fitted(context, name.more, quiet, width * 0.25f);
        const float more_width = text_size(context, more, quiet).x;
        draw_marks(context, {x, centred(quiet)}, name.more, more == name.more ? more.size() : 0, row.more_marks, quiet);
        text_at(context, {x, centred(quiet)}, more, quiet);
        x += std::max(more_width, std::round(context.px(36))) + between;
    }
    const std::string title = fitted(context, name.text, strong, std::max(0.0f, right - x));
    std::size_t shown = 0;
    while (shown < title.size() && shown < name.text.size() && title[shown] == name.text[shown]) ++shown;
    draw_marks(context, {x, centred(strong)}, name.text, shown, row.marks, strong);
    text_at(context, {x, centred(strong)}, title, strong);
    return pressed;
}

void close(PaletteState& palette) {
    palette = {};
}

void draw_inside(const app::Model& model, Context& context) {
    PaletteState& palette = context.state->palette;
    const Palette& p = context.palette;
    rank_palette(model, palette);
    const Sizes s = sizes_of(context, palette);
    const bool entered = draw_field(model, context, s);
    rank_palette(model, palette);  // what was typed just now is answered in the same frame

    int chosen = entered && !palette.rows.empty() ? palette.chosen : -1;
    const bool nothing = palette.rows.empty();
    const float inner = s.width - 2 * s.pad;
    gap(context, 12);
    if (nothing) {
        const std::string none = model.words(Key::palette_none, {{"query", palette.query}});
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x + context.px(14), at.y + context.px(4)});
        ImGui::BeginGroup();
        text(context, none, {.size = 15, .face = book::Face::semibold, .wrap = inner - context.px(28)});
        gap(context, 4);
        text(context, model.words[Key::palette_none_help],
             {.size = 14, .colour = p.muted, .wrap = inner - context.px(28)});
        gap(context, 8);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    } else {
        scroll_area(context, "palette-rows", {inner, s.list}, [&] {
            const float width = ImGui::GetContentRegionAvail().x;
            for (int i = 0; i < static_cast<int>(palette.rows.size()); ++i)
                if (draw_row(model, context, i, width, s.row)) chosen = i;
        });
    }
    gap(context, 10);
    const TextStyle quiet{.size = text_small, .colour = p.muted, .wrap = inner - context.px(28), .line = 1.4f};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + context.px(14), at.y});
    text(context, model.words[Key::palette_keys], quiet);

    if (chosen >= 0) {
        const PaletteName name =
            palette.names[static_cast<std::size_t>(palette.rows[static_cast<std::size_t>(chosen)].name)];
        close(palette);
        go_to(name, model, context);
    } else if (entered && nothing) {
        const std::string query = palette.query;
        close(palette);
        context.say(app::GoTo{app::Place::handbook});
        context.say(app::Search{query});
        context.state->reader.focus_search = true;
    } else if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        close(palette);
    }
}

}  // namespace

void draw_palette(const app::Model& model, Context& context) {
    PaletteState& palette = context.state->palette;
    constexpr const char* id = "palette-dialog";
    const bool up = ImGui::IsPopupOpen(id);
    if (!palette.open && !up) return;
    if (palette.open && !up) {
        // It gives way to a dialog: to one that is open, and to one that was opened over it.
        if (palette.shown || ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
            close(palette);
            return;
        }
        ImGui::OpenPopup(id);
        gather_palette(model, palette);
    }
    const Sizes s = sizes_of(context, palette);
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    const float top = std::max(context.px(16), std::min(viewport.Size.y * 0.12f, (viewport.Size.y - s.row * 9) * 0.3f));
    ImGui::SetNextWindowPos(
        {viewport.Pos.x + std::round((viewport.Size.x - s.width) / 2), viewport.Pos.y + std::round(top)});
    ImGui::SetNextWindowSizeConstraints({s.width, 0}, {s.width, viewport.Size.y - context.px(32)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.pad, s.pad});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.px(14));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, context.palette.ground);
    ImGui::PushStyleColor(ImGuiCol_ModalWindowDimBg, faded(IM_COL32(0x0C, 0x18, 0x1C, 0xFF), 0.45f));
    const bool shown = ImGui::BeginPopupModal(id, nullptr,
                                              ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                                  ImGuiWindowFlags_NoResize | ImGuiWindowFlags_AlwaysAutoResize |
                                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    if (!shown) return;
    palette.shown = true;
    if (palette.open) draw_inside(model, context);
    if (!palette.open) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace ui
