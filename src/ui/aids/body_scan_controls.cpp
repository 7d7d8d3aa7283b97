#include <string>

#include "ui/aids/aid_controls.h"
#include "ui/index.h"
#include "ui/kit.h"

namespace ui {

using words::Key;

void draw_controls(const app::Model& model, Context& context, const session::BodyScan& scan, float width) {
    const auto& words = model.words;
    const session::BodyScan::View view = scan.view(context.now);
    const auto count = static_cast<int>(scan.areas.size());
    const bool done = view.area >= count;
    const TextStyle quiet{.size = 14, .colour = context.palette.muted, .wrap = width};
    if (!done) {
        chip(context, words(Key::aid_scan_of, {{"number", view.area + 1}, {"count", count}}));
        gap(context, 8);
    }
    text(context, done ? words[Key::aid_scan_done] : scan.areas[static_cast<std::size_t>(view.area)],
         {.size = text_large, .face = book::Face::semibold, .wrap = width, .line = 1.25f});
    if (!done) {
        gap(context, 10);
        progress(context, static_cast<float>(view.gone.count()) / static_cast<float>(scan.each.count()), width);
        if (view.area + 1 < count) {
            gap(context, 10);
            text(context, words(Key::wall_next_phase, {{"name", scan.areas[static_cast<std::size_t>(view.area) + 1]}}),
                 quiet);
        }
        gap(context, aid_air);
        // Once it goes it goes on by itself; the leader who leads without the clock presses J.
        const bool running = scan.clock.running();
        draw_clock_toggle(model, context, running, scan.clock.elapsed(context.now).count() > 0, true);
        const std::string& label = words[Key::aid_scan_next];
        const ButtonOptions options{.key = "J"};
        flow(context, button_size(context, label, options).x);
        if (button(context, "aid-forward", label, options)) context.say(app::AidForward{});
    }
    draw_aid_history(model, context, view.area > 0);
}

}  // namespace ui
