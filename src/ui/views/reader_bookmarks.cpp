// Bookmarks: ribbons in the page's margin, and the fold on top of the contents.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using words::Key;

constexpr std::size_t many = 8;  ///< with more bookmarks than this the fold starts closed
constexpr const char* fold = "bookmarks";

const app::Visit& visit_of(const Reading& reading) {
    const app::Reader& reader = reading.model.reader;
    return reading.side == 1 && reader.beside ? *reader.beside : reader.here;
}

/// The bookmarks of the page's document, and where in its galley they are. Looked for when the model has changed.
const std::vector<ReaderRibbon>& ribbons_of(const Reading& reading) {
    ReaderPage& page = reading.page();
    ReaderRibbons& ribbons = page.ribbons;
    const std::string& path = reading.document().path;
    if (ribbons.revision == reading.model.revision && ribbons.document == path) return ribbons.all;
    ribbons = {reading.model.revision, path, {}};
    for (const app::Bookmark& bookmark : reading.model.reader.bookmarks) {
        if (bookmark.document != path) continue;
        ReaderRibbon ribbon{bookmark.anchor, bookmark.title, 0};
        // A heading that has been taken away leaves its bookmark at the title.
        for (const book::Galley::Heading& heading : page.galley.headings())
            if (!bookmark.anchor.empty() && heading.name == bookmark.anchor) ribbon.stretch = heading.stretch;
        ribbons.all.push_back(std::move(ribbon));
    }
    return ribbons.all;
}

/// What a bookmark would be set at here.
app::Bookmark bookmark_here(const Reading& reading) {
    const book::Document& document = reading.document();
    const int heading = heading_here(reading);
    if (heading < 0) return {document.path, {}, reader_name(document)};
    const book::Galley::Heading& at = reading.page().galley.headings()[static_cast<std::size_t>(heading)];
    return {document.path, at.name, at.title};
}

void refresh_bookmarks(Reading& reading) {
    ReaderAround& around = reading.state.around;
    if (around.bookmarks_of == reading.model.revision) return;
    around.bookmarks_of = reading.model.revision;
    around.bookmarks.clear();
    for (const app::Bookmark& bookmark : reading.model.reader.bookmarks) {
        ReaderBookmark shown{reading.book.find(bookmark.document), bookmark.title, {}};
        if (shown.document < 0)
            shown.place = reading.words()[Key::reader_bookmark_gone];
        else if (!bookmark.anchor.empty())
            shown.place = reader_name(reading.book.documents[static_cast<std::size_t>(shown.document)]);
        around.bookmarks.push_back(std::move(shown));
    }
}

/// A row as wide as the contents, in bold. Returns whether it was pressed.
bool heading_row(Reading& reading, const char* id, std::string_view label, float width, Icon sign, bool on,
                 bool folds) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    const float pad = std::round(context.px(12));
    const float above = std::round(context.px(6));
    const float mark = std::round(context.px(14));
    const TextStyle style{.size = 15,
                          .face = book::Face::semibold,
                          .colour = p.ink,
                          .wrap = width - 2 * pad - std::round(context.px(22)),
                          .line = 1.35f};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = text_size(context, label, style).y + 2 * above;
    const bool pressed = ImGui::InvisibleButton(id, {width, height}, ImGuiButtonFlags_EnableNav);
    report(folds ? ItemRole::toggle : ItemRole::button, id, label, false, on);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        list.AddRectFilled(at, {at.x + width, at.y + height}, faded(p.ink, 0.05f), context.px(8));
    }
    text_at(context, {at.x + pad, at.y + above}, label, style);
    icon(context, list, sign,
         {at.x + width - pad - mark, at.y + above + std::round((context.px(15) * style.line - mark) / 2)}, mark,
         p.muted);
    focus_ring(context, 8);
    return pressed;
}

void draw_bookmark(Reading& reading, std::size_t number, float width) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    const ReaderBookmark& bookmark = reading.state.around.bookmarks[number];
    const app::Bookmark& own = reading.model.reader.bookmarks[number];
    const bool gone = bookmark.document < 0;
    const float pad = std::round(context.px(12));
    const float indent = std::round(context.px(12));
    const float above = std::round(context.px(6));
    const float tool = std::round(context.px(40));
    const float inner = width - pad - indent - tool;
    const TextStyle title{.size = 15, .colour = p.muted, .wrap = inner, .line = 1.35f};
    const TextStyle small{.size = text_small, .colour = gone ? p.warm : p.muted, .wrap = inner, .line = 1.35f};
    const float title_height = text_size(context, bookmark.title, title).y;
    const float place_height = bookmark.place.empty() ? 0 : text_size(context, bookmark.place, small).y;
    const float height = std::max(tool, title_height + place_height + 2 * above);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(static_cast<int>(number));
    const std::string id = "bookmark/" + std::to_string(number);
    ImGui::BeginDisabled(gone);
    const bool pressed = ImGui::InvisibleButton("open", {width - tool, height}, ImGuiButtonFlags_EnableNav);
    const bool beside = !gone && pressed_for_beside();
    const bool hovered = ImGui::IsItemHovered();
    const bool visible = ImGui::IsItemVisible();
    focus_ring(context, 8);
    ImGui::EndDisabled();
    report(ItemRole::link, id, bookmark.title, gone);
    if (visible) {
        if (hovered) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width - tool, at.y + height}, faded(p.ink, 0.05f),
                                                      context.px(8));
        }
        const float y = at.y + std::round((height - title_height - place_height) / 2);
        text_at(context, {at.x + pad + indent, y}, bookmark.title, title);
        if (!bookmark.place.empty()) {
            text_at(context, {at.x + pad + indent, y + title_height}, bookmark.place, small);
            report_text(bookmark.place, {at.x + pad + indent, y + title_height},
                        {at.x + width - tool, y + title_height + place_height});
        }
    }
    if (beside || (pressed && !gone)) {
        reading.state.contents_open = false;
        open_from(reading, own.document, own.anchor, beside);
    }
    ImGui::SetCursorScreenPos({at.x + width - tool, at.y + std::round((height - tool) / 2)});
    if (reader_tool(context, ("bookmark-remove/" + std::to_string(number)).c_str(), Icon::cross, {},
                    reading.words()[Key::reader_bookmark_remove], false))
        context.say(app::ToggleBookmark{own});
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});
}

}  // namespace

int heading_here(const Reading& reading) {
    ReaderPage& page = reading.page();
    const std::vector<book::Galley::Heading>& all = page.galley.headings();
    // The last one at or above the upper part of the page. At the very end that is the one that was jumped to, or the
    // last, as the last headings cannot come to the top.
    const int present = page.galley.heading_at(page.scroll - page.body_top + reading.context.px(80));
    if (page.scroll <= 0 || page.share < 0.999f) return present;
    const std::string& anchor = visit_of(reading).anchor;
    const auto jumped = std::find_if(all.begin() + (present + 1), all.end(),
                                     [&](const book::Galley::Heading& each) { return each.name == anchor; });
    return static_cast<int>(jumped != all.end() ? jumped - all.begin() : std::ssize(all) - 1);
}

bool bookmarked_here(const Reading& reading) {
    // Before the page is set nobody is anywhere in it.
    if (reading.page().shown != reading.document().path || ribbons_of(reading).empty()) return false;
    const std::string anchor = bookmark_here(reading).anchor;
    return std::ranges::any_of(ribbons_of(reading), [&](const ReaderRibbon& each) { return each.anchor == anchor; });
}

void paint_ribbon(const Context& context, ImDrawList& list, ImVec2 min, ImVec2 max, ImU32 colour, bool filled) {
    const float middle = (min.x + max.x) / 2;
    const float notch = (max.x - min.x) * 0.42f;
    const ImVec2 points[] = {min, {max.x, min.y}, max, {middle, max.y - notch}, {min.x, max.y}};
    if (filled)
        list.AddConcavePolyFilled(points, 5, colour);
    else
        list.AddPolyline(points, 5, colour, ImDrawFlags_Closed, std::max(1.0f, 1.65f * context.scale));
}

void draw_ribbons(Reading& reading, ImVec2 title, ImVec2 origin) {
    Context& context = reading.context;
    ReaderPage& page = reading.page();
    book::Galley& galley = page.galley;
    bool& wanted = reading.state.around.bookmark_wanted;
    if (wanted && reading.side == reading.state.active) {
        context.say(app::ToggleBookmark{bookmark_here(reading)});
        wanted = false;
    }
    const std::vector<ReaderRibbon>& ribbons = ribbons_of(reading);
    if (ribbons.empty()) return;
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    const ImVec2 hit{std::round(context.px(20)), std::round(context.px(28))};
    for (const ReaderRibbon& ribbon : ribbons) {
        float y = title.y + std::round(context.px(6));
        if (!ribbon.anchor.empty()) {
            // What is far from the view is not set for it.
            const float top = origin.y + galley.top_of(ribbon.stretch);
            const float bottom = ribbon.stretch + 1 < galley.size() ? origin.y + galley.top_of(ribbon.stretch + 1)
                                                                    : origin.y + galley.height();
            if (bottom < clip.Min.y || top > clip.Max.y) continue;
            const float in_text = galley.y_of(ribbon.anchor);
            if (in_text >= 0) y = origin.y + std::round(in_text);
        }
        if (y + hit.y < clip.Min.y || y > clip.Max.y) continue;
        const ImVec2 at{origin.x - hit.x - std::round(context.px(4)), y};
        ImGui::SetCursorScreenPos(at);
        const std::string id = "ribbon/" + ribbon.anchor;
        if (ImGui::InvisibleButton(id.c_str(), hit, ImGuiButtonFlags_EnableNav))
            context.say(app::ToggleBookmark{{reading.document().path, ribbon.anchor, ribbon.title}});
        report(ItemRole::button, side_id(reading, id), reading.words()[Key::reader_bookmark_remove]);
        const bool asked = ImGui::IsItemHovered() || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        focus_ring(context, 4);
        const float inset = std::round(context.px(4));
        paint_ribbon(context, *ImGui::GetWindowDrawList(), {at.x + inset, at.y + inset},
                     {at.x + hit.x - inset, at.y + hit.y - inset}, context.palette.primary, true);
        if (asked) tooltip(context, reading.words()[Key::reader_bookmark_remove]);
    }
}

void draw_bookmark_rows(Reading& reading, float width) {
    Context& context = reading.context;
    ReaderState& state = reading.state;
    refresh_bookmarks(reading);
    const std::vector<ReaderBookmark>& all = state.around.bookmarks;
    if (heading_row(reading, "reading-list", reading.words()[Key::reader_list], width, Icon::book, false, false))
        state.around.list_open = true;
    gap(context, 1);
    const auto chosen = state.open.find(fold);
    const bool open = chosen != state.open.end() ? chosen->second : !all.empty() && all.size() <= many;
    if (heading_row(reading, fold, reading.words()[Key::reader_bookmarks], width, open ? Icon::down : Icon::right, open,
                    true))
        state.open[fold] = !open;
    gap(context, 1);
    if (open && all.empty()) {
        const float pad = std::round(context.px(24));
        const ReaderColumn column({ImGui::GetCursorScreenPos().x + pad, ImGui::GetCursorScreenPos().y},
                                  width - pad - std::round(context.px(12)));
        text(context, reading.words()[Key::reader_bookmarks_empty],
             {.size = 14, .colour = context.palette.muted, .wrap = width - pad - std::round(context.px(12))});
    }
    for (std::size_t i = 0; open && i < all.size(); ++i) {
        draw_bookmark(reading, i, width);
        gap(context, 1);
    }
    gap(context, 12);
}

}  // namespace ui
