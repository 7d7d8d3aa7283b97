// ui/views/compare.h: the present edition of the handbook beside an older one: what is new, gone, changed and moved.
// Rule: only what is in view is set, and a part of the rest a frame; an idle frame sets nothing. Private notes are part of
// it: it stands in the leaders' window only.
// Called by: the reader.                                                           Tests: tests/ui/compare_test.cpp
#pragma once

#include "app/model.h"
#include "ui/context.h"
#include "ui/views/compare_state.h"

namespace ui {

struct ReaderState;

/// Fills the current window's content region. There must be a handbook.
void draw_compare(const app::Model& model, Context& context);
/// How many layouts it has made since the start.
std::uint64_t compare_layouts_made(const ReaderState& state);

}  // namespace ui
