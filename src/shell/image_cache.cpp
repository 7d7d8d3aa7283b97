#include "shell/image_cache.h"

#include <algorithm>

#include "base/files.h"

namespace shell {
namespace {

/// The raster file of a picture: drawings are turned into PNG when the program is built.
std::string raster_name(std::string_view name) {
    if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string file(name);
    if (file.ends_with(".svg")) file.replace(file.size() - 4, 4, ".png");
    return file;
}

}  // namespace

ImageCache::ImageCache(bool patient, std::function<void()> arrived)
    : patient_(patient), arrived_(std::move(arrived)), worker_([this](const std::stop_token& stop) { work(stop); }) {}

ImageCache::~ImageCache() {
    worker_.request_stop();
    wanted_changed_.notify_all();
}

void ImageCache::look_in(std::vector<std::filesystem::path> folders) {
    const std::scoped_lock lock(mutex_);
    folders_ = std::move(folders);
    sizes_.clear();
    entries_.clear();
    wanted_.clear();
    ++generation_;
}

std::optional<std::string> ImageCache::bytes_of(const std::string& file) const {
    if (file.empty() || file == "." || file == "..") return std::nullopt;
    for (const std::filesystem::path& folder : folders_) {
        const std::filesystem::path path = folder / base::path_from_utf8(file);
        std::error_code code;
        if (!std::filesystem::is_regular_file(path, code)) continue;
        auto bytes = base::read_file(path);
        if (bytes.ok()) return std::move(bytes).value();
    }
    return std::nullopt;
}

std::optional<ImageSize> ImageCache::size(std::string_view name) {
    const std::string file = raster_name(name);
    if (const auto known = sizes_.find(file); known != sizes_.end()) return known->second;
    const std::scoped_lock lock(mutex_);
    const auto bytes = bytes_of(file);
    const auto size = bytes ? image_size(*bytes) : std::nullopt;
    sizes_.emplace(file, size);
    return size;
}

ImageCache::Entry& ImageCache::entry(const std::string& file) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.file == file; });
    if (found != entries_.end()) {
        entries_.splice(entries_.begin(), entries_, found);
    } else {
        entries_.push_front({file, nullptr, false, false});
    }
    return entries_.front();
}

ImageCache::Answer ImageCache::get(std::string_view name, std::shared_ptr<const Image>& image) {
    const std::string file = raster_name(name);
    const std::scoped_lock lock(mutex_);
    Entry& one = entry(file);
    if (one.image == nullptr && !one.failed && patient_) {
        if (const auto bytes = bytes_of(file)) {
            if (auto decoded = decode_image(*bytes)) one.image = std::make_shared<const Image>(std::move(*decoded));
        }
        one.failed = one.image == nullptr;
        forget_surplus();
    }
    if (one.failed) return Answer::none;
    if (one.image != nullptr) {
        image = one.image;
        return Answer::here;
    }
    if (!one.asked) {
        one.asked = true;
        wanted_.push_back(file);
        wanted_changed_.notify_one();
    }
    return Answer::coming;
}

void ImageCache::forget_surplus() {
    std::size_t bytes = 0;
    for (auto one = entries_.begin(); one != entries_.end(); ++one) {
        if (one->image == nullptr) continue;
        bytes += one->image->bytes();
        if (bytes > most_bytes && one != entries_.begin()) {
            one->image = nullptr;
            one->asked = false;
        }
    }
}

void ImageCache::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (wanted_changed_.wait(lock, stop, [this] { return !wanted_.empty(); })) {
        const std::string file = wanted_.front();
        const std::uint64_t generation = generation_;
        wanted_.pop_front();
        const auto bytes = bytes_of(file);
        lock.unlock();
        auto decoded = bytes ? decode_image(*bytes) : std::nullopt;
        lock.lock();
        if (generation != generation_) continue;  // the folders changed meanwhile
        Entry& one = entry(file);
        if (decoded) one.image = std::make_shared<const Image>(std::move(*decoded));
        one.failed = !decoded;
        forget_surplus();
        lock.unlock();
        arrived_();
        lock.lock();
    }
}

}  // namespace shell
