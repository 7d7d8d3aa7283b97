// What can be done with marked text: copied, or read aloud; by keys and from a menu on the page.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "book/text_cut.h"
#include "book/to_markdown.h"
#include "ui/index.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using book::TextPlace;

/// The blocks from one place to another. Lists that the galley divided are whole again.
std::vector<book::Block> blocks_between(Reading& reading, TextPlace first, TextPlace last) {
    const ReaderPage& page = reading.page();
    std::vector<book::Block> all;
    std::vector<book::Block> kept;
    for (std::uint32_t i = first.stretch; i <= last.stretch && i < page.galley.size(); ++i) {
        for (const book::Block& block : page.galley.blocks(i, kept)) {
            const bool divided = !all.empty() && block.type == book::BlockType::list &&
                                 all.back().type == book::BlockType::list && all.back().line == block.line;
            if (divided)
                all.back().children.insert(all.back().children.end(), block.children.begin(), block.children.end());
            else
                all.push_back(block);
        }
    }
    const std::string head = page.galley.text(first.stretch);
    const std::string foot = page.galley.text(last.stretch);
    const book::Shown shown{&page.switches, &reader_pictures(reading.context)};
    return book::cut_text(std::move(all), book::signs(std::string_view(head).substr(0, first.offset)),
                          book::signs(std::string_view(foot).substr(std::min<std::size_t>(last.offset, foot.size()))),
                          shown);
}

void copy(Reading& reading, bool markdown) {
    const ReaderSelection& chosen = reading.page().selection;
    if (chosen.empty()) return;
    const std::vector<book::Block> blocks = blocks_between(reading, chosen.first(), chosen.last());
    const book::Document& document = reading.document();
    reading.context.say(app::Copy{markdown ? book::to_markdown(blocks, document.links, document.footnotes)
                                           : book::copied_text(blocks)});
}

/// The paragraph that is meant when nothing is marked: where the keyboard is on the page, else the first one in view.
TextPlace meant(Reading& reading, ImVec2 origin) {
    ReaderPage& page = reading.page();
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (ImGui::GetIO().NavVisible && imgui.NavWindow == &window && imgui.NavId != 0) {
        const ImRect box = ImGui::WindowRectRelToAbs(imgui.NavWindow, window.NavRectRel[imgui.NavLayer]);
        const ImVec2 middle = box.GetCenter();
        if (middle.y >= std::max(origin.y, window.InnerClipRect.Min.y) && middle.y < window.InnerClipRect.Max.y)
            return place_under(reading, origin, middle);
    }
    const float top = std::max(0.0f, ImGui::GetScrollY() - page.body_top);
    const ReaderSelection& chosen = page.selection;
    if (chosen.revision != 0) {
        const float y = page.galley.y_of(chosen.end);
        if (y >= top - 1 && y < top + page.view) return chosen.end;
    }
    return page.galley.place_below(top);
}

void read_aloud(Reading& reading, ImVec2 origin) {
    if (reading.model.speaking) {
        reading.context.say(app::StopReadingAloud{});
        return;
    }
    ReaderSelection& chosen = reading.page().selection;
    const auto [first, last] =
        chosen.empty() ? paragraph_at(reading, meant(reading, origin)) : std::pair{chosen.first(), chosen.last()};
    chosen.spoken_begin = first;
    chosen.spoken_end = last;
    reading.context.say(app::ReadAloud{book::plain_text(blocks_between(reading, first, last))});
}

/// "Les høyt (Ctrl+L)" as its words and its key.
std::pair<std::string_view, std::string_view> parted(std::string_view label) {
    const auto open = label.rfind(" (");
    if (open == std::string_view::npos || !label.ends_with(')')) return {label, {}};
    return {label.substr(0, open), label.substr(open + 2, label.size() - open - 3)};
}

struct Entry {
    const char* id;
    std::string_view label;
    std::string_view key;
    bool disabled = false;
};

bool draw_entry(Context& context, const Entry& entry, float width) {
    const Palette& p = context.palette;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = std::round(context.px(36));
    const float pad = std::round(context.px(14));
    ImGui::BeginDisabled(entry.disabled);
    const bool chosen = ImGui::InvisibleButton(entry.id, {width, height}, ImGuiButtonFlags_EnableNav);
    const bool hovered = ImGui::IsItemHovered();
    ImGui::EndDisabled();
    report(ItemRole::button, entry.id, entry.label, entry.disabled);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (hovered) list.AddRectFilled(at, {at.x + width, at.y + height}, faded(p.ink, 0.06f), context.px(6));
    focus_ring(context, 6);
    const float fade = entry.disabled ? 0.4f : 1.0f;
    const TextStyle style{.size = 15, .colour = faded(p.ink, fade), .line = 1.3f};
    const TextStyle small{.size = text_small, .colour = faded(p.muted, fade), .line = 1.3f};
    const float drop = std::round((height - text_size(context, entry.label, style).y) / 2);
    text_at(context, {at.x + pad, at.y + drop}, entry.label, style);
    const ImVec2 key = text_size(context, entry.key, small);
    text_at(context, {at.x + width - pad - key.x, at.y + std::round((height - key.y) / 2)}, entry.key, small);
    return chosen && !entry.disabled;
}

void draw_menu(Reading& reading) {
    Context& context = reading.context;
    int chosen = -1;
    popup(context, "text-menu", {6, 6}, radius, [&] {
        const words::Catalogue& words = reading.words();
        const bool nothing = reading.page().selection.empty();
        const auto [aloud, aloud_key] =
            parted(words[reading.model.speaking ? words::Key::reader_aloud_stop : words::Key::reader_aloud]);
        const Entry entries[] = {
            {"text-copy", words[words::Key::reader_copy], "Ctrl+C", nothing},
            {"text-copy-markdown", words[words::Key::reader_copy_markdown], "Ctrl+Shift+C", nothing},
            {"text-aloud", aloud, aloud_key},
            {"text-all", words[words::Key::reader_select_all], "Ctrl+A"}};
        float width = 0;
        for (const Entry& entry : entries)
            width = std::max(width, text_size(context, entry.label, {.size = 15}).x +
                                        text_size(context, entry.key, {.size = text_small}).x);
        width = std::round(width + context.px(14 + 32 + 14));
        for (int i = 0; i < static_cast<int>(std::size(entries)); ++i)
            if (draw_entry(context, entries[i], width)) chosen = i;
        if (chosen >= 0 || ImGui::Shortcut(ImGuiKey_Escape)) ImGui::CloseCurrentPopup();
    });
    if (chosen == 0 || chosen == 1) copy(reading, chosen == 1);
    if (chosen == 2) reading.page().selection.speak = true;
    if (chosen == 3) select_all(reading);
}

}  // namespace

void use_text(Reading& reading, ImVec2 origin) {
    ReaderPage& page = reading.page();
    ReaderSelection& chosen = page.selection;
    const ImGuiIO& io = ImGui::GetIO();
    const bool covered = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    const bool active = reading.side == reading.state.active;
    if (!covered && !io.WantTextInput) {
        if (ImGui::IsMouseClicked(1) && ImGui::IsWindowHovered() && io.MousePos.y >= origin.y &&
            io.MousePos.y < origin.y + page.galley.height()) {
            const TextPlace place = place_under(reading, origin, io.MousePos);
            // What is marked stays; else "read aloud" means the paragraph under the mouse.
            if (chosen.empty()) {
                chosen.anchor = chosen.end = chosen.chosen_begin = chosen.chosen_end = place;
                chosen.revision = reading.document().revision;
            }
            ImGui::OpenPopup("text-menu");
        } else if (active && (ImGui::Shortcut(ImGuiKey_Menu, ImGuiInputFlags_RouteGlobal) ||
                              ImGui::Shortcut(ImGuiMod_Shift | ImGuiKey_F10, ImGuiInputFlags_RouteGlobal))) {
            const float y = page.galley.y_of(chosen.empty() ? meant(reading, origin) : chosen.end);
            const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
            ImGui::SetNextWindowPos({origin.x, std::clamp(origin.y + y + reading.context.px(28), clip.Min.y,
                                                          std::max(clip.Min.y, clip.Max.y - reading.context.px(160)))});
            ImGui::OpenPopup("text-menu");
        }
        if (!chosen.empty() && ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_C, ImGuiInputFlags_RouteGlobal))
            copy(reading, false);
        if (!chosen.empty() &&
            ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_C, ImGuiInputFlags_RouteGlobal))
            copy(reading, true);
    }
    draw_menu(reading);
    if (std::exchange(chosen.speak, false)) read_aloud(reading, origin);
}

}  // namespace ui
