// base/lock.h: one program at a time on one folder.
// Rule: the operating system holds the lock, so a crash releases it; a stale file means nothing.
// Tests: tests/base/lock_test.cpp
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"

namespace base {

class FolderLock {
  public:
    /// Fault::in_use when another process (or another lock in this one) holds it.
    static Result<FolderLock> take(const std::filesystem::path& folder);

  private:
    struct Handle;
    explicit FolderLock(std::shared_ptr<Handle> handle) : handle_(std::move(handle)) {}
    std::shared_ptr<Handle> handle_;
};

}  // namespace base
