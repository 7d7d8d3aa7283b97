// book/faults.h: collects the problems of one file while it is read.
// Rule: every problem names its file and says how to mend it. Used by: everything that reads files.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "book/handbook.h"

namespace book {

struct Faults {
    std::string file;  ///< relative to the handbook folder
    std::vector<Problem>& problems;

    void error(ProblemKind kind, int line, std::string detail, std::vector<std::string> arguments = {}) {
        problems.push_back({kind, true, file, line, std::move(detail), "", std::move(arguments)});
    }
    void warning(ProblemKind kind, int line, std::string detail, std::vector<std::string> arguments = {}) {
        problems.push_back({kind, false, file, line, std::move(detail), "", std::move(arguments)});
    }
};

}  // namespace book
