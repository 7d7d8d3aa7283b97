#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "book/compounds.h"
#include "ui/index.h"
#include "ui/page.h"
#include "ui/views/reader_problems.h"
#include "ui/views/reader_usage.h"

namespace ui {
namespace {

/// Lines of 60 to 75 characters (72 on average, measured on the handbook) at the reader's size of 17.
constexpr float widest_column = 588;

/// Where things stand in the page's area, in pixels from its left edge.
struct Measures {
    float left = 0;    ///< of the text column
    float column = 0;  ///< its width
    float aside = 0;   ///< left edge of the right column; 0 = there is no room for it
    float aside_width = 0;
};

Measures measures_of(const Context& context, float width, bool two) {
    Measures m;
    const float margin = std::round(context.px(48));
    const float widest = std::round(context.px(widest_column));
    const float least = std::round(context.px(480));
    m.aside_width = std::round(context.px(224));
    const float between = std::round(context.px(48));
    const float right = std::round(context.px(24));
    if (!two && width - margin - between - m.aside_width - right >= least) {
        m.column = std::min(widest, width - margin - between - m.aside_width - right);
        const float all = m.column + between + m.aside_width;
        m.left = std::round(std::max(margin, (width - all) / 2));
        m.aside = m.left + m.column + between;
    } else {
        const float edge = std::round(std::min(margin, width * 0.06f));
        m.column = std::min(widest, width - 2 * edge);
        m.left = std::round(std::max(edge, (width - m.column) / 2));
    }
    return m;
}

book::Style page_style(const Reading& reading) {
    const Context& context = reading.context;
    book::Style style = book::Style::reader(context.px(17));
    style.parting = reading.model.compounds.get();
    style.most_picture_height = context.px(320);  // the text below the picture should be seen too
    return style;
}

/// The row over the page that stays: where one is, back and forward, text size.
void draw_tools(Reading& reading, ImVec2 at, float width, float left, float column, bool narrow) {
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const float side = std::round(context.px(40));
    const float y = at.y + std::round(context.px(16));
    float x = at.x + left;
    if (narrow) {
        ImGui::SetCursorScreenPos({x, y + std::round(context.px(2))});
        const std::string& label = words[words::Key::reader_contents];
        if (button(context, "contents", label, {.kind = ButtonKind::quiet, .small = true})) {
            reading.state.contents_open = true;
            reading.state.reveal = 2;
        }
        x += button_size(context, label, {.small = true}).x + std::round(context.px(16));
    }
    const float right = at.x + std::min(width - std::round(context.px(16)), left + column + std::round(context.px(8)));
    const bool main = reading.side == 0;
    const float own = place_tools_width(reading);
    // Between two texts there is less room: the size of the text has keys too, and a place in the settings.
    const bool sizes = main && (!reading.two || right - x >= own + 4 * side + context.px(160));
    const float tools = own + (main ? 2 * side : 0) + (sizes ? 2 * side + std::round(context.px(16)) : 0);
    draw_breadcrumb(reading, {x, y}, right - tools - x - std::round(context.px(16)), side);
    draw_place_tools(reading, {right - tools, y});
    if (!main) return;

    x = right - tools + own;
    ImGui::SetCursorScreenPos({x, y});
    if (reader_tool(context, "back", Icon::back, {}, words[words::Key::reader_back], reading.model.reader.back.empty()))
        context.say(app::GoBack{});
    ImGui::SetCursorScreenPos({x + side, y});
    if (reader_tool(context, "forward", Icon::forward, {}, words[words::Key::reader_forward],
                    reading.model.reader.forward.empty()))
        context.say(app::GoForward{});
    if (!sizes) return;
    const int scale = reading.model.settings.text_scale;
    const int most = static_cast<int>(std::size(app::text_scales)) - 1;
    ImGui::SetCursorScreenPos({right - 2 * side, y});
    if (reader_tool(context, "smaller", Icon::minus, "A−", words[words::Key::reader_smaller], scale <= 0))
        context.say(app::SetTextScale{scale - 1});
    ImGui::SetCursorScreenPos({right - side, y});
    if (reader_tool(context, "larger", Icon::plus, "A+", words[words::Key::reader_larger], scale >= most))
        context.say(app::SetTextScale{scale + 1});
}

std::vector<std::string> chips_of(const Reading& reading) {
    const book::Document& document = reading.document();
    const words::Catalogue& words = reading.words();
    std::vector<std::string> chips;
    if (document.minutes > 0) chips.push_back(words(words::Key::reader_minutes, {{"count", document.minutes}}));
    for (const std::string& form : document.forms) chips.push_back(form);
    if (!document.sessions.empty())
        chips.push_back(reader_meetings(words, document.sessions));
    else if (document.session > 0)
        chips.push_back(reader_meetings(words, {document.session}));
    if (!document.code.empty()) chips.push_back(document.code);
    const std::string_view language = words::code(reading.model.settings.language);
    const auto& languages = reading.book.programme.languages;
    if (document.language != language && std::find(languages.begin(), languages.end(), language) != languages.end())
        chips.push_back(words[words::Key::reader_only_bokmaal]);
    return chips;
}

void draw_head(Reading& reading, float width) {
    Context& context = reading.context;
    const book::Document& document = reading.document();
    text(context, document.title, {.size = text_display, .face = book::Face::bold, .wrap = width, .line = 1.2f});
    const std::vector<std::string> chips = chips_of(reading);
    if (!chips.empty()) gap(context, 10);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const float chip_width =
            text_size(context, chips[i], {.size = text_small, .face = book::Face::semibold}).x + context.px(20);
        if (i > 0) flow(context, chip_width, 8);
        chip(context, chips[i]);
    }
    if (!document.materials.empty()) {
        std::string list;
        for (std::size_t i = 0; i < document.materials.size(); ++i) list += (i > 0 ? ", " : "") + document.materials[i];
        gap(context, 12);
        text(context, reading.words()(words::Key::reader_materials, {{"list", list}}),
             {.size = 14, .colour = context.palette.muted, .wrap = width});
    }
    draw_usage(reading, width);
    gap(context, 24);
    if (!reading.state.facts.problems[static_cast<std::size_t>(reading.index)].empty()) {
        draw_page_problems(reading, width);
        gap(context, 24);
    }
    draw_tasks_note(reading, width);
}

/// A wide button to a neighbour in reading order: which way in small, and its title.
void draw_neighbour(Reading& reading, const char* id, int index, bool next, float width) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    const book::Document& document = reading.book.documents[static_cast<std::size_t>(index)];
    const float pad = std::round(context.px(16));
    const float mark = std::round(context.px(20));
    const TextStyle small{.size = text_small, .colour = p.muted, .line = 1.4f};
    const TextStyle title{.size = 15,
                          .face = book::Face::semibold,
                          .colour = p.primary,
                          .wrap = width - 2 * pad - mark - context.px(12),
                          .line = 1.35f};
    const std::string name = reader_name(document);
    const std::string& way =
        reading.words()[next ? words::Key::reader_next_document : words::Key::reader_previous_document];
    const float way_height = text_size(context, way, small).y;
    const float height = way_height + text_size(context, name, title).y + 2 * std::round(context.px(12));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(id, {width, height}, ImGuiButtonFlags_EnableNav))
        open_from(reading, document.path, {});
    else if (pressed_for_beside())
        open_from(reading, document.path, {}, true);
    report(ItemRole::button, side_id(reading, id), name);
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + width, at.y + height};
    list.AddRectFilled(at, end, p.raised, context.px(radius));
    list.AddRect(at, end, hovered ? p.primary : p.line, context.px(radius), 0, std::max(1.0f, context.scale));
    const float y = at.y + std::round(context.px(12));
    const float mark_y = at.y + std::round((height - mark) / 2);
    icon(context, list, next ? Icon::forward : Icon::back, {next ? end.x - pad - mark : at.x + pad, mark_y}, mark,
         p.muted);
    const float x = next ? at.x + pad : at.x + pad + mark + context.px(12);
    text_at(context, {x, y}, way, small);
    text_at(context, {x, y + way_height}, name, title);
    focus_ring(context);
}

void draw_neighbours(Reading& reading, float width) {
    Context& context = reading.context;
    const bool previous = reading.index > 0;
    const bool next = reading.index + 1 < static_cast<int>(reading.book.documents.size());
    const float between = std::round(context.px(16));
    const bool stacked = width < context.px(420);
    const float each = stacked ? width : std::floor((width - between) / 2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (previous) draw_neighbour(reading, "previous-document", reading.index - 1, false, each);
    if (!next) return;
    if (stacked && previous)
        gap(context, 12);
    else if (!stacked)
        ImGui::SetCursorScreenPos({at.x + each + between, at.y});
    draw_neighbour(reading, "next-document", reading.index + 1, true, each);
}

/// What is marked in a stretch of the text, rising.
std::vector<Highlight> highlights_of(Reading& reading, std::uint32_t stretch) {
    std::vector<Highlight> marks;
    for (const book::TermPlace& place : terms_in(reading, stretch))
        marks.push_back({place.begin, place.end, HighlightType::term, place.term});
    add_found(reading, stretch, marks);
    mark_selection(reading, stretch, marks);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Highlight& a, const Highlight& b) { return a.begin < b.begin; });
    return marks;
}

/// The stretches of the text that are in view.
void draw_text(Reading& reading, ImVec2 origin) {
    ReaderPage& page = reading.page();
    book::Galley& galley = page.galley;
    const ImVec2 clip_min = ImGui::GetCurrentWindow()->InnerClipRect.Min;
    const ImVec2 clip_max = ImGui::GetCurrentWindow()->InnerClipRect.Max;
    const float top = clip_min.y - origin.y;
    const float bottom = clip_max.y - origin.y;
    bool over_link = false;
    for (std::uint32_t i = galley.stretch_at(std::max(0.0f, top)); i < galley.size() && galley.top_of(i) < bottom; ++i) {
        const ImVec2 at{origin.x, origin.y + galley.top_of(i)};
        const std::vector<Highlight> highlights = highlights_of(reading, i);
        ImGui::PushID(static_cast<int>(i));
        const PageEvents events =
            paint(galley.layout(i), at, clip_min, clip_max, reading.context, reading.context.palette,
                  {.pane_scroll = &page.panes[i], .interactive = true, .highlights = highlights});
        answer_links(reading, events);
        answer_switches(reading, events);
        answer_enlarged(reading, events);
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        over_link = over_link || events.box.contains(mouse.x, mouse.y);
        draw_panes(reading, i, at);
        ImGui::PopID();
    }
    touch_text(reading, origin, over_link);
    use_text(reading, origin);
}

void draw_scrolled(Reading& reading, const Measures& m, bool set_anew) {
    Context& context = reading.context;
    ReaderPage& page = reading.page();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ReaderColumn column({start.x + m.left, start.y}, m.column);
    gap(context, 4);
    draw_head(reading, m.column);

    const ImVec2 origin = ImGui::GetCursorScreenPos();
    page.body_top = origin.y - start.y;
    const float top = std::max(0.0f, ImGui::GetScrollY() - page.body_top);
    page.galley.set_view(top, top + page.view);
    if (land(reading, set_anew)) {
        show_match(reading);
        const ImVec2 from{origin.x, origin.y - page.landmarks.shift};
        draw_text(reading, from);
        draw_ribbons(reading, {origin.x, start.y}, from);
        draw_problem_marks(reading, from, m.left, m.column);
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({m.column, page.galley.height()});
    if (m.aside <= 0 && reader_aside_has_more(reading)) {
        gap(context, 40);
        divider(context);
        gap(context, 24);
        draw_reader_aside(reading, false, m.column);
    }
    gap(context, 48);
    draw_neighbours(reading, m.column);
    gap(context, 48);
    keep_place(reading);
}

}  // namespace

void draw_reader_page(Reading& reading, ImVec2 size, bool narrow) {
    Context& context = reading.context;
    ReaderPage& page = reading.page();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Measures m = measures_of(context, size.x, reading.two);
    ImGui::PushID(reading.side == 0 ? "reader-page" : "reader-beside");
    draw_tools(reading, at, size.x, m.left, m.column, narrow);

    float head = std::round(context.px(64));
    head += draw_page_banners(reading, {at.x + m.left, at.y + head}, m.column);
    page.view = size.y - head;
    // Between the page and the right column stands the scroll bar, in the page's own margin.
    const float page_width = m.aside > 0 ? m.aside - std::round(context.px(20)) : size.x;
    if (arrive(reading)) ImGui::SetNextWindowScroll({-1, 0});
    const FontMeasure measure(context.fonts);
    refresh_tasks(reading);
    const bool known = page.layout_width > 0;
    const bool set_anew = page.galley.prepare(reading.document(), {page_style(reading), m.column, &measure,
                                                                   &reader_pictures(context), &page.switches});
    refresh_reader_find(reading, set_anew);
    ImGui::SetCursorScreenPos({at.x, at.y + head});
    scroll_area(context, "page", {page_width, page.view}, [&] { draw_scrolled(reading, m, set_anew && known); });
    if (page.scroll > 0) {
        const float line = std::max(1.0f, std::round(context.scale));
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + head - line}, {at.x + size.x, at.y + head},
                                                  context.palette.line);
    }
    const float edge = std::round(context.px(20));
    draw_reader_find(reading, at.x + std::min(page_width - edge, m.left + m.column + std::round(context.px(8))),
                     at.y + head, page_width - 2 * edge);
    draw_footnote(reading);
    draw_enlarged(reading);

    if (m.aside > 0) {
        const float bleed = std::round(context.px(8));  // room for the focus ring
        const float rest = std::min(size.x - m.aside, m.aside_width + std::round(context.px(20)));
        ImGui::SetCursorScreenPos({at.x + m.aside - bleed, at.y + head});
        scroll_area(context, "aside", {bleed + rest, page.view}, [&] {
            const ImVec2 start = ImGui::GetCursorScreenPos();
            const ReaderColumn column({start.x + bleed, start.y + bleed}, m.aside_width);
            draw_reader_aside(reading, true, m.aside_width);
            gap(context, 32);
        });
    }
    draw_peek(reading);
    ImGui::PopID();
}

}  // namespace ui
