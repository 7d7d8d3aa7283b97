#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "sample_plan.h"
#include "session/machine.h"

using namespace session;
using sample::at;

TEST_CASE("every kind of event comes back from its text") {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    const std::vector<Event> events{Started{},
                                    Started{at(0)},
                                    Started{Instant::min()},
                                    Went{3, 1},
                                    Went{least, most},
                                    Paused{},
                                    Resumed{},
                                    MinutesAdded{2, -5},
                                    MinutesAdded{most, least},
                                    StartCorrected{at(-5)},
                                    StartCorrected{Instant::max()},
                                    Ended{},
                                    Reopened{},
                                    Undone{}};
    for (const Event& event : events) {
        const std::string text = to_text(event);
        INFO(text);
        CHECK(text.find('\n') == std::string::npos);
        CHECK(event_from_text(text) == event);
    }
}

TEST_CASE("the texts in the database stay what they are") {
    CHECK(to_text(Started{}) == "started");
    CHECK(to_text(Started{base::from_milliseconds(1795255200000)}) == "started 1795255200000");
    CHECK(to_text(Went{3, 1}) == "went 3 1");
    CHECK(to_text(Paused{}) == "paused");
    CHECK(to_text(Resumed{}) == "resumed");
    CHECK(to_text(MinutesAdded{2, -5}) == "minutes_added 2 -5");
    CHECK(to_text(StartCorrected{base::from_milliseconds(-1)}) == "start_corrected -1");
    CHECK(to_text(Ended{}) == "ended");
    CHECK(to_text(Reopened{}) == "reopened");
    CHECK(to_text(Undone{}) == "undone");
}

TEST_CASE("a text that is no event gives nothing") {
    for (const char* text : {"",
                             " ",
                             "Started",
                             "started ",
                             " started",
                             "started x",
                             "started 1 2",
                             "started 99999999999999999999",
                             "went",
                             "went 1",
                             "went 1 ",
                             "went  1 2",
                             "went 1 2 3",
                             "went 1 2 ",
                             "went 1.5 2",
                             "went 99999999999 0",
                             "went +1 2",
                             "paused 1",
                             "minutes_added 1",
                             "minutes_added 1 x",
                             "start_corrected",
                             "start_corrected 1 2",
                             "undone\n",
                             "ended 0",
                             "flew 1 2"}) {
        INFO('"' << text << '"');
        CHECK_FALSE(event_from_text(text));
    }
}
