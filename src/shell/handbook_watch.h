// shell/handbook_watch.h: notices when a file of the handbook changes on disk.
// Rule: no CPU while nothing changes: on Linux a thread sleeps in the kernel until a folder changes. Elsewhere it looks
// at times and sizes every two seconds. An editor's burst of changes is told once, when it is over. Used by:
// program.cpp.                                                              Tests: tests/shell/handbook_loader_test.cpp
#pragma once

#include <filesystem>
#include <functional>
#include <thread>

namespace shell {

class HandbookWatch {
  public:
    /// `changed` is called on the watch's own thread.
    HandbookWatch(std::filesystem::path folder, std::function<void()> changed);
    ~HandbookWatch();
    HandbookWatch(const HandbookWatch&) = delete;
    HandbookWatch& operator=(const HandbookWatch&) = delete;

  private:
    void work(const std::stop_token& stop);

    const std::filesystem::path folder_;
    const std::function<void()> changed_;
    int wake_ = -1;  ///< written to when the thread shall end (Linux)
    std::jthread worker_;
};

}  // namespace shell
