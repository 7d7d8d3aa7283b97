// shell/tasks.h: the commands that need no window: check, text, compare, verify, backup, restore.
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
/// What is new, gone and changed between two handbook folders, then one line of counts. 0 when they say the same, 1
/// when they differ.
int compare(const CommandLine& line);
int verify(const CommandLine& line);
int backup(const CommandLine& line);
int restore(const CommandLine& line);

}  // namespace shell
