#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/kit.h"

namespace ui {

namespace {

/// Draws what `content` draws over a ground that is as high as it turned out to be.
void surface(Context& context, const char* id, float width, float height, float padding, float left,
             const std::function<void(float)>& content,
             const std::function<void(ImDrawList&, ImVec2, ImVec2)>& ground) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImDrawListSplitter layers;
    layers.Split(&list, 2);
    layers.SetCurrentChannel(&list, 1);
    const float pad = std::round(context.px(padding));
    const float inner = width - 2 * pad - left;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(id);
    ImGui::SetCursorScreenPos({at.x + pad + left, at.y + pad});
    ImGui::BeginGroup();
    // flow() and wrapped fields measure against the window's work area: inside a surface that is the surface.
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const ImRect work = window.WorkRect;
    const ImRect content_region = window.ContentRegionRect;
    window.WorkRect.Max.x = at.x + pad + left + inner;
    window.ContentRegionRect.Max.x = window.WorkRect.Max.x;
    content(inner);
    window.WorkRect = work;
    window.ContentRegionRect = content_region;
    ImGui::EndGroup();
    ImGui::PopID();
    const float bottom = std::max(at.y + height, ImGui::GetItemRectMax().y + pad);
    layers.SetCurrentChannel(&list, 0);
    ground(list, at, {at.x + width, bottom});
    layers.Merge(&list);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, bottom - at.y});
}

/// Begins a window whose scrollbar is a quiet line on the ground.
template <class Begin>
void with_quiet_scrollbar(Context& context, Begin begin) {
    const Palette& p = context.palette;
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, std::max(8.0f, std::round(context.px(10))));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, context.px(5));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, 0);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, p.line);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, p.edge);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, p.muted);
    begin();
    ImGui::PopStyleColor(4);
    ImGui::PopStyleVar(2);
}

}  // namespace

void card(Context& context, const char* id, float width, const std::function<void(float inner)>& content, float height,
          float padding) {
    surface(context, id, width, height, padding, 0, content, [&](ImDrawList& list, ImVec2 min, ImVec2 max) {
        list.AddRectFilled(min, max, context.palette.raised, context.px(radius));
        list.AddRect(min, max, context.palette.line, context.px(radius), 0, std::max(1.0f, context.scale));
    });
}

void callout(Context& context, const char* id, float width, bool warm,
             const std::function<void(float inner)>& content) {
    const Palette& p = context.palette;
    surface(context, id, width, 0, 16, context.px(4), content, [&](ImDrawList& list, ImVec2 min, ImVec2 max) {
        list.AddRectFilled(min, max, warm ? p.amber_soft : p.primary_soft, context.px(radius),
                           ImDrawFlags_RoundCornersRight);
        list.AddRectFilled(min, {min.x + context.px(4), max.y}, warm ? p.amber : p.primary);
    });
}

void scroll_area(Context& context, const char* id, ImVec2 size, const std::function<void()>& content) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
    with_quiet_scrollbar(context, [&] { ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened); });
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    content();
    ImGui::EndChild();
}

bool dialog(Context& context, const char* id, std::string_view title, float design_width,
            const std::function<void()>& content) {
    const Palette& p = context.palette;
    if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    const float width = std::min(context.px(design_width), viewport.Size.x - context.px(32));
    ImGui::SetNextWindowPos(viewport.GetCenter(), ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, viewport.Size.y - context.px(32)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.px(32), context.px(28)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.px(14));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, p.ground);
    ImGui::PushStyleColor(ImGuiCol_ModalWindowDimBg, faded(IM_COL32(0x0C, 0x18, 0x1C, 0xFF), 0.45f));
    bool shown = false;
    with_quiet_scrollbar(context, [&] {
        shown =
            ImGui::BeginPopupModal(id, nullptr,
                                   ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                                       ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoSavedSettings);
    });
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    if (!shown) return true;
    bool keep = true;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = width - 2 * context.px(32);
    text(context, title, {.size = text_title, .face = book::Face::bold, .wrap = inner - context.px(48), .line = 1.25f});
    const ImVec2 below = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + inner - context.px(36), at.y - context.px(4)});
    if (icon_button(context, "dialog-close", Icon::cross, {})) keep = false;
    ImGui::SetCursorScreenPos(below);
    ImGui::Dummy({0, 0});
    gap(context, 12);
    content();
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) keep = false;
    if (!keep) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return keep;
}

void popup(Context& context, const char* id, ImVec2 padding, float rounding, const std::function<void()>& content) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.px(padding.x), context.px(padding.y)});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, context.px(rounding));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0f, context.scale));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, context.palette.raised);
    ImGui::PushStyleColor(ImGuiCol_Border, context.palette.edge);
    const bool shown = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    if (!shown) return;
    content();
    ImGui::EndPopup();
}

void progress(Context& context, float share, float width, bool warm) {
    const Palette& p = context.palette;
    const float height = std::round(context.px(6));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, p.line, height / 2);
    const float done = width * std::clamp(share, 0.0f, 1.0f);
    if (done >= 1)
        list.AddRectFilled(at, {at.x + std::max(done, height), at.y + height}, warm ? p.amber : p.primary, height / 2);
    ImGui::Dummy({width, height});
}

void divider(Context& context) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = ImGui::GetCurrentWindow()->WorkRect.Max.x;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y}, {right, at.y + std::max(1.0f, std::round(context.scale))},
                                              context.palette.line);
    ImGui::Dummy({0, std::max(1.0f, std::round(context.scale))});
}

}  // namespace ui
