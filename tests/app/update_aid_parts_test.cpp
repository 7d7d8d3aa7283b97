// What is written, placed and counted in an aid together with the room; and the rest of a late meeting planned anew.
#include <catch2/catch_test_macros.hpp>

#include "session/catch_up.h"
#include "world.h"

using namespace app_test;

namespace {

World with_tool(const book::AidSpec& spec) {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(OpenToolbox{spec, "Verktøy"});
    REQUIRE(world.model.aid);
    return world;
}

book::AidSpec board() {
    return {.type = "board",
            .values = {},
            .phases = {},
            .lists = {{"columns", {{"Håper på", "", {}}, {"Gruer meg for", "", {}}}}}};
}

book::AidSpec divider() {
    return {.type = "group_divider", .values = {{"size", "3"}}};
}

template <class T>
T& aid(World& world) {
    return std::get<T>(world.model.aid->aid);
}

}  // namespace

TEST_CASE("a card on the board is one line, can be taken back, and is gone when the board closes") {
    World world = with_tool(board());
    world.run(AidWrite{0, "  å få\nsove  "});
    CHECK(aid<session::Board>(world).cards.at(0).text == "å få sove");
    CHECK(all_text(world.wall()).find("å få sove") != std::string::npos);
    world.run(AidWrite{1, "å snakke"});
    world.run(Undo{});
    CHECK(aid<session::Board>(world).cards.size() == 1);
    world.run(AidSwitch{true});
    world.run(AidWrite{0, "for sent"});
    CHECK(aid<session::Board>(world).cards.size() == 1);
    world.run(AidReset{});
    CHECK(aid<session::Board>(world).cards.empty());
    world.run(AidUndo{});
    CHECK(aid<session::Board>(world).cards.size() == 1);
    world.run(CloseAid{});
    world.run(OpenToolbox{board(), "Verktøy"});
    CHECK(aid<session::Board>(world).cards.empty());
}

TEST_CASE("every aid forgets on closing what was done in it") {
    const std::vector<book::AidSpec::Item> few{{"En", "Et eksempel", {}}, {"To", "", {}}, {"Tre", "", {}}};
    struct Used {
        const char* type;
        const char* list;
        std::vector<Action> deeds;
    };
    const Used all[] = {{"countdown", "", {ToggleAid{}, AidMoreTime{1}}},
                        {"talking_round", "", {AidForward{}, ToggleAid{}}},
                        {"scale", "", {AidHand{3, 2}, AidMarker{4}, AidShowCounts{true}}},
                        {"breathing", "", {ToggleAid{}}},
                        {"body_scan", "areas", {AidForward{}}},
                        {"group_divider", "", {AidSet{1, 4}, AidSwitch{false}}},
                        {"board", "columns", {AidWrite{0, "skrevet"}}},
                        {"form", "lines", {AidWrite{0, "skrevet"}, AidForward{}, AidSet{0, 4}}},
                        {"circle", "stages", {AidWrite{0, "skrevet"}, AidForward{}}},
                        {"ladder", "rungs", {AidWrite{0, "skrevet"}, AidForward{}}},
                        {"mind_map", "branches", {AidWrite{0, "skrevet"}, AidForward{}}},
                        {"checklist", "items", {AidHand{1, 5}, AidForward{}}},
                        {"wheel", "areas", {AidSet{0, 9}, AidSelect{1}}},
                        {"energy", "activities", {AidSet{0, 3}}},
                        {"bucket", "inflows", {AidSet{0, 0}}},
                        {"compass", "values", {AidPlace{1, 0}, AidSet{1, 3, true}}},
                        {"network", "sectors", {AidMark{0, 1, true, 1}}},
                        {"week_grid", "kinds", {AidTurn{2, 1}}}};
    for (const Used& used : all) {
        INFO(used.type);
        book::AidSpec spec{.type = used.type, .values = {}, .phases = {}, .lists = {}};
        if (*used.list) spec.lists[used.list] = few;
        World world = with_tool(spec);
        const session::Aid fresh = world.model.aid->aid;
        for (const Action& deed : used.deeds) {
            const session::Aid before = world.model.aid->aid;
            world.run(deed);
            CHECK(world.model.aid->aid != before);
        }
        world.run(CloseAid{});
        CHECK_FALSE(world.model.aid);
        world.run(OpenToolbox{spec, "Verktøy"});
        CHECK(world.model.aid->aid == fresh);
        CHECK(world.model.aid->past.empty());
        world.run(used.deeds.front());
        world.run(EndMeeting{});
        CHECK_FALSE(world.model.aid);
    }
}

TEST_CASE("Ctrl+Z takes back a clock that was started, a minute more, a number pointed at and counts that were shown") {
    World world = with_tool({.type = "scale", .values = {}});
    const int cue = world.state().cue;
    const int step = world.state().step;
    world.run(AidMarker{4});
    world.run(AidShowCounts{true});
    world.run(Undo{});
    CHECK_FALSE(aid<session::Scale>(world).counts_shown);
    world.run(Undo{});
    CHECK(aid<session::Scale>(world).marker == -1);
    world.run(OpenToolbox{{.type = "countdown", .values = {{"minutes", "5"}}}, "Nedtelling"});
    const session::Aid standing = world.model.aid->aid;
    world.run(ToggleAid{});
    CHECK(session::running(world.model.aid->aid));
    world.run(AidMoreTime{1});
    CHECK(aid<session::Countdown>(world).total() == 6min);
    world.run(Undo{});
    CHECK(aid<session::Countdown>(world).total() == 5min);
    world.run(Undo{});
    CHECK(world.model.aid->aid == standing);
    // What happened in the meeting before is as it was.
    CHECK(world.state().step == step);
    CHECK(world.state().cue == cue);
}

TEST_CASE("Ctrl+Z takes back the aid's change first, then the meeting's") {
    World world = with_tool(board());
    world.run(AddMinutes{2});
    const int minutes = world.state().minutes[0];
    world.run(AidWrite{0, "kaffe"});
    world.run(Undo{});
    CHECK(aid<session::Board>(world).cards.empty());
    CHECK(world.state().minutes[0] == minutes);
    world.run(Undo{});
    CHECK(world.state().minutes[0] == minutes - 2);
}

TEST_CASE("the divider deals those who came, and does not put the same people together again") {
    World world;
    for (int number = 1; number <= 6; ++number) world.run(MarkAttendance{number, 1, course::Mark::present});
    world.run(StartMeeting{1, 1});
    world.run(OpenToolbox{divider(), "Grupper"});
    CHECK(aid<session::GroupDivider>(world).seats == std::vector<int>{1, 2, 3, 4, 5, 6});
    world.run(AidSet{1, 2});
    world.run(AidForward{});
    const session::Groups first = aid<session::GroupDivider>(world).groups;
    REQUIRE(first.size() == 3);
    world.run(CloseAid{});
    world.pass(1s);
    world.run(OpenToolbox{divider(), "Grupper"});
    world.run(AidSet{1, 2});
    world.run(AidForward{});
    CHECK(session::repeated_pairs(aid<session::GroupDivider>(world).groups, {first}) == 0);
    CHECK(all_text(world.wall()).find(marker) == std::string::npos);
}

TEST_CASE("a late meeting is planned anew only when a leader says yes, and one undo brings it all back") {
    World world;
    world.run(StartMeeting{1, 1});
    const session::State before = world.state();
    world.pass(base::Minutes{before.minutes[0] + 4});
    world.run(Tick{world.model.zone});
    const session::CatchUp found = session::catch_up(world.state(), world.model.run->plan, world.now);
    CHECK(world.state().minutes == before.minutes);
    world.run(CatchUpNow{});
    if (found.changes.empty()) {
        CHECK(world.state().minutes == before.minutes);
    } else {
        const auto over = session::timing(world.state(), world.model.run->plan, world.now).over;
        CHECK(over.count() == std::max(0, 4 - found.gained));
        world.run(UndoRunEvent{});
    }
    CHECK(world.state().minutes == before.minutes);
    CHECK(world.state().skipped == before.skipped);
}

TEST_CASE("the pointer and the zoom live on a wall that is shown, and Esc takes them away before the projection") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(TogglePointer{});
    CHECK_FALSE(world.wall().pointer);
    world.run(StartProjecting{});
    world.run(TogglePointer{});
    world.run(PointAt{{0.25f, 4}});
    REQUIRE(world.wall().pointer);
    CHECK(world.wall().pointer->x == 0.25f);
    CHECK(world.wall().pointer->y == 1);
    world.run(ToggleZoom{});
    CHECK(world.wall().zoom == world.wall().pointer);
    const auto revision = world.wall().revision;
    world.run(ZoomAt{{0.75f, 0.5f}});
    CHECK(world.wall().revision != revision);
    world.run(Escape{});
    CHECK_FALSE(world.wall().zoom);
    CHECK(world.wall().pointer);
    world.run(Escape{});
    CHECK_FALSE(world.wall().pointer);
    CHECK(world.model.projection.visible);
    world.run(ToggleZoom{});
    world.run(Next{});
    CHECK_FALSE(world.wall().zoom);
}
