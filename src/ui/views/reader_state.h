// ui/views/reader_state.h: what the reader remembers between frames. Never stored; what must outlive the program
// (place in the handbook, how far one read) is said as actions.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/audience_view.h"
#include "book/handbook.h"
#include "book/galley.h"
#include "course/closing.h"
#include "ui/views/reader_around.h"
#include "ui/views/reader_find.h"
#include "ui/views/reader_landmarks.h"
#include "ui/views/reader_peek.h"
#include "ui/views/reader_selection.h"
#include "ui/views/reader_tasks.h"

namespace ui {

struct CompareState;  // ui/views/compare_state.h
struct ProblemMarks;  // ui/views/reader_problems.h

/// A meeting that uses a document, by its plan.
struct ReaderUse {
    int meeting = 0;
    int minutes = 0;
    std::string document;  ///< path of the session document
};

/// One row of the table of contents.
struct ReaderRow {
    enum class Type : std::uint8_t { part, group, document } type = Type::document;
    std::string id;  ///< fold id of a part or group ("del-2", "del-2/ovelser"), path of a document
    std::string title;
    std::string number;  ///< "1.9", "E07", the number of a meeting; may be empty
    int document = -1;
    int part_row = -1;   ///< row of the part it lies in
    int group_row = -1;  ///< row of the group it lies in, or -1
    int documents = 0;   ///< of a group: how many
};

/// What is worked out once a handbook revision, because it takes going through all of it.
struct ReaderFacts {
    const void* handbook = nullptr;
    std::uint64_t revision = 0;
    int language = -1;
    std::vector<ReaderRow> rows;
    std::vector<std::vector<ReaderUse>> used;  ///< by document: the meetings whose plan has it
    std::vector<std::vector<int>> why;         ///< by document: theory chapters that it links to
    std::vector<std::vector<int>> used_by;     ///< by document: those that link to it, but for meetings in `used`
    book::Glossary glossary;
    std::vector<std::vector<int>> problems;    ///< by document: indices into Handbook::problems
    std::vector<int> problem_documents;        ///< by problem: document index, or -1
};

/// The table of contents as it is placed now: what is drawn in a frame is what is in view.
struct ReaderContents {
    struct Place {
        int row = -1;  ///< index into ReaderFacts::rows
        float y = 0;   ///< from the first row, pixels
        float height = 0;
    };
    const void* handbook = nullptr;
    std::uint64_t revision = 0;
    int language = -1;
    float width = 0;
    float scale = 0;
    bool stale = true;             ///< something was opened or closed, or a row changed its height
    std::vector<float> heights;    ///< by row; negative = not measured
    std::vector<std::uint8_t> looks;  ///< by row: what the height was measured for
    std::vector<Place> places;     ///< of the rows that are not folded away
    float height = 0;
    int focused = -1;              ///< row with the keyboard, as of the last frame
    std::uint64_t measured = 0;    ///< rows measured since the start: an idle frame measures none
};

/// A search hit, set.
struct ReaderHit {
    int hit = 0;  ///< index into Reader::hits
    int part = 0;
    bool first_of_part = false;
    std::string heading;
    std::string place;  ///< number and title of the document; empty when it is the heading
    book::Layout excerpt;
};

/// The hits as they are set now, and what they were set from.
struct ReaderHits {
    std::string query;
    const void* search = nullptr;
    std::size_t count = 0;
    float width = 0;
    float scale = 0;
    std::vector<ReaderHit> hits;
};

/// How long an exercise has taken where it was done, and what that was worked out from.
struct ReaderUsage {
    std::string path;
    const void* times = nullptr;
    std::size_t count = 0;
    course::StepTime latest;
    course::Usage usage;
};

/// Where the page stood at one depth of the history, so that "back" lands there and not at the top.
struct ReaderPlace {
    std::string document;
    std::string anchor;
    float share = 0;
};

/// One text on the screen. There are two when texts stand side by side; the second has no history.
struct ReaderPage {
    book::Galley galley;
    book::Switches switches;  ///< details that were opened, and tasks as they are ticked
    ReaderFind find;
    ReaderSelection selection;
    ReaderPeek peek;
    std::string enlarged;  ///< source of the picture that fills the window; empty = none
    std::string enlarged_words;  ///< what stands below it
    ReaderTasks tasks;

    // Where it stands
    std::string shown;  ///< path of the document that was drawn last
    std::uint64_t arrivals = 0;
    std::size_t back_depth = 0;
    std::size_t forward_depth = 0;
    std::vector<ReaderPlace> places;     ///< by depth of the history
    std::optional<ReaderPlace> landing;  ///< where the page is to stand as soon as it is set; by anchor if there is one
    float scroll = 0;                    ///< as of the last frame, pixels
    float share = 0;
    float said_share = 0;
    bool landing_hidden = false;         ///< another document: not painted before it stands where it should
    int fresh = 0;                       ///< frames until the page's height is known for certain
    std::optional<float> wanted_scroll;  ///< asked for by a key or a find, pixels
    float layout_width = 0;              ///< of the page as it was drawn last; 0 = not yet
    book::TextPlace top;                 ///< first visible text, kept in place when the page is set anew
    float body_top = 0;                  ///< y of the text in the scrolled area
    float view = 0;                      ///< height of what can be seen

    // Tables that scroll sideways, by stretch and pane
    std::map<std::uint32_t, std::map<int, float>> panes;
    std::optional<std::pair<std::uint32_t, int>> dragged_pane;

    int footnote = -1;  ///< the one that is peeked at
    ImVec2 footnote_min{}, footnote_max{};  ///< its mark, and the height of the line that it stands on
    unsigned footnote_id = 0;  ///< of its popup
    std::map<int, float> footnote_panes;
    bool used_by_unfolded = false;  ///< the whole of "Vises til fra", until another document is shown

    ReaderRibbons ribbons;
    ReaderLandmarks landmarks;
    std::shared_ptr<ProblemMarks> problem_marks;
    int wanted_line = 0;  ///< of the source: brought into view as soon as the text is set; 0 = none

    // The picture of what the wall would show
    std::optional<app::AudienceView> preview;
    std::string preview_of;
    std::uint64_t preview_revision = 0;

    ReaderUsage usage;
};

struct ReaderState {
    ReaderFacts facts;

    // Search
    bool focus_search = false;  ///< set by perform(): the field takes the keyboard in the next frame
    std::string query;          ///< as typed
    std::string seen_query;     ///< the model's, as of the last frame
    int chosen_hit = 0;
    bool show_chosen_hit = false;  ///< scroll to it in this frame
    ReaderHits hits;
    ReaderSought sought;

    // Contents
    ReaderContents contents;
    bool contents_open = false;           ///< in a narrow window the contents stand instead of the page
    std::map<std::string, bool> open;     ///< parts and groups that a person opened or closed
    int reveal = 0;                       ///< frames in which the current row is scrolled into view
    std::string revealed;                 ///< the document that this was done for …
    std::uint64_t revealed_arrivals = 0;  ///< … and the arrival
    bool problems_open = false;

    ReaderPage pages[2];  ///< the text, and the one beside it
    int active = 0;       ///< the page that keys and commands mean
    ReaderAround around;

    bool compare_wanted = false;  ///< set by perform(), from any place
    bool compare_open = false;    ///< the comparison with an older edition stands instead of the pages
    std::shared_ptr<CompareState> compare;
};

}  // namespace ui
