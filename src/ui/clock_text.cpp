#include "ui/clock_text.h"

namespace ui {

std::string clock_text(base::Milliseconds left) {
    const bool over = left < base::Milliseconds{0};
    const auto seconds = over ? -(left.count() / 1000) : (left.count() + 999) / 1000;
    const auto two = [](auto value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    std::string text = over && seconds > 0 ? "−" : "";
    if (seconds >= 3600)
        text += std::to_string(seconds / 3600) + ":" + two(seconds / 60 % 60);
    else
        text += std::to_string(seconds / 60);
    return text + ":" + two(seconds % 60);
}

int minutes_left(base::Milliseconds left) {
    if (left <= base::Milliseconds{0}) return 0;
    return static_cast<int>((left.count() + 59'999) / 60'000);
}

}  // namespace ui
