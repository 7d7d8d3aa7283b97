// ui/views/reader_problems.h: remarks on a text, beside the place in it that they are about.
// Rule: where a remark belongs is looked up once for each setting of its stretch, and only when that is in view.
// Private to reader*.cpp.                                                    Tests: tests/ui/reader_problems_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/views/reader_parts.h"

namespace ui {

struct ProblemMark {
    int problem = -1;  ///< index into Handbook::problems
    std::uint32_t stretch = 0;
    float y = -1;          ///< within the stretch, pixels; negative until it was in view
    float set_height = 0;  ///< of the stretch when `y` was found
};

struct ProblemMarks {
    std::string document;
    const void* handbook = nullptr;
    std::uint64_t revision = 0;  ///< of the document
    float width = 0, scale = 0;
    book::Switches switches;
    std::vector<ProblemMark> all;  ///< those that have a line, by stretch
    int explained = -1;            ///< index into Handbook::problems
};

/// Line, what is wrong in the user's words, the source line, and the checker's own sentence for the author.
void draw_problem(Context& context, const words::Catalogue& words, const book::Problem& problem, float width,
                  bool with_file, ImU32 ink, ImU32 quiet);

/// How far down in the stretch the block that holds this source line begins.
float y_of_line(book::Galley& galley, std::uint32_t stretch, int line);
/// The stretch that holds this source line.
std::uint32_t stretch_of_line(const book::Galley& galley, int line);

/// Marks in the page's left margin, `room` pixels wide, with an explanation when pressed. `origin`: of the text, that is set `width`
/// wide.
void draw_problem_marks(Reading& reading, ImVec2 origin, float room, float width);

}  // namespace ui
