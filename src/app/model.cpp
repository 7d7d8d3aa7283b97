#include "app/model.h"

#include <algorithm>

namespace app {

const course::Course* Model::open_course() const {
    return course_by_id(course);
}

const course::Course* Model::course_by_id(std::int64_t id) const {
    if (id == 0) return nullptr;
    const auto found =
        std::find_if(courses.begin(), courses.end(), [&](const course::Course& c) { return c.id == id; });
    return found == courses.end() ? nullptr : &*found;
}

}  // namespace app
