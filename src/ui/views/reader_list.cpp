// The reading list: the whole handbook, and what each of the two leaders has read of it.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "book/check.h"
#include "ui/index.h"
#include "ui/state.h"
#include "ui/views/reader.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr int words_a_minute = 180;
constexpr float head_air = 16;        ///< between the heads of two columns, design pixels
constexpr float inset_of_column = 8;  ///< what stands in a leader's column begins this far in, design pixels
constexpr std::array<std::uint8_t, 2> leaders{app::leader_professional, app::leader_user_representative};
constexpr std::array<Key, 2> leader_names{Key::leader_professional, Key::leader_user_representative};

std::uint8_t readers_of(const app::Model& model, const std::string& path) {
    const auto found = model.reader.read.find(path);
    return found == model.reader.read.end() ? std::uint8_t{0} : found->second;
}

struct Table {
    const app::Model& model;
    Context& context;
    const ReaderFacts& facts;
    ReadingList& list;
    bool left = false;  ///< a text was chosen: the dialog goes

    float column = 0;  ///< of a leader
    float title = 0;   ///< of the titles
};

/// How many words each text has takes reading all of the handbook, so it is kept for its revision.
void count_words(const app::Model& model, ReadingList& list) {
    const book::Handbook& book = *model.handbook;
    if (list.handbook != &book || list.revision != book.revision) {
        list.handbook = &book;
        list.revision = book.revision;
        list.counted = ~0ull;
        list.words.clear();
        list.heights.clear();
        for (const book::Document& document : book.documents)
            list.words.push_back(static_cast<int>(book::count_words(book::plain_text(document.blocks))));
    }
    if (list.counted == model.revision) return;
    list.counted = model.revision;
    for (std::size_t who = 0; who < leaders.size(); ++who) {
        std::int64_t unread = 0;
        list.read[who] = 0;
        for (std::size_t i = 0; i < book.documents.size(); ++i) {
            if ((readers_of(model, book.documents[i].path) & leaders[who]) != 0)
                ++list.read[who];
            else
                unread += list.words[i];
        }
        list.minutes_left[who] = static_cast<int>((unread + words_a_minute - 1) / words_a_minute);
    }
}

TextStyle title_style(const Table& table, const ReaderRow& row) {
    const Palette& p = table.context.palette;
    const bool document = row.type == ReaderRow::Type::document;
    return {.size = row.type == ReaderRow::Type::part ? text_body : 15.0f,
            .face = row.type == ReaderRow::Type::part ? book::Face::bold
                    : document                        ? book::Face::regular
                                                      : book::Face::semibold,
            .colour = row.type == ReaderRow::Type::group ? p.muted : p.ink,
            .line = 1.35f};
}

float indent_of(const Table& table, const ReaderRow& row) {
    const bool document = row.type == ReaderRow::Type::document;
    return std::round(table.context.px(row.type == ReaderRow::Type::part ? 0.0f
                                       : document && row.group_row >= 0  ? 24.0f
                                                                         : 12.0f));
}

std::string name_of(const ReaderRow& row) {
    return row.number.empty() ? row.title : row.number + " " + row.title;
}

/// Room for the title, which may take more than one line. Measured when something it depends on changes.
void measure_rows(Table& table) {
    ReadingList& list = table.list;
    const int language = static_cast<int>(table.model.settings.language);
    if (list.heights.size() == table.facts.rows.size() && list.width == table.title &&
        list.scale == table.context.scale && list.language == language)
        return;
    list.width = table.title;
    list.scale = table.context.scale;
    list.language = language;
    list.heights.clear();
    for (const ReaderRow& row : table.facts.rows) {
        TextStyle style = title_style(table, row);
        style.wrap = table.title - indent_of(table, row) - std::round(table.context.px(16));
        const float text_height = text_size(table.context, name_of(row), style).y;
        const float air = std::round(table.context.px(row.type == ReaderRow::Type::part ? 16 : 8));
        list.heights.push_back(std::max(std::round(table.context.px(40)), text_height + 2 * air));
    }
}

/// A box that is ticked when this leader has read the text.
void draw_cell(Table& table, const ReaderRow& row, std::size_t who, ImVec2 at, float height, std::uint8_t readers) {
    Context& context = table.context;
    const Palette& p = context.palette;
    const bool on = (readers & leaders[who]) != 0;
    ImGui::SetCursorScreenPos(at);
    ImGui::PushID(static_cast<int>(who));
    const bool pressed = ImGui::InvisibleButton("cell", {table.column, height}, ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    if (pressed) context.say(app::MarkRead{row.id, leaders[who], !on});
    focus_ring(context, 8);
    if (!ImGui::IsItemVisible()) return;
    const bool hovered = ImGui::IsItemHovered();
    const bool asked = hovered || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
    report(ItemRole::toggle, "list/" + row.id + "/" + std::to_string(leaders[who]),
           name_of(row) + ": " + table.model.words[leader_names[who]], false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float size = std::round(context.px(22));
    const ImVec2 min{at.x + std::round(context.px(inset_of_column)), std::round(at.y + (height - size) / 2)};
    const ImVec2 max{min.x + size, min.y + size};
    list.AddRectFilled(min, max, on ? p.primary : p.raised, context.px(6));
    list.AddRect(min, max, on || hovered ? p.primary : p.edge, context.px(6), 0, std::max(1.0f, 1.4f * context.scale));
    if (on) {
        const float inset = std::round(context.px(2));
        icon(context, list, Icon::check, {min.x + inset, min.y + inset}, size - 2 * inset, p.on_primary);
    }
    if (asked) tooltip(context, table.model.words[on ? Key::reader_list_unmark : Key::reader_list_mark]);
}

void draw_row(Table& table, const ReaderRow& row, float height) {
    Context& context = table.context;
    const Palette& p = context.palette;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = table.title + 2 * table.column;
    const float indent = indent_of(table, row);
    TextStyle style = title_style(table, row);
    style.wrap = table.title - indent - std::round(context.px(16));
    if (row.type != ReaderRow::Type::document) {
        ImGui::Dummy({width, height});
        if (!ImGui::IsItemVisible()) return;
        const float text_height = text_size(context, row.title, style).y;
        text_at(context, {at.x + indent, at.y + height - text_height - std::round(context.px(8))}, row.title, style);
        report_text(row.title, at, {at.x + width, at.y + height});
        return;
    }
    ImGui::PushID(row.document);
    const std::uint8_t readers = readers_of(table.model, row.id);
    const float bleed = std::round(context.px(8));
    ImGui::SetCursorScreenPos({at.x + indent - bleed, at.y});
    if (ImGui::InvisibleButton("title", {table.title - indent, height}, ImGuiButtonFlags_EnableNav)) {
        context.say(app::OpenDocument{row.id, {}});
        table.left = true;
    }
    focus_ring(context, 8);
    if (ImGui::IsItemVisible()) {
        std::string who;
        for (std::size_t i = 0; i < leaders.size(); ++i)
            if ((readers & leaders[i]) != 0) who += (who.empty() ? "" : ", ") + table.model.words[leader_names[i]];
        if (who.empty()) who = table.model.words[Key::reader_list_nobody];
        const std::string name = name_of(row);
        report(ItemRole::link, "list/" + row.id,
               table.model.words(Key::reader_list_row, {{"title", name}, {"who", who}}));
        if (ImGui::IsItemHovered()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            style.colour = p.primary;
        }
        const float text_height = text_size(context, name, style).y;
        text_at(context, {at.x + indent, at.y + std::round((height - text_height) / 2)}, name, style);
    }
    for (std::size_t i = 0; i < leaders.size(); ++i)
        draw_cell(table, row, i, {at.x + table.title + static_cast<float>(i) * table.column, at.y}, height, readers);
    ImGui::PopID();
    const float line = std::max(1.0f, std::round(context.scale));
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + indent, at.y + height - line}, {at.x + width, at.y + height},
                                              faded(p.line, 0.7f));
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});
}

TextStyle name_style(const Context& context) {
    return {.size = 14, .face = book::Face::semibold, .colour = context.palette.ink, .line = 1.35f};
}

/// As wide as its share, and never so narrow that a leader's name is broken within a word.
float column_width(const Table& table, float inner) {
    Context& context = table.context;
    float longest = 0;
    for (const Key name : leader_names) {
        std::string_view rest = table.model.words[name];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            longest = std::max(longest, text_size(context, rest.substr(0, end), name_style(context)).x);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    const float share = std::floor(std::min(context.px(176), inner * 0.27f));
    return std::max(share, std::ceil(longest) + std::round(context.px(head_air)));
}

std::string left_to_read(const words::Catalogue& words, int minutes) {
    if (minutes < 60) return words(Key::reader_list_left, {{"minutes", minutes}});
    return words(Key::reader_list_left_hours, {{"hours", minutes / 60}, {"minutes", minutes % 60}});
}

/// Over the cells: who, how much is read, and how long the rest takes.
void draw_head(Table& table) {
    Context& context = table.context;
    const words::Catalogue& words = table.model.words;
    const int all = static_cast<int>(table.model.handbook->documents.size());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = table.column - std::round(context.px(head_air));
    float bottom = at.y;
    for (std::size_t i = 0; i < leaders.size(); ++i) {
        const float x =
            at.x + table.title + static_cast<float>(i) * table.column + std::round(context.px(inset_of_column));
        float y = at.y;
        const auto line = [&](std::string_view shown, book::Face face, ImU32 colour) {
            TextStyle style = name_style(context);
            if (face != style.face) style.size = text_small;
            style.face = face;
            style.colour = colour;
            style.wrap = inner;
            const ImVec2 size = text_size(context, shown, style);
            text_at(context, {x, y}, shown, style);
            report_text(shown, {x, y}, {x + inner, y + size.y});
            y += size.y + std::round(context.px(2));
        };
        line(words[leader_names[i]], book::Face::semibold, context.palette.ink);
        line(words(Key::reader_list_count, {{"count", table.list.read[i]}, {"all", all}}), book::Face::regular,
             context.palette.muted);
        line(table.list.read[i] == all ? words[Key::reader_list_done] : left_to_read(words, table.list.minutes_left[i]),
             book::Face::regular, context.palette.muted);
        bottom = std::max(bottom, y);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({table.title + 2 * table.column, bottom - at.y});
    gap(context, 8);
    divider(context);
}

void draw_rows(Table& table) {
    for (std::size_t i = 0; i < table.facts.rows.size(); ++i)
        draw_row(table, table.facts.rows[i], table.list.heights[i]);
}

void draw_who(Table& table, float inner) {
    Context& context = table.context;
    const words::Catalogue& words = table.model.words;
    text(context, words[Key::reader_list_explained], {.colour = context.palette.muted, .wrap = inner, .line = 1.45f});
    gap(context, 16);
    text(context, words[Key::reader_list_who], {.size = 14, .face = book::Face::semibold});
    gap(context, 6);
    const std::string labels[] = {words[Key::leader_professional], words[Key::leader_user_representative],
                                  words[Key::leader_both]};
    const int reading = table.model.settings.reading;
    if (const int chosen = choice(context, "reading", labels, reading - 1); chosen >= 0)
        context.say(app::SetReading{static_cast<std::uint8_t>(chosen + 1)});
    gap(context, 20);
}

}  // namespace

bool has_read(const app::Model& model, const std::string& path) {
    const std::uint8_t now = model.settings.reading;
    return (readers_of(model, path) & now) == now;
}

void draw_reading_list(const app::Model& model, Context& context) {
    ReaderState& state = context.state->reader;
    refresh_reader_facts(model, state.facts);
    ReadingList& list = state.around.list;
    count_words(model, list);
    Table table{model, context, state.facts, list};
    const bool open = dialog(context, "reading-list-dialog", model.words[Key::reader_list], 860, [&] {
        const float inner = ImGui::GetContentRegionAvail().x;
        const float bar = std::round(context.px(16));
        table.column = column_width(table, inner);
        table.title = inner - bar - 2 * table.column;
        measure_rows(table);
        draw_who(table, inner);
        const float rows = [&] {
            float sum = 0;
            for (const float height : list.heights) sum += height;
            return sum;
        }();
        draw_head(table);
        // Where there is room the names stay while the texts scroll; with very large text all of it scrolls.
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float foot = std::round(context.px(28 + 16));
        const float room = ImGui::GetMainViewport()->Size.y - foot -
                           (at.y + ImGui::GetScrollY() - ImGui::GetWindowPos().y) - std::round(context.px(16));
        if (room >= std::min(rows, context.px(200))) {
            const float bleed = std::round(context.px(8));
            ImGui::SetCursorScreenPos({at.x - bleed, at.y});
            scroll_area(context, "rows", {inner + bleed, std::min(rows, room)}, [&] {
                const ImVec2 start = ImGui::GetCursorScreenPos();
                const ReaderColumn column({start.x + bleed, start.y}, inner - bar);
                draw_rows(table);
            });
        } else {
            draw_rows(table);
        }
        if (table.left) ImGui::CloseCurrentPopup();
    });
    state.around.list_open = open && !table.left;
}

}  // namespace ui
