// ui/views/reader.h: the handbook: contents and search on the left, the page, and what belongs to it on the right.
// Rule: reads the model and says actions; an idle frame sets no text anew (layouts are cached).
// Called by: the frame.                                                              Tests: tests/ui/reader_test.cpp
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace ui {

/// Fills the current ImGui window's content region.
void draw_reader(const app::Model& model, Context& context);

/// The dialog of what each leader has read, over any place. There must be a handbook.
void draw_reading_list(const app::Model& model, Context& context);

}  // namespace ui
