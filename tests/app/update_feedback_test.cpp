#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;
using course::RoundPhase;

namespace {

const course::FeedbackRound& round_of_first(const World& world) {
    return world.model.records.feedback.front();
}

int answers_to(const World& world, const std::string& question) {
    for (const auto& counts : round_of_first(world).questions)
        if (counts.question == question) return course::total(counts.counts);
    return -1;
}

}  // namespace

TEST_CASE("a round opens with the questions of the form in their order, and is stored") {
    World world;
    world.run(OpenRound{1});
    REQUIRE(world.effect<SaveRound>());
    REQUIRE(round_of_first(world).questions.size() == 3);
    CHECK(round_of_first(world).questions[0].question == "nytte");
    CHECK(round_of_first(world).questions[2].question == "hjemme");
    world.run(OpenRound{1});
    CHECK(world.effects.empty());
    world.run(OpenRound{7});
    CHECK(world.effects.empty());
}

TEST_CASE("hands are counted only while the round is open") {
    World world;
    course::Histogram hands{};
    hands[7] = 4;
    world.run(CountHands{1, "nytte", hands});
    CHECK(world.says(words::Key::notice_round_not_open));
    world.run(OpenRound{1});
    world.run(CountHands{1, "nytte", hands});
    CHECK(answers_to(world, "nytte") == 4);
    CHECK(world.effect<SaveRound>());
    hands[0] = -1;
    world.run(CountHands{1, "nytte", hands});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_counts_wrong));
    world.run(CountHands{1, "ukjent", {}});
    CHECK(world.effects.empty());
    world.run(CloseRound{1});
    CHECK(round_of_first(world).phase == RoundPhase::closed);
    world.run(CountHands{1, "nytte", {}});
    CHECK(answers_to(world, "nytte") == 4);
}

TEST_CASE("a round closed by a slip opens again, but not when its answers have been shown") {
    World world;
    world.run(OpenRound{1});
    course::Histogram hands{};
    hands[7] = 2;
    hands[8] = 2;
    world.run(CountHands{1, "nytte", hands});
    world.run(CloseRound{1});
    world.run(OpenRound{1});
    CHECK(round_of_first(world).phase == RoundPhase::open);
    CHECK(answers_to(world, "nytte") == 4);
    hands[9] = 1;
    world.run(CountHands{1, "nytte", hands});
    world.run(CloseRound{1});
    world.run(OpenRound{1});
    CHECK(round_of_first(world).phase == RoundPhase::closed);
    CHECK(world.says(words::Key::notice_round_shown));
}

TEST_CASE("the kiosk opens only on an open round") {
    World world;
    world.run(EnterKiosk{1});
    CHECK_FALSE(world.model.kiosk);
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    CHECK(world.model.kiosk);
}

TEST_CASE("one person answers, sends, is thanked, and leaves nothing behind for the next") {
    World world;
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    world.run(KioskSend{});
    CHECK(world.says(words::Key::notice_answer_missing));
    world.run(KioskAnswer{"nytte", 8});
    world.run(KioskAnswer{"nytte", 9});
    world.run(KioskAnswer{"trygghet", 3});
    world.run(KioskAnswer{"trygghet", -1});
    world.run(KioskAnswer{"oppdiktet", 3});
    CHECK(world.model.kiosk->answers.size() == 1);
    world.run(KioskSend{});
    CHECK(world.effect<SaveRound>());
    CHECK(world.model.kiosk->thanks);
    CHECK(world.model.kiosk->answers.empty());
    CHECK(answers_to(world, "nytte") == 1);
    CHECK(answers_to(world, "trygghet") == 0);

    world.run(KioskAnswer{"nytte", 2});
    world.run(KioskSend{});
    CHECK(answers_to(world, "nytte") == 1);
    world.run(KioskNextPerson{});
    CHECK_FALSE(world.model.kiosk->thanks);
    CHECK(world.model.kiosk->answers.empty());
}

TEST_CASE("leaving the kiosk drops answers that were not sent") {
    World world;
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    world.run(KioskAnswer{"nytte", 8});
    world.run(LeaveKiosk{});
    CHECK_FALSE(world.model.kiosk);
    CHECK(answers_to(world, "nytte") == 0);
}

TEST_CASE("while the kiosk is on nobody gets into the rest of the program") {
    World world;
    world.run(StartMeeting{1, 1});
    world.run(OpenRound{1});
    world.run(EnterKiosk{1});
    const session::State before = world.state();
    const session::Projection wall = world.model.projection;
    for (const Action& action :
         Actions{GoTo{Place::courses}, Next{}, Previous{}, OpenCourse{1}, MarkRestPresent{1}, Undo{}, Redo{},
                 EndMeeting{}, CloseRound{1}, OpenDocument{"teori", ""}, Search{"stress"}, Escape{}, ToggleCover{},
                 ToggleFreeze{}, StartProjecting{}, ToggleClock{}, DeleteCourse{1}}) {
        world.run(action);
        CHECK(world.effects.empty());
    }
    CHECK(world.model.kiosk);
    CHECK(world.model.place == Place::meeting);
    CHECK(world.state() == before);
    CHECK(world.model.projection == wall);
    CHECK(world.model.reader.query.empty());
    world.run(SetTextScale{3});
    CHECK(world.model.settings.text_scale == 3);
}

TEST_CASE("a question of the form can stand on the wall as a line from 0 to 10") {
    World world;
    world.run(ShowQuestion{1, 1});
    REQUIRE(world.model.aid);
    const auto& line = std::get<session::Scale>(world.model.aid->aid);
    CHECK(line.question == "Var det trygt?");
    CHECK(line.low == "Nei");
    CHECK(world.model.aid->from_toolbox);
    world.run(CloseAid{});
    world.run(ShowQuestion{1, 9});
    CHECK_FALSE(world.model.aid);
}

TEST_CASE("a handbook without a form says so") {
    World world;
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->programme.form_after_meeting.clear();
    book->revision += 1;
    world.run(HandbookLoaded{book, nullptr});
    world.run(OpenRound{1});
    CHECK(world.says(words::Key::notice_no_form));
    world.run(ShowQuestion{1, 0});
    CHECK_FALSE(world.model.aid);
}
