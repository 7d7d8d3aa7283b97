#include "shell/tour_stage.h"

#include <GLFW/glfw3.h>

#include <cstdio>

#include "app/idle.h"
#include "app/wall_pictures.h"
#include "base/files.h"
#include "book/compounds.h"
#include "shell/edition_reader.h"
#include "shell/handbook_place.h"

namespace shell {
namespace {

constexpr Canvas::Size leaders_size{1440, 900};
constexpr Canvas::Size wall_size{1280, 720};
constexpr base::Minutes zone{60};  // Norwegian winter time
constexpr int least_frames = 4;    // ImGui settles in three
constexpr int wall_frames = 2;     // the first has the letters drawn, the second is the picture
constexpr int most_frames = 240;   // a glide is over long before

const app::Screen own_screen{"Skjerm 1", 1920, 1080, true};
const app::Screen other_screen{"Skjerm 2", 1280, 720, false};

app::Actions one(app::Action action) {
    app::Actions actions;
    actions.push_back(std::move(action));
    return actions;
}

}  // namespace

struct Stage::Side {
    WindowHandle window;
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<Offscreen> target;
    std::unique_ptr<Painter> painter;

    static base::Result<std::unique_ptr<Side>> make(Canvas::Size size, Canvas::Input input, ImageCache& images) {
        auto side = std::make_unique<Side>();
        hint_context();
        side->window.reset(glfwCreateWindow(64, 64, "Mestringstreff", nullptr, nullptr));
        if (side->window == nullptr) return base::Error{base::Fault::internal, {}, last_complaint()};
        side->canvas = std::make_unique<Canvas>(side->window.get(), input);
        const Canvas::Scope scope(*side->canvas);
        side->target = std::make_unique<Offscreen>(size);
        if (!side->target->complete()) return base::Error{base::Fault::internal, {}, "no framebuffer of this size"};
        side->painter = std::make_unique<Painter>(*side->canvas, images, input == Canvas::Input::none ? 0 : 720);
        return side;
    }
    ~Side() {
        painter.reset();
        target.reset();
        canvas.reset();
    }
};

base::Result<std::unique_ptr<Stage>> Stage::make(const std::filesystem::path& out,
                                                 const std::filesystem::path& handbook, words::Language language) {
    std::unique_ptr<Stage> stage(new Stage(out, handbook));
    if (base::Outcome opened = stage->open(language); !opened) return opened.error();
    return stage;
}

Stage::Stage(const std::filesystem::path& out, std::filesystem::path handbook)
    : out_(out), handbook_(std::move(handbook)), desk_(out / "data", *this), images_(true, [] {}) {}

Stage::~Stage() {
    wall_.reset();
    leaders_.reset();
    if (started_) end_windows();
}

base::Outcome Stage::open(words::Language language) {
    if (base::Outcome started = start_windows(); !started) return started;
    started_ = true;
    auto leaders = Side::make(leaders_size, Canvas::Input::scripted, images_);
    if (!leaders.ok()) return leaders.error();
    leaders_ = std::move(leaders).value();
    auto wall = Side::make(wall_size, Canvas::Input::none, images_);
    if (!wall.ok()) return wall.error();
    wall_ = std::move(wall).value();
    const Canvas::Scope scope(*leaders_->canvas);
    index_.attach();
    ImGui::GetIO().MouseDrawCursor = false;
    set_clock({2026, 2, 25}, {13, 0});
    desk_.act(load_handbook(language), now_);
    auto opening = store::Store::open(out_ / "data", now_);
    if (!opening.ok()) return opening.error();
    app::Actions opened = desk_.runner().opened(std::move(opening));
    for (app::Action& action : opened) {
        // The pictures must not tell where they were made.
        if (const auto* store = action.get_if<app::StoreOpened>()) {
            app::StoreOpened elsewhere = *store;
            elsewhere.folder = "Mestringstreff";
            action = std::move(elsewhere);
        }
    }
    desk_.act(opened, now_);
    act(app::SetLanguage{language});
    act(app::ScreensChanged{{own_screen, other_screen}});
    return base::done();
}

void Stage::act(const app::Action& action) {
    desk_.act(action, now_);
    desk_.carry_out(now_);
}

void Stage::set_clock(base::Date date, base::TimeOfDay time) {
    now_ = base::at_local(date, time, zone);
    desk_.act(app::Tick{zone}, now_);
    desk_.carry_out(now_);
}

void Stage::pass(base::Milliseconds time) {
    now_ += time;
    act(app::Tick{zone});
}

void Stage::frame() {
    index_.clear();
    app::Actions asked;
    {
        const Canvas::Scope scope(*leaders_->canvas);
        leaders_->target->bind();
        asked = leaders_->painter->leaders(desk_.model(), leaders_size, 1, {now_});
    }
    desk_.act(asked, now_);
    desk_.carry_out(now_);
}

void Stage::settle() {
    for (int i = 0; i < most_frames; ++i) {
        frame();
        if (i + 1 >= least_frames && !leaders_->painter->restless()) break;
    }
}

void Stage::press(const std::string& id) {
    settle();
    const ui::Item* const item = index_.find(id);
    if (item == nullptr) {
        if (fault_.empty())
            fault_ =
                "not on the screen: " + id + " (after " + (steps_.empty() ? "the start" : steps_.back().name) + ")";
        return;
    }
    const ImVec2 at{(item->min.x + item->max.x) / 2, (item->min.y + item->max.y) / 2};
    const auto with_io = [&](auto&& deed) {
        {
            const Canvas::Scope scope(*leaders_->canvas);
            deed(ImGui::GetIO());
        }
        frame();
    };
    with_io([&](ImGuiIO& io) { io.AddMousePosEvent(at.x, at.y); });
    with_io([](ImGuiIO& io) { io.AddMouseButtonEvent(0, true); });
    with_io([](ImGuiIO& io) { io.AddMouseButtonEvent(0, false); });
    // The pointer goes away again: no picture shows what it rests on.
    with_io([](ImGuiIO& io) { io.AddMousePosEvent(-1000, -1000); });
    settle();
}

void Stage::ui_key(ImGuiKey key) {
    for (const bool down : {true, false}) {
        {
            const Canvas::Scope scope(*leaders_->canvas);
            ImGui::GetIO().AddKeyEvent(key, down);
        }
        frame();
    }
}

void Stage::type(const std::string& id, const std::string& text) {
    press(id);
    {
        const Canvas::Scope scope(*leaders_->canvas);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    }
    ui_key(ImGuiKey_A);
    {
        const Canvas::Scope scope(*leaders_->canvas);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    }
    frame();
    {
        const Canvas::Scope scope(*leaders_->canvas);
        ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    }
    settle();
}

void Stage::scroll(float lines) {
    {
        const Canvas::Scope scope(*leaders_->canvas);
        ImGui::GetIO().AddMousePosEvent(leaders_size.width / 2.0f, leaders_size.height / 2.0f);
        ImGui::GetIO().AddMouseWheelEvent(0, -lines);
    }
    settle();
    {
        const Canvas::Scope scope(*leaders_->canvas);
        ImGui::GetIO().AddMousePosEvent(-1000, -1000);
    }
    settle();
}

void Stage::key(const app::KeyPress& press) {
    frame();  // whether a field has the keyboard is known of the latest frame
    ui::State& state = leaders_->painter->state();
    const auto command = app::command_for(press, desk_.model(), ui::typing(state), ui::navigating(state), false);
    if (!command) return;
    if (const auto action = app::action_of(*command, desk_.model())) act(*action);
    ui::perform(*command, state, desk_.model());
}

void Stage::draw_wall() {
    const app::AudienceView view = app::audience_view(desk_.model());
    for (int i = 0; i < least_frames; ++i) {
        const Canvas::Scope scope(*wall_->canvas);
        wall_->target->bind();
        wall_->painter->wall(view, wall_size, {app::shown_time(desk_.model(), now_)});
    }
}

TourStep& Stage::step(const std::string& name, const std::string& text) {
    const base::LocalTime local = base::local(now_, zone);
    TourStep& one = steps_.emplace_back();
    one.number = static_cast<int>(steps_.size());
    one.name = name;
    one.text = text;
    one.clock = base::to_iso(local.date) + " " + base::to_text(local.time);
    return one;
}

void Stage::keep(const Side& side, const std::string& file) {
    Image image;
    {
        const Canvas::Scope scope(*side.canvas);
        image = side.target->read();
    }
    if (const base::Outcome written = write_png(out_ / file, image); !written && fault_.empty()) {
        fault_ = written.error().path + ": " + written.error().detail;
    }
    ++pictures_;
}

void Stage::picture(const std::string& name, const std::string& text) {
    settle();
    TourStep& one = step(name, text);
    char number[16];
    std::snprintf(number, sizeof number, "%03d", one.number);
    one.screen = std::string("screen-") + number + "-" + name + ".png";
    keep(*leaders_, one.screen);
    if (!desk_.model().projection.visible) return;
    draw_wall();
    one.wall = std::string("wall-") + number + "-" + name + ".png";
    keep(*wall_, one.wall);
}

void Stage::wall_picture(const std::string& name, const std::string& text) {
    TourStep& one = step(name, text);
    char number[16];
    std::snprintf(number, sizeof number, "%03d", one.number);
    draw_wall();
    one.wall = std::string("wall-") + number + "-" + name + ".png";
    keep(*wall_, one.wall);
}

void Stage::every_wall(Canvas::Size size) {
    auto made = Side::make(size, Canvas::Input::none, images_);
    if (!made.ok()) {
        fault_ = made.error().detail;
        return;
    }
    const std::unique_ptr<Side> side = std::move(made).value();
    const std::string folder = "wall/" + std::to_string(size.width) + "x" + std::to_string(size.height) + "/";
    if (const base::Outcome there = base::make_folder(out_ / folder); !there) {
        fault_ = there.error().path;
        return;
    }
    const words::Language language = desk_.model().settings.language;
    for (app::WallPicture& picture : app::wall_pictures(desk_.model().handbook, language, now_)) {
        for (int i = 0; i < wall_frames; ++i) {
            const Canvas::Scope scope(*side->canvas);
            side->target->bind();
            side->painter->wall(picture.view, size, {now_});
        }
        walls_.push_back({folder + picture.name + ".png", std::move(picture.document)});
        keep(*side, walls_.back().file);
    }
}

void Stage::finish() {
    desk_.runner().keep_settings(app::to_settings(desk_.model()));
    desk_.runner().close(now_);
}

app::Actions Stage::load_handbook(words::Language language) {
    auto handbook = std::make_shared<const book::Handbook>(book::load(handbook_, words::code(language)));
    images_.look_in(picture_folders(handbook->folder));
    auto search = std::make_shared<const book::SearchIndex>(*handbook);
    auto compounds = std::make_shared<const book::Compounds>(*handbook);
    return one(app::HandbookLoaded{std::move(handbook), std::move(search), std::move(compounds)});
}

app::Actions Stage::show_wall(bool visible) {
    if (!visible) return {};
    return one(app::WallShown{wall_screen_});
}

app::Actions Stage::move_wall(const std::string& screen) {
    wall_screen_ = screen;
    if (!desk_.model().projection.visible) return {};
    return one(app::WallShown{screen});
}

app::Actions Stage::load_edition(const app::LoadEdition& wanted) {
    return one(read_edition(wanted));
}

}  // namespace shell
