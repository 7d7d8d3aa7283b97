// ui/views/places.h: the places of the rail, one draw function each. Each fills the current window's content region.
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace ui {

void draw_home(const app::Model& model, Context& context);
void draw_meeting(const app::Model& model, Context& context);
void draw_review(const app::Model& model, Context& context);
/// The dialogs that any place can open.
void draw_help(const app::Model& model, Context& context);
void draw_settings(const app::Model& model, Context& context);

}  // namespace ui
