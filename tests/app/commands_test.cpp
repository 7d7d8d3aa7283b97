#include "app/commands.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "world.h"

using namespace app_test;
using session::Cover;

namespace {

struct Where {
    bool typing = false;
    bool navigating = false;
    bool on_wall = false;
};

std::optional<Command> pressed(const World& world, const KeyPress& press, Where where = {}) {
    return command_for(press, world.model, where.typing, where.navigating, where.on_wall);
}

KeyPress key(KeyName name) {
    return {.key = name};
}
KeyPress typed(char32_t character) {
    return {.character = character};
}
KeyPress ctrl(KeyName name) {
    return {.key = name, .ctrl = true};
}

World running() {
    World world;
    world.run(StartMeeting{1, 1});
    return world;
}

template <class A>
bool says(const World& world, Command command) {
    const auto action = action_of(command, world.model);
    return action && action->get_if<A>();
}

constexpr KeyName letters_that_act[] = {KeyName::n, KeyName::p, KeyName::b, KeyName::w, KeyName::c, KeyName::f,
                                        KeyName::h, KeyName::x, KeyName::t, KeyName::r, KeyName::k, KeyName::j,
                                        KeyName::a, KeyName::o, KeyName::v, KeyName::z, KeyName::l};

}  // namespace

TEST_CASE("the table has every command once, in order, each with a label") {
    const words::Catalogue words;
    std::set<std::string_view> keys;
    int index = 0;
    for (const CommandInfo& each : commands()) {
        CHECK(static_cast<int>(each.command) == index++);
        CHECK(&info(each.command) == &each);
        CHECK_FALSE(words[each.label].empty());
        if (!each.keys.empty()) CHECK(keys.insert(each.keys).second);
    }
    CHECK(index == static_cast<int>(Command::count_));
}

TEST_CASE("all the keys of next and previous drive a running meeting") {
    const World world = running();
    for (const KeyName name :
         {KeyName::page_down, KeyName::right, KeyName::down, KeyName::space, KeyName::enter, KeyName::n})
        CHECK(pressed(world, key(name)) == Command::next);
    for (const KeyName name : {KeyName::page_up, KeyName::left, KeyName::up, KeyName::backspace, KeyName::p})
        CHECK(pressed(world, key(name)) == Command::previous);
    CHECK(pressed(world, key(KeyName::home)) == Command::first);
    CHECK(pressed(world, key(KeyName::end)) == Command::last);
}

TEST_CASE("page up and page down drive the running meeting from anywhere, even while typing") {
    World world = running();
    for (const Place place : {Place::home, Place::handbook, Place::courses, Place::meeting, Place::review}) {
        world.model.place = place;
        for (const bool typing : {false, true})
            for (const bool navigating : {false, true})
                for (const bool on_wall : {false, true}) {
                    CHECK(pressed(world, key(KeyName::page_down), {typing, navigating, on_wall}) == Command::next);
                    CHECK(pressed(world, key(KeyName::page_up), {typing, navigating, on_wall}) == Command::previous);
                }
    }
}

TEST_CASE("with no meeting running the page keys scroll the page that is read") {
    World world;
    CHECK_FALSE(pressed(world, key(KeyName::page_down)));
    world.run(StartMeeting{1, 1});
    world.run(EndMeeting{});
    CHECK_FALSE(pressed(world, key(KeyName::page_down)));
    world.run(LeaveMeeting{});
    world.run(Rehearse{1});
    CHECK(pressed(world, key(KeyName::page_down)) == Command::next);
}

TEST_CASE("letters and signs never act while text is typed") {
    World world = running();
    world.go_to<session::AidCue>(pairs_step);
    world.run(StartProjecting{});
    for (const Place place : {Place::meeting, Place::courses, Place::handbook}) {
        world.model.place = place;
        for (const KeyName name : letters_that_act) CHECK_FALSE(pressed(world, key(name), {.typing = true}));
        for (const char32_t sign : {U'.', U',', U'+', U'-', U'?'})
            CHECK_FALSE(pressed(world, typed(sign), {.typing = true}));
        for (const KeyName name :
             {KeyName::space, KeyName::enter, KeyName::left, KeyName::right, KeyName::up, KeyName::down,
              KeyName::backspace, KeyName::home, KeyName::end, KeyName::period, KeyName::comma})
            CHECK_FALSE(pressed(world, key(name), {.typing = true}));
    }
}

TEST_CASE("what is pressed with the wall's window in front is for the meeting, whatever is typed in the other") {
    World world = running();
    world.model.place = Place::courses;
    const Where wall{.typing = true, .navigating = true, .on_wall = true};
    CHECK(pressed(world, key(KeyName::b), wall) == Command::black);
    CHECK(pressed(world, key(KeyName::space), wall) == Command::next);
    CHECK(pressed(world, key(KeyName::n), wall) == Command::next);
    CHECK(pressed(world, key(KeyName::escape), wall) == Command::escape);
    CHECK_FALSE(pressed(world, key(KeyName::a), wall));
}

TEST_CASE("space, enter and the arrows belong to the focus ring while it is shown") {
    const World world = running();
    for (const KeyName name :
         {KeyName::space, KeyName::enter, KeyName::left, KeyName::right, KeyName::up, KeyName::down})
        CHECK_FALSE(pressed(world, key(name), {.navigating = true}));
    CHECK(pressed(world, key(KeyName::n), {.navigating = true}) == Command::next);
    CHECK(pressed(world, key(KeyName::page_down), {.navigating = true}) == Command::next);
}

TEST_CASE("a key held down turns one page and covers once") {
    const World world = running();
    for (KeyPress press : {key(KeyName::page_down), key(KeyName::page_up), key(KeyName::space), key(KeyName::b),
                           key(KeyName::w), key(KeyName::f), key(KeyName::t), key(KeyName::f5), key(KeyName::f11),
                           key(KeyName::escape), typed(U'.'), typed(U'+'), key(KeyName::f1)}) {
        press.repeat = true;
        CHECK_FALSE(pressed(world, press));
    }
}

TEST_CASE("outside the meeting's place plain letters do nothing, unless the wall is up") {
    World world = running();
    world.model.place = Place::handbook;
    for (const KeyName name : {KeyName::n, KeyName::p, KeyName::space, KeyName::t, KeyName::b, KeyName::home})
        CHECK_FALSE(pressed(world, key(name)));
    world.run(StartProjecting{});
    CHECK(pressed(world, key(KeyName::b)) == Command::black);
    CHECK_FALSE(pressed(world, key(KeyName::n)));
}

TEST_CASE("the covers have their letters and a clicker's signs") {
    const World world = running();
    CHECK(pressed(world, key(KeyName::b)) == Command::black);
    CHECK(pressed(world, key(KeyName::period)) == Command::black);
    CHECK(pressed(world, typed(U'.')) == Command::black);
    CHECK(pressed(world, key(KeyName::w)) == Command::white);
    CHECK(pressed(world, key(KeyName::comma)) == Command::white);
    CHECK(pressed(world, key(KeyName::c)) == Command::calm);
    CHECK(pressed(world, key(KeyName::f)) == Command::freeze);
    CHECK(pressed(world, key(KeyName::h)) == Command::release);
    CHECK(pressed(world, key(KeyName::x)) == Command::swap);
}

TEST_CASE("a colon or a semicolon on a Norwegian keyboard covers nothing") {
    const World world = running();
    CHECK_FALSE(pressed(world, {.key = KeyName::period, .character = U':', .shift = true}));
    CHECK_FALSE(pressed(world, {.key = KeyName::comma, .character = U';', .shift = true}));
}

TEST_CASE("plus, minus and the question mark are decided by the sign, whichever key it stands on") {
    const World world = running();
    CHECK(pressed(world, typed(U'+')) == Command::minute_more);
    CHECK(pressed(world, typed(U'-')) == Command::minute_less);
    CHECK(pressed(world, typed(U'\u2212')) == Command::minute_less);
    CHECK(pressed(world, {.character = U'?', .shift = true}) == Command::help);
    // The American plus is Shift and the equals key; the Norwegian question mark is Shift and the plus key.
    CHECK(pressed(world, {.character = U'+', .shift = true}) == Command::minute_more);
    CHECK_FALSE(pressed(World(), typed(U'+')));
}

TEST_CASE("Ctrl with plus, minus and nought sets the text size everywhere, also while typing and held down") {
    World world;
    for (const bool typing : {false, true}) {
        CHECK(pressed(world, {.character = U'+', .ctrl = true}, {.typing = typing}) == Command::text_larger);
        CHECK(pressed(world, {.character = U'=', .ctrl = true}, {.typing = typing}) == Command::text_larger);
        CHECK(pressed(world, {.character = U'-', .ctrl = true, .repeat = true}, {.typing = typing}) ==
              Command::text_smaller);
        CHECK(pressed(world, ctrl(KeyName::n0), {.typing = typing}) == Command::text_normal);
    }
}

TEST_CASE("AltGr writes signs and commands nothing") {
    const World world = running();
    for (const KeyName name : {KeyName::f, KeyName::z, KeyName::n0, KeyName::left, KeyName::b, KeyName::n7})
        CHECK_FALSE(pressed(world, {.key = name, .character = U'{', .ctrl = true, .alt = true}));
}

TEST_CASE("undo and redo, but a text field has its own") {
    const World world;
    CHECK(pressed(world, ctrl(KeyName::z)) == Command::undo);
    CHECK(pressed(world, ctrl(KeyName::y)) == Command::redo);
    CHECK(pressed(world, {.key = KeyName::z, .ctrl = true, .shift = true}) == Command::redo);
    CHECK_FALSE(pressed(world, ctrl(KeyName::z), {.typing = true}));
}

TEST_CASE("find, help, full screen, back and forward") {
    const World world;
    CHECK(pressed(world, ctrl(KeyName::f)) == Command::find);
    CHECK(pressed(world, ctrl(KeyName::k), {.typing = true}) == Command::go_to);
    CHECK(pressed(world, key(KeyName::f1)) == Command::help);
    CHECK(pressed(world, key(KeyName::f11)) == Command::full_screen);
    CHECK(pressed(world, {.key = KeyName::left, .alt = true}) == Command::back);
    CHECK(pressed(world, {.key = KeyName::right, .alt = true}) == Command::forward);
    CHECK_FALSE(pressed(world, {.key = KeyName::left, .alt = true}, {.typing = true}));
    for (const Command window :
         {Command::find, Command::find_everywhere, Command::go_to, Command::read_aloud, Command::bookmark,
          Command::reading_list, Command::compare, Command::help, Command::full_screen})
        CHECK_FALSE(action_of(window, world.model));
}

TEST_CASE("escape leaves a text field to itself") {
    const World world = running();
    CHECK(pressed(world, key(KeyName::escape)) == Command::escape);
    CHECK_FALSE(pressed(world, key(KeyName::escape), {.typing = true}));
}

TEST_CASE("in the kiosk only the text size answers") {
    World world = running();
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    for (int name = 0; name <= static_cast<int>(KeyName::f12); ++name) {
        for (const bool with_ctrl : {false, true}) {
            const auto command = pressed(world, {.key = static_cast<KeyName>(name), .ctrl = with_ctrl});
            if (command) CHECK(command == Command::text_normal);
        }
    }
    CHECK(pressed(world, {.character = U'+', .ctrl = true}) == Command::text_larger);
    CHECK_FALSE(action_of(Command::escape, world.model));
}

TEST_CASE("F5 projects; while projecting it does nothing, or brings the picture back") {
    World world = running();
    CHECK(pressed(world, key(KeyName::f5)) == Command::project);
    CHECK(pressed(world, {.key = KeyName::f5, .shift = true}) == Command::project);
    CHECK(says<StartProjecting>(world, Command::project));
    world.run(StartProjecting{});
    CHECK_FALSE(action_of(Command::project, world.model));
    world.run(ToggleCover{Cover::black});
    world.run(*action_of(Command::project, world.model));
    CHECK(world.model.projection.cover == Cover::none);
    CHECK(world.model.projection.visible);
}

TEST_CASE("the screen is released only when it is held") {
    World world = running();
    CHECK_FALSE(action_of(Command::release, world.model));
    world.run(StartProjecting{});
    CHECK(says<StopProjecting>(world, Command::release));
}

TEST_CASE("R opens what lies behind the step, and leads back to the meeting") {
    World world = running();
    CHECK(pressed(world, key(KeyName::r)) == Command::read_chapter);
    world.run(*action_of(Command::read_chapter, world.model));
    CHECK(world.model.reader.here.document == "del-1/samlinger/samling-1.md");
    CHECK(world.model.reader.here.anchor == "velkommen");
    CHECK(pressed(world, key(KeyName::r)) == Command::read_chapter);
    world.run(*action_of(Command::read_chapter, world.model));
    CHECK(world.model.place == Place::meeting);
    world.run(GoToStep{pairs_step});
    world.run(*action_of(Command::read_chapter, world.model));
    CHECK(world.model.reader.here.document == "del-2/ovelser/summing.md");
    CHECK_FALSE(pressed(World(), key(KeyName::r)));
}

TEST_CASE("R goes along with the meeting from then on") {
    World world = running();
    CHECK(says<FollowMeeting>(world, Command::read_chapter));
    world.run(*action_of(Command::read_chapter, world.model));
    CHECK(world.model.reader.follows);
    CHECK(says<GoTo>(world, Command::read_chapter));
    world.run(*action_of(Command::read_chapter, world.model));
    CHECK_FALSE(world.model.reader.follows);
}

TEST_CASE("searching and going somewhere have keys everywhere, also while typing") {
    World world = running();
    for (const Place place : {Place::home, Place::handbook, Place::courses, Place::meeting, Place::review}) {
        world.model.place = place;
        for (const bool typing : {false, true}) {
            CHECK(pressed(world, ctrl(KeyName::f), {.typing = typing}) == Command::find);
            CHECK(pressed(world, {.key = KeyName::f, .ctrl = true, .shift = true}, {.typing = typing}) ==
                  Command::find_everywhere);
            CHECK(pressed(world, ctrl(KeyName::k), {.typing = typing}) == Command::go_to);
        }
    }
    CHECK_FALSE(pressed(world, {.key = KeyName::k, .ctrl = true, .shift = true}));
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    REQUIRE(world.model.kiosk);
    for (const KeyName name : {KeyName::f, KeyName::k, KeyName::l, KeyName::d, KeyName::b})
        CHECK_FALSE(pressed(world, ctrl(name)));
}

TEST_CASE("what is done with a text has keys in the handbook, and nowhere while typing") {
    World world;
    const std::pair<KeyName, Command> keys[] = {
        {KeyName::l, Command::read_aloud}, {KeyName::d, Command::bookmark}, {KeyName::b, Command::beside}};
    for (const auto& [name, command] : keys) {
        world.model.place = Place::handbook;
        CHECK(pressed(world, ctrl(name)) == command);
        CHECK_FALSE(pressed(world, ctrl(name), {.typing = true}));
        CHECK_FALSE(pressed(world, {.key = name, .ctrl = true, .shift = true}));
        CHECK_FALSE(pressed(world, {.key = name, .ctrl = true, .repeat = true}));
        world.model.place = Place::meeting;
        CHECK_FALSE(pressed(world, ctrl(name)));
    }
}

TEST_CASE("the same key opens the second text and closes it") {
    World world;
    CHECK_FALSE(action_of(Command::beside, world.model));
    world.run(OpenDocument{"teori", "stress"});
    CHECK(says<OpenBeside>(world, Command::beside));
    world.run(*action_of(Command::beside, world.model));
    CHECK(world.model.reader.beside->anchor == "stress");
    CHECK(says<CloseBeside>(world, Command::beside));
}

TEST_CASE("A marks the rest as present in the courses' place alone") {
    World world;
    CHECK_FALSE(pressed(world, key(KeyName::a)));
    world.run(GoTo{Place::courses});
    CHECK(pressed(world, key(KeyName::a)) == Command::rest_present);
    CHECK(action_of(Command::rest_present, world.model)->get_if<MarkRestPresent>()->meeting == 1);
    world.now += 24h * 3;
    world.run(Tick{base::Minutes{60}});
    CHECK(action_of(Command::rest_present, world.model)->get_if<MarkRestPresent>()->meeting == 1);
    world.now -= 24h * 30;
    world.run(Tick{base::Minutes{60}});
    CHECK_FALSE(action_of(Command::rest_present, world.model));
    world.run(StartMeeting{1, 2});
    world.run(GoTo{Place::courses});
    CHECK(action_of(Command::rest_present, world.model)->get_if<MarkRestPresent>()->meeting == 2);
}

TEST_CASE("K and J drive the aid that is open") {
    World world = running();
    CHECK_FALSE(pressed(world, key(KeyName::k)));
    CHECK_FALSE(action_of(Command::aid_toggle, world.model));
    world.go_to<session::AidCue>(pairs_step);
    CHECK(pressed(world, key(KeyName::k)) == Command::aid_toggle);
    CHECK(pressed(world, key(KeyName::j)) == Command::aid_forward);
    CHECK(says<ToggleAid>(world, Command::aid_toggle));
    CHECK(says<AidForward>(world, Command::aid_forward));
}

TEST_CASE("a minute more goes to the meeting, and without one to the aid") {
    World world;
    CHECK_FALSE(action_of(Command::minute_more, world.model));
    world.run(OpenToolbox{{.type = "countdown", .values = {{"minutes", "5"}}}, "Nedtelling"});
    CHECK(says<AidMoreTime>(world, Command::minute_more));
    world.run(StartMeeting{1, 1});
    CHECK(action_of(Command::minute_less, world.model)->get_if<AddMinutes>()->minutes == -1);
}

TEST_CASE("text sizes end where they end") {
    World world;
    world.run(SetTextScale{99});
    CHECK_FALSE(action_of(Command::text_larger, world.model));
    CHECK(says<SetTextScale>(world, Command::text_normal));
    world.run(*action_of(Command::text_normal, world.model));
    CHECK(world.model.settings.text_scale == normal_text_scale);
    CHECK_FALSE(action_of(Command::text_normal, world.model));
}

TEST_CASE("steps, clock and end have an action only while a meeting is on") {
    World world;
    for (const Command command :
         {Command::next, Command::previous, Command::first, Command::last, Command::clock, Command::end_meeting})
        CHECK_FALSE(action_of(command, world.model));
    world.run(StartMeeting{1, 1});
    CHECK(says<Next>(world, Command::next));
    CHECK(says<Previous>(world, Command::previous));
    CHECK(says<FirstStep>(world, Command::first));
    CHECK(says<LastStep>(world, Command::last));
    CHECK(says<ToggleClock>(world, Command::clock));
    CHECK(says<EndMeeting>(world, Command::end_meeting));
}

TEST_CASE("back and forward have an action only when there is somewhere to go") {
    World world;
    CHECK_FALSE(action_of(Command::back, world.model));
    world.run(OpenDocument{"teori", ""});
    world.run(OpenDocument{"om-kurset", ""});
    CHECK(says<GoBack>(world, Command::back));
    CHECK_FALSE(action_of(Command::forward, world.model));
}
