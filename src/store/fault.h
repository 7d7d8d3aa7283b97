// store/fault.h: the room's edge, where SQLite's exceptions become errors that the program can tell its user.
// Rule: every public function of the room runs inside `guarded`.                      Tests: tests/store/fault_test.cpp
#pragma once

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <filesystem>

#include "base/files.h"
#include "base/result.h"

namespace store {

/// The fault behind a result code of SQLite, primary or extended.
base::Fault fault_of(int code);
/// The same with the file it is about; a device without room is told as such even where SQLite names another reason.
base::Error to_error(const SQLite::Exception& exception, const std::filesystem::path& file);

/// Runs `work`, which returns a Result, and turns what it throws into an Error about `file`.
template <class Work>
auto guarded(const std::filesystem::path& file, Work work) noexcept -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return to_error(exception, file);
    } catch (const std::exception& exception) {
        return base::Error{base::Fault::internal, base::to_utf8(file), exception.what()};
    }
}

}  // namespace store
