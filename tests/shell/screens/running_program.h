// tests/shell/screens/running_program.h: the real program on a real display, with a course of its own, and where its
// buttons are.
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/temp_folder.h"
#include "book/handbook.h"
#include "shell/desk.h"
#include "shell/nobody.h"
#include "support/null_canvas.h"
#include "support/process.h"
#include "support/x_display.h"

namespace screens {

using Nobody = shell::Nobody;

/// A data folder with one course, whose first meeting is today.
struct Data {
    TempFolder folder;
    std::filesystem::path path = folder.path / "data";
    std::int64_t course = 0;

    Data() {
        const base::Instant now = base::now();
        auto store = store::Store::open(path, now);
        if (!store.ok()) throw std::runtime_error("no store");
        course::Course one;
        one.title = "Vårkurset";
        one.municipality = "Fjordvik";
        one.place = "Frivilligsentralen";
        one.dates = course::dates_from(base::local(now, base::zone_east(now)).date, 6);
        one.leader_one = "Fagperson";
        one.leader_two = "Brukerrepresentant";
        one.participants = 9;
        course = store.value().add_course(one).value();
    }

    /// The middle of the thing with this id when the program starts on this data, in the leaders' window.
    ImVec2 place_of(const std::string& id, support::SeenWindow window) const {
        Nobody nobody;
        shell::Desk desk(path, nobody);
        const base::Instant now = base::now();
        desk.act(app::Tick{base::zone_east(now)}, now);
        desk.act(desk.runner().opened(store::Store::open(path, now)), now);
        desk.carry_out(now);
        desk.act(app::HandbookLoaded{std::make_shared<const book::Handbook>(book::load(HANDBOOK, "nb")), nullptr}, now);
        support::NullCanvas canvas(static_cast<float>(window.width), static_cast<float>(window.height));
        canvas.bare = true;
        canvas.context.now = now;
        canvas.draw = [&] { ui::draw_leaders(desk.model(), canvas.context); };
        canvas.settle(6);
        const ui::Item& item = canvas.find(id);
        return {(item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2};
    }

    std::optional<store::StoredRun> unfinished() const {
        auto store = store::Store::open(path, base::now());
        return store.value().unfinished_run().value();
    }
};

/// The program, started and painted.
class Running {
  public:
    Running(const std::filesystem::path& data, const support::XDisplay& display, const std::string& handbook = HANDBOOK)
        : display_(display),
          log_(data.parent_path() / "stderr"),
          child_({PROGRAM, "--data", data.string(), "--handbook", handbook}, data.parent_path() / "stdout", log_,
                 {{"DISPLAY", display.name()}, {"LIBGL_ALWAYS_SOFTWARE", "1"}}) {
        const bool painted = support::until(
            [&] {
                const auto window = display_.window(0);
                return !child_.running() || (window && several_colours(*window));
            },
            std::chrono::seconds(60));
        if (!painted || !child_.running())
            throw std::runtime_error("the program did not paint (" +
                                     std::to_string(child_.running() ? 0 : child_.wait()) +
                                     "): " + support::content_of(log_));
        settle();
    }

    support::Child& child() { return child_; }
    std::string complaints() const { return support::content_of(log_); }
    /// By their age: which of the two lies on top is the server's business.
    support::SeenWindow leaders() const { return by_age(0).value(); }
    /// The wall's window, when it is shown.
    std::optional<support::SeenWindow> wall() const { return by_age(1); }
    void click(ImVec2 at) const {
        const support::SeenWindow window = leaders();
        display_.click(window.x + static_cast<int>(at.x), window.y + static_cast<int>(at.y));
    }

    /// Until both windows have stood still for a moment.
    void settle() const {
        std::uint64_t before = 0;
        int still = 0;
        support::until(
            [&] {
                std::uint64_t now = 0;
                for (const auto& window : display_.windows()) now = now * 31 + display_.picture(window);
                still = now == before ? still + 1 : 0;
                before = now;
                return still >= 8;
            },
            std::chrono::seconds(5));
    }
    /// Clock ticks of CPU used so far (a hundred a second).
    long cpu() const {
        const std::string stat = support::content_of("/proc/" + std::to_string(child_.id()) + "/stat");
        std::istringstream words(stat.substr(stat.rfind(')') + 2));
        std::string word;
        for (int i = 0; i < 11; ++i) words >> word;
        long user = 0, system = 0;
        words >> user >> system;
        return user + system;
    }

  private:
    std::optional<support::SeenWindow> by_age(std::size_t number) const {
        auto all = display_.windows();
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return number < all.size() ? std::optional(all[number]) : std::nullopt;
    }

    bool several_colours(const support::SeenWindow& window) const {
        const support::Colour corner = display_.pixel(window.x + 4, window.y + 4);
        for (int i = 1; i < 60; ++i) {
            if (display_.pixel(window.x + window.width * i / 60, window.y + window.height * i / 60) != corner)
                return corner != support::Colour{};
        }
        return false;
    }

    const support::XDisplay& display_;
    std::filesystem::path log_;
    support::Child child_;
};

}  // namespace screens
