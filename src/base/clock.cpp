#include "base/clock.h"

#include <ctime>

namespace base {

Instant now() {
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Minutes zone_east(Instant at) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
    std::tm local{};
    std::tm utc{};
#ifdef _WIN32
    localtime_s(&local, &seconds);
    gmtime_s(&utc, &seconds);
#else
    localtime_r(&seconds, &local);
    gmtime_r(&seconds, &utc);
#endif
    const int day = local.tm_yday == utc.tm_yday
                        ? 0
                        : (local.tm_year * 400 + local.tm_yday > utc.tm_year * 400 + utc.tm_yday ? 1 : -1);
    return Minutes{day * 24 * 60 + (local.tm_hour - utc.tm_hour) * 60 + local.tm_min - utc.tm_min};
}

}  // namespace base
