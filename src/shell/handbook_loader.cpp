#include "shell/handbook_loader.h"

#include <utility>

namespace shell {

HandbookLoader::HandbookLoader(std::filesystem::path folder, std::function<void()> ready)
    : folder_(std::move(folder)),
      ready_(std::move(ready)),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

HandbookLoader::~HandbookLoader() {
    worker_.request_stop();
    changed_.notify_all();
}

void HandbookLoader::request(std::string language) {
    const std::scoped_lock lock(mutex_);
    wanted_ = std::move(language);
    changed_.notify_all();
}

void HandbookLoader::look_again() {
    const std::scoped_lock lock(mutex_);
    look_ = true;
    changed_.notify_all();
}

void HandbookLoader::allow_index() {
    const std::scoped_lock lock(mutex_);
    index_allowed_ = true;
    changed_.notify_all();
}

std::optional<HandbookLoader::Loaded> HandbookLoader::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(result_, std::nullopt);
}

void HandbookLoader::wait_for(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, most, [this] { return result_.has_value(); });
}

void HandbookLoader::publish(Loaded loaded) {
    {
        const std::scoped_lock lock(mutex_);
        current_ = loaded.handbook;
        result_ = std::move(loaded);
        changed_.notify_all();
    }
    ready_();
}

void HandbookLoader::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const auto something = [this] { return wanted_ || look_ || (index_due_ && index_allowed_); };
    while (changed_.wait(lock, stop, something)) {
        if (wanted_ || look_) {
            const bool asked = wanted_.has_value();
            if (asked) language_ = *std::exchange(wanted_, std::nullopt);
            look_ = false;
            const std::string language = language_;
            const std::shared_ptr<const book::Handbook> before = current_;
            lock.unlock();
            if (asked || before == nullptr || book::changed_on_disk(*before)) {
                auto handbook = std::make_shared<const book::Handbook>(book::load(folder_, language));
                publish({std::move(handbook), nullptr});
                lock.lock();
                index_due_ = true;
            } else {
                lock.lock();
            }
            continue;
        }
        index_due_ = false;
        const std::shared_ptr<const book::Handbook> handbook = current_;
        lock.unlock();
        auto search = std::make_shared<const book::SearchIndex>(*handbook);
        auto compounds = std::make_shared<const book::Compounds>(*handbook);
        lock.lock();
        const bool superseded = wanted_.has_value();
        lock.unlock();
        if (!superseded) publish({handbook, std::move(search), std::move(compounds)});
        lock.lock();
    }
}

}  // namespace shell
