#include "ui/state.h"
#include "ui/windows.h"

namespace ui {

void perform(app::Command command, State& state, const app::Model& model) {
    switch (command) {
        case app::Command::help: state.help_open = !state.help_open; break;
        case app::Command::find:
        case app::Command::find_everywhere: state.reader.focus_search = true; break;
        case app::Command::overview: state.meeting.plan_dialog = true; break;
        case app::Command::hard_moments: state.meeting.hard_dialog = true; break;
        case app::Command::bookmark:
            state.reader.around.bookmark_wanted = model.place == app::Place::handbook;
            break;
        case app::Command::reading_list: state.reader.around.list_open = true; break;
        default: break;
    }
}

}  // namespace ui
