// base/result.h: a value, or the error that came instead of it.
// Rule: faults of the world outside (files, database, input) travel as Error values; exceptions stay inside a room.
// `app` turns an Error into a sentence in the user's language at the last moment, so `detail` is for the log and for
// what only the machine knows (a path, a line); it is never the whole message.      Tests: tests/base/result_test.cpp
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace base {

/// What went wrong, as far as the next step for the user differs.
enum class Fault : std::uint8_t {
    not_found,   ///< the file or folder is not there
    unreadable,  ///< it is there, but cannot be read
    unwritable,  ///< the place cannot be written to
    disk_full,   ///< no room left on the device
    damaged,     ///< the content is broken
    newer,       ///< written by a newer edition of this program
    in_use,      ///< another instance holds it
    bad_input,   ///< what was given makes no sense
    internal     ///< ours: should not happen
};

struct Error {
    Fault fault = Fault::internal;
    std::string path;    ///< file or folder it is about; may be empty
    std::string detail;  ///< what the machine said, in English; may be empty
};

/// Either a T or an Error. Ask `ok()` before `value()`.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() & { return std::get<0>(content_); }
    const T& value() const& { return std::get<0>(content_); }
    T&& value() && { return std::get<0>(std::move(content_)); }
    const Error& error() const { return std::get<1>(content_); }

  private:
    std::variant<T, Error> content_;
};

struct Nothing {};
/// For calls that only succeed or fail.
using Outcome = Result<Nothing>;
inline Outcome done() {
    return Nothing{};
}

}  // namespace base
