// shell/tasks.h: the commands that need no window: check, text, verify, backup, restore.
// Rule: what was asked for goes to standard output, a fault goes to standard error as one sentence.
// Used by: command_line.cpp.
// Tests: tests/shell/command_line_test.cpp
#pragma once

#include "shell/command_line.h"

namespace shell {

/// Problems of a handbook folder, one a line, then their counts. 1 when any of them is an error.
int check(const CommandLine& line);
/// What a reader sees of one document.
int print_text(const CommandLine& line);
int verify(const CommandLine& line);
int backup(const CommandLine& line);
int restore(const CommandLine& line);

}  // namespace shell
