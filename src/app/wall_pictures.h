// app/wall_pictures.h: every picture that a handbook can put on the wall, so that each can be looked at and measured.
// Rule: the pictures are those of audience_view.h, made by the same code; the aids are filled in with the handbook's own
// examples. Nothing here is used while a meeting runs.
// Used by: shell (the tour), tests.                                       Tests: tests/ui/wall_pictures_test.cpp
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/audience_view.h"
#include "book/handbook.h"

namespace app {

struct WallPicture {
    std::string name;      ///< a file's name without its ending: "lysbilde-samling-1-03-2", "ovelse-stigen-hjelpemiddel-1"
    std::string document;  ///< path of the document it shows; empty when it belongs to none
    AudienceView view;
};

/// In the order of the handbook: for each meeting its start, its slides, its steps that have only a title and its break;
/// then each exercise with its text and its aid (as it begins, under way and filled in); the calm picture last. Aids with
/// a clock go, from `now`.
std::vector<WallPicture> wall_pictures(std::shared_ptr<const book::Handbook> handbook, words::Language language,
                                       base::Instant now);

}  // namespace app
