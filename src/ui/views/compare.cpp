#include "ui/views/compare.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/compare_parts.h"

namespace ui {
namespace {

using words::Key;

void close(const app::Model& model, Context& context) {
    context.state->reader.compare_open = false;
    if (model.older) context.say(app::CloseComparison{});
}

/// Which folder, and what came of it.
void draw_question(const app::Model& model, Context& context, CompareState& state, ImVec2 at, ImVec2 size) {
    const words::Catalogue& words = model.words;
    const bool loading = model.older && !model.older->failed;
    ImGui::SetCursorScreenPos(at);
    scroll_area(context, "compare-question", size, [&] {
        const float width = std::min(context.px(640), size.x - 2 * std::round(context.px(32)));
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const ReaderColumn column({start.x + std::round((size.x - width) / 2), start.y + std::round(context.px(72))},
                                  width);
        text(context, words[Key::compare_open],
             {.size = text_display, .face = book::Face::bold, .wrap = width, .line = 1.2f});
        gap(context, 16);
        text(context, words[Key::compare_explained],
             {.size = text_body, .colour = context.palette.muted, .wrap = width, .line = 1.55f});
        gap(context, 28);
        if (loading) {
            text(context, words[Key::compare_loading], {.size = text_large, .wrap = width});
            gap(context, 8);
            text(context, model.older->folder, {.size = 14, .colour = context.palette.muted, .wrap = width});
        } else {
            if (state.focus) ImGui::SetKeyboardFocusHere();
            state.focus = false;
            const std::string fault =
                model.older && model.older->failed ? words(Key::compare_failed, {{"folder", model.older->folder}}) : "";
            text_field(context, "compare-folder", words[Key::compare_folder], state.folder, width, {}, fault);
            const bool entered =
                ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
            const bool empty = state.folder.find_first_not_of(" \t") == std::string::npos;
            const bool ready = entered && ImGui::GetIO().WantTextInput;
            gap(context, 20);
            const ButtonOptions primary{.kind = ButtonKind::primary, .disabled = empty};
            if ((button(context, "compare-start", words[Key::compare_start], primary) || ready) && !empty)
                context.say(app::CompareWith{state.folder});
            flow(context, button_size(context, words[Key::compare_close]).x);
        }
        if (loading) gap(context, 20);
        if (button(context, "compare-close", words[Key::compare_close])) close(model, context);
        gap(context, 48);
    });
}

std::string counts_line(const Comparing& comparing) {
    const book::ChangeCounts& counts = comparing.comparison.document_counts;
    std::string line = comparing.words()(Key::compare_counts,
                                         {{"changed", counts.changed}, {"new", counts.added}, {"gone", counts.gone}});
    if (counts.moved > 0) line += " · " + comparing.words()[Key::compare_moved] + ": " + std::to_string(counts.moved);
    return line;
}

/// Title, editions, counts and the way out. Returns its height.
float draw_head(Comparing& comparing, ImVec2 at, float width) {
    Context& context = comparing.context;
    const words::Catalogue& words = comparing.words();
    const float margin = std::round(context.px(30));
    const std::string& close_label = words[Key::compare_close];
    const float button_width = button_size(context, close_label, {.small = true}).x;
    const bool stacked = width - 2 * margin - button_width < context.px(320);
    const float inner = width - 2 * margin - (stacked ? 0 : button_width + std::round(context.px(24)));
    const float top = at.y + std::round(context.px(20));
    float bottom = 0;
    {
        const ReaderColumn column({at.x + margin, top}, inner);
        text(context, words[Key::compare_title],
             {.size = text_title, .face = book::Face::bold, .wrap = inner, .line = 1.25f});
        gap(context, 2);
        const book::Comparison& comparison = comparing.comparison;
        std::string line;
        if (!comparison.older_edition.empty() && !comparison.newer_edition.empty())
            line = words(Key::compare_between,
                         {{"older", comparison.older_edition}, {"newer", comparison.newer_edition}}) +
                   " · ";
        line += comparison.same() ? words[Key::compare_same] : counts_line(comparing);
        text(context, line, {.size = 15, .colour = context.palette.muted, .wrap = inner});
        bottom = ImGui::GetCursorScreenPos().y;
    }
    if (stacked) bottom += std::round(context.px(8));
    ImGui::SetCursorScreenPos(stacked ? ImVec2{at.x + margin, bottom}
                                      : ImVec2{at.x + width - margin - button_width, top});
    if (button(context, "compare-close", close_label, {.small = true})) close(comparing.model, context);
    bottom = std::max(bottom, ImGui::GetItemRectMax().y) + std::round(context.px(16));
    const float line = std::max(1.0f, std::round(context.scale));
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, bottom - line}, {at.x + width, bottom}, context.palette.line);
    return bottom - at.y;
}

bool pressed(ImGuiKeyChord chord) {
    return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat);
}

void draw_result(Comparing& comparing, ImVec2 at, ImVec2 size) {
    Context& context = comparing.context;
    CompareState& state = comparing.state;
    refresh_compare_list(comparing);
    const float head = draw_head(comparing, at, size.x);
    if (state.entries.empty()) return;
    if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel) &&
        !ImGui::GetIO().WantTextInput) {
        if (pressed(ImGuiKey_N)) go_to_change(comparing, 1);
        if (pressed(ImGuiKey_P)) go_to_change(comparing, -1);
    }
    const float column = std::round(context.px(288));
    const bool narrow = size.x < column + context.px(440);
    const ImVec2 below{at.x, at.y + head};
    const float height = size.y - head;
    if (!narrow || state.list_open) {
        ImGui::SetCursorScreenPos(below);
        draw_compare_list(comparing, {narrow ? size.x : column, height});
    }
    const float line = std::max(1.0f, std::round(context.scale));
    if (!narrow)
        ImGui::GetWindowDrawList()->AddRectFilled({at.x + column - line, below.y}, {at.x + column, at.y + size.y},
                                                  context.palette.line);
    if (narrow && state.list_open) return;
    ImGui::SetCursorScreenPos({narrow ? at.x : at.x + column, below.y});
    draw_compare_page(comparing, {narrow ? size.x : size.x - column, height}, narrow);
}

}  // namespace

void draw_compare(const app::Model& model, Context& context) {
    ReaderState& reader = context.state->reader;
    if (!reader.compare) reader.compare = std::make_shared<CompareState>();
    CompareState& state = *reader.compare;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = ImGui::GetContentRegionAvail();
    if (state.folder.empty() && model.older) state.folder = model.older->folder;
    ImGui::PushID("compare");
    if (model.older && !model.older->failed && model.older->comparison) {
        Comparing comparing{model, context, state, *model.older->comparison};
        draw_result(comparing, at, size);
    } else {
        draw_question(model, context, state, at, size);
    }
    ImGui::PopID();
}

std::uint64_t compare_layouts_made(const ReaderState& state) {
    return state.compare ? state.compare->made : 0;
}

}  // namespace ui
