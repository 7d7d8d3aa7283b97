#include "shell/painter.h"

#include "app/idle.h"

namespace shell {

Painter::Painter(Canvas& canvas, ImageCache& cache, int most_picture_height)
    : canvas_(canvas), pictures_(cache, most_picture_height), state_(ui::make_state()) {
    context_.fonts = canvas.fonts();
    context_.pictures = &pictures_;
    context_.state = state_.get();
}

Painter::~Painter() {
    const Canvas::Scope scope(canvas_);
    pictures_.clear();
}

app::Actions Painter::leaders(const app::Model& model, Canvas::Size size, float monitor_scale, FrameTime time) {
    const Canvas::Scope scope(canvas_);
    app::Actions actions;
    context_.palette = model.settings.look == app::Look::evening ? ui::evening() : ui::day();
    context_.scale = app::text_scales[model.settings.text_scale] * monitor_scale;
    context_.actions = &actions;
    context_.now = app::shown_time(model, time.now);
    pictures_.begin_frame();
    canvas_.begin(size, time.seconds, time.idle);
    ui::draw_leaders(model, context_);
    canvas_.end(size, context_.palette.ground);
    context_.actions = nullptr;
    restless_ = canvas_.unsettled() || ui::animating(*state_);
    return actions;
}

void Painter::wall(const app::AudienceView& view, Canvas::Size size, FrameTime time) {
    const Canvas::Scope scope(canvas_);
    app::Actions nobody_asks;
    context_.palette = view.light ? ui::wall_light() : ui::wall_dark();
    context_.scale = static_cast<float>(size.height) / 720;
    context_.actions = &nobody_asks;
    context_.now = time.now;
    pictures_.begin_frame();
    canvas_.begin(size, time.seconds, time.idle);
    ui::draw_wall(view, context_);
    canvas_.end(size, context_.palette.ground);
    context_.actions = nullptr;
    restless_ = canvas_.unsettled() || ui::animating(*state_);
}

bool Painter::prefetch(std::string_view picture) {
    const Canvas::Scope scope(canvas_);
    return pictures_.prefetch(picture);
}

bool Painter::hover_waits() const {
    return canvas_.hover_waits();
}

}  // namespace shell
