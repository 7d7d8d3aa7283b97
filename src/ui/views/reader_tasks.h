// ui/views/reader_tasks.h: the tasks of the open page, and which of them are done for the open course.
// Rule: worked out when the document, the course or its ticks change, never in an idle frame.
// Used by: reader_page.cpp.                                                    Tests: tests/ui/reader_touch_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ui {

struct ReaderTask {
    int line = 0;            ///< of the source: its name in book::Switches
    std::uint64_t task = 0;  ///< book::task_of()
    bool done = false;       ///< as the document itself says
};

struct ReaderTasks {
    std::string document;
    std::uint64_t revision = 0;
    std::uint64_t model_revision = 0;
    std::vector<ReaderTask> tasks;
};

}  // namespace ui
