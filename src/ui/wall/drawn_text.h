// ui/wall/drawn_text.h: a list of the text that the wall's canvas draws, with its place in units, for whoever wants to
// measure a picture rather than look at it.
// Rule: costs nothing while no list is kept; one list at a time.              Tests: used by tests/ui/wall_pictures_test.cpp
#pragma once

#include <string>
#include <vector>

#include "book/layout.h"

namespace ui {

struct DrawnText {
    std::string text;
    float size = 0;   ///< of the type
    book::Rect box;   ///< from the top of the capitals to the baseline
};

/// As long as it lives, all text of every WallCanvas is added to it.
class DrawnTexts {
  public:
    DrawnTexts();
    ~DrawnTexts();
    DrawnTexts(const DrawnTexts&) = delete;
    DrawnTexts& operator=(const DrawnTexts&) = delete;

    static DrawnTexts* kept();
    std::vector<DrawnText> all;
};

}  // namespace ui
