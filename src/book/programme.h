// book/programme.h: reads programme.yaml. Rule: what is not stated stays empty; nothing is guessed.
#pragma once

#include <string_view>

#include "book/faults.h"

namespace book {

Programme read_programme(std::string_view yaml, Faults& faults);

}  // namespace book
