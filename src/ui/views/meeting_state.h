// ui/views/meeting_state.h: what the meeting view remembers between frames: composed notes, the previews, open dialogs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/audience_view.h"
#include "book/document.h"
#include "session/catch_up.h"

namespace ui {

struct ClosingState;  // ui/views/meeting_closing.h
struct MeetingBefore;  // ui/views/meeting_before.h

struct MeetingState {
    /// The page on which a meeting is prepared, and the choice of another exercise; made when first drawn.
    std::shared_ptr<MeetingBefore> before;

    /// The notes of the step on screen, put together once: the leaders' notes, the exercise's steps, the slide's notes.
    std::vector<book::Block> notes;
    std::string notes_name;  ///< what they are of; also the layout's name
    std::uint64_t notes_revision = 0;

    app::AudienceView now;  ///< what the wall shows, and what it would show next
    app::AudienceView next;
    bool has_next = false;
    std::uint64_t views_of = ~0ull;  ///< the model's revision they were made from

    std::int64_t unfinished = 0;  ///< the run that the two below are of
    std::string unfinished_step;
    base::Instant unfinished_since{};

    bool steps_shown = true;  ///< the plan stands beside the step, so no button is needed for it
    bool end_dialog = false;
    bool start_dialog = false;
    bool plan_dialog = false;
    bool toolbox_dialog = false;
    bool hard_dialog = false;  ///< what to do when it gets hard
    std::string step_number;   ///< digits that are being typed in the overview
    std::shared_ptr<ClosingState> closing;  ///< the page after the end; made when first drawn
    bool start_fault = false;
    std::string start_text;
    session::CatchUp proposal;  ///< for a late meeting; made anew only when the two below change
    std::size_t proposal_log = 0;
    base::Minutes proposal_late{};
    float foot = 0;        ///< height of what stands below the plan, as of the latest frame
    int scrolled_to = -1;  ///< the step that was last scrolled into view
};

}  // namespace ui
