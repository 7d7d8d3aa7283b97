// ui/views/course_draft.h: what is typed in the course form, as a course, and what is wrong with it in words.
// Rule: nothing that was typed is changed or lost; a date that makes no sense stays as it was written until it is
// mended. Used by: course_form.cpp.
// Tests: tests/ui/courses_test.cpp
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/course.h"
#include "ui/views/courses_state.h"
#include "words/catalogue.h"

namespace ui {

/// "04.03.2026".
std::string date_text(base::Date date);
/// "4.3.2026" or "04.03.2026"; nothing for anything that is not a real day.
std::optional<base::Date> date_from(std::string_view text);

course::Course course_of(const CourseForm& form);

/// What to say beside each field; empty where there is nothing wrong.
struct FormFaults {
    std::string title, municipality, place, starts, leader_one, leader_two, participants;
    std::vector<std::string> dates;
    std::string first_field;  ///< id of the first field with a fault; empty when all is well
};

FormFaults faults_of(const words::Catalogue& words, const CourseForm& form);

}  // namespace ui
