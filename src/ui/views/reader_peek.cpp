#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/index.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

constexpr std::size_t most_bytes = 900;  ///< of the target's text: more than the card has lines for
constexpr std::size_t most_lines = 9;
constexpr std::size_t most_lines_of_term = 14;
constexpr int most_depth = 8;

/// The beginning of some blocks, as plain reading: without headings, pictures, links and footnote marks. `left`: bytes.
std::vector<book::Block> beginning_of(std::span<const book::Block> blocks, std::size_t& left, std::string& picture,
                                      int depth = 0) {
    std::vector<book::Block> taken;
    for (const book::Block& block : blocks) {
        if (left == 0 || depth > most_depth) break;
        if (block.type == book::BlockType::image) {
            if (picture.empty()) picture = block.source;
            continue;
        }
        // What stands under the next heading is about something else.
        if (block.type == book::BlockType::heading && !taken.empty()) break;
        // A table in a small card is a heap of words, and code is not what a person opens a link for.
        if (block.type == book::BlockType::heading || block.type == book::BlockType::rule ||
            block.type == book::BlockType::table || block.type == book::BlockType::code ||
            block.type == book::BlockType::details)
            continue;
        book::Block own;
        own.type = block.type;
        own.line = block.line;
        own.ordered = block.ordered;
        own.start = block.start;
        own.tight = true;
        own.task = block.task;
        own.alert = block.alert;
        for (const book::Span& span : block.spans) {
            if (left == 0) break;
            if (span.footnote >= 0) continue;
            own.spans.push_back({.text = span.text.substr(0, std::min(left, span.text.size())), .marks = span.marks});
            std::string& text = own.spans.back().text;
            // Never half a letter.
            while (text.size() < span.text.size() && !text.empty() &&
                   (static_cast<unsigned char>(span.text[text.size()]) & 0xC0) == 0x80)
                text.pop_back();
            left -= std::min(left, std::max<std::size_t>(1, text.size()));
        }
        own.children = beginning_of(block.children, left, picture, depth + 1);
        if (!own.spans.empty() || !own.children.empty()) taken.push_back(std::move(own));
    }
    return taken;
}

std::string part_of(const Reading& reading, const book::Document& document) {
    const words::Catalogue& words = reading.words();
    for (const book::PartInfo& part : reading.book.programme.parts)
        if (part.number == document.part && !part.title.empty())
            return words(words::Key::reader_part, {{"number", part.number}, {"title", part.title}});
    return words(words::Key::reader_part_short, {{"number", document.part}});
}

void make_link(const Reading& reading, const book::Link& link, ReaderPeek& peek) {
    const words::Catalogue& words = reading.words();
    if (link.external) {
        peek.title = words(words::Key::reader_link_external, {{"url", link.url}});
        return;
    }
    if (link.document < 0 || link.document >= std::ssize(reading.book.documents)) {
        peek.title = words[words::Key::reader_link_nowhere];
        return;
    }
    const book::Document& target = reading.book.documents[static_cast<std::size_t>(link.document)];
    const bool here = link.document == reading.index;
    std::size_t begin = 0, end = target.blocks.size();
    peek.place = part_of(reading, target);
    peek.title = reader_name(target);
    peek.picture = target.picture;
    if (!link.anchor.empty()) {
        const auto heading = std::find_if(target.blocks.begin(), target.blocks.end(), [&](const book::Block& block) {
            return block.type == book::BlockType::heading && block.anchor == link.anchor;
        });
        if (heading == target.blocks.end()) {
            peek.place.clear();
            peek.picture.clear();
            peek.title = words[words::Key::reader_link_nowhere];
            return;
        }
        begin = static_cast<std::size_t>(heading - target.blocks.begin()) + 1;
        const auto next = std::find_if(heading + 1, target.blocks.end(), [&](const book::Block& block) {
            return block.type == book::BlockType::heading && block.level <= heading->level;
        });
        end = static_cast<std::size_t>(next - target.blocks.begin());
        peek.place = here ? words[words::Key::reader_on_page] : peek.place + " › " + reader_name(target);
        peek.title = book::plain_text(heading->spans);
        peek.picture.clear();
    }
    std::size_t left = most_bytes;
    peek.beginning = beginning_of({target.blocks.data() + begin, end - begin}, left, peek.picture);
    peek.hint = words[words::Key::reader_preview_opens];
}

void make_term(const Reading& reading, int index, ReaderPeek& peek) {
    const std::vector<book::Term>& terms = reading.state.facts.glossary.terms();
    if (index < 0 || index >= std::ssize(terms)) return;
    const book::Term& term = terms[static_cast<std::size_t>(index)];
    peek.place = reading.words()[words::Key::reader_term];
    peek.title = term.word;
    std::size_t left = 2 * most_bytes;
    peek.beginning = beginning_of(term.definition, left, peek.picture);
    peek.picture.clear();
}

/// What the card says, worked out when it opens.
void make_card(const Reading& reading, ReaderPeek& peek) {
    const book::Document& document = reading.document();
    const int language = static_cast<int>(reading.model.settings.language);
    if (peek.made == peek.subject && peek.made_of == document.path && peek.made_revision == reading.book.revision &&
        peek.made_language == language)
        return;
    peek.made = peek.subject;
    peek.made_of = document.path;
    peek.made_revision = reading.book.revision;
    peek.made_language = language;
    peek.place.clear();
    peek.title.clear();
    peek.hint.clear();
    peek.picture.clear();
    peek.beginning.clear();
    ++peek.content;
    if (peek.subject.type == ReaderPeek::Type::term)
        make_term(reading, peek.subject.index, peek);
    else if (peek.subject.index < std::ssize(document.links))
        make_link(reading, document.links[static_cast<std::size_t>(peek.subject.index)], peek);
}

/// The text of the card cut after some lines, and how much of it there is room for.
float cut_height(const book::Layout& layout, std::size_t lines, float room) {
    float height = 0;
    for (std::size_t i = 0; i < layout.lines.size() && i < lines; ++i) {
        const float bottom = layout.lines[i].y + layout.lines[i].height;
        if (bottom > room) break;
        height = std::max(height, bottom);
    }
    return height;
}

void draw_card(Reading& reading, ReaderPeek& peek) {
    Context& context = reading.context;
    const Palette& p = context.palette;
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    const ImVec2 corner = viewport.Pos;
    const float edge = std::round(context.px(12));
    const float away = std::round(context.px(6));
    const float pad = std::round(context.px(18));
    const float gap_small = std::round(context.px(4));
    const float width = std::min(std::round(context.px(400)), viewport.Size.x - 2 * edge);
    const float inner = width - 2 * pad;
    const bool term = peek.subject.type == ReaderPeek::Type::term;

    const float aspect =
        peek.picture.empty() || inner < context.px(260) ? 0 : reader_pictures(context).aspect(peek.picture);
    ImVec2 thumb{};
    if (aspect > 0 && context.pictures != nullptr) {
        const float side = std::round(context.px(88));
        thumb = aspect >= 1 ? ImVec2{side, std::round(side / aspect)} : ImVec2{std::round(side * aspect), side};
    }
    const float beside = thumb.x > 0 ? thumb.x + std::round(context.px(14)) : 0;
    const float column = inner - beside;

    const TextStyle place{.size = text_small, .colour = p.muted, .wrap = column, .line = 1.35f};
    const bool bare = peek.beginning.empty() && peek.place.empty();
    const TextStyle title{.size = bare ? 14.0f : 16.0f,
                          .face = bare ? book::Face::regular : book::Face::semibold,
                          .colour = p.ink,
                          .wrap = column,
                          .line = 1.3f};
    const TextStyle hint{.size = text_small, .colour = p.muted, .wrap = inner, .line = 1.35f};
    const float place_height = peek.place.empty() ? 0 : text_size(context, peek.place, place).y + gap_small;
    const float title_height = text_size(context, peek.title, title).y;
    const float hint_height =
        peek.hint.empty() ? 0 : text_size(context, peek.hint, hint).y + std::round(context.px(10));
    const float head = place_height + title_height;

    const float room_below = corner.y + viewport.Size.y - edge - (peek.max.y + away);
    const float room_above = peek.min.y - away - (corner.y + edge);
    const FontMeasure measure(context.fonts);
    const book::Layout* layout = nullptr;
    float text_height = 0;
    bool cut = false;
    if (!peek.beginning.empty()) {
        book::Style style = book::Style::reader(context.px(14));
        style.gap = std::round(context.px(8));
        layout = &context.state->layouts.get(reading.side == 0 ? "peek" : "peek/beside", peek.content, peek.beginning,
                                             style, column, measure, reader_pictures(context));
        const float most = std::max(room_below, room_above) - 2 * pad - head - hint_height - 2 * gap_small;
        text_height = cut_height(*layout, term ? most_lines_of_term : most_lines, most);
        cut = text_height + 1 < layout->height;
    }
    const float between = text_height > 0 ? std::round(context.px(8)) : 0;
    const float content = std::max(head + between + text_height, thumb.y);
    const float height = 2 * pad + content + hint_height;
    const bool below = height <= room_below || room_below >= room_above;
    const ImVec2 at{std::clamp(peek.min.x - pad, corner.x + edge,
                               std::max(corner.x + edge, corner.x + viewport.Size.x - width - edge)),
                    below ? peek.max.y + away : std::max(corner.y + edge, peek.min.y - away - height)};

    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.px(radius));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0f, context.scale));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, p.raised);
    ImGui::PushStyleColor(ImGuiCol_Border, p.edge);
    ImGui::Begin(reading.side == 0 ? "##peek" : "##peek-beside", nullptr,
                 ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoTitleBar |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoScrollbar |
                     ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
    report_text("peek", at, {at.x + width, at.y + height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 pen{at.x + pad, at.y + pad};
    if (thumb.x > 0) {
        const Texture texture = context.pictures->texture(peek.picture);
        const ImVec2 min{at.x + width - pad - thumb.x, pen.y};
        if (texture.width > 0)
            list.AddImageRounded(texture.id, min, {min.x + thumb.x, min.y + thumb.y}, {0, 0}, {1, 1}, IM_COL32_WHITE,
                                 context.px(6));
    }
    if (!peek.place.empty()) {
        text_at(context, pen, peek.place, place);
        report_text(peek.place, pen, {pen.x + column, pen.y + place_height});
        pen.y += place_height;
    }
    text_at(context, pen, peek.title, title);
    report_text(peek.title, pen, {pen.x + column, pen.y + title_height});
    pen.y += title_height + between;
    if (layout != nullptr && text_height > 0) {
        const ImVec2 end{pen.x + column, pen.y + text_height};
        list.PushClipRect({pen.x - context.px(2), pen.y}, {end.x + context.px(2), end.y}, true);
        paint(*layout, pen, pen, {end.x, end.y - 1}, context, p);
        list.PopClipRect();
        report_text(layout->text, pen, end);
        if (cut) {
            // The last line fades: there is more to read where the link leads.
            const float fade = std::min(text_height, std::round(context.px(34)));
            const ImU32 none = faded(p.raised, 0);
            list.AddRectFilledMultiColor({pen.x - context.px(2), end.y - fade}, {end.x + context.px(2), end.y}, none,
                                         none, p.raised, p.raised);
        }
    }
    if (hint_height > 0) {
        const float top = at.y + height - pad - text_size(context, peek.hint, hint).y;
        text_at(context, {at.x + pad, top}, peek.hint, hint);
        report_text(peek.hint, {at.x + pad, top}, {at.x + width - pad, at.y + height - pad});
    }
    ImGui::End();
}

/// The runs of a layout in which no term counts, and where its sections begin.
void closed_of(const book::Layout& layout, std::vector<book::TextRange>& closed, std::vector<std::uint32_t>& sections) {
    const auto is_heading = [](const book::Run& run) { return run.tone == book::Tone::heading; };
    bool heading = false;
    for (const book::Run& run : layout.runs) {
        if (run.set_only) continue;
        if (is_heading(run) && !heading) sections.push_back(run.begin);
        heading = is_heading(run);
        if (heading || run.link >= 0 || run.footnote >= 0 || run.font.face == book::Face::mono ||
            (run.marks & (book::mark_code | book::mark_key)) != 0)
            closed.push_back({run.begin, run.end});
    }
}

/// Forgets the terms of the page when it is another one, or says something else.
void refresh_terms(const Reading& reading) {
    ReaderPeek& peek = reading.page().peek;
    const book::Document& document = reading.document();
    if (peek.terms_of != document.path || peek.terms_revision != document.revision ||
        peek.terms_book != reading.book.revision) {
        peek.terms_of = document.path;
        peek.terms_revision = document.revision;
        peek.terms_book = reading.book.revision;
        peek.terms_unfolded = false;
        peek.places.clear();
        peek.terms = reading.state.facts.glossary.used_in(document);
    }
    if (peek.terms_switches != reading.page().switches) {
        peek.terms_switches = reading.page().switches;
        peek.places.clear();
    }
}

}  // namespace

void peek_at(Reading& reading, ReaderPeek::Subject subject, const book::Rect& whole, bool at_once) {
    ReaderPeek& peek = reading.page().peek;
    peek.asked = subject;
    peek.asked_frame = ImGui::GetFrameCount();
    peek.at_once = at_once;
    peek.min = {whole.x, whole.y};
    peek.max = {whole.right(), whole.bottom()};
}

void draw_peek(Reading& reading) {
    ReaderPeek& peek = reading.page().peek;
    const bool asked = peek.asked_frame == ImGui::GetFrameCount();
    if (!asked) {
        peek.shown = false;
        peek.subject = {};
        peek.dismissed = {};
        return;
    }
    if (peek.subject != peek.asked) {
        peek.subject = peek.asked;
        if (peek.dismissed != peek.subject) peek.dismissed = {};
        peek.shown = false;
    }
    if (peek.shown && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) peek.dismissed = peek.subject;
    peek.shown = (peek.shown || peek.at_once) && peek.dismissed != peek.subject;
    if (!peek.shown) return;
    make_card(reading, peek);
    if (!peek.title.empty()) draw_card(reading, peek);
}

const std::vector<book::TermPlace>& terms_in(Reading& reading, std::uint32_t stretch) {
    refresh_terms(reading);
    ReaderPeek& peek = reading.page().peek;
    const auto known = peek.places.find(stretch);
    if (known != peek.places.end()) return known->second;
    std::vector<book::TermPlace>& places = peek.places[stretch];
    if (reading.document().kind == book::Kind::glossary) return places;
    const book::Layout& layout = reading.page().galley.layout(stretch);
    std::vector<book::TextRange> closed;
    std::vector<std::uint32_t> sections;
    closed_of(layout, closed, sections);
    places =
        reading.state.facts.glossary.find(std::string_view(layout.text).substr(0, layout.text_end), closed, sections);
    return places;
}

const std::vector<int>& terms_of_page(const Reading& reading) {
    refresh_terms(reading);
    return reading.page().peek.terms;
}

}  // namespace ui
