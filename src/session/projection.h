// session/projection.h: what the wall is told, as three independent settings: frozen or live, covered by what, visible.
// Rule: nothing is projected until asked; black always wins; Esc takes away one thing at a time and never ends a
// meeting. The frozen picture itself is kept by `app` (it is a whole audience view).
// Tests: tests/session/projection_test.cpp
#pragma once

#include <cstdint>
#include <optional>

namespace session {

enum class Cover : std::uint8_t { none, black, white, calm };

/// A place on the wall: 0–1 from the left and from the top.
struct Spot {
    float x = 0.5f;
    float y = 0.5f;
    bool operator==(const Spot&) const = default;
};

struct Projection {
    bool visible = false;  ///< the wall window is open
    Cover cover = Cover::none;
    bool frozen = false;          ///< the wall keeps its picture while the leaders look ahead
    std::optional<Spot> pointer;  ///< a disc that the leaders move on their small picture of the wall
    std::optional<Spot> zoom;     ///< twice as large around this place
    bool operator==(const Projection&) const = default;
};

/// The same cover again takes it away; another one replaces it, but black stays black until it is asked away.
Projection toggled(Projection projection, Cover cover);
/// What Esc does on the wall's side: cover away, else freeze away, else zoom, else pointer, else projection off. The same value = nothing left
/// to do.
Projection escaped(Projection projection);

}  // namespace session
