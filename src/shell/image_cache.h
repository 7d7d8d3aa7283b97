// shell/image_cache.h: the handbook's pictures as pixels in memory, decoded on a thread of its own.
// Rule: asking never waits, unless the cache was made patient (the tour, whose pictures must not depend on speed); the
// least used are forgotten above a fixed number of bytes; what cannot be read is asked for once.
// Used by: pictures.cpp.
// Tests: tests/shell/image_cache_test.cpp
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "shell/image.h"

namespace shell {

class ImageCache {
  public:
    /// `arrived` is called on the cache's own thread when a picture that was asked for is there.
    ImageCache(bool patient, std::function<void()> arrived);
    ~ImageCache();
    ImageCache(const ImageCache&) = delete;
    ImageCache& operator=(const ImageCache&) = delete;

    /// Looks in these folders from now on, in order, and forgets what came from others.
    void look_in(std::vector<std::filesystem::path> folders);
    /// Rises when pictures may have changed: textures made before are old.
    std::uint64_t generation() const { return generation_; }

    /// Read from the file's head; nothing when there is no such picture.
    std::optional<ImageSize> size(std::string_view name);
    enum class Answer : std::uint8_t { here, coming, none };
    /// "ro.svg" is drawn as ro.png; only the last part of a path counts.
    Answer get(std::string_view name, std::shared_ptr<const Image>& image);

  private:
    struct Entry {
        std::string file;  ///< name of the raster file
        std::shared_ptr<const Image> image;
        bool asked = false;
        bool failed = false;
    };
    static constexpr std::size_t most_bytes = std::size_t{16} << 20;

    std::optional<std::string> bytes_of(const std::string& file) const;
    Entry& entry(const std::string& file);
    void forget_surplus();
    void work(const std::stop_token& stop);

    bool patient_;
    std::function<void()> arrived_;
    std::vector<std::filesystem::path> folders_;
    std::uint64_t generation_ = 1;
    std::map<std::string, std::optional<ImageSize>, std::less<>> sizes_;

    mutable std::mutex mutex_;  ///< over what follows, and folders_ while the thread lives
    std::condition_variable_any wanted_changed_;
    std::list<Entry> entries_;  ///< most recently used first
    std::list<std::string> wanted_;
    std::jthread worker_;  ///< last: it uses all of the above
};

}  // namespace shell
