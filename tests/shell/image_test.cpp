#include "shell/image.h"

#include <catch2/catch_test_macros.hpp>

#include "base/files.h"
#include "base/temp_folder.h"

namespace {

shell::Image chequered(int width, int height) {
    shell::Image image{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto value = static_cast<std::uint8_t>((x + y) % 2 == 0 ? 200 : 100);
            image.pixels.insert(image.pixels.end(), {value, value, 0, 255});
        }
    }
    return image;
}

/// The head of a PNG that says it is this large, with nothing behind it.
std::string boastful_png(std::uint32_t width, std::uint32_t height) {
    std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const std::uint32_t value : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) png += static_cast<char>((value >> shift) & 0xFF);
    }
    return png + std::string("\x08\x06\0\0\0\0\0\0\0", 9);
}

}  // namespace

TEST_CASE("a picture is the same after it was written and read") {
    const TempFolder folder;
    const shell::Image image = chequered(7, 5);
    REQUIRE(shell::write_png(folder.path / "a.png", image).ok());
    const auto bytes = base::read_file(folder.path / "a.png");
    REQUIRE(bytes.ok());
    const auto size = shell::image_size(bytes.value());
    REQUIRE(size);
    CHECK(size->width == 7);
    CHECK(size->height == 5);
    const auto read = shell::decode_image(bytes.value());
    REQUIRE(read);
    CHECK(read->pixels == image.pixels);
}

TEST_CASE("a picture of more than forty million pixels is refused by its head") {
    CHECK(shell::image_size(boastful_png(5000, 8000)));
    CHECK_FALSE(shell::image_size(boastful_png(5001, 8000)));
    CHECK_FALSE(shell::decode_image(boastful_png(16000, 16000)));
}

TEST_CASE("what is no picture, or a broken one, gives nothing") {
    CHECK_FALSE(shell::image_size("<svg xmlns='http://www.w3.org/2000/svg'/>"));
    CHECK_FALSE(shell::image_size(""));
    CHECK_FALSE(shell::decode_image(boastful_png(4, 4)));
}

TEST_CASE("half a picture is the mean of each four pixels") {
    const shell::Image half = shell::halved(chequered(5, 4));
    CHECK(half.width == 2);
    CHECK(half.height == 2);
    REQUIRE(half.pixels.size() == 16);
    CHECK(half.pixels[0] == 150);
    CHECK(half.pixels[2] == 0);
    CHECK(half.pixels[3] == 255);
}
