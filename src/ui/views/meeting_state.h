// ui/views/meeting_state.h: what the meeting view remembers between frames.
#pragma once

namespace ui {

struct MeetingState {};

}  // namespace ui
