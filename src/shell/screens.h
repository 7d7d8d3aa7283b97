// shell/screens.h: the screens that are connected now, and which one a window is on.
// Rule: a screen is known by name and size, never by its number, which moves when one is unplugged.
// Used by: wall_window.cpp, program.cpp.                                       Tests: tests/shell/screens/plug_test.cpp
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model.h"

struct GLFWmonitor;
struct GLFWwindow;

namespace shell {

struct ConnectedScreen {
    GLFWmonitor* monitor = nullptr;
    app::Screen screen;
    int x = 0;
    int y = 0;
};

/// All that are on; of two that show the same (mirrored) the first, for nothing can be on one of them alone. `leaders`: the window whose screen is marked as ours.
std::vector<ConnectedScreen> connected_screens(GLFWwindow* leaders);
std::vector<app::Screen> names_of(const std::vector<ConnectedScreen>& screens);

/// The screen of this key when it goes on in another resolution: one of its name, not ours, that was not there before.
std::optional<ConnectedScreen> with_new_size(const std::vector<ConnectedScreen>& screens, const std::string& key,
                                             const std::vector<app::Screen>& before);

/// Where the wall belongs: the wanted screen when it is there and not ours, else the first that is not ours; nothing
/// when the leaders' screen is the only one.
std::optional<ConnectedScreen> screen_for_wall(const std::vector<ConnectedScreen>& screens, const std::string& wanted);

}  // namespace shell
