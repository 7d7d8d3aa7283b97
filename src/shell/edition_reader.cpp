#include "shell/edition_reader.h"

#include <filesystem>
#include <utility>

#include "base/files.h"
#include "book/compare.h"
#include "book/handbook.h"
#include "book/programme_folder.h"

namespace shell {

app::EditionLoaded read_edition(const app::LoadEdition& wanted) {
    app::EditionLoaded answer{wanted.folder, nullptr, nullptr};
    const std::filesystem::path folder = base::path_from_utf8(wanted.folder);
    // Any other folder would be read as a book of loose texts, and all of ours as new.
    if (!book::programme_folder(folder)) return answer;
    auto older = std::make_shared<const book::Handbook>(book::load(folder, words::code(wanted.language)));
    if (wanted.newer)
        answer.comparison = std::make_shared<const book::Comparison>(book::compare(*older, *wanted.newer));
    answer.book = std::move(older);
    return answer;
}

EditionReader::EditionReader(std::function<void()> ready)
    : ready_(std::move(ready)), worker_([this](const std::stop_token& stop) { work(stop); }) {}

EditionReader::~EditionReader() {
    worker_.request_stop();
    changed_.notify_all();
}

void EditionReader::request(app::LoadEdition wanted) {
    const std::scoped_lock lock(mutex_);
    wanted_ = std::move(wanted);
    result_.reset();
    changed_.notify_all();
}

std::optional<app::EditionLoaded> EditionReader::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(result_, std::nullopt);
}

void EditionReader::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
        const app::LoadEdition wanted = *std::exchange(wanted_, std::nullopt);
        lock.unlock();
        app::EditionLoaded answer = read_edition(wanted);
        lock.lock();
        if (wanted_) continue;
        result_ = std::move(answer);
        lock.unlock();
        ready_();
        lock.lock();
    }
}

}  // namespace shell
