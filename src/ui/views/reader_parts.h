// ui/views/reader_parts.h: what the files of the reader share. Private to reader*.cpp.
#pragma once

#include <imgui_internal.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/model.h"
#include "ui/context.h"
#include "ui/kit.h"
#include "ui/state.h"

namespace ui {

/// The handbook as it is read in this frame.
struct Reading {
    const app::Model& model;
    Context& context;
    ReaderState& state;
    const book::Handbook& book;
    int index = -1;  ///< of the open document
    int side = 0;    ///< which page: 0 the text, 1 the one beside it
    bool two = false;  ///< another page stands beside this one

    ReaderPage& page() const { return state.pages[side]; }
    const book::Document& document() const { return book.documents[static_cast<std::size_t>(index)]; }
    const words::Catalogue& words() const { return model.words; }
};

// reader_facts.cpp
void refresh_reader_facts(const app::Model& model, ReaderFacts& facts);
/// "1.9", "E07", or the number of the meeting it belongs to.
std::string reader_number(const book::Document& document);
/// "1.9 Grupperegler, taushet og personvern".
std::string reader_name(const book::Document& document);
/// "samling 2–4, 6".
std::string reader_meetings(const words::Catalogue& words, const std::vector<int>& numbers);
/// A Problem in the user's language.
std::string reader_problem(const words::Catalogue& words, const book::Problem& problem);

// reader_search.cpp
/// The field; true while there is a query.
bool draw_reader_search_field(Reading& reading, float width);
void draw_reader_hits(Reading& reading, float width);
/// F3 and Shift+F3: the next or previous hit of the search is opened.
void step_through_hits(Reading& reading);

// reader_find.cpp
/// Once a frame, when the galley is prepared: searches a little more of the page, and forgets what no longer holds.
void refresh_reader_find(Reading& reading, bool set_anew);
/// The page has not been searched to its end yet.
bool reader_find_counting(const Reading& reading);
void step_to_match(Reading& reading, int by);
/// Inside the scroll area: brings the match that is shown into view, sideways too.
void show_match(Reading& reading);
/// Adds what was found in this stretch and is in view.
struct Highlight;
void add_found(const Reading& reading, std::uint32_t stretch, std::vector<Highlight>& marks);

// reader_find_bar.cpp
/// The bar at the top right of the page: `right` and `top` on the screen, at most `width` wide.
void draw_reader_find(Reading& reading, float right, float top, float width);

// reader_contents.cpp
void draw_reader_column(Reading& reading, ImVec2 size, bool narrow);

// reader_page.cpp
void draw_reader_page(Reading& reading, ImVec2 size, bool narrow);

// reader_scroll.cpp
/// Before the page's scroll area: notices arrivals and decides where to land. Returns true when the page is another
/// one.
bool arrive(Reading& reading);
/// Inside the scroll area, when the text can be set and its top is known. False: the place is not reached before the next
/// frame, so the text should not be painted in this one.
/// `set_anew`: the text was forgotten and is set with another width or size.
bool land(Reading& reading, bool set_anew);
/// Keys that scroll, and saying where reading rests.
void keep_place(Reading& reading);

// reader_marks.cpp: what the page answers to: links, footnotes, tables that scroll sideways.
struct PageEvents;
void answer_links(Reading& reading, const PageEvents& events);
void draw_footnote(Reading& reading);
void draw_panes(Reading& reading, std::uint32_t stretch, ImVec2 origin);

// reader_tasks.cpp
/// Before the page is set: which of its tasks are done.
void refresh_tasks(Reading& reading);
/// Where ticks are remembered, on a page that has tasks.
void draw_tasks_note(Reading& reading, float width);
void answer_switches(Reading& reading, const PageEvents& events);

// reader_enlarged.cpp
void answer_enlarged(Reading& reading, const PageEvents& events);
void draw_enlarged(Reading& reading);

// reader_selection.cpp
struct Highlight;
void mark_selection(Reading& reading, std::uint32_t stretch, std::vector<Highlight>& marks);
/// Inside the scroll area, when the text has been painted with its top left at `origin`. `over_link`: the mouse is on a
/// link, from where text can be marked too.
void touch_text(Reading& reading, ImVec2 origin, bool over_link);
void select_all(Reading& reading);
book::TextPlace place_under(Reading& reading, ImVec2 origin, ImVec2 at);
/// From the first to the last letter of the paragraph, heading or cell there.
std::pair<book::TextPlace, book::TextPlace> paragraph_at(Reading& reading, book::TextPlace place);

// reader_text_menu.cpp
/// Copying and reading aloud, after touch_text().
void use_text(Reading& reading, ImVec2 origin);

// reader_peek.cpp
/// Something that can be peeked at is hovered or focused in this frame; `whole` is where, on the screen. `at_once`: the
/// pointer has rested on it, or it has the keyboard.
void peek_at(Reading& reading, ReaderPeek::Subject subject, const book::Rect& whole, bool at_once);
/// The card, over everything, once a frame after all that can ask for it.
void draw_peek(Reading& reading);
/// Where a stretch of the page uses terms of the glossary. Found when it is asked for the first time.
const std::vector<book::TermPlace>& terms_in(Reading& reading, std::uint32_t stretch);
/// The terms that the whole page uses.
const std::vector<int>& terms_of_page(const Reading& reading);

// reader_aside.cpp
/// Headings of this page (when `headings`), where it is used, why, and what the wall would show of it.
void draw_reader_aside(Reading& reading, bool headings, float width);
/// False when it would be empty without the headings.
bool reader_aside_has_more(const Reading& reading);

// reader_beside.cpp: two texts side by side.
/// Which page keys mean: the one that was pressed, focused or opened last. `left` and `right` are the pages' areas.
void choose_active_page(Reading& reading, const ImRect& left, const ImRect& right);
/// The second text; `reading` is the first.
void draw_reader_beside(Reading& reading, ImVec2 at, ImVec2 size);
/// In the page that asks; beside it when Ctrl is held.
void open_from(Reading& reading, const std::string& path, const std::string& anchor, bool beside = false);
/// A link of the page's document.
void open_link(Reading& reading, int link, bool beside = false);
/// The last item was pressed with the middle button, which opens beside.
bool pressed_for_beside();
/// The id as the index knows it: the second page's things have names of their own.
std::string side_id(const Reading& reading, std::string_view id);
/// "Del 1 · Planlegge › 1.9": each part leads to where it begins.
void draw_breadcrumb(Reading& reading, ImVec2 at, float width, float height);
/// Bookmark, and what belongs to two texts. Width and drawing.
float place_tools_width(const Reading& reading);
void draw_place_tools(Reading& reading, ImVec2 at);

// reader_banner.cpp
/// What is said over the page: the meeting that it follows, a second text there is no room for. Returns its height.
float draw_page_banners(Reading& reading, ImVec2 at, float width);

// reader_bookmarks.cpp
/// The heading that the reader is at, as an index into the galley's; -1 = before the first.
int heading_here(const Reading& reading);
/// Bookmarks in the margin; sets or removes one when that was asked for. `title`: top of the page, `origin`: of the text.
void draw_ribbons(Reading& reading, ImVec2 title, ImVec2 origin);
/// "Bokmerker" and "Leseliste", over the contents.
void draw_bookmark_rows(Reading& reading, float width);
bool bookmarked_here(const Reading& reading);
/// A ribbon that fills the box.
void paint_ribbon(const Context& context, ImDrawList& list, ImVec2 min, ImVec2 max, ImU32 colour, bool filled);

// reader_list.cpp
/// All who read now have read it.
bool has_read(const app::Model& model, const std::string& path);

// reader_problems.cpp
void draw_page_problems(Reading& reading, float width);
void draw_problem_list(Reading& reading);
void draw_missing_handbook(const app::Model& model, Context& context, ImVec2 size);

// reader.cpp
/// Lines begin at `left` and wrap `width` later until leave(): a text column inside the current window.
class ReaderColumn {
  public:
    ReaderColumn(ImVec2 at, float width);
    ~ReaderColumn();
    ReaderColumn(const ReaderColumn&) = delete;
    ReaderColumn& operator=(const ReaderColumn&) = delete;

  private:
    float work_right_;
    float region_right_;
};
/// A line of text that is a link without underline, until it is hovered. True when clicked.
bool reader_link(Context& context, const char* id, std::string_view label, const TextStyle& style, float width,
                 bool on = false);
/// A square button with an icon, or with letters when `letters` is not empty.
bool reader_tool(Context& context, const char* id, Icon icon, std::string_view letters, std::string_view tip,
                 bool disabled);
/// Pictures of the window, or a stand-in that knows none.
const book::PictureSizes& reader_pictures(const Context& context);

}  // namespace ui
