// shell/hidden_screen.h: a display for where there is none: a virtual X server that lives as long as this value.
// Rule: nothing is started where a display is there already; what was started is ended, by its process id.
// Used by: tour.cpp.                                                           Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include <memory>

#include "base/result.h"

namespace shell {

class HiddenScreen {
  public:
    /// Fault::not_found when there is no display and no Xvfb.
    static base::Result<HiddenScreen> start();
    HiddenScreen(HiddenScreen&& other) noexcept;
    HiddenScreen& operator=(HiddenScreen&&) = delete;
    ~HiddenScreen();

  private:
    explicit HiddenScreen(int process) : process_(process) {}
    int process_ = 0;  ///< 0: none was started
};

}  // namespace shell
