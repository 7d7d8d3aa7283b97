// Two texts side by side, and a page that goes along with the meeting.
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

constexpr const char* about = "del-1/01-om-kurset.md";
constexpr const char* theory = "del-3/01-teori.md";
constexpr const char* pairs_path = "del-2/ovelser/summing.md";
constexpr const char* session_path = "del-1/samlinger/samling-1.md";

World following() {
    World world;
    world.run(OpenDocument{theory, ""});
    world.run(StartMeeting{1, 1});
    world.run(FollowMeeting{});
    return world;
}

std::shared_ptr<const book::Handbook> book_without(const char* path) {
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->documents.erase(book->documents.begin() + book->find(path));
    book->revision += std::string_view(path).size();  // another for each
    return book;
}

}  // namespace

TEST_CASE("a second text opens beside the first, from anywhere") {
    World world;
    world.run(OpenDocument{about, ""});
    world.run(GoTo{Place::courses});
    world.run(OpenBeside{"teori", "stress"});
    CHECK(world.model.place == Place::handbook);
    CHECK(world.model.reader.here.document == about);
    REQUIRE(world.model.reader.beside);
    CHECK(world.model.reader.beside->document == theory);
    CHECK(world.model.reader.beside->anchor == "stress");
    CHECK(world.model.reader.beside_arrivals == 1);
    world.run(OpenBeside{"finnes-ikke.md", ""});
    CHECK(world.says(words::Key::notice_document_missing));
    CHECK(world.model.reader.beside->document == theory);
    world.run(CloseBeside{});
    CHECK_FALSE(world.model.reader.beside);
}

TEST_CASE("with nothing open yet the main text becomes the first of the handbook") {
    World world;
    world.run(OpenBeside{theory, ""});
    CHECK(world.model.reader.here.document == small_book()->documents.front().path);
    CHECK(world.model.reader.back.empty());
}

TEST_CASE("links and the history concern the main text alone") {
    World world;
    world.run(OpenDocument{about, ""});
    world.run(OpenBeside{pairs_path, ""});
    world.run(OpenDocument{theory, ""});
    CHECK(world.model.reader.beside->document == pairs_path);
    world.run(GoBack{});
    CHECK(world.model.reader.here.document == about);
    CHECK(world.model.reader.beside->document == pairs_path);
    CHECK(world.model.reader.beside_arrivals == 1);
}

TEST_CASE("the two texts change places, and both pages know that they have to scroll") {
    World world;
    world.run(SwapBeside{});
    world.run(OpenDocument{about, "hvorfor"});
    world.run(OpenBeside{theory, "stress"});
    const auto arrivals = world.model.reader.arrivals;
    world.run(SwapBeside{});
    CHECK(world.model.reader.here.document == theory);
    CHECK(world.model.reader.beside->document == about);
    CHECK(world.model.reader.here.anchor.empty());  // where one stopped reading
    CHECK(world.model.reader.arrivals == arrivals + 1);
    CHECK(world.model.reader.beside_arrivals == 2);
    CHECK(world.model.reader.back.empty());

    world.run(OpenBeside{theory, "stress"});
    world.run(SwapBeside{});
    CHECK(world.model.reader.here.anchor == "stress");
}

TEST_CASE("a second text that is gone from the handbook is closed") {
    World world;
    world.run(OpenDocument{about, ""});
    world.run(OpenBeside{theory, ""});
    world.run(HandbookLoaded{book_without(pairs_path), nullptr});
    CHECK(world.model.reader.beside);
    world.run(HandbookLoaded{book_without(theory), nullptr});
    CHECK_FALSE(world.model.reader.beside);
    CHECK(world.model.reader.here.document == about);
}

TEST_CASE("the page goes along with the meeting as one visit") {
    World world = following();
    CHECK(world.model.place == Place::handbook);
    CHECK(world.model.reader.follows);
    CHECK(world.model.reader.here.document == session_path);
    CHECK(world.model.reader.here.anchor == "velkommen");
    const auto arrivals = world.model.reader.arrivals;
    world.run(Next{});
    CHECK(world.model.reader.arrivals == arrivals);  // another slide of the same step
    world.run(GoToStep{pairs_step});
    CHECK(world.model.reader.here.document == pairs_path);
    CHECK(world.model.reader.arrivals == arrivals + 1);
    world.run(GoToStep{goodbye_step});
    CHECK(world.model.reader.here.anchor == "takk-for-nå");
    world.run(UndoRunEvent{});
    CHECK(world.model.reader.here.document == pairs_path);
    CHECK(world.model.reader.back.size() == 1);
    world.run(GoBack{});
    CHECK(world.model.reader.here.document == theory);
}

TEST_CASE("opening another text stops following, and so does the meeting itself") {
    for (const Action& action :
         {Action(OpenDocument{theory, ""}), Action(GoBack{}), Action(FollowLink{about, 0}),
          Action(GoTo{Place::meeting}), Action(EndMeeting{}), Action(FollowMeeting{false}), Action(LeaveMeeting{})}) {
        World world = following();
        if (action.get_if<LeaveMeeting>()) {
            world.run(EndMeeting{});
            world.run(LeaveMeeting{});
            world.run(Rehearse{1});
            world.run(FollowMeeting{});
        }
        REQUIRE(world.model.reader.follows);
        world.run(action);
        CHECK_FALSE(world.model.reader.follows);
        const std::string read = world.model.reader.here.document;
        world.run(GoToStep{pairs_step});
        CHECK(world.model.reader.here.document == read);
    }
}

TEST_CASE("what does not open a text leaves the following alone") {
    World world = following();
    world.run(OpenDocument{"finnes-ikke.md", ""});
    world.run(FollowLink{about, 1});  // out to the web
    world.run(GoForward{});
    world.run(OpenBeside{theory, ""});
    CHECK(world.model.reader.follows);
}

TEST_CASE("from another place the page catches up when one comes back to it") {
    World world = following();
    world.run(GoTo{Place::courses});
    const auto arrivals = world.model.reader.arrivals;
    world.run(GoToStep{pairs_step});
    CHECK(world.model.place == Place::courses);
    CHECK(world.model.reader.arrivals == arrivals);
    world.run(GoTo{Place::handbook});
    CHECK(world.model.reader.here.document == pairs_path);
    CHECK(world.model.reader.follows);
}

TEST_CASE("there is nothing to follow without a meeting, and one that is over is only looked up in") {
    World world;
    world.run(FollowMeeting{});
    CHECK(world.model.place == Place::home);
    CHECK_FALSE(world.model.reader.follows);
    world.run(StartMeeting{1, 1});
    world.run(EndMeeting{});
    world.run(FollowMeeting{});
    CHECK(world.model.reader.here.document == session_path);
    CHECK_FALSE(world.model.reader.follows);
}

TEST_CASE("a step whose text is gone from the handbook leaves the page where it is") {
    World world = following();
    world.model.run->plan.steps[pairs_step].exercise = "borte.md";
    world.run(GoToStep{pairs_step});
    CHECK(world.model.reader.here.document == session_path);
}
