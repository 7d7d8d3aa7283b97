#include "shell/image_cache.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>

#include "base/temp_folder.h"
#include "support/process.h"

using shell::Image;
using shell::ImageCache;

namespace {

void put(const std::filesystem::path& file, int width, int height) {
    const Image image{
        width, height,
        std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 90)};
    REQUIRE(shell::write_png(file, image).ok());
}

}  // namespace

TEST_CASE("a drawing's name leads to its PNG, whatever folder it was written with") {
    const TempFolder folder;
    put(folder.path / "ro.png", 6, 4);
    ImageCache cache(true, [] {});
    cache.look_in({folder.path});
    std::shared_ptr<const Image> image;
    CHECK(cache.get("../../../images/ro.svg", image) == ImageCache::Answer::here);
    REQUIRE(image);
    CHECK(image->width == 6);
    const auto size = cache.size("ro.svg");
    REQUIRE(size);
    CHECK(size->height == 4);
}

TEST_CASE("the first folder that has the picture answers, and a name never leads out of it") {
    const TempFolder first, second;
    put(first.path / "a.png", 2, 2);
    put(second.path / "a.png", 4, 4);
    put(second.path / "b.png", 8, 8);
    ImageCache cache(true, [] {});
    cache.look_in({first.path, second.path});
    CHECK(cache.size("a.png")->width == 2);
    CHECK(cache.size("b.png")->width == 8);
    CHECK_FALSE(cache.size(".."));
    CHECK_FALSE(cache.size(""));
    CHECK_FALSE(cache.size("../" + second.path.filename().string() + "/c.png"));
}

TEST_CASE("a picture that is missing or broken is none, and becomes one when the folders are looked in again") {
    const TempFolder folder;
    std::shared_ptr<const Image> image;
    ImageCache cache(true, [] {});
    cache.look_in({folder.path});
    CHECK(cache.get("a.svg", image) == ImageCache::Answer::none);
    put(folder.path / "a.png", 2, 2);
    CHECK(cache.get("a.svg", image) == ImageCache::Answer::none);
    const std::uint64_t before = cache.generation();
    cache.look_in({folder.path});
    CHECK(cache.generation() > before);
    CHECK(cache.get("a.svg", image) == ImageCache::Answer::here);
}

TEST_CASE("asking does not wait: the picture is decoded elsewhere and told of when it is there") {
    const TempFolder folder;
    put(folder.path / "stor.png", 400, 300);
    std::atomic<int> arrived = 0;
    ImageCache cache(false, [&] { ++arrived; });
    cache.look_in({folder.path});
    std::shared_ptr<const Image> image;
    CHECK(cache.get("stor.svg", image) == ImageCache::Answer::coming);
    REQUIRE(support::until([&] { return arrived > 0; }));
    CHECK(cache.get("stor.svg", image) == ImageCache::Answer::here);
    CHECK(arrived == 1);
}

TEST_CASE("the least used pictures are forgotten, and can be had again") {
    const TempFolder folder;
    ImageCache cache(true, [] {});
    cache.look_in({folder.path});
    std::weak_ptr<const Image> first;
    for (int i = 0; i < 4; ++i) {
        const std::string name = "p" + std::to_string(i);
        put(folder.path / (name + ".png"), 1200, 1000);  // 4.8 MB each
        std::shared_ptr<const Image> image;
        REQUIRE(cache.get(name + ".svg", image) == ImageCache::Answer::here);
        if (i == 0) first = image;
    }
    CHECK(first.expired());
    std::shared_ptr<const Image> again;
    CHECK(cache.get("p0.svg", again) == ImageCache::Answer::here);
    CHECK(again != nullptr);
}
