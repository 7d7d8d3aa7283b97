#include "app/effect.h"

#include <type_traits>

namespace app {
namespace {

template <class T, class... Each>
constexpr bool one_of = (std::is_same_v<T, Each> || ...);

}  // namespace

bool is_write(const Effect& effect) {
    return std::visit(
        []<class T>(const T&) {
            return one_of<T, AppendAttendance, SaveRound, BeginRun, AppendRunEvent, AddCourse, ChangeCourse,
                          RemoveCourse, SaveTick, SavePlan, SaveLine, SaveCounts, SaveGroups, SetSetting>;
        },
        effect);
}

}  // namespace app
