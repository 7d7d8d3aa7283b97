#include "shell/tour.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "shell/handbook_place.h"
#include "shell/hidden_screen.h"
#include "shell/tour_script.h"

namespace fs = std::filesystem;

namespace shell {
namespace {

using words::Key;

/// The oldest projectors and the newest that are common.
constexpr Canvas::Size wall_sizes[] = {{1024, 768}, {1920, 1080}};

int fail(const std::string& sentence) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
    return 2;
}

/// Takes away what an earlier tour left, and nothing else. False when the folder holds something that no tour made.
bool make_room(const fs::path& out) {
    std::error_code code;
    if (!fs::exists(out, code) || fs::is_empty(out, code)) return true;
    if (!fs::is_regular_file(out / "tour.json", code)) return false;
    fs::remove_all(out / "data", code);
    fs::remove_all(out / "wall", code);
    for (const fs::directory_entry& entry : fs::directory_iterator(out, code)) {
        const std::string name = base::to_utf8(entry.path().filename());
        const bool ours = (name.starts_with("screen-") || name.starts_with("wall-")) && name.ends_with(".png");
        std::error_code ignored;
        if (ours) fs::remove(entry.path(), ignored);
    }
    return true;
}

nlohmann::ordered_json told(const Stage& stage) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const TourStep& step : stage.steps()) {
        nlohmann::ordered_json one{
            {"number", step.number}, {"name", step.name}, {"text", step.text}, {"clock", step.clock}};
        if (!step.screen.empty()) one["screen"] = step.screen;
        if (!step.wall.empty()) one["wall"] = step.wall;
        all.push_back(std::move(one));
    }
    nlohmann::ordered_json walls = nlohmann::ordered_json::array();
    for (const WallFile& wall : stage.walls()) walls.push_back({{"file", wall.file}, {"document", wall.document}});
    return {{"steps", std::move(all)}, {"walls", std::move(walls)}};
}

}  // namespace

int tour(const CommandLine& line) {
    const words::Catalogue words = line.words();
    const fs::path& out = line.operand;
    if (!make_room(out)) return fail(words(Key::shell_tour_folder_taken, {{"path", base::to_utf8(out)}}));
    if (const base::Outcome made = base::make_folder(out / "data"); !made) return fail(words.sentence(made.error()));
    // From the first moment, so that a tour that was broken off can be played again in the same folder.
    if (const base::Outcome kept = base::write_file(out / "tour.json", "{\"steps\": []}\n"); !kept)
        return fail(words.sentence(kept.error()));
    const base::Result<HiddenScreen> screen = HiddenScreen::start();
    if (!screen.ok()) return fail(words[Key::shell_no_hidden_screen]);
    auto stage = Stage::make(out, handbook_folder(line.handbook), words.language());
    if (!stage.ok()) return fail(words(Key::shell_no_window, {{"detail", stage.error().detail}}));
    if (line.play_course) play(*stage.value());
    if (line.every_wall)
        for (const Canvas::Size size : wall_sizes) stage.value()->every_wall(size);
    stage.value()->finish();
    const std::string text = told(*stage.value()).dump(2) + "\n";
    if (const base::Outcome kept = base::write_file(out / "tour.json", text); !kept)
        return fail(words.sentence(kept.error()));
    if (!stage.value()->fault().empty())
        return fail(words.sentence({base::Fault::internal, {}, stage.value()->fault()}));
    std::printf(
        "%s\n",
        words(Key::shell_tour_done, {{"pictures", stage.value()->pictures()}, {"path", base::to_utf8(out)}}).c_str());
    return 0;
}

}  // namespace shell
