// shell/image.h: a picture file as pixels.
// Rule: its size is read and judged before a single pixel is decoded: a small file may claim to be gigantic.
// Used by: pictures.cpp, frameshot.cpp.                                              Tests: tests/shell/image_test.cpp
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace shell {

struct ImageSize {
    int width = 0;
    int height = 0;
};

/// Rows from the top, four bytes a pixel (RGBA).
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
    std::size_t bytes() const { return pixels.size(); }
};

inline constexpr std::int64_t most_pixels = 40'000'000;

/// Of a PNG or JPEG file's bytes; nothing for anything else, and for more than most_pixels.
std::optional<ImageSize> image_size(std::string_view file);
std::optional<Image> decode_image(std::string_view file);
/// Half as wide and high, each pixel the mean of four.
Image halved(const Image& image);

base::Outcome write_png(const std::filesystem::path& file, const Image& image);

}  // namespace shell
