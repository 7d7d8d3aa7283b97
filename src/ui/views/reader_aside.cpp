#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "session/plan.h"
#include "ui/index.h"
#include "ui/views/reader_parts.h"
#include "ui/wall/wall.h"

namespace ui {
namespace {

constexpr std::ptrdiff_t most_headings = 16;
constexpr std::ptrdiff_t most_headings_shown = 24;
constexpr std::size_t most_users = 6;  ///< shown before "… og 12 til"
constexpr std::size_t most_terms = 8;

void heading(Context& context, std::string_view words) {
    text(context, words,
         {.size = text_small, .face = book::Face::semibold, .colour = context.palette.ink, .line = 1.4f});
    gap(context, 6);
}

bool has_preview(const Reading& reading) {
    const book::Document& document = reading.document();
    return document.kind == book::Kind::exercise &&
           (document.section(book::Role::wall) != nullptr || document.aid.has_value());
}

/// What the wall would show of this exercise. Made when the document changes: it copies the text.
const app::AudienceView& preview_of(Reading& reading) {
    ReaderPage& page = reading.page();
    const book::Document& document = reading.document();
    if (!page.preview.has_value() || page.preview_of != document.path ||
        page.preview_revision != document.revision) {
        const auto pages = session::pages_of(document);
        app::TextScene scene{.title = document.title,
                             .blocks = pages.empty() ? std::vector<book::Block>{} : pages.front(),
                             .picture = document.picture};
        scene.pages = static_cast<int>(pages.size());
        page.preview = app::AudienceView{.scene = std::move(scene), .revision = document.revision};
        page.preview_of = document.path;
        page.preview_revision = document.revision;
    }
    page.preview->light = reading.model.settings.light_wall;
    page.preview->reduced_motion = true;
    page.preview->language = reading.model.settings.language;
    return *page.preview;
}

/// Paints the four corners over, so that a picture that fills its rectangle looks rounded.
void round_corners(ImDrawList& list, ImVec2 min, ImVec2 max, float round, ImU32 ground) {
    const float pi = IM_PI;
    const auto corner = [&](ImVec2 at, ImVec2 middle, float from) {
        list.PathLineTo(at);
        list.PathArcTo(middle, round, from, from + pi / 2, 8);
        list.PathFillConvex(ground);
    };
    corner(min, {min.x + round, min.y + round}, pi);
    corner({max.x, min.y}, {max.x - round, min.y + round}, pi * 1.5f);
    corner(max, {max.x - round, max.y - round}, 0);
    corner({min.x, max.y}, {min.x + round, max.y - round}, pi / 2);
}

void draw_preview(Reading& reading, float width) {
    Context& context = reading.context;
    const book::Document& document = reading.document();
    const words::Catalogue& words = reading.words();
    const std::vector<ReaderUse>& uses = reading.state.facts.used[static_cast<std::size_t>(reading.index)];
    card(
        context, "on-wall", width,
        [&](float inner) {
            heading(context, words[words::Key::reader_on_wall]);
            const float shown = std::min(inner, context.px(360));
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const ImVec2 end{at.x + std::round(shown), at.y + std::round(shown * 9 / 16)};
            ImGui::Dummy({end.x - at.x, end.y - at.y});
            if (ImGui::IsItemVisible()) {
                ImDrawList& list = *ImGui::GetWindowDrawList();
                draw_wall_scene(preview_of(reading), context, list, at, end);
                round_corners(list, at, end, context.px(8), context.palette.raised);
            }
            const bool running = reading.model.run.has_value();
            if (running && document.aid.has_value()) {
                gap(context, 12);
                if (button(context, "show-on-wall", words[words::Key::reader_show_on_wall],
                           {.kind = ButtonKind::primary, .small = true})) {
                    // Asked for in so many words, so the wall is opened too; a rehearsal keeps to one screen.
                    context.say(app::OpenToolbox{*document.aid, document.title});
                    if (!reading.model.run->rehearsal && !reading.model.projection.visible)
                        context.say(app::StartProjecting{});
                    context.say(app::GoTo{app::Place::meeting});
                }
            } else if (!running && !uses.empty()) {
                gap(context, 12);
                const int meeting = uses.front().meeting;
                if (button(context, "rehearse", words(words::Key::reader_rehearse, {{"number", meeting}}),
                           {.kind = ButtonKind::ghost, .small = true}))
                    context.say(app::Rehearse{meeting});
            }
        },
        0, 16);
    gap(context, 24);
}

void draw_on_page(Reading& reading, float width) {
    Context& context = reading.context;
    ReaderPage& page = reading.page();
    const Palette& p = context.palette;
    using Heading = book::Galley::Heading;
    const std::vector<Heading>& all = page.galley.headings();
    const int present = heading_here(reading);
    // Few enough to be taken in at a glance: the finer ones go first, and of a very long text those around are shown.
    std::vector<int> shown;
    for (int level = 3; level >= 1 && (shown.empty() || std::ssize(shown) > most_headings); --level) {
        std::vector<int> coarser;
        for (int i = 0; i < std::ssize(all); ++i)
            if (all[static_cast<std::size_t>(i)].level <= level) coarser.push_back(i);
        if (level < 3 && coarser.size() < 2) break;
        shown = std::move(coarser);
    }
    if (shown.size() < 2) return;
    const auto on_or_before = std::upper_bound(shown.begin(), shown.end(), present);
    const int present_shown = on_or_before == shown.begin() ? -1 : *(on_or_before - 1);
    if (std::ssize(shown) > most_headings_shown) {
        const std::ptrdiff_t middle = on_or_before - shown.begin();
        const std::ptrdiff_t first =
            std::clamp<std::ptrdiff_t>(middle - most_headings_shown / 2, 0, std::ssize(shown) - most_headings_shown);
        shown = std::vector<int>(shown.begin() + first, shown.begin() + first + most_headings_shown);
    }
    heading(context, reading.words()[words::Key::reader_on_page]);
    const float line_x = ImGui::GetCursorScreenPos().x;
    const float line_top = ImGui::GetCursorScreenPos().y;
    const float thick = std::max(2.0f, std::round(context.px(2)));
    float mark_top = 0, mark_bottom = 0;
    for (const int i : shown) {
        const Heading& anchor = all[static_cast<std::size_t>(i)];
        const bool on = i == present_shown;
        const float indent = std::round(context.px(anchor.level > 2 ? 28 : 14));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({at.x + indent, at.y + std::round(context.px(3))});
        const std::string id = "heading/" + anchor.name;
        if (reader_link(context, id.c_str(), anchor.title,
                        {.size = 14,
                         .face = on ? book::Face::semibold : book::Face::regular,
                         .colour = on ? p.primary : p.muted,
                         .line = 1.35f},
                        width - indent, on))
            context.say(app::OpenDocument{reading.document().path, anchor.name});
        gap(context, 3);
        if (on) {
            mark_top = at.y;
            mark_bottom = ImGui::GetCursorScreenPos().y;
        }
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({line_x, line_top},
                       {line_x + std::max(1.0f, std::round(context.scale)), ImGui::GetCursorScreenPos().y}, p.line);
    if (mark_bottom > mark_top)
        list.AddRectFilled({line_x, mark_top}, {line_x + thick, mark_bottom}, p.primary, thick / 2);
    gap(context, 24);
}

void draw_used_in(Reading& reading, float width) {
    Context& context = reading.context;
    const words::Catalogue& words = reading.words();
    const std::vector<ReaderUse>& uses = reading.state.facts.used[static_cast<std::size_t>(reading.index)];
    if (uses.empty()) return;
    heading(context, words[words::Key::reader_used_in]);
    for (const ReaderUse& use : uses) {
        const std::string id = side_id(reading, "used/" + std::to_string(use.meeting));
        if (reader_link(context, id.c_str(),
                        words(words::Key::reader_used_in_meeting, {{"number", use.meeting}, {"minutes", use.minutes}}),
                        {.size = 14, .colour = context.palette.primary, .line = 1.4f}, width))
            open_from(reading, use.document, {});
        gap(context, 4);
    }
    gap(context, 20);
}

void draw_why(Reading& reading, float width) {
    Context& context = reading.context;
    const std::vector<int>& why = reading.state.facts.why[static_cast<std::size_t>(reading.index)];
    if (why.empty()) return;
    heading(context, reading.words()[words::Key::reader_why]);
    for (const int index : why) {
        const book::Document& document = reading.book.documents[static_cast<std::size_t>(index)];
        const std::string id = side_id(reading, "why/" + document.path);
        if (reader_link(context, id.c_str(), reader_name(document),
                        {.size = 14, .colour = context.palette.primary, .line = 1.4f}, width))
            open_from(reading, document.path, {});
        gap(context, 4);
    }
    gap(context, 20);
}

/// How many of a list are shown: one more line is no better than "… and 1 more".
std::size_t shown_of(std::size_t all, std::size_t most, bool unfolded) {
    return unfolded || all <= most + 1 ? all : most;
}

/// "… og 12 til"; pressing it shows them.
void draw_more(Reading& reading, const char* id, std::size_t more, bool& unfolded, float width) {
    if (more == 0) return;
    if (reader_link(reading.context, side_id(reading, id).c_str(),
                    reading.words()(words::Key::reader_problem_more, {{"count", static_cast<int>(more)}}),
                    {.size = 14, .colour = reading.context.palette.muted, .line = 1.4f}, width))
        unfolded = true;
    gap(reading.context, 4);
}

void draw_used_by(Reading& reading, float width) {
    Context& context = reading.context;
    const std::vector<int>& users = reading.state.facts.used_by[static_cast<std::size_t>(reading.index)];
    if (users.empty()) return;
    heading(context, reading.words()[words::Key::reader_used_by]);
    bool& unfolded = reading.page().used_by_unfolded;
    const std::size_t shown = shown_of(users.size(), most_users, unfolded);
    for (std::size_t i = 0; i < shown; ++i) {
        const book::Document& document = reading.book.documents[static_cast<std::size_t>(users[i])];
        const std::string id = side_id(reading, "used-by/" + document.path);
        if (reader_link(context, id.c_str(), reader_name(document),
                        {.size = 14, .colour = context.palette.primary, .line = 1.4f}, width))
            open_from(reading, document.path, {});
        gap(context, 4);
    }
    draw_more(reading, "used-by-more", users.size() - shown, unfolded, width);
    gap(context, 20);
}

/// The words of this page that the glossary explains: the way to them for the keyboard.
void draw_terms(Reading& reading, float width) {
    Context& context = reading.context;
    const std::vector<int>& used = terms_of_page(reading);
    if (used.empty()) return;
    heading(context, reading.words()[words::Key::reader_term]);
    bool& unfolded = reading.page().peek.terms_unfolded;
    const std::size_t shown = shown_of(used.size(), most_terms, unfolded);
    for (std::size_t i = 0; i < shown; ++i) {
        const book::Term& term = reading.state.facts.glossary.terms()[static_cast<std::size_t>(used[i])];
        const std::string id = side_id(reading, "term/" + std::to_string(used[i]));
        if (reader_link(context, id.c_str(), term.word,
                        {.size = 14, .colour = context.palette.primary, .line = 1.4f}, width) &&
            term.document >= 0)
            open_from(reading, reading.book.documents[static_cast<std::size_t>(term.document)].path, term.anchor);
        const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
        const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
        const bool pointed = ImGui::IsItemHovered() && ImGui::IsMouseHoveringRect(min, max);
        if (focused || pointed)
            peek_at(reading, {ReaderPeek::Type::term, used[i]}, {min.x, min.y, max.x - min.x, max.y - min.y},
                    focused || ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal));
        gap(context, 4);
    }
    draw_more(reading, "terms-more", used.size() - shown, unfolded, width);
    gap(context, 20);
}

}  // namespace

bool reader_aside_has_more(const Reading& reading) {
    const std::size_t index = static_cast<std::size_t>(reading.index);
    const ReaderFacts& facts = reading.state.facts;
    return has_preview(reading) || !facts.used[index].empty() || !facts.why[index].empty() ||
           !facts.used_by[index].empty() || !terms_of_page(reading).empty();
}

void draw_reader_aside(Reading& reading, bool headings, float width) {
    ImGui::PushID("aside");
    if (has_preview(reading))
        draw_preview(reading, headings ? width : std::min(width, reading.context.px(400)));
    if (headings) draw_on_page(reading, width);
    draw_used_in(reading, width);
    draw_why(reading, width);
    draw_used_by(reading, width);
    draw_terms(reading, width);
    ImGui::PopID();
}

}  // namespace ui
