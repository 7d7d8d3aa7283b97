// session/aids/values.h: aids that are numbers on a drawing: the wheel of life, the energy balance, the stress bucket
// and the value compass. They begin with an invented example; real numbers stay on people's own sheets.
// Tests: tests/session/values_test.cpp
#pragma once

#include <string>
#include <vector>

namespace session {

struct Values {
    enum class Shape : std::uint8_t { wheel, energy, bucket, compass };
    struct Item {
        std::string name;
        int value = 0;  ///< wheel 0–10, energy −3–3, bucket 0–3 (how much runs), compass 0–10: how important
        int lived = 0;  ///< compass only, 0–10: how much of it there is in life now
        bool tap = false;    ///< bucket: lets out instead of in
        bool chosen = true;  ///< compass: among those picked
        bool operator==(const Item&) const = default;
    };

    Shape shape = Shape::wheel;
    std::vector<Item> items;
    int pick = 0;  ///< compass: how many are to be chosen
    int lit = -1;  ///< the item that is talked about, or -1

    int least() const;  ///< of `value` in this shape
    int most() const;
    /// Clamped; out of range does nothing.
    void set_value(int item, int value);
    void set_lived(int item, int value);
    /// Compass: in or out of those chosen; one more than may be chosen does nothing.
    void set_chosen(int item, bool in);
    int chosen() const;
    void light(int item);
    /// The next item is lit, and after the last none. Compass: among the chosen.
    void forward();
    void backward();
    /// Energy: the sum of all values. Bucket: 0–1, how full it stands (inflow against outflow).
    int balance() const;
    float level() const;
    bool operator==(const Values&) const = default;
};

}  // namespace session
