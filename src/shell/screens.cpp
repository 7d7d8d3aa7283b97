#include "shell/screens.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace shell {

namespace {

bool holds_middle_of(const ConnectedScreen& a, const ConnectedScreen& b) {
    const int x = b.x + b.screen.width / 2, y = b.y + b.screen.height / 2;
    return x >= a.x && x < a.x + a.screen.width && y >= a.y && y < a.y + a.screen.height;
}

}  // namespace

std::vector<ConnectedScreen> connected_screens(GLFWwindow* leaders) {
    int left = 0, top = 0, width = 0, height = 0;
    glfwGetWindowPos(leaders, &left, &top);
    glfwGetWindowSize(leaders, &width, &height);
    const int middle_x = left + width / 2, middle_y = top + height / 2;

    std::vector<ConnectedScreen> result;
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        // A monitor that is listed but switched off has no mode, or one without size.
        const GLFWvidmode* const mode = glfwGetVideoMode(monitors[i]);
        if (mode == nullptr || mode->width <= 0 || mode->height <= 0) continue;
        ConnectedScreen one;
        one.monitor = monitors[i];
        const char* const name = glfwGetMonitorName(monitors[i]);
        one.screen.name = name != nullptr ? name : "";
        one.screen.width = mode->width;
        one.screen.height = mode->height;
        glfwGetMonitorPos(monitors[i], &one.x, &one.y);
        const bool mirrored = std::ranges::any_of(result, [&](const ConnectedScreen& other) {
            return holds_middle_of(other, one) || holds_middle_of(one, other);
        });
        if (!mirrored) result.push_back(std::move(one));
    }
    const auto holds = [&](const ConnectedScreen& s) {
        return middle_x >= s.x && middle_x < s.x + s.screen.width && middle_y >= s.y &&
               middle_y < s.y + s.screen.height;
    };
    auto ours = std::find_if(result.begin(), result.end(), holds);
    if (ours == result.end()) ours = result.begin();  // dragged off every screen: the first is the main one
    if (ours != result.end()) ours->screen.ours = true;
    return result;
}

std::vector<app::Screen> names_of(const std::vector<ConnectedScreen>& screens) {
    std::vector<app::Screen> names;
    for (const ConnectedScreen& one : screens) names.push_back(one.screen);
    return names;
}

std::optional<ConnectedScreen> with_new_size(const std::vector<ConnectedScreen>& screens, const std::string& key,
                                             const std::vector<app::Screen>& before) {
    for (const ConnectedScreen& one : screens) {
        const std::string named = one.screen.name + " ";
        const bool same_name = key.starts_with(named) && key.find(' ', named.size()) == std::string::npos;
        const bool known =
            std::ranges::any_of(before, [&](const app::Screen& s) { return s.key() == one.screen.key(); });
        if (same_name && !known && !one.screen.ours) return one;
    }
    return std::nullopt;
}

std::optional<ConnectedScreen> screen_for_wall(const std::vector<ConnectedScreen>& screens, const std::string& wanted) {
    const ConnectedScreen* chosen = nullptr;
    for (const ConnectedScreen& one : screens) {
        if (one.screen.ours) continue;
        if (one.screen.key() == wanted) return one;
        if (chosen == nullptr) chosen = &one;
    }
    if (chosen == nullptr) return std::nullopt;
    return *chosen;
}

}  // namespace shell
