// ui/views/courses_state.h: what the courses view and the kiosk remember between frames: the form being filled in,
// which tab and meeting are looked at, and how far a held key has come. Nothing here is stored. Rule: `hands` holds
// only what the leaders typed themselves since the program started; answers from the kiosk never come here, so what is
// shown of an open round cannot give one of them away.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "course/feedback.h"

namespace ui {

/// The form for making or changing a course, as typed: a fault loses nothing.
struct CourseForm {
    bool open = false;
    std::int64_t id = 0;  ///< 0 = a new course
    std::string title, municipality, place, starts, leader_one, leader_two;
    std::string first;  ///< first date and the days between fill in `dates`
    int interval = 7;
    std::vector<std::string> dates;
    int participants = 10;

    bool operator==(const CourseForm&) const = default;
};

struct KioskState {
    int question = 0;         ///< the one that digits answer
    int digit_question = -1;  ///< where the latest digit went, so that "1", "0" becomes 10
    int digit = -1;
    std::int64_t digit_at = 0;  ///< milliseconds
    int focus_question = -1;    ///< wants the focus on its chosen number in the next frame
    float held = 0;             ///< seconds that the way out has been held
    bool left = false;          ///< it was held long enough; must be let go before it counts again
    bool thanked = false;       ///< the latest frame showed "thank you"
    float height = 0;           ///< of the questions in the latest frame, to set them in the middle
};

enum class CourseTab : std::uint8_t { attendance, feedback, about };

struct CoursesState {
    CourseForm form;
    CourseForm form_before;   ///< as opened: tells whether anything would be lost
    bool form_tried = false;  ///< someone asked to save: faults are shown from now on
    bool form_asks = false;   ///< the question whether to discard is open
    std::string form_focus;   ///< id of the field that gets the keyboard next frame
    int form_settling = 0;    ///< frames that ImGui still needs until that field is being typed in

    std::int64_t course = 0;  ///< the course that the fields below are about
    CourseTab tab = CourseTab::attendance;
    bool asks_delete = false;

    int meeting = 0;           ///< column of "everyone else is here"; 0 = by the date
    int cell_participant = 1;  ///< the cell that Tab reaches
    int cell_meeting = 0;
    float scroll_x = 0, scroll_y = 0;       ///< of the marks, so that heads and names go along
    float below_table = 0;                  ///< height of the legend in the latest frame
    std::size_t undo_of = ~std::size_t{0};  ///< number of events that the two answers below are about
    bool can_undo = false, can_redo = false;

    int feedback_meeting = 0;  ///< 0 = by the date
    bool counting = false;     ///< the rows for counting hands are open
    bool asks_close = false;
    std::map<std::string, course::Histogram> hands;  ///< typed by the leaders, by "course/meeting/question"

    KioskState kiosk;
};

}  // namespace ui
