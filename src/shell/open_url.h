// shell/open_url.h: hands a link to the system's browser or mail program.
// Rule: only http, https and mailto; the address travels as one argument, never through a command line.
// Used by: program.cpp.
// Tests: tests/shell/open_url_test.cpp
#pragma once

#include <string>

#include "base/result.h"

namespace shell {

bool may_open(const std::string& url);
base::Outcome open_url(const std::string& url);

}  // namespace shell
