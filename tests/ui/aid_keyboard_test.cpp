// Every control of every aid's card, in the real window at 1280×720: Tab and Shift+Tab come to it and show it, a key does to
// the model what the mouse does, and Ctrl+Z takes it back.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>
#include <set>

#include "app/commands.h"
#include "courses_world.h"
#include "ui/kit.h"

namespace {

using namespace std::chrono_literals;
using Item = book::AidSpec::Item;
using Items = std::vector<Item>;

Items items(std::initializer_list<const char*> names) {
    Items all;
    for (const char* name : names) all.push_back({name, std::string("Eksempel: ") + name, {{"value", 1}}});
    return all;
}

book::AidSpec spec(std::string type, std::map<std::string, Items> lists = {},
                   std::map<std::string, std::string> values = {}) {
    return {.type = std::move(type), .values = std::move(values), .phases = {}, .lists = std::move(lists)};
}

// One of every type that the front matter can ask for.
const Items few = items({"Ring en venn", "Gå en tur", "Legg deg til samme tid"});

std::vector<book::AidSpec> aids_with_clock_or_hands() {
    book::AidSpec phases = spec("phases");
    phases.phases = {{"Tenk selv", 60}, {"To og to", 240}, {"Sammen", 180}};
    return {phases,
            spec("countdown", {}, {{"minutes", "5"}}),
            spec("talking_round", {}, {{"seconds", "90"}}),
            spec("scale", {}, {{"question", "Hvor nyttig var samlingen?"}, {"low", "Ikke"}, {"high", "Svært"}}),
            spec("breathing"),
            spec("body_scan", {{"areas", items({"Føttene", "Magen", "Skuldrene"})}}, {{"seconds", "40"}})};
}
std::vector<book::AidSpec> aids_with_cards() {
    return {
        spec("group_divider", {}, {{"size", "3"}}), spec("board", {{"columns", items({"Håper", "Gruer", "Har med"})}}),
        spec("sorting_board", {{"columns", items({"Kan endres", "Kan ikke"})}, {"words", few}}),
        spec("word_cards", {{"cards", few}}, {{"draw", "2"}}), spec("word_cards", {{"cards", few}}, {{"draw", "1"}})};
}
std::vector<book::AidSpec> aids_part_by_part() {
    return {spec("form", {{"lines", few}}, {{"scale", "Hvor sikker er du?"}}), spec("circle", {{"stages", few}}),
            spec("ladder", {{"rungs", few}}, {{"goal", "Synge i koret igjen"}}),
            spec("mind_map", {{"branches", few}}, {{"centre", "Ro"}}), spec("checklist", {{"items", few}})};
}
std::vector<book::AidSpec> aids_with_numbers() {
    return {spec("wheel", {{"areas", few}}),
            spec("energy", {{"activities", few}}),
            spec("bucket", {{"inflows", items({"Dårlig søvn", "Et brev"})}, {"taps", items({"Gå ut"})}}),
            spec("compass", {{"values", few}}, {{"pick", "2"}}),
            spec("network", {{"sectors", items({"Familie", "Venner", "Hjelpere"})}}),
            spec("week_grid", {{"kinds", items({"Må", "Vil", "Hvile"})}})};
}

/// Filled in so far that it can go on, go back and be counted down: as few buttons as can be have nothing to do.
struct Begun {
    base::Instant now;

    void operator()(session::Countdown& aid) const { aid.clock = {.before = 30s, .since = now}; }
    void operator()(session::TalkingRound& aid) const {
        aid.seat = 2;
        aid.clock = {.before = 70s, .since = now};
    }
    void operator()(session::Scale& aid) const { aid.hands.fill(2); }
    void operator()(session::Breathing& aid) const { aid.clock = {.before = 3s, .since = now}; }
    void operator()(session::BodyScan& aid) const { aid.clock = {.before = 50s, .since = now}; }
    void operator()(session::GroupDivider& aid) const { aid.forward(); }
    void operator()(session::Board& aid) const {
        if (aid.sorting) return aid.place(0, 1);
        aid.add(0, "En pause når vi trenger det");
        aid.add(1, "Ny plass");
    }
    void operator()(session::WordCards& aid) const { aid.forward(); }
    void operator()(session::Reveal& aid) const {
        aid.forward();
        aid.forward();
        aid.write(1, "Slik vi sa det");
        for (auto& part : aid.parts) part.hands = 2;
    }
    void operator()(session::Values& aid) const {
        for (int i = 0; i < aid.pick; ++i) aid.set_chosen(i, true);
        for (auto& item : aid.items) item.value = aid.shape == session::Values::Shape::energy ? 0 : 2;
    }
    void operator()(session::Network& aid) const {
        for (auto& field : aid.fields)
            for (auto& ring : field) ring = {1, 1};
        aid.forward();
    }
    void operator()(session::WeekGrid& aid) const { aid.forward(); }
};

/// A meeting under way with the aid on the wall, in the leaders' window, with what it says done by the real update.
struct Desk {
    support::NullCanvas canvas;
    app::Model model;
    std::size_t done = 0;

    explicit Desk(const book::AidSpec& wanted, float height) : canvas(1280, height) {
        model.handbook = support::small_programme();
        model.place = app::Place::meeting;
        model.zone = base::Minutes{60};
        model.store.phase = app::StorePhase::open;
        model.now = canvas.context.now = support::third_meeting();
        model.courses = {support::spring_course()};
        model.course = 7;
        model.records.attendance = course::AttendanceSheet(11, 6);
        session::Step step{.title = "Øvelsen", .minutes = 20};
        step.cues = {session::TitleCue{}};
        app::Run run{.id = 4, .course = 7};
        run.plan = {.meeting = 3, .title = "Stress", .document = "del-1/samlinger/samling-3.md", .steps = {step, step}};
        run.base = run.plan;
        run.log = {{model.now, session::Started{}}, {model.now, session::Went{1, 0}}};
        run.state = session::replay(run.plan, run.log);
        model.run = run;
        canvas.bare = true;
        canvas.draw = [this] {
            for (; done < canvas.actions.size(); ++done)
                (void)app::update(model, canvas.actions[done], canvas.context.now);
            ui::draw_leaders(model, canvas.context);
        };
        say(app::OpenToolbox{wanted, "Øvelsen sammen"});
        REQUIRE(model.aid);
        std::visit(Begun{model.now}, model.aid->aid);
        model.aid->past = {model.aid->aid};  // so that there is something to take back
        canvas.state->aid_text = "Nytt ord";
        model.revision += 1;
        canvas.settle();
    }
    void say(app::Action action) {
        canvas.actions.push_back(std::move(action));
        canvas.settle(2);
    }
    void tab(bool back) {
        ImGuiIO& io = ImGui::GetIO();
        if (back) io.AddKeyEvent(ImGuiMod_Shift, true);
        canvas.key(ImGuiKey_Tab);
        if (back) io.AddKeyEvent(ImGuiMod_Shift, false);
        canvas.frame();  // a field has the keyboard a little later than a button
    }
    /// As the window hears the keys.
    void undo() {
        const auto command = app::command_for({.key = app::KeyName::z, .ctrl = true}, model, ui::typing(*canvas.state),
                                              ui::navigating(*canvas.state), false);
        REQUIRE(command);
        if (const auto action = app::action_of(*command, model)) say(*action);
    }
    /// What can be pressed on the card.
    std::set<std::string> controls() const {
        std::set<std::string> ids;
        for (const ui::Item& item : canvas.index.items())
            if (item.id.starts_with("aid-") && item.role != ui::ItemRole::text && !item.disabled)
                CHECK(ids.insert(item.id).second);  // what has no name of its own cannot be told from another
        return ids;
    }
    /// The control of the card that has the keyboard, whole on the screen and with a ring round it; else empty.
    std::string focused() const {
        const ImGuiContext& g = *ImGui::GetCurrentContext();
        if (g.NavWindow == nullptr || g.NavId == 0) return {};
        const ImRect box = ImGui::WindowRectRelToAbs(g.NavWindow, g.NavWindow->NavRectRel[ImGuiNavLayer_Main]);
        const auto near = [](float a, float b) { return std::abs(a - b) < 1.5f; };
        for (const ui::Item& item : canvas.index.items()) {
            if (!item.id.starts_with("aid-") || item.role == ui::ItemRole::text) continue;
            if (!near(item.min.x, box.Min.x) || !near(item.min.y, box.Min.y) || !near(item.max.x, box.Max.x) ||
                !near(item.max.y, box.Max.y))
                continue;
            const bool shown = item.role == ui::ItemRole::field ? ui::typing(*canvas.state) : ring_around(box);
            return shown ? item.id : std::string();
        }
        return {};
    }
    bool ring_around(const ImRect& box) const {
        ImRect ring(FLT_MAX, FLT_MAX, -FLT_MAX, -FLT_MAX);
        for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
            for (const ImDrawVert& vertex : list->VtxBuffer)
                if (vertex.col == canvas.context.palette.focus) ring.Add(vertex.pos);
        return ring.Contains(box) && ring.GetWidth() < box.GetWidth() + 14 && ring.GetHeight() < box.GetHeight() + 14;
    }
    session::Aid aid() const {
        return model.aid ? model.aid->aid : session::Aid(session::Breathing{.in = 1ms, .out = 1ms});
    }
};

/// What a press came to.
struct Outcome {
    session::Aid aid;
    bool open = false, typing = false;
    std::vector<course::HandCount> kept;
    int item = 0;
    std::string text;
    std::vector<app::ActionKind> said;

    bool operator==(const Outcome&) const = default;
};

Outcome outcome(const Desk& desk, std::size_t from) {
    Outcome now{desk.aid(),
                desk.model.aid.has_value(),
                ui::typing(*desk.canvas.state),
                desk.model.records.counts,
                desk.canvas.state->aid_item,
                desk.canvas.state->aid_text,
                {}};
    for (std::size_t i = from; i < desk.canvas.actions.size(); ++i) now.said.push_back(desk.canvas.actions[i].kind());
    return now;
}

/// What only gets the field ready, and what is no change of the aid: there is nothing that Ctrl+Z should take back.
bool gets_ready(const std::string& id) {
    return id.starts_with("aid-pencil-") || id.starts_with("aid-column/");
}
bool beyond_undo(const std::string& id) {
    return gets_ready(id) || id == "aid-close" || id == "aid-undo" || id == "aid-keep";
}

class Walk {
  public:
    explicit Walk(Desk& desk) : desk_(desk), before_(desk.model), item_(desk.canvas.state->aid_item) {}

    /// The control has the keyboard. Presses it, takes that back, and presses it with the mouse.
    void press(const std::string& id, ImGuiKey key) {
        INFO("pressed: " << id);
        const ui::Item& item = desk_.canvas.find(id);
        const bool field = item.role == ui::ItemRole::field;
        const bool as_it_is = item.on && id.find('/') != std::string::npos;  // one of a choice, chosen already
        const auto deed = [&](bool mouse) {
            const std::size_t from = desk_.canvas.actions.size();
            if (mouse) desk_.canvas.click(id);
            if (mouse && field) select_all();
            if (field) desk_.canvas.type("Ny linje");
            if (field || !mouse) desk_.canvas.key(field ? ImGuiKey_Enter : key);
            desk_.canvas.settle(2);
            return outcome(desk_, from);
        };
        const Outcome by_key = deed(false);
        if (gets_ready(id))
            CHECK(by_key.typing);
        else
            CHECK(by_key.said.size() == 1);
        if (!beyond_undo(id)) {
            CHECK((by_key.aid != before_.aid->aid) != as_it_is);
            if (!as_it_is) take_back();
        }
        restore();
        // A card that grew shorter has scrolled.
        for (int tabs = 0; tabs < 200 && !desk_.canvas.shown(id); ++tabs) desk_.tab(false);
        REQUIRE(desk_.canvas.shown(id));
        const Outcome by_mouse = deed(true);
        CHECK(by_key == by_mouse);
        restore();
        ImGui::GetIO().AddMousePosEvent(-1, -1);
        desk_.canvas.frame();
    }

  private:
    void take_back() {
        // A field that is typed in has an undo of its own: one leaves it first.
        const bool typing = ui::typing(*desk_.canvas.state);
        if (typing) desk_.tab(false);
        const auto step = desk_.model.run->state.step;
        desk_.undo();
        CHECK(desk_.aid() == before_.aid->aid);
        CHECK(desk_.model.run->state.step == step);
        if (typing) desk_.tab(true);
    }
    void select_all() {
        ImGuiIO& io = ImGui::GetIO();
        io.AddKeyEvent(ImGuiMod_Ctrl, true);
        desk_.canvas.key(ImGuiKey_A);
        io.AddKeyEvent(ImGuiMod_Ctrl, false);
    }
    void restore() {
        // What is being typed is let go, or the field would write it into what is restored.
        ImGui::ClearActiveID();
        desk_.canvas.frame();
        const std::uint64_t revision = desk_.model.revision;
        desk_.model = before_;
        desk_.model.revision = revision + 1;
        desk_.canvas.state->aid_item = item_;
        desk_.canvas.state->aid_text = "Nytt ord";
        desk_.canvas.settle(2);
    }

    Desk& desk_;
    const app::Model before_;
    const int item_;
};

std::string missing(const std::set<std::string>& wanted, const std::set<std::string>& found) {
    std::string all;
    for (const std::string& id : wanted)
        if (!found.contains(id)) all += (all.empty() ? "" : ", ") + id;
    return all;
}

void walk_through(const std::vector<book::AidSpec>& aids) {
    for (const book::AidSpec& wanted : aids) {
        INFO(wanted.type);
        const std::set<std::string> controls = Desk(wanted, 4000).controls();
        REQUIRE_FALSE(controls.empty());
        Desk desk(wanted, 720);
        Walk walk(desk);
        std::set<std::string> pressed, back;
        for (int tabs = 0; tabs < 700 && pressed.size() < controls.size(); ++tabs) {
            desk.tab(false);
            const std::string id = desk.focused();
            if (id.empty() || !controls.contains(id) || !pressed.insert(id).second) continue;
            walk.press(id, pressed.size() % 2 == 0 ? ImGuiKey_Space : ImGuiKey_Enter);
        }
        CHECK(missing(controls, pressed) == "");
        for (int tabs = 0; tabs < 150 && back.size() < controls.size(); ++tabs) {
            desk.tab(true);
            if (const std::string id = desk.focused(); controls.contains(id)) back.insert(id);
        }
        CHECK(missing(controls, back) == "");
    }
}

}  // namespace

TEST_CASE("keys reach and press every control of the aids with a clock or hands, and Ctrl+Z takes it back") {
    walk_through(aids_with_clock_or_hands());
}

TEST_CASE("keys reach and press every control of the aids with cards, and Ctrl+Z takes it back") {
    walk_through(aids_with_cards());
}

TEST_CASE("keys reach and press every control of the aids that come part by part, and Ctrl+Z takes it back") {
    walk_through(aids_part_by_part());
}

TEST_CASE("keys reach and press every control of the aids with numbers, and Ctrl+Z takes it back") {
    walk_through(aids_with_numbers());
}
