#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using session::Cover;

namespace {

const Screen laptop{"eDP-1", 1440, 900, true};
const Screen projector{"HDMI-1", 1280, 720, false};
const Screen other_projector{"HDMI-1", 1920, 1080, false};

World with(std::vector<Screen> screens) {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(ScreensChanged{std::move(screens)});
    return world;
}

}  // namespace

TEST_CASE("nothing is projected until asked") {
    World world = with({laptop, projector});
    world.run(Next{});
    world.run(ToggleCover{Cover::black});
    CHECK_FALSE(world.model.projection.visible);
    CHECK_FALSE(world.effect<ShowWall>());
}

TEST_CASE("projecting goes to the screen that the leaders do not sit at") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    REQUIRE(world.effects.size() == 2);
    CHECK(std::get<MoveWall>(world.effects[0]).screen == projector.key());
    CHECK(std::get<ShowWall>(world.effects[1]).visible);
    CHECK(world.model.wall_on == projector.key());
    CHECK(world.model.settings.wall_screen.empty());
    CHECK_FALSE(world.says(words::Key::notice_one_screen));
}

TEST_CASE("a screen chosen before is taken again when it is there, but never the leaders' own") {
    const Screen third{"DP-3", 1024, 768, false};
    World world = with({laptop, projector, third});
    world.model.settings.wall_screen = third.key();
    world.run(StartProjecting{});
    CHECK(world.model.wall_on == third.key());

    World moved = with({laptop, projector});
    moved.model.settings.wall_screen = laptop.key();
    moved.run(StartProjecting{});
    CHECK(moved.model.wall_on == projector.key());
}

TEST_CASE("with one screen the wall gets a window and a sentence says how to get another") {
    World world = with({laptop});
    world.run(StartProjecting{});
    CHECK(std::get<MoveWall>(world.effects[0]).screen.empty());
    CHECK(world.model.projection.visible);
    CHECK(world.says(words::Key::notice_one_screen));
    world.run(SwapScreens{});
    CHECK(world.effects.empty());
}

TEST_CASE("projecting again does nothing but take black or white away") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(StartProjecting{});
    CHECK(world.effects.empty());
    world.run(ToggleCover{Cover::black});
    world.run(StartProjecting{});
    CHECK(world.model.projection.cover == Cover::none);
    world.run(ToggleCover{Cover::calm});
    world.run(StartProjecting{});
    CHECK(world.model.projection.cover == Cover::calm);
}

TEST_CASE("swapping moves the wall to the next screen and remembers the choice") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(SwapScreens{});
    CHECK(std::get<MoveWall>(world.effects.at(0)).screen == laptop.key());
    CHECK(world.model.settings.wall_screen == laptop.key());
    world.run(SwapScreens{});
    CHECK(std::get<MoveWall>(world.effects.at(0)).screen == projector.key());
}

TEST_CASE("swapping before projecting only chooses the screen, and shows nothing") {
    World world = with({laptop, projector});
    world.run(SwapScreens{});
    CHECK(world.effects.empty());
    CHECK_FALSE(world.model.projection.visible);
    CHECK(world.says(words::Key::notice_screen_chosen));
}

TEST_CASE("black is seen over a frozen picture, and the picture is still there below") {
    World world = with({laptop, projector});
    world.run(ToggleFreeze{});
    const std::string frozen = all_text(world.wall());
    world.run(Next{});
    CHECK(all_text(world.wall()) == frozen);
    world.run(ToggleCover{Cover::black});
    CHECK(world.wall().cover == Cover::black);
    world.run(ToggleCover{Cover::black});
    CHECK(all_text(world.wall()) == frozen);
    world.run(ToggleFreeze{});
    CHECK(all_text(world.wall()) != frozen);
}

TEST_CASE("a picture frozen under black is not black for ever") {
    World world = with({laptop, projector});
    world.run(ToggleCover{Cover::black});
    world.run(ToggleFreeze{});
    world.run(ToggleCover{Cover::black});
    CHECK(world.wall().cover == Cover::none);
}

TEST_CASE("a frozen countdown stands still on the wall while the real one goes on") {
    World world = with({laptop, projector});
    world.go_to<session::AidCue>(pairs_step);
    world.pass(10s);
    world.run(ToggleFreeze{});
    world.pass(20s);
    const auto frozen = std::get<session::Countdown>(std::get<AidScene>(world.wall().scene).aid);
    CHECK(frozen.view(world.now).left == 50s);
    CHECK(std::get<session::Countdown>(world.model.aid->aid).view(world.now).left == 30s);
}

TEST_CASE("escape takes one thing away at a time and never ends the meeting") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(OpenToolbox{{.type = "countdown", .values = {{"minutes", "5"}}}, "Nedtelling"});
    world.run(ToggleFreeze{});
    world.run(ToggleCover{Cover::white});
    world.run(Search{"stress"});

    world.run(Escape{});
    CHECK(world.model.projection.cover == Cover::none);
    CHECK(world.model.projection.frozen);
    world.run(Escape{});
    CHECK_FALSE(world.model.projection.frozen);
    CHECK(world.model.aid);
    world.run(Escape{});
    CHECK_FALSE(world.model.aid);
    CHECK_FALSE(world.model.reader.query.empty());
    world.run(Escape{});
    CHECK(world.model.reader.query.empty());
    CHECK(world.model.projection.visible);
    world.run(Escape{});
    CHECK_FALSE(world.model.projection.visible);
    CHECK(world.effect<ShowWall>());
    const session::State before = world.state();
    for (int i = 0; i < 5; ++i) world.run(Escape{});
    CHECK(world.state() == before);
    CHECK(world.model.place == Place::meeting);
}

TEST_CASE("escape leaves the plan's own aid alone") {
    World world = with({laptop, projector});
    world.go_to<session::AidCue>(pairs_step);
    world.run(Escape{});
    CHECK(world.model.aid);
}

TEST_CASE("unplugging the projector keeps step and clock, and tells so until something is done") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(GoToStep{round_step});
    const session::State before = world.state();
    world.run(ScreensChanged{{laptop}});
    CHECK_FALSE(world.model.projection.visible);
    CHECK(world.model.screen_lost);
    CHECK(world.state() == before);
    CHECK_FALSE(world.effect<ShowWall>()->visible);
    world.pass(10min);
    world.run(Tick{base::Minutes{60}});
    CHECK(world.says(words::Key::notice_screen_lost));
}

TEST_CASE("a projector that comes back is told, never taken, and returns with one press") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(ScreensChanged{{laptop}});
    world.run(ScreensChanged{{laptop, projector}});
    CHECK_FALSE(world.model.projection.visible);
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_screen_back));
    CHECK_FALSE(world.says(words::Key::notice_screen_lost));
    world.run(StartProjecting{});
    CHECK(world.model.wall_on == projector.key());
    CHECK_FALSE(world.model.screen_lost);
    CHECK_FALSE(world.says(words::Key::notice_screen_back));
}

TEST_CASE("another screen than the one that went away is told as a new one") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(ScreensChanged{{laptop}});
    world.run(ScreensChanged{{laptop, other_projector}});
    CHECK(world.says(words::Key::notice_screen_new));
    CHECK_FALSE(world.model.projection.visible);
}

TEST_CASE("losing a screen that the wall was not on changes nothing") {
    World world = with({laptop, projector, other_projector});
    world.run(StartProjecting{});
    world.run(ScreensChanged{{laptop, projector}});
    CHECK(world.model.projection.visible);
    CHECK_FALSE(world.model.screen_lost);
    CHECK(world.effects.empty());
}

TEST_CASE("a wall in a window of its own is not lost when a screen goes") {
    World world = with({laptop});
    world.run(StartProjecting{});
    world.run(ScreensChanged{{{"eDP-1", 1280, 800, true}}});
    CHECK(world.model.projection.visible);
}

TEST_CASE("the person may close the wall's window") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(WallShown{projector.key()});
    CHECK(world.model.wall_on == projector.key());
    world.run(WallClosed{});
    CHECK_FALSE(world.model.projection.visible);
    CHECK(world.effects.empty());
    world.run(StartProjecting{});
    CHECK(world.effect<ShowWall>());
}

TEST_CASE("releasing the screen starts clean the next time") {
    World world = with({laptop, projector});
    world.run(StartProjecting{});
    world.run(ToggleCover{Cover::black});
    world.run(ToggleFreeze{});
    world.run(StopProjecting{});
    CHECK_FALSE(world.model.frozen);
    CHECK(world.model.projection == session::Projection{});
    world.run(StopProjecting{});
    CHECK(world.effects.empty());
}
