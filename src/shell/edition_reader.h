// shell/edition_reader.h: reads an older edition of the handbook on a thread of its own and compares it with ours.
// Rule: the loop never waits for it, and only the newest request is answered: what was read for an earlier one is
// dropped. Used by: program.cpp; the tour reads in place.                   Tests: tests/shell/edition_reader_test.cpp
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "app/action.h"

namespace shell {

/// The edition in that folder and how ours differs from it; without a book when the folder holds none.
app::EditionLoaded read_edition(const app::LoadEdition& wanted);

class EditionReader {
  public:
    /// `ready` is called on the reader's thread whenever take() has something.
    explicit EditionReader(std::function<void()> ready);
    ~EditionReader();
    EditionReader(const EditionReader&) = delete;
    EditionReader& operator=(const EditionReader&) = delete;

    void request(app::LoadEdition wanted);
    /// The answer to the latest request, once.
    std::optional<app::EditionLoaded> take();

  private:
    void work(const std::stop_token& stop);

    const std::function<void()> ready_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<app::LoadEdition> wanted_;
    std::optional<app::EditionLoaded> result_;
    std::jthread worker_;  ///< last: it uses all of the above
};

}  // namespace shell
