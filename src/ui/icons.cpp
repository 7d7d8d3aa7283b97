#include <cmath>

#include "ui/kit.h"

namespace ui {
namespace {

/// A pen on a 24 by 24 drawing board placed at `at`.
struct Pen {
    ImDrawList& list;
    ImVec2 at;
    float unit;
    ImU32 colour;
    float width;

    ImVec2 p(float x, float y) const { return {at.x + x * unit, at.y + y * unit}; }
    void line(std::initializer_list<ImVec2> points, bool closed = false) const {
        for (const ImVec2& q : points) list.PathLineTo(p(q.x, q.y));
        list.PathStroke(colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
    }
    void circle(float x, float y, float r) const { list.AddCircle(p(x, y), r * unit, colour, 0, width); }
    void dot(float x, float y, float r) const { list.AddCircleFilled(p(x, y), r * unit, colour); }
    void rect(float x, float y, float x2, float y2, float r) const {
        list.AddRect(p(x, y), p(x2, y2), colour, r * unit, 0, width);
    }
    void arc(float x, float y, float r, float from, float to) const {
        list.PathArcTo(p(x, y), r * unit, from, to);
        list.PathStroke(colour, ImDrawFlags_None, width);
    }
};

constexpr float pi = 3.14159265f;

}  // namespace

void icon(Context&, ImDrawList& list, Icon which, ImVec2 at, float size, ImU32 colour) {
    const float unit = size / 24;
    const Pen pen{list, at, unit, colour, std::max(1.0f, 1.8f * unit)};
    switch (which) {
        case Icon::home:
            pen.line({{3, 11}, {12, 4}, {21, 11}, {21, 20}, {15, 20}, {15, 15}, {9, 15}, {9, 20}, {3, 20}}, true);
            break;
        case Icon::book:
            pen.line({{12, 5},
                      {10, 3.5f},
                      {4, 3.5f},
                      {4, 18.5f},
                      {10, 18.5f},
                      {12, 20},
                      {14, 18.5f},
                      {20, 18.5f},
                      {20, 3.5f},
                      {14, 3.5f}},
                     true);
            pen.line({{12, 5}, {12, 20}});
            break;
        case Icon::people:
            pen.circle(9, 8, 3.5f);
            pen.arc(9, 20, 6.5f, -pi, 0);
            pen.arc(16.5f, 8.2f, 3.2f, -pi / 2, pi / 2);
            pen.arc(15.5f, 20, 6.5f, -pi / 3, 0);
            break;
        case Icon::screen:
            pen.rect(3, 4, 21, 16, 1.5f);
            pen.line({{12, 16}, {12, 20}});
            pen.line({{8, 20}, {16, 20}});
            break;
        case Icon::speech: pen.line({{4, 4}, {20, 4}, {20, 16}, {9, 16}, {4, 20}}, true); break;
        case Icon::search:
            pen.circle(10.5f, 10.5f, 6);
            pen.line({{15, 15}, {20.5f, 20.5f}});
            break;
        case Icon::back: pen.line({{14.5f, 5}, {7.5f, 12}, {14.5f, 19}}); break;
        case Icon::forward: pen.line({{9.5f, 5}, {16.5f, 12}, {9.5f, 19}}); break;
        case Icon::down: pen.line({{5, 9.5f}, {12, 16.5f}, {19, 9.5f}}); break;
        case Icon::right: pen.line({{9, 5.5f}, {15.5f, 12}, {9, 18.5f}}); break;
        case Icon::gear:
            pen.circle(12, 12, 3.2f);
            for (int i = 0; i < 8; ++i) {
                const float a = static_cast<float>(i) * pi / 4;
                pen.line({{12 + 6.0f * std::cos(a), 12 + 6.0f * std::sin(a)},
                          {12 + 9.0f * std::cos(a), 12 + 9.0f * std::sin(a)}});
            }
            pen.circle(12, 12, 6.4f);
            break;
        case Icon::help:
            pen.circle(12, 12, 9);
            pen.arc(12, 9.8f, 2.8f, -pi, pi * 0.35f);
            pen.line({{13.2f, 12.2f}, {12, 13.4f}, {12, 14.6f}});
            pen.dot(12, 17.3f, 1.1f);
            break;
        case Icon::check: pen.line({{5.5f, 12.5f}, {10, 17}, {18.5f, 7.5f}}); break;
        case Icon::cross:
            pen.line({{6, 6}, {18, 18}});
            pen.line({{18, 6}, {6, 18}});
            break;
        case Icon::plus:
            pen.line({{12, 5}, {12, 19}});
            pen.line({{5, 12}, {19, 12}});
            break;
        case Icon::minus: pen.line({{5, 12}, {19, 12}}); break;
        case Icon::clock:
            pen.circle(12, 12, 8.5f);
            pen.line({{12, 7}, {12, 12}, {15.5f, 14}});
            break;
        case Icon::pause:
            pen.line({{8.5f, 5}, {8.5f, 19}});
            pen.line({{15.5f, 5}, {15.5f, 19}});
            break;
        case Icon::play: pen.line({{7, 4.5f}, {19, 12}, {7, 19.5f}}, true); break;
        case Icon::sun:
            pen.circle(12, 12, 4);
            for (int i = 0; i < 8; ++i) {
                const float a = static_cast<float>(i) * pi / 4;
                pen.line({{12 + 7.0f * std::cos(a), 12 + 7.0f * std::sin(a)},
                          {12 + 9.5f * std::cos(a), 12 + 9.5f * std::sin(a)}});
            }
            break;
        case Icon::moon:
            list.PathArcTo(pen.p(12, 12), 8.5f * unit, -pi * 0.35f, pi * 0.95f, 24);
            list.PathArcTo(pen.p(15.2f, 8.4f), 6.6f * unit, pi * 0.80f, -pi * 0.20f - pi * 0.0f, 20);
            list.PathStroke(colour, ImDrawFlags_Closed, pen.width);
            break;
        case Icon::warning:
            pen.line({{12, 4}, {21.5f, 20}, {2.5f, 20}}, true);
            pen.line({{12, 10}, {12, 14.5f}});
            pen.dot(12, 17.2f, 1.1f);
            break;
        case Icon::wall:
            pen.rect(2.5f, 5, 21.5f, 17, 1.5f);
            pen.line({{7, 20}, {17, 20}});
            break;
        case Icon::pencil: pen.line({{4, 20}, {5, 15.5f}, {16, 4.5f}, {19.5f, 8}, {8.5f, 19}}, true); break;
        case Icon::trash:
            pen.line({{4, 6.5f}, {20, 6.5f}});
            pen.line({{9, 6.5f}, {9, 4}, {15, 4}, {15, 6.5f}});
            pen.line({{6, 6.5f}, {7, 20.5f}, {17, 20.5f}, {18, 6.5f}});
            break;
        case Icon::undo:
            pen.line({{8, 5}, {4, 9}, {8, 13}});
            pen.line({{4, 9}, {14, 9}});
            pen.arc(14, 14, 5, -pi / 2, pi / 2);
            pen.line({{14, 19}, {9, 19}});
            break;
    }
}

}  // namespace ui
