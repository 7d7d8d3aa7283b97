#include "ui/views/course_draft.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/text.h"

namespace ui {

using words::Key;

std::string date_text(base::Date date) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%02d.%02d.%04d", date.day, date.month, date.year);
    return buffer;
}

std::optional<base::Date> date_from(std::string_view text) {
    text = base::trimmed(text);
    int parts[3] = {};
    for (int i = 0; i < 3; ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts[i]);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (i == 2) break;
        if (text.empty() || text.front() != '.') return std::nullopt;
        text.remove_prefix(1);
    }
    const base::Date date{parts[2], parts[1], parts[0]};
    if (!text.empty() || date.year < 1900 || date.year > 9999 || !base::is_valid(date)) return std::nullopt;
    return date;
}

namespace {

/// A date that was written but is none stays wrong, instead of looking as if nothing had been written.
base::Date date_or_wrong(std::string_view text) {
    if (base::trimmed(text).empty()) return {};
    return date_from(text).value_or(base::Date{0, 0, 1});
}

}  // namespace

course::Course course_of(const CourseForm& form) {
    course::Course course;
    course.id = form.id;
    course.title = base::trimmed(form.title);
    course.municipality = base::trimmed(form.municipality);
    course.place = base::trimmed(form.place);
    course.starts = base::parse_time_of_day(base::trimmed(form.starts)).value_or(base::TimeOfDay{});
    course.leader_one = base::trimmed(form.leader_one);
    course.leader_two = base::trimmed(form.leader_two);
    course.participants = form.participants;
    for (const std::string& date : form.dates) course.dates.push_back(date_or_wrong(date));
    return course;
}

FormFaults faults_of(const words::Catalogue& w, const CourseForm& form) {
    const course::Course course = course_of(form);
    FormFaults found;
    found.dates.resize(form.dates.size());
    const auto say = [&](std::string& at, const char* id, std::string what) {
        at = std::move(what);
        if (found.first_field.empty()) found.first_field = id;
    };
    const auto long_text = [&](std::string& at, const char* id, const std::string& value) {
        if (value.size() > course::longest_text) say(at, id, w[Key::course_fault_long]);
    };
    const std::vector<course::CourseFault> faults = course::faults(course, static_cast<int>(form.dates.size()));
    const auto has = [&](course::CourseFault fault) {
        return std::find(faults.begin(), faults.end(), fault) != faults.end();
    };
    if (has(course::CourseFault::title_empty)) say(found.title, "course-title", w[Key::course_fault_title]);
    if (has(course::CourseFault::municipality_empty))
        say(found.municipality, "course-municipality", w[Key::course_fault_municipality]);
    if (has(course::CourseFault::text_too_long)) {
        long_text(found.title, "course-title", course.title);
        long_text(found.municipality, "course-municipality", course.municipality);
        long_text(found.place, "course-place", course.place);
        long_text(found.leader_one, "course-leader-one", course.leader_one);
        long_text(found.leader_two, "course-leader-two", course.leader_two);
    }
    if (!base::parse_time_of_day(base::trimmed(form.starts)))
        say(found.starts, "course-starts", w[Key::course_fault_time]);
    if (has(course::CourseFault::participants_out_of_range))
        say(found.participants, "course-participants",
            w(Key::course_fault_participants, {{"n", course::most_participants}}));
    int latest = -1;
    for (int i = 0; i < static_cast<int>(course.dates.size()); ++i) {
        const base::Date date = course.dates[static_cast<std::size_t>(i)];
        const std::string id = "course-date-" + std::to_string(i + 1);
        std::string& at = found.dates[static_cast<std::size_t>(i)];
        if (date == base::Date{})
            say(at, id.c_str(), w[Key::course_fault_date_missing]);
        else if (!base::is_valid(date))
            say(at, id.c_str(), w[Key::course_fault_date]);
        else if (latest >= 0 && date <= course.dates[static_cast<std::size_t>(latest)])
            say(at, id.c_str(), w(Key::course_fault_order, {{"n", latest + 1}}));
        if (base::is_valid(date)) latest = i;
    }
    return found;
}

}  // namespace ui
