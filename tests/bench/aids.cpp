#include "bench/aids.h"

#include <GLFW/glfw3.h>

#include <set>

#include "bench/tell.h"
#include "shell/canvas.h"
#include "shell/handbook_place.h"
#include "shell/offscreen.h"
#include "shell/painter.h"
#include "shell/screens/running_program.h"
#include "shell/window.h"

namespace bench {
namespace {

constexpr shell::Canvas::Size wall_size{1920, 1080};
constexpr int people = 9;

/// One of each kind, with the handbook's own content where an exercise has it.
std::vector<std::pair<std::string, book::AidSpec>> one_of_each(const book::Handbook& handbook) {
    std::vector<std::pair<std::string, book::AidSpec>> all{
        {"countdown", {.type = "countdown", .values = {{"minutes", "10"}}}},
        {"phases", {.type = "phases", .phases = {{"Tenk", 60}, {"To og to", 240}, {"Sammen", 180}}}},
        {"talking_round", {.type = "talking_round", .values = {{"seconds", "60"}}}},
        {"scale", {.type = "scale", .values = {{"question", "Hvordan har du det?"}}}},
        {"breathing", {.type = "breathing", .values = {{"in", "4"}, {"out", "6"}}}},
        {"group_divider", {.type = "group_divider", .values = {{"size", "3"}}}}};
    std::set<std::string> known;
    for (const auto& [name, spec] : all) known.insert(name);
    for (const book::Document& document : handbook.documents)
        if (document.aid && known.insert(document.aid->type).second)
            all.emplace_back(document.aid->type, *document.aid);
    return all;
}

struct Cost {
    double thread = 0;  ///< our own thread: layout, shapes, and handing them over
    double whole = 0;   ///< until every pixel is there
};

Cost cost_of(shell::Canvas& canvas, shell::Painter& painter, const shell::Offscreen& target, app::AudienceView view,
             base::Instant now) {
    std::vector<double> thread, whole;
    for (int i = 0; i < 90; ++i) {
        now += base::Milliseconds(16);
        const shell::Canvas::Scope scope(canvas);
        target.bind();
        const auto began = Clock::now();
        const double before = thread_milliseconds();
        painter.wall(view, wall_size, {now, 1.0f / 60});
        const double after = thread_milliseconds();
        glFinish();
        if (i < 30) continue;
        thread.push_back(after - before);
        whole.push_back(milliseconds(Clock::now() - began));
    }
    return {median(thread), median(whole)};
}

void measure(shell::Canvas& canvas, const shell::Offscreen& target) {
    const book::Handbook handbook = book::load(HANDBOOK, "nb");
    shell::ImageCache images(true, [] {});
    images.look_in(shell::picture_folders(handbook.folder));
    shell::Painter painter(canvas, images, 0);
    const base::Instant now = base::now();
    app::AudienceView view;
    view.footer = "Samling 1";
    view.revision = 1;
    const auto told = [&](const std::string& name) {
        ++view.revision;
        const Cost cost = cost_of(canvas, painter, target, view, now);
        tell(name + " at 1920x1080, our thread alone", cost.thread, "ms");
        tell(name + " at 1920x1080, with its pixels (software)", cost.whole, "ms", "aim 16");
    };
    told("the empty wall");
    for (const auto& [name, spec] : one_of_each(handbook)) {
        std::optional<session::Aid> aid = session::make_aid(spec, people);
        if (!aid) continue;
        session::start(*aid, now);
        session::forward(*aid, now);
        view.scene = app::AidScene{"Tittel på øvelsen", *aid, {}};
        told(name);
    }
}

/// Processor share of the program over ten seconds in which nobody touches it.
double share_over_ten_seconds(const screens::Running& program) {
    const long before = program.cpu();
    std::this_thread::sleep_for(std::chrono::seconds(10));
    return static_cast<double>(program.cpu() - before) / 10;  // hundredths of a second in ten: per cent
}

}  // namespace

void aids() {
    if (!shell::start_windows()) return;
    {
        shell::hint_context();
        const shell::WindowHandle window(glfwCreateWindow(64, 64, "bench", nullptr, nullptr));
        shell::Canvas canvas(window.get(), shell::Canvas::Input::none);
        std::unique_ptr<shell::Offscreen> target;
        {
            const shell::Canvas::Scope scope(canvas);
            target = std::make_unique<shell::Offscreen>(wall_size);
        }
        measure(canvas, *target);
    }
    shell::end_windows();
}

void clocks(const support::XDisplay& display) {
    const screens::Data data, other;
    const ImVec2 button = data.place_of("home-start", {0, "", 0, 0, 1440, 900});
    // The same meeting without windows, to know when a countdown stands on the wall.
    screens::Nobody nobody;
    shell::Desk shadow(other.path, nobody);
    const auto act = [&](const app::Action& action) {
        shadow.act(action, base::now());
        shadow.carry_out(base::now());
    };
    shadow.act(shadow.runner().opened(store::Store::open(other.path, base::now())), base::now());
    act(app::HandbookLoaded{std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb")), nullptr});
    act(app::StartMeeting{other.course, 1});

    screens::Running program(data.path, display);
    program.click(button);
    program.settle();
    display.key("F5");
    support::until([&] { return program.wall().has_value(); });
    program.settle();
    std::this_thread::sleep_for(std::chrono::seconds(2));
    tell("CPU while only the meeting's clock runs, both windows", share_over_ten_seconds(program), "%", "aim 1");
    const auto on_countdown = [&] {
        return shadow.model().aid && std::holds_alternative<session::Countdown>(shadow.model().aid->aid);
    };
    for (int i = 0; i < 60 && !on_countdown(); ++i) {
        display.key("Next");
        act(app::Next{});
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    if (!on_countdown()) return;
    std::this_thread::sleep_for(std::chrono::seconds(2));
    tell("CPU while a countdown runs on the wall, both windows", share_over_ten_seconds(program), "%", "aim 1");
    display.key("k");
    std::this_thread::sleep_for(std::chrono::seconds(2));
    tell("CPU while it is paused and the meeting's clock runs", share_over_ten_seconds(program), "%", "aim 1");
}

}  // namespace bench
