// tests/book/support.h: what the tests of `book` share: a pitch that can be reckoned by hand, and expected texts that
// UPDATE_GOLDEN=1 records anew.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/temp_folder.h"
#include "base/text.h"
#include "book/layout.h"
#include "book/markdown.h"

namespace support {

/// Every sign is half as wide as its font is high; in mono 0.6.
class FixedPitch : public book::Measure {
  public:
    float advance(book::Font font, std::string_view text) const override {
        ++calls;
        return static_cast<float>(base::count_code_points(text)) * font.size *
               (font.face == book::Face::mono ? 0.6f : 0.5f);
    }
    float ascent(book::Font font) const override { return font.size * 0.9f; }
    float descent(book::Font font) const override { return font.size * 0.3f; }

    mutable std::size_t calls = 0;
};

class FixedAspect : public book::PictureSizes {
  public:
    explicit FixedAspect(float aspect = 1.5f) : aspect_(aspect) {}
    float aspect(std::string_view) const override { return aspect_; }

  private:
    float aspect_;
};

inline std::vector<book::Block> blocks(std::string_view markdown) {
    return book::read_markdown(markdown, 1).blocks;
}

inline std::string read(const std::filesystem::path& path) {
    const auto text = base::read_file(path);
    return text ? text.value() : std::string();
}

/// The recorded text, or with UPDATE_GOLDEN=1 the new one, recorded.
inline std::string golden(const std::string& name, const std::string& now) {
    const std::filesystem::path path = std::filesystem::path(FIXTURES) / "books/golden" / name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) static_cast<void>(base::write_file(path, now));
    return read(path);
}

/// "a b  c\n" as "a b c": for comparing what is said, not how it is broken.
inline std::string words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::string result, word;
    while (stream >> word) result += (result.empty() ? "" : " ") + word;
    return result;
}

}  // namespace support
