#include "ui/state.h"
#include "ui/windows.h"

namespace ui {

void perform(app::Command command, State& state, const app::Model&) {
    switch (command) {
        case app::Command::help: state.help_open = !state.help_open; break;
        case app::Command::find:
        case app::Command::find_everywhere: state.reader.focus_search = true; break;
        case app::Command::overview: state.meeting.plan_dialog = true; break;
        case app::Command::hard_moments: state.meeting.hard_dialog = true; break;
        default: break;
    }
}

}  // namespace ui
