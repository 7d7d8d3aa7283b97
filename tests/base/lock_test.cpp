#include "base/lock.h"

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "as_nobody.h"
#include "temp_folder.h"

#ifndef _WIN32
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#endif

using base::Fault;
using base::FolderLock;

TEST_CASE("a folder is locked once, and is free when the lock is gone") {
    const TempFolder folder;
    std::optional<base::Result<FolderLock>> first = FolderLock::take(folder.path);
    REQUIRE(first->ok());
    CHECK(FolderLock::take(folder.path).error().fault == Fault::in_use);
    first.reset();
    CHECK(FolderLock::take(folder.path).ok());
}

TEST_CASE("two folders have a lock each") {
    const TempFolder one;
    const TempFolder other;
    const auto first = FolderLock::take(one.path);
    CHECK(FolderLock::take(other.path).ok());
}

TEST_CASE("a folder that is not there can not be locked") {
    const TempFolder folder;
    CHECK(FolderLock::take(folder.path / "ingen").error().fault == Fault::unwritable);
}

#ifndef _WIN32
TEST_CASE("a lock held by another process is felt, and a killed process holds none") {
    const TempFolder folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = FolderLock::take(folder.path);
        const char answer = lock.ok() ? 'y' : 'n';
        (void)!::write(ready[1], &answer, 1);
        ::pause();
        ::_exit(0);
    }
    char answer = 0;
    REQUIRE(::read(ready[0], &answer, 1) == 1);
    CHECK(answer == 'y');
    CHECK(FolderLock::take(folder.path).error().fault == Fault::in_use);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    CHECK(FolderLock::take(folder.path).ok());
}
#endif
