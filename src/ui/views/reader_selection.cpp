// Marking text on the page with the mouse and the keyboard.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using Unit = ReaderSelection::Unit;
using Place = book::TextPlace;

struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x3003);
}

std::string_view text_of(const book::Layout& layout) {
    return std::string_view(layout.text).substr(0, layout.text_end);
}

char32_t sign_at(std::string_view text, std::size_t at) {
    return base::next_code_point(text, at);
}
std::uint32_t after(std::string_view text, std::uint32_t at) {
    std::size_t next = at;
    base::next_code_point(text, next);
    return static_cast<std::uint32_t>(next);
}
std::uint32_t before(std::string_view text, std::uint32_t at) {
    if (at == 0) return 0;
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    return at;
}

/// The word at a place; between two words, what lies between them.
Stretch word_at(std::string_view text, std::uint32_t at) {
    const auto size = static_cast<std::uint32_t>(text.size());
    if (size == 0) return {};
    at = std::min(at, size);
    const bool here = at < size && is_word(sign_at(text, at));
    const bool left = at > 0 && is_word(sign_at(text, before(text, at)));
    if (!here && !left) return {at < size ? at : before(text, at), at < size ? after(text, at) : size};
    Stretch word{at, at};
    while (word.begin > 0 && is_word(sign_at(text, before(text, word.begin)))) word.begin = before(text, word.begin);
    while (word.end < size && is_word(sign_at(text, word.end))) word.end = after(text, word.end);
    return word;
}

/// The first and last text of a line; empty for one that has none.
std::optional<Stretch> text_on(const book::Layout& layout, const book::Line& line) {
    std::optional<Stretch> found;
    for (std::uint32_t r = line.first_run; r < line.end_run; ++r) {
        const book::Run& run = layout.runs[r];
        if (run.set_only) continue;
        if (!found) found = Stretch{run.begin, run.end};
        found->begin = std::min(found->begin, run.begin);
        found->end = std::max(found->end, run.end);
    }
    return found;
}

/// The line of a place, also of one behind the last sign.
std::size_t line_at(const book::Layout& layout, std::uint32_t at) {
    std::size_t line = layout.line_of(at);
    for (std::uint32_t back = at; line == layout.lines.size() && back > 0;)
        line = layout.line_of(back = before(text_of(layout), back));
    return line;
}

Stretch block_at(const book::Layout& layout, std::uint32_t at) {
    const std::size_t here = line_at(layout, at);
    if (here == layout.lines.size()) return {at, at};
    std::optional<Stretch> found;
    for (const book::Line& line : layout.lines) {
        if (line.block != layout.lines[here].block) continue;
        const auto text = text_on(layout, line);
        if (!text) continue;
        if (!found) found = text;
        found->begin = std::min(found->begin, text->begin);
        found->end = std::max(found->end, text->end);
    }
    return found.value_or(Stretch{at, at});
}

Stretch unit_at(const book::Layout& layout, std::uint32_t at, Unit unit) {
    if (unit == Unit::word) return word_at(text_of(layout), at);
    if (unit == Unit::block) return block_at(layout, at);
    return {at, at};
}

float x_of(const book::Layout& layout, std::uint32_t at, const book::Measure& measure) {
    const std::string_view text = text_of(layout);
    if (at < text.size())
        if (const auto boxes = book::boxes_of(layout, at, after(text, at), measure); !boxes.empty())
            return boxes.front().box.x;
    const auto boxes = book::boxes_of(layout, before(text, at), at, measure);
    return boxes.empty() ? 0 : boxes.back().box.right();
}

float pane_shift(const ReaderPage& page, std::uint32_t stretch, const book::Layout& layout, float x, float y) {
    const auto known = page.panes.find(stretch);
    if (known == page.panes.end()) return 0;
    for (const auto& [number, shift] : known->second)
        if (static_cast<std::size_t>(number) < layout.panes.size() &&
            layout.panes[static_cast<std::size_t>(number)].box.contains(x, y))
            return shift;
    return 0;
}

Place place_at(Reading& reading, ImVec2 origin, ImVec2 at) {
    book::Galley& galley = reading.page().galley;
    const float y = std::clamp(at.y - origin.y, 0.0f, std::max(0.0f, galley.height() - 1));
    const std::uint32_t stretch = galley.stretch_at(y);
    const book::Layout& layout = galley.layout(stretch);
    const float x = at.x - origin.x;
    const float within = y - galley.top_of(stretch);
    const FontMeasure measure(reading.context.fonts);
    return {stretch,
            book::offset_at(layout, x, within, measure, pane_shift(reading.page(), stretch, layout, x, within))};
}

/// Letters under the mouse: the cursor says that they can be marked.
bool over_letters(Reading& reading, ImVec2 origin, ImVec2 at) {
    book::Galley& galley = reading.page().galley;
    const float y = at.y - origin.y;
    if (y < 0 || y >= galley.height()) return false;
    const std::uint32_t stretch = galley.stretch_at(y);
    const book::Layout& layout = galley.layout(stretch);
    const float within = y - galley.top_of(stretch);
    for (std::size_t i = layout.first_line_below(within); i < layout.lines.size(); ++i) {
        const book::Line& line = layout.lines[i];
        if (line.y > within) break;
        const float x = at.x - origin.x + (line.pane >= 0 ? pane_shift(reading.page(), stretch, layout, at.x - origin.x, within) : 0);
        for (std::uint32_t r = line.first_run; r < line.end_run; ++r)
            if (!layout.runs[r].set_only && x >= layout.runs[r].x && x <= layout.runs[r].x + layout.runs[r].width)
                return true;
    }
    return false;
}

void begin(Reading& reading, Place place, int clicks) {
    ReaderSelection& chosen = reading.page().selection;
    chosen.unit = clicks >= 3 ? Unit::block : clicks == 2 ? Unit::word : Unit::letter;
    const Stretch unit = unit_at(reading.page().galley.layout(place.stretch), place.offset, chosen.unit);
    chosen.chosen_begin = chosen.anchor = {place.stretch, unit.begin};
    chosen.chosen_end = chosen.end = {place.stretch, unit.end};
    chosen.revision = reading.document().revision;
    chosen.goal_x = -1;
}

void extend(Reading& reading, Place place) {
    ReaderSelection& chosen = reading.page().selection;
    const Stretch unit = unit_at(reading.page().galley.layout(place.stretch), place.offset, chosen.unit);
    if (place < chosen.chosen_begin) {
        chosen.anchor = chosen.chosen_end;
        chosen.end = {place.stretch, unit.begin};
    } else {
        chosen.anchor = chosen.chosen_begin;
        chosen.end = std::max(chosen.chosen_end, Place{place.stretch, unit.end});
    }
    chosen.goal_x = -1;
}

/// Past the edge the page follows, the faster the farther.
void follow_drag(Reading& reading, float top, float bottom) {
    const float y = ImGui::GetIO().MousePos.y;
    const float past = y < top ? y - top : y > bottom ? y - bottom : 0;
    if (past == 0) return;
    const float most = reading.context.px(80);
    const float speed = std::clamp(past, -most, most) * 14;  // pixels a second
    const float to = ImGui::GetScrollY() + speed * ImGui::GetIO().DeltaTime;
    if (to < 0 && ImGui::GetScrollY() <= 0) return;
    if (to > ImGui::GetScrollMaxY() && ImGui::GetScrollY() >= ImGui::GetScrollMaxY()) return;
    // Less than a pixel would be rounded away.
    reading.page().wanted_scroll = past < 0 ? std::min(to, ImGui::GetScrollY() - 1) : std::max(to, ImGui::GetScrollY() + 1);
    reading.context.state->animating = true;
}

void press(Reading& reading, ImVec2 origin, bool on_text) {
    ReaderPage& page = reading.page();
    ReaderSelection& chosen = page.selection;
    const ImGuiIO& io = ImGui::GetIO();
    if (!on_text) {
        chosen.clear();
        return;
    }
    const Place place = place_at(reading, origin, io.MousePos);
    reading.state.pages[1 - reading.side].selection.clear();
    if (io.KeyShift && chosen.revision != 0) {
        if (chosen.unit == Unit::letter) chosen.chosen_begin = chosen.chosen_end = chosen.anchor;
        extend(reading, place);
    } else {
        begin(reading, place, io.MouseClickedCount[0]);
    }
    chosen.pressed = io.MousePos;
}

void drag(Reading& reading, ImVec2 origin, float top, float bottom) {
    ReaderSelection& chosen = reading.page().selection;
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.MouseDown[0]) {
        chosen.pressed.reset();
        chosen.dragging = false;
        return;
    }
    if (!chosen.dragging) {
        const ImVec2 by{io.MousePos.x - chosen.pressed->x, io.MousePos.y - chosen.pressed->y};
        if (by.x * by.x + by.y * by.y < 16) return;
        chosen.dragging = true;
        // A link that the drag began on is not followed when the mouse is let go.
        ImGui::SetActiveID(ImGui::GetCurrentWindow()->MoveId, ImGui::GetCurrentWindow());
    }
    extend(reading, place_at(reading, origin, {io.MousePos.x, std::clamp(io.MousePos.y, top, bottom)}));
    follow_drag(reading, top, bottom);
}

/// A key of the selection. Claimed through ImGui's shortcuts, so that its own keyboard navigation does not take it too.
bool pressed(ImGuiKeyChord chord) {
    return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat);
}

Place letter(book::Galley& galley, Place at, bool on) {
    const book::Layout& layout = galley.layout(at.stretch);
    const std::string_view text = text_of(layout);
    if (on) {
        if (at.offset < text.size()) return {at.stretch, after(text, at.offset)};
        return at.stretch + 1 < galley.size() ? Place{at.stretch + 1, 0} : at;
    }
    if (at.offset > 0) return {at.stretch, before(text, at.offset)};
    if (at.stretch == 0) return at;
    return {at.stretch - 1, galley.layout(at.stretch - 1).text_end};
}

Place word(book::Galley& galley, Place at, bool on) {
    const Place stepped = letter(galley, at, on);
    if (stepped.stretch != at.stretch) return stepped;
    const std::string_view text = text_of(galley.layout(at.stretch));
    std::uint32_t to = at.offset;
    if (on) {
        while (to < text.size() && !is_word(sign_at(text, to))) to = after(text, to);
        while (to < text.size() && is_word(sign_at(text, to))) to = after(text, to);
    } else {
        while (to > 0 && !is_word(sign_at(text, before(text, to)))) to = before(text, to);
        while (to > 0 && is_word(sign_at(text, before(text, to)))) to = before(text, to);
    }
    return {at.stretch, to};
}

/// The line above or below, as near as it goes to where ↑ and ↓ began.
Place line(Reading& reading, Place at, bool down) {
    ReaderSelection& chosen = reading.page().selection;
    book::Galley& galley = reading.page().galley;
    const FontMeasure measure(reading.context.fonts);
    const book::Layout& layout = galley.layout(at.stretch);
    if (chosen.goal_x < 0) chosen.goal_x = x_of(layout, at.offset, measure);
    const std::size_t here = line_at(layout, at.offset);
    std::optional<float> y;
    if (here < layout.lines.size()) {
        const float own = layout.lines[here].y;
        const auto look = [&](std::size_t i) {
            const book::Line& other = layout.lines[i];
            const bool wanted = down ? other.y > own + 1 : other.y < own - 1;
            if (wanted && text_on(layout, other)) y = other.y + other.height / 2;
        };
        if (down)
            for (std::size_t i = here + 1; i < layout.lines.size() && !y; ++i) look(i);
        else
            for (std::size_t i = here; i-- > 0 && !y;) look(i);
    }
    if (y) return {at.stretch, book::offset_at(layout, chosen.goal_x, *y, measure)};
    if (down && at.stretch + 1 == galley.size()) return {at.stretch, layout.text_end};
    if (!down && at.stretch == 0) return {0, 0};
    const std::uint32_t next = down ? at.stretch + 1 : at.stretch - 1;
    const book::Layout& other = galley.layout(next);
    return {next, book::offset_at(other, chosen.goal_x, down ? 0 : other.height, measure)};
}

Place line_end(book::Galley& galley, Place at, bool end) {
    const book::Layout& layout = galley.layout(at.stretch);
    const std::size_t here = line_at(layout, at.offset);
    if (here == layout.lines.size()) return at;
    const auto text = text_on(layout, layout.lines[here]);
    return text ? Place{at.stretch, end ? text->end : text->begin} : at;
}

std::optional<Place> moved_by_key(Reading& reading, Place from) {
    book::Galley& galley = reading.page().galley;
    ReaderSelection& chosen = reading.page().selection;
    constexpr ImGuiKeyChord shift = ImGuiMod_Shift, both = ImGuiMod_Ctrl | ImGuiMod_Shift;
    if (pressed(shift | ImGuiKey_DownArrow)) return line(reading, from, true);
    if (pressed(shift | ImGuiKey_UpArrow)) return line(reading, from, false);
    std::optional<Place> to;
    if (pressed(shift | ImGuiKey_RightArrow)) to = letter(galley, from, true);
    if (pressed(shift | ImGuiKey_LeftArrow)) to = letter(galley, from, false);
    if (pressed(both | ImGuiKey_RightArrow)) to = word(galley, from, true);
    if (pressed(both | ImGuiKey_LeftArrow)) to = word(galley, from, false);
    if (pressed(shift | ImGuiKey_Home)) to = line_end(galley, from, false);
    if (pressed(shift | ImGuiKey_End)) to = line_end(galley, from, true);
    if (pressed(both | ImGuiKey_Home)) to = Place{};
    if (pressed(both | ImGuiKey_End)) to = Place{galley.size() - 1, galley.layout(galley.size() - 1).text_end};
    if (to) chosen.goal_x = -1;
    return to;
}

bool in_view(Reading& reading, Place place) {
    const ReaderPage& page = reading.page();
    const float y = page.body_top + reading.page().galley.y_of(place) - ImGui::GetScrollY();
    return y >= 0 && y < page.view;
}

void scroll_to(Reading& reading, Place place) {
    ReaderPage& page = reading.page();
    const float edge = reading.context.px(40);
    const float y = page.body_top + page.galley.y_of(place);
    if (y < ImGui::GetScrollY() + edge) page.wanted_scroll = y - edge;
    if (y > ImGui::GetScrollY() + page.view - 2 * edge) page.wanted_scroll = y - page.view + 2 * edge;
}

void select_by_keys(Reading& reading) {
    ReaderPage& page = reading.page();
    ReaderSelection& chosen = page.selection;
    const bool never = chosen.revision == 0;
    const bool lost = chosen.empty() && !never && !in_view(reading, chosen.end);
    const Place from =
        never || lost ? page.galley.place_below(ImGui::GetScrollY() - page.body_top) : chosen.end;
    const auto to = moved_by_key(reading, from);
    if (!to) return;
    if (never || lost) chosen.anchor = from;
    chosen.revision = reading.document().revision;
    chosen.unit = Unit::letter;
    chosen.end = *to;
    chosen.chosen_begin = chosen.chosen_end = chosen.anchor;
    scroll_to(reading, *to);
}

Stretch part_of(std::uint32_t stretch, Place first, Place last, std::uint32_t text_end) {
    return {first.stretch < stretch ? 0 : first.offset, last.stretch > stretch ? text_end : last.offset};
}

}  // namespace

void select_all(Reading& reading) {
    ReaderPage& page = reading.page();
    const std::uint32_t last = page.galley.size() - 1;
    page.selection.clear();
    page.selection.end = {last, page.galley.layout(last).text_end};
    page.selection.revision = reading.document().revision;
    page.selection.unit = Unit::letter;
}

void mark_selection(Reading& reading, std::uint32_t stretch, std::vector<Highlight>& marks) {
    const ReaderSelection& chosen = reading.page().selection;
    const auto mark = [&](Place first, Place last, HighlightType type) {
        if (first == last || stretch < first.stretch || stretch > last.stretch) return;
        const Stretch part = part_of(stretch, first, last, reading.page().galley.layout(stretch).text_end);
        if (part.begin < part.end) marks.push_back({part.begin, part.end, type});
    };
    if (reading.model.speaking) mark(chosen.spoken_begin, chosen.spoken_end, HighlightType::found);
    mark(chosen.first(), chosen.last(), HighlightType::selection);
}

void touch_text(Reading& reading, ImVec2 origin, bool over_link) {
    ReaderPage& page = reading.page();
    ReaderSelection& chosen = page.selection;
    if (chosen.revision != 0 && chosen.revision != reading.document().revision) chosen = {};
    const ImRect clip = ImGui::GetCurrentWindow()->InnerClipRect;
    if (chosen.pressed) drag(reading, origin, clip.Min.y, clip.Max.y - 1);

    const ImGuiIO& io = ImGui::GetIO();
    const bool covered = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    const bool here = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                      (over_link || !ImGui::IsAnyItemHovered());
    const bool beside = io.MousePos.y < origin.y || io.MousePos.y >= origin.y + page.galley.height();
    const bool pulls = page.dragged_pane.has_value() && io.MouseClickedCount[0] < 2;
    if (ImGui::IsMouseClicked(0) && !covered) press(reading, origin, here && !beside && !pulls);
    if (chosen.dragging || (here && !over_link && !covered && !ImGui::IsAnyItemActive() &&
                            over_letters(reading, origin, io.MousePos)))
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);

    if (covered || io.WantTextInput) return;
    if (!chosen.empty() && ImGui::Shortcut(ImGuiKey_Escape, ImGuiInputFlags_RouteGlobal)) chosen.clear();
    if (reading.side != reading.state.active) return;
    if (ImGui::Shortcut(ImGuiMod_Ctrl | ImGuiKey_A, ImGuiInputFlags_RouteGlobal)) select_all(reading);
    select_by_keys(reading);
}

std::pair<Place, Place> paragraph_at(Reading& reading, Place place) {
    const Stretch block = block_at(reading.page().galley.layout(place.stretch), place.offset);
    return {{place.stretch, block.begin}, {place.stretch, block.end}};
}

Place place_under(Reading& reading, ImVec2 origin, ImVec2 at) {
    return place_at(reading, origin, at);
}

}  // namespace ui
