#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "ui/courses_world.h"
#include "ui/views/course_draft.h"

using course::Mark;
using support::CoursesWorld;

namespace {

bool has_digit(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= '0' && c <= '9'; });
}

void fill_in(CoursesWorld& world) {
    world.canvas.settle();
    world.canvas.click("course-municipality");
    world.canvas.type("Nesset");
    world.canvas.click("course-first");
    world.canvas.type("25.02.2026");
}

}  // namespace

TEST_CASE("an empty register invites to make the first course") {
    CoursesWorld world;
    world.canvas.settle();
    CHECK(world.canvas.shown("Lag det første kurset"));
    world.canvas.click("course-first");
    CHECK(world.canvas.shown("course-title"));
}

TEST_CASE("while the register is being opened nobody is told that it is empty") {
    CoursesWorld world;
    world.model.store.phase = app::StorePhase::opening;
    world.canvas.settle();
    CHECK_FALSE(world.canvas.shown("Lag det første kurset"));
}

TEST_CASE("a new course comes with a title of the season and the leaders' roles") {
    CoursesWorld world;
    world.canvas.settle();
    world.canvas.click("course-first");
    CHECK(world.state().form.title == "Vårkurset 2026");
    CHECK(world.state().form.leader_one == "Fagperson");
    CHECK(world.state().form.leader_two == "Brukerrepresentant");
    world.state().form.open = false;
    world.canvas.context.now = base::at_local({2026, 9, 1}, {9, 0}, base::Minutes{60});
    world.canvas.settle();
    world.canvas.click("course-first");
    CHECK(world.state().form.title == "Høstkurset 2026");
}

TEST_CASE("the first date and the interval fill in six dates, which can be moved by a day") {
    CoursesWorld world;
    world.canvas.settle();
    world.canvas.click("course-first");
    fill_in(world);
    const std::vector<std::string> weekly{"25.02.2026", "04.03.2026", "11.03.2026",
                                          "18.03.2026", "25.03.2026", "01.04.2026"};
    CHECK(world.state().form.dates == weekly);
    world.canvas.click("course-interval/1");
    CHECK(world.state().form.dates[5] == "06.05.2026");
    world.canvas.click("course-later-2");
    CHECK(world.state().form.dates[1] == "12.03.2026");
    world.canvas.click("course-earlier-2");
    CHECK(world.state().form.dates[1] == "11.03.2026");
    CHECK(world.canvas.shown("Samling 2 · onsdag"));
}

TEST_CASE("a form with faults says nothing, shows each fault and loses nothing") {
    CoursesWorld world(1440, 1200);
    world.canvas.settle();
    world.canvas.click("course-first");
    world.canvas.click("course-municipality");
    world.state().form.title.clear();
    world.state().form.place = "Biblioteket";
    world.state().form.starts = "ti";
    world.state().form.dates = {"25.02.2026", "31.02.2026", "11.03.2026", "10.03.2026", "", "08.04.2026"};
    world.canvas.settle();
    CHECK_FALSE(world.canvas.says("Skriv hva kurset heter."));
    world.canvas.click("course-save");
    CHECK(world.canvas.said<app::CreateCourse>() == nullptr);
    for (const char* fault :
         {"Skriv hva kurset heter.", "Skriv hvilken kommune det er.", "Skriv klokkeslettet som 10.00.",
          "Skriv datoen som 04.03.2026.", "Må komme etter samling 3.", "Datoen mangler."}) {
        INFO(fault);
        CHECK(world.canvas.says(fault));
    }
    CHECK(world.state().form.place == "Biblioteket");
    CHECK(world.state().form.dates[1] == "31.02.2026");
}

TEST_CASE("a group of an unwise size is warned about, and can be saved all the same") {
    CoursesWorld world;
    world.canvas.settle();
    world.canvas.click("course-first");
    fill_in(world);
    world.state().form.participants = 5;
    world.canvas.settle();
    CHECK(world.canvas.says("Færre enn 6"));
    world.state().form.participants = 15;
    world.canvas.settle();
    CHECK(world.canvas.says("Flere enn 14"));
    world.canvas.click("course-save");
    REQUIRE(world.canvas.said<app::CreateCourse>() != nullptr);
    CHECK(world.canvas.said<app::CreateCourse>()->course.participants == 15);
}

TEST_CASE("Enter in a field saves the course as it was typed") {
    CoursesWorld world;
    world.canvas.settle();
    world.canvas.click("course-first");
    fill_in(world);
    world.canvas.key(ImGuiKey_Enter);
    const auto* made = world.canvas.said<app::CreateCourse>();
    REQUIRE(made != nullptr);
    CHECK(made->course.municipality == "Nesset");
    CHECK(made->course.dates == course::dates_from({2026, 2, 25}, 6));
    CHECK(made->course.starts == base::TimeOfDay{10, 0});
    CHECK(made->course.participants == 10);
    CHECK_FALSE(world.state().form.open);
}

TEST_CASE("Esc closes an untouched form, and asks before it throws anything away") {
    CoursesWorld world;
    world.canvas.settle();
    world.canvas.click("course-first");
    world.canvas.key(ImGuiKey_Escape);
    CHECK_FALSE(world.state().form.open);

    world.canvas.click("course-first");
    world.canvas.click("course-municipality");
    world.canvas.type("Nesset");
    world.canvas.key(ImGuiKey_Escape);
    REQUIRE(world.canvas.shown("course-keep-writing"));
    CHECK(world.state().form.municipality == "Nesset");
    world.canvas.click("course-keep-writing");
    CHECK(world.state().form.municipality == "Nesset");
    CHECK(world.canvas.shown("course-save"));
    world.canvas.click("course-cancel");
    world.canvas.click("course-discard");
    CHECK_FALSE(world.state().form.open);
}

TEST_CASE("editing keeps the course's number") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    world.canvas.click("course-edit");
    world.canvas.click("course-place");
    world.canvas.key(ImGuiKey_End);
    world.canvas.type(", 2. etasje");
    world.canvas.click("course-save");
    const auto* edited = world.canvas.said<app::EditCourse>();
    REQUIRE(edited != nullptr);
    CHECK(edited->course.id == 7);
    CHECK(edited->course.place.find(", 2. etasje") != std::string::npos);
    CHECK(world.model.courses[0].dates == support::spring_course().dates);
}

TEST_CASE("deleting a course tells what goes and does it only after a yes") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    world.canvas.click("course-delete");
    CHECK(world.canvas.says("oppmøtet for alle deltakerne"));
    CHECK(world.canvas.said<app::DeleteCourse>() == nullptr);
    world.canvas.click("course-keep");
    CHECK_FALSE(world.canvas.shown("course-delete-confirm"));
    world.canvas.click("course-delete");
    world.canvas.click("course-delete-confirm");
    REQUIRE(world.canvas.said<app::DeleteCourse>() != nullptr);
    CHECK(world.canvas.said<app::DeleteCourse>()->course == 7);
    CHECK(world.canvas.shown("Lag det første kurset"));
}

TEST_CASE("with several courses the title opens the list of them") {
    CoursesWorld world;
    world.with_course();
    course::Course other = support::spring_course();
    other.id = 8;
    other.title = "Høstkurset 2025";
    world.model.courses.push_back(other);
    world.canvas.settle();
    world.canvas.click("course-chooser");
    world.canvas.click("course-8");
    REQUIRE(world.canvas.said<app::OpenCourse>() != nullptr);
    CHECK(world.canvas.said<app::OpenCourse>()->course == 8);
}

TEST_CASE("pressing a mark walks through the five states") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    for (const std::optional<Mark> expected :
         {std::optional(Mark::present), std::optional(Mark::late), std::optional(Mark::excused),
          std::optional(Mark::absent), std::optional<Mark>()}) {
        world.canvas.click("mark-4-3");
        const auto* said = world.canvas.said<app::MarkAttendance>();
        REQUIRE(said != nullptr);
        CHECK(said->participant == 4);
        CHECK(said->meeting == 3);
        CHECK(said->mark == expected);
        CHECK(world.model.records.attendance.mark(4, 3) == expected);
    }
}

TEST_CASE("letters set a mark where the focus is, the arrows move it and Backspace clears") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    world.canvas.click("mark-2-3");
    const auto& sheet = world.model.records.attendance;
    for (const auto& [key, mark] : {std::pair(ImGuiKey_S, Mark::late), std::pair(ImGuiKey_M, Mark::excused),
                                    std::pair(ImGuiKey_I, Mark::absent), std::pair(ImGuiKey_T, Mark::present)}) {
        world.canvas.key(key);
        CHECK(sheet.mark(2, 3) == mark);
    }
    world.canvas.key(ImGuiKey_DownArrow);
    world.canvas.key(ImGuiKey_RightArrow);
    world.canvas.key(ImGuiKey_I);
    CHECK(sheet.mark(3, 4) == Mark::absent);
    world.canvas.key(ImGuiKey_Enter);
    CHECK(sheet.mark(3, 4) == std::nullopt);
    world.canvas.key(ImGuiKey_T);
    world.canvas.key(ImGuiKey_Backspace);
    CHECK(sheet.mark(3, 4) == std::nullopt);
    CHECK(sheet.mark(2, 3) == Mark::present);
}

TEST_CASE("the arrows reach the last of forty participants at 200 percent, and it comes into sight") {
    CoursesWorld world(1280, 720);
    world.with_course();
    world.canvas.context.scale = 2;
    world.model.courses[0].participants = 40;
    world.model.records.attendance = course::AttendanceSheet(40, 6);
    world.canvas.settle();
    world.canvas.settle(2);
    world.state().cell_participant = 1;
    world.state().cell_meeting = 3;
    for (int i = 0; i < 60 && !world.canvas.shown("mark-1-3"); ++i) {
        ImGui::GetIO().AddMousePosEvent(600, 400);
        ImGui::GetIO().AddMouseWheelEvent(0, -1);
        world.canvas.settle(2);
    }
    world.canvas.click("mark-1-3");
    for (int i = 0; i < 39; ++i) world.canvas.key(ImGuiKey_DownArrow);
    for (int i = 0; i < 3; ++i) world.canvas.key(ImGuiKey_RightArrow);
    world.canvas.settle(4);
    CHECK(world.state().cell_participant == 40);
    CHECK(world.state().cell_meeting == 6);
    CHECK(world.canvas.shown("mark-40-6"));
}

TEST_CASE("everyone else is here is about today's meeting, or the column that was chosen") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    world.canvas.click("attendance-rest");
    REQUIRE(world.canvas.said<app::MarkRestPresent>() != nullptr);
    CHECK(world.canvas.said<app::MarkRestPresent>()->meeting == 3);
    world.canvas.click("meeting-1");
    world.canvas.click("attendance-rest");
    CHECK(world.canvas.said<app::MarkRestPresent>()->meeting == 1);
    CHECK(world.canvas.find("attendance-rest").disabled);
    world.canvas.click("attendance-undo");
    CHECK(world.model.records.attendance.of_meeting(1).unmarked == 11);
    world.canvas.click("attendance-redo");
    CHECK(world.model.records.attendance.of_meeting(1).present == 11);
}

TEST_CASE("the sum tells of how many marked meetings someone came, and how") {
    CoursesWorld world;
    world.with_course();
    auto& sheet = world.model.records.attendance;
    sheet.apply(sheet.set(1, 1, Mark::present, world.model.now));
    sheet.apply(sheet.set(1, 2, Mark::late, world.model.now));
    sheet.apply(sheet.set(1, 3, Mark::excused, world.model.now));
    world.canvas.settle();
    CHECK(world.canvas.shown("2 av 3, 1 sent, 1 meldt"));
}

TEST_CASE("marks that could not be written are told about, and only while they are not") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    CHECK_FALSE(world.canvas.says("ikke lagret"));
    const auto events = world.model.records.attendance.set(2, 3, Mark::present, world.model.now);
    world.model.records.attendance.apply(events);
    world.model.unsaved.push_back(app::AppendAttendance{7, events});
    world.canvas.settle();
    CHECK(world.canvas.says("1 merker er ikke lagret"));
}

TEST_CASE("no mark can be pressed before the register has been read") {
    CoursesWorld world;
    world.with_course();
    world.model.records_missing = true;
    world.canvas.settle();
    CHECK_FALSE(world.canvas.shown("mark-1-1"));
}

TEST_CASE("a meeting is started and rehearsed from its row") {
    CoursesWorld world;
    world.with_course();
    world.canvas.settle();
    world.canvas.click("course-tab/2");
    world.canvas.click("rehearse-2");
    REQUIRE(world.canvas.said<app::Rehearse>() != nullptr);
    CHECK(world.canvas.said<app::Rehearse>()->meeting == 2);
    world.model.run.reset();
    world.canvas.settle();
    world.canvas.click("start-3");
    REQUIRE(world.canvas.said<app::StartMeeting>() != nullptr);
    CHECK(world.canvas.said<app::StartMeeting>()->course == 7);
    CHECK(world.canvas.said<app::StartMeeting>()->meeting == 3);
}

TEST_CASE("feedback explains itself before a round is opened, and says without names") {
    CoursesWorld world;
    world.with_course();
    world.model.records.feedback = {{3, course::RoundPhase::not_opened, {}}};
    world.state().course = 7;
    world.state().tab = ui::CourseTab::feedback;
    world.canvas.settle();
    CHECK(world.canvas.says("uten navn"));
    CHECK_FALSE(world.canvas.says("anonym"));
    world.canvas.click("feedback-open");
    REQUIRE(world.canvas.said<app::OpenRound>() != nullptr);
    CHECK(world.canvas.said<app::OpenRound>()->meeting == 3);
}

TEST_CASE("hands are counted number by number, and the whole row is said") {
    CoursesWorld world(1440, 1100);
    world.with_course();
    world.with_round(course::RoundPhase::open);
    world.state().course = 7;
    world.state().tab = ui::CourseTab::feedback;
    world.canvas.settle();
    world.canvas.click("feedback-hands");
    world.canvas.click("more-7");
    world.canvas.click("more-7");
    world.canvas.click("more-10");
    const auto* said = world.canvas.said<app::CountHands>();
    REQUIRE(said != nullptr);
    CHECK(said->meeting == 3);
    CHECK(said->question == "nytte");
    CHECK(said->counts == course::Histogram{0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1});
    CHECK(world.canvas.shown("3 hender telt"));
    world.canvas.click("fewer-7");
    CHECK(world.canvas.said<app::CountHands>()->counts[7] == 1);
    world.canvas.click("show");
    REQUIRE(world.canvas.said<app::ShowQuestion>() != nullptr);
    CHECK(world.canvas.said<app::ShowQuestion>()->question == 0);

    SECTION("one answer from the kiosk closes the rows") {
        REQUIRE(course::submit(world.model.records.feedback[0], {{"hjemme", 4}}));
        world.canvas.settle();
        CHECK_FALSE(world.canvas.shown("more-7"));
        CHECK(world.canvas.shown("Svar er lagt inn"));
        CHECK_FALSE(world.canvas.says("hender telt"));
    }
}

TEST_CASE("an open round shows nothing of what came in the kiosk") {
    const auto seen = [](const course::Histogram& counts, bool counting) {
        CoursesWorld world;
        world.with_course();
        world.with_round(course::RoundPhase::open, counts);
        world.state().course = 7;
        world.state().tab = ui::CourseTab::feedback;
        world.state().counting = counting;
        return world.labels();
    };
    for (const bool counting : {false, true}) {
        const auto few = seen({0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, counting);
        const auto many = seen({3, 0, 4, 0, 0, 0, 0, 0, 0, 0, 9}, counting);
        CHECK(few == many);
        CHECK(few.contains("Svar er lagt inn"));
    }
}

TEST_CASE("results are told in thirds from five answers") {
    CoursesWorld world;
    world.with_course();
    world.with_round(course::RoundPhase::closed, {0, 0, 1, 0, 0, 1, 0, 2, 3, 4, 0});
    world.state().course = 7;
    world.state().tab = ui::CourseTab::feedback;
    world.canvas.settle();
    CHECK(world.canvas.shown("1 lavt, 3 midt, 7 høyt, median 8"));
    CHECK(world.canvas.says("10+ svar"));
    CHECK(world.canvas.shown("For få svar"));
}

TEST_CASE("too few answers and equal answers are told without a number") {
    const auto seen = [](const course::Histogram& counts) {
        CoursesWorld world;
        world.with_course();
        world.with_round(course::RoundPhase::closed, counts);
        world.state().course = 7;
        world.state().tab = ui::CourseTab::feedback;
        return world.labels();
    };
    const auto none = seen({});
    CHECK(none == seen({0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3}));
    CHECK(none.count("For få svar") == 3);
    const auto low = seen({0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(low == seen({0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0}));
    CHECK(low.contains("Alle er samlet"));
    // Below the row of meetings no digit stands at all.
    CoursesWorld world;
    world.with_course();
    world.with_round(course::RoundPhase::closed, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3});
    world.state().course = 7;
    world.state().tab = ui::CourseTab::feedback;
    world.canvas.settle();
    const float below = world.canvas.find("Runden er lukket").min.y;
    for (const ui::Item& item : world.canvas.index.items()) {
        INFO(item.label);
        if (item.min.y >= below) CHECK_FALSE(has_digit(item.label));
    }
}

TEST_CASE("closing a round is asked about, and a round that showed nothing can be opened again") {
    CoursesWorld world;
    world.with_course();
    world.with_round(course::RoundPhase::open, {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    world.state().course = 7;
    world.state().tab = ui::CourseTab::feedback;
    world.canvas.settle();
    world.canvas.click("feedback-close");
    CHECK(world.canvas.said<app::CloseRound>() == nullptr);
    world.canvas.click("feedback-close-confirm");
    REQUIRE(world.canvas.said<app::CloseRound>() != nullptr);
    CHECK(world.canvas.shown("Runden er lukket"));
    world.canvas.click("feedback-open");
    CHECK(world.model.records.feedback[0].phase == course::RoundPhase::open);
}

TEST_CASE("when the thing that had the focus goes away, Tab begins at the top again") {
    CoursesWorld world(1440, 1100);
    world.with_course();
    world.model.courses.push_back(support::spring_course());
    world.model.courses.back().id = 8;
    world.with_round(course::RoundPhase::open);
    world.state().course = 7;
    world.state().tab = ui::CourseTab::feedback;
    world.state().counting = true;
    world.canvas.settle();
    world.canvas.click("more-7");
    world.canvas.key(ImGuiKey_RightArrow);
    REQUIRE(ImGui::GetIO().NavVisible);
    REQUIRE(course::submit(world.model.records.feedback[0], {{"hjemme", 4}}));
    world.canvas.settle(2);
    REQUIRE_FALSE(world.canvas.shown("more-7"));
    CHECK_FALSE(ImGui::GetIO().NavVisible);
    world.canvas.key(ImGuiKey_Tab);
    CHECK(ImGui::GetCurrentContext()->NavIdIsAlive);
    CHECK(ImGui::GetIO().NavVisible);
}

TEST_CASE("every text of the courses fits its button in all three languages at 200 percent") {
    for (const words::Language language : {words::Language::nb, words::Language::nn, words::Language::en}) {
        CoursesWorld world(1280, 720);
        world.model.words = words::Catalogue(language);
        world.canvas.context.scale = 2;
        world.with_course();
        world.with_round(course::RoundPhase::open);
        world.state().course = 7;
        for (const ui::CourseTab tab : {ui::CourseTab::attendance, ui::CourseTab::feedback, ui::CourseTab::about}) {
            world.state().tab = tab;
            world.canvas.settle();
            for (const ui::Item& item : world.canvas.index.items()) {
                INFO(item.id << " " << item.label);
                if (item.role == ui::ItemRole::button || item.role == ui::ItemRole::toggle) CHECK(item.max.x < 1280);
            }
        }
    }
}

TEST_CASE("a date is read as it is written in Norway, and nothing else is taken for one") {
    CHECK(ui::date_from("04.03.2026") == base::Date{2026, 3, 4});
    CHECK(ui::date_from(" 4.3.2026 ") == base::Date{2026, 3, 4});
    CHECK(ui::date_text({2026, 3, 4}) == "04.03.2026");
    for (const char* wrong :
         {"", "4.3", "4.3.26", "31.02.2026", "2026-03-04", "4.3.2026x", "99999999999.1.2026", "-4.3.2026", "4..2026"}) {
        INFO(wrong);
        CHECK_FALSE(ui::date_from(wrong).has_value());
    }
}
