// Tasks that are ticked and details that are opened, on the page.
#include "ui/page.h"
#include "ui/views/reader_parts.h"

namespace ui {
namespace {

void gather(const std::vector<book::Block>& blocks, std::vector<ReaderTask>& tasks) {
    for (const book::Block& block : blocks) {
        if (block.task) tasks.push_back({block.line, book::task_of(block), *block.task});
        gather(block.children, tasks);
    }
}

}  // namespace

void refresh_tasks(Reading& reading) {
    ReaderPage& page = reading.page();
    ReaderTasks& known = page.tasks;
    const book::Document& document = reading.document();
    const bool other = known.document != document.path || known.revision != document.revision;
    if (!other && known.model_revision == reading.model.revision) return;
    if (other) {
        known.document = document.path;
        known.revision = document.revision;
        known.tasks.clear();
        gather(document.blocks, known.tasks);
    }
    known.model_revision = reading.model.revision;
    const auto& ticks = reading.model.open_course() != nullptr ? reading.model.records.ticks
                                                                : reading.model.reader.loose_ticks;
    for (const ReaderTask& task : known.tasks)
        page.switches[task.line] = task.done || ticks.contains({document.path, task.task});
}

void draw_tasks_note(Reading& reading, float width) {
    if (reading.page().tasks.tasks.empty()) return;
    const course::Course* course = reading.model.open_course();
    const words::Catalogue& words = reading.words();
    const std::string note = course != nullptr ? words(words::Key::reader_tasks_course, {{"course", course->title}})
                                               : words[words::Key::reader_tasks_loose];
    text(reading.context, note,
         {.size = 14, .colour = reading.context.palette.muted, .wrap = width});
    gap(reading.context, 24);
}

void answer_switches(Reading& reading, const PageEvents& events) {
    if (events.switched == nullptr) return;
    ReaderPage& page = reading.page();
    const book::Control& control = *events.switched;
    if (control.type == book::Control::Type::details) {
        page.switches[control.line] = !control.on;
        page.selection = {};  // the text below has other places now
        return;
    }
    for (const ReaderTask& task : page.tasks.tasks)
        if (task.line == control.line)
            reading.context.say(app::TickTask{{reading.document().path, task.task}, !control.on});
}

}  // namespace ui
