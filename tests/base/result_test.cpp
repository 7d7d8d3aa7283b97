#include "base/result.h"

#include <catch2/catch_test_macros.hpp>
#include <memory>

using base::Error;
using base::Fault;
using base::Result;

TEST_CASE("a result holds a value or the error that came instead") {
    const Result<int> value = 7;
    CHECK(value.ok());
    CHECK(value);
    CHECK(value.value() == 7);
    const Result<int> error = Error{Fault::disk_full, "mappe", "no space"};
    CHECK_FALSE(error.ok());
    CHECK(error.error().fault == Fault::disk_full);
    CHECK(error.error().path == "mappe");
    CHECK(error.error().detail == "no space");
}

TEST_CASE("a value that can only be moved is moved out") {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
    const std::unique_ptr<int> moved = std::move(result).value();
    CHECK(*moved == 3);
    CHECK(result.value() == nullptr);
}

TEST_CASE("a call that only succeeds or fails says which") {
    CHECK(base::done());
    CHECK_FALSE(base::Outcome(Error{Fault::in_use, {}, {}}));
}
