#include "base/clock.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

#ifndef _WIN32
namespace {

/// While it lives, the machine seems to stand in this zone (a POSIX rule, so no zone files are needed).
struct Zone {
    std::optional<std::string> before;
    explicit Zone(const char* rule) {
        if (const char* value = std::getenv("TZ")) before = value;
        set(rule);
    }
    ~Zone() { set(before ? before->c_str() : nullptr); }
    static void set(const char* rule) {
        if (rule != nullptr)
            ::setenv("TZ", rule, 1);
        else
            ::unsetenv("TZ");
        ::tzset();
    }
};

using namespace std::chrono;
constexpr base::Instant winter = sys_days{2026y / 1 / 15} + 12h;
constexpr base::Instant summer = sys_days{2026y / 7 / 15} + 12h;

}  // namespace

TEST_CASE("Norway is one hour east of UTC in winter and two in summer") {
    const Zone zone("CET-1CEST,M3.5.0,M10.5.0/3");
    CHECK(base::zone_east(winter) == 60min);
    CHECK(base::zone_east(summer) == 120min);
}

TEST_CASE("the distance to UTC holds when the two stand on different days, and over the new year") {
    {
        const Zone zone("XXX-13");
        CHECK(base::zone_east(winter) == 13h);
        CHECK(base::zone_east(sys_days{2026y / 12 / 31} + 23h) == 13h);
    }
    const Zone zone("XXX+9:30");
    CHECK(base::zone_east(sys_days{2027y / 1 / 1} + 1h) == -570min);
    CHECK(base::zone_east(winter) == -570min);
}
#endif

TEST_CASE("now lies between two readings of the system's clock") {
    const auto before = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const base::Instant now = base::now();
    CHECK(now >= before);
    CHECK(now <= std::chrono::system_clock::now());
}
