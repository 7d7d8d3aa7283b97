// The leaders' window as a whole: ground, rail, place, notices, dialogs.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"
#include "ui/state.h"
#include "ui/views/compare.h"
#include "ui/views/courses.h"
#include "ui/views/meeting_closing.h"
#include "ui/views/palette.h"
#include "ui/views/places.h"
#include "ui/views/reader.h"
#include "ui/windows.h"

namespace ui {
namespace {

struct Stop {
    app::Place place;
    Icon icon;
    words::Key label;
    const char* id;
};

constexpr Stop stops[] = {
    {app::Place::home, Icon::home, words::Key::rail_home, "rail-home"},
    {app::Place::handbook, Icon::book, words::Key::rail_handbook, "rail-handbook"},
    {app::Place::courses, Icon::people, words::Key::rail_courses, "rail-courses"},
    {app::Place::meeting, Icon::screen, words::Key::rail_meeting, "rail-meeting"},
    {app::Place::review, Icon::speech, words::Key::rail_review, "rail-review"},
};

void brand(const app::Model& model, Context& context, bool narrow) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float r = context.px(8);
    const float x = at.x + (narrow ? context.px(18) : context.px(12));
    const float y = at.y + context.px(12);
    list.AddCircleFilled({x + r, y}, r, context.palette.primary);
    list.AddCircleFilled({x + r * 2, y}, r, faded(context.palette.amber, 0.92f));
    if (!narrow)
        text_at(context, {x + context.px(36), at.y},
                model.handbook && !model.handbook->programme.title.empty() ? model.handbook->programme.title
                                                                           : "Mestringstreff",
                {.size = 18, .face = book::Face::bold, .colour = context.palette.primary, .line = 1.35f});
    ImGui::Dummy({0, context.px(24)});
}

bool rail_item(const app::Model& model, Context& context, const Stop& stop, float width, bool narrow) {
    const Palette& p = context.palette;
    const bool on = model.place == stop.place;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{width, std::round(context.px(44))};
    const std::string& label = model.words[stop.label];
    const bool clicked = ImGui::InvisibleButton(stop.id, size, ImGuiButtonFlags_EnableNav);
    report(ItemRole::button, stop.id, label, false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (on)
        list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, p.primary_soft, context.px(radius));
    else if (ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, faded(p.ink, 0.05f), context.px(radius));
    const ImU32 ink = on ? p.on_primary_soft : p.muted;
    const float sign = std::round(context.px(22));
    icon(context, list, stop.icon, {at.x + (narrow ? (width - sign) / 2 : context.px(12)), at.y + (size.y - sign) / 2},
         sign, ink);
    if (!narrow) {
        const TextStyle style{.size = text_body, .face = book::Face::semibold, .colour = ink, .line = 1.25f};
        text_at(context, {at.x + context.px(46), at.y + std::round((size.y - text_size(context, label, style).y) / 2)},
                label, style);
    } else if (ImGui::IsItemHovered() || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible)) {
        tooltip(context, label);
    }
    // A meeting under way is marked on the rail, so that the way back is never in doubt.
    if (stop.place == app::Place::meeting && model.run && model.run->state.phase != session::Phase::ended && !on)
        list.AddCircleFilled({at.x + size.x - context.px(14), at.y + context.px(14)}, context.px(4), p.warm);
    focus_ring(context);
    return clicked;
}

void saved_line(const app::Model& model, Context& context, float width) {
    const TextStyle style{.size = text_small, .colour = context.palette.muted, .wrap = width, .line = 1.4f};
    if (model.store.phase == app::StorePhase::failed) {
        TextStyle warm = style;
        warm.colour = context.palette.warm;
        text(context, model.words[words::Key::rail_no_store], warm);
        return;
    }
    if (!model.unsaved.empty()) {
        TextStyle warm = style;
        warm.colour = context.palette.warm;
        text(context, model.words(words::Key::rail_unsaved, {{"n", static_cast<int>(model.unsaved.size())}}), warm);
        return;
    }
    std::string line = model.words[words::Key::rail_saved_here];
    if (model.store.saved)
        line += "\n" + model.words(words::Key::rail_saved_at,
                                   {{"time", base::to_text(base::local(*model.store.saved, model.zone).time)}});
    text(context, line, style);
}

/// Returns the rail's width.
float rail(const app::Model& model, Context& context, float height, bool narrow) {
    State& state = *context.state;
    const float width = std::round(context.px(narrow ? 72 : 208));
    const float pad = context.px(narrow ? 10 : 16);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    list.AddRectFilled({at.x + width - std::max(1.0f, std::round(context.scale)), at.y}, {at.x + width, at.y + height},
                       context.palette.line);
    ImGui::SetCursorScreenPos({at.x + pad, at.y + context.px(24)});
    ImGui::BeginGroup();
    brand(model, context, narrow);
    gap(context, 24);
    const float inner = width - 2 * pad;
    for (const Stop& stop : stops) {
        if (rail_item(model, context, stop, inner, narrow)) context.say(app::GoTo{stop.place});
        gap(context, 4);
    }
    ImGui::EndGroup();

    const float side = context.px(40);
    const float foot = narrow ? 2 * side + context.px(28) : side + context.px(72);
    if (height - foot > ImGui::GetItemRectMax().y - at.y) {
        ImGui::SetCursorScreenPos({at.x + pad, at.y + height - foot});
        ImGui::BeginGroup();
        if (icon_button(context, "rail-settings", Icon::gear, model.words[words::Key::rail_settings]))
            state.settings_open = true;
        if (narrow)
            gap(context, 4);
        else
            ImGui::SameLine(0, context.px(4));
        if (icon_button(context, "rail-help", Icon::help, model.words[words::Key::rail_help])) state.help_open = true;
        ImGui::EndGroup();
        if (!narrow) {
            ImGui::SetCursorScreenPos({at.x + pad + context.px(10), at.y + height - context.px(64)});
            ImGui::BeginGroup();
            saved_line(model, context, inner - context.px(10));
            ImGui::EndGroup();
        }
    }
    return width;
}

void notices(const app::Model& model, Context& context, ImVec2 corner, float most_width) {
    float y = corner.y;
    const Palette& p = context.palette;
    const float width = std::min(most_width, context.px(460));
    for (auto notice = model.notices.rbegin(); notice != model.notices.rend(); ++notice) {
        const float pad = context.px(16);
        const float sign = context.px(22);
        const TextStyle style{.size = 15, .colour = p.ink, .wrap = width - 2 * pad - sign - context.px(12)};
        const float words_height = text_size(context, notice->text, style).y;
        const float buttons = context.px(48);
        const bool lasting = !notice->until || notice->retry;
        const float height = words_height + 2 * pad + (lasting ? buttons : 0);
        y -= height;
        ImGui::SetNextWindowPos({corner.x - width, y});
        ImGui::SetNextWindowSize({width, height});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
        ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
        const std::string name = "notice" + std::to_string(notice->id);
        ImGui::Begin(name.c_str(), nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoFocusOnAppearing);
        ImGui::PopStyleColor();
        ImGui::PopStyleVar(2);
        const ImVec2 at = ImGui::GetWindowPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool calm = notice->kind == app::NoticeKind::info;
        const ImU32 accent = notice->kind == app::NoticeKind::error ? p.warm : calm ? p.primary : p.amber;
        list.AddRectFilled(at, {at.x + width, at.y + height}, p.raised, context.px(radius));
        list.AddRect(at, {at.x + width, at.y + height}, accent, context.px(radius), 0,
                     std::max(1.0f, 1.5f * context.scale));
        icon(context, list, calm ? Icon::check : Icon::warning, {at.x + pad, at.y + pad}, sign,
             notice->kind == app::NoticeKind::warning ? p.on_amber_soft : accent);
        text_at(context, {at.x + pad + sign + context.px(12), at.y + pad}, notice->text, style);
        report_text(notice->text, at, {at.x + width, at.y + height});
        if (lasting) {
            ImGui::SetCursorScreenPos({at.x + pad + sign + context.px(12), at.y + pad + words_height + context.px(10)});
            ImGui::PushID(notice->id);
            if (notice->retry) {
                if (button(context, "notice-retry", model.words[words::Key::app_try_again],
                           {.kind = ButtonKind::primary, .small = true}))
                    context.say(app::Retry{});
                ImGui::SameLine(0, context.px(8));
            }
            if (button(context, "notice-close", model.words[words::Key::app_close], {.small = true}))
                context.say(app::DismissNotice{notice->id});
            ImGui::PopID();
        }
        ImGui::End();
        y -= context.px(8);
    }
}

/// ImGui's own widgets take their base colours from here; the kit sets the rest where it draws.
void base_style(const Palette& p) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {0, 0};
    style.PopupBorderSize = 1;
    const auto set = [&](ImGuiCol which, ImU32 value) { style.Colors[which] = ImGui::ColorConvertU32ToFloat4(value); };
    set(ImGuiCol_WindowBg, p.ground);
    set(ImGuiCol_PopupBg, p.raised);
    set(ImGuiCol_Border, p.line);
    set(ImGuiCol_Text, p.ink);
    set(ImGuiCol_TextDisabled, p.muted);
    set(ImGuiCol_NavCursor, IM_COL32(0, 0, 0, 0));  // the kit draws its own focus ring, with the radius of the thing
    set(ImGuiCol_NavWindowingDimBg, IM_COL32(0, 0, 0, 0));
}

}  // namespace

void StateDeleter::operator()(State* state) const {
    delete state;
}
StatePointer make_state() {
    return StatePointer(new State);
}

void draw_leaders(const app::Model& model, Context& context) {
    State& state = *context.state;
    state.animating = false;
    state.takes_escape = false;
    if (state.meeting.closing) state.meeting.closing->drawn = false;
    if ((state.reader.focus_search || state.reader.compare_wanted) && model.place != app::Place::handbook)
        context.say(app::GoTo{app::Place::handbook});
    base_style(context.palette);
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.Pos);
    ImGui::SetNextWindowSize(viewport.Size);
    ImGui::Begin("leaders", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse |
                     ImGuiWindowFlags_NoBackground);  // the ground is what the window was cleared to
    if (model.kiosk) {
        draw_kiosk(model, context);
    } else {
        const ImVec2 size = viewport.Size;
        const bool running = model.place == app::Place::meeting && model.run;
        const float width = rail(model, context, size.y, running || size.x < context.px(1080));
        ImGui::SetCursorScreenPos({viewport.Pos.x + width, viewport.Pos.y});
        ImGui::BeginChild("place", {size.x - width, size.y}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
        switch (model.place) {
            case app::Place::home: draw_home(model, context); break;
            case app::Place::handbook: draw_reader(model, context); break;
            case app::Place::courses: draw_courses(model, context); break;
            case app::Place::meeting: draw_meeting(model, context); break;
            case app::Place::review: draw_review(model, context); break;
        }
        ImGui::EndChild();
        if (state.help_open) draw_help(model, context);
        if (state.settings_open) draw_settings(model, context);
        if (state.reader.around.list_open && model.handbook) draw_reading_list(model, context);
        draw_palette(model, context);
    }
    ImGui::End();
    const bool bar = model.place == app::Place::meeting && model.run;
    notices(model, context,
            {viewport.Pos.x + viewport.Size.x - context.px(24),
             viewport.Pos.y + viewport.Size.y - context.px(bar ? 112 : 24)},
            viewport.Size.x - context.px(48));
    // The page that a line was typed on is left: it is written down.
    if (state.meeting.closing && !state.meeting.closing->drawn)
        if (const auto line = unsaid_line(*state.meeting.closing, model)) context.say(*line);
    // Digits in the overview: Enter is theirs then, and turns no page.
    const bool number = bar && state.meeting.plan_dialog && !state.meeting.step_number.empty();
    state.typing = ImGui::GetIO().WantTextInput || number;
    // A dialog has the keyboard also before its first ring is shown.
    state.navigating = (ImGui::GetIO().NavVisible && ImGui::GetCurrentContext()->NavId != 0) ||
                       ImGui::GetTopMostPopupModal() != nullptr;
}

app::Actions unsaid(State& state, const app::Model& model) {
    app::Actions actions;
    if (state.meeting.closing)
        if (const auto line = unsaid_line(*state.meeting.closing, model)) actions.push_back(*line);
    return actions;
}
bool typing(const State& state) {
    return state.typing;
}
bool navigating(const State& state) {
    return state.navigating;
}
bool takes_escape(const State& state, const app::Model& model) {
    if (state.takes_escape) return true;
    if (model.place != app::Place::handbook) return false;
    return std::any_of(std::begin(state.reader.pages), std::end(state.reader.pages),
                       [](const ReaderPage& page) { return !page.selection.empty(); });
}
std::uint64_t layouts_made(const State& state) {
    return state.layouts.made() + state.reader.pages[0].galley.made() + state.reader.pages[1].galley.made() +
           compare_layouts_made(state.reader);
}
bool animating(const State& state) {
    return state.animating;
}

}  // namespace ui
