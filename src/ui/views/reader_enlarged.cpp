// A picture of the page, as large as the window has room for.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

const book::Block* picture_of(const std::vector<book::Block>& blocks, std::string_view source) {
    for (const book::Block& block : blocks) {
        if (block.type == book::BlockType::image && block.source == source) return &block;
        if (const book::Block* inside = picture_of(block.children, source)) return inside;
    }
    return nullptr;
}

/// In all its detail as soon as that is there, until then as on the page.
Texture texture_of(const Context& context, const std::string& source) {
    if (context.pictures == nullptr) return {};
    const Texture whole = context.pictures->whole(source);
    return whole.width > 0 ? whole : context.pictures->texture(source);
}

/// True while it should stay.
bool draw_large(Reading& reading, ImVec2 at, ImVec2 size) {
    Context& context = reading.context;
    const ReaderPage& page = reading.page();
    const Palette& p = context.palette;
    const float edge = std::round(context.px(40));
    const float side = std::round(context.px(40));
    const TextStyle style{.size = text_body,
                          .colour = p.muted,
                          .wrap = std::min(size.x - 2 * edge, std::round(context.px(760))),
                          .line = 1.45f};
    const ImVec2 words = page.enlarged_words.empty() ? ImVec2() : text_size(context, page.enlarged_words, style);
    const float below = words.y > 0 ? words.y + std::round(context.px(20)) : 0;
    const float top = std::round(context.px(16)) + side;
    const ImVec2 room{size.x - 2 * edge, std::max(size.y * 0.4f, size.y - top - edge - below)};
    const Texture texture = texture_of(context, page.enlarged);
    ImVec2 shown{};
    if (texture.width > 0 && texture.height > 0) {
        const auto across = static_cast<float>(texture.width), up = static_cast<float>(texture.height);
        const float grow = std::min(room.x / across, room.y / up);
        shown = {std::round(across * grow), std::round(up * grow)};
    }
    const float y = at.y + top + std::round(std::max(0.0f, (size.y - top - edge - below - shown.y) / 2));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (shown.x > 0) {
        const ImVec2 min{at.x + std::round((size.x - shown.x) / 2), y};
        list.AddImageRounded(texture.id, min, {min.x + shown.x, min.y + shown.y}, {0, 0}, {1, 1}, IM_COL32_WHITE,
                             context.px(radius));
    }
    if (words.y > 0) {
        const ImVec2 from{at.x + std::round((size.x - words.x) / 2), y + shown.y + std::round(context.px(20))};
        text_at(context, from, page.enlarged_words, style);
        report_text(page.enlarged_words, from, {from.x + words.x, from.y + words.y});
    }
    ImGui::SetCursorScreenPos({at.x + size.x - side - std::round(context.px(16)), at.y + std::round(context.px(12))});
    const bool closed = icon_button(context, "enlarged-close", Icon::cross,
                                    reading.words()[words::Key::reader_enlarged_close]);
    if (ImGui::IsWindowAppearing()) return true;  // the press that opened it is not over
    return !closed && !ImGui::IsMouseClicked(0) && !ImGui::IsKeyPressed(ImGuiKey_Escape, false) &&
           !ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
}

}  // namespace

void answer_enlarged(Reading& reading, const PageEvents& events) {
    if (events.enlarged == nullptr) return;
    ReaderPage& page = reading.page();
    page.enlarged = events.enlarged->source;
    const book::Block* block = picture_of(reading.document().blocks, page.enlarged);
    page.enlarged_words = block != nullptr && !block->caption.empty() ? block->caption : events.enlarged->alt;
}

void draw_enlarged(Reading& reading) {
    ReaderPage& page = reading.page();
    if (page.enlarged.empty()) return;
    Context& context = reading.context;
    if (!ImGui::IsPopupOpen("enlarged")) ImGui::OpenPopup("enlarged");
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.Pos);
    ImGui::SetNextWindowSize(viewport.Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, context.palette.ground);
    const bool shown = ImGui::BeginPopupModal("enlarged", nullptr,
                                              ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                                  ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (!shown) return;
    if (!draw_large(reading, viewport.Pos, viewport.Size)) {
        page.enlarged.clear();
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace ui
