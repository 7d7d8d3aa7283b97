#include "ui/state.h"
#include "ui/windows.h"

namespace ui {
namespace {

/// Finds in the page one reads; elsewhere there is only the whole handbook to search.
void find_on_page(State& state, const app::Model& model) {
    if (model.place != app::Place::handbook || model.handbook == nullptr || model.handbook->documents.empty() ||
        state.reader.compare_open) {
        state.reader.focus_search = true;
        return;
    }
    ReaderPage& page = state.reader.pages[model.reader.beside ? state.reader.active : 0];
    if (!page.find.open) {
        page.find.from = page.top;
        page.find.document = page.shown;
    }
    page.find.open = page.find.focus = true;
    state.reader.contents_open = false;
}

}  // namespace

void perform(app::Command command, State& state, const app::Model& model) {
    switch (command) {
        case app::Command::help: state.help_open = !state.help_open; break;
        case app::Command::find: find_on_page(state, model); break;
        case app::Command::find_everywhere: state.reader.focus_search = true; break;
        case app::Command::go_to: state.palette.open = !state.palette.open; break;
        case app::Command::read_aloud:
            if (model.place == app::Place::handbook) state.reader.pages[state.reader.active].selection.speak = true;
            break;
        case app::Command::overview: state.meeting.plan_dialog = true; break;
        case app::Command::hard_moments: state.meeting.hard_dialog = true; break;
        case app::Command::bookmark:
            state.reader.around.bookmark_wanted = model.place == app::Place::handbook;
            break;
        case app::Command::compare: state.reader.compare_wanted = model.handbook != nullptr; break;
        case app::Command::reading_list: state.reader.around.list_open = true; break;
        default: break;
    }
}

}  // namespace ui
