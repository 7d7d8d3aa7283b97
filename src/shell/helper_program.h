// shell/helper_program.h: a small program of the system that does one thing beside ours: speaks, sounds, holds the screen awake.
// Rule: what it is given travels as arguments, never through a command line. It hears and says nothing, and has a group
// of its own, so that what it starts ends with it. Not on Windows, where the system is asked directly.
// Used by: speaker.cpp, chime.cpp, keep_awake.cpp.                          Tests: tests/shell/{speaker,chime,keep_awake}_test.cpp
#pragma once

#ifndef _WIN32

#include <string>
#include <vector>

namespace shell {

/// The process id, or 0 when there is no such program. `input`: the descriptor that it reads from; -1 = nothing to read.
int start_helper(std::vector<std::string> words, int input = -1);
/// Until it has ended. It is not taken away yet: its number cannot become another's while somebody may use it.
void await_helper(int child);
/// Takes an ended helper away. True when it did what it should.
bool bury_helper(int child);

}  // namespace shell

#endif
