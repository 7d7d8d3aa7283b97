// shell/tour.h: plays a whole course without a person or a screen and keeps pictures of both windows.
// Rule: it says the same actions as a person's clicks to the same model, on a clock of its own; the same handbook gives
// the same pictures, byte for byte.
// Used by: command_line.cpp. What is played stands in tour_script.cpp.         Tests: tests/shell/screens/tour_test.cpp
#pragma once

#include "shell/command_line.h"

namespace shell {

/// Writes screen-NN-name.png, wall-NN-name.png, wall/1024x768/name.png, wall/1920x1080/name.png, tour.json and data/ into
/// the operand's folder.
int tour(const CommandLine& line);

}  // namespace shell
