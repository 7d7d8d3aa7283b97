#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "world.h"

using namespace app_test;

namespace {

constexpr const char* about = "del-1/01-om-kurset.md";
constexpr const char* theory = "del-3/01-teori.md";
constexpr const char* pairs_path = "del-2/ovelser/summing.md";

/// The index of the link in `document` whose address holds `part`.
int link_to(const char* document, const std::string& part) {
    const auto& links = small_book()->document(document)->links;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].url.find(part) != std::string::npos) return static_cast<int>(i);
    return -1;
}

}  // namespace

TEST_CASE("opening a document goes to the handbook and tells the page to scroll") {
    World world;
    const auto arrivals = world.model.reader.arrivals;
    world.run(OpenDocument{theory, "stress"});
    CHECK(world.model.place == Place::handbook);
    CHECK(world.model.reader.here.document == theory);
    CHECK(world.model.reader.here.anchor == "stress");
    CHECK(world.model.reader.arrivals == arrivals + 1);
}

TEST_CASE("a document may be opened by its id too") {
    World world;
    world.run(OpenDocument{"teori", ""});
    CHECK(world.model.reader.here.document == theory);
}

TEST_CASE("a document that does not exist gives a notice and leaves the place alone") {
    World world;
    world.run(OpenDocument{"del-9/ingen.md", ""});
    CHECK(world.model.place == Place::home);
    CHECK(world.says(words::Key::notice_document_missing));
}

TEST_CASE("back and forward walk the visits, and a new one forgets the way forward") {
    World world;
    world.run(OpenDocument{about, ""});
    world.run(OpenDocument{theory, "stress"});
    world.run(OpenDocument{pairs_path, ""});
    CHECK(world.model.reader.back.size() == 2);
    world.run(GoBack{});
    CHECK(world.model.reader.here.document == theory);
    CHECK(world.model.reader.here.anchor.empty());  // where one stopped reading, not the heading
    world.run(GoBack{});
    CHECK(world.model.reader.here.document == about);
    world.run(GoBack{});
    CHECK(world.model.reader.here.document == about);
    world.run(GoForward{});
    CHECK(world.model.reader.here.document == theory);
    world.run(OpenDocument{about, ""});
    CHECK(world.model.reader.forward.empty());
}

TEST_CASE("opening the same place again scrolls there, but is no new visit") {
    World world;
    world.run(OpenDocument{theory, "stress"});
    const auto arrivals = world.model.reader.arrivals;
    world.run(OpenDocument{theory, "stress"});
    CHECK(world.model.reader.back.empty());
    CHECK(world.model.reader.arrivals == arrivals + 1);
}

TEST_CASE("within one document the way back leads to the heading that one came from") {
    World world;
    world.run(OpenDocument{about, "hvorfor"});
    world.run(OpenDocument{about, ""});
    world.run(GoBack{});
    CHECK(world.model.reader.here.anchor == "hvorfor");
}

TEST_CASE("the way back is kept within bounds") {
    World world;
    for (int i = 0; i < 300; ++i) world.run(OpenDocument{i % 2 ? about : theory, ""});
    CHECK(world.model.reader.back.size() == 100);
}

TEST_CASE("links lead within the book, out to the web by an effect, and nowhere with a notice") {
    World world;
    world.run(FollowLink{about, link_to(about, "teori")});
    CHECK(world.model.reader.here.document == theory);
    CHECK(world.model.reader.here.anchor == "stress");

    world.run(FollowLink{about, link_to(about, "https")});
    REQUIRE(world.effect<OpenUrl>());
    CHECK(world.effect<OpenUrl>()->url == "https://example.org/side");
    world.run(FollowLink{about, link_to(about, "mailto")});
    CHECK(world.effect<OpenUrl>());

    world.run(FollowLink{about, link_to(about, "finnes-ikke")});
    CHECK(world.effects.empty());
    CHECK(world.says(words::Key::notice_link_dead));
}

TEST_CASE("only ordinary web and mail addresses are handed to the system") {
    World world;
    std::uint64_t revision = 1;
    for (const char* url :
         {"file:///etc/passwd", "javascript:alert(1)", "https://a b", "smb://server/x", "C:\\x.exe"}) {
        auto book = std::make_shared<book::Handbook>(*small_book());
        auto& document = book->documents[static_cast<std::size_t>(book->find(about))];
        document.links = {{.url = url, .external = true}};
        book->revision = revision++;
        world.run(HandbookLoaded{book, nullptr});
        world.run(FollowLink{about, 0});
        CHECK(world.effects.empty());
        CHECK(world.says(words::Key::notice_link_unsafe));
    }
}

TEST_CASE("a link that is not in the document does nothing") {
    World world;
    world.run(FollowLink{about, 99});
    world.run(FollowLink{about, -1});
    world.run(FollowLink{"ingen.md", 0});
    CHECK(world.effects.empty());
    CHECK(world.model.reader.here.document.empty());
}

TEST_CASE("where one stopped is kept by document, and the end of the page counts as read") {
    World world;
    world.run(StoppedReading{about, 0.4f});
    CHECK(world.model.reader.stopped_at.at(about) == 0.4f);
    CHECK_FALSE(world.model.reader.read.contains(about));
    world.run(StoppedReading{about, 0.98f});
    CHECK(world.model.reader.read.contains(about));
    world.run(StoppedReading{about, 0.1f});
    CHECK(world.model.reader.read.contains(about));
    world.run(StoppedReading{theory, std::numeric_limits<float>::quiet_NaN()});
    CHECK(world.model.reader.stopped_at.at(theory) == 0.0f);
    world.run(StoppedReading{theory, 7.0f});
    CHECK(world.model.reader.stopped_at.at(theory) == 1.0f);
    world.run(StoppedReading{"ingen.md", 0.5f});
    CHECK_FALSE(world.model.reader.stopped_at.contains("ingen.md"));
}

TEST_CASE("searching asks the index, and an empty search stops it") {
    World world;
    world.run(HandbookLoaded{small_book(), std::make_shared<const book::SearchIndex>(*small_book())});
    world.run(Search{"stress"});
    CHECK_FALSE(world.model.reader.hits.empty());
    world.run(Search{""});
    CHECK(world.model.reader.hits.empty());
    world.run(Search{"   "});
    CHECK(world.model.reader.hits.empty());
}

TEST_CASE("the handbook opens at its first document the first time") {
    World world;
    world.run(GoTo{Place::handbook});
    CHECK(world.model.reader.here.document == small_book()->documents.front().path);
    CHECK(world.model.reader.back.empty());
}
