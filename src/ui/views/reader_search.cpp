#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/commands.h"
#include "ui/fonts.h"
#include "ui/index.h"
#include "ui/line_input.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

void open_hit(Reading& reading, int number) {
    if (number < 0 || number >= static_cast<int>(reading.state.hits.hits.size())) return;
    const std::size_t index = static_cast<std::size_t>(reading.state.hits.hits[static_cast<std::size_t>(number)].hit);
    if (index >= reading.model.reader.hits.size()) return;
    const book::Hit& hit = reading.model.reader.hits[index];
    if (hit.document < 0 || hit.document >= static_cast<int>(reading.book.documents.size())) return;
    const std::string& path = reading.book.documents[static_cast<std::size_t>(hit.document)].path;
    const app::Reader& reader = reading.model.reader;
    reading.state.contents_open = false;
    reading.state.sought = {.query = reader.query,
                            .document = path,
                            .arrivals = reader.arrivals + 1,
                            .words = book::Query(reader.query, hit.way)};
    open_from(reading, path, hit.anchor);
}

/// The excerpt with what lies between U+0002 and U+0003 set bold.
book::Block excerpt_block(const std::string& excerpt) {
    book::Block block;
    std::string piece;
    bool found = false;
    const auto finish = [&] {
        if (!piece.empty())
            block.spans.push_back({.text = piece, .marks = found ? std::uint8_t{book::mark_bold} : std::uint8_t{0}});
        piece.clear();
    };
    for (const char c : excerpt) {
        if (c == '\x02' || c == '\x03') {
            finish();
            found = c == '\x02';
        } else {
            piece += c == '\n' ? ' ' : c;
        }
    }
    finish();
    return block;
}

void set_hits(Reading& reading, float width) {
    ReaderHits& set = reading.state.hits;
    const app::Reader& reader = reading.model.reader;
    const float scale = reading.context.scale;
    if (set.query == reader.query && set.search == reading.model.search.get() && set.count == reader.hits.size() &&
        set.width == width && set.scale == scale)
        return;
    if (set.query != reader.query) reading.state.chosen_hit = 0;
    set = {reader.query, reading.model.search.get(), reader.hits.size(), width, scale, {}};
    book::Style style = book::Style::reader(reading.context.px(14));
    style.line = 1.45f;
    const FontMeasure measure(reading.context.fonts);
    std::vector<int> parts;  // in the order of their best hit
    for (const book::Hit& hit : reader.hits) {
        if (hit.document < 0 || hit.document >= static_cast<int>(reading.book.documents.size())) continue;
        const int part = reading.book.documents[static_cast<std::size_t>(hit.document)].part;
        if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
    for (const int part : parts) {
        bool first = true;
        for (std::size_t i = 0; i < reader.hits.size(); ++i) {
            const book::Hit& hit = reader.hits[i];
            if (hit.document < 0 || hit.document >= static_cast<int>(reading.book.documents.size())) continue;
            const book::Document& document = reading.book.documents[static_cast<std::size_t>(hit.document)];
            if (document.part != part) continue;
            ReaderHit view{.hit = static_cast<int>(i), .part = part, .first_of_part = first, .heading = hit.heading};
            first = false;
            if (view.heading.empty() || view.heading == document.title || view.heading == reader_name(document))
                view.heading = reader_name(document);
            else
                view.place = reader_name(document);
            view.excerpt = book::lay_out(std::vector<book::Block>{excerpt_block(hit.excerpt)}, style, width, measure,
                                         reader_pictures(reading.context));
            set.hits.push_back(std::move(view));
        }
    }
    reading.state.chosen_hit =
        std::clamp(reading.state.chosen_hit, 0, std::max(0, static_cast<int>(set.hits.size()) - 1));
}

std::string part_title(const Reading& reading, int part) {
    for (const book::PartInfo& info : reading.book.programme.parts)
        if (info.number == part)
            return reading.words()(words::Key::reader_part, {{"number", part}, {"title", info.title}});
    return reading.words()(words::Key::reader_part_short, {{"number", part}});
}

void draw_hit(Reading& reading, int number, float width) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    const ReaderHit& hit = reading.state.hits.hits[static_cast<std::size_t>(number)];
    const float pad = std::round(context.px(12));
    const float inner = width - 2 * pad;
    const bool on = number == reading.state.chosen_hit;
    const TextStyle heading{.size = 15,
                            .face = book::Face::semibold,
                            .colour = on ? p.on_primary_soft : p.ink,
                            .wrap = inner,
                            .line = 1.3f};
    const TextStyle place{.size = text_small, .colour = p.muted, .wrap = inner, .line = 1.35f};
    const float heading_height = text_size(context, hit.heading, heading).y;
    const float place_height = hit.place.empty() ? 0 : text_size(context, hit.place, place).y;
    const float between = std::round(context.px(4));
    const float height = 2 * std::round(context.px(10)) + heading_height + place_height + between + hit.excerpt.height;

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = "hit/" + std::to_string(number);
    if (ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav)) {
        reading.state.chosen_hit = number;
        open_hit(reading, number);
    }
    report(ItemRole::link, id, hit.heading, false, on);
    if (on && reading.state.show_chosen_hit) {
        ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
        reading.state.show_chosen_hit = false;
    }
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    focus_ring(context, 8);
    if (!ImGui::IsItemVisible()) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (on || ImGui::IsItemHovered())
        list.AddRectFilled(at, {at.x + width, at.y + height}, on ? p.primary_soft : faded(p.ink, 0.05f), context.px(8));
    float y = at.y + std::round(context.px(10));
    text_at(context, {at.x + pad, y}, hit.heading, heading);
    y += heading_height;
    if (!hit.place.empty()) {
        text_at(context, {at.x + pad, y}, hit.place, place);
        report_text(hit.place, {at.x + pad, y}, {at.x + width, y + place_height});
    }
    y += place_height + between;
    paint(hit.excerpt, {at.x + pad, y}, {at.x, at.y}, {at.x + width, at.y + height}, context, p);
}

/// As many hits as there is room for: there may be more.
bool full(const app::Reader& reader) {
    constexpr std::size_t most = 40;  // of book::SearchIndex::find
    return reader.hits.size() >= most;
}

bool found_loosely(const app::Reader& reader) {
    return std::none_of(reader.hits.begin(), reader.hits.end(),
                        [](const book::Hit& hit) { return hit.way == book::Way::exact; });
}

}  // namespace

void step_through_hits(Reading& reading) {
    ReaderState& state = reading.state;
    const bool covered = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    if (covered || reading.page().find.open || state.hits.hits.empty() ||
        state.hits.query != reading.model.reader.query || state.query.empty() ||
        !ImGui::IsKeyPressed(ImGuiKey_F3, false))
        return;
    const int last = static_cast<int>(state.hits.hits.size()) - 1;
    // The first press opens the chosen hit, as Enter does; from there they go on.
    const int by = state.sought.query.empty() ? 0 : ImGui::GetIO().KeyShift ? -1 : 1;
    state.chosen_hit = std::clamp(state.chosen_hit + by, 0, last);
    state.show_chosen_hit = true;
    open_hit(reading, state.chosen_hit);
}

bool draw_reader_search_field(Reading& reading, float width) {
    Context& context = reading.context;
    ReaderState& state = reading.state;
    const Palette& p = context.palette;
    const app::Reader& reader = reading.model.reader;
    const words::Catalogue& words = reading.words();

    // The query can also be taken away elsewhere (Esc): then the field follows.
    const bool follow = reader.query != state.seen_query && reader.query != state.query;
    state.seen_query = reader.query;

    const float height = std::round(context.px(44));
    const float side = std::round(context.px(40));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, p.raised, context.px(radius));
    const bool filled = !state.query.empty();
    const std::string_view key = app::info(app::Command::find_everywhere).keys;
    const float key_room =
        text_size(context, key, {.size = text_small, .face = book::Face::semibold}).x + context.px(14 + 12);

    if (state.focus_search) ImGui::SetKeyboardFocusHere();
    const ImGuiID field_id = ImGui::GetID("##search");
    if (follow) {
        state.query = reader.query;
        if (ImGuiInputTextState* typed = ImGui::GetInputTextState(field_id)) typed->ReloadUserBufAndMoveToEnd();
    }
    const std::string before = state.query;
    const std::string& label = words[words::Key::reader_search];
    const LineDeed deed =
        line_input(context, "search", label, label, state.query, width - (filled ? side : key_room),
                   {.padding = {context.px(14), line_padding(context, 15, height)},
                    .flags = ImGuiInputTextFlags_CallbackHistory | ImGuiInputTextFlags_EscapeClearsAll |
                             ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll});
    state.focus_search = false;

    line_edge(context, at, {at.x + width, at.y + height}, radius, deed);
    if (filled) {
        ImGui::SetCursorScreenPos({at.x + width - side - context.px(2), at.y + std::round((height - side) / 2)});
        if (reader_tool(context, "search-clear", Icon::cross, {}, words[words::Key::reader_search_clear], false)) {
            state.query.clear();
            if (ImGuiInputTextState* typed = ImGui::GetInputTextState(field_id)) typed->ReloadUserBufAndMoveToEnd();
        }
    } else {
        key_chip(context, list, {at.x + width - key_room, at.y + std::round((height - context.px(22)) / 2)}, key,
                 p.muted, nullptr);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});

    if (state.query != before) {
        state.chosen_hit = 0;
        context.say(app::Search{state.query});
    }
    const int last = static_cast<int>(state.hits.hits.size()) - 1;
    if (deed.moved != 0 && last >= 0) {
        state.chosen_hit = std::clamp(state.chosen_hit + deed.moved, 0, last);
        state.show_chosen_hit = true;
    }
    if (deed.edited && !state.query.empty() && state.query == reader.query) open_hit(reading, state.chosen_hit);
    return !state.query.empty();
}

void draw_reader_hits(Reading& reading, float width) {
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const Palette& p = context.palette;
    const float pad = std::round(context.px(12));
    set_hits(reading, width - 2 * pad);
    const std::vector<ReaderHit>& hits = reading.state.hits.hits;
    const TextStyle quiet{.size = text_small, .colour = p.muted, .wrap = width - 2 * pad, .line = 1.4f};
    const auto line = [&](std::string_view words_shown, const TextStyle& style) {
        ReaderColumn column({ImGui::GetCursorScreenPos().x + pad, ImGui::GetCursorScreenPos().y}, width - 2 * pad);
        text(context, words_shown, style);
    };
    if (reading.model.search == nullptr) {
        line(words[words::Key::reader_search_waits], quiet);
        return;
    }
    if (hits.empty()) {
        if (reading.model.reader.query != reading.state.query) return;  // the answer comes in the next frame
        line(words(words::Key::reader_no_hits, {{"query", reading.state.query}}),
             {.size = 15, .face = book::Face::semibold, .wrap = width - 2 * pad});
        gap(context, 4);
        line(words[words::Key::reader_no_hits_help], {.size = 14, .colour = p.muted, .wrap = width - 2 * pad});
        return;
    }
    if (found_loosely(reading.model.reader)) {
        line(words[words::Key::reader_search_loosely], {.size = 14, .wrap = width - 2 * pad, .line = 1.4f});
        gap(context, 6);
    }
    line(hits.size() == 1 ? words[words::Key::reader_hits_one]
                          : words(words::Key::reader_hits, {{"count", static_cast<int>(hits.size())}}),
         quiet);
    for (int i = 0; i < static_cast<int>(hits.size()); ++i) {
        const ReaderHit& hit = hits[static_cast<std::size_t>(i)];
        if (hit.first_of_part) {
            gap(context, 16);
            line(part_title(reading, hit.part),
                 {.size = text_small, .face = book::Face::semibold, .colour = p.muted, .wrap = width - 2 * pad});
            gap(context, 4);
        }
        draw_hit(reading, i, width);
        gap(context, 2);
    }
    if (!full(reading.model.reader)) return;
    gap(context, 16);
    line(words(words::Key::reader_search_more, {{"count", static_cast<int>(hits.size())}}), quiet);
}

}  // namespace ui
