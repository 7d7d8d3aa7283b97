#include "ui/alert_sign.h"

#include <algorithm>
#include <initializer_list>

namespace ui {

void alert_sign(ImDrawList& list, book::Tone tone, ImVec2 min, float size, ImU32 colour) {
    const float unit = size / 24;  // drawn on a board of 24 by 24
    const float pen = std::max(1.2f, 2 * unit);
    const auto at = [&](float x, float y) { return ImVec2{min.x + x * unit, min.y + y * unit}; };
    const auto line = [&](std::initializer_list<ImVec2> points, bool closed) {
        for (const ImVec2& each : points) list.PathLineTo(at(each.x, each.y));
        list.PathStroke(colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None, pen);
    };
    const auto dot = [&](float x, float y) { list.AddCircleFilled(at(x, y), pen * 0.65f, colour); };
    switch (tone) {
        case book::Tone::tip_bar:
            list.PathArcTo(at(12, 10), 7 * unit, -3.9f, 0.76f);
            list.PathStroke(colour, ImDrawFlags_None, pen);
            line({{6.9f, 14.8f}, {9, 18}, {15, 18}, {17.1f, 14.8f}}, false);
            line({{9.8f, 21.5f}, {14.2f, 21.5f}}, false);
            break;
        case book::Tone::important_bar:
            line({{3, 4}, {21, 4}, {21, 17}, {12, 17}, {8, 21}, {8, 17}, {3, 17}}, true);
            line({{12, 7}, {12, 11}}, false);
            dot(12, 14);
            break;
        case book::Tone::warning_bar:
            line({{12, 3}, {22, 21}, {2, 21}}, true);
            line({{12, 9.5f}, {12, 14.5f}}, false);
            dot(12, 17.6f);
            break;
        case book::Tone::caution_bar:
            line({{8, 2.5f}, {16, 2.5f}, {21.5f, 8}, {21.5f, 16}, {16, 21.5f}, {8, 21.5f}, {2.5f, 16}, {2.5f, 8}},
                 true);
            line({{12, 7}, {12, 13}}, false);
            dot(12, 16.6f);
            break;
        default:
            list.AddCircle(at(12, 12), 9.5f * unit, colour, 0, pen);
            line({{12, 11.2f}, {12, 17}}, false);
            dot(12, 7.6f);
    }
}

}  // namespace ui
