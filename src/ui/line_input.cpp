#include "ui/line_input.h"

#include <algorithm>
#include <cmath>

#include "ui/fonts.h"
#include "ui/index.h"

namespace ui {
namespace {

struct Typed {
    std::string* value;
    int moved = 0;
};

int on_event(ImGuiInputTextCallbackData* data) {
    auto& typed = *static_cast<Typed*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        typed.value->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = typed.value->data();
    }
    if (data->EventFlag == ImGuiInputTextFlags_CallbackHistory)
        typed.moved = data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
    return 0;
}

}  // namespace

float line_padding(const Context& context, float size, float height) {
    return std::max(0.0f, std::floor((height - imgui_size(book::Face::regular, context.px(size))) / 2));
}

LineDeed line_input(Context& context, const char* id, std::string_view name, std::string_view hint, std::string& value,
                    float width, const LineOptions& options) {
    const Palette& p = context.palette;
    ImGui::PushFont(context.fonts[book::Face::regular], imgui_size(book::Face::regular, context.px(options.size)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, options.padding);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, context.px(options.rounding));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, options.edge == 0 ? 0 : std::max(1.0f, context.scale));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, options.ground);
    ImGui::PushStyleColor(ImGuiCol_Border, options.edge);
    ImGui::PushStyleColor(ImGuiCol_Text, p.ink);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, p.muted);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, faded(p.primary, 0.3f));
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, p.ink);
    ImGui::SetNextItemWidth(width);
    Typed typed{&value};
    LineDeed deed;
    deed.edited = ImGui::InputTextWithHint((std::string("##") + id).c_str(), std::string(hint).c_str(), value.data(),
                                           value.capacity() + 1, options.flags | ImGuiInputTextFlags_CallbackResize,
                                           on_event, &typed);
    deed.moved = typed.moved;
    deed.active = ImGui::IsItemActive();
    deed.left = ImGui::IsItemDeactivated();
    deed.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    report(ItemRole::field, id, name);
    ImGui::PopStyleColor(6);
    ImGui::PopStyleVar(3);
    ImGui::PopFont();
    return deed;
}

void line_edge(Context& context, ImVec2 min, ImVec2 max, float rounding, const LineDeed& deed) {
    const Palette& p = context.palette;
    ImGui::GetWindowDrawList()->AddRect(
        min, max,
        deed.active    ? p.primary
        : deed.focused ? p.focus
                       : p.edge,
        context.px(rounding), 0,
        deed.active || deed.focused ? std::max(2.0f, context.px(2)) : std::max(1.0f, context.scale));
}

}  // namespace ui
