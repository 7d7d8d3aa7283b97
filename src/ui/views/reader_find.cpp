// What finding in the page finds, which match is shown and where, and what of the text in view is marked.
#include "ui/views/reader_find.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "book/search_words.h"
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

constexpr std::size_t searched_a_frame = 64'000;  ///< bytes of text: a few milliseconds
constexpr int showing_frames = 5;                 ///< heights above the match may become exact meanwhile
constexpr std::size_t most_stretches_marked = 64;

/// A text as finding sees it. `place` has one entry more than `text` has bytes.
struct Plain {
    std::string text;
    std::vector<std::uint32_t> place;  ///< by byte: where its sign stands in the original
};

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

/// Pairs that are written for one letter: aa, ae, oe.
bool two_for_one(char first, char second) {
    return (first == 'a' && (second == 'a' || second == 'e')) || (first == 'o' && second == 'e');
}

Plain plain_of(std::string_view text, bool loosely) {
    Plain made;
    made.text.reserve(text.size());
    made.place.reserve(text.size() + 1);
    bool single = false;  // the last sign may still be the first of a pair
    std::string sign;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = base::next_code_point(text, at);
        constexpr char32_t soft_hyphen = 0xAD;
        if (c == soft_hyphen) continue;
        sign.clear();
        if (is_blank(c)) {
            if (!made.text.empty() && made.text.back() == ' ') continue;
            sign = " ";
        } else {
            base::append_utf8(sign, base::lower(c));
            if (loosely && c >= 0x80) sign = book::plain_letters(sign);
        }
        if (loosely && single && sign.size() == 1 && two_for_one(made.text.back(), sign[0])) {
            single = false;
            continue;
        }
        single = sign.size() == 1;
        made.text += sign;
        made.place.insert(made.place.end(), sign.size(), begin);
    }
    made.place.push_back(static_cast<std::uint32_t>(text.size()));
    return made;
}

bool still_to_search(const ReaderFind& find, const book::Galley& galley) {
    return find.open && !find.searched.empty() && find.next < galley.size();
}

/// Begins anew, keeping the place from which the next match is the one to show.
void begin_search(ReaderFind& find) {
    if (find.at >= 0) find.from = find.matches[static_cast<std::size_t>(find.at)].begin;
    find.matches.clear();
    find.at = -1;
    find.next = 0;
    find.loosely = false;
}

/// A little of the page, from where the last frame came to.
void search_on(ReaderFind& find, const book::Galley& galley) {
    const std::string_view query = find.searched;
    for (std::size_t read = 0; find.next < galley.size() && read < searched_a_frame;) {
        const std::string text = galley.text(find.next);
        for (const book::Stretch& match : found_on_page(text, query, find.loosely))
            find.matches.push_back({{find.next, static_cast<std::uint32_t>(match.begin)},
                                    static_cast<std::uint32_t>(match.end - match.begin)});
        read += text.size() + 1;
        if (++find.next < galley.size() || find.loosely || !find.matches.empty()) continue;
        find.loosely = true;
        find.next = 0;
    }
    if (find.at >= 0 || find.matches.empty()) return;
    const auto first = std::lower_bound(find.matches.begin(), find.matches.end(), find.from,
                                        [](const ReaderMatch& m, book::TextPlace from) { return m.begin < from; });
    if (first != find.matches.end())
        find.at = static_cast<int>(first - find.matches.begin());
    else if (find.next >= galley.size())
        find.at = 0;
}

/// The text that the lines in view hold, as a stretch of Layout::text.
book::Stretch text_in_view(const book::Layout& layout, float top, float bottom) {
    book::Stretch seen{layout.text.size(), 0};
    for (std::size_t i = layout.first_line_below(top); i < layout.lines.size() && layout.lines[i].y <= bottom; ++i)
        for (std::uint32_t r = layout.lines[i].first_run; r < layout.lines[i].end_run; ++r) {
            if (layout.runs[r].set_only) continue;
            seen.begin = std::min<std::size_t>(seen.begin, layout.runs[r].begin);
            seen.end = std::max<std::size_t>(seen.end, layout.runs[r].end);
        }
    return seen;
}

const std::vector<book::Stretch>& sought_in(ReaderSought& sought, std::uint32_t stretch, const book::Layout& layout) {
    const auto known = sought.marks.find(stretch);
    if (known != sought.marks.end()) return known->second;
    if (sought.marks.size() >= most_stretches_marked) sought.marks.clear();
    const std::string_view text = std::string_view(layout.text).substr(0, layout.text_end);
    return sought.marks[stretch] = book::found_in(text, sought.words);
}

/// The words of a search are marked until it is cleared, changed, or another text was opened.
void keep_sought(const Reading& reading) {
    ReaderSought& sought = reading.state.sought;
    if (sought.query.empty() || reading.side != 0) return;
    const app::Reader& reader = reading.model.reader;
    const bool elsewhere = reader.arrivals >= sought.arrivals && reading.document().path != sought.document;
    if (reader.query != sought.query || elsewhere) sought = {};
}

}  // namespace

std::vector<book::Stretch> found_on_page(std::string_view text, std::string_view query, bool loosely) {
    std::vector<book::Stretch> found;
    const std::string wanted = plain_of(base::trimmed(query), loosely).text;
    if (wanted.empty()) return found;
    const Plain plain = plain_of(text, loosely);
    for (std::size_t at = plain.text.find(wanted); at != std::string::npos;
         at = plain.text.find(wanted, at + wanted.size()))
        found.push_back({plain.place[at], plain.place[at + wanted.size()]});
    return found;
}

void refresh_reader_find(Reading& reading, bool set_anew) {
    keep_sought(reading);
    if (set_anew && reading.side == 0) reading.state.sought.marks.clear();
    ReaderPage& page = reading.page();
    ReaderFind& find = page.find;
    if (!find.open) {
        if (!find.searched.empty()) find = {.query = find.query, .document = find.document, .from = find.from};
        return;
    }
    const std::string wanted(base::trimmed(find.query));
    if (find.document != page.shown) {
        begin_search(find);
        find.from = {};
        find.showing = 0;
        find.document = page.shown;
        find.searched = wanted;
    } else if (wanted != find.searched) {
        begin_search(find);
        find.searched = wanted;
        find.showing = showing_frames;
    } else if (set_anew) {
        begin_search(find);
    }
    if (!still_to_search(find, page.galley)) return;
    search_on(find, page.galley);
    if (still_to_search(find, page.galley)) reading.context.state->animating = true;
}

bool reader_find_counting(const Reading& reading) {
    return still_to_search(reading.page().find, reading.page().galley);
}

void step_to_match(Reading& reading, int by) {
    ReaderFind& find = reading.page().find;
    const int count = static_cast<int>(find.matches.size());
    if (count == 0) return;
    find.at = find.at < 0 ? (by > 0 ? 0 : count - 1) : (find.at + by + count) % count;
    find.showing = showing_frames;
}

void show_match(Reading& reading) {
    ReaderPage& page = reading.page();
    ReaderFind& find = page.find;
    if (!find.open || find.showing <= 0 || find.at < 0 || page.landing.has_value()) return;
    --find.showing;
    reading.context.state->animating = reading.context.state->animating || find.showing > 0;
    const ReaderMatch match = find.matches[static_cast<std::size_t>(find.at)];
    if (match.begin.stretch >= page.galley.size()) return;
    const book::Layout& layout = page.galley.layout(match.begin.stretch);
    const FontMeasure measure(reading.context.fonts);
    const std::vector<book::TextBox> boxes =
        book::boxes_of(layout, match.begin.offset, match.begin.offset + match.length, measure);
    if (boxes.empty()) return;
    const book::TextBox& first = boxes.front();
    const float y = page.body_top + page.galley.top_of(match.begin.stretch) + first.box.y;
    const float edge = std::min(reading.context.px(96), page.view * 0.25f);
    const float above = y - ImGui::GetScrollY();
    if (above < edge || above + first.box.height > page.view - edge)
        page.wanted_scroll = std::max(0.0f, y - page.view * 0.35f);
    if (first.pane < 0) return;
    const book::Pane& pane = layout.panes[static_cast<std::size_t>(first.pane)];
    float& scroll = page.panes[match.begin.stretch][first.pane];
    const float left = first.box.x - pane.box.x;
    const float room = reading.context.px(24);
    if (left < scroll + room || left + first.box.width > scroll + pane.box.width - room)
        scroll = std::clamp(left - pane.box.width * 0.3f, 0.0f, std::max(0.0f, pane.content_width - pane.box.width));
}

void add_found(const Reading& reading, std::uint32_t stretch, std::vector<Highlight>& marks) {
    ReaderPage& page = reading.page();
    const ReaderFind& find = page.find;
    const bool sought = reading.side == 0 && !reading.state.sought.query.empty();
    if (find.matches.empty() && !sought) return;
    const book::Layout& layout = page.galley.layout(stretch);
    const float top = ImGui::GetScrollY() - page.body_top - page.galley.top_of(stretch);
    const book::Stretch seen = text_in_view(layout, top, top + page.view);
    if (sought)
        for (const book::Stretch& word : sought_in(reading.state.sought, stretch, layout))
            if (word.end > seen.begin && word.begin < seen.end)
                marks.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                                 HighlightType::found});
    // Matches may be many; those that begin in view are found by halving.
    const auto from = std::lower_bound(find.matches.begin(), find.matches.end(),
                                       book::TextPlace{stretch, static_cast<std::uint32_t>(seen.begin)},
                                       [](const ReaderMatch& m, book::TextPlace place) {
                                           return book::TextPlace{m.begin.stretch, m.begin.offset + m.length} <= place;
                                       });
    for (auto m = from; m != find.matches.end() && m->begin.stretch == stretch && m->begin.offset < seen.end; ++m) {
        const bool here = m - find.matches.begin() == find.at;
        marks.push_back(
            {m->begin.offset, m->begin.offset + m->length, here ? HighlightType::found_here : HighlightType::found});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Highlight& a, const Highlight& b) { return a.begin < b.begin; });
}

}  // namespace ui
