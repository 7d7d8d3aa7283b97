// A whole course led from the keyboard: six meetings are started, projected, walked through to their last step, ended
// and left, in the real program with both its windows.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "shell/screens/running_program.h"
#include "ui/views/palette_names.h"

using screens::Data;
using screens::Running;
using support::until;
using support::XDisplay;

namespace {

/// The program without windows, to which the same is done: it knows what the real one should do next.
class Shadow {
  public:
    explicit Shadow(const std::filesystem::path& data) : desk_(data, nobody_) {
        const base::Instant now = base::now();
        act(app::Tick{base::zone_east(now)});
        desk_.act(desk_.runner().opened(store::Store::open(data, now)), now);
        desk_.carry_out(now);
        act(app::HandbookLoaded{std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb")), nullptr});
    }
    void act(const app::Action& action) {
        desk_.act(action, base::now());
        desk_.carry_out(base::now());
    }
    const app::Model& model() const { return desk_.model(); }
    /// How often ↓ is pressed in "go to anything" after this query until the thing stands there.
    template <class Wanted>
    int downs(const std::string& query, Wanted wanted) const {
        ui::PaletteState palette;
        ui::gather_palette(model(), palette);
        palette.query = query;
        ui::rank_palette(model(), palette);
        const auto row = std::ranges::find_if(palette.rows, [&](const ui::PaletteRow& one) {
            return wanted(palette.names[static_cast<std::size_t>(one.name)]);
        });
        REQUIRE(row != palette.rows.end());
        return static_cast<int>(row - palette.rows.begin());
    }

  private:
    shell::Nobody nobody_;
    shell::Desk desk_;
};

/// "Go to anything": the query, ↓ as often as needed, Enter.
void go_to(const XDisplay& display, const Running& program, const std::string& query, int downs) {
    display.key("ctrl+k");
    program.settle();
    display.type(query);
    program.settle();
    for (int i = 0; i < downs; ++i) display.key("Down");
    display.key("Return");
    program.settle();
}

void start(const XDisplay& display, const Running& program, Shadow& shadow, std::int64_t course, int meeting) {
    const std::string query = "samling " + std::to_string(meeting);
    go_to(display, program, query, shadow.downs(query, [&](const ui::PaletteName& name) {
        return name.kind == ui::PaletteKind::meeting && name.number == meeting;
    }));
    shadow.act(app::StartMeeting{course, meeting});
    REQUIRE(shadow.model().run);
}

void end(const XDisplay& display, const Running& program, Shadow& shadow) {
    const std::string query = "avslutt samling";
    go_to(display, program, query, shadow.downs(query, [](const ui::PaletteName& name) {
        return name.kind == ui::PaletteKind::command &&
               name.number == static_cast<std::int64_t>(app::Command::end_meeting);
    }));
    // It asks first, and Enter is its answer.
    display.key("Return");
    program.settle();
    shadow.act(app::EndMeeting{});
}

/// What changes by itself is no picture to compare.
bool stands_still(const app::Model& model) {
    const app::Scene scene = app::audience_view(model).scene;
    return std::holds_alternative<app::TextScene>(scene) || std::holds_alternative<app::EmptyScene>(scene);
}

/// Walks to the last picture of the plan. What the wall showed, by the number of the press; 0 where something moves.
std::vector<std::uint64_t> walk(const XDisplay& display, const Running& program, Shadow& shadow) {
    std::vector<std::uint64_t> seen;
    while (session::after(shadow.model().run->plan, shadow.model().run->state)) {
        const support::SeenWindow wall = *program.wall();
        const std::uint64_t before = display.picture(wall);
        const bool moved = !stands_still(shadow.model());
        display.key("Next");
        shadow.act(app::Next{});
        CAPTURE(shadow.model().run->plan.meeting, shadow.model().run->state.step, shadow.model().run->state.cue);
        CHECK(until([&] { return display.picture(wall) != before; }, std::chrono::seconds(5)));
        // A second press sooner would be a slip of the clicker. A picture that moves by itself does not say when the press
        // has been heard.
        std::this_thread::sleep_for(std::chrono::milliseconds(moved ? 900 : 150));
        seen.push_back(stands_still(shadow.model()) ? display.picture(wall) : 0);
    }
    return seen;
}

}  // namespace

TEST_CASE("six meetings are led from the keyboard alone, and what they leave is there") {
    const XDisplay display;
    const Data data, other;
    Shadow shadow(other.path);
    {
        Running program(data.path, display);
        for (int meeting = 1; meeting <= 6; ++meeting) {
            CAPTURE(meeting);
            start(display, program, shadow, other.course, meeting);
            CHECK_FALSE(program.wall());  // nothing is projected until it is asked for
            display.key("F5");
            REQUIRE(until([&] { return program.wall().has_value(); }));
            program.settle();
            const auto seen = walk(display, program, shadow);
            CHECK(seen.size() > 10);
            const std::set<std::uint64_t> different(seen.begin(), seen.end());
            CHECK(different.size() * 2 > seen.size());
            end(display, program, shadow);
            display.key("h");
            REQUIRE(until([&] { return !program.wall(); }));
        }
        CHECK(program.child().running());
        CHECK(program.complaints() == "");
        program.child().end(SIGKILL);
    }
    auto store = store::Store::open(data.path, base::now());
    REQUIRE(store.ok());
    CHECK_FALSE(store.value().unfinished_run().value());
    CHECK(store.value().records(data.course, 6).value().held == std::vector<int>{1, 2, 3, 4, 5, 6});
    const auto times = store.value().times().value();
    for (int meeting = 1; meeting <= 6; ++meeting) {
        CAPTURE(meeting);
        const auto of_it = [&](const course::StepTime& one) { return one.meeting == meeting; };
        const auto plan = session::make_plan(*shadow.model().handbook, meeting);
        CHECK(std::ranges::count_if(times, of_it) == std::ssize(plan.steps));
    }
    CHECK_FALSE(store::backups(data.path).empty());
}
