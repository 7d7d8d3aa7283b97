// session/aids/reveal.h: aids that are filled in one part at a time, with an invented example on request: the form
// (ABCD, SMART, hvis–så), the circle of thought or of change, the ladder, the mind map and the checklist.
// Rule: values only; what is typed is gone when the aid closes. Tests: tests/session/reveal_test.cpp
#pragma once

#include <string>
#include <vector>

namespace session {

struct Reveal {
    enum class Shape : std::uint8_t { form, circle, ladder, mind_map, checklist };
    struct Part {
        std::string name;     ///< "Tanke", "Ring Kari", "Legg deg til samme tid"
        std::string example;  ///< what the handbook proposes; may be empty
        std::string written;  ///< what the leaders typed for the room; may be empty
        int hands = 0;        ///< checklist: how many said yes
        bool operator==(const Part&) const = default;
    };

    Shape shape = Shape::form;
    std::string heading;  ///< ladder: the goal; mind map: the word in the middle; else empty
    std::string scale;    ///< form: the question asked before and after; may be empty
    std::vector<Part> parts;
    int shown = 0;          ///< parts on the wall, from the first
    int lit = -1;           ///< the part that is talked about, or -1
    bool examples = false;  ///< examples stand where nothing is written
    int before = -1;        ///< 0–10, or -1: not set
    int after = -1;

    /// Shows the next part and lights it; with all shown, puts the light out.
    void forward();
    /// Takes the latest part away again.
    void backward();
    /// Lights a part, showing it and those before it; the lit one again: out. Out of range does nothing.
    void light(int part);
    /// What stands in a part now: what was written, else the example when examples are on, else nothing.
    const std::string& text(int part) const;
    void write(int part, std::string text);
    void add_hand(int part, int more);  ///< never below 0
    bool operator==(const Reveal&) const = default;
};

}  // namespace session
