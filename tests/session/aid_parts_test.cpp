// The aids that are filled in together with the room.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "session/aids/aid.h"

using namespace session;

namespace {

constexpr Instant now{Milliseconds{1'790'000'000'000}};

std::vector<int> people(int count) {
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 1);
    return all;
}

Reveal form_of_three() {
    return {.shape = Reveal::Shape::form,
            .parts = {{"Hva skjedde?", "Bussen var sen", "", 0},
                      {"Hva tenkte jeg?", "", "", 0},
                      {"Hva kjente jeg?", "Uro", "", 0}}};
}

}  // namespace

TEST_CASE("a form is revealed part by part, and back again") {
    Reveal form = form_of_three();
    form.forward();
    form.forward();
    CHECK(form.shown == 2);
    CHECK(form.lit == 1);
    form.forward();
    form.forward();
    CHECK(form.shown == 3);
    CHECK(form.lit == -1);
    form.backward();
    CHECK(form.lit == 2);
    form.backward();
    CHECK(form.shown == 2);
    CHECK(form.lit == 1);
    for (int i = 0; i < 5; ++i) form.backward();
    CHECK(form.shown == 0);
    CHECK(form.lit == -1);
}

TEST_CASE("what the group said stands before the example, and the example only when it is asked for") {
    Reveal form = form_of_three();
    CHECK(form.text(0).empty());
    form.examples = true;
    CHECK(form.text(0) == "Bussen var sen");
    form.write(0, "Jeg kom for sent");
    CHECK(form.text(0) == "Jeg kom for sent");
    CHECK(form.shown == 1);
    form.write(9, "ingen steder");
    CHECK(form.text(9).empty());
    form.add_hand(1, -3);
    CHECK(form.parts[1].hands == 0);
}

TEST_CASE("the room sees nothing that is not revealed, turned or to be counted yet") {
    Reveal ladder = form_of_three();
    ladder.shape = Reveal::Shape::ladder;
    ladder.examples = true;
    ladder.forward();
    const Reveal seen = std::get<Reveal>(seen_by_room(ladder));
    CHECK(seen.parts[0].name == "Hva skjedde?");
    CHECK(seen.parts[0].written == "Bussen var sen");
    CHECK(seen.parts[1].name.empty());
    for (const Reveal::Part& part : seen.parts) CHECK(part.example.empty());
    ladder.add_hand(0, 3);
    ladder.add_hand(2, 5);
    const Reveal counted = std::get<Reveal>(seen_by_room(ladder));
    CHECK(counted.parts[0].hands == 3);
    CHECK(counted.parts[2].hands == 0);

    WordCards cards{.cards = {"a", "b", "c"}, .draw = 2};
    cards.forward();
    CHECK(std::get<WordCards>(seen_by_room(cards)).cards == std::vector<std::string>{"a", "", ""});

    GroupDivider divider{.seats = people(4), .groups = {}, .met = {{{1, 2}, {3, 4}}}};
    CHECK(std::get<GroupDivider>(seen_by_room(divider)).met.empty());
}

TEST_CASE("cards are turned one by one, laid out anew, and shuffled the same by the same seed") {
    WordCards pack{.cards = {"1", "2", "3", "4", "5"}, .draw = 2};
    pack.forward();
    pack.forward();
    CHECK(pack.turned == 2);
    pack.forward();
    CHECK(pack.first == 2);
    CHECK(pack.turned == 1);
    for (int i = 0; i < 9; ++i) pack.forward();
    CHECK(pack.on_table() == 0);
    pack.backward();
    CHECK(pack.first == 3);
    CHECK(pack.turned == 2);
    WordCards one = pack, other = pack;
    one.shuffle(7);
    other.shuffle(7);
    CHECK(one == other);
    CHECK(one.first == 0);
    std::multiset<std::string> all(one.cards.begin(), one.cards.end());
    CHECK(all == std::multiset<std::string>{"1", "2", "3", "4", "5"});
}

TEST_CASE("groups are fair: everyone once, and none more than one larger than another") {
    for (int count = 2; count <= 20; ++count)
        for (int wanted = 2; wanted <= 5; ++wanted)
            for (const bool by_size : {true, false}) {
                INFO(count << " people, " << wanted << (by_size ? " in each" : " groups"));
                const Groups groups = deal(people(count), group_count(count, wanted, by_size), {}, 11);
                std::set<int> seen;
                std::size_t least = 99, most = 0;
                for (const auto& group : groups) {
                    seen.insert(group.begin(), group.end());
                    least = std::min(least, group.size());
                    most = std::max(most, group.size());
                }
                CHECK(seen.size() == static_cast<std::size_t>(count));
                CHECK(most - least <= 1);
                if (!by_size && count >= 2 * wanted) CHECK(groups.size() == static_cast<std::size_t>(wanted));
                CHECK((count < 4 || least >= 2));
            }
}

TEST_CASE("people who have sat together are parted as long as it can be done") {
    GroupDivider divider{.seats = people(9), .size = 3};
    std::vector<Groups> met;
    for (int meeting = 0; meeting < 3; ++meeting) {
        divider.met = met;
        divider.groups.clear();
        divider.forward();
        CHECK(repeated_pairs(divider.groups, met) <= meeting);
        met.push_back(divider.groups);
    }
    const Groups again = divider.groups;
    divider.forward();
    CHECK(divider.groups != again);
}

TEST_CASE("the divider's people can be counted up and down, and numbers that are missing are used first") {
    GroupDivider divider{.seats = {1, 2, 5}};
    divider.set_count(5);
    CHECK(divider.seats == std::vector<int>{1, 2, 5, 3, 4});
    divider.set_count(0);
    CHECK(divider.seats.size() == 2);
    divider.set_size(99);
    CHECK(divider.size == 12);
}

TEST_CASE("a board takes short cards without control signs until it is full or locked") {
    Board board{.columns = {"Håp", "Gruer"}};
    CHECK(board.add(0, "  kaffe  "));
    CHECK(board.cards[0].text == "kaffe");
    CHECK_FALSE(board.add(0, "   "));
    CHECK_FALSE(board.add(7, "utenfor"));
    CHECK(board.add(1, std::string(500, 'x')));
    CHECK(board.cards[1].text.size() == Board::longest);
    board.locked = true;
    CHECK_FALSE(board.add(0, "for sent"));
    board.remove(0);
    board.place(0, 1);
    CHECK(board.count(0) == 1);
    board.locked = false;
    for (std::size_t i = board.cards.size(); i < Board::most_cards; ++i) CHECK(board.add(0, "kort"));
    CHECK_FALSE(board.add(0, "ett for mye"));
}

TEST_CASE("a sorting board deals its words one at a time") {
    Board board{.columns = {"Kjenner", "Kjenner ikke"}, .cards = {{"sinne", -1}, {"ro", -1}}, .sorting = true};
    CHECK(board.waiting() == 0);
    board.place(0, 1);
    CHECK(board.waiting() == 1);
    board.place(1, 0);
    CHECK(board.waiting() == -1);
    board.place(0, -1);
    CHECK(board.waiting() == 0);
    board.place(0, 5);
    CHECK(board.cards[0].column == -1);
}

TEST_CASE("values stay within their drawing, and a compass chooses no more than it may") {
    Values compass{.shape = Values::Shape::compass, .pick = 2};
    for (const char* name : {"ro", "mot", "lek"}) compass.items.push_back({.name = name, .chosen = false});
    compass.set_chosen(0, true);
    compass.set_chosen(1, true);
    compass.set_chosen(2, true);
    CHECK(compass.chosen() == 2);
    compass.set_chosen(0, false);
    compass.set_chosen(2, true);
    CHECK(compass.items[2].chosen);
    compass.set_value(2, 99);
    compass.set_lived(2, -5);
    CHECK(compass.items[2].value == 10);
    CHECK(compass.items[2].lived == 0);
    compass.forward();
    CHECK(compass.lit == 1);
    compass.forward();
    CHECK(compass.lit == 2);
    compass.forward();
    CHECK(compass.lit == -1);

    Values energy{.shape = Values::Shape::energy, .items = {{.name = "a"}, {.name = "b"}}};
    energy.set_value(0, -9);
    energy.set_value(1, 2);
    CHECK(energy.balance() == -1);

    Values bucket{.shape = Values::Shape::bucket,
                  .items = {{.name = "inn", .value = 3}, {.name = "ut", .value = 1, .tap = true}}};
    const float full = bucket.level();
    bucket.set_value(1, 3);
    CHECK(bucket.level() < full);
    bucket.set_value(0, 0);
    CHECK(bucket.level() == 0);
}

TEST_CASE("a network holds a few marks in each field and a week a kind in each") {
    Network net{.sectors = {"Familie", "Venner"}};
    net.fields.resize(2);
    for (int i = 0; i < 9; ++i) net.add(0, 1, true, 1);
    net.add(0, 1, false, 1);
    CHECK(net.fields[0][1].gives == Network::most_marks);
    CHECK(net.fields[0][1].takes == 0);
    net.add(5, 0, true, 1);
    net.light(1);
    net.forward();
    CHECK(net.lit == -1);

    WeekGrid week{.kinds = {"Må", "Hvile"}};
    week.turn(6, 2);
    CHECK(week.week[6][2].kind == 0);
    week.turn(6, 2);
    CHECK(week.count(1) == 1);
    week.turn(6, 2);
    CHECK(week.free_share() == 1.0f);
    week.turn(7, 0);
}

TEST_CASE("a body scan gives each area its time, stops at the end, and can be led by hand") {
    BodyScan scan{.areas = {"Føttene", "Magen", "Hodet"}, .each = Milliseconds{40'000}};
    scan.clock.start(now);
    CHECK(scan.view(now + Milliseconds{39'000}).area == 0);
    CHECK(scan.view(now + Milliseconds{41'000}).area == 1);
    scan.skip(1, now + Milliseconds{41'000});
    CHECK(scan.view(now + Milliseconds{41'000}).area == 2);
    scan.skip(-1, now + Milliseconds{60'000});
    CHECK(scan.view(now + Milliseconds{60'000}).area == 2);
    scan.skip(-1, now + Milliseconds{60'000});
    CHECK(scan.view(now + Milliseconds{60'000}).area == 1);
    scan.skip(9, now + Milliseconds{60'000});
    CHECK(scan.view(now + Milliseconds{60'000}).area == 3);
    CHECK_FALSE(moving(Aid{scan}, now + Milliseconds{60'000}));
}

TEST_CASE("the light of a body scan comes and goes between areas, and stands still in between") {
    BodyScan scan{.areas = {"Føttene", "Magen", "Hodet"}, .each = Milliseconds{10'000}};
    scan.clock.start(now);
    const auto at = [&](int milliseconds) { return scan.view(now + Milliseconds{milliseconds}); };
    CHECK(at(0).light == 1);  // the first is lit from the start
    CHECK(at(0).still == Milliseconds{8'600});
    CHECK(at(8'600).light == 1);
    CHECK(at(8'600).still == Milliseconds{0});
    CHECK(at(9'999).light < 0.01f);
    CHECK(at(10'000).area == 1);
    CHECK(at(10'000).light == 0);
    CHECK(at(10'700).light == 0.5f);
    CHECK(at(11'399).still == Milliseconds{0});
    CHECK(at(11'400).light == 1);
    CHECK(at(11'400).still == Milliseconds{7'200});
    for (int t = 1; t < 30'000; ++t) {
        if (at(t).area != at(t - 1).area) continue;
        CHECK(std::abs(at(t).light - at(t - 1).light) < 0.002f);  // never a jump
        if (at(t - 1).still > Milliseconds{0}) CHECK(at(t).light == at(t - 1).light);
    }
    scan.clock.pause(now + Milliseconds{10'100});
    CHECK(at(10'100).light == 1);
    scan.each = Milliseconds{1'000};  // too short to come all the way
    scan.clock.start(now + Milliseconds{10'100});
    for (int t = 10'100; t < 12'000; ++t) CHECK(at(t).still == Milliseconds{0});
}

TEST_CASE("forward and backward of every aid can be pressed any number of times in any order") {
    const std::vector<book::AidSpec::Item> words{
        {"en", "et eksempel", {{"value", 2}, {"day", 1}, {"part", 2}, {"kind", 1}}}, {"to", "", {}}, {"tre", "", {}}};
    std::mt19937 dice(4);
    for (const char* type :
         {"body_scan", "group_divider", "board", "sorting_board", "word_cards", "form", "circle", "ladder", "mind_map",
          "checklist", "wheel", "energy", "bucket", "compass", "network", "week_grid"}) {
        INFO(type);
        book::AidSpec spec{
            .type = type,
            .values = {{"draw", "2"}, {"size", "3"}, {"pick", "2"}, {"goal", "Toppen"}, {"centre", "Midten"}}};
        for (const char* list : {"areas", "columns", "words", "cards", "lines", "stages", "rungs", "branches", "items",
                                 "activities", "inflows", "taps", "values", "sectors", "kinds", "entries"})
            spec.lists[list] = words;
        auto aid = make_aid(spec, 7);
        REQUIRE(aid);
        CHECK(*aid == *make_aid(spec, 7));
        for (int i = 0; i < 60; ++i) {
            if (dice() % 3 == 0)
                backward(*aid, now + Milliseconds{i * 700});
            else
                forward(*aid, now + Milliseconds{i * 700});
            (void)seen_by_room(*aid);
        }
        const bool needs_lists = std::string(type) != "group_divider";
        CHECK(make_aid({.type = type}, 7).has_value() != needs_lists);
    }
}
