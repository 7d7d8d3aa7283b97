#include "ui/views/reader_usage.h"

#include "ui/kit.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

using words::Key;

/// Worked out when the page or what was held has changed.
const course::Usage& usage_now(const Reading& reading) {
    ReaderUsage& known = reading.page().usage;
    const std::vector<course::StepTime>& times = reading.model.times;
    const std::string& path = reading.document().path;
    const course::StepTime latest = times.empty() ? course::StepTime{} : times.back();
    if (known.path != path || known.times != times.data() || known.count != times.size() || known.latest != latest)
        known = {path, times.data(), times.size(), latest, course::usage_of(times, path)};
    return known.usage;
}

}  // namespace

void draw_usage(const Reading& reading, float width) {
    const course::Usage& usage = usage_now(reading);
    if (usage.times == 0) return;
    Context& context = reading.context;
    gap(context, 6);
    text(context,
         usage.times == 1 ? reading.words()(Key::used_once, {{"used", usage.used}, {"planned", usage.planned}})
                          : reading.words()(Key::used_median,
                                            {{"times", usage.times}, {"used", usage.used}, {"planned", usage.planned}}),
         {.size = 14, .colour = context.palette.muted, .wrap = width});
}

}  // namespace ui
