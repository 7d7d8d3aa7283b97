// book/aid_spec.h: reads the `aid` of an exercise and checks it.
#pragma once

#include "book/document.h"
#include "book/yaml_fields.h"

namespace book {

/// Nothing when there is no usable aid; the reason is then among the problems.
std::optional<AidSpec> read_aid(const Fields& exercise, Faults& faults);

}  // namespace book
