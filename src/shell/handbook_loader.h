// shell/handbook_loader.h: reads the handbook on a thread of its own and builds its search index after that.
// Rule: the loop never waits for it; a result is published under the mutex before anyone is told. Reading comes first,
// and the index waits until the first picture has been painted.
// Used by: program.cpp.
// Tests: tests/shell/handbook_loader_test.cpp
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "book/compounds.h"
#include "book/handbook.h"
#include "book/search.h"

namespace shell {

class HandbookLoader {
  public:
    struct Loaded {
        std::shared_ptr<const book::Handbook> handbook;
        std::shared_ptr<const book::SearchIndex> search;  ///< null until it is built
        std::shared_ptr<const book::Compounds> compounds = nullptr;
    };

    /// `ready` is called on the loader's thread whenever take() has something new.
    HandbookLoader(std::filesystem::path folder, std::function<void()> ready);
    ~HandbookLoader();
    HandbookLoader(const HandbookLoader&) = delete;
    HandbookLoader& operator=(const HandbookLoader&) = delete;

    /// Reads it in this language; a newer request replaces one that waits.
    void request(std::string language);
    /// Reads it again if a file has changed since.
    void look_again();
    void allow_index();
    /// What has been read since the last call.
    std::optional<Loaded> take();
    /// Returns when take() has something, or after this long.
    void wait_for(std::chrono::milliseconds most);

  private:
    void work(const std::stop_token& stop);
    void publish(Loaded loaded);

    const std::filesystem::path folder_;
    const std::function<void()> ready_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<std::string> wanted_;
    std::string language_ = "nb";
    bool look_ = false;
    bool index_allowed_ = false;
    bool index_due_ = false;
    std::shared_ptr<const book::Handbook> current_;
    std::optional<Loaded> result_;
    std::jthread worker_;  ///< last: it uses all of the above
};

}  // namespace shell
