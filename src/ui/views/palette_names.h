// ui/views/palette_names.h: what "go to anything" can go to, how it is ranked, and what going there means.
// Rule: no drawing. Used by: palette.cpp.                                           Tests: tests/ui/palette_test.cpp
#pragma once

#include <string_view>

#include "app/model.h"
#include "ui/context.h"
#include "ui/views/palette.h"

namespace ui {

/// All names there are here and now, and an empty query.
void gather_palette(const app::Model& model, PaletteState& palette);
/// The rows for the query, best first; for an empty one what was read lately, and the places. Does nothing when they
/// are there already.
void rank_palette(const app::Model& model, PaletteState& palette);
/// Carries out what the name stands for.
void go_to(const PaletteName& name, const app::Model& model, Context& context);
/// The keys of a command, else empty.
std::string_view palette_keys(const PaletteName& name);
/// A meeting is under way: its keys keep their meaning.
bool palette_meeting_on(const app::Model& model);

}  // namespace ui
