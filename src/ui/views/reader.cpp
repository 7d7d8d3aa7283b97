#include "ui/views/reader.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/compare.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

class NoPictures final : public book::PictureSizes {
  public:
    float aspect(std::string_view) const override { return 0; }
};

/// The open document; the first chapter when none is open or the open one is gone.
int open_document(const app::Model& model) {
    const book::Handbook& book = *model.handbook;
    if (const int found = book.find(model.reader.here.document); found >= 0) return found;
    for (std::size_t i = 0; i < book.documents.size(); ++i)
        if (book.documents[i].kind == book::Kind::chapter) return static_cast<int>(i);
    return 0;
}

void draw_loading(const app::Model& model, Context& context, ImVec2 at, ImVec2 size) {
    const std::string& words = model.words[words::Key::reader_loading];
    const TextStyle style{.size = text_large, .colour = context.palette.muted};
    const ImVec2 needed = text_size(context, words, style);
    ImGui::SetCursorScreenPos({at.x + std::round((size.x - needed.x) / 2), at.y + std::round(size.y * 0.4f)});
    text(context, words, style);
}

/// The comparison gives way when a text is opened or searched for.
bool shows_comparison(const app::Model& model, ReaderState& state) {
    if (state.compare_wanted) {
        if (!state.compare) state.compare = std::make_shared<CompareState>();
        state.compare->focus = true;
        state.compare->arrivals = model.reader.arrivals;
        state.compare_wanted = false;
        state.compare_open = true;
    }
    if (!state.compare_open) return false;
    if (state.focus_search || state.compare->arrivals != model.reader.arrivals) state.compare_open = false;
    return state.compare_open;
}

}  // namespace

const book::PictureSizes& reader_pictures(const Context& context) {
    static const NoPictures none;
    return context.pictures != nullptr ? static_cast<const book::PictureSizes&>(*context.pictures) : none;
}

ReaderColumn::ReaderColumn(ImVec2 at, float width) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginGroup();
    // flow() wraps at the window's work area: inside a column that is the column.
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    work_right_ = window.WorkRect.Max.x;
    region_right_ = window.ContentRegionRect.Max.x;
    window.WorkRect.Max.x = at.x + width;
    window.ContentRegionRect.Max.x = at.x + width;
}

ReaderColumn::~ReaderColumn() {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    window.WorkRect.Max.x = work_right_;
    window.ContentRegionRect.Max.x = region_right_;
    ImGui::EndGroup();
}

bool reader_link(Context& context, const char* id, std::string_view label, const TextStyle& style, float width,
                 bool on) {
    TextStyle set = style;
    set.wrap = width;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_size(context, label, set);
    const bool clicked =
        ImGui::InvisibleButton(id, {std::max(1.0f, size.x), std::max(1.0f, size.y)}, ImGuiButtonFlags_EnableNav);
    report(ItemRole::link, id, label, false, on);
    const bool hovered = ImGui::IsItemHovered();
    focus_ring(context, 4);
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    text_at(context, at, label, set);
    if (hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(
            {at.x, at.y + size.y - 1}, {at.x + size.x, at.y + size.y - 1 + std::max(1.0f, std::round(context.scale))},
            faded(set.colour != 0 ? set.colour : context.palette.ink, 0.6f));
    return clicked;
}

bool reader_tool(Context& context, const char* id, Icon which, std::string_view letters, std::string_view tip,
                 bool disabled) {
    const float side = std::round(context.px(40));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginDisabled(disabled);
    const bool clicked = ImGui::InvisibleButton(id, {side, side}, ImGuiButtonFlags_EnableNav);
    const bool hovered = ImGui::IsItemHovered();
    const bool asked = hovered || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
    ImGui::EndDisabled();
    report(ItemRole::button, id, tip, disabled);
    const Palette& p = context.palette;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (hovered) list.AddRectFilled(at, {at.x + side, at.y + side}, faded(p.ink, 0.07f), context.px(8));
    const ImU32 ink = disabled ? faded(p.muted, 0.4f) : p.muted;
    if (letters.empty()) {
        const float size = context.px(22);
        icon(context, list, which, {at.x + (side - size) / 2, at.y + (side - size) / 2}, size, ink);
    } else {
        const TextStyle style{.size = text_body, .face = book::Face::semibold, .colour = ink, .line = 1.2f};
        const ImVec2 size = text_size(context, letters, style);
        text_at(context, {at.x + std::round((side - size.x) / 2), at.y + std::round((side - size.y) / 2)}, letters,
                style);
    }
    focus_ring(context, 8);
    if (asked) tooltip(context, tip);
    return clicked && !disabled;
}

void draw_reader(const app::Model& model, Context& context) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (model.handbook == nullptr) {
        draw_loading(model, context, at, size);
        return;
    }
    if (model.handbook->documents.empty()) {
        draw_missing_handbook(model, context, size);
        return;
    }
    ReaderState& state = context.state->reader;
    refresh_reader_facts(model, state.facts);
    if (shows_comparison(model, state)) {
        draw_compare(model, context);
        return;
    }
    Reading reading{model, context, state, *model.handbook, open_document(model)};

    const float column = std::round(context.px(288));
    const float two_pages = 2 * std::round(context.px(440));
    reading.two = model.reader.beside.has_value() && size.x >= two_pages;
    // The contents give way before a page does.
    const bool narrow = size.x < column + (reading.two ? two_pages : context.px(480));
    if (state.focus_search && narrow) state.contents_open = true;
    if (!narrow) state.contents_open = false;

    const ImVec2 pages{narrow ? at.x : at.x + column, at.y};
    const float room = at.x + size.x - pages.x;
    const float left = reading.two ? std::floor(room / 2) : room;
    choose_active_page(reading, {pages, {pages.x + left, at.y + size.y}},
                       {{pages.x + left, at.y}, {pages.x + room, at.y + size.y}});
    if (!narrow || state.contents_open) draw_reader_column(reading, {narrow ? left : column, size.y}, narrow);
    if (!narrow) {
        const float line = std::max(1.0f, std::round(context.scale));
        ImGui::GetWindowDrawList()->AddRectFilled({pages.x - line, at.y}, {pages.x, at.y + size.y},
                                                  context.palette.line);
    }
    if (!state.contents_open) {
        ImGui::SetCursorScreenPos(pages);
        draw_reader_page(reading, {left, size.y}, narrow);
    }
    if (reading.two) draw_reader_beside(reading, {pages.x + left, at.y}, {room - left, size.y});
    step_through_hits(reading);
    draw_problem_list(reading);
}

}  // namespace ui
