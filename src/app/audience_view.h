// app/audience_view.h: everything the room may see, and nothing else.
// Rule: this type has no field that could hold a note, a name, a mark or feedback. The wall and its thumbnail are drawn
// from it alone, so what is not in it cannot reach the wall.
// Tests: tests/app/audience_view_test.cpp
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"
#include "book/document.h"
#include "session/aids/aid.h"
#include "session/projection.h"
#include "words/catalogue.h"

namespace app {

struct Model;

/// A title and short text, with a drawing beside it: slides and the wall text of exercises.
struct TextScene {
    std::string title;
    std::vector<book::Block> blocks;
    std::string picture;  ///< file name in images/, may be empty
    int page = 0;         ///< when the text takes more than one picture
    int pages = 1;
    std::vector<std::string> forms;  ///< exercise: how the room works ("alene", "par", "gruppe", "plenum")
};
struct AidScene {
    std::string title;
    session::Aid aid;
    std::string picture;
};
/// The break, with the clock time when it is over.
struct BreakScene {
    std::string title;
    base::TimeOfDay until;
    base::Instant ends;
    std::string picture;
    bool paused = false;  ///< the clock stands: `left` remains, whatever the time
    base::Milliseconds left{};
};
/// Before the meeting: its title and when it begins.
struct StartScene {
    std::string title;
    base::TimeOfDay begins;
    std::string picture;
};
/// Nothing to show: the calm ground alone.
struct EmptyScene {};

using Scene = std::variant<EmptyScene, StartScene, TextScene, AidScene, BreakScene>;

struct AudienceView {
    Scene scene;
    session::Cover cover = session::Cover::none;
    std::string footer;  ///< "Samling 1"
    bool light = false;  ///< dark ink on near-white, for daylight
    std::optional<session::Spot> pointer;
    std::optional<session::Spot> zoom;
    bool reduced_motion = false;
    words::Language language = words::Language::nb;
    std::uint64_t revision = 0;  ///< changes whenever anything above does; an aid's clock moves without it
};

/// What the room sees of the model now: the frozen picture if there is one, else the live one.
AudienceView audience_view(const Model& model);
/// What it would see without freeze and cover: for the leaders' "next" preview of a cue.
AudienceView preview(const Model& model, int step, int cue);

}  // namespace app
