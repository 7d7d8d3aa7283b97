// What differs, text by text: the left column of the comparison.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/edition_words.h"
#include "ui/index.h"
#include "ui/views/compare_parts.h"

namespace ui {
namespace {

using words::Key;

/// "+2 −1 ≠4". Signs, so that it takes no room and needs no colour.
std::string counts_of(const book::DocumentChange& document) {
    int added = 0, gone = 0, changed = static_cast<int>(document.facts.size());
    for (const book::Row& row : document.rows) {
        if (row.kind == book::Change::added) ++added;
        if (row.kind == book::Change::gone) ++gone;
        if (row.kind == book::Change::changed || (row.kind == book::Change::moved && row.newer >= 0)) ++changed;
    }
    std::string counts;
    const auto say = [&](const char* sign, int count) {
        if (count > 0) counts += (counts.empty() ? "" : "  ") + (sign + std::to_string(count));
    };
    say("+", added);
    say("−", gone);
    say("≠", changed);
    return counts;
}

void draw_entry(Comparing& comparing, int number, float width) {
    Context& context = comparing.context;
    CompareState& state = comparing.state;
    const Palette& p = context.palette;
    const CompareEntry& entry = state.entries[static_cast<std::size_t>(number)];
    const float pad = std::round(context.px(12));
    if (entry.type == CompareEntry::Type::part) {
        if (number > 0) gap(context, 12);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ReaderColumn column({at.x + pad, at.y}, width - 2 * pad);
        text(context, entry.title, {.size = 15, .face = book::Face::semibold, .wrap = width - 2 * pad, .line = 1.35f});
        gap(context, 6);
        return;
    }
    const bool on = number == state.chosen;
    std::string below = entry.kind == book::Change::changed ? "" : comparing.words()[app::name_of(entry.kind)];
    if (!entry.counts.empty() && entry.kind != book::Change::added && entry.kind != book::Change::gone)
        below += (below.empty() ? "" : " · ") + entry.counts;
    const TextStyle title{.size = 15,
                          .face = on ? book::Face::semibold : book::Face::regular,
                          .colour = on ? p.on_primary_soft : p.ink,
                          .wrap = width - 2 * pad,
                          .line = 1.35f};
    const TextStyle small{
        .size = text_small, .colour = on ? p.on_primary_soft : p.muted, .wrap = width - 2 * pad, .line = 1.4f};
    const float above = std::round(context.px(7));
    const float title_height = text_size(context, entry.title, title).y;
    const float height = 2 * above + title_height + (below.empty() ? 0 : text_size(context, below, small).y);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id =
        entry.document < 0
            ? std::string("compare/programme")
            : "compare/" + comparing.comparison.documents[static_cast<std::size_t>(entry.document)].newer_path +
                  (entry.kind == book::Change::gone
                       ? comparing.comparison.documents[static_cast<std::size_t>(entry.document)].older_path
                       : std::string());
    if (ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav)) {
        choose_compared(comparing, number);
        state.list_open = false;
    }
    report(ItemRole::link, id, entry.title + (below.empty() ? "" : ": " + below), false, on);
    if (on && state.reveal) {
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleCenterY);
        state.reveal = false;
    }
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsItemVisible()) {
        if (on || hovered)
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                                      on ? p.primary_soft : faded(p.ink, 0.05f), context.px(8));
        text_at(context, {at.x + pad, at.y + above}, entry.title, title);
        if (!below.empty()) text_at(context, {at.x + pad, at.y + above + title_height}, below, small);
    }
    focus_ring(context, 8);
    gap(context, 1);
}

}  // namespace

void refresh_compare_list(Comparing& comparing) {
    CompareState& state = comparing.state;
    const int language = static_cast<int>(comparing.model.settings.language);
    if (state.comparison == comparing.model.older->comparison && state.language == language) return;
    state.comparison = comparing.model.older->comparison;
    state.language = language;
    state.entries.clear();
    state.chosen = -1;
    state.page = {};
    const book::Handbook& newer = *comparing.model.handbook;
    const book::Handbook& older = comparing.model.older->book ? *comparing.model.older->book : newer;
    if (!comparing.comparison.facts.empty())
        state.entries.push_back({CompareEntry::Type::programme, -1, newer.programme.title, {}, book::Change::changed});
    int part = 0;
    for (std::size_t i = 0; i < comparing.comparison.documents.size(); ++i) {
        const book::DocumentChange& change = comparing.comparison.documents[i];
        if (change.same()) continue;
        const book::Handbook& book = change.newer >= 0 ? newer : older;
        const int index = change.newer >= 0 ? change.newer : change.older;
        if (index >= static_cast<int>(book.documents.size())) continue;
        const book::Document& document = book.documents[static_cast<std::size_t>(index)];
        if (document.part != part) {
            part = document.part;
            for (const book::PartInfo& info : book.programme.parts)
                if (info.number == part)
                    state.entries.push_back(
                        {CompareEntry::Type::part,
                         -1,
                         comparing.words()(Key::reader_part, {{"number", part}, {"title", info.title}}),
                         {},
                         book::Change::same});
        }
        state.entries.push_back(
            {CompareEntry::Type::document, static_cast<int>(i), reader_name(document), counts_of(change), change.kind});
        if (!state.path.empty() && (change.newer_path == state.path || change.older_path == state.path) &&
            state.chosen < 0)
            state.chosen = static_cast<int>(state.entries.size()) - 1;
    }
    if (state.chosen < 0) choose_compared(comparing, neighbour_entry(state, 1));
}

void choose_compared(Comparing& comparing, int entry) {
    CompareState& state = comparing.state;
    state.chosen = entry;
    state.page = {};
    state.path.clear();
    if (entry < 0) return;
    if (const book::DocumentChange* document = comparing.document())
        state.path = document->newer_path.empty() ? document->older_path : document->newer_path;
    state.reveal = true;
}

int neighbour_entry(const CompareState& state, int way) {
    for (int i = state.chosen + way; i >= 0 && i < static_cast<int>(state.entries.size()); i += way)
        if (state.entries[static_cast<std::size_t>(i)].type != CompareEntry::Type::part) return i;
    return -1;
}

void draw_compare_list(Comparing& comparing, ImVec2 size) {
    Context& context = comparing.context;
    const float margin = std::round(context.px(18));
    const float bleed = std::round(context.px(8));
    const float bar = std::round(context.px(16));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = size.x - 2 * margin;
    ImGui::SetCursorScreenPos({at.x + margin - bleed, at.y});
    scroll_area(context, "compare-list", {bleed + width + bar, size.y}, [&] {
        const ImVec2 start = ImGui::GetCursorScreenPos();
        const ReaderColumn column({start.x + bleed, start.y + bleed}, width);
        for (std::size_t i = 0; i < comparing.state.entries.size(); ++i)
            draw_entry(comparing, static_cast<int>(i), width);
        gap(context, 24);
    });
}

}  // namespace ui
