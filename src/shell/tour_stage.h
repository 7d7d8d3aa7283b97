// shell/tour_stage.h: the stage that the tour is played on: both windows without a screen, a clock that only the script
// moves, and hands that press what is on the screen.
// Rule: nothing here depends on speed, chance or the machine's clock; a thing that is not on the screen when the script
// wants to press it is a fault of the tour, kept in fault().
// Used by: tour.cpp, tour_script.cpp, the benchmarks.                          Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shell/desk.h"
#include "shell/offscreen.h"
#include "shell/painter.h"
#include "shell/window.h"
#include "ui/index.h"

namespace shell {

/// One step of the tour as tour.json tells it.
struct TourStep {
    int number = 0;
    std::string name;
    std::string text;    ///< what happened, a sentence in Bokmål
    std::string clock;   ///< "2026-03-04 10.12"
    std::string screen;  ///< file names; empty when there is no such picture
    std::string wall;
};

/// A picture of every_wall(), as tour.json tells it.
struct WallFile {
    std::string file;  ///< "wall/1024x768/lysbilde-samling-1-01-1.png"
    std::string document;
};

class Stage final : public Surroundings {
  public:
    static base::Result<std::unique_ptr<Stage>> make(const std::filesystem::path& out,
                                                     const std::filesystem::path& handbook, words::Language language);
    ~Stage() override;

    // What the script may do.
    void act(const app::Action& action);
    /// Clicks the thing with this id (or label).
    void press(const std::string& id);
    /// Clicks the field with this id and types over what stands in it.
    void type(const std::string& id, const std::string& text);
    void key(const app::KeyPress& press);
    /// An ImGui key, for what the windows themselves hear (Tab, Enter in a field).
    void ui_key(ImGuiKey key);
    void scroll(float lines);
    void set_clock(base::Date date, base::TimeOfDay time);
    void pass(base::Milliseconds time);
    /// Lets the pictures come to rest, and keeps them: the leaders' always, the wall's while something is projected.
    void picture(const std::string& name, const std::string& text);
    /// The wall's alone, for the many pictures of one step.
    void wall_picture(const std::string& name, const std::string& text);
    /// Every slide, exercise and aid of the handbook on a wall of this size, into a folder of its own.
    void every_wall(Canvas::Size size);

    const app::Model& model() const { return desk_.model(); }
    const std::vector<TourStep>& steps() const { return steps_; }
    const std::vector<WallFile>& walls() const { return walls_; }
    int pictures() const { return pictures_; }
    /// Empty when all went well.
    const std::string& fault() const { return fault_; }
    /// Closes the register, with its backup.
    void finish();

    app::Actions load_handbook(words::Language language) override;
    app::Actions show_wall(bool visible) override;
    app::Actions move_wall(const std::string& screen) override;
    base::Outcome open_url(const std::string&) override { return base::done(); }
    void copy_text(const std::string&) override {}
    app::Actions load_edition(const app::LoadEdition& wanted) override;
    void speak(const std::string&, words::Language) override {}
    void stop_speaking() override {}
    app::Actions play_chime() override { return {}; }

  private:
    struct Side;  ///< a hidden window with its canvas, picture and painter

    Stage(const std::filesystem::path& out, std::filesystem::path handbook);
    base::Outcome open(words::Language language);
    void frame();
    void settle();
    void draw_wall();
    TourStep& step(const std::string& name, const std::string& text);
    void keep(const Side& side, const std::string& file);

    std::filesystem::path out_;
    std::filesystem::path handbook_;
    base::Instant now_{};
    Desk desk_;
    ImageCache images_;
    ui::Index index_;
    std::unique_ptr<Side> leaders_, wall_;
    bool started_ = false;
    std::string wall_screen_;
    std::vector<TourStep> steps_;
    std::vector<WallFile> walls_;
    int pictures_ = 0;
    std::string fault_;
};

}  // namespace shell
