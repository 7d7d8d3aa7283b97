#include "ui/index.h"

#include <imgui_internal.h>

// ImGui calls these when it is built with its test hooks. Our own list is filled by report(), so they have nothing to
// do.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}

namespace ui {
namespace {

Index* attached() {
    return static_cast<Index*>(ImGui::GetCurrentContext()->TestEngine);
}

void add(ItemRole role, std::string_view id, std::string_view label, ImVec2 min, ImVec2 max, bool disabled, bool on) {
    ImRect box(min, max);
    box.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
    if (box.GetWidth() < 1 || box.GetHeight() < 1) return;
    attached()->add({role, std::string(id), std::string(label), box.Min, box.Max, disabled, on});
}

}  // namespace

void Index::attach() {
    ImGui::GetCurrentContext()->TestEngine = this;
}

const Item* Index::find(std::string_view wanted) const {
    for (const Item& item : items_)
        if (item.id == wanted) return &item;
    for (const Item& item : items_)
        if (item.label == wanted) return &item;
    return nullptr;
}

void report(ItemRole role, std::string_view id, std::string_view label, bool disabled, bool on) {
    if (attached() != nullptr) add(role, id, label, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), disabled, on);
}

void report_text(std::string_view label, ImVec2 min, ImVec2 max) {
    if (attached() != nullptr) add(ItemRole::text, {}, label, min, max, false, false);
}

}  // namespace ui
