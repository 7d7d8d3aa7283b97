#include "course/course.h"

#include <algorithm>

#include "base/text.h"

namespace course {
namespace {

bool too_long(const Course& course) {
    const auto over = [](const std::string& text) { return text.size() > longest_text; };
    return over(course.title) || over(course.municipality) || over(course.place) || over(course.leader_one) ||
           over(course.leader_two);
}

bool rising(const std::vector<base::Date>& dates) {
    return std::adjacent_find(dates.begin(), dates.end(), [](auto a, auto b) { return a >= b; }) == dates.end();
}

}  // namespace

std::vector<CourseFault> faults(const Course& course, int meetings) {
    std::vector<CourseFault> found;
    // A date field left empty is a date that is missing, not one that is wrong.
    std::vector<base::Date> given;
    std::copy_if(course.dates.begin(), course.dates.end(), std::back_inserter(given),
                 [](base::Date date) { return date != base::Date{}; });
    if (base::trimmed(course.title).empty()) found.push_back(CourseFault::title_empty);
    if (base::trimmed(course.municipality).empty()) found.push_back(CourseFault::municipality_empty);
    if (course.participants < 1 || course.participants > most_participants)
        found.push_back(CourseFault::participants_out_of_range);
    if (static_cast<int>(given.size()) != meetings || given.size() != course.dates.size())
        found.push_back(CourseFault::dates_missing);
    if (!std::all_of(given.begin(), given.end(), base::is_valid))
        found.push_back(CourseFault::date_invalid);
    else if (!rising(given))
        found.push_back(CourseFault::dates_not_rising);
    if (too_long(course)) found.push_back(CourseFault::text_too_long);
    return found;
}

std::vector<base::Date> dates_from(base::Date first, int meetings, int days) {
    std::vector<base::Date> dates;
    if (!base::is_valid(first)) return dates;
    for (int i = 0; i < meetings; ++i) dates.push_back(base::add_days(first, i * days));
    return dates;
}

int meeting_on_or_after(const Course& course, base::Date today) {
    for (std::size_t i = 0; i < course.dates.size(); ++i)
        if (course.dates[i] >= today) return static_cast<int>(i) + 1;
    return 0;
}

}  // namespace course
