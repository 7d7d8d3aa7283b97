// ui/views/meeting_closing.h: what the page after the end remembers between frames, and its parts. Only for
// meeting*.cpp, palette_names.cpp and frame.cpp.
// Rule: what is typed is written down a moment after the last key, on Enter, when the field loses the keyboard and when
// the page is left; nothing typed waits longer than `line_rest`.
//                                                                          Tests: tests/ui/meeting_closing_test.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/model.h"
#include "ui/context.h"

namespace ui {

inline constexpr std::chrono::milliseconds line_rest{400};  ///< without a key until the line is written down

struct ClosingState {
    std::int64_t course = 0;  ///< what the line below is of
    int meeting = 0;
    std::string line;          ///< as it was kept when the field was last filled
    std::string typed;         ///< the line to next time
    bool waits = false;        ///< something of it has not been said yet
    base::Instant typed_at{};  ///< when the latest key came
    bool drawn = false;        ///< the page was on the screen in this frame

    std::string counting;  ///< the question whose hands are being counted; empty = none
};

ClosingState& closing_state(Context& context);
/// Says the line that still waits; nothing when none does.
std::optional<app::Action> unsaid_line(ClosingState& state, const app::Model& model);

/// A cheque mark and the heading of one part of the ritual; `done` decides whether it is ticked.
void closing_heading(Context& context, const std::string& words, bool done, float width);
/// Hands as eleven columns with their counts, and the same in words below.
void draw_hand_histogram(const app::Model& model, Context& context, const course::HandCount& counts, float width);
/// "Temperaturen i gruppa": what was kept, and eleven columns to count in now.
void draw_closing_temperature(const app::Model& model, Context& context, float width);
/// Hands that were kept at each item of a list; nothing when there are none.
void draw_closing_lists(const app::Model& model, Context& context, float width);
/// Planned and used minutes of each step.
void draw_closing_times(const app::Model& model, Context& context, float width);

}  // namespace ui
