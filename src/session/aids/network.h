// session/aids/network.h: the network rings and the week grid, with invented examples: marks on a drawing, no names.
// Tests: tests/session/network_test.cpp
#pragma once

#include <array>
#include <string>
#include <vector>

namespace session {

/// Rings around "meg", cut in sectors. A mark is near or far and gives or takes; it never has a name.
struct Network {
    static constexpr int rings = 3;
    static constexpr int most_marks = 5;  ///< in one field; more cannot be told apart on a wall
    struct Field {
        int gives = 0;
        int takes = 0;
        bool operator==(const Field&) const = default;
    };

    std::vector<std::string> sectors;
    std::vector<std::array<Field, rings>> fields;  ///< a row for each sector; ring 0 is the nearest
    int lit = -1;                                  ///< sector that is talked about, or -1

    void add(int sector, int ring, bool gives, int more);
    void light(int sector);
    void forward();
    void backward();
    bool operator==(const Network&) const = default;
};

/// Seven days with three parts each; a field holds at most one entry of one kind.
struct WeekGrid {
    static constexpr int days = 7;
    static constexpr int parts = 3;
    struct Entry {
        std::string name;
        int kind = -1;  ///< index into kinds; -1: empty
        bool operator==(const Entry&) const = default;
    };

    std::vector<std::string> kinds;
    std::array<std::array<Entry, parts>, days> week{};
    int lit = -1;  ///< kind that is shown strongest, or -1

    /// The kind that follows, and after the last none.
    void turn(int day, int part);
    int count(int kind) const;
    /// 0–1: share of the fields that are free.
    float free_share() const;
    void light(int kind);
    void forward();
    void backward();
    bool operator==(const WeekGrid&) const = default;
};

}  // namespace session
