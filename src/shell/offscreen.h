// shell/offscreen.h: a picture of fixed size to draw into instead of a window, read back as pixels.
// Rule: made, bound and read inside the scope of the canvas whose OpenGL context it belongs to.
// Used by: tour.cpp.                                                           Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include "shell/canvas.h"
#include "shell/image.h"

namespace shell {

class Offscreen {
  public:
    explicit Offscreen(Canvas::Size size);
    ~Offscreen() = default;  // goes with its context
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    /// From now on drawing goes here.
    void bind() const;
    Image read() const;
    Canvas::Size size() const { return size_; }
    bool complete() const { return complete_; }

  private:
    Canvas::Size size_;
    unsigned framebuffer_ = 0;
    bool complete_ = false;
};

}  // namespace shell
