// What is kept about reading: bookmarks, who has read what, tasks that are done.
#include <catch2/catch_test_macros.hpp>

#include "world.h"

using namespace app_test;

namespace {

constexpr const char* about = "del-1/01-om-kurset.md";
constexpr const char* theory = "del-3/01-teori.md";
const course::Tick task{about, 0xfedcba9876543210u};

World opened_with(const std::map<std::string, std::string>& settings) {
    World world(false);
    world.act(StoreOpened{"/data", {spring_course()}, settings, std::nullopt});
    return world;
}

}  // namespace

TEST_CASE("a bookmark is set where there is none and taken away where there is one") {
    World world;
    world.run(ToggleBookmark{{theory, "stress", "Stress"}});
    REQUIRE(world.model.reader.bookmarks.size() == 1);
    CHECK(world.says(words::Key::notice_bookmark_set));
    world.run(ToggleBookmark{{theory, "", ""}});
    REQUIRE(world.model.reader.bookmarks.size() == 2);
    CHECK(world.model.reader.bookmarks.back().title == "Teori");
    // The same place, whatever it is called by now.
    world.run(ToggleBookmark{{theory, "stress", "Noe annet"}});
    REQUIRE(world.model.reader.bookmarks.size() == 1);
    CHECK(world.model.reader.bookmarks.front().anchor.empty());
    CHECK(world.says(words::Key::notice_bookmark_removed));
    CHECK(world.effects.empty());
}

TEST_CASE("a place that cannot be kept gets no bookmark") {
    World world;
    for (const Bookmark& place :
         {Bookmark{"finnes-ikke.md", "", "x"}, Bookmark{"../../etc/passwd", "", "x"}, Bookmark{theory, "a\nb", "x"},
          Bookmark{theory, "a#b", "x"}, Bookmark{theory, std::string(300, 'a'), "x"}, Bookmark{"", "", ""}})
        world.run(ToggleBookmark{place});
    CHECK(world.model.reader.bookmarks.empty());
    CHECK(world.model.notices.empty());
}

TEST_CASE("a bookmark of a document that is gone can still be taken away") {
    World world;
    world.model.reader.bookmarks = {{"borte.md", "", "Borte"}};
    world.run(ToggleBookmark{{"borte.md", "", ""}});
    CHECK(world.model.reader.bookmarks.empty());
}

TEST_CASE("there is room for so many bookmarks, and more are refused with a word") {
    World world;
    for (int i = 0; i < 250; ++i) world.run(ToggleBookmark{{theory, "sted-" + std::to_string(i), "Sted"}});
    CHECK(world.model.reader.bookmarks.size() == 200);
    CHECK(world.model.reader.bookmarks.back().anchor == "sted-199");
    CHECK(world.says(words::Key::notice_bookmarks_full));
}

TEST_CASE("a title of any kind becomes one short line") {
    World world;
    std::string title = "  En\ttittel\nmed ";
    for (int i = 0; i < 200; ++i) title += "æ";
    world.run(ToggleBookmark{{theory, "", title + "\xff"}});
    REQUIRE(world.model.reader.bookmarks.size() == 1);
    const std::string& kept = world.model.reader.bookmarks.front().title;
    CHECK(kept.starts_with("En tittel med æ"));
    CHECK(kept.ends_with("æ"));
    CHECK(kept.size() <= 150);
}

TEST_CASE("the end of a page counts as read by those who sit at the handbook") {
    World world;
    world.run(SetReading{leader_professional});
    world.run(StoppedReading{about, 1.0f});
    CHECK(world.model.reader.read.at(about) == leader_professional);
    world.run(SetReading{leader_user_representative});
    world.run(StoppedReading{about, 0.5f});
    CHECK(world.model.reader.read.at(about) == leader_professional);
    world.run(StoppedReading{about, 1.0f});
    CHECK(world.model.reader.read.at(about) == leader_both);
    for (const int leaders : {0, 4, 255}) world.run(SetReading{static_cast<std::uint8_t>(leaders)});
    CHECK(world.model.settings.reading == leader_user_representative);
}

TEST_CASE("a document is marked as read, and as not read, by hand") {
    World world;
    world.run(MarkRead{about, leader_both, true});
    world.run(MarkRead{about, leader_professional, false});
    CHECK(world.model.reader.read.at(about) == leader_user_representative);
    world.run(MarkRead{about, leader_both, false});
    CHECK_FALSE(world.model.reader.read.contains(about));
    world.run(MarkRead{"finnes-ikke.md", leader_both, true});
    world.run(MarkRead{theory, 0, true});
    world.run(MarkRead{theory, 0xfc, true});
    CHECK(world.model.reader.read.empty());
}

TEST_CASE("a task is ticked for the course that is open, and the tick is stored") {
    World world;
    world.run(TickTask{task, true});
    REQUIRE(world.effect<SaveTick>());
    CHECK(world.effect<SaveTick>()->course == 1);
    CHECK(world.effect<SaveTick>()->tick == task);
    CHECK(world.effect<SaveTick>()->on);
    CHECK(world.model.records.ticks.contains(task));
    CHECK(world.model.reader.loose_ticks.empty());
    world.run(TickTask{task, true});
    CHECK(world.effects.empty());
    world.run(TickTask{task, false});
    REQUIRE(world.effect<SaveTick>());
    CHECK_FALSE(world.effect<SaveTick>()->on);
    CHECK(world.model.records.ticks.empty());
    world.run(TickTask{{"../x", 1}, true});
    world.run(TickTask{{"", 1}, true});
    CHECK(world.model.records.ticks.empty());
    CHECK(world.count_written<SaveTick>() == 2);
}

TEST_CASE("without a course a tick is remembered only as long as the program runs") {
    World world(false);
    world.act(StoreOpened{"/data", {}, {}, std::nullopt});
    world.run(TickTask{task, true});
    CHECK(world.effects.empty());
    CHECK(world.model.reader.loose_ticks.contains(task));
    world.run(TickTask{task, false});
    CHECK(world.model.reader.loose_ticks.empty());
}

TEST_CASE("no tick is made on records that are not read yet") {
    World world;
    world.model.records_missing = true;
    world.run(TickTask{task, true});
    CHECK(world.effects.empty());
    CHECK(world.model.records.ticks.empty());
    CHECK(world.model.reader.loose_ticks.empty());
}

TEST_CASE("a tick that could not be written waits, and stands when the records are read again") {
    World world;
    world.disk_full = true;
    world.run(TickTask{task, true});
    CHECK(world.model.unsaved.size() == 1);
    world.run(RecordsLoaded{1, {.attendance = {9, 2}}});
    CHECK(world.model.records.ticks.contains(task));
    world.run(TickTask{task, false});
    world.run(RecordsLoaded{1, {.attendance = {9, 2}, .ticks = {task}}});
    CHECK(world.model.records.ticks.empty());
    world.disk_full = false;
    world.run(Retry{});
    CHECK(world.count_written<SaveTick>() == 2);
    world.disk_full = true;
    world.run(TickTask{task, true});
    world.run(DeleteCourse{1});
    for (const Effect& waiting : world.model.unsaved) CHECK_FALSE(std::holds_alternative<SaveTick>(waiting));
}

TEST_CASE("a handbook that changes leaves bookmarks, marks and ticks alone") {
    World world;
    world.run(ToggleBookmark{{theory, "stress", "Stress"}});
    world.run(MarkRead{about, leader_both, true});
    world.run(TickTask{task, true});
    auto book = std::make_shared<book::Handbook>(*small_book());
    book->documents.clear();
    book->revision += 1;
    world.run(HandbookLoaded{book, nullptr});
    CHECK(world.model.reader.bookmarks.size() == 1);
    CHECK(world.model.reader.read.contains(about));
    CHECK(world.model.records.ticks.contains(task));
}

TEST_CASE("bookmarks, readers and marks come back at the next start") {
    World world;
    world.run(SetReading{leader_user_representative});
    world.run(MarkRead{about, leader_professional, true});
    world.run(MarkRead{theory, leader_both, true});
    world.run(ToggleBookmark{{theory, "stress", "Stress – «mye» på en gang"}});
    world.run(ToggleBookmark{{about, "", "Om kurset"}});
    const auto stored = to_settings(world.model);
    const World again = opened_with(stored);
    CHECK(again.model.settings.reading == leader_user_representative);
    CHECK(again.model.reader.read == world.model.reader.read);
    REQUIRE(again.model.reader.bookmarks.size() == 2);
    CHECK(again.model.reader.bookmarks.front().document == theory);
    CHECK(again.model.reader.bookmarks.front().anchor == "stress");
    CHECK(again.model.reader.bookmarks.front().title == "Stress – «mye» på en gang");
    CHECK(to_settings(again.model) == stored);
}

TEST_CASE("what an earlier edition wrote of documents that were read counts for both leaders") {
    const World world = opened_with({{"reader.read", "del-1/01-om-kurset.md\n1 del-3/01-teori.md\n"}});
    CHECK(world.model.reader.read.at(about) == leader_both);
    CHECK(world.model.reader.read.at(theory) == leader_professional);
}

TEST_CASE("settings of reading that no edition wrote are left out") {
    const std::string many = [] {
        std::string lines;
        for (int i = 0; i < 400; ++i) lines += "a.md#" + std::to_string(i) + "\tx\n";
        return lines;
    }();
    const World world = opened_with({{"reading", "4"},
                                     {"reader.read", "2 ../x\n3 \n\n1 " + std::string(300, 'a')},
                                     {"reader.bookmarks",
                                      "uten tabulator\nuten-anker.md\tTittel\n../ut.md#a\tX\n"
                                      "b.md#" +
                                          std::string(400, 'b') +
                                          "\tX\n"
                                          "c.md#c\tX\tY\nd.md#\xff\tX\n" +
                                          many + "a.md#1\tigjen\n"}});
    CHECK(world.model.settings.reading == leader_both);
    CHECK(world.model.reader.read.size() == 1);  // "3 " alone is a path of two signs
    CHECK(world.model.reader.bookmarks.size() == 200);
    CHECK(world.model.reader.bookmarks.front().anchor == "0");
    CHECK(opened_with({{"reader.bookmarks", std::string(2'000'000, 'a')}}).model.reader.bookmarks.empty());
    for (const char* wrong : {"0", "", "x", "-1", "99999999999999999999"})
        CHECK(opened_with({{"reading", wrong}}).model.settings.reading == leader_both);
}
