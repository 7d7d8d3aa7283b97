#include "shell/image.h"

#include "base/files.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#endif
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 16384
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace shell {
namespace {

const stbi_uc* bytes_of(std::string_view file) {
    return reinterpret_cast<const stbi_uc*>(file.data());
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view file) {
    int width = 0, height = 0, channels = 0;
    if (stbi_info_from_memory(bytes_of(file), static_cast<int>(file.size()), &width, &height, &channels) == 0)
        return std::nullopt;
    if (width <= 0 || height <= 0 || std::int64_t{width} * height > most_pixels) return std::nullopt;
    return ImageSize{width, height};
}

std::optional<Image> decode_image(std::string_view file) {
    if (!image_size(file)) return std::nullopt;
    Image image;
    int channels = 0;
    stbi_uc* const pixels =
        stbi_load_from_memory(bytes_of(file), static_cast<int>(file.size()), &image.width, &image.height, &channels, 4);
    if (pixels == nullptr) return std::nullopt;
    image.pixels.assign(pixels,
                        pixels + static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    stbi_image_free(pixels);
    return image;
}

Image halved(const Image& image) {
    Image small;
    small.width = image.width / 2;
    small.height = image.height / 2;
    small.pixels.resize(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) * 4);
    const std::size_t stride = static_cast<std::size_t>(image.width) * 4;
    std::uint8_t* to = small.pixels.data();
    for (int y = 0; y < small.height; ++y) {
        const std::uint8_t* from = image.pixels.data() + static_cast<std::size_t>(y) * 2 * stride;
        for (int x = 0; x < small.width; ++x, from += 8) {
            for (int c = 0; c < 4; ++c) {
                *to++ = static_cast<std::uint8_t>(
                    (from[c] + from[c + 4] + from[c + stride] + from[c + 4 + stride] + 2) / 4);
            }
        }
    }
    return small;
}

base::Outcome write_png(const std::filesystem::path& file, const Image& image) {
    // Screens are flat: no filter and a short search pack them nearly as small, ten times as fast.
    stbi_write_png_compression_level = 5;
    stbi_write_force_png_filter = 0;
    std::string png;
    const auto append = [](void* to, void* data, int size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
    };
    if (stbi_write_png_to_func(append, &png, image.width, image.height, 4, image.pixels.data(), image.width * 4) == 0) {
        return base::Error{base::Fault::internal, base::to_utf8(file), "the picture could not be packed"};
    }
    return base::write_file(file, png);
}

}  // namespace shell
